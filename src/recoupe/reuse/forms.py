"""Whether a passage can show by its own words that one report comes from another."""

import functools
from bisect import bisect_left

from recoupe.attribution.quotations import quotations
from recoupe.languages import LANGUAGES, language_pack
from recoupe.linguistics import Annotation
from recoupe.reuse.common import FOOT, FOOT_SHARE, HEAD, HEAD_SHARE
from recoupe.reuse.weights import weight
from recoupe.reuse.words import WORD, WordRow, plain

TELLING = 5.0  # what the words of a passage must tell together (see weights)
HOUSE = 60  # words of a house line at most
LONG = 24  # words from which a passage counts whatever its words
QUOTED = 0.8  # share of words in quotation marks from which the passage is an utterance, not copied text


class Form:
    """A report as it is read to judge its passages."""

    def __init__(self, annotation: Annotation, row: WordRow) -> None:
        self.annotation = annotation
        self.row = row
        self.known: dict[
            tuple[int, int], bool
        ] = {}  # of words, by the first and the one after the last, whether they tell

    @functools.cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """The words in quotation marks, as half-open ranges in order."""
        marked = quotations(self.annotation.document.text, self.annotation.paragraphs)[0]
        starts = self.row.starts if marked else ()
        return tuple((bisect_left(starts, q.start), bisect_left(starts, q.end)) for q in marked)

    def tells(self, first: int, last: int) -> bool:
        """Whether words [first, last) can show that one text comes from another: no quotation, no house line, no name.

        A long passage always does. In a short one neither capitalised words nor those of offices and bodies count, so
        that `the spokesman of the National Security Council, ...` in two reports is not taken for copying.
        """
        if (first, last) not in self.known:
            self.known[first, last] = self.found_telling(first, last)
        return self.known[first, last]

    def found_telling(self, first: int, last: int) -> bool:
        """As `tells`, found anew."""
        words = range(first, last)
        if sum(max(0, min(last, end) - max(first, start)) for start, end in self.quoted) >= QUOTED * len(words):
            return False
        if self.house(first, last):
            return False
        if len(words) >= LONG:
            return True
        language = self.annotation.document.language
        titles = official(language)
        row = self.row
        telling = [k for k in words if not row.capitals[k] and row.forms[k] not in titles]
        return sum(weight(row.forms[k], language) for k in telling) >= TELLING

    def house(self, first: int, last: int) -> bool:
        """Whether words [first, last) stand at the edge of the report and are of lines that an outlet prints there."""
        if last - first > HOUSE or not at_edge(first, last, len(self.row.forms)):
            return False
        words = f" {' '.join(self.row.forms[first:last])} "
        return any(phrase in words for phrase in house_phrases())


def at_edge(first: int, last: int, size: int) -> bool:
    """Whether words [first, last) of a report of `size` words are of its head or foot."""
    behind = size - first
    return (behind <= FOOT and FOOT_SHARE * behind <= size) or (last <= HEAD and HEAD_SHARE * last <= size)


@functools.cache
def house_phrases() -> tuple[str, ...]:
    """Phrases of house lines of every language, as plain words with a space on either side."""
    phrases = {p for code in LANGUAGES for p in language_pack(code).house_lines.phrases}
    return tuple(sorted(f" {' '.join(plain(m.group()) for m in WORD.finditer(p))} " for p in phrases))


@functools.cache
def official(language: str) -> frozenset[str]:
    """Words of offices, bodies and channels; of every language of the packs where there is no pack."""
    found: set[str] = set()
    for code in (language,) if language in LANGUAGES else LANGUAGES:
        pack = language_pack(code)
        phrases = (*pack.titles.roles, *pack.institutions.nouns, *pack.attribution_phrases.channels)
        found.update(plain(m.group()) for phrase in phrases for m in WORD.finditer(phrase))
    return frozenset(found)
