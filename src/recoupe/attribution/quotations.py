"""Quotations: stretches between quotation marks, found paragraph by paragraph so that a lost mark spoils no other."""

from dataclasses import dataclass

OPENING = {"«": "»", "“": "”", "„": "“”", "‹": "›"}
CLOSING = "»”›"
STRAIGHT = '"'
INVERSE = {"”": "“"}


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


def quotations(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[list[Quotation], list[tuple[int, int]]]:
    """The outermost quotations of a text, in order, and the marks (spans) that have no partner in their paragraph.

    A quotation left open at the end of a paragraph is closed there where the next paragraph opens it again; otherwise
    the mark is reported as unpaired and its paragraph keeps its other quotations.
    """
    found: list[Quotation] = []
    unpaired: list[tuple[int, int]] = []
    left_open = False
    for index, (start, end) in enumerate(paragraphs):
        pairs, loose = pair(text, start, end)
        reopened = left_open and bool(pairs or loose) and opens(text, start)
        following = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else len(text)
        left_open = False
        if loose and text[following : following + 1] == text[loose[-1]] and is_opening(text, loose[-1], start, end):
            pairs = [p for p in pairs if p[1] < loose[-1]] + [(loose[-1], end)]
            loose = loose[:-1]
            left_open = True
        unpaired += [(i, i + 1) for i in loose]
        for opening, closing in pairs:
            inner_start, inner_end = inside(text, opening + 1, closing)
            if inner_start < inner_end:
                closed = closing < end
                found.append(
                    Quotation(
                        inner_start,
                        inner_end,
                        opening,
                        closing + 1 if closed else closing,
                        index,
                        continues=reopened and opening == start,
                        closed=closed,
                    )
                )
    return found, unpaired


def inside(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def opens(text: str, position: int) -> bool:
    """Whether a quotation mark stands at the position that may open a quotation."""
    return text[position : position + 1] in (*OPENING, STRAIGHT)


def pair(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
    """Outermost pairs (opening, closing) of marks in a paragraph, and positions of marks without a partner."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[int, str]] = []
    loose: list[int] = []
    for i in range(start, end):
        mark = text[i]
        if mark in OPENING and not (stack and mark in stack[-1][1]):
            stack.append((i, OPENING[mark]))
        elif stack and mark in stack[-1][1]:
            opening, _ = stack.pop()
            if not stack:
                pairs.append((opening, i))
        elif mark == STRAIGHT:
            if any(s[1] == STRAIGHT for s in stack) and not (is_opening(text, i, start, end) and not_closing(text, i)):
                while stack[-1][1] != STRAIGHT:
                    loose.append(stack.pop()[0])
                opening, _ = stack.pop()
                if not stack:
                    pairs.append((opening, i))
            elif any(s[1] == STRAIGHT for s in stack):
                loose.append(stack.pop()[0])
                stack.append((i, STRAIGHT))
            else:
                stack.append((i, STRAIGHT))
        elif mark in CLOSING:
            loose.append(i)
    for opening, _ in stack:
        loose.append(opening)
    return pairs, sorted(loose)


def is_opening(text: str, i: int, start: int, end: int) -> bool:
    """Whether the surroundings of a mark are those of an opening one: space before, a word behind."""
    if text[i] in OPENING:
        return True
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    return (before.isspace() or before in "([-–—:'’") and not after.isspace()


def not_closing(text: str, i: int) -> bool:
    """Whether a mark between a space and a word can hardly close: the word before it is not a sentence's end."""
    return i > 0 and text[i - 1].isspace() and text[i + 1 : i + 2].isalnum()
