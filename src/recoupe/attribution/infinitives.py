"""Infinitive and gerund contents: `dit avoir vu`, `accuse X de mentir`, `claims to have seen`."""

from recoupe.attribution.contents import REACH, Content, elided, infinitival
from recoupe.attribution.cues import VerbCue
from recoupe.attribution.draft import Reading
from recoupe.attribution.endings import nonfinite_end, with_negation
from recoupe.attribution.syntax import VERBAL, clause, is_main


def marked_verb(reading: Reading, cue: VerbCue, preposition: str, complement: str) -> Content | None:
    """An infinitive, gerund or clause behind a preposition: `accuse X de mentir`, `accused X of lying`."""
    annotation, tokens = reading.annotation, reading.tokens
    forms = elided(preposition)
    _, sentence_end = annotation.sentences[tokens[cue.verb].sentence]
    for i in range(cue.last, min(sentence_end, cue.last + REACH)):
        token = tokens[i]
        if is_main(annotation, token):
            return None  # what follows is that verb's
        if token.norm not in forms or not token.dep.startswith(("mark", "case")) or token.head <= i:
            continue
        head = token.head
        while tokens[head].dep.startswith("aux") and tokens[head].head > head:
            head = tokens[head].head
        if cue.verb not in annotation.ancestors(head) or tokens[head].pos not in {*VERBAL, "ADJ", "NOUN"}:
            continue
        if complement == "infinitive" and not infinitival(reading, head):
            continue
        if complement == "gerund" and not ("Ger" in tokens[head].morph or "Part" in tokens[head].morph):
            continue
        first = max(clause(annotation, head)[0], i + 1)
        marks = reading.lexicon(cue.verb).pack.settings.bare_infinitive_marks
        first += tokens[first].norm in marks and first < head
        return Content(((first, nonfinite_end(reading, cue, head)),), head, f"{preposition}+{complement}")
    return None


def bare_infinitive(reading: Reading, cue: VerbCue) -> Content | None:
    """`dit avoir vu`, `craint de` excluded; English `claims to have seen`."""
    annotation, tokens = reading.annotation, reading.tokens
    marks = set(reading.lexicon(cue.verb).pack.settings.bare_infinitive_marks)
    for head in annotation.dependents(cue.verb, "xcomp", "ccomp", "advcl"):
        if head < cue.verb or not (infinitival(reading, head) or "VerbForm=Ger" in tokens[head].morph):
            continue
        first = clause(annotation, head)[0]
        opening = tokens[first].norm
        if opening in {"de", "d'", "à", "pour", "par", "in", "by"} and opening not in marks:
            continue
        first = with_negation(reading, cue.last, first)
        first += tokens[first].norm in marks and first < head
        return Content(((first, nonfinite_end(reading, cue, head)),), head, "infinitive")
    follower = cue.last
    if follower < len(tokens) and "VerbForm=Inf" in tokens[follower].morph and tokens[follower].pos in VERBAL:
        head = follower
        while tokens[head].dep.startswith("aux") and tokens[head].head > head:
            head = tokens[head].head
        return Content(((follower, nonfinite_end(reading, cue, head)),), head, "infinitive")
    return None
