"""Bodies that a pronoun takes up take part in what they do; nothing is guessed where something else may be meant."""

import pytest

from tests.claims.pile import dossier_of


def doers(text: str) -> dict[str, str | None]:
    """By the predicate of each statement that a pronoun takes part in, the name of whom it takes up."""
    dossier = dossier_of(text)
    names = {a.id: a.name for a in dossier.actors}
    pronouns = {"it", "elle", "il"}
    return {
        s.event.predicate.text: names.get(p.actor or "")
        for s in dossier.statements
        for p in s.event.participants
        if p.span.text.lower() in pronouns
    }


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Cadrane said on Monday that it had closed the plant.", "closed"),
        ("Cadrane dismissed two engineers. It closed the plant.", "closed"),
        ("La société Cadrane a annoncé lundi qu'elle avait fermé l'usine.", "fermé"),
        ("L'usine Cadrane a livré des pompes. Elle a payé une amende.", "payé"),
    ],
)
def test_a_body_is_taken_up(text: str, predicate: str) -> None:
    assert doers(text)[predicate] == "Cadrane"


@pytest.mark.parametrize(
    "text",
    [
        "Cadrane said the pump was safe when it exploded.",
        "Cadrane a livré la pompe. Elle a explosé.",
        "Cadrane sued Verlon after it closed the plant.",
    ],
)
def test_nobody_is_taken_up_where_a_thing_or_another_body_may_be_meant(text: str) -> None:
    assert set(doers(text).values()) <= {None}
