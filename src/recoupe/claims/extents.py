"""The words of an event: from its first participant or auxiliary to its last, without the clauses around it."""

from collections.abc import Collection

from recoupe.claims.found import FoundEvent
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span

WIDEST = 240  # code points of a statement's span around its predicate


def clause_span(annotation: Annotation, found: FoundEvent) -> Span:
    """The words of the event: from its first participant or auxiliary to its last, inside its sentence."""
    tokens = annotation.tokens
    if found.tally is not None:
        return annotation.span(found.tally.first, found.tally.last)
    subtree = annotation.subtree(found.token)
    beyond = min((n for n in subtree if n > found.token and joins(annotation, n, found.token)), default=len(tokens))
    kept = {found.token, *(n for n in subtree if n < beyond and not crosses(annotation, n, found.token))}
    shares = tokens[found.token].dep.startswith("conj") and not annotation.dependents(found.token, "nsubj")
    for head, _ in found.fillers.values():
        if shares and head < found.token and head not in subtree:
            continue  # (`X sells planes | and has built a plant`: the subject stands in the other clause)
        if (
            found.nominal
            and tokens[found.token].dep.startswith("nsubj")
            and tokens[head].head == tokens[found.token].head
        ):
            continue  # (`un incendie | a détruit l'entrepôt`: the verb tells of it)
        if (
            tokens[head].sentence == tokens[found.token].sentence
            and abs(tokens[head].start - tokens[found.token].start) < WIDEST
        ):
            kept.add(head)
            kept.update(c for c in annotation.dependents(head, "det", "nummod", "amod", "flat"))
    kept = {n for n in kept if tokens[n].pos != "PUNCT"} | {found.token}
    first, last = min(kept), max(kept)
    while first < found.token and (
        tokens[first].pos in {"PUNCT", "CCONJ", "SCONJ"}
        or subordinates(annotation, first, found.token)
        or opens(annotation, first, found)
    ):
        first += 1
    while last > found.token and left_open(annotation, last, kept):
        last = max(n for n in kept if n < last)
    if closes(annotation, first, last):
        last += 1
    return annotation.span(first, last)


def left_open(annotation: Annotation, last: int, kept: Collection[int]) -> bool:
    """Whether a small word only opens a clause that is left out (`a versé une somme | afin | d'entrer`)."""
    small = annotation.tokens[last].pos in {"ADV", "ADP", "SCONJ", "CCONJ"}
    return small and any(c > last and c not in kept for c in annotation.children[last])


def subordinates(annotation: Annotation, node: int, verb: int) -> bool:
    """Whether a word opens a clause of a verb with the conjunction behind it (`tandis | que`, `alors | que`)."""
    token = annotation.tokens[node]
    return token.dep.startswith("mark") and token.head == verb and bool(annotation.dependents(node, "fixed"))


def closes(annotation: Annotation, first: int, last: int) -> bool:
    """Whether the mark right behind some words closes a quotation or bracket that opens inside them."""
    inside = [t.text for t in annotation.tokens[first : last + 1]]
    behind = next((t.text for t in annotation.tokens[last + 1 : last + 2]), "")
    marks = [("(", ")"), ("[", "]"), *language_pack(annotation.tokens[first].language).settings.quotes]
    return any(
        behind == closing and inside.count(opening) % 2 == 1
        if opening == closing
        else behind == closing and inside.count(opening) > inside.count(closing)
        for opening, closing in marks
    )


def opens(annotation: Annotation, node: int, found: FoundEvent) -> bool:
    """Whether a word only hangs an event on the words before it (`d'une livraison`, `ainsi que la formation`, `de livrer`)."""
    token = annotation.tokens[node]
    pack = language_pack(token.language)
    if token.dep == "fixed":
        return annotation.tokens[token.head].dep.startswith(("case", "cc"))
    if token.head != found.token or token.norm in {*pack.negation.prepositions, *pack.negation.without}:
        return False
    if token.dep.startswith("mark"):
        return token.norm in pack.settings.infinitive_marks
    return token.dep.startswith("cc") or (token.dep.startswith("case") and "PronType=Art" not in token.morph)


def joins(annotation: Annotation, node: int, top: int) -> bool:
    """Whether a token opens or holds another clause beside its own (`14 were killed | and 31 are missing after ...`)."""
    while node != top:
        token = annotation.tokens[node]
        if token.dep.startswith(("conj", "advcl")) and annotation.dependents(node, "nsubj"):
            return True
        node = token.head
    return False


def crosses(annotation: Annotation, node: int, top: int) -> bool:
    """Whether another clause lies between a token and the predicate."""
    while node != top:
        token = annotation.tokens[node]
        if token.dep.startswith(("acl:relcl", "advcl", "parataxis", "ccomp")):
            return True
        if token.dep.startswith("conj") and (token.head == top or is_clausal(annotation, token)):
            return not lists(annotation, token, top)
        node = token.head
    return False


def is_clausal(annotation: Annotation, token: Token) -> bool:
    """Whether a word opens a clause of its own: a verb, or what is said of a subject."""
    return token.pos in {"VERB", "AUX"} or bool(annotation.dependents(token.i, "nsubj", "cop", "aux"))


def lists(annotation: Annotation, token: Token, top: int) -> bool:
    """Whether a noun in a row behind a verb is one more object of it, which the parse hangs on the verb itself."""
    verb = annotation.tokens[top]
    return verb.pos == "VERB" and token.pos in {"NOUN", "PROPN"} and not is_clausal(annotation, token)
