"""Inserted cue clauses: how far they reach, and what they ascribe."""

from dataclasses import replace

from recoupe.attribution.admission import first_person
from recoupe.attribution.behind_insertions import completed_behind, goes_along
from recoupe.attribution.beside import CUE_CLAUSE, begins_anew, goes_on, quotation_after, quotation_before, speaks_alone
from recoupe.attribution.cues import VerbCue, can_speak, quoted_apart
from recoupe.attribution.descriptions import behind_description
from recoupe.attribution.draft import Range, Reading, without
from recoupe.attribution.inversion import behind, behind_adjuncts, behind_insertion
from recoupe.attribution.openings import behind_colon, opening_token, region_head
from recoupe.attribution.sources import source_tokens
from recoupe.attribution.syntax import (
    VERBAL,
    agrees,
    before_relative,
    clause,
    is_bare_past,
    is_finite,
    is_gerund,
    is_main,
    own_subject,
    phrase_head,
    unbracketed,
    verb_group,
)

NEAR = 8  # tokens between a verb and its inverted subject
SAYING = {"neutral", "assertive"}  # classes whose inverted subject speaks, whatever the noun


def inserted_subject(reading: Reading, cue: VerbCue) -> int | None:
    """The subject behind a verb that a comma sets off from a finished clause: `..., commente vendredi la presse locale`.

    The parse often takes such a subject for an object, and the clause before for one more verb of the same subject.
    """
    tokens, annotation = reading.tokens, reading.annotation
    if (
        not cue.entry.verb.incise
        or not is_finite(annotation, cue.verb)
        or not reading.lexicon(cue.verb).pack.settings.inverted_cues
    ):
        return None
    own = annotation.dependents(cue.verb, "nsubj")
    if any(c < cue.verb and tokens[c].has("PronType=Rel") for c in own):
        return None  # `des alliances qui, selon lui, menacent le port et la ville`
    if "object" in cue.entry.verb.addressee and not reading.lexicon(cue.verb).pack.settings.clitic_inversion:
        return None  # `..., one worker, who asked for secrecy, told the Herald`: who stands behind it has heard it
    clitic = cue.subject is not None and tokens[cue.subject].norm.startswith("-")
    first = inverted_group(reading, cue) if clitic else verb_group(annotation, cue.verb)[0]
    sentence_first, _ = annotation.sentences[tokens[cue.verb].sentence]
    if first - 2 < sentence_first or tokens[first - 1].text not in {",", "»", "”", '"'}:
        return None
    before = [t for t in tokens[sentence_first : first - 1] if t.pos in VERBAL and not t.dep.startswith(("acl", "aux"))]
    finished = any(is_finite(annotation, t.i) for t in before) or verbless(reading, sentence_first, first - 1)
    if clitic:
        return cue.subject if finished else None
    found = behind(reading, cue.verb)
    if found is None or len(unbracketed(annotation, cue.verb, found)) > NEAR:
        return behind_adjuncts(reading, cue.last) if finished else None
    if opens_content(reading, cue, found):
        return None
    if quoted_apart(reading, found, cue.verb):
        return None  # `Une note évoque « un accès humain »`
    articled = any(tokens[c].pos == "DET" for c in annotation.dependents(found, "det"))
    closing = source_tokens(reading, found)[1]
    brought = closing < len(tokens) and tokens[closing].text == ":"  # `X, joint hier, décrit la scène : ...`
    sure = (
        finished
        and articled
        and not brought
        and cue.entry.verb.standing == "reporting"
        and cue.entry.verb.class_ in SAYING
    )
    if not can_speak(reading, found) and not sure:
        return None
    if not finished:
        _, stop = annotation.sentences[tokens[cue.verb].sentence]
        closing = source_tokens(reading, found)[1]  # `Le projet, assure la région, ne coûtera rien`
        if closing >= stop or tokens[closing].text != "," or not continues_behind(reading, closing, stop):
            return None
    between = unbracketed(annotation, cue.verb + 1, annotation.subtree(found)[0])
    taken = any(t.pos == "VERB" for t in tokens[cue.last : annotation.subtree(found)[0]])
    if taken:
        return None  # `X, de son côté, reconnaît avoir reçu une lettre de Y`: who has written speaks not
    return None if any(t.pos in {"PUNCT", "CCONJ", "SCONJ"} for t in between) else found


