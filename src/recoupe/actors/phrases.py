"""The words of a source in its report: tokens, head, definiteness."""

from bisect import bisect_right

from recoupe.actors.told import ReportActors
from recoupe.languages import LanguagePack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span


def span_of(annotation: Annotation, first: int, last: int) -> Span:
    """Tokens [first, last) as a span."""
    return annotation.span(first, last - 1)


def tokens_in(report: ReportActors, span: Span) -> list[Token]:
    """Tokens that start in a span, with the one that it begins inside of (`il` of `-t-il`)."""
    tokens = report.annotation.tokens
    first = bisect_right(report.annotation.starts, span.start - 1)
    if first and tokens[first - 1].end > span.start:
        first -= 1
    found = []
    while first < len(tokens) and tokens[first].start < span.end:
        found.append(tokens[first])
        first += 1
    return found


def head_of(tokens: list[Token]) -> Token:
    """The token whose head lies outside the others: a noun or pronoun, where one does."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if (t.head not in inside or t.head == t.i) and t.pos != "PUNCT"]
    return next((t for t in tops if t.pos not in {"ADP", "DET", "CCONJ", "ADV"}), tops[0] if tops else tokens[0])


def names_people(pack: LanguagePack, token: Token) -> bool:
    """Whether a word is one for people who speak: of an anonymous voice, an office, persons of a kind."""
    tables = (pack.anonymity.heads, pack.titles.roles, pack.titles.persons)
    return any(word in table for table in tables for word in (token.lemma, token.norm))


def described(report: ReportActors, tokens: list[Token]) -> Token:
    """The noun that a source describes its voice by: the head of its words.

    Where they begin with `a` or `some`, that is the noun of the article, or, if the parse puts that outside or takes a
    qualifier for it, the first noun that names persons, whatever else the parse hangs it on.
    """
    head = head_of(tokens)
    if "Definite=Ind" not in tokens[0].morph and "PronType=Ind" not in tokens[0].morph:
        return head
    people = [t for t in tokens if t.pos in {"NOUN", "PROPN", "PRON"} and names_people(report.pack, t)]
    return head if head in people or not people else people[0]


def is_definite(report: ReportActors, head: Token) -> bool:
    """Whether a definite article, demonstrative or possessive opens the noun phrase."""
    determiners = [report.annotation.tokens[c] for c in report.annotation.dependents(head.i, "det", "case")]
    return any("Definite=Def" in d.morph or "PronType=Dem" in d.morph or "Poss=Yes" in d.morph for d in determiners)


def is_possessed(report: ReportActors, head: Token) -> bool:
    """Whether a name with the mark of a possessor opens the noun phrase (`Dorval's spokesman`)."""
    tokens = report.annotation.tokens
    owners = report.annotation.dependents(head.i, "nmod:poss")
    return any(o < head.i and tokens[o].pos == "PROPN" and report.annotation.dependents(o, "case") for o in owners)
