"""Things that events are about: one key in both languages, and the kind that a word belongs to."""

import functools
from collections.abc import Collection
from dataclasses import dataclass

from recoupe.languages import LANGUAGES, language_pack, shared_pack
from recoupe.linguistics import Annotation, Token
from recoupe.reuse.equivalence import meanings, senses
from recoupe.reuse.weights import weight

CONTAINERS = "container"  # the packs' kind of things that hold others
HOLDERS = {CONTAINERS, "load"}  # with a load, which names goods by their being carried
LADINGS = {"weapon", "waste", "drug", "energy", "food", "load"}  # kinds of things that crafts carry
PERSON = "person"  # the kind of all persons
BODY = "body"  # the kind of bodies that are named by their kind alone: another word may name the same one
RARE = 0.9  # of what a word of no table tells


@dataclass(frozen=True)
class Thing:
    """A thing by the key that the languages share, its kind ("" where unknown), and the kinds that it names as wholes.

    wholes: kinds of any of whose things its word may be said (`ship` of a ferry; `equipment` of machines and of weapons).
    part: the narrower kind that its word stands in (`worker` of persons, `fishing boat` of ships), else its kind.
    everyday: its word is among the common ones of the frequency tables, and alone tells no event from another.
    senses: what its word can mean, in either language. language: of its word. event: its word names an event, and what
    that is about tells more. alike: the kind that its word names, where other words name the same persons or things
    (`employees`, `staff`; `canvas`, `picture`).
    """

    key: str
    kind: str
    wholes: frozenset[str] = frozenset()
    everyday: bool = False
    senses: frozenset[str] = frozenset()
    event: bool = False
    language: str = ""
    alike: str = ""
    part: str = ""

    @property
    def broad(self) -> bool:
        """Whether its word names the whole kind."""
        return self.kind in self.wholes

    def one_word(self, other: "Thing") -> bool:
        """Whether the words of two things can stand for each other."""
        return self.key == other.key or not self.senses.isdisjoint(other.senses)

    def agrees(self, other: "Thing") -> bool:
        """Whether two things can be one: the same word, words of an interchangeable kind, or one the broader word."""
        if self.kind in HOLDERS or other.kind in HOLDERS:
            return True  # a container or load alone (`forty boxes`) leaves open what it holds
        if self.one_word(other) or (self.alike and self.alike == other.alike):
            return True
        return not (
            self.wholes.isdisjoint((other.kind, other.part)) and other.wholes.isdisjoint((self.kind, self.part))
        )

    def opposed(self, other: "Thing") -> bool:
        """Whether two words tell persons who are never the same where both take part (`17 policemen`, `30 marchers`)."""
        tables = shared_pack().kinds.opposed
        return any(b.part in tables.get(a.part, ()) for a, b in ((self, other), (other, self)))

    def told_otherwise(self, other: "Thing") -> bool:
        """Whether two words tell what does not shut out each other: of persons a plight, a calling, an age or sex; a site and
        what stands on it.
        """
        tables = shared_pack().kinds
        if any(a.broad and b.kind in tables.beside.get(a.kind, ()) for a, b in ((self, other), (other, self))):
            return True
        own, their = tables.aspects.get(self.part, ""), tables.aspects.get(other.part, "")
        return self.kind == other.kind == PERSON and own != their and bool(own and their)


@functools.cache
def kinds(language: str) -> dict[str, Thing]:
    """For each noun of things of a language: the kind it belongs to and a key that the languages share."""
    found: dict[str, Thing] = {}
    events, tables = language_pack(language).events, shared_pack().kinds
    for part, nouns in events.objects.items():
        kind = PERSON if part in events.people else tables.within.get(part, part)
        alike = part if part in events.alike else ""
        for rank, noun in enumerate(nouns):
            wholes = {part} if rank == 0 or noun in events.broad else set()
            wholes |= {PERSON} if noun in events.anyone else set()
            wholes |= {of for whole in wholes for of in tables.covers.get(whole, ())}
            found.setdefault(noun.lower(), known_thing(noun, language, kind, wholes, alike, part))
    for noun in events.anyone:  # words that fit any person, of no kind of their own
        found.setdefault(noun, known_thing(noun, language, PERSON, {PERSON}, "", PERSON))
    return found


def known_thing(noun: str, language: str, kind: str, wholes: Collection[str], alike: str, part: str) -> Thing:
    """The thing of a noun that stands in the tables."""
    key, senses = key_of(noun.lower(), language), meanings((language, noun.lower()))
    return Thing(key, kind, frozenset(wholes), everyday(noun, language), senses, False, language, alike, part)


SOMEBODY = Thing(
    PERSON, PERSON, frozenset({PERSON}), everyday=True
)  # those whom an event befell, of whom no more is said

MONEY = Thing(
    "money", "money", frozenset({"money"}), everyday=True
)  # a sum, whose figure tells it (`210 million crowns`)


def thing(lemma: str, language: str) -> Thing:
    """A noun's key (the English lemma where the lexicon has one) and its kind, "" where the packs name none."""
    known = kinds(language).get(lemma)
    if known is not None:
        return known
    event = lemma in language_pack(language).events.nouns
    senses = meanings((language, lemma))
    return Thing(key_of(lemma, language), "", frozenset(), everyday(lemma, language), senses, event, language)


def thing_at(token: Token) -> Thing:
    """What a token names."""
    return thing(token.lemma, token.language)


@functools.cache
def phrases(language: str) -> dict[str, list[list[str]]]:
    """The nouns of things of several words, longest first, by the word that heads them (`patrol boat`, `mot de passe`)."""
    known = {*kinds(language), *(word for of, word in senses() if of == language)}
    found: dict[str, list[list[str]]] = {}
    for words in sorted((phrase.split() for phrase in known if " " in phrase), key=lambda w: (-len(w), w)):
        found.setdefault(words[-1] if language == LANGUAGES[-1] else words[0], []).append(words)
    return found


def thing_told(annotation: Annotation, token: Token) -> Thing:
    """What a token names with the words that make one noun with it (`patrol boats`)."""
    for words in phrases(token.language).get(token.lemma, ()):
        first = token.i - len(words) + 1 if words[-1] == token.lemma else token.i
        row = annotation.tokens[max(0, first) : first + len(words)]
        if len(row) == len(words) and all(w in {t.lemma, t.norm} for w, t in zip(words, row, strict=True)):
            return thing(" ".join(words), token.language)
    return thing_at(token)


def key_of(lemma: str, language: str) -> str:
    """The key of a word that the languages share: itself in English, else its first English word in the lexicon."""
    entries = shared_pack().lexicon.entries
    return entries[lemma][0].lower() if language != LANGUAGES[-1] and lemma in entries else lemma


def everyday(word: str, language: str) -> bool:
    """Whether a word is a common one."""
    return weight(word, language) < RARE


def misread_thing(annotation: Annotation, token: Token) -> bool:
    """Whether what was read as a verb is a thing behind its number or the verb that takes it (`thirty pumps`, `sold pumps`)."""
    before = annotation.tokens[token.i - 1] if token.i else token
    counted = before.pos == "NUM" or bool(annotation.dependents(token.i, "nummod"))
    taken = before.pos == "VERB" and before.sentence == token.sentence and not token.has("VerbForm=Inf")
    thing = token.pos == "VERB" and token.lemma in kinds(token.language) and not token.has("VerbForm=Ger")
    return thing and (counted or taken) and not annotation.dependents(token.i, "nsubj", "aux", "mark")