def opens_content(reading: Reading, cue: VerbCue, noun: int) -> bool:
    """Whether a noun behind a verb is what is said of: the subject of the clause that hangs on it, or what it is called.

    `the third, Dr Dorval, said the cloud was too thick`; `Ann Tarrow, whose son drowned, called the ruling "a farce"`. Only
    in a language that may leave out the mark of a clause; where inversion is common a comma may part a clause from its cue.
    """
    annotation, tokens = reading.annotation, reading.tokens
    if not reading.lexicon(cue.verb).pack.settings.zero_complementiser:
        return False
    token = tokens[noun]
    below = token.head != cue.verb and token.head > noun and cue.verb in annotation.ancestors(token.head)
    said_of = token.dep.startswith("nsubj") and below and is_finite(annotation, token.head)
    called = bool({"naming", "predicative"} & set(cue.entry.verb.takes)) and "clause" not in cue.entry.verb.takes
    between = tokens[noun : token.head] if said_of else []
    return (said_of and not any(t.text == "," for t in between)) or called


def inverted_group(reading: Reading, cue: VerbCue) -> int:
    """The first token of a verb with its inverted pronoun, auxiliaries included (`a-t-on appris`)."""
    first = verb_group(reading.annotation, cue.verb)[0]
    if cue.subject is not None and cue.subject < first:
        first = cue.subject
        while first > 0 and reading.tokens[first - 1].pos == "AUX":
            first -= 1
    return first


def speaker_before(reading: Reading, first: int, verb: int) -> int | None:
    """The one speaker between a content and the verb behind it, with what tells of it between commas left out."""
    tokens, annotation = reading.tokens, reading.annotation
    end = verb_group(annotation, verb)[0]
    end = (
        before_relative(annotation, annotation.sentences[tokens[verb].sentence][0], end - 1)
        if tokens[end - 1].text == ","
        else end
    )
    while first < end and tokens[first].pos == "PUNCT":
        first += 1
    return lone_speaker(reading, first, end)


def verbless(reading: Reading, first: int, last: int) -> bool:
    """Whether some tokens are a clause whose verb the tagger takes for another word: the sentence's root with a subject."""
    return any(
        t.dep.startswith("root") and t.pos in {"ADJ", "NOUN"} and reading.annotation.dependents(t.i, "nsubj")
        for t in reading.tokens[first:last]
    )


def outside_content(reading: Reading, cue: VerbCue, content: list[Range]) -> VerbCue:
    """The cue with a subject that is no part of what it ascribes: the noun phrase behind an inverted verb."""
    annotation = reading.annotation
    inside = cue.subject is not None and any(s <= reading.tokens[cue.subject].start < e for s, e in content)
    if cue.subject is None or inside or cue.subject > cue.verb:
        position = reading.tokens[cue.verb].start
        last = max((e for s, e in content if s < position), default=0)
        before = [t.i for t in reading.between(last, position)]
        lone = speaker_before(reading, before[0], cue.verb) if before and last else None
        if lone is not None and agrees(annotation, lone, cue.verb):
            return replace(cue, subject=lone)
        named = next(
            (i for i in reversed(before) if subject_like(reading, i) and agrees(annotation, i, cue.verb)), None
        )
        if named is not None and last:
            return replace(cue, subject=phrase_head(annotation, named))
    if cue.subject is not None and not inside:
        inserted = behind_insertion(reading, cue.verb) if cue.subject > cue.verb else None
        return cue if inserted is None else replace(cue, subject=inserted)
    found = behind(reading, cue.verb)
    return replace(cue, subject=found)


def subject_like(reading: Reading, i: int) -> bool:
    """Whether a token may head a subject in front of its verb: a noun, name or pronoun without a preposition."""
    token = reading.tokens[i]
    if token.pos not in {"NOUN", "PROPN", "PRON"} or token.dep.startswith("expl") or token.has("PronType=Rel"):
        return False
    if token.pos == "PRON" and token.dep.startswith(("obj", "iobj", "obl")):
        return False  # `..., nous apprend La Voix`
    above = (i, *(h for h in reading.annotation.ancestors(i) if reading.tokens[h].pos in {"NOUN", "PROPN"}))
    return not any(reading.annotation.dependents(h, "case") for h in above)


