"""Statements of who says no: to an event beside the denial, to one told before it (`X dément.`), or to nothing near it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from recoupe.claims.bare_refusals import Refusal
from recoupe.claims.denying import Denied, denied_events
from recoupe.claims.drafted import Drafted, draft, innermost, source_of
from recoupe.claims.extents import clause_span
from recoupe.claims.found import OTHER, FoundEvent
from recoupe.claims.participants import actor_at
from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Span, Value, identifier


def only_denies(attribution: Attribution) -> bool:
    """Whether an attribution says no to words that stand before its own, as told by somebody else (`X dément.`)."""
    cue, source = attribution.cue, attribution.source
    after = (
        cue is not None
        and source is not None
        and all(c.end <= min(cue.start, source.start) for c in attribution.content)
    )
    return (
        after and attribution.firmness == "denial" and any(e.name == "mechanism answer" for e in attribution.evidence)
    )


def cue_token(annotation: Annotation, attribution: Attribution) -> int | None:
    """The first token of an attribution's cue."""
    cue = attribution.cue
    return next((t.i for t in annotation.tokens if cue is not None and t.start >= cue.start), None)


@dataclass(frozen=True)
class SaidNo:
    """What a report says no to.

    denied: by an event's token, who says no to it. before: the events that stand before a denial without words of its own,
    with its attribution. unanswering: those of who says no to nothing that is found. words: the tokens of those that say no;
    untrue: those among them that only say that something is not so. by_nobody: the tokens of events that words say no to of
    which it is not known whose they are.
    declined: the events before a refusal that it takes up, with its attribution. silent: the refusals without a matter of
    their own, each with an attribution made for it and the event told before it, if there is one.
    """

    denied: Mapping[int, Sequence[Denied]]
    before: Sequence[tuple[FoundEvent, Attribution]]
    unanswering: Sequence[Denied]
    words: frozenset[int]
    untrue: frozenset[int] = frozenset()
    by_nobody: frozenset[int] = frozenset()
    declined: Sequence[tuple[FoundEvent, Attribution]] = ()
    silent: Sequence[tuple[Refusal, Attribution, FoundEvent | None]] = ()

    @property
    def refusing(self) -> frozenset[int]:
        """The tokens of refusals without a matter of their own, whose words tell no event."""
        return frozenset(k for refused, _, _ in self.silent for k in range(refused.first, refused.words[1] + 1))

    def elsewhere(
        self, annotation: Annotation, values: Sequence[Value], attributions: Sequence[Attribution]
    ) -> list[Drafted]:
        """The statements of the denials that stand apart from what they deny, be it found or not."""
        made = [draft(annotation, found, holder, values) for found, holder in self.before]
        said = [denial(annotation, of_nothing(d), d, values, attributions) for d in self.unanswering]
        made += [refusal(annotation, found, holder, values) for found, holder in self.declined]
        made += [silence(annotation, *one, values) for one in self.silent]
        return made + [d for d in said if d.speaker is not None]


def said_no(
    annotation: Annotation,
    events: Sequence[FoundEvent],
    attributions: Sequence[Attribution],
    bare: Sequence[Attribution],
    actors: Mapping[int, str],
) -> SaidNo:
    """What a report says no to: by signs of its text, and where these show nothing by its bare denials (`only_denies`)."""
    by_event, unanswering, declined, by_nobody, untrue, silent = denied_events(annotation, events, attributions, actors)
    by_token = {e.token: e for e in events}
    by_event = {
        e: [framed(annotation, d, attributions) for d in found if not spoken_out(annotation, d, attributions)]
        for e, found in by_event.items()
    }
    denied = {e: [held(annotation, d, bare, actors) for d in found] for e, found in by_event.items()}
    by_somebody = (d for found in denied.values() for d in found if d.holder is not None or d.speaker is not None)
    spoken_for = {sentence_at(annotation, d) for d in by_somebody}
    cues = [(a, k) for a in bare if (k := cue_token(annotation, a)) is not None]
    left = [(a, k) for a, k in cues if annotation.tokens[k].sentence not in spoken_for]
    before = [
        (found, a)
        for a, _ in left
        for found in events
        if any(c.start <= annotation.tokens[found.token].start < c.end for c in a.content)
    ]
    taken = {annotation.tokens[k].sentence for _, k in left}
    denied = {e: [d for d in found if sentence_at(annotation, d) not in taken] for e, found in denied.items()}
    told = {a.id for _, a in before}
    return SaidNo(
        denied,
        before,
        [held(annotation, d, bare, actors) for d in unanswering if sentence_at(annotation, d) not in taken]
        + [Denied(k, (k, k), a, None, apart=True) for a, k in left if a.id not in told],
        frozenset(k for found in denied.values() for d in found for k in range(d.words[0], d.words[1] + 1)),
        untrue,
        by_nobody,
        [(by_token[e], own) for e, own in declined],
        [
            (r, own, by_token.get(e))
            for r, told in silent
            if (own := declining(annotation, r, actors)) is not None
            for e in told or [-1]
        ],
    )


