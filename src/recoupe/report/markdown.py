"""The report as Markdown, with the same parts as the page."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from recoupe.report.matrix import SIGNS
from recoupe.report.messages import Messages
from recoupe.report.view import ChangeView, ClaimView, Link, NoteView, Part, Ref, StatementView, View, WordingView
from recoupe.report.wording import BREAKING

BARE_AMPERSAND = re.compile(r"&amp;(?![#\w])")  # begins no entity: `A & B` stays as it is
SPECIAL = re.compile(r"([\\`*_{}\[\]#|~]|^[-+])")
HEADING = 60  # characters of a claim in a table
AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data)(:)|(www)(\.)")


def plain(text: str) -> str:
    """Words of a report with Markdown's own marks, and addresses that would become links, made harmless."""
    marked = SPECIAL.sub(r"\\\1", BREAKING.sub(" ", text))
    unlinked = AUTOLINK.sub(lambda a: f"{a[1] or a[3]}\\{a[2] or a[4]}", marked)
    return BARE_AMPERSAND.sub("&", escape(unlinked, quote=False))


def markdown_report(view: View, say: Messages) -> str:
    """The whole report, its parts in the order of the page."""
    lines = [f"# {say('title')}", "", *(f"{sentence(parts, say)}  " for parts in view.lead), ""]
    parts = (
        ("claims", [brief_line(claim, say) for claim in view.claims]),
        ("", single_lines(view.single, "also", say)),
        ("untied", untied_lines(view, say)),
        ("alerts", [line for n in view.notes for line in note_lines(n, say, "- ", claims_of(n, say))]),
        ("matrix", matrix_lines(view, say)),
        ("timeline", timeline_lines(view, say)),
        ("details", [line for claim in view.claims for line in claim_lines(claim, say)]),
        ("voices", voice_lines(view, say)),
        ("threads", thread_lines(view, say)),
        ("passing", passing_lines(view, say)),
        ("unclaimed", unclaimed_lines(view, say)),
        ("utterances", utterance_lines(view, say)),
        ("reuse", reuse_lines(view, say)),
        ("limits", limit_lines(view, say)),
        ("documents", document_lines(view, say)),
        ("footer", footer_lines(view, say)),
    )
    for heading, found in parts:
        if found:
            lines += [*([f"## {say(heading)}", ""] if heading else []), *found, ""]
    return "\n".join(lines)


def single_lines(claims: Sequence[ClaimView], key: str, say: Messages) -> list[str]:
    """Claims that one voice makes in one report, under the heading of a key."""
    if not claims:
        return []
    lines = [f"*{say.counted(key, len(claims))}*", ""]
    for claim in claims:
        for i, statement in enumerate(claim.statements):
            lines.append(
                f"  {statement_line(statement, say)}" if i else statement_line(statement, say, f"{claim.number}. ")
            )
        lines += [line for n in claim.alerts for line in note_lines(n, say, "  - ⚠ ")]
    return lines


def passing_lines(view: View, say: Messages) -> list[str]:
    """Claims that reports only take up by nouns."""
    if not view.passing and not view.passing_single:
        return []
    cards = [line for claim in view.passing for line in claim_lines(claim, say)]
    return [say("passing.note"), "", *cards, *single_lines(view.passing_single, "passing.single", say)]


def brief_line(claim: ClaimView, say: Messages) -> str:
    """A claim in a line: its number, its words, its range, who says otherwise."""
    denied = say("list.next").join(plain(d.name) for d in claim.deniers)
    end = f"{say('list.apart')}{lowered(say('denials'))}{say('colon')}{denied}" if denied else ""
    return f"- {claim.number}. {quoted(claim.headline, say)} **{claim.count} → {claim.range}**{end}"


def lowered(text: str) -> str:
    """Words of ours inside a sentence."""
    return text[:1].lower() + text[1:]


def untied_lines(view: View, say: Messages) -> list[str]:
    """Denials and refusals that answer no claim."""
    if not view.untied:
        return []
    lines = []
    for found in view.untied:
        words = " […] ".join(quoted(link, say) for link in found.links)
        lines.append(f"- {plain(found.voice)} ({found.stance}){say('colon')}{words} ({plain(found.report.text)})")
    return [say("untied.note"), "", *lines]


def unclaimed_lines(view: View, say: Messages) -> list[str]:
    """What is said and stands in no claim."""
    if not view.unclaimed:
        return []
    lines = []
    for found in view.unclaimed:
        words = " […] ".join(quoted(link, say) for link in found.links)
        lines.append(f"- {plain(found.voice)}{say('colon')}{words} ({plain(found.report.text)})")
    return [say("unclaimed.note"), "", *lines]


