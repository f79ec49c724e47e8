"""Which statements of two reports are one passage, copied, translated or reworded."""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from recoupe.model import Attribution, Reuse, ReuseMember, Span, Statement
from recoupe.provenance.bodies import is_named
from recoupe.provenance.pile import Pile
from recoupe.provenance.renditions import alike_sources, rendition
from recoupe.reuse.speakers import compatible

ALIKE = 70.0  # per cent of the characters of two copied statements
LENGTH, VERBATIM = 24, 92.0  # words of a statement, and per cent of its characters, that are enough by themselves
BEYOND = 5  # words around two statements: fewer are the wording of one event, which two reports may share
WHOLE = 2  # words around them, where the whole sentences are the same
AROUND = 240  # code points around a statement that are compared
GAP = 250  # code points between a statement and the next copied passage: room for the words that name a source
TELLING = 24  # words of such a passage: more than one clause that tells an event
NEAR = 75.0  # per cent: places in two passages that run parallel in different words


Held = tuple[ReuseMember, list[Statement]]  # a passage with the statements that lie in it


def held(statements: Sequence[Statement], pile: Pile) -> list[tuple[Reuse, list[Held]]]:
    """The families of passages in which statements of several reports lie, with these, in order of the families' ids."""
    by_report: dict[str, list[Statement]] = {}
    for statement in statements:
        by_report.setdefault(statement.document, []).append(statement)
    found: dict[int, list[tuple[int, list[Statement]]]] = {}
    for report, own in by_report.items():
        for f, m in pile.passages.get(report, ()):
            kept = inside(own, pile.reuse[f].members[m])
            if kept:
                found.setdefault(f, []).append((m, kept))
    return [
        (pile.reuse[f], [(pile.reuse[f].members[m], kept) for m, kept in sorted(own, key=lambda o: o[0])])
        for f, own in sorted(found.items())
        if len({pile.reuse[f].members[m].span.document for m, _ in own}) > 1
    ]


