"""Cues that share their subject across what the first one reports: `confirmed that two had died | but denied that ...`.

The parse hangs the second verb on the clause just reported, so that whoever that clause is about would speak. What tells
against it: that clause's subject cannot speak, or the second verb stands in the cue's tense and the clause in another.
"""

from recoupe.attribution.contents import OPENING_MARKS
from recoupe.attribution.draft import Reading
from recoupe.attribution.lexicon import VerbEntry
from recoupe.attribution.syntax import VERBAL, is_bare_past, is_finite, is_main, own_subject
from recoupe.linguistics import Annotation

BEFORE_VERB = {"AUX", "ADV", "PART", "PRON"}
SIMPLE_PAST = "Mood=Ind|Tense=Past|"
NONE = "none"
LINKS = {"ADP", "SCONJ", "PART"}  # between a verb that says that somebody goes on and what they go on doing
PRONOUNCING = {"denial", "accusation", "promise", "request", "warning"}  # classes that report with a noun as well


def joined_to(reading: Reading, verb: int) -> int | None:
    """The reporting verb whose subject a verb without one shares, behind a conjunction that closes the first one's clause."""
    conjunction = joint(reading, verb)
    if conjunction is None:
        return None
    tokens = reading.tokens
    start = reading.annotation.sentences[tokens[verb].sentence][0]
    for cue in range(conjunction - 1, start, -1):
        if opens_clause(reading, cue, conjunction) and goes_on(reading, cue, conjunction, verb):
            return cue
    return None


def joint(reading: Reading, verb: int) -> int | None:
    """The conjunction that a verb stands behind, with its helpers and no subject between (`but has since denied`)."""
    tokens = reading.tokens
    start = reading.annotation.sentences[tokens[verb].sentence][0]
    i = verb - 1
    while i > start:
        token = tokens[i]
        settings = reading.lexicon(i).pack.settings
        if token.pos == "CCONJ" or token.norm in settings.contrasts:
            return i
        subject = token.pos == "PRON" and (token.has("Case=Nom") or token.dep.startswith("nsubj"))
        linking = token.pos in LINKS or token.pos in VERBAL
        if subject or not (token.pos in BEFORE_VERB or linking or keeps(reading, i)):
            return None
        i -= 1
    return None


def keeps(reading: Reading, i: int) -> bool:
    """Whether a word says that somebody goes on doing a thing, however it is tagged (`persists in denying`)."""
    return reading.tokens[i].lemma in reading.lexicon(i).pack.settings.persisting


def opens_clause(reading: Reading, cue: int, stop: int) -> bool:
    """Whether a verb is a finite reporting one behind which a clause stands before a token."""
    tokens, annotation = reading.tokens, reading.annotation
    lexicon = reading.lexicon(cue)
    if tokens[cue].pos not in VERBAL or not (is_finite(annotation, cue) or is_bare_past(annotation, cue)):
        return False
    entries = lexicon.verbs.get(tokens[cue].lemma, ())
    if not any({"clause", "question"} & {*e.verb.takes} for e in entries):
        return False
    subject = own_subject(annotation, cue)
    if subject is None or subject > cue:
        return False
    marked = any(t.norm in lexicon.pack.settings.complementisers for t in tokens[cue + 1 : stop])
    return marked or lexicon.pack.settings.zero_complementiser


def goes_on(reading: Reading, cue: int, conjunction: int, verb: int) -> bool:
    """Whether a verb behind a conjunction goes on a cue's story, not the clause that stands between the two."""
    tokens, annotation = reading.tokens, reading.annotation
    if reading.quotation_at(tokens[conjunction].start) is not reading.quotation_at(tokens[cue].start):
        return False
    inner = last_clause(annotation, cue, conjunction)
    keeper = next((i for i in range(conjunction + 1, verb) if keeps(reading, i)), None)
    above = finite_part(annotation, verb) if keeper is None else keeper
    inflected = is_finite(annotation, above) or tokens[above].pos not in VERBAL or tokens[above].has("Tense=Past")
    if inner is None or not inflected or not reports(reading, verb):
        return False
    about = subject_before(annotation, inner, cue)
    told, before, between = (tense_of(annotation, k) for k in (above, cue, inner))
    told = before if told == NONE else told  # a past tense read as a participle, or one that shares the cue's auxiliary
    if about is None:
        return told == before != between
    pronoun = tokens[about].pos == "PRON" and tokens[about].has("Person=3")
    if (pronoun and (told == before or keeper is not None)) or not may_report(reading, about):
        return True
    return told == before != between or (keeper is not None and before != between)


