"""A claim as a sentence to put into an article, with a footnote for every voice of every report: exact words and where."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from recoupe.report.messages import Messages, number_of
from recoupe.report.view import ClaimView, DocumentView, Ref, StatementView


class Footnote(Struct, frozen=True):
    """What a mark in the sentence stands for. anchor: its words in the reader."""

    number: int
    text: str
    anchor: str


class Cited(Struct, frozen=True):
    """A sentence with its marks `[1]`, and the footnotes that they stand for."""

    sentence: str
    footnotes: tuple[Footnote, ...]

    def plain(self) -> str:
        """The sentence and below it the footnotes, as plain text."""
        return "\n".join([self.sentence, "", *(f"[{f.number}] {f.text}" for f in self.footnotes)])


def cited(claim: ClaimView, documents: Sequence[DocumentView], say: Messages) -> Cited:
    """The ready sentence of a claim; nothing in it that is not on the page."""
    by_anchor = {d.anchor: d for d in documents}
    notes: list[Footnote] = []

    def mark(statement: StatementView) -> str:
        """The mark of a new footnote for a statement."""
        document = by_anchor[statement.report.anchor or ""]
        words = " […] ".join(f"{say('quote.open')}{link.text}{say('quote.close')}" for link in statement.links)
        through = say("cite.arrow").join(step.name for step in statement.chain)
        where = say("list.next").join([document.label, *titled(document), document.date])
        text = say("cite.note", where=where, words=words, firmness=statement.firmness, chain=through)
        notes.append(Footnote(len(notes) + 1, text, statement.links[0].anchor))
        return f"[{len(notes)}]"

    said = "".join(mark(s) for s in once_a_voice(s for s in claim.statements if s.counted))
    headline = f"{say('quote.open')}{claim.headline.text}{say('quote.close')}"
    sentence = say(
        number_of("cite.states", len(claim.reports)),
        reports=claim.count,
        headline=headline,
        marks=said,
        origins=claim.range,
    )
    denials = [
        say("cite.denial", voice=d.voice.text, marks="".join(mark(s) for s in once_a_voice(d.statements)))
        for d in claim.denials
    ]
    if denials:
        sentence += " " + say("lead.denied", voices=say("list.next").join(denials))
    return Cited(sentence, tuple(notes))


def once_a_voice(statements: Iterable[StatementView]) -> list[StatementView]:
    """The first statement of each voice in each report."""
    found: dict[tuple[str | None, Ref], StatementView] = {}
    for statement in statements:
        found.setdefault((statement.report.anchor, statement.voice), statement)
    return list(found.values())


def titled(document: DocumentView) -> list[str]:
    """A report's title, where it is more than its label."""
    return [document.title] if document.title not in (document.label, document.name) else []
