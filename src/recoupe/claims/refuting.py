"""What the words that say no in a sentence deny, where its grammar does not show it: read as the words stand.

A sentence that holds words of denial, and tells an event only as what somebody may say or speak of, denies that event:
`« La fable » de N, sourit X`, `X has but one word for the story that F: nonsense`. What it tells on anybody's word or its
own stays as it is.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from recoupe.claims.deniers import Deniers
from recoupe.claims.found import OTHER
from recoupe.claims.left_open import BESIDE, only_told, reaches, told_runs
from recoupe.claims.participants import actor_at, can_act
from recoupe.claims.runs import BREAKS, Table, runs
from recoupe.claims.signs import Sign, held_to, is_told
from recoupe.claims.told import Text
from recoupe.languages import language_pack
from recoupe.linguistics import Token
from recoupe.model import Attribution

SURE = {"phrase", "answer", "untrue", "denying", "noun"}  # kinds of signs that say no to whatever is told
SCOFFING = {"untold", "rejecting"}  # those that say so only of what a noun or clause tells as said
ASIDE = 14  # tokens of a clause set between two commas
OTHERS = 2  # the rank of who is no subject or agent
SPEAKERS = {"NOUN", "PROPN", "PRON"}


@dataclass(frozen=True)
class Refuted:
    """An event that a sentence denies: its token, the words that say so, and who does, as in `Denied`; nobody is known
    where both holder and speaker are `None`.
    """

    event: int
    words: tuple[int, int]
    holder: Attribution | None
    speaker: int | None


class Refuting:
    """Finds what the words of a sentence that say no deny, wherever they stand."""

    def __init__(self, text: Text, deniers: Deniers) -> None:
        self.text = text
        self.deniers = deniers

    def refuted(self, sentence: int, found: Sequence[Sign], known: Collection[int]) -> list[Refuted]:
        """The events of a sentence that its words deny. found: the signs in it; known: the events that they show as denied."""
        first, last = self.text.annotation.sentences[sentence]
        inside = [k for k in range(first, last) if k in self.text.events and not self.text.describes(k)]
        inside = [k for k in inside if k not in known]
        made: dict[int, Refuted] = {}
        for sign, reached in self.aimed(inside, found, first, last, [k for k in range(first, last) if k in known]):
            for k in self.highest(reached, sign):
                if k in made or self.affirmed(k, (sign.first, sign.last)):
                    continue
                holder, speaker = self.deniers.who(sign, first)
                made[k] = Refuted(k, (sign.first, sign.last), *self.denier(k, holder, speaker, sentence))
        tells = any(self.text.events[k].class_ != OTHER for k in inside)
        return list(made.values()) or ([] if tells else self.replied(sentence))

    def replied(self, sentence: int) -> list[Refuted]:
        """What the question right before a sentence tells as said, where the sentence says no and tells nothing itself.

        `Dire que F ? Ce serait travestir la vérité, rectifie X.`
        """
        if sentence == 0 or not self.asks(sentence - 1):
            return []
        first, last = self.text.annotation.sentences[sentence]
        before = range(*self.text.annotation.sentences[sentence - 1])
        asked = [k for k in before if k in self.text.events]
        told = self.text.top([k for k in asked if only_told(self.text.annotation, self.text.tokens[k])])
        found = []
        for sign in (*self.runs_of("refuting", first, last), *self.runs_of("scoffing", first, last)):
            holder, speaker = self.deniers.who(sign, first)
            answered = (Refuted(k, (sign.first, sign.last), *self.denier(k, holder, speaker, sentence)) for k in told)
            found += [r for r in answered if r.holder is not None or r.speaker is not None]
            if found:
                break
        return found

    def asks(self, sentence: int) -> bool:
        """Whether a sentence is a question."""
        first, last = self.text.annotation.sentences[sentence]
        return any(t.text == "?" for t in self.text.tokens[max(first, last - 3) : last])

    def highest(self, reached: Sequence[int], sign: Sign) -> list[int]:
        """The events among some that nothing but a sign negates, and that no other one of them governs."""
        words = self.text.annotation.span(sign.first, sign.last)
        outside = [k for k in reached if not sign.first <= k <= sign.last]
        affirmed = self.text.top([k for k in outside if self.text.events[k].polarity], verbs_first=False)
        negated = [k for k in outside if not self.text.events[k].polarity]
        negated = [k for k in negated if all(map(words.overlaps, self.text.events[k].negators))]
        above = {*affirmed, *negated}
        return affirmed + [k for k in negated if not any(a in above for a in self.text.annotation.ancestors(k))]

    def aimed(
        self, inside: Sequence[int], found: Sequence[Sign], first: int, last: int, known: Collection[int]
    ) -> Iterator[tuple[Sign, list[int]]]:
        """Each sign of a sentence with the events that it may deny; beside those known none that is only spoken of."""
        yield from self.governing(inside, first, last)
        told = {k: only_told(self.text.annotation, self.text.tokens[k]) for k in inside}
        told = {k: as_said for k, as_said in told.items() if as_said or (as_said is False and not known)}
        above = {k for k in known if self.text.events[k].class_ != OTHER}
        told = {k: v for k, v in told.items() if not any(a in above for a in self.text.annotation.ancestors(k))}
        if not told:
            return
        for sign in (*(s for s in found if s.kind in SURE), *self.runs_of("refuting", first, last)):
            yield sign, [k for k, as_said in told.items() if as_said or not self.lies(sign)]
        for sign in (*(s for s in found if s.kind in SCOFFING), *self.runs_of("scoffing", first, last)):
            yield sign, [k for k, as_said in told.items() if as_said]

    def governing(self, inside: Sequence[int], first: int, last: int) -> Iterator[tuple[Sign, list[int]]]:
        """The words that say no to the noun right behind them, or to their subject, with that."""
        if not inside:
            return
        for sign in self.runs_of("refuting_nouns", first, last):
            yield sign, [k for k in inside if self.governed(k, sign)]
        for sign in self.runs_of("refuting_predicates", first, last):
            yield sign, [k for k in inside if self.subject_of(k, sign)]

    def runs_of(self, name: Table, first: int, last: int) -> list[Sign]:
        """The runs of a table in a sentence as signs, those left out that stand aside or that a word before them undoes."""
        found = []
        for start, end in runs(self.text.annotation, name, first, last):
            pack = language_pack(self.text.tokens[start].language)
            if held_to(self.text.annotation, start, first, pack) or self.aside(start, first, last):
                continue
            node = next((k for k in range(start, end) if self.text.tokens[k].pos in {"VERB", "NOUN", "ADJ"}), start)
            found.append(Sign("phrase", start, end - 1, node))
        return found

    def lies(self, sign: Sign) -> bool:
        """Whether words say that somebody did not tell the truth, which leaves open of what they speak (`a menti sur N`)."""
        words = self.text.tokens[sign.first : sign.last + 1]
        return any(t.lemma in language_pack(t.language).denials.lying for t in words if t.pos == "VERB")

    def aside(self, start: int, first: int, last: int) -> bool:
        """Whether words stand in a clause set between two commas that only tells of somebody (`Y, qui criait au complot, a`)."""
        tokens = self.text.tokens
        comma = next((k for k in range(start - 1, max(first, start - ASIDE) - 1, -1) if tokens[k].text == ","), None)
        if comma is None or not any(t.text == "," for t in tokens[start : min(last, start + ASIDE)]):
            return False
        return any(t.has("PronType=Rel") for t in tokens[comma + 1 : comma + 3])

    def governed(self, k: int, sign: Sign) -> bool:
        """Whether an event stands right behind words that say no to a noun or an infinitive."""
        node = self.text.tokens[k]
        noun = node.pos == "NOUN" or node.has("VerbForm=Inf") or node.has("VerbForm=Part") or node.has("VerbForm=Ger")
        between = self.text.tokens[sign.last + 1 : k]
        return noun and k > sign.last and all(t.pos in BESIDE for t in between)

    def subject_of(self, k: int, sign: Sign) -> bool:
        """Whether an event noun opens the clause of which words that say no are the predicate."""
        token = self.text.tokens[k]
        between = self.text.tokens[k + 1 : sign.first]
        if token.pos != "NOUN" or k > sign.first or any(t.text in BREAKS for t in between):
            return False
        return token.dep.startswith("nsubj") and not any(t.has("VerbForm=Fin") for t in between)

    def affirmed(self, k: int, sign: tuple[int, int]) -> bool:
        """Whether somebody affirms an event whose words are not those that say no (tokens), nor tell it as what others say."""
        tokens = self.text.tokens
        first, _ = self.text.annotation.sentences[tokens[k].sentence]
        said, at = tokens[sign[0]].start, tokens[k].start
        spoken_of = max((tokens[start].start for start in self.told_from(k, first)), default=-1)
        told = max(spoken_of, said) if sign[1] < k else spoken_of
        for own in self.text.around(k):
            if own.firmness in {"denial", "refusal"} or self.text.asks(own) or not self.deniers.charged_or_said(own):
                continue
            if any(c.start <= said < c.end for c in own.content):
                continue  # (`« Dire que F, c'est du roman »`)
            if own.source is not None and not self.somebody(own.source.start, own.source.end):
                continue
            if any(c.start <= spoken_of < c.end for c in own.content):
                return True  # (`denied the transfer and said: "Our position on the war stands"`)
            if own.cue is None or not own.cue.start <= told < at:
                return True
        return False

    def told_from(self, k: int, first: int) -> list[int]:
        """The words that open what tells an event as what somebody may say."""
        tokens, annotation = self.text.tokens, self.text.annotation
        clauses = told_runs(annotation, "told_clauses", first, k)
        nouns = told_runs(annotation, "told_nouns", first, k)
        found = [s for s, end in clauses if reaches(annotation, end, tokens[k])]
        return found + [s for s, end in nouns if all(b.pos in BESIDE for b in tokens[end:k])]

    def denier(
        self, event: int, holder: Attribution | None, speaker: int | None, sentence: int
    ) -> tuple[Attribution | None, int | None]:
        """Who says no in a sentence to an event: whom the grammar shows, if that is somebody and no part of what is denied;
        else who is the subject or agent of that sentence outside of it.
        """
        denied = {*self.text.annotation.subtree(event)}
        if holder is None and speaker is None and any(a.firmness == "denial" for a in self.text.around(event)):
            return None, None
        if speaker is None and holder is not None and holder.source is not None:
            if self.somebody(holder.source.start, holder.source.end):
                return holder, None
        elif speaker is not None and speaker not in denied and self.named(speaker):
            return holder, speaker
        found = self.beside(event, denied, sentence)
        return (None, found) if found is not None else (holder, speaker)

    def somebody(self, start: int, end: int) -> bool:
        """Whether a source names somebody."""
        return any(self.named(t.i) for t in self.text.tokens if start <= t.start < end)

    def named(self, k: int) -> bool:
        """Whether a token names an actor or can act."""
        token = self.text.tokens[k]
        settings = language_pack(token.language).settings
        nobody = token.norm in settings.anybody or token.norm in settings.impersonal or token.has("PronType=Dem")
        if nobody or token.has("PronType=Int") or is_told(token) or token.lemma in denial_nouns(token):
            return False
        known = actor_at(self.text.annotation, k, self.text.actors) is not None
        return token.pos in SPEAKERS and (known or (token.pos != "PRON" and can_act(token)))

    def beside(self, event: int, denied: Collection[int], sentence: int) -> int | None:
        """The one of whom a sentence tells outside of what it denies: its subject or agent, else the only one named."""
        first, last = self.text.annotation.sentences[sentence]
        heads = [k for k in range(first, last) if k not in denied and self.named(k) and not self.answers(k)]
        heads = [k for k in heads if actor_at(self.text.annotation, k, self.text.actors) is not None] or heads
        ranked = sorted(heads, key=lambda k: (self.rank(k), abs(k - event)))
        if not ranked or (self.rank(ranked[0]) == OTHERS and len({self.text.actors.get(k) for k in ranked}) > 1):
            return None
        return ranked[0]

    def answers(self, k: int) -> bool:
        """Whether a token is an answer, whatever it is read as (`“No.”`)."""
        token = self.text.tokens[k]
        return token.norm.strip(".!") in language_pack(token.language).denials.answers

    def rank(self, k: int) -> int:
        """How likely a noun is who says no: a subject, an agent, one of whom a phrase tells, anything else."""
        dep = self.text.tokens[k].dep
        if dep.startswith("nsubj") and not dep.endswith("pass"):
            return 0
        return 1 if dep.startswith("obl:agent") else OTHERS


def denial_nouns(token: Token) -> list[str]:
    """The nouns of a denial in the language of a token, which name nobody who denies."""
    return language_pack(token.language).denials.nouns
