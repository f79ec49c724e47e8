"""What a parse attaches against agreement: relative clauses under a noun of the other number, subjects of no passive.

`une liste d'élus qui auraient menti`: a plural verb tells of the members, not of the list. `que les forces ont utilisés`:
a participle behind the perfect's auxiliary agrees with what stands before it, so that `que` is its object.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
RELATIVE = "acl:relcl"
NUMBERS = ("Number=Sing", "Number=Plur")
GENDERS = ("Gender=Masc", "Gender=Fem")
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
        for subject in (t for t in own if t.dep == "nsubj:pass" and is_no_passive(own)):
            found[subject.i - first] = replace(subject, dep="nsubj")
            for pronoun in (t for t in own if t.dep == "mark" and t.i < subject.i and takes_up(t)):
                noun = noun_of_object(found, verb, pronoun, subject, first)
                if noun is not None:
                    found[verb.i - first] = replace(verb, dep=RELATIVE, head=noun.i)
                    found[pronoun.i - first] = replace(pronoun, pos="PRON", dep="obj", morph="PronType=Rel")
        if verb.dep == RELATIVE:
            antecedent = of_its_number(found, verb, own, below, first)
            if antecedent is not None:
                found[verb.i - first] = replace(verb, head=antecedent.i)
    return found


def is_no_passive(below: Sequence[Token]) -> bool:
    """Whether a verb has one auxiliary, and that not of the passive (two can be its perfect: `a été vu`, `has been seen`)."""
    auxiliaries = [t.dep for t in below if t.dep.startswith("aux")]
    return len(auxiliaries) == 1 and auxiliaries != ["aux:pass"]


def takes_up(token: Token) -> bool:
    """Whether a word can be a relative pronoun."""
    return token.norm in language_pack(token.language).settings.relatives


def noun_of_object(tokens: Sequence[Token], verb: Token, pronoun: Token, subject: Token, first: int) -> Token | None:
    """The noun before a relative pronoun with which a participle agrees, which does not agree with its subject.

    None where the participle has the form that agrees with nothing (masculine singular), or with its subject as well.
    """
    told = tuple(f for f in (*NUMBERS, *GENDERS) if verb.has(f))
    if "Number=Plur" not in told and "Gender=Fem" not in told:
        return None
    if all(subject.has(f) for f in told) and tokens[pronoun.i - first - 1].pos not in NOMINAL:
        return None
    near = tokens[max(0, pronoun.i - first - NEAR) : pronoun.i - first]
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
