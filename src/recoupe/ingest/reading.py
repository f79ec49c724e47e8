"""Read everything that the arguments name into documents; what cannot be read is listed, not raised."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from msgspec import Struct, structs

from recoupe.errors import MissingInput, NothingReadable
from recoupe.ingest.agencies import agencies_of
from recoupe.ingest.archives import Budget, unpacked
from recoupe.ingest.asides import asides_of
from recoupe.ingest.contents import Content, Raw, Refused, Unreadable
from recoupe.ingest.dates import Dating, bounds, dating_of, year_of
from recoupe.ingest.days import Day
from recoupe.ingest.endings import cut_off
from recoupe.ingest.files import gather
from recoupe.ingest.hours import ordered_by_hour
from recoupe.ingest.layout import layout_of
from recoupe.ingest.mails import attachments, looks_like_mail
from recoupe.ingest.names import known_outlet, tells_outlet
from recoupe.ingest.outlets import outlet_of
from recoupe.ingest.places import place_line
from recoupe.ingest.signatures import byline_of
from recoupe.ingest.texts import read_text
from recoupe.ingest.titles import issuer_of, title_of
from recoupe.model import Document, Limit, OutletCredit, Span


class Reading(Struct, frozen=True):
    """The documents, ordered by name and id, and what could not be read."""

    documents: tuple[Document, ...]
    limits: tuple[Limit, ...]


@dataclass(frozen=True)
class Given:
    """One report as it was given: its name, the hash of its bytes, what its file holds."""

    name: str
    digest: str
    content: Content


@dataclass(frozen=True)
class Described:
    """A document, the day whose year it leaves out, and its last words where it is cut off."""

    document: Document
    yearless: Day | None
    cut: Span | None


def read(arguments: Sequence[str], stdin: BinaryIO | None = None) -> Reading:
    """Documents of files, folders, archives, addresses and `-` (stdin).

    An id is made of the hash of a report's bytes and its rank among identical ones by name; in a file of several
    reports, of the hash of the report's own text. A file that is given twice is read once.

    MissingInput where none of the paths and addresses exist; NothingReadable where none of the files can be read.
    What is lost beside others that can be read stands under `limits`.
    """
    files, missing = given_files(arguments, stdin)
    if missing and not files:
        raise missing[0] if len(missing) == 1 else MissingInput("; ".join(str(error) for error in missing))
    if not files:
        raise NothingReadable(f"nothing could be read: no files in {', '.join(sorted(set(arguments)))}")
    return read_files(files, [Limit("missing", str(error)) for error in missing])


def read_files(files: Sequence[Raw | Refused], lost: Sequence[Limit] = ()) -> Reading:
    """Documents of files that are at hand, in any order; lost: what is already known not to be there.

    NothingReadable where none of the files can be read.
    """
    limits = list(lost)
    reports: list[Given] = []
    for raw in with_attachments(sorted(files, key=lambda f: (f.name, digest_of(f)))):
        try:
            if isinstance(raw, Refused):
                raise Unreadable(raw.reason)
            reports += reports_of(raw)
        except Unreadable as error:
            limits.append(Limit("unreadable", f"{raw.name}: {error}"))
    if not reports:
        raise NothingReadable(f"nothing could be read: {'; '.join(limit.message for limit in limits) or 'no files'}")
    described = with_years(describe(reports))
    limits += [limit for found, given in described for limit in limits_of(found, given)]
    documents = sorted((found.document for found, _ in described), key=lambda d: (d.name, d.id))
    return Reading(ordered_by_hour(documents), tuple(limits))


def given_files(arguments: Sequence[str], stdin: BinaryIO | None) -> tuple[list[Raw | Refused], list[MissingInput]]:
    """The files that the arguments name, each once under its shortest name, ordered by name; and what is missing."""
    by_place: dict[str, Raw | Refused] = {}
    missing = []
    for argument in sorted(set(arguments)):
        try:
            for place, found in gather(argument, stdin):
                known = by_place.get(place)
                if known is None or (len(found.name), found.name) < (len(known.name), known.name):
                    by_place[place] = found
        except MissingInput as error:
            missing.append(error)
    return sorted(by_place.values(), key=lambda f: (f.name, digest_of(f))), missing


def digest_of(found: Raw | Refused) -> str:
    """The hash of a file's bytes, empty where it was not opened."""
    return hashlib.sha256(found.data).hexdigest() if isinstance(found, Raw) else ""


