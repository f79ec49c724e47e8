"""Sentence boundaries that layout and typography settle, set before the parser, which keeps to them."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc, Token

_OPENING = frozenset("«“‘„([{")
_CLOSING = frozenset("»”)]}.,;:!?…%") | {"..."}
_LETTER = re.compile(r"[A-LN-Z]\.")  # (`M.` is a title)


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


def _behind_letter(token: Token) -> bool:
    """Whether a small word with a capital stands behind a letter that tells which one, and its full stop.

    `dans l'atelier B. Des drones`: the tokenizer takes the letter for an initial.
    """
    if token.i < 2 or not token.is_title or not token.is_stop:
        return False
    letter, noun = token.doc[token.i - 1], token.doc[token.i - 2]
    return _LETTER.fullmatch(letter.text) is not None and noun.is_lower and noun.is_alpha and not noun.is_stop


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
            if blank or _behind_letter(token):
                token.is_sent_start = True
                visible.is_sent_start = visible.is_sent_start if blank else False  # the letter belongs to its noun
            elif _may_not_start(token, doc[token.i - 1]) or visible.text in _OPENING:
                token.is_sent_start = False
        visible, blank = token, False
    return doc