def counterparts(
    members: Sequence[Held], family: Reuse, pile: Pile, asked: Callable[[Statement, Statement], bool]
) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of statements of different reports that stand for each other in a family of passages, one to one.

    asked: whether anything is asked of two statements, by their voices; two passages without such a pair are passed over.
    Statements of one voice are matched first: a copy of a report in which two voices speak never ties the two. Then those
    that stand in the same words: a passage may tell one thing in its title and again in its text.
    """
    for (left, ours), (right, theirs) in combinations(members, 2):
        if left.span.document == right.span.document or not any(asked(a, b) for a in ours for b in theirs):
            continue
        scored = []
        for a in ours:
            for b in theirs:
                apart = 0.0 if len(ours) == len(theirs) == 1 else abs(place(a, left) - place(b, right))
                score = likeness(a, b, family, apart)
                if score is not None:
                    alone = a.voice != b.voice and not shared_around(a, b, pile)
                    scored.append((a.voice != b.voice, alone, -score, round(apart, 4), a.id, b.id, a, b))
        taken: set[str] = set()
        for *_, a, b in sorted(scored, key=lambda entry: entry[:6]):
            if a.id not in taken and b.id not in taken:
                taken |= {a.id, b.id}
                yield a, b


def carried(a: Statement, b: Statement, family: Reuse, pile: Pile) -> bool:
    """Whether a shared passage shows that whoever stands behind one statement stands behind the other.

    Two reports may tell an event in the same words and each have it from somebody else. The passage shows more where both
    name their source in the same words, or, where one of them names nobody, where the statement is long, words around it are
    the same too, or a long passage beside it; in other words or another language, where one report as a whole was made of
    the other. Two that are named are what their reports call them, whoever took whose words.
    """
    holders = [pile.attributions.get(s.attribution or "") for s in (a, b)]
    sources = [h.source for h in holders if h is not None and h.source is not None]
    speakers = [pile.actors.get((h.actor or "") if h is not None else "") for h in holders]
    if all(actor is not None and actor.type != "outlet" and is_named(actor, pile) for actor in speakers):
        return False
    documents = [pile.documents[s.document] for s in (a, b)]
    copy = family.kind in {"copy", "near_copy"} or documents[0].language == documents[1].language
    if len(sources) == 2:
        inside_ = all(shared_words(s, family, pile) for s in sources)
        unknown = not all(actor is not None for actor in speakers)
        named = len({h.actor for h in holders if h is not None and h.actor is not None}) == 1
        if inside_ and (alike(holders, pile) or (unknown and copy)) and (named or one_text(a, b, family, pile)):
            return True
        unnamed = all(actor is None or actor.anonymity is not None for actor in speakers)
        told = [
            (actor.name, d.language or "") for actor, d in zip(speakers, documents, strict=True) if actor is not None
        ]
        if len(told) == 2 and not compatible(told[0][0], told[1][0], told[0][1], told[1][1]):
            return False  # (`a lawyer`, `une salariée`: whatever was taken over, they are not said to be one)
        return family.kind == "translation" and unnamed and rendition(a.document, b.document, pile)
    if copy and (
        at_length(a, b) or shared_around(a, b, pile) or not copied_beside(a, pile).isdisjoint(copied_beside(b, pile))
    ):
        return True
    return family.kind not in {"copy", "near_copy"} and rendition(a.document, b.document, pile)


def at_length(a: Statement, b: Statement) -> bool:
    """Whether two statements are told in the same words at such length that no two writers find them each for themselves."""
    one, other = (" ".join(words_of(s.spans[0].text.lower())) for s in (a, b))
    return min(one.count(" "), other.count(" ")) >= LENGTH and fuzz.ratio(one, other) >= VERBATIM


def one_text(a: Statement, b: Statement, family: Reuse, pile: Pile) -> bool:
    """Whether the words around two statements were taken one from the other.

    Two reports can have an event from sources of one description (`une source policière`) and tell it each in its own words.
    """
    if family.kind in {"copy", "near_copy"} or rendition(a.document, b.document, pile):
        return True
    return pile.documents[a.document].language == pile.documents[b.document].language and shared_around(a, b, pile)


def shared_words(source: Span, family: Reuse, pile: Pile) -> bool:
    """Whether words lie in a passage of a family."""
    own = pile.passages.get(source.document, ())
    return any(pile.reuse[f].id == family.id and pile.reuse[f].members[m].span.contains(source) for f, m in own)


def alike(holders: Sequence[Attribution | None], pile: Pile) -> bool:
    """Whether the sources of two attributions are worded alike, or mean the same in two languages."""
    one, other = holders
    if one is None or other is None or one.source is None or other.source is None:
        return False
    languages = [pile.documents[h.document].language for h in (one, other)]
    if languages[0] == languages[1]:
        texts = [one.source.text.lower(), other.source.text.lower()]
        return fuzz.ratio(*texts) >= ALIKE or shortened(*texts)
    return alike_sources(one, other, pile)


def shortened(one: str, other: str) -> bool:
    """Whether one of two wordings is the other cut off behind its first words: who copies drops what tells more."""
    short, long = sorted((words_of(one), words_of(other)), key=len)
    return len(short) > 1 and long[: len(short)] == short


def shared_around(a: Statement, b: Statement, pile: Pile) -> bool:
    """Whether two statements stand in the same words: enough of them, or all that their sentences have.

    Words that are still part of what somebody is said to have said are no words around it.
    """
    (before, after), (its_before, its_after) = surroundings(a, pile), surroundings(b, pile)
    left, closed_left = run((before, its_before))
    right, closed_right = run((after, its_after))
    ahead, behind = zip(*(rest_of_content(s, pile) for s in (a, b)), strict=True)
    left, right = max(0, left - max(ahead)), max(0, right - max(behind))
    return left + right >= BEYOND or (closed_left and closed_right and left + right >= WHOLE)


def copied_beside(statement: Statement, pile: Pile) -> frozenset[tuple[int, bool]]:
    """The families of long copied passages that go on next to a statement, and whether behind it.

    Two reports that tell an event in the same words, and in the same place beside it another long passage, took one from
    the other, be it that the words between, which name whose account it is, were cut.
    """
    span = statement.spans[0]
    if span not in pile.beside:
        text = pile.documents[span.document].text
        found = set()
        for f, m in pile.passages.get(span.document, ()):
            other = pile.reuse[f].members[m].span
            sides = (False, other.start, min(other.end, span.start)), (True, max(other.start, span.end), other.end)
            for behind, start, end in sides if pile.reuse[f].kind in {"copy", "near_copy"} else ():
                gap = start - span.end if behind else span.start - end
                if gap <= GAP and len(text[start:end].split()) >= TELLING:
                    found.add((f, behind))
        pile.beside[span] = frozenset(found)
    return pile.beside[span]


def rest_of_content(statement: Statement, pile: Pile) -> tuple[int, int]:
    """How many words of the content that a statement was read from stand before it and behind it."""
    span, name = statement.spans[0], statement.attribution
    if (span, name) not in pile.rests:
        attribution = pile.attributions.get(name or "")
        content = attribution.content if attribution is not None else ()
        whole = next((c for c in content if c.contains(span)), span)
        text = pile.documents[span.document].text
        around = text[whole.start : span.start], text[span.end : whole.end]
        pile.rests[span, name] = len(words_of(around[0])), len(words_of(around[1]))
    return pile.rests[span, name]


def surroundings(statement: Statement, pile: Pile) -> tuple[list[str], list[str]]:
    """The words before a statement, the nearest first, and those behind it."""
    span = statement.spans[0]
    if span not in pile.surroundings:
        text = pile.documents[span.document].text
        before = words_of(text[max(0, span.start - AROUND) : span.start])
        pile.surroundings[span] = before[::-1], words_of(text[span.end : span.end + AROUND])
    return pile.surroundings[span]


def words_of(text: str) -> list[str]:
    """Words in small letters, the marks that end sentences as words of their own."""
    return re.findall(r"\w+|[.!?\n]+", text.lower())


def run(sides: Sequence[Sequence[str]]) -> tuple[int, bool]:
    """How many words two texts have in common from their beginning, and whether a sentence ends in both within these."""
    count, closed = 0, False
    for one, other in zip(*sides, strict=False):
        if not one[0].isalnum() and not other[0].isalnum():
            closed = True
        elif one != other:
            return count, closed
        else:
            count += 1
    return count, closed or len(sides[0]) == len(sides[1])


def inside(statements: Sequence[Statement], member: ReuseMember) -> list[Statement]:
    """Statements of a passage's report more than half of whose first span lies in it."""
    return [s for s in statements if covered(s, member)]


def covered(statement: Statement, member: ReuseMember) -> bool:
    """Whether more than half of a statement's first span lies in a passage."""
    span = statement.spans[0]
    shared = min(span.end, member.span.end) - max(span.start, member.span.start)
    return 2 * shared > span.end - span.start


def place(statement: Statement, member: ReuseMember) -> float:
    """Where in a passage a statement begins, from 0 to 1."""
    return (statement.spans[0].start - member.span.start) / (member.span.end - member.span.start)


def likeness(a: Statement, b: Statement, family: Reuse, apart: float) -> float | None:
    """How alike two statements of a family are, in per cent: by their words or, in other words, by their places."""
    if family.kind in {"copy", "near_copy"}:
        score, least = fuzz.ratio(words(a.spans[0].text), words(b.spans[0].text)), ALIKE
    else:
        score, least = 100 * (1 - apart), NEAR
    return round(score, 4) if score >= least else None


@functools.lru_cache(maxsize=65536)
def words(text: str) -> str:
    """Words without regard to case, apostrophes and spaces."""
    return " ".join(text.lower().replace("’", "'").split())
