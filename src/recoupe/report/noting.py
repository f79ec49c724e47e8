"""Notes as they are shown: those that say the same as one, and those that set two passages side by side with their pairs."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from recoupe.model import Note
from recoupe.report.places import Places
from recoupe.report.view import NoteView

COMPARED = ("correction", "incompatible")  # notes whose passages are to be read beside one another
Thing = TypeVar("Thing", bound=Hashable)
Told = tuple[Note, NoteView]


def of_claim(notes: Sequence[Note], places: Places) -> tuple[NoteView, ...]:
    """The notes of one claim, those that say the same as one."""
    return gathered(notes, places, lambda told: told[1].message)


def of_pile(notes: Sequence[Note], places: Places) -> tuple[NoteView, ...]:
    """The notes of a pile, those that say the same as one; what is to be compared once for each claim that it is about."""
    return gathered(notes, places, lambda told: (told[1].message, told[1].claims if told[0].code in COMPARED else ()))


def gathered(notes: Sequence[Note], places: Places, by: Callable[[Told], Hashable]) -> tuple[NoteView, ...]:
    """Notes put together by what they have in common, in the order of the first of each."""
    found: dict[Hashable, list[Told]] = {}
    for told in zip(notes, places.notes(notes), strict=True):
        found.setdefault(by(told), []).append(told)
    return tuple(map(together, found.values()))


def together(told: Sequence[Told]) -> NoteView:
    """Notes that say the same as one, with the passages and claims of each."""
    views = [view for _, view in told]
    compared = len(views) > 1 and all(note.code in COMPARED for note, _ in told)
    return NoteView(
        views[0].message,
        () if compared else once(link for view in views for link in view.links),
        once(claim for view in views for claim in view.claims),
        once(view.links for view in views) if compared else (),
    )


def once(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Things without those that stand before, in their order."""
    return tuple(dict.fromkeys(things))
