"""The made-up world of the planted piles: events, voices and outlets in two languages, and sentence templates by construction."""

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).parent
LANGUAGES = ("fr", "en")
Part = Literal["read", "unread", "further", "third", "fourth"]
PARTS: tuple[Part, ...] = ("read", "unread", "further", "third", "fourth")
LATER: tuple[Part, ...] = ("further", "third", "fourth")  # in files of their own
PLAIN = {"fact", "Fact", "voice", "Voice", "de_voice", "a_voice", "outlet", "Outlet", "de_outlet", "a_outlet"}
CAPITAL = re.compile(r"\b[A-ZÀ-Ý]\w+")

Forms = Mapping[str, str]  # field of a template -> the words that fill it


@dataclass(frozen=True, eq=False)
class Voice:
    """Who can be said to have said something.

    key: what tells it from every other voice. body: the key of the body that it is or speaks for, `None` where it stands
    for itself. tells_body: whether its own name names that body. named: False for a voice that is described only.
    """

    key: str
    kind: Literal["person", "body", "spokesperson", "anonymous"]
    forms: Mapping[str, Forms]
    short: Mapping[str, str]
    body: str | None = None
    tells_body: bool = True

    @property
    def named(self) -> bool:
        """Whether the voice is named."""
        return self.kind != "anonymous"


@dataclass(frozen=True, eq=False)
class Body:
    """A body with those who speak for it."""

    own: Voice
    spokes: tuple[Voice, ...]


@dataclass(frozen=True, eq=False)
class Outlet:
    """A newspaper, site, station or agency."""

    name: str
    language: str
    kind: str
    forms: Mapping[str, Forms]


@dataclass(frozen=True, eq=False)
class Event:
    """What is planted as a claim: an event, or the one that only resembles it (`near_miss`, told by a clause alone).

    denier_is_doer: whether who denies is who is said to have done it.
    """

    key: str
    forms: Mapping[str, Forms]
    near_miss: bool
    denier_is_doer: bool = False


@dataclass(frozen=True, eq=False)
class World:
    """All that piles are made of."""

    events: tuple[Event, ...]
    misses: Mapping[str, Event]
    persons: tuple[Voice, ...]
    anonymous: tuple[Voice, ...]
    bodies: tuple[Body, ...]
    outlets: tuple[Outlet, ...]
    state: frozenset[str]


