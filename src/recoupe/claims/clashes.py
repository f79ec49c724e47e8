"""Clauses of two reports that cannot both hold: one denied and one not, opposites, figures that exclude one another.

A clause is compared by its predicate (one word, one family of words, one class of events, or opposites by the packs) and
by the words that it is about. Nothing is said of which of the two holds.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from recoupe.claims.background import YEARS_BEFORE
from recoupe.claims.constructions import implied_subject, resolve_relative
from recoupe.claims.entries import entry_of
from recoupe.claims.figures import FIGURES, bounds_of, meet
from recoupe.claims.found import OTHER
from recoupe.claims.kinds import bare
from recoupe.claims.opposites import Side, crossing, sides_of
from recoupe.claims.polarity import polarity_of
from recoupe.claims.profiles import near
from recoupe.claims.realis import realis_of
from recoupe.claims.things import key_of
from recoupe.claims.told import UNSAID
from recoupe.languages import language_pack
from recoupe.languages.inflection import family_of
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span, Value
from recoupe.model.claims import EvidencePart
from recoupe.reuse.equivalence import meanings
from recoupe.reuse.weights import weight

CONTENT = {"NOUN", "PROPN", "ADJ", "VERB", "NUM"}
HEADS = {"VERB", "NOUN", "ADJ", "PROPN", "AUX"}
CLAUSES = ("ccomp", "advcl", "acl:relcl", "parataxis", "csubj")
ABOUT = 1.0  # what the words that opposites of one subject share must tell together
SHARED = 1.2  # what the words that two clauses share must tell together
COVER = 0.3  # the share of the shorter clause's words that the other must have where their predicates are one
SAID = 0.45  # the share of what a clause denies that another sentence must tell, in whatever words
ALIKE = 0.6  # the share from which two clauses say the same but for opposites
RARE = 0.5  # what a word must tell for clauses to be looked up by it
PLACE = {"document", "token", "sentence", "span"}  # where a clause stands
LIGHT = 0.4  # what a predicate must tell to count
MANY = 60  # clauses that share a word and a predicate beyond which the word is not looked up


@dataclass(frozen=True)
class Clause:
    """What a clause says of what.

    predicate: its key; class_: of its event, "" where it has none; sides: the opposites on whose side its predicate is;
    senses: what its predicate can mean, nothing for a light one; partly: whether it tells of all of a kind, so that a
    denial leaves some of them;
    affirmed: whether it is not negated, nor called untrue; open: whether it is only supposed or asked for;
    refrains: whether its verb itself says that something is not done; tells: how much its predicate tells;
    words: content words beside it, with what each tells; opposed: their sides; figures: by what they count;
    times: first and last days; published: the day of its report, where it is known; subject: heads of what it is said of;
    subjects: all the words of that, where it is not itself what is denied.
    """

    document: str
    token: int
    predicate: str
    family: str
    class_: str
    sides: frozenset[Side]
    affirmed: bool
    words: Mapping[str, float]
    names: frozenset[str]
    opposed: frozenset[Side]
    figures: Mapping[str, tuple[tuple[float, float, Span], ...]]
    times: tuple[tuple[str, str], ...]
    published: str | None
    senses: frozenset[str]
    partly: bool
    subject: frozenset[str]
    subjects: frozenset[str]
    tells: float
    refrains: bool
    open: bool
    sentence: int
    span: Span
    language: str


TOLD = [f.name for f in fields(Clause) if f.name not in PLACE]


@dataclass(frozen=True)
class Clash:
    """Two clauses that do not go together, and by what."""

    a: Clause
    b: Clause
    evidence: tuple[EvidencePart, ...]


def clauses(annotation: Annotation, values: Sequence[Value]) -> list[Clause]:
    """The clauses of a report that affirm or deny something, in order."""
    found = []
    for token in annotation.tokens:
        if is_predicate(annotation, token):
            found.append(clause_at(annotation, token, values))
    return found


def is_predicate(annotation: Annotation, token: Token) -> bool:
    """Whether a token heads a clause: a verb, or a noun or adjective with its copula."""
    if token.pos not in HEADS or token.dep.startswith(("aux", "cop")):
        return False
    return token.pos == "VERB" or bool(annotation.dependents(token.i, "cop"))


def clause_at(annotation: Annotation, token: Token, values: Sequence[Value]) -> Clause:
    """The clause of a predicate."""
    pack, published = language_pack(token.language), annotation.document.published
    verb = pack.reporting_verbs.verbs.get(token.lemma) if token.pos == "VERB" else None
    denies = verb is not None and verb.class_ == "denial"
    inside = members(annotation, token.i)
    subjects = [resolve_relative(annotation, token.i, c) for c in annotation.dependents(token.i, "nsubj", "csubj")]
    above = implied_subject(annotation, token.i) if not subjects else None
    if above is not None:
        subjects = [above]
    named = {k for s in subjects for k in noun_phrase(annotation, s)}
    about = set(inside) - named if denies else {*inside, *named}  # who denies is no part of what is denied
    tokens = [annotation.tokens[i] for i in sorted(about) if i != token.i]
    content = [t for t in tokens if t.pos in CONTENT and len(t.text) > 1]
    entry = entry_of(annotation, token, pack)
    polarity, negators = polarity_of(annotation, token, pack)
    heads = annotation.dependents(token.i, "nsubj")
    undergone = any(
        annotation.tokens[h].dep.startswith("nsubj:pass")
        or any(n.start <= annotation.tokens[k].start < n.end for n in negators)
        for h in heads
        for k in annotation.subtree(h)
    )  # the subject is itself what is denied: `aucune enquête n'a été ouverte`
    untrue = denies or token.lemma in pack.negation.untrue
    denied = {t.start for t in tokens for n in negators if n.start <= t.start < n.end}
    span = annotation.span(min(inside), max(inside))
    told = [v for v in values if any(t.start < v.span.end and v.span.start < t.end for t in tokens)]
    return Clause(
        document=annotation.document.id,
        token=token.i,
        predicate=key_of(token.lemma, token.language),
        family=word(token),
        class_=entry[0].classes[0] if entry is not None and entry[0].classes else "",
        sides=frozenset() if token.dep in {"acl", "amod"} else sides_of(token),  # (a bridge built then destroyed)
        affirmed=polarity != untrue,
        words={word(t): tells(t) for t in content if t.start not in denied},
        names=frozenset(t.norm for t in content if t.pos == "PROPN"),
        opposed=frozenset(side for t in tokens for side in sides_of(t)),
        figures=figures(told, annotation),
        times=tuple(
            (str(v.low), str(v.high))
            for v in told
            if v.slot == "date" and v.low is not None and v.high is not None and near(str(v.low), str(v.high))
        ),
        published=published.not_before[:10] if published is not None and published.not_before is not None else None,
        senses=frozenset() if is_light(token) or verb is not None else meanings((token.language, token.lemma)),
        partly=any(t.norm in pack.negation.universal for t in tokens),
        subject=frozenset(word(annotation.tokens[s]) for s in subjects),
        tells=0.0 if untrue or is_light(token) else tells(token),
        subjects=frozenset(word(annotation.tokens[k]) for k in (() if undergone else named)),
        refrains=token.lemma in pack.negation.verbs,
        open=(verb is not None and verb.class_ in UNSAID and not sides_of(token))  # to forbid is done by saying so
        or realis_of(annotation, token, pack) == "hypothetical"
        or any(supposed(annotation, s) for s in subjects),
        sentence=token.sentence,
        span=span,
        language=token.language,
    )


def supposed(annotation: Annotation, subject: int) -> bool:
    """Whether a subject is any of its kind, not a known one (`tout transfert représenterait`)."""
    words = language_pack(annotation.tokens[subject].language).settings.conditional_hypothesis
    return any(annotation.tokens[c].norm in words for c in annotation.dependents(subject, "det", "amod"))


def is_light(token: Token) -> bool:
    """Whether a predicate tells nothing of what is said (`avoir`, `faire l'objet de`)."""
    events = language_pack(token.language).events
    return (
        token.pos == "AUX"
        or token.lemma in {v.split()[0] for v in events.light_verbs}
        or weight(token.lemma, token.language) < LIGHT
    )


def members(annotation: Annotation, top: int) -> list[int]:
    """The tokens of a clause: what hangs on its predicate, without other clauses (clauses that describe a noun stay in)."""
    found, stack = [], [top]
    while stack:
        node = stack.pop()
        found.append(node)
        for child in annotation.children[node]:
            token = annotation.tokens[child]
            coordinated = token.dep.startswith("conj") and node == top and token.pos == "VERB"
            if token.pos != "PUNCT" and not coordinated and not token.dep.startswith(CLAUSES):
                stack.append(child)
    return found


def noun_phrase(annotation: Annotation, head: int) -> list[int]:
    """A noun with what names it more nearly, without clauses."""
    return [k for k in members(annotation, head) if annotation.tokens[k].pos != "AUX"]


def word(token: Token) -> str:
    """A word's key: a name as written, another by the family of its key."""
    return token.norm if token.pos in {"PROPN", "NUM"} else family_of(key_of(token.lemma, token.language), "")


