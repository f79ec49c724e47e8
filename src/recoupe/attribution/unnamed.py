"""What tells that a voice is not named (`who asked not to be named`) brings nothing else that is said."""

import functools
import re
from collections.abc import Sequence

from recoupe.attribution.draft import Draft, Reading
from recoupe.languages import language_pack


def without_markers(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts whose cue stands in such words with no content beyond them, which the parse often takes for more.

    `two guards who asked not to be named | said that the gate was open`: what they asked ends with `named`.
    """
    spans = [m.span() for code in languages(reading) for m in pattern(code).finditer(reading.text)]
    kept = []
    for draft in drafts:
        end = next((e for s, e in spans if draft.cue is not None and s <= draft.cue[0] < e), None)
        if end is not None and draft.cue is not None:
            start = draft.cue[1]
            draft.content = [(s, min(e, end)) for s, e in draft.content if start <= s < end]
        if draft.content:
            kept.append(draft)
    return kept


def languages(reading: Reading) -> list[str]:
    """The languages of a report's tokens, in order."""
    return sorted({t.language for t in reading.tokens})


@functools.cache
def pattern(language: str) -> re.Pattern[str]:
    """The words of a language that tell that a voice is not named, the longest first."""
    markers = sorted(language_pack(language).anonymity.markers, key=lambda m: (-len(m), m))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, markers)) + r")\b", re.IGNORECASE)
