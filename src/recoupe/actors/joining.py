"""One actor under several names.

Bodies: the same words in another language, or without a qualifier (`la police [municipale] de X`); persons: spellings.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from recoupe.actors.body_names import kind_and_name
from recoupe.actors.firms import spelling
from recoupe.actors.grammar import articles, name_joiners
from recoupe.actors.registry import Entry, Registry
from recoupe.actors.spellings import folded_name, place_stem
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.loader import LANGUAGES

MOST = 8  # words of a name that is compared
LEAST = 3  # words of a name without one that only names, from which two names in other words are one
LETTERS = 3  # letters from which a body's initials tell it
COGNATE = 84.0  # per cent of the letters of two words of different languages
LONG = 5  # letters from which words may be cognates
PLURAL = re.compile(r"(?:s|x)$")
MASCULINE = re.compile(r"e$")  # what the feminine of an adjective adds to the form that tables have (`intérieure`)
WORD = re.compile(r"[^\W_]+")
HYPHENED = re.compile(r"[^\W_]+(?=-)")


@dataclass(frozen=True)
class Form:
    """A name of a body: its telling words, and among them, by their spelling, those that only name."""

    key: str
    language: str
    words: frozenset[str]
    proper: frozenset[str]
    hyphened: frozenset[str] = frozenset()  # those that a hyphen joins to the next one


def joined(
    registry: Registry,
    languages: Mapping[str, str],
    shortened: Iterable[tuple[str, str]] = (),
    letters: Iterable[tuple[str, str]] = (),
) -> dict[str, str]:
    """Which keys are other names of a body, and the key that stays for each.

    languages: of the reports, by id; shortened: names of one word, each with the full name that a report shows it to be of;
    letters: keys of such names by letters with those of the full names, one of which may be an outlet's: it stays one.
    """
    forms = [form for entry in registry.entries.values() if is_body(entry) for form in forms_of(entry, languages)]
    buckets: dict[str, list[Form]] = {}
    for form in forms:
        shown = {w[:LONG] for w in form.proper} or {f"{len(form.words)} words"}
        for word in shown | {f"{len(form.words)} words with {t}" for t in common_words(form)}:
            buckets.setdefault(word, []).append(form)
    above: dict[str, str] = {}
    wider: dict[str, set[str]] = {}
    for bucket in buckets.values():
        for i, one in enumerate(bucket):
            for other in bucket[i + 1 :]:
                if one.key == other.key:
                    continue
                if equal(one, other):
                    unite(above, one.key, other.key)
                elif short_for(one, other) and not place(registry, one):
                    wider.setdefault(one.key, set()).add(other.key)
                elif short_for(other, one) and not place(registry, other):
                    wider.setdefault(other.key, set()).add(one.key)
    for key, longer in sorted(wider.items()):
        if len({root(above, k) for k in longer}) == 1:
            unite(above, key, min(longer))
    called = [(f"name:{a}", f"name:{b}") for a, b in shortened]
    called = [pair for pair in called if registry.entries.keys() >= {*pair}]
    told = [pair for pair in letters if registry.entries.keys() >= {*pair}]
    for short, full in [*lettered(registry, languages), *seated(registry), *called, *told]:
        unite(above, short, full)
    for same_name in (*spelled(registry), *rendered(forms), *of_one_kind(registry, languages)):
        for key in same_name[1:]:
            unite(above, same_name[0], key)
    return {key: stays for key in sorted(above) if (stays := root(above, key)) != key}


def place(registry: Registry, form: Form) -> bool:
    """Whether a name is a place's: no body named after it goes by it."""
    return form.key.partition(":")[2] in registry.places


def of_one_kind(registry: Registry, languages: Mapping[str, str]) -> list[list[str]]:
    """Bodies that names in different words tell to be of one kind and name (`Arsenal de Sarn`, `Sarn Shipyard`)."""
    found: dict[tuple[str, str], set[str]] = {}
    for entry in filter(is_body, registry.entries.values()):
        kind, _, name = entry.key.removeprefix("body:").partition(":")
        told = {(kind, name)} if entry.key.startswith("body:") else set()
        texts = {(span.text, languages[span.document]) for span in entry.mentions if span.document in languages}
        for own in told | {parts for text, language in texts if (parts := kind_and_name(text, language)) is not None}:
            found.setdefault(own, set()).add(entry.key)
    return [sorted(keys) for _, keys in sorted(found.items()) if len(keys) > 1]


