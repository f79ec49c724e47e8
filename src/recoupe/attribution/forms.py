"""The frames of the packs (`frames.toml`) as sequences of words and gaps, found by the words that they need."""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from recoupe.attribution.lexicon import words_of
from recoupe.errors import PackError
from recoupe.languages import language_pack
from recoupe.languages.frames_schema import Frame, Frames

BEFORE, BEHIND, QUOTE, ANSWER, TOLD = "{before}", "{behind}", "{quote}", "{answer}", "{told}"
BESIDE = frozenset({BEFORE, BEHIND, QUOTE, ANSWER, TOLD})  # gaps that a sentence beside the frame's own fills
BRACKETS = {"[": "(", "]": ")"}
MARKS = frozenset({",", ":", ";", "-", "."})
CLITICS = {"'s", "n't", "l'on"}  # words that begin with, or hold, their apostrophe
JOINTS = "(:|;|-|,) (and|et|)"  # what may stand between a clause and the frame that takes it up
OPENING = "(:|;|-)"  # what may stand between a frame that announces a clause and that clause
CHOICE = re.compile(r"@(\w+)")
PIECE = re.compile(r"\{\w+\}|<\w+>|[()|]|[^\s(){}<>|]+")

Item = str | tuple[tuple["Item", ...], ...]
"""A fixed word, `=lemma`, `<group>`, a gap in braces, or a choice of sequences of these."""


class Form(NamedTuple):
    """A frame as a sequence of items.

    frame: as the pack has it; needed: of each set of words a sentence must hold one; weight: how many words are fixed at
    least, marks left out. number: its place among those of its language; own: its items without the gaps that a sentence
    beside its own fills; words: those without any gap.
    """

    items: tuple[Item, ...]
    frame: Frame
    needed: tuple[frozenset[str], ...]
    weight: int
    number: int
    own: tuple[Item, ...]
    words: tuple[Item, ...]


def weight(items: tuple[Item, ...]) -> int:
    """How many fixed words a sequence holds at least."""
    return sum(
        min(weight(option) for option in item) if isinstance(item, tuple) else int(is_word(item)) for item in items
    )


def is_word(item: Item) -> bool:
    """Whether an item is a fixed word, no gap, mark or choice."""
    return isinstance(item, str) and not item.startswith("{") and bool(item.strip(",:;-.[]"))


def items_of(text: str) -> tuple[Item, ...]:
    """The items of a frame; an elided word keeps its apostrophe."""
    pieces = PIECE.findall(text)
    items, rest = sequence(pieces, 0)
    if rest != len(pieces):
        raise PackError(f"frames.toml: a bracket without a partner: {text}")
    return items


def sequence(pieces: list[str], at: int) -> tuple[tuple[Item, ...], int]:
    """The items from a piece on to the end of its option, and the index of the piece behind."""
    items: list[Item] = []
    while at < len(pieces) and pieces[at] not in {")", "|"}:
        if pieces[at] == "(":
            options = []
            while pieces[at] != ")":
                option, at = sequence(pieces, at + 1)
                options.append(option)
                if at == len(pieces):
                    raise PackError(f"frames.toml: a bracket without a partner: {' '.join(pieces)}")
            items.append(tuple(options))
        elif pieces[at][0] in "{<":
            items.append(pieces[at])
        else:
            items += (pieces[at],) if pieces[at] in CLITICS else words_of(pieces[at])
        at += 1
    return tuple(items), at


@functools.cache
def forms(language: str) -> dict[str, tuple[Form, ...]]:
    """The frames of a language, each under the words of its rarest item."""
    frames = language_pack(language).frames
    texts = dict.fromkeys(
        (text, f) for f in frames.frames for text in taken_up(CHOICE.sub(lambda m: choice(frames, m[1]), f.form))
    )
    found = []
    shared: dict[Item, Item] = {}  # what is found of a choice is found for all forms that have it
    for number, (text, frame) in enumerate(texts):
        items = tuple(shared.setdefault(item, item) for item in items_of(text))
        needed = {keys for item in items if (keys := keys_of(item, language))}
        needed_first = tuple(sorted(needed, key=lambda keys: (len(keys), sorted(keys))))
        own = tuple(item for item in items if item not in BESIDE)
        words = tuple(shared.setdefault(item, item) for item in without_gaps(own))
        found.append(Form(items, frame, needed_first, weight(items), number, own, words))
    counts = Counter(key for form in found for keys in form.needed for key in keys)
    index: dict[str, list[Form]] = {}
    for form in found:
        keyed = [keys for keys in form.needed if not keys & MARKS]
        if not keyed:
            raise PackError(f"frames.toml: no fixed word: {form.frame.form}")
        for key in min(keyed, key=lambda keys: (sum(counts[k] for k in keys), sorted(keys))):
            index.setdefault(key, []).append(form)
    return {key: tuple(v) for key, v in index.items()}


def without_gaps(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items with the gaps left out, those in choices too."""
    return tuple(
        tuple(map(without_gaps, item)) if isinstance(item, tuple) else item
        for item in items
        if isinstance(item, tuple) or not item.startswith("{")
    )


def choice(frames: Frames, name: str) -> str:
    """The choice of wordings that a form has under a name."""
    return f"({'|'.join(frames.choices[name])})"


def keys_of(item: Item, language: str) -> frozenset[str] | None:
    """Words of which a sentence holds one where it holds an item; `None` where that is not known."""
    if isinstance(item, tuple):
        options = [next((keys for i in option if (keys := keys_of(i, language))), None) for option in item]
        return None if None in options else frozenset().union(*(o for o in options if o))
    if item.startswith("{"):
        return None
    return frozenset(f"={w}" for w in group(language, item[1:-1])) if item.startswith("<") else frozenset({item})


def taken_up(text: str) -> Iterator[str]:
    """A frame as it stands; one for the sentence before or after it also with that as a clause of its own sentence."""
    yield text
    if text.startswith(BEFORE):
        yield f"{{said}} {JOINTS}{text.removeprefix(BEFORE)}"
    if text.endswith(BEHIND):
        yield f"{text.removesuffix(BEHIND)}{OPENING} {{said}}"


@functools.cache
def groups(language: str) -> Mapping[str, frozenset[str]]:
    """The groups of words of a language's frames, by the lemmas that they hold."""
    return groups_by_lemma(language_pack(language).frames.words)


def groups_by_lemma(words: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """Groups of words (lemmas by name) as the items that each lemma can fill: `<name>`."""
    held: dict[str, set[str]] = {}
    for name, lemmas in words.items():
        for lemma in lemmas:
            held.setdefault(lemma, set()).add(f"<{name}>")
    return {lemma: frozenset(names) for lemma, names in held.items()}


@functools.cache
def group(language: str, name: str) -> frozenset[str]:
    """The lemmas of a group of words."""
    return frozenset(language_pack(language).frames.words[name])
