"""One utterance in several reports: whole, cut, reworded or translated, with what differs between its wordings.

Whether two sayings are one is decided for each pair by itself; groups are constrained single link: strongest pairs
first, never two speakers nor two occasions that exclude each other in one group.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

import numpy as np

from recoupe.languages import LANGUAGES
from recoupe.linguistics import Annotation
from recoupe.model import Actor, Attribution, Utterance, UtteranceMember, Value, identifier
from recoupe.reuse.answers import AnsweringWords, Parts, Shares, candidates, in_order
from recoupe.reuse.equivalence import alike
from recoupe.reuse.occasions import Occasion, different, occasion
from recoupe.reuse.sayings import LEAST, Saying, all_sayings
from recoupe.reuse.speakers import fit
from recoupe.reuse.wording import Wording, differences_of, verbatim

Speaker = tuple[str | None, str | None, str]  # actor, words of the source, language

ORDER = 0.2  # part of what is shared that only counts as far as the words keep their order
WHOLE = 0.6  # share of the longer saying from which one that denies and one that does not are no wordings of another


@dataclass(frozen=True)
class Least:
    """What two sayings must share: parts of what the shorter and the longer of them tell."""

    shorter: float
    longer: float


QUOTED = Least(0.62, 0.34)  # both in quotation marks
HALF_QUOTED = Least(0.72, 0.34)  # one of them reported
REPORTED = Least(0.8, 0.45)  # both reported
TRANSLATED = Least(0.5, 0.34)  # the lexicon misses words
TRANSLATED_REPORTED = Least(0.6, 0.5)
UNSURE = 0.06  # more of the shorter where the speaker is not certainly one
UNKNOWN_REPORTED = Least(0.9, 0.9)  # both reported, and the speakers not certainly one
# What two sayings must share at least, by whether they are of one language and how many of them are quoted.
BY_FORM = ((TRANSLATED_REPORTED, TRANSLATED, TRANSLATED), (REPORTED, HALF_QUOTED, QUOTED))


def utterances(
    annotations: Sequence[Annotation],
    attributions: Sequence[Attribution],
    actors: Sequence[Actor],
    values: Mapping[str, Sequence[Value]],
) -> list[Utterance]:
    """Groups of sayings that are one utterance, and repeated formulas, in order of their ids.

    values: of each report, by its id.
    """
    readable = [a for a in annotations if a.document.language in LANGUAGES]
    found = all_sayings(readable, attributions)
    by_id = {a.id: a for a in actors}
    links = sorted(matches(found, by_id))
    days = {report: [v for v in own if v.slot == "date"] for report, own in values.items()}
    utterances_found: list[Utterance] = []
    groups: list[list[Saying]] = []
    for component, edges in components(len(found), links):
        when = {k: occasion(found[k], days) for k in component}
        clusters = linked(component, edges, found, when, by_id)
        groups += [[found[k] for k in c] for c in clusters if len(c) > 1]
        if some_different({when[k] for k in component}, {when[k] for k in component}):
            utterances_found += formulas(clusters, edges, found, when)
    utterances_found += [published(g, "same_utterance") for g in merged(groups)]
    return sorted((u for u in utterances_found if len(u.members) > 1), key=lambda u: u.id)


def matches(found: Sequence[Saying], actors: Mapping[str, Actor]) -> Iterator[tuple[float, str, int, int]]:
    """Pairs of sayings that are one, as (minus what they share, a hash of their words, the two)."""
    kin = alike((s.language, w) for s in found for w, _ in s.words)
    words_met = AnsweringWords(kin)
    numbers: dict[tuple[str, tuple[tuple[str, float], ...]], int] = {}
    own = [numbers.setdefault((s.language, s.words), len(numbers)) for s in found]
    scores: dict[tuple[int, int], tuple[float, float]] = {}
    for left, right in candidates(found, kin, shares_of(found), LEAST * TRANSLATED.shorter):
        a, b = found[left], found[right]
        if a.attribution.id == b.attribution.id or a.span.overlaps(b.span):
            continue
        key = own[left], own[right]
        if key not in scores:
            shared = words_met.between(a, b)
            scores[key] = sum(part for _, _, part in shared), in_order(shared)
        total, order = scores[key]
        if one_utterance(a, b, total * (1 - ORDER + ORDER * order), actors):
            words = hashlib.sha256(repr(sorted((a.forms, b.forms))).encode()).hexdigest()
            yield -round(total, 4), words, left, right


def shares_of(found: Sequence[Saying]) -> Shares:
    """What each saying must share at least with every other, as parts of what the shorter and the longer of them tell."""
    quoted = np.array([s.quoted for s in found], dtype=np.int64)
    source = np.array([s.language == LANGUAGES[0] for s in found])
    shorter = np.array([[least.shorter for least in row] for row in BY_FORM])
    longer = np.array([[least.longer for least in row] for row in BY_FORM])

    def shares(k: int) -> tuple[Parts, Parts]:
        """Those parts for one saying and all."""
        form = (source == source[k]).astype(np.int64), quoted + quoted[k]
        return shorter[form], longer[form]

    return shares


def one_utterance(a: Saying, b: Saying, total: float, actors: Mapping[str, Actor]) -> bool:
    """Whether two sayings are one: enough words in common for the way they are given, and speakers that fit."""
    shorter, longer = sorted((a.told, b.told))
    if total < min(TRANSLATED.longer, QUOTED.longer) * longer:
        return False
    speakers = fit(a, b, actors)
    if speakers == "apart":
        return False
    if total >= WHOLE * longer and a.denies != b.denies:
        return False
    least = needed(a, b, speakers == "same")
    return total >= least.shorter * shorter and total >= least.longer * longer


def needed(a: Saying, b: Saying, certain: bool) -> Least:
    """What two sayings must share. certain: their speaker is one."""
    quoted = a.quoted + b.quoted
    if a.language != b.language:
        least = TRANSLATED if quoted else TRANSLATED_REPORTED
    elif not quoted:
        return REPORTED if certain else UNKNOWN_REPORTED
    else:
        least = QUOTED if quoted > 1 else HALF_QUOTED
    return least if certain else Least(least.shorter + UNSURE, least.longer)


Edge = tuple[float, str, int, int]


def components(size: int, links: Sequence[Edge]) -> Iterator[tuple[list[int], list[Edge]]]:
    """Sayings that any chain of links ties, with these links in order."""
    parents = list(range(size))
    for _, _, left, right in links:
        join(parents, left, right)
    members: dict[int, list[int]] = {}
    edges: dict[int, list[Edge]] = {}
    for edge in links:
        edges.setdefault(root(parents, edge[2]), []).append(edge)
    for k in range(size):
        if root(parents, k) in edges:
            members.setdefault(root(parents, k), []).append(k)
    for name, own in members.items():
        yield own, edges[name]


def linked(
    component: Sequence[int],
    edges: Sequence[Edge],
    found: Sequence[Saying],
    when: Mapping[int, Occasion],
    actors: Mapping[str, Actor],
) -> list[list[int]]:
    """The component cut into groups without speakers or occasions that exclude each other."""
    own = {k: Cluster([k], {when[k]}, {speaker(found[k]): found[k]}) for k in component}
    for _, _, left, right in edges:
        first, second = own[left], own[right]
        if first is second or second.members[0] in first.barred:
            continue
        if some_different(first.occasions, second.occasions) or some_apart(first, second, actors):
            first.barred.add(second.members[0])
            second.barred.add(first.members[0])
            continue
        if len(first.members) < len(second.members):
            first, second = second, first
        for k in second.barred:
            own[k].barred.add(first.members[0])
        first.barred |= second.barred
        first.members += second.members
        first.occasions |= second.occasions
        first.speakers |= second.speakers
        for k in second.members:
            own[k] = first
    return [sorted(c.members) for c in {id(c): c for c in own.values()}.values()]


@dataclass
class Cluster:
    """Sayings joined so far, with their distinct occasions and one saying of each distinct speaker.

    barred: clusters that it is not to be joined with, by the first of their members; what once is so stays so.
    """

    members: list[int]
    occasions: set[Occasion]
    speakers: dict[Speaker, Saying]
    barred: set[int] = field(default_factory=set)


def some_apart(first: Cluster, second: Cluster, actors: Mapping[str, Actor]) -> bool:
    """Whether any speakers of two clusters cannot be one."""
    return any(fit(a, b, actors) == "apart" for a in first.speakers.values() for b in second.speakers.values())


def speaker(saying: Saying) -> Speaker:
    """All of a saying that tells whether its speaker fits another's."""
    source = saying.attribution.source
    return saying.attribution.actor, source.text if source is not None else None, saying.language


