"""Denials that there was anything of a kind, as answers to claims that tell what was done with it or what it did.

`il n'y a eu ni pierre ni boulon`, `there was no contract`: what there never was, nobody threw or signed.
"""

from collections.abc import Mapping

from recoupe.claims.answer_routes import OfAffair
from recoupe.claims.drafted import Drafted
from recoupe.claims.found import AHEAD
from recoupe.claims.things import PERSON, Thing, thing_told
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation

LISTED = ("obj", "nsubj", "conj")  # how what there was none of hangs on the verb


class ByExistence(OfAffair):
    """The claims of events in which a thing takes part of which a denial says that there was none."""

    name = "existence"

    def claims(self, i: int) -> Mapping[int, int]:
        """See `Route`."""
        drafted = self.items[i]
        statement = drafted.statement
        if (statement.stance, statement.realis) != ("denies", "actual") or statement.attribution is None:
            return {}
        none = [thing for thing in none_there(drafted) if thing.kind != PERSON and not thing.event]
        if not none:
            return {}
        found = {}
        for listed in self.told.values():
            for g, members in listed.items():
                if any(self.answers(i, thing, m) for thing in none for m in members):
                    found[g] = 1
        return found

    def answers(self, i: int, none: Thing, m: int) -> bool:
        """Whether a statement of a report of one affair, not of who denies, tells what was done with such a thing."""
        own, other = self.profiles[i], self.profiles[m]
        if other.phase in AHEAD or other.background or not self.affairs.one(own.document, other.document):
            return False
        if own.speaker is not None and own.speaker == other.speaker:
            return False
        thing = other.things.get("theme")
        return thing is not None and none.one_word(thing)


def none_there(drafted: Drafted) -> list[Thing]:
    """The things of which a clause says that there was none; none where it says something else, or tells what is now."""
    annotation, token = drafted.annotation, drafted.annotation.tokens[drafted.found.token]
    pack = language_pack(token.language)
    verb = token.lemma in {*pack.denials.copulas, *pack.denials.perfect}
    if not verb or drafted.statement.phase != "done" or not empty_subject(annotation, token.i):
        return []
    heads = annotation.dependents(token.i, *LISTED)
    heads += [c for h in heads for c in annotation.dependents(h, "conj")]
    bare = [h for h in heads if annotation.tokens[h].pos == "NOUN" and not annotation.dependents(h, "case")]
    return [thing_told(annotation, annotation.tokens[h]) for h in sorted(set(bare))]


def empty_subject(annotation: Annotation, verb: int) -> bool:
    """Whether the subject of a verb is a word that stands for nothing (`there`, `il`)."""
    return bool(annotation.dependents(verb, "expl"))
