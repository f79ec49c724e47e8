"""What somebody named is called besides: the nouns of persons that a report uses of them, and those that fit these."""

import functools
from collections.abc import Mapping

from recoupe.actors.phrases import names_people
from recoupe.claims.found import FoundEvent
from recoupe.claims.profiles import Profile
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation
from recoupe.reuse.equivalence import meanings

BESIDE = ("appos", "flat", "compound", "nmod")  # constructions that hold a name and what its bearer is

Called = Mapping[str, frozenset[str]]  # what nouns can mean, in either language, by actor or by role


def called(annotation: Annotation, actors: Mapping[int, str]) -> Called:
    """For each actor that a report names, what the nouns can mean that it uses of them (`Commander X ... the officer`).

    actors: the actor named or taken up at each token.
    """
    nouns: dict[str, set[tuple[str, str]]] = {}
    for i, actor in actors.items():
        token = annotation.tokens[i]
        beside = [annotation.tokens[c] for c in annotation.dependents(i, *BESIDE)]
        if token.dep.startswith(BESIDE):
            beside.append(annotation.tokens[token.head])
        near = [t for t in beside if t.i not in actors and t.sentence == token.sentence]
        for own in (token, *near):
            if own.pos == "NOUN" and names_people(language_pack(own.language), own):
                nouns.setdefault(actor, set()).add((own.language, own.lemma))
    return {actor: frozenset().union(*(fitting(*noun) for noun in own)) for actor, own in nouns.items()}


def called_so(found: FoundEvent, nouns: Called) -> Called:
    """What those are called besides who fill the roles of an event, by role."""
    return {role: nouns[actor] for role, (_, actor) in found.fillers.items() if actor is not None and actor in nouns}


def called_by_other(a: Profile, b: Profile) -> list[str]:
    """The roles that one fills with a name, the other with a noun that the first report uses of whom it names."""
    ties = ((a, b), (b, a))
    return sorted(
        role
        for own, other in ties
        for role, meant in own.called.items()
        if role in other.things and not other.things[role].senses.isdisjoint(meant)
    )


@functools.cache
def fitting(language: str, noun: str) -> frozenset[str]:
    """What a noun of persons can mean, and the nouns that are said of whoever holds such an office (`officer` of a captain)."""
    epithets = language_pack(language).titles.epithets
    words = {noun, *(word for word, offices in epithets.items() if noun in offices)}
    return frozenset().union(*(meanings((language, word)) or {word} for word in words))
