"""Sentence boundaries that layout and typography settle, set before the parser, which keeps to them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

_OPENING = frozenset("«“‘„([{")
_CLOSING = frozenset("»”)]}.,;:!?…%") | {"..."}


def _may_not_start(token: Token, before: Token) -> bool:
    if token.is_space or token.text in _CLOSING:
        return True
    if token.text in {'"', "'", "’", "''", "’’"}:  # a straight mark against the word before it closes
        closes = not before.is_space and not before.whitespace_
        return closes
    return before.text in _OPENING or _mid_line(token, before)


def _mid_line(token: Token, before: Token) -> bool:
    """Whether a word in small letters, or a figure, goes on the line of the word before it; a capital may open a sentence
    behind a heading that has no mark."""
    return before.is_alpha and (token.is_lower or token.is_digit)


@Language.component("recoupe_boundaries")
def boundaries(doc: Doc) -> Doc:
    """A blank line ends a sentence; no sentence starts with white space, a closing mark, after an opening one
    or with a small letter right behind a word of its line."""
    visible: Token | None = None
    blank = False
    for token in doc:
        if token.is_space:
            blank = blank or token.text.count("\n") > 1
            if token.i > 0:
                token.is_sent_start = False
            continue
        if visible is not None and token.i > 0:
            if blank:
                token.is_sent_start = True
            elif _may_not_start(token, doc[token.i - 1]) or visible.text in _OPENING:
                token.is_sent_start = False
        visible, blank = token, False
    return doc
