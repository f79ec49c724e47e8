"""Quotations: stretches between quotation marks, found paragraph by paragraph so that a lost mark spoils no other."""

from dataclasses import dataclass

from recoupe.attribution.marks import Mark, Pair, partners

DASHES = ("—", "–", "―", "‒")
ENDS = tuple('.!?…»”"')


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `start`, `end` inside the marks, `outer_start`, `outer_end` with them.

    paragraph: index of its paragraph. continues: the paragraph before left it open and this one opens it again.
    closed: False where the paragraph ends before the mark that closes it (and the next one goes on).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    continues: bool = False
    closed: bool = True
    turn: bool = False  # opened by a dash: the next turn is another speaker's


def quotations(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[list[Quotation], list[tuple[int, int]]]:
    """The outermost quotations of a text, in order, and the marks (spans) that have no partner in their paragraph.

    A quotation left open at the end of a paragraph is closed there where the next paragraph opens it again; otherwise
    the mark is reported as unpaired and its paragraph keeps its other quotations.
    """
    found: list[Quotation] = []
    unpaired: list[tuple[int, int]] = []
    left_open = False
    spoken = turns(text, paragraphs)
    for index, (start, end) in enumerate(paragraphs):
        if index in spoken:
            found.append(spoken[index])
            left_open = False
            continue
        pairs, loose = partners(text, start, end)
        following = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else len(text)
        reopened = left_open
        left_open = bool(loose) and loose[-1].may_open and text.startswith(loose[-1].form, following)
        marks = [*pairs, loose.pop()] if left_open else pairs
        unpaired += [(mark.start, mark.end) for mark in loose]
        found += [q for q in (quotation(text, m, index, start, end, reopened) for m in marks) if q]
    return found, unpaired


def turns(text: str, paragraphs: tuple[tuple[int, int], ...]) -> dict[int, Quotation]:
    """Turns of a dialogue: paragraphs opened by a dash, two at least in a row, that close like sentences."""
    found: dict[int, Quotation] = {}
    for index, (start, end) in enumerate(paragraphs):
        low, high = inside(text, start + 1, end)
        if (
            text[start : start + 1] in DASHES
            and text[start + 1 : start + 2].isspace()
            and text[high - 1 : high] in ENDS
        ):
            found[index] = Quotation(low, high, start, end, index, turn=True)
    return {i: q for i, q in found.items() if i - 1 in found or i + 1 in found}


def nested(text: str, outer: Quotation) -> list[Quotation]:
    """The quotations inside a quotation, in order: `« Il a crié : “Sortez !” »`."""
    pairs, _ = partners(text, outer.start, outer.end)
    found = (quotation(text, p, outer.paragraph, outer.start, outer.end, False) for p in pairs)
    return [q for q in found if q is not None]


def quotation(text: str, marks: Pair | Mark, paragraph: int, start: int, end: int, reopened: bool) -> Quotation | None:
    """The quotation of two partners, or of a mark left open to the paragraph's end; `None` where nothing stands in it."""
    opening, closing = (marks.opening, marks.closing) if isinstance(marks, Pair) else (marks, None)
    inner_start, inner_end = inside(text, opening.end, closing.start if closing else end)
    if inner_start >= inner_end:
        return None
    return Quotation(
        inner_start,
        inner_end,
        opening.start,
        closing.end if closing else end,
        paragraph,
        continues=reopened and opening.start == start,
        closed=closing is not None,
    )


def inside(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