def thread_lines(view: View, say: Messages) -> list[str]:
    """Threads, stage by stage."""
    lines = []
    for thread in view.threads:
        for number, (_, headline, phase, reports) in enumerate(thread.steps, 1):
            known = say("list.apart").join(filter(None, (phase, names(reports, say))))
            lines.append(f"{number}. {quoted(headline, say)} ({known})")
        lines.append("")
    return lines


def timeline_lines(view: View, say: Messages) -> list[str]:
    """The marks of each lane, from left to right."""
    lines = []
    for lane in view.timeline.lanes if view.timeline else ():
        lines.append(f"- {quoted(lane.headline, say)}")
        marks = sorted(lane.marks, key=lambda mark: (mark.x, mark.end, mark.y))
        lines += [f"  - {mark.sign} {plain(mark.full)}" for mark in marks]
        if lane.undated:
            lines.append(f"  - {say('timeline.undated')}{say('colon')}{names(lane.undated, say)}")
    return lines


def matrix_lines(view: View, say: Messages) -> list[str]:
    """What each report says of each claim."""
    if not view.columns:
        return []
    head = ["", *(plain(entry.report.text) for entry in view.matrix)]
    lines = [say("matrix.legend"), "", row(head), row(["---", *(":---:" for _ in view.matrix)])]
    lines.append(row([say("date"), *(entry.date or "–" for entry in view.matrix)]))
    used: set[str] = set()
    for column, claim in enumerate(view.columns):
        cells = []
        for entry in view.matrix:
            cell = entry.cells[column]
            kinds = [cell.kind, *(["denies"] if cell.denied else [])]
            used.update(kinds)
            cells.append("".join(SIGNS.get(k, "") for k in kinds))
        lines.append(row([f"{claim.number}. {plain(shortened(claim.headline.text))}", *cells]))
    lines.append(row([say("own_text"), *(entry.own_text for entry in view.matrix)]))
    told = (f"{sign} {say(f'matrix.{kind}')}" for kind, sign in SIGNS.items() if kind in used)
    lines += ["", say("list.apart").join(told), ""]
    for entry in view.matrix:
        copied = [plain(s.report.text) + (f" ({s.credited})" if s.credited else "") for s in entry.copied]
        if copied:
            shared = say("list.next").join(copied)
            lines.append(f"- {plain(entry.report.text)}{say('colon')}{lowered(say('copied'))} {shared}")
    return lines


def shortened(text: str) -> str:
    """Words cut to what a table has room for."""
    return text if len(text) <= HEADING else text[: HEADING - 1].rstrip() + "…"


def row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"


def voice_lines(view: View, say: Messages) -> list[str]:
    """Voices with how they are described."""
    lines = []
    for voice in view.voices:
        known = [voice.kind, voice.headcount]
        if voice.institution:
            known.append(f"{say('voice.institution')}{say('colon')}{plain(voice.institution)}")
        if voice.first_hand:
            known.append(f"{say('voice.first_hand')}{say('colon')}{quoted(voice.first_hand, say)}")
        known += [quoted(link, say) for link in voice.described]
        lines.append(f"- **{plain(voice.name)}** ({say('list.apart').join(filter(None, known))})")
        lines += [f"  - {quoted(link, say)} ({plain(link.report)})" for link in voice.statements]
    return lines


def utterance_lines(view: View, say: Messages) -> list[str]:
    """Sayings in their wordings."""
    lines = []
    for found in view.utterances:
        lines.append(f"- **{plain(found.actor)}** ({found.relation})")
        for links in found.members:
            lines.append(f"  - {' […] '.join(quoted(x, say) for x in links)} ({plain(links[0].report)})")
        if not found.verbatim:
            lines.append(f"  - {say('utterance.not_verbatim')}")
        for kind, links in found.differences:
            lines.append(f"  - {kind}{say('colon')}{' / '.join(quoted(x, say) for x in links)}")
    return lines


def reuse_lines(view: View, say: Messages) -> list[str]:
    """Shared passages with where they come from."""
    lines = []
    for passage in view.reuse:
        lines.append(f"- {passage.kind}")
        for link, known in passage.members:
            source = f" ({plain(known)})" if known else ""
            lines.append(f"  - {plain(link.report)}{source}{say('colon')}{quoted(link, say)}")
    return lines


