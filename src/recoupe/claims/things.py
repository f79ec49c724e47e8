"""Things that events are about: one key in both languages, and the kind that a word belongs to."""

import functools
from dataclasses import dataclass

from recoupe.languages import LANGUAGES, language_pack, shared_pack
from recoupe.reuse.weights import weight

CONTAINERS = "container"  # the packs' kind of things that hold others
RARE = 0.9  # of what a word of no table tells


@dataclass(frozen=True)
class Thing:
    """A thing by the key that the languages share, its kind ("" where unknown), and whether it names the whole kind.

    everyday: its word is among the common ones of the frequency tables, and alone tells no event from another.
    """

    key: str
    kind: str
    broad: bool
    everyday: bool = False

    def agrees(self, other: "Thing") -> bool:
        """Whether two things can be one: the same word, or one of them the broader word of the same kind."""
        if CONTAINERS in {self.kind, other.kind}:
            return True  # a container alone (`forty boxes`) leaves open what it holds
        return self.key == other.key or bool(self.kind and self.kind == other.kind and (self.broad or other.broad))


@functools.cache
def kinds() -> dict[str, Thing]:
    """For each noun of things (both languages): the kind it belongs to and a key that the languages share."""
    lexicon = shared_pack().lexicon.entries
    found: dict[str, Thing] = {}
    for language in LANGUAGES:
        for kind, nouns in language_pack(language).events.objects.items():
            for rank, noun in enumerate(nouns):
                english = lexicon.get(noun, [noun])[0]
                found.setdefault(noun.lower(), Thing(english.lower(), kind, rank == 0, everyday(noun, language)))
    return found


def thing(lemma: str) -> Thing:
    """A noun's key (the English lemma where the lexicon has one) and its kind, "" where the packs name none."""
    known = kinds().get(lemma)
    if known is not None:
        return known
    english = shared_pack().lexicon.entries.get(lemma, [lemma])[0].lower()
    return Thing(english, "", broad=False, everyday=any(everyday(lemma, code) for code in LANGUAGES))


def everyday(word: str, language: str) -> bool:
    """Whether a word is a common one."""
    return weight(word, language) < RARE
