"""Actors as they are collected over the reports: by key, with their mentions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recoupe.model import Actor, ActorType, Anonymity, Span, identifier


@dataclass
class Entry:
    """An actor while its mentions are being collected. gender: `m` or `f`, empty where nothing tells."""

    key: str
    name: str
    type: ActorType
    institution: str | None = None  # key of another entry
    root: str | None = None
    anonymity: Anonymity | None = None
    mentions: set[Span] = field(default_factory=set)
    gender: str = ""


@dataclass
class Registry:
    """All actors by key; the same key is the same actor in every report.

    by_kind: named bodies by their kind; offices: words of the offices that any report names with a person; seats: for the
    key of a body of a kind at a place, the bodies of that kind that any report says to be there. places: keys of names that
    any report has for places. named_bodies: who is said to speak for a body by its name. described: for each person, the
    words that stand with his offices. ranks: for a person and the noun of an office, the words that describe it wherever it
    stands with his name.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    by_kind: dict[str, set[str]] = field(default_factory=dict)
    offices: dict[str, set[str]] = field(default_factory=dict)
    seats: dict[str, set[str]] = field(default_factory=dict)
    places: frozenset[str] = frozenset()
    named_bodies: set[str] = field(default_factory=set)
    described: dict[str, set[str]] = field(default_factory=dict)
    ranks: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def add(self, key: str, name: str, type_: ActorType, *mentions: Span) -> Entry:
        """The entry of a key, made where it is new, with further mentions."""
        entry = self.entries.setdefault(key, Entry(key, " ".join(name.split()), type_))  # (lines of a text break names)
        entry.mentions.update(mentions)
        return entry

    def affiliate(self, key: str, body: str) -> None:
        """Note for which body an actor speaks, where that is not known yet."""
        entry = self.entries[key]
        if entry.institution is None and body != key:
            entry.institution = body
            entry.root = self.entries[body].root or body

    def affiliate_by_name(self, key: str, body: str) -> None:
        """As `affiliate`, where a report names the body (`X's lawyer`): that goes before what a noun takes up there."""
        if key not in self.named_bodies and body != key:
            self.named_bodies.add(key)
            self.entries[key].institution = None
            self.affiliate(key, body)

    def id(self, key: str) -> str:
        """The public id of a key."""
        return identifier("actor", key)

    def merge(self, aliases: Mapping[str, str]) -> None:
        """Make one entry of several. aliases: for each key that goes, the one that stays."""
        for gone, kept in sorted(aliases.items()):
            entry, other = self.entries.pop(gone), self.entries[kept]
            other.mentions |= entry.mentions
            other.institution = other.institution or entry.institution
            other.root = other.root or entry.root
            if other.name.isupper() and not entry.name.isupper() and other.type != "outlet":
                other.name = entry.name  # letters are no name to show where the pile has a full one
        for entry in self.entries.values():
            entry.institution = aliases.get(entry.institution or "", entry.institution)
            entry.root = aliases.get(entry.root or "", entry.root)
            if entry.institution == entry.key:
                entry.institution = None

    def actors(self) -> tuple[Actor, ...]:
        """Every actor, ordered by id."""
        return tuple(
            Actor(
                id=self.id(e.key),
                name=e.name,
                type=e.type,
                anonymity=e.anonymity,
                institution=self.id(e.institution) if e.institution else None,
                root=self.id(e.root or e.key) if e.type != "unknown" and e.anonymity is None else None,
                mentions=tuple(sorted(e.mentions)),
            )
            for e in sorted(self.entries.values(), key=lambda e: self.id(e.key))
        )
