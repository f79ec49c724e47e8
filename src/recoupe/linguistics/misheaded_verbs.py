"""Verbs that a parse hangs below their own object or subject: `will | expel Halmarian | diplomats`, `is feeding | images`.

What tells them: an auxiliary that no noun has, a present participle right behind a copula, a finite form that describes the
noun before it, a particle that only a verb has (`the director steps | down`), a past that is read as a predicate of `had`,
a phrase of the pack (`ran | aground`).
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.languages.inflection import infinitives
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
LOOSE = ("amod", "compound", "nmod")  # how such a verb hangs on the noun behind it
OF_NOUN = (
    "det",
    "amod",
    "compound",
    "nummod",
    "flat",
    "nmod:poss",
    "case",
    "appos",
    "fixed",
)  # what stays below the noun
BETWEEN = {"ADV", "PART"}  # between a copula and a participle
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
FINITE_PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
PAST = "Tense=Past|VerbForm=Part"


def reheaded(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such verbs above their objects and subjects."""
    found = list(tokens)
    for noun in tokens:
        verb = helped(found, noun) or going_on(found, noun, first) or behind_its_subject(found, noun, first)
        if verb is not None:
            above_object(found, verb, found[noun.i - first], first)
    for adverb in tokens:
        below_phrase(found, adverb, first)
    for verb in tokens:
        if describes_subject(found, verb, first):
            above_subject(found, verb, found[verb.head - first], first)
        elif (said := before_perfect(found, verb, first)) is not None:
            above_perfect(found, verb, said, first)
    root = next((t for t in found if t.head == t.i), None)
    if root is not None:
        with_particle(found, root, first)
        perfect(found, root, first)
    return found


def below_phrase(tokens: list[Token], adverb: Token, first: int) -> None:
    """Put a verb above the word with which it makes a phrase of the pack, of which it was read as an auxiliary."""
    verb = tokens[adverb.i - first - 1] if adverb.i > first else adverb
    phrase = f"{verb.lemma} {adverb.norm}"
    helps = verb.dep.startswith("aux") and verb.head == adverb.i and verb.pos == "VERB"
    if not helps or phrase not in language_pack(verb.language).events.phrases:
        return
    for token in list(tokens):
        if token.head == adverb.i:
            tokens[token.i - first] = replace(token, head=verb.i)
    top = adverb.head == adverb.i
    tokens[verb.i - first] = replace(tokens[verb.i - first], head=verb.i if top else adverb.head, dep=adverb.dep)
    tokens[adverb.i - first] = replace(adverb, pos="ADV", head=verb.i, dep="advmod", morph="")


