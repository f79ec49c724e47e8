"""The parts of a report: the lines above its running text, the text, the lines below."""

import re
from dataclasses import dataclass

from recoupe.ingest.bylines import BYLINE, tells_workers

LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
LONG = 120  # characters of a line that is a paragraph by itself
WIDTH = 60  # characters of the narrowest text that is wrapped
RUNNING = 200  # characters of what is running text, however it ends
SENTENCE, WORDS = 45, 7  # characters and words of a paragraph that a full stop makes running text
HEADLINE = 130  # characters of what may be a headline though it ends with ! or ?
MOST = 8  # paragraphs above or below the text
LEAST_TEXT = 2  # the text is at least so many times as long as what stands above it
FEW = 3  # paragraphs above the text, a title and what belongs to it, that may be longer
END = (".", "!", "?", "…")
ASIDE = re.compile(r"\s*(?:\([^()\n]*\)|\[[^\[\]\n]*\])[\s.]*\Z")  # `(AFP)`, `[...]` behind the last sentence
CLOSERS = "»”\"’')] \u00a0\u202f"


@dataclass(frozen=True)
class Paragraph:
    """A run of text without a line break, hard-wrapped lines joined; offsets [start, end) into the document's text."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.text.split()


@dataclass(frozen=True)
class Layout:
    """Paragraphs above, in and below the running text."""

    headers: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
    footers: tuple[Paragraph, ...]


def layout_of(text: str) -> Layout:
    """Where the running text begins and ends: at its first and last paragraph that ends a sentence or is long."""
    found = paragraphs(text)
    running = [i for i, p in enumerate(found) if is_running(p)]
    if running[1:] and running[0] == 0 and running[1] > 1 and is_exclaimed(found[0]):
        running = running[1:]
    if not running:
        return Layout((), tuple(found), ())
    first, last = running[0], running[-1]
    above = sum(len(p.text) for p in found[:first])
    least = LEAST_TEXT if first > FEW else 1
    if first > MOST or above * least > sum(len(p.text) for p in found[first:]):
        first = 0
    if len(found) - 1 - last > MOST:
        last = len(found) - 1
    return Layout(tuple(found[:first]), tuple(found[first : last + 1]), tuple(found[last + 1 :]))


def is_running(paragraph: Paragraph) -> bool:
    """Whether a paragraph is running text rather than a line of a head or foot."""
    text = paragraph.text
    ending = ASIDE.sub("", text).rstrip(CLOSERS)
    if len(text) > RUNNING:
        return True
    if len(text) < SENTENCE or len(paragraph.words) < WORDS:
        return False
    return ending.endswith(".") or (len(text) > HEADLINE and ending.endswith(END))


def is_exclaimed(paragraph: Paragraph) -> bool:
    """Whether a paragraph ends as long headlines may: with ! or ?."""
    return len(paragraph.text) <= RUNNING and paragraph.text.rstrip(CLOSERS).endswith(("!", "?"))


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, lines joined where they were only wrapped."""
    blocks: list[list[re.Match[str]]] = [[]]
    previous = 0
    for line in LINE.finditer(text):
        if not line.group().strip():
            continue
        if len(re.findall(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]", text[previous : line.start()])) > 1:
            blocks.append([])
        blocks[-1].append(line)
        previous = line.end()
    width = max((len(m.group().rstrip()) for b in blocks if len(b) > 1 for m in b), default=0)
    return [joined(text, run) for block in blocks for run in runs(block, min(max(width, WIDTH), LONG))]


def runs(block: list[re.Match[str]], width: int) -> list[list[re.Match[str]]]:
    """The lines of a block in groups: a line goes on where the next word would not have fitted, or has a small letter."""
    found: list[list[re.Match[str]]] = []
    for line in block:
        words = line.group().split()
        if found and goes_on(found[-1][-1].group().strip(), words, width) and not signs(line.group()):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def goes_on(line: str, following: list[str], width: int) -> bool:
    """Whether the next line is the rest of a line that was wrapped at a width."""
    if len(line) > LONG:
        return False
    return following[0][:1].islower() or (len(line) > width // 2 and len(line) + 1 + len(following[0]) > width)


def signs(line: str) -> bool:
    """Whether a line says who signs: however long the one above it is, it is none of its words."""
    return bool(BYLINE.match(line)) or tells_workers(line)


def joined(text: str, run: list[re.Match[str]]) -> Paragraph:
    """The paragraph of some lines, without white space around it."""
    start, end = run[0].start(), run[-1].end()
    whole = text[start:end]
    start += len(whole) - len(whole.lstrip(" \t\u00a0\ufeff"))
    end -= len(whole) - len(whole.rstrip())
    return Paragraph(text[start:end], start, max(end, start))