def some_different(first: Collection[Occasion], second: Collection[Occasion]) -> bool:
    """Whether any two occasions exclude each other."""
    return any(different(a, b) for a in first for b in second)


def formulas(
    clusters: Sequence[Sequence[int]], edges: Sequence[Edge], found: Sequence[Saying], when: Mapping[int, Occasion]
) -> list[Utterance]:
    """Groups of the same words on occasions that exclude each other, brought together as repeated formulas."""
    of = {k: n for n, c in enumerate(clusters) for k in c}
    parents = list(range(len(clusters)))
    occasions = [{when[k] for k in c} for c in clusters]
    for one, other in dict.fromkeys((of[left], of[right]) for _, _, left, right in edges):
        if one != other and some_different(occasions[one], occasions[other]):
            join(parents, one, other)
    together: dict[int, list[int]] = {}
    for n in range(len(clusters)):
        together.setdefault(root(parents, n), []).append(n)
    return [
        published([found[k] for n in names for k in clusters[n]], "repeated_formula")
        for names in together.values()
        if len(names) > 1
    ]


def merged(groups: Sequence[Sequence[Saying]]) -> list[list[Saying]]:
    """Groups of which two reports give sentences in one breath, as one utterance of several sentences."""
    parents = list(range(len(groups)))
    holding: dict[str, set[int]] = {}  # groups by attribution
    report_of: dict[str, str] = {}
    for k, group in enumerate(groups):
        for saying in group:
            holding.setdefault(saying.attribution.id, set()).add(k)
            report_of[saying.attribution.id] = saying.annotation.document.id
    common: dict[tuple[int, int], set[str]] = {}
    for attribution, own in holding.items():
        for pair in combinations(sorted(own), 2):
            common.setdefault(pair, set()).add(report_of[attribution])
    for (one, other), reports in sorted(common.items()):
        if len(reports) > 1:
            join(parents, one, other)
    found: dict[int, list[Saying]] = {}
    for k, group in enumerate(groups):
        found.setdefault(root(parents, k), []).extend(group)
    return list(found.values())