def tells(token: Token) -> float:
    """How much a word tells, 0 to 1."""
    return 1.0 if token.pos == "PROPN" else weight(token.lemma, token.language)


def figures(values: Iterable[Value], annotation: Annotation) -> dict[str, tuple[tuple[float, float, Span], ...]]:
    """The figures of a clause by their unit, each with its bounds."""
    found: dict[str, list[tuple[float, float, Span]]] = defaultdict(list)
    for v in values:
        if v.slot in FIGURES and v.unit and (v.low is not None or v.high is not None):
            unit = "" if v.slot == "duration" else key_of(v.unit, annotation.document.language or "")
            found[f"{v.slot} {unit}"].append((*bounds_of(v), v.span))
    return {unit: tuple(told) for unit, told in found.items()}


def clash(a: Clause, b: Clause) -> tuple[EvidencePart, ...]:
    """Why two clauses do not go together; () where they may."""
    if a.language != b.language or (a.names and b.names and a.names.isdisjoint(b.names)):
        return ()
    told = sum({w: min(a.words[w], b.words[w]) for w in a.words.keys() & b.words.keys()}.values())
    if told < min(ABOUT, SHARED) or apart_in_time(a, b):
        return ()
    least = min(sum(a.words.values()), sum(b.words.values()))
    spans = (a.span, b.span)
    cover = told / least if least else 0.0
    same = one_predicate(a, b)
    if a.affirmed != b.affirmed and (figures_differ(a, b) or other_numbers(a, b) or open_figure_denied(a, b)):
        return ()  # it is another figure that is denied
    if a.affirmed != b.affirmed and (b if a.affirmed else a).partly and not (a if a.affirmed else b).partly:
        return ()  # not all is not none
    against = bool(crossing(a.sides, b.sides)) and not same
    about = bool(a.subject & b.subject) or not (a.subject and b.subject)
    enough = told >= SHARED and cover >= COVER
    if enough and same and a.affirmed != b.affirmed:
        return (EvidencePart("denied in one of them", round(told, 4), spans),)
    if a.affirmed == b.affirmed and against and (enough or (about and told >= ABOUT and cover >= COVER)):
        return (EvidencePart("opposites", round(told, 4), spans),)
    apart = crossing(a.opposed - b.opposed, b.opposed - a.opposed)
    if same and a.affirmed == b.affirmed and apart and told >= SHARED and cover >= ALIKE:
        return (EvidencePart("opposites", round(told, 4), spans),)
    if same and a.affirmed == b.affirmed and enough and (other := figures_differ(a, b)):
        return (EvidencePart("other figures", round(told, 4), other),)
    return ()


