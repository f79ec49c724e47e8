"""What a text leaves out is not declined, and the press at large passes nothing on."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Attribution, Document


def found_in(text: str) -> tuple[Attribution, ...]:
    return extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions


@pytest.mark.parametrize(
    "text",
    [
        "Le rapport, que Le Messager a pu consulter, ne mentionne pas la Corvanie.",
        "Cette lettre, que nous avons lue, n'évoque pas la ville de Sarn.",
        "Le rapport ne précise pas la date du contrôle.",
        "The letter, which The Orle Post has seen, does not mention Corvania.",
    ],
)
def test_a_document_declines_nothing(text: str) -> None:
    assert not [a for a in found_in(text) if a.firmness == "refusal"]


def test_somebody_does() -> None:
    assert [a.firmness for a in found_in("Le ministre n'a pas précisé la date.")] == ["refusal"]


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("« Le pont tiendra », a déclaré à la presse la maire, Odile Franchin.", None),
        ('"The bridge will hold," the mayor told the press.', None),
        ("The mayor told Radio Orle that the bridge would hold.", "Radio Orle"),
    ],
)
def test_the_press_at_large_is_no_go_between(text: str, relay: str | None) -> None:
    assert [a.relay and a.relay.text for a in found_in(text)] == [relay]


def test_a_name_in_marks_before_its_verb_is_no_quotation() -> None:
    assert not [a for a in found_in("« Le Phare » publie la lettre.") if a.content[0].text == "Le Phare"]
