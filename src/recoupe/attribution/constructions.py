"""The content of a reporting verb, by the constructions that its pack entry takes."""

from recoupe.attribution.clauses import clause_content
from recoupe.attribution.contents import Content
from recoupe.attribution.cues import VerbCue
from recoupe.attribution.draft import Reading
from recoupe.attribution.infinitives import bare_infinitive, marked_verb
from recoupe.attribution.objects import nominal_object, oblique
from recoupe.attribution.predicates import judged_so, naming, predicative, with_object


def content_of(reading: Reading, cue: VerbCue) -> Content | None:
    """The content after (or, for a passive, before) a reporting verb; `None` where it takes none here."""
    takes = cue.entry.verb.takes
    if "predicative" in takes and not cue.passive and (judged := judged_so(reading, cue)) is not None:
        return judged
    if "clause" in takes or "question" in takes:
        found = clause_content(reading, cue)
        if found:
            return found
    for construction in takes:
        preposition, _, complement = construction.rpartition("+")
        if preposition and complement in {"infinitive", "gerund", "clause"}:
            found = marked_verb(reading, cue, preposition, complement)
        elif construction in {"infinitive", "gerund"}:
            found = bare_infinitive(reading, cue)
        elif construction == "naming":
            found = naming(reading, cue)
        elif construction == "predicative":
            found = predicative(reading, cue)
            if found is not None and names(cue):
                found = with_object(reading, cue, found)
        else:
            found = None
        if found:
            return found
    for construction in takes:
        preposition, _, complement = construction.rpartition("+")
        if preposition and complement == "noun":
            found = nearest_oblique(reading, cue) if oblique(reading, cue, preposition) else None
            if found is not None and "predicative" in takes:
                found = with_object(reading, cue, found)
        elif construction in {"object", "event_object"}:
            found = nominal_object(reading, cue, construction)
        else:
            found = None
        if found:
            return found
    return None


def nearest_oblique(reading: Reading, cue: VerbCue) -> Content | None:
    """Of the noun phrases behind the prepositions that a verb takes, the first (`told X about | the fall of a wall`)."""
    split = [construction.rpartition("+") for construction in cue.entry.verb.takes]
    found = [
        oblique(reading, cue, preposition)
        for preposition, _, complement in split
        if complement == "noun" and preposition
    ]
    return min((f for f in found if f is not None), key=lambda f: f.ranges[0], default=None)


def names(cue: VerbCue) -> bool:
    """Whether a verb says what somebody calls something (`qualifier X de Y`, `describe X as Y`), no judgement of it."""
    verb = cue.entry.verb
    return verb.class_ != "judgement" and any(t.endswith("+noun") for t in verb.takes)
