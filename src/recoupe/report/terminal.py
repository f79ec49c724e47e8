"""What the terminal tells: before the analysis what was understood, after it the sentence that a reporter wants first."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from recoupe.model import CorrectionOutcome, Document, Dossier, Limit
from recoupe.report.arranging import view_of
from recoupe.report.messages import messages
from recoupe.report.view import ClaimView
from recoupe.report.wording import visible

CLAIMS_SHOWN = 5


def print_reading(
    console: Console, documents: Sequence[Document], languages: Mapping[str, str], limits: Sequence[Limit], ui: str
) -> None:
    """The reports as they were read: name, words, language, outlet, date; then what could not be read.

    languages: by document id.
    """
    say = messages(ui)
    table = Table(box=box.SIMPLE, pad_edge=False)
    for key in ("report", "words", "language", "outlet", "date"):
        table.add_column(say(key), justify="right" if key == "words" else "left", overflow="fold")
    for document in documents:
        outlet = visible(document.outlet.actor) if document.outlet else "–"
        language = say.label("language", languages.get(document.id, document.language))
        words = str(len(document.text.split()))
        table.add_row(escape(visible(document.name)), words, language, escape(outlet), dates(document))
    console.print(table)
    for limit in limits:
        console.print(visible(say.translated(limit.message)), style="yellow", markup=False, soft_wrap=True)


def dates(document: Document) -> str:
    """Bounds of a report's date."""
    published = document.published
    if published is None:
        return "–"
    low, high = published.not_before or "…", published.not_after or "…"
    return low if low == high else f"{low} – {high}"


def print_corrections(console: Console, outcomes: Sequence[CorrectionOutcome], ui: str) -> None:
    """How many corrections were applied, and for each that was not the reason."""
    if not outcomes:
        return
    say = messages(ui)
    applied = sum(o.applied for o in outcomes)
    console.print(say("corrections.count", applied=applied, count=len(outcomes)), markup=False)
    for outcome in outcomes:
        if not outcome.applied:
            reason = visible(say.translated(f"correction {outcome.id} is not applied: {outcome.reason}"))
            console.print(reason, style="yellow", markup=False, soft_wrap=True)


def print_findings(console: Console, dossier: Dossier, ui: str) -> None:
    """The leading claims: reports, possible origins, who says otherwise."""
    say = messages(ui)
    view = view_of(dossier, say)
    for sentence in view.lead if not view.claims else ():
        console.print("".join(part.text for part in sentence), markup=False, soft_wrap=True)
    for number, claim in enumerate(view.claims[:CLAIMS_SHOWN], 1):
        print_claim(console, number, claim, ui)
    more, sayings = len(view.claims) - CLAIMS_SHOWN, len(view.unclaimed)
    left = [say.counted("findings.more", more)] if more > 0 else []
    left += [say.counted("findings.unclaimed", sayings)] if sayings else []
    if left:
        shown = say("findings.shown", left=say("list.next").join(left))
        console.print(shown, style="dim", markup=False, soft_wrap=True)


def print_claim(console: Console, number: int, claim: ClaimView, ui: str) -> None:
    """One claim with its number, by which `explain` knows it, in three lines at most."""
    say = messages(ui)
    console.print(f"{number}. [bold]{escape(claim.headline.text)}[/]", soft_wrap=True)
    console.print(f"  {claim.count} -> {claim.range}", markup=False, soft_wrap=True)
    if claim.denials:
        voices = ", ".join(dict.fromkeys(d.name for d in claim.deniers))
        console.print(f"  {say('denials')}{say('colon')}{voices}", markup=False, soft_wrap=True)
