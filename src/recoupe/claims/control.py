"""Whose doing a verb form tells that has no subject: of the clause it hangs on the subject's, or the object's."""

from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.saying import names_somebody


def plainly_marked(annotation: Annotation, token: Token) -> bool:
    """Whether an infinitive stands bare or behind its plain mark, not behind a conjunction (`faute de`, `afin de`)."""
    marks = [annotation.tokens[m].norm for m in annotation.dependents(token.i, "mark")]
    return not marks or marks[0] in language_pack(token.language).settings.infinitive_marks


def set_off(annotation: Annotation, token: Token) -> bool:
    """Whether a comma sets a verb form off from the clause whose subject does it (`hit the depot, killing two men`)."""
    opening = min((k for k in annotation.subtree(token.i) if annotation.tokens[k].text != ","), default=token.i)
    return token.dep.startswith("advcl") and opening > 0 and annotation.tokens[opening - 1].text == ","


def done_by_object(annotation: Annotation, token: Token) -> bool:
    """Whether a mark tells that a verb's doer is the object above: `accused X of stealing`, `condamné X pour avoir volé`.

    A mark of purposes does so only before what has been done.
    """
    settings = language_pack(token.language).settings
    marks = [annotation.tokens[m].norm for m in annotation.dependents(token.i, "mark", "case")]
    done = bool(annotation.dependents(token.i, "aux"))
    gerund_ = bool(settings.progressive) and token.norm.endswith(settings.progressive)
    return any(m in settings.object_marks and (done or gerund_) for m in marks)


def done_by_somebody(annotation: Annotation, verb: Token) -> bool:
    """Whether the subject of a verb names somebody."""
    return any(names_somebody(annotation.tokens[c]) for c in annotation.dependents(verb.i, "nsubj"))


def addressee(annotation: Annotation, verb: Token, infinitive: Token) -> int | None:
    """Whom a preposition brings behind a verb whose infinitive is their doing (`reproche aux policiers d'avoir frappé X`), or
    what pronoun stands for them (`il lui est reproché d'avoir volé`).
    """
    settings = language_pack(verb.language).settings
    if verb.lemma not in settings.done_by_addressee:
        return None
    brought = [annotation.tokens[c] for c in annotation.dependents(verb.i, "obl", "iobj") if c < infinitive.i]
    named = next((t.i for t in brought if t.pos in {"NOUN", "PROPN"} and names_somebody(t)), None)
    return named if named is not None else next((t.i for t in brought if t.norm in settings.datives), None)
