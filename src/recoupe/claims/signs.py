"""Words by which a text says no: verbs and nouns of denial, answers, phrases, words of untruth said of something."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.claims.polarity import polarity_of
from recoupe.languages import LanguagePack, language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.negatives import given_up

Kind = Literal["denying", "rejecting", "untrue", "untold", "phrase", "answer", "noun", "disbelief"]
QUOTES = {"«", "»", "“", "”", '"', "‘", "’", "'"}
ENDS = {".", ",", "!", ";", ":", "?", "…", *QUOTES}
BEFORE = 3  # tokens before a sign among which a word of reserve undoes it
APART = 3  # tokens that may stand between the words of a verb (hit back, pour scorn)
FAR = 8  # tokens from a verb to what it takes
FARTHEST = 40  # the same where the verb names what is said (`called the claim that F absurd`)
FARTHER = 14  # tokens from a verb to the word of untruth that it brings, with what that is said of between them


@dataclass(frozen=True)
class Sign:
    """Words that say no. first, last: their tokens, both included; node: the verb, noun or adjective among them.

    calling: the verb that brings a word of untruth (`called`), -1 where none does.
    """

    kind: Kind
    first: int
    last: int
    node: int
    calling: int = -1


Words = tuple[str, ...]


@functools.cache
def table(
    language: str, name: Literal["phrases", "answers", "disbelief", "denying", "rejecting"]
) -> dict[str, list[Words]]:
    """A list of the pack by the first word, the longest first; a verb's reflexive pronoun is left out."""
    found: dict[str, list[Words]] = defaultdict(list)
    for phrase in getattr(language_pack(language).denials, name):
        words = tuple(phrase.split())
        if name in {"denying", "rejecting"} and words[0] in {"se", "s'"}:
            words = words[1:]
        found[words[0]].append(words)
    return {first: sorted(all_, key=lambda w: (-len(w), w)) for first, all_ in found.items()}


def signs(annotation: Annotation, sentence: int) -> list[Sign]:
    """The words of a sentence that say no, in order; none of them twice."""
    first, last = annotation.sentences[sentence]
    found: list[Sign] = []
    i = first
    while i < last:
        sign = sign_at(annotation, i, first, last)
        if sign is not None:
            found.append(sign)
        i = sign.last + 1 if sign is not None else i + 1
    return found


def sign_at(annotation: Annotation, i: int, first: int, last: int) -> Sign | None:
    """The sign that begins at a token, if one does and nothing before it undoes it."""
    token = annotation.tokens[i]
    pack = language_pack(token.language)
    sign = sign_of(annotation, i, first, last, pack)
    return None if sign is None or held_to(annotation, i, first, pack) else sign


def sign_of(annotation: Annotation, i: int, first: int, last: int, pack: LanguagePack) -> Sign | None:
    """As `sign_at`, whatever stands before it."""
    token = annotation.tokens[i]
    return (
        (phrase_sign(annotation, i, first, last, pack) if token.norm in openings(token.language) else None)
        or verb_sign(annotation, i, last, pack)
        or noun_sign(annotation, i, pack)
        or untrue_sign(annotation, i, first, pack)
    )


@functools.cache
def openings(language: str) -> frozenset[str]:
    """The words that open a phrase of the pack that says no, as they are written."""
    return frozenset().union(*(table(language, name) for name in ("disbelief", "phrases", "answers")))


def phrase_sign(annotation: Annotation, i: int, first: int, last: int, pack: LanguagePack) -> Sign | None:
    """A phrase of the pack that says no."""
    language = annotation.tokens[i].language
    words = run(annotation, i, last, table(language, "disbelief"), "norm")
    if words:
        return Sign("disbelief", i, i + words - 1, i)
    words = run(annotation, i, last, table(language, "phrases"), "norm")
    if words:
        node = next((k for k in range(i, i + words) if annotation.tokens[k].pos in {"VERB", "NOUN", "ADJ"}), i)
        return Sign("phrase", i, i + words - 1, node, brought_by(annotation, i, first, pack))
    words = run(annotation, i, last, table(language, "answers"), "norm")
    return Sign("answer", i, i + words - 1, i) if words and alone(annotation, i, i + words, first, last) else None


def held_to(annotation: Annotation, i: int, first: int, pack: LanguagePack) -> bool:
    """Whether a word before undoes a sign: `malgré les démentis`, `it is not a lie`, `it is no lie`."""
    before = annotation.tokens[i - 1] if i > first else None
    if (before is not None and before.norm in pack.negation.determiners) or given_up(annotation, i):
        return True
    return any(annotation.tokens[k].norm in pack.denials.despite for k in range(max(first, i - BEFORE), i))


def run(annotation: Annotation, i: int, last: int, words: dict[str, list[Words]], by: Literal["norm", "lemma"]) -> int:
    """How many tokens a phrase of a table takes that begins at a token; 0 where none does."""
    tokens = annotation.tokens
    for phrase in words.get(getattr(tokens[i], by), ()):
        k = i
        for word in phrase[1:]:
            stop = k + 1 if by == "norm" else min(k + APART, last - 1)
            k = next((n for n in range(k + 1, min(stop, last - 1) + 1) if tokens[n].norm == word), -1)
            if k < 0:
                break
        else:
            return k - i + 1
    return 0