def cue_clause(reading: Reading, cue: VerbCue) -> tuple[int, int]:
    """The tokens of an inserted cue clause: verb group, subject and what hangs on them, without the content."""
    annotation, tokens = reading.annotation, reading.tokens
    first, last = verb_group(annotation, cue.verb)
    last = max(last, cue.last)
    children = [
        c
        for c in annotation.children[cue.verb]
        if not tokens[c].dep.startswith(("ccomp", "parataxis", "punct", "conj"))
    ]
    nearest = sorted(children, key=lambda c: (c > cue.verb, abs(c - cue.verb)))  # what stands nearest joins first
    for child in nearest:
        low, high = clause(annotation, child)
        if tokens[child].dep.startswith("nsubj"):
            low, high = source_tokens(reading, child)
            if child < cue.verb and cue.verb - high > 3:
                continue
        if child > cue.verb and low <= last + 1:
            last = max(last, high)
        elif child < cue.verb and (
            (high >= first - 1 and not has_mark(reading, high, first) and tokens[high - 1].pos != "PUNCT")
            or (child == cue.subject and closes_apposition(reading, low, high, first))
        ):
            first = min(first, low)
    if cue.subject is not None and cue.subject < first and not has_mark(reading, cue.subject, first):
        first = min(first, source_tokens(reading, cue.subject)[0])
    follower = behind(reading, cue.verb) if cue.subject is None or cue.subject > cue.verb else None
    if follower is not None and follower - cue.verb <= CUE_CLAUSE:
        last = max(last, source_tokens(reading, follower)[1])
    if cue.subject is None or beyond_clause(reading, cue):
        first = min(first, trailing_subject(reading, cue, first, last))
    while last > cue.verb + 1 and tokens[last - 1].pos == "PUNCT":
        last -= 1
    while first < cue.verb and tokens[first].pos == "PUNCT":
        first += 1
    return first, last


def trailing_subject(reading: Reading, cue: VerbCue, first: int, last: int) -> int:
    """Where the cue clause begins that ends a sentence without inversion: `..., the minister, Jane Roe, has warned.`

    The parse often hangs such a subject on the clause before; it is what follows the first comma behind that clause's verb.
    """
    tokens, annotation = reading.tokens, reading.annotation
    start, stop = annotation.sentences[tokens[cue.verb].sentence]
    if reading.lexicon(cue.verb).pack.settings.clitic_inversion or any(t.pos != "PUNCT" for t in tokens[last:stop]):
        return first
    finite = [i for i in range(start, first) if tokens[i].pos in VERBAL and is_finite(annotation, i)]
    comma = next((i for i in range(finite[-1], first) if tokens[i].text == ","), None) if finite else None
    return first if comma is None else comma + 1


def closes_apposition(reading: Reading, low: int, high: int, first: int) -> bool:
    """Whether only the comma that closes an apposition stands between a subject [low, high) and its verb."""
    tokens = reading.tokens
    return tokens[first - 1].text == "," and first - high == 1 and any(t.text == "," for t in tokens[low:high])


def beyond_clause(reading: Reading, cue: VerbCue) -> bool:
    """Whether the subject that the parse gives stands in another finite clause, before a comma."""
    if cue.subject is None or cue.subject > cue.verb:
        return False
    between = reading.tokens[cue.subject : verb_group(reading.annotation, cue.verb)[0]]
    finite = any(t.pos in VERBAL and t.has("VerbForm=Fin") for t in between)
    return finite and any(t.text == "," for t in between)


def has_mark(reading: Reading, first: int, last: int) -> bool:
    """Whether a mark stands among the tokens [first, last)."""
    return any(reading.tokens[i].pos == "PUNCT" for i in range(first, last))


def closes_sentence(reading: Reading, cue: VerbCue, first: int) -> bool:
    """Whether a cue without inversion ends the sentence behind a finished clause: `..., the minister, Jane Roe, has warned.`"""
    tokens, annotation = reading.tokens, reading.annotation
    start, stop = annotation.sentences[tokens[cue.verb].sentence]
    if reading.lexicon(cue.verb).pack.settings.clitic_inversion or not is_finite(annotation, cue.verb):
        return False
    comma = next((i for i in range(first - 1, start, -1) if tokens[i].text == ","), None)
    if comma is None or any(t.pos != "PUNCT" for t in tokens[cue.last : stop]):
        return False
    return any(t.pos in VERBAL and is_finite(annotation, t.i) for t in tokens[start:comma])


