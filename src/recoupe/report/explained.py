"""Explanations in plain words, as lines of text: of a claim's range, of two statements, of an attribution.

Every line is one of our sentences with the reports' words between quotation marks and the report's name behind them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.claims.explaining import Compared, PairExplanation
from recoupe.claims.found import OTHER
from recoupe.claims.kept_apart import KeptApart
from recoupe.claims.resemblance import FLOOR
from recoupe.errors import ExplainError
from recoupe.model import Attribution, Claim, ClaimEvidence, Document, Dossier, Relation, Span
from recoupe.model.claims import EvidencePart
from recoupe.provenance.explaining import Explanation, explain
from recoupe.report.cards import Cards
from recoupe.report.messages import Messages, messages
from recoupe.report.order import in_print
from recoupe.report.places import Places
from recoupe.report.wording import quotable, visible

INDENT = "  "
PASSAGES = 3  # quotations shown for one thing
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MENTIONED = 3  # claims that an error lists
Routes = Mapping[tuple[str, str], str]  # for a statement and a claim that it answers, by their ids, how that was found


def claims_asked(dossier: Dossier, questions: Sequence[str]) -> list[Claim]:
    """Claims by their numbers in print or by words of their headlines, the leading one where nothing is asked.

    ExplainError where a number or words lead to no claim, or words to several.
    """
    printed = in_print(dossier)
    if not printed:
        raise ExplainError("no claim was found in these reports; there is nothing to explain")
    return [claim_asked(printed, question) for question in questions or ("1",)]


def claim_asked(printed: Sequence[Claim], question: str) -> Claim:
    """One claim by its number or by words of its headline."""
    if question.isdecimal():
        if 1 <= int(question) <= len(printed):
            return printed[int(question) - 1]
        raise ExplainError(f"no claim has the number {question}; there are 1 to {len(printed)}")
    words = plain(question)
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    found = [i for i, c in enumerate(printed) if words and whole.search(plain(c.headline.text))]
    if len(found) == 1:
        return printed[found[0]]
    if not found:
        raise ExplainError(f"no claim's headline holds “{question}”; recoupe report lists them")
    listed = "; ".join(f"{i + 1}: {visible(printed[i].headline.text)}" for i in found[:MENTIONED])
    raise ExplainError(f"{len(found)} headlines hold “{question}”; give the number ({listed})")


def plain(text: str) -> str:
    """Words without regard to case, white space and the form of apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())


def explained_claim(dossier: Dossier, claim: Claim, routes: Routes, ui: str) -> str:
    """Why a claim has its range, and why what answers it does. routes: how each answer was found."""
    number = in_print(dossier).index(claim) + 1
    return "\n".join(ClaimWords(dossier, explain(dossier, claim.id), routes, messages(ui)).lines(number)) + "\n"


def explained_pair(dossier: Dossier, pair: PairExplanation, routes: Routes, ui: str) -> str:
    """Why two statements are one claim or two. routes: how each answer to a claim was found."""
    return "\n".join(PairWords(dossier, routes, messages(ui)).lines(pair)) + "\n"


def explained_attributions(document: Document, attributions: Sequence[Attribution], ui: str) -> str:
    """For each attribution of a report how it was found and how sure that is."""
    say = messages(ui)
    lines = [visible(document.name), ""]
    for number, attribution in enumerate(attributions, 1):
        lines += [*attribution_lines(number, attribution, say), ""]
    return "\n".join(lines if attributions else [*lines, say("explain.attribution.none"), ""]) + "\n"


def told_attributions(document: Document, attributions: Sequence[Attribution], ui: str) -> str:
    """For each attribution of a report who says what, in a line to read."""
    say = messages(ui)
    lines = [visible(document.name), ""]
    for attribution in attributions:
        source = visible(attribution.source.text) if attribution.source else say("voice.not_given")
        words = " […] ".join(marked(span, say) for span in attribution.content)
        known = [say.label("kind", attribution.kind), say.label("firmness", attribution.firmness)]
        if attribution.cue:
            known.append(f"{say('mark.cue')}{say('colon')}{marked(attribution.cue, say)}")
        if attribution.relay:
            known.append(f"{say('mark.relay')}{say('colon')}{visible(attribution.relay.text)}")
        lines.append(f"- {source}{say('colon')}{words} ({say('list.apart').join(known)})")
    return "\n".join(lines if attributions else [*lines, say("explain.attribution.none")]) + "\n\n"