def figures_differ(a: Clause, b: Clause) -> tuple[Span, ...]:
    """The figures of one unit, where each clause gives one, that exclude one another."""
    for unit in sorted(a.figures.keys() & b.figures.keys()):
        mine, theirs = a.figures[unit], b.figures[unit]
        if len(mine) == len(theirs) == 1 and not meet(mine[0][:2], theirs[0][:2]):
            return mine[0][2], theirs[0][2]
    return ()


def other_numbers(a: Clause, b: Clause) -> bool:
    """Whether each clause tells numbers, and none of the other's."""
    mine, theirs = ({w for w in c.words if w[0].isdigit()} for c in (a, b))
    return bool(mine and theirs) and not mine & theirs


def open_figure_denied(a: Clause, b: Clause) -> bool:
    """Whether the denied one of two clauses tells a figure with an open end (`n'ont pas fait moins de 2 %`)."""
    told = (b if a.affirmed else a).figures.values()
    return any(math.inf in (-low, high) for figures_ in told for low, high, _ in figures_)


def denied(clause: Clause, others: Sequence[Clause]) -> tuple[Clause, tuple[EvidencePart, ...]] | None:
    """The clause that a sentence of another report affirms and a denied clause is about, in whatever words.

    others: the clauses of one sentence. What the denied clause is about must be told there, and denied by none of them.
    Names do not count, as reports of one affair share them all; but where both tell names they must share one.
    """
    about = {w: told for w, told in clause.words.items() if told and w not in clause.names}
    about[clause.family] = max(about.get(clause.family, 0.0), clause.tells)
    whole: dict[str, float] = {}
    names: set[str] = set()
    for other in others:
        if other.refrains or (not other.affirmed and any(t for w, t in about.items() if w in other.words)):
            return None
        whole |= {**other.words, other.family: other.tells}
        names |= other.names
    told = sum(min(t, whole[w]) for w, t in about.items() if w in whole)
    said_too = clause.family in whole or any(o.senses & clause.senses for o in others)
    least = max(SHARED, (COVER if said_too else SAID) * sum(about.values()))
    if told < least or (clause.names and names and not clause.names & names):
        return None
    said = {w: t for w, t in about.items() if w not in clause.subjects and w in whole}
    if max(said.values(), default=0.0) < RARE:
        return None  # only whom or what it is denied of is told there
    nearest = max(others, key=lambda o: (sum(min(t, o.words[w]) for w, t in about.items() if w in o.words), -o.token))
    different = figures_differ(clause, nearest) or other_numbers(clause, nearest)
    different = different or open_figure_denied(nearest, clause) or (clause.partly and not nearest.partly)
    if apart_in_time(clause, nearest) or different:
        return None
    return nearest, (EvidencePart("denied in one of them", round(told, 4), (clause.span, nearest.span)),)


