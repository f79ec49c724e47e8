"""Which reports are another one in other words or another language, as a whole.

Two reports that tell one event share a sentence in both languages by chance; one that was made of the other shares its
speakers too. A pair of passages agrees where both name one speaker, and disagrees where they name two. A report most of
which stands in the other too was made of it, or both of a third one, where their speakers differ in fewer passages than not.
"""

import functools
from collections.abc import Mapping

from recoupe.model import Attribution, ReuseMember
from recoupe.provenance.pile import Agreement, Pile, Source, Tellers
from recoupe.reuse.speakers import described_alike, name_words

AGREEING = 2  # passages with one speaker from which a report is a rendition of another
CREDITED = 1  # the same, where one of the two credits the other's outlet
WHOLE = 0.5  # share of a report's text that stands in another's passages too, from which it is the other as a whole
WORDS = 8  # words of a passage without a speaker that shows anything


def rendition(first: str, second: str, pile: Pile) -> bool:
    """Whether one of two reports was made of the other: as a whole, or by passages that agree, and none that does not."""
    a, b = sorted((first, second))
    if (a, b) not in pile.renditions:
        pile.renditions[a, b] = made_of(a, b, pile)
    return pile.renditions[a, b]


def made_of(first: str, second: str, pile: Pile) -> bool:
    """As `rendition`, found anew."""
    ours, theirs = told_by(first, pile), told_by(second, pile)
    found = [
        {agreed(one, other, pile) for one in ours[f] for other in theirs[f]}
        for f in sorted(ours.keys() & theirs.keys())
    ]
    agreeing = sum("agree" in kinds for kinds in found)
    plain = sum(kinds == {"plain"} for kinds in found)
    differing = sum("agree" not in kinds and not kinds.isdisjoint({"disagree", "one alone"}) for kinds in found)
    if max(taken_over(first, second, pile), taken_over(second, first, pile)) >= WHOLE:
        return agreeing + plain >= differing
    if any("disagree" in kinds and "agree" not in kinds for kinds in found):
        return False
    enough = CREDITED if credits(first, second, pile) or credits(second, first, pile) else AGREEING
    return agreeing >= enough or (agreeing > 0 and plain >= AGREEING)


def taken_over(report: str, other: str, pile: Pile) -> float:
    """The share of a report's text that lies in passages of which the other report holds one too, in [0, 1]."""
    shared = {f for f, _ in pile.passages.get(other, ())}
    spans = sorted(pile.reuse[f].members[m].span for f, m in pile.passages.get(report, ()) if f in shared)
    covered = end = 0
    for span in spans:
        covered += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return covered / max(1, len(pile.documents[report].text))


def told_by(report: str, pile: Pile) -> Mapping[int, frozenset[Tellers]]:
    """By whom the passages of a report are told, by their families."""
    if report not in pile.tellers:
        found: dict[int, set[Tellers]] = {}
        for f, m in pile.passages.get(report, ()):
            found.setdefault(f, set()).add(tellers_of(pile.reuse[f].members[m], pile))
        pile.tellers[report] = {f: frozenset(own) for f, own in found.items()}
    return pile.tellers[report]


def tellers_of(member: ReuseMember, pile: Pile) -> Tellers:
    """By whom a passage is told: all that is compared of two passages."""
    sources = (Source(a.actor, a.source.text) for a in speakers(member, pile) if a.source is not None)
    language = pile.documents[member.span.document].language
    return Tellers(frozenset(sources), language or "", len(member.span.text.split()) >= WORDS)


def credits(report: str, other: str, pile: Pile) -> bool:
    """Whether a report names the outlet of another one as where its text is from."""
    publisher = pile.publisher(other)
    return publisher is not None and publisher in {credit.actor for credit in pile.documents[report].agencies}


def agreed(one: Tellers, other: Tellers, pile: Pile) -> Agreement:
    """As `agreement`, each two kinds of passages compared once."""
    pair = one, other
    if pair not in pile.agreements:
        pile.agreements[pair] = agreement(one, other, pile)
    return pile.agreements[pair]


def agreement(one: Tellers, other: Tellers, pile: Pile) -> Agreement:
    """Whether two passages have their words from one speaker: one actor, a name in common, or descriptions that mean the same.

    `plain`: from none; `one alone`: one of them names nobody; `open`: it cannot be told.
    """
    if not one.sources and not other.sources:
        return "plain" if one.long and other.long else "open"
    if not one.sources or not other.sources:
        return "one alone"
    actors = {s.actor for s in one.sources} & {s.actor for s in other.sources} - {None}
    if actors or any(
        described_as_one(x, y, one.language, other.language) for x in words_of(one) for y in words_of(other)
    ):
        return "agree"
    unnamed = [any(s.actor is None or pile.anonymous(s.actor) for s in some) for some in (one.sources, other.sources)]
    return "open" if all(unnamed) and one.language != other.language else "disagree"


def speakers(member: ReuseMember, pile: Pile) -> list[Attribution]:
    """The attributions with a source whose content lies in a passage."""
    return [
        a
        for a in pile.told.get(member.span.document, ())
        if a.source is not None and any(member.span.overlaps(s) for s in a.content)
    ]


def words_of(tellers: Tellers) -> set[str]:
    """The words for the sources of a passage."""
    return {s.words for s in tellers.sources}


def alike_sources(one: Attribution, other: Attribution, pile: Pile) -> bool:
    """Whether the words for two sources name or describe one voice."""
    assert one.source is not None and other.source is not None
    first, second = (pile.documents[a.document].language or "" for a in (one, other))
    return described_as_one(one.source.text, other.source.text, first, second)


@functools.cache
def described_as_one(one: str, other: str, first: str, second: str) -> bool:
    """Whether words for a source and others, each of a language, name or describe one voice."""
    return bool(name_words(one, first) & name_words(other, second)) or described_alike(one, other, first, second)
