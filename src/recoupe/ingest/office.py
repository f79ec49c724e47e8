"""PDF, DOCX and ODT files."""

import io
import zipfile
from collections.abc import Iterator

import docx as python_docx
import pypdfium2
from docx.document import Document as DocxDocument
from docx.opc.exceptions import OpcError
from docx.table import Table

from recoupe.ingest.archives import BROKEN, LARGEST
from recoupe.ingest.contents import Content, Unreadable
from recoupe.ingest.markup import named, paragraphs, xml

UNPACKED = 4 * LARGEST  # bytes of all parts of an office file
ODT = "application/vnd.oasis.opendocument.text"
SOFT_HYPHENS = ("\ufffe\r\n", "\ufffe\n", "\x02\r\n", "\x02\n", "\ufffe", "\x02")  # words cut at a line's end
LOCKED = "password"


def pdf(data: bytes) -> Content:
    """The text of a PDF file, page after page; words cut at the end of a line are whole again."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if LOCKED in str(error).lower():
            raise Unreadable("a PDF file locked with a password; save it without the password") from error
        raise Unreadable(
            f"a PDF file that cannot be opened ({error}); print it to PDF again or give its text"
        ) from error
    try:
        text = "\n\n".join(pages_of(document))
    except pypdfium2.PdfiumError as error:
        raise Unreadable(
            f"a PDF file with a page that cannot be read ({error}); print it to PDF again or give its text"
        ) from error
    finally:
        document.close()
    if not text.strip():
        raise Unreadable("a PDF file without text (scanned pages); run text recognition on it first")
    return Content(text)


def pages_of(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """The text of each page that has some."""
    for number in range(len(document)):
        text = document[number].get_textpage().get_text_bounded()
        for mark in SOFT_HYPHENS:
            text = text.replace(mark, "")
        text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
        if text:
            yield text


def office(data: bytes) -> Content:
    """A DOCX or ODT file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED:
                raise Unreadable("an office file too large to be opened; save it as text")
            if "mimetype" in archive.namelist() and archive.read("mimetype").decode("ascii", "ignore").strip() == ODT:
                return odt(archive.read("content.xml"))
        document = python_docx.Document(io.BytesIO(data))
    except (KeyError, OpcError, *BROKEN) as error:
        raise Unreadable("an office file that is no DOCX or ODT text, or is broken; save it as text or DOCX") from error
    return docx(document)


def docx(document: DocxDocument) -> Content:
    """The paragraphs and tables of a DOCX file; its title where the text begins with it.

    The other properties are left alone: they hold whoever made the file, and when, not the report's.
    """
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += [" | ".join(c.text.strip() for c in row.cells if c.text.strip()) for row in block.rows]
        else:
            lines.append(block.text)
    text = "\n\n".join(line for line in lines if line.strip())
    if not text:
        raise Unreadable("a DOCX file without text; if it holds pictures of pages, run text recognition on it first")
    return Content(text, title=document.core_properties.title or None)


def odt(content: bytes) -> Content:
    """The paragraphs and headings of an ODT file."""
    lines = [" ".join(paragraphs(e)) for e in named(xml(content), "p", "h")]
    text = "\n\n".join(line for line in lines if line.strip())
    if not text:
        raise Unreadable("an ODT file without text")
    return Content(text)
