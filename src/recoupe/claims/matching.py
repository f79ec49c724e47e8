"""Whether two statements say the same: named comparisons, each with its evidence; the sum is the score.

A decision rests on the two statements and on shipped tables alone, never on the rest of the pile, so that neither the
order of the reports nor a copy of one can change it.
"""

import functools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from recoupe.claims.affairs import likeness
from recoupe.claims.called import called_by_other
from recoupe.claims.event_days import another_occasion, anytime, days_between, of_other_days
from recoupe.claims.figures import fewer, meet
from recoupe.claims.found import OTHER
from recoupe.claims.opposites import crossing
from recoupe.claims.profiles import Profile, Word
from recoupe.claims.things import BODY, PERSON, SOMEBODY, Thing
from recoupe.languages import shared_pack
from recoupe.model import Span
from recoupe.model.claims import EvidencePart

THRESHOLD = 4.0
REPEATED = "repeated"
UNSETTLED = ("under way", REPEATED, "imminent", "planned")  # phases between which a conditional of hearsay leaves open
TENSES = ("done", "under way")  # phases that past and present alone part where no class tells whether an event lasts
CLASS = 2.0
NEAR_CLASS = 1.0
UNCLASSED = 0.5  # of that, where a class tells one of the events and the other is told by its word alone
TELLING = 0.5  # of what a word of no table tells: a predicate of no class that tells less counts less
ALIKE = 0.6  # share of what two statements tell by which they are told in the same words
NEARLY_ALL = 0.67  # the same where neither predicate is among the other's words
ENOUGH_TOLD = 2.5  # what the words that they share must tell
ONCE = 1.0  # for a class of which an affair tells once as a rule
SAME_FILLER = 2.0
SAME_KIND = 1.0
OTHER_WORD = -1.0  # a thing of no known kind may be the other one by another word
RARE_THING = 0.5  # more, where nobody is named and the thing alone tells the event
SAME_PHASE = 0.5
SAME_OWNER = 1.0
SAME_PLACE = 1.0
SAME_TIME = 1.0
OTHER_TIME, DAYS_APART = -1.5, 2  # reports err by a day or two
ONLY_DOER = -1.0  # where two classes are only near each other and nothing but who did it is told of both
ONLY_LIKE = -1.0  # more, for events of two classes near each other
SHARED_WORDS = 1.5  # at most, for words that both use outside their participants
WORD = 0.5  # for each of them, of what a word of no table tells
ONE_AFFAIR, AFFAIR = 1.0, 0.12  # for reports whose names are so much alike, by what they tell in common
PRINCIPAL = ("agent", "recipient")
OTHER_COUNT = "other count at another time"
THEMES = ("theme", "agent")
ANIMATE = ("agent", "recipient", "partner")  # roles of persons: unnamed ones may be told by any of many words
PAPERS = {"", "document", BODY}  # kinds that tell no event from another where the word is an everyday one


def united(profiles: Sequence[Profile]) -> Profile:
    """What the statements of one claim say together; their class is the one that most of them have."""
    first = profiles[0]
    often = Counter(p.class_ for p in profiles)
    return Profile(
        class_=min(often, key=lambda c: (-often[c], c)),
        phase=first.phase,
        actors={role: actor for p in reversed(profiles) for role, actor in p.actors.items()},
        things={role: thing_ for p in reversed(profiles) for role, thing_ in p.things.items()},
        owners={role: owner for p in reversed(profiles) for role, owner in p.owners.items()},
        places={place: span for p in reversed(profiles) for place, span in p.places.items()},
        times=(),
        words={},
        spans=first.spans,
        predicate=first.predicate,
        speaker=None,
    )


def compare(a: Profile, b: Profile) -> tuple[float, tuple[EvidencePart, ...]]:
    """The score of two statements and its parts; 0 and () where something speaks against."""
    if not related(a, b) or conflict(a, b):
        return 0.0, ()
    parts = shared(a, b)
    return round(sum(p.weight for p in parts), 4), parts


