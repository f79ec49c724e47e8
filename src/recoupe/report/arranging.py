"""From a dossier to what is shown: its own results, arranged for reading. Nothing is counted or decided anew."""

import re
import shlex
from collections.abc import Iterable, Sequence

from recoupe.model import Actor, Claim, Dossier, Reuse, Statement, Thread, Utterance, Voice
from recoupe.report.cards import Cards
from recoupe.report.comparing import comparisons, origin_of
from recoupe.report.lanes import timeline_of
from recoupe.report.matrix import rows
from recoupe.report.messages import Messages, number_of
from recoupe.report.naming import named
from recoupe.report.noting import of_pile
from recoupe.report.order import printed
from recoupe.report.places import Places, widest
from recoupe.report.reading import documents_of
from recoupe.report.slots import once
from recoupe.report.unclaimed import unclaimed
from recoupe.report.unknowns import unknowns
from recoupe.report.untied import untied_views
from recoupe.report.view import (
    ClaimView,
    CorrectionView,
    Part,
    ReuseView,
    ThreadView,
    UtteranceView,
    View,
    VoiceView,
)
from recoupe.report.wording import visible

COLUMNS = 40  # claims of the matrix
WORD = re.compile(r"\w+")
STAGES = ("planned", "imminent", "under way", "done")  # in the order in which they come
DENIERS = 4  # who says otherwise in the sentences on top; more are told as a number


def view_of(dossier: Dossier, say: Messages) -> View:
    """The view of a dossier in the language of the messages."""
    return Arranger(dossier, say).view()


