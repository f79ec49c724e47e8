"""Objects that a parse takes for something else, where the order of words tells them.

`promet de perturber | la première`: behind an infinitive. `The regulator fined | Medivax | €12 million`: between its subject and
a sum that the parse has for the verb. `supprimer 1 200 | postes`: a noun behind the figure of a verb. `Un ferry transportant |
240 passagers | s'est échoué`: behind a present participle, taken for a second subject of the verb behind. `wounding about |
30`: a number alone.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.languages.inflection import possible_infinitives
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
FINITE_PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
SPARE = 3  # words between a verb and a number alone (`at least about`)
PARTICIPLE = "Tense=Past|VerbForm=Part"
GOING_ON = "Tense=Pres|VerbForm=Part"


def objects_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such nouns as objects of their verbs."""
    found = list(tokens)
    of_sum(found, first)
    for token in tokens:
        behind_figure(found, token, first)
        behind_participle(found, token, first)
        of_infinitive(found, token, first)
        bare_number(found, token, first)
        left_so(found, token, first)
    return found


def left_so(tokens: list[Token], state: Token, first: int) -> None:
    """`left at least four | people | injured`, `leaving two dead and one | missing`: what is left in some state is an object."""
    above = tokens[state.head - first]
    loose = state.dep.startswith(("advcl", "ccomp", "dep", "conj", "parataxis"))
    if state.pos not in {"VERB", "ADJ"} or not loose or state.has("VerbForm=Ger"):
        return
    if state.has("VerbForm=Fin") and not state.has("Tense=Past"):
        return  # (the tagger takes `injured` for a past)
    own = [t for t in tokens if t.head == state.i]
    if (
        above.pos == "VERB"
        and above.i < state.i
        and leaves(above)
        and not any(t.dep in ("mark", "aux", "cop") for t in own)
    ):
        subject = next((t for t in own if t.dep.startswith("nsubj") and above.i < t.i), None)
        if subject is not None and not any(t.head == above.i and t.dep == "obj" for t in tokens):
            tokens[subject.i - first] = replace(subject, head=above.i, dep="obj")
            tokens[state.i - first] = replace(
                state, dep="xcomp", morph=PARTICIPLE if state.pos == "VERB" else state.morph
            )
        return
    number, joint = tokens[state.i - first - 1], tokens[state.i - first - 2]
    before = tokens[joint.i - first - 1] if joint.i > first else joint
    verb = tokens[before.head - first]
    rows = number.pos in {"NUM", "NOUN"} and joint.dep == "cc" and before.dep.startswith("xcomp") and leaves(verb)
    if rows and state.i - first > 2:
        tokens[state.i - first] = replace(state, dep="conj", head=before.i)
        tokens[number.i - first] = replace(number, dep="nummod", head=state.i)
        tokens[joint.i - first] = replace(joint, head=state.i)


def leaves(verb: Token) -> bool:
    """Whether a verb tells in what state its subject leaves its object."""
    return verb.lemma in language_pack(verb.language).settings.leaving


def bare_number(tokens: list[Token], number: Token, first: int) -> None:
    """`wounding about | 30`: a number behind a verb of victims, of which the parse makes an adjunct."""
    verb = tokens[number.head - first]
    if number.pos != "NUM" or not number.dep.startswith("obl") or verb.pos != "VERB" or number.i < verb.i:
        return
    if any(t.head == number.i and t.dep == "case" for t in tokens):
        return
    events = language_pack(verb.language).events
    known = events.verbs.get(verb.lemma)
    if known is None or known.classes[:1] not in [[class_] for class_ in events.victims.values()]:
        return
    between = tokens[verb.i - first + 1 : number.i - first]
    taken = any(t.head == verb.i and t.dep.startswith(("obj", "nsubj:pass", "aux:pass")) for t in tokens)
    if not taken and all(t.pos in {"ADV", "ADP", "ADJ", "SCONJ"} for t in between) and len(between) <= SPARE:
        tokens[number.i - first] = replace(number, dep="obj")


