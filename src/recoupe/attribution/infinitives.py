"""Infinitive and gerund contents: `dit avoir vu`, `accuse X de mentir`, `claims to have seen`."""

from recoupe.attribution.contents import REACH, Content, elided, infinitival
from recoupe.attribution.cues import VerbCue, can_speak
from recoupe.attribution.draft import Reading
from recoupe.attribution.endings import nonfinite_end, with_negation
from recoupe.attribution.objects import behind_asides
from recoupe.attribution.syntax import VERBAL, clause, is_gerund, is_main


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


def gerundial(reading: Reading, cue: VerbCue, head: int) -> bool:
    """Whether a clause is a gerund: the verb itself, or for verbs that take one its auxiliary (`denies having struck`)."""
    annotation, tokens = reading.annotation, reading.tokens
    if "VerbForm=Ger" in tokens[head].morph:
        return True
    first = clause(annotation, head)[0]
    helped = any(is_gerund(tokens[k]) for k in (head, *annotation.dependents(head, "aux")))
    return helped and "gerund" in cue.entry.verb.takes and first == cue.last


def behind_negation(reading: Reading, i: int) -> int:
    """The token behind the negation of an infinitive (`jure n'avoir`, `assure ne pas savoir`)."""
    tokens = reading.tokens
    while i < len(tokens) - 1 and "Polarity=Neg" in tokens[i].morph:
        i += 1
    return i


def bare_infinitive(reading: Reading, cue: VerbCue) -> Content | None:
    """`dit avoir vu`, `craint de` excluded; English `claims to have seen`."""
    annotation, tokens = reading.annotation, reading.tokens
    marks = set(reading.lexicon(cue.verb).pack.settings.bare_infinitive_marks)
    for head in annotation.dependents(cue.verb, "xcomp", "ccomp", "advcl"):
        if head < cue.verb or not (infinitival(reading, head) or gerundial(reading, cue, head)):
            continue
        first = clause(annotation, head)[0]
        if tokens[first].text == "," and not infinitival(reading, head):
            continue  # `the Herald reported, citing a doctor`
        opening = tokens[first].norm
        if opening in {"de", "d'", "à", "pour", "par", "in", "by"} and opening not in marks:
            continue
        first = with_negation(reading, cue.last, first)
        first += tokens[first].norm in marks and first < head
        return Content(((first, nonfinite_end(reading, cue, head)),), head, "infinitive")
    follower = first = behind_negation(reading, behind_asides(reading, cue.last))
    gerund = "gerund" in cue.entry.verb.takes and follower < len(tokens) and is_gerund(tokens[follower])
    if (
        follower < len(tokens)
        and ("VerbForm=Inf" in tokens[follower].morph or gerund)
        and tokens[follower].pos in VERBAL
    ):
        head = follower
        while tokens[head].dep.startswith("aux") and tokens[head].head > head:
            head = tokens[head].head
        first = with_negation(reading, cue.last, first)
        return Content(((first, nonfinite_end(reading, cue, head)),), head, "infinitive")
    return requested(reading, cue)


def requested(reading: Reading, cue: VerbCue) -> Content | None:
    """An infinitive behind who is asked for it, wherever the parse hung it: `ordered the bar to close`."""
    tokens = reading.tokens
    marks = reading.lexicon(cue.verb).pack.settings.bare_infinitive_marks
    if (
        cue.entry.verb.class_ != "request"
        or cue.entry.words
        or cue.passive
        or cue.last >= len(tokens)
        or tokens[cue.last].pos == "ADP"
    ):
        return None
    for i in range(cue.last + 1, min(len(tokens) - 1, cue.last + REACH)):
        token = tokens[i]
        if token.norm in marks and tokens[i + 1].has("VerbForm=Inf") and token.pos != "ADP":
            if not any(can_speak(reading, k) for k in range(cue.last, i) if tokens[k].pos in {"NOUN", "PROPN", "PRON"}):
                return None  # `proposes a litany of rules to end it`: what for
            return Content(((i + 1, nonfinite_end(reading, cue, i + 1)),), i + 1, "infinitive")
        if token.pos in {*VERBAL, "PUNCT", "SCONJ", "CCONJ"}:
            return None
    return None
