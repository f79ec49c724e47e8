"""Denials that somebody got, saw or knew of something, as answers to claims that it was given to them or that they were told.

`nie avoir reçu la lettre`, `denied ever seeing the document`, `says she knew nothing`: converses of `he handed her the letter`.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.claims.answer_routes import OfAffair
from recoupe.claims.drafted import Drafted
from recoupe.claims.found import AHEAD
from recoupe.claims.profiles import Profile, senses_of, thing_of
from recoupe.claims.things import Thing
from recoupe.claims.ties import named_by_both, none_agrees
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation

RECEIVED_BY = ("recipient", "agent", "theme")  # the roles of an actor who gets, sees or knows
HEADS = "leadership"  # the kind of words for those who lead a body, who speaks of them being that body
GIVEN = "grant"  # a class of events by which somebody gets what may be no message
TOLD = "inform"  # the class of events by which somebody is told


@dataclass(frozen=True)
class Getting:
    """What a denial says that somebody did not get, see or know: whom, what (None where a pronoun or nothing names it),
    from whom where that is named (`Valdrian shells`), whether it tells something to who gets it, and the classes of events
    that would have given it to them.
    """

    receiver: str
    giver: str | None
    thing: Thing | None
    message: bool
    given_by: frozenset[str]


class ByConverse(OfAffair):
    """The claims that somebody was given, handed or told what a denial says that they did not get, see or know."""

    name = "converse"

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        drafted = self.items[i]
        if drafted.statement.stance != "denies" or drafted.statement.realis != "actual":
            return {}
        own = getting(drafted, self.profiles[i])
        if own is None:
            return {}
        knowing = TOLD in own.given_by and GIVEN not in own.given_by  # (who got no letter may have written one)
        found = dict.fromkeys(self.known(i, own), 2) if knowing else {}
        for class_ in sorted(own.given_by):
            for g, members in self.told.get(class_, {}).items():
                if any(self.answers(i, own, m) for m in members) and not self.other_thing(own, members):
                    found[g] = 2
        return found

    def known(self, i: int, own: Getting) -> list[int]:
        """The claims in which who denies to have known of something tells it, or is said to have found it out."""
        return sorted({g for g, m in self.heard.get(own.receiver, ()) if self.knows(i, own, m)})

    @functools.cached_property
    def heard(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """For each actor who speaks or does something in a statement of a claim: the claims with those statements."""
        found: dict[str, list[tuple[int, int]]] = {}
        for listed in self.told.values():
            for g, m in ((g, m) for g, members in listed.items() for m in members):
                for actor in {self.profiles[m].speaker, self.profiles[m].actors.get("agent")}:
                    if actor is not None:
                        found.setdefault(actor, []).append((g, m))
        return found

    def knows(self, i: int, own: Getting, m: int) -> bool:
        """Whether a statement tells what somebody knew who denies it, by a word for what they deny to have known of."""
        mine, other = self.profiles[i], self.profiles[m]
        if (
            other.phase in AHEAD
            or not self.affairs.one(mine.document, other.document)
            or mine.document == other.document
        ):
            return False
        verb = self.items[m].annotation.tokens[self.items[m].found.token]
        learnt = TOLD in language_pack(verb.language).denials.converses.get(verb.lemma, ())
        if learnt and own.receiver == other.actors.get("agent"):
            return own.thing is None or self.one_matter(i, m)
        return own.receiver == other.speaker and own.thing is not None and self.one_matter(i, m)

    def one_matter(self, i: int, m: int) -> bool:
        """Whether what a denial says that nobody knew of is told by a word of another statement, or the other way round."""
        mine, other = self.profiles[i], self.profiles[m]
        themes = ((self.theme_of(i), other.meant), (self.theme_of(m), mine.meant))
        return any(not theme.isdisjoint(meant) for theme, meant in themes)

    def theme_of(self, i: int) -> frozenset[str]:
        """What the word for what a statement is about can mean."""
        theme = self.items[i].found.fillers.get("theme")
        return senses_of(self.items[i].annotation.tokens[theme[0]]) if theme is not None else frozenset()

    def other_thing(self, own: Getting, members: Sequence[int]) -> bool:
        """Whether a claim tells of another thing than what was not got (drones, where a batch of rockets was delivered)."""
        if own.thing is None or own.message:
            return False
        told = [t for t in (self.profiles[m].things.get("theme") for m in members) if t is not None]
        return none_agrees([named_by_both("theme", own.thing, t) for t in told])

    def answers(self, i: int, own: Getting, m: int) -> bool:
        """Whether a statement says that it was given or told to the one who denies to have got it."""
        other = self.profiles[m]
        if other.phase in AHEAD or not self.affairs.one(self.profiles[i].document, other.document):
            return False
        given, thing = other.actors.get("recipient"), other.things.get("theme")
        if given is not None and given != own.receiver:
            return False
        if own.receiver == other.actors.get("agent"):
            return False
        if own.giver is not None and "agent" in other.spans and other.actors.get("agent") != own.giver:
            return False  # (to have got no shells of one state is not to have got none of another)
        if own.thing is not None and {"theme"} & {*other.actors, *other.named}:
            return False  # (to have got no news is not to say that a hostage was not handed over)
        if own.thing is None or (thing is None and given is not None):
            return given is not None
        if thing is None:
            return False
        sent = own.message and (other.class_ == TOLD or is_message(self.items[m], "theme", thing))
        if given is None and own.message:  # (to have seen no warning is not to say that nobody got a report)
            return own.thing.one_word(thing) or not own.thing.senses.isdisjoint(other.senses)
        return own.thing.agrees(thing) or (sent and given is not None)


def getting(drafted: Drafted, own: Profile) -> Getting | None:
    """What a denial says that who speaks, or who is named there, did not get, see or know; None where it says no such thing."""
    annotation, found = drafted.annotation, drafted.found
    token = annotation.tokens[found.token]
    listed = language_pack(token.language).denials.converses
    nouns = [annotation.tokens[n] for n in found.nodes if annotation.tokens[n].pos == "NOUN" and n != found.token]
    phrases = [f"{token.lemma} {noun.lemma}" for noun in nouns]
    classes = next((listed[key] for key in (*phrases, token.lemma) if key in listed), None)
    told = own.class_ == TOLD and "recipient" not in own.spans and drafted.statement.attribution is not None
    if classes is None and not told:
        return None
    named = next((own.actors[role] for role in RECEIVED_BY if role in own.actors), None)
    unnamed = {r for r in RECEIVED_BY[:2] if r in own.spans and r not in own.actors and r not in found.lent}
    unnamed = {
        r for r in unnamed if r not in own.things or own.things[r].part != HEADS
    }  # (`its management knew nothing`)
    receiver = named if named is not None and not told else (own.speaker if not unnamed or told else None)
    if receiver is None:
        return None
    thing = own.things.get("theme")
    message = thing is not None and is_message(drafted, "theme", thing)
    if thing is None and nouns and "theme" not in own.named:  # `recevoir avertissement`
        thing = thing_of(annotation, nouns[0])
        message = noun_of_message(annotation, nouns[0].i, thing)
    giver = next((a for a in (own.actors.get("agent"), owner_of_thing(own)) if a not in {None, receiver}), None)
    return Getting(receiver, giver, thing, message or thing is None, frozenset(classes or [TOLD]))


def owner_of_thing(own: Profile) -> str | None:
    """Whose the thing is that a statement is about."""
    return own.owners["theme"].actor if "theme" in own.owners else None


def is_message(drafted: Drafted, role: str, thing: Thing) -> bool:
    """Whether what has a role in a statement tells something to who gets it (`lettre`, `warning`)."""
    filler = drafted.found.fillers.get(role)
    return filler is not None and noun_of_message(drafted.annotation, filler[0], thing)


def noun_of_message(annotation: Annotation, head: int, thing: Thing) -> bool:
    """Whether a noun names what tells something to who gets it."""
    token = annotation.tokens[head]
    return thing.kind == "document" or token.lemma in language_pack(token.language).denials.messages
