"""Names of outlets and agencies: those of the tables, and names that have the form of one."""

import functools
import re
from collections import Counter

from recoupe.languages import LANGUAGES, language_pack, shared_pack
from recoupe.languages.shared_schema import Outlet

HOST = re.compile(r"\A(?:https?://)?(?:www\.)?(?P<host>(?:[\w-]+\.)+[a-z]{2,12})(?:/\S*)?\Z", re.IGNORECASE)
ARTICLE = re.compile(r"\A(?:Le|La|Les|The|LE|LA|LES|THE)\s+|\AL['’]")
LINKING = frozenset(
    ["de", "du", "des", "la", "le", "les", "et", "of", "the", "and", "en", "à", "&", "sur", "on", "for", "d", "l"]
)
# what parts the pieces of a line of the head
PARTS = re.compile(r"\s*[|•·–—,:(]\s*|\s+-\s+|\s+(?:du|le|of|on)\s+(?=[^\W_]*\s?\d)")
NO_AGENCY = {"agences", "agence", "agencies", "agency"}  # what credits some of which no name is told
ACRONYM = re.compile(r"\A[A-ZÀ-Þ]{2,6}\Z")
MOST, LEAST_LETTERS = 6, 2
COMMON = 2  # outlets of the tables that share a word which tells an outlet


def folded(name: str) -> str:
    """A name as it is looked up: small letters, straight apostrophes, single spaces."""
    return " ".join(name.replace("’", "'").casefold().split())


@functools.cache
def outlets_by_name() -> dict[str, str]:
    """Usual names of outlets by name and alias; a name that is an everyday word only by its usual form."""
    found: dict[str, str] = {}
    for usual, outlet in shared_pack().outlets.outlets.items():
        forms = [usual, *outlet.aliases]
        if outlet.ambiguous:
            forms = [form for form in forms if ARTICLE.match(form) or " " in form]
        for form in forms:
            found.setdefault(folded(form), usual)
    return found


@functools.cache
def agencies_by_name() -> dict[str, str]:
    """Usual names of agencies by name and alias."""
    found: dict[str, str] = {}
    for usual, agency in shared_pack().agencies.agencies.items():
        for form in (usual, *agency.aliases):
            found.setdefault(folded(form), usual)
    return found


@functools.cache
def by_domain() -> dict[str, str]:
    """Usual names of outlets and agencies by domain."""
    tables: tuple[dict[str, Outlet], ...] = (shared_pack().outlets.outlets, shared_pack().agencies.agencies)
    return {d: usual for table in tables for usual, outlet in table.items() for d in outlet.domains}


@functools.cache
def press_words() -> frozenset[str]:
    """Words that several outlets of the tables bear (Gazette, Herald) or that are listed, without places and small words."""
    count: Counter[str] = Counter()
    for usual, outlet in shared_pack().outlets.outlets.items():
        count.update({w for form in (usual, *outlet.aliases) for w in words_of(form)})
    borne = {w for w, n in count.items() if n >= COMMON and len(w) > 1 and w not in others()}
    return frozenset(borne | {w for word in shared_pack().outlets.words for w in words_of(word)})


@functools.cache
def press_endings() -> tuple[str, ...]:
    """The longer ones of them, with which a name may end."""
    return tuple(sorted(w for w in press_words() if len(w) > 3))


@functools.cache
def agency_words() -> frozenset[str]:
    """Words that several agencies of the tables bear (Agence, Press, News), without places and function words."""
    count: Counter[str] = Counter()
    for usual, agency in shared_pack().agencies.agencies.items():
        count.update({w for form in (usual, *agency.aliases) for w in words_of(form)})
    told = frozenset(w for w, n in count.items() if n >= COMMON and len(w) > 3 and w not in others())
    return told | frozenset(shared_pack().agencies.bearing)


@functools.cache
def others() -> frozenset[str]:
    """Words that tell nothing of a name: function words, countries, their adjectives and capitals, other places."""
    found = {w for code in LANGUAGES for w in language_pack(code).function_words.words}
    found.update(shared_pack().outlets.places)
    for country in shared_pack().countries.countries.values():
        for table in (country.names, country.adjectives, country.capital):
            found |= {w for forms in table.values() for form in forms for w in words_of(form)}
    return frozenset(found)


def words_of(name: str) -> list[str]:
    """The words of a name, folded, without marks."""
    return re.findall(r"[^\W\d_]{2,}", folded(name))


