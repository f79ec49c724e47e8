"""Denials that anything left or reached a place, as answers to claims that tell what cannot have been then.

`aucun dossier n'a quitté nos serveurs`, `no shell has left our depots`: what never left was neither taken nor sent, nor did
it leak. `no rocket reached the base`: what never came there did not strike it.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from recoupe.claims.answer_routes import OfAffair
from recoupe.claims.drafted import Drafted
from recoupe.claims.found import AHEAD
from recoupe.claims.participants import can_act
from recoupe.claims.profiles import Profile
from recoupe.claims.things import PERSON, Thing, thing_at, thing_told
from recoupe.languages import language_pack, shared_pack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.negatives import says_none

RECORDS = {"data", "document"}  # kinds of what is written, on paper or not: one and the same may go by either
SHOWN = (
    "publish"  # the class of what is done with a thing that was taken: answered where no claim tells that it was taken
)
TAKING = ("steal", "leak", "smuggle", "capture")
ESCAPES = {"leak", "escape", "pollute"}  # classes of what runs out by itself
BETWEEN = {"DET", "ADJ", "NUM", "ADV", "ADP"}  # words between those that say none and the noun


class NoneOf(Struct, frozen=True):
    """What a denial says that none of it moved: words for one thing, whole and by its head; none of either is anything."""

    things: tuple[Thing, ...]

    def holds(self, thing: Thing) -> bool:
        """Whether it speaks of a thing as well."""
        if not self.things:
            return thing.kind != PERSON and not thing.event
        return not thing.event and any(t.agrees(thing) or {t.kind, thing.kind} == RECORDS for t in self.things)


class ByDeparture(OfAffair):
    """The claims of events that cannot have been where nothing of their thing left its place."""

    name = "departure"

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        drafted = self.items[i]
        if not of_past(drafted):
            return {}  # (`no oil leaves our ports` without a permit tells a rule)
        token = drafted.annotation.tokens[drafted.found.token]
        classes = language_pack(token.language).denials.departures.get(token.lemma, ())
        kept = none_of(drafted) if classes else None
        if kept is None:
            return {}
        found = {}
        for class_ in classes:
            for g, members in self.told.get(class_, {}).items():
                told = any(self.answers(i, kept, m) for m in members)
                if told and not any(self.own_word(i, m) for m in members):
                    found[g] = 1
        if any(g in self.told.get(c, {}) for g in found for c in TAKING):
            found = {g: much for g, much in found.items() if g not in self.told.get(SHOWN, {})}
        return found

    def own_word(self, i: int, m: int) -> bool:
        """Whether a statement is the word of who denies, in the same report: it is something else that they deny."""
        own, other = self.profiles[i], self.profiles[m]
        return own.speaker is not None and (own.speaker, own.document) == (other.speaker, other.document)

    def answers(self, i: int, kept: NoneOf, m: int) -> bool:
        """Whether a statement tells that such a thing was taken or sent away, or ran out, in a report of one affair."""
        own, other = self.profiles[i], self.profiles[m]
        if other.phase in AHEAD or not self.affairs.one(own.document, other.document):
            return False
        thing = other.things.get("theme")
        if kept.things:
            return thing is not None and kept.holds(thing)
        if self.items[i].statement.attribution is None or other.background or taken_elsewhere(self.items[i]):
            return False
        if thing is not None and not kept.holds(thing):
            return False
        return of_itself(other) or concerned(own, other)


class ByArrival(OfAffair):
    """The claims of events that cannot have been where nothing of what they are told to be done by came to its place."""

    name = "arrival"

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        drafted = self.items[i]
        if not of_past(drafted) or drafted.statement.attribution is None:
            return {}
        token = drafted.annotation.tokens[drafted.found.token]
        classes = language_pack(token.language).denials.arrivals.get(token.lemma, ())
        none = none_of(drafted) if classes else None
        if none is None or not none.things:
            return {}
        found = {}
        for class_ in classes:
            for g, members in self.told.get(class_, {}).items():
                if any(self.answers(i, none, m) for m in members) and not any(self.of_denier(i, m) for m in members):
                    found[g] = 1
        return found

    def of_denier(self, i: int, m: int) -> bool:
        """Whether a statement is the word of who denies."""
        own, other = self.profiles[i], self.profiles[m]
        return own.speaker is not None and own.speaker == other.speaker and own.document == other.document

    def answers(self, i: int, none: NoneOf, m: int) -> bool:
        """Whether a statement tells what such a thing did, in any role or word, in a report of one affair."""
        own, other = self.profiles[i], self.profiles[m]
        if other.phase in AHEAD or other.background or not self.affairs.one(own.document, other.document):
            return False
        named = any(t.one_word(told) for t in none.things for told in other.things.values())
        return named or any(not t.senses.isdisjoint(other.meant) for t in none.things)


def of_past(drafted: Drafted) -> bool:
    """Whether a statement denies what is over."""
    statement = drafted.statement
    return (statement.stance, statement.realis, statement.phase) == ("denies", "actual", "done")


def of_itself(other: Profile) -> bool:
    """Whether a statement tells what befell a thing, not what somebody did with it (`phenol ran into the river`)."""
    classes = shared_pack().event_classes.classes
    return other.class_ in ESCAPES or bool(ESCAPES & {*classes[other.class_].results, *classes[other.class_].prepares})


def concerned(own: Profile, other: Profile) -> bool:
    """Whether who denies takes part in what a statement tells, or it is of their things."""
    owners = {owner.actor for owner in other.owners.values()}
    return own.speaker is not None and own.speaker in {*other.actors.values(), *owners, *other.places}


def taken_elsewhere(drafted: Drafted) -> bool:
    """Whether a denial says that nothing came of something (`rien n'est sorti des négociations`)."""
    annotation = drafted.annotation
    whence = [annotation.tokens[c] for c in annotation.dependents(drafted.found.token, "obl", "obj")]
    return any(t.pos == "NOUN" and thing_at(t).event for t in whence)


def none_of(drafted: Drafted) -> NoneOf | None:
    """What a denial says that none of it moved; None where it speaks of one thing only (`the ship did not leave`)."""
    annotation = drafted.annotation
    subject = negated_subject(drafted)
    if subject is None:
        return None
    token, pack = annotation.tokens[subject], language_pack(annotation.tokens[subject].language)
    if token.pos == "PRON":
        return NoneOf(()) if says_none(annotation, subject) and token.norm in pack.denials.nothing else None
    if token.lemma in pack.denials.general and not described(annotation, subject):
        return NoneOf(())
    return None if can_act(token) else NoneOf((thing_told(annotation, token), thing_at(token)))


def described(annotation: Annotation, noun: int) -> bool:
    """Whether words beside a noun say which things of a kind it speaks of (`aucun document classé`)."""
    return bool(annotation.dependents(noun, "amod", "nmod", "acl", "compound"))


def negated_subject(drafted: Drafted) -> int | None:
    """The subject of what is denied, if that is a word for nothing or a noun that words before it say there is none of.

    The parse may hang such a noun elsewhere: it stands right behind them, before the verb.
    """
    annotation, found = drafted.annotation, drafted.found
    tokens = annotation.tokens
    for subject in annotation.dependents(found.token, "nsubj"):
        if tokens[subject].pos == "PRON":
            return subject
        first = tokens[max(0, min(annotation.subtree(subject)) - 1)].start  # (`not | a single crate`)
        if any(first <= n.start < tokens[subject].end for n in found.negators):
            return subject if tokens[subject].pos == "NOUN" else None
        return None
    before = [t for t in tokens[: found.token] if any(n.start == t.start for n in found.negators)]
    return noun_behind(tokens, before[0].i + 1, found.token) if before else None


def noun_behind(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """The first noun of some tokens, where only words that stand before one come before it."""
    for token in tokens[start:end]:
        if token.pos == "NOUN":
            return token.i
        if token.pos not in BETWEEN:
            return None
    return None
