"""Statements: each event of a report, under the attribution that ascribes it or as the report's own assertion."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from recoupe.claims.background import long_before
from recoupe.claims.constructions import case_of, described, described_noun
from recoupe.claims.contraries import contraries
from recoupe.claims.denials_before import denied_before, only_denies, sentence_of, spoken
from recoupe.claims.denying import Denied, denied_events
from recoupe.claims.entries import is_victim
from recoupe.claims.events import event_of, find_events
from recoupe.claims.extents import clause_span
from recoupe.claims.found import OTHER, FoundEvent
from recoupe.claims.holding import of_held
from recoupe.claims.participants import Aside, actor_at
from recoupe.claims.retractions import clauses_of, correcting, retracted
from recoupe.claims.signs import QUOTES, is_told
from recoupe.claims.things import thing_at
from recoupe.claims.told import unsaid
from recoupe.languages import language_pack, shared_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import Attribution, Span, Statement, Value, identifier
from recoupe.model.attributions import Firmness
from recoupe.model.statements import Realis, Stance
from recoupe.reuse.weights import weight

ASIDE = {"place", "goal", "charge", "penalty", "post"}
RARE = 0.9  # of what a word of no table tells (see the weights of shared words)
ACTS = {"request", "promise", "accusation", "emotion"}  # classes of verbs that do more than say


@dataclass(frozen=True)
class Drafted:
    """A statement with the event that it was made of and the report's annotation.

    background: whether all dates of its sentence lie long before its report, which tells it beside its news. unnamed:
    the actors among its participants that have no name, and that no other report can name again.

    takes_up: the token of the event that a denial takes up from elsewhere in its report. attribution: the one that is
    made for a denial whose words say nothing of what is denied (`X dément.`), as no content of its own shows it. implied:
    it denies an event by telling what is instead (`the dam held`), and counts only where a claim tells that event.
    corrected: the words around it by which its report says that it corrects what was told before.
    """

    statement: Statement
    found: FoundEvent
    annotation: Annotation
    speaker: str | None  # actor of the attribution
    speaker_named: bool = False
    told: bool = True  # whether it says enough to be met again by itself
    takes_up: int | None = None
    attribution: Attribution | None = None
    background: bool = False
    unnamed: frozenset[str] = frozenset()
    implied: bool = False
    corrected: tuple[Span, ...] = ()


def statements_of(
    annotation: Annotation, attributions: Sequence[Attribution], actors: Mapping[int, str], values: Sequence[Value]
) -> list[Drafted]:
    """The statements of one report; those without a participant that names an actor may say too little (`told`)."""
    made = []
    bare = [a for a in attributions if only_denies(a)]
    attributions = [a for a in attributions if not only_denies(a)]
    spans = [s for a in attributions for s in (a.source, a.cue, a.relay) if s is not None]
    starts = annotation.starts
    cues = frozenset(i for s in spans for i in range(bisect_left(starts, s.start), bisect_left(starts, s.end)))
    beside = Aside(cues, *times_of(annotation, values))
    found_all = find_events(annotation, actors, beside)
    cued = [a for a in attributions if holds_event(annotation, a, found_all)]
    events = [e for e in found_all if not set_aside(annotation, e, attributions, cued)]
    corrected: dict[int, tuple[Span, ...]] = {}
    taken_back = clauses_of(retracted(annotation), events)
    denials, unanswering = denied_events(annotation, events, attributions, actors)
    further = denied_before(annotation, events, denials, bare)
    taken = {sentence_of(annotation, a) for _, a in further}
    unanswering = [d for d in unanswering if annotation.tokens[d.event].sentence not in taken]
    denials = {
        e: [d for d in answers if annotation.tokens[d.words[0]].sentence not in taken] for e, answers in denials.items()
    }
    words = {k for answers in denials.values() for d in answers for k in range(d.words[0], d.words[1] + 1)}
    for found in events:
        if found.class_ == OTHER and found.token in words - denials.keys():
            continue  # words that say no tell no event
        answers = denials.get(found.token, [])
        holders = innermost(attributions, annotation.tokens[found.token].start)
        if only_spreads(annotation, found, holders):
            continue
        denied = bool(answers) or any(h.firmness == "denial" for h in holders)
        named = found.owners or any(actor for _, actor in found.fillers.values())
        told = (
            done_by_one(annotation, found)
            if shared_pack().event_classes.classes[found.class_].state
            else bool(named) or denied or telling(annotation, found)
        )
        once = shared_pack().event_classes.classes[found.class_].once and found.phase != "open"
        once = once and not only_describes(annotation, found)
        said_no = not found.polarity and not found.nominal and bool(holders)  # `« Cela n'a jamais cessé », dit X`
        if told or once or found.fillers or said_no or stands_alone(annotation, found, holders):
            own = [d for d in answers if not d.apart]
            drafts = [
                denial(annotation, found, d, actors, values, attributions)
                for d in (*own, *(d for d in answers if d.apart))
            ]
            if not own:
                drafts += [draft(annotation, found, h, values) for h in (holders or (None,))]
            drafts = [retraction(d, taken_back[found.token]) if found.token in taken_back else d for d in drafts]
            sentence = annotation.tokens[found.token].sentence
            if sentence not in corrected:
                corrected[sentence] = correcting(annotation, sentence)
            made += [replace(d, told=told, corrected=corrected[sentence]) for d in drafts]
    made += [draft(annotation, found, a, values) for found, a in further]
    said = (denial(annotation, saying_no(d), d, actors, values, attributions) for d in unanswering)
    made += [d for d in said if d.speaker is not None]
    for found in contraries(annotation, attributions, actors):
        holders = innermost(attributions, annotation.tokens[found.token].start)
        made += [replace(draft(annotation, found, h, values), implied=True) for h in (holders or (None,))]
    return made


def times_of(annotation: Annotation, values: Sequence[Value]) -> tuple[frozenset[int], dict[int, tuple[str, str]]]:
    """The tokens of dates and durations, and the days that the dates among them tell."""
    tokens: set[int] = set()
    days: dict[int, tuple[str, str]] = {}
    starts = [t.start for t in annotation.tokens]
    for value in values:
        if value.slot not in {"date", "duration"}:
            continue
        own = range(bisect_left(starts, value.span.start), bisect_left(starts, value.span.end))
        tokens.update(own)
        if value.slot == "date" and value.low is not None and value.high is not None:
            days.update(dict.fromkeys(own, (str(value.low), str(value.high))))
    return frozenset(tokens), days


def stands_alone(annotation: Annotation, found: FoundEvent, holders: Sequence[Attribution]) -> bool:
    """Whether an event without participants is told all the same: by a verb, as all that somebody says, as a toll."""
    if is_victim(annotation, annotation.tokens[found.token]):
        return True
    if found.class_ == OTHER or shared_pack().event_classes.classes[found.class_].state:
        return False
    said = any(h.kind == "nominal" and len(h.content) == 1 for h in holders)
    finite = not found.nominal and not annotation.tokens[found.token].dep.startswith(("amod", "acl", "compound"))
    return said or finite


def holds_event(annotation: Annotation, attribution: Attribution, found: Sequence[FoundEvent]) -> bool:
    """Whether what is ascribed tells an event; else the cue itself tells it all (`proposed an allowance of 500 euros`)."""
    verbs = language_pack(annotation.document.language).reporting_verbs.verbs
    keys = [e.name.removeprefix("entry verb:") for e in attribution.evidence if e.name.startswith("entry verb:")]
    if attribution.kind != "nominal" or not any(key in verbs and verbs[key].class_ in ACTS for key in keys):
        return True
    starts = [annotation.tokens[e.token].start for e in found]
    return any(c.start <= s < c.end for c in attribution.content for s in starts)


def set_aside(
    annotation: Annotation, found: FoundEvent, attributions: Sequence[Attribution], cued: Sequence[Attribution]
) -> bool:
    """Whether a predicate is itself a cue or among the words of a source, or says what kind of thing another noun names."""
    position = annotation.tokens[found.token].start
    attributions = [a for a in attributions if a.source is None or not nobody(annotation, a.source)]
    if in_source(attributions, position) or (is_cue(cued, position) and not told_beside(annotation, found, cued)):
        return True
    return found.nominal and of_another(annotation, found.token)


def denial(
    annotation: Annotation,
    found: FoundEvent,
    answer: Denied,
    actors: Mapping[int, str],
    values: Sequence[Value],
    attributions: Sequence[Attribution],
) -> Drafted:
    """The statement of who says no to an event; where somebody else tells the event, in the words that say no alone."""
    words = annotation.span(*answer.words)
    event = replace(found, polarity=True, negators=(), general=False, realis="actual")
    holder, made = answer.holder, None
    if holder is None and answer.speaker is None:  # the relation whose words the denial is
        around = innermost(attributions, annotation.tokens[found.token].start)
        holder = next((h for h in around if h.firmness == "denial"), None)
    speaker = named_by(annotation, answer.speaker, actors) if answer.speaker is not None else None
    if speaker is not None:
        holder = made = spoken(annotation, answer, speaker, words)
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
    )
    return replace(own, statement=statement, takes_up=found.token, attribution=made)


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


def saying_no(answer: Denied) -> FoundEvent:
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
    return next((actors[c] for c in beside if c in actors), None)


def done_by_one(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether a verb of a state, or of no class, tells what a named doer has done to something that is no everyday word."""
    if found.nominal or found.phase != "done" or annotation.dependents(found.token, "cop"):
        return False
    doer = found.fillers.get("agent")
    things = [head for role, (head, _) in found.fillers.items() if role in {"theme", "recipient"}]
    named = doer is not None and doer[1] is not None
    return named and any(
        not thing_at(annotation.tokens[h]).everyday for h in things if annotation.tokens[h].pos == "NOUN"
    )