@functools.cache
def rubrics() -> frozenset[str]:
    """Words set in capitals before a title that are kinds of report or sections, in small letters."""
    return frozenset(word for code in LANGUAGES for word in language_pack(code).house_lines.rubrics)


def is_rubric_word(word: str) -> bool:
    """Whether a word in capitals is a kind of report or a section (`FLASH`), not a name."""
    return word.isupper() and word.lower() in rubrics()


@functools.cache
def channels() -> frozenset[str]:
    """Kinds of texts that are no outlets, in small letters: communiqué, press release, statement."""
    return frozenset(word for code in LANGUAGES for word in language_pack(code).attribution_phrases.channels)


def is_channel(name: str) -> bool:
    """Whether words name a kind of text (`Communiqué`), not who publishes it."""
    return name.lower() in channels()


@functools.cache
def releases() -> frozenset[str]:
    """Kinds of texts that bodies issue, in small letters: communiqué de presse, press release, statement."""
    return frozenset(folded(form) for code in LANGUAGES for form in language_pack(code).attribution_phrases.releases)


def tells_release(line: str) -> bool:
    """Whether a line says that a report is a release, alone or before a day or a place (`PRESS RELEASE - 4 March 2025`)."""
    return folded(PARTS.split(line.strip(" *_#:[]()"))[0]) in releases()


def known_outlet(name: str) -> str | None:
    """The usual name of an outlet of the tables, by name, alias or domain."""
    host = HOST.match(name.strip())
    if host is not None:
        return outlet_of_host(host["host"].lower())
    return outlets_by_name().get(folded(name))


def outlet_of_host(host: str) -> str | None:
    """The usual name of the outlet that a host belongs to, by the longest domain of the tables."""
    labels = host.lower().split(".")
    return next((by_domain()[d] for i in range(len(labels)) if (d := ".".join(labels[i:])) in by_domain()), None)


def known_agency(name: str) -> str | None:
    """The usual name of an agency of the tables."""
    return agencies_by_name().get(folded(name)) or agencies_by_name().get(folded(ARTICLE.sub("", name)))


def has_name_form(name: str) -> bool:
    """Whether words have the form of a name: few, each with a capital or linking two that have one."""
    words = re.sub(r"['’-]", " ", name).split()
    if not 0 < len(words) <= MOST or sum(c.isalpha() for c in name) < LEAST_LETTERS or name[-1] in '.,;:!?»”"…':
        return False
    if any(c in name for c in '«“"()[]:;!?'):
        return False
    capital = [w for w in words if w[:1].isupper() or w[:1].isdigit()]
    linking = [w for w in words if w.lower() in LINKING]
    return words[0][:1].isupper() and len({*capital, *linking}) == len(set(words))


def bears_article(name: str) -> bool:
    """Whether words in small letters follow an article and a word that outlets bear (`La Revue des confins`)."""
    words = name.split()
    return 1 < len(words) <= MOST and ARTICLE.match(name) is not None and words[1][:1].isupper() and tells_outlet(name)


def ends_in_adjective(name: str) -> bool:
    """Whether an outlet's name has an article, a word that outlets bear and an adjective in small letters behind it."""
    words = name.split()
    small = words[-1].isalpha() and words[-1].islower() and words[-1] not in LINKING
    rest = name[: -len(words[-1])].strip()
    borne = any(w in press_words() for w in words_of(rest))
    return small and borne and ARTICLE.match(name) is not None and has_name_form(rest)


def tells_outlet(name: str) -> bool:
    """Whether a name of unknown make has a word that outlets bear, or ends with one (Kovskinfo)."""
    words = words_of(name)
    if len(words) == 1:  # such a word alone is a section's name (`Monde`, `Business`)
        return words[0][2:].endswith(press_endings())
    return any(w in press_words() for w in words)


def tells_agency(name: str) -> bool:
    """Whether a name of unknown make is written as agencies' are: letters of an abbreviation, or with a word they bear."""
    if ACRONYM.match(name):
        return True
    words = words_of(name)
    return has_name_form(name) and (
        any(w in agency_words() for w in words)
        or (
            len(words) == 1
            and any(words[0].endswith(w) or words[0].startswith(w) for w in agency_words() if len(w) > 3)
        )
    )


def is_first_name(word: str) -> bool:
    """Whether a word is a first name of the packs."""
    return any(
        word.casefold() in (name.casefold() for name in language_pack(code).titles.first_names) for code in LANGUAGES
    )
