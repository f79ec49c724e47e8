"""Bare denials (`X dément.`) in a dossier: one attribution each, and what is denied stays told by who tells it."""

import pytest

from tests.claims.pile import dossier_of


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("La société Cadrane aurait vidé la cuve, selon une source proche de l'enquête. Cadrane dément.", "une source"),
        ("Un proche du dossier affirme que Cadrane a vidé la cuve. Cadrane nie.", "Un proche"),
        ("A source close to the inquiry said Cadrane had emptied the tank. Cadrane denies it.", "A source"),
    ],
)
def test_what_is_denied_stays_told(text: str, teller: str) -> None:
    dossier = dossier_of(text)
    by_id = {a.id: a for a in dossier.attributions}
    stances = {
        (s.stance, by_id[s.attribution].source.text.startswith(("Cadrane", teller)))  # type: ignore[union-attr]
        for s in dossier.statements
        if s.attribution is not None and s.event is not None and s.event.predicate.text in {"vidé", "emptied"}
    }
    assert stances == {("affirms", True), ("denies", True)}
    denials = [a for a in dossier.attributions if a.firmness == "denial"]
    assert [a.source.text for a in denials if a.source is not None] == ["Cadrane"]


def test_a_bare_denial_of_what_tells_no_event_is_a_denial_all_the_same() -> None:
    dossier = dossier_of("Le maire évoque « une faute grave de l'exploitant ». Cadrane conteste.")
    assert [s.stance for s in dossier.statements] == ["denies"]
    assert [(a.source.text, a.firmness) for a in dossier.attributions if a.source is not None] == [
        ("Le maire", "flat"),
        ("Cadrane", "denial"),
    ]
