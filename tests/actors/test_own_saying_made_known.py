"""`Il l'a fait savoir` after what somebody denies is said by who denies it, not by another one told of before."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "Un pilote joint par notre envoyée affirme que le colonel Idriss Varo a vendu des radars au Talbor. Le quotidien "
        "Kasma Libre cite ce pilote.\n\nLe colonel Varo, pour sa part, nie avoir vendu des radars au Talbor. Il l'a fait "
        "savoir par un courriel à notre rédaction.",
        "Un pilote affirme que le juge Idriss Varo s'est rendu à Talbor. Le quotidien Kasma Libre l'avait écrit lundi."
        "\n\nLe juge Varo, de son côté, dément s'être rendu à Talbor. Il l'a fait savoir mardi.",
        "C'est le quotidien Kasma Libre qui avait révélé la vente. Selon un pilote joint par notre envoyée, ce sont six "
        "radars qui sont partis. Le même pilote explique que la moitié de la somme a été versée.\n\nLe colonel Idriss Varo, "
        "de son côté, dément s'être rendu à Talbor. Il l'a fait savoir par un courriel à notre rédaction.",
    ],
)
def test_who_makes_known_a_denial_is_who_denies(pile: Pile, text: str) -> None:
    dossier = pile(a=text)
    names = {a.id: a.name for a in dossier.actors}
    own = [a for a in dossier.attributions if a.source is not None and a.source.text == "Il"]
    assert own
    assert {names[a.actor] for a in own if a.actor is not None} == {"Idriss Varo"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Le quotidien Kasma Libre avait révélé la vente. Le colonel Idriss Varo, de son côté, dément s'être rendu à "
            "Talbor. Il l'a fait savoir par un courriel à notre rédaction.",
            "Idriss Varo",
        ),
        (
            "The Sarn Post had revealed the sale. Colonel Idriss Varo told our newspaper that he had not sold any radars.",
            "Idriss Varo",
        ),
    ],
)
def test_who_speaks_to_the_report_s_own_house_speaks_through_nobody(pile: Pile, text: str, voice: str) -> None:
    dossier = pile(a=text)
    names = {a.id: a.name for a in dossier.actors}
    denied = [s for s in dossier.statements if s.stance == "denies"]
    assert denied
    for statement in denied:
        assert [names[link.actor] for link in statement.chain if link.actor and link.role != "report"] == [voice]
