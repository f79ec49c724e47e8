"""Statements: each event of a report, under the attribution that ascribes it or as the report's own assertion."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.claims.called import called, called_so
from recoupe.claims.cautions import only_cautions
from recoupe.claims.constructions import case_of, described, described_noun
from recoupe.claims.contraries import contraries
from recoupe.claims.deeds import told_deed
from recoupe.claims.drafted import Drafted, draft, innermost
from recoupe.claims.entries import is_victim
from recoupe.claims.events import find_events
from recoupe.claims.figures_denied import set_against, with_denied, without_denied
from recoupe.claims.found import OTHER, FoundEvent
from recoupe.claims.holding import counted_by, of_held
from recoupe.claims.knowing import only_knows
from recoupe.claims.left_open import only_opens, within_idiom
from recoupe.claims.participants import ANIMATE, Aside, is_body
from recoupe.claims.retractions import clauses_of, correcting, retracted
from recoupe.claims.saying_no import denial, only_denies, retraction, said_no
from recoupe.claims.signs import is_told
from recoupe.claims.stages import governed
from recoupe.claims.stricken import has_outcome
from recoupe.claims.tallies import bare_figures, tallied
from recoupe.claims.things import thing_at
from recoupe.claims.victim_groups import by_group
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.inflection import infinitives
from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Span, Value
from recoupe.reuse.weights import weight

ASIDE = {"place", "goal", "charge", "penalty", "post"}
RARE = 0.9  # of what a word of no table tells (see the weights of shared words)
ACTS = {"request", "promise", "accusation", "emotion"}  # classes of verbs that do more than say


def statements_of(
    annotation: Annotation, attributions: Sequence[Attribution], actors: Mapping[int, str], values: Sequence[Value]
) -> list[Drafted]:
    """The statements of one report; those without a participant that names an actor may say too little (`told`)."""
    attributions = [a for a in attributions if not only_knows(annotation, a)]
    values = [*values, *bare_figures(annotation, attributions, values)]
    figures = [*values, *set_against(annotation, values)]
    bare = [a for a in attributions if only_denies(a)]
    attributions = [a for a in attributions if not only_denies(a)]
    told_here = events_told(annotation, attributions, actors, figures)
    values = without_denied(annotation, told_here, values)
    events = [e for e in told_here if not is_cue(bare, annotation.tokens[e.token].start)]
    answers = said_no(annotation, events, attributions, bare, actors)
    corrected = correcting(annotation)
    denied_in = {annotation.tokens[k].sentence for k, found_there in answers.denied.items() if found_there}
    taken_back = clauses_of(retracted(annotation, corrected), events)
    made = []
    for found in events:
        token = annotation.tokens[found.token]
        if found.class_ == OTHER and found.token in answers.words - answers.denied.keys():
            continue  # words that say no tell no event
        if (
            token.sentence in denied_in
            and found.token not in answers.denied
            and within_idiom(annotation, token, "refuting")
        ):
            continue  # (`hausse les épaules`)
        if found.token in answers.refusing or within_idiom(annotation, token, "declining"):
            continue  # (`garde le silence`, `declined to comment`)
        if only_cautions(annotation, found) or only_exists(annotation, found, events):
            continue
        if only_announces(annotation, found) or of_coverage(annotation, found) or of_anonymity(annotation, found):
            continue
        if found.class_ == OTHER and opens_only(annotation, found, events):
            continue  # (`on ignore si F`)
        if found.nominal and found.token in answers.untrue and not of_thing(annotation, found):
            continue  # (`dismissed as an invention`: nothing was invented)
        if found.token in answers.by_nobody and found.polarity:
            found = replace(found, realis="hypothetical")
        denied = answers.denied.get(found.token, ())
        holders = of_denial(innermost(attributions, annotation.tokens[found.token].start), attributions)
        told = tells(annotation, found, holders, bool(denied))
        if only_spreads(annotation, found, holders) or not (told or counts(annotation, found, holders)):
            continue
        beside = [d for d in denied if not d.apart]
        own = on_own_word(values if found.tally is None else figures, annotation, found, holders, attributions)
        drafts = [denial(annotation, found, d, own, attributions) for d in beside]
        drafts += [denial(annotation, found, d, own, attributions) for d in denied if d.apart]
        if not beside:
            drafts += [draft(annotation, found, h, own) for h in (holders or (None,))]
        deniers = [*holders, *(d.holder for d in beside if d.holder is not None)]
        if any(comments_on(annotation, h, found) for h in deniers):  # (`F, ce que X dément`: the report tells F)
            around = [a for a in attributions if a.id in {h.within for h in deniers}]
            drafts += [draft(annotation, found, h, values) for h in (around or (None,))]
        if found.token in taken_back:
            drafts = [retraction(d, taken_back[found.token]) for d in drafts]
        place = corrected[annotation.tokens[found.token].sentence]
        deeds = {h.id for h in holders if told_deed(annotation, found, h)}
        made += [replace(d, told=told, deed=d.statement.attribution in deeds, corrected=place) for d in drafts]
    made += answers.elsewhere(annotation, values, attributions)
    for found in contraries(annotation, attributions, actors):
        holders = innermost(attributions, annotation.tokens[found.token].start)
        made += [replace(draft(annotation, found, h, values), implied=True) for h in (holders or (None,))]
    nouns = called(annotation, actors)
    return [replace(d, called=called_so(d.found, nouns)) for d in made]


def comments_on(annotation: Annotation, holder: Attribution, found: FoundEvent) -> bool:
    """Whether somebody denies, in a clause behind a comma, what its sentence has told before (`F, ce que X dément`)."""
    if holder.firmness != "denial" or holder.cue is None:
        return False
    cue = bisect_left(annotation.starts, holder.cue.start)
    event = annotation.tokens[found.token]
    if cue <= event.i or annotation.tokens[cue].sentence != event.sentence:
        return False
    comma = next((k for k in range(cue - 1, event.i, -1) if annotation.tokens[k].text == ","), None)
    opening = language_pack(event.language).settings.commenting
    words = [t.norm for t in annotation.tokens[comma + 1 : comma + 4]] if comma is not None else []
    return any(words[: len(phrase.split())] == phrase.split() for phrase in opening)


def of_thing(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether an event noun tells of a thing that it befalls, which is no event (`la falsification des comptes`)."""
    theme = found.fillers.get("theme")
    return theme is not None and bool(thing_at(annotation.tokens[theme[0]]).kind)


