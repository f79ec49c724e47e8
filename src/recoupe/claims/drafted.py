"""One statement of an event, as an attribution or the report itself tells it: its words, stance, reserve and speaker."""

import functools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from recoupe.claims.background import days_before, long_before
from recoupe.claims.by_itself import stated_by_itself
from recoupe.claims.constructions import case_of, takes_place
from recoupe.claims.events import carried, event_of
from recoupe.claims.extents import clause_span
from recoupe.claims.found import CAUSE, FoundEvent
from recoupe.claims.in_passing import taken_for_granted, told_in_passing
from recoupe.claims.phases import presupposed as come_about
from recoupe.claims.reserve import left_open_by_report
from recoupe.claims.signs import QUOTES, is_told
from recoupe.claims.stages import ordered
from recoupe.claims.told import blamed_for, unsaid
from recoupe.claims.unproven import contesting
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution, Span, Statement, Value, identifier
from recoupe.model.attributions import Firmness
from recoupe.model.statements import Realis, Stance


@dataclass(frozen=True)
class Drafted:
    """A statement with the event that it was made of and the report's annotation.

    background: whether all dates of its sentence lie long before its report, which tells it beside its news; days_before: how
    many days before, where more than news are. unnamed: the actors among its participants that have no name, and that no
    other report can name again.

    takes_up: the token of the event that a denial takes up from elsewhere in its report. attribution: the one that is
    made for a denial whose words say nothing of what is denied (`X dément.`), as no content of its own shows it. implied:
    it denies an event by telling what is instead (`the dam held`), and counts only where a claim tells that event.
    corrected: the words around it by which its report says that it corrects what was told before. in_passing: a noun takes
    its event up, as known, while its clause tells something else. granted: a clause that only tells which one is meant tells
    its event, so that its speaker takes it for known. unsettled: a conditional of hearsay leaves open if its event goes on or
    is to come. called: for roles that somebody named fills, what the nouns can mean that the report uses of them.
    """

    statement: Statement
    found: FoundEvent
    annotation: Annotation
    speaker: str | None  # actor of the attribution
    speaker_named: bool = False
    told: bool = True  # whether it says enough to be met again by itself
    deed: bool = False  # whether it is what somebody says that a named doer did to something
    takes_up: int | None = None
    attribution: Attribution | None = None
    background: bool = False
    days_before: int | None = None
    unsettled: bool = False
    unnamed: frozenset[str] = frozenset()
    implied: bool = False
    corrected: tuple[Span, ...] = ()
    in_passing: bool = False
    granted: bool = False
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """The names in the words of the statement."""
        starts, tokens = self.annotation.starts, self.annotation.tokens
        inside = (tokens[bisect_left(starts, s.start) : bisect_left(starts, s.end)] for s in self.statement.spans)
        return frozenset(t.norm for own in inside for t in own if t.pos == "PROPN")

    @functools.cached_property
    def dates(self) -> tuple[tuple[str, str], ...]:
        """The first and last days of the dates that the statement tells."""
        values = (v for v in self.statement.values if v.slot == "date")
        return tuple((str(v.low), str(v.high)) for v in values if v.low is not None and v.high is not None)


