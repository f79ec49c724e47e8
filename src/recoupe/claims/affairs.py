"""What affair a report tells of: its names and words, and how alike those of two reports are."""

import functools
import math
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul

import numpy as np

from recoupe.claims.things import key_of
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.reuse.weights import weight

HEADLINE = 0.7  # share of a sentence's longer words that are capitalised in a headline
LONG = 3  # letters beyond which a word is counted there
CHIEF = 3  # names that a report tells most
WRITTEN = {"PROPN", "NUM"}  # words that are told apart as they are written
TELLING = {*WRITTEN, "NOUN", "VERB", "ADJ"}


@dataclass(frozen=True)
class Report:
    """What a report tells of its affair: its names with how often they stand there, all its words, by sentence its names.

    direction: how much each of its telling words counts, by the key that both languages share; of length 1.
    """

    names: Mapping[str, int]
    words: frozenset[str]
    by_sentence: Mapping[int, frozenset[str]]
    direction: Mapping[str, float]

    @functools.cached_property
    def chief(self) -> frozenset[str]:
        """The names told most."""
        return chief_of(self.names)

    @functools.cached_property
    def told(self) -> Mapping[str, float]:
        """How much each name counts."""
        return amounts_of(self.names)

    @functools.cached_property
    def size(self) -> float:
        """How much they count together."""
        return sum(self.told.values())

    def likeness(self, other: "Report") -> float:
        """How alike the names of two reports are (see `likeness`)."""
        return common_part(self.told, other.told, self.size * other.size)

    def wording(self, other: "Report") -> float:
        """How alike the telling words of two reports are, 0 to 1, their names with them."""
        a, b = self.direction, other.direction
        words = a.keys() & b.keys()
        return math.fsum(map(mul, map(a.__getitem__, words), map(b.__getitem__, words)))


def chief_of(names: Mapping[str, int]) -> frozenset[str]:
    """The names told most; the spelling decides between those told as often."""
    return frozenset(sorted(names, key=lambda n: (-names[n], n))[:CHIEF])


def report_of(annotation: Annotation) -> Report:
    """The names and words of a report. In a headline every word may be capitalised: a name there is one that stands below."""
    tokens = annotation.tokens
    headline = {n for n, row in enumerate(annotation.sentences) if is_headline(tokens[slice(*row)])}
    lower = {t.norm for t in tokens if t.text.islower()}
    proper = {t.norm for t in tokens if t.pos == "PROPN" and t.text[:1].isupper() and t.sentence not in headline}
    found: dict[int, set[str]] = {n: set() for n in range(len(annotation.sentences))}
    for t in tokens:
        named = t.norm in proper if t.sentence in headline else t.pos == "PROPN" and t.norm not in lower
        if named and t.text[:1].isupper() and len(t.norm) > 2 and not of_calendar(t):
            found[t.sentence].add(t.norm)
    names = set().union(*found.values())
    return Report(
        Counter(t.norm for t in tokens if t.norm in names),
        frozenset(t.norm for t in tokens),
        {n: frozenset(row) for n, row in found.items()},
        direction(tokens, names),
    )


def direction(tokens: Iterable[Token], names: Container[str]) -> dict[str, float]:
    """How much each telling word of a report counts, by what it tells and how often; the squares add up to 1."""
    often = Counter((t.norm if t.pos in WRITTEN else t.lemma, t.language) for t in tokens if t.pos in TELLING)
    found: dict[str, float] = {}
    for (word, language), count in sorted(often.items()):
        told = 1.0 if word in names else weight(word, language)
        if told > 0 and len(word) > 1:
            key = word if word in names else key_of(word, language)
            found[key] = found.get(key, 0.0) + amount(count) * told**2
    size = math.sqrt(math.fsum(v * v for v in found.values()))
    return {word: v / size for word, v in found.items()}


def is_headline(row: Iterable[Token]) -> bool:
    """Whether most longer words of a sentence are capitalised."""
    words = [t for t in row if t.text[:1].isalpha() and len(t.text) > LONG]
    return bool(words) and sum(t.text[0].isupper() for t in words) > HEADLINE * len(words)


def of_calendar(token: Token) -> bool:
    """Whether a word names a day or month, which tells no affair."""
    calendar = language_pack(token.language).calendar
    return any(token.norm in table for table in (calendar.weekdays, calendar.months))


def likeness(a: Mapping[str, int], b: Mapping[str, int]) -> float:
    """How alike the names of two reports are, 0 to 1; a name told more often counts a little more."""
    one, other = amounts_of(a), amounts_of(b)
    return common_part(one, other, sum(one.values()) * sum(other.values()))


def amount(often: int) -> float:
    """How much a word counts that a report tells so often (once or more)."""
    return 1 + math.log(often)


def amounts_of(names: Mapping[str, int]) -> dict[str, float]:
    """How much each name counts, by how often it is told."""
    return {name: amount(often) for name, often in names.items()}


def common_part(a: Mapping[str, float], b: Mapping[str, float], size: float) -> float:
    """What two reports' names have in common, 0 to 1: what both tell, by the geometric mean of what either tells.

    size: the product of what the names of either count together.
    """
    names = sorted(a.keys() & b.keys())
    shared = sum(map(min, map(a.__getitem__, names), map(b.__getitem__, names)))
    return shared / math.sqrt(size) if size else 0.0


class Affairs:
    """Which reports of a pile tell of one affair: those whose names are at least so much alike, and each of itself.

    reports: the names of each, by its id. Several reports are held as a number of which each bit stands for one.
    """

    def __init__(self, reports: Mapping[str, Mapping[str, int]], least: float) -> None:
        self.place = {document: k for k, document in enumerate(reports)}
        self.near = [near | 1 << k for k, near in enumerate(alike(list(reports.values()), least))]

    def bit(self, document: str) -> int:
        """A report."""
        return 1 << self.place[document]

    def around(self, document: str) -> int:
        """The reports of one affair with a report."""
        return self.near[self.place[document]]

    def one(self, document: str, other: str) -> bool:
        """Whether two reports tell of one affair."""
        return bool(self.around(document) & self.bit(other))


def alike(reports: Sequence[Mapping[str, int]], least: float) -> list[int]:
    """For each report those whose names are so much alike (see `likeness`): a number whose bit k stands for report k."""
    told: dict[str, tuple[list[int], list[float]]] = {}
    for k, names in enumerate(reports):
        for name, often in names.items():
            holders, much = told.setdefault(name, ([], []))
            holders.append(k)
            much.append(amount(often))
    rows = {name: (np.array(holders), np.array(much)) for name, (holders, much) in told.items()}
    sizes = np.array([sum(map(amount, names.values())) for names in reports], dtype=np.float64)
    found = []
    for k, names in enumerate(reports):
        shared = np.zeros(len(reports))
        for name in sorted(names):  # in the order of `likeness`, so that sums are the same
            at, weights = rows[name]
            shared[at] += np.minimum(weights, amount(names[name]))
        size = sizes[k] * sizes
        near = np.divide(shared, np.sqrt(size), out=np.zeros(len(reports)), where=size > 0) >= least
        found.append(int.from_bytes(np.packbits(near, bitorder="little").tobytes(), "little"))
    return found
