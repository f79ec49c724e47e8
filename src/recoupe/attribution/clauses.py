"""Finite contents: clauses with and without their mark, indirect questions."""

from recoupe.attribution.contents import OPENING_MARKS, REACH, Content, elided
from recoupe.attribution.cues import VerbCue, can_speak
from recoupe.attribution.draft import Reading
from recoupe.attribution.endings import before_gloss, clause_end
from recoupe.attribution.objects import behind_asides
from recoupe.attribution.syntax import (
    VERBAL,
    clause,
    is_finite,
    is_genitive,
    is_main,
    is_relative,
    noun_phrase,
    verb_group,
)

SHORTEST = 3  # words of a clause in which the tagger sees no verb
CLAUSE_OPENERS = {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
TOLD_BY = {"from"}
CLOSING_MARKS = {"”", '"', "’", "»"}


def clause_content(reading: Reading, cue: VerbCue) -> Content | None:
    """A finite clause with or without its mark; the nearest one below the verb, wherever the parser hung it."""
    annotation, tokens = reading.annotation, reading.tokens
    settings = reading.lexicon(cue.verb).pack.settings
    marks = {*settings.complementisers, *settings.questioners} if "question" in cue.entry.verb.takes else {
        *settings.complementisers
    }  # fmt: skip
    found = behind_mark(reading, cue)
    if found is not None:
        return found
    direct = [c for c in annotation.dependents(cue.verb, "ccomp", "csubj:pass", "csubj") if c > cue.verb]
    direct = [c for c in direct if not apart(reading, cue, c)]
    for head in direct:
        if marked(reading, head, marks) or (settings.zero_complementiser and is_finite(annotation, head)):
            return after_mark(reading, head, marks, "clause")
        if marked(reading, head, {*settings.questioners}) and "question" in cue.entry.verb.takes:
            return after_mark(reading, head, marks, "question")
    _, sentence_end = annotation.sentences[tokens[cue.verb].sentence]
    for i in range(cue.last, min(sentence_end, cue.last + REACH)):
        token = tokens[i]
        if token.pos in VERBAL and is_finite(annotation, i) and not token.dep.startswith(("aux", "acl")):
            break
        if token.dep.startswith("conj") and token.head == cue.verb:
            break
        other = i > cue.last and tokens[i - 1].norm in settings.before_other_conjunctions
        if token.norm in settings.complementisers and token.dep.startswith("mark") and not other:
            head = token.head
            apposed = tokens[head].dep.startswith("acl") and tokens[head].head == i - 1
            if apposed and any(t.text == "," for t in tokens[cue.last : i]):
                break  # `a annoncé la fermeture du pont, une décision | que le maire conteste`
            if head > i and nearest_cue(reading, head) == cue.verb:
                return after_mark(reading, head, marks, "clause")
    if "question" in cue.entry.verb.takes and (asked := question_behind(reading, cue)) is not None:
        return asked
    for head in direct:
        if is_finite(annotation, head) and reading.quotation_at(tokens[head].start):
            return Content((clause(annotation, head),), head, "clause")
    return None


def apart(reading: Reading, cue: VerbCue, head: int) -> bool:
    """Whether a comma parts a clause from nouns before it: a relative clause (`annonce son départ, qu'elle dit regretter`)."""
    tokens = reading.tokens
    first = clause(reading.annotation, head)[0]
    first += tokens[first].text == ","
    between = tokens[cue.last : first]
    return (
        len(between) > 1
        and between[-1].text == ","
        and any(t.pos == "NOUN" for t in between)
        and not any(t.text == "," for t in between[:-1])
    )


def nearest_cue(reading: Reading, head: int) -> int | None:
    """The nearest verb above a clause that reports; the nearest verb of all where none does."""
    above = [k for k in reading.annotation.ancestors(head) if reading.tokens[k].pos in VERBAL]
    reports = [k for k in above if reading.tokens[k].lemma in reading.lexicon(k).verbs]
    return next(iter(reports or above), None)


def question_behind(reading: Reading, cue: VerbCue) -> Content | None:
    """An indirect question by its first word, whatever the parse made of it (`lui a demandé à trois reprises qui avait`).

    A word that may also be a relative pronoun counts right behind the cue, or behind nouns that cannot speak.
    """
    annotation, tokens = reading.annotation, reading.tokens
    questioners = set(reading.lexicon(cue.verb).pack.settings.questioners)
    _, stop = annotation.sentences[tokens[cue.verb].sentence]
    person = False
    for i in range(cue.last, min(stop - 1, cue.last + REACH)):
        token = tokens[i]
        if token.pos in {*VERBAL, "PUNCT", "CCONJ"}:
            return None
        relative = token.has("PronType=Rel") and token.pos == "PRON"
        if token.pos == "DET" and token.has("PronType=Dem"):
            continue  # `interrogé sur | ce point`
        if token.norm in questioners and token.pos not in {"NOUN", "ADP"} and not (relative and person):
            end = clause_end(reading, cue.verb, i)
            finite = next((k for k in range(i, end) if tokens[k].pos in VERBAL and is_finite(annotation, k)), None)
            return Content(((i, end),), finite, "clause") if finite is not None else None
        somebody = token.has("PronType=Ind")  # `told by someone | who worked there`
        person = person or ((token.pos in {"NOUN", "PROPN"} or somebody) and can_speak(reading, i))
    return None


def behind_mark(reading: Reading, cue: VerbCue) -> Content | None:
    """A clause whose mark stands right behind the cue, whatever the parse made of it (`a averti que toute livraison`)."""
    tokens = reading.tokens
    _, sentence_end = reading.annotation.sentences[tokens[cue.verb].sentence]
    hearer = behind_hearer(reading, cue)
    told = (
        cue.last < hearer < len(tokens)
        and tokens[hearer].norm in reading.lexicon(cue.verb).pack.settings.complementisers
    )
    i = hearer if told else mark_behind(reading, behind_asides(reading, cue.last), sentence_end)
    start = i + 1 if i is not None else unmarked_start(reading, cue)
    if start is None or start >= sentence_end:
        return None
    stop = before_gloss(reading, start, clause_end(reading, cue.verb, start))
    finite = any(tokens[k].pos in VERBAL and is_finite(reading.annotation, k) for k in range(start, stop))
    if not finite and (i != behind_asides(reading, cue.last) or stop - start < SHORTEST):
        return None  # right behind its cue a mark is believed, though the tagger sees no verb after it
    inside = range(start, stop)
    head = next((k for k in inside if tokens[k].head not in inside and tokens[k].pos != "PUNCT"), start)
    return Content(((start, stop),), head, "clause")


def unmarked_start(reading: Reading, cue: VerbCue) -> int | None:
    """Where a clause without its mark begins: right behind a finite cue (`said his mate would go`), at a date's end.

    Only where the parse, too, sees a clause below the cue; where the subject stands behind it, that is no content.
    """
    annotation, tokens = reading.annotation, reading.tokens
    if not reading.lexicon(cue.verb).pack.settings.zero_complementiser or cue.subject is None or cue.subject > cue.verb:
        return None
    below = [
        c
        for c in annotation.dependents(cue.verb, "ccomp")
        if c > cue.verb and (is_finite(annotation, c) or annotation.dependents(c, "nsubj"))
    ]
    below = below or taken_for_main(reading, cue) or plain_clause(reading, cue) or apposed_clause(reading, cue)
    if not below or not is_finite(annotation, cue.verb):
        return None
    dates = reading.lexicon(cue.verb).dates
    i = behind_hearer(reading, cue)
    while i < below[0] and (tokens[i].norm in dates or (tokens[i].norm == "on" and tokens[i + 1].norm in dates)):
        i += 1
    opens = tokens[i].pos in CLAUSE_OPENERS or tokens[i].text in OPENING_MARKS
    announced = any(t.text == ":" for t in tokens[i : below[0]])
    return i if i < below[0] and opens and not announced else None


def behind_hearer(reading: Reading, cue: VerbCue) -> int:
    """The token behind the person or outlet that a verb is said to (`told AFP | the battery had been moved`)."""
    annotation, tokens = reading.annotation, reading.tokens
    if "object" not in cue.entry.verb.addressee or cue.last == len(tokens):
        return cue.last
    lexicon = reading.lexicon(cue.verb)
    if tokens[cue.last].norm in lexicon.outlets or tokens[cue.last].pos == "PRON":
        return cue.last + 1
    for child in annotation.dependents(cue.verb, "obj", "iobj"):
        low, high = noun_phrase(annotation, child, lexicon)
        if low == cue.last:
            return before_next_phrase(reading, low, high)
    return cue.last


def before_next_phrase(reading: Reading, low: int, high: int) -> int:
    """The end of a hearer's phrase that the parse has run together with the next one (`told the court | the accused`)."""
    tokens = reading.tokens
    nominal = {"NOUN", "PROPN", "VERB"}
    return next((k for k in range(low + 1, high) if tokens[k].pos == "DET" and tokens[k - 1].pos in nominal), high)


def plain_clause(reading: Reading, cue: VerbCue) -> list[int]:
    """The finite verb behind a noun phrase that follows a cue, whatever the parse made of them: `said the two raised`."""
    tokens = reading.tokens
    _, stop = reading.annotation.sentences[tokens[cue.verb].sentence]
    for i in range(cue.last, min(stop, cue.last + 2 * REACH)):
        token = tokens[i]
        if token.pos in {"PUNCT", "SCONJ"} and token.text not in OPENING_MARKS | CLOSING_MARKS:
            return []
        if token.has("PronType=Rel"):
            return []
        if token.pos in VERBAL and token.has("VerbForm=Fin"):
            return [i] if i > cue.last else []
        if token.pos in VERBAL and not token.dep.startswith(("acl", "amod")):
            return []
    return []


def apposed_clause(reading: Reading, cue: VerbCue) -> list[int]:
    """The finite verb of a clause whose subject has an apposition: `told us | the victim, a mother of two, had drowned`."""
    found = behind_apposition(reading, behind_hearer(reading, cue))
    return [found] if found is not None else []


def behind_apposition(reading: Reading, first: int) -> int | None:
    """The finite verb that follows a noun phrase and what tells of it between two commas, from a token on."""
    tokens, annotation = reading.tokens, reading.annotation
    stop = annotation.sentences[tokens[first].sentence][1] if first < len(tokens) else first
    comma = next((i for i in range(first, min(stop, first + REACH)) if tokens[i].pos in {*VERBAL, "PUNCT"}), stop)
    if comma - first < 1 or comma >= stop or tokens[comma].text != "," or tokens[first].pos not in CLAUSE_OPENERS:
        return None
    closing = next((i for i in range(comma + 1, min(stop, comma + REACH)) if tokens[i].text == ","), None)
    if closing is None or closing + 1 >= stop or tokens[comma + 1].pos in {"CCONJ", "ADP"}:
        return None
    relative = is_relative(tokens[comma + 1])
    inside = any(tokens[i].has("VerbForm=Fin") for i in range(comma + 1, closing))
    i = closing + 1
    while i < stop - 1 and tokens[i].pos == "ADV":
        i += 1
    if (inside and not relative) or tokens[i].pos not in VERBAL or not tokens[i].has("VerbForm=Fin"):
        return None
    return tokens[i].head if tokens[i].dep.startswith(("aux", "cop")) else i


def taken_for_main(reading: Reading, cue: VerbCue) -> list[int]:
    """The clause behind a cue that the parse takes for the sentence's main one: `X, head of Y, said the plant closed`.

    The cue is then the sentence's first finite verb, its subject stands before it, and no comma follows it.
    """
    annotation, tokens = reading.annotation, reading.tokens
    start, stop = annotation.sentences[tokens[cue.verb].sentence]
    if not tokens[cue.verb].dep.startswith(("parataxis", "ccomp", "advcl", "dep")):
        return []
    if cue.last == len(tokens) or tokens[cue.last].pos == "PUNCT":
        return []
    before = [i for i in range(start, verb_group(annotation, cue.verb)[0]) if is_main(annotation, tokens[i])]
    main = [i for i in range(cue.last, stop) if is_main(annotation, tokens[i]) and tokens[i].pos in VERBAL]
    return [] if before else main[:1]


def mark_behind(reading: Reading, first: int, stop: int) -> int | None:
    """The complementiser that stands behind a verb, with no more than adverbs, dates, hearers and channels between."""
    tokens = reading.tokens
    settings = reading.lexicon(first - 1).pack.settings
    skip_to = first
    nominal = False  # whether something stands between that a relative pronoun could take up
    calendar = reading.lexicon(first - 1).calendar
    heard = hearer_behind(reading, first)
    for i in range(first, min(stop - 1, first + 2 * REACH)):
        token = tokens[i]
        if i < skip_to:
            continue
        if token.text == "," and (closing := aside(reading, i, stop)) is not None:
            skip_to = closing + 1
            continue
        if (behind := behind_brackets(reading, i, stop)) > i:
            skip_to = behind
            continue
        if token.norm in settings.complementisers and token.pos not in {"DET", "ADV"}:
            relative = token.pos != "SCONJ" and nominal and i != heard
            behind_comma = nominal and tokens[i - 1].text == "," and i != skip_to
            if i > first and (relative or behind_comma or tokens[i - 1].norm in settings.before_other_conjunctions):
                return None
            return i
        nominal = nominal or (token.pos == "NOUN" and token.norm not in calendar and i >= heard)
        if (
            token.pos in VERBAL
            or token.pos in {"PUNCT", "CCONJ"}
            or (token.pos == "PRON" and not token.norm.startswith("-"))
        ):
            return None
    return None


def hearer_behind(reading: Reading, first: int) -> int:
    """The token behind who is told or who told it (`confie au Courrier du Lac | que`): nothing takes them up.

    With `à` a name, with `from` any noun phrase before a mark behind which a clause has a subject of its own.
    """
    tokens = reading.tokens
    if first + 1 < len(tokens) and tokens[first].norm in TOLD_BY:
        last = first + 1
        while last < len(tokens) - 1 and tokens[last].pos in CLAUSE_OPENERS | {"ADP"}:
            if tokens[last].norm in reading.lexicon(last).pack.settings.complementisers:
                break
            last += 1
        return last if tokens[last + 1 :][:1] and tokens[last + 1].pos in CLAUSE_OPENERS else first
    if first + 1 >= len(tokens) or tokens[first].norm not in elided("à"):
        return first
    last = first + 1
    while last < len(tokens) and (
        tokens[last].text[:1].isupper() or is_genitive(tokens[last]) or tokens[last].has("Definite=Def")
    ):
        last += 1
    return behind_brackets(reading, last, len(tokens))


def behind_brackets(reading: Reading, i: int, stop: int) -> int:
    """The token behind the brackets that open at a token (`à l'Agence Orbis | (AO) | que`), else that token."""
    tokens = reading.tokens
    if i >= stop or tokens[i].text != "(":
        return i
    return next((k + 1 for k in range(i, min(stop, i + REACH)) if tokens[k].text == ")"), i)


def aside(reading: Reading, comma: int, stop: int) -> int | None:
    """The comma that closes what a comma opens between a cue and its clause (`, citing port sources,`)."""
    tokens = reading.tokens
    for i in range(comma + 1, min(stop, comma + REACH)):
        if tokens[i].pos in VERBAL and is_finite(reading.annotation, i):
            return None
        if tokens[i].text == ",":
            return i
    return None


def marked(reading: Reading, head: int, marks: set[str]) -> bool:
    """Whether a clause begins with one of the marks."""
    annotation = reading.annotation
    children = annotation.dependents(head, "mark", "advmod", "nsubj", "obj", "obl", "fixed")
    first = clause(annotation, head)[0]
    return any(reading.tokens[c].norm in marks for c in children if c - first <= 2)


def after_mark(reading: Reading, head: int, marks: set[str], construction: str) -> Content:
    """The clause without the mark that opens it (an interrogative word stays)."""
    first, last = clause(reading.annotation, head)
    complementisers = set(reading.lexicon(head).pack.settings.complementisers)
    for i in range(first, min(first + 4, head)):
        if reading.tokens[i].norm in complementisers & marks and reading.tokens[i].dep.startswith("mark"):
            first = i + 1
            break
    return Content(((first, last),), head, construction)
