"""`X, citant Y, rapporte que`: a nested relation of the innermost source, with the outer one as its relay."""

from recoupe.attribution.cues import can_speak, verb_cues
from recoupe.attribution.draft import Draft, Reading
from recoupe.attribution.sources import source_span
from recoupe.attribution.syntax import verb_group


def cited(reading: Reading) -> list[Draft]:
    """Relations whose cue passes on a further source inside the clause of another relation."""
    found = []
    for cue in verb_cues(reading):
        if cue.entry.verb.class_ != "citing" or cue.verb in reading.used_cues or cue.passive:
            continue
        objects = [c for c in reading.annotation.dependents(cue.verb, "obj", "obl") if c > cue.verb]
        speaker = next((o for o in objects if can_speak(reading, o)), None)
        if speaker is None:
            continue
        start, end = reading.tokens[cue.verb].start, reading.tokens[cue.verb].end
        outer = outer_relation(reading, cue.verb, start)
        if outer is None:
            continue
        first, last = verb_group(reading.annotation, cue.verb)
        found.append(
            Draft(
                source=source_span(reading, speaker),
                cue=(reading.tokens[first].start, max(end, reading.tokens[last - 1].end)),
                content=[c for c in outer.content if not c[0] <= start < c[1]] or list(outer.content),
                mechanism="citing",
                entries=(f"verb:{cue.entry.key}",),
                according=outer.according,
                nominal=outer.nominal,
                head=outer.head,
                cue_token=cue.verb,
                relay=outer.source,
            )
        )
    return found


def outer_relation(reading: Reading, citing: int, position: int) -> Draft | None:
    """The relation in whose cue clause a citing verb stands: same sentence, nearest cue."""
    tokens = reading.tokens
    same = [
        d
        for d in reading.drafts
        if d.cue_token is not None
        and tokens[d.cue_token].sentence == tokens[citing].sentence
        and d.source is not None
        and not d.covers(position)
    ]
    return min(same, key=lambda d: (abs((d.cue_token or 0) - citing), d.content[0]), default=None)
