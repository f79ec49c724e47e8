"""Which reports are another one in other words or another language, as a whole.

Two reports that tell one event share a sentence in both languages by chance; one that was made of the other shares its
speakers too. A pair of passages agrees where both name one speaker, and disagrees where they name two.
"""

from typing import Literal

from recoupe.model import Attribution, ReuseMember
from recoupe.provenance.pile import Pile
from recoupe.reuse.speakers import described_alike, name_words

AGREEING = 2  # passages with one speaker from which a report is a rendition of another
CREDITED = 1  # the same, where one of the two credits the other's outlet
WORDS = 8  # words of a passage without a speaker that shows anything

Agreement = Literal["agree", "disagree", "plain", "open"]


def rendition(first: str, second: str, pile: Pile) -> bool:
    """Whether one of two reports was made of the other: by passages that agree, and none that does not."""
    a, b = sorted((first, second))
    if (a, b) not in pile.renditions:
        pile.renditions[a, b] = made_of(a, b, pile)
    return pile.renditions[a, b]


def made_of(first: str, second: str, pile: Pile) -> bool:
    """As `rendition`, found anew."""
    ours: dict[int, list[ReuseMember]] = {}
    for f, m in pile.passages.get(first, ()):
        ours.setdefault(f, []).append(pile.reuse[f].members[m])
    found: dict[int, set[Agreement]] = {}
    for f, m in pile.passages.get(second, ()):
        right = pile.reuse[f].members[m]
        for left in ours.get(f, ()):
            found.setdefault(f, set()).add(agreement(left, right, pile))
    agreeing = sum("agree" in kinds for kinds in found.values())
    against = sum("disagree" in kinds and "agree" not in kinds for kinds in found.values())
    plain = sum(kinds == {"plain"} for kinds in found.values())
    if against:
        return False
    enough = CREDITED if credits(first, second, pile) or credits(second, first, pile) else AGREEING
    return agreeing >= enough or (agreeing > 0 and plain >= AGREEING)


def credits(report: str, other: str, pile: Pile) -> bool:
    """Whether a report names the outlet of another one as where its text is from."""
    publisher = pile.publisher(other)
    return publisher is not None and publisher in {credit.actor for credit in pile.documents[report].agencies}


def agreement(left: ReuseMember, right: ReuseMember, pile: Pile) -> Agreement:
    """Whether two passages have their words from one speaker; `plain`: from none; `open`: it cannot be told."""
    one, other = speakers(left, pile), speakers(right, pile)
    if not one and not other:
        return "plain" if min(len(left.span.text.split()), len(right.span.text.split())) >= WORDS else "open"
    if not one or not other:
        return "open"
    if any(one_speaker(x, y, pile) for x in one for y in other):
        return "agree"
    unnamed = [any(a.actor is None or pile.anonymous(a.actor) for a in some) for some in (one, other)]
    languages = {pile.documents[m.span.document].language for m in (left, right)}
    return "open" if all(unnamed) and len(languages) > 1 else "disagree"


def speakers(member: ReuseMember, pile: Pile) -> list[Attribution]:
    """The attributions with a source whose content lies in a passage."""
    return [
        a
        for a in pile.told.get(member.span.document, ())
        if a.source is not None and any(member.span.overlaps(s) for s in a.content)
    ]


def one_speaker(one: Attribution, other: Attribution, pile: Pile) -> bool:
    """Whether two attributions can have one speaker: one actor, a name in common, or descriptions that mean the same."""
    if one.actor is not None and one.actor == other.actor:
        return True
    if one.source is None or other.source is None:
        return False
    return alike_sources(one, other, pile)


def alike_sources(one: Attribution, other: Attribution, pile: Pile) -> bool:
    """Whether the words for two sources name or describe one voice."""
    assert one.source is not None and other.source is not None
    first, second = (pile.documents[a.document].language for a in (one, other))
    names = name_words(one.source.text, first) & name_words(other.source.text, second)
    return bool(names) or described_alike(one.source.text, other.source.text, first, second)