def attribution_lines(number: int, attribution: Attribution, say: Messages) -> list[str]:
    """One attribution: its parts, then each piece of evidence with its weight, and what they come to."""
    colon = say("colon")
    lines = [f"{number}. " + " […] ".join(marked(span, say) for span in attribution.content)]
    named = (("mark.source", attribution.source), ("mark.cue", attribution.cue), ("mark.relay", attribution.relay))
    lines += [f"{INDENT}{say(key)}{colon}{marked(span, say) if span else '–'}" for key, span in named]
    kind, firmness = say.label("kind", attribution.kind), say.label("firmness", attribution.firmness)
    words = say("list.next").join(marked(t, say) for t in attribution.triggers)
    shown = say("explain.shown", words=words) if words else ""
    lines.append(f"{INDENT}{kind}{say('list.next')}{firmness}{shown}")
    for piece in attribution.evidence:
        sort, _, value = piece.name.partition(" ")
        if sort == "mechanism":
            text = say("explain.mechanism", name=say.label("mechanism", value))
        elif sort == "entry":
            text = say("explain.entry", name=value)
        else:
            text = say.label("evidence", piece.name)
        where = f"{colon}{marked(piece.spans[0], say)}" if piece.spans else ""
        lines.append(f"{INDENT}{piece.weight:+.1f}  {text}{where}")
    lines.append(
        INDENT + say("explain.confidence", score=f"{attribution.score:.1f}", share=f"{attribution.confidence:.2f}")
    )
    return lines


def marked(span: Span, say: Messages) -> str:
    """Words of a report between quotation marks."""
    return f"{say('quote.open')}{quotable(visible(span.text), say)}{say('quote.close')}"


class Words:
    """How the things of a dossier are called in print."""

    def __init__(self, dossier: Dossier, routes: Routes, say: Messages) -> None:
        self.dossier = dossier
        self.routes = routes
        self.say = say
        self.documents = {d.id: visible(d.name) for d in dossier.documents}
        self.actors = {a.id: visible(a.name) for a in dossier.actors}
        self.voices = {v.id: v for v in dossier.voices}
        self.statements = {s.id: s for s in dossier.statements}

    def quoted(self, span: Span) -> str:
        """Words of a report and its name."""
        return f"{marked(span, self.say)} ({self.documents[span.document]})"

    def passages(self, spans: Sequence[Span], depth: int) -> list[str]:
        """Several quotations, a line each."""
        lines = [INDENT * depth + self.quoted(s) for s in spans[:PASSAGES]]
        left = len(spans) - PASSAGES
        return [*lines, INDENT * depth + self.say("explain.more", count=left)] if left > 0 else lines

    def voice(self, id_: str) -> str:
        """A voice by its actor's name; the words for one that is not given."""
        return self.actors.get(self.voices[id_].actor or "", self.say("voice.not_given"))

    def name_of(self, part: EvidencePart) -> str:
        """A comparison by its name."""
        return visible(self.say.translated(part.name))

    def part(self, part: EvidencePart) -> str:
        """A comparison by its name, with the words compared."""
        words = " / ".join(self.quoted(s) for s in part.spans)
        name = self.name_of(part)
        return f"{name}{self.say('colon')}{words}" if words else name


