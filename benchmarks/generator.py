"""Piles of made-up reports with planted copies, and the truth about them.

A report has a head, paragraphs and a foot. Paragraphs are made of made-up words, met with the frequencies of natural
text (rank 1/(r+5)); every word of a paragraph knows the paragraph and place where it was first written, however often
it has been copied since. Of every three reports one is a copy of one of those before it:

- `whole`: all paragraphs word for word
- `edited`: all paragraphs, one word in 25 replaced and one in 40 left out
- `partial`: one or two paragraphs among paragraphs of its own
- `reordered`: the paragraphs in another order, one of them left out

Boilerplate is planted apart from that: each of 40 outlets has a house line and a foot that all its reports may end with,
agencies have a legal line, and official names with their titles stand in the middle of paragraphs. None of it is copying
(but who copies a paragraph copies the title in it).

Two reports truly share a passage where at least twelve words of one go back to the same places as words of the other.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

PARAGRAPHS, WORDS, OUTLETS, SEED = 4, 80, 40, 11
LEAST = 12  # words that two reports truly share
ALTERED = 4  # altered words in a row that still lie inside a shared passage
CLASSES = ("whole", "edited", "partial", "reordered")

HOUSE = (
    "Suivez toute l'actualité de la région sur notre page et abonnez-vous à notre lettre du matin avec {name}.",
    "Retrouvez {name} en kiosque et sur nos réseaux sociaux, et recevez chaque soir l'essentiel de l'information locale.",
    "Vous avez une information à nous confier ? Écrivez à la rédaction de {name}, qui vous garantit la confidentialité "
    "de vos échanges et la protection de ses sources.",
    "Subscribe to {name} for the latest news from the valley, delivered to your inbox every weekday morning.",
)
FEET = (
    "{name} est édité par la Société des journaux de la vallée, entreprise de presse reconnue par la commission "
    "paritaire. Toute reproduction, même partielle, des articles, photographies et infographies est interdite sans "
    "l'autorisation écrite de l'éditeur.",
    "Tous droits réservés. Les articles de {name} ne peuvent être reproduits sans autorisation préalable.",
    "This article was first published by {name}. All rights reserved; no part of it may be republished or "
    "redistributed without the written permission of the publisher.",
)
LEGAL = (
    "Les informations de l'agence {name} sont protégées par le droit de la propriété intellectuelle et ne peuvent être "
    "ni diffusées ni rediffusées, même partiellement, sans son accord préalable.",
)
TITLES = (
    "le porte-parole du Conseil de sécurité nationale de la République de {name}, Armel Sorvane, dans un communiqué",
    "le directeur général de l'Agence de protection de l'environnement et de l'eau de {name}, Paul Ancel",
)


@dataclass
class Report:
    """Words with where each was first written: (paragraph, place), `None` for words that are nobody's."""

    words: list[str] = field(default_factory=list)
    roots: list[tuple[int, int] | None] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)  # words behind which a paragraph ends

    def add(self, words: list[str], roots: list[tuple[int, int] | None]) -> None:
        """A further paragraph."""
        self.words += words
        self.roots += roots
        self.breaks.add(len(self.words) - 1)

    @property
    def text(self) -> str:
        """The report as it is read."""
        return "".join(w + (".\n\n" if k in self.breaks else " ") for k, w in enumerate(self.words))

    @property
    def starts(self) -> list[int]:
        """Where each word begins in the text (code points)."""
        steps = (len(w) + (3 if k in self.breaks else 1) for k, w in enumerate(self.words))
        return list(accumulate(steps, initial=0))[:-1]


@dataclass(frozen=True)
class Planted:
    """Texts, their words with their roots, and the pairs that share a passage, each with its class of copy.

    A pair of two copies of one report has the class `siblings`.
    """

    reports: list[Report]
    pairs: dict[tuple[int, int], str]

    @property
    def texts(self) -> list[str]:
        """The texts."""
        return [r.text for r in self.reports]


Paragraph = tuple[list[str], list[tuple[int, int] | None]]


