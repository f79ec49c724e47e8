"""Piles of reports of one affair or of many, made from the reports of the made-up affair.

A sentence of the affair is *varied* (other figures, days and verbs, now and then another speaker) and set under another
affair's names. A report has a heading, its outlet and day, a title and paragraphs of varied sentences of one language,
`WORDS` words in all; of every three reports one is a copy of an earlier one of its affair, whole or with every tenth
sentence varied anew. No sentence has to be meaningful beside its neighbours: what counts is that statements are met
again as often, and in as many wordings, as in reports of one affair.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from evaluation.demo.compare import AFFAIR
from recoupe.ingest import read
from recoupe.linguistics.language import language_of

WORDS, SEED = 300, 17
SHORT = 8  # words under which a line is a header, no sentence
ENGLISH = 0.2  # of the reports
SWAPPED = 0.6  # of the words that have others in their row
SPOKEN_BY_OTHERS = 0.25  # of the sentences that name a person
APART = (4, 7)  # words that stand between two adjuncts, at least and at most, as far as there is a place for one
EDITED = 0.5  # of the copies
ANEW = 0.1  # of an edited copy's sentences
OTHERS = 30  # persons of an affair who may speak in place of one of the made-up affair's
OUTLETS = 60
SENTENCE = re.compile(r"([.!?](?:\s?[»”\"])?)\s+(?=[A-ZÀÂÉÈÊÎÔÛÇ«“\"])")

# Parts of names that stay after a renaming carry the word's ending (`Tasmér-ie`, `tasmér-iens`, `Tasmer-ian`).
PLACES = (
    ("Tasmér", "Tasmer"), ("Brén", "Bren"), ("Vernay",), ("Melkir",), ("Oudrassa",), ("Saulmes",), ("Lorme",), ("Orle",),
)  # fmt: skip
NAMED = ("Sorvalex", "Aval Vigilance", "Rade")
SHIP = "Halcyone"
PERSONS = (
    "Edgar Lanvoy", "Maud Kerlaz", "Hélène Tarvis", "Oskan Dreval", "Ilka Sovrann", "Josselin Aubrède", "Odile Farnet",
    "Clément Ostrange", "Marek Ulvdane", "Nadja Perelsk", "Loïc Brassane",
)  # fmt: skip
FIRST = ("Anaïs", "Boris", "Carine", "Denis", "Elsa", "Fabrice", "Gilda", "Hugo", "Irène", "Karl", "Laure", "Milan")
SYLLABLES = ("bar", "do", "ke", "lun", "mor", "na", "pel", "ri", "sol", "tar", "ul", "ver", "wen", "zi", "cos", "fan")

SWAPS = {
    "fr": (
        ("a livré", "aurait livré", "avait livré", "a fourni", "a bien livré"),
        ("a versé", "aurait versé", "a remis", "avait versé"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"),
        ("une cinquantaine", "des dizaines", "une centaine", "plus de quarante", "cent vingt", "quarante", "trente"),
        ("Au moins trois", "Quatre", "Cinq", "Une dizaine de", "Plusieurs"),
        ("a affirmé", "a assuré", "a déclaré", "a indiqué", "a soutenu"),
        ("2,3 millions", "3 millions", "1,8 million", "plus de deux millions"),
        ("La cargaison", "Le chargement"),
        ("graves brûlures", "brûlures", "lésions"),
    ),
    "en": (
        ("delivered", "shipped", "supplied"),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
        ("three dockers", "four dockers", "five dockers", "a dozen dockers", "several dockers"),
        ("about 50 containers", "120 containers", "forty containers", "dozens of containers"),
        ("said", "told reporters", "stated"),
    ),
}


# What may stand before a preposition anywhere: two reports of one affair tell the same in runs of other words.
ADJUNCTS = {
    "fr": (
        "à ce stade", "ces derniers jours", "une fois encore", "sur place", "par ailleurs", "dans la soirée", "sans délai",
        "en pleine nuit", "de longue date", "avec insistance", "comme prévu", "contre toute attente", "depuis la côte",
        "en marge des débats", "devant la presse", "non sans mal", "au petit matin", "à plusieurs reprises", "en silence",
        "au terme de longs échanges", "sans surprise", "à la hâte", "en fin de journée", "une semaine durant",
        "au grand jour", "à l'abri des regards", "dans le détail", "pour la première fois", "sous une pluie fine",
        "avec un certain retard",
    ),
    "en": (
        "at this stage", "once again", "in the evening", "without delay", "at dawn", "for a long time", "as planned",
        "against all odds", "in silence", "not without trouble", "in haste", "for the first time", "under a light rain",
        "in some detail", "away from prying eyes", "to nobody's surprise", "on several occasions", "along the coast",
        "after long talks", "with some delay",
    ),
}  # fmt: skip
BEFORE = {
    "fr": {
        "à",
        "au",
        "aux",
        "de",
        "du",
        "des",
        "dans",
        "par",
        "pour",
        "selon",
        "vers",
        "hors",
        "depuis",
        "et",
        "qui",
        "sur",
    },
    "en": {"to", "of", "in", "on", "at", "by", "for", "from", "with", "and", "since", "that", "who"},
}


@dataclass(frozen=True)
class Affair:
    """The names of an affair: what stands for each name of the made-up one, and others who may speak."""

    names: tuple[tuple[str, str], ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Written:
    """A report: its affair, language and sentences."""

    affair: int
    language: str
    sentences: tuple[str, ...]


def sentences() -> dict[str, list[str]]:
    """The sentences of the made-up affair by language."""
    found: dict[str, list[str]] = {"fr": [], "en": []}
    for document in read([str(AFFAIR)]).documents:
        own = found[language_of(document.text)]
        for paragraph in re.split(r"\n\s*\n", document.text):
            for sentence in SENTENCE.sub(r"\1\n", " ".join(paragraph.split())).split("\n"):
                if len(sentence.split()) >= SHORT and sentence.endswith((".", "?", "!", "»", "”", '"')):
                    own.append(sentence)
    return found


def invented(chance: random.Random) -> str:
    """A made-up name."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize()