def limit_lines(view: View, say: Messages) -> list[str]:
    """What is not known."""
    unknown = view.unknowns
    lines = [f"- {noted(n, say)}" for n in view.limits] or [f"- {say('limits.none')}"]
    if unknown.undated:
        lines.append(f"- {say('unknown.undated')}{say('colon')}{names(unknown.undated, say)}")
    for report, date in unknown.spread:
        lines.append(f"- {say('unknown.spread')}{say('colon')}{plain(report.text)} ({date})")
    if unknown.doubts:
        lines.append(f"- {say.counted('unknown.doubtful', unknown.doubts)}")
    for doubt in unknown.doubtful:
        lines.append(
            f"  - {doubt.confidence}{say('colon')}{quoted(doubt.content, say)} ({plain(doubt.content.report)})"
        )
    lines += ["", f"**{say('rates')}**", ""]
    for rate in unknown.rates:
        lines.append(f"- {rate.language}{say('colon')}{rate.over}")
        told = (("rates.missed", rate.missed), ("rates.unfounded", rate.unfounded), ("rates.firmness", rate.firmness))
        lines += [f"  - {say(key)}{say('colon')}{value}" for key, value in told if value]
        lines += [f"  - {say('rates.kinds')}, {kind}{say('colon')}{missed}" for kind, missed in rate.kinds]
    return [*lines, "", say("rates.note")]


def document_lines(view: View, say: Messages) -> list[str]:
    """The reports."""
    lines = []
    for d in view.documents:
        named = (
            ("outlet", d.outlet),
            ("byline", say("list.next").join(d.byline)),
            ("agency", say("list.next").join(d.agencies)),
            ("date", d.date),
            ("language", d.language),
            ("own_text", d.own_text),
        )
        known = [f"{say(key)}{say('colon')}{plain(value)}" for key, value in named if value]
        known += [] if d.complete else [say("cut")]
        known += [f"{say('corrects')}{say('colon')}{quoted(link, say)}" for link in d.corrects]
        lines.append(
            f"- **{plain(d.title)}** ({plain(d.name)}){say('colon')}{say('list.apart').join([*known, code(d.sha256)])}"
        )
    return lines


def footer_lines(view: View, say: Messages) -> list[str]:
    """How the report was made."""
    lines = [say("footer.note"), "", say("footer.version", version=view.version, schema=view.schema), ""]
    lines += [f"{say('footer.command')} {code(view.command)}", ""]
    if view.options:
        options = say("list.next").join(code(f"{key} = {value}") for key, value in view.options)
        lines += [f"{say('footer.options')}{say('colon')}{options}", ""]
    lines += [f"- {plain(c.id)}{say('colon')}{c.outcome} ({plain(c.reason)})" for c in view.corrections]
    return lines if view.corrections else [*lines, say("corrections.none")]


