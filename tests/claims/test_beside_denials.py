"""`The group denied the report, saying that F`, `F, selon X, ce que Y conteste`: what stands beside a denial, and who denies."""

import pytest

from recoupe.model import Dossier, Statement
from tests.claims.pile import dossier_of, statements

BESIDE = [
    ("Le ministre nie avoir menti mais admet que l'usine a fermé.", "Le ministre"),
    ("Le ministre a démenti ces informations, affirmant que l'usine avait fermé.", "Le ministre"),
    ("Le ministre nie la fraude, tout en reconnaissant que l'usine a fermé.", "Le ministre"),
    ("Le ministre conteste le rapport, même s'il admet que l'usine a fermé.", "Le ministre"),
    ("The minister denied the report, insisting that the plant had closed.", "The minister"),
    ("The minister rejected the claims, saying the plant had closed.", "The minister"),
    ("The minister denied the charge but admitted that the plant had closed.", "The minister"),
    ("The minister denies that he lied, although he concedes that the plant has closed.", "The minister"),
    ("The minister, while denying that he lied, admitted that the plant had closed.", "The minister"),
]
TOLD_AND_DENIED = [
    "Le maire a détourné des fonds, selon le parquet, ce que son avocat conteste.",
    "Le maire a détourné des fonds, selon le parquet, une accusation que son avocat rejette.",
    "Selon le parquet, le maire a détourné des fonds, une accusation rejetée par son avocat.",
    "Le parquet affirme que le maire a détourné des fonds, ce que dément son avocat.",
    "Le maire a détourné des fonds, affirme le parquet. « Faux », répond son avocat.",
    "Le parquet affirme que le maire a détourné des fonds. Ce que son avocat conteste.",
    "The mayor embezzled public funds, prosecutors say, a claim his lawyer denies.",
    "Prosecutors say the mayor embezzled public funds, an accusation denied by his lawyer.",
]
NAMED = [
    ("Le ministère velmarien a qualifié ces accusations de mensonge.", "ministère"),
    ("La direction a parlé de rumeurs.", "direction"),
    ("Le collectif crie à la calomnie.", "collectif"),
    ("The ministry described the accusations as “propaganda”.", "ministry"),
]
LEFT_OPEN = [
    "Brel ne confirme ni ne dément.",
    "Brel n'a ni confirmé ni infirmé.",
    "Brel n'a voulu ni confirmer ni démentir.",
]


def voice(dossier: Dossier, statement: Statement) -> str:
    """The name of who says a statement; empty where nobody is given."""
    names = {a.id: a.name for a in dossier.actors}
    actor = next(v.actor for v in dossier.voices if v.id == statement.voice)
    return names[actor] if actor is not None else ""


@pytest.mark.parametrize(("text", "who"), BESIDE)
def test_what_the_denier_says_besides_is_affirmed(text: str, who: str) -> None:
    dossier = dossier_of(text)
    (closed,) = statements(dossier, "close")
    assert (closed.stance, closed.realis, voice(dossier, closed)) == ("affirms", "actual", who)


@pytest.mark.parametrize("text", TOLD_AND_DENIED)
def test_both_who_says_it_and_who_denies_it_are_kept(text: str) -> None:
    dossier = dossier_of(text)
    told = {s.stance: voice(dossier, s) for s in statements(dossier, "embezzle")}
    assert told.keys() == {"affirms", "denies"}
    assert told["affirms"].lower() in {"le parquet", "prosecutors"}
    assert "avocat" in told["denies"] or "lawyer" in told["denies"]


@pytest.mark.parametrize(("text", "who"), NAMED)
def test_who_calls_it_untrue_is_named(text: str, who: str) -> None:
    dossier = dossier_of(f"L'armée de Sarvie a bombardé le port de Brel, selon un marin. {text}")
    (denied,) = (s for s in statements(dossier, "attack") if s.stance == "denies")
    assert who in voice(dossier, denied)


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_neither_confirming_nor_denying_is_a_refusal(text: str) -> None:
    dossier = dossier_of(f"L'armée de Sarvie a bombardé le port de Sarn, selon un marin. {text}")
    assert {s.stance for s in statements(dossier, "attack")} == {"affirms", "refuses"}


def test_a_contested_decision_is_announced_all_the_same() -> None:
    dossier = dossier_of("Le préfet a annoncé la fermeture du pont, une décision que le maire conteste.")
    (closed,) = statements(dossier, "close")
    assert (closed.stance, voice(dossier, closed)) == ("affirms", "Le préfet")
