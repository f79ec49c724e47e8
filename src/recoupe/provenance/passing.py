"""What outlets stand for: the voices that any report shows them passing on; circles of outlets citing each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import networkx

from recoupe.model import Relation, Span, Statement
from recoupe.provenance.pile import Pile
from recoupe.provenance.voices import Reading, Step


@dataclass(frozen=True)
class Passed:
    """The voice behind an outlet's word, where a report shows it, and the outlets in between, innermost first."""

    voice: str
    origin: Step
    hops: tuple[Step, ...]


class Shown(NamedTuple):
    """A voice that an outlet passes on by the words of a statement; implied: by the outlet's own, in this report of it."""

    implied: bool
    voice: str
    statement: str
    report: str


class Taken(NamedTuple):
    """An outlet that another one cites; implied: in this report of its own."""

    outlet: str
    implied: bool
    report: str
    words: Span | None


@dataclass
class Passing:
    """For one claim and one stance: which voices and which other outlets each outlet passes on."""

    pile: Pile
    voices: dict[str, set[Shown]] = field(default_factory=dict)  # by outlet
    outlets: dict[str, list[Taken]] = field(default_factory=dict)  # by outlet, in order of the statements
    origins: dict[str, Step] = field(default_factory=dict)  # statement -> the voice's step

    def behind(self, outlet: str, report: str) -> Passed | None:
        """The voice that an outlet stands for in a report: the nearest over outlets that it cites, the explicitly named
        first.

        What the outlet published later than the report, the report cannot have from it; of what it published before, the
        last counts.
        """
        ways: dict[str, tuple[Step, ...]] = {outlet: ()}
        level = [outlet]
        while level:
            shown = sorted((*entry, o) for o in level for entry in self.latest(self.voices.get(o, ()), report))
            if shown:
                _, voice, statement, _, last = shown[0]
                return Passed(voice, self.origins[statement], ways[last])
            following = sorted(
                ((o.outlet, via, n), o.words)
                for via in level
                for n, o in enumerate(self.outlets.get(via, ()))
                if o.outlet not in ways and self.citable(o, report)
            )
            for (cited, via, _), words in following:
                ways.setdefault(cited, (Step(cited, words), *ways[via]))
            level = sorted({cited for (cited, _, _), _ in following})
        return None

    def citable(self, shown: "Shown | Taken", report: str) -> bool:
        """Whether a report can have from an outlet what is shown of it: not from its own report of a later day."""
        return not (shown.implied and self.pile.follows(shown.report, report))

    def latest(self, shown: Iterable[Shown], report: str) -> list[Shown]:
        """What a report can have from an outlet; of the outlet's own reports what those tell that no other one follows."""
        citable = [s for s in shown if self.citable(s, report)]
        last = self.pile.order.last({s.report for s in citable if s.implied})
        return [s for s in citable if not s.implied or s.report in last]


def passing(statements: Iterable[Statement], readings: Mapping[str, Reading], pile: Pile) -> Passing:
    """What the statements of one claim and stance show outlets passing on.

    A report shows it by its words (`a dit à l'AFP`), or by being the outlet's own and naming the voice.
    """
    found = Passing(pile)
    for statement in sorted(statements, key=lambda s: s.id):
        reading = readings[statement.id]
        publisher = pile.publisher(statement.document)
        if reading.origin is not None:
            found.origins[statement.id] = reading.steps[reading.origin]
            outer = [s.actor for s in reading.steps[reading.origin + 1 :] if pile.outlet(s.actor)]
            for outlet, implied in [*((o, False) for o in outer), *([(publisher, True)] if publisher else [])]:
                shown = Shown(implied, reading.voice or "", statement.id, statement.document)
                found.voices.setdefault(outlet, set()).add(shown)
        elif reading.outlet is not None:
            outer = [s.actor for s in reading.steps[1:]]
            for outlet, implied in [*((o, False) for o in outer), *([(publisher, True)] if publisher else [])]:
                if outlet != reading.outlet:
                    taken = Taken(reading.outlet, implied, statement.document, reading.steps[0].span)
                    found.outlets.setdefault(outlet, []).append(taken)
    return found


@dataclass(frozen=True)
class Cited:
    """An unsourced voice on the word of one outlet, and the unsourced voices of that outlet's own reports.

    before: those of reports that are not surely later than all that cite the outlet.
    """

    voice: str
    outlet: Step
    behind: tuple[str, ...]
    before: tuple[str, ...]


def cited(behind: Mapping[str, Sequence[Statement]], readings: Mapping[str, Reading], pile: Pile) -> list[Cited]:
    """Voices that are not given and rest on one outlet alone. `behind`: statements of every such voice of a claim."""
    published: dict[str, set[tuple[str, str]]] = {}
    for voice, statements in behind.items():
        for statement in statements:
            publisher = pile.publisher(statement.document)
            if publisher is not None:
                published.setdefault(publisher, set()).add((voice, statement.document))
    found = []
    for voice, statements in sorted(behind.items()):
        words = {readings[s.id].steps[0].actor: readings[s.id].steps[0] for s in statements if readings[s.id].outlet}
        if len(words) == 1:
            outlet, step = next(iter(words.items()))
            citing = {s.document for s in statements if readings[s.id].outlet}
            own = sorted((v, report) for v, report in published.get(outlet, set()) if v != voice)
            before = {v: None for v, report in own if not all(pile.follows(report, c) for c in citing)}
            found.append(Cited(voice, step, tuple({v: None for v, _ in own}), tuple(before)))
    return found


def circles(citations: Sequence[Cited]) -> list[tuple[str, ...]]:
    """Voices of reports whose outlets have a statement from one another and from nobody else."""
    graph = networkx.DiGraph([(c.voice, other) for c in citations for other in c.behind])
    return sorted(tuple(sorted(c)) for c in networkx.strongly_connected_components(graph) if len(c) > 1)


def relayed(citations: Sequence[Cited], same: Sequence[Relation], pile: Pile) -> list[Relation]:
    """What only outlets tie: the members of a circle, and a report with the one unsourced report that it has it from.

    Where the outlet's own reports are not known to rest on one origin, it is open which of them is meant: no tie.
    """
    ties = networkx.Graph([(r.a, r.b) for r in same])
    words = {c.voice: c.outlet for c in citations}
    found: dict[tuple[str, str], Relation] = {}
    for circle in circles(citations):
        for citation in citations:
            for other in citation.behind:
                if citation.voice in circle and other in circle:
                    a, b = sorted((citation.voice, other))
                    spans = tuple(words[v].span for v in (a, b) if v in words)
                    known = tuple(s for s in spans if s is not None)
                    found.setdefault((a, b), Relation(a, b, "same", "circle: each outlet has it from the other", known))
                    ties.add_edge(a, b)
    changed = True
    while changed:
        changed = False
        for citation in citations:
            one = citation.before and joined(ties, citation.before)
            if one and not joined(ties, (citation.voice, citation.before[0])):
                a, b = sorted((citation.voice, citation.before[0]))
                name = pile.actors[citation.outlet.actor].name
                spans = (citation.outlet.span,) if citation.outlet.span is not None else ()
                ground = f"relay: on the word of {name}, whose own report gives no source"
                found[a, b] = Relation(a, b, "same", ground, spans)
                ties.add_edge(a, b)
                changed = True
    return [found[pair] for pair in sorted(found)]


def joined(ties: "networkx.Graph", voices: Sequence[str]) -> bool:
    """Whether voices are one group."""
    first = voices[0]
    return all(v == first or (v in ties and first in ties and networkx.has_path(ties, v, first)) for v in voices)