def shared(a: Profile, b: Profile) -> tuple[EvidencePart, ...]:
    """What two statements of related classes share, each comparison by its name and weight."""
    own = (*event_parts(a, b), *participant_parts(a, b))
    return (*own, *time_parts(a, b), *word_parts(a, b), *affair_parts(a, b), *phase_parts(a, b))


def phase_parts(a: Profile, b: Profile) -> list[EvidencePart]:
    """The phase that both tell."""
    spans = (a.predicate, b.predicate)
    same = a.phase == b.phase or by_wording_alone(a, b)
    return [EvidencePart(f"same phase ({a.phase})", SAME_PHASE, spans)] if same else []


def participant_parts(a: Profile, b: Profile) -> list[EvidencePart]:
    """What two statements share of who and what takes part, whose it is, and where."""
    parts = []
    for role in of_both(a.actors, b.actors):
        if a.actors[role] == b.actors[role]:
            parts.append(EvidencePart(f"same {role}", SAME_FILLER, (a.spans[role], b.spans[role])))
    for role in of_both(a.things, b.things):
        parts += thing_parts(a, b, role)
    for role in called_by_other(a, b):
        parts.append(EvidencePart(f"{role}: called so in the other", SAME_FILLER / 2, (a.spans[role], b.spans[role])))
    for role in of_both(a.owners, b.owners):
        if a.owners[role].actor == b.owners[role].actor:
            parts.append(EvidencePart(f"{role} of the same owner", SAME_OWNER, (a.spans[role], b.spans[role])))
    if only_near(a, b) and a.spans.keys() & b.spans.keys() == {"agent"}:
        parts.append(EvidencePart("only who did it", ONLY_DOER, (a.spans["agent"], b.spans["agent"])))
    here, there = whereabouts(a), whereabouts(b)
    for place in sorted((here.keys() & there.keys()) - (set(a.actors.values()) & set(b.actors.values())))[:1]:
        parts.append(EvidencePart("same place", SAME_PLACE, (here[place], there[place])))
    return parts


def event_parts(a: Profile, b: Profile) -> Iterator[EvidencePart]:
    """What makes two events related: their class, words of one sense, else that nearly the same words tell them."""
    spans = (a.predicate, b.predicate)
    named = related_class(a.class_, b.class_)
    if named is not None:
        yield EvidencePart(f"event class {named}", CLASS, spans)
        if shared_pack().event_classes.classes[named].once and of_affairs(a, b):
            if a.beside_another != b.beside_another:
                yield EvidencePart("told beside another in one", -ONCE, spans)
            elif may_be_all(a, b):
                yield EvidencePart("an event that an affair tells of once", ONCE, spans)
    elif one_sense(a, b):
        told = CLASS * min(1.0, min(a.tells, b.tells) / TELLING)
        told = round(told if a.class_ == b.class_ else told * UNCLASSED, 4)
        yield from [EvidencePart("words of one sense", told, spans)] if told else []
    elif same_words(a, b):
        yield EvidencePart("told in the same words", CLASS, spans)
    elif near_classes(a.class_, b.class_):
        yield EvidencePart(f"event classes near each other ({a.class_}, {b.class_})", NEAR_CLASS, spans)


def may_be_all(a: Profile, b: Profile) -> bool:
    """Whether an event that an affair tells of once may be what two statements tell of: they share who, what or where and
    no less than they differ in (police search more than one house), or one of them leaves it open and tells the event all
    the same; `the fire`, alone, tells of no more than the affair."""
    parts = participant_parts(a, b)
    if parts:
        return sum(part.weight for part in parts) > 0
    return not (a.nominal or b.nominal) and not (a.spans.keys() & b.spans.keys())


def whereabouts(own: Profile) -> dict[str, Span]:
    """Where an event is said to be, and who receives: `unloaded in X` and `delivered to X` tell one place."""
    receiver = own.actors.get("recipient")
    return {**own.places, **({receiver: own.spans["recipient"]} if receiver is not None else {})}