def helped(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The verb between an auxiliary that hangs on a noun, as on no noun without a copula, and the noun (`will expel | X`)."""
    own = [t for t in tokens if t.head == noun.i and t.i != noun.i]
    helping = [t for t in own if t.dep.startswith("aux") and t.i < noun.i]
    if noun.pos not in NOMINAL or not helping or any(t.dep == "cop" for t in own):
        return None
    verbs = (t for t in own if t.pos == "VERB" and t.dep.startswith(LOOSE) and helping[-1].i < t.i < noun.i)
    return next(verbs, None)


def behind_its_subject(tokens: Sequence[Token], noun: Token, first: int) -> Token | None:
    """The verb between the subject that hangs on a noun without a copula, and the noun (`Eskelia | imposed | sanctions`).

    Without such a subject, a finite form behind a noun that is taken to be in one compound with both.
    """
    own = [t for t in tokens if t.head == noun.i and t.i < noun.i]
    if noun.pos not in NOMINAL or any(t.dep.startswith(("cop", "aux", "case")) for t in own):
        return None
    verb = next((t for t in own if t.pos == "VERB" and t.dep.startswith(LOOSE)), None)
    if verb is None or verb.has("VerbForm=Ger") or verb.i - first < 1:
        return None
    subjects = (t for t in tokens if t.head in {noun.i, verb.i} and t.dep.startswith("nsubj") and t.i < verb.i)
    subject = next(subjects, None)
    between = tokens[verb.i - first + 1 : noun.i - first]
    if subject is not None:
        return None if any(t.pos == "DET" and t.i < verb.i and t.i > subject.i for t in own) else verb
    before = tokens[verb.i - first - 1]
    named = before.head in {verb.i, noun.i} and before.dep.startswith(("compound", "nsubj")) and before.pos in NOMINAL
    only = noun.head == noun.i and tokens[-1].text == "." and not any(t.has("VerbForm=Fin") for t in tokens)
    told = verb.has("VerbForm=Fin") or (only and verb.has("Tense=Past"))  # (`the club | sacked | coach X on Monday`)
    return verb if told and named and not any(t.text == "," for t in between) else None


def going_on(tokens: Sequence[Token], noun: Token, first: int) -> Token | None:
    """The present participle right behind a copula, which takes the noun behind it for its object (`is feeding images`)."""
    copula = next((t for t in tokens if t.head == noun.i and t.dep == "cop" and t.i < noun.i), None)
    if noun.pos not in NOMINAL or copula is None or not language_pack(noun.language).settings.progressive:
        return None
    behind = next((t for t in tokens[copula.i - first + 1 :] if t.pos not in BETWEEN), None)
    if behind is None or behind.head != noun.i or not behind.dep.startswith(LOOSE) or behind.pos != "VERB":
        return None
    return behind if behind.norm.endswith(language_pack(noun.language).settings.progressive) else None


def above_object(tokens: list[Token], verb: Token, noun: Token, first: int) -> None:
    """Put a verb in the place of the noun that is its object, with all that a noun does not have below it."""
    top = noun.head == noun.i
    plain = (
        verb.has("VerbForm=Fin")
        or verb.has("VerbForm=Inf")
        or any(t.head == noun.i and t.dep in {"aux", "cop"} for t in tokens)
    )
    morph = verb.morph if plain else FINITE_PAST
    tokens[verb.i - first] = replace(
        verb, dep="root" if top else noun.dep, head=verb.i if top else noun.head, morph=morph
    )
    before = tokens[verb.i - first - 1]
    if before.head in {verb.i, noun.i} and before.dep.startswith("compound") and before.pos in NOMINAL:
        tokens[before.i - first] = replace(before, dep="nsubj", head=verb.i)
        for token in list(tokens[: before.i - first]):
            if token.head in {verb.i, noun.i}:
                tokens[token.i - first] = replace(token, head=before.i)
    for token in list(tokens):
        if (
            token.head == noun.i
            and token.i not in {verb.i, noun.i}
            and (token.i < verb.i or not token.dep.startswith(OF_NOUN))
        ):
            dep = "aux" if token.dep == "cop" else "obl" if token.dep == "nmod" and token.i > noun.i else token.dep
            stays = (
                token.i > noun.i
                and token.dep.startswith(("acl", "nmod", "conj", "cc"))
                and adjacent(tokens, noun, token, first)
            )
            if not stays:
                tokens[token.i - first] = replace(token, dep=dep, head=verb.i)
    tokens[noun.i - first] = replace(noun, dep="obj", head=verb.i)


def adjacent(tokens: Sequence[Token], noun: Token, token: Token, first: int) -> bool:
    """Whether a phrase begins right behind a noun with a preposition that ties it to a noun (`images | of the front`)."""
    marks = language_pack(noun.language).settings.genitives
    return noun.i - first + 1 < len(tokens) and (
        tokens[noun.i - first + 1].norm in marks or token.dep.startswith(("acl", "conj", "cc"))
    )


def describes_subject(tokens: Sequence[Token], verb: Token, first: int) -> bool:
    """Whether a finite verb is taken to describe the noun that opens the sentence (`Le ministère discute | avec le Front`)."""
    noun = tokens[verb.head - first]
    if verb.pos != "VERB" or not verb.has("VerbForm=Fin") or verb.dep != "amod" or noun.i >= verb.i:
        return False
    if noun.head != noun.i or noun.pos not in NOMINAL:
        return False
    return not any(t.has("PronType=Rel") or t.text == "," for t in tokens[noun.i - first : verb.i - first])


def above_subject(tokens: list[Token], verb: Token, noun: Token, first: int) -> None:
    """Put a verb above the noun that is its subject, with what stands behind it."""
    for token in list(tokens):
        if token.head == noun.i and (token.i > verb.i or token.dep == "punct") and token.i != noun.i:
            dep = "obl" if token.dep == "nmod" else "obj" if token.dep == "appos" else token.dep
            tokens[token.i - first] = replace(token, dep=dep, head=verb.i)
    tokens[verb.i - first] = replace(verb, dep="root", head=verb.i)
    tokens[noun.i - first] = replace(noun, dep="nsubj", head=verb.i)


def before_perfect(tokens: Sequence[Token], verb: Token, first: int) -> Token | None:
    """The verb of an infinitive in the perfect whose subject a finite verb is read to describe (`X | nie | avoir été vu`)."""
    noun = tokens[verb.head - first]
    said = tokens[noun.head - first]
    if verb.pos != "VERB" or not verb.has("VerbForm=Fin") or verb.dep != "amod" or not noun.dep.startswith("nsubj"):
        return None
    helping = [t for t in tokens if t.head == said.i and t.dep.startswith("aux")]
    whole = noun.i < verb.i < said.i and bool(helping) and helping[0].has("VerbForm=Inf")
    return said if whole else None


def above_perfect(tokens: list[Token], verb: Token, said: Token, first: int) -> None:
    """Put a verb above its subject and the infinitive that it takes."""
    noun = tokens[verb.head - first]
    top = said.head == said.i
    for token in list(tokens):
        if token.head == said.i and (token.i < noun.i or token.dep == "punct") and token.i != said.i:
            tokens[token.i - first] = replace(token, head=verb.i)
    tokens[verb.i - first] = replace(verb, dep="root" if top else said.dep, head=verb.i if top else said.head)
    tokens[noun.i - first] = replace(noun, dep="nsubj", head=verb.i)
    tokens[said.i - first] = replace(said, dep="xcomp", head=verb.i)


def with_particle(tokens: list[Token], root: Token, first: int) -> None:
    """A noun with a particle behind it, below which the noun before it is hung, is a verb (`the director | steps down`)."""
    place = root.i - first
    particle = any(t.head == root.i and t.dep == "compound:prt" and t.i == root.i + 1 for t in tokens)
    if root.pos != "NOUN" or not particle or place < 1 or any(t.has("VerbForm=Fin") for t in tokens):
        return
    subject = tokens[place - 1]
    if subject.pos not in NOMINAL or subject.head != root.i:
        return
    for token in list(tokens):
        if token.head == root.i and token.i < subject.i:
            tokens[token.i - first] = replace(token, head=subject.i)
        elif token.head == root.i and token.i > root.i and token.dep == "nmod":
            tokens[token.i - first] = replace(token, dep="obl")
    tokens[place] = replace(root, pos="VERB", morph=PRESENT)
    tokens[place - 1] = replace(subject, dep="nsubj")


def perfect(tokens: list[Token], root: Token, first: int) -> None:
    """A regular past that is read as what somebody had is the verb of a perfect (`had in fact | stumbled`)."""
    settings = language_pack(root.language).settings
    if root.lemma not in settings.perfect or root.pos not in {"VERB", "AUX"}:
        return
    own = [t for t in tokens if t.head == root.i and t.i != root.i]
    past = next((t for t in own if t.dep == "xcomp" and t.pos == "ADJ" and verbs_of(t)), None)
    if past is None or past.i < root.i or any(t.dep.startswith("obj") and t.i < past.i for t in own):
        return
    for token in own:
        if token.i != past.i:
            tokens[token.i - first] = replace(token, head=past.i)
    known = language_pack(root.language).events.verbs
    lemma = next((v for v in verbs_of(past) if v in known), past.lemma)
    tokens[past.i - first] = replace(past, pos="VERB", lemma=lemma, dep="root", head=past.i, morph=PAST)
    tokens[root.i - first] = replace(root, pos="AUX", dep="aux", head=past.i)


def verbs_of(token: Token) -> tuple[str, ...]:
    """What a word may be the past participle of, by its ending."""
    return tuple(v for v in infinitives(token.norm, token.language) if v != token.norm)
