"""What is told not to have been done beside what was done: `sans prévenir`, `au lieu de fermer`, `rather than replaced`."""

from recoupe.languages import LanguagePack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span

SMALL = {"PRON", "AUX", "PART", "ADV", "DET"}  # what may stand between such words and the predicate


def left_undone(annotation: Annotation, token: Token, pack: LanguagePack) -> list[Span]:
    """The words by which a predicate tells what was not done: a preposition before a verb, words that set one against another."""
    alone = [
        annotation.span(c, c)
        for c in annotation.dependents(token.i, "mark", "case")
        if annotation.tokens[c].norm in pack.negation.without and token.pos in {"VERB", "AUX"}
    ]
    return [*alone, *set_against(annotation, token, pack)]


def set_against(annotation: Annotation, token: Token, pack: LanguagePack) -> list[Span]:
    """The words right before a predicate that set it against what was done (`instead of`, `plutôt que de`)."""
    start, _ = annotation.sentences[token.sentence]
    before = token.i
    while before > start and annotation.tokens[before - 1].pos in SMALL and not ends(annotation, before, start, pack):
        before -= 1
    length = ends(annotation, before, start, pack)
    return [annotation.span(before - length, before - 1)] if length else []


def ends(annotation: Annotation, before: int, start: int, pack: LanguagePack) -> int:
    """How many tokens such words have that end right before a token; 0 where none do."""
    for phrase in pack.negation.instead:
        words = phrase.split()
        first = before - len(words)
        if first >= start and [t.norm for t in annotation.tokens[first:before]] == words:
            return len(words)
    return 0
