"""What the words that say no deny: an event of their own sentence, or what the text tells before it.

`X rejette l'accusation selon laquelle F`, `F ? Jamais de la vie, dit X`, `Y affirme que F. X dément.`
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.found import OTHER, FoundEvent
from recoupe.claims.participants import actor_at, can_act, case_of
from recoupe.claims.signs import COPULAS, FAR, QUOTES, Sign, in_order, is_told, signs
from recoupe.languages import LanguagePack, language_pack, shared_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution

BACK = 3  # sentences that are looked back for what a denial answers
FURTHER_BACK = 6  # for one that takes it up by a noun of what is said
PRONOUNS = {"PRON"}
OPENERS = {"ccomp", "xcomp", "csubj", "acl", "advcl"}
CARRIED_ON = ("conj", "advcl", "parataxis")
LINK = 3  # tokens from a noun of what is said to what opens its content


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


def denied_events(
    annotation: Annotation,
    found: Sequence[FoundEvent],
    attributions: Sequence[Attribution],
    actors: Mapping[int, str],
) -> dict[int, list[Denied]]:
    """What is denied by words beside it, by the event's token. An event negated by itself is not looked for here."""
    text = Text(annotation, found, attributions, actors)
    made: dict[int, list[Denied]] = {}
    for sentence in range(len(annotation.sentences)):
        for sign in signs(annotation, sentence):
            for denied in text.answered(sign, sentence):
                known = made.setdefault(denied.event, [])
                if not any(text.sentence_of(d) == sentence for d in known):
                    known.append(denied)  # one sentence denies an event once, in however many words
    return made


