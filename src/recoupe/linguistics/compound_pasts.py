"""Past forms that a tagger takes for a noun between their subject and object: `The mayor | embezzled | funds, prosecutors say`.

The parse then makes one noun phrase of all three. What tells them: the form is one that only a past has, in small letters,
right behind a noun that belongs to that phrase, and the phrase's head stands behind it.
"""

from collections.abc import Sequence

from msgspec import structs

from recoupe.languages import language_pack
from recoupe.languages.inflection import possible_infinitives
from recoupe.linguistics.past_verbs import MORPH
from recoupe.linguistics.tokens import Token

INSIDE = ("compound", "flat", "amod", "nmod:desc", "nmod:poss", "punct")  # how the three may hang together
NOUNS = {"NOUN", "PROPN"}
OUTSIDE = ("nsubj", "parataxis", "punct", "conj", "cc", "aux", "advmod", "obl", "advcl", "mark")  # what is the clause's


def compound_pasts(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such a form as the verb of its subject and object."""
    found = list(tokens)
    for k in range(1, len(found) - 1):
        lemma = past_of(found[k])
        if lemma is not None and has_subject(found, k):
            found[k] = structs.replace(found[k], pos="VERB", lemma=lemma, morph=MORPH)
            continue
        head = phrase_head(found, k, first) if lemma is not None else None
        if lemma is not None and head is not None and found[k - 1].pos in NOUNS and found[k - 1].text[:1].islower():
            reattached(found, k, head, lemma, first)
    return found


def has_subject(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word has a subject before it and no copula: it is a verb, whatever the tagger makes of it."""
    own = [t for t in tokens if t.head == tokens[k].i]
    return any(t.dep == "nsubj" and t.i < tokens[k].i for t in own) and not any(t.dep == "cop" for t in own)


def past_of(token: Token) -> str | None:
    """The infinitive of a word that is read as a noun and is a form that only a past has; None of any other word."""
    pack = language_pack(token.language)
    if token.pos not in {"NOUN", "ADJ"} or not token.text.islower() or not pack.settings.pasts:
        return None
    if token.text in pack.settings.pasts:
        return pack.settings.pasts[token.text]
    regular = token.pos == "NOUN" and token.text.endswith("ed") and token.text not in pack.events.nouns
    verbs = (v for v in possible_infinitives(token.text, token.language) if v in pack.events.verbs)
    return next(verbs, None) if regular else None


def phrase_head(tokens: Sequence[Token], k: int, first: int) -> int | None:
    """The place of the noun that heads the phrase of a word, behind it and with nothing but nouns between; None without."""
    node = tokens[k]
    for _ in range(len(INSIDE)):
        if not node.dep.startswith(INSIDE):
            break
        node = tokens[node.head - first]
    place = node.i - first
    plain = (
        node.pos in NOUNS and place > k and all(t.pos in {"NOUN", "ADJ", "NUM", "DET"} for t in tokens[k + 1 : place])
    )
    return place if plain and tokens[k - 1].dep.startswith((*INSIDE, "nsubj")) else None


def reattached(tokens: list[Token], k: int, head: int, lemma: str, first: int) -> None:
    """Make a word the verb of the noun right before it and of its phrase's head."""
    verb, thing, subject = tokens[k], tokens[head], tokens[k - 1]
    root = thing.head == thing.i
    above = verb.i if root else thing.head
    for place, token in enumerate(tokens):
        if token.head == thing.i and place not in (k, k - 1, head):
            moved = subject.i if place < k - 1 and not token.dep.startswith(OUTSIDE) else thing.i
            moved = verb.i if token.dep.startswith(OUTSIDE) and (place < k - 1 or place > head) else moved
            tokens[place] = structs.replace(token, head=moved)
        elif token.head == verb.i and place < k - 1:
            tokens[place] = structs.replace(token, head=subject.i)
    tokens[k] = structs.replace(verb, pos="VERB", lemma=lemma, morph=MORPH, dep="root" if root else "ccomp", head=above)
    tokens[head] = structs.replace(thing, dep="obj", head=verb.i)
    tokens[k - 1] = structs.replace(subject, dep="nsubj", head=verb.i)
