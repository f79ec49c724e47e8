"""From words that a correction quotes to their places in the reports, and to what stands there."""

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import TypeVar

from recoupe.errors import CorrectionLost
from recoupe.model.corrections import Anchor
from recoupe.model.documents import Document
from recoupe.model.spans import Span

T = TypeVar("T")

APOSTROPHES = "'’ʼ"


def pattern_of(words: str) -> re.Pattern[str]:
    """Words as they may stand in a text: any white space between them, any form of apostrophe."""
    escaped = r"\s+".join(re.escape(part) for part in words.split())
    return re.compile(re.sub(f"[{APOSTROPHES}]", f"[{APOSTROPHES}]", escaped))


def named(document: Document, name: str) -> bool:
    """Whether a report's name is this one or ends in it after a `/`."""
    return document.name == name or document.name.endswith(f"/{name}")


def report_of(report: str | None, sha256: str | None, documents: Sequence[Document]) -> Document:
    """The report of a name and a hash; the hash alone decides where it is found. CorrectionLost without just one."""
    by_hash = [d for d in documents if sha256 is not None and d.sha256.startswith(sha256)]
    by_name = [d for d in by_hash or documents if report is not None and named(d, report)]
    exact = [d for d in by_name if d.name == report]
    found = by_hash if len(by_hash) == 1 else exact or by_name or by_hash
    if not found:
        raise CorrectionLost(f"no report is named {report}" if report else f"no report has the hash {sha256}")
    if len(found) > 1:
        cure = "give its hash" if sha256 is None else "give its name"
        raise CorrectionLost(f"{len(found)} reports are named {report or sha256}; {cure} too")
    return found[0]


def unchanged(report: str | None, sha256: str | None, documents: Sequence[Document]) -> Document:
    """The report of a name and a hash for what is not tied to words: CorrectionLost also where its hash is another."""
    found = report_of(report, sha256, documents)
    if sha256 is not None and not found.sha256.startswith(sha256):
        raise CorrectionLost(f"{found.name} has changed: its hash is another one now")
    return found


def places(anchor: Anchor, documents: Sequence[Document]) -> tuple[Span, ...]:
    """Where the words of an anchor stand: each time, or the one that it counts. CorrectionLost where they do not."""
    document = report_of(anchor.report, anchor.sha256, documents)
    found = [document.span(*m.span()) for m in pattern_of(anchor.words).finditer(document.text)]
    if not found:
        raise CorrectionLost(f"{document.name} does not hold the words {quoted(anchor)}")
    if anchor.occurrence is None:
        return tuple(found)
    if anchor.occurrence > len(found):
        few = f"fewer than {anchor.occurrence} times (found: {len(found)})"
        raise CorrectionLost(f"{document.name} holds the words {quoted(anchor)} {few}")
    return (found[anchor.occurrence - 1],)


def place_of(anchor: Anchor, documents: Sequence[Document]) -> Span:
    """The one place where the words of an anchor stand. CorrectionLost where they stand nowhere, or several times."""
    found = places(anchor, documents)
    if len(found) > 1:
        name = next(d.name for d in documents if d.id == found[0].document)
        raise CorrectionLost(f"{name} holds the words {quoted(anchor)} {len(found)} times; give the occurrence")
    return found[0]


def quoted(anchor: Anchor) -> str:
    """An anchor's words between marks."""
    return f"“{' '.join(anchor.words.split())}”"


def nearest(place: Span, candidates: Iterable[tuple[Span, T]]) -> list[T]:
    """What lies nearest to words: the largest share of both in common, so that an article more or less decides nothing."""
    shares = [(likeness(place, span), thing) for span, thing in candidates if place.overlaps(span)]
    best = max((share for share, _ in shares), default=None)
    return [thing for share, thing in shares if share == best]


def likeness(place: Span, span: Span) -> Fraction:
    """The characters that two spans share, of those that either has."""
    common = min(place.end, span.end) - max(place.start, span.start)
    return Fraction(common, max(place.end, span.end) - min(place.start, span.start))


def the_one(
    anchor: Anchor, documents: Sequence[Document], kind: str, standing: Callable[[Span], Iterable[T]]
) -> tuple[T, tuple[Span, ...]]:
    """The one thing that stands at an anchor's words, and these. `kind`: what to call it.

    standing: what stands at one place. CorrectionLost where there is nothing, or several things.
    """
    spans = places(anchor, documents)
    name = next(d.name for d in documents if d.id == spans[0].document)
    found = {thing: span for span in reversed(spans) for thing in standing(span)}
    if not found:
        raise CorrectionLost(f"no {kind} stands at {quoted(anchor)} in {name}")
    if len(found) > 1:
        count, cure = len(found), "quote other words, or give the occurrence or the source"
        raise CorrectionLost(f"{count} {kind}s stand at {quoted(anchor)} in {name}; {cure}")
    thing, span = next(iter(found.items()))
    return thing, (span,)
