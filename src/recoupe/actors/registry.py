"""Actors as they are collected over the reports: by key, with their mentions."""

from dataclasses import dataclass, field

from recoupe.model import Actor, ActorType, Anonymity, Span, identifier


@dataclass
class Entry:
    """An actor while its mentions are being collected."""

    key: str
    name: str
    type: ActorType
    institution: str | None = None  # key of another entry
    root: str | None = None
    anonymity: Anonymity | None = None
    mentions: set[Span] = field(default_factory=set)


@dataclass
class Registry:
    """All actors by key; the same key is the same actor in every report."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def add(self, key: str, name: str, type_: ActorType, *mentions: Span) -> Entry:
        """The entry of a key, made where it is new, with further mentions."""
        entry = self.entries.setdefault(key, Entry(key, name, type_))
        entry.mentions.update(mentions)
        return entry

    def id(self, key: str) -> str:
        """The public id of a key."""
        return identifier("actor", key)

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
