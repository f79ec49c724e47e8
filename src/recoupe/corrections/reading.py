"""A corrections file (TOML or JSON) as corrections; what is wrong in it is told with file, entry, line and cure."""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec import Struct, structs

from recoupe.errors import CorrectionsError
from recoupe.model.corrections import (
    Anchor,
    Correction,
    Corrections,
    CorrectionsFile,
    SetDate,
    SetOutlet,
)
from recoupe.model.spans import identifier

ENTRY = re.compile(r"\$\.corrections\[(\d+)\]")
UNKNOWN = re.compile(r"unknown field `(.+?)`")
MISSING = re.compile(r"missing required field `(.+?)`")
HEADER = re.compile(r"(?m)^[ \t]*\[\[[ \t]*corrections[ \t]*\]\]")
KINDS: dict[str, type[Struct]] = {str(k.__struct_config__.tag): k for k in get_args(Correction)}
EXAMPLE = 'an entry is `[[corrections]]` with `do`, `who = "Ada Morel"`, `when = 2025-03-20` and `why = "..."`'


def read_corrections(path: str | Path) -> Corrections:
    """The corrections of a file that ends in `.toml` or `.json`.

    CorrectionsError, with file, entry or line and the cure, where it cannot be read or understood.
    """
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorrectionsError(f"{path}: byte {error.start} is no UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise CorrectionsError(f"{path}: cannot be read ({error.strerror}); give a corrections file") from error
    lines = entry_lines(text) if file.suffix.lower() == ".toml" else []
    return understood(str(path), file.name, parsed(str(path), file.suffix.lower(), text), lines)


def corrections_of(entries: Sequence[Correction], name: str | None = None) -> Corrections:
    """Corrections made in Python, checked as those of a file are. `name`: the file that they stand for."""
    return numbered(list(entries), name, name or "corrections", [])


def parsed(path: str, suffix: str, text: str) -> Any:
    """The values of a file."""
    try:
        if suffix == ".toml":
            return tomllib.loads(text)
        if suffix == ".json":
            return json.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CorrectionsError(
            f"{path}: no valid TOML: {error}; words with quotation marks go between ''' '''"
        ) from error
    except json.JSONDecodeError as error:
        raise CorrectionsError(f"{path}, line {error.lineno}: no valid JSON: {error.msg}") from error
    except RecursionError as error:
        raise CorrectionsError(f"{path}: nested too deep for a corrections file; {EXAMPLE}") from error
    raise CorrectionsError(f"{path}: ends neither in .toml nor in .json; rename it to what it holds")


def entry_lines(text: str) -> list[int]:
    """The line, from 1, at which each entry of a TOML file begins."""
    return [text.count("\n", 0, m.start()) + 1 for m in HEADER.finditer(text)]


def understood(path: str, name: str, value: Any, lines: Sequence[int]) -> Corrections:
    """Values as corrections."""
    try:
        file = msgspec.convert(value, CorrectionsFile)
    except msgspec.ValidationError as error:
        found = ENTRY.search(str(error))
        number = int(found[1]) if found else None
        where = path if number is None else place(path, number, lines)
        raise CorrectionsError(f"{where}: {error}; {cure(str(error), value, number)}") from error
    return numbered(list(file.corrections), name, path, lines)


def place(path: str, number: int, lines: Sequence[int]) -> str:
    """An entry (counted from 0 here, from 1 in print) and its line, where the format tells one."""
    line = f" (line {lines[number]})" if number < len(lines) else ""
    return f"{path}, entry {number + 1}{line}"


def cure(error: str, value: Any, number: int | None) -> str:
    """What to do about a mistake."""
    if number is None:
        return EXAMPLE
    entry = value["corrections"][number]
    do = entry.get("do") if isinstance(entry, dict) else None
    if do not in KINDS:
        return f"`do` is one of: {', '.join(KINDS)}"
    if MISSING.search(error):
        return f"a correction says who made it, when and why; `{do}` takes {fields(KINDS[do])}"
    if UNKNOWN.search(error):
        kind = Anchor if error.count(".") > 1 or "[" in error.partition("]")[2] else KINDS[do]
        return f"the fields that are known here: {fields(kind)}"
    if error.endswith(".when`") or "date" in error:
        return "a date is written 2025-03-20"
    return f"`{do}` takes {fields(KINDS[do])}"


def fields(kind: type[Struct]) -> str:
    """The fields of a structure."""
    return ", ".join(kind.__struct_fields__)


def numbered(entries: list[Correction], name: str | None, path: str, lines: Sequence[int]) -> Corrections:
    """Corrections with ids; CorrectionsError where one contradicts itself or two have one id."""
    seen: dict[str, int] = {}
    finished = []
    for number, entry in enumerate(entries):
        where = place(path, number, lines)
        try:
            named = checked(entry)
        except CorrectionsError as error:
            raise CorrectionsError(f"{where}: {error}") from error
        if named.id in seen:
            first = seen[named.id] + 1
            what = "has the id of" if entry.id else "is the same as"
            raise CorrectionsError(f"{where}: {what} entry {first}; drop one of them or give it another `id`")
        seen[named.id or ""] = number
        finished.append(named)
    return Corrections(tuple(finished), name)


def checked(entry: Correction) -> Correction:
    """A correction with an id; CorrectionsError where it contradicts itself."""
    mistake = next(mistakes(entry), None)
    if mistake is not None:
        raise CorrectionsError(mistake)
    return structs.replace(entry, id=entry.id or content_id(entry))


def content_id(entry: Correction) -> str:
    """An id made of what a correction says, whichever place it has in its file."""
    return identifier("correction", msgspec.json.encode(entry, order="deterministic").decode("utf-8"))


def mistakes(entry: Correction) -> Iterator[str]:
    """What a structure cannot refuse by itself."""
    if isinstance(entry, SetDate) and entry.not_before and entry.not_after and entry.not_before > entry.not_after:
        yield f"not_before {entry.not_before} lies after not_after {entry.not_after}; exchange them"
    if isinstance(entry, SetDate | SetOutlet):
        if entry.report is None and entry.sha256 is None:
            yield "no report is named; give `report` (its name) or `sha256`"
        return
    for anchor in anchors_of(entry):
        if anchor.report is None and anchor.sha256 is None:
            yield f"“{anchor.words}”: no report is named; give `report` (its name) or `sha256` beside the words"


def anchors_of(entry: Correction) -> tuple[Anchor, ...]:
    """The words that a correction quotes."""
    values = [getattr(entry, field) for field in entry.__struct_fields__]
    listed = [v for value in values for v in (value if isinstance(value, tuple) else (value,))]
    return tuple(v for v in listed if isinstance(v, Anchor))
