"""Event nouns of which a verb says that they were not: `la livraison n'a jamais eu lieu`, `there was no such sale`."""

from recoupe.claims.constructions import takes_place
from recoupe.languages import LanguagePack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span

OPENING = {"DET", "ADJ", "NUM"}
MARKS = {",", ":", "«", "“", '"', "–", "—"}
INSIDE = {",", ";", ":", "»", "”", "–", "—"}


def unhappened(annotation: Annotation, token: Token, pack: LanguagePack) -> list[Span]:
    """The negation of a verb that says of an event noun that it took place (`la livraison n'a jamais eu lieu`)."""
    head = annotation.tokens[token.head]
    if token.pos == "NOUN" and is_existential(annotation, head, pack) and token.dep.startswith(("nsubj", "obj")):
        inside = [
            c for c in annotation.dependents(token.i, "det") if annotation.tokens[c].norm in pack.negation.determiners
        ]
        beside = [
            c
            for c in annotation.dependents(head.i, "advmod", "neg")
            if annotation.tokens[c].norm in pack.negation.adverbs
            and annotation.tokens[c].norm not in pack.negation.only
        ]
        return [annotation.span(c, c) for c in (*inside, *beside)]
    if token.pos != "NOUN":
        return []
    if not token.dep.startswith("nsubj") or head.i == token.i:
        return behind_phrase(annotation, token, pack)
    if not takes_place(annotation, head):
        return []
    negated = [annotation.span(c, c) for c in annotation.dependents(head.i, "advmod", "neg")]
    words = {*pack.negation.adverbs}
    none = [c for c in annotation.dependents(token.i, "det") if annotation.tokens[c].norm in pack.negation.determiners]
    return [s for s in negated if s.text.lower() in words] + [annotation.span(c, c) for c in none]


def behind_phrase(annotation: Annotation, noun: Token, pack: LanguagePack) -> list[Span]:
    """The negation of a verb of taking place behind a long noun phrase that opens its clause, wherever the parse hangs it.

    `Selon X, la nomination de Y par le conseil par huit voix contre trois n'a jamais eu lieu.`
    """
    tokens = annotation.tokens
    first, last = annotation.sentences[noun.sentence]
    opening = noun.i
    while opening > first and tokens[opening - 1].pos in OPENING:
        opening -= 1
    if opening == noun.i or (opening > first and tokens[opening - 1].text not in MARKS):
        return []
    for k in range(noun.i + 1, last):
        if tokens[k].text in INSIDE:
            return []
        if tokens[k].pos not in {"VERB", "AUX"} or not (
            tokens[k].has("VerbForm=Fin") or takes_place(annotation, tokens[k])
        ):
            continue
        verb = tokens[tokens[k].head] if tokens[k].dep.startswith("aux") else tokens[k]
        if not takes_place(annotation, verb):
            return []
        words = {*pack.negation.adverbs}
        return [
            annotation.span(c, c) for c in annotation.dependents(verb.i, "advmod", "neg") if tokens[c].norm in words
        ]
    return []


def is_existential(annotation: Annotation, verb: Token, pack: LanguagePack) -> bool:
    """Whether a verb says that something is (`il y a eu`, `there was`)."""
    being = verb.lemma in {*pack.denials.copulas, *pack.denials.perfect}
    return being and any(
        annotation.tokens[c].norm in pack.denials.existential
        for c in annotation.dependents(verb.i, "expl", "iobj", "obj")
    )
