"""Nouns with a stated content: `l'annonce que`, `les accusations de fraude`, `the claim that`."""

import itertools

from recoupe.attribution.admission import first_person
from recoupe.attribution.contents import elided
from recoupe.attribution.cues import can_speak, is_negated
from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.endings import clause_end
from recoupe.attribution.sources import source_span
from recoupe.attribution.syntax import NOMINAL, VERBAL, clause, is_finite, is_genitive, is_main
from recoupe.languages.schema import ReportingNoun

BY = {"par", "by", "from"}
ASIDE = 8  # tokens behind a noun in which its speaker is named
INSIDE = {"compound", "amod", "nmod", "flat", "nummod"}  # of a word to the head of its phrase behind it
REACH = 20  # tokens between a noun and the mark of its clause


def nominal(reading: Reading) -> list[Draft]:
    """All relations whose cue is a noun with a clause, infinitive or prepositional content of its own."""
    found = []
    for token in reading.tokens:
        entry = reading.lexicon(token.i).nouns.get(token.lemma)
        if token.pos != "NOUN" or entry is None:
            continue
        content = content_of(reading, token.i, entry)
        if content is None:
            continue
        head, span, construction = content
        tidy = reading.tidy(*span)
        if tidy is None:
            continue
        source = source_of(reading, token.i, entry, head)
        if source is None and none_there(reading, token.i):
            continue
        if source is not None and of_quoted_self(reading, source):
            continue  # `« Nous avons la certitude que ... », dit la juge`: her own words already
        if source is not None and source[0] < tidy[0] < source[1]:  # `the insistence of the curator | that the stadium`
            before = reading.between(source[0], tidy[0])[:-1]
            source = (source[0], before[-1].end) if before else source
        found.append(
            Draft(
                source=source,
                cue=(token.start, token.end),
                content=[tidy],
                mechanism=f"noun:{construction}",
                entries=(f"noun:{token.lemma}",),
                speech="denial"
                if entry.firmness == "denial"
                else "refusal"
                if entry.firmness == "refusal"
                else entry.class_,
                nominal=True,
                hedged_by=[(token.start, token.end)] if entry.firmness == "hedged" else [],
                head=head,
                cue_token=token.i,
            )
        )
    return found


def none_there(reading: Reading, noun: int) -> bool:
    """Whether a sentence says that there is none of what a noun names (`no evidence that F`, `had not seen any proof that F`)."""
    token, negation = reading.tokens[noun], reading.lexicon(noun).pack.negation
    own = [reading.tokens[c] for c in reading.annotation.dependents(noun, "det", "amod")]
    if any(t.norm in negation.determiners for t in own):
        return True
    verb = reading.tokens[token.head]
    indefinite = any(t.has("PronType=Ind") for t in own)
    return indefinite and token.dep.startswith("obj") and verb.pos in VERBAL and is_negated(reading, verb.i)


def of_quoted_self(reading: Reading, source: Range) -> bool:
    """Whether a source is a first person in quotation marks."""
    words = reading.between(*source)
    return len(words) == 1 and first_person(reading, words[0].i) and reading.quotation_at(source[0]) is not None


def content_of(reading: Reading, noun: int, entry: ReportingNoun) -> tuple[int, Range, str] | None:
    """The complement that is the content: its head, its span, the construction."""
    annotation, tokens = reading.annotation, reading.tokens
    settings = reading.lexicon(noun).pack.settings
    for child in annotation.dependents(noun, "acl", "ccomp", "advcl", "csubj"):
        first, last = clause(annotation, child)
        if child < noun or first <= noun:
            continue
        opening = tokens[first].norm
        marked = opening in settings.complementisers and tokens[first].pos == "SCONJ"
        if "clause" in entry.takes and marked and tokens[first - 1].pos not in VERBAL:
            return child, reading.offsets(first + 1, before_main(reading, noun, first + 1, last)), "clause"
        for construction in entry.takes:
            preposition, _, complement = construction.rpartition("+")
            if complement in {"infinitive", "gerund"} and opening in elided(preposition) and child > first:
                return child, reading.offsets(first + 1, last), complement
    if "clause" in entry.takes and (behind := clause_behind_speaker(reading, noun)) is not None:
        return behind
    verb = tokens[tokens[noun].head]
    called = tokens[noun].dep.startswith("obj") and verb.lemma in reading.lexicon(noun).pack.denials.calling
    for construction in entry.takes:
        preposition, _, complement = construction.rpartition("+")
        if complement != "noun" or preposition in entry.source or called:
            continue  # (`a qualifié ces accusations | de mensonge`)
        for child in annotation.dependents(noun, "nmod", "obl"):
            first, last = clause(annotation, child)
            words = preposition.split()
            if child < noun or tokens[first].norm not in elided(words[0]):
                continue
            if [t.norm for t in tokens[first + 1 : first + len(words)]] == words[1:]:
                return child, reading.offsets(first + len(words), last), "noun"
    return None


