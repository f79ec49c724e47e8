"""Claims that a denial would be told in if it affirmed what it denies: compared as statements of claims are."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.claims.found import OPEN
from recoupe.claims.happenings import Telling, Tellings
from recoupe.claims.links import link, looked_up
from recoupe.claims.profiles import Profile

LIKELY = 3.5  # the score from which a denial answers a claim: less than joins two statements, as one of them denies


class Likely:
    """What claims a denial may answer that none of its participants ties to it in its own role."""

    def __init__(self, groups: Sequence[Sequence[int]], profiles: Sequence[Profile], tellings: Tellings) -> None:
        self.groups = groups
        self.profiles = profiles
        self.tellings = tellings
        self.read: dict[tuple[int, str], Telling] = {}
        self.holders: dict[str, set[int]] = {}
        for g, members in enumerate(groups):
            for key in {key for m in members for key in looked_up(profiles[m])}:
                self.holders.setdefault(key, set()).add(g)

    def by(self, i: int) -> list[int]:
        """The claims of which a statement scores enough with a denial whatever its phase."""
        own = self.profiles[i]
        if not own.actors and not own.owners:
            return []
        near = {g for key in looked_up(own) for g in self.holders.get(key, ())}
        return [g for g in sorted(near) if any(self.scores(i, m) for m in self.groups[g])]

    def scores(self, i: int, m: int) -> bool:
        """Whether a denial and a statement share enough."""
        a, b = self.tellings.of(i), self.tellings.of(m)
        phase = b.profile.phase if self.profiles[i].phase == OPEN else a.profile.phase
        return link(self.told_in(i, phase), b)[0] >= LIKELY

    def told_in(self, i: int, phase: str) -> Telling:
        """A denial as if it told its event in a phase."""
        if (i, phase) not in self.read:
            self.read[i, phase] = replace(self.tellings.of(i), profile=replace(self.profiles[i], phase=phase))
        return self.read[i, phase]
