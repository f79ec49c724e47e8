"""What the program finds of planted piles, against what was planted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from evaluation.planted.given import as_found, as_planted, dossier_given
from evaluation.planted.plan import Mention, Pile
from evaluation.planted.planting import plant
from evaluation.planted.truth import Answer, answers
from evaluation.planted.world import Part
from evaluation.planted.writing import Place, Written, write
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Attribution, Claim, Document, Dossier, Span, Statement
from recoupe.pipeline import analyse_reading

MOST = 0.5  # part of an event's words, or of the fewer of two, that a statement must share


@dataclass(frozen=True)
class Told:
    """One planted sentence and what was made of it.

    statement: whether a statement lies over its event; stance: whether that affirms, denies, declines or supposes it as
    planted; source, relay: whether it is ascribed as planted; `missing` names the first of these that is not.
    """

    construction: str
    language: str
    text: str
    missing: str | None
    statement: str | None


@dataclass(frozen=True)
class Scored:
    """One claim: the true range, the given one (`None` where no claim was found), and what was extracted of it.

    extracted: whether every sentence was read as planted, the claim holds all of them and nothing else, and every report's
    outlet was recognised.
    """

    pile: str
    claim: str
    reports: int
    true: tuple[int, int]
    given: tuple[int, int] | None
    extracted: bool
    told: tuple[Told, ...]
    whole: bool

    @property
    def inside(self) -> bool:
        """Whether the true range lies inside the given one."""
        return self.given is not None and self.given[0] <= self.true[0] and self.true[1] <= self.given[1]

    @property
    def wider(self) -> int | None:
        """How much wider the given range is than the true one."""
        return (self.given[1] - self.given[0]) - (self.true[1] - self.true[0]) if self.given is not None else None


@dataclass
class Scores:
    """The claims of some piles; pairs of near misses and how many of them are kept apart; denials and how many are tied."""

    claims: list[Scored] = field(default_factory=list)
    misses: Counter[bool] = field(default_factory=Counter)
    denials: Counter[bool] = field(default_factory=Counter)
    outlets: Counter[bool] = field(default_factory=Counter)
    sentences: list[Told] = field(default_factory=list)

    def add(self, other: "Scores") -> None:
        """Take in the figures of another pile."""
        self.claims += other.claims
        self.misses.update(other.misses)
        self.denials.update(other.denials)
        self.outlets.update(other.outlets)
        self.sentences += other.sentences


@dataclass(frozen=True)
class Analysed:
    """A pile as it was written and as the program sees it."""

    pile: Pile
    dossier: Dossier
    documents: tuple[Document, ...]
    texts: tuple[str, ...]
    places: tuple[tuple[Written, ...], ...]


Given = Literal["claims", "chains"]
EXTRACT = {"claims": as_found, "chains": as_planted}


def analysed(pile: Pile, given: Given | None = None) -> Analysed:
    """What the program makes of a pile's raw texts, or of what is left when its claims, or its chains too, are given."""
    written = [write(r, pile) for r in pile.reports]
    raw = [Raw(f"{r.number:02}.txt", text.encode("utf-8")) for r, (text, _) in zip(pile.reports, written, strict=True)]
    reading = read_files(raw)
    places = tuple(places for _, places in written)

    def numbered(documents: Sequence[Document]) -> tuple[Document, ...]:
        """Documents by the number of their report."""
        by_name = {d.name: d for d in documents}
        return tuple(by_name[f"{r.number:02}.txt"] for r in pile.reports)

    if given is None:
        dossier = analyse_reading(reading)
    else:
        dossier = dossier_given(pile, numbered(reading.documents), places, EXTRACT[given])
    return Analysed(pile, dossier, numbered(dossier.documents), tuple(text for text, _ in written), places)


def score_pile(seed: int, part: Part, given: Given | None) -> Scores:
    """The figures of one pile."""
    return score(analysed(plant(seed, part), given))


def score(found: Analysed) -> Scores:
    """The figures of an analysed pile."""
    scores = Scores()
    actors = {a.id: a for a in found.dossier.actors}
    for report, document in zip(found.pile.reports, found.documents, strict=True):
        name = actors[document.outlet.actor].name if document.outlet is not None else ""
        scores.outlets[same_name(name, report.outlet.name)] += 1
    truth = answers(found.pile)
    matched = {a.claim: matching(found, a) for a in truth}
    for a in truth:
        own = scored(found, a, matched[a.claim])
        scores.claims.append(own)
        scores.sentences += own.told
        claim = matched[a.claim]
        if a.deniers:
            by_doc = {d.id: i for i, d in enumerate(found.documents)}
            tied = {by_doc[r] for d in claim.denials for r in d.reports} if claim is not None else set()
            for number in a.deniers:
                scores.denials[number in tied] += 1
    for name in matched:
        miss = f"near miss: {name}"
        if miss in matched and matched[name] is not None and matched[miss] is not None:
            scores.misses[matched[name] is not matched[miss]] += 1
    return scores


def same_name(one: str, other: str) -> bool:
    """Whether two forms of an outlet's name are one, articles and kinds of outlet set aside."""
    a, b = sorted((one.lower(), other.lower()), key=len)
    return bool(a) and a in b