def alone(annotation: Annotation, i: int, end: int, first: int, last: int) -> bool:
    """Whether words stand by themselves: behind the start of a sentence, a mark or another answer, and before a mark."""
    tokens = annotation.tokens
    k = i - 1 if i > first and tokens[i - 1].text in QUOTES else i  # the quotation mark before it
    before = tokens[k - 1]
    opened = k == first or before.text in ENDS - {","} or (before.text == "," and k - 2 == first)
    opened = opened or before.lemma in language_pack(before.language).reporting_verbs.verbs  # `the group says no`
    closed = end >= last or tokens[end].text in ENDS
    return opened and closed and not (end < last and tokens[end].text == "?")


def verb_sign(annotation: Annotation, i: int, last: int, pack: LanguagePack) -> Sign | None:
    """A verb of denial or rejection that is not itself negated."""
    token = annotation.tokens[i]
    if token.pos not in {"VERB", "AUX"}:
        return misread_verb(annotation, i, last, pack)
    for kind in ("denying", "rejecting"):
        words = run(annotation, i, last, table(token.language, kind), "lemma")
        if not words:
            continue
        affirmed, negators = polarity_of(annotation, token, pack)
        said = annotation.span(i, i + words - 1)
        if affirmed or all(said.contains(n) for n in negators):  # `will have none of it`
            return Sign(kind, i, i + words - 1, i)
    return None


def misread_verb(annotation: Annotation, i: int, last: int, pack: LanguagePack) -> Sign | None:
    """A verb of denial or rejection that the pipeline reads as a noun or adjective: at an end, or where no noun can stand."""
    token, before = annotation.tokens[i], annotation.tokens[i - 1]
    if token.norm not in misread_forms(token.language):
        return None
    ends = i + 1 >= last or annotation.tokens[i + 1].text in ENDS
    bare = (
        i > 0 and before.sentence == token.sentence and before.pos in {"NOUN", "PROPN", "PRON", "CCONJ", "ADV", "ADJ"}
    )
    bare = bare or (i > 0 and before.text in {*QUOTES, ","} and before.sentence == token.sentence)
    bare = bare or takes_up(annotation, i, pack) or hangs_on(annotation, i)
    if token.norm in pack.denials.forms and (ends or bare):
        return Sign("denying", i, i, i)
    bare = (bare and not ends) or (ends and taken_up_before(annotation, i, pack))
    return Sign("rejecting", i, i, i) if token.norm in pack.denials.rejecting_forms and bare else None


@functools.cache
def misread_forms(language: str) -> frozenset[str]:
    """The forms of verbs of denial or rejection that a pipeline may read as nouns or adjectives."""
    denials = language_pack(language).denials
    return frozenset({*denials.forms, *denials.rejecting_forms})


def hangs_on(annotation: Annotation, i: int) -> bool:
    """Whether a form hangs on the verb before it as an infinitive does (`continue de nier F`)."""
    token = annotation.tokens[i]
    return token.dep == "xcomp" and token.head < i and annotation.tokens[token.head].pos == "VERB"


def taken_up_before(annotation: Annotation, i: int, pack: LanguagePack) -> bool:
    """Whether a relative that takes up a whole clause stands before a form and its subject (`F, ce que X conteste`)."""
    forms = [tuple(f.split()) for f in pack.denials.relatives]
    tokens, first = annotation.tokens, annotation.sentences[annotation.tokens[i].sentence][0]
    starts = range(max(first, i - FAR), i - 1)
    opened = (k == first or tokens[k - 1].text in ENDS for k in starts)
    return any(
        here and any(tuple(t.norm for t in tokens[k : k + len(f)]) == f and k + len(f) < i for f in forms)
        for k, here in zip(starts, opened, strict=True)
    )


def takes_up(annotation: Annotation, i: int, pack: LanguagePack) -> bool:
    """Whether a pronoun that may be an article stands before a form that no noun or adjective follows (`X, le dément net`)."""
    if i < 2 or annotation.tokens[i - 1].norm not in pack.denials.clitics:
        return False
    opened = annotation.tokens[i - 2].text == "," or annotation.tokens[i - 2].pos in {"NOUN", "PROPN", "PRON"}
    behind = annotation.tokens[i + 1] if i + 1 < len(annotation.tokens) else None
    return opened and (behind is None or behind.pos in {"ADV", "PUNCT", "ADP", "CCONJ"})


def noun_sign(annotation: Annotation, i: int, pack: LanguagePack) -> Sign | None:
    """A noun of denial beside a verb that gives one (`a opposé un démenti`, `a denial came from`)."""
    token = annotation.tokens[i]
    if token.pos != "NOUN" or token.lemma not in pack.denials.nouns or held_to(annotation, i - 2, i - BEFORE - 2, pack):
        return None
    verb = annotation.tokens[token.head]
    giving = token.head != i and verb.lemma in pack.denials.giving and token.dep.startswith(("obj", "nsubj", "obl"))
    alone_ = token.head == i and not annotation.dependents(i, "cop", "nsubj")  # `Démenti catégorique de la mairie.`
    return Sign("noun", i, i, i) if alone_ or (giving and polarity_of(annotation, verb, pack)[0]) else None


