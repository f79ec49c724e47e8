"""What a report tells, as far as words that say no need it: its events, and what it says that somebody says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.constructions import opened
from recoupe.claims.found import OTHER, FoundEvent
from recoupe.claims.misread import misread_tense
from recoupe.claims.signs import in_order, is_copula, is_told
from recoupe.languages import LanguagePack, language_pack, shared_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution

OPENERS = {"ccomp", "xcomp", "csubj", "acl", "advcl"}
CARRIED_ON = ("conj", "advcl", "parataxis")
UNSAID = {"request", "question"}  # classes of verbs that leave open what they are about


def unsaid(annotation: Annotation, holder: Attribution) -> bool:
    """Whether a cue asks for an event or asks about it, so that its content says nothing of whether it was."""
    verbs = language_pack(annotation.document.language).reporting_verbs.verbs
    keys = [e.name.removeprefix("entry verb:") for e in holder.evidence if e.name.startswith("entry verb:")]
    return any(key in verbs and verbs[key].class_ in UNSAID for key in keys)


def blamed_for(annotation: Annotation, noun: Token) -> bool:
    """Whether a noun names what somebody is only blamed for or tied to, which is taken to have been.

    `blamed for the fire`, `tout lien entre ce décès et l'attaque`.
    """
    own = noun
    while noun.dep.startswith("conj") and annotation.tokens[noun.head].pos == noun.pos:
        noun = annotation.tokens[noun.head]
    head, pack = annotation.tokens[noun.head], language_pack(noun.language)
    if noun.dep.split(":")[0] not in {"obl", "nmod"} or head.i > noun.i:
        return False
    case = min(annotation.dependents(noun.i, "case"), default=noun.i)
    before = annotation.tokens[max(0, case - 1)]  # (the parse may hang it on the verb)
    while before.pos == "ADJ" or before.has("VerbForm=Part"):  # `tout lien établi entre`
        before = annotation.tokens[max(0, before.i - 1)]
        if before.i == 0:
            break
    if {head.lemma, head.norm, before.lemma} & {*pack.denials.blaming}:
        return True
    two = own.i != noun.i or any(annotation.tokens[c].pos == "NOUN" for c in annotation.dependents(noun.i, "conj"))
    return two and before.lemma in pack.denials.shares


@dataclass(frozen=True)
class Matter:
    """What a sentence says that is said, asked or spread: its tokens, and the token that opens it."""

    opener: int
    tokens: frozenset[int]


class Text:
    """A report's events, contents and constructions."""

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

    def matters(self, sentence: int) -> list[Matter]:
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
                found.append(Matter(at, frozenset(inside)))
        for token in self.tokens[first:last]:
            pack = language_pack(token.language)
            reports = token.lemma in pack.reporting_verbs.verbs and token.pos == "VERB"
            for child in self.annotation.children[token.i]:
                dep = self.tokens[child].dep.split(":")[0]
                opened = (reports or is_told(token)) and dep in OPENERS and child > token.i
                about = dep in {"obl", "nmod", "advcl"} and self.is_topic(child, token, pack)
                carried = is_told(token) and dep == "nmod" and child in self.events
                if opened or about or carried:
                    told = frozenset(self.annotation.subtree(child))
                    if about:  # (the parse may hang what comes behind a colon on it)
                        end = self.close(max(token.i, child), last)
                        told = frozenset(k for k in told if k < end)
                    found.append(Matter(token.i, told))
            if token.pos == "VERB" and token.norm in pack.denials.topics:
                found.append(Matter(token.head, frozenset(self.annotation.subtree(token.i))))
            found += [Matter(token.i, frozenset(self.annotation.subtree(k))) for k in self.brought_up(token, pack)]
        return found

    def news_of(self, matter: Matter) -> list[int]:
        """What a participle tells of the one whom a matter names and of whom nothing else is told (`on parle d'un mort`)."""
        heads = [k for k in matter.tokens if self.tokens[k].head not in matter.tokens and self.tokens[k].pos == "NOUN"]
        told = [k for head in heads for k in self.annotation.dependents(head, "amod", "acl") if k in self.events]
        return [k for k in told if not is_told(self.tokens[self.tokens[k].head]) and self.said(k)]

    def brought_up(self, token: Token, pack: LanguagePack) -> list[int]:
        """What a verb names that somebody was asked about, was told of or says no more of: `when it was put to him that F`."""
        if token.pos not in {"VERB", "ADJ"}:
            return []
        children = list(self.annotation.children[token.i])
        verb = pack.reporting_verbs.verbs.get(token.lemma)
        naming = (
            verb is not None
            and verb.class_ not in {"denial", "refusal"}
            and not {"object", "event_object"}.isdisjoint(verb.takes)
        )
        if naming or (token.lemma in pack.denials.calling and verb is None):
            children = [
                c for c in children if self.tokens[c].dep == "obj" and c in self.events and self.events[c].nominal
            ]
            return [c for c in children if not is_told(self.tokens[c])]  # `interrogé sur`, `far from confirming N`
        if token.lemma in pack.denials.dwelling:
            return [c for c in children if self.case(c) & {*pack.denials.near_topics} and c > token.i]
        if self.whenever(token, pack):
            last = self.annotation.sentences[token.sentence][1]
            marks = (k for k in range(token.i + 1, last) if self.tokens[k].norm in pack.settings.complementisers)
            return [self.tokens[k].head for k in marks][:1]
        return []

    def case(self, k: int) -> set[str]:
        """The prepositions of a noun, as lemmas and as written."""
        case = [self.tokens[c] for c in self.annotation.dependents(k, "case")]
        return {w for t in case for w in (t.lemma, t.norm)}

    def whenever(self, token: Token, pack: LanguagePack) -> bool:
        """Whether a verb stands in a clause that tells when somebody said no: `quand on lui a dit que F`."""
        marks = self.annotation.dependents(token.i, "mark", "advmod")
        return any(self.tokens[c].norm in pack.denials.whenever and c < token.i for c in marks)

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
        inside = [k for k in in_order(region) if k in self.events and not self.describes(k) and self.said(k)]
        inside = [k for k in inside if not self.sure_of(k, inside)]
        kept: list[int] = []
        for k in inside:
            above = next((a for a in self.annotation.ancestors(k) if a in inside), None)
            if above is not None and opened(self.annotation, self.tokens[k]) and self.tokens[above].pos == "NOUN":
                above = None  # (`it was put to the meeting that F`)
            if above is None or (self.carried_on(k) and self.tokens[k].head == above):
                kept.append(k)
        verbal = [k for k in kept if not self.events[k].nominal]
        return verbal if verbal and verbs_first else kept

    def without(self, k: int) -> bool:
        """Whether an event is what somebody has nothing to show for (`nous n'avons aucune preuve que F`, `no sign that F`)."""
        if not opened(self.annotation, self.tokens[k]):
            return False
        path = [k, *self.annotation.ancestors(k)][1:3]
        negated = [
            a for a in path if a in self.events and not self.events[a].polarity and self.events[a].class_ == OTHER
        ]
        shown = [c for a in negated for c in self.annotation.dependents(a, "obj", "nsubj") if c < k]
        return any(self.tokens[c].pos == "NOUN" and c not in self.events for c in shown)

    def says_only(self, k: int) -> bool:
        """Whether a verb of saying tells only whose word it was that was told before (`C'est ce que X soutenait`)."""
        token = self.tokens[k]
        pack, head = language_pack(token.language), self.tokens[token.head]
        hung = token.dep.startswith(("acl", "advcl:cleft")) and head.pos == "PRON"
        return token.lemma in pack.reporting_verbs.verbs and hung

    def sure_of(self, k: int, told: Sequence[int]) -> bool:
        """Whether an adjective only says how sure somebody is of what its clause tells (`we are certain that F`)."""
        adjective = self.tokens[k].pos == "ADJ" and self.events[k].class_ == OTHER
        return adjective and any(c in told for c in self.annotation.dependents(k, "ccomp"))

    def carried_on(self, k: int) -> bool:
        """Whether a clause goes on with what the one above it tells; one with a conjunction tells when or why that was so."""
        own = self.tokens[k]
        if not own.dep.startswith(CARRIED_ON):
            return False
        marked = own.dep.startswith("advcl") and self.annotation.dependents(k, "mark")
        return not any(self.tokens[m].pos == "SCONJ" for m in (marked or ()))

    def denied_by(self, region: Sequence[int], words: Sequence[int]) -> list[int]:
        """The highest events of a region that are negated by some words alone, as a verb of denial negates its clause."""
        said = self.annotation.span(words[0], words[-1])
        inside = [k for k in in_order(region) if k in self.events and not self.describes(k)]
        inside = [k for k in inside if not self.events[k].polarity and all(map(said.overlaps, self.events[k].negators))]
        return [k for k in inside if not any(a in inside for a in self.annotation.ancestors(k))]

    def describes(self, k: int) -> bool:
        """Whether a token names what is said, or only describes a thing (`des drones volés`), which is taken for granted."""
        token, head = self.tokens[k], self.tokens[self.tokens[k].head]
        if is_told(token):
            return True
        describing = token.dep in {"amod", "acl"} and head.pos in {"NOUN", "PROPN"} and not is_told(head)
        if misread_tense(self.annotation, token) is not None or self.annotation.dependents(k, "mark"):
            return False  # `que X ferme Y`, read as an adjective; `no plans to F`, `no intention of doing F`
        return describing and head.lemma not in language_pack(head.language).denials.shares

    def said(self, k: int) -> bool:
        """Whether an event is affirmed where it stands and tells of a happening, not of saying or asking."""
        event, token = self.events[k], self.tokens[k]
        if event.nominal and blamed_for(self.annotation, token):
            return False
        if event.class_ == OTHER:
            pack = language_pack(token.language)
            untrue = {token.lemma, token.norm} & {*pack.negation.untrue, *pack.denials.untold}
            return event.polarity and not untrue and not (token.lemma in pack.reporting_verbs.verbs and self.tells(k))
        return event.polarity and not shared_pack().event_classes.classes[event.class_].state

    def tells(self, k: int) -> bool:
        """Whether a verb of saying tells what is said, rather than what somebody got to know (`to have known of it`)."""
        verb = language_pack(self.tokens[k].language).reporting_verbs.verbs[self.tokens[k].lemma]
        cue = any(a.cue is not None and a.cue.start <= self.tokens[k].start < a.cue.end for a in self.attributions)
        return cue or verb.class_ != "learning" or not any(actor for _, actor in self.events[k].fillers.values())

    def asked(self, event: int) -> bool:
        """Whether an event is only asked about."""
        return self.events[event].realis == "hypothetical"

    def enabled(self, event: int) -> bool:
        """Whether an event is only what something makes possible (`la route permettrait de gagner le port`)."""
        head = self.tokens[self.tokens[event].head]
        governed = self.tokens[event].dep.split(":")[0] in {"xcomp", "ccomp", "advcl", "obl"}
        return governed and head.i != event and head.lemma in language_pack(head.language).events.abilities

    def charging(self, words: tuple[int, int]) -> bool:
        """Whether a noun among some words names what somebody is charged with (`these accusations`)."""
        inside = self.tokens[words[0] : words[1] + 1]
        return any(t.pos == "NOUN" and t.lemma in language_pack(t.language).denials.charges for t in inside)

    def accused(self, event: int) -> bool:
        """Whether an event is told as what somebody is charged with, or only as what is said (`aurait livré`)."""
        return self.hedged(event) or any(self.accuses(a) for a in self.around(event))

    def accuses(self, own: Attribution) -> bool:
        """Whether the cue of an attribution is a verb of accusing."""
        verbs = language_pack(self.annotation.document.language).reporting_verbs.verbs
        keys = [e.name.removeprefix("entry verb:") for e in own.evidence if e.name.startswith("entry verb:")]
        return any(key in verbs and verbs[key].class_ == "accusation" for key in keys)

    def chargeable(self, event: int) -> bool:
        """Whether an event may be what somebody is charged with: not what is or goes on by words of no class."""
        found = self.events[event]
        return found.class_ != OTHER or (found.phase == "done" and "agent" in found.fillers)

    def hedged(self, event: int) -> bool:
        """Whether a report tells an event as what is said, by its mood alone (`X aurait livré N`)."""
        group = (event, *self.annotation.dependents(event, "aux"))
        return any(self.tokens[k].has("Mood=Cnd") for k in group)

    def is_said(self, matter: Matter) -> bool:
        """Whether a matter is something said, not asked or left open."""
        verb = language_pack(self.tokens[matter.opener].language).reporting_verbs.verbs.get(
            self.tokens[matter.opener].lemma
        )
        return verb is None or verb.class_ not in {"question", "request", "refusal"}

    def is_put(self, matter: Matter) -> bool:
        """Whether a matter is asked, put to somebody, or what somebody says no more of."""
        opener = self.tokens[matter.opener]
        pack = language_pack(opener.language)
        verb = pack.reporting_verbs.verbs.get(opener.lemma)
        if opener.lemma in pack.denials.dwelling or self.whenever(opener, pack):
            return True
        return verb is not None and verb.class_ == "question"

    def asks(self, own: Attribution) -> bool:
        """Whether the words of an attribution ask for something or about it, so that they tell nothing of whether it was."""
        return unsaid(self.annotation, own)

    def subject(self, sentence: int) -> int | None:
        """The subject of what a sentence says first."""
        first, last = self.annotation.sentences[sentence]
        return next(
            (t.i for t in self.tokens[first:last] if t.dep.startswith("nsubj") and t.head == self.root(t.i)), None
        )

    def root(self, k: int) -> int:
        """The token on which all of a token's clause hangs."""
        return [k, *self.annotation.ancestors(k)][-1]

    def around(self, event: int) -> list[Attribution]:
        """The attributions in whose contents a token stands."""
        start = self.tokens[event].start
        return [a for a in self.attributions if any(c.start <= start < c.end for c in a.content)]

    def declined(self, event: int) -> bool:
        """Whether an event is what somebody declines to speak of (`invited to admit or deny F, X did neither`)."""
        return any(a.firmness == "refusal" for a in self.around(event))

    def one_source(self, a: Attribution, b: Attribution) -> bool:
        """Whether two attributions are of one actor."""
        return a.actor is not None and a.actor == b.actor

    def takes_part(self, actor: str | None, event: int) -> bool:
        """Whether an actor takes part in an event."""
        return actor is not None and any(actor == a for _, a in self.events[event].fillers.values())

    def near(self, one: int, other: int, paragraphs: int = 1) -> bool:
        """Whether two sentences stand in one paragraph, or in two so many apart at most."""
        places = self.annotation.paragraph_of_sentence
        return not places or abs(places[one] - places[other]) <= paragraphs

    def close(self, start: int, last: int) -> int:
        """Where a content that begins at a token ends: at a colon, semicolon or the end of the sentence."""
        return next((k for k in range(start, last) if self.tokens[k].text in {";", ":"}), last)

    def passive(self, verb: int) -> bool:
        """Whether a participle stands behind a form of be."""
        own, first = self.tokens[verb], self.auxiliary(verb)
        perfect = any(self.tokens[k].lemma in language_pack(own.language).denials.perfect for k in range(first, verb))
        return first != verb and own.pos in {"VERB", "ADJ"} and not (perfect and not self.been(verb))

    def been(self, verb: int) -> bool:
        """Whether a participle of be stands before another (`a été démenti`, `has been denied`)."""
        forms = language_pack(self.tokens[verb].language).denials.been
        return any(t.norm in forms for t in self.tokens[max(0, verb - 3) : verb])

    def auxiliary(self, verb: int) -> int:
        """The first auxiliary of a participle, else itself."""
        group = [c for c in self.annotation.dependents(verb, "aux", "cop") if c < verb]
        copulas = [c for c in group if is_copula(self.tokens[c])]
        return min(group) if copulas else verb

    def subjects(self, node: int) -> list[int]:
        """The subjects of a predicate."""
        return self.annotation.dependents(node, "nsubj", "csubj")

    def pronoun(self, k: int) -> bool:
        """Whether a token takes up what was told (`cela`, `it`)."""
        return self.tokens[k].norm in language_pack(self.tokens[k].language).denials.pronouns

    def nominal(self, k: int) -> bool:
        """Whether a token can be a subject."""
        return self.tokens[k].pos in {"NOUN", "PROPN", "PRON"}
