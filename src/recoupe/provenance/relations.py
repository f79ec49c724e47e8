"""The relations between the voices of a claim: same, apart, each with its ground; every other pair may be same."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import Literal

from recoupe.model import Actor, Attribution, Relation, Span, Statement, Voice
from recoupe.provenance.bodies import (
    bodies_of,
    executive,
    family,
    group_of,
    is_member,
    known_kind,
    of_some_state,
    root_of,
    spoken_for,
)
from recoupe.provenance.callings import may_be_one_body
from recoupe.provenance.copies import carried, counterparts, held
from recoupe.provenance.headings import named_below
from recoupe.provenance.passing import cited, relayed
from recoupe.provenance.pile import Pile
from recoupe.provenance.renditions import rendition
from recoupe.provenance.voices import Reading, nesting
from recoupe.reuse.speakers import compatible, described_alike

CROWD = 24  # passages of a family that tell one claim, beyond which only as many ties are given as join their voices

Behind = Mapping[str, Sequence[Statement]]
Told = Mapping[str, Set[int]]  # the groups of actors, by a number, that each actor is in


def same_voices(voices: Sequence[Voice], behind: Behind, readings: Mapping[str, Reading], pile: Pile) -> list[Relation]:
    """Pairs that are certainly same, by id. `behind`: the statements of each voice."""
    sayings = {v.id: Sayings(behind[v.id], pile) for v in voices}
    found = [
        r
        for a, b in sharing(voices, {v.id: tied_by(v, sayings[v.id], pile) for v in voices})
        if (r := one_body(a, b, pile) or one_utterance(a, b, sayings[a.id], sayings[b.id], pile))
    ]
    known = {(r.a, r.b) for r in found}
    found += [r for r in through_one_outlet(voices, behind, readings, pile) if (r.a, r.b) not in known]
    known = {(r.a, r.b) for r in found}
    found += [r for r in copied(voices, behind, pile) if (r.a, r.b) not in known]
    known = {(r.a, r.b) for r in found}
    found += [r for r in through_one_report(voices, behind, readings, pile) if (r.a, r.b) not in known]
    known = {(r.a, r.b) for r in found}
    found += [r for r in named_below(voices, behind, pile) if (r.a, r.b) not in known]
    found = ruled(found, "same", voices, pile)
    unsourced = {v.id: behind[v.id] for v in voices if not v.given}
    known = {*((r.a, r.b) for r in found), *pile.rulings}
    found += [r for r in relayed(cited(unsourced, readings, pile), found, pile) if (r.a, r.b) not in known]
    return sorted(found, key=lambda r: (r.a, r.b))


def apart_voices(
    voices: Sequence[Voice],
    behind: Behind,
    readings: Mapping[str, Reading],
    same: Sequence[Relation],
    told: Told,
    denied: Set[tuple[str, str]],
    pile: Pile,
) -> list[Relation]:
    """Pairs with a ground for being apart, by id.

    told: see `told_together`; denied: voices and the reports in which they deny the claim: what these ascribe to them
    besides is no ground.
    """
    own = {v.id: own_words(v, behind, readings, denied) for v in voices}
    taken = {(r.a, r.b) for r in same}
    candidates = [v for v in voices if v.given and v.named]
    found = [
        r
        for a, b in pairs(candidates)
        if (a.id, b.id) not in taken and (r := separated(a, b, behind, own, told, pile)) is not None
    ]
    return ruled(found, "apart", voices, pile)


def ruled(
    found: Sequence[Relation], relation: Literal["same", "apart"], voices: Sequence[Voice], pile: Pile
) -> list[Relation]:
    """Relations as a user's corrections have them: without the pairs ruled otherwise, with those ruled so."""
    present = {v.id for v in voices}
    kept = [r for r in found if (r.a, r.b) not in pile.rulings]
    said = [r for (a, b), r in sorted(pile.rulings.items()) if r.relation == relation and {a, b} <= present]
    return [*kept, *(Relation(r.a, r.b, relation, r.ground, r.spans) for r in said)]


