"""Passages of a report beside the ones that they are compared with: copies, translations, other wordings."""

import itertools
import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from recoupe.model import Dossier, Reuse, ReuseMember, Span, Utterance
from recoupe.report.places import Places
from recoupe.report.view import Comparison, Stretch
from recoupe.report.wording import visible

ALIKE = 0.25  # share of equal words below which two wordings stand side by side, undivided
EQUAL, EDGE = 24, 8  # words that both have: of a longer run only this many at each end are told
EDGES = re.compile(r"^\W+|\W+$")


class Pair:
    """Two passages to be read beside one another."""

    __slots__ = ("detail", "differences", "here", "kind", "there")

    def __init__(
        self, here: Sequence[Span], there: Sequence[Span], kind: str, detail: str, differences: tuple[str, ...]
    ) -> None:
        self.here, self.there, self.kind, self.detail, self.differences = here, there, kind, detail, differences


def comparisons(places: Places) -> dict[str, tuple[Comparison, ...]]:
    """For each report's id its passages that another report has too, in the order of the text."""
    found: dict[str, list[Pair]] = {}
    for pair in pairs(places):
        found.setdefault(pair.here[0].document, []).append(pair)
    return {
        document: tuple(
            compared(pair, number, places)
            for number, pair in enumerate(sorted(own, key=lambda p: (p.here[0].start, p.here[0].end, p.kind)), 1)
        )
        for document, own in found.items()
    }


def pairs(places: Places) -> Iterable[Pair]:
    """Every passage with the one that it is compared with: its source where that is known, else the first of its kind."""
    dossier: Dossier = places.dossier
    for family in dossier.reuse:
        for number, member in enumerate(family.members):
            if len(family.members) > 1:
                at = member.parent if member.parent is not None else int(number == 0)
                yield Pair(
                    (member.span,),
                    (family.members[at].span,),
                    places.say.label("reuse", family.kind),
                    origin_of(member, family, places),
                    (),
                )
    for utterance in dossier.utterances:
        for number, said in enumerate(utterance.members):
            if len(utterance.members) > 1 and said.spans:
                at = int(number == 0)
                other = utterance.members[at].spans
                kinds = differing(utterance, said.spans, other, places)
                yield Pair(said.spans, other, places.say(f"utterance.{utterance.relation}"), "", kinds)


def origin_of(member: ReuseMember, family: Reuse, places: Places) -> str:
    """What is known of where a shared passage comes from, in words."""
    known = []
    if member.parent is not None:
        parent = places.report(family.members[member.parent].span.document)
        known.append(places.say("reuse.from", report=parent.text))
    if member.credited is not None:
        known.append(places.say("reuse.credited" if member.credited else "reuse.uncredited"))
    return places.say("list.next").join(known)


def differing(utterance: Utterance, here: Sequence[Span], there: Sequence[Span], places: Places) -> tuple[str, ...]:
    """The kinds of difference that the dossier names between two wordings; those of cues belong to the report."""
    both = {here[0].document, there[0].document}
    kinds = (d.kind for d in utterance.differences if {s.document for s in d.spans} == both)
    return tuple(places.say.label("difference", kind) for kind in dict.fromkeys(kinds))


def compared(pair: Pair, number: int, places: Places) -> Comparison:
    """Two passages with the words that differ."""
    own = places.index[pair.here[0].document]
    return Comparison(
        anchor=f"d{own}x{number}",
        number=number,
        kind=pair.kind,
        detail=pair.detail,
        differences=pair.differences,
        here=places.links(pair.here),
        there=places.links(pair.there),
        other=places.report(pair.there[0].document),
        stretches=stretches(pair.here, pair.there, places),
    )


def stretches(here: Sequence[Span], there: Sequence[Span], places: Places) -> tuple[Stretch, ...]:
    """Both wordings in one: words of both, of this report only, of the other only.

    Only the other's words where the languages differ or the wordings have little in common.
    """
    mine, other = words(here), words(there)
    languages = {places.documents[spans[0].document].language for spans in (here, there)}
    changes = Levenshtein.opcodes([key(w) for w in mine], [key(w) for w in other])
    same = sum(c.src_end - c.src_start for c in changes if c.tag == "equal")
    if len(languages) > 1 or same < ALIKE * max(len(mine), len(other)):
        return (Stretch("there", " ".join(other)),)
    told: list[tuple[str, str]] = []
    for change in changes:
        gone, come = mine[change.src_start : change.src_end], other[change.dest_start : change.dest_end]
        if change.tag == "equal":
            told += [("both", word) for word in gone]
        else:
            told += [("here", word) for word in gone] + [("there", word) for word in come]
    return tuple(
        Stretch(kind, shortened([word for _, word in group]) if kind == "both" else " ".join(word for _, word in group))
        for kind, group in itertools.groupby(told, key=lambda x: x[0])
    )


def shortened(both: Sequence[str]) -> str:
    """Words that stand in both reports, only the ends of a long run: the whole of it stands in the text beside."""
    if len(both) <= EQUAL:
        return " ".join(both)
    return " ".join([*both[:EDGE], "[…]", *both[-EDGE:]])


def words(spans: Sequence[Span]) -> list[str]:
    """The words of a passage."""
    return [word for span in spans for word in visible(span.text).split()]


def key(word: str) -> str:
    """What two words are compared by: case, outer punctuation and the make of apostrophes do not count."""
    return EDGES.sub("", word.casefold().replace("’", "'")) or word