def of_infinitive(tokens: list[Token], verb: Token, first: int) -> None:
    """`promet de perturber | la première`, of which the infinitive is read as an adjunct and its object is the other verb's."""
    above, mark = tokens[verb.head - first], tokens[max(0, verb.i - first - 1)]
    marks = language_pack(verb.language).settings.infinitive_marks
    marked = mark.head == verb.i and mark.dep == "case" and mark.norm in marks
    if verb.pos != "VERB" or not verb.has("VerbForm=Inf") or not verb.dep.startswith("obl") or not marked:
        return
    if above.pos != "VERB" or above.i > verb.i:
        return
    tokens[verb.i - first] = replace(verb, dep="xcomp")
    tokens[mark.i - first] = replace(mark, dep="mark")
    for token in list(tokens):
        if token.head == above.i and token.i > verb.i and token.dep.startswith("obj"):
            tokens[token.i - first] = replace(token, head=verb.i)


def of_sum(tokens: list[Token], first: int) -> None:
    """`X fined Y €12 million`, of which the sum is the root, X and Y its subjects, and the verb describes X."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in {"SYM", "NUM"}:
        return
    own = [t for t in tokens if t.head == root.i and t.i != root.i]
    subjects = [t for t in own if t.dep.startswith("nsubj")]
    if len(subjects) != 2 or any(t.dep == "cop" for t in own):
        return
    doer, other = subjects
    verb = next((t for t in tokens if t.head == doer.i and t.dep.startswith("acl") and doer.i < t.i < other.i), None)
    if verb is None or verb.pos != "VERB":
        return
    for token in own:
        if (
            token.i not in {doer.i, other.i}
            and token.dep not in {"nummod", "compound"}
            and not (token.pos == "NUM" and token.i > root.i)
        ):
            tokens[token.i - first] = replace(token, head=verb.i)
    tokens[verb.i - first] = replace(verb, dep="root", head=verb.i, morph=FINITE_PAST)
    tokens[doer.i - first] = replace(doer, head=verb.i)
    tokens[other.i - first] = replace(other, dep="obj", head=verb.i)
    tokens[root.i - first] = replace(root, dep="obl", head=verb.i)


def behind_figure(tokens: list[Token], noun: Token, first: int) -> None:
    """`supprimer 1 200 | postes`, of which the figure and the noun hang on the verb, the noun as if it described it."""
    verb, figure = tokens[noun.head - first], tokens[max(0, noun.i - first - 1)]
    counted = figure.pos == "NUM" and figure.head == verb.i and figure.i == noun.i - 1 and verb.i < figure.i
    if noun.pos == "NOUN" and noun.dep == "amod" and verb.pos == "VERB" and counted:
        tokens[noun.i - first] = replace(noun, dep="obj")
        tokens[figure.i - first] = replace(figure, dep="nummod", head=noun.i)


def going_on(token: Token) -> bool:
    """Whether a word has the ending of a present participle, where all have one of their own."""
    forms = language_pack(token.language).settings.verb_forms
    return forms is not None and bool(forms.gerunds) and re.search(rf"(?:{forms.gerunds})$", token.norm) is not None


def behind_participle(tokens: list[Token], noun: Token, first: int) -> None:
    """`Un ferry transportant | 240 passagers | s'est échoué`, of which ferry and passengers are both subjects."""
    forms = language_pack(noun.language).settings.verb_forms
    if forms is None or not noun.dep.startswith("nsubj") or noun.pos not in NOMINAL:
        return
    start = noun.i - first
    while start > 0 and tokens[start - 1].head == noun.i and tokens[start - 1].pos in {"DET", "NUM", "ADJ"}:
        start -= 1
    participle = tokens[start - 1] if start > 1 else noun
    subject = tokens[participle.head - first]
    same = subject.head == noun.head and subject.dep.startswith("nsubj") and subject.i < participle.i
    if start == noun.i - first or participle.pos not in {"ADJ", "VERB"} or not going_on(participle) or not same:
        return
    stem = re.sub(rf"(?:{forms.gerunds})$", "e", participle.norm)
    lemma = next(iter(possible_infinitives(stem, noun.language)), participle.lemma)
    tokens[participle.i - first] = replace(participle, pos="VERB", dep="acl", lemma=lemma, morph=GOING_ON)
    tokens[noun.i - first] = replace(noun, dep="obj", head=participle.i)
