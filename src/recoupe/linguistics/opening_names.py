"""Names that open a sentence or quotation and that a tagger takes for verbs, nouns or words of grammar: `Dorval dément.`,
`Dorval, for its part, denies it`, `« Dorval Resources n'a payé personne »`. So with names before a body's noun.

A first word has its capital in any case. What tells that it is a name: it is the subject of its sentence, and it is no
form of a verb that can be one, or the report has the same word as a name elsewhere, or no table knows it as a word.
"""

import functools
from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack, shared_pack
from recoupe.languages.inflection import infinitives
from recoupe.linguistics.tokens import Token

VERBAL = {"VERB", "AUX"}
GRAMMAR = {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "PART"}  # of which every word is known
MISTAKEN = {*VERBAL, *GRAMMAR, "NOUN", "ADJ", "ADV", "X", "INTJ"}
DESCRIBING = {"ADJ", "VERB", "ADV", "X"}
LONG = 5  # letters of a word that is hardly one of grammar, nor an abbreviation
NEAR = 2  # tokens from a name to the noun that it stands before
SHORTEST = (
    3  # letters of a name that is taken for a word of grammar, and of an ending that tells an adjective of a place
)
ITS_OWN = ("aux", "cop", "mark", "obj", "det", "nsubj")  # what no name alone has beside it


def with_names(tokens: Sequence[Token], sentences: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a report, those that open a sentence as its subject and are names as names."""
    found = [name_before_noun(tokens, part_of_name(tokens, token)) for token in tokens]
    starts = {first_word(tokens, first, last) for first, last in sentences}
    opening = [k for k in sorted(starts) if is_open_to_doubt(tokens, k, sentences[tokens[k].sentence][1])]
    if not opening:
        return found
    names = {t.text for t in tokens if t.pos == "PROPN" and t.i not in starts}
    for first in opening:
        token = tokens[first]
        verb = token.pos in VERBAL and not token.has("VerbForm=Inf") and is_no_verb(token)
        if token.text in names or verb or (token.pos not in VERBAL and is_unknown(token)):
            subject = token.dep if token.dep.startswith("nsubj") else "nsubj"
            found[first] = replace(token, pos="PROPN", morph="", dep=subject)
    return found


def part_of_name(tokens: Sequence[Token], token: Token) -> Token:
    """A token, as a name where it goes on with one and no table knows its word (`Maud | Lestrade`, read as a pronoun)."""
    if token.pos == "PROPN" or not token.dep.startswith("flat") or not token.text[:1].isupper():
        return token
    named = tokens[token.head].pos == "PROPN" and tokens[token.i - 1].text[:1].isupper()
    return replace(token, pos="PROPN", morph="") if named and token.text.isalpha() and is_unknown(token) else token


def name_before_noun(tokens: Sequence[Token], token: Token) -> Token:
    """A token, as a name where it has a capital, no table knows it, and it stands before the noun of a body, which it describes
    as a tagger has it that has not met it (`the | Dorval group`, `the | Dorval hacking group`)."""
    if (
        token.pos not in DESCRIBING
        or not token.text[:1].isupper()
        or token.text.isupper()
        or len(token.text) < LONG
        or not token.dep.startswith("amod")
    ):
        return token
    pack, noun = language_pack(token.language), tokens[token.head]
    if not pack.settings.right_headed or not 0 < noun.i - token.i <= NEAR or noun.lemma not in pack.institutions.nouns:
        return token
    endings = tuple(ending for ending in pack.settings.demonym_endings if len(ending) >= SHORTEST)
    of_place = token.norm.endswith(endings) or token.norm in nationalities(token.language)
    if of_place or not noun.text.islower() or not is_unknown(token):
        return token
    return replace(token, pos="PROPN", morph="", dep="compound")


@functools.cache
def nationalities(language: str) -> frozenset[str]:
    """The adjectives of states, lower case."""
    return frozenset(
        a.lower() for c in shared_pack().countries.countries.values() for a in c.adjectives.get(language, ())
    )


def first_word(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first token of a sentence that is no mark; its first one where all are."""
    return next((k for k in range(first, last) if tokens[k].pos != "PUNCT"), first)


def is_unknown(token: Token) -> bool:
    """Whether no table has a word: it is no common noun, in whose place a name may stand without an article."""
    pack = language_pack(token.language)
    if token.has("Number=Plur") or token.norm.endswith(tuple(pack.settings.common_endings)):
        return False
    forms = {token.norm, token.lemma, *infinitives(token.norm, token.language)}
    return forms.isdisjoint(words_of(token.language))


@functools.cache
def words_of(language: str) -> frozenset[str]:
    """All words that the tables of a language hold, single ones and those inside phrases, lower case."""
    pack = language_pack(language)
    entries = shared_pack().lexicon.entries
    english = [w for listed in entries.values() for w in listed]
    lexicon = english if pack.settings.right_headed else [*entries]
    tables = (
        pack.function_words.words,
        pack.function_words.frequencies,
        pack.events.nouns,
        pack.events.verbs,
        pack.reporting_verbs.verbs,
        pack.reporting_nouns.nouns,
        pack.institutions.nouns,
        pack.titles.roles,
        pack.titles.persons,
        pack.anonymity.heads,
        *pack.events.objects.values(),
    )
    return frozenset(word for entry in (*lexicon, *(e for t in tables for e in t)) for word in entry.lower().split())


def is_no_verb(token: Token) -> bool:
    """Whether a word that the tagger takes for a verb has the lemma of none: its own form, or one that no pack has."""
    pack = language_pack(token.language)
    listed = token.lemma in pack.events.verbs or token.lemma in pack.reporting_verbs.verbs
    return token.lemma == token.norm or (not listed and (token.pos == "AUX" or token.has("VerbForm=Fin")))


def before_verb(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a word stands right before a finite verb on which it hangs and that has no subject (`Orvane shut its mill`)."""
    verb = tokens[token.head]
    right = (
        verb.i == token.i + 1 and verb.has("VerbForm=Fin") and token.dep in {"advmod", "obl", "amod", "dep", "vocative"}
    )
    return right and not any(t.head == verb.i and t.dep.startswith(("nsubj", "csubj", "expl")) for t in tokens)


def is_open_to_doubt(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the first word of a sentence is its subject, has a capital alone, and was not read as a name."""
    token = tokens[first]
    if token.pos not in MISTAKEN or not token.text[:1].isupper():
        return False
    if token.pos in GRAMMAR and (len(token.text) < SHORTEST or not token.text.isalpha()):
        return False
    if not token.dep.startswith("nsubj") and not before_verb(tokens, token):
        return False
    return not any(t.head == first and t.dep.startswith(ITS_OWN) for t in tokens[first + 1 : last])
