"""What shows no copying: names and titles, quotations, house lines, what reports that share nothing else have in common."""

import functools
from collections.abc import Iterable, Sequence

import networkx as nx

from recoupe.attribution.quotations import quotations
from recoupe.languages import LANGUAGES, language_pack
from recoupe.linguistics import Annotation
from recoupe.reuse.weights import weight
from recoupe.reuse.words import WORD, WordRow, plain

TELLING = 5.0  # what the words of a passage must tell together (see weights)
LONG = 24  # words from which a passage counts whatever its words
QUOTED = 0.8  # share of words in quotation marks from which the passage is an utterance, not copied text


class Form:
    """A report as it is read to judge its passages."""

    def __init__(self, annotation: Annotation, row: WordRow) -> None:
        self.annotation = annotation
        self.row = row

    @functools.cached_property
    def quoted(self) -> frozenset[int]:
        """Words that stand in quotation marks."""
        marked = quotations(self.annotation.document.text, self.annotation.paragraphs)[0]
        return frozenset(k for k, start in enumerate(self.row.starts) if any(q.start <= start < q.end for q in marked))

    def tells(self, first: int, last: int) -> bool:
        """Whether words [first, last) can show that one text comes from another: no quotation alone, no name and title.

        A long passage always does. In a short one neither capitalised words nor those of offices and bodies count, so
        that `the spokesman of the National Security Council, ...` in two reports is not taken for copying.
        """
        words = range(first, last)
        if sum(k in self.quoted for k in words) >= QUOTED * len(words):
            return False
        if len(words) >= LONG:
            return True
        language = self.annotation.document.language
        titles = official(language)
        text, row = self.annotation.document.text, self.row
        telling = [k for k in words if not text[row.starts[k]].isupper() and row.forms[k] not in titles]
        return sum(weight(row.forms[k], language) for k in telling) >= TELLING


@functools.cache
def official(language: str) -> frozenset[str]:
    """Words of offices, bodies and channels; of every language of the packs where there is no pack."""
    found: set[str] = set()
    for code in (language,) if language in LANGUAGES else LANGUAGES:
        pack = language_pack(code)
        phrases = (*pack.titles.roles, *pack.institutions.nouns, *pack.attribution_phrases.channels)
        found.update(plain(m.group()) for phrase in phrases for m in WORD.finditer(phrase))
    return frozenset(found)


def common(graph: nx.Graph, sizes: Sequence[int]) -> Iterable[tuple[int, int, int]]:
    """Stretches that are common to reports which share nothing else."""
    return ()