def spelled(registry: Registry) -> list[list[str]]:
    """Persons whose full names are spellings of one name (`Zelensky`, `Zelenskyy`)."""
    found: dict[tuple[str, ...], list[str]] = {}
    for key in sorted(registry.entries):
        name = folded_name(key.partition(":")[2])
        if key.startswith("person:") and len(name) > 1:
            found.setdefault(name, []).append(key)
    return [keys for keys in found.values() if len(keys) > 1]


def rendered(forms: Iterable[Form]) -> list[list[str]]:
    """Names of one word that French and English reports write each in their own way (`Tarcovie`, `Tarkovia`).

    Only where each language has one such name and neither has the other's.
    """
    told: dict[str, set[str]] = {}
    found: dict[str, dict[str, set[str]]] = {}
    for form in forms:
        told.setdefault(form.key, set()).add(form.language)
        if len(form.words) == 1 and form.proper and form.key.startswith("name:"):
            stem = place_stem(next(iter(form.words)))
            found.setdefault(stem, {}).setdefault(form.language, set()).add(form.key)
    pairs = []
    for stem, keys in sorted(found.items()):
        alone = sorted({k for own in keys.values() for k in own if len(told[k]) == 1})
        if stem and len(keys) == len(LANGUAGES) and len(alone) == sum(map(len, keys.values())) == len(LANGUAGES):
            pairs.append(alone)
    return pairs


def seated(registry: Registry) -> list[tuple[str, str]]:
    """Bodies called by where they are (`Sarn hospital`), each with the only one of its kind that a report places there.

    A name may hold the place (`l'hôpital Saint-Orlan de Sarn`) behind one by which another report calls the body alone.
    """
    places = {place: set(bodies) for place, bodies in registry.seats.items()}
    bodies = sorted(key for key in registry.entries if key.startswith("body:"))
    found = []
    for short in bodies:
        kind, _ = short.rsplit(":", 1)
        for full in bodies:
            joiner = next((j for j in name_joiners() if full.startswith(f"{short} {j} ")), None)
            if joiner is not None:
                found.append((short, full))
                places.setdefault(f"{kind}:{full.removeprefix(f'{short} {joiner} ')}", set()).add(short)
    present = registry.entries.keys()
    found += [(place, min(own)) for place, own in places.items() if place in present and len(own - {place}) == 1]
    return sorted((a, b) for a, b in found if a != b)


def lettered(registry: Registry, languages: Mapping[str, str]) -> list[tuple[str, str]]:
    """Bodies called by letters (`the CGA`), each with the only body of the pile whose name has these for its initials."""
    bodies = [entry for entry in registry.entries.values() if is_body(entry)]
    letters = {e.name.lower(): e.key for e in bodies if e.name.isupper() and LETTERS <= len(e.name) <= MOST}
    found: dict[str, set[str]] = {}
    for entry in bodies:
        for initials in initials_of(entry, languages) & letters.keys():
            if entry.key != letters[initials]:
                found.setdefault(letters[initials], set()).add(entry.key)
    return [(short, next(iter(full))) for short, full in sorted(found.items()) if len(full) == 1]


def initials_of(entry: Entry, languages: Mapping[str, str]) -> set[str]:
    """The initials of the telling words of a body's names."""
    found = set()
    for span in entry.mentions:
        language = languages.get(span.document)
        words = WORD.findall(span.text.partition("(")[0].replace("’", "'")) if language is not None else []
        telling = [w for w in words if language is not None and w.lower() not in function_words(language)]
        if len(telling) >= LETTERS:
            found.add("".join(w[0] for w in telling).lower())
    return found


def is_body(entry: Entry) -> bool:
    """Whether an entry is a body that has a name of its own."""
    return entry.type == "organisation" and entry.anonymity is None and entry.key.startswith(("name:", "body:"))


def forms_of(entry: Entry, languages: Mapping[str, str]) -> set[Form]:
    """The names of a body, as its mentions show them."""
    found = set()
    for span in entry.mentions:
        language = languages.get(span.document)
        if language is None or "," in span.text or "(" in span.text:
            continue
        nothing = function_words(language)
        words = WORD.findall(span.text.replace("’", "'"))
        if len(words) > 1 and words[0].lower() in articles():
            words = words[1:]  # (`Les Charmilles` keeps its article in an English report)
        tokens = [w for w in words if w.lower() not in nothing]
        proper = {spelling(w.lower()) for w in tokens if w[:1].isupper() and w.lower() not in nouns(language)}
        if 0 < len(tokens) <= MOST:
            found.add(
                Form(entry.key, language, frozenset(w.lower() for w in tokens), frozenset(proper), hyphened(span.text))
            )
    return found