def person(chance: random.Random) -> str:
    """A made-up person."""
    return f"{chance.choice(FIRST)} {invented(chance)}{chance.choice(('ac', 'el', 'ot', 'is'))}"


def affair(number: int, chance: random.Random) -> Affair:
    """The names of an affair; the first one keeps those of the made-up affair."""
    others = tuple(person(chance) for _ in range(OTHERS))
    if number == 0:
        return Affair((), others)
    names = []
    for stems in PLACES:
        stem = invented(chance)
        for old in stems:
            names += [(old, stem), (old.lower(), stem.lower())]
    names += [(old, invented(chance)) for old in NAMED]
    names.append((SHIP, f"A{invented(chance).lower()}"))  # elision stays right (`l'Halcyone`)
    for old in PERSONS:
        new = person(chance)
        names += [(old, new), (old.split()[1], new.split()[1])]
    return Affair(tuple(names), others)


def renamed(text: str, names: Sequence[tuple[str, str]]) -> str:
    """A text with other names in place of the made-up affair's."""
    if not names:
        return text
    table = dict(names)
    return re.sub(
        r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + ")", lambda m: table[m[0]], text
    )


def varied(text: str, language: str, others: Sequence[str], chance: random.Random) -> str:
    """A sentence with other figures, days and verbs, now and then another speaker."""
    for words in SWAPS[language]:
        pattern = r"\b(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b"
        text = re.sub(pattern, partial(swapped, words, chance), text)
    for name in PERSONS:
        if name in text and chance.random() < SPOKEN_BY_OTHERS:
            text = text.replace(name, chance.choice(others))
    return interspersed(text, language, chance)


def swapped(words: Sequence[str], chance: random.Random, met: re.Match[str]) -> str:
    """Another word of a row in place of the one met, or that one."""
    return chance.choice(words) if chance.random() < SWAPPED else met[0]


def interspersed(text: str, language: str, chance: random.Random) -> str:
    """A sentence with adjuncts between its words."""
    found: list[str] = []
    since, due = 0, chance.randint(*APART)
    for word, following in pairwise([*text.split(" "), ""]):
        if since >= due and word in BEFORE[language] and not following[:1].isupper():
            found.append(chance.choice(ADJUNCTS[language]))
            since, due = 0, chance.randint(*APART)
        found.append(word)
        since += 1
    return " ".join(found)


def plant(size: int, affairs: int, seed: int = SEED) -> list[str]:
    """The texts of `size` reports of a number of affairs."""
    chance = random.Random(seed)
    pool = sentences()
    told = [affair(k, chance) for k in range(affairs)]
    outlets = [
        f"{chance.choice(('Le Courrier', 'La Gazette', 'L’Écho', 'Le Journal'))} de {invented(chance)}"
        for _ in range(OUTLETS)
    ]
    written: list[list[Written]] = [[] for _ in told]
    texts = []
    for index in range(size):
        number = index % affairs
        earlier = written[number]
        if earlier and chance.random() < 1 / 3:
            source = chance.choice(earlier)
            anew = ANEW if chance.random() < EDITED else 0.0
            own = tuple(
                varied(s, source.language, told[number].others, chance) if chance.random() < anew else s
                for s in source.sentences
            )
            report = Written(number, source.language, own)
        else:
            report = fresh(number, pool, told[number], chance)
        earlier.append(report)
        texts.append(set_out(report, chance.choice(outlets), chance.randint(10, 28), chance))
    return texts


def fresh(number: int, pool: dict[str, list[str]], names: Affair, chance: random.Random) -> Written:
    """A report of its own."""
    language = "en" if chance.random() < ENGLISH else "fr"
    own: list[str] = []
    for sentence in chance.sample(pool[language], k=len(pool[language])):
        if sum(len(s.split()) for s in own) >= WORDS:
            break
        own.append(renamed(varied(sentence, language, names.others, chance), names.names))
    return Written(number, language, tuple(own))


def set_out(report: Written, outlet: str, day: int, chance: random.Random) -> str:
    """A report as it is read: title, outlet and day, paragraphs of two or three sentences."""
    month = "mars" if report.language == "fr" else "March"
    date = f"{day} {month} 2025" if report.language == "fr" else f"{month} {day}, 2025"
    lines, rest = [f"{outlet}, {date}"], list(report.sentences)
    while rest:
        count = chance.randint(2, 3)
        lines.append(" ".join(rest[:count]))
        rest = rest[count:]
    return "\n\n".join(lines) + "\n"


def write(folder: Path, size: int, affairs: int) -> None:
    """Write a pile, one file a report."""
    for index, text in enumerate(plant(size, affairs)):
        (folder / f"{index:05}.txt").write_text(text, encoding="utf-8")
