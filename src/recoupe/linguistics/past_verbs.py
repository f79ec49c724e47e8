"""Past forms that a tagger takes for nouns as the only verb of their sentence: `The Council froze the accounts.`

What tells them: the form is one that only a past has, in small letters; the parse makes it the root, behind a noun that it
hangs below as if it were a compound; no other word of the sentence is a finite verb.
"""

from collections.abc import Sequence

from msgspec import structs

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

MORPH = "Mood=Ind|Tense=Past|VerbForm=Fin"
MISTAKEN = {"NOUN", "PROPN", "ADJ", "SYM", "X"}
BEFORE = {"NOUN", "PROPN", "ADJ"}
ADVERBIAL = {"nmod": "obl"}  # what hangs on a noun, and on a verb


def behind_subject(tokens: list[Token], noun: Token, first: int) -> list[Token]:
    """The same where the parse hangs the past below the noun that opens the sentence (`The Bank of X | froze Y`)."""
    pasts = language_pack(noun.language).settings.pasts
    verb = next((t for t in tokens[noun.i - first + 1 :] if t.pos in MISTAKEN and t.text in pasts), None)
    if noun.pos not in {"NOUN", "PROPN"} or verb is None or any(t.text == "," for t in tokens[: verb.i - first]):
        return tokens
    behind = [t for t in tokens if t.i > verb.i and t.head <= verb.i]
    if not behind or any(t.head > verb.i and t.dep not in ("punct", "cc") for t in tokens[: verb.i - first]):
        return tokens
    things = [
        t for t in behind if t.pos in {"NOUN", "PROPN"} and not any(c.head == t.i and c.dep == "case" for c in tokens)
    ]
    for token in behind:
        relation = "obj" if token in things[:1] else ADVERBIAL.get(token.dep, token.dep)
        tokens[token.i - first] = structs.replace(token, head=verb.i, dep=relation)
    tokens[verb.i - first] = structs.replace(
        verb, pos="VERB", lemma=pasts[verb.text], morph=MORPH, dep="root", head=verb.i
    )
    tokens[noun.i - first] = structs.replace(noun, dep="nsubj", head=verb.i)
    return tokens


def finite(token: Token) -> Token:
    """A verb in a form that only a past has, as one, whatever tense the tagger gives it (`froze`, read as an infinitive)."""
    lemma = language_pack(token.language).settings.pasts.get(token.text) if token.pos == "VERB" else None
    return token if lemma is None or token.has("Tense=Past") else structs.replace(token, lemma=lemma, morph=MORPH)


def pasts_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such a word as a verb and its noun as the subject."""
    found = [finite(token) for token in tokens]
    verb = next((k for k, t in enumerate(found) if t.head == t.i), None)
    if verb is None or not verb or any(t.has("VerbForm=Fin") for t in found):
        return found
    root, subject = found[verb], found[verb - 1]
    lemma = language_pack(root.language).settings.pasts.get(root.text)
    if lemma is None:
        return behind_subject(found, root, first)
    if root.pos not in MISTAKEN or subject.pos not in BEFORE or subject.head != root.i:
        return found
    found[verb] = structs.replace(root, pos="VERB", lemma=lemma, morph=MORPH)
    for place, token in enumerate(found):
        if token.head != root.i or place == verb:
            continue
        if place < verb - 1:
            found[place] = structs.replace(token, head=subject.i)
        else:
            found[place] = structs.replace(token, dep=ADVERBIAL.get(token.dep, token.dep))
    pos = "NOUN" if subject.pos == "ADJ" else subject.pos
    found[verb - 1] = structs.replace(subject, pos=pos, dep="nsubj")
    return found
