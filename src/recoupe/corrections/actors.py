"""Actors that corrections split and merge; splits come before merges, whatever their order in the file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec import Struct, structs

from recoupe.corrections.anchors import nearest, places, quoted, the_one
from recoupe.corrections.ledger import Ledger, Wish, renamed, united
from recoupe.errors import CorrectionLost
from recoupe.model.actors import Actor
from recoupe.model.attributions import Attribution
from recoupe.model.corrections import Anchor, MergeActors, SplitActor
from recoupe.model.documents import Document
from recoupe.model.spans import Span, identifier

Mentions = Mapping[str, tuple[tuple[Span, str], ...]]


class Cast(Struct, frozen=True):
    """The actors of a pile with everything that names one: attributions, reports, mentions by token, relays."""

    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    documents: tuple[Document, ...]
    mentions: Mentions
    relays: Mapping[str, str]


@dataclass(frozen=True)
class Found:
    """Looks up the actors at words."""

    documents: Sequence[Document]
    actors: Sequence[Actor]

    def standing(self, place: Span) -> list[str]:
        """The actor whose mention lies nearest to a place."""
        own = [(m, a.id) for a in self.actors for m in a.mentions if m.document == place.document]
        return nearest(place, own)

    def actor(self, anchor: Anchor) -> str:
        """The one actor at words."""
        return the_one(anchor, self.documents, "actor", self.standing)[0]

    def split(self, correction: SplitActor) -> Wish[SplitActor, tuple[str, frozenset[Span], str]]:
        """The mentions that a correction moves to another actor."""
        by_id = {a.id: a for a in self.actors}
        moved: set[Span] = set()
        owners = {self.actor(anchor) for anchor in correction.mentions}
        if len(owners) > 1:
            raise CorrectionLost(f"the words are of {len(owners)} actors; split one of them at a time")
        owner = by_id[next(iter(owners))]
        for anchor in correction.mentions:
            for place in places(anchor, self.documents):
                moved |= {m for m in owner.mentions if m.overlaps(place)}
        if moved == set(owner.mentions):
            raise CorrectionLost(f"{quoted(correction.mentions[0])} is nobody else's: no other mention is left")
        name = correction.name or min(moved).text
        return Wish(correction, frozenset(moved), (owner.id, frozenset(moved), name))

    def merged(self, correction: MergeActors) -> Wish[MergeActors, frozenset[str]]:
        """The actors that a correction makes one."""
        ids = frozenset(self.actor(anchor) for anchor in correction.actors)
        if len(ids) == 1:
            raise CorrectionLost("they are one actor already")
        return Wish(correction, frozenset({correction.id}), ids)


def correct_actors(cast: Cast, ledger: Ledger) -> Cast:
    """The actors of a pile as corrections have them."""
    splits = ledger.wishes(SplitActor, Found(cast.documents, cast.actors).split)
    for owner, moved, name in dict.fromkeys(wish.value for wish in splits):
        cast = split(cast, owner, moved, name)
    for parted in splits:
        ledger.apply(parted.correction, f"{parted.value[2]} is an actor apart")
    merges = ledger.wishes(MergeActors, Found(cast.documents, cast.actors).merged)
    place = {a.id: i for i, a in enumerate(cast.actors)}
    groups = united([[a.id] for a in cast.actors], [sorted(place[i] for i in wish.value) for wish in merges])
    names: dict[str, str] = {}
    for group in groups:
        if len(group) > 1:
            members = [cast.actors[i] for i in group]
            names.update(dict.fromkeys((a.id for a in members), leading(members).id))
    chosen = {names[min(w.value)]: w.correction.name for w in sorted(merges, key=naming) if w.correction.name}
    merged = merge(cast, names, chosen) if names else cast
    called = {a.id: a.name for a in merged.actors}
    for wish in merges:
        ledger.apply(wish.correction, f"{len(wish.value)} actors are one: {called[names[min(wish.value)]]}")
    return merged


def naming(wish: Wish[MergeActors, frozenset[str]]) -> tuple[str, str]:
    """The order in which merges name an actor: the later day has the last word, then the name itself."""
    return wish.correction.when.isoformat(), wish.correction.name or ""


def split(cast: Cast, owner: str, moved: frozenset[Span], name: str) -> Cast:
    """Moves mentions of an actor, and what is named by them, to a new one of the same sort without ties."""
    new = identifier("actor", owner, *sorted(moved))

    def whose(actor: str | None, span: Span | None) -> str | None:
        """The actor that a span names now."""
        return new if actor == owner and span is not None and any(m.overlaps(span) for m in moved) else actor

    old = next(a for a in cast.actors if a.id == owner)
    described = old.anonymity
    if old.anonymity is not None and described is not None:
        own = tuple(s for s in described.spans if s in moved) or (min(moved),)
        rest = tuple(s for s in described.spans if s not in moved)
        left = tuple(m for m in old.mentions if m not in moved)
        described = structs.replace(described, count=None, spans=own)
        old = structs.replace(old, anonymity=structs.replace(old.anonymity, spans=rest or left[:1]))
    root = new if old.anonymity is None and old.type != "unknown" else None
    apart = Actor(new, name, old.type, described, None, root, tuple(sorted(moved)))
    actors = [a for a in cast.actors if a.id != owner]
    actors += [structs.replace(old, mentions=tuple(m for m in old.mentions if m not in moved)), apart]
    by_id = {a.id: a for a in cast.attributions}
    return Cast(
        tuple(sorted(actors, key=lambda a: a.id)),
        tuple(structs.replace(a, actor=whose(a.actor, a.source)) for a in cast.attributions),
        tuple(
            structs.replace(
                d,
                outlet=structs.replace(d.outlet, actor=whose(d.outlet.actor, d.outlet.span)) if d.outlet else None,
                agencies=tuple(structs.replace(c, actor=whose(c.actor, c.span)) for c in d.agencies),
            )
            for d in cast.documents
        ),
        {d: tuple((s, whose(a, s) or a) for s, a in found) for d, found in cast.mentions.items()},
        {i: whose(a, by_id[i].relay if i in by_id else None) or a for i, a in cast.relays.items()},
    )


def leading(actors: Sequence[Actor]) -> Actor:
    """The actor whose name and sort a merged one keeps: a named one, with a body, of the most mentions."""
    vague = {"unknown", "group"}
    return min(
        actors,
        key=lambda a: (a.anonymity is not None, a.type in vague, a.institution is None, -len(a.mentions), a.id),
    )


def merge(cast: Cast, names: Mapping[str, str], chosen: Mapping[str, str]) -> Cast:
    """Actors under their new ids (`names`), with the mentions of all, and everything that names one of them.

    chosen: what to call some of them.
    """
    groups: dict[str, list[Actor]] = {}
    for actor in cast.actors:
        groups.setdefault(names.get(actor.id, actor.id), []).append(actor)
    merged = []
    for id_, members in groups.items():
        first = next(a for a in members if a.id == id_)
        mentions = tuple(sorted({m for a in members for m in a.mentions}))
        owned = next((a for a in (first, *members) if renamed(a.institution, names) not in {None, id_}), first)
        body = renamed(owned.institution, names)
        anonymity = first.anonymity
        if anonymity is not None:
            anonymity = structs.replace(anonymity, whose=renamed(anonymity.whose, names))
        merged.append(
            structs.replace(
                first,
                name=chosen.get(id_, first.name),
                anonymity=anonymity,
                institution=body if body != id_ else None,
                root=renamed(owned.root or first.root, names),
                mentions=mentions,
            )
        )
    return Cast(
        tuple(sorted(merged, key=lambda a: a.id)),
        tuple(structs.replace(a, actor=renamed(a.actor, names)) for a in cast.attributions),
        tuple(
            structs.replace(
                d,
                outlet=structs.replace(d.outlet, actor=names.get(d.outlet.actor, d.outlet.actor)) if d.outlet else None,
                agencies=tuple(structs.replace(c, actor=names.get(c.actor, c.actor)) for c in d.agencies),
            )
            for d in cast.documents
        ),
        {d: tuple((s, names.get(a, a)) for s, a in found) for d, found in cast.mentions.items()},
        {i: names.get(a, a) for i, a in cast.relays.items()},
    )