def thing_parts(a: Profile, b: Profile, role: str) -> list[EvidencePart]:
    """What two things in one role tell: the same word, or one of its kind."""
    one, other = a.things[role], b.things[role]
    spans = (a.spans[role], b.spans[role])
    if one.one_word(other):
        alone = not a.actors and not b.actors and role in THEMES
        rare = not one.everyday and not other.everyday
        return [EvidencePart(f"same {role}", SAME_FILLER / 2 + (RARE_THING if alone and rare else 0.0), spans)]
    if one.agrees(other):
        return [EvidencePart(f"{role} of one kind", SAME_KIND / 2, spans)]
    if crossed(a, b, role):
        return []
    return [EvidencePart(f"{role} by another word", OTHER_WORD, spans)] if role not in ANIMATE else []


def crossed(a: Profile, b: Profile, role: str) -> bool:
    """Whether each of two that tell an event in nearly the same words has what the other gives a role in another one there
    (`threw stones at the police`, `ont jeté sur les policiers des pierres`)."""
    own, their = a.things[role].senses, b.things[role].senses
    inside = not own.isdisjoint(b.meant) and not their.isdisjoint(a.meant)
    return inside and a.document != b.document and told_alike(a, b)


def time_parts(a: Profile, b: Profile) -> list[EvidencePart]:
    """A date that two statements share, each told to the month or nearer; or that all their dates lie days apart."""
    apart = None
    for low, high, span in a.times:
        for other_low, other_high, other in b.times:
            if low <= other_high and other_low <= high:
                return [EvidencePart("same time", SAME_TIME, (span, other))]
            if days_between(low, high, other_low, other_high) > DAYS_APART:
                apart = apart or EvidencePart("other time", OTHER_TIME, (span, other))
    if apart is None and (a.background != b.background or of_other_days(a, b)) and not (a.times and b.times):
        alike = related_class(a.class_, b.class_) is None and near_classes(a.class_, b.class_)
        lost = OTHER_TIME + ONLY_LIKE if alike else OTHER_TIME
        apart = EvidencePart("told as background in one", lost, (a.predicate, b.predicate))
    return [apart] if apart is not None else []


def word_parts(a: Profile, b: Profile) -> list[EvidencePart]:
    """Words that both clauses use, or that can stand for each other in either language, by what they tell."""
    if a.meant_beside.isdisjoint(b.meant_beside):
        return []
    met = words_met(a.clause, b.clause)
    spans = tuple(span for one, other in met for span in (one[2], other[2]))
    return [EvidencePart("wording", worded(met), spans)] if met else []


def words_met(clause: Sequence[Word], others: Sequence[Word]) -> list[tuple[Word, Word]]:
    """The words of one clause, each with the first of the other's still free that can stand for it."""
    free = list(others)
    met = []
    for word in clause:
        for k, other in enumerate(free):
            if not word[0].isdisjoint(other[0]) and word[2] != other[2]:  # one word of one sentence is not shared
                met.append((word, other))
                del free[k]
                break
    return met


def worded(met: Sequence[tuple[Word, Word]]) -> float:
    """What words that two clauses share tell of one event."""
    return round(min(SHARED_WORDS, WORD * sum(min(one[1], other[1]) for one, other in met)), 4)


def missed(a: Profile, b: Profile) -> bool:
    """Whether both say what the event is about, more than by an everyday word, and share nothing of it."""
    for role in ("theme", "recipient"):
        if role not in a.spans or role not in b.spans:
            continue
        if role in a.actors and a.actors[role] == b.actors.get(role):
            continue
        own, other = a.things.get(role), b.things.get(role)
        if own is not None and other is not None and (own.agrees(other) or thin(own) or thin(other)):
            continue
        return True
    return False


def affair_parts(a: Profile, b: Profile) -> list[EvidencePart]:
    """Whether two reports tell of one affair, by their names."""
    if not of_affairs(a, b):
        return []
    if a.document == b.document or likeness(a.affair, b.affair) >= AFFAIR:
        return [EvidencePart("reports of one affair", ONE_AFFAIR, (a.predicate, b.predicate))]
    return []


def of_affairs(a: Profile, b: Profile) -> bool:
    """Whether it counts that two reports tell of one affair: one of the statements tells, and takes nothing up."""
    return not (a.nominal and b.nominal)


