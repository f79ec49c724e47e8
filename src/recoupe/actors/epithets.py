"""Nouns that take up somebody or something named before without being the same words: who was meant."""

from collections.abc import Sequence

from recoupe.actors.pronouns import read_pronouns
from recoupe.actors.qualifiers import may_be
from recoupe.actors.registry import Registry
from recoupe.actors.salience import Mention, animate, foremost, gender_at, mentions_before, noun_gender, plural_at
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token

LEAST = -5.0  # how foremost somebody must be to be taken up
NEAR = -1.5  # how foremost somebody named must be for a noun of any person (`the man`)
FITS = 0.5  # where an office of his is one that the noun fits
NAMED = {"person", "role"}


def by_epithet(report: ReportActors, registry: Registry, head: Token, tokens: Sequence[Token]) -> str | None:
    """The person that a noun takes up (`le dirigeant`, `the lawmaker`): the foremost one whose offices it fits.

    Somebody of whom no office is told fits too, but less; the noun is none of an office that he would hold himself.
    """
    epithets = report.pack.titles.epithets
    fits = next((epithets[w] for w in phrases_at(report, head) if w in epithets), None)
    if fits is None:
        return None
    read_pronouns(report, registry, head.i)
    gender = noun_gender(report, head)
    anybody = not fits and head.lemma in report.pack.titles.persons
    best: tuple[float, str] | None = None
    for mention in mentions_before(report, head.i):
        if mention.key is None and report.annotation.tokens[mention.token].lemma == head.lemma:
            break  # `Un diplomate européen ... Ce diplomate`: whoever that is, nobody named before it
        if mention.key is None or not possible(report, registry, mention, gender, bool(fits)):
            continue
        told = report.offices.get(mention.key) or registry.offices.get(mention.key, set())
        if fits and told and not told & {*fits}:
            continue
        if not may_be(report, registry, mention.key, head, tokens):
            continue
        score = foremost(report, mention, head) + FITS * bool(told & {*fits})
        least = NEAR if anybody and registry.entries[mention.key].type == "person" else LEAST
        if score > least and (best is None or score > best[0]):
            best = score, mention.key
    return best[1] if best is not None else None


def fitting(report: ReportActors, registry: Registry, noun: Token, tokens: Sequence[Token]) -> list[str]:
    """The persons named before a noun whom it fits with the words of its phrase: those who hold an office of those that it is
    said of, else all of its gender of whom no office is told."""
    epithets = report.pack.titles.epithets
    fits = {*next((epithets[w] for w in phrases_at(report, noun) if w in epithets), ())}
    before = {k for i, k in report.by_token.items() if i < noun.i and k.startswith("person:")} - report.authors
    ones = sorted(k for k in before if may_be(report, registry, k, noun, tokens))
    told = {k: report.offices.get(k) or registry.offices.get(k, set()) for k in ones}
    holders = [k for k in ones if told[k] & fits]
    return holders or [k for k in ones if not fits or not told[k]]


def phrases_at(report: ReportActors, head: Token) -> list[str]:
    """A noun with the words around it that may make one expression with it, the longest first."""
    tokens = report.annotation.tokens
    found = []
    for length in (4, 3, 2):
        for first in (head.i, head.i - 1):
            found.append(" ".join(t.norm for t in tokens[max(0, first) : first + length]).replace("' ", "'"))
    return [*found, head.norm, head.lemma]


def possible(report: ReportActors, registry: Registry, mention: Mention, gender: str, named: bool) -> bool:
    """Whether a mention is of one person of a gender; named: whether it must be one who has a name or an office."""
    entry = registry.entries[mention.key or ""]
    if (named and entry.type not in NAMED) or not animate(entry) or plural_at(report, registry, mention):
        return False
    known = gender_at(report, registry, mention)
    return not gender or not known or gender == known


def latter(report: ReportActors, registry: Registry, tokens: Sequence[Token]) -> str | None:
    """Whom `ce dernier`, `the latter` take up: who was named last, of their gender and number."""
    text = " ".join(t.norm for t in tokens).replace("' ", "'")
    if text not in report.pack.titles.latter:
        return None
    head = tokens[-1]
    gender, plural = noun_gender(report, head), any("Number=Plur" in t.morph for t in tokens)
    for mention in mentions_before(report, tokens[0].i):
        if mention.key is None or registry.entries[mention.key].type in {"document", "outlet"}:
            continue
        known = gender_at(report, registry, mention)
        if (not gender or not known or gender == known) and plural_at(report, registry, mention) == plural:
            return mention.key
    return None


def document_again(report: ReportActors, head: Token) -> str | None:
    """The document that a noun takes up (`la note`, `le document`): the last source of its noun, or for a noun that fits
    every document the last one."""
    same = [key for noun, key in report.documents if noun == head.lemma]
    if same:
        return same[-1]
    alone = head.lemma in report.pack.reporting_nouns.documents_alone
    return report.documents[-1][1] if alone and report.documents else None
