"""From bytes to text: byte order marks, UTF-8, declared encodings, the encodings that French and English are written in."""

import codecs
import re

import charset_normalizer

from recoupe.ingest.contents import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# in the order of preference among those that explain a file equally well
LEGACY = ("cp1252", "iso-8859-15", "mac-roman", "cp850")
EXPECTED = frozenset("àâäæçèéêëîïôöùûüÿœáíóúñÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŸŒÁÍÓÚÑ«»‹›‘’“”„–—…€£§°²³©®•·\u00a0")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
CONTROL_SHARE = 0.01
SAMPLE = 20_000  # characters looked at to tell text from other data
BOUND = 0.9  # share of expected characters from which a legacy encoding is believed
LOST = "\ufffd"


def decode(data: bytes, declared: str = "") -> tuple[str, int]:
    """The text of a file and how many of its characters could not be decoded (they stand as U+FFFD).

    Order: byte order mark, UTF-8, UTF-16 without a mark, the declared encoding, UTF-8 with broken places, the usual
    encodings of French and English, charset-normalizer's guess. Unreadable where the bytes are no text.
    """
    text, lost = decoded(data, declared)
    sample = text[:SAMPLE]
    if len(CONTROL.findall(sample)) > CONTROL_SHARE * len(sample):
        raise Unreadable("a binary file of an unknown format; give text, HTML, PDF, DOCX, e-mail or a feed")
    return text, lost


def decoded(data: bytes, declared: str) -> tuple[str, int]:
    """The text by the first encoding that fits."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return text, text.count(LOST)
    wide = wide_encoding(data)
    if wide:
        text = data.decode(wide, errors="replace")
        return text, text.count(LOST)
    try:
        return data.decode("utf-8"), 0
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return data.decode(declared), 0
        except (LookupError, UnicodeDecodeError):
            pass  # servers and pages declare wrongly
    if len(broken_pieces(data)) < len(valid_pieces(data)):
        return line_by_line(data)
    return legacy(data), 0


def wide_encoding(data: bytes) -> str:
    """The byte order of UTF-16 without a mark: zeros in every other place; empty where it is not."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 2:
        return ""
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > half / 2 and first < half / 10:
        return "utf-16-le"
    return "utf-16-be" if first > half / 2 and second < half / 10 else ""


def valid_pieces(data: bytes) -> list[str]:
    """The characters outside ASCII that are right as UTF-8."""
    return [c for c in data.decode("utf-8", errors="ignore") if ord(c) > 127]


def broken_pieces(data: bytes) -> list[str]:
    """The places that are not right as UTF-8."""
    text = data.decode("utf-8", errors="replace")
    return [LOST] * (text.count(LOST) - data.count(LOST.encode()))


def line_by_line(data: bytes) -> tuple[str, int]:
    """UTF-8 with broken places: a line that holds no right UTF-8 is read by itself, elsewhere what is broken is lost."""
    lines, lost = [], 0
    for line in data.splitlines(keepends=True):
        broken = len(broken_pieces(line))
        if broken and not valid_pieces(line):
            lines.append(legacy(line))
        else:
            lines.append(line.decode("utf-8", errors="replace"))
            lost += broken
    return "".join(lines), lost


def legacy(data: bytes) -> str:
    """Text in an encoding of one byte a character, by which of them gives letters and marks of French and English."""
    best, best_share = "", 0.0
    for encoding in LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        foreign = [c for c in text if ord(c) > 127]
        share = sum(c in EXPECTED for c in foreign) / max(1, len(foreign))
        if share > best_share:
            best, best_share = text, share
    if best_share >= BOUND:
        return best
    guess = charset_normalizer.from_bytes(data).best()
    if guess is None:
        raise Unreadable("neither text in a known encoding nor a known format; convert it to UTF-8 text")
    return str(guess)
