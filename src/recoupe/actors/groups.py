"""Anonymous voices again: a member told apart from its group, a short form that takes up a voice, how one is described."""

from collections.abc import Sequence

from recoupe.actors.phrases import head_of
from recoupe.actors.qualifiers import may_be
from recoupe.actors.registry import Entry, Registry
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token
from recoupe.model import Anonymity, Span

MEMBER = 2  # words of `l'un`, `the first`


def member_of(report: ReportActors, registry: Registry, tokens: list[Token], group: str, span: Span) -> str:
    """The key of a voice that is told apart from its group."""
    entry = registry.add(f"{group}:member", span.text, "unknown", span)
    entry.institution = group
    entry.anonymity = anonymity(report, registry, tokens, head_of(tokens), None, span)
    return entry.key


def group_of_member(report: ReportActors, registry: Registry, tokens: list[Token]) -> str | None:
    """The key of the group that the wording singles out a member of (`l'une des sources`): the last plural voice.

    Where the words name whose member it is (`a member of the minister's staff`), that must be the group again.
    """
    text = " ".join(t.norm for t in tokens).replace("' ", "'")
    form = next((f for f in report.pack.anonymity.member_of_group if text.startswith(f)), None)
    if form is None:
        return None
    groups = [k for k in report.groups if is_plural(registry.entries[k])]
    if not groups:
        return None
    told = {t.lemma for t in tokens[len(form.split()) :] if t.pos in {"NOUN", "PROPN"}}
    named = [k for k in groups if told & {*k.split(":")[-1].split()}]
    group = (named or groups)[-1]
    return group if not told or told & {*group.split(":")[-1].split(), *report.pack.anonymity.heads} else None


def singles_out(report: ReportActors, tokens: Sequence[Token]) -> bool:
    """Whether words single out one of several (`l'un d'eux`, `one of the officials`)."""
    text = " ".join(t.norm for t in tokens).replace("' ", "'")
    return any(f"{text} ".startswith(f"{form} ") for form in report.pack.anonymity.one_of_group)


def names_group(report: ReportActors, tokens: Sequence[Token]) -> bool:
    """Whether words single out one of a group that they name or take up; `l'un` alone needs somebody before it."""
    counted = head_of(list(tokens)).pos in {"PRON", "NUM"}  # not so `le premier adjoint`
    return len(tokens) > MEMBER and counted and singles_out(report, tokens)


def voice_again(
    report: ReportActors, registry: Registry, head: Token, plural: bool, tokens: Sequence[Token]
) -> str | None:
    """The anonymous voice that a form takes up (`la source`, `le haut responsable français`): the last of its noun and number.

    All that the form tells besides must have been told of the voice before.
    """
    told = {t.lemma for t in tokens if t.pos in {"NOUN", "ADJ", "PROPN"}} - {*report.pack.anonymity.again}
    for key in reversed(report.groups):
        known = set(key.split(":", 2)[-1].replace(":", " ").split())
        if is_plural(registry.entries[key]) == plural and head.lemma in known and told <= known:
            return key
    return None


def any_voice_again(report: ReportActors, registry: Registry, head: Token, tokens: Sequence[Token]) -> str | None:
    """The anonymous voice that a short form of another noun takes up: the last of its number, if the noun can be said of it."""
    plural = head.has("Number=Plur")
    last = next((k for k in reversed(report.groups) if is_plural(registry.entries[k]) == plural), None)
    if last is None or not may_be(report, registry, last, head, tokens):
        return None
    return last if alike(report, head, last) else None


def alike(report: ReportActors, head: Token, key: str) -> bool:
    """Whether a noun can be said of an anonymous voice that was called by others (`a source ... the diplomat`).

    A noun of anybody can, and so can any of a source; else both are of one class and one of them is a broad one of it, or
    a demonstrative says that somebody is taken up (`ce fonctionnaire`).
    """
    pack = report.pack
    heads, broad = pack.anonymity.heads, pack.anonymity.broad
    called = next((w for w in key.split(":", 2)[-1].split() if w in heads), None)
    own = heads.get(head.lemma)
    if own == "source" or head.lemma in pack.anonymity.anybody or (called is not None and heads[called] == "source"):
        return True
    if called is None:
        return bool({*pack.titles.epithets.get(head.lemma, ())} & {*key.split(":", 2)[-1].split()})
    determiners = (report.annotation.tokens[c] for c in report.annotation.dependents(head.i, "det"))
    pointed = any(d.has("PronType=Dem") for d in determiners)
    return own == heads[called] and (pointed or head.lemma in broad or called in broad)


def is_plural(entry: Entry) -> bool:
    """Whether an anonymous voice is of more than one, or may be."""
    return entry.anonymity is not None and entry.anonymity.count != 1


def anonymity(
    report: ReportActors, registry: Registry, tokens: list[Token], head: Token, owner: str | None, span: Span
) -> Anonymity:
    """How an anonymous voice is described."""
    numbers = report.pack.numbers.cardinals
    count = next((numbers[t.norm] for t in tokens if t.norm in numbers and t.head == head.i), None)
    if singles_out(report, tokens) or (count is None and "Number=Sing" in head.morph):
        count = 1
    text = " ".join(t.norm for t in tokens).replace("' ", "'")
    close = next((c for c in report.pack.anonymity.closeness if c in text), None)
    return Anonymity(count, registry.id(owner) if owner else None, close, (span,))
