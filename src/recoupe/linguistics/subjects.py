"""Subjects that a parse loses: of the second of two clauses in a row, behind an apposition, before an inserted clause.

`left the hall, and the owner, Ann Dorval, was charged`: where `and` hangs on a noun phrase, and right behind that stands a
finite verb in a row with the one before and without a subject, the noun phrase is its subject. `The mayor of Lorne, the
southern port, has resigned`: of two subjects of one verb that commas part, the second tells of the first. `nobody, it
said, had locked it`: before a clause of saying between two commas stands the subject of the verb behind it. `On the eve of the
vote, captain Ann Dorval quit`: what stands between an opening adjunct's comma and a finite verb is in no row with its nouns.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.linguistics.saying import Below, dependents, spread
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
VERBAL = {"VERB", "AUX", "ADJ"}
LOOSE = ("advcl", "obl", "nmod", "dislocated", "vocative", "parataxis", "dep")  # relations of a name that is no subject
SUBJECTS = ("nsubj", "csubj", "expl:subj")
INSERTED = 12  # tokens from one comma to the next around a clause of saying
BESIDE = ("aux", "advmod", "cop", "expl", "iobj", "punct")  # between a subject and its verb


def subjects_found(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with such subjects under their verbs."""
    found = list(tokens)
    for mend in (
        in_row,
        told_of,
        behind_apposition,
        before_insertion,
        behind_adjunct,
        behind_insertion,
        behind_told,
        whole_name,
        inverted,
    ):
        below = dependents(found)
        for token in tokens:
            for changed in mend(found, found[token.i - first], below, first):
                found[changed.i - first] = changed
    return found


