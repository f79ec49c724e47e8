"""Nouns behind a figure that an adverb bounds: `plus de trente soldats ont été tués`, `a livré près de 60 vedettes`; objects
behind a partitive article that was read as a preposition: `transportait | du matériel`.

French treebanks hang the noun on the adverb, so that nobody is killed and nothing delivered. Here the noun stands where the
adverb stood, and the adverb beside the figure, as in `nearly 60 boats`.
"""

import functools
from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN", "NUM"}
HANGING = ("obl", "nmod", "obj", "iobj", "fixed")
WITHIN = 3  # tokens between the preposition of a figure and its noun


@functools.cache
def bounding(language: str) -> frozenset[tuple[str, str]]:
    """The last word of each phrase that bounds a figure, with its preposition: (`plus`, `de`), (`près`, `de`)."""
    numbers = language_pack(language).numbers
    phrases = (*numbers.more_than, *numbers.at_least, *numbers.less_than, *numbers.at_most, *numbers.about)
    words = [p.split() for p in phrases]
    genitives = language_pack(language).settings.genitives
    return frozenset((w[-2], w[-1]) for w in words if len(w) > 1 and w[-1] in genitives)


def counted(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with nouns in the place of what bounds their figure."""
    found = list(tokens)
    for k in range(len(found) - 2):
        noun = noun_behind(found, k, first)
        if noun is not None:
            swap(found, k, noun, first)
    for k in range(len(found) - 3):
        and_one(found, k, first)
    for k in range(1, len(found)):
        for changed in partitive(found, k, first):
            found[changed.i - first] = changed
        for changed in of_noun(found, k, first):
            found[changed.i - first] = changed
    return found


def and_one(tokens: list[Token], k: int, first: int) -> None:
    """Hang a figure that ends in `et un` on the noun that it counts, where it was read as a noun beside that (`vingt | et une
    personnes`)."""
    number, joint, one, noun = tokens[k : k + 4]
    one_more = number.pos == "NUM" and joint.pos == "CCONJ" and one.pos in {"DET", "NUM"} and noun.pos == "NOUN"
    if not one_more or one.head != noun.i or number.head == noun.i or not noun.has("Number=Plur"):
        return
    top = number.head == number.i
    tokens[k + 3] = replace(noun, head=noun.i if top else number.head, dep=number.dep)
    tokens[k] = replace(number, head=noun.i, dep="nummod")
    for at, token in enumerate(tokens):
        if token.head == number.i and at != k:
            tokens[at] = replace(token, head=noun.i)


def of_noun(tokens: Sequence[Token], k: int, first: int) -> tuple[Token, ...]:
    """A figure that counts the noun behind an adjective, where that is read as a noun that it counts (`trois | jeunes gens`)."""
    number, adjective = tokens[k - 1], tokens[k]
    noun = tokens[adjective.head - first]
    hung = number.dep.startswith("nummod") and number.head == adjective.i and adjective.dep == "amod"
    if not hung or noun.i != adjective.i + 1 or noun.pos != "NOUN":
        return ()
    return replace(number, head=noun.i), replace(adjective, pos="ADJ")


def partitive(tokens: Sequence[Token], k: int, first: int) -> tuple[Token, ...]:
    """A noun behind a partitive article as the object of the verb right before, with that as its determiner."""
    article, verb = tokens[k], tokens[k - 1]
    pack = language_pack(article.language)
    noun = tokens[article.head - first]
    if verb.lemma not in pack.settings.partitive or article.dep != "case" or noun.head != verb.i or noun.i <= article.i:
        return ()
    below = [t for t in tokens if t.head == noun.i and t.i < noun.i]
    contracted = article.norm in pack.settings.contractions  # `du`, or `de` before an article
    definite = contracted or any(t.dep == "det" and t.i == article.i + 1 for t in below)
    taken = any(t.head == verb.i and t.dep in {"obj", "ccomp", "xcomp", "aux:pass"} for t in tokens)
    hangs = noun.dep.startswith(("obl", "nmod"))
    whole = article.lemma in pack.settings.genitives and definite and hangs
    return (replace(noun, dep="obj"), replace(article, dep="det")) if whole and not taken else ()


def noun_behind(tokens: Sequence[Token], k: int, first: int) -> int | None:
    """The place of the noun that hangs on a word at a place only because that bounds its figure; `None` without one."""
    word, mark = tokens[k], tokens[k + 1]
    if (word.norm, mark.lemma) not in bounding(word.language) or mark.pos != "ADP":
        return None
    noun = mark.head - first
    if not k + 1 < noun <= k + 2 + WITHIN or noun >= len(tokens) or tokens[noun].pos not in NOMINAL:
        return None
    between = tokens[k + 2 : noun]
    told = tokens[noun].pos == "NUM" or is_number(tokens[noun]) or any(is_number(t) for t in between)
    # (on the adverb, or beside it on the verb)
    hangs = tokens[noun].head in {word.i, word.head} and tokens[noun].dep.startswith(HANGING)
    return noun if told and hangs else None


def is_number(token: Token) -> bool:
    """Whether a token is a figure or a noun of one (`dizaine`, `millier`)."""
    numbers = language_pack(token.language).numbers
    return token.pos == "NUM" or token.lemma in numbers.vague or token.lemma in numbers.multipliers


def swap(tokens: list[Token], k: int, noun: int, first: int) -> None:
    """Put a noun into the place of the word before it, which then hangs on the noun with its preposition."""
    word, counted_ = tokens[k], tokens[noun]
    top = word.head == word.i
    place = dependent(tokens, word, first)
    tokens[noun] = replace(counted_, head=counted_.i if top else word.head, dep=place)
    for at, token in enumerate(tokens):
        own = (token.pos == "ADV" and at < k) or at == noun  # `pas | moins de trente`
        if token.head == word.i and at not in {k, noun} and not own:
            tokens[at] = replace(token, head=counted_.i)
    tokens[k] = replace(word, head=counted_.i, dep="advmod")
    tokens[k + 1] = replace(tokens[k + 1], head=word.i, dep="fixed")


def dependent(tokens: Sequence[Token], word: Token, first: int) -> str:
    """The relation of a noun that stands in the place of an adverb: behind a verb without an object it is that."""
    if not word.dep.startswith("advmod"):
        return word.dep
    above = tokens[word.head - first]
    taken = any(t.head == above.i and t.dep in {"obj", "aux:pass", "ccomp"} for t in tokens)
    return "obj" if above.pos == "VERB" and above.i < word.i and not taken else "obl:mod"
