"""What somebody has others do, told by a verb of having with its object and a past participle (`had two men arrested`)."""

from dataclasses import dataclass

from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.saying import names_somebody

HELD = ("nmod", "compound", "acl", "obl")  # constructions by which a participle may be hung inside the object


@dataclass(frozen=True)
class Caused:
    """The verb of having, its object, which the participle befalls, and who has it done; None where it may befall them too
    (`had his house searched`, `had two windows broken`)."""

    verb: int
    thing: int
    doer: int | None


def caused(annotation: Annotation, token: Token) -> Caused | None:
    """What a past participle tells to be done to the object of a verb of having; None where it depends on none."""
    past = token.has("Tense=Past") and not annotation.dependents(token.i, "aux", "cop", "mark")
    if not past or not token.dep.startswith(("xcomp", "ccomp", "acl")):
        return None  # (a participle may be read as a finite past: what hangs on a verb of having is none)
    tokens = annotation.tokens
    above = tokens[token.head]
    while above.dep.startswith(HELD) and above.head != above.i:
        above = tokens[above.head]
    verb = tokens[above.head] if above.dep.startswith("obj") else above
    if verb.pos != "VERB" or verb.lemma not in language_pack(verb.language).events.having:
        return None
    own = annotation.dependents(token.i, "nsubj")
    things = own if own and token.dep.startswith("ccomp") else annotation.dependents(verb.i, "obj")
    thing = next((c for c in things if verb.i < c < token.i), None)
    if thing is None:
        return None
    agents = [c for c in annotation.dependents(token.i, "obl") if tokens[c].dep == "obl:agent"]
    the = any(tokens[c].has("Definite=Def") for c in annotation.dependents(thing, "det"))
    told_of = token.dep.startswith("acl") and not the  # (`has a plant run by X`)
    willed = not told_of and not annotation.dependents(thing, "nmod:poss") and not agents
    subjects = [c for c in annotation.dependents(verb.i, "nsubj") if names_somebody(tokens[c])] if willed else []
    return Caused(verb.i, thing, next(iter(subjects), None))
