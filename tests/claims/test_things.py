"""Which words can name one thing: words of one kind, broad words, words that tell persons by two aspects."""

from pathlib import Path

import pytest

from recoupe.claims.things import kinds, thing
from recoupe.languages import LANGUAGES, language_pack, shared_pack
from tests.claims.pile import dossier_of, pile_in


def of(word: str) -> tuple[str, str]:
    """A word and its language, as `French: word` or `word`."""
    return (word[3:], LANGUAGES[0]) if word.startswith("fr ") else (word, LANGUAGES[-1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chip", "fr microcontrôleur"),  # words of an interchangeable kind
        ("fr entrepôt", "depot"),
        ("vessel", "trawler"),  # any of the broad words of a kind, and the things of its narrower kinds
        ("fr bateau", "frigate"),
        ("warship", "fr corvette"),
        ("equipment", "fr radar"),  # a broad word of goods names things of other kinds
        ("fr lot", "rifle"),  # a load leaves open what it is of
        ("fr chalutier", "fishing boat"),
    ],
)
def test_words_that_can_name_one_thing(one: str, other: str) -> None:
    assert thing(*of(one)).agrees(thing(*of(other)))
    assert thing(*of(other)).agrees(thing(*of(one)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("frigate", "oil tanker"),
        ("ewe", "fr vache"),
        ("fr fusil", "missile"),
        ("trawler", "fr cargo"),
        ("equipment", "ewe"),
    ],
)
def test_words_that_tell_two_things(one: str, other: str) -> None:
    assert not thing(*of(one)).agrees(thing(*of(other)))
    assert not thing(*of(one)).told_otherwise(thing(*of(other)))


@pytest.mark.parametrize(
    ("one", "other", "open_"),
    [
        ("passenger", "fr enfant", True),
        ("nurse", "woman", True),
        ("pupil", "fr soldat", False),
        ("man", "fr femme", False),
    ],
)
def test_two_aspects_may_tell_the_same_persons(one: str, other: str, open_: bool) -> None:
    assert thing(*of(one)).told_otherwise(thing(*of(other))) is open_
    assert not thing(*of(one)).agrees(thing(*of(other)))


def test_kinds_are_the_same_in_both_languages() -> None:
    first, other = (language_pack(language).events for language in LANGUAGES)
    assert list(first.objects) == list(other.objects)
    assert first.people == other.people
    assert first.alike == other.alike
    tables = shared_pack().kinds
    told = {
        *tables.within,
        *tables.within.values(),
        *tables.covers,
        *(kind for covered in tables.covers.values() for kind in covered),
        *tables.aspects,
    }
    assert told <= set(first.objects)


def test_broad_words_stand_in_a_kind() -> None:
    for language in LANGUAGES:
        assert set(language_pack(language).events.broad) <= set(kinds(language))


@pytest.mark.parametrize(
    ("sentence", "class_"),
    [
        ("La société Orvane a été condamnée à 1,8 million d'euros mardi à Calder.", "fine"),
        ("Le tribunal de Sarn a condamné le comptable Paul Ancel à trois ans de prison.", "convict"),
        ("Les obus sont repartis vers Tarkovia lundi.", "transfer"),
        ("The museum of Calder returned the statue to Sarvia on Monday.", "transfer"),
        ("Le fabricant Nivel a retiré le médicament lundi à Sarn.", "recall"),
    ],
)
def test_kind_chooses_the_reading(tmp_path: Path, sentence: str, class_: str) -> None:
    dossier = pile_in(tmp_path)(a=sentence)
    assert class_ in {statement.event.class_ for statement in dossier.statements if statement.event}


def test_noun_of_several_words_is_no_body_by_its_last_one(tmp_path: Path) -> None:
    pile = pile_in(tmp_path)
    dossier = pile(
        a="Guards at Sarn burned the ballot papers on Monday, Ida Rosk said.",
        b="Les gardes de Sarn ont brûlé les bulletins de vote lundi, a dit Ida Rosk.",
    )
    assert max(len(claim.reports) for claim in dossier.claims) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "La Karvie a payé une rançon à la milice de Sorle.",
            "Une rançon a été versée par la Karvie à la milice de Sorle.",
        ),
        (
            "Brivolt a supprimé 200 emplois à Lorne.",
            "Brivolt va-t-elle partir ? 200 emplois ont été supprimés à Lorne.",
        ),
    ],
)
def test_a_phrase_of_a_verb_and_its_thing_is_about_that_thing(one: str, other: str) -> None:
    dossier = dossier_of(one, other)
    told = [s for s in dossier.statements if s.event.class_ in {"pay", "dismiss"}]
    assert len(told) == 2
    assert all("theme" in {p.role for p in s.event.participants} for s in told)
