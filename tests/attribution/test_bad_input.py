"""Odd input: nothing raises, what is lost is listed, and spans keep pointing at their words."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Document

BASE = "Le préfet, Luc Ferran, a annoncé la fermeture du pont. « C'est une perte », a dit le maire. "
ENGLISH = 'The mayor said the bridge would close. "It is a loss," she added. '

ODD = {
    "empty": "",
    "white space": " \n\t\r\n ",
    "odd marks": "« Il a dit « non » et \"oui a répondu le maire. 'Peut-être, a-t-il ajouté.",
    "marks alone": '"""«»“”‘’\'\'``„',
    "left open": f"« {BASE}\n\n« {BASE}",
    "capitals": (BASE + ENGLISH).upper(),
    "windows line ends": BASE.replace(". ", ".\r\n"),
    "list": "\n".join(f"- point {i} : le maire a dit non" for i in range(30)),
    "table": "\n".join("\t".join(str(i * j) for j in range(8)) for i in range(30)),
    "transcript": "MAIRE : Nous paierons.\n\nPRÉFET : Non.\n\nMAIRE : La ville l'a dit.",
    "post": "RT @mairie: le pont ferme 😱😱 #pont https://pont.example « On l'avait dit » 🙄",
    "emoji": f"😀 {BASE}😀😀 {ENGLISH}👨‍👩‍👧",
    "another language": "Anna Keller: Wir schaffen das\n\nDie Regierung sagt, dass die Brücke nicht mehr sicher ist.",
    "another language, in turns": "KELLER: Wir schaffen das ganz sicher.\n\nBERGER: Die Brücke bleibt geschlossen.",
    "one word": "dit",
    "a pronoun last": "The bridge is closed, said he",
    "un pronom à la fin": "« Le pont est fermé », affirme-t-elle",
    "cut off behind who is told": 'The bridge stays closed. "It is a loss," she told',
    "cut off behind where": "The bridge stays closed, the mayor said on Vigie",
    "cut off behind a verb read as a noun": "Le maire juge",
    "an outlet first": "Kustnytt, que cite Le Phare",
    "verbs alone": "a dit a dit a dit que que que",
    "no spaces": BASE.replace(" ", ""),
    "zero width": BASE.replace("a ", "a\u200b "),
    "combining": "Le pre\u0301fet a de\u0301clare\u0301 que le pont fermerait.",
    "long paragraph": (BASE + ENGLISH) * 60,
}


@pytest.mark.parametrize("name", ODD)
def test_odd_input_is_read(name: str) -> None:
    text = ODD[name]
    annotated = annotate(Document("d1", "d1", "", text, True, "und"), {})
    found = extract(annotated.annotation)
    for attribution in found.attributions:
        for span in (*attribution.content, attribution.source, attribution.cue, attribution.relay):
            assert span is None or text[span.start : span.end] == span.text
    for limit in found.limits:
        assert limit.spans


def test_a_lost_mark_spoils_its_own_paragraph_alone() -> None:
    text = f"« Il a dit non, a répondu le préfet.\n\n{BASE}"
    found = extract(annotate(Document("d1", "d1", "", text, True, "fr"), {}).annotation)
    assert [limit.spans[0].start for limit in found.limits] == [0]
    assert "C'est une perte" in [c.text for a in found.attributions for c in a.content]


def test_the_turns_of_a_transcript_have_their_speakers() -> None:
    found = extract(annotate(Document("d1", "d1", "", ODD["transcript"], True, "fr"), {}).annotation)
    assert [a.source.text for a in found.attributions if a.source] == ["MAIRE", "PRÉFET", "MAIRE"]


def test_a_signed_quotation_has_its_speaker() -> None:
    text = "« Le pont doit rester ouvert. » — Jeanne Morel\n« Nous n'avons rien demandé à personne. » – Karim Azzi"
    found = extract(annotate(Document("d1", "d1", "", text, True, "fr"), {}).annotation)
    assert [a.source.text for a in found.attributions if a.source] == ["Jeanne Morel", "Karim Azzi"]


def test_the_turns_of_a_dialogue_are_those_of_their_cues() -> None:
    text = "— Qui a signé ce bon ? demande la présidente.\n\n— Le maire, madame, répond-il. Moi, j'ai tenu le stylo.\n"
    found = extract(annotate(Document("d1", "d1", "", text, True, "fr"), {}).annotation)
    assert [a.source.text for a in found.attributions if a.source] == ["la présidente", "il"]


def test_nouns_that_nobody_speaks_by_make_no_ascription() -> None:
    text = "Selon le cas, la route est fermée. Selon la saison, le lac gèle. Selon la préfète, le pont rouvrira."
    found = extract(annotate(Document("d1", "d1", "", text, True, "fr"), {}).annotation)
    assert [a.source.text for a in found.attributions if a.source] == ["la préfète"]


@pytest.mark.parametrize("text", [BASE, ENGLISH])
def test_a_text_may_stop_at_any_word(text: str) -> None:
    words = text.split()
    for stop in range(1, len(words)):
        cut = " ".join(words[max(0, stop - 25) : stop])
        extract(annotate(Document("d1", "d1", "", cut, True, "und"), {}).annotation)


@pytest.mark.parametrize(
    "text",
    ["Le pont est fermé, a annoncé", "He was hit, they say", "Le ministre affirme", "The police told the Independent"],
)
def test_a_text_may_stop_at_a_cue(text: str) -> None:
    assert extract(annotate(Document("d1", "d1", "", text, True, "und"), {}).annotation) is not None
