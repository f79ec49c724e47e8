"""The outlet that a source's own words name as the one that has its words (`un ancien cadre cité par X`, `a memo seen by X`)."""

from recoupe.actors.nouns import behind_verb
from recoupe.actors.outlets import own_keys
from recoupe.actors.phrases import described, tokens_in
from recoupe.actors.told import ReportActors
from recoupe.model import Span


def outlet_within(report: ReportActors, source: Span, key: str) -> tuple[Span, str] | None:
    """The words and the key of an outlet in a participle or relative clause of a source, where it is not the report's own.

    key: of whom the source names.
    """
    tokens = tokens_in(report, source)
    if not tokens:
        return None
    head = described(report, tokens)
    own = own_keys(report)
    found = [
        t
        for t in tokens
        if (outlet := report.by_token.get(t.i, "")).startswith("outlet:")
        and outlet != key
        and outlet not in own
        and behind_verb(report, head, t)
    ]
    if not found:
        return None
    outlet = report.by_token[found[0].i]
    last = found[0].i
    while report.by_token.get(last + 1) == outlet:
        last += 1
    return report.annotation.span(found[0].i, last), outlet


def description(report: ReportActors, source: Span, outlet: Span) -> str:
    """The words of a source before the clause in which an outlet has its words (`un ancien cadre | cité par X`)."""
    tokens = tokens_in(report, source)
    head = described(report, tokens)
    for token in tokens:
        clause = (
            token.dep.startswith("acl") or token.pos == "VERB" or "PronType=Rel" in token.morph or token.text == ","
        )
        if head.i < token.i and token.start < outlet.start and clause:
            kept = [t for t in tokens if t.i < token.i]
            while kept[-1].i > head.i and kept[-1].pos in {"ADV", "CCONJ", "PUNCT"}:
                kept.pop()
            return report.annotation.span(kept[0].i, kept[-1].i).text
    return source.text
