"""In which field something is done (`military cooperation`, `des échanges dans le domaine agricole`)."""

import functools
from collections.abc import Iterator, Mapping, Sequence

from recoupe.claims.constructions import case_of
from recoupe.claims.found import FoundEvent
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

BESIDE = ("amod", "compound", "nmod:poss")  # how a field is named beside a noun
AROUND = ("nmod", "obl")  # how it hangs on a noun or verb with a preposition


@functools.cache
def fields(language: str) -> Mapping[str, str]:
    """The field that each word of the pack names."""
    return {word: field for field, words in language_pack(language).events.fields.items() for word in words}


def fields_of(annotation: Annotation, found: FoundEvent) -> frozenset[str]:
    """The fields that words beside the noun of an event name, or beside the verb that the noun is the subject of."""
    nouns = [n for n in dict.fromkeys((found.token, *found.nodes)) if annotation.tokens[n].pos == "NOUN"]
    named = {field for noun in nouns for field in named_beside(annotation, noun)}
    verbs = [
        annotation.tokens[n].head for n in nouns if annotation.tokens[n].dep.startswith("nsubj")
    ]  # `their cooperation will go on in trade`
    return frozenset(named.union(*(named_around(annotation, node) for node in (*nouns, *verbs))))


def named_beside(annotation: Annotation, noun: int) -> Iterator[str]:
    """The fields of the adjectives and nouns that describe a noun, those in a row with them too."""
    yield from named(annotation, annotation.dependents(noun, *BESIDE))


def named_around(annotation: Annotation, node: int) -> Iterator[str]:
    """The fields that hang on a word with a preposition of place (`in trade`), or beside a noun that announces one."""
    for child in annotation.dependents(node, *AROUND):
        token = annotation.tokens[child]
        events = language_pack(token.language).events
        if case_of(annotation, child) in events.locative:
            yield from named(annotation, [child])
        if token.lemma in events.field_nouns:
            yield from named_beside(annotation, child)
            yield from named(annotation, annotation.dependents(child, "nmod"))


def named(annotation: Annotation, words: Sequence[int]) -> Iterator[str]:
    """The fields that words name, and those in a row with them."""
    for i in words:
        row: list[Token] = [annotation.tokens[k] for k in (i, *annotation.dependents(i, "conj"))]
        yield from (fields(t.language)[t.lemma] for t in row if t.lemma in fields(t.language))
