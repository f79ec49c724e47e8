"""How much two statements resemble one another: named evidence, learnt weights, the sum is the log-odds of one claim.

Weighed more finely than the comparisons of `matching`, and asked of groups: two groups whose statements are, on average,
likely to be of one claim are merged (see `merging`). Only the two statements, their own reports and shipped tables are
looked at.
"""

from collections.abc import Mapping

from recoupe.claims.called import called_by_other
from recoupe.claims.found import OTHER
from recoupe.claims.happenings import Telling, figure_amounts, name_amounts, report_amounts
from recoupe.claims.happenings import related as of_one_happening
from recoupe.claims.matching import (
    ANIMATE,
    OTHER_COUNT,
    akin,
    conflicts,
    near_classes,
    one_event,
    other_actor,
    related_class,
    time_parts,
    told_by_both,
    unsure,
    whereabouts,
    within,
    word_parts,
)
from recoupe.claims.profiles import Profile
from recoupe.languages import shared_pack
from recoupe.model.claims import EvidencePart

ROLES = ("agent", "theme", "recipient", "partner")
FLOOR, CEILING = -3.0, 5.0  # beyond which the odds of one pair say no more for or against its groups
TOLD = 0.25  # weight from which a piece of evidence is shown by itself
WORDS = 0.25  # share of their words by which two are compared where no class tells an event
BESIDE = 0.75  # what words beside the participants must tell of them; one name does not do
MANY = 6.0  # what shared words tell beyond which more of them tell little more
TITLE = 0  # the place of a title
HEAD = 1  # the place of the last sentence at the head of a report
BARS = (
    "other agent",
    "other recipient",
    "other partner",
    "opposites",
    "in another field",
    "another of its kind",
    OTHER_COUNT,
)
PHASE, NAME = "other phase", "of another name"
UNSURE = (
    "of another owner",
    ": a name in one, a thing in the other",
)  # what reports tell too loosely to part two by it
REPORTS = ("reports share words", "reports share names", "reports share no name", "chief names missing")


def barred(a: Profile, b: Profile) -> bool:
    """Whether two statements can never be of one claim, however alike the rest: other phases, doers, names, numbers."""
    if any(b.actors.get(role, actor) != actor for role, actor in a.actors.items() if role in ANIMATE):
        return True
    return any(part.name in BARS or part.name.startswith(PHASE) or part.name.endswith(NAME) for part in conflicts(a, b))


def apart(a: Profile, b: Profile) -> bool:
    """Whether something tells two statements apart; where others speak for their groups they may be of one claim still."""
    if a.beside_another != b.beside_another or other_actor(a, b):
        return True  # (`he too was arrested` tells of another arrest)
    return any(not part.name.endswith(UNSURE) for part in conflicts(a, b))


def comparable(a: Telling, b: Telling) -> bool:
    """Whether two statements tell events near enough to ask if their claims are one.

    Where no class tells one of the events: whether they share words enough, beyond who and what takes part.
    """
    p, q = a.profile, b.profile
    if one_event(p, q) or of_one_happening(a, b):
        return True
    if OTHER not in {p.class_, q.class_} or a.reporting != b.reporting or share_of_words(p, q) < WORDS:
        return False  # (who explained themselves did not do what the other tells)
    return within(p, q) or within(q, p) or sum(part.weight for part in word_parts(p, q)) >= BESIDE


def odds(a: Telling, b: Telling) -> float:
    """The log-odds that two statements are of one claim, within FLOOR and CEILING."""
    if apart(a.profile, b.profile):
        return FLOOR
    return weighed(a, b, report_amounts(a, b))


def weighed(a: Telling, b: Telling, far: Mapping[str, float]) -> float:
    """As `odds`, of two statements that nothing tells apart. far: the evidence by their reports (see `happenings`)."""
    learnt = shared_pack().same_claim
    found = {**own_amounts(a, b), **voice_amounts(a, b), **place_amounts(a, b, far)}
    told = learnt.base + sum([learnt.weights.get(name, 0.0) * amount for name, amount in found.items()])
    return bounded(told)


