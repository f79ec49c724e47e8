"""Main verbs that a parse hangs below the noun that opens their sentence: `Les juges, qui ont entendu X, | tiennent N pour vrai`.

What tells them: the noun is the root and has no copula; the verb is finite and has no subject, mark, conjunction or relative
pronoun of its own; it stands right behind the noun's phrase, or behind the comma that closes what is told of the noun.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.saying import Below, dependents, spread
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
BEFORE = ("aux", "advmod", "expl", "obj", "iobj", "neg")  # what stands between a subject and its verb
FINITE_PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
ENDS = {".", "!", "…"}
OPEN_MARKS = {"«", "“", '"'}
BREAKS = {";", ":", "–", "—", "»", "”", *OPEN_MARKS}


def main_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such a verb as root and the noun as its subject."""
    found = list(tokens)
    noun = next((t for t in found if t.head == t.i), None)
    if noun is None or noun.pos not in NOMINAL or not any(t.text in ENDS for t in found[-2:]):
        return found
    below = dependents(found)
    if not opens_sentence(found, noun, below):
        return found
    for told in (finite, past):
        for verb in found[noun.i - first + 1 :]:
            start = main_verb(found, noun, verb, below, first) if told(verb, below) else None
            if start is not None:
                return with_subject(found, noun, verb, start, below, first)
    return found


def finite(verb: Token, below: Below) -> bool:
    """Whether a verb or its auxiliary is finite."""
    own = (t for t in below.get(verb.i, []) if t.dep.startswith("aux"))
    return verb.has("VerbForm=Fin") or any(t.has("VerbForm=Fin") for t in own)


def past(verb: Token, below: Below) -> bool:
    """Whether a verb is a past that has the form of its participle, and tells what somebody did (`announced that F`)."""
    if not verb.has("Tense=Past") or language_pack(verb.language).settings.clitic_inversion:
        return False
    own = below.get(verb.i, [])
    takes = any(t.dep.startswith(("obj", "ccomp", "xcomp", "obl")) and t.i > verb.i for t in own)
    return takes and not any(t.dep.startswith(("aux", "obl:agent")) for t in own)


