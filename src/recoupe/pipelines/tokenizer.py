"""Tokenizers that cut French and English as Universal Dependencies does, from one regular expression each.

Conventions (those of the treebanks, so that what the parser meets is what it was trained on):

* French: elided words are tokens (`l'`, `qu’`), inverted clitics too (`a` `-t-il`, `est` `-ce`), `ce jour` `-là`;
  `celui-ci`, `rendez-vous`, `aujourd'hui`, `quelqu'un`, `l'on` and hyphenated compounds are one token; a number
  written in groups (`50 000`) is one token that holds its space. `du`, `des`, `au`, `aux`, `auquel`... are one token.
  A name that lost the space before `selon` (`Kovskselon`, common where pages are scraped) is cut there.
* English: clitics are tokens (`do` `n't`, `it` `'s`, `can` `not`), compounds are cut at hyphens (`well` `-` `known`)
  except after a few prefixes (`e-mail`, `non-profit`).
* Both: letters behind a decimal number are a token of their own (`1.2` `bn`); a single plain space belongs to the token
  before it; any other white space (line breaks, non-breaking spaces, runs) is a token of its own, so that the text is
  kept to the character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.attrs import NORM, PREFIX, SUFFIX  # type: ignore[import-not-found,unused-ignore]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

_COMMON = r"""
  (?P<space>\s+)
