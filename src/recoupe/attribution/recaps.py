"""Sentences that only sum up who spoke: `It was the first time a minister had confirmed the theft.`

Who is told of so without a name is whoever the report names beside it, and no further voice.
"""

from collections.abc import Sequence

from recoupe.attribution.draft import Draft, Reading
from recoupe.attribution.lexicon import words_of

NEAR = 3  # sentences between a summary and who is named


def without_recaps(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without those whose indefinite source is summed up as the first to say what somebody named beside it says."""
    return [d for d in drafts if not (sums_up(reading, d) and any(names_beside(reading, d, o) for o in drafts))]


def sums_up(reading: Reading, draft: Draft) -> bool:
    """Whether a source is one of its kind only, in a sentence that says that none did so before."""
    if draft.source is None or draft.cue is None:
        return False
    source = reading.between(*draft.source)
    if not source or not (source[0].has("Definite=Ind") or source[0].has("PronType=Ind")):
        return False
    first, _ = reading.annotation.sentences[source[0].sentence]
    before = tuple(t.norm for t in reading.tokens[first : source[0].i])
    phrases = (words_of(p) for p in reading.lexicon(first).pack.attribution_phrases.firsts)
    return any(before[i : i + len(p)] == p for p in phrases for i in range(len(before)))


def names_beside(reading: Reading, draft: Draft, other: Draft) -> bool:
    """Whether another draft near by has a source with a name."""
    if draft.source is None or other.source is None or other is draft:
        return False
    there, here = reading.between(*other.source), reading.between(*draft.source)
    named = any(t.pos == "PROPN" for t in there)
    return named and abs(there[0].sentence - here[0].sentence) <= NEAR
