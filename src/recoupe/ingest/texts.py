"""From bytes to text: encodings, web pages, PDF, DOCX, e-mail."""

import email
import email.policy
import io
import zipfile
from dataclasses import dataclass

import charset_normalizer

from recoupe.ingest.files import Raw


@dataclass(frozen=True)
class Read:
    """A report's text with what its format says of it (all optional)."""

    text: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None


class Unreadable(Exception):
    """A file that cannot be read; the message says why and what to do."""


BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CONTROL = {c for c in range(32) if c not in (9, 10, 12, 13)}


def read_text(raw: Raw) -> Read:
    """The text of a file by what it holds rather than by its name; Unreadable with the reason."""
    data = raw.data
    if not data.strip():
        raise Unreadable("the file is empty; give one with text")
    if data.startswith(b"%PDF"):
        return pdf(data)
    if data.startswith(b"PK\x03\x04"):
        return docx(data)
    text = decode(data)
    head = text[:2000].lower()
    if raw.media_type == "text/html" or "<html" in head or "<!doctype html" in head:
        return page(text, raw.url)
    if raw.name.lower().endswith(".eml"):
        return mail(data)
    return Read(text, url=raw.url)


def decode(data: bytes) -> str:
    """Text in any encoding: byte order mark, UTF-8, else the likeliest by charset-normalizer."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        best = charset_normalizer.from_bytes(data).best()
        if best is None:
            raise Unreadable("neither text in a known encoding nor a known format; convert it to UTF-8 text") from None
        text = str(best)
    if sum(ord(c) in CONTROL for c in text[:10_000]) > len(text[:10_000]) / 100:
        raise Unreadable("a binary file of an unknown format; give text, HTML, PDF, DOCX or e-mail")
    return text


def page(html: str, url: str | None) -> Read:
    """The main text of a web page with its metadata, by trafilatura; the title stands above the text."""
    import trafilatura

    body = trafilatura.extract(html, url=url, include_comments=False, include_tables=True, favor_recall=True)
    if not body:
        raise Unreadable("a web page without readable text; save the article's text and give that")
    data = trafilatura.extract_metadata(html, default_url=url)
    title = (data.title or "").strip() if data else ""
    if title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    return Read(
        body,
        title=title or None,
        outlet=(data.sitename or data.hostname) if data else None,
        date=data.date if data else None,
        author=data.author if data else None,
        url=url or (data.url if data else None),
    )


def pdf(data: bytes) -> Read:
    """The text of a PDF file, page after page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = [document[i].get_textpage().get_text_bounded() for i in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(
            f"a PDF file that cannot be opened ({error}); print it to PDF again or give its text"
        ) from error
    text = "\n\n".join(pages)
    if not text.strip():
        raise Unreadable("a PDF file without text (scanned pages); run text recognition on it first")
    return Read(text)


def docx(data: bytes) -> Read:
    """The paragraphs of a DOCX file."""
    import docx as python_docx
    from docx.opc.exceptions import OpcError

    try:
        document = python_docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, OpcError) as error:
        raise Unreadable("an office or archive file that is no DOCX; save it as text or DOCX") from error
    text = "\n\n".join(p.text for p in document.paragraphs if p.text.strip())
    if not text:
        raise Unreadable("a DOCX file without text")
    return Read(text, title=document.core_properties.title or None)


def mail(data: bytes) -> Read:
    """Subject and body of an e-mail."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    content = body.get_content() if body is not None else ""
    if body is not None and body.get_content_type() == "text/html":
        return page(content, None)
    subject = str(message["subject"] or "")
    return Read(
        f"{subject}\n\n{content}" if subject else content,
        title=subject or None,
        author=str(message["from"] or "") or None,
    )