| (?:https?://|www\.)[^\s<>«»"“”]*[^\s<>«»"“”.,;:!?)\]…'’]
| [\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+
| [a-z0-9-]{3,}(?:\.[a-z0-9-]{3,})*\.(?:com|org|net|fr|uk|info|eu)(?![\w-])
"""

_CLITIC = r"-(?:t[-'’])?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|y|en|moi|toi|le|la|les|lui|leur|là)(?![\w'’-])"

_FRENCH = rf"""{_COMMON}
| (?<![\w.,])\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\d)(?:,\d+)?
| (?<!\w)(?:aujourd['’]hui|quelqu['’]une?|l['’]on|c['’]est-à-dire|rendez-vous|(?:celui|celle|ceux|celles|jusque)-là
    |prud['’]hom\w+|presqu['’]îles?|entr['’](?:ouv|aid)\w+|vas-y|grand['’]\w+|d['’]autant)(?![\w-])
| (?<!\w)(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr)['’](?=[\w«"“(])
| (?<!\w)(?:MM?|Drs?|Mr|Mrs|Pr|Ste?|Mgr|av|apr|cf|pp?|vol|No|art|chap|éd|c-à-d|janv|févr|sept|oct|nov|déc)\.(?=\s|$)
| (?<!\w)etc\.(?=\s*[,;:)»…]|\s+(?-i:[a-zà-ÿ]))
| (?-i:(?<![\w.])(?:[A-ZÀÉ]\.(?=\s+[A-ZÀ-Ý])|(?:[A-ZÀÉ]\.-?){{1,5}}[A-ZÀÉ]\.))
| (?<![\w'’])(?:{_CLITIC})
| (?<=\w)(?:{_CLITIC})
| (?<![\w-])[-+]\d+(?:[.,]\d+)*(?!\w)
| \d+(?:[.,:/]\d+|(?<=\d)-\d+)+(?!\w)
| \d+[.,]\d+(?=[^\W\d_]{{1,8}}(?!\w))
| (?<!\w)\d+(?=h(?:\d|\b)) | (?<=\d)h(?=\d) | °C\b | n°
| [^\W\d_]{{2,}}\((?:s|e|es)\)
| (?-i:[A-ZÀ-Ý][a-zà-ÿ]{{3,}}?(?=selon(?!\w)))
| [^\W_](?:\w|(?!{_CLITIC})[-'’·](?=\w))*~?
| \.{{2,}} | -{{2,}} | \+/-
| .
"""

_ABBREVIATIONS = (
    r"Mrs?|Ms|Dr|Prof|Rev|Hon|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|Gov|Sens?|Reps?|Pres|Jr|Sr|St|Ft|Mt|Inc|Corp|Co|Ltd|Bros|vs|etc"
    r"|al|approx|ca|ext|vol|eds?|esp|No|Nos|pp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thur?s?|Fri|Sat"
    r"|Attn|Ave|Blvd|Ph\.D"
)
_PREFIXES = (
    r"e|co|non|pre|post|re|ex|anti|semi|multi|mid|un|inter|intra|sub|super|ultra|pro|cross|mini|micro|macro|trans|bi|de|dis|vice"
    r"|counter|quasi|psycho|neo|proto|over|under"
)
_ENGLISH = rf"""{_COMMON}
| (?<!\w)(?:[:;=]-?[)(DP])(?!\w)
| (?<!\w)(?:(?:[A-Za-z]\.){{2,}}|(?:{_ABBREVIATIONS})\.|[A-Z]\.(?=\s+[A-Z]))(?!\w)
| (?i:n['’`]t)(?!\w)
| ['’](?i:s|re|ve|ll|d|m|em)(?!\w)
| (?<!\w)(?i:can(?=not(?!\w))|gon(?=na(?!\w))|wan(?=na(?!\w))|got(?=ta(?!\w))|gim(?=me(?!\w))
    |(?:do|did|does|is|was|were|have|has|had|would|could|should)(?=nt(?!\w)))
| (?<!\w)(?i:o['’]clock)
| \d+-\d+-\d+(?:-\d+)*(?!\w)
| \d+(?:[.,:/]\d+)+(?:st|nd|rd|th|s)?(?!\w)
| \d+[.,]\d+(?=[^\W\d_]{{1,8}}(?!\w))
| \.\d+(?!\w)
| ['’]\d\ds?(?!\w)
| (?<![\w-])(?i:{_PREFIXES})-(?=[^\W_])[^\W_]+
| [^\W_](?:\w(?!(?<=n)['’`][tT](?!\w))|(?<=[^\W\d_])['’](?!(?i:s|re|ve|ll|d|m|t)(?!\w))(?=[^\W\d_]{{2}})
    |(?<=[^\W_])&(?=[A-Z])|(?<=[a-z])\.(?=[a-z]{{2}}))*
| [.]{{2,}} | -{{2,}} | [!?]{{2,}} | '' | ’’ | ‘’ | << | >> | \*{{2,}} | ={{2,}} | _{{2,}}
| .
"""

_PATTERNS: dict[str, re.Pattern[str]] = {
    "fr": re.compile(_FRENCH, re.VERBOSE | re.DOTALL | re.IGNORECASE),
    "en": re.compile(_ENGLISH, re.VERBOSE | re.DOTALL),
}

_TYPOGRAPHY = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "«": '"',
        "»": '"',
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\r": "\n",
    }
)


def normal_form(form: str) -> str:
    """The form in lower case with plain quotation marks, apostrophes, dashes and spaces: what the tagger looks up."""
    norm = form.lower().translate(_TYPOGRAPHY)
    if norm in {"...", "…", ".."}:
        return "..."
    return norm if not norm.isspace() else ("\n\n" if norm.count("\n") > 1 else "\n" if "\n" in norm else " ")


def _prefix(form: str) -> str:
    return form[:3].lower().translate(_TYPOGRAPHY)


def _suffix(form: str) -> str:
    return form[-4:].lower().translate(_TYPOGRAPHY)


def cut(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """Tokens of `text` in order, each with whether one plain space follows it; joined they give the text back."""
    pending: str | None = None
    for match in _PATTERNS[language].finditer(text):
        token = match.group()
        if match.lastgroup == "space":
            if pending is not None and token[0] == " ":
                yield pending, True
                token = token[1:]
            elif pending is not None:
                yield pending, False
            pending = token or None
            if pending is not None:
                yield pending, False
                pending = None
            continue
        if pending is not None:
            yield pending, False
        pending = token
    if pending is not None:
        yield pending, False


class RegexTokenizer:
    """Callable that makes a `Doc` from a text; its only state is the language it was made for."""

    def __init__(self, vocab: Vocab, language: str) -> None:
        self.vocab = vocab
        self.language = language
        getters = vocab.lex_attr_getters  # type: ignore[attr-defined,unused-ignore]
        getters[NORM], getters[PREFIX], getters[SUFFIX] = normal_form, _prefix, _suffix

    def __call__(self, text: str) -> Doc:
        """The text as a `Doc`; `Doc.text` equals `text`."""
        words, spaces = [], []
        for word, space in cut(text, self.language):
            words.append(word)
            spaces.append(space)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """The texts one by one."""
        for text in texts:
            yield self(text)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the tokenizer has no state beyond its configuration."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> RegexTokenizer:
        """Itself."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Write nothing."""

    def from_disk(self, _path: str | Path, **_: Any) -> RegexTokenizer:
        """Read nothing."""
        return self


@registry.tokenizers("recoupe.RegexTokenizer.v1")  # type: ignore[untyped-decorator,unused-ignore]
def make_tokenizer(language: str) -> Callable[[Language], RegexTokenizer]:
    """The tokenizer named in a pipeline's configuration; `language` is `fr` or `en`."""

    def create(nlp: Language) -> RegexTokenizer:
        return RegexTokenizer(nlp.vocab, language)

    return create
