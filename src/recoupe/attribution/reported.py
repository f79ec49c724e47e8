"""Reported speech: a reporting verb with its content after it, before it, around it or behind a colon."""

from dataclasses import replace

from recoupe.attribution.admission import admissible, declining
from recoupe.attribution.appositions import apposed_speaker
from recoupe.attribution.comparisons import likened
from recoupe.attribution.cues import VerbCue, is_negated, neither, verb_cues
from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.firmness import held_to_be
from recoupe.attribution.incises import closing_cue, incised, inserted_speaker, inserted_subject, outside_content
from recoupe.attribution.inversion import after_relative
from recoupe.attribution.quoting import (
    before_colon,
    behind_quotation,
    colon_content,
    syntactic,
    turn_content,
    turn_speaker,
)
from recoupe.attribution.sources import source_of
from recoupe.attribution.syntax import is_gerund, verb_group
from recoupe.linguistics.negatives import says_none


def reported(reading: Reading) -> list[Draft]:
    """All relations whose cue is a verb."""
    found: list[Draft] = []
    silent: set[int] = set()  # verbs whose longest entry says that they report nothing (`souhaiter commenter`)
    for cue in verb_cues(reading):
        if cue.verb in reading.used_cues or cue.verb in silent:
            continue
        if withheld(cue) or purpose(reading, cue.verb):
            silent.add(cue.verb)
            continue
        draft = relation(reading, cue)
        if draft is not None:
            if draft.source is None and is_gerund(reading.tokens[cue.verb]):
                draft.source = speaker_before(reading, cue.verb, found)
            reading.used_cues.add(cue.verb)
            found.append(draft)
    return found


def speaker_before(reading: Reading, verb: int, found: list[Draft]) -> Range | None:
    """The source of the last cue before a gerund in its sentence (`the mayor said, adding that`)."""
    tokens = reading.tokens
    same = [
        d
        for d in found
        if d.cue_token is not None and d.cue_token < verb and tokens[d.cue_token].sentence == tokens[verb].sentence
    ]
    outside = [d for d in same if not d.covers(tokens[verb].start)]
    return outside[-1].source if outside else None


def withheld(cue: VerbCue) -> bool:
    """Whether an entry makes no relation by itself; a refusal is told by the verb that it declines (`refuse de confirmer`)."""
    verb = cue.entry.verb
    named = bool(cue.entry.words) and any(t.endswith("+noun") for t in verb.takes)  # `refuser tout commentaire sur`
    return (
        verb.standing == "optional"
        or (verb.class_ == "refusal" and not named)
        or (verb.class_ == "citing" and verb.takes == ["object"])
    )


def purpose(reading: Reading, verb: int) -> bool:
    """Whether the verb tells what something is for (`trop peu de témoins pour assurer que`): nobody has said it."""
    marks = reading.lexicon(verb).pack.settings.purpose_marks
    token = reading.tokens[verb]
    return token.has("VerbForm=Inf") and any(
        reading.tokens[c].norm in marks for c in reading.annotation.dependents(verb, "mark", "case") if c < verb
    )


def relation(reading: Reading, cue: VerbCue) -> Draft | None:
    """The relation of one verb cue, or `None` where the verb reports nothing here."""
    if (likeness := likened(reading, cue)) is not None:
        cue = replace(cue, subject=likeness.subject)
        tidy = [t for t in (reading.tidy(*span) for span in likeness.content) if t]
        return make(reading, cue, tidy, None, "verb:incise") if tidy else None
    if not cue.passive and (between := inserted_speaker(reading, cue)) is not None:
        cue = replace(cue, subject=between)
    finders = [behind_quotation, before_colon, colon_content, syntactic, closing_cue, incised]
    if (named := apposed_speaker(reading, cue)) is not None:
        cue = replace(cue, subject=named)
        finders = [syntactic]
    elif (speaker := turn_speaker(reading, cue)) is not None:
        cue = replace(cue, subject=speaker)
        finders = [turn_content]
    elif (inverted := inserted_subject(reading, cue)) is not None:
        cue = replace(cue, subject=inverted)
        finders = [behind_quotation, incised, syntactic]
    for find in finders:
        found = find(reading, cue)
        if found is None:
            continue
        content, head, mechanism = found
        tidy = [t for t in (reading.tidy(*span) for span in content) if t]
        settled = outside_content(reading, cue, tidy) if mechanism.endswith("incise") else cue
        if not tidy or not admissible(reading, settled, mechanism, tidy):
            continue
        if mechanism == "verb:clause" and goes_on_above(reading, cue, content[0][0]):
            continue
        if mechanism.endswith("incise") and settled.subject is None and after_relative(reading, cue.verb):
            continue
        return make(reading, settled, tidy, head, mechanism)
    return None


def goes_on_above(reading: Reading, cue: VerbCue, start: int) -> bool:
    """Whether a second clause is what the one above a cue says, not nobody (`swore that none told him and that F`)."""
    tokens = reading.tokens
    first = next((t.i for t in tokens[cue.verb :] if t.start >= start), len(tokens))
    none = cue.subject is not None and says_none(reading.annotation, cue.subject)
    joined = first - 2 > cue.verb and tokens[first - 1].pos == "SCONJ" and tokens[first - 2].pos == "CCONJ"
    return none and joined and tokens[cue.verb].dep.startswith(("ccomp", "conj"))


def make(reading: Reading, cue: VerbCue, content: list[Range], head: int | None, mechanism: str) -> Draft:
    """A draft with the cue's span, source and classes."""
    first, last = verb_group(reading.annotation, cue.verb)
    if any(t.dep.startswith("nsubj") for t in reading.tokens[first : cue.verb]):
        first = cue.verb
    cue_range = reading.offsets(first, max(last, cue.last if cue.last - cue.verb <= 3 else last))
    charged = cue.passive and ("charged" in cue.entry.verb.passive or held_to_be(reading, cue.verb))
    refusal = declining(reading, cue.verb)
    if refusal is not None:
        cue_range = reading.tokens[verb_group(reading.annotation, refusal)[0]].start, cue_range[1]
    return Draft(
        source=source_of(reading, cue),
        cue=cue_range,
        content=content,
        mechanism=mechanism,
        entries=(f"verb:{cue.entry.key}",),
        speech="refusal" if refusal is not None or undecided(reading, cue) else cue.entry.verb.class_,
        commitment=cue.entry.verb.commitment,
        nominal=mechanism.endswith(("object", "noun")),
        charged=charged,
        negated=is_negated(reading, cue.verb),
        head=head,
        cue_token=cue.verb,
        guarded=cue.entry.verb.standing == "guarded",
    )


def undecided(reading: Reading, cue: VerbCue) -> bool:
    """Whether somebody says neither yes nor no: `n'a ni confirmé ni démenti`, `would neither confirm nor deny`."""
    return cue.entry.verb.class_ in {"assertive", "denial"} and neither(reading, cue.verb)
