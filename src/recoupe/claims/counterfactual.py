"""What would have been, had something else been otherwise: `If X had asked, the plant would have closed`, `sans l'aide de X`.

The event of such a clause was not. What the condition names as having kept it from being was (`had it not been for the fire`).
"""

from recoupe.claims.concessions import conceded
from recoupe.languages import LanguagePack
from recoupe.linguistics import Annotation, Token

PAST = {"Tense=Imp", "Tense=Past", "Tense=Pqp"}


def contrary_to_fact(annotation: Annotation, verb: Token, pack: LanguagePack) -> bool:
    """Whether a verb tells what did not come about, in a conditional beside its condition, or in one that is no hearsay."""
    if verb.pos not in {"VERB", "AUX", "ADJ"}:
        return False
    own = [annotation.tokens[a] for a in annotation.dependents(verb.i, "aux")]
    if not any(t.has("Mood=Cnd") or t.norm in pack.settings.future_in_the_past for t in (*own, verb)):
        return False
    if any(t.norm in pack.settings.perfect for t in own):
        return True  # (`would have closed`)
    have = any(t.has("Mood=Cnd") and t.dep.startswith("aux:tense") for t in own)
    if not have and reported(annotation, verb):
        return False  # (`said that it would close if no buyer was found`: backshifted)
    return conditioned(annotation, verb, pack) or (have and but_for_something(annotation, verb, pack))


def conditioned(annotation: Annotation, verb: Token, pack: LanguagePack) -> bool:
    """Whether a clause of `if` in the past hangs on a verb, and does not grant what came about."""
    for child in annotation.dependents(verb.i, "advcl"):
        clause = annotation.tokens[child]
        marks = {annotation.tokens[m].norm for m in annotation.dependents(child, "mark")}
        tensed = [clause, *(annotation.tokens[a] for a in annotation.dependents(child, "aux", "cop"))]
        past = any(t.has(tense) for t in tensed for tense in PAST)
        if marks & {*pack.settings.conceding} and past and not conceded(annotation, clause):
            return True
    return False


def but_for_something(annotation: Annotation, verb: Token, pack: LanguagePack) -> bool:
    """Whether a verb's sentence opens with what kept its event from being (`Sans l'intervention de X, ...`)."""
    first, _ = annotation.sentences[verb.sentence]
    for noun in (annotation.tokens[c] for c in annotation.dependents(verb.i, "obl", "advcl")):
        if noun.pos in {"NOUN", "PROPN"} and noun.i < verb.i:
            known = [annotation.tokens[d] for d in annotation.dependents(noun.i, "det", "nmod:poss")]
            settled = noun.pos == "PROPN" or any(d.has("Definite=Def") or d.has("Poss=Yes") for d in known)
            opening = min(annotation.subtree(noun.i))
            if settled and opening == first and annotation.tokens[first].norm in pack.settings.without:
                return True
    return False


def kept_from_being(annotation: Annotation, noun: Token, pack: LanguagePack) -> bool:
    """Whether an event noun names what a contrary condition sets aside, and which was (`had it not been for the fire`)."""
    if noun.pos != "NOUN":
        return False
    first, _ = annotation.sentences[noun.sentence]
    opening = min(
        i for i in annotation.subtree(noun.i) if annotation.tokens[i].dep in {"det", "nmod:poss", "amod"} or i == noun.i
    )
    before = " ".join(t.norm for t in annotation.tokens[first:opening])
    return any(before == phrase or before.endswith(f" {phrase}") for phrase in pack.settings.but_for)


def reported(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb is in a clause that another one says."""
    return any(annotation.tokens[k].dep.startswith("ccomp") for k in (verb.i, *annotation.ancestors(verb.i)))
