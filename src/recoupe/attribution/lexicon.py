"""The packs of a language, compiled for look-up by lemma and by word."""

import functools
from dataclasses import dataclass
from typing import TypeVar

from recoupe.languages import LanguagePack, language_pack, shared_pack
from recoupe.languages.schema import Phrase, RelayPhrase, ReportingNoun, ReportingVerb
from recoupe.linguistics import Token


@dataclass(frozen=True)
class VerbEntry:
    """A reporting verb: its key in the pack, the words that must follow the head verb, whether it is reflexive."""

    key: str
    words: tuple[str, ...]
    reflexive: bool
    verb: ReportingVerb


@dataclass(frozen=True)
class Lexicon:
    """What the mechanisms of attribution look up; every list is lower case with straight apostrophes."""

    pack: LanguagePack
    verbs: dict[str, tuple[VerbEntry, ...]]
    adjectives: dict[str, VerbEntry]
    asides: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    nouns: dict[str, ReportingNoun]
    documents: frozenset[str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Phrase], ...]]
    possessed: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]]  # words before, words behind, form
    relays: dict[str, tuple[tuple[tuple[str, ...], RelayPhrase], ...]]
    channels: frozenset[str]
    speakers: frozenset[str]  # common nouns of persons, bodies, groups, anonymous heads: they can speak
    roles: frozenset[str]  # roles and nouns of persons
    outlets: frozenset[str]
    media_nouns: frozenset[str]
    hedging_adverbs: frozenset[tuple[str, ...]]
    first_names: frozenset[str]
    dates: frozenset[str]  # months, weekdays, parts of the day: no contents
    calendar: frozenset[str]  # months, weekdays, parts of the day, units of time: no subjects


T = TypeVar("T")
REFLEXIVES = ("se ", "s'")


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase as words; an elided word keeps its apostrophe (`d'après` -> `d'`, `après`), but `l'on` is one word."""
    return tuple(phrase.lower().replace("’", "'").replace("'", "' ").replace("l' on ", "l'on ").split())


def verb_entries(pack: LanguagePack) -> dict[str, tuple[VerbEntry, ...]]:
    """Entries by head lemma, the longest phrases first."""
    found: dict[str, list[VerbEntry]] = {}
    for key, verb in pack.reporting_verbs.verbs.items():
        reflexive = key.startswith(REFLEXIVES) and pack.settings.clitic_inversion
        bare = key.removeprefix("se ").removeprefix("s'") if reflexive else key
        head, *rest = words_of(bare)
        found.setdefault(head, []).append(VerbEntry(key, tuple(rest), reflexive, verb))
    return {head: tuple(sorted(v, key=lambda e: (-len(e.words), not e.reflexive, e.key))) for head, v in found.items()}


def uncontracted(token: Token) -> str:
    """The preposition of a word contracted with its article (`du`), else the word."""
    return language_pack(token.language).settings.contractions.get(token.norm, token.norm)


def unelided(token: Token) -> str:
    """A word as it stands where nothing is elided or contracted: `d'` and `du` are `de`."""
    return language_pack(token.language).settings.elisions.get(token.norm, uncontracted(token))


def same_word(token: Token, word: str) -> bool:
    """Whether a token is a word of a phrase, be it elided or contracted with an article (`d'` and `du` for `de`)."""
    return word in {token.norm, unelided(token)}


def by_first_word(forms: list[tuple[str, T]]) -> dict[str, tuple[tuple[tuple[str, ...], T], ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for form, value in forms:
        words = words_of(form)
        if words:
            found.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(v, key=lambda e: (-len(e[0]), e[0]))) for first, v in found.items()}


def possessed_phrases(forms: list[str]) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]]:
    """Phrases around their source by their first word: the words before and behind the gap."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
    for form in forms:
        before, _, after = form.partition("…")
        words = words_of(before)
        found.setdefault(words[0], []).append((words, words_of(after), form))
    return {first: tuple(sorted(v, key=lambda e: (-len(e[1]), e))) for first, v in found.items()}


@functools.cache
def outlet_names() -> frozenset[str]:
    """Names and aliases of outlets and agencies, lower case."""
    shared = shared_pack()
    tables = [*shared.outlets.outlets.items(), *shared.agencies.agencies.items()]
    return frozenset(n.lower().replace("’", "'") for name, o in tables for n in (name, *o.aliases))


@functools.cache
def body_names() -> frozenset[tuple[str, ...]]:
    """The words of the names of states, what stands for them, their bodies, and international bodies, in every language."""
    shared = shared_pack()
    tables = [body.names for body in shared.international.bodies.values()]
    for state in shared.countries.countries.values():
        tables += [state.names, state.capital, state.executive, state.bodies, state.agencies]
    return frozenset(words_of(form) for table in tables for forms in table.values() for form in forms)


@functools.cache
def lexicon(language: str) -> Lexicon:
    """The compiled packs of a language."""
    pack = language_pack(language)
    phrases = pack.attribution_phrases
    titles, bodies = pack.titles, pack.institutions
    persons = {*titles.roles, *titles.persons, *titles.epithets}
    speakers = {*persons, *bodies.nouns, *bodies.groups, *bodies.plurals, *pack.anonymity.heads}
    return Lexicon(
        pack=pack,
        verbs=verb_entries(pack),
        adjectives={k: VerbEntry(k, (), False, v) for k, v in pack.reporting_verbs.adjectives.items()},
        asides=by_first_word([(a, a) for a in pack.settings.asides]),
        nouns=pack.reporting_nouns.nouns,
        documents=frozenset(pack.reporting_nouns.documents),
        phrases=by_first_word([(p.form, p) for p in phrases.phrases if p.source != "possessor"]),
        possessed=possessed_phrases([p.form for p in phrases.phrases if p.source == "possessor"]),
        relays=by_first_word([(r.form, r) for r in phrases.relays]),
        channels=frozenset(phrases.channels),
        speakers=frozenset(s.lower() for s in speakers),
        roles=frozenset(r.lower() for r in (*titles.roles, *titles.persons)),
        outlets=outlet_names(),
        media_nouns=frozenset(n for n, b in bodies.nouns.items() if b.type == "media"),
        hedging_adverbs=frozenset(words_of(a) for a in pack.hedges.adverbs),
        first_names=frozenset(n.lower() for n in titles.first_names),
        dates=frozenset({*pack.calendar.months, *pack.calendar.weekdays, *pack.calendar.days, *pack.calendar.dayparts}),
        calendar=frozenset(
            {
                *pack.calendar.months,
                *pack.calendar.weekdays,
                *pack.calendar.days,
                *pack.calendar.dayparts,
                *pack.calendar.units,
            }
        ),
    )
