"""Words for nobody and nothing, which some languages also have as nouns (`personne n'est venu`, `une personne est venue`),
and denials that their words take back.
"""

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Annotation

GIVEN_UP = 3  # tokens before a verb among which words that take it back stand


def says_none(annotation: Annotation, i: int) -> bool:
    """Whether a token is a pronoun for nobody or nothing: one of the pack's, without an article, figure or adjective."""
    token = annotation.tokens[i]
    if token.norm not in language_pack(token.language).negation.pronouns:
        return False
    described = [c for c in annotation.dependents(i, "det", "nummod", "amod", "nmod:poss") if c < i]
    return not described and not token.has("Number=Plur")


def given_up(annotation: Annotation, verb: int) -> bool:
    """Whether words right before a verb of denial say that it is no more, or only one of two things that may be.

    `a cessé de nier`, `no longer denies`, `must confirm or rule out`.
    """
    token = annotation.tokens[verb]
    first, _ = annotation.sentences[token.sentence]
    before = annotation.tokens[max(first, verb - GIVEN_UP) : verb]
    return any(t.norm in language_pack(t.language).negation.ceasing for t in before)
