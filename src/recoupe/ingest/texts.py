"""From a file to its reports, by what the file holds rather than by its name."""

from collections.abc import Sequence

from recoupe.ingest.contents import Content, Raw, Unreadable
from recoupe.ingest.decoding import decode
from recoupe.ingest.feeds import feed, looks_like_feed
from recoupe.ingest.fields import day_of, several, value
from recoupe.ingest.labelled import fields_of_head
from recoupe.ingest.mails import looks_like_mail, mail
from recoupe.ingest.markdown import looks_like_markdown, markdown
from recoupe.ingest.office import office, pdf
from recoupe.ingest.pages import declared_charset, looks_like_page, page
from recoupe.ingest.press import looks_like_press, press
from recoupe.ingest.records import looks_like_records, records

# what can be told by its first bytes and not be read
KNOWN = (
    (b"{\\rtf", "an RTF file; save it as text or DOCX"),
    (b"\xd0\xcf\x11\xe0", "an old office file (DOC, XLS, MSG); save it as DOCX or text"),
    (b"\x89PNG", "a picture; run text recognition on it first"),
    (b"\xff\xd8\xff", "a picture; run text recognition on it first"),
    (b"GIF8", "a picture; run text recognition on it first"),
    (b"ID3", "a sound file; write down what is said and give that"),
    (b"OggS", "a sound file; write down what is said and give that"),
    (b"SQLite format 3", "a database; export its texts"),
)


def read_text(raw: Raw) -> Sequence[Content]:
    """The reports of a file, one or several; Unreadable with the reason and the cure."""
    data = raw.data
    if not data.strip():
        raise Unreadable("the file is empty; give one with text")
    for start, reason in KNOWN:
        if data.startswith(start):
            raise Unreadable(reason)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return [pdf(data)]
    if data.startswith(b"PK\x03\x04"):
        return [office(data)]
    text, lost = decode(data, raw.charset or declared_charset(data))
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise Unreadable("the file holds nothing but white space; give one with text")
    if looks_like_mail(raw.name, text[:4000]):
        return [mail(data)]
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return marked_up(raw, text, lost)
    if looks_like_records(raw.name, raw.media_type, text):
        return list(records(raw.name, text))
    if looks_like_markdown(raw.name, text):
        return [markdown(text, lost)]
    return [plain(text, raw.url, lost)]


def plain(text: str, url: str | None, lost: int) -> Content:
    """The report of a plain text, with what labelled lines at its head say of it."""
    fields = fields_of_head(text)
    return Content(
        text,
        title=value(fields, "title") or None,
        outlet=value(fields, "outlet") or None,
        date=day_of(value(fields, "date")),
        authors=several(fields, "author"),
        agencies=several(fields, "agency"),
        url=url or next((u for u in [value(fields, "url")] if "://" in u), None),
        lost=lost,
    )


def marked_up(raw: Raw, text: str, lost: int) -> Sequence[Content]:
    """The reports of a text that begins with a tag."""
    if looks_like_press(text):
        return list(press(raw.data))
    if looks_like_feed(text):
        return list(feed(raw.data))
    if looks_like_page(text) or raw.media_type in {"text/html", "application/xhtml+xml"} or is_page_name(raw.name):
        found = page(text, raw.url)
        return [Content(**{**vars(found), "lost": lost})]
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        raise Unreadable("XML of an unknown kind; feeds, NewsML-G2 and NITF are read, else give its text")
    return [Content(text, url=raw.url, lost=lost)]


def is_page_name(name: str) -> bool:
    """Whether a file's name is one of a web page."""
    return name.lower().endswith((".html", ".htm", ".xhtml"))
