"""Press formats: NewsML-G2 and NITF, read without expanding entities."""

import re
from collections.abc import Iterator

import lxml.etree  # type: ignore[import-untyped]

from recoupe.ingest.contents import Content, Unreadable, headed
from recoupe.ingest.fields import iso_day
from recoupe.ingest.markup import fragment, line, name_of, named, paragraphs, xml

MARK = re.compile(r"<(?:\w+:)?(newsMessage|newsItem|itemSet|packageItem|nitf|NewsML)[\s>]")
DAY = re.compile(r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})")


def looks_like_press(head: str) -> bool:
    """Whether an XML file is NewsML or NITF."""
    return MARK.search(head[:4000]) is not None


def press(data: bytes) -> Iterator[Content]:
    """The reports of a NewsML-G2, NewsML 1 or NITF file, in its order. Unreadable where it holds no text."""
    root = xml(data)
    items = [root] if name_of(root) == "nitf" else list(named(root, "newsitem"))
    found = [content for content in (nitf(i) if name_of(i) == "nitf" else news_item(i) for i in items) if content]
    if not found:
        raise Unreadable("a press file without text (pictures or packages only); give the files of the texts")
    width = len(str(len(found)))
    for number, (text, title, provider, date, authors) in enumerate(found, 1):
        part = f"{number:0{width}}" if len(found) > 1 else ""
        yield Content(text, title, provider or None, date=date, authors=authors, part=part)


Item = tuple[str, str | None, str, str | None, tuple[str, ...]]  # text, title, provider, date, authors


def first(root: lxml.etree._Element, *names: str) -> lxml.etree._Element | None:
    """The first element of one of these names."""
    return next(named(root, *names), None)


def news_item(item: lxml.etree._Element) -> Item | None:
    """A news item of NewsML: its own fields, around the text as NITF, as XHTML or as it stands."""
    inner = first(item, "nitf")
    inside = nitf(inner) if inner is not None else None
    if inside is None:
        body = body_of(item)
        title = line(first(item, "headline"))
        byline = line(first(item, "by", "byline"))
        dateline = line(first(item, "dateline"))
        if not body:
            return None
        if dateline and not body.startswith(dateline):
            body = f"{dateline} {body}" if dateline.endswith(("-", "–", "—")) else f"{dateline} — {body}"
        inside = (headed(body, title, byline), title or None, "", None, (byline,) if byline else ())
    text, title_, provider, date, authors = inside
    return text, title_, provider_of(item) or provider, moment(item) or date, authors


def body_of(item: lxml.etree._Element) -> str:
    """The text of a news item that is not NITF."""
    for holder in named(item, "inlinexml", "datacontent"):
        bodies = list(named(holder, "body")) or [holder]
        found = [p for b in bodies for p in paragraphs(b)]
        if found:
            return "\n\n".join(found)
    plain = first(item, "inlinedata")
    return "\n\n".join(fragment("".join(plain.itertext()))) if plain is not None else ""


def provider_of(item: lxml.etree._Element) -> str:
    """Who provides a news item, by name; codes alone are left alone."""
    provider = first(item, "provider", "infosource")
    if provider is None:
        return ""
    return line(first(provider, "name")) or provider.get("literal") or ""


def moment(item: lxml.etree._Element) -> str | None:
    """The day of a news item: when its content was made, else its first and its present version."""
    for name in ("contentcreated", "firstcreated", "versioncreated", "datesent"):
        element = first(item, name)
        if element is not None:
            found = day(line(element))
            if found:
                return found
    return None


def day(value: str) -> str | None:
    """The day at the head of an ISO 8601 date, with or without hyphens."""
    match = DAY.match(value.strip())
    return iso_day(f"{match['year']}-{match['month']}-{match['day']}") if match else None


def nitf(root: lxml.etree._Element) -> Item | None:
    """A NITF document."""
    head, body = first(root, "body.head"), first(root, "body.content")
    content = paragraphs(body) if body is not None else []
    if not content:
        return None
    title = line(first(head, "hl1", "headline")) if head is not None else ""
    under = line(first(head, "hl2")) if head is not None else ""
    byline = line(first(head, "byline")) if head is not None else ""
    dateline = line(first(head, "dateline")) if head is not None else ""
    if dateline and not content[0].startswith(dateline):
        content[0] = f"{dateline} — {content[0]}"
    tagline = [line(e) for e in named(root, "tagline")]
    text = headed(
        "\n\n".join([*content, *(t for t in tagline if t)]), title or line(first(root, "title")), under, byline
    )
    issued = first(root, "date.issue", "date.release", "story.date")
    provider = line(first(head, "distributor")) if head is not None else ""
    date = day(issued.get("norm") or "") if issued is not None else None
    return text, title or line(first(root, "title")) or None, provider, date, (byline,) if byline else ()
