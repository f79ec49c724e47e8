"""Web pages: the article's text, and what the page says of it."""

import re
from dataclasses import dataclass

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]
import trafilatura
from trafilatura.utils import load_html

from recoupe.ingest.contents import Content, Unreadable, headed
from recoupe.ingest.fields import iso_day
from recoupe.ingest.markup import named, paragraphs

ADVERTS = frozenset(["pub", "pubs", "publicite", "ad", "ads", "advert", "advertisement", "sponsored"])
# trafilatura refuses dates behind today; a page must be read alike on any day
DATES = {"original_date": True, "extensive_search": False, "min_date": "1995-01-01", "max_date": "2100-01-01"}
CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,30})""")
MARK = re.compile(r"(?i)<(?:!doctype html|html|body|article|head)[\s>]")
HEAD_LINE = 140  # characters of a line between title and text
HEAD_LINES = 6
PAYWALL = "isaccessibleforfree"


@dataclass(frozen=True)
class Said:
    """What a page says of itself."""

    title: str = ""
    site: str = ""
    host: str = ""
    date: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None


def looks_like_page(text: str) -> bool:
    """Whether a text is HTML."""
    return MARK.search(text[:4000]) is not None


def declared_charset(data: bytes) -> str:
    """The encoding that a page declares within its first bytes, empty where it declares none."""
    match = CHARSET.search(data[:4096])
    return match.group(1).decode("ascii", "ignore") if match else ""


def page(html: str, url: str | None) -> Content:
    """The main text of a web page, by trafilatura, below its title and the lines that stand between the two.

    Those lines (who signs, when it was published) are left out by trafilatura, but show where its metadata come from.
    """
    tree = load_html(html)
    if tree is None:
        raise Unreadable("a web page that cannot be understood; save the article's text and give that")
    for element in [e for e in tree.iter() if ADVERTS & set(classes(e))]:
        element.drop_tree()
    said = metadata(tree, url)
    lines = [line for part in named(tree, "body") for line in paragraphs(part)]
    body = trafilatura.extract(
        lxml.html.tostring(tree, encoding="unicode"),
        url=url, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False, date_extraction_params=DATES,
    )  # fmt: skip
    if not body or not body.strip():
        raise Unreadable("a web page without readable text; save the article's text and give that")
    rest = body[len(said.title) :].lstrip() if said.title and body.startswith(said.title) else body
    text = headed(rest, said.title, *between(lines, said, rest))
    cut = "false" in {value.strip().lower() for value in access(tree)}
    return Content(
        text,
        title=said.title or None,
        outlet=said.site or said.host or None,
        outlet_basis="metadata" if said.site else "url",
        date=said.date,
        authors=said.authors,
        url=said.url,
        cut=cut and len(rest) < 1500,  # pages say so of whole articles too, where the reader had paid
    )


def metadata(tree: lxml.html.HtmlElement, url: str | None) -> Said:
    """Title, site, date and authors, by trafilatura, from the page's own fields."""
    found = trafilatura.extract_metadata(tree, default_url=url, date_config=dict(DATES), extensive=False)
    if found is None:
        return Said(url=url)
    site = (found.sitename or "").strip()
    host = (found.hostname or "").removeprefix("www.")
    if site.startswith("@") or site.lower().removeprefix("www.") == host:
        site = ""  # an account's or the host's name, not the outlet's
    authors = tuple(a.strip() for a in (found.author or "").split(";") if a.strip())
    return Said((found.title or "").strip(), site, host, iso_day(found.date or ""), authors, url or found.url)


def classes(element: lxml.html.HtmlElement) -> list[str]:
    """The class names of an element."""
    return (element.get("class") or "").lower().split() if isinstance(element.tag, str) else []


def between(lines: list[str], said: Said, body: str) -> list[str]:
    """The short lines of the page between its title and the first line of its text, where both are found."""
    squeezed = ["".join(line.split()) for line in lines]
    title, first = "".join(said.title.split()), "".join(body.split("\n")[0].split())
    starts = [i for i, line in enumerate(squeezed) if title and line == title]
    ends = [i for i, line in enumerate(squeezed) if first and line.startswith(first[:60])]
    pairs = [(start, end) for start in starts for end in ends if start < end]
    if not pairs:
        return []
    start, end = max(pairs)
    found = lines[start + 1 : end]
    return found if len(found) <= HEAD_LINES and all(len(line) <= HEAD_LINE for line in found) else []


def access(tree: lxml.html.HtmlElement) -> list[str]:
    """What the page's fields say on whether the article is free to read."""
    found = [e.get("content") or "" for e in named(tree, "meta") if (e.get("itemprop") or "").lower() == PAYWALL]
    for script in named(tree, "script"):
        if script.get("type") == "application/ld+json":
            found += re.findall(r"(?i)\"isaccessibleforfree\"\s*:\s*\"?(\w+)", script.text or "")
    return found
