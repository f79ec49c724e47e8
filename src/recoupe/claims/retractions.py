"""What a report takes back that it told before: `RECTIFICATIF. Nous avons écrit que F`, `an earlier version said that F`,
`contrary to what we reported, not F`.
"""

import functools
import re
from collections.abc import Mapping, Sequence

from recoupe.claims.found import FoundEvent
from recoupe.languages import LanguagePack, language_pack
from recoupe.linguistics import Annotation
from recoupe.model import Span

NEAR = 6  # tokens between who wrote, the verb and what opens what was written
ENDS = {":", ";"}


def retracted(annotation: Annotation, corrected: Sequence[tuple[Span, ...]]) -> dict[int, Span]:
    """The tokens of what a report takes back, each with the words that bring it (`nous avons écrit`).

    Only in a paragraph that says that it corrects, by the packs' words for it. corrected: see `correcting`.
    """
    found: dict[int, Span] = {}
    for sentence, (first, last) in enumerate(annotation.sentences):
        opening = written(annotation, first, last)
        if opening is None or not corrected[sentence]:
            continue
        start, verb, behind = opening
        end = next((k for k in range(behind, last) if annotation.tokens[k].text in ENDS), last)
        found.update(dict.fromkeys(range(behind, end), annotation.span(start, verb)))
    return found


def clauses_of(taken_back: Mapping[int, Span], events: Sequence[FoundEvent]) -> dict[int, Span]:
    """What is taken back without the nouns in it that tell events, where a clause tells one (`said two died in the fire`)."""
    words = {taken_back[e.token] for e in events if e.token in taken_back and not e.nominal}
    nouns = {e.token for e in events if e.nominal}
    return {k: span for k, span in taken_back.items() if k not in nouns or span not in words}


def written(annotation: Annotation, first: int, last: int) -> tuple[int, int, int] | None:
    """Where a sentence says that the report itself wrote something: who wrote, the verb, and where what was written opens."""
    for k in range(first, last):
        token = annotation.tokens[k]
        pack = language_pack(token.language)
        if not writing(annotation, k, first, pack):
            continue
        near = outside_brackets(annotation, first, k)[:NEAR]
        who = next((n for n in (*near, *annotation.dependents(k, "nsubj")) if writes(annotation, n, first, pack)), None)
        if who is None or token.has("Tense=Fut"):
            continue
        marks = pack.settings.complementisers
        mark = next((n for n in range(k + 1, min(last, k + NEAR)) if annotation.tokens[n].norm in marks), None)
        if mark is not None:
            return who, k, mark + 1
        if pack.settings.zero_complementiser:
            return who, k, k + 1
    return None


def outside_brackets(annotation: Annotation, first: int, k: int) -> list[int]:
    """The tokens from one before another back to the start of its sentence, what stands in brackets left out."""
    found, inside = [], 0
    for n in range(k - 1, first - 1, -1):
        text = annotation.tokens[n].text
        inside += (text == ")") - (text == "(")
        if inside <= 0 and text != "(":
            found.append(n)
    return found


def writing(annotation: Annotation, k: int, first: int, pack: LanguagePack) -> bool:
    """Whether a token is a verb of saying, or what stands between the report's own `we` and what opens a clause.

    The latter may be read as a noun (`nous indiquions que`).
    """
    token = annotation.tokens[k]
    if token.pos == "VERB":
        return token.lemma in pack.reporting_verbs.verbs
    behind = annotation.tokens[k + 1 : k + 2]
    clause = bool(behind) and behind[0].norm in pack.settings.complementisers
    return clause and k > first and ourselves(annotation, k - 1, pack)


def ourselves(annotation: Annotation, k: int, pack: LanguagePack) -> bool:
    """Whether a token is the report's own `we`."""
    token = annotation.tokens[k]
    return token.pos == "PRON" and token.has("Number=Plur") and pack.function_words.pronouns.get(token.norm) == "first"


def writes(annotation: Annotation, k: int, first: int, pack: LanguagePack) -> bool:
    """Whether a token is the report's own `we`, or ends the words for what it was before (`an earlier version`)."""
    if ourselves(annotation, k, pack):
        return True
    token = annotation.tokens[k]
    before = plain(annotation, max(first, k - NEAR), k)
    return token.pos in {"NOUN", "PROPN", "ADJ"} and any(
        words in before for words in (*pack.events.earlier, *pack.events.versions)
    )


def correcting(annotation: Annotation) -> list[tuple[Span, ...]]:
    """For each sentence the words by which its paragraph, or the few that stand alone before it, say that it corrects."""
    places = annotation.paragraph_of_sentence or (0,) * len(annotation.sentences)
    paragraphs: dict[int, list[int]] = {}
    for n, place in enumerate(places):
        paragraphs.setdefault(place, []).append(n)
    said = {place: saying_so(annotation, own, paragraphs.get(place - 1, ())) for place, own in paragraphs.items()}
    return [said[place] for place in places]


def saying_so(annotation: Annotation, own: Sequence[int], headed: Sequence[int]) -> tuple[Span, ...]:
    """The words by which the sentences of a paragraph say that it corrects, or those before it where they are few."""
    if headed and annotation.sentences[headed[-1]][1] - annotation.sentences[headed[0]][0] <= NEAR:
        own = [*headed, *own]
    first, last = annotation.sentences[own[0]][0], annotation.sentences[own[-1]][1] - 1
    start, text = annotation.tokens[first].start, plain(annotation, first, last)
    events = language_pack(annotation.tokens[first].language).events
    phrases = (*events.corrections, *events.earlier)
    found = [m.span() for p in phrases if p in text for m in re.finditer(rf"\b{re.escape(p)}\b", text)]
    found += [
        m.span(1)
        for p in events.correcting
        if text.startswith(p) and (m := re.match(rf"({re.escape(p)})\s*[.:—–-]", text))
    ]
    whole = {(a, b) for a, b in found if not any(c <= a and b <= d and (a, b) != (c, d) for c, d in found)}
    return tuple(sorted(annotation.document.span(start + a, start + b) for a, b in whole))


def plain(annotation: Annotation, first: int, last: int) -> str:
    """The words from one token to another in small letters, with one kind of apostrophe."""
    text = annotation.document.text[annotation.tokens[first].start : annotation.tokens[last].end]
    return "".join(map(small, text)).replace("’", "'")


@functools.cache
def small(letter: str) -> str:
    """A letter in small, where that is one letter too."""
    return letter.lower() if len(letter.lower()) == 1 else letter
