"""Relative clauses and opening participles that a parse hangs in the wrong place."""

import pytest

from recoupe.linguistics import Annotation, annotate
from recoupe.model import Document
from tests.claims.pile import dossier_of, roles, statements


def read(text: str) -> Annotation:
    return annotate(Document("d", "d", "", text, True, "und"), {}).annotation


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("La compagnie, qui a saboté le barrage, se tait.", "saboté", "compagnie"),
        ("Le syndicat, qui a occupé la fonderie, attend.", "occupé", "syndicat"),
    ],
)
def test_a_relative_clause_is_of_the_noun_before_it(text: str, verb: str, noun: str) -> None:
    annotation = read(text)
    found = next(t for t in annotation.tokens if t.text == verb)
    assert found.dep == "acl:relcl"
    assert annotation.tokens[found.head].text == noun


@pytest.mark.parametrize(
    "text",
    [
        "Accusée d'avoir saboté le barrage, la compagnie conteste.",
        "Soupçonné d'avoir saboté le barrage, l'ingénieur dément.",
        "Accusés d'avoir saboté le barrage, les gardiens clament leur innocence.",
        "Mise en cause pour avoir saboté le barrage, la compagnie s'en défend.",
    ],
)
def test_who_is_accused_in_front_denies_it(text: str) -> None:
    dossier = dossier_of("La compagnie Orvane a saboté le barrage.", text)
    assert [s for s in statements(dossier, "attack") if s.stance == "denies" and s.attribution is not None]


def test_blame_shifted_is_no_denial_of_the_deed_by_nobody() -> None:
    dossier = dossier_of("Soupçonnée d'avoir saboté le barrage, la compagnie Orvane accuse ses rivaux.")
    assert not [s for s in statements(dossier, "attack") if s.stance == "denies"]


def test_who_plans_a_deed_is_its_doer() -> None:
    dossier = dossier_of("The Arvenne company plans to sabotage the dam.")
    (planned,) = statements(dossier, "attack")
    assert (roles(dossier, planned)["agent"], planned.phase) == ("Arvenne", "planned")


@pytest.mark.parametrize(
    ("text", "verb", "above"),
    [
        ("L'armée a reconnu lundi avoir visé « une position rebelle ».", "visé", "reconnu"),
        ("Le ministère a annoncé lundi avoir saisi « 300 kilos » de cocaïne.", "saisi", "annoncé"),
    ],
)
def test_what_hangs_on_a_day_hangs_on_the_verb_of_saying(text: str, verb: str, above: str) -> None:
    annotation = read(text)
    found = next(t for t in annotation.tokens if t.text == verb)
    assert annotation.tokens[found.head].text == above


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("L'intéressé, absent à l'audience, a toujours clamé son innocence.", "intéressé", "clamé"),
    ],
)
def test_an_adjective_beside_the_subject_is_no_predicate(text: str, subject: str, verb: str) -> None:
    annotation = read(text)
    found = {t.text: t for t in annotation.tokens}
    assert found[verb].head == found[verb].i
    assert (found[subject].head, found[subject].dep) == (found[verb].i, "nsubj")


@pytest.mark.parametrize(
    ("text", "thing", "verb"),
    [
        ("Clashes in the capital left at least four people injured.", "people", "left"),
        ("A jet bombed the market, killing 12 people and wounding about 30.", "30", "wounding"),
    ],
)
def test_objects_of_states_and_numbers_alone(text: str, thing: str, verb: str) -> None:
    annotation = read(text)
    found = {t.text: t for t in annotation.tokens}
    assert (found[thing].dep, annotation.tokens[found[thing].head].text) == ("obj", verb)
