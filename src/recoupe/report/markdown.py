"""The report as Markdown: the claims with their voices, denials and passages."""

import re
from collections.abc import Iterable
from html import escape

from recoupe.report.messages import Messages
from recoupe.report.view import ChangeView, ClaimView, Link, Part, Ref, StatementView, View

SPECIAL = re.compile(r"([\\`*_{}\[\]#|~]|^[-+])")
AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data)(:)|(www)(\.)")


def plain(text: str) -> str:
    """Words of a report with Markdown's own marks, and addresses that would become links, made harmless."""
    marked = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    unlinked = AUTOLINK.sub(lambda a: f"{a[1] or a[3]}\\{a[2] or a[4]}", marked)
    return escape(unlinked, quote=False)


def markdown_report(view: View, say: Messages) -> str:
    """The whole report."""
    lines = [f"# {say('title')}", "", *(f"{sentence(parts, say)}  " for parts in view.lead), ""]
    if view.claims:
        lines += [f"## {say('claims')}", ""]
        for claim in view.claims:
            lines += claim_lines(claim, say)
    if view.single:
        lines += [f"*{say.counted('also', len(view.single))}*", ""]
        lines += [statement_line(s, say) for claim in view.single for s in claim.statements]
        lines.append("")
    if view.threads:
        lines += [f"## {say('threads')}", ""]
        for thread in view.threads:
            for number, (_, headline, phase, reports) in enumerate(thread.steps, 1):
                lines.append(f"{number}. {quoted(headline, say)} ({phase}; {names(reports, say)})")
            lines.append("")
    if view.utterances:
        lines += [f"## {say('utterances')}", ""]
        for found in view.utterances:
            lines.append(f"- **{plain(found.actor)}** ({found.relation})")
            for links in found.members:
                lines.append(f"  - {' […] '.join(quoted(x, say) for x in links)} ({plain(links[0].report)})")
        lines.append("")
    if view.reuse:
        lines += [f"## {say('reuse')}", ""]
        for passage in view.reuse:
            lines.append(f"- {passage.kind}")
            lines += [f"  - {plain(x.report)}{say('colon')}{quoted(x, say)}" for x, _ in passage.members]
        lines.append("")
    lines += [f"## {say('documents')}", ""]
    for d in view.documents:
        known = say("list.next").join((plain(d.outlet), d.date, d.language))
        lines.append(f"- **{plain(d.title)}** ({plain(d.name)}), {known}, `{d.sha256}`")
    for heading, notes in (("alerts", view.notes), ("limits", view.limits)):
        if notes:
            lines += ["", f"## {say(heading)}", "", *(f"- {plain(n.message)}" for n in notes)]
    lines += ["", say("footer.version", version=view.version, schema=view.schema), "", say("footer.note"), ""]
    return "\n".join(lines)


def sentence(parts: Iterable[Part], say: Messages) -> str:
    """One of our sentences."""
    return "".join(
        f"{say('quote.open')}{plain(p.text)}{say('quote.close')}" if p.quoted else plain(p.text) for p in parts
    )


def quoted(link: Link, say: Messages) -> str:
    """Words of a report between quotation marks."""
    return f"{say('quote.open')}{plain(link.text)}{say('quote.close')}"


def names(refs: Iterable[Ref], say: Messages) -> str:
    """Names of reports."""
    return say("list.next").join(plain(r.text) for r in refs)


def claim_lines(claim: ClaimView, say: Messages) -> list[str]:
    """One claim, part by part as on the page."""
    lines = [f"### {quoted(claim.headline, say)}", "", f"**{claim.count} → {claim.origins}, {claim.independence}**", ""]
    lines += [f"- ⚠ {plain(n.message)}" for n in claim.alerts]
    lines += [f"- {f.firmness}{say('colon')}{f.count} ({names(f.reports, say)})" for f in claim.firmness]
    for slot in claim.slots:
        told = "; ".join(f"{plain(value)} ({sources(links, say)})" for value, links in slot.values)
        sign = f" (≠ {say('variants.differ')})" if slot.differs else ""
        lines.append(f"- {slot.slot}{sign}{say('colon')}{told}")
    if claim.unfilled:
        lines.append(f"- {say('unfilled')}{say('colon')}{say('list.next').join(claim.unfilled)}")
    for heading, refs in (("unsourced", claim.unsourced), ("undenied", claim.undenied)):
        if refs:
            lines.append(f"- {say(heading)}{say('colon')}{names(refs, say)}")
    lines += ["", f"**{say('statements')}**", "", *(statement_line(s, say) for s in claim.statements)]
    for denial in claim.denials:
        lines += ["", f"**{say('denials')}{say('colon')}{plain(denial.voice.text)}**", ""]
        lines += [statement_line(s, say) for s in denial.statements]
        if denial.missing:
            lines.append(f"- {say('denial.missing')}{say('colon')}{names(denial.missing, say)}")
    for heading, found in (("refusals", claim.refusals), ("hypothetical", claim.hypothetical)):
        if found:
            lines += ["", f"**{say(heading)}**", "", *(statement_line(s, say) for s in found)]
    if claim.changes:
        lines += ["", f"**{say('changes')}**", "", *(change_line(c, say) for c in claim.changes)]
    if claim.relations:
        lines += ["", f"**{say('relations')}**", ""]
        lines += [f"- {plain(r.a.text)} / {plain(r.b.text)}: {r.relation} ({plain(r.ground)})" for r in claim.relations]
    return [*lines, ""]


def sources(links: Iterable[Link], say: Messages) -> str:
    """Words with the reports they stand in."""
    return say("list.next").join(f"{quoted(x, say)} {plain(x.report)}" for x in links)


def change_line(change: ChangeView, say: Messages) -> str:
    """A step in how a claim is told."""
    where = [change.date, plain(change.report.text) if change.report else ""]
    words = " → ".join(quoted(x, say) for x in (change.before, change.after) if x)
    return f"- {say('list.next').join([plain(change.change), *filter(None, where)])}{say('colon') + words if words else ''}"


def statement_line(statement: StatementView, say: Messages) -> str:
    """One statement."""
    through = " → ".join(plain(step.name) for step in statement.chain)
    words = " […] ".join(quoted(link, say) for link in statement.links)
    return f"- {plain(statement.voice.text)}{say('colon')}{words} ({statement.firmness}; {through})"