def on_own_word(
    values: Sequence[Value],
    annotation: Annotation,
    found: FoundEvent,
    holders: Sequence[Attribution],
    attributions: Sequence[Attribution],
) -> Sequence[Value]:
    """The values without those on somebody else's word alone (`trente blessés, contre | quatorze selon la préfecture`)."""
    position = annotation.tokens[found.token].start
    others = [
        content
        for a in attributions
        if a not in holders and not any(c.start <= position < c.end for c in a.content)
        for content in a.content
    ]
    return [v for v in values if not any(content.contains(v.span) for content in others)]


def of_denial(holders: Sequence[Attribution], attributions: Sequence[Attribution]) -> Sequence[Attribution]:
    """The attributions of an event; where they only name what anybody says (`talk of N`), the denial or refusal around them.

    `X poured scorn on talk of N`: it is X who says no, and nobody is named who says it.
    """
    if not holders or any(h.source is not None or not of_noun(h) for h in holders):
        return holders
    by_id = {a.id: a for a in attributions}
    outer = by_id.get(holders[0].within or "")
    return (
        [outer]
        if outer is not None and outer.source is not None and outer.firmness in {"denial", "refusal"}
        else holders
    )


def of_noun(own: Attribution) -> bool:
    """Whether the cue of an attribution is a noun of what is said."""
    return any(e.name.startswith("entry noun:") for e in own.evidence)


