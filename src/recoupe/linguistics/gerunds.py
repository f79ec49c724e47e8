"""Gerunds that a tagger takes for a part of a noun, and those in a row that a parser hangs on the verb above.

`denied firing staff`: what somebody denies doing is done to the staff. `denied shelling the hospital and shooting two nurses`: a
verb in its progressive form without an auxiliary stands in no row with a finite one, but with the gerund before it.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.tokens import Token

GERUND = "VerbForm=Ger"
FAR = 4  # tokens from a gerund to its object
NO_CLAUSE = ("nsubj", "aux", "cop", "expl")


def gerunds_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with its gerunds as verbs and in their rows."""
    if not any(language_pack(t.language).settings.progressive for t in tokens[:1]):
        return list(tokens)
    found = list(tokens)
    for k in range(1, len(found)):
        for changed in (*described(found, k, first), *named(found, k)):
            found[changed.i - first] = changed
    for k in range(2, len(found)):
        found[k] = out_of_row(found, in_row(found, k, first), first)
    return found


def is_gerund(token: Token) -> bool:
    """Whether a word has the progressive form and is read as a verb."""
    ending = language_pack(token.language).settings.progressive
    return token.pos == "VERB" and bool(ending) and token.norm.endswith(ending)


def takes_gerund(token: Token) -> bool:
    """Whether a verb puts down to somebody that he does, or does not do, what a gerund tells."""
    verb = language_pack(token.language).reporting_verbs.verbs.get(token.lemma)
    return token.pos == "VERB" and verb is not None and "gerund" in verb.takes


def described(tokens: Sequence[Token], k: int, first: int) -> tuple[Token, ...]:
    """A gerund right behind such a verb, taken for an adjective of the noun behind it, with that noun as its object.

    `having dumped waste`: where it is the auxiliary of the participle behind it, that one is the verb.
    """
    token, verb = tokens[k], tokens[k - 1]
    if not is_gerund(token) or not takes_gerund(verb):
        return ()
    noun = tokens[token.head - first]
    if token.dep.startswith(("amod", "compound")) and 0 < noun.i - token.i <= FAR and noun.head == verb.i:
        return (replace(token, dep="xcomp", head=verb.i, morph=GERUND), replace(noun, dep="obj", head=token.i))
    behind = tokens[k + 1] if k + 1 < len(tokens) else token
    perfect = language_pack(token.language).settings.perfect_gerund
    if token.norm not in perfect or not behind.has("VerbForm=Part") or not behind.dep.startswith("amod"):
        return ()
    moved = [replace(t, head=behind.i) for t in tokens if t.head == token.i and t.i != behind.i]
    main = replace(behind, pos="VERB", dep=token.dep, head=token.head)
    return (*moved, main, replace(token, pos="AUX", dep="aux", head=behind.i))


def named(tokens: Sequence[Token], k: int) -> tuple[Token, ...]:
    """A gerund right behind such a verb or a mark, taken for a noun without a determiner, as the verb that it is."""
    token, before = tokens[k], tokens[k - 1]
    lemma = base_of(token) if token.pos == "NOUN" else None
    if lemma is None or not (takes_gerund(before) or before.dep == "mark"):
        return ()
    below = [t for t in tokens if t.head == token.i]
    if any(t.dep.startswith(("det", "compound", "amod", "nummod")) for t in below):
        return ()
    dep = "xcomp" if token.dep.startswith("obj") else token.dep
    adjuncts = [replace(t, dep="obl") for t in below if t.dep.startswith("nmod")]
    return (replace(token, pos="VERB", lemma=lemma, morph=GERUND, dep=dep), *adjuncts)


def base_of(token: Token) -> str | None:
    """The verb of the packs whose progressive form a word is, if there is one."""
    pack = language_pack(token.language)
    ending = pack.settings.progressive
    if not token.norm.endswith(ending):
        return None
    stem = token.norm.removesuffix(ending)
    bases = (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    known = (b for b in bases if b in pack.events.verbs or b in pack.reporting_verbs.verbs or begins_phrase(b, token))
    return next(known, None)


def begins_phrase(verb: str, token: Token) -> bool:
    """Whether a verb opens a phrase that tells an event (`file for bankruptcy`)."""
    return any(phrase.startswith(f"{verb} ") for phrase in language_pack(token.language).events.phrases)


def out_of_row(tokens: Sequence[Token], token: Token, first: int) -> Token:
    """A finite verb joined to a gerund, as joined to the verb above that (`denied selling the land and | threatened to sue`)."""
    gerund = tokens[token.head - first]
    past = token.pos == "VERB" and not is_gerund(token) and token.has("Tense=Past")
    if token.dep != "conj" or not past or not is_gerund(gerund) or gerund.dep != "xcomp":
        return token
    above = tokens[gerund.head - first]
    helped = any(t.head in {token.i, gerund.i} and t.dep.startswith("aux") for t in tokens)
    told = takes_gerund(above) and any(t.head == above.i and t.dep == "nsubj" for t in tokens) and not helped
    return replace(token, head=above.i) if told else token


def in_row(tokens: Sequence[Token], k: int, first: int) -> Token:
    """A verb in its progressive form joined to a finite one, as joined to the gerund before it, where there is one."""
    token = tokens[k]
    head = tokens[token.head - first]
    joined = token.dep == "conj" or (token.dep.startswith("advcl") and listed(tokens, k) and takes_gerund(head))
    if not is_gerund(token) or not joined or is_gerund(head) or head.i > token.i:
        return token
    if any(t.head == token.i and t.dep.startswith(NO_CLAUSE) for t in tokens):
        return token
    between = [t for t in tokens if head.i < t.i < token.i]
    before = next(
        (t for t in reversed(between) if is_gerund(t) and t.dep.startswith(("xcomp", "advcl", "ccomp"))), None
    )
    return replace(token, head=before.i, dep="conj") if before is not None else token


def listed(tokens: Sequence[Token], k: int) -> bool:
    """Whether a verb behind a comma goes on with another in its form (`denied robbing a bank, | beating a guard and fleeing`)."""
    going_on = any(t.head == tokens[k].i and t.dep == "conj" and is_gerund(t) for t in tokens[k + 1 :])
    return tokens[k - 1].text == "," and going_on
