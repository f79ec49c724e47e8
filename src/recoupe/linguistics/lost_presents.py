"""Verbs in the present that a tagger takes for adjectives or nouns behind their subject, or a parser for its participle:
`La justice inculpe trois policiers`, `on dit que l'armée massacre les villageois`, `The firm blocks two lorries`.

What tells them: a noun phrase heads a clause that has no other finite verb; right behind it stands a form that a verb of the
packs has in the third person of the present, and behind that an article, a figure or a name opens its object, unless the tagger
has the form for finite, or for an adjective that there is not.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.inserted_verbs import MORPH, articled
from recoupe.linguistics.participles import is_participle
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
MISTAKEN = {"NOUN", "ADJ", "X", "ADV", "ADP", "VERB"}
CLAUSES = ("root", "ccomp", "advcl", "parataxis")  # what a noun is to its sentence where it heads a clause
INSIDE = ("nmod", "amod", "flat", "appos", "compound", "det", "case", "nummod", "acl")  # words of a noun phrase
ADVERBIAL = {"nmod": "obl", "appos": "obl"}  # what hangs on a noun, and on a verb
PLAIN = ("e", "ent")  # how presents end that look like no participle
NEAR = 6  # tokens between an article and its noun
OPENED = re.compile(
    r"é([^aeiouyéèêâîôû]{1,2}e(?:nt)?)$"
)  # a vowel that opens before a mute syllable: coopérer, coopère


def presents_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such a word as the verb of its clause."""
    found = list(tokens)
    for k in range(1, len(found) - 1):
        lemma = present_of(found, k)
        if lemma is None:
            continue
        subject = clause_head(found, k, first)
        if subject is not None:
            found = with_verb(found, k, subject, lemma, first)
        elif (noun := own_subject(found, k)) is not None:  # (`Un incendie ravage l'usine`, as if it were devastated)
            morph = MORPH.format("Plur" if noun.has("Number=Plur") else "Sing")
            found[k] = replace(found[k], pos="VERB", lemma=lemma, morph=morph)
    return found


def own_subject(tokens: Sequence[Token], k: int) -> Token | None:
    """The subject before a word that is read as what a copula says of it, though there is none."""
    word = tokens[k]
    own = [t for t in tokens if t.head == word.i and t.i != word.i]
    if word.pos == "VERB" or any(t.dep.startswith(("cop", "aux", "det", "case")) for t in own):
        return None
    return next((t for t in own if t.dep.startswith("nsubj") and t.i < word.i and t.pos in NOMINAL), None)


def present_of(tokens: Sequence[Token], k: int) -> str | None:
    """The infinitive of the verb that a word at a place may be in the present, between a noun and what opens an object."""
    token, before, behind = tokens[k], tokens[k - 1], tokens[k + 1]
    told = only_verb(token)
    resumed = before.text == "," and (told or (token.has("VerbForm=Fin") and token.dep == "acl"))
    # (`la police, qui enquête, | encercle`)
    if token.pos not in MISTAKEN or not token.text.islower() or not (resumed or before.pos in {*NOMINAL, "ADJ"}):
        return None
    finite = (
        token.pos == "VERB" and token.has("VerbForm=Fin") and token.dep == "acl"
    )  # (a participle is no finite form)
    named = behind.pos == "PROPN" and behind.text[:1].isupper() and token.pos == "VERB"
    opens = told or finite or named or behind.pos == "NUM" or articled(tokens, k + 1) or before_infinitive(tokens, k)
    if not opens and not no_adjective(token) and (token.pos not in {"ADV", "X"} or own_subject(tokens, k) is None):
        return None
    if token.norm in closed_words(token.language):
        return None
    return presents(token.language).get(token.norm)


def only_verb(token: Token) -> bool:
    """Whether what is read as a noun is the present of a verb of which there is no noun (`X denies having paid`)."""
    verbs = language_pack(token.language).settings.never_nouns
    return token.pos == "NOUN" and presents(token.language).get(token.norm) in verbs


