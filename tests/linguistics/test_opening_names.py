"""Names that no table knows, at the head of a sentence: who does what the verb behind them tells."""

import pytest

from tests.claims.pile import dossier_of, roles


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Tavernol shut its bakery and sold 30 ovens.", "Tavernol"),
        ("Kelbrig hacked the servers of the hospital.", "Kelbrig"),
        ("Vanterline paid the harbour master in June.", "Vanterline"),
    ],
)
def test_an_unknown_word_that_opens_a_sentence_is_a_name(text: str, agent: str) -> None:
    dossier = dossier_of(text)
    assert dossier.statements
    assert {roles(dossier, s).get("agent") for s in dossier.statements} == {agent}


@pytest.mark.parametrize("text", ["Arson destroyed the barn.", "Vaccination saved two villages."])
def test_a_known_word_is_no_name(text: str) -> None:
    assert not [a for a in dossier_of(text).actors if a.name in {"Arson", "Vaccination"}]


def test_the_mark_of_what_is_told_to_somebody_takes_no_part_in_it() -> None:
    dossier = dossier_of("Kelbrig told lenders that the bakery had closed.")
    assert [roles(dossier, s) for s in dossier.statements] == [{"theme": "bakery"}]


@pytest.mark.parametrize("text", ["The creamery recalled 9 tonnes of butter.", "Ostrelle recalled the butter in June."])
def test_a_product_is_recalled_and_not_spoken_of(text: str) -> None:
    dossier = dossier_of(text)
    assert dossier.attributions == () and [s.event.class_ for s in dossier.statements] == ["recall"]


def test_who_is_cited_as_saying_is_told_once() -> None:
    dossier = dossier_of("Reuters cited farmer Ada Lint as saying that the bakery had closed.")
    assert [a.source.text for a in dossier.attributions if a.source] == ["farmer Ada Lint"]
