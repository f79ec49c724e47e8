"""Claims with the same principal participants that are preparation, phase or result of one another."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from recoupe.claims.drafts import DraftClaim
from recoupe.claims.matching import related_class
from recoupe.claims.profiles import Profile
from recoupe.languages import shared_pack
from recoupe.model import Thread, ThreadStep, identifier


def threaded(
    claims: Sequence[DraftClaim], profiles: Sequence[Profile], documents: Mapping[str, str]
) -> tuple[tuple[Thread, ...], dict[str, str]]:
    """The threads, and for each claim its thread. documents: the report of each statement."""
    parent = list(range(len(claims)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    held: dict[str, list[int]] = {}  # claims by the actors and places that they name
    for i, own in enumerate(profiles):
        for actor in sorted({*own.actors.values(), *own.places}):
            held.setdefault(actor, []).append(i)
    for bucket in held.values():
        for a, b in combinations(bucket, 2):
            low, high = sorted((root(a), root(b)))
            if low != high and akin(profiles[a], profiles[b]):
                parent[high] = low
    members: dict[int, list[DraftClaim]] = {}
    for i, claim in enumerate(claims):
        members.setdefault(root(i), []).append(claim)
    threads, named = [], {}
    for group in members.values():
        ids = tuple(sorted(c.id for c in group))
        thread_id = identifier("thread", *ids)
        named.update(dict.fromkeys(ids, thread_id))
        steps = sorted({(c.id, documents[s]) for c in group for s in c.statements})
        threads.append(Thread(thread_id, ids, tuple(ThreadStep(c, d) for c, d in steps)))
    return tuple(sorted(threads, key=lambda t: t.id)), named


def akin(a: Profile, b: Profile) -> bool:
    """Whether two claims belong to one thread: related classes, the same two actors (in any role) or one and the thing."""
    classes = shared_pack().event_classes.classes
    first, second = classes[a.class_], classes[b.class_]
    tied = (
        related_class(a.class_, b.class_) is not None
        or b.class_ in (*first.prepares, *first.results)
        or a.class_ in (*second.prepares, *second.results)
    )
    shared = {*a.actors.values(), *a.places} & {*b.actors.values(), *b.places}
    other_thing = any(
        not a.things[r].agrees(b.things[r]) for r in a.things.keys() & b.things.keys() if a.class_ == b.class_
    )
    if a.class_ == b.class_ and any(a.actors[r] != b.actors[r] for r in a.actors.keys() & b.actors.keys()):
        return False  # another giver, or another receiver
    same = any(a.things[r].key == b.things[r].key for r in a.things.keys() & b.things.keys() if a.class_ == b.class_)
    return not other_thing and tied and bool(shared) and len(shared) + same >= 2
