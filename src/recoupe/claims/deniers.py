"""Who says no, and whether somebody else tells what is denied."""

from recoupe.claims.aims import Aims
from recoupe.claims.constructions import case_of
from recoupe.claims.participants import actor_at, can_act
from recoupe.claims.signs import FAR, QUOTES, Sign, is_told
from recoupe.claims.told import Text
from recoupe.languages import language_pack
from recoupe.model import Attribution, Span


class Deniers:
    """Finds who stands behind the signs of a report."""

    def __init__(self, text: Text, aims: Aims) -> None:
        self.text = text
        self.aims = aims

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
        start, end = self.text.tokens[sign.first].start, self.text.tokens[sign.last].end
        cued = [a for a in self.text.attributions if a.cue is not None and a.cue.start < end and start < a.cue.end]
        if cued:
            return min(cued, key=lambda a: (a.source is None, a.id))
        if sign.calling >= 0:
            at = self.text.tokens[sign.calling].start
            called = [a for a in self.text.attributions if a.cue is not None and a.cue.start <= at < a.cue.end]
            if called:
                return min(called, key=lambda a: (a.source is None, a.id))
        around = [a for a in self.text.attributions if any(c.start <= start < c.end for c in a.content)]
        around = [a for a in around if a.source is not None] or around
        return min(around, key=lambda a: (sum(c.end - c.start for c in a.content), a.id), default=None)

    def cued(self, sign: Sign, holder: Attribution | None) -> bool:
        """Whether a sign is the cue of an attribution."""
        start, end = self.text.tokens[sign.first].start, self.text.tokens[sign.last].end
        return holder is not None and holder.cue is not None and holder.cue.start < end and start < holder.cue.end

    def speaker(self, sign: Sign, first: int) -> int | None:
        """Who says no by the words of the sentence: the subject of the verb, in the passive its agent."""
        giver = self.giver(sign)
        if giver is not None:
            return giver
        verb = self.speaking(sign)
        if verb is None:
            return None
        agents = self.text.annotation.dependents(verb, "obl:agent") + [
            c
            for c in self.text.annotation.dependents(verb, "obl")
            if case_of(self.text.annotation, c) in {*language_pack(self.text.tokens[c].language).denials.by}
        ]
        group = [verb, *self.text.annotation.dependents(verb, "aux")]  # (`X a, de son côté, démenti F`)
        subjects = [s for k in group for s in self.text.annotation.dependents(k, "nsubj", "dislocated")]
        subjects = [] if self.text.passive(verb) else subjects
        if not agents and not subjects:
            subjects = self.of_governor(verb) or self.of_misread(verb)
        named = [s for s in (*agents, *subjects) if self.acts(s)]
        relative = self.aims.near.relative(sign, first) if sign.kind == "denying" else None
        opener = self.aims.near.taken_by(sign, first) if sign.kind in {"denying", "rejecting"} else None
        if opener is not None and self.aims.near.noun_before(opener, first) is not None:
            return next((k for k in range(opener + 1, sign.first) if self.acts(k)), None)
        if relative is not None:  # `, which the group denies`: the parse may take the verb for a noun
            named = [
                k for k in range(sign.first - 1, relative, -1) if can_act(self.text.tokens[k]) and k - relative > 1
            ] or named
        return self.antecedent(named[0]) if named else None

    def beside(self, sign: Sign, sentence: int) -> int | None:
        """Who says no in quotation marks that stand alone: whom the sentence before or behind is about.

        `X est catégorique. « Cela n'a pas eu lieu. »`, `« Je démens. » X n'a rien ajouté.`
        """
        first, _ = self.text.annotation.sentences[sentence]
        if not any(t.text in QUOTES for t in self.text.tokens[first : sign.first]):
            return None
        own = self.text.subject(sentence)
        if own is not None and own > sign.last and self.acts(own):
            return own  # `« Non » : X ne varie pas.`
        places = self.text.annotation.paragraph_of_sentence
        for k in (sentence - 1, sentence + 1, sentence + 2):
            if 0 <= k < len(self.text.annotation.sentences) and (not places or places[k] == places[sentence]):
                subject = self.text.subject(k)
                if subject is not None and (self.acts(subject) or self.text.tokens[subject].pos == "NOUN"):
                    return subject
        return None

    def of_governor(self, verb: int) -> list[int]:
        """The subjects of the verb that an infinitive hangs on (`X persiste à nier F`)."""
        for above in self.text.annotation.ancestors(verb):
            if self.text.tokens[above].pos not in {"VERB", "AUX"}:
                return []
            found = self.text.annotation.dependents(above, "nsubj")
            if found:
                return found
        return []

    def of_misread(self, verb: int) -> list[int]:
        """The noun before a verb of denial that the parse takes for a noun beside it, or hangs on it (`X, le dément`).

        In a heading the noun right before it is its subject, however the two are hung (`operator disputes claim`).
        """
        token, head = self.text.tokens[verb], self.text.tokens[self.text.tokens[verb].head]
        if token.has("VerbForm=Part"):
            return []
        hung = (
            head.i < verb
            and head.pos in {"NOUN", "PROPN"}
            and token.dep.split(":")[0] in {"conj", "appos", "xcomp", "nmod"}
        )
        if hung and not is_told(head):
            return [head.i]
        before = self.text.tokens[verb - 1]
        heading = token.sentence in self.text.annotation.headings and before.sentence == token.sentence
        bare = before.pos in {"NOUN", "PROPN"} and not is_told(before)
        return [before.i] if heading and bare and (token.pos != "VERB" or token.head == before.i) else []

    def acts(self, k: int) -> bool:
        """Whether a noun can act, or a name beside it tells who acts (`le receveur X`)."""
        token = self.text.tokens[k]
        if token.pos not in {"NOUN", "PROPN", "PRON"} or token.has("PronType=Dem") or token.has("Person=1"):
            return False  # `That was the answer`, `« Je démens »`
        return can_act(token) or actor_at(self.text.annotation, k, self.text.actors) is not None

    def giver(self, sign: Sign) -> int | None:
        """Whose a denial is that a noun tells without a verb (`Démenti catégorique de la mairie.`)."""
        nouns = language_pack(self.text.tokens[sign.first].language).denials.nouns
        node = next((k for k in range(sign.first, sign.last + 1) if self.text.tokens[k].norm in nouns), None)
        if node is None or self.text.tokens[node].head != node:
            return None
        whose = self.text.annotation.dependents(node, "nmod")
        return next((k for k in whose if can_act(self.text.tokens[k])), None)

    def antecedent(self, speaker: int) -> int:
        """For a pronoun that names nobody the subject before it in its sentence that does; else the token itself."""
        token = self.text.tokens[speaker]
        if token.pos != "PRON" or speaker in self.text.actors:
            return speaker
        first = self.text.annotation.sentences[token.sentence][0]
        clause = self.text.tokens[token.head]
        if token.has("PronType=Rel") and clause.dep.startswith("acl") and first <= clause.head < speaker:
            return clause.head  # `X, qui n'y voit qu'une fable`
        subjects = [k for k in range(speaker - 1, first - 1, -1) if self.text.tokens[k].dep.startswith("nsubj")]
        return next((k for k in subjects if actor_at(self.text.annotation, k, self.text.actors) is not None), speaker)

    def speaking(self, sign: Sign) -> int | None:
        """The verb whose subject says no: the sign itself, what brings it, or a verb of saying above or beside it."""
        if sign.kind in {"denying", "rejecting"}:
            return sign.node
        nouns = language_pack(self.text.tokens[sign.node].language).denials.nouns
        if sign.kind == "noun":
            return self.text.tokens[sign.node].head
        if sign.kind == "phrase":  # `a firm denial came from X`
            noun = next((k for k in range(sign.first, sign.last + 1) if self.text.tokens[k].lemma in nouns), None)
            verb = self.text.tokens[self.text.tokens[noun].head] if noun is not None else None
            if verb is not None and verb.pos == "VERB":
                return verb.i
        if sign.calling >= 0:
            return sign.calling
        beside = self.text.annotation.dependents(sign.node, "parataxis")
        for k in (sign.node, *self.text.annotation.ancestors(sign.node), *beside):
            if self.text.tokens[k].lemma in language_pack(self.text.tokens[k].language).reporting_verbs.verbs:
                return k
        return None

    def told_by_another(self, event: int, holder: Attribution | None, sentence: int) -> bool:
        """Whether somebody tells an event who is not the one that denies it.

        In the sentence of the denial itself who tells must be known (`on dit que F, X répond que non` tells nothing).
        """
        around = self.text.around(event)
        if holder is not None and (self.text.tokens[event].sentence != sentence or holder.answers_before):
            around = [
                a for a in around if a.id != holder.id
            ]  # (`X affirme que F. « Faux », répond Y` has F as its content)
        if holder is not None and any(a.id == holder.id or self.text.one_source(a, holder) for a in around):
            return False
        telling = [a for a in around if a.firmness not in {"denial", "refusal"} and not self.text.asks(a)]
        telling = [a for a in telling if self.charged_or_said(a)]
        if self.text.tokens[event].sentence == sentence:
            telling = [a for a in telling if a.actor is not None or a.source is None]
        return bool(telling)

    def affirms(self, event: int, holder: Attribution | None, actor: str | None, sentence: int) -> bool:
        """Whether who says no in a sentence affirms an event in another one (`X said that F. "That is wrong," he added.`)."""
        if self.text.tokens[event].sentence == sentence or self.hearsay(event):
            return False
        told = [a for a in self.text.around(event) if a.firmness not in {"denial", "refusal"} and not self.text.asks(a)]
        return any(self.charged_or_said(a) and self.by(a, holder, actor) for a in told)

    def negates(self, sentence: int, holder: Attribution | None, actor: str | None) -> bool:
        """Whether who says no says in a sentence that something was not (`X said that it had sent no shells.`)."""
        tokens = range(*self.text.annotation.sentences[sentence])
        negated = [k for k in tokens if k in self.text.events and not self.text.events[k].polarity]
        return any(self.by(a, holder, actor) for k in negated for a in self.text.around(k))

    def parties(self, holder: Attribution | None, actor: str | None, speaker: int | None = None) -> frozenset[str]:
        """Who says no, and who is named beside them as whose they are (`le porte-parole de la mairie de X`).

        speaker: the token of who says no, where no attribution tells.
        """
        source = holder.source if holder is not None else None
        inside = [t.i for t in self.text.annotation.within(source)] if source is not None else []
        inside += self.text.annotation.subtree(speaker) if speaker is not None else []
        named = map(self.text.actors.get, inside)
        return frozenset(a for a in (*named, actor) if a is not None)

    def by(self, own: Attribution, holder: Attribution | None, actor: str | None) -> bool:
        """Whether an attribution is of who says no, and not the one whose words say it."""
        if holder is not None and own.id == holder.id:
            return False
        return (actor is not None and own.actor == actor) or (holder is not None and self.text.one_source(own, holder))

    def own_words(self, event: int, holder: Attribution | None) -> bool:
        """Whether an event stands in words of the one who denies it (`« On dit que F. C'est faux »`)."""
        return holder is not None and any(self.text.one_source(a, holder) for a in self.text.around(event))

    def admitted(self, event: int, sign: Sign, holder: Attribution | None, speaker: int | None) -> bool:
        """Whether who says no affirms an event beside the denial (`X admet avoir reçu N, mais persiste à nier toute faute`)."""
        actor = actor_at(self.text.annotation, speaker, self.text.actors) if speaker is not None else None
        at, said = self.text.tokens[speaker].start if speaker is not None else -1, self.text.tokens[sign.first].start
        one_sentence = self.text.tokens[sign.first].sentence == self.text.tokens[event].sentence
        for own in self.text.around(event):
            if own.firmness in {"denial", "refusal"} or self.text.asks(own) or not self.text.events[event].polarity:
                continue
            if any(c.start <= said < c.end for c in own.content):
                continue  # (`« On dit que F : c'est faux », dit X`)
            if one_sentence and own.source is None and holder is None and actor is None and own.cue is not None:
                return True  # nobody else is known to speak (elsewhere the report does: `On dit que F. C'est faux.`)
            named = own.source is not None and own.source.start <= at < own.source.end
            if (
                named
                or (actor is not None and own.actor == actor)
                or (holder is not None and self.text.one_source(own, holder))
            ):
                return True
        return False

    def charged_or_said(self, own: Attribution) -> bool:
        """Whether an attribution has a source of its own, or charges somebody; no noun of what is said alone."""
        if own.cue is not None and self.of_content(own.cue):
            return False
        if own.source is None:
            verbal = own.cue is not None and not self.noun_at(own.cue.start)
            return verbal and (own.firmness == "hedged" or self.was_told(own))
        return not self.noun_at(own.source.start, own.source.end) and not self.anybody(own.source)

    def was_told(self, own: Attribution) -> bool:
        """Whether a passive tells that something was reported once, by whom it does not tell (`it was reported that F`).

        What is said at any time (`it is said that F`) is nobody's word.
        """
        cue = own.cue
        inside = [t.i for t in self.text.annotation.within(cue)] if cue is not None else []
        verb = next((k for k in reversed(inside) if self.text.tokens[k].pos == "VERB"), None)
        if verb is None or not self.text.passive(verb):
            return False
        return self.text.been(verb) or self.text.tokens[self.text.auxiliary(verb)].has("Tense=Past")

    def of_content(self, cue: Span) -> bool:
        """Whether a cue only opens what a noun of what is said tells (`une rumeur née au marché selon laquelle F`)."""
        at = next((t.i for t in self.text.tokens if t.start >= cue.start), None)
        if at is None:
            return False
        first = self.text.annotation.sentences[self.text.tokens[at].sentence][0]
        end = min(at + FAR, len(self.text.tokens))
        nouns = [k for k in range(first, at) if is_told(self.text.tokens[k])]
        return any(self.aims.near.clause_behind(k, end) == at for k in nouns)

    def anybody(self, source: Span) -> bool:
        """Whether a source is a pronoun that points at nobody (`ceux qui disent que F`, `those who say that F`)."""
        words = [t for t in self.text.tokens if source.start <= t.start < source.end]
        return (
            bool(words)
            and words[0].has("PronType=Dem")
            and words[0].pos in {"PRON", "DET"}
            and all(t.pos != "PROPN" for t in words)
        )

    def hearsay(self, event: int) -> bool:
        """Whether an event is told as what is said by nobody known (`On dit que F`)."""
        around = self.text.around(event)
        return bool(around) and all(self.text.asks(a) or not self.charged_or_said(a) for a in around)

    def noun_at(self, start: int, end: int | None = None) -> bool:
        """Whether the head of a span is a noun of what is said."""
        stop = end if end is not None else start + 1
        inside = [t for t in self.text.tokens if start <= t.start < stop]
        heads = [t for t in inside if t.head == t.i or not start <= self.text.tokens[t.head].start < stop]
        return any(is_told(t) for t in heads if t.pos == "NOUN")