def telling(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether an event without a named participant can be met again: one about something that is no everyday word.

    Or one of a class that an affair tells of once (`the town hall was searched`). A noun's only where it is supposed
    (`toute livraison de cendres`); a participle beside a noun never.
    """
    heads = [annotation.tokens[head] for role, (head, _) in found.fillers.items() if role not in ASIDE]
    if found.nominal:
        return found.realis == "hypothetical" and any(thing_at(t).kind for t in heads)
    once = shared_pack().event_classes.classes[found.class_].once and bool(heads)
    rare = once or any(t.pos == "NOUN" and weight(t.lemma, t.language) >= RARE for t in heads)
    return rare and (heads_heading(annotation, found) or not annotation.tokens[found.token].dep.startswith("amod"))


def only_describes(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether a participle beside a noun tells of nothing but what kind of thing the noun names (`an encrypted radio`,
    `un marché couvert`): nobody else takes part, and nothing hangs on it."""
    token = annotation.tokens[found.token]
    if found.nominal or heads_heading(annotation, found) or not token.dep.startswith(("amod", "compound", "acl")):
        return False
    bare = token.i < token.head or token.dep.startswith("amod") or not annotation.children[token.i]
    return bare and all(head == token.head for head, _ in found.fillers.values())


def heads_heading(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether a participle behind the noun of a heading tells all of it (`Quatre toiles volées à X`)."""
    token = annotation.tokens[found.token]
    if found.nominal or token.sentence not in annotation.headings or not described(annotation, token):
        return False
    noun = annotation.tokens[described_noun(annotation, token)]
    return noun.dep in {"root", "parataxis"} and noun.i < token.i


def nobody(annotation: Annotation, source: Span) -> bool:
    """Whether what was taken for a source is nobody (`Personne ne m'a averti`, `Nobody told us`): nothing is said there."""
    words = annotation.within(source)
    return bool(words) and words[0].norm in language_pack(words[0].language).negation.pronouns


def of_another(annotation: Annotation, noun: int) -> bool:
    """Whether an event noun only says what kind of thing another noun names (`une usine de fabrication`, `delivery date`)."""
    token = annotation.tokens[noun]
    if token.dep.startswith("compound"):
        return True
    case = annotation.dependents(noun, "case")
    articles = any("PronType=Art" in annotation.tokens[c].morph for c in case) or annotation.dependents(noun, "det")
    bare = token.dep.startswith("nmod") and annotation.tokens[token.head].pos == "NOUN" and len(case) == 1
    return bare and not articles and of_held(case_of(annotation, noun))


def is_cue(attributions: Sequence[Attribution], position: int) -> bool:
    """Whether a predicate is itself the cue of an attribution to somebody; that one was told by nobody named is an event."""
    return any(a.cue is not None and a.source is not None and a.cue.start <= position < a.cue.end for a in attributions)


def told_beside(annotation: Annotation, found: FoundEvent, attributions: Sequence[Attribution]) -> bool:
    """Whether a predicate of several words goes beyond the cue that it opens (`a ordonné le rappel`): what is done is said."""
    if found.word is not None:
        return False
    cues = [a.cue for a in attributions if a.cue is not None and a.source is not None]
    nouns = [annotation.tokens[n] for n in found.nodes if annotation.tokens[n].pos == "NOUN"]
    return any(not any(c.start <= t.start < c.end for c in cues) for t in nouns)


def in_source(attributions: Sequence[Attribution], position: int) -> bool:
    """Whether a predicate is among the words that say who speaks (`un employé qui a requis l'anonymat`)."""
    return any(a.source is not None and a.source.start <= position < a.source.end for a in attributions)


def innermost(attributions: Sequence[Attribution], position: int) -> list[Attribution]:
    """The smallest attribution whose content holds a code point, with those that only name a further speaker of it.

    A nested relation of the same content comes first.
    """
    holders = [a for a in attributions if any(c.start <= position < c.end for c in a.content)]
    if not holders:
        return []
    first = min(
        holders,
        key=lambda a: (sum(c.end - c.start for c in a.content), a.relay is None, a.source or a.content[0], a.id),
    )
    joint = [a for a in holders if a.cue is not None and (a.cue, a.content) == (first.cue, first.content)]
    return joint or [first]


def spoken_by(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> FoundEvent:
    """An event in quoted words, whose speaker is the one who says `I` there."""
    if holder is None or holder.actor is None or holder.kind not in {"direct", "mixed"}:
        return found
    own = {
        role: (head, actor or (holder.actor if is_first_person(annotation.tokens[head]) else None))
        for role, (head, actor) in found.fillers.items()
    }
    return replace(found, fillers=own) if own != found.fillers else found


def is_first_person(token: Token) -> bool:
    """Whether a pronoun stands for the one who speaks; `we` may be a body, or others with them."""
    pronoun = token.pos == "PRON" and token.has("Number=Sing")
    return pronoun and language_pack(token.language).function_words.pronouns.get(token.norm) == "first"


def draft(annotation: Annotation, found: FoundEvent, holder: Attribution | None, values: Sequence[Value]) -> Drafted:
    """One statement; its voice and chain are filled in later."""
    found = spoken_by(annotation, found, holder)
    span = said(clause_span(annotation, found), annotation.tokens[found.token].start, holder)
    stance: Stance = "affirms"
    realis: Realis = "actual" if holder is not None and holder.firmness == "denial" else found.realis
    if holder is not None and unsaid(annotation, holder):
        realis = "hypothetical"
    denying = holder is not None and not (presupposed(annotation, found, holder) or goes_on(annotation, found, holder))
    if holder is not None and denying and holder.firmness in {"denial", "refusal"}:
        stance = "denies" if holder.firmness == "denial" else "refuses"
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
                (*(holder.triggers if holder is not None else ()), *reserve, *found.phase_words, *found.negators)
            )
        ),
        event=event_of(annotation, found),
        values=within,
    )
    source = holder.source if holder is not None else None
    named = source is not None and any(
        t.pos == "PROPN" for t in annotation.tokens if source.start <= t.start and t.end <= source.end
    )
    background = long_before(annotation, found, values)
    return Drafted(
        statement, found, annotation, holder.actor if holder is not None else None, named, background=background
    )


def source_of(holder: Attribution | None) -> tuple[Span, ...]:
    """The source's words: what tells apart the statements of two who say the same in one sentence."""
    return (holder.source,) if holder is not None and holder.source is not None else ()


def is_clause(annotation: Annotation, holder: Attribution | None) -> bool:
    """Whether a content is a clause that hangs on its cue: a negation in it is denied, one in words of their own denies."""
    if holder is None or holder.cue is None or holder.kind != "indirect":
        return False
    between = annotation.document.text[holder.cue.end : holder.content[0].start]
    return ":" not in between and "\n" not in between


def presupposed(annotation: Annotation, found: FoundEvent, holder: Attribution) -> bool:
    """Whether an event only describes what is denied (`nie avoir vendu des armes volées`, `... des armes pour sa guerre`)."""
    node = annotation.tokens[found.token]
    if holder.firmness != "denial":
        return False
    while node.head != node.i:
        head = annotation.tokens[node.head]
        if not any(c.start <= head.start < c.end for c in holder.content):
            return False
        describes = node.dep.startswith(("amod", "acl")) and head.pos in {"NOUN", "PROPN"}
        if owned_aim(annotation, node, head):
            return True
        if describes and not is_told(head) and head.lemma not in language_pack(head.language).denials.shares:
            return True
        node = head
    return False


def only_spreads(annotation: Annotation, found: FoundEvent, holders: Sequence[Attribution]) -> bool:
    """Whether a participle only says where or by whom what is denied is said (`nie une rumeur circulant sur la place`)."""
    token = annotation.tokens[found.token]
    describes = token.has("VerbForm=Part") and token.dep.startswith(("acl", "amod")) and not found.nominal
    denied = any(h.firmness == "denial" for h in holders)
    return (
        describes and denied and is_told(annotation.tokens[token.head]) and not annotation.dependents(token.i, "mark")
    )


def goes_on(annotation: Annotation, found: FoundEvent, holder: Attribution) -> bool:
    """Whether an event stands in what somebody goes on to say behind a denial (`dément que F : « Il est en congé »`)."""
    if holder.firmness != "denial" or holder.cue is None or found.nominal:
        return False
    start = annotation.tokens[found.token].start
    between = annotation.document.text[holder.cue.end : start]
    mark, _, behind = between.rpartition(":")
    return bool(mark) and any(quote in behind for quote in QUOTES)


def owned_aim(annotation: Annotation, node: Token, head: Token) -> bool:
    """Whether a noun that belongs to somebody tells what a deed was for (`livrer des obus pour sa guerre`): it is taken for
    granted where the deed is denied.
    """
    if node.pos != "NOUN" or not node.dep.startswith(("obl", "nmod")) or node.i < head.i:
        return False
    owned = [c for c in annotation.dependents(node.i, "det", "nmod:poss") if annotation.tokens[c].has("Poss=Yes")]
    return bool(owned) and case_of(annotation, node.i) in language_pack(node.language).settings.purpose_marks


def negated_inside(found: FoundEvent, holder: Attribution | None) -> bool:
    """Whether the event is negated by words of the content; those of a denying cue (`nie avoir livré`) are its firmness."""
    if found.polarity or holder is None or holder.cue is None:
        return not found.polarity
    return any(not holder.cue.overlaps(n) for n in found.negators)


def conditional(annotation: Annotation, found: FoundEvent, holder: Attribution | None) -> tuple[Span, ...]:
    """The report's own reserve: the words of a conditional on the event's verb, be it in a clause inside a flat content.

    In what somebody is quoted with word for word it is the speaker's; in other words of a content a simple conditional may be
    the future seen from then, a compound one (`qui les aurait revendus`) is reserve.
    """
    if found.realis != "actual" or (holder is not None and holder.kind in {"direct", "mixed"}):
        return ()
    group = (found.token, *annotation.dependents(found.token, "aux"))
    words = [annotation.tokens[k] for k in group if annotation.tokens[k].has("Mood=Cnd")]
    if holder is not None:
        words = [t for t in words if t.i != found.token and not t.dep.startswith("aux:pass")]
    return tuple(annotation.span(t.i, t.i) for t in words)


def said(span: Span, position: int, holder: Attribution | None) -> Span:
    """A statement's words without those of the cue that ascribes it: what of them lies in the content."""
    for content in holder.content if holder is not None else ():
        if content.start <= position < content.end:
            low, high = max(span.start, content.start), min(span.end, content.end)
            return Span(span.document, low, high, span.text[low - span.start : high - span.start])
    return span