def adjuncts_alone(reading: Reading, cue: VerbCue, stop: int) -> bool:
    """Whether only hearers, dates and other adjuncts stand between a verb and its sentence's end (`told Orbis on Monday.`)."""
    tokens, annotation = reading.tokens, reading.annotation
    parted = (k for k in range(cue.last, stop - 1) if tokens[k].text == "," and is_gerund(tokens[k + 1]))
    rest = [t for t in tokens[cue.last : next(parted, stop)] if t.pos != "PUNCT"]  # `said on Friday, contradicting`
    if not rest:
        return True
    settings = reading.lexicon(cue.verb).pack.settings
    hearer = "object" in cue.entry.verb.addressee and rest[0].pos in {"DET", "PROPN", "PRON", "NOUN"}
    adjunct = rest[0].pos in {"ADP", "ADV"} or rest[0].norm in reading.lexicon(cue.verb).dates or is_gerund(rest[0])
    finite = any(t.pos in VERBAL and is_finite(annotation, t.i) and not t.dep.startswith("acl:relcl") for t in rest)
    marked = any(t.norm in settings.complementisers and t.pos == "SCONJ" for t in rest)
    quoted = any(reading.quotation_at(t.start) is not None for t in rest)
    return (hearer or adjunct) and not finite and not marked and not quoted and tokens[cue.last].text != ":"


