"""Which words are shown for a claim."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recoupe.claims.drafted import Drafted
from recoupe.claims.figures import Bounds, figures_of, meet
from recoupe.claims.profiles import Profile
from recoupe.languages import language_pack
from recoupe.model import Span

CLAUSE = 0.5  # what a clause is worth beside a noun, where a participant that all statements share is worth 1
WHOLE = 0.5  # the same for words that hold all participants
SUBJECT = 0.75  # the same for a finite clause that says who or what did it, not by a pronoun
SPOKEN = 0.5  # the same for words in the language of most reports that tell it
FULL = 0.2  # the same for each participant that the words name, up to `MOST`, whoever else names it
MOST = 3
SHORT = 3  # words, fewer of which tell nothing by themselves
OPENING = "«“\"'‘(["
FIGURES = 0.75  # the same for figures that are those of most reports that give some
FIRM = 0.4  # the same for words as firm as those of most reports
NEWS = 1.0  # the same for what is not told as long ago where others tell it as news
BARE = 1.0  # what these lose, and what begins with the mark of another clause
FIGURE_ALONE = 1.5  # what a figure told for itself loses
OWN = 1.5  # what words lose that only who speaks can say (`our captain has been held`), beside others that anybody can

Unit = tuple[str, str]  # the slot of figures, and what they are of


def headline(members: Sequence[tuple[Drafted, Profile]]) -> Span:
    """The words of the statement that shows best what all of them say: who and what most of them name, in a whole clause.

    A clause with its own subject comes before an infinitive, a pronoun's or a noun alone; the language, the firmness and the
    figures of most of the reports before others, so that no outlier stands for all. Where it shares its subject with a clause
    before it, the words go back to that subject.
    """
    figured = Figured(members)
    shared = [{*parts(profile), *figured.units(drafted)} for drafted, profile in members]
    told = Counter(part for own in shared for part in own)
    own_parts = {drafted.statement.id: own for (drafted, _), own in zip(members, shared, strict=True)}
    languages = Counter(language for language, _ in {(language_of(d), d.statement.document) for d, _ in members})
    most = max(languages.values())
    firm = Counter(degree for degree, _ in {(d.statement.firmness, d.statement.document) for d, _ in members})
    firmest = max(firm.values())
    news = any(not d.background for d, _ in members)

    def shows(member: tuple[Drafted, Profile]) -> tuple[float, int]:
        """How well a statement stands for all; of equal ones the first in its report does better."""
        drafted, profile = member
        own = own_parts[drafted.statement.id]
        typical = sum(told[part] for part in own) / len(members)
        whole = WHOLE * (subject_before(drafted) is None)
        full = FULL * min(MOST, len(own))
        spoken = SPOKEN * (len(languages) > 1 and languages[language_of(drafted)] == most)
        clause = CLAUSE * (not profile.nominal) + SUBJECT * says_who(drafted) - BARE * fragment(drafted)
        agreed = FIGURES * figured.agreed(drafted) + FIRM * (firm[drafted.statement.firmness] == firmest)
        agreed -= FIGURE_ALONE * (drafted.found.tally is not None)
        agreed -= NEWS * (news and drafted.background) + OWN * in_first_person(drafted)
        return round(typical + whole + full + spoken + clause + agreed, 6), -drafted.statement.spans[0].start

    return with_subject(max(members, key=shows)[0])


class Figured:
    """Which figures most reports of a claim give or can mean, of those that give one of a unit; each is counted once."""

    def __init__(self, members: Sequence[tuple[Drafted, Profile]]) -> None:
        self.own = {d.statement.id: figures_of(d) for d, _ in members}
        told: dict[Unit, dict[Bounds, set[str]]] = {}  # the reports that give each figure of a unit
        for drafted, _ in members:
            for f in self.own[drafted.statement.id]:
                told.setdefault((f.slot, f.unit), {}).setdefault(f.bounds, set()).add(drafted.statement.document)
        self.often = {unit: {b: len(meeting(b, reports)) for b in reports} for unit, reports in told.items()}

    def units(self, drafted: Drafted) -> set[Unit]:
        """Of what a statement gives figures."""
        return {(f.slot, f.unit) for f in self.own[drafted.statement.id]}

    def agreed(self, drafted: Drafted) -> bool:
        """Whether a statement's figures can be those that most reports give or can mean; true where it gives none.

        A figure without an end (`more than 2,000`) can be most others, and is no measure of them where one has an end.
        """
        units = [(closed(self.often[f.slot, f.unit]), f.bounds) for f in self.own[drafted.statement.id]]
        return all(any(meet(bounds, b) for b in often if often[b] == max(often.values())) for often, bounds in units)


def closed(often: Mapping[Bounds, int]) -> Mapping[Bounds, int]:
    """The figures that have an end, all where none has."""
    return {bounds: count for bounds, count in often.items() if math.inf not in bounds} or often


def meeting(own: Bounds, reports: Mapping[Bounds, set[str]]) -> set[str]:
    """The reports that give a figure which can be one's own."""
    return set().union(*(given for bounds, given in reports.items() if meet(bounds, own)))