def opens_only(annotation: Annotation, found: FoundEvent, events: Sequence[FoundEvent]) -> bool:
    """Whether a verb only leaves open what its sentence tells beside it."""
    token = annotation.tokens[found.token]
    here = (e for e in events if e.token != found.token and annotation.tokens[e.token].sentence == token.sentence)
    return only_opens(annotation, token, any(e.realis == "hypothetical" and e.polarity for e in here))


def events_told(
    annotation: Annotation, attributions: Sequence[Attribution], actors: Mapping[int, str], values: Sequence[Value]
) -> list[FoundEvent]:
    """The events of a report without those that only say who speaks, that somebody says, or what kind a thing is of.

    What does something is a body, though its noun tells an event elsewhere (`the festival cancelled two concerts`).
    """
    spans = [s for a in attributions for s in (a.source, a.cue, a.relay) if s is not None]
    starts = annotation.starts
    cues = frozenset(i for s in spans for i in range(bisect_left(starts, s.start), bisect_left(starts, s.end)))
    found = find_events(annotation, actors, Aside(cues, *times_of(annotation, values)))
    found = tallied(annotation, by_group(annotation, found, actors), attributions, values)
    found = with_denied(annotation, found, attributions, values)
    cued = [a for a in attributions if holds_event(annotation, a, found)]
    doing = {e.fillers[role][0] for e in found for role in ANIMATE & e.fillers.keys()}
    return [
        e
        for e in found
        if not (
            set_aside(annotation, e, attributions, cued)
            or (e.nominal and e.token in doing and is_body(annotation.tokens[e.token]))
        )
    ]


def tells(annotation: Annotation, found: FoundEvent, holders: Sequence[Attribution], denied: bool) -> bool:
    """Whether an event says enough to be met again by itself: with a named participant, denied, or of something rare."""
    if shared_pack().event_classes.classes[found.class_].state:
        by_noun = found.nominal and any(h.firmness == "denial" and in_content(annotation, found, h) for h in holders)
        return by_noun or done_by_one(annotation, found)  # (`dément toute limitation`)
    named = found.owners or any(actor for _, actor in found.fillers.values())
    denied = denied or any(h.firmness == "denial" for h in holders)
    return bool(named) or denied or telling(annotation, found)


def in_content(annotation: Annotation, found: FoundEvent, holder: Attribution) -> bool:
    """Whether an event noun is what an attribution has for its content, not a word inside it."""
    token = annotation.tokens[found.token]
    head = annotation.tokens[token.head]
    return any(c.start <= token.start < c.end and not c.start <= head.start < c.end for c in holder.content)


def counts(annotation: Annotation, found: FoundEvent, holders: Sequence[Attribution]) -> bool:
    """Whether an event that says little is kept all the same, for what stands beside it in other reports."""
    once = shared_pack().event_classes.classes[found.class_].once and found.phase != "open"
    once = once and not only_describes(annotation, found)
    said_no = not found.polarity and not found.nominal and bool(holders)  # `« Cela n'a jamais cessé », dit X`
    said_no = said_no or none_there(annotation, found)
    said_no = said_no or has_outcome(annotation, found)
    return once or bool(found.fillers) or said_no or stands_alone(annotation, found, holders)


