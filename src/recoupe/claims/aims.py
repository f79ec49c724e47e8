"""What words that say no are said of, as far as their own sentence tells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.claims.affairs import of_calendar
from recoupe.claims.participants import can_act
from recoupe.claims.signs import FAR, QUOTES, Sign, is_copula, is_told, next_noun
from recoupe.claims.told import Text
from recoupe.languages import language_pack

LINK = 3  # tokens from a noun of what is said to what opens its content
DASHES = {"–", "—", "-"}
ENDS_OF_CLAUSE = {".", ";", ":", "?"}
HEADS = {"NOUN", "PROPN", "PRON", "VERB", "AUX", "SCONJ"}
BESIDE = {"DET", "ADJ", "ADV", "NUM", "PART"}
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

    def aim(self, sign: Sign, first: int, last: int) -> Aim | None:
        """What a sign is said of, as far as its own sentence tells."""
        clause = self.opening_clause(sign, first)
        if clause:
            return Aim(clause, (sign.first, sign.last), False)
        aim = self.named(sign, first, last)
        if aim is not None and aim.back and not aim.events:
            events = self.fronted(sign, first) or self.spoken_of(sign, last)
            if aim.nouns and not events:
                events = self.beside_it(aim, first)
            if aim.nouns and not events:  # `Far from confirming N, X called the account untrue`
                events = self.told_here(replace(sign, first=aim.words[0], last=aim.words[1]), first, last)
            return Aim(events, aim.words, False) if events else aim
        return aim

    def fronted(self, sign: Sign, first: int) -> Sequence[int]:
        """What is set before the clause of a sign for it to take up: `Que F, X le nie`, `Quant à N, X dément`, `F ; X dément`."""
        tokens = self.text.tokens
        cut = next((k for k in range(sign.first - 1, first, -1) if tokens[k].text == ";"), None)
        if cut is not None:
            return self.text.top(range(first, cut))
        start = next((k for k in range(first, sign.first) if tokens[k].text not in QUOTES), first)
        comma = next((k for k in range(start + 1, sign.first) if tokens[k].text in {",", ":"}), None)
        pack = language_pack(tokens[start].language)
        if comma is None:
            return []
        if tokens[start].norm in pack.settings.complementisers:
            return self.text.top(range(start, comma))
        events = [k for k in range(start, min(comma, start + LINK + 1)) if k in self.text.events and self.text.said(k)]
        topical = tokens[start].norm in pack.denials.fronting and tokens[events[0]].pos == "NOUN" if events else False
        return events[:1] if topical else []

    def beside_it(self, aim: Aim, first: int) -> Sequence[int]:
        """The clause before a mark that a noun of what is said takes up in its own sentence (`F – a charge that X denies`)."""
        tokens = self.text.tokens
        start = next((k for k in range(aim.words[0] - 1, first - 1, -1) if tokens[k].pos not in {"DET", "ADJ"}), first)
        return self.text.top(range(first, start)) if tokens[start].text in {*DASHES, ","} else []

    def opening_clause(self, sign: Sign, first: int) -> Sequence[int]:
        """The clause that opens a sentence and that a copula says a sign of (`That F is a lie`, `Que F est faux`)."""
        if sign.kind not in {"phrase", "untrue", "untold", "denying"} or sign.calling >= 0:
            return []
        tokens = self.text.tokens
        start = next((k for k in range(first, sign.first) if tokens[k].text not in QUOTES), first)
        if tokens[start].norm not in language_pack(tokens[start].language).settings.complementisers:
            return []
        copula = next((k for k in range(sign.last, max(start, sign.first - LINK), -1) if is_copula(tokens[k])), None)
        if copula is None or tokens[start].head in range(copula, sign.last + 1):
            return []  # `That is false`
        return self.text.top(range(start, copula))

    def spoken_of(self, sign: Sign, last: int) -> Sequence[int]:
        """What a noun behind a verb of saying tells that an answer is about (`« Faux », a dit X de la livraison`)."""
        if sign.kind not in {"answer", "phrase"}:
            return []
        tokens, saying = self.text.tokens, False
        for k in range(sign.last + 1, last):
            pack = language_pack(tokens[k].language)
            verb = pack.reporting_verbs.verbs.get(tokens[k].lemma)
            saying = saying or (verb is not None and tokens[k].pos == "VERB")
            if saying and tokens[k].pos == "ADP" and {tokens[k].lemma, tokens[k].norm} & {*pack.denials.near_topics}:
                thing = next_noun(self.text.annotation, k)
                if thing is not None and thing < last and thing in self.text.events and self.text.events[thing].nominal:
                    return [thing]
        return []

    def named(self, sign: Sign, first: int, last: int) -> Aim | None:
        """What a sign is said of by the grammar of its sentence."""
        if sign.kind in {"denying", "rejecting"}:
            return self.of_verb(sign, first, last)
        if sign.kind == "phrase" and sign.calling < 0 and (carried := self.carried_on(sign, last)) is not None:
            return carried
        if sign.kind in {"untrue", "untold"} or (sign.kind == "phrase" and sign.calling >= 0):
            aim = self.carried_on(sign, last) or self.of_untruth(sign, first, last)
            answers = self.asked_before(sign, first)
            if sign.kind == "untold" and aim is not None and not aim.events and not aim.nouns and not answers:
                return None  # anything may be absurd, but what is said
            if aim is not None or sign.kind != "phrase":
                return aim
        if sign.kind == "disbelief":
            events = self.text.top(range(sign.last + 1, self.text.close(sign.last + 1, last)))
            return Aim(events, (sign.first, sign.last), False) if events else None
        if sign.kind == "noun":
            events = self.told_here(sign, first, last) or self.text.top(
                range(sign.last + 1, self.text.close(sign.last + 1, last))
            )
            return Aim(events, (sign.first, sign.last), not events)
        return self.of_phrase(sign, first, last)

    def asked_before(self, sign: Sign, first: int) -> bool:
        """Whether a sign says what a pronoun takes up from a question right before (`F ? C'est grotesque`)."""
        tokens = self.text.tokens
        pronoun = any(self.text.pronoun(k) for k in self.text.subjects(sign.node))
        return pronoun and first > 0 and any(t.text == "?" for t in tokens[max(0, first - 2) : sign.first])

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
        opening = " ".join(t.norm for t in self.text.tokens[first : sign.first])
        if opening in language_pack(self.text.tokens[sign.first].language).denials.relatives:  # `Ce que dément X.`
            return Aim([], (first, sign.last), True)
        denied = self.described_event(sign, first)
        if denied is not None:
            return Aim([denied], words, False)
        noun = self.described_noun(sign, first)
        if noun is not None:
            return Aim([], (noun, sign.last), True, nouns=True)
        relative = self.relative(sign, first)
        if relative is not None:
            events = self.told_before(relative, first) or self.text.top(range(first, relative))
            return Aim(events[-1:], (relative, sign.last), False) if events else None
        if self.text.passive(sign.node):
            return self.of_subject(sign, first, self.text.auxiliary(sign.node))
        head = self.object_of(sign, last)
        if head is None:
            pack = language_pack(self.text.tokens[sign.node].language)
            clitic = sign.first > first and self.text.tokens[sign.first - 1].norm in pack.denials.clitics
            if sign.kind == "denying":
                told = self.told_here(sign, first, last)
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
            end = self.text.close(head, last)
            verbs = [k for k in range(head, end) if k in self.text.events and not self.text.events[k].nominal]
            verbs = [k for k in verbs if self.text.said(k)][:1]
            events = verbs if self.text.tokens[sign.node].pos == "NOUN" else self.text.top(range(head, end)) or verbs
            if events:
                return Aim(events, words, False)
        if is_told(token):
            return self.of_told(head, self.text.close(head + 1, last), (sign.first, head))
        verbal = token.head if token.pos == "AUX" and token.head > head else head  # `denies having paid`
        if self.text.tokens[verbal].pos == "VERB" and verbal in self.text.events and sign.kind == "denying":
            joined = [k for k in self.text.annotation.dependents(verbal, "conj") if k in self.text.events]
            events = [k for k in (verbal, *joined) if self.text.said(k)]
            return Aim(events, words, False) if events else None
        if token.pos == "SCONJ" or (token.pos in {"VERB", "AUX"} and sign.kind == "denying"):
            events = self.text.top(range(head, self.text.close(head, last)))
            return Aim(events, words, False) if events else None
        verb = pack.reporting_verbs.verbs.get(self.text.tokens[sign.node].lemma)
        objects = verb is not None and "object" in verb.takes
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
            return Aim(self.told_here(sign, first, last), (sign.first, head), True)
        if token.pos == "PRON":
            return Aim(self.told_here(sign, first, last), (sign.first, head), True)
        if head in self.text.events and self.text.said(head):
            return Aim([head], (sign.first, head), False)
        words_of_all = pack.settings.conditional_hypothesis
        every = any(
            self.text.tokens[c].norm in words_of_all for c in self.text.annotation.dependents(head, "det", "amod")
        )
        made = [k for k in self.text.annotation.dependents(head, "acl", "amod") if k in self.text.events]
        return Aim(made[:1], (sign.first, head), False) if every and made else None  # `dément toute décision prise`

    def described_noun(self, sign: Sign, first: int) -> int | None:
        """The noun of what is said that a relative or a participle with a verb describes: `an allegation that he denies`."""
        node = self.text.tokens[sign.node]
        head = self.text.tokens[node.head]
        describes = node.dep.startswith(("acl", "amod")) and first <= head.i < sign.first and is_told(head)
        behind = range(head.i + 1, sign.first)
        told = describes and self.text.top([k for k in behind if k not in self.text.annotation.subtree(node.i)])
        return head.i if describes and not told else None

    def described_event(self, sign: Sign, first: int) -> int | None:
        """The event noun that a participle with who says no describes: `la livraison, démentie par X`."""
        node = self.text.tokens[sign.node]
        participle = "VerbForm=Part" in node.morph and node.dep.split(":")[0] in {"acl", "amod"}
        return node.head if participle and first <= node.head < sign.first and self.said_noun(node.head) else None

    def said_noun(self, k: int) -> bool:
        """Whether a token is a noun that tells an event."""
        return k in self.text.events and self.text.events[k].nominal and self.text.said(k)

    def of_subject(self, sign: Sign, first: int, end: int) -> Aim | None:
        """What is said of the subject before a sign: `reports that F are baseless`, `the claim was rejected`, `it is false`."""
        for k in range(end - 1, first - 1, -1):
            token = self.text.tokens[k]
            if is_told(token) and token.pos in {"NOUN", "VERB"}:
                return self.of_told(k, end, (k, sign.last))
        subject = self.text.tokens[end - 1] if end > first else None
        if subject is not None and subject.pos == "PRON":
            told = self.ahead(end - 1, first) or self.told_here(
                sign, first, self.text.annotation.sentences[subject.sentence][1]
            )
            return Aim(told, (end - 1, sign.last), True)
        claimed = self.claimed(first, end) if sign.kind in {"untrue", "untold", "phrase"} else []
        if claimed:
            return Aim(claimed, (sign.first, sign.last), False)
        if sign.kind in {"denying", "untrue", "untold"}:
            above = self.text.annotation.dependents(sign.node, "nsubj", "csubj")
            events = self.text.top([k for s in above for k in self.text.annotation.subtree(s) if k < end])
            return Aim(events, (sign.first, sign.last), False) if events else None
        return None

    def claimed(self, first: int, end: int) -> Sequence[int]:
        """The events of a clause that it would be wrong to claim: `affirmer que F (serait mensonger)`, `to say that F (is)`."""
        tokens = self.text.tokens
        for start in range(first, end):
            pack = language_pack(tokens[start].language)
            opens = start == first or tokens[start - 1].pos == "PART" or tokens[start - 1].text in {",", *QUOTES}
            saying = tokens[start].lemma in pack.reporting_verbs.verbs and "VerbForm=Inf" in tokens[start].morph
            if opens and saying:
                marks = pack.settings.complementisers
                mark = next((k for k in range(start, min(end, start + FAR)) if tokens[k].norm in marks), None)
                return self.text.top(range(mark, end)) if mark is not None else []
        return []

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
            return Aim(events, (sign.calling, sign.last), False)
        bare = all(self.text.tokens[k].pos in SLIGHT for k in between)
        thing = next_noun(self.text.annotation, sign.last) if bare else None  # `qualifie de fable le versement`
        if thing is not None and thing < last and thing in self.text.events and self.text.said(thing):
            return Aim([thing], (sign.calling, thing), False)
        if not bare or self.text.tokens[sign.first].pos not in {"NOUN", "ADJ", "VERB"}:
            return None
        spoken = self.text.tokens[sign.first].pos == "NOUN" or any(self.text.tokens[k].pos == "PRON" for k in between)
        return Aim(self.told_here(sign, first, last), (sign.calling, words[1]), True) if spoken else None

    def of_phrase(self, sign: Sign, first: int, last: int) -> Aim | None:
        """What a phrase or an answer says no to: what is told beside it, else before."""
        words = (sign.first, sign.last)
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
            ahead = self.ahead(sign.first, first) or self.claimed(first, sign.first)
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
        here = self.told_here(sign, first, last)
        if not here and sign.kind == "phrase":  # `ceux qui parlent de N se trompent`, however the parse hangs it
            start = self.clause_start(sign.first, first)
            here = self.text.top(range(start, sign.first)) if self.telling(start, sign.first) else []
            return Aim(here, words, not here)
        return Aim(here, words, True)

    def clause_start(self, end: int, first: int) -> int:
        """Where the clause before a token begins: behind a colon or semicolon, or with the sentence."""
        return next((k + 1 for k in range(end - 1, first - 1, -1) if self.text.tokens[k].text in ENDS_OF_CLAUSE), first)

    def telling(self, start: int, end: int) -> bool:
        """Whether a verb of saying with a pronoun before it stands in a run of tokens (`those who claim that F`)."""
        for k in range(start + 1, end):
            token = self.text.tokens[k]
            verbs = language_pack(token.language).reporting_verbs.verbs
            if (
                token.pos == "VERB"
                and token.lemma in verbs
                and (
                    "PronType=Rel" in self.text.tokens[k - 1].morph
                    or self.text.tokens[k - 1].norm in language_pack(token.language).settings.anybody
                )
            ):
                return True
        return False

    def ahead(self, pronoun: int, first: int) -> list[int]:
        """The events of what a pronoun behind a comma takes up (`F, ce n'est pas vrai`)."""
        token = self.text.tokens[pronoun]
        taking = token.pos == "PRON" and (token.norm in language_pack(token.language).denials.pronouns)
        if not taking or pronoun - 1 <= first or self.text.tokens[pronoun - 1].text != ",":
            return []
        start = next(
            (k + 1 for k in range(pronoun - 2, first - 1, -1) if self.text.tokens[k].text in {":", ";", *QUOTES}), first
        )
        return self.text.top(range(start, pronoun - 1))

    def of_told(self, noun: int, end: int, words: tuple[int, int]) -> Aim | None:
        """What a noun of what is said stands for: its content up to a token, else what the text told before."""
        stop = noun + LINK
        while stop < end and self.text.tokens[stop - LINK + 1].pos in {"ADJ", "ADV", "PUNCT"}:
            stop += 1  # `des « allégations mensongères » au sujet de N`
        opener = next((k for k in range(noun + 1, min(end, stop)) if self.opens(k)), None)
        if opener is None:
            return Aim([], words, True, nouns=True)
        events = self.text.top(range(opener, end))
        if events:
            return Aim(events, words, False)
        named = [self.text.tokens[k] for k in range(opener + 1, end)]
        shares = language_pack(self.text.tokens[noun].language).denials.shares
        if all(t.lemma in shares for t in named if t.pos in {"NOUN", "PROPN", "VERB"}):
            return Aim([], words, True, nouns=True)  # `cette version des faits`
        speaker = next((t for t in named if t.pos in {"NOUN", "PROPN"}), None)
        return Aim([], words, True, nouns=True) if speaker is not None and can_act(speaker) else None

    def opens(self, k: int) -> bool:
        """Whether a token opens the content of a noun: a conjunction, a preposition, a relative."""
        token = self.text.tokens[k]
        marks = language_pack(token.language).settings.complementisers
        if token.norm in language_pack(token.language).settings.predicate_marks:
            return False  # `dismissed the allegations as ludicrous`
        return token.pos in {"SCONJ", "ADP"} or "PronType=Rel" in token.morph or token.norm in marks

    def told_here(self, sign: Sign, first: int, last: int) -> list[int]:
        """The events of what a sign's own sentence says that somebody says, asks or spreads, at the sign's level."""
        sentence = self.text.tokens[sign.first].sentence
        own = set(range(sign.first, sign.last + 1))
        matters = [m for m in self.text.matters(sentence) if not m.tokens & own and m.opener not in own]
        level = [
            m
            for m in matters
            if not any(
                m.opener in o.tokens and m.tokens <= o.tokens and o is not m and not o.tokens & own for o in matters
            )
        ]
        asked = max((k for k in range(first, sign.first) if self.text.tokens[k].text == "?"), default=None)
        region = [k for m in level for k in m.tokens] + (list(range(first, asked)) if asked is not None else [])
        return self.text.top(region)

    def told_before(self, end: int, first: int) -> list[int]:
        """The events of what a sentence says that somebody says before a token."""
        matters = self.text.matters(self.text.tokens[first].sentence)
        return self.text.top([k for m in matters for k in m.tokens if k < end])

    def relative(self, sign: Sign, first: int) -> int | None:
        """Where a relative takes up the clause before a sign (`, ce qu'il nie`, `, which he denies`); no subject of it."""
        forms = [tuple(f.split()) for f in language_pack(self.text.tokens[sign.first].language).denials.relatives]
        for k in range(sign.first - 1, max(first, sign.first - FAR) - 1, -1):
            if self.text.tokens[k].text in ENDS_OF_CLAUSE:
                return None
            for form in forms:
                behind = k + len(form)
                if tuple(t.norm for t in self.text.tokens[k:behind]) == form and behind < sign.first:
                    return k if any(self.text.nominal(n) for n in range(behind, sign.first)) else None
        return None

    def object_of(self, sign: Sign, last: int) -> int | None:
        """The head of what stands behind a verb: a noun or pronoun, or the verb or conjunction that opens a clause.

        Words between dashes, adverbs and a phrase of manner (`dément avec fermeté`) are passed over.
        """
        pack = language_pack(self.text.tokens[sign.first].language)
        k, dashed, stop = sign.last + 1, False, min(last, sign.last + 3 * FAR)
        while k < stop:
            token = self.text.tokens[k]
            paired = token.pos == "CCONJ" and self.text.tokens[k - 1].pos == "ADV"  # purement et simplement
            if token.text in DASHES:
                dashed = not dashed
            elif dashed or paired or token.text in QUOTES or token.pos in BESIDE or of_calendar(token):
                pass
            elif token.pos in HEADS and token.norm not in pack.settings.predicate_marks:
                return k
            elif token.pos == "ADP" and token.lemma in pack.denials.manner and token.head > k:
                k = token.head
            elif token.lemma not in pack.denials.against and token.norm not in pack.settings.predicate_marks:
                return None
            k += 1
        return None
