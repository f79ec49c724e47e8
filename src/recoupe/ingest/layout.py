"""The parts of a report: the lines above its running text, the text, the lines below."""

import re
from collections.abc import Set
from dataclasses import dataclass

from recoupe.ingest.bylines import BYLINE, tells_workers
from recoupe.ingest.days import days_in
from recoupe.ingest.imprints import is_imprint
from recoupe.ingest.labelled import head_end, labels_of_head
from recoupe.ingest.names import ARTICLE, has_name_form, known_agency, known_outlet, tells_agency, tells_outlet

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
BRACKETS = re.compile(r"\s*\([^()]*\)\s*\Z")  # `(avec ALP)`, `(with agencies)`
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
    labels = sum(p.start < head_end(text) for p in found)  # lines of a head, whatever they hold
    running = [i for i, p in enumerate(found) if i >= labels and is_running(p)]
    if running[1:] and running[0] == 0 and running[1] > 1 and is_exclaimed(found[0]):
        running = running[1:]
    if not running:
        return Layout((), tuple(found), ())
    first, last = running[0], running[-1]
    above = sum(len(p.text) for p in found[labels:first])
    least = LEAST_TEXT if first - labels > FEW else 1
    if first - labels > MOST or above * least > sum(len(p.text) for p in found[first:]):
        first = labels
    if len(found) - 1 - last > MOST:
        last = len(found) - 1
    return Layout(tuple(found[:first]), tuple(found[first : last + 1]), tuple(found[last + 1 :]))


def is_running(paragraph: Paragraph) -> bool:
    """Whether a paragraph is running text rather than a line of a head or foot."""
    text = paragraph.text
    ending = ASIDE.sub("", text).rstrip(CLOSERS)
    if is_imprint(text):
        return False
    if len(text) > RUNNING:
        return True
    if len(text) < SENTENCE or len(paragraph.words) < WORDS:
        return False
    return ending.endswith(".") or (len(text) > HEADLINE and ending.endswith(END))


def imprints(layout: Layout) -> list[Paragraph]:
    """The paragraphs between the first ones of the running text (a lead and the rest) that say who made the report and when."""
    return [p for p in layout.body[:FEW] if is_imprint(p.text)]


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
    labels = {start for start, _ in labels_of_head(text)}
    return [
        joined(text, run) for at, block in enumerate(blocks) for run in runs(block, width_of(blocks), labels, at == 0)
    ]


def width_of(blocks: list[list[re.Match[str]]]) -> int:
    """The width at which a text was wrapped, in characters; 0 where its lines end where its writer ended them: most of it
    stands in longer ones, or below its head each paragraph is one line.
    """
    lengths = [[len(m.group().rstrip()) for m in b] for b in blocks]
    whole, below = sum(map(sum, lengths)), sum(map(sum, lengths[1:]))
    if 2 * sum(n for b in lengths for n in b if n > LONG) > whole:
        return 0
    if 2 * below > whole and all(len(b) == 1 for b in lengths[1:]):
        return 0
    width = max((len(m.group().rstrip()) for b in blocks if len(b) > 1 for m in b), default=0)
    return min(max(width, WIDTH), LONG)


def runs(block: list[re.Match[str]], width: int, labels: Set[int], opening: bool) -> list[list[re.Match[str]]]:
    """The lines of a block in groups: a line goes on where the next word would not have fitted, or has a small letter.

    labels: where the labelled lines of the text's head begin. opening: the block is the first of its text.
    """
    found: list[list[re.Match[str]]] = []
    for line in block:
        words, own = line.group().split(), line.start() in labels or signs(line.group())
        own = own or (opening and credits(line.group().strip()))
        if found and goes_on(found[-1][-1].group().strip(), words, width) and not own:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def credits(line: str) -> bool:
    """Whether a line of a head is the name of an outlet or agency, alone or with another in brackets, or a day."""
    day = next(iter(days_in(line)), None)
    if day is not None and not line[: day.start].strip(" ("):
        return True
    name = BRACKETS.sub("", line)
    if known_outlet(name) or known_agency(name):
        return True
    return has_name_form(name) and (tells_agency(name) or (tells_outlet(name) and ARTICLE.match(name) is not None))


def goes_on(line: str, following: list[str], width: int) -> bool:
    """Whether the next line is the rest of a line that was wrapped at a width."""
    if len(line) > LONG:
        return False
    full = 0 < width < len(line) + 1 + len(following[0]) and len(line) > width // 2
    return following[0][:1].islower() or full


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