def only_announces(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether a heading only says that what is known is told below (`What we know about the fire`)."""
    token = annotation.tokens[found.token]
    pack = language_pack(token.language)
    if token.sentence not in annotation.headings:
        return False
    first = annotation.tokens[annotation.sentences[token.sentence][0]]
    return token.lemma in pack.settings.knowing and first.norm in pack.settings.questioners


def of_anonymity(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether an event says only on what terms somebody spoke (`a requis l'anonymat`)."""
    heads = [annotation.tokens[head] for head, _ in found.fillers.values()]
    return any(t.norm in language_pack(t.language).anonymity.markers for t in heads if t.pos == "NOUN")


def of_coverage(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether somebody says no more than that he has read what is written (`are aware of recent media coverage`)."""
    theme = found.fillers.get("theme")
    if found.class_ != "inform" or found.nominal or "agent" in found.fillers or theme is None:
        return False
    noun = annotation.tokens[theme[0]]
    pack = language_pack(noun.language)
    return noun.lemma in pack.attribution_phrases.channels or noun.lemma in pack.attribution_phrases.coverage


def only_exists(annotation: Annotation, found: FoundEvent, events: Sequence[FoundEvent]) -> bool:
    """Whether a verb says no more than that there was, or was not, the event that the noun on it tells (`il y a eu grève`)."""
    if found.class_ != OTHER or not annotation.dependents(found.token, "expl"):
        return False
    told = {e.token for e in events if e.nominal and e.class_ != OTHER}
    return any(c in told for c in annotation.dependents(found.token, "obj", "nsubj"))


def none_there(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether an event noun tells all that a clause says there was none of (`il n'y a pas eu de fuite de gaz`)."""
    token = annotation.tokens[found.token]
    if not found.nominal or found.polarity or found.class_ == OTHER or not token.dep.startswith(("obj", "nsubj")):
        return False
    denials = language_pack(token.language).denials
    verb = annotation.tokens[token.head]
    return verb.lemma in {*denials.copulas, *denials.perfect} and bool(annotation.dependents(verb.i, "expl"))


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
    if is_victim(annotation, annotation.tokens[found.token]) or found.tally is not None:
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
    told = told_beside(annotation, found, cued) or (done_to_one(found) and not cites(annotation, found))
    if in_source(attributions, position) or (is_cue(cued, position) and not told):
        return True
    if only_reached(annotation, found, attributions):
        return True
    return found.nominal and of_another(annotation, found.token)


def only_reached(annotation: Annotation, found: FoundEvent, attributions: Sequence[Attribution]) -> bool:
    """Whether a participle says no more than how who speaks was got hold of (`le maire, joint par téléphone, affirme`)."""
    token = annotation.tokens[found.token]
    if found.nominal or "agent" in found.fillers or not token.dep.startswith(("acl", "amod", "appos")):
        return False
    passing = {*language_pack(token.language).attribution_phrases.passing}
    reached = bool(passing & {token.lemma, *infinitives(token.norm, token.language)})
    return reached and in_source(attributions, annotation.tokens[token.head].start)


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
    if governed(annotation, token) is not None or (
        counted_by(annotation, noun) != noun and is_victim(annotation, token)
    ):
        return False  # (`un projet de fusion`, `a merger plan`; `une quarantaine de blessés`)
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


def done_to_one(found: FoundEvent) -> bool:
    """Whether a cue tells what is done to somebody named as well (`a judge charged the mayor with fraud`)."""
    befalls = shared_pack().event_classes.classes[found.class_].befalls
    return befalls and found.fillers.get("theme", (None, None))[1] is not None


def cites(annotation: Annotation, found: FoundEvent) -> bool:
    """Whether a verb is one by which somebody's words are passed on (`citant un officier`)."""
    token = annotation.tokens[found.token]
    verb = language_pack(token.language).reporting_verbs.verbs.get(token.lemma)
    return verb is not None and verb.class_ == "citing"


def in_source(attributions: Sequence[Attribution], position: int) -> bool:
    """Whether a predicate is among the words that say who speaks (`un employé qui a requis l'anonymat`)."""
    return any(a.source is not None and a.source.start <= position < a.source.end for a in attributions)


def only_spreads(annotation: Annotation, found: FoundEvent, holders: Sequence[Attribution]) -> bool:
    """Whether a participle only says where or by whom what is denied is said (`nie une rumeur circulant sur la place`)."""
    token = annotation.tokens[found.token]
    finite = annotation.dependents(token.i, "aux", "nsubj")
    describes = token.has("VerbForm=Part") and token.dep.startswith(("acl", "amod")) and not (found.nominal or finite)
    denied = any(h.firmness == "denial" for h in holders)
    return (
        describes and denied and is_told(annotation.tokens[token.head]) and not annotation.dependents(token.i, "mark")
    )
