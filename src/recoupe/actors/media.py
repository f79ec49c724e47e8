"""Names that are outlets': by a word that outlets bear, or by the noun that stands beside them."""

from recoupe.actors.bodies import noun_at
from recoupe.actors.extents import is_body, media_noun, noun_of_body
from recoupe.actors.gazetteer import known_names
from recoupe.actors.grammar import articles, owning
from recoupe.ingest.names import HOST, tells_agency, tells_outlet
from recoupe.languages import language_pack
from recoupe.languages.schema import BodyType
from recoupe.linguistics import Annotation, Token

REACH = 4  # words between a noun of the media and a name (`le site d'information X`, `l'hebdomadaire britannique X`)
BETWEEN = {"NOUN", "ADJ", "PROPN"}  # what may stand there, with the prepositions between nouns


def names_outlet(annotation: Annotation, first: int, last: int) -> bool:
    """Whether the name of tokens [first, last) is an outlet's or agency's."""
    tokens = annotation.tokens
    name = annotation.document.text[tokens[first].start : tokens[last - 1].end]
    if is_body(annotation, first, last) and not media_noun(noun_of_body(annotation, first, last)):
        return False  # `the National Grain Council`, though outlets are called `National` too
    if tells_outlet(name) or HOST.match(name):
        return True
    if publishes(annotation, first):
        return True
    nouns = [*before(annotation, first), *behind(annotation, last)]
    if any(of_type(annotation, t, "media") for t in nouns):
        return True
    agencies = [t for t in nouns if of_type(annotation, t, "agency") and may_be_wire(t)]
    return bool(agencies) and (tells_agency(name.split()[-1]) or all(t in agencies or of_nation(t) for t in nouns))


def publishes(annotation: Annotation, first: int) -> bool:
    """Whether a noun of what only outlets have stands before `of` and a name (`un article du | Fanal`, `the newsroom of X`)."""
    tokens = annotation.tokens
    start = annotation.sentences[tokens[first].sentence][0]
    pack = language_pack(tokens[first].language)
    of = first - 1 - (tokens[first - 1].norm in articles())
    if of <= start or tokens[first].text.isupper() or tokens[of].norm not in {*owning(), *pack.settings.contractions}:
        return False
    noun, before_it = tokens[of - 1], tokens[max(start, of - 2)]
    words = {noun.lemma, noun.norm, f"{before_it.norm} {noun.norm}"}
    return not words.isdisjoint(pack.attribution_phrases.published)


def may_be_wire(token: Token) -> bool:
    """Whether a noun of agencies is one by which those of the press go too (`l'agence X`, not `the regulator X`)."""
    wires = language_pack(token.language).attribution_phrases.wires
    return token.lemma in wires or token.norm in wires


def of_nation(token: Token) -> bool:
    """Whether a word only says of which country something is (`l'agence suisse X`)."""
    known = known_names().get(token.language, {}).get((token.norm,))
    if known is None:
        return False
    return known.adjective or (known.country is not None and token.pos == "ADJ")  # `suisse`, as the country is called


def before(annotation: Annotation, first: int) -> list[Token]:
    """The nouns that lead up to a name, with nothing but their own complements between."""
    found: list[Token] = []
    for i in range(first - 1, max(annotation.sentences[annotation.tokens[first].sentence][0], first - REACH) - 1, -1):
        token = annotation.tokens[i]
        if i == first - 1 and token.norm in articles() and token.text[:1].isupper():
            continue  # the name's own: `the site The Herald`
        if token.pos not in BETWEEN and (i == first - 1 or token.pos != "ADP"):
            break
        found.append(token)
    return found


def behind(annotation: Annotation, last: int) -> list[Token]:
    """The nouns that a name stands before as their qualifier (`the X news agency`, `X magazine`)."""
    if not language_pack(annotation.tokens[last - 1].language).settings.right_headed:
        return []
    found = []
    for token in annotation.tokens[last : last + 2]:
        if token.pos not in {"NOUN", "ADJ"} or token.sentence != annotation.tokens[last - 1].sentence:
            break
        found.append(token)
    return found


def of_type(annotation: Annotation, token: Token, type_: BodyType) -> bool:
    """Whether a noun is one of a kind of bodies, by itself or with the words before it."""
    noun = noun_at(annotation, token.i)
    ends = noun is not None and noun[0].split()[-1] in {token.norm, token.lemma}
    begins = noun is not None and noun[0].split()[0] in {token.norm, token.lemma} and not right_headed(token)
    return noun is not None and noun[1].type == type_ and (ends or begins)


def right_headed(token: Token) -> bool:
    """Whether nouns stand behind what tells them apart in a token's language."""
    return language_pack(token.language).settings.right_headed