def hyphened(text: str) -> frozenset[str]:
    """The words of a name that a hyphen joins to the next one, in lower case."""
    return frozenset(word.lower() for word in HYPHENED.findall(text))


@functools.cache
def function_words(language: str) -> frozenset[str]:
    """Words of a language that tell nothing of a name."""
    table = language_pack(language).function_words
    return frozenset(w.lower().rstrip("'") for w in (*table.words, *table.distinctive)) | {"s"}


def common_words(form: Form) -> frozenset[str]:
    """The words of a name as the last language has them, in the singular: what names in two languages can share."""
    if form.language == LANGUAGES[-1]:
        return frozenset(singular(word) for word in form.words)
    return frozenset(t for word in form.words for t in translations(word))


def nouns(language: str) -> Mapping[str, object]:
    """The nouns of bodies of a language."""
    return language_pack(language).institutions.nouns


def equal(one: Form, other: Form) -> bool:
    """Whether two names have the same words, or words that stand for each other, one for one."""
    if len(one.words) != len(other.words):
        return False
    if len(one.words) == 1:
        named = one.key.startswith("name:") and other.key.startswith("name:")
        return named and bool(one.proper) and one.proper == other.proper  # but for an article (`Les Charmilles`)
    if not one.proper & other.proper:
        enough = len(one.words) >= LEAST or (one.proper and other.proper)
        if one.language == other.language or not enough:
            return False
    return paired(one, other) == len(one.words)


def short_for(one: Form, other: Form) -> bool:
    """Whether a name is another one without some qualifiers: the noun of its body and all that only names are the same.

    A name of one word is what a longer one is called beside the noun of its body (`la banque Alvane`, `Alvane Bank`).
    """
    if len(one.words) == 1 and one.key.startswith("name:") and other.key.startswith("name:"):
        nouns_beside = other.words - one.words
        known = {*nouns(other.language)} - other.hyphened  # (`Port-Sarn` is no port of Sarn's)
        return len(other.words) == 2 and one.proper == other.proper and nouns_beside <= known
    if not (2 <= len(one.words) < len(other.words)) or not one.proper or one.language != other.language:
        return False
    heads = {w for w in one.words if w in nouns(one.language)}
    return bool(heads) and one.words < other.words and one.proper == other.proper


def paired(one: Form, other: Form) -> int:
    """How many words of a name stand for words of another one, each for one."""
    left = sorted(other.words)
    count = 0
    for word in sorted(one.words):
        twin = next((w for w in left if same(one.language, word, other.language, w)), None)
        if twin is not None:
            left.remove(twin)
            count += 1
    return count


def same(language: str, word: str, other_language: str, other: str) -> bool:
    """Whether two words of names stand for each other."""
    if spelling(word) == spelling(other):
        return True
    if language == other_language:
        return False
    first, second = (word, other) if language == LANGUAGES[0] else (other, word)
    if singular(second) in translations(first):
        return True
    return min(len(word), len(other)) >= LONG and fuzz.ratio(spelling(word), spelling(other)) >= COGNATE


@functools.cache
def translations(word: str) -> frozenset[str]:
    """What a word of the first language is in the second one, in the singular."""
    entries = shared_pack().lexicon.entries
    plain = singular(word)
    known = [form for form in (word, plain, MASCULINE.sub("", plain)) if form in entries]
    return frozenset(singular(t.lower()) for form in known for t in entries[form])


def singular(word: str) -> str:
    """A word without the mark of its plural."""
    return PLURAL.sub("", word) if len(word) > LONG - 1 else word


def root(above: Mapping[str, str], key: str) -> str:
    """The key that stays for a key."""
    while above.get(key, key) != key:
        key = above[key]
    return key


def unite(above: dict[str, str], one: str, other: str) -> None:
    """Two keys are one body."""
    low, high = sorted((root(above, one), root(above, other)), key=lambda key: (not key.startswith("outlet:"), key))
    above.setdefault(low, low)
    above[high] = low