def related(a: Profile, b: Profile) -> bool:
    """Whether two events can be one: of one class or its broader one, told by words of one sense, or in the same words."""
    return one_event(a, b) or same_words(a, b)


def one_event(a: Profile, b: Profile) -> bool:
    """Whether two events can be one however they are told: of one class or its broader one, or by words of one sense."""
    return meeting(a.class_, b.class_) or one_sense(a, b)


@functools.cache
def meeting(a: str, b: str) -> bool:
    """Whether events of two classes can be one, whatever words tell them."""
    return related_class(a, b) is not None or near_classes(a, b)


def one_sense(a: Profile, b: Profile) -> bool:
    """Whether words of one sense tell two events.

    Such words that stand in different classes are used in other senses there, unless news uses the classes of the same
    happening.
    """
    return not a.senses.isdisjoint(b.senses) and (OTHER in (a.class_, b.class_) or akin(a.class_, b.class_))


def same_words(a: Profile, b: Profile) -> bool:
    """Whether two reports tell nearly all of two statements by words that can stand for each other."""
    return a.document != b.document and told_alike(a, b)


def brought_about(a: Profile, b: Profile) -> bool:
    """Whether one tells what brought about an event of the other's class: in the same words, but another claim."""
    return a.effect == b.class_ or b.effect == a.class_


def told_alike(a: Profile, b: Profile) -> bool:
    """Whether nearly all that two statements tell is told by words that can stand for each other, in either language.

    Dice's coefficient of what their words tell (Dice 1945). Each predicate must be among the other's words, or one of them
    where the tables do not know both, or the tables must hold the two of one happening, and then more is asked: the same
    people, things, figures and day around two other deeds tell of two events (`hired 17 students`, `expelled 17 students`).
    """
    inside = within(a, b), within(b, a)
    named = any(inside) if OTHER in {a.class_, b.class_} else all(inside)
    if not named and not kin(a.class_, b.class_):
        return False
    least = ALIKE if named else NEARLY_ALL
    own, other = sum(a.told), sum(b.told)
    most = min(own, other)
    if most < ENOUGH_TOLD or 2 * most < least * (own + other):
        return False
    both = told_by_both(a, b)
    return both >= ENOUGH_TOLD and 2 * both >= least * (own + other)


def told_by_both(a: Profile, b: Profile) -> float:
    """What the words of a statement tell that can stand for words of another one, each for one."""
    if a.meant.isdisjoint(b.meant):
        return 0.0
    both, free = 0.0, [word for word in b.wording if not a.meant.isdisjoint(word[0])]
    for senses, told in a.wording:
        if b.meant.isdisjoint(senses):
            continue
        k = next((k for k, (others, _) in enumerate(free) if not senses.isdisjoint(others)), None)
        if k is not None:
            both += min(told, free.pop(k)[1])
    return both


def within(a: Profile, b: Profile) -> bool:
    """Whether the predicate of a statement can stand for a word of another one."""
    return not a.senses.isdisjoint(b.meant)


def only_near(a: Profile, b: Profile) -> bool:
    """Whether nothing but two classes near each other makes two events one."""
    named = related_class(a.class_, b.class_) is not None
    return near_classes(a.class_, b.class_) and not named and not one_sense(a, b)


def kin(a: str, b: str) -> bool:
    """Whether two classes may tell one happening: one of them the other or broader, near it, or used of the same."""
    return meeting(a, b) or akin(a, b)


def akin(a: str, b: str) -> bool:
    """Whether news uses two classes of the same happening."""
    classes = shared_pack().event_classes.classes
    return b in classes[a].akin or a in classes[b].akin


def near_classes(a: str, b: str) -> bool:
    """Whether reports may tell one event by two classes (to cross a border, to enter a country)."""
    return b in neighbours(a)


@functools.cache
def neighbours(class_: str) -> frozenset[str]:
    """The classes near a class, whichever of the two says so."""
    classes = shared_pack().event_classes.classes
    return frozenset({*classes[class_].near, *(name for name, own in classes.items() if class_ in own.near)})


