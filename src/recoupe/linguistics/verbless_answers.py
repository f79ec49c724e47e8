"""What is said without a verb and taken for the subject of who says it: `Rien à voir avec la mairie, jure X`.

Where words for nobody and nothing go with a particle beside the verb (`rien n'a bougé`), a verb of saying behind a comma and
without the particle does not have them for its subject, which stands behind it.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.inserted_verbs import MORPH, articled, said_in_present, subject_behind
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN", "PRON"}


def answered(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such words as its root and the verb inserted."""
    found = list(tokens)
    for verb in tokens:
        opener = opener_of(tokens, verb, first)
        if opener is None or not is_none(tokens, opener, first) or not inserted(tokens, verb, first):
            continue
        subject = told_behind(tokens, verb, first)
        if subject is None:
            continue
        place = verb.i - first
        lemma = said_in_present(verb.language).get(verb.norm)
        present = MORPH.format("Plur" if tokens[subject].has("Number=Plur") else "Sing")
        above = opener.i if verb.head in {verb.i, opener.i} else verb.head
        top = replace(opener, dep="root" if above == opener.i else verb.dep, head=above)
        found[opener.i - first] = top
        found[place] = replace(
            verb,
            dep="parataxis:insert",
            head=opener.i,
            lemma=lemma or verb.lemma,
            morph=present if lemma else verb.morph,
        )
        found[subject] = replace(tokens[subject], dep="nsubj", head=verb.i)
    return found


def opener_of(tokens: Sequence[Token], verb: Token, first: int) -> Token | None:
    """What the parse takes for the subject of a verb of saying, or has it describe."""
    above = tokens[verb.head - first]
    if verb.dep.startswith("acl") and above.head == above.i:
        return above
    return next((t for t in tokens if t.head == verb.i and t.i < verb.i and t.dep.startswith("nsubj")), None)


def is_none(tokens: Sequence[Token], opener: Token, first: int) -> bool:
    """Whether a token stands for nobody or nothing: a pronoun for it, or a noun behind a determiner that negates."""
    negation = language_pack(opener.language).negation
    before = tokens[opener.i - first - 1] if opener.i > first else opener
    return opener.norm in negation.pronouns or (opener.pos == "NOUN" and before.norm in negation.determiners)


def inserted(tokens: Sequence[Token], verb: Token, first: int) -> bool:
    """Whether a verb stands, with its auxiliaries, behind a comma and has no particle of negation beside it."""
    particles = language_pack(verb.language).negation.expletive
    own = [t for t in tokens if t.head == verb.i and t.i < verb.i]
    if not particles or verb.pos != "VERB" or any(t.norm in particles for t in own):
        return False
    opening = min((t.i for t in own if t.dep.startswith("aux")), default=verb.i)
    return opening > first and tokens[opening - first - 1].text in {",", "»", "”"}


def told_behind(tokens: Sequence[Token], verb: Token, first: int) -> int | None:
    """The place of the noun right behind a verb, which is who says so."""
    place = verb.i - first
    if place + 1 >= len(tokens):
        return None
    behind = tokens[place + 1]
    if not (articled(tokens, place + 1) or (behind.pos == "PROPN" and behind.text[:1].isupper())):
        return None
    subject = subject_behind(tokens, place, first)
    return subject if subject is not None and tokens[subject].pos in NOMINAL else None
