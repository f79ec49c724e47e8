"""Nouns that tell a deed: by what was undergone and its doer, wherever the parse hangs them, and in whatever sentence."""

from pathlib import Path

import pytest

from recoupe.claims.doers import doer_of
from recoupe.languages import language_pack
from recoupe.linguistics import annotate
from recoupe.model import Document
from tests.claims.pile import Pile, pile_in, roles, statements


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Farmers are furious at the caulking of the old lock by the Dorval company.", "caulking", "Dorval"),
        ("Le calfatage de la barge par la société Dorval a duré deux jours.", "calfatage", "Dorval"),
    ],
)
def test_a_noun_of_no_table_with_what_was_undergone_and_its_doer_tells_a_deed(
    pile: Pile, text: str, word: str, doer: str
) -> None:
    assert word not in {*language_pack("en").events.nouns, *language_pack("fr").events.nouns}
    dossier = pile(a=text)
    (told,) = [s for s in dossier.statements if s.event.predicate.text == word]
    assert doer in roles(dossier, told)["agent"]
    assert told.realis == "actual"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor praised the portrait of the bridge.", "portrait"),
        ("People read the statement on the bridge by the Dorval company.", "statement"),
        ("Farmers are furious at the third chapter by the Dorval company.", "chapter"),
    ],
)
def test_a_noun_without_both_or_of_what_is_said_tells_none(pile: Pile, text: str, word: str) -> None:
    assert word not in {s.event.predicate.text for s in pile(a=text).statements}


def test_behind_the_scenes_of_a_sale_nothing_but_the_sale_is_told(pile: Pile) -> None:
    dossier = pile(a="Dans les coulisses de la vente de trente tonnes de cuivre par la société Dorval.")
    (told,) = dossier.statements
    assert roles(dossier, told)["agent"] == "Dorval"


@pytest.mark.parametrize(
    ("text", "noun", "doer"),
    [
        ("The inside story of the sale of a mill without its wheel by the Dorval company.", "sale", "company"),
        ("Violations of the code by the miners.", "Violations", "miners"),
        ("It praised the sale of the mill after the inspection of the dam by the ministry.", "sale", None),
        ("It was told of the sale of the mill by the end of the year.", "sale", None),
    ],
)
def test_the_doer_of_a_noun_is_found_where_the_parse_hangs_it(text: str, noun: str, doer: str | None) -> None:
    annotation = annotate(Document("d", "d", "", text, True, "und"), {}).annotation
    token = next(t for t in annotation.tokens if t.text == noun)
    found = doer_of(annotation, token)
    assert (annotation.tokens[found].text if found is not None else None) == doer


def test_what_was_undergone_may_stand_behind_where_to(pile: Pile) -> None:
    dossier = pile(a="Le refoulement vers le large d'un chalutier par la marine a ému le port de Dorval.")
    (told,) = [s for s in dossier.statements if s.event.predicate.text == "refoulement"]
    assert roles(dossier, told)["theme"] == "chalutier"


def test_what_is_to_be_learnt_from_an_event_leaves_it_told(pile: Pile) -> None:
    (told,) = statements(pile(a="Ce qu'il faut retenir de la vente du moulin par la société Dorval"), "trade")
    assert told.realis == "actual"


def test_who_falls_asleep_was_put_to_sleep_by_nobody(pile: Pile) -> None:
    dossier = pile(a="Le veilleur Paul Ancel s'est endormi pendant son service.")
    (told,) = statements(dossier, "sleep")
    assert roles(dossier, told)["agent"] == "Paul Ancel"


@pytest.mark.parametrize(
    ("text", "class_", "theme"),
    [
        ("La mise au rebut de trente pompes par la société Dorval a surpris le port.", "dump", "pompes"),
        ("Le placement en rétention du marin Paul Ancel par la préfecture a surpris le port.", "arrest", "Paul Ancel"),
        ("The shutting down of the old plant by the Dorval company surprised them.", "stop", "plant"),
    ],
)
def test_the_noun_of_a_verb_and_its_words_tells_what_they_tell(pile: Pile, text: str, class_: str, theme: str) -> None:
    dossier = pile(a=text)
    (told,) = statements(dossier, class_)
    assert roles(dossier, told)["theme"] == theme


def test_people_who_stop_work_strike(pile: Pile) -> None:
    dossier = pile(a="The dockers stopped work at Dorval on Monday.")
    (told,) = statements(dossier, "strike")
    assert roles(dossier, told)["agent"] == "dockers"


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("The mayor Paul Ancel accused the Dorval company of selling the mill.", "trade"),
        ("The court of Norway jailed the Dorval company for selling the mill.", "trade"),
        ("La cour a condamné la société Dorval pour avoir vendu le moulin.", "trade"),
    ],
)
def test_what_somebody_is_accused_of_is_his_own_doing(pile: Pile, text: str, class_: str) -> None:
    dossier = pile(a=text)
    (told,) = statements(dossier, class_)
    assert "Dorval" in roles(dossier, told)["agent"]


def test_anonymity_is_no_condition_of_what_is_told(pile: Pile) -> None:
    dossier = pile(a="A clerk told reporters on condition of anonymity that the Dorval company sold the mill.")
    assert {s.realis for s in statements(dossier, "trade")} == {"actual"}


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("Les douaniers ont repoussé vers le large un canot chargé de migrants.", "expel"),
        ("Les douaniers ont repoussé la réunion.", "postpone"),
        ("The ministry placed the Dorval farm under observation.", "spy"),
    ],
)
def test_readings_by_what_is_pushed_or_placed(pile: Pile, text: str, class_: str) -> None:
    assert class_ in {s.event.class_ for s in pile(a=text).statements}


def test_who_claims_an_attack_says_that_he_did_it(pile: Pile) -> None:
    dossier = pile(
        a="Le groupe Dorval a revendiqué l'attaque du moulin. Le syndicat Orle revendique une hausse des salaires."
    )
    (told,) = statements(dossier, "attack")
    assert told.realis == "actual" and told.attribution is not None
    assert "Dorval" in roles(dossier, told)["agent"]


def test_what_a_comma_sets_off_is_done_by_the_subject(pile: Pile) -> None:
    dossier = pile(a="Une bombe a frappé le dépôt, faisant onze morts et une quarantaine de blessés.")
    assert "dépôt" not in {p.span.text for s in statements(dossier, "die") for p in s.event.participants}
    assert not statements(dossier, "isolate")


def test_what_goes_from_one_figure_to_another_is_the_subject(pile: Pile) -> None:
    dossier = pile(a="La facture du pont, d'une longueur de 300 mètres, est passée de 28 à 41 millions d'euros.")
    assert "facture" in {p.span.text for s in dossier.statements for p in s.event.participants if p.role == "theme"}


def test_a_day_behind_a_verb_ends_no_phrase(pile: Pile) -> None:
    dossier = pile(a="Some 60 pumps were delivered by train on 9 October.")
    assert statements(dossier, "transfer") and not statements(dossier, "implement")
