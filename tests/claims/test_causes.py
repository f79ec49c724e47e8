"""What brought an event about is told by one class, in both languages and in both directions."""

import pytest

from recoupe.model import Dossier
from tests.claims.pile import dossier_of


def caused(dossier: Dossier) -> set[tuple[str, str]]:
    """The role and the words of who and what takes part in what brought an event about."""
    events = [s.event for s in dossier.statements if s.event.class_ == "cause"]
    return {(p.role, p.span.text) for e in events for p in e.participants}


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("L'incendie de la halle aurait été déclenché par la chute d'un projecteur.", "projecteur", "incendie"),
        ("Une fuite de gaz est à l'origine de l'explosion.", "gaz", "explosion"),
        ("L'accident est dû à une erreur d'aiguillage.", "erreur", "accident"),
        ("La panne serait due à un court-circuit.", "court-circuit", "panne"),
        ("Le naufrage résulte d'une vanne ouverte.", "vanne", "naufrage"),
        ("Un projecteur a mis le feu à la halle.", "projecteur", "feu"),
        ("A spotlight started the fire.", "spotlight", "fire"),
        ("The blaze was caused by a falling spotlight.", "spotlight", "blaze"),
        ("The crash was due to a signal failure.", "failure", "crash"),
        ("The outage resulted from a short circuit.", "circuit", "outage"),
        ("A spotlight is blamed for the blaze.", "spotlight", "blaze"),
        ("The blaze was blamed on a spotlight.", "spotlight", "blaze"),
    ],
)
def test_what_caused_what(text: str, cause: str, effect: str) -> None:
    assert caused(dossier_of(text)) == {("cause", cause), ("theme", effect)}


@pytest.mark.parametrize(
    ("text", "agent", "effect"),
    [
        ("Cadrane est à l'origine de la pollution.", "Cadrane", "pollution"),
        ("Cadrane a provoqué l'incendie.", "Cadrane", "incendie"),
        ("The Cadrane group caused the leak.", "group", "leak"),
    ],
)
def test_who_caused_what(text: str, agent: str, effect: str) -> None:
    assert caused(dossier_of(text)) == {("agent", agent), ("theme", effect)}


@pytest.mark.parametrize(
    "text", ["The bridge is due to open in May.", "Le syndicat a déclenché une grève.", "Elle doit 300 euros."]
)
def test_nothing_is_caused_there(text: str) -> None:
    assert caused(dossier_of(text)) == set()


def test_causes_meet_across_directions_and_languages_and_not_what_burnt() -> None:
    dossier = dossier_of(
        "Un projecteur serait à l'origine de l'incendie de la halle Berthaud, selon un pompier de Varse.",
        "The Berthaud hall fire in Varse was caused by a spotlight, a fireman said.",
        "L'incendie de la halle Berthaud, à Varse, a détruit 300 hectares, selon la préfecture.",
    )
    classes = {s.id: s.event.class_ for s in dossier.statements}
    causes = [c for c in dossier.claims if any(classes[s] == "cause" for s in c.statements)]
    assert [len(c.reports) for c in causes] == [2]
    assert {classes[s] for c in causes for s in c.statements} == {"cause"}


def test_to_lay_the_blame_is_reserve() -> None:
    dossier = dossier_of("A spotlight is blamed for the blaze at the Berthaud hall.")
    assert {s.firmness for s in dossier.statements if s.event.class_ == "cause"} == {"hedged"}
