"""One form for the spellings of a name: French, English and German ways to write Slavic names of persons, and Cyrillic;
French and English ways to write one place (`Tarcovie`, `Tarkovia`)."""

import functools
import re
import unicodedata

LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "j", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "ch", "щ": "ch", "ъ": "", "ы": "i",
    "ь": "", "э": "e", "ю": "iu", "я": "ia", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "e", "œ": "e",
}  # fmt: skip
WAYS = (  # what stands for one sound in one language or another, in this order
    ("tsch", "ch"), ("sch", "ch"), ("tch", "ch"), ("shch", "ch"), ("sh", "ch"), ("zh", "j"), ("kh", "h"), ("dj", "j"),
    ("gue", "ge"), ("gui", "gi"),
    ("ou", "u"), ("oo", "u"), ("ck", "k"), ("ph", "f"), ("w", "v"), ("yy", "i"), ("iy", "i"), ("ij", "i"), ("yi", "i"),
    ("ii", "i"), ("y", "i"), ("ie", "e"), ("ia", "a"), ("io", "o"),
)  # fmt: skip
DOUBLE = re.compile(r"(.)\1")
SILENT = re.compile(r"(?<=in|an|on|en)e$")  # Poutine
HARD = re.compile(r"qu|c(?![eih])")  # Tarcovie, Tarquovie: the sound of k
GREEK = re.compile(r"(?<=[rt])h|(?<=^c)h(?=[rl])")  # Corinthe, Rhune
ENDING = re.compile(r"(?:i?[ae]|[aei]s)$")  # Tarkovie, Tarkovia; Athènes keeps its stem
LEAST = 4  # letters of the stem by which two names of places are one


@functools.cache
def folded(word: str) -> str:
    """A word of a name as it is compared: without accents, in Latin letters, one letter for each sound."""
    latin = "".join(LETTERS.get(c, c) for c in word.lower())
    plain = "".join(c for c in unicodedata.normalize("NFD", latin) if not unicodedata.combining(c))
    for way, sound in WAYS:
        plain = plain.replace(way, sound)
    return SILENT.sub("", DOUBLE.sub(r"\1", plain))


def folded_name(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(folded(w) for w in name.replace("’", "'").replace("-", " ").split())


@functools.cache
def place_stem(word: str) -> str:
    """What French and English spellings of one place share; "" where too little is left to tell it."""
    plain = GREEK.sub("", HARD.sub("k", "".join(LETTERS.get(c, c) for c in word.lower())))
    stem = ENDING.sub("", folded(plain))
    return stem if len(stem) >= LEAST else ""
