"""Read the packs once, check them against their structures, and say file and line where something is wrong."""

import functools
import re
import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast

import msgspec
from msgspec import Struct

from recoupe.errors import PackError
from recoupe.languages import (
    denial_schema,
    events_schema,
    frames_schema,
    left_open_schema,
    schema,
    settings_schema,
    shared_schema,
    stages_schema,
)

S = TypeVar("S", bound=Struct)

LANGUAGES = ("fr", "en")
FILES_OF_A_LANGUAGE: dict[str, type[Struct]] = {
    "settings": settings_schema.Settings,
    "reporting_verbs": schema.ReportingVerbs,
    "reporting_nouns": schema.ReportingNouns,
    "attribution_phrases": schema.AttributionPhrases,
    "frames": frames_schema.Frames,
    "left_open": left_open_schema.LeftOpen,
    "hedges": schema.Hedges,
    "negation": denial_schema.Negation,
    "denials": denial_schema.Denials,
    "anonymity": schema.Anonymity,
    "titles": schema.Titles,
    "institutions": schema.Institutions,
    "calendar": schema.Calendar,
    "numbers": schema.Numbers,
    "events": events_schema.Events,
    "stages": stages_schema.Stages,
    "function_words": schema.FunctionWords,
    "house_lines": schema.HouseLines,
}


class LanguagePack(Struct, frozen=True):
    """All that is particular to one language."""

    code: str
    settings: settings_schema.Settings
    reporting_verbs: schema.ReportingVerbs
    reporting_nouns: schema.ReportingNouns
    attribution_phrases: schema.AttributionPhrases
    frames: frames_schema.Frames
    left_open: left_open_schema.LeftOpen
    hedges: schema.Hedges
    negation: denial_schema.Negation
    denials: denial_schema.Denials
    anonymity: schema.Anonymity
    titles: schema.Titles
    institutions: schema.Institutions
    calendar: schema.Calendar
    numbers: schema.Numbers
    events: events_schema.Events
    stages: stages_schema.Stages
    function_words: schema.FunctionWords
    house_lines: schema.HouseLines


class SharedPack(Struct, frozen=True):
    """What the languages share: outlets, agencies, countries, bodies, event classes, bilingual lexicon, learnt weights."""

    outlets: shared_schema.Outlets
    agencies: shared_schema.Agencies
    countries: shared_schema.Countries
    international: shared_schema.International
    event_classes: shared_schema.EventClasses
    lexicon: shared_schema.Lexicon
    confidence: shared_schema.Confidence
    happenings: shared_schema.Happenings
    kinds: shared_schema.Kinds
    same_claim: shared_schema.SameClaim


def line_of(source: str, path: str) -> int:
    """The line (from 1) of a TOML text at which a msgspec path such as `$.verbs[...].class` leads, as near as can be.

    msgspec names dictionary keys only as `[...]`, so the line is that of the last named key that occurs.
    """
    keys = re.findall(r"[A-Za-z_]\w*", path.replace("[...]", ""))
    for key in reversed(keys):
        match = re.search(rf"^\s*\[*\"?{re.escape(key)}\"?\b", source, re.MULTILINE)
        if match:
            return source.count("\n", 0, match.start()) + 1
    return 1


def failing_entry(source: str, value: dict[str, Any], structure: type[Struct]) -> int | None:
    """The line of the first entry of a table that does not fit the structure, `None` where no single entry is to blame."""
    for table, entries in value.items():
        if not isinstance(entries, dict):
            continue
        for key in entries:
            try:
                msgspec.convert({**value, table: {key: entries[key]}}, structure)
            except msgspec.ValidationError:
                quoted = rf"^\s*\"?{re.escape(key)}\"?\s*="
                match = re.search(quoted, source, re.MULTILINE)
                return source.count("\n", 0, match.start()) + 1 if match else None
    return None


def decode(name: str, source: str, structure: type[S]) -> S:
    """A TOML text as a structure; PackError with file and line where it does not fit."""
    try:
        value = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: {error}") from error
    try:
        return msgspec.convert(value, structure)
    except msgspec.ValidationError as error:
        path = str(error).rpartition("`$")[2]
        line = failing_entry(source, value, structure) or line_of(source, path)
        raise PackError(f"{name}, line {line}: {error}") from error


def read(folder: Traversable, files: dict[str, type[Struct]]) -> dict[str, Struct]:
    """Every file of a pack folder, decoded."""
    found: dict[str, Struct] = {}
    for name, structure in files.items():
        file = folder / f"{name}.toml"
        if not file.is_file():
            raise PackError(f"{file}: this file of the language pack is missing")
        found[name] = decode(str(file), file.read_text(encoding="utf-8"), structure)
    return found


@functools.cache
def language_pack(code: str) -> LanguagePack:
    """The pack of a language (`fr`, `en`); PackError where there is none or a file of it has a mistake."""
    if code not in LANGUAGES:
        raise PackError(f"no language pack for {code!r}; there are {', '.join(LANGUAGES)}")
    files = read(resources.files("recoupe.languages") / code, FILES_OF_A_LANGUAGE)
    return LanguagePack(code, **cast(dict[str, Any], files))


@functools.cache
def shared_pack() -> SharedPack:
    """The tables that the languages share."""
    return SharedPack(
        **cast(dict[str, Any], read(resources.files("recoupe.languages") / "shared", shared_schema.SHARED_FILES))
    )