def plant(size: int, seed: int = SEED) -> Planted:
    """A pile of `size` reports."""
    chance = random.Random(seed)
    words = vocabulary(chance)
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(words))))
    names = [" ".join(chance.choices(words[200:], k=2)).title() for _ in range(OUTLETS)]
    written = 0
    made: list[list[Paragraph]] = []
    copied: dict[tuple[int, int], str] = {}
    reports = []

    def fresh() -> Paragraph:
        nonlocal written
        written += 1
        count = chance.randint(WORDS // 2, WORDS * 3 // 2)
        own = chance.choices(words, cum_weights=weights, k=count)
        roots: list[tuple[int, int] | None] = [(written, k) for k in range(count)]
        if chance.random() < 0.1:
            title = chance.choice(TITLES).format(name=chance.choice(names[:8])).split()
            at = chance.randrange(count)
            own[at:at], roots[at:at] = title, [(written, count + k) for k in range(len(title))]
        return own, roots

    for index in range(size):
        paragraphs = [fresh() for _ in range(PARAGRAPHS)]
        if index % 3 == 2:
            source = chance.randrange(index)
            kind = chance.choice(CLASSES)
            paragraphs = copy(made[source], paragraphs, kind, chance, words)
            copied[source, index] = kind
        made.append(paragraphs)
        report = Report()
        for paragraph in paragraphs:
            report.add(*paragraph)
        for line in feet(chance, names):
            report.add(line.rstrip(".").split(), [None] * len(line.split()))
        reports.append(report)
    shared = true_pairs(reports)
    return Planted(reports, {pair: copied.get(pair, "siblings") for pair in shared})


def vocabulary(chance: random.Random) -> list[str]:
    """Made-up words, the first ones met most often."""
    syllables = ["ba", "ri", "to", "lu", "mé", "sar", "on", "vi", "ne", "pra", "dou", "chi", "gle", "sou", "far"]
    found = {"".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(9000)}
    return sorted(sorted(found), key=len)[:6000]


def copy(
    source: list[Paragraph], own: list[Paragraph], kind: str, chance: random.Random, words: list[str]
) -> list[Paragraph]:
    """The paragraphs of a copy."""
    if kind == "whole":
        return list(source)
    if kind == "edited":
        return [edited(p, chance, words) for p in source]
    if kind == "partial":
        taken = chance.sample(source, k=min(len(source), chance.randint(1, 2)))
        at = chance.randrange(len(own))
        return [*own[:at], *taken, *own[at:]]
    order = list(source)
    while len(order) > 1 and order == source:
        chance.shuffle(order)
    return order[: max(1, len(order) - 1)]


def edited(paragraph: Paragraph, chance: random.Random, words: list[str]) -> Paragraph:
    """A paragraph with words replaced and left out here and there."""
    kept, roots = [], []
    for word, root in zip(*paragraph, strict=True):
        draw = chance.random()
        if draw < 1 / 40:
            continue
        replaced = draw < 1 / 40 + 1 / 25
        kept.append(chance.choice(words) if replaced else word)
        roots.append(None if replaced else root)
    return kept, roots


def feet(chance: random.Random, names: list[str]) -> list[str]:
    """House lines of an outlet and legal lines of an agency."""
    outlet = chance.randrange(len(names))
    found = []
    if chance.random() < 0.4:
        found.append(HOUSE[outlet % len(HOUSE)].format(name=names[outlet]))
    if chance.random() < 0.3:
        found.append(FEET[outlet % len(FEET)].format(name=names[outlet]))
    if chance.random() < 0.1:
        found.append(LEGAL[0].format(name=names[outlet % 4]))
    return found


def true_pairs(reports: list[Report]) -> set[tuple[int, int]]:
    """Pairs of reports of which twelve words go back to the same places."""
    holders: dict[int, dict[int, set[int]]] = defaultdict(dict)
    for index, report in enumerate(reports):
        for root in report.roots:
            if root is not None:
                holders[root[0]].setdefault(index, set()).add(root[1])
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for own in holders.values():
        members = sorted(own)
        for k, a in enumerate(members):
            for b in members[k + 1 :]:
                shared[a, b] += len(own[a] & own[b])
    return {pair for pair, count in shared.items() if count >= LEAST}


def true_words(planted: Planted) -> list[set[int]]:
    """For each report the words that another report truly shares with it; up to four altered ones between them count."""
    partners: dict[int, list[int]] = defaultdict(list)
    for a, b in planted.pairs:
        partners[a].append(b)
        partners[b].append(a)
    roots = [set(r.roots) - {None} for r in planted.reports]
    found = []
    for index, report in enumerate(planted.reports):
        others = set().union(*(roots[o] for o in partners[index])) if partners[index] else set()
        own = [k for k, root in enumerate(report.roots) if root in others]
        gaps = {k for a, b in pairwise(own) if b - a <= ALTERED + 1 for k in range(a, b)}
        found.append({*own, *gaps})
    return found