def clause_behind_speaker(reading: Reading, noun: int) -> tuple[int, Range, str] | None:
    """`la promesse de la ministre, Olga Quill, que la reprise`, `l'affirmation, reprise par des médias, que`.

    The clause stands behind who speaks or an aside between commas, its mark behind the comma that closes them.
    """
    annotation, tokens = reading.annotation, reading.tokens
    marks = reading.lexicon(noun).pack.settings.complementisers
    _, stop = annotation.sentences[tokens[noun].sentence]
    commas = 0
    for i in range(noun + 1, min(stop - 2, noun + REACH)):
        token = tokens[i]
        if token.text == ",":
            commas += 1
        elif token.pos in {"CCONJ", "PUNCT"} or (token.pos in VERBAL and is_finite(annotation, i)):
            return None
        elif token.norm in marks and (token.pos == "SCONJ" or (token.pos == "PRON" and opens_clause(reading, i + 1))):
            if not commas and tokens[noun + 1].pos != "ADP":
                return None  # another noun's clause: `the report's finding that`
            closed = commas % 2 == 0 and (commas > 0) == (tokens[i - 1].text == ",")
            other = tokens[i - 1].norm in reading.lexicon(noun).pack.settings.before_other_conjunctions
            other = other or brings_own(reading, noun, i - 1)
            if i == noun + 1 or not closed or other or tokens[i - 1].pos in VERBAL:
                return None  # (`des conclusions montrant que`: what the verb right before brings)
            end = before_main(reading, noun, i + 1, clause_end(reading, noun, i + 1))
            head = next((k for k in range(i + 1, end) if tokens[k].pos in VERBAL and is_finite(annotation, k)), None)
            return (head, reading.offsets(i + 1, end), "clause") if head is not None else None
    return None


def brings_own(reading: Reading, noun: int, other: int) -> bool:
    """Whether the noun right before a mark says something itself, behind a preposition: `the response to the story | that`."""
    tokens, entries = reading.tokens, reading.lexicon(other).nouns
    if tokens[other].pos != "NOUN" or tokens[other].lemma not in entries or other == noun:
        return False
    case = [tokens[c] for c in reading.annotation.dependents(other, "case")]
    return any(c.i > noun and not is_genitive(c) for c in case)


def opens_clause(reading: Reading, i: int) -> bool:
    """Whether a clause with a subject of its own begins at a token, so that the mark before it is no relative pronoun."""
    return reading.tokens[i].pos in {"DET", "PROPN", "NUM", "NOUN", "ADJ"}


def before_main(reading: Reading, noun: int, first: int, last: int) -> int:
    """The end of the clause of a noun that is its sentence's subject: the main verb stands behind the clause.

    `The claim that the vaccine causes fever | has been dismissed`: where no finite verb stands outside the clause, its
    second one is the sentence's own.
    """
    annotation, tokens = reading.annotation, reading.tokens
    start, stop = annotation.sentences[tokens[noun].sentence]
    if any(is_main(annotation, tokens[i]) for i in (*range(start, noun), *range(last, stop))):
        return last
    if annotation.dependents(noun, "case"):
        return last
    groups = [i for i in range(first, last) if tokens[i].has("VerbForm=Fin") and tokens[i].pos in VERBAL]
    for one, other in itertools.pairwise(groups):
        between = tokens[one + 1 : other]
        if not any(t.pos in {"CCONJ", "SCONJ"} or t.has("PronType=Rel") or t.text in ",:;" for t in between):
            negated = (other - 1 > one and "Polarity=Neg" in tokens[other - 1].morph) or tokens[
                other - 1
            ].dep == "advmod"
            return other - 1 if negated and other - 1 > one else other
    return last


