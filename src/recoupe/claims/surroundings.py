"""What stands around words that say no in their own sentence: clauses before and behind them, nouns that they describe."""

from collections.abc import Sequence

from recoupe.claims.affairs import of_calendar
from recoupe.claims.signs import FAR, QUOTES, Sign, is_copula, is_told, next_noun
from recoupe.claims.told import UNSAID, Text
from recoupe.languages import language_pack

LINK = 3  # tokens from a noun of what is said to what opens its content
DASHES = {"–", "—", "-"}
ENDS_OF_CLAUSE = {".", ";", ":", "?"}
HEADS = {"NOUN", "PROPN", "PRON", "VERB", "AUX", "SCONJ"}
BESIDE = {"DET", "ADJ", "ADV", "NUM", "PART"}


class Surroundings:
    """Finds what stands around the signs of a report. first, last: the sentence's tokens [first, last)."""

    def __init__(self, text: Text) -> None:
        self.text = text

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

    def beside_it(self, noun: int, first: int) -> Sequence[int]:
        """The clause before a mark that a noun of what is said takes up in its own sentence (`F – a charge that X denies`)."""
        tokens = self.text.tokens
        start = next((k for k in range(noun - 1, first - 1, -1) if tokens[k].pos not in {"DET", "ADJ"}), first)
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

    def asked_before(self, sign: Sign, first: int) -> bool:
        """Whether a sign says what a pronoun takes up from a question right before (`F ? C'est grotesque`)."""
        tokens = self.text.tokens
        pronoun = any(self.text.pronoun(k) for k in self.text.subjects(sign.node))
        return pronoun and first > 0 and any(t.text == "?" for t in tokens[max(0, first - 2) : sign.first])

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

    def taken_by(self, sign: Sign, first: int) -> int | None:
        """The relative before a verb of denial and its subject, behind the noun that it describes: `N, que X dément.`"""
        tokens = self.text.tokens
        for k in range(sign.first - 1, max(first, sign.first - FAR), -1):
            if tokens[k].text in ENDS_OF_CLAUSE or tokens[k].text == "," or tokens[k].has("VerbForm=Fin"):
                return None
            pack = language_pack(tokens[k].language)
            opens = tokens[k].norm in pack.settings.complementisers or tokens[k].has("PronType=Rel")
            if opens and tokens[k - 1].text == ",":
                return k if any(self.text.nominal(n) for n in range(k + 1, sign.first)) else None
        return None

    def noun_before(self, k: int, first: int) -> int | None:
        """The event noun before a relative: what stands between names what takes part in it (`une attaque de drones, que`)."""
        for n in range(k - 1, first - 1, -1):
            if self.said_noun(n):
                return n
            token = self.text.tokens[n]
            if token.pos in {"VERB", "AUX"} or token.text in ENDS_OF_CLAUSE:
                return None
        return None

    def said_noun(self, k: int) -> bool:
        """Whether a token is a noun that tells an event."""
        return k in self.text.events and self.text.events[k].nominal and self.text.said(k)

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

    def opens(self, k: int) -> bool:
        """Whether a token opens the content of a noun: a conjunction, a preposition, a relative."""
        token = self.text.tokens[k]
        marks = language_pack(token.language).settings.complementisers
        if token.norm in language_pack(token.language).settings.predicate_marks:
            return False  # `dismissed the allegations as ludicrous`
        return token.pos in {"SCONJ", "ADP"} or "PronType=Rel" in token.morph or token.norm in marks

    def before_infinitive(self, k: int) -> bool:
        """Whether a pronoun stands right before the infinitive that it belongs to, alone or behind another one."""
        behind = next((t for t in self.text.tokens[k + 1 : k + LINK] if t.pos != "PRON"), None)
        infinitive = (
            behind is not None and behind.has("VerbForm=Inf") and behind.sentence == self.text.tokens[k].sentence
        )
        return infinitive and self.text.tokens[k].pos == "PRON"

    def clause_behind(self, noun: int, end: int) -> int | None:
        """Where the clause opens that tells what a noun of what is said says, passing what only says where it is said.

        `une rumeur circulant sur la place selon laquelle F`, `claims, widely shared online, that F`.
        """
        for k in range(noun + 1, end):
            token = self.text.tokens[k]
            governed = token.pos == "ADP" and k + 1 < end and self.text.tokens[k + 1].has("PronType=Rel")
            if governed or token.norm in language_pack(token.language).settings.complementisers:
                return k
            if token.has("VerbForm=Fin"):
                return None
        return None

    def told_here(self, sign: Sign, first: int) -> list[int]:
        """The events of what a sign's own sentence says that somebody says, asks or spreads, at the sign's level."""
        sentence = self.text.tokens[sign.first].sentence
        own = set(range(sign.first, sign.last + 1))
        matters = [m for m in self.text.matters(sentence) if not m.tokens & own and m.opener not in own]
        matters = [m for m in matters if not self.added(m.opener, sign)]
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

    def added(self, opener: int, sign: Sign) -> bool:
        """Whether a verb of saying tells what is said instead (`disputed this, saying that F`, `dément, assurant que F`)."""
        token = self.text.tokens[opener]
        pack = language_pack(token.language)
        verb = pack.reporting_verbs.verbs.get(token.lemma)
        if token.lemma in pack.denials.admitting and opener > sign.last:
            return True  # `après l'avoir nié, X a reconnu que F`
        if opener < sign.last or verb is None or verb.class_ in UNSAID or self.text.whenever(token, pack):
            return False
        node = sign.calling if sign.calling >= 0 else sign.node
        hangs = token.head == node or self.text.tokens[opener - 1].text == ","
        return (
            hangs and token.dep.split(":")[0] in {"advcl", "conj", "parataxis", "xcomp"} and token.has("VerbForm=Part")
        )

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
            elif self.before_infinitive(k):
                pass  # `dément en avoir eu vent`
            elif token.pos in HEADS and token.norm not in pack.settings.predicate_marks:
                return k
            elif token.pos == "ADP" and token.lemma in pack.denials.manner and token.head > k:
                k = token.head
            elif token.lemma not in pack.denials.against and token.norm not in pack.settings.predicate_marks:
                return None
            k += 1
        return None
