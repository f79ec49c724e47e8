"""What becomes of each correction: settled where several speak of one thing, then applied or not, with the reason."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from recoupe.errors import CorrectionLost
from recoupe.model.corrections import Correction, CorrectionOutcome, Corrections
from recoupe.model.dossier import Limit

C = TypeVar("C", bound=Correction)
V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True)
class Wish(Generic[C, V]):
    """A correction that found its words: what it says (`value`) of each of some things (`keys`)."""

    correction: C
    keys: frozenset[Hashable]
    value: V


@dataclass
class Ledger:
    """The corrections of a run and what became of them; each is told exactly once."""

    corrections: Corrections
    told: dict[str, CorrectionOutcome] = field(default_factory=dict)

    def of(self, kind: type[C]) -> list[C]:
        """The corrections of one kind that nothing has been told of yet, in the order of their ids."""
        found = [c for c in self.corrections.entries if isinstance(c, kind) and c.id not in self.told]
        return sorted(found, key=lambda c: c.id or "")

    def apply(self, correction: Correction, reason: str) -> None:
        """A correction that is applied, and what it does."""
        self.tell(correction, True, reason)

    def refuse(self, correction: Correction, reason: str) -> None:
        """A correction that does not apply, and why."""
        self.tell(correction, False, reason)

    def tell(self, correction: Correction, applied: bool, reason: str) -> None:
        """Write down what becomes of a correction."""
        tag = str(correction.__struct_config__.tag)
        when = correction.when.isoformat()
        id_ = correction.id or ""
        self.told[id_] = CorrectionOutcome(id_, applied, reason, tag, correction.who, when, correction.why)

    def wishes(self, kind: type[C], wish: Callable[[C], Wish[C, V]]) -> list[Wish[C, V]]:
        """What the corrections of a kind ask for; those whose words lead nowhere, or that lose to others, are refused."""
        found = []
        for correction in self.of(kind):
            try:
                found.append(wish(correction))
            except CorrectionLost as lost:
                self.refuse(correction, str(lost))
        return self.settled(found)

    def settled(self, wishes: Sequence[Wish[C, V]]) -> list[Wish[C, V]]:
        """Those that no other contradicts. Of two that say different things of one the later is kept, by its day.

        Two of one day that contradict each other are both refused, so that the order of the file decides nothing.
        """
        by_key: dict[Hashable, list[Wish[C, V]]] = {}
        for wish in wishes:
            for key in wish.keys:
                by_key.setdefault(key, []).append(wish)
        kept = []
        for wish in wishes:
            against = {o.correction.id: o for k in wish.keys for o in by_key[k] if o.value != wish.value}
            rivals = [against[i] for i in sorted(against, key=str)]
            later = [o for o in rivals if o.correction.when > wish.correction.when]
            equal = [o for o in rivals if o.correction.when == wish.correction.when]
            if later:
                self.refuse(wish.correction, f"a later correction says otherwise: {names(later)}")
            elif equal:
                self.refuse(wish.correction, f"a correction of the same day says otherwise: {names(equal)}")
            else:
                kept.append(wish)
        return kept

    def outcomes(self) -> tuple[CorrectionOutcome, ...]:
        """What became of every correction, in the order of the ids."""
        return tuple(self.told[i] for i in sorted(self.told))

    def limits(self) -> tuple[Limit, ...]:
        """A line for each correction that is not applied."""
        return tuple(
            Limit("correction", f"correction {o.id} is not applied: {o.reason}")
            for o in self.outcomes()
            if not o.applied
        )


def names(wishes: Sequence[Wish[C, V]]) -> str:
    """The ids of corrections."""
    return ", ".join(sorted(str(w.correction.id) for w in wishes))


def ground(correction: Correction) -> str:
    """A correction as the ground of a tie."""
    return f"correction {correction.id} of {correction.who}, {correction.when.isoformat()}: {correction.why}"


def united(groups: Sequence[Sequence[str]], joins: Sequence[Sequence[int]]) -> list[list[int]]:
    """Indices of groups under the closure of joins, each sorted, in order."""
    root = list(range(len(groups)))

    def top(i: int) -> int:
        """The first index of a joined group."""
        while root[i] != i:
            i = root[i]
        return i

    for join in joins:
        for i in join[1:]:
            low, high = sorted((top(join[0]), top(i)))
            root[high] = low
    members: dict[int, list[int]] = {}
    for i in range(len(groups)):
        members.setdefault(top(i), []).append(i)
    return [members[i] for i in sorted(members)]


def renamed(value: str | None, names_: Mapping[str, str]) -> str | None:
    """An id as it is called after a merge."""
    return names_.get(value, value) if value is not None else None