def related_class(a: str, b: str) -> str | None:
    """The class two events share: one class, or one the broader of the other; none that only their word tells."""
    if a == b:
        return a if a != OTHER else None
    classes = shared_pack().event_classes.classes
    if classes[a].broader == b:
        return b
    return a if classes[b].broader == a else None


def conflict(a: Profile, b: Profile) -> bool:
    """Whether phase, an actor, an owner or a thing tells the two events apart."""
    return other_actor(a, b) or next(conflicts(a, b), None) is not None


def events_apart(a: Profile, b: Profile) -> bool:
    """As `conflict`, by the events alone, whatever is told around them of when and how many."""
    return other_actor(a, b) or any(part.name != OTHER_COUNT for part in conflicts(a, b))


def other_actor(a: Profile, b: Profile) -> bool:
    """Whether two statements name different actors in one role, the most frequent of conflicts and the soonest seen."""
    theirs = b.actors
    for role, actor in a.actors.items():  # noqa: SIM110 (asked so often that a generator takes half the time)
        if theirs.get(role, actor) != actor:
            return True
    return False


def conflicts(a: Profile, b: Profile) -> Iterator[EvidencePart]:
    """What tells two events apart: phase, an actor, a thing, an owner, a name against a thing; each decides by itself."""
    if a.phase != b.phase and not (anytime(a) or anytime(b) or by_wording_alone(a, b)):
        yield EvidencePart(f"other phase ({a.phase}, {b.phase})", 0.0, (a.predicate, b.predicate))
    if a.sides and b.sides and crossing(a.sides, b.sides) and a.senses.isdisjoint(b.senses):
        yield EvidencePart("opposites", 0.0, (a.predicate, b.predicate))
    if a.fields and b.fields and not a.fields & b.fields:
        yield EvidencePart("in another field", 0.0, (a.predicate, b.predicate))
    for role in of_both(a.actors, b.actors):
        if a.actors[role] != b.actors[role]:
            yield EvidencePart(f"other {role}", 0.0, (a.spans[role], b.spans[role]))
    for role in of_both(a.things, b.things):
        if role in ANIMATE:
            continue
        own, their = a.things[role], b.things[role]
        if crossed(a, b, role):
            continue
        if not own.agrees(their) and ((a.plain and b.plain) or not unsure(a, b, role)):
            yield EvidencePart(f"other {role}", 0.0, (a.spans[role], b.spans[role]))
    for role in of_both(a.named, b.named):
        if not a.named[role] & b.named[role]:
            yield EvidencePart(f"{role} of another name", 0.0, (a.spans[role], b.spans[role]))
    for role in of_both(a.owners, b.owners):
        if a.owners[role].is_other(b.owners[role]):
            yield EvidencePart(f"{role} of another owner", 0.0, (a.spans[role], b.spans[role]))
    for role in of_both(a.one, b.one):
        if a.one[role] != b.one[role]:
            yield EvidencePart(f"{role}: one in one, several in the other", 0.0, (a.spans[role], b.spans[role]))
    if (refusal := a.refuses != b.refuses) or (a.share and b.share and a.share != b.share):
        name = "a refusal in one, the deed in the other" if refusal else "all in one, a part in the other"
        yield EvidencePart(name, 0.0, (a.predicate, b.predicate))
    for word, number, span in a.labels:
        for other_word, other_number, place in b.labels:
            if not word.isdisjoint(other_word) and number.isdisjoint(other_number):
                yield EvidencePart("another of its kind", 0.0, (span, place))
    if (a.rank and fewer(b.counts, a.rank)) or (b.rank and fewer(a.counts, b.rank)):
        yield EvidencePart("one more than the other counts", 0.0, (a.predicate, b.predicate))
    if a.counts and b.counts and another_occasion(a, b) and other_counts(a, b):
        yield EvidencePart(OTHER_COUNT, 0.0, (a.predicate, b.predicate))
    for role in PRINCIPAL:
        thing_ = a.things.get(role) if role in b.actors else b.things.get(role) if role in a.actors else None
        if thing_ is not None and thing_.kind not in {PERSON, BODY}:  # `the deputy` may be whom the other one names
            yield EvidencePart(f"{role}: a name in one, a thing in the other", 0.0, (a.spans[role], b.spans[role]))