class ClaimWords(Words):
    """The explanation of one claim in words; each voice has a letter."""

    def __init__(self, dossier: Dossier, explanation: Explanation, routes: Routes, say: Messages) -> None:
        super().__init__(dossier, routes, say)
        self.explanation = explanation
        self.letters = {v.voice: letter(i) for i, v in enumerate(explanation.voices)}

    def lines(self, number: int) -> list[str]:
        """The whole explanation."""
        say, found = self.say, self.explanation
        view = Cards(Places(self.dossier, say)).card(found.claim)
        lines = [
            f"{number}. {self.quoted(found.claim.headline)}",
            f"{INDENT}{view.count} -> {view.range}",
            "",
            say("explain.voices"),
        ]
        lines += [line for spoken in found.voices for line in self.spoken(spoken.voice, spoken.statements)]
        lines += ["" if found.voices else INDENT + say("why.none"), *self.most(), "", *self.least()]
        if found.no_origins:
            lines += ["", say("explain.none"), *self.aside()]
        if answers := self.answers():
            lines += ["", say("explain.routes"), *answers]
        if found.notes:
            lines += ["", say("alerts")]
            lines += [INDENT + visible(say.translated(note.message)) for note in found.notes]
        return lines if found.agrees else [*lines, "", say("explain.differs", low=found.min, high=found.max)]

    def spoken(self, id_: str, statements: Sequence[str]) -> list[str]:
        """A voice with its letter, how it is given, and its words."""
        say, voice = self.say, self.voices[id_]
        how = "named" if voice.named else "unnamed" if voice.given else "absent"
        first = say("explain.first_hand", words=self.quoted(voice.first_hand)) if voice.first_hand else ""
        given = say(f"explain.voice.{how}")
        head = f"{INDENT}{self.letters[id_]}  {self.voice(id_)}{say('colon')}{given}{first}"
        return [head, *self.passages([self.statements[s].spans[0] for s in statements], 3)]

    def group(self, voices: Iterable[str]) -> str:
        """Voices of one group by their letters and names."""
        return " + ".join(f"{self.letters[v]} {self.voice(v)}" for v in voices)

    def tie(self, relation: Relation, sign: str) -> list[str]:
        """A tie with its ground and words."""
        ground = visible(self.say.translated(relation.ground))
        head = f"{self.letters[relation.a]} {sign} {self.letters[relation.b]}{self.say('colon')}{ground}"
        return [INDENT * 3 + head, *self.passages(relation.spans, 4)]

    def most(self) -> list[str]:
        """The groups of the upper figure and the ties that join them."""
        found = self.explanation
        if not found.voices:
            return []
        lines = [self.say("explain.max", count=found.max)]
        for number, group in enumerate(found.groups_max, 1):
            lines.append(f"{INDENT}{number}. {self.group(group)}")
            lines += [line for r in found.joined if {r.a, r.b} <= set(group) for line in self.tie(r, "=")]
        return lines

    def least(self) -> list[str]:
        """The groups of the lower figure, what keeps them apart, and which voices nothing sets apart."""
        say, found = self.say, self.explanation
        if not found.voices:
            return []
        lines = [say("explain.min", count=found.min)]
        for number, group in enumerate(found.groups_min, 1):
            lines.append(f"{INDENT}{number}. {self.group(group)}")
        lines += [line for r in found.apart for line in self.tie(r, "≠")]
        if not found.exact:
            lines.append(INDENT + say("why.bound"))
        return [*lines, *self.open()]

    def open(self) -> list[str]:
        """The groups of the upper figure that nothing sets apart, and why nothing does."""
        say, groups = self.say, self.explanation.groups_max
        apart = {frozenset((r.a, r.b)) for r in self.explanation.apart}
        loose = [
            (one, other)
            for one, other in combinations(range(len(groups)), 2)
            if not any(frozenset((a, b)) in apart for a in groups[one] for b in groups[other])
        ]
        if not loose:
            return []
        pairs = say("list.next").join(f"{one + 1} / {other + 1}" for one, other in loose)
        every = len(loose) == len(groups) * (len(groups) - 1) // 2
        lines = [INDENT + say("explain.open.all" if every else "explain.open", count=len(groups), pairs=pairs)]
        open_voices = {v for pair in loose for i in pair for v in groups[i]}
        vague = [letter_ for v, letter_ in self.letters.items() if v in open_voices and not self.voices[v].named]
        if vague:
            lines.append(INDENT * 2 + say("explain.open.why", voices=say("list.next").join(vague)))
        if any(self.named(groups[one]) and self.named(groups[other]) for one, other in loose):
            lines.append(INDENT * 2 + say("explain.open.named"))
        return lines

    def named(self, group: Iterable[str]) -> bool:
        """Whether a group holds a voice with a name."""
        return any(self.voices[v].named for v in group)

    def aside(self) -> list[str]:
        """Who is no origin, and why; voices that are called the same way together."""
        told: dict[str, list[Span]] = {}
        for aside in self.explanation.no_origins:
            name = self.voice(aside.voice) if aside.voice is not None else self.actors.get(aside.actor or "", "")
            head = f"{INDENT}{name}{self.say('colon')}" + self.say(f"explain.none.{aside.reason}")
            told.setdefault(head, []).extend(aside.spans)
        return [line for head, spans in told.items() for line in (head, *self.passages(spans, 2))]

    def answers(self) -> list[str]:
        """How what denies, declines or supposes the claim was found to be about it, each way with the words."""
        claim = self.explanation.claim
        denying = [s for d in claim.denials for s in d.statements]
        found: dict[str, list[Span]] = {}
        for id_ in sorted({*denying, *claim.refusals, *claim.hypothetical}, key=lambda s: self.statements[s].spans[0]):
            route = self.routes.get((id_, claim.id), "correction")
            found.setdefault(route, []).append(self.statements[id_].spans[0])
        ways = [(INDENT + self.say.label("route", route), found[route]) for route in sorted(found)]
        return [line for head, spans in ways for line in (head, *self.passages(spans, 2))]


def letter(index: int) -> str:
    """A letter for each of the first voices, letter and number for the others."""
    turn = index // len(LETTERS)
    return LETTERS[index % len(LETTERS)] + (str(turn) if turn else "")