def before_infinitive(tokens: Sequence[Token], k: int) -> bool:
    """Whether an infinitive with its mark stands behind a noun that looks like a verb (`Valtrec | plans | to loot`)."""
    marks = language_pack(tokens[k].language).settings.bare_infinitive_marks
    marked = tokens[k + 1].norm in marks and k + 2 < len(tokens) and tokens[k + 2].has("VerbForm=Inf")
    return marked and tokens[k].norm != tokens[k].lemma


def no_adjective(token: Token) -> bool:
    """Whether a word that is read as an adjective is none that the pack knows, and looks like no participle (`grimpe`)."""
    known = language_pack(token.language).settings.like_presents
    return bool(known) and token.pos in {"ADJ", "ADV", "X"} and token.norm.endswith(PLAIN) and token.norm not in known


def clause_head(tokens: Sequence[Token], k: int, first: int) -> int | None:
    """The place of the noun that heads a clause without a finite verb and ends right before a place; `None` without one."""
    word = tokens[k]
    node = tokens[word.head - first] if tokens[k - 1].text == "," else tokens[k - 1]
    while node.dep.startswith(INSIDE) and first <= node.head < node.i:
        node = tokens[node.head - first]
    if node.pos not in NOMINAL or node.i - first >= k:
        return None
    below = [t for t in tokens if t.head == node.i and t.i != node.i]
    if any(t.dep.startswith(("cop", "nsubj", "aux")) or (t.dep.startswith("case") and t.pos != "SCONJ") for t in below):
        return None
    if node.dep.startswith("nsubj"):
        return node.i - first if says_object(tokens, node, word, first) else None
    if node.head == word.i:  # (`the firm | blocks`: a compound of the word that heads the clause)
        own = [t.dep for t in tokens if t.head == word.i and t.i != word.i]
        bare = not any(dep.startswith(("nsubj", "cop", "case")) for dep in own)
        compound = bare and node.dep.startswith(("compound", "amod", "nmod"))
        return node.i - first if compound and heads_clause(tokens, word, first) else None
    hangs = first <= word.head <= node.i and inside(tokens, word.head - first, node, first)
    return node.i - first if hangs and heads_clause(tokens, node, first, but=word) else None


def says_object(tokens: Sequence[Token], noun: Token, word: Token, first: int) -> bool:
    """Whether the parse takes the object behind a word for what is said of the noun (`la société rachète | son rival`)."""
    thing = tokens[noun.head - first]
    own = [t for t in tokens if t.head == thing.i and t.i != thing.i]
    copula = any(t.dep.startswith(("cop", "aux", "case")) for t in own)
    return thing.i > word.i and thing.pos in NOMINAL and not copula and not thing.has("VerbForm=Fin")


def inside(tokens: Sequence[Token], place: int, node: Token, first: int) -> bool:
    """Whether the token at a place hangs under another."""
    token = tokens[place]
    for _ in tokens:
        if token.i == node.i:
            return True
        if token.head == token.i or not first <= token.head < first + len(tokens):
            return False
        token = tokens[token.head - first]
    return False


def heads_clause(tokens: Sequence[Token], noun: Token, first: int, but: Token | None = None) -> bool:
    """Whether a noun heads a clause in which no other word is a finite verb: clauses below it or joined to it have their own."""
    if behind_opening(tokens, noun, first):
        return True
    if not noun.dep.startswith(CLAUSES) and noun.head != noun.i:
        return False
    marked = any(t.head == noun.i and (t.dep.startswith("mark") or t.pos == "SCONJ") for t in tokens)
    if noun.head != noun.i and not marked:
        return False
    below = (t for t in tokens if t.head == noun.i and t.has("VerbForm=Fin") and t is not but)
    return all(t.dep.startswith(("acl", "advcl", "conj", "ccomp")) for t in below)


def behind_opening(tokens: Sequence[Token], noun: Token, first: int) -> bool:
    """Whether a noun that the parse hangs on the word that opens the sentence stands right behind a comma: no object does.

    `Soupçonné d'avoir pillé le dépôt, | l'ingénieur | dément`.
    """
    place = noun.i - first
    while place > 0 and tokens[place - 1].pos in {"DET", "NUM", "ADJ"}:
        place -= 1
    opened = noun.head == tokens[0].i and tokens[0].head == tokens[0].i and is_participle(tokens[0])
    return opened and place > 1 and tokens[place - 1].text == ","