def source_of(reading: Reading, noun: int, entry: ReportingNoun, content: int) -> Range | None:
    """Who speaks: `par X`, `de X`, a possessive, or the subject of the verb that carries the noun."""
    annotation, tokens = reading.annotation, reading.tokens
    for child in annotation.children[noun]:
        token = tokens[child]
        if child == content or token.pos not in {*NOMINAL, "DET"}:
            continue
        if token.has("Poss=Yes") and token.pos in {"DET", "PRON"}:
            return token.start, token.end
        case = [tokens[c].norm for c in annotation.dependents(child, "case")]
        if token.dep.startswith(("nmod", "obl")) and case:
            sources = set().union(*(elided(p) for p in entry.source)) if entry.source else set()
            if case[0] in BY or case[0] in sources or token.dep.startswith("nmod:poss"):
                return source_span(reading, child)
    beside = right_behind(reading, noun, entry) or in_aside(reading, noun) or whose(reading, noun, content)
    if beside is not None and beside != content:
        return source_span(reading, beside)
    support = set(reading.lexicon(noun).pack.reporting_nouns.support_verbs)
    head = tokens[noun].head
    if tokens[noun].dep.startswith("obj") and tokens[head].lemma in support:
        for child in annotation.dependents(head, "nsubj"):
            return source_span(reading, child)
    return None


def whose(reading: Reading, noun: int, content: int) -> int | None:
    """Who stands between a noun and its clause behind `of`, `de`: `the insistence of the curator that`."""
    tokens = reading.tokens
    if noun + 2 >= content or not is_genitive(tokens[noun + 1]):
        return None
    speaker = next((i for i in range(noun + 2, min(content, noun + ASIDE)) if tokens[i].pos in NOMINAL), None)
    while speaker is not None and speaker < tokens[speaker].head < min(content, noun + ASIDE):
        speaker = tokens[speaker].head
    marks = reading.lexicon(noun).pack.settings.complementisers
    clause_behind = speaker is not None and any(t.norm in marks for t in tokens[speaker + 1 : content])
    return speaker if clause_behind and can_speak(reading, speaker) else None


def in_aside(reading: Reading, noun: int) -> int | None:
    """The speaker in an aside between commas behind the noun: `The allegation, made by the lawyer, that`."""
    tokens = reading.tokens
    stop = reading.annotation.sentences[tokens[noun].sentence][1]
    if noun + 2 >= stop or tokens[noun + 1].text != ",":
        return None
    comma = next((i for i in range(noun + 2, min(stop, noun + 2 * ASIDE)) if tokens[i].text == ","), None)
    by = next((i for i in range(noun + 2, comma or noun) if tokens[i].norm in BY), None)
    drawing = reading.lexicon(noun).pack.attribution_phrases.drawing
    if by is None or any(t.lemma in drawing for t in tokens[noun + 2 : by]):
        return None  # `l'affirmation, reprise par des médias, que`: whose it is they do not say
    speaker = next((i for i in range(by + 1, comma or by) if tokens[i].pos in NOMINAL), None)
    while speaker is not None and speaker < tokens[speaker].head < (comma or 0) and tokens[speaker].dep in INSIDE:
        speaker = tokens[speaker].head
    return speaker if can_speak(reading, speaker) else None


def right_behind(reading: Reading, noun: int, entry: ReportingNoun) -> int | None:
    """The speaker whose preposition follows the noun at once, where the parse hangs the phrase elsewhere."""
    tokens = reading.tokens
    stop = reading.annotation.sentences[tokens[noun].sentence][1]
    sources = BY.union(*(elided(p) for p in entry.source))
    if noun + 2 >= stop or tokens[noun + 1].norm not in sources:
        return None
    speaker = next((i for i in range(noun + 2, min(stop, noun + ASIDE)) if tokens[i].pos in NOMINAL), None)
    while speaker is not None and speaker < tokens[speaker].head < noun + ASIDE and tokens[speaker].dep in INSIDE:
        speaker = tokens[speaker].head
    return speaker if can_speak(reading, speaker) else None