class Arranger:
    """Makes the view of a dossier, part by part."""

    def __init__(self, dossier: Dossier, say: Messages) -> None:
        self.dossier = dossier
        self.say = say
        self.places = Places(dossier, say)
        self.cards = Cards(self.places)
        self.of_voices: dict[str, list[Statement]] = {}
        for statement in dossier.statements:
            self.of_voices.setdefault(statement.voice, []).append(statement)

    def view(self) -> View:
        """All of it; the documents last, when every span that is linked to is known."""
        dossier, places = self.dossier, self.places
        lists = printed(dossier)
        cards, single, passing, passing_single = (tuple(map(self.cards.card, some)) for some in lists)
        beside = comparisons(places)
        return View(
            lead=self.lead(cards[0] if cards else None, dossier.claims),
            claims=cards,
            single=single,
            passing=passing,
            passing_single=passing_single,
            threads=tuple(self.thread(t) for t in dossier.threads if len(t.claims) > 1),
            timeline=timeline_of(lists.cards, places),
            voices=tuple(self.voice_view(v) for v in self.ranked(v for v in dossier.voices if v.given)),
            columns=cards[:COLUMNS],
            matrix=rows(lists.cards[:COLUMNS], places),
            utterances=tuple(self.utterance(u) for u in sorted(dossier.utterances, key=lambda u: -len(u.members))),
            reuse=tuple(self.reuse(r) for r in sorted(dossier.reuse, key=lambda r: -len(r.members))),
            notes=of_pile(dossier.notes, places),
            untied=untied_views(dossier, places),
            unclaimed=unclaimed(dossier, places),
            limits=places.limits(dossier.limits),
            unknowns=unknowns(places),
            corrections=tuple(
                CorrectionView(
                    visible(c.id),
                    self.say("correction.applied" if c.applied else "correction.refused"),
                    visible(self.say.translated(c.reason)),
                    self.say("list.next").join(visible(word) for word in (c.who, c.when, c.why) if word),
                )
                for c in dossier.corrections
            ),
            documents=documents_of(places, beside),
            version=dossier.recoupe,
            schema=dossier.schema,
            options=tuple((k, visible(str(v))) for k, v in sorted(dossier.options.items()) if v is not None),
            command=self.command(),
        )

    # --- sentences

    def sentence(self, key: str, **places: Sequence[Part]) -> tuple[Part, ...]:
        """One of our sentences with parts that lead somewhere put into its places."""
        parts: list[Part] = []
        for text, place in self.say.pieces(key):
            parts += [Part(text)] if text else []
            parts += places[place] if place is not None else ()
        return tuple(parts)

    def lead(self, claim: ClaimView | None, claims: Sequence[Claim]) -> tuple[tuple[Part, ...], ...]:
        """The sentences on top: what is stated, where it comes from, who says otherwise; every figure leads on."""
        say = self.say
        if claim is None:
            reports = [Part(say.counted("reports", len(self.places.documents)), "reader")]
            if not claims:
                return (self.sentence("lead.nothing", reports=reports),)
            counted = [Part(say.counted("claims", len(claims)), "claims")]
            pile = self.sentence(number_of("lead.pile", len(self.places.documents)), reports=reports, claims=counted)
            return pile, (Part(say(number_of("lead.empty", len(claims)))),)
        many = len(claim.reports)
        stated = self.sentence(
            number_of("lead.states", many),
            reports=[Part(claim.count, f"{claim.id}-says")],
            headline=[Part(claim.headline.text, claim.headline.anchor, quoted=True)],
        )
        traced = self.sentence(
            number_of("lead.origins", many),
            origins=[Part(claim.range, f"{claim.id}-why")],
        )
        beside = (*self.differing(claim), *self.taken_back(claim))
        if not claim.denials:
            return stated, traced, *beside, self.undenied()
        voices: list[Part] = []
        for denier in claim.deniers[:DENIERS]:
            left = len(denier.missing)
            missing = say.counted("lead.left", left) if left else say("lead.carried")
            voices += [Part(say("list.next"))] if voices else []
            voices += self.sentence(
                "lead.denial",
                voice=[Part(denier.name, denier.anchor)],
                missing=[Part(missing, denier.anchor)],
            )
        if more := claim.deniers[DENIERS:]:
            voices += [Part(say("list.next")), Part(say.counted("lead.others", len(more)), more[0].anchor)]
        return stated, traced, *beside, self.sentence("lead.denied", voices=voices)

    def differing(self, claim: ClaimView) -> tuple[tuple[Part, ...], ...]:
        """On which figures and dates the reports of the leading claim disagree: its headline has one of them."""
        found = []
        for slot in claim.slots:
            told: dict[str, str] = {}  # a figure without the words of what, which the card has
            for text, links in slot.values if slot.differs else ():
                told.setdefault(text.partition(" (")[0], links[0].anchor)
            values: list[Part] = []
            for figure, anchor in told.items() if len(told) > 1 else ():
                values += [Part(self.say("list.next"))] if values else []
                values.append(Part(figure, anchor))
            if values:
                found.append(self.sentence("lead.differ", slot=[Part(slot.slot)], values=values))
        return tuple(found)

    def taken_back(self, claim: ClaimView) -> tuple[tuple[Part, ...], ...]:
        """Which reports correct the leading claim or tell that it is withdrawn; nothing where none does."""
        reports = dict.fromkeys(change.report for change in claim.taken_back if change.report)
        if not reports:
            return ()
        told: list[Part] = []
        for report in reports:
            told += [Part(self.say("list.next"))] if told else []
            told.append(Part(report.text, report.anchor))
        return (self.sentence("lead.taken_back", reports=told),)

    def undenied(self) -> tuple[Part, ...]:
        """That no denial was tied to the leading claim; beside it those that are tied to none, which may be of it."""
        count = len(self.dossier.untied)
        if not count:
            return self.sentence("lead.undenied")
        return self.sentence(
            number_of("lead.untied", count), count=[Part(self.say.counted("untied.count", count), "untied")]
        )

    # --- voices

    def ranked(self, voices: Iterable[Voice]) -> list[Voice]:
        """Voices that stand in most reports first, of these the ones that say most."""
        said = self.of_voices
        return sorted(
            voices,
            key=lambda v: (
                -len({s.document for s in said.get(v.id, ())}),
                -len(said.get(v.id, ())),
                self.places.voice(v.id).text.casefold(),
            ),
        )

    def kind(self, voice: Voice, actor: Actor | None) -> str:
        """What sort of voice it is; that it is not named is said where nothing more is known of it."""
        if not voice.named and (actor is None or actor.type == "unknown"):
            return self.say("voice.unnamed")
        return self.say.label("actor", actor.type) if actor else self.say("unknown")

    def voice_view(self, voice: Voice) -> VoiceView:
        """A voice with who it is and what it stands behind."""
        actor = self.places.actors.get(voice.actor or "")
        own = self.places.in_order(s.id for s in self.of_voices.get(voice.id, ()))
        said = widest([self.places.statements[s].spans[0] for s in own])
        return VoiceView(
            anchor=voice.id,
            name=self.places.voice(voice.id).full,
            kind=self.kind(voice, actor),
            described=once(self.places.links(actor.anonymity.spans)) if actor and actor.anonymity else (),
            headcount=self.places.heads(voice),
            institution=self.body(actor),
            first_hand=self.places.link(voice.first_hand) if voice.first_hand else None,
            statements=once(self.places.links(said)),
        )

    def body(self, actor: Actor | None) -> str:
        """The body that an actor belongs to or speaks for, and whose an anonymous voice is."""
        if actor is None:
            return ""
        whose = actor.anonymity.whose if actor.anonymity else None
        ids = dict.fromkeys(i for i in (actor.institution, whose, actor.root) if i and i != actor.id)
        return self.say("list.next").join(named(self.places.actors[i]) for i in ids if i in self.places.actors)

    def thread(self, thread: Thread) -> ThreadView:
        """A thread's claims by their stage, planned before done, those of one stage in the order in which they were told."""
        reports: dict[str, list[str]] = {}
        for step in thread.order:
            reports.setdefault(step.claim, []).append(step.document)
        for claim in thread.claims:
            reports.setdefault(claim, [])
        claims = sorted((self.places.claims[c] for c in reports if c in self.places.claims), key=self.stage)
        return ThreadView(
            tuple(
                (
                    c.id,
                    self.places.link(c.headline),
                    self.cards.phase(c),
                    self.places.reports(reports[c.id]),
                )
                for c in claims
            )
        )

    def stage(self, claim: Claim) -> int:
        """The place of a claim's stage among all; one that nothing tells stands with what is done."""
        phase = self.places.statements[claim.statements[0]].phase if claim.statements else STAGES[-1]
        return STAGES.index(phase) if phase in STAGES else len(STAGES) - 1

    def utterance(self, found: Utterance) -> UtteranceView:
        """A saying in its wordings; a pair of words that differ twice over is told once."""
        actor = named(self.places.actors[found.actor]) if found.actor in self.places.actors else self.say("unknown")
        differences = dict.fromkeys((d.kind, d.spans) for d in found.differences)
        return UtteranceView(
            self.say(f"utterance.{found.relation}"),
            found.verbatim or alike(found),
            actor,
            tuple(self.places.links(m.spans) for m in found.members),
            tuple((self.say.label("difference", kind), self.places.links(spans)) for kind, spans in differences),
        )

    def reuse(self, found: Reuse) -> ReuseView:
        """A shared passage."""
        members = ((self.places.link(m.span), origin_of(m, found, self.places)) for m in found.members)
        return ReuseView(self.say.label("reuse", found.kind), tuple(members))

    def command(self) -> str:
        """The command that makes this page again where the same files lie."""
        words = ["recoupe", "report", *(visible(d.name) for d in self.dossier.documents)]
        for option, value in sorted(self.dossier.options.items()):
            if value is not None:
                name, _, language = option.partition(".")
                words += [f"--{name}", f"{language}={value}" if language else str(value)]
        return shlex.join([*words, "--ui", self.say.language])


def alike(found: Utterance) -> bool:
    """Whether the wordings of a saying are the same but for the make of marks, case and spaces."""
    return len({tuple(WORD.findall(" ".join(s.text for s in m.spans).casefold())) for m in found.members}) == 1
