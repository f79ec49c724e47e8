"""Phrases between commas beside who speaks and beside whom a content is about: `The mayor, Jo Bell, said the mill, a ruin, ...`.

An apposition is closed by a mark before its clause goes on; words behind a comma that a finite verb follows at once are
that verb's subject.
"""

from recoupe.attribution.clauses import behind_apposition
from recoupe.attribution.cues import VerbCue
from recoupe.attribution.draft import Reading
from recoupe.attribution.incises import lone_speaker
from recoupe.attribution.openings import opening_token
from recoupe.attribution.syntax import is_finite, verb_group


def apposed_speaker(reading: Reading, cue: VerbCue) -> int | None:
    """Who is named with an apposition before a verb behind which the clause's own subject stands with one.

    The parse takes such a cue for an inserted one whose subject follows (`The mayor, Jo Bell, said the mill, a ruin, was sold`).
    """
    tokens, annotation = reading.tokens, reading.annotation
    settings = reading.lexicon(cue.verb).pack.settings
    if not settings.zero_complementiser or cue.passive or not is_finite(annotation, cue.verb):
        return None
    first = verb_group(annotation, cue.verb)[0]
    start = opening_token(reading, annotation.sentences[tokens[cue.verb].sentence][0], first)
    if first - 2 <= start or tokens[first - 1].text != ",":
        return None
    comma = next((i for i in range(first - 2, start, -1) if tokens[i].text == ","), None)
    if comma is None or behind_apposition(reading, cue.last) is None:
        return None
    named, told = lone_speaker(reading, start, comma), lone_speaker(reading, comma + 1, first - 1)
    return named if named is not None else told