def sentence_at(annotation: Annotation, answer: Denied) -> int:
    """The sentence of the words that say no."""
    return annotation.tokens[answer.words[0]].sentence


def held(annotation: Annotation, answer: Denied, bare: Sequence[Attribution], actors: Mapping[int, str]) -> Denied:
    """A denial with its attribution: that of its words, a bare one, else one made for who speaks beside it (`speaker`)."""
    if answer.speaker is None and answer.holder is not None:
        return answer
    words = annotation.span(*answer.words)
    own = next((a for a in bare if a.cue is not None and a.cue.overlaps(words)), None)
    if own is not None:
        return replace(answer, holder=own, speaker=None)
    speaker = named_by(annotation, answer.speaker, actors) if answer.speaker is not None else None
    if speaker is not None:
        return replace(answer, holder=spoken(annotation, answer, speaker, words))
    return replace(answer, speaker=None) if answer.holder is not None else answer


def framed(annotation: Annotation, answer: Denied, attributions: Sequence[Attribution]) -> Denied:
    """A denial with the attribution of the frame that holds its words and says who denies the event, whoever stands nearer.

    `« Mensonge », a dit le maire de la vente`, `Calomnie, mensonge : le groupe n'a pas de mots assez durs pour démentir N`.
    """
    if answer.speaker is None:
        return answer
    start, sentence = annotation.tokens[answer.event].start, sentence_at(annotation, answer)
    own = next(
        (
            a
            for a in attributions
            if a.firmness == "denial"
            and a.source is not None
            and a.cue is not None
            and of_frame(a)
            and any(c.start <= start < c.end for c in a.content)
            and annotation.within(a.cue)[0].sentence == sentence
        ),
        None,
    )
    return answer if own is None else replace(answer, holder=own, speaker=None)


def spoken_out(annotation: Annotation, answer: Denied, attributions: Sequence[Attribution]) -> bool:
    """Whether words that seem to say no belong to a set phrase of speaking out (`coupe court aux rumeurs : F`)."""
    start, words = annotation.tokens[answer.event].start, annotation.span(*answer.words)
    return any(
        a.cue is not None
        and a.firmness not in {"denial", "refusal"}
        and of_frame(a)
        and a.cue.start <= words.start < a.cue.end
        and any(words.end <= c.start <= start < c.end for c in a.content)
        for a in attributions
    )


def of_frame(attribution: Attribution) -> bool:
    """Whether an attribution was read from a set phrase as a whole."""
    return any(e.name == "mechanism frame" for e in attribution.evidence)


def denial(
    annotation: Annotation,
    found: FoundEvent,
    answer: Denied,
    values: Sequence[Value],
    attributions: Sequence[Attribution],
) -> Drafted:
    """The statement of who says no to an event; where somebody else tells the event, in the words that say no alone."""
    words = annotation.span(*answer.words)
    said = range(answer.words[0], answer.words[1] + 1)
    fillers = {role: f for role, f in found.fillers.items() if f[0] not in said or found.token in said}
    event = replace(found, fillers=fillers, polarity=True, negators=(), general=False, realis="actual")
    holder = answer.holder
    made = holder if answer.speaker is not None else None
    if holder is None:  # the relation whose words the denial is
        around = innermost(attributions, annotation.tokens[found.token].start)
        holder = next((h for h in around if h.firmness == "denial"), None)
        made = None
    own = draft(annotation, event, holder, values)
    clause = clause_span(annotation, found)
    spans = (words,) if answer.apart or clause.overlaps(words) else tuple(sorted((words, clause)))
    if not answer.apart and clause.overlaps(words):
        spans = (clause,)
    statement = structs.replace(
        own.statement,
        id=identifier("statement", words, annotation.span(found.token, found.token), found.class_, *source_of(holder)),
        spans=spans,
        stance="denies",
        realis="actual",
        polarity="positive",
        triggers=tuple(dict.fromkeys((words, *own.statement.triggers))),
        values=() if answer.apart else own.statement.values,
        sentence=annotation.sentence_of(answer.words[0]),
    )
    return replace(own, statement=statement, takes_up=found.token, attribution=made)


def refusal(annotation: Annotation, found: FoundEvent, holder: Attribution, values: Sequence[Value]) -> Drafted:
    """The statement of who declines to say anything of an event that is told before (`X n'a pas voulu commenter ces propos`)."""
    event = replace(found, polarity=True, negators=(), general=False, realis="actual")
    own = draft(annotation, event, holder, values)
    spans = tuple(sorted({*holder.content, *([holder.cue] if holder.cue is not None else [])}))
    token = annotation.span(found.token, found.token)
    statement = structs.replace(
        own.statement,
        id=identifier("statement", *spans, token, found.class_, *source_of(holder)),
        spans=spans,
        stance="refuses",
        realis="actual",
        polarity="positive",
        values=(),
        sentence=annotation.sentence_of(annotation.within(spans[0])[0].i),
    )
    return replace(own, statement=statement, takes_up=found.token)