def bounded(told: float) -> float:
    """Log-odds within FLOOR and CEILING."""
    return round(min(CEILING, max(FLOOR, told)), 4)


def evidence(a: Telling, b: Telling) -> tuple[EvidencePart, ...]:
    """The evidence that two statements are of one claim, the weightiest first; its sum is the log-odds.

    What weighs little is summed up in one piece.
    """
    learnt = shared_pack().same_claim
    spans = (a.profile.predicate, b.profile.predicate)
    weighed = [(name, learnt.weights.get(name, 0.0) * amount) for name, amount in amounts(a, b).items()]
    told = sorted(((n, w) for n, w in weighed if abs(w) >= TOLD), key=lambda part: (-abs(part[1]), part[0]))
    rest = round(sum(w for _, w in weighed if abs(w) < TOLD), 4)
    return (
        EvidencePart("any two statements", learnt.base, spans),
        *(EvidencePart(name, round(weight, 4), spans) for name, weight in told),
        *([EvidencePart("smaller evidence", rest, spans)] if rest else []),
    )


def likeness(a: Telling, b: Telling) -> tuple[float, tuple[EvidencePart, ...]]:
    """The log-odds that two statements are of one claim, with the evidence."""
    found = evidence(a, b)
    return round(sum(part.weight for part in found), 4), found


def amounts(a: Telling, b: Telling) -> dict[str, float]:
    """How much there is of each kind of evidence (mostly 0 or 1), under the names of the weights."""
    return {**own_amounts(a, b), **voice_amounts(a, b), **place_amounts(a, b, report_amounts(a, b))}


def own_amounts(a: Telling, b: Telling) -> dict[str, float]:
    """Evidence by the two statements and their sentences alone."""
    return {
        **event_amounts(a, b),
        **phase_amounts(a.profile, b.profile),
        **participant_amounts(a.profile, b.profile),
        **word_amounts(a, b),
    }


def event_amounts(a: Telling, b: Telling) -> dict[str, float]:
    """Evidence by what tells the two events: their classes and words."""
    p, q = a.profile, b.profile
    sense = not p.senses.isdisjoint(q.senses)
    found = {f"event classes: {class_tie(p.class_, q.class_)}": 1.0}
    named = related_class(p.class_, q.class_)
    if named is not None and shared_pack().event_classes.classes[named].once:
        found["an event that an affair tells of once"] = 1.0
    if sense:
        found |= {"words of one sense": 1.0, "everyday word": 1 - min(p.tells, q.tells)}
    if a.word == b.word:
        found["same word"] = 1.0
    elif a.family == b.family:
        found["one family of words"] = 1.0
    if a.reporting and b.reporting:
        found["words of saying"] = 1.0
    if p.nominal or q.nominal:
        found["told by nouns" if p.nominal == q.nominal else "verb and noun"] = 1.0
    return found


def class_tie(a: str, b: str) -> str:
    """How two classes of events go together."""
    if a == b:
        return "one" if a != OTHER else "both unknown"
    if related_class(a, b) is not None:
        return "one broader"
    if near_classes(a, b):
        return "near"
    if akin(a, b):
        return "of one happening"
    return "one unknown" if OTHER in {a, b} else "two"


def phase_amounts(p: Profile, q: Profile) -> dict[str, float]:
    """Evidence by how far the two events have come."""
    if p.phase == q.phase:
        return {"same phase": 1.0}
    phases = {p.phase, q.phase}
    if "open" in phases:
        return {"phase left open in one": 1.0}
    return {"under way in one": 1.0} if phases <= {"done", "under way", "repeated"} else {"other phase": 1.0}