def closing_cue(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """A cue clause without inversion that ends its sentence, adjuncts and all: `..., two envoys told Orbis on Monday.`

    Between the comma behind a finished clause and the verb stands its subject alone, with what tells of it between commas.
    """
    tokens, annotation = reading.tokens, reading.annotation
    settings = reading.lexicon(cue.verb).pack.settings
    start, stop = annotation.sentences[tokens[cue.verb].sentence]
    finite = is_bare_past(annotation, cue.verb) or tokens[cue.verb].pos == "NOUN" or is_finite(annotation, cue.verb)
    if settings.clitic_inversion or not cue.entry.verb.incise or not finite:
        return None
    first = verb_group(annotation, cue.verb)[0]
    subject_end = before_relative(annotation, start, first - 1) if tokens[first - 1].text == "," else first
    comma = next((i for i in range(subject_end - 1, start, -1) if tokens[i].text == ","), None)
    opening = opening_token(reading, behind_colon(reading, start, first), first)
    if comma is None or comma <= opening or not adjuncts_alone(reading, cue, stop):
        return None
    if apposed(reading, opening, comma):
        return None
    if reading.quotation_at(tokens[cue.verb].start) or lone_speaker(reading, comma + 1, subject_end) is None:
        return None
    if tokens[opening].pos in {"SCONJ", "ADP"} or not independent(reading, opening, comma):
        return None
    return [(tokens[opening].start, tokens[comma].start)], region_head(reading, opening, comma), "verb:incise"


def independent(reading: Reading, first: int, last: int) -> bool:
    """Whether some tokens hold a finite clause of its own: the sentence's root, or a verb without a conjunction before it."""
    annotation, tokens = reading.annotation, reading.tokens
    finite = any(t.has("VerbForm=Fin") for t in tokens[first:last])
    free = (
        t.dep.startswith("root")
        or (is_main(annotation, t) and not t.dep.startswith("advcl") and not annotation.dependents(t.i, "mark"))
        for t in tokens[first:last]
    )
    return finite and any(free)


def lone_speaker(reading: Reading, first: int, last: int) -> int | None:
    """The head of some tokens that are one noun phrase which can speak: `two diplomats with knowledge of the talks`, `he`."""
    tokens = reading.tokens
    if first >= last or tokens[first].pos not in {"DET", "PROPN", "NOUN", "ADJ", "NUM", "PRON"}:
        return None
    words = tokens[first:last]
    if any(t.pos in {"SCONJ", "AUX", "CCONJ"} or t.has("VerbForm=Fin") or t.has("PronType=Rel") for t in words):
        return None
    annotation = reading.annotation
    heads = [
        t.i
        for t in words
        if t.pos in {"NOUN", "PROPN", "PRON"} and not any(c >= first for c in annotation.dependents(t.i, "case"))
    ]
    free = [i for i in heads if tokens[i].head not in heads and can_speak(reading, i)]
    return min(
        free, key=lambda i: (first <= tokens[i].head < last, not tokens[i].dep.startswith("nsubj"), i), default=None
    )


def between_commas(reading: Reading, cue: VerbCue) -> bool:
    """Whether a subject and its verb alone stand between two commas: `The law, critics contend, will punish`."""
    tokens = reading.tokens
    first, last = cue_clause(reading, cue)
    start, stop = reading.annotation.sentences[tokens[cue.verb].sentence]
    if first <= start or last >= stop or tokens[first - 1].text != "," or tokens[last].text != ",":
        return False
    own = cue.subject is not None and first <= cue.subject < cue.verb
    words = tokens[first:last]
    return own and len(words) <= NEAR and not any(t.has("PronType=Rel") or t.pos in {"SCONJ", "CCONJ"} for t in words)


def inserted_speaker(reading: Reading, cue: VerbCue) -> int | None:
    """The one speaker between a comma and a verb that another comma follows: `Three people, the fire service said, were hurt`."""
    tokens, annotation = reading.tokens, reading.annotation
    first = verb_group(annotation, cue.verb)[0]
    start, stop = annotation.sentences[tokens[cue.verb].sentence]
    if not cue.entry.verb.incise or cue.last >= stop or tokens[cue.last].text != ",":
        return None
    comma = next((i for i in range(first - 1, max(start, first - NEAR), -1) if tokens[i].text == ","), None)
    if comma is None or (cue.subject is not None and comma < cue.subject < first) or apposed(reading, start, comma):
        return None
    return lone_speaker(reading, comma + 1, first)


def apposed(reading: Reading, start: int, comma: int) -> bool:
    """Whether a phrase that can speak stands between two commas before what follows: `, the minister, Jane Roe said`."""
    before = next((i for i in range(comma - 1, start, -1) if reading.tokens[i].text == ","), None)
    return before is not None and lone_speaker(reading, before + 1, comma) is not None


def subordinate(reading: Reading, verb: int) -> bool:
    """Whether a verb stands in a clause of time or reason (`before details emerge`); `comme l'a dit X` is no such."""
    like = reading.lexicon(verb).pack.settings.predicate_marks
    marks = [reading.tokens[c] for c in reading.annotation.dependents(verb, "mark") if c < verb]
    return any(t.pos == "SCONJ" and t.norm not in like for t in marks)


def stands_aside(reading: Reading, cue: VerbCue) -> bool:
    """Whether the verb's clause is inserted: by the parse, by an inverted subject after a mark, or behind a quotation."""
    tokens, annotation = reading.tokens, reading.annotation
    token = tokens[cue.verb]
    first = cue_clause(reading, cue)[0]
    marked_off = (first > 0 and tokens[first - 1].pos == "PUNCT") or quotation_before(reading, first) is not None
    announced = (
        tokens[first - 1].text == ":" and quotation_before(reading, first) is None
    )  # what stands before it is told
    if subordinate(reading, cue.verb) or tokens[first - 1].text == ";" or announced:
        return False
    if goes_on_telling(reading, cue) or object_behind(reading, cue, first):
        return False
    if between_commas(reading, cue):
        return True
    joined = token.dep.startswith("acl") or (
        token.dep.startswith("conj") and bool(annotation.dependents(cue.verb, "cc"))
    )
    if not marked_off or (joined and cue.subject is not None and cue.subject < cue.verb):
        return False
    inverted = cue.subject is not None and (cue.subject > cue.verb or tokens[cue.subject].norm.startswith("-"))
    preposed = any(c < cue.verb for c in annotation.dependents(cue.verb, "ccomp", "parataxis"))
    return (
        closes_sentence(reading, cue, first)
        or token.dep.startswith(("parataxis", "conj"))
        or inverted
        or preposed
        or quotation_before(reading, first) is not None
    )


def object_behind(reading: Reading, cue: VerbCue, first: int) -> bool:
    """Whether what the parse has for the subject behind a verb is its object: nothing that speaks (`X, dénonce un lynchage`)."""
    if cue.subject is None or cue.subject < cue.verb:
        return False
    articles = [reading.tokens[c] for c in reading.annotation.dependents(cue.subject, "det")]
    if cue.entry.verb.class_ in SAYING and not any(a.has("Definite=Ind") for a in articles):
        return False
    clitic = reading.tokens[cue.subject].pos == "PRON"
    return not (clitic or can_speak(reading, cue.subject) or quotation_before(reading, first) is not None)


def goes_on_telling(reading: Reading, cue: VerbCue) -> bool:
    """Whether a conjunction right before a verb makes it a further one of who spoke before: `..., a dit X, et dénonce ...`."""
    group = verb_group(reading.annotation, cue.verb)[0]
    before = reading.tokens[group - 1] if group else None
    clitic = cue.subject is not None and reading.tokens[cue.subject].norm.startswith("-")
    return before is not None and before.pos == "CCONJ" and not clitic


def said_of_words(reading: Reading, cue: VerbCue) -> bool:
    """Whether a passive tells what was done to some words (`le texte a été réécrit par X`), not who says what stands before."""
    subject = own_subject(reading.annotation, cue.verb)
    return cue.passive and subject is not None and reading.tokens[subject].pos in {"NOUN", "PROPN"}


def takes_object(reading: Reading, cue: VerbCue) -> bool:
    """Whether a verb behind its subject has a thing for its object, which is what it tells (`..., police found the car`)."""
    if cue.subject is None or cue.subject > cue.verb or "object" in cue.entry.verb.addressee:
        return False
    things = [c for c in reading.annotation.dependents(cue.verb, "obj") if c >= cue.last]
    return any(reading.tokens[c].pos == "NOUN" and not can_speak(reading, c) for c in things)


def continues_behind(reading: Reading, last: int, stop: int) -> bool:
    """Whether the content goes on behind a cue clause: a finite clause there that does not tell of the speaker."""
    tokens = reading.tokens
    while last < stop and tokens[last].pos == "PUNCT":
        last += 1
    if last >= stop or tokens[last].has("PronType=Rel"):
        return False
    if not any(t.pos in VERBAL and is_finite(reading.annotation, t.i) for t in tokens[last:stop]):
        brought = tokens[last].pos == "ADP" and {t.lemma for t in tokens[last : last + NEAR // 2]}
        if brought and brought & reading.lexicon(last).channels:
            return False  # how it was said (`, a dit X, dans un courriel adressé à Y`)
    return any(t.pos in VERBAL and not is_gerund(t) for t in tokens[last:stop])


def incised(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """A cue clause inside or after what it ascribes: `, a déclaré X,`, `, officials said`."""
    if not cue.entry.verb.incise or not stands_aside(reading, cue) or said_of_words(reading, cue):
        return None
    tokens, annotation = reading.tokens, reading.annotation
    first, last = cue_clause(reading, cue)
    last = behind_description(reading, first, last)
    start_of_clause, end_of_clause = reading.offsets(first, last)
    before = quotation_before(reading, first)
    if before is not None and begins_anew(reading, before, tokens[first]):
        before = None
    if before is None and takes_object(reading, cue):
        return None
    if before is None and is_gerund(tokens[cue.verb]):
        return None
    around = reading.quotation_at(tokens[cue.verb].start)
    if around is not None:
        if cue.subject is None or cue.subject < cue.verb or first_person(reading, cue.subject):
            return None  # part of what is said, no cue inside it
        spans = without((around.start, around.end), [(start_of_clause, end_of_clause)])
        return spans, None, "quotation:incise"
    sentence_first, sentence_last = annotation.sentences[tokens[cue.verb].sentence]
    after = quotation_after(reading, last)
    opening = opening_token(reading, behind_colon(reading, sentence_first, first), first)
    region_start = tokens[opening].start if opening < first else start_of_clause
    if before is not None and (before.outer_start <= region_start + 1 or speaks_alone(reading, before)):
        spans = [(before.start, before.end)]
        if after is not None and goes_on(reading, after, sentence_last):
            spans.append((after.start, after.end))
        return spans, None, "quotation:incise"
    if region_start >= start_of_clause:
        if after is not None:
            return [(after.start, after.end)], None, "quotation:incise"
        return None
    finished = any(
        t.pos in VERBAL and (is_finite(annotation, t.i) or annotation.dependents(t.i, "nsubj"))
        for t in tokens[opening:first]
    ) or verbless(reading, opening, first)
    if not finished and not (
        tokens[min(last, len(tokens) - 1)].text == "," and continues_behind(reading, last, sentence_last)
    ):
        return None
    spans = [(region_start, start_of_clause)]
    going_on = continues_behind(reading, last, sentence_last) and not goes_along(reading, last)
    if after is not None or going_on or completed_behind(reading, opening, first, last):
        spans.append((end_of_clause, tokens[sentence_last - 1].end))
    return spans, region_head(reading, opening, first), "verb:incise"
