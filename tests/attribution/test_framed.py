"""Sentences whose whole frame, or whose surroundings, say who speaks and through whom."""

import pytest

from recoupe.attribution import extract
from recoupe.attribution.forms import items_of
from recoupe.errors import PackError
from recoupe.languages import LANGUAGES, language_pack
from recoupe.linguistics import annotate
from recoupe.model import Document

FRAMED = [  # text, the source's words, words of the relay
    ("If mayor Ada Lindqvist is to be believed, the Sornay dam gave way.", "mayor Ada Lindqvist", None),
    ("The Sornay dam gave way: that is how a baker in the town sees it.", "a baker in the town", None),
    ("The word from a baker in the town is that the Sornay dam gave way.", "a baker in the town", None),
    ("The Sornay dam gave way. The Tolbury Gazette cites a baker in the town.", "a baker in the town", "The Tolbury Gazette"),
    ("We have it from two nurses on the ward that the Sornay dam gave way.", "two nurses on the ward", None),
    ("La digue de Sornay a cédé : telle est la version de la préfète Odile Marchand.", "la préfète Odile Marchand", None),
    ("Un douanier ne s'en cache pas : la digue de Sornay a cédé.", "Un douanier", None),
    ("La digue de Sornay a cédé. C'est la préfète Odile Marchand qui le dit.", "la préfète Odile Marchand", None),
    ("On apprend de deux infirmières du service que la digue a cédé.", "deux infirmières du service", None),
    ("Un ingénieur, que Radio Brune ne nomme pas, affirme que la digue a cédé.", "Un ingénieur", "Radio Brune"),
    ("La digue de Sornay a cédé : un batelier ne s'en cache plus et le dit à qui veut l'entendre.", "un batelier", None),
    ("L'exposé de la préfète Odile Marchand a duré une heure, le temps de montrer que la digue a cédé.",
     "la préfète Odile Marchand", None),
    ("The tale ran in the press. Its origin was a baker in the town; its substance, that the dam gave way.",
     "a baker in the town", None),
    ("The Sornay dam gave way, if one goes by what a baker told the Tolbury Gazette.", "a baker", "the Tolbury Gazette"),
    ("With a baker as its only source, the Tolbury Gazette ran a story saying that the dam gave way.",
     "a baker", "the Tolbury Gazette"),
    ("The affair came to light when the Tolbury Gazette published an article saying that the Sornay dam gave way.",
     "the Tolbury Gazette", None),
    ("The allegation that the Sornay dam gave way appeared on Friday on the website of the Tolbury Gazette.",
     "the Tolbury Gazette", None),
    ("According to a statement issued on Monday by mayor Ada Lindqvist, the Sornay dam gave way.", "mayor Ada Lindqvist", None),
    ("The reaction of mayor Ada Lindqvist was immediate: “The Sornay dam gave way.”", "mayor Ada Lindqvist", None),
    ("La digue de Sornay a cédé, a appris l'agence Orbis de source proche du dossier.", "source proche du dossier",
     "l'agence Orbis"),
    ("Une note a paru où la préfète Odile Marchand relève que la digue a cédé.", "la préfète Odile Marchand", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "relay"), FRAMED, ids=[c[0][:50] for c in FRAMED])
def test_who_speaks_is_read_from_the_whole_sentence(text: str, source: str, relay: str | None) -> None:
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert (source, relay) in [(a.source and a.source.text, a.relay and a.relay.text) for a in found]


def test_what_cannot_speak_fills_no_frame() -> None:
    text = "If the weather is to be trusted, the ferry leaves at nine."
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert not [a for a in found if a.evidence[0].name == "mechanism frame"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_frame_can_be_read(language: str) -> None:
    frames = language_pack(language).frames
    for frame in frames.frames:
        assert items_of(frame.form)
        spoken = any(gap in frame.form for gap in ("{who}", "{voice}", "{outlet}", "{press}"))
        assert spoken or frame.class_ == "refusal"  # questions that nobody named leaves unanswered


def test_a_bracket_without_a_partner_is_refused() -> None:
    with pytest.raises(PackError, match="bracket"):
        items_of("{who} (says that {said}")
