"""The report as Markdown: the claims with their voices, denials and passages."""

import re

from recoupe.report.messages import Messages
from recoupe.report.view import ClaimView, StatementView, View

SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~-])")


def plain(text: str) -> str:
    """Words of a report with Markdown's own marks made harmless."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def markdown_report(view: View, say: Messages) -> str:
    """The whole report."""
    lines = [f"# {say('title')}", "", *(f"{sentence}  " for sentence in view.lead), ""]
    if view.claims:
        lines += [f"## {say('claims')}", ""]
        for claim in view.claims:
            lines += claim_lines(claim, say)
    if view.single:
        lines += [say("also", count=len(view.single)), ""]
    lines += [f"## {say('documents')}", ""]
    for d in view.documents:
        lines.append(
            f"- **{plain(d.title)}** ({plain(d.name)}), {plain(d.outlet)}, {d.date}, {d.language}, `{d.sha256[:12]}`"
        )
    for heading, notes in (("alerts", view.notes), ("limits", view.limits)):
        if notes:
            lines += ["", f"## {say(heading)}", "", *(f"- {plain(n.message)}" for n in notes)]
    lines += ["", say("footer.version", version=view.version, schema=view.schema), "", say("footer.note"), ""]
    return "\n".join(lines)


def claim_lines(claim: ClaimView, say: Messages) -> list[str]:
    """One claim."""
    lines = [
        f"### « {plain(claim.headline.text)} »",
        "",
        f"**{claim.count} → {claim.origins}, {claim.independence}**",
        "",
    ]
    lines += [statement_line(s) for s in claim.statements]
    for denial in claim.denials:
        lines += ["", f"**{say('denials')}{say('colon')}{plain(denial.voice)}**", ""]
        lines += [statement_line(s) for s in denial.statements]
        if denial.missing:
            lines.append(f"- {say('denial.missing', reports=', '.join(map(plain, denial.missing)))}")
    for heading, found in (("refusals", claim.refusals), ("hypothetical", claim.hypothetical)):
        if found:
            lines += ["", f"**{say(heading)}**", "", *(statement_line(s) for s in found)]
    if claim.relations:
        lines += ["", f"**{say('relations')}**", ""]
        lines += [f"- {plain(r.a)} / {plain(r.b)}: {r.relation} ({plain(r.ground)})" for r in claim.relations]
    if claim.unfilled:
        lines += ["", f"{say('unfilled')}{say('colon')}{', '.join(claim.unfilled)}"]
    return [*lines, ""]


def statement_line(statement: StatementView) -> str:
    """One statement."""
    through = " → ".join(plain(step.name) for step in statement.chain)
    return f"- {plain(statement.voice)}: « {plain(statement.link.text)} » ({statement.firmness}; {through})"