def with_attachments(files: Sequence[Raw | Refused]) -> Iterator[Raw | Refused]:
    """The files, and behind each e-mail the files attached to it, archives among them opened."""
    for found in files:
        yield found
        if isinstance(found, Raw) and looks_like_mail(found.name, found.data[:4000].decode("latin-1")):
            budget = Budget()
            for attached in attachments(found):
                yield from unpacked(attached, budget)


def reports_of(raw: Raw) -> list[Given]:
    """The reports of a file."""
    contents = read_text(raw)
    if len(contents) == 1 and not contents[0].part:
        return [Given(raw.name, digest_of(raw), contents[0])]
    return [
        Given(f"{raw.name}#{c.part}", hashlib.sha256(c.text.encode("utf-8", "replace")).hexdigest(), c)
        for c in contents
    ]


def describe(reports: Sequence[Given]) -> list[tuple[Described, Given]]:
    """The documents of reports, with what their formats and texts show."""
    ranks: dict[str, int] = {}
    found = []
    for given in sorted(reports, key=lambda g: (g.name, g.digest)):
        ranks[given.digest] = ranks.get(given.digest, 0) + 1
        suffix = f"-{ranks[given.digest]}" if ranks[given.digest] > 1 else ""
        found.append((description(given, f"doc-{given.digest[:12]}{suffix}"), given))
    return found


def description(given: Given, id_: str) -> Described:
    """One document with what its format and its text show."""
    content = given.content
    document = Document(id_, given.name, given.digest, content.text, True, "und", url=content.url)
    layout = layout_of(document.text)
    place, title = place_line(layout), title_of(document, content, layout)
    dating: Dating = dating_of(document, content, layout, place)
    cut = cut_off(document, layout, content.cut)
    outlet, byline = outlet_of(document, content, layout, place, title), byline_of(document, content, layout)
    issuer = issuer_of(layout.headers)
    if issuer is not None and (outlet is None or outlet.basis == "url" or is_guessed(outlet)):
        outlet = OutletCredit(issuer.text, "header", document.span(issuer.start, issuer.end))
    credits = [*byline, *([outlet.span] if outlet is not None and outlet.span is not None else [])]
    document = structs.replace(
        document,
        complete=cut is None,
        title=document.span(*title) if title else None,
        byline=byline,
        place=document.span(*place.place) if place and place.place else None,
        outlet=outlet,
        agencies=agencies_of(document, content, layout, place),
        published=dating.bounds,
        asides=asides_of(document, layout, title, credits),
    )
    return Described(document, dating.yearless, cut)


def is_guessed(outlet: OutletCredit) -> bool:
    """Whether nothing but its place in the head makes a name an outlet's: a release has places there (`Orle, 4 May 2025`)."""
    return outlet.basis == "header" and not (known_outlet(outlet.actor) or tells_outlet(outlet.actor))


def with_years(described: Sequence[tuple[Described, Given]]) -> list[tuple[Described, Given]]:
    """The documents with days without a year filled in from the dated reports of the pile, where only one year fits."""
    dated = [found.document.published for found, _ in described if found.document.published is not None]
    filled = []
    for found, given in described:
        year = year_of(found.yearless, dated) if found.yearless is not None else None
        if year is None or found.yearless is None:
            filled.append((Described(found.document, None, found.cut), given))
            continue
        day = Day(year, found.yearless.month, found.yearless.day, found.yearless.start, found.yearless.end)
        document = structs.replace(found.document, published=bounds(found.document, day))
        filled.append((Described(document, day, found.cut), given))
    return filled


def limits_of(found: Described, given: Given) -> Iterator[Limit]:
    """What was lost of a report, or taken from elsewhere."""
    document = found.document
    if found.cut is not None:
        yield Limit("cut off", f"{document.name}: the text is cut off at its end", document.id, (found.cut,))
    if given.content.lost:
        lost = given.content.lost
        yield Limit(
            "encoding", f"{document.name}: {lost} characters could not be decoded; save it as UTF-8", document.id
        )
    if found.yearless is not None and document.published is not None:
        words = document.published.spans[0].text
        yield Limit(
            "year",
            f"{document.name}: the year of “{words}” is taken from the other reports",
            document.id,
            document.published.spans,
        )
