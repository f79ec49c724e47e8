"""Figures that are denied by name, said to be wrong, or set against the one that is right."""

import pytest

from tests.claims.pile import claim_with, dossier_of

OPENING = {*"0123456789", "d"}  # with what the figures of these sentences begin
TOLD = "Douze pêcheurs ont été blessés samedi à Vellon, selon les pompiers."


def denied(text: str) -> set[tuple[str, str]]:
    """The class and words of every statement of a text that denies a figure alone."""
    found = (s for s in dossier_of(text).statements if s.stance == "denies")
    return {(s.event.class_, s.values[0].span.text) for s in found if s.values and s.event.predicate.text[0] in OPENING}


@pytest.mark.parametrize(
    ("text", "class_", "figure"),
    [
        ("Le syndicat conteste le chiffre de 40 blessés.", "injure", "40"),
        ("« Le bilan de 40 blessés est exagéré », a dit la préfète.", "injure", "40"),
        ("La mairie rectifie : 20 dockers ont été blessés, et non 40.", "injure", "40"),
        ("The mayor disputes the figure of 40 injured.", "injure", "40"),
        ("The toll of 40 injured is wrong, the mayor said.", "injure", "40"),
        ("Twenty dockers were injured, not 40, the mayor said.", "injure", "40"),
        ("Twenty dockers were arrested rather than 40, the mayor said.", "arrest", "40"),
    ],
)
def test_the_figure_alone_is_denied(text: str, class_: str, figure: str) -> None:
    assert denied(text) == {(class_, figure)}


@pytest.mark.parametrize(
    "text",
    [
        "Le syndicat confirme le chiffre de 40 blessés.",
        "« Le bilan de 40 blessés n'est pas exagéré », a dit la préfète.",
        "The mayor confirms the figure of 40 injured.",
    ],
)
def test_a_figure_that_nobody_calls_wrong_is_not_denied(text: str) -> None:
    assert denied(text) == set()


def test_it_answers_the_claim_that_tells_the_figure() -> None:
    dossier = dossier_of(TOLD, "Le maire de Vellon, Paul Ancel, conteste le chiffre de douze blessés.")
    assert {d.voice for d in claim_with(dossier, "Douze pêcheurs").denials}


def test_it_does_not_answer_one_that_tells_another_figure() -> None:
    dossier = dossier_of(TOLD, "Le maire de Vellon, Paul Ancel, conteste le chiffre de quarante blessés.")
    assert not any(c.denials for c in dossier.claims)
