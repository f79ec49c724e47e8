"""What a report takes back that it told before: `RECTIFICATIF. Nous avons écrit que F`, `an earlier version said that F`."""

from recoupe.languages import LanguagePack, language_pack
from recoupe.linguistics import Annotation
from recoupe.model import Span

NEAR = 6  # tokens between who wrote, the verb and what opens what was written
ENDS = {":", ";"}


def retracted(annotation: Annotation) -> dict[int, Span]:
    """The tokens of what a report takes back, each with the words that bring it (`nous avons écrit`).

    Only in a paragraph that says that it corrects, by the packs' words for it.
    """
    found: dict[int, Span] = {}
    for sentence, (first, last) in enumerate(annotation.sentences):
        opening = written(annotation, first, last)
        if opening is None or not corrects(annotation, sentence):
            continue
        start, verb, behind = opening
        end = next((k for k in range(behind, last) if annotation.tokens[k].text in ENDS), last)
        found.update(dict.fromkeys(range(behind, end), annotation.span(start, verb)))
    return found


def written(annotation: Annotation, first: int, last: int) -> tuple[int, int, int] | None:
    """Where a sentence says that the report itself wrote something: who wrote, the verb, and where what was written opens."""
    for k in range(first, last):
        token = annotation.tokens[k]
        pack = language_pack(token.language)
        if token.pos != "VERB" or token.lemma not in pack.reporting_verbs.verbs:
            continue
        who = next((n for n in range(k - 1, max(first, k - NEAR) - 1, -1) if writes(annotation, n, first, pack)), None)
        if who is None or annotation.tokens[k].has("Tense=Fut"):
            continue
        marks = pack.settings.complementisers
        mark = next((n for n in range(k + 1, min(last, k + NEAR)) if annotation.tokens[n].norm in marks), None)
        if mark is not None:
            return who, k, mark + 1
        if pack.settings.zero_complementiser:
            return who, k, k + 1
    return None


def writes(annotation: Annotation, k: int, first: int, pack: LanguagePack) -> bool:
    """Whether a token is the report's own `we`, or ends the words for what it was before (`an earlier version`)."""
    token = annotation.tokens[k]
    if token.pos == "PRON" and token.has("Number=Plur") and pack.function_words.pronouns.get(token.norm) == "first":
        return True
    start = annotation.tokens[max(first, k - NEAR)].start
    before = annotation.document.text[start : token.end].lower().replace("’", "'")
    return token.pos in {"NOUN", "PROPN"} and any(words in before for words in pack.events.earlier)


def corrects(annotation: Annotation, sentence: int) -> bool:
    """Whether the paragraph of a sentence, or the few words that stand alone before it, say that it corrects what was told."""
    places = annotation.paragraph_of_sentence
    own = [n for n in range(len(annotation.sentences)) if not places or places[n] == places[sentence]]
    headed = [n for n in range(own[0]) if places[n] == places[own[0]] - 1]
    if headed and annotation.sentences[headed[-1]][1] - annotation.sentences[headed[0]][0] <= NEAR:
        own = [*headed, *own]
    first, last = annotation.sentences[own[0]][0], annotation.sentences[own[-1]][1] - 1
    text = annotation.document.text[annotation.tokens[first].start : annotation.tokens[last].end].lower()
    events = language_pack(annotation.tokens[first].language).events
    return any(phrase in text.replace("’", "'") for phrase in (*events.corrections, *events.earlier))
