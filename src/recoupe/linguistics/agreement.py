"""What a parse has against agreement or voice: relative clauses under a noun of the other number, subjects of no passive.

`une liste d'élus qui auraient menti`: a plural verb tells of the members, not of the list. `que les forces ont utilisés`:
a participle behind the perfect's auxiliary agrees with what stands before it, so that `que` is its object. `no gas leak`: an
article or preposition before several nouns in a row is the last one's.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
RELATIVE = "acl:relcl"
NUMBERS = ("Number=Sing", "Number=Plur")
GENDERS = ("Gender=Masc", "Gender=Fem")
ACTIVE = {"nsubj:pass": "nsubj", "aux:pass": "aux:tense"}
WITHIN = 4  # tokens from a determiner to its noun
NEAR = 12  # tokens between a noun and the relative pronoun that takes it up


def agreeing(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with subjects and relative clauses as agreement has them."""
    found = list(tokens)
    below: dict[int, list[Token]] = {}
    for token in found:
        if token.head != token.i:
            below.setdefault(token.head, []).append(token)
    for verb in tokens:
        own = below.get(verb.i, [])
        mended = [*actively(verb, own), *with_its_object(tokens, verb, own, first)]
        if verb.dep == RELATIVE and (antecedent := of_its_number(tokens, verb, own, below, first)) is not None:
            mended.append(replace(verb, head=antecedent.i))
        for token in mended:
            found[token.i - first] = token
        if (article := of_the_last(tokens, verb, first)) is not None:
            found[verb.i - first] = article
    return found


def of_the_last(tokens: Sequence[Token], article: Token, first: int) -> Token | None:
    """A determiner or preposition read as that of the first of several nouns in a row, as that of the last (`no | gas leak`)."""
    noun = tokens[article.head - first]
    if article.dep == "det" and noun.pos in {"VERB", "AUX"}:
        return of_its_noun(tokens, article, first)
    last = tokens[noun.head - first]
    row = article.dep in {"det", "case"} and noun.dep == "compound" and article.i < noun.i < last.i
    before = tokens[article.i - first + 1 : noun.i - first]
    if not row or any(t.pos not in {"ADP", "DET", "ADJ"} for t in before):
        return None
    if any(t.head == last.i and t.dep == article.dep for t in tokens[: last.i - first]):
        return None
    return replace(article, head=last.i)


def of_its_noun(tokens: Sequence[Token], article: Token, first: int) -> Token | None:
    """A determiner read as that of a verb, as that of the noun behind it (`no | sanctioned person | owns the ship`)."""
    for token in tokens[article.i - first + 1 : article.i - first + WITHIN]:
        if token.pos in NOMINAL:
            return replace(article, head=token.i)
        if not token.dep.startswith(("amod", "nummod", "advmod")):
            return None
    return None


def actively(verb: Token, own: Sequence[Token]) -> list[Token]:
    """The tokens of a verb that is in the perfect and was read as a passive, as they are in the active. own: below it."""
    if is_perfect_with_be(verb, own):
        plain = "|".join(f for f in verb.morph.split("|") if f != "Voice=Pass")
        return [replace(verb, morph=plain), *(replace(t, dep=ACTIVE[t.dep]) for t in own if t.dep in ACTIVE)]
    subjects = [t for t in own if t.dep == "nsubj:pass"] if is_no_passive(own) else []
    return [replace(t, dep="nsubj") for t in subjects]


def with_its_object(tokens: Sequence[Token], verb: Token, own: Sequence[Token], first: int) -> list[Token]:
    """A participle whose object `que` is, and the pronoun, where the parse has them for a clause and its conjunction."""
    pronoun = next((t for t in own if t.dep == "mark" and takes_up(t)), None) if is_no_passive(own) else None
    noun = noun_of_object(tokens, verb, pronoun, own, first) if pronoun is not None else None
    if pronoun is None or noun is None:
        return []
    return [replace(verb, dep=RELATIVE, head=noun.i), replace(pronoun, pos="PRON", dep="obj", morph="PronType=Rel")]