def other_counts(a: Profile, b: Profile) -> bool:
    """Whether two statements count the same otherwise, so that both cannot hold of one event."""
    return any(not meet(a.counts[unit], b.counts[unit]) for unit in a.counts.keys() & b.counts.keys())


def of_both(a: Mapping[str, object], b: Mapping[str, object]) -> list[str]:
    """The roles that two statements both fill in one way, in order; mostly one of them fills none."""
    return sorted(a.keys() & b.keys()) if a and b else []


def by_wording_alone(a: Profile, b: Profile) -> bool:
    """Whether two phases differ only as the same is told in several ways: by tense, number, a conditional of hearsay."""
    return by_tense_alone(a, b) or by_number_alone(a, b) or by_conditional_alone(a, b)


def by_conditional_alone(a: Profile, b: Profile) -> bool:
    """Whether one is told in a conditional that leaves open if it goes on or is to come, the other as going on or to come."""
    return (a.unsettled and b.phase in UNSETTLED) or (b.unsettled and a.phase in UNSETTLED)


def by_tense_alone(a: Profile, b: Profile) -> bool:
    """Whether two phases differ as past and present do, of what lasts or may last: reports tell it in either tense."""
    if {a.phase, b.phase} != {*TENSES}:
        return False
    return OTHER in {a.class_, b.class_} or (may_last(a.class_) and may_last(b.class_))


def may_last(class_: str) -> bool:
    """Whether events of a class last: states, and what is done over some time."""
    entry = shared_pack().event_classes.classes[class_]
    return entry.state or entry.lasting


def by_number_alone(a: Profile, b: Profile) -> bool:
    """Whether two phases differ only in that one report tells that an event was more than once."""
    return REPEATED in {a.phase, b.phase} and {a.phase, b.phase} <= {*TENSES, REPEATED}


def unsure(a: Profile, b: Profile, role: str) -> bool:
    """Whether the tables cannot tell two things apart: they know no kind of one of them, or they tell of persons what does
    not shut out each other (`the passengers`, `the children`).

    Where one doer is named in both and the words are of one language, another word is another thing: it is all that
    tells what somebody did from what else they did.
    """
    own, their = a.things[role], b.things[role]
    if own.opposed(their):
        return False
    if BODY in {own.kind, their.kind}:
        return True
    if own.kind and their.kind:
        return own.told_otherwise(their)
    return own.language != their.language or not one_doer(a, b)


def one_doer(a: Profile, b: Profile) -> bool:
    """Whether one doer is named in both: an actor, or a thing of one owner told by one word (`the guards of X`)."""
    if any(a.actors[r] == b.actors.get(r) for r in PRINCIPAL if r in a.actors):
        return True
    own, their = a.things.get("agent"), b.things.get("agent")
    owners = [p.owners["agent"].actor for p in (a, b) if "agent" in p.owners]
    return own is not None and their is not None and own.one_word(their) and len(owners) == 2 and len(set(owners)) == 1


def specific(own: Profile) -> bool:
    """Whether a statement says enough to be met again.

    Two participants, one of them named, or all that its class asks for, or a thing that is no everyday word, or anybody
    where its class is told once (`the town hall was searched`), or the number of those whom it befell (`17 were injured`);
    but not somebody and an everyday paper (`they sent a letter`).
    """
    class_ = shared_pack().event_classes.classes[own.class_]
    if class_.once and own.spans and not own.nominal:
        return True
    if own.counts and own.things.get("theme") == SOMEBODY:
        return True
    if not own.actors:
        if own.owners:
            return True
        told = [found for role, found in own.things.items() if role in THEMES and not found.event]
        return any(not found.everyday or (own.places and found.kind not in PAPERS) for found in told)
    if "theme" in own.actors or (class_.principal == 1 and class_.roles[0] in own.actors):
        return True
    if len(own.actors) == 1 and all(thin(t) for t in own.things.values()):
        return False
    return len(own.actors) + len(own.things) >= 2


def thin(found: Thing) -> bool:
    """Whether a thing tells no event from another."""
    return found.everyday and found.kind in PAPERS
