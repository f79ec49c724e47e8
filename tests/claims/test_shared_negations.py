"""Negations of two verbs, and what goes along with a verb that says no: `neither V nor W`, `avoided F by V-ing`."""

import pytest

from tests.claims.pile import dossier_of, statements

DENIED = [
    ("Paul Ancel n'a ni volé les tableaux ni frappé le gardien.", ("steal", "attack")),
    ("Paul Ancel n'a pas volé les tableaux ni frappé le gardien.", ("steal", "attack")),
    ("The army neither shelled the hospital nor attacked the village.", ("attack", "attack")),
    ("The army did not shell the hospital or attack the village.", ("attack", "attack")),
]
DONE = [
    ("Le groupe Ardoval a évité la faillite en vendant son usine.", "trade"),
    ("The Ardoval group avoided bankruptcy by selling its plant.", "trade"),
    ("La police a évité un drame en arrêtant deux hommes.", "arrest"),
    ("L'armée n'a pas bombardé l'hôpital mais détruit un dépôt.", "damage"),
    ("Si la régie a coupé l'eau à 140 foyers, c'est au terme d'un long conflit.", "deprive"),
    ("Si le pont a cédé, c'est faute d'entretien.", "collapse"),
    ("Même si l'usine a fermé, les salaires sont payés.", "close"),
]
NOT_SAID = [
    ("Même si l'usine fermait, les salaires seraient payés.", "close", "hypothetical"),
    ("Si l'usine a fermé, c'est grave.", "close", "hypothetical"),
    ("Le ministre s'est dit opposé à la fermeture de l'usine.", "close", "hypothetical"),
    ("The minister said he was opposed to the closure of the plant.", "close", "hypothetical"),
]


@pytest.mark.parametrize(("text", "classes"), DENIED)
def test_both_are_denied(text: str, classes: tuple[str, ...]) -> None:
    dossier = dossier_of(text)
    found = [s for class_ in {*classes} for s in statements(dossier, class_)]
    assert [s.stance for s in found] == ["denies"] * len(classes)


@pytest.mark.parametrize(("text", "class_"), DONE)
def test_this_was_done(text: str, class_: str) -> None:
    (found,) = statements(dossier_of(text), class_)
    assert (found.stance, found.realis) == ("affirms", "actual")


@pytest.mark.parametrize(("text", "class_", "realis"), NOT_SAID)
def test_this_is_only_supposed(text: str, class_: str, realis: str) -> None:
    (found,) = statements(dossier_of(text), class_)
    assert found.realis == realis


@pytest.mark.parametrize(
    "text",
    [
        "La fermeture de l'usine n'est pas à l'ordre du jour, assure la direction.",
        "A closure of the plant is not on the agenda, the company said.",
    ],
)
def test_what_is_not_on_the_agenda_is_denied(text: str) -> None:
    (found,) = statements(dossier_of(text), "close")
    assert found.stance == "denies"