def is_no_passive(below: Sequence[Token]) -> bool:
    """Whether a verb has one auxiliary, and that not of the passive (two can be its perfect: `a été vu`, `has been seen`)."""
    auxiliaries = [t.dep for t in below if t.dep.startswith("aux")]
    return len(auxiliaries) == 1 and auxiliaries != ["aux:pass"]


def is_perfect_with_be(verb: Token, below: Sequence[Token]) -> bool:
    """Whether a verb that takes the auxiliary of the passive stands in its perfect (`est rentré`), however it was read."""
    auxiliaries = [t for t in below if t.dep.startswith("aux")]
    return (
        verb.lemma in language_pack(verb.language).settings.be_selecting
        and [t.dep for t in auxiliaries] in (["aux:pass"], ["aux:tense"])
        and not any(t.dep.startswith("obl:agent") for t in below)
    )


def takes_up(token: Token) -> bool:
    """Whether a word can be a relative pronoun."""
    return token.norm in language_pack(token.language).settings.relatives


def noun_of_object(
    tokens: Sequence[Token], verb: Token, pronoun: Token, own: Sequence[Token], first: int
) -> Token | None:
    """The noun right before a relative pronoun with which a participle agrees, and which is so its object.

    None where the participle has the form that agrees with nothing (masculine singular) or an object of its own, and where
    what stands before the pronoun is no noun. own: what depends on the participle.
    """
    told = tuple(f for f in (*NUMBERS, *GENDERS) if verb.has(f))
    agrees = "Number=Plur" in told or "Gender=Fem" in told
    subject = any(t.dep.startswith("nsubj") for t in own)
    if not agrees or not subject or any(t.dep.startswith(("obj", "iobj", "expl")) for t in own):
        return None
    near = [t for t in tokens[max(0, pronoun.i - first - NEAR) : pronoun.i - first] if t.text != ","]
    if not near or near[-1].pos not in {*NOMINAL, "ADJ"}:
        return None
    return next((t for t in reversed(near) if t.pos in NOMINAL and all(t.has(f) for f in told)), None)


def of_its_number(
    tokens: Sequence[Token], verb: Token, own: Sequence[Token], below: dict[int, list[Token]], first: int
) -> Token | None:
    """The noun of a relative clause's number, where the one that it hangs under has the other; None where nothing is to mend.

    Looked for inside that noun's phrase, between it and the pronoun (`a list of members who were`), then, in a language
    whose collective nouns take a singular verb, above it (`les comptes de l'exercice, qui peuvent`).
    """
    subject = next((t for t in own if t.dep.startswith("nsubj") and takes_up(t)), None)
    if subject is None or verb.head == verb.i:
        return None
    noun = tokens[verb.head - first]
    number = number_of([t for t in (verb, *own) if t.has("VerbForm=Fin")])
    if number is None or noun.pos not in NOMINAL or noun.i > subject.i or noun.has(number) or not number_of([noun]):
        return None
    if any(t.dep == "conj" and t.i < subject.i for t in below.get(noun.i, [])):
        return None
    inside = [t for t in tokens[noun.i - first + 1 : subject.i - first] if t.pos in NOMINAL and t.has(number)]
    if inside:
        return inside[-1]
    collective = not language_pack(verb.language).settings.clitic_inversion
    above = [] if collective else [t for t in nouns_above(tokens, noun, first) if t.has(number)]
    return above[0] if above else None


def number_of(tokens: Sequence[Token]) -> str | None:
    """The number that the first of some tokens has."""
    return next((n for t in tokens for n in NUMBERS if t.has(n)), None)


def nouns_above(tokens: Sequence[Token], noun: Token, first: int) -> Iterator[Token]:
    """The nouns in whose phrase a noun stands, the nearest first."""
    seen = {noun.i}
    while noun.head not in seen:
        seen.add(noun.head)
        noun = tokens[noun.head - first]
        if noun.pos not in NOMINAL:
            return
        yield noun