class PairWords(Words):
    """The explanation of two statements in words."""

    def lines(self, pair: PairExplanation) -> list[str]:
        """The whole explanation."""
        say = self.say
        lines = [*self.side("A", pair.a), *self.side("B", pair.b), ""]
        lines.append(say("explain.same.one" if pair.one else "explain.same.two"))
        sides = () if pair.one else (("A", pair.a), ("B", pair.b))
        bars = [(name, side.bar) for name, side in sides if side.bar is not None]
        lines += [INDENT + say(f"explain.bar.{bar}", letter=name) for name, bar in bars]
        lines += ["", say("explain.for"), *(f"{INDENT}{p.weight:+.1f}  {self.part(p)}" for p in pair.parts)]
        lines.append(INDENT + say("explain.sum", score=f"{pair.score:.1f}", needed=f"{pair.needed:.1f}"))
        if pair.against:
            lines += ["", say("explain.against"), *(INDENT + self.part(p) for p in pair.against)]
        if pair.one and (pair.against or pair.score < pair.needed):
            lines += ["", say("explain.way" if pair.way else "explain.way.none")]
            lines += [line for link in pair.way for line in self.link(link)]
        elif not pair.one and not bars and not pair.against and pair.score >= pair.needed:
            lines += ["", say("explain.hindered" if pair.hindrances else "explain.hindered.none")]
            for hindrance in pair.hindrances:
                lines += [INDENT + self.quoted(self.statements[s].spans[0]) for s in (hindrance.a, hindrance.b)]
                lines += [INDENT * 2 + self.part(p) for p in hindrance.against]
        return [*lines, *self.merging(pair.apart, pair)] if pair.apart is not None else lines

    def merging(self, apart: KeptApart, pair: PairExplanation) -> list[str]:
        """Why the claims of two statements are not merged: the average of all that is compared, so that it can be made again."""
        say, floor = self.say, f"{FLOOR:.2f}"
        lines = ["", say("explain.merging", average=f"{apart.average:.2f}", needed=f"{apart.needed:.2f}")]
        terms, total = [], 0
        for beside in apart.beside:
            one, other = beside.sizes
            weight, total = one * other, total + one * other
            terms.append(f"{weight} × {beside.average:.2f}")
            ends = " / ".join(self.quoted(self.statements[s].spans[0]) for s in (beside.a, beside.b))
            lines.append(
                INDENT + say("explain.groups", ends=ends, one=one, other=other, average=f"{beside.average:.2f}")
            )
            for a, b, odds in beside.compared:
                told = " / ".join(self.quoted(self.statements[s].spans[0]) for s in (a, b))
                lines.append(f"{INDENT * 2}{odds:+.2f}  {told}")
            if not beside.compared:
                lines.append(INDENT * 2 + say("explain.far", floor=floor))
        if len(terms) > 1:
            lines.append(f"{INDENT}({' + '.join(terms)}) / {total} = {apart.average:.2f}")
        if apart.barring is not None:
            a, b, against = apart.barring
            ends = " / ".join(self.quoted(self.statements[s].spans[0]) for s in (a, b))
            lines += ["", say("explain.barring"), INDENT + ends, *(INDENT * 2 + self.part(p) for p in against)]
        lines += ["", say("explain.odds", odds=f"{pair.likeness:+.2f}")]
        parts = [f"{INDENT}{p.weight:+.2f}  {self.name_of(p)}" for p in pair.likeness_parts]
        return [*lines, *(parts or [INDENT + say("explain.odds.apart", floor=floor)])]

    def side(self, name: str, side: Compared) -> list[str]:
        """A statement: its words, what was understood of it, and the claim that holds it."""
        say, statement = self.say, self.statements[side.statement]
        parts = [say.label("phase", side.phase)]
        parts += [f"{say.label('role', role)} {marked(span, say)}" for role, span in side.parts]
        understood = say("explain.understood")
        class_ = say("explain.class.other") if side.class_ == OTHER else say.label("class", side.class_)
        told = f"{class_} ({say('list.next').join(parts)})"
        lines = [
            f"{name}  {self.quoted(statement.spans[0])}",
            f"{INDENT}{say('voice')}{say('colon')}{self.voice(statement.voice)}",
        ]
        lines.append(f"{INDENT}{understood}{say('colon')}{told}")
        printed = in_print(self.dossier)
        numbers = [i for i, c in enumerate(printed, 1) if side.statement in c.statements]
        lines += [INDENT + say("explain.in", number=i) for i in numbers]
        for number, claim in enumerate(printed, 1):
            if any(a.claim == claim.id for a in statement.answers):
                route = say.label("route", self.routes.get((statement.id, claim.id), "correction"))
                lines.append(f"{INDENT}{say('explain.answers', number=number)}{say('colon')}{route}")
        return lines

    def link(self, link: ClaimEvidence) -> list[str]:
        """One link of a claim."""
        ends = " / ".join(self.quoted(self.statements[s].spans[0]) for s in (link.a, link.b))
        return [INDENT + ends, *(f"{INDENT * 2}{p.weight:+.1f}  {self.part(p)}" for p in link.parts)]