def in_row(tokens: Sequence[Token], verb: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The noun phrase right before a finite verb in a row, on which the conjunction hangs, as its subject."""
    own = below.get(verb.i, [])
    if verb.dep != "conj" or verb.pos not in VERBAL or not finite(verb, own):
        return ()
    if any(t.dep.startswith(("nsubj", "cc", "mark", "csubj", "expl:subj")) for t in own):
        return ()
    above = tokens[verb.head - first]
    for noun in reversed(tokens[: verb.i - first]):
        joint = next((t for t in below.get(noun.i, []) if t.dep == "cc" and t.i < noun.i), None)
        if noun.dep != "conj" or noun.pos not in NOMINAL or joint is None:
            continue
        inside = spread(noun, below)
        opening = min(i for i in inside if i >= joint.i)
        parted = any(t.dep == "case" for t in below.get(noun.i, []))
        between = tokens[max(inside) + 1 - first : verb.i - first]
        commas = sum(t.text == "," for t in tokens[joint.i - first : verb.i - first])
        if opening != joint.i or not above.i < joint.i < max(inside) < verb.i or parted or commas % 2:
            return ()  # (an odd comma closes the row itself: `..., and forty wounded, said the mayor`)
        if any(t.head != verb.i or not t.dep.startswith(BESIDE) for t in between if t.pos != "PUNCT"):
            return ()
        passive = any(t.dep == "aux:pass" for t in own)
        return (
            replace(noun, dep="nsubj:pass" if passive else "nsubj", head=verb.i),
            replace(joint, head=verb.i),
        )
    return ()


def before_insertion(tokens: Sequence[Token], verb: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The noun phrase right before a clause of saying between two commas, as the subject of the verb behind that clause."""
    own = below.get(verb.i, [])
    if verb.pos not in VERBAL or verb.dep.startswith(("aux", "cop")) or not finite(verb, own):
        return ()
    if any(t.dep.startswith((*SUBJECTS, "mark")) for t in own):
        return ()
    opening = min([verb.i, *(t.i for t in own if t.dep.startswith(("aux", "cop", "advmod")))]) - first
    commas = [k for k in range(opening) if tokens[k].text == ","][-2:]
    if len(commas) < 2 or commas[1] != opening - 1 or commas[0] == 0 or commas[1] - commas[0] > INSERTED:
        return ()
    inserted = tokens[commas[0] + 1 : commas[1]]
    saying = next((t for t in inserted if says(t)), None)
    if saying is None or not any(t.dep.startswith("nsubj") for t in below.get(saying.i, [])):
        return ()
    noun = tokens[commas[0] - 1]
    while (
        noun.head != noun.i
        and first <= noun.head < noun.i
        and noun.dep.startswith(("nmod", "flat", "amod", "case", "det"))
    ):
        noun = tokens[noun.head - first]
    parted = any(t.dep == "case" for t in below.get(noun.i, []))
    if (
        noun.pos not in {*NOMINAL, "PRON"}
        or not noun.dep.startswith(("parataxis", "dep", "appos", "dislocated"))
        or parted
    ):
        return ()
    return (replace(noun, dep="nsubj:pass" if any(t.dep == "aux:pass" for t in own) else "nsubj", head=verb.i),)


def behind_insertion(tokens: Sequence[Token], noun: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The noun behind an inserted clause of saying as the object that the verb before that clause lacks.

    `Il n'y a pas eu, insiste la préfète, de fuite`: where the parse has it for a part of who speaks.
    """
    if noun.pos not in NOMINAL or not noun.dep.startswith(("nmod", "obl", "appos", "conj", "dep")):
        return ()
    inside = spread(noun, below)
    commas = [k for k in range(noun.i - first) if tokens[k].text == ","][-2:]
    if len(commas) < 2 or commas[1] - commas[0] > INSERTED or commas[0] == 0 or min(inside) - first > commas[1] + 1:
        return ()
    verb, inserted = tokens[commas[0] - 1], tokens[commas[0] + 1 : commas[1]]
    saying = any(says(t) and any(s.dep.startswith("nsubj") for s in below.get(t.i, [])) for t in inserted)
    own = below.get(verb.i, [])
    having = verb.lemma in language_pack(verb.language).denials.perfect and finite(verb, own)
    if not saying or not having or any(t.dep.startswith("obj") for t in own):
        return ()
    if any(t.has("VerbForm=Fin") for t in tokens[commas[1] :]):
        return ()
    case = [replace(t, dep="det") for t in below.get(noun.i, []) if t.dep == "case"]
    return (replace(noun, dep="obj", head=verb.i), *case)


def behind_told(tokens: Sequence[Token], verb: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The noun phrase between a comma and a verb of saying, as who speaks, where it was taken to tell of the name before.

    `two marines were hurt on the Dawn, | a navy insider | told the paper`.
    """
    own = below.get(verb.i, [])
    if not says(verb) or not finite(verb, own) or any(t.dep.startswith(SUBJECTS) for t in own):
        return ()
    opening = min([verb.i, *(t.i for t in own if t.dep.startswith(("aux", "advmod")) and t.i < verb.i)]) - first
    comma = next((k for k in range(opening - 1, 0, -1) if tokens[k].text == ","), None)
    inside = range(comma + 1, opening) if comma is not None else range(0)
    noun = next((tokens[k] for k in inside if tokens[k].dep == "appos" and tokens[k].pos in NOMINAL), None)
    if noun is None or noun.head - first > inside.start or any(t.dep == "case" for t in below.get(noun.i, [])):
        return ()
    held = spread(noun, below)
    return (replace(noun, dep="nsubj", head=verb.i),) if all(first + k in held for k in inside) else ()


def whole_name(tokens: Sequence[Token], name: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The last word of a name that alone was taken for the subject, with the words of the name before it.

    `his lawyer Jonas Karp said`: where `Jonas` hangs on another verb with what tells of him.
    """
    before = tokens[name.i - first - 1] if name.i > first else name
    stray = name.pos in {"ADV", "X"} and name.text[:1].isupper() and name.text[1:].islower() and not below.get(name.i)
    if stray and before.pos == "PROPN" and before.text[:1].isupper():
        return (replace(name, pos="PROPN", dep="flat", head=before.i, morph=""),)  # (`Jonas Ouedri said`)
    if name.pos != "PROPN" or not name.dep.startswith("nsubj") or name.head < name.i or below.get(name.i):
        return ()
    if (
        before.pos != "PROPN"
        or not before.dep.startswith(LOOSE)
        or before.head == name.head
        or not before.text[:1].isupper()
    ):
        return ()
    if any(t.dep == "case" for t in below.get(before.i, [])):
        return ()
    return (replace(before, dep=name.dep, head=name.head), replace(name, dep="flat", head=before.i))


def inverted(tokens: Sequence[Token], verb: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The noun behind an inserted verb of saying with its hearer before it, as who speaks: `, m'a confirmé | son avocat`."""
    own = below.get(verb.i, [])
    objects = [t for t in own if t.dep == "obj" and t.i > verb.i and t.pos in NOMINAL]
    group = [t for t in own if t.i < verb.i and t.pos in {"AUX", "PRON"}]
    opening = min([verb.i, *(t.i for t in group)]) - first
    if not says(verb) or len(objects) != 1 or opening < 2 or tokens[opening - 1].text != ",":
        return ()
    settings = language_pack(verb.language).settings
    told_to = [t for t in group if t.pos == "PRON" and t.norm in settings.hearing]
    subjects = [t for t in own if t.dep.startswith(SUBJECTS) and t not in told_to]
    agrees = any(t.pos == "AUX" and t.has("Person=3") for t in group)  # (`nous a dit`: not `nous avons dit`)
    if not told_to or subjects or not finite(verb, own) or not agrees:
        return ()
    speaker = objects[0]
    between = tokens[verb.i - first + 1 : speaker.i - first]
    above = next((t for t in tokens if t.head == t.i), verb)
    if any(t.pos not in {"DET", "ADJ", "PRON"} for t in between):
        return ()
    told = (replace(t, dep="iobj") for t in told_to)
    if above.i == verb.i:  # the parse has what is said below the verb that says it
        said = (replace(t, dep="ccomp") for t in own if t.dep.startswith("advcl") and t.i < verb.i)
        return (replace(speaker, dep="nsubj"), *told, *said)
    return (replace(verb, dep="parataxis:insert", head=above.i), replace(speaker, dep="nsubj"), *told)


def behind_adjunct(tokens: Sequence[Token], verb: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The noun phrase between the comma of a phrase with a preposition that opens a sentence and its main verb, as subject."""
    own = below.get(verb.i, [])
    if verb.head != verb.i or verb.pos not in VERBAL or not finite(verb, own) or tokens[0].dep != "case":
        return ()
    if any(t.dep.startswith(SUBJECTS) for t in own):
        return ()
    opening = min([verb.i, *(t.i for t in own if t.dep.startswith(BESIDE) and t.text != ",")]) - first
    commas = [k for k in range(opening) if tokens[k].text == ","]
    comma = commas[0] if len(commas) in {1, 3} else -1  # (`In May, the owner, Ann Dorval, quit`)
    inside = range(comma + 1, opening) if comma > 0 else range(0)
    noun = next((tokens[k] for k in inside if tokens[k].dep in {"conj", "appos"} and tokens[k].pos in NOMINAL), None)
    if noun is None or noun.head - first >= inside.start:
        return ()
    parted = any(t.dep in {"case", "cc"} for t in below.get(noun.i, []))
    beside = [t for t in below.get(noun.head, []) if t.dep == "appos" and t.i > noun.i and t.i - first in inside]
    held = {i for t in (noun, *beside) for i in spread(t, below)}
    if parted or not all(first + k in held for k in inside if tokens[k].text != ","):
        return ()
    passive = any(t.dep == "aux:pass" for t in own)
    return (
        replace(noun, dep="nsubj:pass" if passive else "nsubj", head=verb.i),
        *(replace(t, head=noun.i) for t in beside),
    )


def finite(verb: Token, own: Sequence[Token]) -> bool:
    """Whether a verb, or what helps it, is finite."""
    return verb.has("VerbForm=Fin") or any(t.has("VerbForm=Fin") and t.dep.startswith(("aux", "cop")) for t in own)


def told_of(tokens: Sequence[Token], noun: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The second of two subjects before one verb, between two commas, as what tells of the first."""
    if not noun.dep.startswith("nsubj") or noun.pos not in NOMINAL or noun.head < noun.i:
        return ()
    others = [t for t in below.get(noun.head, []) if t.dep.startswith("nsubj") and t.i < noun.i]
    opening = opens(tokens[0], noun, below)
    others = others or ([tokens[0]] if opening else [])
    if len(others) != 1 or others[0].pos not in NOMINAL or (says(tokens[noun.head - first]) and not opening):
        return ()  # (`the bank cut its rate, its spokeswoman, Ann Dorval, announced`)
    inside, before = ([i for i in spread(t, below) if tokens[i - first].pos != "PUNCT"] for t in (noun, others[0]))
    start, end = min(inside), max(inside) + 1
    closed = end < noun.head and tokens[end - first].text == "," and tokens[start - 1 - first].text == ","
    closed = closed and max(before) == start - 2
    if not closed:
        return ()
    return (replace(noun, dep="appos", head=others[0].i), replace(others[0], dep=noun.dep, head=noun.head))


def opens(name: Token, noun: Token, below: Below) -> bool:
    """Whether a name that opens a sentence hangs on a verb as what only goes with it, before the subject that tells of it."""
    alone = name.dep.startswith(LOOSE) and not any(t.dep == "case" for t in below.get(name.i, []))
    return name.pos == "PROPN" and alone and name.head == noun.head


def behind_apposition(tokens: Sequence[Token], verb: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The name before an apposition, as the subject of the finite verb that the parse hangs on the apposition.

    `Ann Dorval, a pilot of 41, was arrested, said the court`: where the name was taken for the subject of a verb of saying
    further on, that has its own behind it.
    """
    own = below.get(verb.i, [])
    told = tokens[verb.head - first]
    name = tokens[told.head - first]
    apposed = verb.dep.startswith("acl") and told.dep == "appos" and name.i < told.i < verb.i and name.pos in NOMINAL
    group = [t.i for t in own if t.dep.startswith(("aux", "cop"))]
    if not apposed or not any(t.has("VerbForm=Fin") for t in own if t.i in group):
        return ()
    opening = min(group) - first
    relative = any(t.has("PronType=Rel") for t in tokens[told.i - first : verb.i - first])
    if relative or tokens[opening - 1].text != "," or any(t.dep.startswith(("nsubj", "mark")) for t in own):
        return ()
    subject = replace(name, dep="nsubj:pass" if any(t.dep == "aux:pass" for t in own) else "nsubj", head=verb.i)
    above = tokens[name.head - first]
    if name.head == name.i:
        return (replace(verb, dep="root", head=verb.i), subject)
    if not name.dep.startswith("nsubj") or above.i < verb.i or not says(above):
        return ()
    speaker = next((t for t in below.get(above.i, []) if t.dep.startswith("obj") and t.i > above.i), None)
    told_by = (replace(speaker, dep="nsubj"),) if speaker is not None else ()
    return (replace(verb, dep="ccomp", head=above.i), subject, *told_by)


def says(verb: Token) -> bool:
    """Whether a verb is one of saying, whose own subject stands behind what is said."""
    return verb.lemma in language_pack(verb.language).reporting_verbs.verbs