def draft(annotation: Annotation, found: FoundEvent, holder: Attribution | None, values: Sequence[Value]) -> Drafted:
    """One statement; its voice and chain are filled in later."""
    found = spoken_by(annotation, found, holder)
    owned = owns_up(annotation, found, holder)
    found = done_by_speaker(annotation, found, holder) if owned else found
    span = clause_span(annotation, found)
    if found.tally is None:  # (the noun of a figure stands before what is said of it: `put the toll | at 14`)
        span = said(with_bounds(annotation, span, values), annotation.tokens[found.token].start, holder)
    stance: Stance = "affirms"
    denied = holder is not None and holder.firmness == "denial"
    realis: Realis = "actual" if denied or stated_by_itself(annotation, found, holder) else found.realis
    token = annotation.tokens[found.token]
    asked = holder is not None and unsaid(annotation, holder) and not ordered(annotation, token)
    if holder is not None and asked and not known_to_all(annotation, found, holder):
        realis = "hypothetical"
    only_named = (
        holder is not None
        and denied
        and (takes_part(annotation, found, holder) or only_describes(annotation, found, holder))
    )
    realis = "hypothetical" if only_named else realis
    denying = holder is not None and not (
        only_named or presupposed(annotation, found, holder) or goes_on(annotation, found, holder)
    )
    if holder is not None and denying and holder.firmness in {"denial", "refusal"}:
        stance = "denies" if holder.firmness == "denial" else "refuses"
    contested = contesting(annotation, token, holder) if denying and realis == "hypothetical" else ()
    if contested:
        realis, stance = "actual", "denies"
    if negated_inside(found, holder):
        stance = "affirms" if stance == "denies" and is_clause(annotation, holder) else "denies"
    reserve = conditional(annotation, found, holder)
    firmness: Firmness = holder.firmness if holder is not None else "flat"
    report_firmness = holder.report_firmness if holder is not None else "flat"
    if reserve and firmness == "flat":
        firmness = report_firmness = "hedged"
    within = tuple(v for v in values if span.contains(v.span))
    statement = Statement(
        id=identifier("statement", span, annotation.span(found.token, found.token), found.class_, *source_of(holder)),
        document=annotation.document.id,
        spans=(span,),
        attribution=holder.id if holder is not None else None,
        voice="",
        chain=(),
        stance=stance,
        answers=(),
        polarity="negative" if negated_inside(found, holder) else "positive",
        realis=realis,
        phase=found.phase,
        firmness=firmness,
        voice_firmness=holder.voice_firmness if holder is not None else "unknown",
        report_firmness=report_firmness,
        triggers=tuple(
            dict.fromkeys(
                (
                    *(holder.triggers if holder is not None else ()),
                    *reserve,
                    *contested,
                    *found.phase_words,
                    *found.negators,
                )
            )
        ),
        event=event_of(annotation, found),
        values=within,
        sentence=annotation.sentence_of(found.token),
    )
    source = holder.source if holder is not None else None
    named = source is not None and any(
        t.pos == "PROPN" for t in annotation.tokens if source.start <= t.start and t.end <= source.end
    )
    background = long_before(annotation, found, values)
    return Drafted(
        statement,
        found,
        annotation,
        holder.actor if holder is not None else None,
        named,
        background=background,
        days_before=days_before(annotation, found, values),
        unsettled=unsettled(annotation, found, within),
        in_passing=told_in_passing(annotation, found, holder),
        granted=taken_for_granted(annotation, found, holder),
    )


def innermost(attributions: Sequence[Attribution], position: int) -> list[Attribution]:
    """The smallest attribution whose content holds a code point, with those that only name a further speaker of it.

    A nested relation of the same content comes first; the outlet that passes it on is no further speaker.
    """
    holders = [a for a in attributions if any(c.start <= position < c.end for c in a.content)]
    if not holders:
        return []
    first = min(
        holders,
        key=lambda a: (sum(c.end - c.start for c in a.content), a.relay is None, a.source or a.content[0], a.id),
    )
    joint = [a for a in holders if a.cue is not None and (a.cue, a.content) == (first.cue, first.content)]
    return [a for a in joint if a is first or not passes_on(a, first)] or [first]


def passes_on(outer: Attribution, inner: Attribution) -> bool:
    """Whether the source of one attribution is the outlet through which the other has reached the report."""
    if outer.source is None or inner.relay is None:
        return False
    return outer.source.start < inner.relay.end and inner.relay.start < outer.source.end


