"""Who did what a noun tells, and to what (`the sale of the mill by the bank`), where the parse hangs them on other words."""

from recoupe.claims.constructions import case_of, implied_subject
from recoupe.claims.holding import of_owner
from recoupe.claims.participants import can_act
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

PARTS = {",", ".", ";", ":", "!", "?", "–", "—", "(", ")"}  # marks behind which a noun has no doer
PHRASES = ("obl", "nmod")


def doer_of(annotation: Annotation, noun: Token) -> int | None:
    """The doer of what a noun tells: the noun behind its `by`, wherever the parse hangs it; None where there is none.

    The parse hangs it on what the event was done to or came with (`the sale of a mill without its wheel by the bank`), or on
    the verb above. Nothing but a participle, a passive or another event noun can take it there.
    """
    own = [c for c in annotation.dependents(noun.i, "nmod", "obl") if c > noun.i and brings_doer(annotation, c)]
    return own[0] if own else lost_doer(annotation, noun)


def planner_of(annotation: Annotation, noun: Token) -> int | None:
    """Who plans what a noun tells, as the subject of the verb that it is the object of (`the board is weighing a fine`)."""
    verb = annotation.tokens[noun.head]
    if not noun.dep.startswith("obj") or verb.lemma not in language_pack(verb.language).events.planning:
        return None
    subjects = [
        s for s in annotation.dependents(verb.i, "nsubj") if not annotation.tokens[s].dep.startswith("nsubj:pass")
    ]
    subject = subjects[0] if subjects else implied_subject(annotation, verb.i)
    return subject if subject is not None and can_act(annotation.tokens[subject]) else None


def lost_doer(annotation: Annotation, noun: Token) -> int | None:
    """The doer that the parse hangs elsewhere, None where it hangs on the noun or there is none.

    Only a noun that holds what was undergone has one so (`the sale of X by Y`, but not `suicide attempts by Y`).
    """
    tokens, end = annotation.tokens, annotation.sentences[noun.sentence][1]
    if not undergone_by(annotation, noun):
        return None
    for k in range(noun.i + 1, end):
        here = tokens[k]
        if here.text in PARTS or (here.pos in {"VERB", "AUX"} and k != noun.i):
            return None
        if here.pos not in {"NOUN", "PROPN"}:
            continue
        inside = tokens[k - 1].pos == "PUNCT"  # (`the son-in-law`)
        if here.pos == "NOUN" and here.lemma in language_pack(here.language).events.nouns and not inside:
            return None  # (`the sale after the seizure of the mill by the court`)
        if here.dep.startswith(PHRASES) and brings_doer(annotation, k):
            return k if can_act(here) and hangs_wrong(annotation, noun, tokens[here.head]) else None
    return None


def undergone_by(annotation: Annotation, noun: Token) -> list[int]:
    """What a noun says was undergone, behind the preposition of owners."""
    own = [c for c in annotation.dependents(noun.i, "nmod") if c > noun.i and of_owner(case_of(annotation, c))]
    return own or lost_undergone(annotation, noun)


def lost_undergone(annotation: Annotation, noun: Token) -> list[int]:
    """What a noun says was undergone, where the parse hangs it on what tells how or where (`l'arrestation au port d'un marin`).

    Only a phrase with a number or an indefinite article, on what is nobody, no event and behind another preposition: a
    definite one or a name may well belong there (`l'arrestation à la gare de Lyon`), and what is no known event tells its measure
    (`mesures avec une précision de 2 %`).
    """
    tokens = annotation.tokens
    nouns = language_pack(noun.language).events.nouns
    if not points(annotation, noun):
        return []
    for between in annotation.dependents(noun.i, "nmod", "obl"):
        held = tokens[between]
        owned = of_owner(case_of(annotation, between))
        if between < noun.i or owned or held.pos != "NOUN" or can_act(held) or held.lemma in nouns:
            continue
        for c in annotation.dependents(between, "nmod"):
            indefinite = annotation.dependents(c, "nummod") or any(
                tokens[d].has("Definite=Ind") for d in annotation.dependents(c, "det")
            )
            if c > between and of_owner(case_of(annotation, c)) and indefinite:
                return [c]
    return []


def points(annotation: Annotation, noun: Token) -> bool:
    """Whether an article or another word that points at one thing stands before a noun."""
    before = (*annotation.dependents(noun.i, "det"), *annotation.dependents(noun.i, "case"))
    tokens = [annotation.tokens[c] for c in before]
    return any(t.has("Definite=Def") or t.has("PronType=Dem") or t.has("Poss=Yes") for t in tokens)


def brings_doer(annotation: Annotation, node: int) -> bool:
    """Whether the preposition of doers stands before a noun."""
    by = language_pack(annotation.tokens[node].language).events.by
    return annotation.tokens[node].pos in {"NOUN", "PROPN"} and case_of(annotation, node) in by


def hangs_wrong(annotation: Annotation, noun: Token, head: Token) -> bool:
    """Whether a word on which a doer hangs can have none itself, and is one that the noun hangs on or holds."""
    if head.i == noun.i:
        return False
    above = head.i in set(annotation.ancestors(noun.i))
    beside = any(a in set(annotation.ancestors(head.i)) for a in (noun.i, noun.head) if a != head.i)
    if head.pos in {"VERB", "AUX"}:
        passive = annotation.dependents(head.i, "aux:pass", "nsubj:pass") or head.has("VerbForm=Part")
        return above and head.i < noun.i and not passive
    return head.pos in {"NOUN", "PROPN", "NUM", "SYM"} and (above or beside)
