"""Runs of proper nouns as names, and which of them are persons."""

import functools
import re
import unicodedata
from dataclasses import dataclass

from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

ENDINGS = re.compile(r"(?:ie|ia|y)$")  # Brénie, Brenia
LONG = 5  # letters from which a name's ending is taken for a country's
JOINERS = {"de", "d'", "du", "des", "le", "la", "von", "van", "bin", "ben", "al", "el", "-"}


@dataclass(frozen=True)
class Name:
    """A run of proper nouns, tokens [first, last)."""

    first: int
    last: int
    text: str
    person: bool

    @property
    def key(self) -> str:
        """The form by which names are compared."""
        return " ".join(spelling(w) for w in self.text.lower().replace("’", "'").replace("-", " ").split())

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.key.split()[-1]


@functools.cache
def spelling(word: str) -> str:
    """A word of a name without accents, and with one ending for those that French and English give to countries."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return ENDINGS.sub("i", plain) if len(plain) > LONG else plain


def names(annotation: Annotation, taken: set[int]) -> list[Name]:
    """Names outside the tokens already taken by known entries, in order."""
    tokens, found, i = annotation.tokens, [], 0
    common = {t.text for t in tokens}
    while i < len(tokens):
        proper = tokens[i].pos == "PROPN" or capital(annotation, i, common)
        if not proper or i in taken or not tokens[i].text[:1].isupper() or dates(tokens[i]):
            i += 1
            continue
        last = i + 1
        while last < len(tokens) and tokens[last].sentence == tokens[i].sentence and last not in taken:
            joins = tokens[last].norm in JOINERS and last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN"
            tied = tokens[last].dep.startswith(("flat", "compound")) or (tokens[last].start == tokens[last - 1].end)
            if tokens[last].pos == "PROPN" and tokens[last].text[:1].isupper() and (tied or tokens[last].head < last):
                last += 1
            elif joins and last + 1 not in taken and tokens[last].norm not in {"le", "la"}:
                last += 2
            else:
                break
        text = annotation.document.text[tokens[i].start : tokens[last - 1].end]
        found.append(Name(i, last, text, is_person(annotation, i, last)))
        i = last
    return found


def capital(annotation: Annotation, i: int, words: set[str]) -> bool:
    """Whether a noun is a name that the tagger does not know: a capital inside a sentence, never met without it."""
    token = annotation.tokens[i]
    inside = i > annotation.sentences[token.sentence][0] and annotation.tokens[i - 1].pos not in {"PUNCT", "NUM"}
    if token.pos != "NOUN" or not token.text[:1].isupper() or token.text.isupper() or not inside:
        return False
    pack = language_pack(token.language)
    known = token.lemma in pack.titles.roles or token.lemma in pack.institutions.nouns
    return token.text.lower() not in words and not known


def dates(token: Token) -> bool:
    """Whether a proper noun is a day's or a month's."""
    calendar = language_pack(token.language).calendar
    return token.norm in calendar.weekdays or token.norm in calendar.months


@functools.cache
def first_names(language: str) -> frozenset[str]:
    """The first names of a language's packs in lower case."""
    return frozenset(n.lower() for n in language_pack(language).titles.first_names)


def is_person(annotation: Annotation, first: int, last: int) -> bool:
    """Whether a name is a person's: a known first name, a civility before it, or a role in apposition to it."""
    tokens = annotation.tokens
    titles = language_pack(tokens[first].language).titles
    if tokens[first].norm in first_names(tokens[first].language) and last - first > 1:
        return True
    before = tokens[first - 1] if first else None
    if before is not None and before.sentence == tokens[first].sentence:
        if before.text in titles.civilities or before.norm in titles.civilities or before.lemma in titles.roles:
            return True
        head = tokens[tokens[first].head]
        if tokens[first].dep.startswith(("appos", "flat", "nmod")) and head.lemma in titles.roles and head.i < first:
            return True
    return any(tokens[c].lemma in titles.roles for c in annotation.dependents(first, "appos"))
