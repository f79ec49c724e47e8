"""Bodies by the letters that reports put in brackets behind their names (`la Confédération ouvrière (CO)`, then `the CO`)."""

from collections.abc import Iterator, Mapping, Sequence

from recoupe.actors.demonyms import plain
from recoupe.actors.extents import body_noun, is_body
from recoupe.actors.names import Name
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Annotation

FEWEST, MOST = 2, 6  # letters
REACH = 10  # words before a bracket among which the name begins


def lettered_at(annotation: Annotation, own: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """The tokens of letters in brackets behind the name of a body, each behind the noun of the body or the name's first word."""
    tokens = annotation.tokens
    ending = {n.last: n for n in own}
    for i in range(2, len(tokens) - 1):
        letters = tokens[i].text
        bracketed = tokens[i - 1].text == "(" and tokens[i + 1].text == ")"
        if not (bracketed and letters.isalpha() and letters.isupper() and FEWEST <= len(letters) <= MOST):
            continue
        name = ending.get(i - 1)
        if name is not None and name.person:
            continue
        if name is not None and is_body(annotation, name.first, name.last):
            yield name.first, i
        elif (noun := noun_before(annotation, i - 1, letters.lower())) is not None:
            yield noun, i


def noun_before(annotation: Annotation, end: int, letters: str) -> int | None:
    """The noun of a body with a capital whose name ends before a token and has some letters, the first one as its first."""
    tokens = annotation.tokens
    for i in range(end - 1, max(annotation.sentences[tokens[end].sentence][0] - 1, end - REACH), -1):
        token = tokens[i]
        if token.pos in {"PUNCT", "VERB", "AUX"} and token.text not in {"'", "’", "-"}:
            return None
        if token.text[:1].isupper() and body_noun(token):
            words = plain(" ".join(t.norm for t in tokens[i:end]))
            return i if words[0] == letters[0] and contains(words, letters) else None
    return None


def contains(words: str, letters: str) -> bool:
    """Whether words have some letters, in their order."""
    rest = iter(words)
    return all(letter in rest for letter in letters)


def letters_of(ordered: Sequence[Annotation], named: Mapping[str, Sequence[Name]]) -> frozenset[str]:
    """The letters by which any report calls a body."""
    return frozenset(a.tokens[i].text for a in ordered for _, i in lettered_at(a, named[a.document.id]))


def by_letters(annotation: Annotation, letters: frozenset[str], taken: set[int]) -> list[Name]:
    """Letters that any report has for a body's, where they stand in a report, however they are tagged."""
    return [
        Name(t.i, t.i + 1, t.text, person=False) for t in annotation.tokens if t.text in letters and t.i not in taken
    ]


def full_names(reports: Sequence[ReportActors]) -> list[tuple[str, str]]:
    """The keys of letters, each with that of the full name behind which reports put them.

    Not where reports of one language put them behind two names: then they stand for both.
    """
    found: dict[str, dict[str, set[str]]] = {}
    for report in reports:
        language = report.annotation.tokens[0].language
        for noun, i in lettered_at(report.annotation, report.names):
            named = report.by_token.get(noun) or next(iter(report.bodies.get(noun, {}).values()), "")
            short, full = report.by_token.get(i, ""), named
            if short.startswith(("name:", "outlet:")) and full.startswith(("name:", "body:", "outlet:")):
                found.setdefault(short, {}).setdefault(language, set()).add(full)
    return [
        (short, full)
        for short, told in sorted(found.items())
        if all(len(own) == 1 for own in told.values())
        for own in told.values()
        for full in sorted(own)
        if full != short
    ]