def spoken_by(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> FoundEvent:
    """An event in quoted words, whose speaker is the one who says `I` there."""
    if holder is None or holder.actor is None or holder.kind not in {"direct", "mixed"}:
        return found
    own = {
        role: (head, actor or (holder.actor if is_first_person(annotation.tokens[head]) else None))
        for role, (head, actor) in found.fillers.items()
    }
    return replace(found, fillers=own) if own != found.fillers else found


def owns_up(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> bool:
    """Whether somebody claims a deed that harms another as his own (`revendique l'attaque`): it was, and he did it."""
    if holder is None or holder.cue is None or holder.kind != "nominal" or not found.nominal:
        return False
    events = language_pack(annotation.document.language).events
    return any(found.class_ in events.claiming.get(t.lemma, ()) for t in annotation.within(holder.cue))


def done_by_speaker(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> FoundEvent:
    """An event whose doer is the source of its attribution, where its words name none."""
    words = annotation.within(holder.source) if holder is not None and holder.source is not None else ()
    head = next((t for t in words if t.head == t.i or annotation.tokens[t.head] not in words), None)
    if holder is None or head is None or "agent" in found.fillers:
        return found
    return replace(found, fillers={**found.fillers, "agent": (head.i, holder.actor)})


def is_first_person(token: Token) -> bool:
    """Whether a pronoun stands for the one who speaks; `we` may be a body, or others with them."""
    pronoun = token.pos == "PRON" and token.has("Number=Sing")
    return pronoun and language_pack(token.language).function_words.pronouns.get(token.norm) == "first"


def source_of(holder: Attribution | None) -> tuple[Span, ...]:
    """The source's words: what tells apart the statements of two who say the same in one sentence."""
    return (holder.source,) if holder is not None and holder.source is not None else ()


def is_clause(annotation: Annotation, holder: Attribution | None) -> bool:
    """Whether a content is a clause that hangs on its cue: a negation in it is denied, one in words of their own denies."""
    if holder is None or holder.cue is None or holder.kind != "indirect":
        return False
    between = annotation.document.text[holder.cue.end : holder.content[0].start]
    return ":" not in between and "\n" not in between


def known_to_all(annotation: Annotation, found: FoundEvent, holder: Attribution) -> bool:
    """Whether a noun names an event that has been, inside what somebody asks for (`a demandé une enquête sur | la frappe`)."""
    noun = annotation.tokens[found.token]
    head = annotation.tokens[noun.head]
    inside = any(c.start <= head.start < c.end for c in holder.content)
    definite = any(
        annotation.tokens[d].has(feature)
        for d in annotation.dependents(noun.i, "det", "nmod:poss")
        for feature in ("Definite=Def", "PronType=Dem", "Poss=Yes")
    )
    return found.nominal and inside and definite and come_about(annotation, noun, language_pack(noun.language))


def presupposed(annotation: Annotation, found: FoundEvent, holder: Attribution) -> bool:
    """Whether an event is taken for granted beside what is denied (`nie avoir livré des obus pour sa guerre`)."""
    if holder.firmness != "denial":
        return False
    return any(
        owned_aim(annotation, node, head) or known_beside(annotation, node, head)
        for node, head in upwards(annotation, found, holder)
    )


def only_describes(annotation: Annotation, found: FoundEvent, holder: Attribution) -> bool:
    """Whether an event only describes what is denied (`nie avoir vendu des armes volées`): nothing is said of whether it was.

    What the parse hangs on a noun is the denied verb itself where the content has no other one (`rejects any suggestion that
    | the plant dumped waste`, of which `dumped` is read as a participle).
    """
    if holder.kind != "nominal" and not any(
        t.has("VerbForm=Fin") or t.has("VerbForm=Inf") for c in holder.content for t in annotation.within(c)
    ):
        return False
    shares = language_pack(annotation.document.language).denials.shares
    return any(
        node.dep.startswith(("amod", "acl"))
        and head.pos in {"NOUN", "PROPN"}
        and not is_told(head)
        and head.lemma not in shares
        for node, head in upwards(annotation, found, holder)
    )


def upwards(annotation: Annotation, found: FoundEvent, holder: Attribution) -> Iterator[tuple[Token, Token]]:
    """The words of a content from an event's own up to the one that they all hang on, each with what it hangs on."""
    node = annotation.tokens[found.token]
    while node.head != node.i:
        head = annotation.tokens[node.head]
        if not any(c.start <= head.start < c.end for c in holder.content):
            return
        yield node, head
        node = head


def known_beside(annotation: Annotation, node: Token, head: Token) -> bool:
    """Whether a noun tells beside what is denied when or in spite of what that was (`nie avoir été payé lors de la vente`),
    or only of what a quality is denied (`contester la légalité de la vente`).
    """
    if node.pos != "NOUN" or not node.dep.startswith(("obl", "nmod")):
        return False
    pack = language_pack(node.language)
    if node.dep.startswith("nmod") and head.lemma in pack.denials.qualities:
        return True
    case = [c for c in annotation.dependents(node.i, "case") if c < node.i]
    words = [annotation.tokens[k].norm for c in case for k in (c, *annotation.dependents(c, "fixed"))]
    if head.pos == "ADV" and head.norm in pack.negation.beside:  # `lors de N`
        return True
    verbal = head.pos in {"VERB", "AUX"} and node.dep.startswith("obl")
    return verbal and any(word in pack.negation.beside for word in words)


def takes_part(annotation: Annotation, found: FoundEvent, holder: Attribution) -> bool:
    """Whether an event noun is subject or object of a finite verb that is denied (`dément que la fuite ait été cachée`).

    It is what the verb says of it that is denied, not that it was; a verb that only says that it took place or carries it
    says no more. So it is with what somebody denies to be to blame for.
    """
    node = annotation.tokens[found.token]
    head = annotation.tokens[node.head]
    if node.pos == "NOUN" and blamed_for(annotation, node):
        return True
    if not any(c.start <= head.start < c.end for c in holder.content):
        return False  # `dément la fuite`
    if node.pos != "NOUN" or not node.dep.startswith(("nsubj", "obj")) or head.pos not in {"VERB", "AUX"}:
        return False
    finite = head.has("VerbForm=Fin") or any(
        annotation.tokens[c].has("VerbForm=Fin") for c in annotation.dependents(head.i, "aux", "cop")
    )
    return finite and carried(annotation, node) is None and not takes_place(annotation, head)


def owned_aim(annotation: Annotation, node: Token, head: Token) -> bool:
    """Whether a noun that belongs to somebody tells what a deed was for (`livrer des obus pour sa guerre`): it is taken for
    granted where the deed is denied.
    """
    if node.pos != "NOUN" or not node.dep.startswith(("obl", "nmod")) or node.i < head.i:
        return False
    owned = [c for c in annotation.dependents(node.i, "det", "nmod:poss") if annotation.tokens[c].has("Poss=Yes")]
    return bool(owned) and case_of(annotation, node.i) in language_pack(node.language).settings.purpose_marks


def goes_on(annotation: Annotation, found: FoundEvent, holder: Attribution) -> bool:
    """Whether an event stands in what somebody goes on to say behind a denial (`dément que F : « Il est en congé »`)."""
    if holder.firmness != "denial" or holder.cue is None or found.nominal:
        return False
    start = annotation.tokens[found.token].start
    between = annotation.document.text[holder.cue.end : start]
    mark, _, behind = between.rpartition(":")
    return bool(mark) and any(quote in behind for quote in QUOTES)


def negated_inside(found: FoundEvent, holder: Attribution | None) -> bool:
    """Whether the event is negated by words of the content; those of a denying cue (`nie avoir livré`) are its firmness."""
    if found.polarity or holder is None or holder.cue is None:
        return not found.polarity
    if holder.firmness in {"denial", "refusal"}:  # (`ne confirme ni n'infirme N`, `jure ne pas avoir F`)
        return any(c.contains(n) for n in found.negators for c in holder.content)
    return any(not holder.cue.overlaps(n) for n in found.negators)


def unsettled(annotation: Annotation, found: FoundEvent, values: Sequence[Value]) -> bool:
    """Whether a conditional of hearsay leaves open if an event goes on or is to come (`le pays livrerait des drones`).

    One with a date is to come, and one in what somebody said earlier was to come then (`a dit qu'il livrerait`).
    """
    token = annotation.tokens[found.token]
    hearsay = language_pack(token.language).settings.journalistic_conditional
    if not hearsay or not token.has("Mood=Cnd") or found.phase != "planned":
        return False
    above = annotation.tokens[token.head]
    group = (above, *(annotation.tokens[k] for k in annotation.dependents(above.i, "aux")))
    told = token.dep.startswith("ccomp") and any(
        t.has("Tense=Past") or t.has("Tense=Imp") or t.dep == "aux:tense" for t in group
    )
    return not told and all(v.slot != "date" for v in values)


def conditional(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> tuple[Span, ...]:
    """The report's own reserve: the words of a conditional on the event's verb, be it in a clause inside a flat content.

    In what somebody is quoted with word for word it is the speaker's; in other words of a content a simple conditional may be
    the future seen from then, a compound one (`qui les aurait revendus`) is reserve. So is a verb that only lays the blame.
    """
    if found.realis != "actual" or (holder is not None and holder.kind in {"direct", "mixed"}):
        return ()
    if found.class_ == CAUSE and is_charge(annotation.tokens[found.token]):
        return (annotation.span(found.token, found.token),)
    group = (found.token, *annotation.dependents(found.token, "aux"))
    words = [annotation.tokens[k] for k in group if annotation.tokens[k].has("Mood=Cnd")]
    if holder is not None:
        words = [t for t in words if t.i != found.token and not t.dep.startswith("aux:pass")]
    beside = left_open_by_report(annotation, annotation.tokens[found.token]) if holder is None else ()
    return tuple(dict.fromkeys((*(annotation.span(t.i, t.i) for t in words), *beside)))


def is_charge(token: Token) -> bool:
    """Whether a verb only lays the blame for an event (`a power line is blamed for the fire`)."""
    verb = language_pack(token.language).reporting_verbs.verbs.get(token.lemma)
    return verb is not None and verb.class_ == "accusation"


def with_bounds(annotation: Annotation, span: Span, values: Sequence[Value]) -> Span:
    """A statement's words with the bounds of the figure that they open with (`| au moins | vingt-deux blessés`)."""
    start = min((v.span.start for v in values if v.span.start < span.start < v.span.end), default=span.start)
    return Span(span.document, start, span.end, annotation.document.text[start : span.end])


def said(span: Span, position: int, holder: Attribution | None) -> Span:
    """A statement's words without those of the cue that ascribes it: what of them lies in the content."""
    for content in holder.content if holder is not None else ():
        if content.start <= position < content.end:
            low, high = max(span.start, content.start), min(span.end, content.end)
            return Span(span.document, low, high, span.text[low - span.start : high - span.start])
    return span