def last_clause(annotation: Annotation, cue: int, stop: int) -> int | None:
    """The head of the last finite clause between a cue and a token, relative clauses apart."""
    tokens = annotation.tokens
    for i in range(stop - 1, cue, -1):
        head = tokens[i].head if tokens[i].dep.startswith(("cop", "aux")) else i
        if tokens[i].pos in VERBAL and is_main(annotation, tokens[i]):
            return i
        if head != i and tokens[i].has("VerbForm=Fin") and not tokens[head].dep.startswith("acl:relcl"):
            return head
    return None


def subject_before(annotation: Annotation, verb: int, cue: int) -> int | None:
    """The subject of a verb where it stands behind the cue."""
    found = own_subject(annotation, verb)
    return found if found is not None and cue < found else None


def finite_part(annotation: Annotation, verb: int) -> int:
    """The verb itself, or the finite one above it that it completes (`refuse de | dire`)."""
    tokens = annotation.tokens
    node = verb
    while (
        not is_finite(annotation, node) and tokens[node].dep.startswith(("xcomp", "advcl")) and tokens[node].head < node
    ):
        node = tokens[node].head
    return node if is_finite(annotation, node) else verb


def reports(reading: Reading, verb: int) -> bool:
    """Whether a verb has what a cue takes behind it: its mark, words in quotation marks, a verb; or pronounces on a thing."""
    tokens = reading.tokens
    lexicon = reading.lexicon(verb)
    entries = verb_entries(reading, verb)
    above = finite_part(reading.annotation, verb)
    declines = above != verb and any(e.verb.class_ == "refusal" for e in verb_entries(reading, above))
    if entries and (declines or any(e.verb.class_ in PRONOUNCING for e in entries)):
        return True
    if not entries or verb + 1 >= len(tokens):
        return False
    behind = tokens[verb + 1]
    settings = lexicon.pack.settings
    marked = behind.norm in settings.complementisers or behind.text in OPENING_MARKS
    return marked or (behind.has("VerbForm=Inf") and any("infinitive" in e.verb.takes for e in entries))


def verb_entries(reading: Reading, verb: int) -> tuple[VerbEntry, ...]:
    """The reporting entries of a verb, by its lemma."""
    return tuple(
        e for e in reading.lexicon(verb).verbs.get(reading.tokens[verb].lemma, ()) if e.verb.class_ != "evidence"
    )


def may_report(reading: Reading, noun: int) -> bool:
    """Whether a noun phrase may be a source: a name, a person, a body, a document."""
    token, lexicon = reading.tokens[noun], reading.lexicon(noun)
    if token.pos in {"PROPN", "PRON", "NUM"}:
        return True
    return bool({token.lemma, token.norm} & (lexicon.speakers | lexicon.documents))


def tense_of(annotation: Annotation, verb: int) -> str:
    """Mood and tense of a verb's finite part; a modal has its lemma instead."""
    group = [verb, *annotation.dependents(verb, "aux", "cop")]
    finite = next((annotation.tokens[k] for k in sorted(group) if annotation.tokens[k].has("VerbForm=Fin")), None)
    if finite is None:
        return SIMPLE_PAST if is_bare_past(annotation, verb) else NONE
    features = sorted(f for f in finite.morph.split("|") if f.startswith(("Mood=", "Tense=")))
    compound = finite.i != verb and annotation.tokens[verb].has("Tense=Past")
    return (
        "|".join([*features, "compound" if compound else ""]) if any("Tense" in f for f in features) else finite.lemma
    )
