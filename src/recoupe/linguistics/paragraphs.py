"""Paragraphs: runs of text without a line break, after hard-wrapped lines are recognised."""

import re
from collections.abc import Iterator

BLOCK = re.compile(r"\S(?:.*?\S)?(?=\s*\n[^\S\n]*\n|\s*\Z)", re.DOTALL)
LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
NARROWEST, WIDEST = 30, 120


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text as spans (code points, end excluded), edges free of white space.

    A blank line always ends one. A single line break ends one unless the lines were wrapped at a fixed width: each
    line would have grown past that width had it taken the first word of the next.
    """
    found: list[tuple[int, int]] = []
    for block in BLOCK.finditer(text):
        lines = [(block.start() + m.start(), block.start() + m.end()) for m in LINE.finditer(block.group())]
        found.extend(trimmed(text, start, end) for start, end in unwrapped(text, lines))
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def unwrapped(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines of a block, joined where they were wrapped at a fixed width."""
    joined: list[tuple[int, int]] = []
    width = max((end - start for start, end in lines), default=0)
    for line in lines:
        if joined and NARROWEST <= width <= WIDEST and wrapped(text, joined[-1], line, width):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    yield from joined


def wrapped(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether a line goes on the one before: the next word did not fit there any more."""
    last_start = max(before[0], text.rfind("\n", before[0], before[1]) + 1)
    first_word = len(text[line[0] : line[1]].split(maxsplit=1)[0])
    opens_list = text[line[0]] in "-–—•*" and not text[line[0] + 1 : line[0] + 2].isalnum()
    return before[1] - last_start + 1 + first_word > width and not opens_list
