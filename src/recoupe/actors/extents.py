"""How far the name of a body reaches: the words that qualify it, what it is for, and where a person's name begins."""

from collections.abc import Set

from recoupe.actors.gazetteer import known_names
from recoupe.actors.grammar import articles, owning
from recoupe.ingest.names import tells_outlet
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

QUALIFIERS = {"ADJ", "NOUN", "PROPN", "X"}
FIELD = 6  # words of what a body is for, with its small words


def is_body(annotation: Annotation, first: int, last: int) -> bool:
    """Whether tokens [first, last) are a body's name by its noun: the last word in languages that have it last, else the
    first one (`Sarn Safety Board`, `Conseil national de l'eau`)."""
    return last - first > 1 and body_noun(noun_of_body(annotation, first, last))


def noun_of_body(annotation: Annotation, first: int, last: int) -> Token:
    """The word of a name at which a body's noun would stand."""
    settings = language_pack(annotation.tokens[first].language).settings
    return annotation.tokens[last - 1 if settings.right_headed else first]


def body_noun(token: Token) -> bool:
    """Whether a word is a noun of bodies that is no word of persons too."""
    pack = language_pack(token.language)
    words = {token.lemma, token.norm}
    return bool(words & pack.institutions.nouns.keys()) and not words & pack.titles.roles.keys()


def qualified_from(annotation: Annotation, first: int, last: int, taken: Set[int]) -> int:
    """Where the name of a body begins that ends with its noun: adjectives with a capital before it are part of it
    (`the [National] Medicines Board`), however common they are."""
    tokens = annotation.tokens
    right_headed = language_pack(tokens[first].language).settings.right_headed
    if not right_headed or not body_noun(tokens[last - 1]) or tokens[first].sentence in annotation.headings:
        return first
    opening = annotation.sentences[tokens[first].sentence][0]
    while first - 1 > opening and first - 1 not in taken and qualifies(tokens[first - 1]):
        first -= 1
    return first


def qualifies(token: Token) -> bool:
    """Whether a word with a capital can be part of a body's name: no office, no article, no nation's adjective."""
    titles = language_pack(token.language).titles
    if not token.text[:1].isupper() or token.pos not in QUALIFIERS or token.norm in articles():
        return False
    office = token.pos != "ADJ" and any(token.norm in t for t in (titles.roles, titles.persons, titles.civilities))
    known = known_names().get(token.language, {}).get((token.norm,))
    return not office and (known is None or not (known.adjective or known.country))


def field_behind(annotation: Annotation, first: int, last: int, taken: Set[int]) -> int:
    """The end of a body's name that begins with its noun: what it is for, in common nouns (`Conseil national | de l'eau`)."""
    tokens = annotation.tokens
    if last - first < 2 or not is_body(annotation, first, last):
        return last
    end, i = last, last
    while i < min(len(tokens), last + FIELD) and i not in taken and tokens[i].sentence == tokens[first].sentence:
        token = tokens[i]
        small = token.norm in owning() or token.norm in articles() or token.pos == "CCONJ"
        if token.text[:1].isupper() or not (small or token.pos in {"NOUN", "ADJ"}):
            break
        if i == last and token.norm not in owning():
            break
        i += 1
        end = end if small else i
    return end


def outlet_ends(annotation: Annotation, first: int, i: int) -> bool:
    """Whether a name up to a token is an outlet's to which something is told (`a déclaré au Courrier | Josselin Dorval`)."""
    tokens, at = annotation.tokens, first
    named = at > 0 and media_noun(tokens[at - 1])  # `à l'agence | Alcyon`
    at -= named
    at -= at > 0 and tokens[at - 1].pos == "DET"
    told = at > 0 and tokens[at - 1].pos == "ADP" and tokens[at - 1].norm not in owning()
    name = annotation.document.text[tokens[first].start : tokens[i - 1].end]
    return told and (named or tells_outlet(name) or media_noun(tokens[i - 1]))


def media_noun(token: Token) -> bool:
    """Whether a word is a noun of the media or of their agencies (`Gazette`, `Journal`, `agence`)."""
    pack = language_pack(token.language)
    noun = pack.institutions.nouns.get(token.norm)
    return (noun is not None and noun.type == "media") or token.norm in pack.attribution_phrases.wires
