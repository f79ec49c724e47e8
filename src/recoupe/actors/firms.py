"""The words of a name by which firms say what they do, and how names are spelt to be compared.

A name keeps its language in every report: the words of all languages are read in each.
"""

import functools
import re
import unicodedata

from recoupe.languages import LANGUAGES, language_pack
from recoupe.linguistics import Token

ENDINGS = re.compile(r"(?:ie|ia|y)$")  # Brénie, Brenia
LONG = 5  # letters from which a name's ending is taken for a country's


@functools.cache
def spelling(word: str) -> str:
    """A word of a name without accents, and with one ending for those that French and English give to countries."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return ENDINGS.sub("i", plain) if len(plain) > LONG else plain


def tells_trade(token: Token) -> bool:
    """Whether the last word of a name is one by which firms say what they do, or their legal form.

    A name keeps its language in every report (`le producteur Dorval Resources`).
    """
    return spelling(token.norm) in trades() or token.text in legal_forms()


@functools.cache
def trades() -> frozenset[str]:
    """The words of trades of all languages, as names spell them."""
    return frozenset(spelling(word) for language in LANGUAGES for word in language_pack(language).institutions.trades)


@functools.cache
def legal_forms() -> frozenset[str]:
    """The legal forms of firms of all languages."""
    return frozenset(form for language in LANGUAGES for form in language_pack(language).institutions.legal_forms)
