"""Bodies of a state's executive: of which state one is, where its words or its sentence tell that."""

from collections.abc import Sequence

from recoupe.actors.bodies import noun_at
from recoupe.actors.countries import add_country
from recoupe.actors.firms import spelling
from recoupe.actors.openings import everyday, in_lexicon
from recoupe.actors.possessives import BODIES, owner_of, possessive_of, with_owner
from recoupe.actors.registry import Registry
from recoupe.actors.salience import is_subject
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Annotation, Token

KIND = "ministry"
NEAR = 12  # words between a ministry's noun and its state
REACH = 5  # words before a ministry's noun that tell which one it is
FIELD = {"NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ"}  # words of what a ministry is for


def is_ministry(annotation: Annotation, head: int) -> bool:
    """Whether a noun is a ministry's."""
    noun = noun_at(annotation, head)
    return noun is not None and noun[1].type == KIND and noun[1].executive


def ministry_at(report: ReportActors, registry: Registry, head: Token) -> str | None:
    """The key of the ministry that a noun and its complement name; `None` where neither field nor state is told.

    Its state is the one that an adjective, a possessor, a possessive or the complement names; else the ministry of the
    same field that stands before it in the paragraph; else the state that is a subject of the sentence; else the ministry
    of that field last named. What it is for (`des Affaires étrangères`) is no owner, whatever its capitals.
    """
    annotation = report.annotation
    noun = noun_at(annotation, head.i)
    if noun is None:
        return None
    words = field_of(report, head)
    field = " ".join(spelling(t.norm) for t in words) if words else noun[0]
    state, subject = state_inside(report, registry, head), None
    if not words and state is None and noun[0] == head.lemma:
        return None
    if state is None:
        kin = [(i, key) for i, key in report.bodies_of(field) if i != head.i]
        known = in_paragraph(report, head, kin)
        subject = subject_state(report, registry, head) if known is None else None
        state = report.by_token[subject] if subject is not None else None
        known = known or (last_named(head, kin) if state is None else None)
        if known is not None:
            return known
    owner = state or f"body:{KIND}"
    key = f"{owner}:{field}"
    name = name_with(annotation, head, words)
    if subject is not None:
        name = with_owner(report.pack, report.pack.settings.the, name, annotation.tokens[subject].text)
    entry = registry.add(key, name, "organisation")
    if state is not None and entry.institution is None:
        entry.institution, entry.root = state, registry.entries[state].root or state
    report.note_body(head.i, field, key)
    report.note_body(head.i, KIND, key)
    return key


def headed_by(report: ReportActors, registry: Registry, office: Token) -> str | None:
    """The key of the ministry that a minister heads, by the common words that the office is for (`le ministre des Mines`)."""
    words = field_of(report, office)
    told = [t for t in words if t.pos in {"NOUN", "PROPN", "ADJ"}]
    if not told or not all(in_lexicon(t.norm, t.language) or everyday(t) for t in told):
        return None
    nouns = report.pack.institutions.nouns
    noun = next(n for n, body in nouns.items() if body.type == KIND and body.executive)
    state = state_inside(report, registry, office)
    key = f"{state or f'body:{KIND}'}:{' '.join(spelling(t.norm) for t in words)}"
    behind = report.annotation.span(office.i + 1, words[-1].i).text
    entry = registry.add(key, f"{noun} {behind}", "organisation")
    if state is not None and entry.institution is None:
        entry.institution, entry.root = state, registry.entries[state].root or state
    return key


def name_with(annotation: Annotation, head: Token, field: Sequence[Token]) -> str:
    """What a ministry is called: its noun with what stands beside it and what it is for."""
    beside = annotation.dependents(head.i, "compound", "amod", "nmod:poss")
    own = [c for c in beside if c > head.i - REACH and not annotation.tokens[c].has("Poss=Yes")]
    return annotation.span(min((head.i, *own)), max([head.i, *(t.i for t in field[-1:])])).text


def in_paragraph(report: ReportActors, head: Token, kin: Sequence[tuple[int, str]]) -> str | None:
    """The last of some ministries, by their tokens, that stands before a noun in its paragraph."""
    tokens, places = report.annotation.tokens, report.annotation.paragraph_of_sentence
    near = [key for i, key in kin if i < head.i and places[tokens[i].sentence] == places[head.sentence]]
    return near[-1] if near else None


def last_named(head: Token, kin: Sequence[tuple[int, str]]) -> str | None:
    """The last of some ministries that is named before a noun, else the first one behind it."""
    before = [key for i, key in kin if i < head.i]
    return before[-1] if before else kin[0][1] if kin else None


def field_of(report: ReportActors, head: Token) -> Sequence[Token]:
    """The words that tell what a ministry is for, its state's name not among them."""
    annotation, tokens = report.annotation, report.annotation.tokens
    inside = set(annotation.subtree(head.i))
    known = {i for m in report.known if m.known.country or m.known.adjective for i in range(m.first, m.last)}
    i = head.i + 1
    while i in inside and (i in known or tokens[i].pos == "ADJ"):
        i += 1  # `le ministère autrichien de ...`
    if i not in inside or tokens[i].pos != "ADP" or i + 1 >= len(tokens) or i + 1 in known:
        return ()
    last = i
    while last + 1 in inside and tokens[last + 1].pos in FIELD and last + 1 not in known:
        if last > i + 1 and named_behind(report, last + 1) is not None and tokens[last].pos != "CCONJ":
            break
        last += 1
    while tokens[last].pos in {"ADP", "DET", "CCONJ"}:
        last -= 1
    found = tokens[i + 1 : last + 1]
    person = any(report.by_token.get(t.i, "").startswith("person:") for t in found)
    return () if person else found


def named_behind(report: ReportActors, i: int) -> str | None:
    """The key of the name that a preposition at a token brings (`[ministry of culture] | of Sarn`)."""
    tokens = report.annotation.tokens
    if i >= len(tokens) or tokens[i].pos != "ADP":
        return None
    behind = [t for t in tokens[i + 1 : i + 3] if t.pos != "DET"]
    key = report.by_token.get(behind[0].i) if behind else None
    return key if key is not None and key.startswith(("name:", "country:")) else None


def state_inside(report: ReportActors, registry: Registry, head: Token) -> str | None:
    """The state that the words around a ministry's noun name."""
    annotation = report.annotation
    inside = set(annotation.subtree(head.i))
    for mention in report.known:
        if mention.first not in inside or abs(mention.first - head.i) > NEAR:
            continue
        if mention.known.country:
            add_country(registry, mention.known.country)
            return f"country:{mention.known.country}"
        if mention.known.adjective:
            return registry.add(mention.known.key, mention.known.name, mention.known.type).key
    words = field_of(report, head)
    named = named_behind(report, words[-1].i + 1) if words else None
    if named is not None:
        return named
    for child in annotation.dependents(head.i, "nmod:poss"):
        key = report.by_token.get(child)
        if key is not None and registry.entries[key].type in BODIES:
            return key
    possessive = possessive_of(report, head)
    owner = owner_of(report, registry, possessive, head) if possessive is not None else None
    return (
        owner.key
        if owner is not None and owner.key is not None and registry.entries[owner.key].type in BODIES
        else None
    )


def subject_state(report: ReportActors, registry: Registry, head: Token) -> int | None:
    """The token of the state that is a subject before a ministry in its sentence (`Austria has ..., the ministry said`)."""
    annotation = report.annotation
    first = annotation.sentences[head.sentence][0]
    for i in range(first, head.i):
        key = report.by_token.get(i)
        if key is not None and registry.entries[key].type == "country" and is_subject(annotation.tokens[i]):
            return i
    return None
