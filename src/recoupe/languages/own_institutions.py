"""A user's own table of bodies and persons (TOML or TSV): other names, and whom they belong to or speak for, by date."""

import csv
import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from recoupe.errors import PackError

HEADER = re.compile(r"(?m)^[ \t]*\[\[[ \t]*institutions[ \t]*\]\]")
ENTRY = re.compile(r"\$(?:\.institutions)?\[(\d+)\]")
COLUMNS = ("name", "aliases", "of", "type", "since", "until")
BETWEEN = "|"  # between the aliases of a line
EXAMPLE = 'an entry is `[[institutions]]` with `name = "..."` and, as needed, `aliases`, `of`, `type`, `since`, `until`'
FIELD = re.compile(r"at `\$\.(\w+)")
CURES = {
    "type": "`type` is organisation, person or outlet",
    "since": "a day is written 2024-12-31",
    "until": "a day is written 2024-12-31",
    "aliases": '`aliases` is a list: ["one", "another"]',
}


class OwnInstitution(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the table.

    of: the name of what it belongs to or speaks for, empty for none; since, until: days between which that is so, both
    included; line: where it stands in its file.
    """

    name: str
    aliases: tuple[str, ...] = ()
    of: str = ""
    type: Literal["organisation", "person", "outlet"] = "organisation"
    since: date | None = None
    until: date | None = None
    line: int = 0


class OwnInstitutions(Struct, frozen=True):
    """A whole table, with the name of its file."""

    entries: tuple[OwnInstitution, ...] = ()
    file: str | None = None


NO_INSTITUTIONS = OwnInstitutions()


def read_institutions(path: str | Path) -> OwnInstitutions:
    """The table of a file that ends in `.toml` or `.tsv`; PackError with file, line and cure where it has a mistake."""
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackError(f"{path}: byte {error.start} is no UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise PackError(f"{path}: cannot be read ({error.strerror}); give a table of institutions") from error
    suffix = file.suffix.lower()
    if suffix not in {".toml", ".tsv"}:
        raise PackError(f"{path}: ends neither in .toml nor in .tsv; rename it to what it holds")
    values, lines = toml_entries(str(path), text) if suffix == ".toml" else tsv_entries(str(path), text)
    entries: list[OwnInstitution] = []
    for value, line in zip(values, lines, strict=True):
        entry = converted(str(path), value, line)
        mistake = next(mistakes(entry, entries), None)
        if mistake is not None:
            raise PackError(f"{path}, line {line}: {mistake}")
        entries.append(entry)
    if not entries:
        raise PackError(f"{path}: holds no entry; {EXAMPLE}")
    for entry in entries:
        if ring := circle(entry, entries):
            names = ", ".join(f"{e.name} (line {e.line})" for e in ring)
            raise PackError(f"{path}, line {entry.line}: {names} belong to one another; leave `of` out in one of them")
    return OwnInstitutions(tuple(entries), file.name)


def toml_entries(path: str, text: str) -> tuple[list[Any], list[int]]:
    """The entries of a TOML file with their lines."""
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{path}: no valid TOML: {error}") from error
    entries = value.pop("institutions", None)
    if value or not isinstance(entries, list):
        raise PackError(f"{path}: {EXAMPLE}" + (f"; `{next(iter(value))}` is not known" if value else ""))
    lines = [text.count("\n", 0, m.start()) + 1 for m in HEADER.finditer(text)]
    return entries, lines if len(lines) == len(entries) else [1] * len(entries)


def tsv_entries(path: str, text: str) -> tuple[list[Any], list[int]]:
    """The entries of a file of columns between tabs, the first line naming them."""
    rows = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    head = [c.strip() for c in rows[0]] if rows else []
    unknown = [c for c in head if c not in COLUMNS]
    if "name" not in head or unknown:
        what = f"`{unknown[0]}` is no column" if unknown else "no column `name`"
        raise PackError(
            f"{path}, line 1: {what}; the first line names the columns, with tabs between: {', '.join(COLUMNS)}"
        )
    entries, lines = [], []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(head):
            raise PackError(f"{path}, line {number}: {len(row)} cells under {len(head)} columns; drop a tab")
        cells = {c: v.strip() for c, v in zip(head, row, strict=False) if v.strip()}
        value: dict[str, Any] = dict(cells)
        if "aliases" in cells:
            value["aliases"] = [a.strip() for a in cells["aliases"].split(BETWEEN) if a.strip()]
        entries.append(value)
        lines.append(number)
    return entries, lines


def converted(path: str, value: Any, line: int) -> OwnInstitution:
    """An entry; PackError where a field is missing, unknown or of another type."""
    try:
        entry = msgspec.convert(value, OwnInstitution, strict=False)
    except msgspec.ValidationError as error:
        field = FIELD.search(str(error))
        cure = CURES.get(field[1], EXAMPLE) if field is not None else EXAMPLE
        raise PackError(f"{path}, line {line}: {error}; {cure}") from error
    return msgspec.structs.replace(entry, line=line)


def circle(entry: OwnInstitution, entries: Sequence[OwnInstitution]) -> list[OwnInstitution]:
    """The lines that lead from an entry back to it by what each belongs to; empty where none do."""
    way = [entry]
    while way[-1].of:
        above = next((e for e in entries if e.name.casefold() == way[-1].of.casefold()), None)
        if above is None or above in way:
            return way if above is entry else []
        way.append(above)
    return []


def mistakes(entry: OwnInstitution, before: Sequence[OwnInstitution]) -> Iterator[str]:
    """What a structure cannot refuse by itself."""
    if not entry.name.strip():
        yield "the name is empty"
    if entry.since and entry.until and entry.since > entry.until:
        yield f"since {entry.since} lies after until {entry.until}; exchange them"
    if entry.of and entry.of.casefold() == entry.name.casefold():
        yield f"{entry.name} cannot belong to itself"
    for other in before:
        shared = {n.casefold() for n in (entry.name, *entry.aliases)} & {
            n.casefold() for n in (other.name, *other.aliases)
        }
        if shared and other.name.casefold() != entry.name.casefold():
            yield f"“{min(shared)}” is a name of {other.name} already (line {other.line}); drop it in one of them"
