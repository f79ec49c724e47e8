"""What the words that say no deny: an event of their own sentence, or what the text tells before or behind it.

`X rejette l'accusation selon laquelle F`, `F ? Jamais de la vie, dit X`, `Y affirme que F. X dément.`
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from recoupe.claims.aims import Aim, Aims
from recoupe.claims.bare_refusals import Refusal, bare_refusals
from recoupe.claims.charges import Charges
from recoupe.claims.concessions import has_reason
from recoupe.claims.deniers import Deniers
from recoupe.claims.found import OTHER, FoundEvent
from recoupe.claims.participants import actor_at
from recoupe.claims.refuting import Refuting
from recoupe.claims.signs import Sign, is_told, signs
from recoupe.claims.told import Matter, Text
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation
from recoupe.model import Attribution

BACK = 3  # sentences that are looked back for what a denial answers
FEW = 2  # words of a sentence without a verb that is passed over
UNTRUE = {"untrue", "untold", "phrase", "answer"}  # kinds of signs whose words tell nothing else
FURTHER_BACK = 6  # for one that takes it up by a noun of what is said
FARTHEST_BACK = 9  # for accusations, which a report may tell paragraphs before


@dataclass(frozen=True)
class Denied:
    """An event that words of a text say no to.

    event: its token. words: the first and last token of those that say no, with what they name. holder: the attribution
    whose words they are. speaker: the token of who says no, where no attribution tells. apart: somebody else tells the
    event, or another sentence of the report does, and that stands beside the denial.
    """

    event: int
    words: tuple[int, int]
    holder: Attribution | None
    speaker: int | None
    apart: bool


@dataclass(frozen=True)
class Denier:
    """Who says no: the attribution of the words, if one is known, and the actor."""

    holder: Attribution | None
    actor: str | None


class SaidNoTo(NamedTuple):
    """What a report says no to.

    denied: by the event's token; unanswering: the denials of who says no to nothing that is found (`X continue de nier`), by
    the token of their verb; declined: events on which an attribution refuses to say anything, taken up from before it;
    by_nobody: events that words say no to of which it is not known whose they are; untrue: the tokens of words that only say
    that something is not so (`a pure invention`); silent: refusals without a matter of their own (`X declined to comment`),
    each with the events told before it.
    """

    denied: dict[int, list[Denied]]
    unanswering: list[Denied]
    declined: list[tuple[int, Attribution]]
    by_nobody: frozenset[int]
    untrue: frozenset[int]
    silent: list[tuple[Refusal, list[int]]]


def denied_events(
    annotation: Annotation,
    found: Sequence[FoundEvent],
    attributions: Sequence[Attribution],
    actors: Mapping[int, str],
) -> SaidNoTo:
    """What is denied and declined by words beside it. An event negated by itself is not looked for here."""
    answering = Answering(Text(annotation, found, attributions, actors))
    made: dict[int, list[Denied]] = {}
    untrue: set[int] = set()
    by_nobody: set[int] = set()
    refuting = Refuting(answering.text, answering.deniers)
    given = {e.token for e in found if has_reason(annotation, annotation.tokens[e.token])}
    for sentence in range(len(annotation.sentences)):
        found_here = signs(annotation, sentence)
        untrue.update(k for sign in found_here if sign.kind in UNTRUE for k in range(sign.first, sign.last + 1))
        for answers in [*(answering.answered(sign, sentence) for sign in found_here)] or [answering.replied(sentence)]:
            for denied in answers:
                if denied.event in given and first_in(annotation, denied, annotation.tokens[denied.event].sentence):
                    continue
                known = made.setdefault(denied.event, [])
                same = next(
                    (k for k, d in enumerate(known) if annotation.tokens[d.words[0]].sentence == sentence), None
                )
                if same is None:
                    known.append(denied)  # one sentence denies an event once, in however many words
                elif known[same].apart and not denied.apart:  # (`« Untrue », says X: nobody should believe that F`)
                    known[same] = replace(known[same], apart=False)
        for k in range(*annotation.sentences[sentence]):
            if k in made:
                made[k] = [spoken(d, refuting) if first_in(annotation, d, sentence) else d for d in made[k]]
        known_here = {k for k in range(*annotation.sentences[sentence]) if k in made or k in given}
        for own in refuting.refuted(sentence, found_here, known_here):
            if own.holder is None and own.speaker is None:
                by_nobody.add(own.event)
            else:
                made[own.event] = [Denied(own.event, own.words, own.holder, own.speaker, apart=False)]
    declined = [(e, own) for own in attributions if own.firmness == "refusal" for e in answering.declined(own)]
    silent = [(r, answering.passed_over(r)) for r in bare_refusals(annotation, attributions, actors)]
    open_ = frozenset(by_nobody - made.keys())
    return SaidNoTo(made, answering.unanswering, declined, open_, frozenset(untrue - made.keys()), silent)


def first_in(annotation: Annotation, denied: Denied, sentence: int) -> bool:
    """Whether the words of a denial stand in a sentence."""
    return annotation.tokens[denied.words[0]].sentence == sentence


def spoken(denied: Denied, refuting: Refuting) -> Denied:
    """A denial in the sentence of its event, with who says so by the sentence where the grammar shows nobody.

    Who only answers what others say stands beside nobody who affirms it (`the reply of X to reports that F`).
    """
    sentence = refuting.text.tokens[denied.event].sentence
    holder, speaker = denied.holder, denied.speaker
    if speaker is None or not denied.words[0] <= speaker <= denied.words[1]:  # (`N, que X dément`)
        holder, speaker = refuting.denier(denied.event, holder, speaker, sentence)
    apart = denied.apart and refuting.affirmed(denied.event, denied.words)
    return replace(denied, holder=holder, speaker=speaker, apart=apart)


class Answering:
    """Finds what the signs of a report deny, sentence by sentence in order."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.aims = Aims(text)
        self.deniers = Deniers(text, self.aims)
        self.denied: dict[int, list[int]] = {}  # by sentence the events that are denied there
        self.unanswering: list[Denied] = []  # those of who only says no to what the report does not tell near them

    def answered(self, sign: Sign, sentence: int) -> list[Denied]:
        """The events that a sign denies."""
        first, last = self.text.annotation.sentences[sentence]
        aim = self.aims.aim(sign, first, last)
        if aim is not None and sign.kind == "denying" and any(map(self.text.declined, aim.events)):
            return []  # `neither confirms nor denies F`
        holder, speaker = self.deniers.who(sign, first)
        if aim is None and sign.kind == "denying" and speaker is not None:
            aim = self.aims.own_clause(sign, last)  # no attribution tells who denies it
        if aim is None:
            return []
        if aim.back and aim.events:
            kept = [e for e in aim.events if not self.deniers.admitted(e, sign, holder, speaker)]
            aim = replace(aim, events=kept)
        if aim.events:
            self.denied.setdefault(sentence, []).extend(aim.events)
            return [
                Denied(e, aim.words, holder, speaker, self.deniers.told_by_another(e, holder, sentence))
                for e in aim.events
            ]
        if holder is None and speaker is None:
            speaker = self.deniers.beside(sign, sentence)
        spoken = holder is not None or speaker is not None
        corrects = sentence > 0 and self.corrects(sign, aim, first) and bool(self.text.matters(sentence - 1))
        if not aim.back or (sign.kind == "phrase" and not spoken and not corrects):
            return []  # nobody says so: it may be said of anything
        subjects = [k for k in self.text.subjects(sign.node) if self.text.pronoun(k)]
        taken_up = aim.nouns or any(
            self.text.tokens[k].pos == "PRON" for k in (*subjects, *range(aim.words[0], aim.words[1] + 1))
        )
        actor = actor_at(self.text.annotation, speaker, self.text.actors) if speaker is not None else None
        denier = Denier(holder, actor if actor is not None else holder.actor if holder is not None else None)
        told = self.put_to(sentence, denier) if sign.kind in {"phrase", "answer"} else []
        charge = aim.nouns and self.text.charging(aim.words)
        told = told or (self.charged(sentence, denier) if charge else [])
        told = told or self.before(sentence, denier, aim.nouns, taken_up)
        if aim.nouns:
            told = self.told_against(sentence, denier, speaker, aim.words, [e for e, _ in told]) or told
        told = [(e, a) for e, a in told if not charge or self.text.chargeable(e)]
        found = bool(told)
        if sign.kind == "denying" and not taken_up and denier.actor is not None:  # `X continue de nier.`
            told = [(e, a) for e, a in told if self.beside(e, sentence) or self.text.takes_part(denier.actor, e)]
        if not told and subjects:  # `Pas question de reconnaître N : « Cela n'est jamais arrivé. »`
            told = [(e, False) for e in self.text.top(range(first, sign.first))]
        if not found and not told and not aim.nouns:
            told = self.behind(sentence, denier) or self.rest(sign, last)
        told = [(e, a) for e, a in told if not self.deniers.admitted(e, sign, holder, speaker)]
        if not told and sign.kind == "denying" and speaker is not None and not aim.nouns:
            self.unanswering.append(Denied(sign.node, aim.words, None, speaker, True))
        apart_from = (
            spoken or not corrects
        )  # (what a report restates only to say that it is wrong is told by nobody beside it)
        return [Denied(e, aim.words, holder, speaker, apart and apart_from) for e, apart in told]

    def declined(self, own: Attribution) -> list[int]:
        """The events before a refusal that its words take up (`n'a pas voulu commenter ces accusations`).

        None where they name another matter.
        """
        words = [t for span in own.content for t in self.text.annotation.within(span)]
        if own.cue is None or not words or any(t.i in self.text.events for t in words):
            return []
        nouns = [t for t in words if t.pos in {"NOUN", "PROPN"}]
        told = bool(nouns) and all(is_told(t) for t in nouns)
        pointed = any(t.has("PronType=Dem") for t in words)
        matters = all(t.lemma in language_pack(t.language).denials.matters for t in nouns)
        if not (told or (pointed and matters)):
            return []
        sentence = self.text.tokens[words[0].i].sentence
        return [e for e, _ in self.before(sentence, Denier(own, own.actor), told, True)]

    def passed_over(self, refusal: Refusal) -> list[int]:
        """The events that the rest of a refusal's clause names (`garde le silence sur N`), else those told before it."""
        _, last = self.text.annotation.sentences[self.text.tokens[refusal.node].sentence]
        own = self.text.top(range(refusal.words[1] + 1, self.text.close(refusal.words[1] + 1, last)))
        if own:
            return own
        actor = (
            actor_at(self.text.annotation, refusal.speaker, self.text.actors) if refusal.speaker is not None else None
        )
        denier = Denier(refusal.holder, actor if refusal.holder is None else refusal.holder.actor)
        told = self.before(self.text.tokens[refusal.node].sentence, denier, nouns=False, taken_up=True)
        return [e for e, _ in told]

    def corrects(self, sign: Sign, aim: Aim, first: int) -> bool:
        """Whether words that say no open their sentence with what takes up the one before (`C'est faux.`, `These claims are
        untrue.`)."""
        noun = aim.nouns and all(t.pos == "DET" for t in self.text.tokens[first : aim.words[0]])
        return noun or (sign.first == first and self.taking_up(sign))

    def taking_up(self, sign: Sign) -> bool:
        """Whether words that say no begin with a pronoun for what was told (`C'est inexact.`)."""
        return self.text.pronoun(sign.first)

    def replied(self, sentence: int) -> list[Denied]:
        """What somebody answers with a negative sentence of their own (`« Aucun sac n'a bougé », réplique X`).

        It answers what is told right before it by somebody else, or by the report.
        """
        first, last = self.text.annotation.sentences[sentence]
        span = self.text.annotation.span(first, last - 1)
        for holder in self.text.attributions:
            if holder.cue is None or not (span.start <= holder.cue.start < span.end) or holder.source is None:
                continue
            cue = next(t for t in self.text.tokens if t.start >= holder.cue.start)
            cues = [t for t in self.text.tokens[cue.i : last] if t.start < holder.cue.end]
            if not any(t.lemma in language_pack(t.language).denials.replying for t in cues):
                continue
            said = [
                t.i for t in self.text.tokens[first:last] if any(c.start <= t.start < c.end for c in holder.content)
            ]
            own = [self.text.events[k] for k in said if k in self.text.events]
            if not own or any(e.polarity or e.phase != "done" or e.realis != "actual" for e in own):
                continue  # `je n'ai rien à vous dire`, `je n'ai pas de leçon à recevoir : F`
            denier = Denier(holder, holder.actor)
            told = self.before(sentence, denier, nouns=False, taken_up=True)
            words = (said[0], said[-1])
            by_itself = {e.class_ for e in own if e.class_ != OTHER}  # such an answer names the event that it denies
            answered = [e for e, apart in told if apart and self.text.events[e].class_ not in by_itself]
            answered = [e for e in answered if self.one_matter(own, e)]
            return [Denied(e, words, holder, None, True) for e in answered]
        return []

    def one_matter(self, own: Sequence[FoundEvent], event: int) -> bool:
        """Whether one whom somebody's denial names takes part in an event as well, or it names nobody."""
        named = {a for e in own for _, a in e.fillers.values() if a is not None}
        return not named or any(self.text.takes_part(a, event) for a in named)

    def before(self, sentence: int, denier: Denier, nouns: bool, taken_up: bool) -> list[tuple[int, bool]]:
        """What the sentences before tell that a sign answers, each with whether it stands beside the denial.

        Something said, asked or denied there; what the report itself tells only where the denial takes it up by a noun or
        pronoun, or where who denies takes part in it.
        """
        passed = False
        nearest: list[tuple[int, bool]] = []
        parties = self.deniers.parties(denier.holder, denier.actor)
        for k in range(sentence - 1, max(-1, sentence - 1 - (FURTHER_BACK if nouns else BACK)), -1):
            if not self.text.near(k, sentence, 2 if nouns else 1) or (passed and self.parted(k, sentence)):
                break
            first, last = self.text.annotation.sentences[k]
            matters = [m for m in self.text.matters(k) if not nouns or self.text.is_said(m)]
            told = self.denied.get(k) or self.text.top([t for m in matters for t in m.tokens])
            told = told or [e for m in matters for e in self.text.news_of(m)]
            own = [e for e in self.text.top(range(first, last)) if not self.text.says_only(e)]
            own = [e for e in own if not self.text.enabled(e)]
            events = told or [
                e
                for e in own
                if taken_up
                or self.text.asked(e)
                or self.text.hedged(e)
                or self.text.takes_part(denier.actor, e)
                or (len(own) == 1 and k == sentence - 1 and not self.parted(k, sentence) and self.only_denies(sentence))
            ]
            events = [e for e in events if self.text.events[e].fillers and not (nouns and self.text.asked(e))]
            kept = [e for e in events if not self.deniers.affirms(e, denier.holder, denier.actor, sentence)]
            kept = [e for e in kept if not self.text.without(e)]
            if kept and (told or not nearest):
                found = [(e, self.stays(e, denier, sentence)) for e in kept]
                if not parties or any(self.text.takes_part(p, e) for p in parties for e in kept):
                    return found
                nearest = nearest or found
                continue  # what concerns who says no is rather what they answer
            if events:
                continue  # nobody denies what they say themselves
            if self.deniers.negates(k, denier.holder, denier.actor):
                return nearest  # they say again what they have just said no to
            if nearest or ((own or (matters and self.names(k, denier.actor))) and not nouns):
                break  # they answer what was said of them last, be it that this tells no event
            passed = passed or not (nouns or all(map(self.negative, matters)))
        return nearest

    def only_denies(self, sentence: int) -> bool:
        """Whether a sentence tells nothing but that somebody says no, so that this is of what is told right before it."""
        told = [k for k in range(*self.text.annotation.sentences[sentence]) if k in self.text.events]
        saying = saying_no(self.text.tokens[told[0]].language) if told else frozenset()
        return all(self.text.events[k].class_ == OTHER or self.text.tokens[k].lemma in saying for k in told)

    def charged(self, sentence: int, denier: Denier) -> list[tuple[int, bool]]:
        """What the sentences before tell as a charge or as what is only said, for who rejects accusations (`ces accusations`).

        That of the nearest sentence; of several as near as one paragraph those in which who says no takes part.
        """
        for k in range(sentence - 1, max(-1, sentence - 1 - FARTHEST_BACK), -1):
            events = [e for e in self.text.top(range(*self.text.annotation.sentences[k])) if self.text.accused(e)]
            events = [e for e in events if self.text.events[e].fillers and self.text.chargeable(e)]
            events = [e for e in events if not self.deniers.affirms(e, denier.holder, denier.actor, sentence)]
            if events:
                return [(e, self.stays(e, denier, sentence)) for e in events]
        return []

    def told_against(
        self, sentence: int, denier: Denier, speaker: int | None, words: tuple[int, int], nearest: Sequence[int]
    ) -> list[tuple[int, bool]]:
        """What the report tells further up against who says no, or against whom they speak for, rather than what is nearest."""
        parties = self.deniers.parties(denier.holder, denier.actor, speaker)
        charges = Charges(self.text, lambda e: self.deniers.affirms(e, denier.holder, denier.actor, sentence))
        if charges.pointed_at(words, nearest):
            return []
        return [(e, self.stays(e, denier, sentence)) for e in charges.against(parties, sentence, nearest)]

    def names(self, sentence: int, actor: str | None) -> bool:
        """Whether a sentence names an actor."""
        return actor is not None and actor in map(
            self.text.actors.get, range(*self.text.annotation.sentences[sentence])
        )

    def beside(self, event: int, sentence: int) -> bool:
        """Whether an event is told in the paragraph of a sentence."""
        return not self.parted(self.text.tokens[event].sentence, sentence)

    def parted(self, one: int, other: int) -> bool:
        """Whether two sentences stand in two paragraphs."""
        places = self.text.annotation.paragraph_of_sentence
        return bool(places) and places[one] != places[other]

    def negative(self, matter: Matter) -> bool:
        """Whether what is said somewhere says itself that something was not."""
        return any(not self.text.events[k].polarity for k in matter.tokens if k in self.text.events)

    def put_to(self, sentence: int, denier: Denier) -> list[tuple[int, bool]]:
        """What the next sentence says was asked of or put to the one who answers no (`« Non. » Asked whether F, X ...`)."""
        places = self.text.annotation.paragraph_of_sentence
        after = sentence + 1 + self.no_clause(sentence + 1)  # (`« Je démens. Point. »`)
        if after >= len(self.text.annotation.sentences) or (places and places[after] != places[sentence]):
            return []
        put = [m for m in self.text.matters(after) if self.text.is_put(m)]
        events = self.text.top([t for m in put for t in m.tokens])
        return [(e, self.stays(e, denier, sentence)) for e in events if self.text.events[e].fillers]

    def no_clause(self, sentence: int) -> bool:
        """Whether a sentence is a word or two without a verb."""
        if sentence >= len(self.text.annotation.sentences):
            return False
        first, last = self.text.annotation.sentences[sentence]
        words = [t for t in self.text.tokens[first:last] if t.pos != "PUNCT"]
        return len(words) <= FEW and all(t.pos not in {"VERB", "AUX"} for t in words)

    def behind(self, sentence: int, denier: Denier) -> list[tuple[int, bool]]:
        """What the next sentence says that is said or asked, for a denial that answers nothing before it."""
        after, places = sentence + 1, self.text.annotation.paragraph_of_sentence
        if after >= len(self.text.annotation.sentences) or (places and places[after] != places[sentence]):
            return []
        if any(map(self.negative, self.text.matters(after))):
            return []  # who says there what was not says what they deny (`X denies it. "No cash was paid," Y of X said.`)
        events = self.text.top([t for m in self.text.matters(after) for t in m.tokens])
        return [(e, self.stays(e, denier, sentence)) for e in events if self.text.events[e].fillers]

    def rest(self, sign: Sign, last: int) -> list[tuple[int, bool]]:
        """What the rest of its clause names, for a verb of denial without an object (`nie tout, à commencer par N`)."""
        if sign.kind != "denying":
            return []
        return [(e, False) for e in self.text.top(range(sign.last + 1, self.text.close(sign.last + 1, last)))]

    def stays(self, event: int, denier: Denier, sentence: int) -> bool:
        """Whether an event of another sentence is told there beside its denial."""
        if self.deniers.told_by_another(event, denier.holder, sentence):
            return True
        told = self.text.asked(event) or self.deniers.hearsay(event)
        return not (told or self.deniers.own_words(event, denier.holder))


@functools.cache
def saying_no(language: str) -> frozenset[str]:
    """The words by which somebody says no, or calls something untrue, some of which may be read as events."""
    pack = language_pack(language)
    denials = pack.denials
    verbs = (*denials.giving, *denials.calling, *denials.denying, *denials.rejecting)
    return frozenset((*verbs, *denials.nouns, *denials.untold, *pack.negation.untrue))
