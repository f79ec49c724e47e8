"""What a clause of `if` grants or tells again: `si X a fermé l'usine, il a gardé le chantier`, `s'il parle, c'est pour dire que`.

Such a clause is no condition: its event came about, as the finished past of its verb and the past of the main clause tell, or
a main clause that gives its reason. Of the grammars of French, M. Grevisse and A. Goosse, *Le bon usage*, on `si` that opposes or
explains.
"""

from recoupe.languages import LanguagePack, language_pack
from recoupe.linguistics import Annotation, Token

CLEFT = ("expl", "nsubj")  # constructions of the pronoun before the copula
GROUND = 4  # words behind the copula that may open a ground


def conceded(annotation: Annotation, verb: Token) -> bool:
    """Whether a clause of `if` tells what came about: beside a past, where a language so grants it, or beside its reason."""
    pack = language_pack(verb.language)
    if not may_concede(annotation, verb):
        return False
    main = annotation.tokens[verb.head]
    if explained(annotation, main) or granted_by_mark(annotation, verb, pack):
        return True
    return pack.settings.perfect_concedes and perfect(annotation, verb, pack) and told_as_past(annotation, main, pack)


def granted_by_mark(annotation: Annotation, verb: Token, pack: LanguagePack) -> bool:
    """Whether a word before `if` grants what the clause tells, where that is no mere case (`même s'il admet que F`, but not
    `même s'il livrait`)."""
    marks = [m for m in annotation.dependents(verb.i, "mark") if annotation.tokens[m].norm in pack.settings.conceding]
    granted = any(m > 0 and annotation.tokens[m - 1].norm in pack.settings.granting for m in marks)
    told = verb.has("Tense=Pres") or perfect(annotation, verb, pack)
    return granted and told


def has_reason(annotation: Annotation, verb: Token) -> bool:
    """Whether the main clause beside a clause of `if` gives its reason: none of its words says no to it.

    `Si X a fermé l'usine, c'est que la ville a menti`.
    """
    return may_concede(annotation, verb) and explained(annotation, annotation.tokens[verb.head])


def may_concede(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb is that of a clause of `if`, which may grant what came about."""
    conceding = language_pack(verb.language).settings.conceding
    marks = (annotation.tokens[m].norm for m in annotation.dependents(verb.i, "mark"))
    return verb.dep.startswith("advcl") and any(m in conceding for m in marks)


def explained(annotation: Annotation, main: Token) -> bool:
    """Whether a main clause says `it is` and a reason, purpose or ground: `c'est parce que`, `c'est pour`, `c'est sous la
    pression de`, `it was because`."""
    pack = language_pack(main.language)
    tokens = annotation.tokens
    copulas = annotation.dependents(main.i, "cop")
    pronoun = any(tokens[c].norm in pack.settings.cleft_pronouns for c in annotation.dependents(main.i, *CLEFT))
    plain = any(not tokens[c].has("Mood=Cnd") and not tokens[c].has("Tense=Fut") for c in copulas)
    reasons = [c for c in annotation.dependents(main.i, "mark") if tokens[c].norm in pack.settings.reasons]
    behind = tokens[max(copulas, default=main.i) + 1 :][:GROUND]
    said = " ".join(t.norm for t in behind) + " "
    grounds = any(said.startswith(f"{words} ") for words in pack.settings.grounds)
    return plain and pronoun and (bool(reasons) or grounds)


def perfect(annotation: Annotation, verb: Token, pack: LanguagePack) -> bool:
    """Whether a verb is in the perfect: a finite auxiliary in the present before it."""
    auxiliaries = (annotation.tokens[a] for a in annotation.dependents(verb.i, "aux", "cop"))
    return any(t.lemma in pack.denials.perfect and t.has("Tense=Pres") and not t.has("Mood=Cnd") for t in auxiliaries)


def told_as_past(annotation: Annotation, main: Token, pack: LanguagePack) -> bool:
    """Whether a main clause tells what was: a perfect or another past of the indicative."""
    group = [main, *(annotation.tokens[a] for a in annotation.dependents(main.i, "aux", "cop"))]
    if any(t.has("Mood=Cnd") or t.has("Tense=Fut") or t.has("Mood=Imp") for t in group):
        return False
    past = any(t.has("VerbForm=Fin") and (t.has("Tense=Past") or t.has("Tense=Imp")) for t in group)
    return past or perfect(annotation, main, pack)