def with_verb(tokens: Sequence[Token], k: int, subject: int, lemma: str, first: int) -> list[Token]:
    """The tokens with the word at a place as the verb of a clause, and the noun at another as its subject."""
    found = list(tokens)
    verb, noun = found[k], found[subject]
    said = found[noun.head - first] if noun.dep.startswith("nsubj") else None
    top = said if said is not None else verb if noun.head == verb.i else noun
    head, dep = (verb.i, "root") if top.head == top.i else (top.head, top.dep)
    if dep != "root" and not dep.startswith((*CLAUSES, "acl", "conj")):
        dep = "parataxis"
    number = "Plur" if noun.has("Number=Plur") else "Sing"
    start = phrase_start(found, subject, first)
    for place, token in enumerate(found):
        if place in {k, subject} or token == said or token.head not in {verb.i, noun.i, *(t.i for t in found[start:k])}:
            continue
        if place > k:
            found[place] = replace(token, head=verb.i, dep=own_relation(found, token))
        elif token.head == verb.i and place >= start:
            found[place] = replace(token, head=noun.i)
        elif place < start and token.head == noun.i:
            found[place] = replace(token, head=verb.i, dep="mark" if token.pos == "SCONJ" else token.dep)
    for place, token in enumerate(found[:k]):
        if said is not None and token.head == said.i and place != subject:
            found[place] = replace(token, head=verb.i)
    if said is not None:
        found[said.i - first] = replace(said, dep="obj", head=verb.i)
    found[k] = replace(verb, pos="VERB", lemma=lemma, morph=MORPH.format(number), dep=dep, head=head)
    found[subject] = replace(noun, dep="nsubj", head=verb.i)
    thing = object_of(found, k)
    if thing is not None and not any(t.head == verb.i and t.dep == "obj" for t in found):
        found[thing] = replace(found[thing], dep="obj", head=verb.i)
    return found


def phrase_start(tokens: Sequence[Token], subject: int, first: int) -> int:
    """The place where the noun phrase of a noun begins: its article, figures and adjectives before it."""
    start = subject
    while start > 0 and tokens[start - 1].pos in {"DET", "NUM", "ADJ", "PROPN", "NOUN"}:
        start -= 1
    return start


def own_relation(tokens: Sequence[Token], token: Token) -> str:
    """The relation of what stood behind a noun as what stands behind a verb: with a preposition it is an adjunct."""
    parted = any(t.head == token.i and t.dep.startswith("case") for t in tokens)
    relation = token.dep.partition(":")[0]
    if relation == "acl" and token.has("VerbForm=Inf"):
        return "xcomp"
    return ADVERBIAL.get(relation, token.dep) if parted or relation not in {"appos", "nmod"} else "obj"


def object_of(tokens: Sequence[Token], k: int) -> int | None:
    """The place of the noun or name that stands behind a word, its article and its adjectives."""
    for place in range(k + 1, min(len(tokens), k + 1 + NEAR)):
        if tokens[place].pos in NOMINAL:
            return place
        if tokens[place].pos not in {"DET", "NUM", "ADJ", "PRON", "ADV"}:
            return None
    return None


@functools.cache
def presents(language: str) -> Mapping[str, str]:
    """The infinitives of the packs' verbs by their third person of the present."""
    pack = language_pack(language)
    return dict(forms({*pack.events.verbs, *pack.reporting_verbs.verbs}, pack.settings.present_endings))


def forms(verbs: set[str], endings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each form in the present with its verb, of one-word verbs; a form of two verbs is of the last by name."""
    for verb in sorted(verbs):
        if verb.isalpha():
            for ending, whole in endings.items():
                if verb.endswith(whole):
                    form = verb.removesuffix(whole) + ending
                    yield form, verb
                    yield OPENED.sub(r"è\1", form), verb


@functools.cache
def closed_words(language: str) -> frozenset[str]:
    """Prepositions, pronouns and the like, which are forms of verbs too (`entre`, `contre`)."""
    return frozenset(language_pack(language).function_words.words)
