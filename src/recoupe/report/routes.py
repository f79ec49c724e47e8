"""What the chain picture of a claim shows: one box for an origin (voices that are *same* are one), a relay, a report.

An outlet that relays and has one report of its own under the claim is one box with it, so that a circle shows as one.
Voices that do not count as an origin are not drawn. Reports stand in the order of their dates.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx
from msgspec import Struct, structs

from recoupe.model import ChainLink, Claim, Statement
from recoupe.report.naming import named
from recoupe.report.picture import Box, Heading, Key, Line, Picture, picture_of
from recoupe.report.places import LAST, Places
from recoupe.report.wording import written_span

DATES = 4  # columns of dates; more are drawn together
BUNDLED_FROM = 14  # reports; from here on those with the same ways to them are one box
CROWDED = 24  # boxes of reports; with more, what lies between them and the origins is left to the list of statements
FIRMEST_FIRST = ("stated", "translated", "inferred", "unknown")


class Step(Struct, frozen=True):
    """A place on a way. anchor: the passage that shows it; basis: how the way from it onwards is known."""

    key: Key
    kind: str
    label: str
    full: str
    anchor: str | None
    basis: str


def chain_picture(claim: Claim, places: Places) -> Picture:
    """The picture of a claim's chains."""
    return Routes(claim, places).picture()


