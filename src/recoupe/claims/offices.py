"""Nouns of events inside the name of an office or institution, which tell no event (`ministre du Contrôle des exportations`)."""

from recoupe.claims.participants import can_act
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

LINKS = ("nmod", "compound")


def names_office(annotation: Annotation, noun: Token) -> bool:
    """Whether a noun belongs to a name with a capital inside a sentence: of what an officer heads, or of an institution.

    Headings, where any word may have one, show nothing.
    """
    if noun.sentence in annotation.headings:
        return False
    token = noun
    while token.dep.startswith(LINKS) and token.head < token.i:
        head = annotation.tokens[token.head]
        named = [c for c in (token.i, *annotation.dependents(head.i, *LINKS)) if head.i < c <= token.i]
        if officer(head) and any(in_name(annotation, annotation.tokens[c]) for c in named):
            return True
        if in_name(annotation, head) and head.lemma in language_pack(head.language).institutions.nouns:
            return True
        token = head
    return False


def in_name(annotation: Annotation, token: Token) -> bool:
    """Whether a common noun has a capital that no beginning of a sentence or quotation gives it."""
    first, _ = annotation.sentences[token.sentence]
    before = annotation.tokens[token.i - 1] if token.i > first else None
    capital = token.text[:1].isupper() and not token.text.isupper()
    return token.pos == "NOUN" and capital and before is not None and before.pos != "PUNCT"


def officer(token: Token) -> bool:
    """Whether a noun names who holds an office, or a body."""
    return token.pos == "NOUN" and (can_act(token) or token.lemma in language_pack(token.language).institutions.nouns)