def statements_over(found: Analysed, number: int, place: Place | None) -> list[Statement]:
    """The statements of a report that lie over an event's words."""
    document = found.documents[number].id
    if place is None:
        return []
    return [s for s in found.dossier.statements if s.document == document and lies_over(s.spans, place)]


def lies_over(spans: Sequence[Span], place: Place) -> bool:
    """Whether most of the fewer words of both are shared."""
    shared = sum(max(0, min(s.end, place[1]) - max(s.start, place[0])) for s in spans)
    return shared >= MOST * min(sum(s.end - s.start for s in spans), place[1] - place[0])


def matching(found: Analysed, answer: Answer) -> Claim | None:
    """The claim of the program that holds most of the sentences which affirm a claim."""
    held = Counter[str]()
    claim_of = {s: c for c in found.dossier.claims for s in c.statements}
    for report, place, mention in found.pile.told(answer.claim):
        if mention.affirms:
            over = statements_over(found, report.number, found.places[report.number][place].event)
            held.update({claim_of[s.id].id for s in over if s.id in claim_of})
    if not held:
        return None
    best = max(held, key=lambda c: (held[c], c))
    return next(c for c in found.dossier.claims if c.id == best)


def scored(found: Analysed, answer: Answer, claim: Claim | None) -> Scored:
    """One claim's figures."""
    attributions = {a.id: a for a in found.dossier.attributions}
    actors = {a.id: a.name for a in found.dossier.actors}
    told = []
    numbers = {d.id: i for i, d in enumerate(found.documents)}
    wanted: set[str] = set()
    for report, place, mention in found.pile.told(answer.claim):
        written = found.places[report.number][place]
        over = statements_over(found, report.number, written.event)
        kept = set(members(claim, mention)) if claim is not None else set()
        wanted |= {s.id for s in over}
        best = next((s for s in over if s.id in kept), over[0] if over else None)
        missing = fault(mention, written, over, kept, best, attributions)
        start, end = written.sentence
        told.append(
            Told(mention.construction, report.language, found.texts[report.number][start:end], missing,
                 best.spans[0].text if best else None)
        )  # fmt: skip
    whole = (
        claim is not None
        and {numbers[r] for r in claim.reports} == set(answer.reports)
        and all(s in wanted for s in claim.statements)
    )
    outlets = all(
        (o := found.documents[r.number].outlet) is not None and same_name(actors[o.actor], r.outlet.name)
        for r, _, m in found.pile.told(answer.claim)
        if m.affirms
    )
    given = (claim.origins.min, claim.origins.max) if claim is not None else None
    right = whole and outlets and all(t.missing is None for t in told if t.construction not in ANSWERS)
    return Scored(
        found.pile.seed,
        answer.claim,
        len(answer.reports),
        (answer.min, answer.max),
        given,
        right,
        tuple(told),
        whole,
    )


ANSWERS = {"denial", "refusal", "hypothetical"}


def members(claim: Claim, mention: Mention) -> Sequence[str]:
    """The statements of a claim that do to it what a sentence does."""
    if mention.construction == "denial":
        return [s for d in claim.denials for s in d.statements]
    if mention.construction == "refusal":
        return claim.refusals
    return claim.hypothetical if mention.construction == "hypothetical" else claim.statements


def fault(
    mention: Mention,
    written: Written,
    over: Sequence[Statement],
    kept: set[str],
    best: Statement | None,
    attributions: Mapping[str, Attribution],
) -> str | None:
    """The first thing that is not as planted: no statement, another stance or claim, source, relay; `None` for nothing."""
    if mention.construction in {"hypothetical", "refusal"}:
        affirmed = [s for s in over if s.stance == "affirms" and s.realis == "actual"]
        return "affirmed" if affirmed else None
    if best is None:
        return "no statement"
    stance = "denies" if mention.construction == "denial" else "affirms"
    if best.stance != stance or (best.realis != "actual" and stance == "affirms"):
        return f"{best.stance}, {best.realis}"
    if best.id not in kept:
        return "not in the claim"
    holder = attributions.get(best.attribution or "")
    sources = list(way(holder, attributions))
    outer = mention.outlet is not None and written.outlet is not None
    speaker = written.voice if mention.voice is not None or mention.construction == "denial" else written.outlet
    if speaker is None:
        return "source" if holder is not None and holder.source is not None else None
    if not sources or not touches(sources[0], speaker):
        return "source"
    if mention.voice is not None and outer and not any(touches(s, written.outlet) for s in sources[1:]):
        return "relay"
    return None


def way(attribution: Attribution | None, attributions: Mapping[str, Attribution]) -> list[Span]:
    """The sources and relays of nested attributions, innermost first."""
    found: list[Span] = []
    seen = set()
    while attribution is not None and attribution.id not in seen:
        seen.add(attribution.id)
        found += [s for s in (attribution.source, attribution.relay) if s is not None]
        attribution = attributions.get(attribution.within or "")
    return found


def touches(span: Span, place: Place | None) -> bool:
    """Whether two places share words."""
    return place is not None and min(span.end, place[1]) > max(span.start, place[0])