class Text:
    """A report's events and contents, as far as words that say no need them."""

    def __init__(
        self,
        annotation: Annotation,
        found: Sequence[FoundEvent],
        attributions: Sequence[Attribution],
        actors: Mapping[int, str],
    ) -> None:
        self.actors = actors
        self.annotation = annotation
        self.tokens = annotation.tokens
        self.events = {e.token: e for e in found}
        self.attributions = attributions
        self.denied: dict[int, list[int]] = {}  # by sentence the events that are denied there

    def sentence_of(self, denied: Denied) -> int:
        """The sentence of the words that deny."""
        return self.tokens[denied.words[0]].sentence

    # what is told in a sentence

    def matters(self, sentence: int) -> list["Matter"]:
        """What a sentence says that somebody says, asks or spreads: contents of attributions, of verbs and nouns, topics."""
        first, last = self.annotation.sentences[sentence]
        found = []
        for own in self.attributions:
            if own.cue is None or own.firmness == "refusal":
                continue
            inside = {t.i for t in self.tokens[first:last] if any(c.start <= t.start < c.end for c in own.content)}
            if inside:
                cue = own.cue
                at = next((t.i for t in self.tokens[first:last] if cue.start <= t.start < cue.end), -1)
                found.append(Matter(at, frozenset(inside), own))
        for token in self.tokens[first:last]:
            pack = language_pack(token.language)
            reports = token.lemma in pack.reporting_verbs.verbs and token.pos == "VERB"
            for child in self.annotation.children[token.i]:
                dep = self.tokens[child].dep.split(":")[0]
                opened = (reports or is_told(token)) and dep in OPENERS and child > token.i
                about = dep in {"obl", "nmod", "advcl"} and self.is_topic(child, token, pack)
                carried = is_told(token) and dep == "nmod" and child in self.events
                if opened or about or carried:
                    found.append(Matter(token.i, frozenset(self.annotation.subtree(child)), None))
            if token.pos == "VERB" and token.norm in pack.denials.topics:
                found.append(Matter(token.head, frozenset(self.annotation.subtree(token.i)), None))
        return found

    def is_topic(self, child: int, governor: Token, pack: LanguagePack) -> bool:
        """Whether a phrase tells what a question, a saying or a denial is about: `au sujet de N`, `said of N`."""
        case = [self.tokens[c] for c in self.annotation.dependents(child, "case")]
        words = {t.norm for c in case for t in (c, *(self.tokens[f] for f in self.annotation.dependents(c.i, "fixed")))}
        if words & set(pack.denials.topics):
            return True
        verb = pack.reporting_verbs.verbs.get(governor.lemma)
        about = {*pack.denials.near_topics, *(t.removesuffix("+noun") for t in (verb.takes if verb else ()))}
        bare = governor.lemma in pack.denials.nouns or verb is not None
        return bare and any(c.lemma in about or c.norm in about for c in case)

    def top(self, region: Sequence[int], verbs_first: bool = True) -> list[int]:
        """The events of a region that no other event there governs, with those that go on with them."""
        inside = [k for k in in_order(region) if k in self.events and not is_told(self.tokens[k]) and self.said(k)]
        kept: list[int] = []
        for k in inside:
            above = next((a for a in self.annotation.ancestors(k) if a in inside), None)
            if above is None or (self.tokens[k].dep.startswith(CARRIED_ON) and self.tokens[k].head == above):
                kept.append(k)
        verbal = [k for k in kept if not self.events[k].nominal]
        return verbal if verbal and verbs_first else kept

    def said(self, k: int) -> bool:
        """Whether an event is affirmed where it stands and tells of a happening."""
        event = self.events[k]
        return event.polarity and (event.class_ == OTHER or not shared_pack().event_classes.classes[event.class_].state)

    # what a sign answers

    def answered(self, sign: Sign, sentence: int) -> list[Denied]:
        """The events that a sign denies."""
        first, last = self.annotation.sentences[sentence]
        aim = self.aim(sign, first, last)
        if aim is None:
            return []
        holder, speaker = self.who(sign, first)
        if aim.events:
            self.denied.setdefault(sentence, []).extend(aim.events)
            return [
                Denied(e, aim.words, holder, speaker, self.told_by_another(e, holder, sentence)) for e in aim.events
            ]
        spoken = holder is not None or speaker is not None
        if not aim.back or (sign.kind == "phrase" and not spoken):
            return []  # nobody says so: it may be said of anything
        taken_up = aim.nouns or any(self.tokens[k].pos == "PRON" for k in range(aim.words[0], aim.words[1] + 1))
        actor = actor_at(self.annotation, speaker, self.actors) if speaker is not None else None
        denier = Denier(holder, actor if actor is not None else holder.actor if holder is not None else None)
        told = self.before(sentence, denier, aim.nouns, taken_up)
        if not told and not aim.nouns:
            told = self.behind(sentence, denier)
        return [Denied(e, aim.words, holder, speaker, apart) for e, apart in told]

    def aim(self, sign: Sign, first: int, last: int) -> "Aim | None":
        """What a sign is said of, as far as its own sentence tells."""
        if sign.kind in {"denying", "rejecting"}:
            return self.of_verb(sign, first, last)
        if sign.kind == "untrue" or (sign.kind == "phrase" and sign.calling >= 0):
            aim = self.of_untruth(sign, first, last)
            if aim is not None or sign.kind == "untrue":
                return aim
        if sign.kind == "disbelief":
            events = self.top(range(sign.last + 1, self.close(sign.last + 1, last)))
            return Aim(events, (sign.first, sign.last), False) if events else None
        if sign.kind == "noun":
            events = self.told_here(sign, first, last) or self.top(
                range(sign.last + 1, self.close(sign.last + 1, last))
            )
            return Aim(events, (sign.first, sign.last), not events)
        return self.of_phrase(sign, first, last)

    def of_verb(self, sign: Sign, first: int, last: int) -> "Aim | None":
        """`nie avoir F`, `rejects the claim that F`, `denied any involvement`, `which he denies`, `is denied by`."""
        words = (sign.first, sign.last)
        relative = self.relative(sign, first)
        if relative is not None:
            events = self.told_before(relative, first) or self.top(range(first, relative))
            return Aim(events[-1:], (relative, sign.last), False) if events else None
        if self.passive(sign.node):
            return self.of_subject(sign, first, self.auxiliary(sign.node))
        head = self.object_of(sign, last)
        if head is None:
            clitic = sign.first > first and self.tokens[sign.first - 1].norm in {"le", "la", "les", "l'"}
            if sign.kind == "denying":
                return Aim(self.told_here(sign, first, last), words, True)
            return Aim([], words, True, nouns=True) if clitic else None
        token = self.tokens[head]
        pack = language_pack(token.language)
        if is_told(token):
            return self.of_told(head, self.close(head + 1, last), (sign.first, head))
        if token.pos == "SCONJ" or (token.pos in {"VERB", "AUX"} and sign.kind == "denying"):
            events = self.top(range(head, self.close(head, last)))
            return Aim(events, words, False) if events else None
        verb = pack.reporting_verbs.verbs.get(self.tokens[sign.node].lemma)
        objects = verb is not None and "object" in verb.takes
        if sign.kind == "rejecting" and not (
            objects and head in self.events and token.lemma not in pack.denials.shares
        ):
            demonstrative = token.pos == "PRON" and (
                "PronType=Dem" in token.morph or token.norm in {"it", "this", "that"}
            )
            return Aim([], (sign.first, head), True, nouns=True) if demonstrative else None
        if token.lemma in pack.denials.shares:
            if any(k in self.events for k in self.annotation.subtree(head) if k != head):
                return Aim(self.top([k for k in self.annotation.subtree(head) if k != head]), (sign.first, head), False)
            return Aim(self.told_here(sign, first, last), (sign.first, head), True)
        if token.pos == "PRON":
            return Aim(self.told_here(sign, first, last), (sign.first, head), True)
        return Aim([head], (sign.first, head), False) if head in self.events and self.said(head) else None

    def of_subject(self, sign: Sign, first: int, end: int) -> "Aim | None":
        """What is said of the subject before a sign: `reports that F are baseless`, `the claim was rejected`, `it is false`."""
        for k in range(end - 1, first - 1, -1):
            token = self.tokens[k]
            if is_told(token) and token.pos == "NOUN":
                return self.of_told(k, end, (k, sign.last))
        subject = self.tokens[end - 1] if end > first else None
        if subject is not None and subject.pos == "PRON":
            told = self.ahead(end - 1, first) or self.told_here(
                sign, first, self.annotation.sentences[subject.sentence][1]
            )
            return Aim(told, (end - 1, sign.last), True)
        if sign.kind in {"denying", "untrue"}:
            above = self.annotation.dependents(sign.node, "nsubj", "csubj")
            events = self.top([k for s in above for k in self.annotation.subtree(s) if k < end])
            return Aim(events, (sign.first, sign.last), False) if events else None
        return None

    def of_untruth(self, sign: Sign, first: int, last: int) -> "Aim | None":
        """What a word of untruth is said of."""
        words = (sign.first, sign.last)
        behind = next(
            (k for k in range(sign.last + 1, min(last, sign.last + LINK + 1)) if is_told(self.tokens[k])), None
        )
        if behind is not None:
            aim = self.of_told(behind, self.close(behind + 1, last), (sign.first, behind))
            return aim if aim is not None and (aim.events or sign.calling >= 0) else None
        if sign.calling < 0:
            copula = next(k for k in range(sign.first - 1, first - 1, -1) if self.tokens[k].lemma in COPULAS)
            return self.of_subject(sign, first, copula)
        if self.passive(sign.calling):
            return self.of_subject(sign, first, self.auxiliary(sign.calling))
        between = range(sign.calling + 1, sign.first)
        told = next((k for k in between if is_told(self.tokens[k])), None)
        if told is not None:
            return self.of_told(told, sign.first, (sign.calling, sign.last))
        events = self.top(between, verbs_first=False)
        if events:
            return Aim(events, (sign.calling, sign.last), False)
        bare = all(self.tokens[k].pos in {"DET", "ADJ", "ADP", "PRON", "ADV", "SCONJ", "PUNCT"} for k in between)
        if not bare or self.tokens[sign.first].pos not in {"NOUN", "ADJ", "VERB"}:
            return None
        spoken = self.tokens[sign.first].pos == "NOUN" or any(self.tokens[k].pos == "PRON" for k in between)
        return Aim(self.told_here(sign, first, last), (sign.calling, words[1]), True) if spoken else None

    def of_phrase(self, sign: Sign, first: int, last: int) -> "Aim | None":
        """What a phrase or an answer says no to: what is told beside it, else before."""
        words = (sign.first, sign.last)
        if sign.kind == "phrase":
            for k in range(sign.last + 1, min(last, sign.last + FAR)):
                if is_told(self.tokens[k]):
                    return self.of_told(k, self.close(k + 1, last), (sign.first, k))
                if self.tokens[k].pos in {"VERB", "PUNCT"}:
                    break
            for k in range(sign.first - 1, first - 1, -1):
                if self.tokens[k].text in {".", ";", ":", "?"}:
                    break
                if is_told(self.tokens[k]) and self.tokens[k].pos == "NOUN":
                    aim = self.of_told(k, sign.first, (k, sign.last))
                    if aim is not None:
                        return aim
            ahead = self.ahead(sign.first, first)
            if ahead:
                return Aim(ahead, words, False)
            node = next((a for a in (sign.node, *self.annotation.ancestors(sign.node)) if self.subjects(a)), None)
            if node is not None and sign.first <= node:
                events = self.top(
                    [k for s in self.subjects(node) for k in self.annotation.subtree(s) if k < sign.first]
                )
                if events:
                    return Aim(events, words, False)
        return Aim(self.told_here(sign, first, last), words, True)

    def ahead(self, pronoun: int, first: int) -> list[int]:
        """The events of what a pronoun behind a comma takes up (`F, ce n'est pas vrai`)."""
        token = self.tokens[pronoun]
        taking = token.pos == "PRON" and ("PronType=Dem" in token.morph or token.lemma in {"ce", "it", "that"})
        if not taking or pronoun - 1 <= first or self.tokens[pronoun - 1].text != ",":
            return []
        start = next(
            (k + 1 for k in range(pronoun - 2, first - 1, -1) if self.tokens[k].text in {":", ";", *QUOTES}), first
        )
        return self.top(range(start, pronoun - 1))

    def subjects(self, node: int) -> list[int]:
        """The subjects of a predicate."""
        return self.annotation.dependents(node, "nsubj", "csubj")

    def of_told(self, noun: int, end: int, words: tuple[int, int]) -> "Aim | None":
        """What a noun of what is said stands for: its content up to a token, else what the text told before."""
        opener = next((k for k in range(noun + 1, min(end, noun + LINK)) if self.opens(k)), None)
        if opener is None:
            return Aim([], words, True, nouns=True)
        events = self.top(range(opener, end))
        if events:
            return Aim(events, words, False)
        named = [self.tokens[k] for k in range(opener + 1, end)]
        speaker = next((t for t in named if t.pos in {"NOUN", "PROPN"}), None)
        return Aim([], words, True, nouns=True) if speaker is not None and can_act(speaker) else None

    def opens(self, k: int) -> bool:
        """Whether a token opens the content of a noun: a conjunction, a preposition, a relative."""
        token = self.tokens[k]
        return token.pos in {"SCONJ", "ADP"} or "PronType=Rel" in token.morph or token.norm in {"that", "que", "qu'"}

    def told_here(self, sign: Sign, first: int, last: int) -> list[int]:
        """The events of what a sign's own sentence says that somebody says, asks or spreads, at the sign's level."""
        sentence = self.tokens[sign.first].sentence
        own = set(range(sign.first, sign.last + 1))
        matters = [m for m in self.matters(sentence) if not m.tokens & own and m.opener not in own]
        level = [
            m
            for m in matters
            if not any(
                m.opener in o.tokens and m.tokens <= o.tokens and o is not m and not o.tokens & own for o in matters
            )
        ]
        asked = max((k for k in range(first, sign.first) if self.tokens[k].text == "?"), default=None)
        region = [k for m in level for k in m.tokens] + (list(range(first, asked)) if asked is not None else [])
        return self.top(region)

    def told_before(self, end: int, first: int) -> list[int]:
        """The events of what a sentence says that somebody says before a token."""
        matters = self.matters(self.tokens[first].sentence)
        return self.top([k for m in matters for k in m.tokens if k < end])

    def before(self, sentence: int, denier: "Denier", nouns: bool, taken_up: bool) -> list[tuple[int, bool]]:
        """What the sentences before tell that a sign answers, each with whether it stands beside the denial.

        Something said, asked or denied there; what the report itself tells only where the denial takes it up by a noun or
        pronoun, or where who denies takes part in it.
        """
        for k in range(sentence - 1, max(-1, sentence - 1 - (FURTHER_BACK if nouns else BACK)), -1):
            if not self.near(k, sentence):
                break
            first, last = self.annotation.sentences[k]
            matters = [m for m in self.matters(k) if not nouns or self.is_said(m)]
            told = self.denied.get(k) or self.top([t for m in matters for t in m.tokens])
            own = self.top(range(first, last))
            events = told or [e for e in own if taken_up or self.asked(e) or self.takes_part(denier.actor, e)]
            events = [e for e in events if self.events[e].fillers and not (nouns and self.asked(e))]
            if events:
                return [(e, self.stays(e, denier, sentence)) for e in events]
            if own and not nouns:
                break
        return []

    def behind(self, sentence: int, denier: "Denier") -> list[tuple[int, bool]]:
        """What the next sentence says that is said or asked, for a denial that answers nothing before it."""
        after, places = sentence + 1, self.annotation.paragraph_of_sentence
        if after >= len(self.annotation.sentences) or (places and places[after] != places[sentence]):
            return []
        events = self.top([t for m in self.matters(after) for t in m.tokens])
        return [(e, self.stays(e, denier, sentence)) for e in events if self.events[e].fillers]

    def near(self, one: int, other: int) -> bool:
        """Whether two sentences stand in one paragraph or in two that follow each other."""
        places = self.annotation.paragraph_of_sentence
        return not places or abs(places[one] - places[other]) <= 1

    def stays(self, event: int, denier: "Denier", sentence: int) -> bool:
        """Whether an event of another sentence is told there beside its denial."""
        if self.told_by_another(event, denier.holder, sentence):
            return True
        return not (self.asked(event) or self.own_words(event, denier.holder))

    def takes_part(self, actor: str | None, event: int) -> bool:
        """Whether an actor takes part in an event."""
        return actor is not None and any(actor == a for _, a in self.events[event].fillers.values())

    def is_said(self, matter: "Matter") -> bool:
        """Whether a matter is something said, not asked or left open."""
        verb = language_pack(self.tokens[matter.opener].language).reporting_verbs.verbs.get(
            self.tokens[matter.opener].lemma
        )
        return verb is None or verb.class_ not in {"question", "request", "refusal"}

    def own_words(self, event: int, holder: Attribution | None) -> bool:
        """Whether an event stands in words of the one who denies it (`« On dit que F. C'est faux »`)."""
        start = self.tokens[event].start
        around = [a for a in self.attributions if any(c.start <= start < c.end for c in a.content)]
        return holder is not None and any(self.one_source(a, holder) for a in around)

    def asked(self, event: int) -> bool:
        """Whether an event is only asked about."""
        return self.events[event].realis == "hypothetical"

    # who says so

    def who(self, sign: Sign, first: int) -> tuple[Attribution | None, int | None]:
        """The attribution whose words say no; where there is none of these words themselves, the token of who says no."""
        holder = self.holder_of(sign)
        if sign.kind in {"denying", "rejecting", "noun"} and not self.cued(sign, holder):
            speaker = self.speaker(sign, first)
            return (None, speaker) if speaker is not None else (holder, None)
        named = holder is not None and holder.source is not None
        return holder, None if named else self.speaker(sign, first)

    def holder_of(self, sign: Sign) -> Attribution | None:
        """The attribution whose cue or content holds a sign: that of the sign itself, else the innermost around it."""
        start, end = self.tokens[sign.first].start, self.tokens[sign.last].end
        cued = [a for a in self.attributions if a.cue is not None and a.cue.start < end and start < a.cue.end]
        if cued:
            return min(cued, key=lambda a: (a.source is None, a.id))
        if sign.calling >= 0:
            at = self.tokens[sign.calling].start
            called = [a for a in self.attributions if a.cue is not None and a.cue.start <= at < a.cue.end]
            if called:
                return min(called, key=lambda a: (a.source is None, a.id))
        around = [a for a in self.attributions if any(c.start <= start < c.end for c in a.content)]
        around = [a for a in around if a.source is not None] or around
        return min(around, key=lambda a: (sum(c.end - c.start for c in a.content), a.id), default=None)

    def cued(self, sign: Sign, holder: Attribution | None) -> bool:
        """Whether a sign is the cue of an attribution."""
        start, end = self.tokens[sign.first].start, self.tokens[sign.last].end
        return holder is not None and holder.cue is not None and holder.cue.start < end and start < holder.cue.end

    def speaker(self, sign: Sign, first: int) -> int | None:
        """Who says no by the words of the sentence: the subject of the verb, in the passive its agent."""
        verb = self.speaking(sign)
        if verb is None:
            return None
        agents = self.annotation.dependents(verb, "obl:agent") + [
            c
            for c in self.annotation.dependents(verb, "obl")
            if case_of(self.annotation, c) in {*language_pack(self.tokens[c].language).events.by, "from"}
        ]
        subjects = [] if self.passive(verb) else self.annotation.dependents(verb, "nsubj", "dislocated")
        named = [s for s in (*agents, *subjects) if can_act(self.tokens[s])]
        relative = self.relative(sign, first) if sign.kind == "denying" else None
        if relative is not None:  # `, which the group denies`: the parse may take the verb for a noun
            named = [
                k for k in range(sign.first - 1, relative, -1) if can_act(self.tokens[k]) and k - relative > 1
            ] or named
        return named[0] if named else None

    def speaking(self, sign: Sign) -> int | None:
        """The verb whose subject says no: the sign itself, what brings it, or a verb of saying above or beside it."""
        if sign.kind in {"denying", "rejecting"}:
            return sign.node
        if sign.kind == "noun":
            return self.tokens[sign.node].head
        if sign.calling >= 0:
            return sign.calling
        beside = self.annotation.dependents(sign.node, "parataxis")
        for k in (sign.node, *self.annotation.ancestors(sign.node), *beside):
            if self.tokens[k].lemma in language_pack(self.tokens[k].language).reporting_verbs.verbs:
                return k
        return None

    def told_by_another(self, event: int, holder: Attribution | None, sentence: int) -> bool:
        """Whether somebody tells an event who is not the one that denies it.

        In the sentence of the denial itself who tells must be known (`on dit que F, X répond que non` tells nothing).
        """
        start = self.tokens[event].start
        around = [a for a in self.attributions if any(c.start <= start < c.end for c in a.content)]
        if holder is not None and any(a.id == holder.id or self.one_source(a, holder) for a in around):
            return False
        telling = [a for a in around if a.firmness not in {"denial", "refusal"} and self.charged_or_said(a)]
        if self.tokens[event].sentence == sentence:
            telling = [a for a in telling if a.actor is not None or a.source is None]
        return bool(telling)

    def one_source(self, a: Attribution, b: Attribution) -> bool:
        """Whether two attributions are of one actor."""
        return a.actor is not None and a.actor == b.actor

    def charged_or_said(self, own: Attribution) -> bool:
        """Whether an attribution has a source of its own, or charges somebody; no noun of what is said alone."""
        if own.source is None:
            return own.cue is not None and not self.noun_at(own.cue.start) and own.firmness == "hedged"
        return not self.noun_at(own.source.start, own.source.end)

    def noun_at(self, start: int, end: int | None = None) -> bool:
        """Whether the head of a span is a noun of what is said."""
        stop = end if end is not None else start + 1
        return any(is_told(t) for t in self.tokens if start <= t.start < stop and t.pos == "NOUN")

    # constructions

    def close(self, start: int, last: int) -> int:
        """Where a content that begins at a token ends: at a colon, semicolon or the end of the sentence."""
        return next((k for k in range(start, last) if self.tokens[k].text in {";", ":"}), last)

    def passive(self, verb: int) -> bool:
        """Whether a participle stands behind a form of be."""
        own = self.tokens[verb]
        auxiliary = self.auxiliary(verb) != verb
        active = any(self.tokens[k].lemma in {"avoir", "have"} for k in range(self.auxiliary(verb), verb) if k != verb)
        return auxiliary and own.pos in {"VERB", "ADJ"} and not (active and not self.been(verb))

    def been(self, verb: int) -> bool:
        """Whether `été`, `been` or `being` stands before a participle."""
        return any(t.norm in {"été", "been", "being"} for t in self.tokens[max(0, verb - 3) : verb])

    def auxiliary(self, verb: int) -> int:
        """The first auxiliary of a participle, else itself."""
        group = [c for c in self.annotation.dependents(verb, "aux", "cop") if c < verb]
        copulas = [c for c in group if self.tokens[c].lemma in COPULAS]
        return min(group) if copulas else verb

    def relative(self, sign: Sign, first: int) -> int | None:
        """Where `which` or `ce que` takes up the clause before a sign (`, ce qu'il nie`, `, which he denies`)."""
        for k in range(sign.first - 1, max(first, sign.first - FAR) - 1, -1):
            token = self.tokens[k]
            if token.text in ENDS_OF_CLAUSE:
                return None
            if token.norm == "which" and not any(self.nominal(n) for n in range(k + 1, sign.first)):
                return None  # `which denies`: the subject
            if token.norm == "which" or (token.norm in {"que", "qu'"} and self.tokens[k - 1].norm == "ce"):
                return k if token.norm == "which" else k - 1
        return None

    def nominal(self, k: int) -> bool:
        """Whether a token can be a subject."""
        return self.tokens[k].pos in {"NOUN", "PROPN", "PRON"}

    def object_of(self, sign: Sign, last: int) -> int | None:
        """The head of what stands behind a verb: a noun or pronoun, or the verb or conjunction that opens a clause.

        Words between dashes, adverbs and a phrase of manner (`dément avec fermeté`) are passed over.
        """
        pack = language_pack(self.tokens[sign.first].language)
        k, dashed, stop = sign.last + 1, False, min(last, sign.last + 3 * FAR)
        while k < stop:
            token = self.tokens[k]
            paired = token.pos == "CCONJ" and self.tokens[k - 1].pos == "ADV"  # purement et simplement
            if token.text in DASHES:
                dashed = not dashed
            elif dashed or paired or token.text in QUOTES or token.pos in {"DET", "ADJ", "ADV", "NUM", "PART"}:
                pass
            elif (
                token.pos in {"NOUN", "PROPN", "PRON", "VERB", "AUX", "SCONJ"}
                and token.norm not in pack.settings.predicate_marks
            ):
                return k
            elif token.pos == "ADP" and token.lemma in pack.denials.manner and token.head > k:
                k = token.head
            elif token.lemma not in pack.denials.against and token.norm not in pack.settings.predicate_marks:
                return None
            k += 1
        return None


@dataclass(frozen=True)
class Denier:
    """Who says no: the attribution of the words, if one is known, and the actor."""

    holder: Attribution | None
    actor: str | None


DASHES = {"–", "—", "-"}
ENDS_OF_CLAUSE = {".", ";", ":", "?"}


@dataclass(frozen=True)
class Matter:
    """What a sentence says that is said, asked or spread: its tokens, the token that opens it, its attribution."""

    opener: int
    tokens: frozenset[int]
    attribution: Attribution | None


@dataclass(frozen=True)
class Aim:
    """What a sign is said of: events of its sentence, or (`back`) what is told before. words: the sign with what it names.

    nouns: a noun of what is said takes it up.
    """

    events: Sequence[int]
    words: tuple[int, int]
    back: bool
    nouns: bool = False