def participant_amounts(p: Profile, q: Profile) -> dict[str, float]:
    """Evidence by who and what takes part, whose it is, where and when."""
    found = {name: 1.0 for role in ROLES if (name := filler_tie(p, q, role)) is not None}
    same = {p.actors[role] for role in p.actors.keys() & q.actors.keys() if p.actors[role] == q.actors[role]}
    if ({*p.actors.values()} & {*q.actors.values()}) - same:
        found["same actor, another role"] = 1.0
    if whereabouts(p).keys() & whereabouts(q).keys():
        found["same place"] = 1.0
    elif p.places and q.places:
        found["other place"] = 1.0
    for role in sorted(p.owners.keys() & q.owners.keys()):
        if p.owners[role].actor == q.owners[role].actor:
            found["same owner"] = 1.0
        elif p.owners[role].is_other(q.owners[role]):
            found["other owner"] = 1.0
    for role in sorted(p.named.keys() & q.named.keys()):
        found["same name" if p.named[role] & q.named[role] else "other name"] = 1.0
    found |= {part.name: 1.0 for part in time_parts(p, q)}
    return found


def filler_tie(p: Profile, q: Profile, role: str) -> str | None:
    """How what fills a role in two statements goes together; None where neither fills it."""
    if role in p.actors and role in q.actors:
        return f"same {role}" if p.actors[role] == q.actors[role] else f"other {role}"
    if role in p.things and role in q.things:
        own, their = p.things[role], q.things[role]
        if own.one_word(their):
            return f"{role} by one word"
        if own.agrees(their):
            return f"{role} of one kind"
        return f"{role} by another word" if unsure(p, q, role) else f"{role} of another kind"
    if role in called_by_other(p, q):
        return f"{role} by one word"
    if role in p.spans and role in q.spans:
        return f"{role}: a name in one, a thing in the other"
    return f"{role} in one alone" if role in p.spans or role in q.spans else None


def word_amounts(a: Telling, b: Telling) -> dict[str, float]:
    """Evidence by the words of the two statements and of their sentences (Dice's coefficient of what they tell)."""
    p, q = a.profile, b.profile
    both = told_by_both(p, q)
    least = min(sum(p.told), sum(q.told))
    dice = share_of_words(p, q)
    sentences = sentences_alike(a, b)
    found = {
        "wording": sum(part.weight for part in word_parts(p, q)),
        "share of words": dice,
        "share of the shorter's words": both / least if least else 0.0,
        "telling words in common": min(both, MANY) / MANY,
        "predicate among the other's words": (within(p, q) + within(q, p)) / 2,
        "sentences share words": sentences,
    }
    if a.language != b.language:
        found |= {"two languages": 1.0, "two languages share words": dice, "two languages' sentences": sentences}
    return found


def share_of_words(p: Profile, q: Profile) -> float:
    """What the words of two statements tell that can stand for each other, of what all their words do (Dice 1945)."""
    total = sum((*p.told, *q.told))
    return 2 * told_by_both(p, q) / total if total else 0.0


def sentences_alike(a: Telling, b: Telling) -> float:
    """What the words that the sentences of two statements share tell, of what all their words do."""
    own, other = a.sentence, b.sentence
    total = a.told_in_sentence + b.told_in_sentence
    return (
        2 * sum([min(own[word], other[word]) for word in sorted(own.keys() & other.keys())]) / total if total else 0.0
    )


def voice_amounts(a: Telling, b: Telling) -> dict[str, float]:
    """Evidence by who speaks and which figures they give."""
    found = {}
    one, other = a.profile.speaker, b.profile.speaker
    if one and other:
        found["same voice" if one == other else "other voice"] = 1.0
    elif one or other:
        found["a voice in one alone"] = 1.0
    if a.values and b.values:
        found["same value" if a.values & b.values else "other value"] = 1.0
    return found


def place_amounts(a: Telling, b: Telling, far: Mapping[str, float]) -> dict[str, float]:
    """Evidence by where the two statements stand, and by their sentences and reports."""
    found = {**figure_amounts(a, b), **name_amounts(a, b), **{name: far[name] for name in REPORTS}}
    if a.document != b.document:
        if max(a.place, b.place) <= HEAD:
            found["both at the head of their reports"] = 1.0
        return found
    found["one report"] = 1.0
    if a.place == b.place:
        found["one sentence"] = 1.0
    elif min(a.place, b.place) == TITLE:
        found["a title and its text"] = 1.0
    elif abs(a.place - b.place) == 1:
        found["neighbouring sentences"] = 1.0
    if related_class(a.profile.class_, b.profile.class_) is not None:
        found["one report, one event class"] = 1.0
    return found
