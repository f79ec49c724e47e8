"""What stands around a content in its sentence: who is named before a colon, and from whom an outlet has it.

`L'accusation de la ministre est grave : la société a livré ...`; `The Kovsk Herald, on the word of an official, writes that ...`.
"""

from collections.abc import Iterable, Sequence

from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.relays import is_outlet
from recoupe.attribution.sources import source_span
from recoupe.attribution.syntax import VERBAL, is_finite

FEWEST = 3  # words before a colon that can announce what follows
SHORTEST = 4  # words behind it


def announced(reading: Reading) -> list[Draft]:
    """Clauses behind a colon whose announcement holds a word of saying and names one who can have said it."""
    found = []
    for first, last in reading.annotation.sentences:
        colon = next((i for i in range(first + FEWEST, last - SHORTEST) if reading.tokens[i].text == ":"), None)
        if colon is None or reading.quotation_at(reading.tokens[colon].start) is not None:
            continue
        content = reading.tidy(reading.tokens[colon + 1].start, reading.tokens[last - 1].end)
        head = next((i for i in range(colon + 1, last) if finite(reading, i)), None)
        if content is None or head is None or any(d.covers(reading.tokens[head].start) for d in reading.drafts):
            continue
        cue = next((i for i in range(first, colon) if says(reading, i)), None)
        speaker = one_speaker(reading, range(first, colon))
        outlet = next((i for i in range(first, colon) if is_outlet(reading, i)), None)
        source = speaker if speaker is not None else outlet
        if cue is None or source is None:
            continue
        word = reading.tokens[cue]
        found.append(
            Draft(
                source=source_span(reading, source),
                cue=(word.start, word.end),
                content=[content],
                mechanism="frame:colon",
                entries=(f"noun:{word.lemma}",),
                nominal=True,
                head=head,
                cue_token=cue,
                relay=source_span(reading, outlet) if speaker is not None and outlet is not None else None,
            )
        )
    return found


def behind_outlets(reading: Reading) -> list[Draft]:
    """Relations of those from whom an outlet has what it says, where its sentence names one of them outside the content."""
    found = []
    nested = {tuple(d.content) for d in reading.drafts if d.relay is not None}
    for draft in reading.drafts:
        if draft.source is None or draft.cue_token is None or tuple(draft.content) in nested:
            continue
        named = reading.between(*draft.source)
        if not any(is_outlet(reading, t.i) for t in named) or any(speaks(reading, t.i) for t in named):
            continue
        first, last = reading.annotation.sentences[reading.tokens[draft.cue_token].sentence]
        outside = [i for i in range(first, last) if not within(reading.tokens[i].start, [draft.source, *draft.content])]
        speaker = one_speaker(reading, outside)
        if speaker is not None and drawn_on(reading, speaker):
            found.append(
                Draft(
                    source=source_span(reading, speaker),
                    cue=draft.cue,
                    content=list(draft.content),
                    mechanism="citing",
                    entries=draft.entries,
                    according=draft.according,
                    nominal=draft.nominal,
                    head=draft.head,
                    cue_token=draft.cue_token,
                    relay=draft.source,
                )
            )
    return found


def drawn_on(reading: Reading, speaker: int) -> bool:
    """Whether a verb of drawing on somebody governs who is named, or a noun of saying below such a verb."""
    tokens = reading.tokens
    if tokens[speaker].dep.startswith("nsubj"):
        return False
    drawing = reading.lexicon(speaker).pack.attribution_phrases.drawing
    for above in reading.annotation.ancestors(speaker):
        if tokens[above].pos in VERBAL or tokens[above].lemma in drawing:
            return tokens[above].lemma in drawing
        if not says(reading, above):
            return False
    return False


def within(position: int, spans: Iterable[Range]) -> bool:
    """Whether a code point lies in one of several ranges."""
    return any(start <= position < end for start, end in spans)


def finite(reading: Reading, i: int) -> bool:
    """Whether a token is a finite verb."""
    return reading.tokens[i].pos in VERBAL and is_finite(reading.annotation, i)


def says(reading: Reading, i: int) -> bool:
    """Whether a word is a noun of saying, a document or a channel."""
    token, lexicon = reading.tokens[i], reading.lexicon(i)
    return token.pos == "NOUN" and bool(
        token.lemma in lexicon.nouns or token.lemma in lexicon.documents or token.lemma in lexicon.channels
    )


def one_speaker(reading: Reading, places: Sequence[int]) -> int | None:
    """The one person or described voice that some words name; `None` where they name none, or several."""
    found: list[int] = []
    for i in places:
        if speaks(reading, i) and not any(belongs(reading, i, other) for other in found):
            found.append(i)
    return found[0] if len(found) == 1 else None


def speaks(reading: Reading, i: int) -> bool:
    """Whether a noun is an office, a noun of persons or the head of an anonymous voice, and no journalist's."""
    token, lexicon = reading.tokens[i], reading.lexicon(i)
    if token.pos != "NOUN" or token.lemma in lexicon.pack.attribution_phrases.newsroom:
        return False
    return bool({token.lemma, token.norm} & (lexicon.roles | lexicon.pack.anonymity.heads.keys()))


def belongs(reading: Reading, i: int, other: int) -> bool:
    """Whether a word stands inside the noun phrase of another, its relative clauses included."""
    return other in reading.annotation.ancestors(i)
