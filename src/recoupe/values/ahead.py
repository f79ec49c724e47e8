"""Whether a date without a year or week lies ahead of its report: by tense, by what is awaited, by a word of a term."""

from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

BEFORE = 2  # tokens between a word of a term and the date that it brings (`before the 3rd of March`)


def lies_ahead(annotation: Annotation, i: int) -> bool:
    """Whether the clause around a token stands in the future, or the token names the term of what is to come."""
    below = annotation.tokens[i]
    past = False
    for head in (below, *(annotation.tokens[k] for k in annotation.ancestors(i))):
        if awaited(annotation, head):
            return True
        if describes(annotation, head):
            return False  # (`la démission annoncée vendredi ne suffira pas`)
        group = [head, *(annotation.tokens[k] for k in annotation.dependents(head.i, "aux", "cop"))]
        if any(t.has("VerbForm=Fin") or t.has("Mood=Cnd") for t in group):
            if any(to_come(t) for t in group) or leads(annotation, head, below) or marked(annotation, head, group):
                return True
            past = any(t.has("VerbForm=Fin") and (t.has("Tense=Past") or t.has("Tense=Imp")) for t in group)
            past = past or any(t.dep.startswith("aux:tense") for t in group)
            break
        below = head
    return not past and is_term(annotation, i)


def lies_behind(annotation: Annotation, i: int) -> bool:
    """Whether the clause around a token tells something past: by a past tense, or by a participle with its auxiliary.

    A passive in the present tells nothing past (`est prévue`, `is due to be opened`).
    """
    for node in (i, *annotation.ancestors(i)):
        verb = annotation.tokens[node]
        group = [verb, *(annotation.tokens[k] for k in annotation.dependents(node, "aux", "cop"))]
        if not any(t.has("VerbForm=Fin") or t.dep.startswith("aux") for t in group):
            continue
        finite = [t for t in group if t.has("VerbForm=Fin")]
        perfect = verb.has("VerbForm=Part") and any(t.dep in {"aux", "aux:tense"} for t in group)
        return (perfect or any(t.has("Tense=Past") or t.has("Tense=Imp") for t in finite)) and not any(
            map(to_come, group)
        )
    return False


def to_come(token: Token) -> bool:
    """Whether a verb or auxiliary is a future."""
    return token.has("Tense=Fut") or token.norm in language_pack(token.language).settings.future


def awaited(annotation: Annotation, token: Token) -> bool:
    """Whether a participle says that something is still to come (`attendu vendredi`, `scheduled for Friday`)."""
    if token.lemma not in language_pack(token.language).calendar.awaiting:
        return False
    if token.pos == "ADJ" or token.has("VerbForm=Part"):
        auxiliaries = [annotation.tokens[k] for k in annotation.dependents(token.i, "aux")]
        passive = [t for t in auxiliaries if t.dep.startswith("aux:pass")]
        return bool(passive) or not auxiliaries
    return False


def describes(annotation: Annotation, token: Token) -> bool:
    """Whether a participle tells of a noun what has happened to it."""
    return token.dep == "acl" and not token.has("VerbForm=Inf") and not annotation.dependents(token.i, "aux", "nsubj")


def leads(annotation: Annotation, verb: Token, below: Token) -> bool:
    """Whether a verb in the present or imperfect makes the infinitive below it one to come (`vont`, `doivent partir`)."""
    if not below.has("VerbForm=Inf") or verb.i == below.i or annotation.dependents(verb.i, "aux"):
        return False
    leading = language_pack(verb.language).calendar.leading
    return verb.lemma in leading and (verb.has("Tense=Pres") or verb.has("Tense=Imp"))


def marked(annotation: Annotation, verb: Token, group: list[Token]) -> bool:
    """Whether a copula or auxiliary with the mark of an infinitive behind it tells what is to come (`are to be freed`)."""
    marks = [annotation.tokens[m] for m in annotation.dependents(verb.i, "mark")]
    bare = language_pack(verb.language).settings.bare_infinitive_marks
    finite = [t for t in group if t.has("VerbForm=Fin") and t.i != verb.i and t.dep.startswith(("cop", "aux"))]
    return any(m.norm in bare and any(t.i == m.i - 1 for t in finite) for m in marks)


def is_term(annotation: Annotation, i: int) -> bool:
    """Whether a date is the term before which something is to be (`avant dimanche`, `by Friday`)."""
    tokens = annotation.tokens
    first = annotation.sentences[tokens[i].sentence][0]
    calendar = language_pack(tokens[i].language).calendar
    terms = {*calendar.terms, *calendar.aimed}
    return any(tokens[k].norm in terms for k in range(max(first, i - BEFORE), i))
