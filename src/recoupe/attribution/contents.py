"""The content of a reporting verb, by the constructions that its pack entry takes."""

from dataclasses import dataclass

from recoupe.attribution.cues import VerbCue, can_speak
from recoupe.attribution.draft import Range, Reading
from recoupe.attribution.syntax import NOMINAL, VERBAL, clause, is_finite, is_gerund, is_main, noun_phrase, verb_group
from recoupe.linguistics import Annotation

SHORTEST = 3  # words of a clause in which the tagger sees no verb
CLAUSE_OPENERS = {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
CLAUSE_MARKS = {",", ";", ":", "–", "—", "-", "("}
OPENING_MARKS = {"“", '"', "‘", "«"}
CLOSING_MARKS = {"”", '"', "’", "»"}
REACH = 14  # tokens between a verb and the mark of its clause


@dataclass(frozen=True)
class Content:
    """A content found by syntax: its stretches of tokens, the token that heads it, the construction."""

    ranges: tuple[tuple[int, int], ...]
    head: int
    construction: str


def content_of(reading: Reading, cue: VerbCue) -> Content | None:
    """The content after (or, for a passive, before) a reporting verb; `None` where it takes none here."""
    takes = cue.entry.verb.takes
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
        elif construction == "predicative":
            found = predicative(reading, cue)
        else:
            found = None
        if found:
            return found
    for construction in takes:
        preposition, _, complement = construction.rpartition("+")
        if preposition and complement == "noun":
            found = oblique(reading, cue, preposition)
            if found is not None and "predicative" in takes:
                found = with_object(reading, cue, found)
        elif construction in {"object", "event_object"}:
            found = nominal_object(reading, cue, construction)
        else:
            found = None
        if found:
            return found
    return None


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
        if token.norm in settings.complementisers and token.dep.startswith("mark"):
            head = token.head
            if head > i and cue.verb in annotation.ancestors(head):
                return after_mark(reading, head, marks, "clause")
    if "question" in cue.entry.verb.takes and (asked := question_behind(reading, cue)) is not None:
        return asked
    for head in direct:
        if is_finite(annotation, head) and reading.quotation_at(tokens[head].start):
            return Content((clause(annotation, head),), head, "clause")
    return None


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
        if token.norm in questioners and token.pos not in {"NOUN", "ADP"} and not (relative and person):
            end = clause_end(reading, cue.verb, i)
            finite = next((k for k in range(i, end) if tokens[k].pos in VERBAL and is_finite(annotation, k)), None)
            return Content(((i, end),), finite, "clause") if finite is not None else None
        person = person or (token.pos in {"NOUN", "PROPN"} and can_speak(reading, i))
    return None


def behind_mark(reading: Reading, cue: VerbCue) -> Content | None:
    """A clause whose mark stands right behind the cue, whatever the parse made of it (`a averti que toute livraison`)."""
    tokens = reading.tokens
    _, sentence_end = reading.annotation.sentences[tokens[cue.verb].sentence]
    i = mark_behind(reading, cue.last, sentence_end)
    start = i + 1 if i is not None else unmarked_start(reading, cue)
    if start is None or start >= sentence_end:
        return None
    stop = clause_end(reading, cue.verb, start)
    finite = any(tokens[k].pos in VERBAL and is_finite(reading.annotation, k) for k in range(start, stop))
    if not finite and (i != cue.last or stop - start < SHORTEST):
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
    below = [c for c in annotation.dependents(cue.verb, "ccomp") if c > cue.verb and is_finite(annotation, c)]
    below = below or taken_for_main(reading, cue) or plain_clause(reading, cue)
    if not below or not is_finite(annotation, cue.verb):
        return None
    dates = reading.lexicon(cue.verb).dates
    i = cue.last
    while i < below[0] and (tokens[i].norm in dates or (tokens[i].norm == "on" and tokens[i + 1].norm in dates)):
        i += 1
    opens = tokens[i].pos in CLAUSE_OPENERS or tokens[i].text in OPENING_MARKS
    announced = any(t.text == ":" for t in tokens[i : below[0]])
    return i if i < below[0] and opens and not announced else None


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
        if token.pos in VERBAL:
            return [i] if token.has("VerbForm=Fin") and i > cue.last else []
    return []


def taken_for_main(reading: Reading, cue: VerbCue) -> list[int]:
    """The clause behind a cue that the parse takes for the sentence's main one: `X, head of Y, said the plant closed`.

    The cue is then the sentence's first finite verb, its subject stands before it, and no comma follows it.
    """
    annotation, tokens = reading.annotation, reading.tokens
    start, stop = annotation.sentences[tokens[cue.verb].sentence]
    if not tokens[cue.verb].dep.startswith(("parataxis", "ccomp", "advcl", "dep")) or tokens[cue.last].pos == "PUNCT":
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
    for i in range(first, min(stop - 1, first + 2 * REACH)):
        token = tokens[i]
        if i < skip_to:
            continue
        if token.text == "," and (closing := aside(reading, i, stop)) is not None:
            skip_to = closing + 1
            continue
        if token.norm in settings.complementisers and token.pos not in {"DET", "ADV"}:
            relative = token.pos != "SCONJ" and nominal
            behind_comma = nominal and tokens[i - 1].text == "," and i != skip_to
            if i > first and (relative or behind_comma or tokens[i - 1].norm in settings.before_other_conjunctions):
                return None
            return i
        nominal = nominal or (token.pos == "NOUN" and token.norm not in calendar)
        if (
            token.pos in VERBAL
            or token.pos in {"PUNCT", "CCONJ"}
            or (token.pos == "PRON" and not token.norm.startswith("-"))
        ):
            return None
    return None


def aside(reading: Reading, comma: int, stop: int) -> int | None:
    """The comma that closes what a comma opens between a cue and its clause (`, citing port sources,`)."""
    tokens = reading.tokens
    for i in range(comma + 1, min(stop, comma + REACH)):
        if tokens[i].pos in VERBAL and is_finite(reading.annotation, i):
            return None
        if tokens[i].text == ",":
            return i
    return None


def clause_end(reading: Reading, verb: int, start: int) -> int:
    """Where a clause that begins at a token ends: at what hangs on the cue or above it behind a comma or conjunction."""
    annotation, tokens = reading.annotation, reading.tokens
    _, sentence_end = annotation.sentences[tokens[verb].sentence]
    for i in range(start + 1, sentence_end):
        token = tokens[i]
        if token.text == ";" and reading.quotation_at(token.start) is None:
            return i
        if speaks_next(reading, verb, start, i):
            return before_marks(reading, annotation.subtree(i)[0], start)
        if resumes(reading, verb, start, i):
            return before_marks(reading, verb_group(annotation, i)[0], start)
        if start <= token.head < sentence_end or not token.dep.startswith(("conj", "advcl", "parataxis")):
            continue
        if not leaves(reading, verb, start, i):
            continue
        first = annotation.subtree(i)[0]
        conjunction = first + (tokens[first].pos == "PUNCT")
        marks = reading.lexicon(verb).pack.settings.complementisers
        if tokens[conjunction].pos == "CCONJ" and tokens[conjunction + 1].norm in marks:
            continue  # `et que`: a second clause of the same content
        joint = any(tokens[k].pos == "CCONJ" or tokens[k].text in CLAUSE_MARKS for k in (first, first - 1))
        if first > start + 1 and joint and reading.quotation_at(tokens[first].start) is None:
            return before_marks(reading, first, start)
    return sentence_end


def before_marks(reading: Reading, last: int, start: int) -> int:
    """The end of a content without the marks and conjunctions that close it."""
    while last > start and reading.tokens[last - 1].pos in {"PUNCT", "CCONJ"}:
        last -= 1
    return last


def speaks_next(reading: Reading, verb: int, start: int, i: int) -> bool:
    """Whether a coordinated reporting verb goes on the cue's story though the parse joins it to what is said.

    Either it has a speaker of its own (`said they agreed and the union accused`), or it has none and stands in the cue's
    tense where the content is in another (`said it would leave and suggested`).
    """
    annotation, tokens = reading.annotation, reading.tokens
    token = tokens[i]
    if token.pos != "VERB" or not token.dep.startswith("conj") or not start <= token.head < i:
        return False
    if token.lemma not in reading.lexicon(i).verbs or not is_finite(annotation, i):
        return False
    first = annotation.subtree(i)[0]
    if reading.quotation_at(token.start) is not None or tokens[first].pos != "CCONJ":
        return False
    marks = reading.lexicon(verb).pack.settings.complementisers
    if tokens[first + 1].norm in marks or tokens[first + 2].norm in marks:
        return False
    own = [c for c in annotation.dependents(i, "nsubj") if c < i]
    if own:
        return tokens[own[0]].pos in {"NOUN", "PROPN"} and can_speak(reading, own[0])
    told = tense_of(annotation, i)
    return told == tense_of(annotation, verb) and told != tense_of(annotation, token.head)


def tense_of(annotation: Annotation, verb: int) -> str:
    """Mood and tense of a verb's finite part; a modal has its lemma instead."""
    group = [verb, *annotation.dependents(verb, "aux", "cop")]
    finite = next((annotation.tokens[k] for k in sorted(group) if annotation.tokens[k].has("VerbForm=Fin")), None)
    if finite is None:
        return "none"
    features = sorted(f for f in finite.morph.split("|") if f.startswith(("Mood=", "Tense=")))
    compound = finite.i != verb and annotation.tokens[verb].has("Tense=Past")
    return (
        "|".join([*features, "compound" if compound else ""]) if any("Tense" in f for f in features) else finite.lemma
    )


def resumes(reading: Reading, verb: int, start: int, i: int) -> bool:
    """Whether a token is the verb of the clause around a cue's own (`X, qui affirme avoir payé, a été entendu`)."""
    annotation, tokens = reading.annotation, reading.tokens
    above = list(annotation.ancestors(verb))
    if tokens[i].pos not in VERBAL or i not in above or not is_finite(annotation, i):
        return False
    if not any(tokens[k].dep.startswith("acl") for k in (verb, *above[: above.index(i)])):
        return False
    before = tokens[start : verb_group(annotation, i)[0]]
    return any(t.pos in VERBAL and not t.dep.startswith(("aux", "cop")) for t in before)


def leaves(reading: Reading, verb: int, start: int, i: int) -> bool:
    """Whether a clause that the parse joins to the cue goes on the cue's own story, not what is said.

    A noun or a participle of what happened stays with the content (`, plombé par la grève`); so does a modal without a
    subject where the content has one too (`would not come but would first review`).
    """
    annotation, tokens = reading.annotation, reading.tokens
    token = tokens[i]
    if token.pos not in {*VERBAL, "ADJ"}:
        return bool(annotation.dependents(i, "cop"))
    finite = is_finite(annotation, i)
    joined = token.dep.startswith("conj") and bool(annotation.dependents(i, "cc"))
    if not finite and not joined:
        return is_gerund(token) and token.lemma in reading.lexicon(i).verbs
    helped = [tokens[c] for c in annotation.dependents(i, "aux")]
    modal = any(t.has("VerbForm=Fin") and "Tense=" not in t.morph for t in helped)
    earlier = any(
        t.has("VerbForm=Fin") and "Tense=" not in t.morph and t.pos == "AUX"
        for t in tokens[start : annotation.subtree(i)[0]]
    )
    return not (modal and earlier and not annotation.dependents(i, "nsubj"))


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


def marked_verb(reading: Reading, cue: VerbCue, preposition: str, complement: str) -> Content | None:
    """An infinitive, gerund or clause behind a preposition: `accuse X de mentir`, `accused X of lying`."""
    annotation, tokens = reading.annotation, reading.tokens
    forms = elided(preposition)
    _, sentence_end = annotation.sentences[tokens[cue.verb].sentence]
    for i in range(cue.last, min(sentence_end, cue.last + REACH)):
        token = tokens[i]
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
        return Content(((first, nonfinite_end(reading, cue, head)),), head, f"{preposition}+{complement}")
    return None


def infinitival(reading: Reading, head: int) -> bool:
    """Whether the clause is an infinitive one (the verb or its first auxiliary)."""
    annotation, tokens = reading.annotation, reading.tokens
    group = [head, *annotation.dependents(head, "aux", "cop")]
    return any("VerbForm=Inf" in tokens[k].morph for k in group)


def forms_of(prepositions: list[str]) -> set[str]:
    """The forms of several prepositions."""
    return set().union(*(elided(p) for p in prepositions))


def elided(preposition: str) -> set[str]:
    """The forms in which a preposition stands in the text."""
    forms = {preposition}
    if preposition == "de":
        forms |= {"d'", "du", "des"}
    if preposition == "à":
        forms |= {"au", "aux"}
    return forms


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
        return Content(((first, nonfinite_end(reading, cue, head)),), head, "infinitive")
    follower = cue.last
    if follower < len(tokens) and "VerbForm=Inf" in tokens[follower].morph and tokens[follower].pos in VERBAL:
        head = follower
        while tokens[head].dep.startswith("aux") and tokens[head].head > head:
            head = tokens[head].head
        return Content(((follower, nonfinite_end(reading, cue, head)),), head, "infinitive")
    return None


def with_negation(reading: Reading, least: int, first: int) -> int:
    """The start of an infinitive with the negation before it, wherever the parse hung that (`assure ne pas savoir`)."""
    negation = reading.lexicon(first).pack.negation
    words = {*negation.particles, *negation.adverbs}
    while first > least and reading.tokens[first - 1].norm in words:
        first -= 1
    return first


def nonfinite_end(reading: Reading, cue: VerbCue, head: int) -> int:
    """The end of a non-finite content: that of its clause, or a verb behind a conjunction that goes on the cue's own clause.

    Such a verb is finite, or a participle beside a compound cue (`a promis de partir et prévenu que`, `mais nie`).
    """
    tokens = reading.tokens
    stop = clause_end(reading, cue.verb, head)
    last = min(max(clause(reading.annotation, head)[1], head + 1), max(stop, head + 1))
    while last < stop and tokens[last].pos not in {"PUNCT", "CCONJ"}:
        last += 1
    compound = tokens[cue.verb].has("VerbForm=Part")
    pronouns = {"se", "s'", "y", "en", "le", "la", "l'", "les", "lui", "leur"}
    for i in range(head + 1, last):
        if tokens[i].pos != "CCONJ" or reading.quotation_at(tokens[i].start) is not None:
            continue
        k = i + 1
        while k < last and (tokens[k].pos == "ADV" or tokens[k].norm in pronouns):
            k += 1
        same = (
            k < last
            and tokens[k].pos in VERBAL
            and (
                tokens[k].has("VerbForm=Fin")
                or (
                    compound
                    and tokens[k].has("VerbForm=Part")
                    and not is_gerund(tokens[k])
                    and not tokens[head].has("VerbForm=Part")
                )
            )
        )
        if same:
            return before_marks(reading, i, head)
    return last


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
        if opening in marks:
            first += 1
        return Content(((first, with_complement(reading, cue, last)),), head, "predicative")
    return closing_adjective(reading, cue)


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


def oblique(reading: Reading, cue: VerbCue, preposition: str) -> Content | None:
    """A noun phrase behind a preposition: `met en garde contre X`, `accuse X de fraude`."""
    annotation, tokens = reading.annotation, reading.tokens
    words = preposition.split()
    forms = elided(words[0])
    _, sentence_end = annotation.sentences[tokens[cue.verb].sentence]
    for i in range(behind_asides(reading, cue.last), min(sentence_end, cue.last + REACH)):
        if tokens[i].norm not in forms or [t.norm for t in tokens[i + 1 : i + len(words)]] != words[1:]:
            continue
        if behind_asides(reading, i) > i:
            continue  # `crie au contraire au sabordage`
        head = tokens[i].head
        dated = tokens[head].norm in reading.lexicon(head).dates
        if head <= i or dated or tokens[head].pos not in NOMINAL or cue.verb not in annotation.ancestors(head):
            continue
        if i > cue.last and tokens[i - 1].pos in {"ADV", "ADP"}:
            continue  # the end of a longer preposition (`auprès de`)
        if preposition in {"de", "of"} and tokens[head].dep.startswith("nmod") and not object_head(reading, cue, head):
            continue
        last = with_complement(reading, cue, before_verb(reading, head, clause(annotation, head)[1]))
        return Content(((i + len(words), last),), head, f"{preposition}+noun")
    return None


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


def before_verb(reading: Reading, head: int, last: int) -> int:
    """The end of a noun phrase before a verb that a conjunction joins to the cue (`a appelé au calme et promis une aide`)."""
    tokens = reading.tokens
    for i in range(head + 1, last - 1):
        if tokens[i].pos == "CCONJ" and tokens[i + 1].pos in VERBAL:
            return i
    return last


def object_head(reading: Reading, cue: VerbCue, noun: int) -> bool:
    """Whether a `de` phrase hangs on the person accused, warned or told (`accuse la société de fraude`)."""
    above = reading.tokens[noun].head
    return "object" in cue.entry.verb.addressee and reading.tokens[above].head == cue.verb


def nominal_object(reading: Reading, cue: VerbCue, construction: str) -> Content | None:
    """A noun phrase as content: `annonçait l'imminence d'une livraison`, `a nié le transfert`; a passive's subject."""
    annotation, tokens = reading.annotation, reading.tokens
    relations = ("nsubj:pass",) if cue.passive else ("obj",)
    lexicon = reading.lexicon(cue.verb)
    if ("object" in cue.entry.verb.addressee and not cue.passive) or tokens[cue.verb].has("Tense=Fut"):
        return None  # what will be announced (`annoncera sa décision`) is not yet said
    heads = annotation.dependents(cue.verb, *relations)
    if not heads and not cue.passive and cue.subject is not None and cue.subject < cue.verb:
        # with a subject before the verb, the second one that the parse sees behind it is the object
        heads = [c for c in annotation.dependents(cue.verb, "nsubj") if c > cue.verb]
    for head in heads:
        token = tokens[head]
        if token.pos not in {"NOUN", "PROPN"} or token.norm in lexicon.dates:
            continue
        if token.lemma in lexicon.pack.reporting_nouns.unstated:
            continue
        if token.lemma in lexicon.channels and reading.quotation_at(token.start) is None:
            continue
        if not cue.passive and head < cue.verb:
            continue
        stated = lexicon.pack.reporting_nouns.stated
        eventive = token.lemma in lexicon.pack.events.nouns or token.lemma in lexicon.nouns or token.lemma in stated
        if construction == "event_object" and not eventive:
            continue
        if cue.passive and (token.norm in lexicon.speakers or not annotation.dependents(cue.verb, "aux:pass")):
            continue
        first, last = noun_phrase(annotation, head, lexicon) if cue.passive else clause(annotation, head)
        return Content(((first, with_complement(reading, cue, last)),), head, construction)
    return None if heads or cue.passive else plain_object(reading, cue, construction)


def plain_object(reading: Reading, cue: VerbCue, construction: str) -> Content | None:
    """The noun phrase right behind a finite cue where the parse gives it no object: `nie toute malversation`."""
    tokens = reading.tokens
    lexicon = reading.lexicon(cue.verb)
    first = behind_asides(reading, cue.last)
    if not is_finite(reading.annotation, cue.verb) or tokens[first].sentence != tokens[cue.verb].sentence:
        return None
    if tokens[first].pos not in {"DET", "NUM"}:
        return None
    head = next((i for i in range(first, min(first + 4, len(tokens))) if tokens[i].pos == "NOUN"), None)
    if (
        head is None
        or tokens[head].norm in lexicon.dates
        or tokens[head].lemma in lexicon.pack.reporting_nouns.unstated
    ):
        return None
    if any(tokens[i].pos in {*VERBAL, "PUNCT", "ADP", "SCONJ"} for i in range(first, head)):
        return None
    pack = lexicon.pack
    tables = (pack.events.nouns, pack.reporting_nouns.nouns, pack.reporting_nouns.stated)
    if construction == "event_object" and not any(tokens[head].lemma in table for table in tables):
        return None
    _, stop = reading.annotation.sentences[tokens[cue.verb].sentence]
    last = head + 1
    while (
        last < stop
        and tokens[last].pos not in {"PUNCT", "CCONJ", "SCONJ"}
        and not is_main(reading.annotation, tokens[last])
    ):
        last += 1
    return Content(((first, last),), head, construction)


def behind_asides(reading: Reading, first: int) -> int:
    """The token behind adverbs and set phrases that stand between a verb and what it takes (`de son côté`)."""
    tokens = reading.tokens
    i = first
    while i < len(tokens) - 1:
        length = next(
            (
                len(w)
                for w, _ in reading.lexicon(i).asides.get(tokens[i].norm, ())
                if [t.norm for t in tokens[i : i + len(w)]] == list(w)
            ),
            0,
        )
        if not length and tokens[i].pos == "ADV":
            length = 1
        if not length:
            return i
        i += length
    return i


def with_complement(reading: Reading, cue: VerbCue, last: int) -> int:
    """The end of a nominal content with the prepositional phrases that touch it (`implication dans la fourniture d'armes`).

    Hearers, channels and dates stay outside: they belong to the cue.
    """
    annotation, tokens = reading.annotation, reading.tokens
    hearers = forms_of(cue.entry.verb.addressee)
    stop = annotation.sentences[tokens[cue.verb].sentence][1]
    while last < stop and tokens[last].pos == "ADP" and last < tokens[last].head < stop:
        noun = tokens[last].head
        lexicon = reading.lexicon(noun)
        words = {tokens[noun].lemma, tokens[noun].norm}
        apart = words & (lexicon.channels | lexicon.calendar | lexicon.outlets | lexicon.media_nouns)
        heard = tokens[last].norm in hearers and words & lexicon.speakers
        if tokens[noun].pos not in NOMINAL or tokens[noun].head >= noun or apart or heard:
            break
        last = max(noun_phrase(annotation, noun, lexicon)[1], noun + 1)
    return last


def code_points(reading: Reading, content: Content) -> list[Range]:
    """A content's ranges in code points."""
    return [reading.offsets(first, last) for first, last in content.ranges]
