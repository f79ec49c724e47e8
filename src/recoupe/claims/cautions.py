"""What outlets say of their own checks (`which X was not able to verify independently`): a caution about what somebody else
says, and no claim of its own."""

from collections.abc import Iterator

from recoupe.claims.found import FoundEvent
from recoupe.claims.polarity import polarity_of
from recoupe.ingest.names import known_agency, known_outlet
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

# relations between a verb of checking and the words that say it was not possible
LINKS = ("xcomp", "ccomp", "advcl", "acl")


def only_cautions(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether a predicate only tells that something was not checked: by an outlet, or independently."""
    token = annotation.tokens[found.token]
    pack = language_pack(token.language)
    lines = pack.house_lines
    if found.nominal:
        return False
    verbs = list(linked(annotation, token))
    if not any(t.lemma in lines.checking for t in verbs):
        return False
    around = [annotation.tokens[c] for t in verbs for c in annotation.children[t.i]]
    failed = any(t.lemma in lines.unable for t in (*verbs, *around))
    if not failed and all(polarity_of(annotation, t, pack)[0] for t in verbs):
        return False
    words = [annotation.tokens[i] for t in verbs for i in annotation.subtree(t.i) if t.lemma in lines.checking]
    return any(t.lemma in lines.independent or t.norm in lines.independent for t in words) or any(
        is_outlet(annotation, t) for t in around if t.dep.startswith(("nsubj", "obl"))
    )


def linked(annotation: Annotation, token: Token) -> Iterator[Token]:
    """A predicate with the verb above it and those below it that make one with it (`was not able | to verify`)."""
    yield token
    above = annotation.tokens[token.head]
    if above.i != token.i and token.dep.startswith(LINKS):
        yield above
    for child in annotation.children[token.i]:
        if annotation.tokens[child].dep.startswith(LINKS):
            yield annotation.tokens[child]


def is_outlet(annotation: Annotation, noun: Token) -> bool:
    """Whether a noun names an outlet or agency: one of the tables or of the report's own, or by a noun of the media."""
    document = annotation.document
    own = {c.actor for c in (document.outlet, *document.agencies) if c is not None}
    kind = language_pack(noun.language).institutions.nouns.get(noun.lemma)
    words = [i for i in annotation.subtree(noun.i) if annotation.tokens[i].pos == "PROPN"]
    name = document.text[annotation.tokens[words[0]].start : annotation.tokens[words[-1]].end] if words else noun.text
    named = name in own or (noun.pos == "PROPN" and bool(known_agency(name) or known_outlet(name)))
    return named or (kind is not None and kind.type == "media")
