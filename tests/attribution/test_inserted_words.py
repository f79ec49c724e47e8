"""Cue clauses with words inserted, misread or cut by the parse: who speaks, and all that is said."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Attribution, Document


def read(text: str) -> tuple[Attribution, ...]:
    """The attributions of a report."""
    return extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions


SPOKEN = [  # text, the source's words, the contents
    ("“We saw the barge turn”, recalls Ines Falk, who mends nets on the quay, “and then it sank in a minute.”",
     "Ines Falk", ["We saw the barge turn", "and then it sank in a minute"]),
    ("« Le ponton a lâché d'un coup », raconte Ines Falk, qui répare des filets sur le quai, « et la barge a coulé. »",
     "Ines Falk", ["Le ponton a lâché d'un coup", "et la barge a coulé"]),
    ("« La vanne était rouillée », admet, un peu las, le directeur du barrage.",
     "le directeur du barrage", ["La vanne était rouillée"]),
    ("« Le marché a été truqué », précise, pièces à l'appui, une magistrate de Tolme.",
     "une magistrate de Tolme", ["Le marché a été truqué"]),
    ("The ferry, the harbour master warns, was never inspected.",
     "the harbour master", ["The ferry", "was never inspected"]),
    ("The trustees, the judge ruled, had sold the chapel in secret.",
     "the judge", ["The trustees", "had sold the chapel in secret"]),
    ("According to two inspectors briefed on the fire, firemen found the safe open.",
     "two inspectors", ["firemen found the safe open"]),
    ("Some within the union maintain that the bridge was mined by the rebels.",
     "Some within the union", ["the bridge was mined by the rebels"]),
    ("The Tolbury Gazette met a porter at the hospital, according to whom the lift had been broken for weeks.",
     "a porter at the hospital", ["the lift had been broken for weeks"]),
    ("Radio Brune a retrouvé une ouvrière de la fonderie, selon qui le four a explosé deux fois.",
     "une ouvrière de la fonderie", ["le four a explosé deux fois"]),
    ("The sexton told Radio Brune about the theft of two bells from the chapel.",
     "The sexton", ["the theft of two bells from the chapel"]),
    ("Le bail a été rompu, a indiqué la gérante, dans un courriel adressé à La Gazette de Sornay.",
     "la gérante", ["Le bail a été rompu"]),
    ("Dernier bilan de la gendarmerie : trois blessés et un disparu.",
     "la gendarmerie", ["trois blessés et un disparu"]),
    ("Hier, Radio Brune a relayé la nouvelle de la démission du préfet.",
     "Radio Brune", ["la démission du préfet"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "contents"), SPOKEN, ids=[s[0][:50] for s in SPOKEN])
def test_who_says_all_of_it(text: str, source: str, contents: list[str]) -> None:
    found = [(a.source.text if a.source else None, [c.text for c in a.content]) for a in read(text)]
    assert (source, contents) in found


@pytest.mark.parametrize(
    "text",
    [
        "It has been falsely claimed that Brenna Oyl closed the school, her lawyer said.",
        "On a écrit à tort que Brenna Oyl avait fermé l'école, regrette son avocate.",
        "Il a été démenti par le rectorat que l'école ait été fermée.",
    ],
)
def test_what_others_told_wrongly_is_denied(text: str) -> None:
    assert [a for a in read(text) if a.firmness == "denial" and a.source is not None]


def test_what_is_found_is_no_speech() -> None:
    assert not [a for a in read("The search began at dawn, and at noon police found the stolen car.") if a.source]


def test_a_past_that_is_read_as_a_noun_ascribes_the_quotation_before_it() -> None:
    text = "“The umpire stopped the clock,” the skipper grumbled on Radio Sornay, “and we lost the cup.”"
    assert [(a.source.text, a.relay.text) for a in read(text) if a.source and a.relay] == [
        ("the skipper", "Radio Sornay")
    ]


def test_who_is_quoted_by_a_paper_speaks_through_it() -> None:
    text = "The quarry was shut in May, Odile Brandt was quoted by the Tolbury Gazette as having said."
    assert [(a.source.text, a.relay.text) for a in read(text) if a.source and a.relay] == [
        ("Odile Brandt", "the Tolbury Gazette")
    ]