def declining(annotation: Annotation, refused: Refusal, actors: Mapping[int, str]) -> Attribution | None:
    """The attribution of a refusal without a matter of its own; its content is the words of the refusal."""
    if refused.speaker is None:
        return refused.holder
    words, source = annotation.span(*refused.words), noun_phrase(annotation, refused.speaker)
    return Attribution(
        id=identifier("attribution", source, words, annotation.span(refused.node, refused.node)),
        document=annotation.document.id,
        source=source,
        actor=named_by(annotation, refused.speaker, actors),
        cue=annotation.span(refused.first, refused.words[1]),
        content=(annotation.span(refused.node, refused.node),),
        kind="nominal",
        firmness="refusal",
        voice_firmness="flat",
        report_firmness="flat",
        triggers=(words,),
    )


def noun_phrase(annotation: Annotation, head: int) -> Span:
    """A noun with what stands before it and the names that go on with it (`the interior ministry`)."""
    inside = annotation.subtree(head)
    first = min(inside) if min(inside) <= head else head
    last = max((k for k in annotation.dependents(head, "flat", "compound") if k > head), default=head)
    return annotation.span(first, last)


def silence(
    annotation: Annotation, refused: Refusal, holder: Attribution, found: FoundEvent | None, values: Sequence[Value]
) -> Drafted:
    """The statement of who declines to speak of what is told before, or of nothing that is known."""
    nothing = Denied(refused.node, refused.words, holder, refused.speaker, apart=True)
    event = of_nothing(nothing) if found is None else replace(found, polarity=True, negators=(), realis="actual")
    own = draft(annotation, event, holder, values)
    words, token = annotation.span(refused.first, refused.words[1]), annotation.span(event.token, event.token)
    spans = (words,) if refused.speaker is None else tuple(sorted((noun_phrase(annotation, refused.speaker), words)))
    statement = structs.replace(
        own.statement,
        id=identifier("statement", words, token, event.class_, *source_of(holder)),
        spans=spans,
        stance="refuses",
        realis="actual",
        polarity="positive",
        values=(),
        sentence=annotation.sentence_of(refused.words[0]),
    )
    made = holder if refused.speaker is not None else None
    return replace(own, statement=statement, takes_up=None if found is None else found.token, attribution=made)


def retraction(own: Drafted, words: Span) -> Drafted:
    """The statement of a report that takes back in part what it told before; what it told as not so is left as it is.

    It is the report that says so, not who or what is said to have told it then.
    """
    if own.statement.stance != "affirms" or own.statement.realis != "actual":
        return own
    triggers = tuple(dict.fromkeys((words, *own.statement.triggers)))
    statement = structs.replace(own.statement, stance="denies", attribution=None, triggers=triggers)
    found = replace(own.found, general=True)
    return replace(own, statement=statement, found=found, speaker=None, speaker_named=False, takes_up=own.found.token)


def of_nothing(answer: Denied) -> FoundEvent:
    """The event of a denial whose own words and surroundings tell nothing that it denies: that somebody says no."""
    return FoundEvent(
        answer.event, OTHER, {}, True, "actual", "open", nominal=False, general=True, phase_words=(), negators=()
    )


def named_by(annotation: Annotation, head: int, actors: Mapping[int, str]) -> str | None:
    """The actor that a noun phrase names, by its head or by a name that stands in it (`the Dorval group`)."""
    found = actor_at(annotation, head, actors)
    if found is not None:
        return found
    beside = annotation.dependents(head, "compound", "flat", "appos")
    beside += [k for c in beside for k in annotation.dependents(c, "compound", "flat", "appos")]  # (`Me X`)
    return next((actors[c] for c in beside if c in actors), None) or of_role(annotation, head, actors)


def of_role(annotation: Annotation, head: int, actors: Mapping[int, str]) -> str | None:
    """The only one whom a report names beside a noun (`operator disputes claim`: `the grid operator Dorval`)."""
    own = annotation.tokens[head]
    if own.pos != "NOUN":
        return None
    named = set()
    for k, actor in actors.items():
        token = annotation.tokens[k]
        around = (token, *(annotation.tokens[c] for c in annotation.dependents(k, "compound", "appos", "nmod:desc")))
        if token.dep.startswith(("appos", "flat")):
            around = (*around, annotation.tokens[token.head])
        if any(t.lemma == own.lemma and t.pos == "NOUN" for t in around) and any(t.pos == "PROPN" for t in around):
            named.add(actor)
    return named.pop() if len(named) == 1 else None


def spoken(annotation: Annotation, answer: Denied, actor: str, words: Span) -> Attribution:
    """The attribution of a denial to whom the text names beside it; its content is what is denied, wherever that stands."""
    assert answer.speaker is not None
    source = annotation.span(answer.speaker, answer.speaker)
    content = annotation.span(answer.event, answer.event)
    return Attribution(
        id=identifier("attribution", source, words, content),
        document=annotation.document.id,
        source=source,
        actor=actor,
        cue=words,
        content=(content,),
        kind="nominal",
        firmness="denial",
        voice_firmness="flat",
        report_firmness="flat",
        triggers=(words,),
        within=answer.holder.id if answer.holder is not None else None,
    )