def untrue_sign(annotation: Annotation, i: int, first: int, pack: LanguagePack) -> Sign | None:
    """A word of untruth that is said of something: behind a copula or a verb that calls something so, or before its noun."""
    token = annotation.tokens[i]
    words = {token.lemma, token.norm}
    kind: Kind = "untrue" if not words.isdisjoint(pack.negation.untrue) else "untold"
    if kind == "untold" and words.isdisjoint(pack.denials.untold):
        return None
    calling = brought_by(annotation, i, first, pack)
    if kind == "untold" and token.pos == "NOUN" and annotation.dependents(i, "nmod", "compound"):
        return None  # (`une erreur de manipulation`: one that was made)
    if is_told(token):  # `parle de calomnies`, `c'est une calomnie`, but no `rumeur` of which more is said
        near = range(max(first, i - BEFORE), i)
        said = calling in near or any(is_copula(annotation.tokens[k]) for k in near)
        said = said or (calling >= 0 and annotation.tokens[i - 1].text in QUOTES)
        bare = i + 1 >= len(annotation.tokens) or annotation.tokens[i + 1].text in ENDS
        return Sign(kind, i, i, i, calling) if said and bare else None
    if any(is_copula(annotation.tokens[k]) for k in range(max(first, i - BEFORE - 1), i)) or copula_ahead(
        annotation, i, first
    ):
        return Sign(kind, i, i, i)
    if calling >= 0 and not of_a_thing(annotation, token, pack):
        return Sign(kind, i, i, i, calling)
    behind = next_noun(annotation, i)
    told = behind is not None and is_told(annotation.tokens[behind])
    head = annotation.tokens[token.head]  # `accusations « grotesques », selon X`
    beside = (
        is_told(head) and head.i < i and all(annotation.tokens[k].pos in {"ADV", "PUNCT"} for k in range(head.i + 1, i))
    )
    return Sign(kind, i, i, i) if (told or beside) and token.pos in {"ADJ", "VERB"} else None


def of_a_thing(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether a word of untruth describes the thing right behind it, of which nobody says that it is said (`the wrong knee`)."""
    head = annotation.tokens[token.head]
    false = {head.lemma, head.norm} & {*pack.negation.untrue, *pack.denials.untold}
    return token.dep.startswith("amod") and head.i > token.i and not is_told(head) and not false


def copula_ahead(annotation: Annotation, i: int, first: int) -> bool:
    """Whether a copula stands before an aside that stands before a word: `is, in the words of the abbess, "a wicked lie"`."""
    closing = next((k for k in range(i - 1, max(first, i - BEFORE - 2), -1) if annotation.tokens[k].text == ","), None)
    if closing is None:
        return False
    opening = next(
        (k for k in range(closing - 1, max(first, closing - FARTHER), -1) if annotation.tokens[k].text == ","), None
    )
    return opening is not None and opening > first and is_copula(annotation.tokens[opening - 1])


def brought_by(annotation: Annotation, i: int, first: int, pack: LanguagePack) -> int:
    """The verb right before a word of untruth that says it of something (`called the report baseless`), -1 where none does."""
    passed = False
    quoted = any(annotation.tokens[k].text in QUOTES for k in range(max(first, i - 2), i))
    for k in range(i - 1, first - 1, -1):
        here = annotation.tokens[k]
        named = here.pos in {"VERB", "AUX", "NOUN"} and here.lemma in pack.denials.calling
        thing = next_noun(annotation, k) if named and i - k <= FARTHEST else None
        if thing is not None and thing < i and is_told(annotation.tokens[thing]):
            return k
        far = i - k > (FARTHEST if quoted else FARTHER)
        passed = passed or is_copula(here) or (far and "VerbForm=Fin" in here.morph)
        if here.text in {";", ":"}:
            break
        if named and not passed:
            return k
    return -1


def next_noun(annotation: Annotation, i: int) -> int | None:
    """The noun right behind a token, articles and adjectives passed over."""
    for k in range(i + 1, min(len(annotation.tokens), i + FAR)):
        here = annotation.tokens[k]
        if here.pos in {"NOUN", "PROPN", "PRON"}:
            return k
        if here.pos not in {"DET", "ADJ", "ADV", "NUM"} and here.text not in QUOTES:
            return None
    return None


def is_told(token: Token) -> bool:
    """Whether a noun names what is said (`accusation`, `claim`)."""
    noun = token.pos in {"NOUN", "PROPN"} or (token.pos == "VERB" and token.dep.startswith(("nsubj", "obj", "obl")))
    return noun and token.lemma in language_pack(token.language).denials.told


def is_copula(token: Token) -> bool:
    """Whether a token is a form of be."""
    return token.lemma in language_pack(token.language).denials.copulas


def in_order(tokens: Iterable[int]) -> Sequence[int]:
    """Tokens in the order of the text, each once."""
    return sorted(set(tokens))
