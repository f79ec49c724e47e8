"""What an analyst writes about: claims, voices, statements, reports; and where each is after another analysis.

Ids are made of spans and their parents, so that a correction may change them. What was written is therefore tied to
the words that its subject stood on as well, and moves to the subject that stands on most of them now.
"""

from typing import Literal

from msgspec import Struct

from recoupe.model import Dossier

Kind = Literal["claim", "voice", "statement", "report"]
Place = tuple[str, int, int]  # document, start, end


class Subject(Struct, frozen=True):
    """One thing to write about. places: the words that it stands on; label: what it is called, for when it is gone."""

    kind: Kind
    ref: str
    label: str
    places: tuple[Place, ...]


class Subjects:
    """All subjects of a dossier, found by id or by the words that they stand on."""

    def __init__(self, dossier: Dossier) -> None:
        self.by_ref: dict[tuple[str, str], Subject] = {(s.kind, s.ref): s for s in subjects_of(dossier)}
        self.by_place: dict[tuple[str, Place], list[Subject]] = {}
        for subject in self.by_ref.values():
            for place in subject.places:
                self.by_place.setdefault((subject.kind, place), []).append(subject)

    def get(self, kind: str, ref: str) -> Subject | None:
        """The subject of an id."""
        return self.by_ref.get((kind, ref))

    def now(self, kind: str, ref: str, places: tuple[Place, ...]) -> Subject | None:
        """The subject itself, else the one that stands on most of its words (the first of several), else none."""
        if found := self.by_ref.get((kind, ref)):
            return found
        shared: dict[str, int] = {}
        for place in places:
            for subject in self.by_place.get((kind, place), ()):
                shared[subject.ref] = shared.get(subject.ref, 0) + 1
        return self.by_ref[kind, max(shared, key=lambda r: shared[r])] if shared else None


def subjects_of(dossier: Dossier) -> list[Subject]:
    """Claims, voices, statements and reports, each with the words that it stands on."""
    statements = {s.id: s for s in dossier.statements}
    actors = {a.id: a for a in dossier.actors}
    places = {s.id: tuple((p.document, p.start, p.end) for p in s.spans) for s in dossier.statements}
    said: dict[str, list[Place]] = {}
    for statement in dossier.statements:
        said.setdefault(statement.voice, []).extend(places[statement.id])
    found = [
        Subject("claim", c.id, c.headline.text, tuple(p for s in c.statements for p in places[s]))
        for c in dossier.claims
    ]
    for voice in dossier.voices:
        actor = actors.get(voice.actor or "")
        mentions = tuple((m.document, m.start, m.end) for m in actor.mentions) if actor else ()
        found.append(Subject("voice", voice.id, actor.name if actor else "", mentions or tuple(said.get(voice.id, ()))))
    found += [Subject("statement", s.id, s.spans[0].text, places[s.id]) for s in statements.values()]
    found += [Subject("report", d.id, d.name, ()) for d in dossier.documents]
    return found
