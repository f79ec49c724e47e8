"""Words for nobody and nothing, which some languages also have as nouns (`personne n'est venu`, `une personne est venue`)."""

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Annotation


def says_none(annotation: Annotation, i: int) -> bool:
    """Whether a token is a pronoun for nobody or nothing: one of the pack's, without an article, figure or adjective."""
    token = annotation.tokens[i]
    if token.norm not in language_pack(token.language).negation.pronouns:
        return False
    described = [c for c in annotation.dependents(i, "det", "nummod", "amod", "nmod:poss") if c < i]
    return not described and not token.has("Number=Plur")
