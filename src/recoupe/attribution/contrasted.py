"""Where a content ends at another speaker's word: `A, selon la police ; les syndicats ont compté B`, `said A, while X put B`.

The parse lets a clause run on to the end of its sentence; what another one is said to say behind a semicolon or a word of
contrast is not the first one's, unless it hangs on his own words by a conjunction (`said that A and that X denied B`).
"""

from recoupe.attribution.draft import Draft, Reading
from recoupe.attribution.syntax import is_finite

FROM_JOINT = 4  # tokens between the joint and the source: an article, an adverb
SPOKEN = ("quotation", "turn", "frame", "heading", "citing", "estimate")


def contrasted(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts whose contents end where another speaker's own clause begins."""
    for draft in drafts:
        if draft.cue is None or draft.mechanism.startswith(SPOKEN):
            continue
        for other in drafts:
            if other is not draft and (joint := joint_of(reading, draft, other)) is not None:
                cut(reading, draft, joint)
    return drafts


def joint_of(reading: Reading, draft: Draft, other: Draft) -> int | None:
    """The token that parts another draft's clause, subject first, from what a draft holds before it."""
    if other.source is None or other.cue is None or other.cue_token is None or draft.cue is None:
        return None
    if other.mechanism.startswith(SPOKEN) or not draft.covers(other.source[0]) or not draft.covers(other.cue[0]):
        return None
    if other.source[0] > other.cue[0] or draft.cue[0] > other.source[0]:
        return None
    words, tokens = reading.between(*other.source), reading.tokens
    if not words:
        return None  # (a pronoun inside a token)
    first = words[0]
    if tokens[other.cue_token].sentence != first.sentence or not is_finite(reading.annotation, other.cue_token):
        return None
    start, _ = reading.annotation.sentences[first.sentence]
    for i in range(first.i - 1, max(start, first.i - 1 - FROM_JOINT), -1):
        if reading.quotation_at(tokens[i].start) is not None:
            return None
        if tokens[i].text == ";" or (parts(reading, i) and tokens[i - 1].text in {",", ";"}):
            return i
        if tokens[i].pos not in {"DET", "ADV", "ADJ", "SCONJ"}:
            return None
    return None


def parts(reading: Reading, i: int) -> bool:
    """Whether words of contrast begin at a token (`while`, `tandis que`)."""
    phrases = reading.lexicon(i).pack.settings.parting
    return any([t.norm for t in reading.tokens[i : i + len(p.split())]] == p.split() for p in phrases)


def cut(reading: Reading, draft: Draft, joint: int) -> None:
    """End a content before a token."""
    place = reading.tokens[joint].start
    left = [(start, min(end, place)) for start, end in draft.content if start < place]
    tidy = [t for t in (reading.tidy(*part) for part in left) if t is not None]
    draft.content = tidy or draft.content
