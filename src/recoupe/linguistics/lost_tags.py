"""Verbs that a tagger takes for nouns or names, though the parse gives them what only a verb has: a subject, an auxiliary.

`Le groupe | coopère avec les enquêteurs`, `The director has since | resigned`: without a copula no noun has a subject.
"""

import functools
from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.languages.inflection import possible_infinitives
from recoupe.linguistics.inserted_verbs import MORPH
from recoupe.linguistics.lost_presents import PLAIN, presents
from recoupe.linguistics.tokens import Token

MISTAKEN = {"NOUN", "PROPN", "X"}
OF_NOUN = ("det", "case", "cop", "nmod:poss", "amod", "nummod")  # what a noun has before it, and no verb
TAKEN = ("obj", "xcomp", "ccomp")  # what a verb takes behind it
PAST, PARTICIPLE = "Mood=Ind|Tense=Past|VerbForm=Fin", "Tense=Past|VerbForm=Part"


def tags_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such words as verbs."""
    found = [counted(tokens, token, first) for token in tokens]
    for token in tokens:
        if token.pos not in MISTAKEN or not token.text.islower():
            continue
        own = [t for t in tokens if t.head == token.i and t.i != token.i]
        helping = [t.i for t in own if t.dep.startswith("aux") and t.i < token.i]
        above = {token.i, *helping}  # (`the stadium had | cost`: the subject may hang on the auxiliary)
        subject = next((t for t in tokens if t.head in above and t.dep.startswith("nsubj") and t.i < token.i), None)
        if subject is None or any(t.dep.startswith(OF_NOUN) and t.i < token.i for t in own):
            continue
        governs = any(t.dep.startswith(TAKEN) and t.i > token.i for t in own)
        read = reading(token, subject, bool(helping), governs)
        if read is not None:
            lemma, morph = read
            found[token.i - first] = replace(token, pos="VERB", lemma=lemma, morph=morph)
            found[subject.i - first] = replace(found[subject.i - first], head=token.i)
    return found


def counted(tokens: Sequence[Token], token: Token, first: int) -> Token:
    """A token, as a noun where it is read as a figure behind the figure that counts it (`cinq | nouveau-nés`)."""
    before = tokens[token.i - first - 1] if token.i > first else token
    behind_figure = token.pos == "NUM" and before.pos == "NUM" and before.head == token.i
    if not behind_figure or not token.text[:1].isalpha() or token.norm.removesuffix("s") not in things(token.language):
        return token
    return replace(token, pos="NOUN", lemma=token.norm.removesuffix("s"), morph="Number=Plur")


@functools.cache
def things(language: str) -> frozenset[str]:
    """The nouns of the pack's tables of things and persons."""
    return frozenset(noun for table in language_pack(language).events.objects.values() for noun in table)


def reading(token: Token, subject: Token, helped: bool, governs: bool) -> tuple[str, str] | None:
    """The infinitive and the morphology of a word as a verb; None where no table knows a verb of which it is a form.

    helped: it has an auxiliary, which is enough. governs: it has an object or a clause, by which a verb that no table knows is
    told where its form is one of a present.
    """
    present = presents(token.language).get(token.norm)
    if helped:
        return known(token) or present or token.norm, PARTICIPLE
    plain = governs and token.norm.endswith(PLAIN)
    unknown = next(iter(possible_infinitives(token.norm, token.language)), None) if plain else None
    if (lemma := present or unknown) is not None:
        return lemma, MORPH.format("Plur" if subject.has("Number=Plur") else "Sing")
    past = language_pack(token.language).settings.pasts.get(token.norm)
    return (past, PAST) if past is not None else None


def known(token: Token) -> str | None:
    """The verb of the packs of which a word may be a form."""
    pack = language_pack(token.language)
    tables = (pack.events.verbs, pack.reporting_verbs.verbs)
    forms = (*possible_infinitives(token.norm, token.language), token.norm)
    return next((v for v in forms if any(v in table for table in tables)), None)
