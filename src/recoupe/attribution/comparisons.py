"""Cue clauses of likeness beside what they ascribe: `comme l'a dit la maire`, `ainsi que le rappelle X`, `as X explained`."""

from dataclasses import dataclass

from recoupe.attribution.cues import VerbCue, can_speak
from recoupe.attribution.draft import Range, Reading
from recoupe.attribution.incises import continues_behind, lone_speaker
from recoupe.attribution.inversion import articled, behind
from recoupe.attribution.lexicon import words_of
from recoupe.attribution.openings import DASHES, behind_colon, opening_token
from recoupe.attribution.sources import source_tokens
from recoupe.attribution.syntax import is_main, verb_group

TELLING = {"neutral", "assertive", "evidence", "learning", "warning", "judgement", "promise"}
NEAR = 10  # tokens between the opening word and the verb
LONGEST = 16  # tokens between the subject and the mark that closes the clause
CLOSERS = {",", ":", ";", ".", ")", *DASHES}


@dataclass(frozen=True)
class Likeness:
    """Who is named in such a clause, and what it ascribes."""

    subject: int
    content: list[Range]


def likened(reading: Reading, cue: VerbCue) -> Likeness | None:
    """The clause of likeness in which a cue stands, with its content; `None` where it stands in none."""
    verb = cue.entry.verb
    if verb.class_ not in TELLING or cue.passive or not verb.incise or not ("clause" in verb.takes or cue.entry.words):
        return None
    found = opening(reading, cue)
    if found is None:
        return None
    first, subject = found
    tokens, annotation = reading.tokens, reading.annotation
    start, stop = annotation.sentences[tokens[cue.verb].sentence]
    end = closing(reading, max(cue.last, source_tokens(reading, subject)[1]), stop)
    low = opening_token(reading, behind_colon(reading, start, first), stop)
    if end is None:
        return None
    if first <= low:
        rest = opening_token(reading, end, stop)
        spans = [reading.offsets(rest, stop)] if any(t.has("VerbForm=Fin") for t in tokens[rest:stop]) else []
    else:
        marked = tokens[first - 1].text in {",", "(", *DASHES}
        spans = [(tokens[low].start, tokens[first - 1].start)] if marked and low < first - 1 else []
        if spans and tokens[end - 1].text != "." and continues_behind(reading, end, stop):
            spans.append((tokens[end].start, tokens[stop - 1].end))
    return Likeness(subject, spans) if spans else None


def opening(reading: Reading, cue: VerbCue) -> tuple[int, int] | None:
    """The token that opens the clause, and its subject, before the verb or behind it."""
    tokens = reading.tokens
    settings = reading.lexicon(cue.verb).pack.settings
    start = reading.annotation.sentences[tokens[cue.verb].sentence][0]
    last = verb_group(reading.annotation, cue.verb)[0]
    taken_up = not settings.resumptives
    while last > start and (
        tokens[last - 1].norm in settings.resumptives
        or (tokens[last - 1].pos in {"PRON", "ADV"} and not tokens[last - 1].has("Case=Nom"))
    ):
        taken_up = taken_up or tokens[last - 1].norm in settings.resumptives
        if tokens[last - 1].pos == "ADV" and at_opener(reading, last, start) is not None:
            break
        last -= 1
    if not taken_up:
        return None
    for i in range(last, max(start, last - NEAR), -1):
        first = at_opener(reading, i, start)
        if first is None:
            continue
        if i == last:
            named = behind(reading, cue.verb) if settings.inverted_cues else None
            speaks = named is not None and (can_speak(reading, named) or articled(reading, named))
            return (first, named) if named is not None and speaks else None
        named = lone_speaker(reading, i, last)
        return (first, named) if named is not None else None
    return None


def at_opener(reading: Reading, end: int, start: int) -> int | None:
    """The first token of a word or phrase of likeness that ends before a token."""
    tokens = reading.tokens
    for phrase in reading.lexicon(end).pack.settings.likeness:
        words = words_of(phrase)
        first = end - len(words)
        if first >= start and tuple(t.norm for t in tokens[first:end]) == words:
            return first
    return None


def closing(reading: Reading, first: int, stop: int) -> int | None:
    """The token of the mark that closes the clause; `None` where another finite verb or the text stands before it."""
    tokens = reading.tokens
    for i in range(first, min(stop, first + LONGEST)):
        if tokens[i].text in CLOSERS:
            return i
        if is_main(reading.annotation, tokens[i]) or reading.quotation_at(tokens[i].start) is not None:
            return None
    return stop if first + LONGEST >= stop else None