def pairs(voices: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
    """Every pair, the smaller id first."""
    return combinations(sorted(voices, key=lambda v: v.id), 2)


def sharing(voices: Sequence[Voice], keys: Mapping[str, Iterable[Hashable]]) -> Iterator[tuple[Voice, Voice]]:
    """Every pair of voices that share a key, the smaller id first, in order. keys: of each voice."""
    ordered = sorted(voices, key=lambda v: v.id)
    held: dict[Hashable, list[int]] = {}
    for k, voice in enumerate(ordered):
        own = set(keys[voice.id])
        for other in sorted({n for key in own for n in held.get(key, ())}):
            yield ordered[other], voice
        for key in own:
            held.setdefault(key, []).append(k)


def tied_by(voice: Voice, its: "Sayings", pile: Pile) -> Iterator[Hashable]:
    """Of what two voices must share something to be of one body, or to stand behind one utterance."""
    yield from its.utterances
    if voice.actor is not None:
        actor = pile.actors[voice.actor]
        yield from (k for k in (actor.id, group_of(actor, pile), executive(actor, pile)) if k is not None)
        yield from spoken_for(actor, pile)


def one_body(a: Voice, b: Voice, pile: Pile) -> Relation | None:
    """A body and who speaks for it, two who speak for one body, one executive, a member told apart and its group."""
    if a.actor is None or b.actor is None:
        return None
    first, second = pile.actors[a.actor], pile.actors[b.actor]
    spans = tuple(sorted({*first.mentions[:1], *second.mentions[:1]}))

    def same(ground: str) -> Relation:
        return Relation(a.id, b.id, "same", ground, spans)

    for member, other in ((first, second), (second, first)):
        group = group_of(member, pile)
        if group is not None and group in {other.id, group_of(other, pile)}:
            return same(f"a member told apart is same as its group: {pile.actors[group].name}")
        if other.id in spoken_for(member, pile):
            return same(f"{member.name} speaks for {other.name}")
    state = executive(first, pile)
    if state is not None and state == executive(second, pile):
        return same(f"both of one executive: {pile.actors[state].name}")
    shared = [body for body in sorted(spoken_for(first, pile)) if body in spoken_for(second, pile)]
    if shared:
        return same(f"both speak for {pile.actors[shared[0]].name}")
    return None


def attributions_of(statements: Sequence[Statement]) -> set[str]:
    """The attributions of statements."""
    return {s.attribution for s in statements if s.attribution is not None}


class Sayings:
    """The attributions of a voice's statements, and the utterances, by their place, of which any is a wording."""

    def __init__(self, statements: Sequence[Statement], pile: Pile) -> None:
        self.attributions = attributions_of(statements)
        self.utterances = {u for name in self.attributions for u in pile.quoted.get(name, ())}


def one_utterance(a: Voice, b: Voice, its: Sayings, others: Sayings, pile: Pile) -> Relation | None:
    """Both stand behind quotations of one utterance."""
    if its.utterances.isdisjoint(others.utterances):
        return None
    first, second = its.attributions, others.attributions
    for utterance in (pile.utterances[u] for u in sorted(its.utterances & others.utterances)):
        members = {m.attribution: m.spans for m in utterance.members if m.attribution is not None}
        one, other = min(first & members.keys()), min(second & members.keys())
        wordings = pile.attributions[one], pile.attributions[other]
        if all(map(speaks, (a, b), wordings)) and one_saying(a, b, *wordings, pile):
            spans = tuple(dict.fromkeys((members[one][0], members[other][0])))
            return Relation(a.id, b.id, "same", "quoted from one utterance", spans)
    return None


def speaks(voice: Voice, wording: Attribution) -> bool:
    """Whether a wording is a voice's own words: one that names an outlet, or nobody, may quote whoever else there is."""
    return voice.actor is None or wording.actor == voice.actor


def one_saying(a: Voice, b: Voice, one: Attribution, other: Attribution, pile: Pile) -> bool:
    """Whether two wordings of an utterance show one voice.

    Words that nobody quotes may be those of the event alone, where it is not known who stands behind one of them, or
    where both are only described.
    """
    if (one.actor is not None and one.actor == other.actor) or {one.kind, other.kind} <= {"direct", "mixed"}:
        return True
    return a.given and b.given and not all(v.actor is not None and pile.anonymous(v.actor) for v in (a, b))


def through_one_outlet(
    voices: Sequence[Voice], behind: Behind, readings: Mapping[str, Reading], pile: Pile
) -> list[Relation]:
    """Anonymous voices and documents described alike that reports have from one outlet or body, or that the outlet's own
    report gives.

    Where the outlet's own report gives one only that the words of a report citing it can mean, it is that one.
    """
    described = [v for v in voices if v.actor is not None and is_described(v.actor, pile)]
    passed = {v.id: outlets_between(behind[v.id], readings, pile) for v in described}
    found = []
    for a, b in sharing(described, passed):
        for outlet in sorted(passed[a.id].keys() & passed[b.id].keys()):
            spans = next(
                (
                    tuple(sorted((first, second)))
                    for first, own in passed[a.id][outlet]
                    for second, its in passed[b.id][outlet]
                    if relayed_from(first, second, own, its, pile)
                    and (
                        alike(a, b, first, second, pile)
                        or (own and meant(b, a, second, outlet, described, passed, pile))
                        or (its and meant(a, b, first, outlet, described, passed, pile))
                    )
                ),
                None,
            )
            if spans is not None:
                ground = f"relay: described alike, both through {pile.actors[outlet].name}"
                found.append(Relation(a.id, b.id, "same", ground, spans))
                break
    return found


def meant(
    cited_: Voice,
    own: Voice,
    words: Span,
    outlet: str,
    described: Sequence[Voice],
    passed: Mapping[str, Mapping[str, Sequence[tuple[Span, bool]]]],
    pile: Pile,
) -> bool:
    """Whether a voice that a report has from an outlet is the one anonymous voice of the outlet's own report that its words
    can mean. words: where the report names it."""
    can_be = {
        voice.id
        for voice in described
        if voice.id != cited_.id and pile.anonymous(voice.actor or "") and pile.anonymous(cited_.actor or "")
        for place, its in passed[voice.id].get(outlet, ())
        if its and relayed_from(words, place, own=False, its=True, pile=pile)
        if compatible(*descriptions(cited_, voice, words, place, pile))
    }
    return can_be == {own.id}


def is_described(actor: str, pile: Pile) -> bool:
    """Whether reports only describe an actor: an anonymous voice, a document."""
    return pile.anonymous(actor) or pile.actors[actor].type == "document"


def relayed_from(first: Span, second: Span, own: bool, its: bool, pile: Pile) -> bool:
    """Whether one of two reports can pass on an outlet's word: both cite it, or one does and the other, the outlet's own,
    is not surely later. own, its: which is the outlet's own."""
    if own and its:
        return False
    citing, told = (second, first) if own else (first, second)
    return not (own or its) or not pile.follows(told.document, citing.document)


def outlets_between(
    statements: Sequence[Statement], readings: Mapping[str, Reading], pile: Pile
) -> dict[str, list[tuple[Span, bool]]]:
    """The outlets through which statements of a voice come, with the first words in each report that name the voice;
    whether the report is the outlet's own."""
    found: dict[str, dict[tuple[str, bool], Span]] = {}
    for statement in statements:
        reading = readings[statement.id]
        if reading.origin is None or reading.steps[reading.origin].span is None:
            continue
        words = reading.steps[reading.origin].span
        outer = [s.actor for s in reading.steps[reading.origin + 1 :] if not pile.anonymous(s.actor)]
        publisher = pile.publisher(statement.document)
        for outlet, own in [*((o, False) for o in outer), *([(publisher, True)] if publisher and not outer else [])]:
            if words is not None:
                found.setdefault(outlet, {}).setdefault((words.document, own), words)
    return {outlet: [(span, own) for (_, own), span in places.items()] for outlet, places in found.items()}


def alike(a: Voice, b: Voice, first: Span, second: Span, pile: Pile) -> bool:
    """Whether two anonymous voices are described in the same words, or in words that mean the same. first, second: where.

    What describes a voice is what its report first called it, not the pronoun or short form that takes it up.
    """
    return described_alike(*descriptions(a, b, first, second, pile))


def descriptions(a: Voice, b: Voice, first: Span, second: Span, pile: Pile) -> tuple[str, str, str, str]:
    """What two voices are called, and the languages of the reports in which it stands."""
    names = [pile.actors[v.actor or ""].name for v in (a, b)]
    languages = [pile.documents[s.document].language or "" for s in (first, second)]
    return names[0], names[1], languages[0], languages[1]


def through_one_report(
    voices: Sequence[Voice], behind: Behind, readings: Mapping[str, Reading], pile: Pile
) -> list[Relation]:
    """Anonymous voices described alike in two reports of which one was made of the other, be it that no passage holds both
    their statements."""
    described = [v for v in voices if v.actor is not None and pile.anonymous(v.actor)]
    places = {v.id: named_in(behind[v.id], readings) for v in described}
    families = {v.id: {f for span in places[v.id] for f, _ in pile.passages.get(span.document, ())} for v in described}
    found = []
    for a, b in sharing(described, families):
        spans = next(
            (
                (first, second)
                for first in places[a.id]
                for second in places[b.id]
                if first.document != second.document
                and alike(a, b, first, second, pile)
                and rendition(first.document, second.document, pile)
            ),
            None,
        )
        if spans is not None:
            ground = "described alike, one report made of the other"
            found.append(Relation(a.id, b.id, "same", ground, tuple(sorted(spans))))
    return found


def named_in(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> tuple[Span, ...]:
    """The first words in each report that name the voice of statements."""
    found: dict[str, Span] = {}
    for statement in statements:
        reading = readings[statement.id]
        span = reading.steps[reading.origin].span if reading.origin is not None else None
        if span is not None:
            found.setdefault(span.document, span)
    return tuple(found.values())


def copied(voices: Sequence[Voice], behind: Behind, pile: Pile) -> list[Relation]:
    """Voices of which a statement in one report is copied from the other's in another report.

    Two that are named are what the reports call them, be it through an outlet that passes one of them on. Where more than
    `CROWD` passages of a family tell the claim, as many ties are given as join its voices: every pair would be a number
    that grows with the square of the reports, and show nothing more.
    """
    named = {v.id for v in voices if v.given and v.named}
    statements = sorted((s for own in behind.values() for s in own), key=lambda s: s.id)
    found: dict[tuple[str, str], Relation] = {}
    groups = Groups()

    def untied(one: Statement, other: Statement) -> bool:
        """Whether the voices of two statements are two, not both named, and not known to be same."""
        pair = (one.voice, other.voice) if one.voice < other.voice else (other.voice, one.voice)
        return one.voice != other.voice and pair not in found and not {*pair} <= named

    def unjoined(one: Statement, other: Statement) -> bool:
        """As `untied`, and no others join them."""
        return not groups.one(one.voice, other.voice) and untied(one, other)

    for passages, members in held(statements, pile):
        asked = unjoined if len(members) > CROWD else untied
        for one, other in counterparts(members, passages, pile, asked):
            first, second = (one, other) if one.voice < other.voice else (other, one)
            if asked(one, other) and carried(one, other, passages, pile):
                pair = first.voice, second.voice
                spans = first.spans[0], second.spans[0]
                found[pair] = Relation(*pair, "same", "one passage, copied from the other", spans, passages.id)
                if pair not in pile.rulings:  # which may part them again
                    groups.join(*pair)
    return [found[pair] for pair in sorted(found)]


class Groups:
    """What is joined, step by step; each member that is not is a group by itself. It is asked far oftener than joined."""

    def __init__(self) -> None:
        self.name: dict[str, str] = {}  # for each joined member that of its group
        self.members: dict[str, list[str]] = {}

    def one(self, first: str, second: str) -> bool:
        """Whether two are of one group."""
        return self.name.get(first, first) == self.name.get(second, second)

    def join(self, one: str, other: str) -> None:
        """Make one group of two; the smaller one takes the name of the larger."""
        if not self.one(one, other):
            names = (self.name.get(one, one), self.name.get(other, other))
            few, many = sorted((self.members.pop(name, [name]) for name in names), key=len)
            kept = self.name.get(many[0], many[0])
            many.extend(few)
            self.members[kept] = many
            self.name.update(dict.fromkeys(few, kept))


def separated(
    a: Voice,
    b: Voice,
    behind: Behind,
    own: Mapping[str, Sequence[str]],
    told: Told,
    pile: Pile,
) -> Relation | None:
    """Two named voices, no outlets, of different known root bodies, each in an utterance of its own, without a tie.

    own: the attributions in which each voice speaks itself (see `own_words`).
    """
    first, second = pile.actors[a.actor or ""], pile.actors[b.actor or ""]
    roots = root_of(first, pile), root_of(second, pile)
    if "outlet" in {first.type, second.type} or not (known_kind(first) and known_kind(second)):
        return None
    if None in roots or roots[0] == roots[1]:
        return None
    if is_member(first, second, pile) or is_member(second, first, pile):
        return None
    if any(may_be_one_body(a_, b_) for a_ in bodies_of(first, pile) for b_ in bodies_of(second, pile)):
        return None
    if may_be_of(first, second, behind[a.id], behind[b.id]) or may_be_of(second, first, behind[b.id], behind[a.id]):
        return None
    if of_some_state(first, pile) and of_some_state(second, pile):
        return None  # no report says of which states: they may be one executive
    own_a, own_b = own[a.id], own[b.id]
    every_a, every_b = attributions_of(behind[a.id]), attributions_of(behind[b.id])
    if not own_a or not own_b or every_a & every_b or overlap(behind[a.id], behind[b.id]):
        return None
    kin_a, kin_b = family(first, pile), family(second, pile)
    if kin_a & kin_b or groups_of(kin_a, told) & groups_of(kin_b, told):
        return None
    spans = tuple(s for s in (pile.attributions[own[0]].source for own in (own_a, own_b)) if s is not None)
    ground = f"{first.name} and {second.name}: named, of different bodies, each in an utterance of its own"
    return Relation(a.id, b.id, "apart", ground, spans)


def may_be_of(person: Actor, body: Actor, told: Sequence[Statement], its: Sequence[Statement]) -> bool:
    """Whether a person of whom no report tells the body may be of one that only the same reports give as a source.

    `Scientists at the university said ... The team led by hydrologist X`: the report has it from both, and does not say that
    he is another's.
    """
    free = person.type == "person" and person.institution is None and person.root in {None, person.id}
    reports = {s.document for s in told}
    return free and body.type == "organisation" and reports == {s.document for s in its}


def own_words(voice: Voice, behind: Behind, readings: Mapping[str, Reading], denied: Set[tuple[str, str]]) -> list[str]:
    """The attributions in which the voice itself is the source of a statement, not an outlet that stands for it.

    Not those of a report in which it denies the claim: it may only take up there what it denies.
    """
    own = [s for s in behind[voice.id] if readings[s.id].voice == voice.id]
    return sorted(attributions_of([s for s in own if (voice.id, s.document) not in denied]))


def overlap(first: Sequence[Statement], second: Sequence[Statement]) -> bool:
    """Whether two voices share words: a statement of one lies over a statement of the other."""
    return any(x.overlaps(y) for one in first for other in second for x in one.spans for y in other.spans)


def groups_of(actors: Iterable[str], told: Told) -> set[int]:
    """The groups that any of several actors is in."""
    return {group for actor in actors for group in told.get(actor, ())}


def told_together(pile: Pile) -> dict[str, set[int]]:
    """For each actor the groups of actors, by a number, of whom the pile says that one told or joined the other.

    Sources and relays of nested attributions, sources in the same words, actors that a source's words name together.
    """
    mentions: dict[str, list[tuple[Span, str]]] = {}
    for actor in pile.actors.values():
        for span in actor.mentions:
            mentions.setdefault(span.document, []).append((span, actor.id))
    found = set()
    for attribution in pile.attributions.values():
        group = {step.actor for step in nesting(attribution, pile)}
        source = attribution.source
        if source is not None:
            group |= set(pile.speakers.get(source, ()))
            group |= {actor for span, actor in mentions.get(source.document, ()) if source.contains(span)}
        if len(group) > 1:
            found.add(frozenset(group))
    told: dict[str, set[int]] = {}
    for number, members in enumerate(sorted(found, key=sorted)):
        for member in members:
            told.setdefault(member, set()).add(number)
    return told
