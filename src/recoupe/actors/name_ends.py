"""Where names end that are made of common words: with the name behind `of`, with an adjective in small letters."""

from collections.abc import Set

from recoupe.actors.gazetteer import known_names
from recoupe.actors.grammar import owning
from recoupe.actors.openings import in_lexicon, opens
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token


def with_complement(annotation: Annotation, first: int, last: int, taken: Set[int]) -> int:
    """The end of a name whose words are nouns of bodies, with the name behind `of` (`University of Sérac`)."""
    tokens = annotation.tokens
    if last + 1 >= len(tokens) or not all(common_body(t) for t in tokens[first:last]):
        return last
    of = tokens[last].pos == "ADP" and tokens[last].norm in owning()
    if (
        not of
        or tokens[last + 1].pos != "PROPN"
        or last + 1 in taken
        or tokens[last + 1].sentence != tokens[first].sentence
    ):
        return last
    end = last + 2
    while end < len(tokens) and tokens[end].pos == "PROPN" and end not in taken and tokens[end].text[:1].isupper():
        end += 1
    return end


def with_adjective(annotation: Annotation, first: int, last: int, taken: Set[int]) -> int:
    """The end of a name that is a common noun with a capital, with the adjective behind it (`Renouveau civique`); of another
    word behind the noun of a body, where the adjective cannot be that noun's (`le collectif | Sarne vivante`).
    """
    tokens = annotation.tokens
    if last - first > 1 or last >= len(tokens) or last in taken or tokens[first].text.isupper():
        return last
    noun, behind = tokens[first], tokens[last]
    described = behind.pos == "ADJ" and behind.dep.startswith("amod") and behind.head in {first, noun.head}
    if not described or not behind.text.islower() or opens(annotation, first) or common_body(noun):
        return last
    nation = (behind.norm,) in known_names().get(behind.language, {})
    named = in_lexicon(noun.norm, noun.language) or behind_other_noun(tokens[first - 1], behind)
    return last + 1 if named and not nation else last


def behind_other_noun(body: Token, adjective: Token) -> bool:
    """Whether an adjective behind the noun of a body has another gender or number."""
    if body.lemma not in language_pack(body.language).institutions.nouns:
        return False
    return any(
        body.has(f"{feature}={one}") and adjective.has(f"{feature}={other}")
        for feature, *pair in (("Gender", "Masc", "Fem"), ("Number", "Sing", "Plur"))
        for one, other in (pair, pair[::-1])
    )


def of_common_words(annotation: Annotation, first: int, last: int, before: Token) -> bool:
    """Whether words of the tables name a body behind its noun (`du groupe | Azur Horizon`)."""
    if last - first < 2 or before.lemma not in language_pack(before.language).institutions.nouns:
        return False
    return all(in_lexicon(t.norm, t.language) for t in annotation.tokens[first:last])


def common_body(token: Token) -> bool:
    """Whether a capital only marks the noun of a body (`the Bank`): it tells which one no more than `the bank` does."""
    nouns = language_pack(token.language).institutions.nouns
    return (token.lemma in nouns or token.norm in nouns) and not token.text.isupper()
