"""Lines of a report that say who made it, where and when, and nothing of the affair: no part of what it states."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.ingest.agencies import credited, credits_unnamed
from recoupe.ingest.bylines import BYLINE, tells_workers
from recoupe.ingest.dates import SHORT, purpose
from recoupe.ingest.days import days_in
from recoupe.ingest.imprints import is_imprint
from recoupe.ingest.labelled import head_end, labels_of_head
from recoupe.ingest.labels import label_before
from recoupe.ingest.layout import Layout, Paragraph
from recoupe.ingest.names import has_name_form, tells_release
from recoupe.ingest.titles import tagline_of
from recoupe.model import Document, Span

FIRST, LAST = 3, 4  # paragraphs of running text among which such a line may stand, from either end
NAME = 4  # words of a name that stands alone
WORDS = 16  # of a line that tells when a report was published


def asides_of(
    document: Document, layout: Layout, title: tuple[int, int] | None, credits: Sequence[Span]
) -> tuple[Span, ...]:
    """Who signs, who worked on it, which outlet and agencies, when: whole lines, in the order of the text.

    credits: where the outlet and those who sign were found to be named.
    """
    head = [p for p in layout.headers if title is None or not (p.start < title[1] and title[0] < p.end)]
    found = [p for p in (*head, *layout.footers) if is_aside(p, credits)]
    found += [p for p, below in pairwise(head) if p not in found and is_day(below.text) and is_name(p.text)]
    tagline = tagline_of(layout.headers)
    found += [tagline] if tagline is not None else []
    found += [p for p in edges(layout) if signs(p.text) or tells_time(p.text) or is_imprint(p.text)]
    whole = {(p.start, p.end) for p in found}
    end = head_end(document.text)
    whole |= {(p.start, p.end) for p in head if p.start < end}  # `Section: Region`
    labels = {label for label in labels_of_head(document.text) if not any(a <= label[0] < b for a, b in whole)}
    return tuple(document.span(start, end) for start, end in sorted(whole | labels))


def is_name(text: str) -> bool:
    """Whether a line is a name alone: right above the day it is that of who signs or publishes, whatever its make."""
    return 1 < len(text.split()) <= NAME and has_name_form(text)


def edges(layout: Layout) -> Iterator[Paragraph]:
    """The first and last paragraphs of the running text, each once."""
    for place, paragraph in enumerate(layout.body):
        if place < FIRST or place >= len(layout.body) - LAST:
            yield paragraph


def is_aside(line: Paragraph, credits: Sequence[Span]) -> bool:
    """Whether a line above or below the text only tells who made the report, or when."""
    if signs(line.text) or BYLINE.match(line.text) or next(iter(credited(line)), None) is not None:
        return True
    if any(line.start <= span.start and span.end <= line.end for span in credits):
        return True
    return is_day(line.text) or is_imprint(line.text) or credits_unnamed(line.text) or tells_release(line.text)


def is_day(text: str) -> bool:
    """Whether a line of the head or foot is there to tell the day."""
    return len(text) <= SHORT and any(purpose(text, day) for day in days_in(text))


def signs(text: str) -> bool:
    """Whether a paragraph, wherever it stands, only names those who signed or worked on the report."""
    if tells_workers(text):
        return True
    byline = BYLINE.match(text)
    return byline is not None and len(text) <= SHORT and not text.rstrip().endswith((".", ",", "…", "?", "!"))


def tells_time(text: str) -> bool:
    """Whether a paragraph is no sentence but the time of publication behind its label (`Publié le 3 mai à 17h41`)."""
    if len(text) > SHORT or len(text.split()) > WORDS or text.rstrip().endswith((".", "?", "!")):
        return False
    label = next((found for day in days_in(text) if (found := label_before(text[: day.start])) is not None), None)
    return label is not None and not text[: label[0]].strip(" (—–-|•·")