def code(text: str) -> str:
    """Text to be copied, in a fence that it does not hold."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"


def sentence(parts: Iterable[Part], say: Messages) -> str:
    """One of our sentences."""
    return "".join(
        f"{say('quote.open')}{plain(p.text)}{say('quote.close')}" if p.quoted else plain(p.text) for p in parts
    )


def quoted(link: Link, say: Messages) -> str:
    """Words of a report between quotation marks; where their sentence is shown around them, they are set off in it."""
    words = plain(link.text)
    if link.before or link.after:
        words = f"{plain(link.before)}**{words}**{plain(link.after)}"
    return f"{say('quote.open')}{words}{say('quote.close')}"


def names(refs: Iterable[Ref], say: Messages) -> str:
    """Names of reports."""
    return say("list.next").join(plain(r.text) for r in refs)


def claim_lines(claim: ClaimView, say: Messages) -> list[str]:
    """One claim, part by part as on the page."""
    phase = f" ({claim.phase})" if claim.phase else ""
    told = f"**{claim.count} → {claim.range}**{phase}"
    lines = [f"### {claim.number}. {quoted(claim.headline, say)}", "", told, ""]
    lines += [change_line(c, say) for c in claim.taken_back]
    lines += [line for n in claim.alerts for line in note_lines(n, say, "- ⚠ ")]
    lines += [f"- {f.firmness}{say('colon')}{f.count} ({names(f.reports, say)})" for f in claim.firmness]
    for slot in claim.slots:
        told = say("list.apart").join(f"{plain(value)} ({sources(links, say)})" for value, links in slot.values)
        sign = f" (≠ {say('variants.differ')})" if slot.differs else ""
        unit = f" ({plain(slot.unit)})" if slot.unit else ""
        lines.append(f"- {slot.slot}{unit}{sign}{say('colon')}{told}")
    if claim.unfilled:
        lines.append(f"- {say('unfilled')}{say('colon')}{say('list.next').join(claim.unfilled)}")
    for heading, refs in (("unsourced", claim.unsourced), ("undenied", claim.undenied)):
        if refs:
            lines.append(f"- {say(heading)}{say('colon')}{names(refs, say)}")
    lines += [*group_lines(claim, say), "", f"**{say('statements')}**", ""]
    lines += [statement_line(s, say) for s in claim.statements]
    for denial in claim.denials:
        lines += ["", f"**{say('denials')}{say('colon')}{plain(denial.voice.text)}**", ""]
        lines += [statement_line(s, say) for s in denial.statements]
        lines.append(f"- {say('denial.reports')}{say('colon')}{names(denial.reports, say)}")
        if denial.missing:
            lines.append(f"- {say('denial.missing')}{say('colon')}{names(denial.missing, say)}")
    for heading, found in (("refusals", claim.refusals), ("hypothetical", claim.hypothetical)):
        if found:
            lines += ["", f"**{say(heading)}**", "", *(statement_line(s, say) for s in found)]
    if claim.changes:
        lines += ["", f"**{say('changes')}**", "", *(change_line(c, say) for c in claim.changes)]
    if claim.relations:
        lines += ["", f"**{say('relations')}**", ""]
        lines += [
            f"- {plain(r.a.text)} / {plain(r.b.text)}{say('colon')}{r.relation} ({plain(r.ground)})"
            for r in claim.relations
        ]
        if claim.relations_left:
            lines.append(f"- {say.counted('relations.left', claim.relations_left)}")
        if claim.loose:
            lines.append(f"- {say('relations.rest')}")
    if claim.siblings:
        told = say("list.apart").join(quoted(headline, say) for _, headline in claim.siblings)
        lines += ["", f"**{say('siblings')}**{say('colon')}{told}"]
    return [*lines, ""]


def group_lines(claim: ClaimView, say: Messages) -> list[str]:
    """The possible origins: voices that are one, at most and at least."""
    if not claim.groups_max:
        return ["", say("why.none")]
    alike = claim.groups_max == claim.groups_min
    told = [("why.same" if alike else "why.min", claim.groups_min)]
    lines: list[str] = []
    for key, groups in told if alike else [("why.max", claim.groups_max), *told]:
        bound = f" {say('why.bound')}" if key != "why.max" and not claim.exact else ""
        lines += ["", f"{say(key)}{bound}", ""]
        lines += [f"{n}. {' = '.join(wording(w, say) for w in group)}" for n, group in enumerate(groups, 1)]
    return lines


def wording(found: WordingView, say: Messages) -> str:
    """A name of a voice with the reports that have it."""
    known = say("list.apart").join(filter(None, (found.heads, names(found.reports, say))))
    return plain(found.voice.text) + (f" ({known})" if known else "")


def note_lines(note: NoteView, say: Messages, sign: str, end: str = "") -> list[str]:
    """A note behind a sign of its own; what is to be compared pair by pair under it."""
    if not note.pairs:
        return [f"{sign}{noted(note, say)}{end}"]
    indent = " " * (len(sign) - len(sign.lstrip()) + len("- "))
    head = f"{sign}{plain(note.message)} ({say('note.pairs', count=len(note.pairs))}){end}"
    return [head, *(f"{indent}- {' '.join(quoted(link, say) for link in links)}" for links in note.pairs)]


def noted(note: NoteView, say: Messages) -> str:
    """A note or limit with the words that it is about."""
    return " ".join([plain(note.message), *(quoted(link, say) for link in note.links)])


def claims_of(note: NoteView, say: Messages) -> str:
    """The numbers of the claims that a note is about."""
    told = say("list.next").join(say("alert.claim", number=number) for _, number, _ in note.claims)
    return f" ({told})" if told else ""


def sources(links: Iterable[Link], say: Messages) -> str:
    """Words that tell a value, with the reports they stand in."""
    return say("list.next").join(
        f"{say('quote.open')}{plain(x.text)}{say('quote.close')} {plain(x.report)}" for x in links
    )


def change_line(change: ChangeView, say: Messages) -> str:
    """A step in how a claim is told."""
    where = [change.date, plain(change.report.text) if change.report else ""]
    told = [quoted(change.before, say)] if change.before else []
    if change.after:
        told.append(
            f"{say('change.denied')} {quoted(change.after, say)}" if change.denied else quoted(change.after, say)
        )
    words = " → ".join(told)
    return f"- {say('list.next').join([plain(change.change), *filter(None, where)])}{say('colon') + words if words else ''}"


def statement_line(statement: StatementView, say: Messages, number: str = "") -> str:
    """One statement; number: what stands before it."""
    through = " → ".join(plain(step.name) for step in statement.chain)
    words = " […] ".join(quoted(link, say) for link in statement.links)
    known = [statement.firmness, statement.extent, "" if statement.counted else say("uncounted"), through]
    return (
        f"- {number}{plain(statement.voice.text)}{say('colon')}{words} ({say('list.apart').join(filter(None, known))})"
    )
