"""What words that say no are said of, as far as their own sentence tells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.claims.participants import can_act
from recoupe.claims.signs import FAR, QUOTES, Sign, is_copula, is_told, next_noun
from recoupe.claims.surroundings import ENDS_OF_CLAUSE, LINK, Surroundings
from recoupe.claims.told import Text
from recoupe.languages import language_pack

SLIGHT = {"DET", "ADJ", "ADP", "PRON", "ADV", "SCONJ", "PUNCT"}


@dataclass(frozen=True)
class Aim:
    """What a sign is said of: events of its sentence, or (`back`) what is told before. words: the sign with what it names.

    nouns: a noun of what is said takes it up.
    """

    events: Sequence[int]
    words: tuple[int, int]
    back: bool
    nouns: bool = False


class Aims:
    """Finds what the signs of a report are said of."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.near = Surroundings(text)

    def aim(self, sign: Sign, first: int, last: int) -> Aim | None:
        """What a sign is said of, as far as its own sentence tells."""
        clause = self.near.opening_clause(sign, first)
        if clause:
            return Aim(clause, (sign.first, sign.last), False)
        aim = self.named(sign, first, last)
        if aim is not None and aim.back and not aim.events:
            events = self.near.fronted(sign, first) or self.near.spoken_of(sign, last)
            if aim.nouns and not events:
                events = self.near.beside_it(aim.words[0], first)
            if aim.nouns and not events:  # `Far from confirming N, X called the account untrue`
                events = self.near.told_here(replace(sign, first=aim.words[0], last=aim.words[1]), first)
            return Aim(events, aim.words, False) if events else aim
        return aim

    def own_clause(self, sign: Sign, last: int) -> Aim | None:
        """What the words of a verb of denial negate themselves right behind it (`a, de son côté, démenti toute vente`)."""
        region = range(sign.last + 1, self.text.close(sign.last + 1, last))
        events = self.text.denied_by(region, range(sign.first, sign.last + 1))
        return Aim(events[:1], (sign.first, sign.last), False) if events else None

    def named(self, sign: Sign, first: int, last: int) -> Aim | None:
        """What a sign is said of by the grammar of its sentence."""
        if sign.kind in {"denying", "rejecting"}:
            return self.of_verb(sign, first, last)
        if sign.kind == "phrase" and sign.calling < 0 and (carried := self.carried_on(sign, last)) is not None:
            return carried
        if sign.kind in {"untrue", "untold"} or (sign.kind == "phrase" and sign.calling >= 0):
            aim = self.carried_on(sign, last) or self.of_untruth(sign, first, last)
            answers = self.near.asked_before(sign, first)
            if sign.kind == "untold" and aim is not None and not aim.events and not aim.nouns and not answers:
                return None  # anything may be absurd, but what is said
            if aim is not None or sign.kind != "phrase":
                return aim
        if sign.kind == "disbelief":
            if self.only_parted(sign):
                return None
            events = self.text.top(range(sign.last + 1, self.text.close(sign.last + 1, last)))
            return Aim(events, (sign.first, sign.last), False) if events else None
        if sign.kind == "noun":
            events = self.near.told_here(sign, first) or self.text.top(
                range(sign.last + 1, self.text.close(sign.last + 1, last))
            )
            return Aim(events, (sign.first, sign.last), not events)
        return self.of_phrase(sign, first, last)

    def only_parted(self, sign: Sign) -> bool:
        """Whether a sign is said of a thing or event, which it parts from another one (`the death had nothing to do with F`)."""
        group = [k for k in range(sign.first, sign.last + 1) if self.text.tokens[k].pos in {"VERB", "AUX"}]
        subjects = [s for k in group for s in self.text.annotation.dependents(k, "nsubj") if s < sign.first]
        return any(self.text.tokens[s].pos == "NOUN" and not can_act(self.text.tokens[s]) for s in subjects)

    def carried_on(self, sign: Sign, last: int) -> Aim | None:
        """What a sign says no to right behind itself: `il est archifaux que F`, `it would be absurd to claim that F`."""
        pack = language_pack(self.text.tokens[sign.last].language)
        k, said = sign.last + 1, False
        while k < last and self.text.tokens[k].text in QUOTES:
            k += 1
        stop = min(last, k + FAR)
        carriers = {*pack.settings.complementisers, *pack.denials.than}
        if k < last and self.text.tokens[k].text == "," and sign.kind in {"untrue", "answer"}:
            # `il est faux, selon X, que F`
            k = next((n + 1 for n in range(k + 1, last) if self.text.tokens[n].text == ","), k)
        while k < stop and self.text.tokens[k].norm not in carriers:
            token = self.text.tokens[k]
            said = said or (token.pos in {"VERB", "AUX"} and token.lemma in pack.reporting_verbs.verbs)
            if token.pos not in {"ADP", "PART", "VERB", "AUX", "PRON", "ADV"}:
                return None
            k += 1
        if k >= stop or (k > sign.last + 2 and not said):
            return None
        events = self.text.top(range(k, self.text.close(k, last)))
        return Aim(events, (sign.first, sign.last), False) if events else None

    def of_verb(self, sign: Sign, first: int, last: int) -> Aim | None:
        """`nie avoir F`, `rejects the claim that F`, `denied any involvement`, `which he denies`, `is denied by`."""
        words = (sign.first, sign.last)
        if self.takes_up_all(first, sign.first):
            return Aim([], (first, sign.last), True)
        denied = self.near.described_event(sign, first)
        if denied is not None:
            return Aim([denied], words, False)
        noun = self.near.described_noun(sign, first)
        if noun is not None:
            return Aim([], (noun, sign.last), True, nouns=True)
        opener = self.near.taken_by(sign, first)
        described = self.near.noun_before(opener, first) if opener is not None else None
        if described is not None and opener is not None:
            return Aim([described], (opener, sign.last), False)
        relative = self.near.relative(sign, first)
        if relative is not None:
            events = self.near.told_before(relative, first) or self.text.top(range(first, relative))
            return Aim(events[-1:], (relative, sign.last), False) if events else None
        if self.text.passive(sign.node):
            return self.of_subject(sign, first, self.text.auxiliary(sign.node))
        head = self.near.object_of(sign, last)
        if head is None:
            pack = language_pack(self.text.tokens[sign.node].language)
            clitic = sign.first > first and self.text.tokens[sign.first - 1].norm in pack.denials.clitics
            if sign.kind == "denying":
                told = self.near.told_here(sign, first)
                if clitic and not told:  # `dit tout ignorer de N et la dément`
                    told = self.text.top(range(first, sign.first), verbs_first=False)
                    told = [k for k in told if self.text.events[k].nominal][-1:]
                return Aim(told, words, True)
            return Aim([], words, True, nouns=True) if clitic else None
        token = self.text.tokens[head]
        pack = language_pack(token.language)
        if token.norm in pack.settings.complementisers and (
            sign.kind == "denying" or self.text.tokens[sign.node].pos == "NOUN"
        ):  # `denies that F`, however it is read
            end = self.said_next(sign, self.text.close(head, last))
            verbs = [k for k in range(head, end) if k in self.text.events and not self.text.events[k].nominal]
            verbs = [k for k in verbs if self.text.said(k)][:1]
            events = verbs if self.text.tokens[sign.node].pos == "NOUN" else self.text.top(range(head, end)) or verbs
            if events:
                return Aim(events, words, False)
        if is_told(token):
            return self.of_told(head, self.said_next(sign, self.text.close(head + 1, last)), (sign.first, head))
        verbal = token.head if token.pos == "AUX" and token.head > head else head  # `denies having paid`
        if self.text.tokens[verbal].pos == "VERB" and verbal in self.text.events and sign.kind == "denying":
            joined = [k for k in self.text.annotation.dependents(verbal, "conj") if k in self.text.events]
            events = [k for k in (verbal, *joined) if self.text.said(k)]
            return Aim(events, words, False) if events else None
        if token.pos == "SCONJ" or (token.pos in {"VERB", "AUX"} and sign.kind == "denying"):
            events = self.text.top(range(head, self.said_next(sign, self.text.close(head, last))))
            return Aim(events, words, False) if events else None
        verb = pack.reporting_verbs.verbs.get(self.text.tokens[sign.node].lemma)
        objects = (
            verb is not None and verb.class_ == "denial" and "object" in verb.takes
        )  # (to denounce a sale is no denial)
        if sign.kind == "rejecting" and not (
            objects and head in self.text.events and token.lemma not in pack.denials.shares
        ):
            demonstrative = token.pos == "PRON" and (
                "PronType=Dem" in token.morph or token.norm in pack.denials.pronouns
            )
            return Aim([], (sign.first, head), True, nouns=True) if demonstrative else None
        if token.lemma in pack.denials.shares:
            if any(k in self.text.events for k in self.text.annotation.subtree(head) if k != head):
                return Aim(
                    self.text.top([k for k in self.text.annotation.subtree(head) if k != head]),
                    (sign.first, head),
                    False,
                )
            return Aim(self.near.told_here(sign, first), (sign.first, head), True)
        if token.pos == "PRON":
            return Aim(self.near.told_here(sign, first), (sign.first, head), True)
        if head in self.text.events and self.text.said(head):
            return Aim([head], (sign.first, head), False)
        words_of_all = pack.settings.conditional_hypothesis
        every = any(
            self.text.tokens[c].norm in words_of_all for c in self.text.annotation.dependents(head, "det", "amod")
        )
        made = [k for k in self.text.annotation.dependents(head, "acl", "amod") if k in self.text.events]
        return Aim(made[:1], (sign.first, head), False) if every and made else None  # `dément toute décision prise`

    def takes_up_all(self, first: int, verb: int) -> bool:
        """Whether a sentence opens with what takes up all before it and the subject of a verb: `Ce que dément X`, `Ce que
        la direction conteste`.
        """
        tokens = self.text.tokens
        opening = " ".join(t.norm for t in tokens[first:verb])
        forms = language_pack(tokens[verb].language).denials.relatives
        form = next((f for f in forms if opening == f or opening.startswith(f"{f} ")), None)
        subject = tokens[first + len(form.split()) : verb] if form is not None else ()
        return form is not None and all(t.pos not in {"VERB", "PUNCT", "SCONJ"} for t in subject)

    def said_next(self, sign: Sign, end: int) -> int:
        """Where a second verb of saying goes on with what a sign does not deny (`nie avoir menti | mais admet que F`)."""
        tokens = self.text.tokens
        for k in range(sign.last + 1, end):
            pack = language_pack(tokens[k].language)
            verb = pack.reporting_verbs.verbs.get(tokens[k].lemma)
            if verb is None or verb.class_ == "denial":
                continue
            if tokens[k].head == sign.node and tokens[k].dep.startswith(("conj", "advcl")):
                return k
            if k in self.text.annotation.ancestors(sign.node):
                return k  # (`while denying that F, X admitted that G`)
            turn = next(
                (n for n in range(k - 1, max(sign.last, k - LINK - 1), -1) if tokens[n].norm in pack.negation.grants), k
            )
            if turn < k:
                return turn
        return end

    def of_subject(self, sign: Sign, first: int, end: int) -> Aim | None:
        """What is said of the subject before a sign: `reports that F are baseless`, `the claim was rejected`, `it is false`."""
        for k in range(end - 1, first - 1, -1):
            token = self.text.tokens[k]
            if is_told(token) and token.pos in {"NOUN", "VERB"}:
                return self.of_told(k, end, (k, sign.last))
        subject = self.text.tokens[end - 1] if end > first else None
        if subject is not None and subject.pos == "PRON":
            told = self.near.ahead(end - 1, first) or self.near.told_here(sign, first)
            return Aim(told, (end - 1, sign.last), True)
        claimed = self.near.claimed(first, end) if sign.kind in {"untrue", "untold", "phrase"} else []
        if claimed:
            return Aim(claimed, (sign.first, sign.last), False)
        if sign.kind in {"denying", "untrue", "untold"}:
            above = self.text.annotation.dependents(sign.node, "nsubj", "csubj")
            events = self.text.top([k for s in above for k in self.text.annotation.subtree(s) if k < end])
            return Aim(events, (sign.first, sign.last), False) if events else None
        return None

    def of_untruth(self, sign: Sign, first: int, last: int) -> Aim | None:
        """What a word of untruth is said of."""
        words = (sign.first, sign.last)
        behind = next(
            (k for k in range(sign.last + 1, min(last, sign.last + LINK + 1)) if is_told(self.text.tokens[k])), None
        )
        if behind is not None:
            aim = self.of_told(behind, self.text.close(behind + 1, last), (sign.first, behind))
            return aim if aim is not None and (aim.events or sign.calling >= 0) else None
        if sign.calling < 0:
            copula = next((k for k in range(sign.first - 1, first - 1, -1) if is_copula(self.text.tokens[k])), None)
            if copula is not None:
                return self.of_subject(sign, first, copula)
            noun = self.text.tokens[sign.node].head  # `accusations « grotesques »`
            return self.of_told(noun, sign.first, (noun, sign.last)) or Aim([], (noun, sign.last), True, nouns=True)
        if self.text.passive(sign.calling):
            return self.of_subject(sign, first, self.text.auxiliary(sign.calling))
        between = range(sign.calling + 1, sign.first)
        told = next((k for k in between if is_told(self.text.tokens[k])), None)
        if told is not None:
            return self.of_told(told, sign.first, (sign.calling, sign.last))
        events = self.text.top(between, verbs_first=False)
        if events:
            return Aim(events, (sign.calling, sign.last), False) if sign.kind != "untold" else None
        bare = all(self.text.tokens[k].pos in SLIGHT for k in between)
        thing = next_noun(self.text.annotation, sign.last) if bare else None  # `qualifie de fable le versement`
        if thing is not None and thing < last and thing in self.text.events and self.text.said(thing):
            return Aim([thing], (sign.calling, thing), False)
        if not bare or self.text.tokens[sign.first].pos not in {"NOUN", "ADJ", "VERB"}:
            return None
        spoken = self.text.tokens[sign.first].pos == "NOUN" or any(self.text.tokens[k].pos == "PRON" for k in between)
        return Aim(self.near.told_here(sign, first), (sign.calling, words[1]), True) if spoken else None

    def of_phrase(self, sign: Sign, first: int, last: int) -> Aim | None:
        """What a phrase or an answer says no to: what is told beside it, else before."""
        words = (sign.first, sign.last)
        if sign.first > first and self.text.tokens[sign.first - 1].has("PronType=Rel"):
            told = self.near.noun_before(sign.first - 1, first)  # `une attaque qui n'a jamais eu lieu`
            if told is not None:
                return Aim([told], words, False)
        if sign.kind == "phrase":
            for k in range(sign.last + 1, min(last, sign.last + FAR)):
                if is_told(self.text.tokens[k]):
                    return self.of_told(k, self.text.close(k + 1, last), (sign.first, k))
                if self.text.tokens[k].pos in {"VERB", "PUNCT"}:
                    break
            for k in range(sign.first - 1, first - 1, -1):
                if self.text.tokens[k].text in ENDS_OF_CLAUSE:
                    break
                if is_told(self.text.tokens[k]) and self.text.tokens[k].pos == "NOUN":
                    aim = self.of_told(k, sign.first, (k, sign.last))
                    if aim is not None:
                        return aim
            ahead = self.near.ahead(sign.first, first) or self.near.claimed(first, sign.first)
            if ahead:
                return Aim(ahead, words, False)
            node = next(
                (a for a in (sign.node, *self.text.annotation.ancestors(sign.node)) if self.text.subjects(a)), None
            )
            if node is not None and sign.first <= node:
                events = self.text.top(
                    [k for s in self.text.subjects(node) for k in self.text.annotation.subtree(s) if k < sign.first]
                )
                if events:
                    return Aim(events, words, False)
        if sign.kind == "answer" and (carried := self.carried_on(sign, last)) is not None:
            return carried  # `Not true, says X, that F`
        here = self.near.told_here(sign, first)
        if not here and sign.kind == "phrase":  # `ceux qui parlent de N se trompent`, however the parse hangs it
            start = self.near.clause_start(sign.first, first)
            here = self.text.top(range(start, sign.first)) if self.near.telling(start, sign.first) else []
            return Aim(here, words, not here)
        return Aim(here, words, True)

    def clause_of(self, noun: int, end: int) -> int:
        """Where the clause of the verb ends on which a noun hangs: before what is told beside it (`X rejects it all and F`)."""
        tokens, verb = self.text.tokens, self.text.tokens[noun].head
        beside = [k for k in self.text.annotation.dependents(verb, "conj") if noun < k < end and verb < noun]
        opened = [c for k in beside for c in self.text.annotation.dependents(k, "cc") if noun < c < end]
        return min((c for c in opened if any(s > c for s in self.text.subjects(tokens[c].head))), default=end)

    def of_told(self, noun: int, end: int, words: tuple[int, int]) -> Aim | None:
        """What a noun of what is said stands for: its content up to a token, else what the text told before."""
        end = self.clause_of(noun, end)
        stop = noun + LINK
        while stop < end and self.text.tokens[stop - LINK + 1].pos in {"ADJ", "ADV", "PUNCT"}:
            stop += 1  # `des « allégations mensongères » au sujet de N`
        opener = next((k for k in range(noun + 1, min(end, stop)) if self.near.opens(k)), None)
        opener = self.near.clause_behind(noun, end) if opener is None else opener
        if opener is None:
            return Aim([], words, True, nouns=True)
        events = self.text.top(range(opener, end))
        if events:
            return Aim(events, words, False)
        clause = self.near.clause_behind(noun, end)
        if clause is not None:  # it says what is denied: nothing else is taken up
            events = self.text.denied_by(range(clause, end), range(words[0], words[1] + 1))
            return Aim(events, words, False) if events else None
        named = [self.text.tokens[k] for k in range(opener + 1, end)]
        shares = language_pack(self.text.tokens[noun].language).denials.shares
        if all(t.lemma in shares for t in named if t.pos in {"NOUN", "PROPN", "VERB"}):
            return Aim([], words, True, nouns=True)  # `cette version des faits`
        speaker = next((t for t in named if t.pos in {"NOUN", "PROPN"}), None)
        return Aim([], words, True, nouns=True) if speaker is not None and can_act(speaker) else None
