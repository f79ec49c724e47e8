"""Feeds: each entry of RSS or Atom is a report."""

import io
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import feedparser

from recoupe.ingest.contents import Content, Unreadable, headed
from recoupe.ingest.mails import sent
from recoupe.ingest.markup import fragment

MARK = re.compile(r"(?i)<(?:rss|feed|rdf:RDF|[a-z]+:feed)[\s>]")
CUT = ("…", "...", "[…]", "[...]")


def looks_like_feed(head: str) -> bool:
    """Whether an XML file is a feed."""
    return MARK.search(head[:4000]) is not None


def feed(data: bytes) -> Iterator[Content]:
    """The entries of a feed in its order, each by its content, else its summary. Unreadable where there is none."""
    try:
        found = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    except ValueError as error:  # a character's number that there is none of
        raise Unreadable(f"broken XML ({error}); export it again or give its text") from error
    site = " ".join(str(found.feed.get("title", "")).split())
    entries = [e for e in found.entries if body_of(e) or e.get("title")]
    if not entries:
        raise Unreadable("a feed without entries; give the articles themselves")
    width = len(str(len(entries)))
    for number, entry in enumerate(entries, 1):
        title = " ".join(" ".join(fragment(str(entry.get("title", "")))).split())
        body = "\n\n".join(body_of(entry))
        own = " ".join(str((entry.get("source") or {}).get("title", "")).split())
        link = str(entry.get("link", "")) or None
        host = (urlsplit(link).hostname or "").removeprefix("www.") if link else ""
        yield Content(
            headed(body, title),
            title=title or None,
            outlet=own or site or host or None,
            outlet_basis="metadata" if own or site else "url",
            date=day(str(entry.get("published") or entry.get("updated") or "")),
            authors=tuple(str(a.get("name", "")) for a in entry.get("authors", []) if a.get("name")),
            url=link,
            part=f"{number:0{width}}",
            cut=body.rstrip().endswith(CUT),
        )


def body_of(entry: feedparser.FeedParserDict) -> list[str]:
    """The paragraphs of an entry: the longest of its contents, else its summary."""
    contents = [fragment(str(c.get("value", ""))) for c in entry.get("content", [])]
    summary = fragment(str(entry.get("summary", "")))
    return max([*contents, summary], key=lambda paragraphs: sum(map(len, paragraphs)))


def day(value: str) -> str | None:
    """The day of an entry's date, in the zone that it is written in."""
    try:
        return date.fromisoformat(value.strip()[:10]).isoformat()
    except ValueError:
        return sent(value)
