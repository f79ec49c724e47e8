"""Quotation marks in a paragraph: which ones open, which ones close, and which of them are partners."""

import re
from dataclasses import dataclass
from itertools import pairwise

# An opening mark and the marks that may close it; writers and conversions mix curly and straight ones.
CLOSERS = {
    "«": ("»",),
    "“": ("”", '"'),
    "„": ("“", "”", '"'),
    "‹": ("›",),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''",),
    "”": ("”", '"'),  # turned the wrong way round
    "‘": ("’",),
    "'": ("'",),
}
MARK = re.compile(r"''|``|[«»“”„‹›\"‘’']")
SINGLE = {"‘", "’", "'"}
SENTENCE_MARKS = ".,!?…:;"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark with its edges, and whether its surroundings let it open or close a quotation."""

    form: str
    start: int
    end: int
    may_open: bool
    may_close: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two partners."""

    opening: Mark
    closing: Mark


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of a paragraph, in order; apostrophes are none."""
    found = []
    for match in MARK.finditer(text, start, end):
        form, low, high = match[0], match.start(), match.end()
        before = text[low - 1] if low > start else " "
        after = text[high] if high < end else " "
        if form in SINGLE:
            opens = form != "’" and not (before.isalnum() or before in "’'.,") and after.isalpha()
            closes = form != "‘" and not after.isalnum() and not before.isspace() and low > start
            if opens or closes:
                found.append(Mark(form, low, high, opens, closes))
            continue
        opens = form in {"«", "“", "„", "‹", "``"}
        closes = form in {"»", "›"}
        if form in {'"', "''", "”"}:
            opening = (before.isspace() or before in "([-–—:'’") and not after.isspace()
            opens = opening if form != "”" else opening and (before.isspace() or low == start) and after.isalnum()
            closes = form == "”" or not (opening and before.isspace() and after.isalnum())
        elif form == "“":
            closes = not before.isspace() and not after.isalnum()  # German closing
        found.append(Mark(form, low, high, opens, closes))
    return found


def partners(text: str, start: int, end: int) -> tuple[list[Pair], list[Mark]]:
    """Outermost pairs of marks of a paragraph in order, and double marks without a partner.

    Single marks pair only where no double ones stand around them, and are never reported: most are apostrophes.
    """
    marks = marks_in(text, start, end)
    pairs, loose = paired([m for m in marks if m.form not in SINGLE])
    outside = [
        m for m in marks if m.form in SINGLE and not any(p.opening.start < m.start < p.closing.start for p in pairs)
    ]
    singles = [
        p for p in paired_singles(text, outside) if not any(p.opening.start < q.start < p.closing.start for q in loose)
    ]
    return sorted([*pairs, *clear_of(singles, pairs)], key=lambda p: p.opening.start), loose


def clear_of(singles: list[Pair], pairs: list[Pair]) -> list[Pair]:
    """Single-marked pairs that cross no double-marked one."""
    return [
        s for s in singles if not any(s.opening.start < p.opening.start < s.closing.start for p in pairs)
    ]  # fmt: skip


def paired(marks: list[Mark]) -> tuple[list[Pair], list[Mark]]:
    """Outermost pairs of double marks and those without a partner."""
    pairs: list[Pair] = []
    stack: list[Mark] = []
    loose: list[Mark] = []
    for mark in marks:
        at = closed_by(stack, mark)
        if at is not None:
            loose += stack[at + 1 :]
            opening = stack[at]
            del stack[at:]
            if not stack:
                pairs.append(Pair(opening, mark))
        elif mark.may_open or (mark.form in {'"', "''"} and not stack):
            if any(m.form == mark.form for m in stack):  # opened again: the one before lacks its partner
                loose += stack
                stack.clear()
            stack.append(mark)
        else:
            loose.append(mark)
    return pairs, sorted([*loose, *stack], key=lambda m: m.start)


def closed_by(stack: list[Mark], mark: Mark) -> int | None:
    """Index of the open mark that a mark closes: the innermost one of its own kind, else one that it may close."""
    if not mark.may_close:
        return None
    for exact in (True, False):
        for at in range(len(stack) - 1, -1, -1):
            usual = CLOSERS[stack[at].form][0] == mark.form
            if mark.form in CLOSERS[stack[at].form] and usual is exact:
                return at
    return None


def paired_singles(text: str, marks: list[Mark]) -> list[Pair]:
    """Pairs of single marks: each opening one with the first that closes it for sure, else with the last that may.

    A mark behind an `s` and before a word may be a possessive (`the dockers’ union`): it closes only where none follows.
    """
    pairs: list[Pair] = []
    openings = [m for m in marks if m.may_open]
    edges = [*(m.start for m in openings), marks[-1].end + 1] if marks else []
    for opening, (low, high) in zip(openings, pairwise(edges), strict=True):
        closers = [m for m in marks if low < m.start < high and m.may_close and m.form in CLOSERS[opening.form]]
        sure = [m for m in closers if text[m.start - 1] in SENTENCE_MARKS or text[m.start - 1] != "s"]
        closing = (sure or closers)[:1]
        if closing:
            pairs.append(Pair(opening, closing[0]))
    return pairs
