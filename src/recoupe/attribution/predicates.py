"""Predicates as contents: `juge la mesure injuste`, `qualifie X de Y`, `called the rota “a slow accident”`."""

from recoupe.attribution.contents import OPENING_MARKS, Content, elided, infinitival
from recoupe.attribution.cues import VerbCue
from recoupe.attribution.draft import Reading
from recoupe.attribution.endings import clause_end
from recoupe.attribution.objects import with_complement
from recoupe.attribution.syntax import VERBAL, clause, is_finite, is_gerund, noun_phrase

NAMED = 12  # tokens of whom or what is given a name


def predicative(reading: Reading, cue: VerbCue) -> Content | None:
    """`juge la mesure injuste`, `se dit inquiet` (the predicate), `qualifie X de Y` (both)."""
    annotation, tokens = reading.annotation, reading.tokens
    marks = reading.lexicon(cue.verb).pack.settings.predicate_marks
    for head in annotation.dependents(cue.verb, "xcomp", "obl", "advcl"):
        if head < cue.last or tokens[head].pos not in {"ADJ", "NOUN", "PROPN", "VERB"} or infinitival(reading, head):
            continue
        first, last = clause(annotation, head)
        opening = tokens[first].norm
        if not tokens[head].dep.startswith("xcomp") and opening not in marks:
            continue
        brought = next((i for i in range(first, head) if tokens[i].norm in marks), None)  # `considérée à Paris comme`
        first = first if brought is None else brought + 1
        if brought is None and "de+noun" in cue.entry.verb.takes and opening in elided("de"):
            first += 1  # `a qualifié de « fantaisistes » ces accusations`
        return Content(((first, with_complement(reading, cue, last)),), head, "predicative")
    return closing_adjective(reading, cue) or plain_predicate(reading, cue)


def judged_so(reading: Reading, cue: VerbCue) -> Content | None:
    """An adjective with what it is said of: `juge prématuré de conclure`, `considered it unlikely that the dam would hold`."""
    tokens = reading.tokens
    stop = reading.annotation.sentences[tokens[cue.verb].sentence][1]
    settings = reading.lexicon(cue.verb).pack.settings
    first = cue.last
    if first < stop and settings.zero_complementiser and tokens[first].norm in settings.impersonal:
        first += 1
    elif settings.zero_complementiser:
        return None  # `thought stupid to`: never without its pronoun
    judged = first
    while judged < stop and tokens[judged].pos == "ADV":
        judged += 1
    if judged + 2 >= stop or tokens[judged].pos not in {"ADJ", "VERB"} or tokens[judged].has("VerbForm=Inf"):
        return None
    mark, behind = tokens[judged + 1], tokens[judged + 2]
    opens = mark.norm in settings.complementisers or (
        mark.norm in settings.infinitive_marks and behind.has("VerbForm=Inf")
    )
    return Content(((first, clause_end(reading, cue.verb, judged)),), judged, "clause") if opens else None


def with_object(reading: Reading, cue: VerbCue, predicate: Content) -> Content:
    """`qualifie l'accord de chiffon`: of whom or what the predicate is said belongs to the content."""
    relation = "nsubj:pass" if cue.passive else "obj"
    first, _ = predicate.ranges[0]
    for head in reading.annotation.dependents(cue.verb, relation):
        if reading.tokens[head].pos in {"NOUN", "PROPN"}:
            low, high = noun_phrase(reading.annotation, head, reading.lexicon(head))
            high = min(high, first - 1) if low < first else high
            if low < high:
                return Content(
                    tuple(sorted(((low, high), predicate.ranges[0]))), predicate.head, predicate.construction
                )
    return predicate


def naming(reading: Reading, cue: VerbCue) -> Content | None:
    """`called the rota “a slow accident”`, `labels it a hoax`: of whom and what is said, both behind the verb."""
    annotation, tokens = reading.annotation, reading.tokens
    if cue.passive or (not is_finite(annotation, cue.verb) and not is_gerund(tokens[cue.verb])):
        return None
    lexicon = reading.lexicon(cue.verb)
    _, stop = annotation.sentences[tokens[cue.verb].sentence]
    if cue.last >= stop or tokens[cue.last].pos in {"ADP", "PUNCT", "ADV", "CCONJ", "SCONJ"}:
        return None
    head = next(
        (i for i in range(cue.last, min(stop, cue.last + NAMED)) if tokens[i].pos in {"NOUN", "PROPN", "PRON"}), None
    )
    if head is None:
        return None
    while (
        tokens[head].dep.startswith(("compound", "flat", "amod", "det", "nmod:poss"))
        and cue.last <= tokens[head].head < stop
    ):
        higher = tokens[head].head
        if higher <= head:
            break
        head = higher
    end = head + 1
    while (
        end < stop
        and (tokens[end].dep.startswith(("flat", "nmod")) or tokens[end].pos in {"ADP", "PART"})
        and end - head < NAMED
    ):
        end += 1
    if tokens[end - 1].pos in {"ADP", "PART"}:
        end -= 1
    opens = (
        tokens[end].text in OPENING_MARKS
        or tokens[end].pos in {"DET", "ADJ"}
        or (tokens[end].pos == "NOUN" and tokens[head].pos == "PRON")
    )
    last = clause_end(reading, cue.verb, cue.last) if end < stop else stop
    if end >= stop or not opens or tokens[end].norm in lexicon.dates or last <= end:
        return None
    return Content(((cue.last, last),), end, "predicative")


def plain_predicate(reading: Reading, cue: VerbCue) -> Content | None:
    """`juge la mesure injuste` behind a verb that the tagger takes for a noun: the adjectives that close the sentence."""
    tokens = reading.tokens
    _, stop = reading.annotation.sentences[tokens[cue.verb].sentence]
    if tokens[cue.verb].pos in VERBAL or cue.last >= stop or tokens[cue.last].pos != "DET":
        return None
    noun = next((i for i in range(cue.last, stop) if tokens[i].pos == "NOUN"), None)
    if noun is None or noun + 1 >= stop or tokens[noun + 1].pos not in {"ADJ", "ADV"}:
        return None
    last = noun + 1
    while last < stop and tokens[last].pos in {"ADJ", "ADV", "CCONJ"}:
        last += 1
    head = next((i for i in range(noun + 1, last) if tokens[i].pos == "ADJ"), None)
    closed = last >= stop or tokens[last].pos == "PUNCT"
    return Content(((noun + 1, last),), head, "predicative") if closed and head is not None else None


def closing_adjective(reading: Reading, cue: VerbCue) -> Content | None:
    """`juge la mesure injuste` where the parse takes the predicate for an epithet of the object."""
    annotation, tokens = reading.annotation, reading.tokens
    if cue.entry.verb.class_ != "judgement":
        return None
    for noun in annotation.dependents(cue.verb, "obj"):
        definite = any("Definite=Def" in tokens[c].morph for c in annotation.dependents(noun, "det"))
        for child in annotation.dependents(noun, "amod") if definite else ():
            first, last = clause(annotation, child)
            if child > noun and (last >= len(tokens) or tokens[last].pos == "PUNCT"):
                return Content(((first, last),), child, "predicative")
    return None
