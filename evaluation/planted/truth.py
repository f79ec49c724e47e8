"""The true range of origins of every planted claim, by the words of DESIGN.md, from what was planted alone.

Own and small on purpose: it shares nothing with the program that it measures. What the world leaves open (two ministers
of unnamed states, a head whose body no report tells) is not planted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluation.planted.plan import Mention, Pile, Report

Node = tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What is true of a claim: the reports that affirm it, its range, and the groups of voices behind it."""

    claim: str
    reports: frozenset[int]
    min: int
    max: int
    groups: tuple[tuple[Node, ...], ...]
    deniers: frozenset[int]


def answers(pile: Pile) -> list[Answer]:
    """The truth of every claim that some report affirms."""
    return [answer(pile, claim) for claim in pile.events if any(m.affirms for _, _, m in pile.told(claim))]


class Ties:
    """Voices joined by what is *same*."""

    def __init__(self) -> None:
        self.above: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        """The representative of a voice's group."""
        self.above.setdefault(node, node)
        while self.above[node] != node:
            node = self.above[node]
        return node

    def join(self, one: Node, other: Node) -> None:
        """Two voices are same."""
        low, high = sorted((self.root(one), self.root(other)))
        self.above[high] = low


def answer(pile: Pile, claim: str) -> Answer:
    """The truth of one claim."""
    told = [(r, place, m) for r, place, m in pile.told(claim) if m.affirms]
    ties = Ties()
    node = {(r.number, place): voice_of(r, place, m, told, pile) for r, place, m in told}
    for r, place, m in told:
        if m.copied in node:  # copied or translated
            ties.join(node[r.number, place], node[m.copied])
        if m.construction == "outlet_unnamed" and m.voice is not None:  # the source of the cited outlet's own report
            for other in own_reports(m, told):
                for there in (x for x in other.mentions if x.claim == claim and x.affirms):
                    if there.voice == m.voice and there.outlet is None:
                        ties.join(node[r.number, place], ("described", str(other.number), m.voice.key))
        if m.construction == "outlet_alone" and node[r.number, place][0] == "nobody":
            behind = {node[other.number, p] for other, p, _ in told if any(other is o for o in own_reports(m, told))}
            if behind and all(ties.root(b) == ties.root(min(behind)) for b in behind):
                ties.join(node[r.number, place], min(behind))
    given = {number for (number, _), n in node.items() if n[0] != "nobody"}
    counted = {n for (number, _), n in node.items() if n[0] != "nobody" or number not in given}
    groups: dict[Node, set[Node]] = {}
    for n in counted:
        groups.setdefault(ties.root(n), set()).add(n)
    named = sum(any(n[0] == "named" for n in members) for members in groups.values())
    deniers = {r.number for r, _, m in pile.told(claim) if m.construction == "denial"}
    return Answer(
        claim,
        frozenset(r.number for r, _, _ in told),
        max(1, named),
        len(groups),
        tuple(sorted(tuple(sorted(g)) for g in groups.values())),
        frozenset(deniers),
    )


Told = list[tuple[Report, int, Mention]]


def own_reports(mention: Mention, told: Told) -> list[Report]:
    """The reports of the outlet that a mention cites, of those that affirm the claim."""
    found = {r.number: r for r, _, _ in told if r.outlet is mention.outlet}
    return [found[n] for n in sorted(found)]


def voice_of(report: Report, place: int, mention: Mention, told: Told, pile: Pile) -> Node:
    """The voice behind a sentence: who is named, whoever is described there, or nobody."""
    if mention.voice is not None:
        return given(report, mention)
    if mention.outlet is not None:
        shown = sorted(set(passed_on(mention, told, frozenset())))
        if shown:
            return shown[0]
    return "nobody", str(report.number)


def given(report: Report, mention: Mention) -> Node:
    """The voice that a sentence names. A body and who speaks for it are one; a description is one a report."""
    assert mention.voice is not None
    if mention.voice.named:
        return "named", mention.voice.body or mention.voice.key
    return "described", str(report.number), mention.voice.key


def passed_on(mention: Mention, told: Told, seen: frozenset[str]) -> Iterator[Node]:
    """The voices that any report shows a cited outlet passing on for the claim, over outlets that it cites in turn."""
    outlet = mention.outlet
    if outlet is None or outlet.name in seen:
        return
    direct = [given(r, m) for r, _, m in told if m.voice is not None and ((m.outlet is outlet) or (r.outlet is outlet))]
    yield from direct
    if not direct:
        for report in own_reports(mention, told):
            for m in report.mentions:
                if m.claim == mention.claim and m.construction == "outlet_alone":
                    yield from passed_on(m, told, seen | {outlet.name})
