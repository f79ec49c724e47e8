"""Denials that anything left its place, as answers to claims that it was stolen, handed over, leaked or burnt elsewhere.

`aucun dossier n'a quitté nos serveurs`, `no shell has left our depots`: what never left was neither taken nor sent.
"""

from collections.abc import Mapping

from recoupe.claims.answer_routes import OfAffair
from recoupe.claims.drafted import Drafted
from recoupe.claims.found import AHEAD
from recoupe.claims.things import Thing, thing_told
from recoupe.languages import language_pack


class ByDeparture(OfAffair):
    """The claims of events that cannot have been where nothing of their thing left its place."""

    name = "departure"

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        drafted = self.items[i]
        statement = drafted.statement
        if (statement.stance, statement.realis, statement.phase) != ("denies", "actual", "done"):
            return {}  # (`no oil leaves our ports` without a permit tells a rule)
        token = drafted.annotation.tokens[drafted.found.token]
        classes = language_pack(token.language).denials.departures.get(token.lemma, ())
        kept = what_stayed(drafted) if classes else None
        if kept is None:
            return {}
        found = {}
        for class_ in classes:
            for g, members in self.told.get(class_, {}).items():
                told = any(self.answers(i, kept, m) for m in members)
                if told and not any(self.own_word(i, m) for m in members):
                    found[g] = 1
        return found

    def own_word(self, i: int, m: int) -> bool:
        """Whether a statement is the word of who denies, in the same report: it is something else that they deny."""
        own, other = self.profiles[i], self.profiles[m]
        return own.speaker is not None and (own.speaker, own.document) == (other.speaker, other.document)

    def answers(self, i: int, kept: Thing, m: int) -> bool:
        """Whether a statement tells that such a thing was taken or sent away, in a report of one affair."""
        own, other = self.profiles[i], self.profiles[m]
        if other.phase in AHEAD or not self.affairs.one(own.document, other.document):
            return False
        thing = other.things.get("theme")
        return thing is not None and not thing.event and kept.agrees(thing)


def what_stayed(drafted: Drafted) -> Thing | None:
    """The thing of which a denial says that none left; none where it speaks of one thing only (`the ship did not leave`)."""
    annotation, found = drafted.annotation, drafted.found
    subject = next((s for s in annotation.dependents(found.token, "nsubj")), None)
    if subject is None or annotation.tokens[subject].pos != "NOUN":
        return None
    start, end = (annotation.tokens[k] for k in (min(annotation.subtree(subject)), subject))
    none = any(start.start <= n.start < end.end for n in found.negators)
    return thing_told(annotation, annotation.tokens[subject]) if none else None