def one_predicate(a: Clause, b: Clause) -> bool:
    """Whether two clauses say one thing of what they are about."""
    if a.predicate == b.predicate or a.family == b.family or a.senses & b.senses:
        return True
    return a.class_ == b.class_ and a.class_ not in {"", OTHER}


def apart_in_time(a: Clause, b: Clause) -> bool:
    """Whether two clauses are about other days; one that tells none is about no day of years before its report."""
    if not (a.times and b.times):
        return of_years_before(a, b) or of_years_before(b, a)
    return not any(low <= last and first <= high for low, high in a.times for first, last in b.times)


def of_years_before(told: Clause, other: Clause) -> bool:
    """Whether the days that a clause tells lie years before the report of one that tells none."""
    if not told.times or other.times or other.published is None:
        return False
    last = date.fromisoformat(max(last for _, last in told.times))
    return (date.fromisoformat(other.published) - last).days > YEARS_BEFORE


def content(clause: Clause) -> Hashable:
    """All of a clause but where it stands."""
    return tuple(bare(getattr(clause, name)) for name in TOLD)


def clashes(reports: Sequence[tuple[Annotation, Sequence[Value]]]) -> list[Clash]:
    """Clauses of different reports that do not go together, in the order of reports and text."""
    told = [
        c for annotation, values in sorted(reports, key=lambda r: r[0].document.id) for c in clauses(annotation, values)
    ]
    sentences: dict[tuple[str, int], list[Clause]] = defaultdict(list)
    holders: dict[str, dict[tuple[str, int], None]] = defaultdict(dict)
    for one in told:
        if not one.open:
            sentences[one.document, one.sentence].append(one)
            for w, much in one.words.items():
                if much >= RARE:
                    holders[w].setdefault((one.document, one.sentence))
    number: dict[Hashable, int] = {}
    alone = {id(one): number.setdefault(content(one), len(number)) for one in told if not one.open}
    whole = {p: number.setdefault(tuple(alone[id(one)] for one in row), len(number)) for p, row in sentences.items()}
    nothing: set[tuple[int, int]] = set()  # a clause and a sentence, by what they say, that go together
    found: dict[tuple[tuple[str, int], ...], Clash] = {}
    for one in told:
        if one.open:
            continue
        places = {p for w in one.words if w in holders and len(holders[w]) <= MANY for p in holders[w]}
        for place in sorted(p for p in places if p[0] != one.document):
            if (alone[id(one)], whole[place]) in nothing:
                continue
            answers = against(one, sentences[place])
            if not answers:
                nothing.add((alone[id(one)], whole[place]))
            for made in answers:
                pair = tuple(sorted((c.document, c.sentence) for c in (made.a, made.b)))
                found.setdefault(pair, made)  # one for two sentences
    return [found[key] for key in sorted(found)]


def against(one: Clause, others: Sequence[Clause]) -> list[Clash]:
    """How a clause and those of a sentence of another report do not go together."""
    found = [Clash(one, other, evidence) for other in others if (evidence := clash(one, other))]
    if not found and not one.affirmed and (answered := denied(one, others)) is not None:
        found.append(Clash(one, *answered))
    return found
