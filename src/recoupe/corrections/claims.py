"""Claims that corrections split and merge; splits come before merges, whatever their order in the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.corrections.anchors import the_one
from recoupe.corrections.ledger import Ledger, Wish, ground, united
from recoupe.corrections.statements import Found
from recoupe.errors import CorrectionLost
from recoupe.model.claims import ClaimEvidence, EvidencePart
from recoupe.model.corrections import Anchor, MergeClaims, SplitClaim
from recoupe.model.spans import Span

Groups = Sequence[Sequence[str]]  # for each claim the statements that affirm it


@dataclass(frozen=True)
class Regrouped:
    """The groups of statements as corrections have them, and the links that merges add."""

    groups: tuple[tuple[str, ...], ...]
    links: tuple[ClaimEvidence, ...]


@dataclass(frozen=True)
class FoundClaims:
    """Looks up claims at the words of their statements. answers: for a statement the claims that it answers."""

    found: Found
    groups: Groups
    answers: Mapping[str, Sequence[int]]

    def statement(self, anchor: Anchor) -> tuple[str, Span]:
        """A statement of the one claim at words: of several statements there the first, where all are of one claim."""
        affirming = {s.id for s in self.found.statements if s.stance == "affirms" and s.realis == "actual"}
        claims = {s: i for i, group in enumerate(self.groups) for s in group}

        def standing(place: Span) -> list[str]:
            """A statement of each claim at a place."""
            near = self.found.standing(place, anchor.source)
            first: dict[object, str] = {}
            for id_ in near:
                answered = self.answers.get(id_, ())
                if id_ in claims:
                    first.setdefault(claims[id_], id_)
                elif len(answered) == 1:
                    first.setdefault(answered[0], min(self.groups[answered[0]]))
                elif id_ in affirming:
                    first.setdefault(id_, id_)
            return sorted(first.values())

        id_, spans = the_one(anchor, self.found.documents, "claim", standing)
        return id_, spans[0]

    def split(self, correction: SplitClaim) -> Wish[SplitClaim, frozenset[str]]:
        """The statements that a correction makes a claim of their own."""
        ids = frozenset(self.found.statement(anchor) for anchor in correction.statements)
        owners = {i for i, group in enumerate(self.groups) if ids & set(group)}
        if len(owners) != 1 or not ids <= set(self.groups[min(owners)]):
            raise CorrectionLost("the statements at these words are not of one claim")
        if ids == set(self.groups[min(owners)]):
            raise CorrectionLost("the statements at these words are a claim of their own already")
        return Wish(correction, ids, ids)

    def merged(self, correction: MergeClaims) -> Wish[MergeClaims, tuple[tuple[str, Span], ...]]:
        """Statements of the claims that a correction makes one, with the words that it quotes."""
        found = tuple(self.statement(anchor) for anchor in correction.statements)
        claims = {s: i for i, group in enumerate(self.groups) for s in group}
        if len({claims.get(id_, id_) for id_, _ in found}) == 1:
            raise CorrectionLost("they are one claim already")
        return Wish(correction, frozenset({correction.id}), found)


def regrouped(found: Found, groups: Groups, answers: Mapping[str, Sequence[int]], ledger: Ledger) -> Regrouped | None:
    """The groups of statements that make the claims, as corrections have them; `None` where none applies.

    A statement that no claim holds, but that affirms something, joins a claim by a merge.
    """
    splits = ledger.wishes(SplitClaim, FoundClaims(found, groups, answers).split)
    apart = {wish.value for wish in splits}
    gone = {s for ids in apart for s in ids}
    left = [tuple(s for s in group if s not in gone) for group in groups]
    kept = [i for i, group in enumerate(left) if group]
    new_place = {old: new for new, old in enumerate(kept)}
    parted = [left[i] for i in kept] + sorted(tuple(sorted(ids)) for ids in apart)
    answered = {s: [new_place[i] for i in at if i in new_place] for s, at in answers.items()}
    for part in splits:
        ledger.apply(part.correction, "the statements at these words are a claim of their own")
    merges = ledger.wishes(MergeClaims, FoundClaims(found, parted, answered).merged)
    if not splits and not merges:
        return None
    held = {s for group in parted for s in group}
    free = sorted({s for wish in merges for s, _ in wish.value} - held)
    pool = [*parted, *((s,) for s in free)]
    place = {s: i for i, group in enumerate(pool) for s in group}
    joined = united(pool, [sorted({place[s] for s, _ in wish.value}) for wish in merges])
    for wish in merges:
        count = len({place[s] for s, _ in wish.value})
        ledger.apply(wish.correction, f"{count} claims are one")
    return Regrouped(
        tuple(sorted(tuple(sorted(s for i in group for s in pool[i])) for group in joined)),
        tuple(link for wish in merges for link in links_of(wish)),
    )


def links_of(wish: Wish[MergeClaims, tuple[tuple[str, Span], ...]]) -> list[ClaimEvidence]:
    """The links between the statements that a merge names, one behind the other; they weigh nothing of their own."""
    ordered = sorted(wish.value)
    links = []
    for (a, first), (b, second) in pairwise(ordered):
        if a != b:
            part = EvidencePart(ground(wish.correction), 0.0, tuple(sorted({first, second})))
            links.append(ClaimEvidence(a, b, 0.0, (part,)))
    return links
