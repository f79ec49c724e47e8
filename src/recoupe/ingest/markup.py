"""Trees of XML and HTML: parsed without entities, addresses or document types, and read as paragraphs."""

import re
from collections.abc import Iterator

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]

from recoupe.ingest.contents import Unreadable

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "body.content",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hl1",
        "hl2",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "title",
        "tr",
        "ul",
        "block",
        "bq",
        "media",
        "media-caption",
        "note",
        "office:text",
        "h",
    ]
)
SILENT = frozenset(["script", "style", "noscript", "template", "svg", "head"])
CLOSED = lxml.etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False, remove_comments=True
)


def xml(data: bytes) -> lxml.etree._Element:
    """The root of an XML file; entities are not expanded and nothing outside it is fetched. Unreadable where broken."""
    try:
        return lxml.etree.fromstring(data, CLOSED)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"broken XML ({error}); export it again or give its text") from error


def name_of(element: lxml.etree._Element) -> str:
    """An element's name without its namespace, lower case; empty for what is no element (an entity, a comment)."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def named(root: lxml.etree._Element, *names: str) -> Iterator[lxml.etree._Element]:
    """The elements of any of these names below a root, the root among them, in the order of the file."""
    return (e for e in root.iter() if name_of(e) in names)


def line(element: lxml.etree._Element | None) -> str:
    """An element's text on one line; empty where there is no element."""
    return " ".join(" ".join(paragraphs(element)).split()) if element is not None else ""


def paragraphs(root: lxml.etree._Element) -> list[str]:
    """The text below a root, cut where blocks begin and end; white space as one space, no-break spaces kept."""
    pieces: list[str] = []
    collect(root, pieces)
    joined = (re.sub(r"[ \t\r\n\f]+", " ", p).strip(" ") for p in "".join(pieces).split("\x1e"))
    return [p for p in joined if p.strip()]


def collect(root: lxml.etree._Element, pieces: list[str]) -> None:
    """Append the text below a root in order; a record separator stands where a block begins or ends.

    Without recursion: files may be nested deeper than Python allows.
    """
    pieces.append(root.text or "")
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if element is root:
            continue
        name = name_of(element)
        if event == "start":
            pieces.append("\x1e" if name in BLOCKS else "")
            pieces.append("" if hidden(element, root) else element.text or "")
        elif event == "end":
            pieces.append("\x1e" if name in BLOCKS else "")
            pieces.append("" if hidden(element.getparent(), root) else element.tail or "")
        else:
            pieces.append("" if hidden(element.getparent(), root) else element.tail or "")


def hidden(element: lxml.etree._Element | None, root: lxml.etree._Element) -> bool:
    """Whether an element, or one around it up to the root, holds no words (scripts, styles)."""
    while element is not None and element is not root:
        if name_of(element) in SILENT:
            return True
        element = element.getparent()
    return False


def fragment(html: str) -> list[str]:
    """The paragraphs of a piece of HTML, as feeds and databases hold it; text without tags stays as it is."""
    if "<" not in html and "&" not in html:
        return [p.strip() for p in re.split(r"\n\s*\n", html) if p.strip()]
    try:
        root = lxml.html.fromstring(f"<div>{html}</div>")
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return [html]
    return paragraphs(root)