class Routes:
    """The ways from a claim's origins to its reports."""

    def __init__(self, claim: Claim, places: Places) -> None:
        self.claim = claim
        self.places = places
        self.say = places.say
        self.group = {v: str(i) for i, group in enumerate(claim.origins.groups_max) for v in group}
        told = (places.statements[i].voice for i in places.in_order(claim.statements))
        self.turns = {voice: turn for turn, voice in enumerate(dict.fromkeys(told))}  # by the first that each says
        self.own = published_once(claim, places)
        self.inside: dict[Key, list[str]] = {}  # the reports of a box that stands for several

    def picture(self) -> Picture:
        """Ways, bundled where they are many, laid out in columns."""
        ids = self.places.in_order(self.claim.statements)
        ways = [self.way(self.places.statements[i]) for i in ids if self.places.statements[i].voice in self.group]
        first: dict[Key, Step] = {}
        lines: dict[tuple[Key, Key], Line] = {}
        for way in ways:
            for step in way:
                first.setdefault(step.key, step)
            for a, b in itertools.pairwise(way):
                basis = max((a.basis, b.basis if b.kind == "report" else "stated"), key=FIRMEST_FIRST.index)
                line = Line(a.key, b.key, basis, a.anchor or b.anchor, f"{a.full} → {b.full}")
                known = lines.setdefault((a.key, b.key), line)
                if FIRMEST_FIRST.index(basis) < FIRMEST_FIRST.index(known.basis):
                    lines[a.key, b.key] = line
        first = {key: self.named(step) for key, step in first.items()}
        if sum(step.kind == "report" for step in first.values()) >= BUNDLED_FROM:
            whole, first, lines = (first, lines), *self.bundled(first, lines)
            if sum(step.kind == "report" for step in first.values()) > CROWDED:
                first, lines = self.gathered(*whole)
        return self.laid_out(first, looped(lines, sorted(first, key=self.place_in_time)))

    # --- ways

    def way(self, statement: Statement) -> list[Step]:
        """The places of a statement's chain; an outlet's word that leads to its own report is one place with it."""
        passage = self.places.link(statement.spans[0]).anchor
        steps: list[Step] = []
        for link in reversed(statement.chain):
            document = statement.document
            if link.role == "relay":  # one place with its report, unless a relay with a box of its own stands behind it
                document = self.relayed_by(link, statement) if all(s.kind == "report" for s in steps) else ""
            words = self.places.link(link.span) if link.span and link.role != "report" else None
            anchor = words.anchor if words else passage
            step = self.origin(link, statement, anchor)
            if link.role != "origin":
                step = self.report(document, anchor, self.basis(link)) if document else self.relay(link, anchor)
            if steps and steps[0].key == step.key:
                step = structs.replace(steps.pop(0), anchor=step.anchor)
            steps.insert(0, step)
        return steps

    def relayed_by(self, link: ChainLink, statement: Statement) -> str:
        """The report under the claim that a relay is; nothing where there is none, or only a later one.

        An outlet with several reports under the claim is the one that tells what it was told itself.
        """
        credit = self.places.documents[statement.document].outlet
        if credit is not None and link.actor == credit.actor:
            return statement.document
        document = link.document or self.own.get(link.actor or "")
        if document not in self.claim.reports or self.later(document, statement.document):
            return ""
        return document

    def origin(self, link: ChainLink, statement: Statement, anchor: str) -> Step:
        """The place of a statement's voice."""
        name = self.places.voice(statement.voice)
        kind = "origin" if self.places.voices[statement.voice].given else "unknown"
        return Step(("origin", self.group[statement.voice]), kind, name.text, name.full, anchor, self.basis(link))

    def relay(self, link: ChainLink, anchor: str) -> Step:
        """The place of a relay without a report of its own under the claim."""
        actor = self.places.actors.get(link.actor or "")
        told = self.places.report(link.document).text if link.document else self.say("unknown")
        label = named(actor) if actor else told
        return Step(("relay", link.actor or link.document or ""), "relay", label, label, anchor, self.basis(link))

    def report(self, document: str, anchor: str, basis: str) -> Step:
        """A report as a place."""
        named = self.places.report(document)
        return Step(("report", document), "report", named.text, named.full, anchor, basis)

    def basis(self, link: ChainLink) -> str:
        """How a link is known; a translation apart from a copy."""
        family = self.places.reuse.get(link.reuse or "")
        return "translated" if link.basis == "inferred" and family and family.kind == "translation" else link.basis

    def later(self, document: str, other: str) -> bool:
        """Whether a report stands behind another in the order of dates."""
        a, b = self.date(document), self.date(other)
        return a is not None and b is not None and a > b

    def named(self, step: Step) -> Step:
        """An origin under the names of all the voices that are it."""
        if step.key[0] != "origin":
            return step
        group = sorted(self.claim.origins.groups_max[int(step.key[1])], key=self.telling)
        names = dict.fromkeys(self.places.located(v).text for v in group)
        given = {self.places.voice(v).text: v for v in reversed(group) if self.places.voices[v].given}
        label = step.label
        if given:
            label, first = next(reversed(given.items()))
            actor = self.places.actors.get(self.places.voices[first].actor or "")
            if len(given) > 1 and actor is not None:  # the box is no single report's voice
                label = self.say("picture.joined", name=named(actor), count=len(given) - 1)
        return structs.replace(step, kind="origin" if given else step.kind, label=label, full=" = ".join(names))

    def telling(self, voice: str) -> tuple[bool, bool, int, int]:
        """What voices that are one are ordered by: names first, a group before its members, then as the reports come."""
        known = self.places.voices[voice]
        return not known.named, not known.given, -(known.headcount or 1), self.turns.get(voice, len(self.turns))

    # --- many reports

    def bundled(
        self, first: dict[Key, Step], lines: dict[tuple[Key, Key], Line]
    ) -> tuple[dict[Key, Step], dict[tuple[Key, Key], Line]]:
        """Reports that the same ways lead to, on the same days and no further, as one box."""
        leading = {a for a, _ in lines}
        alike: dict[tuple[object, ...], list[Key]] = {}
        for key, step in first.items():
            if step.kind == "report" and key not in leading:
                ways = frozenset(
                    ("?" if first[a].kind == "unknown" else a, line.basis) for (a, b), line in lines.items() if b == key
                )
                alike.setdefault((self.date(key[1]), ways), []).append(key)
        into: dict[Key, Key] = {}
        for number, keys in enumerate(alike.values()):
            if len(keys) > 1:
                into |= dict.fromkeys(keys, ("bundle", keys[0][1], str(number)))
        for (a, b), _ in lines.items():
            if b in into and first[a].kind == "unknown":
                into[a] = ("unknown", *into[b])
        members: dict[Key, list[Step]] = {}
        for key, step in first.items():
            members.setdefault(into.get(key, key), []).append(step)
        kept = {key: steps[0] if len(steps) == 1 else self.bundle(key, steps) for key, steps in members.items()}
        joined: dict[tuple[Key, Key], Line] = {}
        for (a, b), line in lines.items():
            a, b = into.get(a, a), into.get(b, b)
            joined.setdefault((a, b), Line(a, b, line.basis, line.anchor, f"{kept[a].full} → {kept[b].full}"))
        return kept, joined

    def gathered(
        self, first: Mapping[Key, Step], lines: Mapping[tuple[Key, Key], Line]
    ) -> tuple[dict[Key, Step], dict[tuple[Key, Key], Line]]:
        """Origins and, by days, the reports that go back to the same ones; each line as firm as the firmest way."""
        ways = firmest_ways([k for k, s in first.items() if s.kind in ("origin", "unknown")], lines)
        kept = {k: s for k, s in first.items() if s.kind == "origin"}
        nobody: Key = ("unknown", "")
        alike: dict[tuple[Key, frozenset[tuple[Key, str]]], list[Key]] = {}
        for _, keys in self.days([k for k, s in first.items() if s.kind == "report"], []):
            for key in keys:
                told = frozenset(
                    (origin if origin in kept else nobody, way) for origin, way in ways.get(key, {}).items()
                )
                alike.setdefault((keys[0], told), []).append(key)
        joined: dict[tuple[Key, Key], Line] = {}
        for number, ((day, told), keys) in enumerate(alike.items()):
            box: Key = ("bundle", day[1], str(number))
            self.inside[box] = [key[1] for key in keys]
            kept[box] = first[keys[0]] if len(keys) == 1 else self.bundle(box, [first[key] for key in keys])
            for origin, way in sorted(told):
                if origin == nobody and nobody not in kept:
                    name = self.say("voice.not_given")
                    kept[nobody] = Step(nobody, "unknown", name, name, f"{self.claim.id}-says", "unknown")
                full = f"{kept[origin].full} → {kept[box].full}"
                joined.setdefault((origin, box), Line(origin, box, way, None, full))
        return kept, joined

    def bundle(self, key: Key, steps: Sequence[Step]) -> Step:
        """Several places as one."""
        count = self.say.counted("reports", len(steps))
        label = count if steps[0].kind == "report" else f"{steps[0].label} ({count})"
        full = self.say("list.next").join(s.full for s in steps) if steps[0].kind == "report" else label
        return Step(key, steps[0].kind, label, full, f"{self.claim.id}-says", steps[0].basis)

    # --- columns

    def date(self, document: str) -> tuple[str, str] | None:
        """What reports are ordered by: the bounds of their date; those that may be of any day after one come last."""
        published = self.places.documents[document].published
        if published is None or not (published.not_before or published.not_after):
            return None
        if not self.places.is_placed(document):
            return LAST, published.not_before or ""
        return published.not_before or published.not_after or "", published.not_after or published.not_before or ""

    def place_in_time(self, key: Key) -> tuple[bool, tuple[str, str]]:
        """What boxes are ordered by: those without a date before those with one."""
        date = self.date(key[1]) if key[0] in ("report", "bundle") else None
        return date is not None, date or ("", "")

    def laid_out(self, first: Mapping[Key, Step], lines: Sequence[Line]) -> Picture:
        """Origins in the first column, relays behind them, then reports by date."""
        columns = depths([k for k in first if k[0] == "relay"], lines, 1)
        columns |= {k: 0 for k, step in first.items() if step.kind in ("origin", "unknown")}
        column = max(columns.values(), default=-1) + 1
        headings = []
        for label, keys in self.days([k for k, step in first.items() if step.kind == "report"], lines):
            inside = depths(keys, lines, column)
            columns |= inside
            headings.append(Heading(column, max(inside.values()), label))
            column = max(inside.values()) + 1
        boxes = [Box(k, columns[k], s.kind, s.label, s.full, s.anchor) for k, s in first.items()]
        return picture_of(boxes, lines, headings)

    def days(self, reports: Sequence[Key], lines: Sequence[Line]) -> Iterable[tuple[str, list[Key]]]:
        """Reports by date, earliest first; undated ones last, but first where a dated one has it from them."""
        dated: dict[tuple[str, str], list[Key]] = {}
        sources, undated = {x.a for x in lines}, []
        for key in reports:
            date = self.date(key[1])
            if date is None:
                undated.append(key)
            else:
                dated.setdefault(date, []).append(key)
        ahead = closed([k for k in undated if k in sources], undated, lines)
        order = sorted(dated)
        size = -(-len(order) // DATES)
        none = self.say("picture.undated")
        if ahead:
            yield none, ahead
        for start in range(0, len(order), max(size, 1)):
            some = order[start : start + size]
            keys = [key for date in some for key in dated[date]]
            yield self.written([report for key in keys for report in self.inside.get(key, [key[1]])]), keys
        if rest := [k for k in undated if k not in ahead]:
            yield none, rest

    def written(self, documents: Sequence[str]) -> str:
        """From the first to the last day on which some dated reports may have appeared, in words."""
        published = [p for d in documents if (p := self.places.documents[d].published)]
        low, high = [p.not_before for p in published], [p.not_after for p in published]
        first = None if None in low else min(x for x in low if x)
        last = None if None in high else max(x for x in high if x)
        return written_span(first, last, self.say)


def firmest_ways(origins: Iterable[Key], lines: Mapping[tuple[Key, Key], Line]) -> dict[Key, dict[Key, str]]:
    """For each place the origins that lead to it, and how firm the weakest line of the firmest way is."""
    found: dict[Key, dict[Key, str]] = {}
    for rank, basis in enumerate(FIRMEST_FIRST):
        graph = nx.DiGraph(pair for pair, line in lines.items() if FIRMEST_FIRST.index(line.basis) <= rank)
        for origin in origins:
            for key in nx.descendants(graph, origin) if origin in graph else ():
                found.setdefault(key, {}).setdefault(origin, basis)
    return found


def published_once(claim: Claim, places: Places) -> dict[str, str]:
    """The report of each outlet that has one report under the claim."""
    found: dict[str, list[str]] = {}
    for id_ in claim.reports:
        outlet = places.documents[id_].outlet
        if outlet is not None:
            found.setdefault(outlet.actor, []).append(id_)
    return {actor: ids[0] for actor, ids in found.items() if len(ids) == 1}


def looped(lines: Mapping[tuple[Key, Key], Line], order: Sequence[Key]) -> list[Line]:
    """The lines, with those marked that lead back inside a circle."""
    graph = nx.DiGraph(list(lines))
    circle = {key: i for i, part in enumerate(nx.strongly_connected_components(graph)) if len(part) > 1 for key in part}
    rank = {key: i for i, key in enumerate(order)}
    return [
        Line(x.a, x.b, x.basis, x.anchor, x.full, rank[x.a] > rank[x.b])
        if x.a in circle and circle.get(x.a) == circle.get(x.b)
        else x
        for x in lines.values()
    ]


def depths(keys: Sequence[Key], lines: Sequence[Line], start: int) -> dict[Key, int]:
    """Columns for some boxes, so that each stands behind those of them that lead to it."""
    chosen = set(keys)
    graph = nx.DiGraph([(x.a, x.b) for x in lines if not x.loop and x.a in chosen and x.b in chosen])
    graph.add_nodes_from(keys)
    found: dict[Key, int] = {}
    for key in nx.topological_sort(graph):
        found[key] = max((found[before] + 1 for before in graph.predecessors(key)), default=start)
    return {key: found[key] for key in keys}


def closed(keys: Sequence[Key], among: Sequence[Key], lines: Sequence[Line]) -> list[Key]:
    """Some boxes with those among others that lead to them."""
    found, more = set(keys), True
    while more:
        before = {x.a for x in lines if x.b in found and x.a in among and not x.loop} - found
        found |= before
        more = bool(before)
    return [key for key in among if key in found]