def adjuncts_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence whose root is an adjunct that opens it, with the verb behind its comma as root.

    `Trois jours après l'accident, | un agent reconnaît F`: the verb has its subject behind the comma.
    """
    found = list(tokens)
    noun = next((t for t in found if t.head == t.i), None)
    if noun is None or noun.pos not in NOMINAL:
        return found
    below = dependents(found)
    own = below.get(noun.i, [])
    clauses = (
        t for t in own if t.i > noun.i and t.dep.startswith("parataxis") and t.pos == "VERB" and finite(t, below)
    )
    verb = next(clauses, None)
    if verb is None or not any(t.dep == "case" and t.i < noun.i for t in own):
        return found
    subject = next((t for t in below.get(verb.i, []) if t.dep.startswith("nsubj") and t.i < verb.i), None)
    inside = spread(subject, below) if subject is not None else set()
    opening = min((i for i in inside if tokens[i - first].pos != "PUNCT"), default=first)
    if subject is None or tokens[opening - first - 1].text != "," or subject.has("PronType=Rel"):
        return found
    if any(t.text in BREAKS for t in tokens[: opening - first]):
        return found
    for token in tokens:
        if token.head == noun.i and token.i > verb.i:
            found[token.i - first] = replace(token, head=verb.i)
    found[noun.i - first] = replace(noun, dep="obl", head=verb.i)
    found[verb.i - first] = replace(verb, dep="root", head=verb.i)
    return found


def opens_sentence(tokens: Sequence[Token], noun: Token, below: Below) -> bool:
    """Whether a noun without copula, auxiliary or preposition stands first in its sentence."""
    own = below.get(noun.i, [])
    if any(
        t.dep.startswith(("cop", "aux", "nsubj", "expl", "mark")) or (t.dep == "case" and t.i < noun.i) for t in own
    ):
        return False
    inside = spread(noun, below)
    return all(t.i in inside and t.text not in OPEN_MARKS for t in tokens if t.i < noun.i)


def main_verb(tokens: Sequence[Token], noun: Token, verb: Token, below: Below, first: int) -> int | None:
    """Where the group of a verb begins that is the main one of the sentence which a noun opens; None for another verb."""
    own = below.get(verb.i, [])
    if verb.pos not in {"VERB", "ADJ"}:
        return None
    if any(
        t.dep.startswith(("mark", "csubj", "cop")) or t.has("PronType=Rel") or t.pos == "SCONJ"
        for t in own
        if t.i < verb.i
    ):
        return None
    subjects = [t for t in own if t.dep.startswith("nsubj")]
    joint = any(joined(tokens, t, verb, noun, first) for t in subjects)
    if not joint and any(not part_of_name(tokens, t, noun, first) for t in subjects):
        return None
    start = verb.i
    for token in reversed(tokens[: verb.i - first]):
        if token.head != verb.i or not token.dep.startswith(BEFORE):
            break
        start = token.i
    before = tokens[start - first - 1]
    between = tokens[noun.i - first + 1 : start - first]
    if any(t.text in BREAKS for t in between):
        return None
    if joint:
        return start
    commas = sum(t.text == "," for t in between)
    if before.text == ",":
        return start if commas >= 2 and below_noun(tokens, verb, noun, first) else None
    adjacent = (
        (finite(verb, below) or goes_through(verb, below))
        and not commas
        and all(t.i in spread(noun, below) for t in between)
        and not clause_between(between)
    )
    return start if adjacent and verb.head == noun.i and (subjects or not between) else None


def goes_through(verb: Token, below: Below) -> bool:
    """Whether a verb strikes by a preposition, as no passive participle does (`a blast | ripped through the depot`)."""
    phrases = language_pack(verb.language).events.striking
    behind = (t for t in below.get(verb.i, []) if t.i > verb.i and t.dep.startswith("obl"))
    cases = {c.norm for noun in behind for c in below.get(noun.i, []) if c.dep == "case"}
    return any(f"{verb.lemma} {case}" in phrases for case in cases)


def clause_between(between: Sequence[Token]) -> bool:
    """Whether words hold a finite verb."""
    return any(t.has("VerbForm=Fin") for t in between)


def part_of_name(tokens: Sequence[Token], subject: Token, noun: Token, first: int) -> bool:
    """Whether what is read as the subject goes on with the name that opens the sentence (`Régine | Malcourt l'a emporté`)."""
    between = tokens[noun.i - first : subject.i - first + 1]
    return all(t.text[:1].isupper() and t.pos in NOMINAL for t in between)


def joined(tokens: Sequence[Token], subject: Token, verb: Token, noun: Token, first: int) -> bool:
    """Whether what is read as the subject is the second of two that a conjunction joins (`X | et Y ont accusé Z`)."""
    if verb.dep != "conj" or verb.head != noun.i or not noun.i < subject.i < verb.i:
        return False
    between = tokens[noun.i - first + 1 : subject.i - first]
    joints = [t for t in between if t.dep == "cc" and t.head == verb.i]
    return bool(joints) and not any(t.text == "," for t in between)


def below_noun(tokens: Sequence[Token], verb: Token, noun: Token, first: int) -> bool:
    """Whether a verb hangs on a noun or on what is told of it."""
    node = verb
    for _ in tokens:
        if node.head == noun.i:
            return True
        if node.head == node.i:
            return False
        node = tokens[node.head - first]
    return False


def with_subject(
    tokens: Sequence[Token], noun: Token, verb: Token, start: int, below: Below, first: int
) -> list[Token]:
    """The tokens with a verb as root, a noun as its subject, and what stands behind the verb on it."""
    found = list(tokens)
    own = {*spread(verb, below)}
    for token in tokens:
        if token.i in own and token.head != verb.i:
            continue
        if token.i > verb.i and token.i not in own and token.head < start:
            dep = "obl" if token.dep.startswith("nmod") else token.dep
            found[token.i - first] = replace(token, head=verb.i, dep=dep)
        elif token.head == verb.i and token.dep.startswith("nsubj"):
            dep = "conj" if joined(tokens, token, verb, noun, first) else "flat:name"
            found[token.i - first] = replace(token, head=noun.i, dep=dep)
        elif token.head == verb.i and token.dep == "cc" and token.i < start:
            found[token.i - first] = replace(token, head=noun.i)
    passive = any(t.dep == "aux:pass" for t in below.get(verb.i, []))
    found[noun.i - first] = replace(noun, dep="nsubj:pass" if passive else "nsubj", head=verb.i)
    morph = verb.morph if finite(verb, below) else FINITE_PAST
    found[verb.i - first] = replace(verb, pos="VERB", dep="root", head=verb.i, morph=morph)
    return found