def toml(name: str) -> dict[str, Any]:
    """One of the package's tables."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


@functools.cache
def written_later(language: str, part: str) -> dict[str, Any]:
    """The templates of a later part; none where it was not written in a language."""
    name = f"{language}_{part}.toml"
    return toml(name) if (HERE / name).exists() else {}


@functools.cache
def rules() -> dict[str, Any]:
    """What the generator adds of its own."""
    return toml("rules.toml")


@functools.cache
def templates(language: str) -> dict[str, list[str]]:
    """The sentence templates of a language by construction: those written first, then those of each later part."""
    later = [written_later(language, part) for part in LATER]
    return {
        construction: [*first, *(text for own in later for text in own.get(construction, ()))]
        for construction, first in toml(f"{language}.toml").items()
    }


@functools.cache
def places(language: str, construction: str) -> Mapping[str, range]:
    """Where the templates of a construction lie that were written first (""), and those of each later part."""
    found, start = {}, 0
    for part in ("", *LATER):
        own = (written_later(language, part) if part else toml(f"{language}.toml")).get(construction, ())
        found[part] = range(start, start + len(own))
        start += len(own)
    return found


def indices(language: str, construction: str, part: Part) -> list[int]:
    """The templates of a construction in a part.

    Of those written first the even ones are read by developers, the odd ones are not. The later ones are read too;
    what was not written again is taken from the part before it, or (fillers, credits) from the read ones.
    """
    written = places(language, construction)
    if part in LATER:
        for earlier in reversed(LATER[: LATER.index(part) + 1]):
            if written[earlier]:
                return list(written[earlier])
    return list(written[""][PARTS.index("unread") if part == "unread" else 0 :: 2])


def voice_forms(fr: str, de_fr: str, a_fr: str, en: str, field: str = "voice") -> dict[str, Forms]:
    """The fields that a noun phrase fills in the templates of both languages."""
    upper = field.capitalize()
    return {
        "fr": {field: fr, upper: capital(fr), f"de_{field}": de_fr, f"a_{field}": a_fr},
        "en": {field: en, upper: capital(en)},
    }


def contracted(words: str) -> str:
    """A French noun phrase behind `de` (`le chantier` -> `du chantier`)."""
    article, _, rest = words.partition(" ")
    of = {"le": "du", "les": "des"}.get(article)
    return f"{of} {rest}" if of is not None else f"de {words}"


def capital(words: str) -> str:
    """Words with a capital first letter."""
    return words[:1].upper() + words[1:]


@functools.cache
def world() -> World:
    """The world as it was written, without what the templates cannot hold: plural voices, roles that name nobody."""
    found = toml("world.toml")
    events = [event(e) for e in found["event"]]
    bodies = [body(b) for b in found["body"]]
    return World(
        tuple(e for e, _ in events),
        {e.key: miss for e, miss in events},
        tuple(person(p) for p in found["person"]),
        tuple(
            Voice(a["fr"], "anonymous", voice_forms(a["fr"], a["de_fr"], a["a_fr"], a["en"]), {})
            for a in found["anonymous"]
            if not a["plural"]
        ),
        tuple(b for b in bodies if CAPITAL.search(b.own.key) and b.spokes),
        tuple(
            Outlet(o["name"], o["language"], o["kind"], voice_forms(o["fr"], o["de_fr"], o["a_fr"], o["en"], "outlet"))
            for o in found["outlet"]
        ),
        frozenset(rules()["state"]["names"]),
    )


def event(entry: Mapping[str, str]) -> tuple[Event, Event]:
    """An event and the one that only resembles it."""
    fr = {k: entry[f"{k}_fr"] for k in ("fact", "cond", "noun", "de_noun", "inf", "doer")}
    en = {k: entry[f"{k}_en"] for k in ("fact", "alleged", "noun", "gerund", "doer")}
    fr |= {"Fact": capital(fr["fact"]), "Cond": capital(fr["cond"])}
    denier = entry["denier_fr"]
    fr |= {"denier": denier, "Denier": capital(denier), "de_denier": contracted(denier)}
    en |= {"Fact": capital(en["fact"]), "denier": entry["denier_en"], "Denier": capital(entry["denier_en"])}
    miss = {
        language: {"fact": words, "Fact": capital(words)}
        for language, words in (("fr", entry["near_miss_fr"]), ("en", entry["near_miss_en"]))
    }
    key = entry["kind"]
    own = entry["denier_fr"] == entry["doer_fr"] and entry["denier_en"] == entry["doer_en"]
    return Event(key, {"fr": fr, "en": en}, False, own), Event(f"near miss: {key}", miss, True)


def person(entry: Mapping[str, str]) -> Voice:
    """A named person; no report says for whom the person speaks, unless the generator adds that it does."""
    forms = voice_forms(entry["fr"], entry["de_fr"], entry["a_fr"], entry["en"])
    return Voice(entry["name"], "person", forms, {"fr": entry["short_fr"], "en": entry["short_en"]})


def body(entry: Mapping[str, Any]) -> Body:
    """A body and those who speak for it: by a name of their own, or by a role that names the body."""
    own = Voice(
        entry["fr"], "body", voice_forms(entry["fr"], entry["de_fr"], entry["a_fr"], entry["en"]), {}, entry["fr"]
    )
    spokes = []
    for fr, de_fr, a_fr, en in zip(
        entry["spokes_fr"], entry["de_spokes_fr"], entry["a_spokes_fr"], entry["spokes_en"], strict=True
    ):
        tells = all(
            set(CAPITAL.findall(whole)[-1:]) & set(CAPITAL.findall(part)) for whole, part in pairs(entry, fr, en)
        )
        if tells or CAPITAL.search(fr):
            spokes.append(Voice(fr, "spokesperson", voice_forms(fr, de_fr, a_fr, en), {}, own.key, tells))
    return Body(own, tuple(spokes))


def pairs(entry: Mapping[str, Any], fr: str, en: str) -> tuple[tuple[str, str], ...]:
    """A body's names with those of one who speaks for it, in both languages (in English without the article)."""
    return (entry["fr"], fr), (entry["en"].removeprefix("the "), en)


def held(language: str, construction: str, index: int) -> frozenset[str]:
    """The fields of a template."""
    return frozenset(re.findall(r"\{(\w+)\}", templates(language)[construction][index]))


def fits(language: str, construction: str, index: int, own: Event) -> bool:
    """Whether an event can fill a template."""
    fields = held(language, construction, index)
    if own.near_miss and fields - PLAIN:
        return False
    return not (construction == "denial" and fields & {"inf", "gerund"} and not own.denier_is_doer)