def root(parents: list[int], k: int) -> int:
    """The one that stands for a joined group."""
    while parents[k] != k:
        parents[k] = parents[parents[k]]
        k = parents[k]
    return k


def join(parents: list[int], one: int, other: int) -> None:
    """Bring two groups together."""
    first, second = sorted((root(parents, one), root(parents, other)))
    parents[second] = first


def published(group: Sequence[Saying], relation: Literal["same_utterance", "repeated_formula"]) -> Utterance:
    """The utterance of a group: its fullest quoted wording is what the others are compared with."""
    own: dict[str, list[Saying]] = {}
    for saying in sorted(group, key=lambda s: s.span):
        own.setdefault(saying.attribution.id, []).append(saying)
    wordings = sorted((Wording(tuple(s)) for s in own.values()), key=lambda w: w.spans)
    base = max(wordings, key=lambda w: (w.quoted, round(w.told, 4), w.forms))
    actors = [w.attribution.actor for w in wordings if w.attribution.actor is not None]
    return Utterance(
        id=identifier("utterance", relation, *(s for w in wordings for s in w.spans)),
        actor=max(sorted(set(actors)), key=actors.count) if actors else None,
        relation=relation,
        verbatim=verbatim(wordings),
        members=tuple(UtteranceMember(w.spans, w.attribution.id) for w in wordings),
        differences=tuple(d for w in wordings if w is not base for d in differences_of(base, w)),
    )
