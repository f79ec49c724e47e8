"""Who speaks of what they saw; one of several is one head."""

import pytest

from tests.provenance.test_renditions import dossier_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("« J’ai vu le camion brûler devant la mairie », a raconté Luce Ferrand.", "J’ai vu"),
        ("Luce Ferrand dit avoir vu le camion brûler.", "avoir vu"),
        ("Un témoin de la scène affirme que le camion a brûlé.", "témoin de la scène"),
        ('"I saw it with my own eyes, the truck burned," said Luce Ferrand.', "I saw"),
        ("Luce Ferrand said she saw the truck burn.", "she saw"),
    ],
)
def test_a_voice_that_saw_is_at_first_hand(text: str, words: str) -> None:
    found = {v.first_hand.text for v in dossier_of(text).voices if v.first_hand is not None}
    assert found == {words}


def test_what_somebody_else_says_to_have_seen_is_not_first_hand() -> None:
    dossier = dossier_of("Le maire Paul Ancel affirme que le camion a brûlé devant la mairie.")
    assert all(v.first_hand is None for v in dossier.voices)


@pytest.mark.parametrize(
    "text",
    [
        "L'un d'eux a affirmé que le camion avait brûlé.",
        "L'un des responsables du port a affirmé que le camion avait brûlé.",
        "One of them said that the truck burned.",
        "One of the officials said that the truck burned.",
    ],
)
def test_one_of_several_is_one_head(text: str) -> None:
    dossier = dossier_of(text)
    assert {v.headcount for v in dossier.voices if v.given} == {1}
    assert not [n for n in dossier.notes if n.code == "plural voice"]


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("His remarks suggest that the truck had burned, after Milos Derk spoke.", False),
        ("Comments by Milos Derk suggested that the truck had burned.", False),
        ("Les propos de Milos Derk laissent entendre que le camion a brûlé.", False),
        ("Officials said that the truck had burned.", True),
        ("Des responsables du port ont affirmé que le camion avait brûlé.", True),
    ],
)
def test_only_several_persons_may_be_one(text: str, noted: bool) -> None:
    assert any(n.code == "plural voice" for n in dossier_of(text).notes) is noted