def parts(profile: Profile) -> Iterator[tuple[str, object]]:
    """Who and what takes part in an event, by role, as other statements name them too."""
    yield from profile.actors.items()
    yield from ((role, thing.key) for role, thing in profile.things.items())
    yield from profile.named.items()


def language_of(drafted: Drafted) -> str:
    """The language of a statement's event."""
    return drafted.annotation.tokens[drafted.found.token].language


def says_who(drafted: Drafted) -> bool:
    """Whether a statement's words hold a finite clause with a subject that is no pronoun."""
    annotation, head = drafted.annotation, drafted.found.token
    group = (head, *annotation.dependents(head, "aux", "cop"))
    if not any(annotation.tokens[k].has("VerbForm=Fin") for k in group):
        return False
    subjects = [annotation.tokens[k] for k in annotation.dependents(head, "nsubj")]
    span = drafted.statement.spans[0]
    return any(t.pos != "PRON" and span.start <= t.start < span.end for t in subjects)


def in_first_person(drafted: Drafted) -> bool:
    """Whether a statement's words hold a pronoun or possessive of the first or second person."""
    pack = language_pack(language_of(drafted))
    own = {*pack.function_words.own_possessives, *pack.function_words.our}
    words = drafted.annotation.within(drafted.statement.spans[0])
    return any(t.norm in own or (t.pos == "PRON" and (t.has("Person=1") or t.has("Person=2"))) for t in words)


def fragment(drafted: Drafted) -> bool:
    """Whether a statement's words are too few to tell anything, or begin with a mark in the middle of their sentence."""
    text = drafted.statement.spans[0].text
    return len(text.split()) < SHORT or not (text[:1].isalnum() or text[:1] in OPENING)


def with_subject(drafted: Drafted) -> Span:
    """The words of a statement from the subject that they share with a clause before them."""
    span, before = drafted.statement.spans[0], subject_before(drafted)
    if before is None:
        return without_mark(drafted)
    last = max(t.i for t in drafted.annotation.tokens if t.start < span.end)
    words = [i for i in drafted.annotation.subtree(before) if drafted.annotation.tokens[i].pos != "PUNCT"]
    return drafted.annotation.span(min(words), last)


def without_mark(drafted: Drafted) -> Span:
    """The words of a statement without the conjunction that hangs it on another clause (`before | the firm halted it`).

    A subjunctive stays as it stands: it says no more without its conjunction.
    """
    annotation, span, head = drafted.annotation, drafted.statement.spans[0], drafted.found.token
    group = [annotation.tokens[k] for k in (head, *annotation.dependents(head, "aux", "cop"))]
    finite = any(t.has("VerbForm=Fin") for t in group) and not any(t.has("Mood=Sub") for t in group)
    inside = [t for t in annotation.tokens if span.start <= t.start < span.end]
    marks = {k for m in annotation.dependents(head, "mark") for k in (m, *annotation.dependents(m, "fixed"))}
    first = next((k for k, t in enumerate(inside) if t.i not in marks), 0)
    if not (finite and first) or len(inside) - first < SHORT:
        return span
    return annotation.span(inside[first].i, inside[-1].i)


def subject_before(drafted: Drafted) -> int | None:
    """The head of a participant that stands in the same sentence before a statement's words."""
    tokens, own = drafted.annotation.tokens, drafted.found
    heads = [h for h, _ in own.fillers.values() if tokens[h].sentence == tokens[own.token].sentence]
    relative = tokens[own.token].dep.startswith("acl:relcl") and tokens[own.token].head < own.token
    heads += [tokens[own.token].head] if relative else []
    return min((h for h in heads if tokens[h].start < drafted.statement.spans[0].start), default=None)
