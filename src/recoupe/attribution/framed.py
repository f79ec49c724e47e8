"""Sentences whose whole frame says who speaks, or through whom: `If the mayor is to be believed, ...`, `..., and that is the
view of two nurses`, `Radio Brune attributes this to an aide`.

The frames stand in the packs (`frames.toml`): words with gaps for who speaks, the outlet, and what is said. What stands
between two fixed words of a frame is read as it stands, so that a parse gone wrong inside it does no harm.
"""

import functools
import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from recoupe.attribution.cues import can_speak
from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.lexicon import words_of
from recoupe.attribution.openings import DASHES, opening_token
from recoupe.attribution.phrases import first_word
from recoupe.attribution.relays import credited_outlet, is_outlet, is_wire
from recoupe.attribution.sources import source_tokens
from recoupe.attribution.syntax import VERBAL, phrase_head
from recoupe.errors import PackError
from recoupe.languages import language_pack
from recoupe.languages.frames_schema import Frame
from recoupe.linguistics import Token

LONGEST = 18  # tokens of who speaks
OUTLET = 10  # tokens of an outlet with what it is called
EVENT = 40  # tokens of a noun phrase that names what is said
GAP = 7  # tokens that a gap may hold
FREE = 16  # tokens of words that are free
SHORTEST = 3  # tokens of a content
BEFORE = "{before}"
MARKS = frozenset({",", ":", ";", "-", "(", ")", "."})
WHOLE = {
    "du": "de",
    "des": "de",
    "d'": "de",
    "au": "à",
    "aux": "à",
    "qu'": "que",
    "n'": "ne",
    "s'": "se",
}  # short -> whole
CLITICS = {"'s", "n't"}  # words that begin with, or hold, their apostrophe
SENTENCE = 110  # tokens; a longer one is not matched
JOINTS = "(:|;|-|,) (and|et|)"  # what may stand between a clause and the frame that takes it up
ENDS = {".", "!", "?", "…", "»", "”", '"', ";"}
OPENERS = {"DET", "PROPN", "NUM", "NOUN", "ADJ", "PRON", "X"}
FUNCTION = {"ADP", "ADV", "SCONJ", "CCONJ", "PUNCT", "AUX", "PART"}
SAME = 0.5  # shared part of two contents from which they are one


Item = str | tuple[tuple["Item", ...], ...]
"""A fixed word, `=lemma`, `<group>`, a gap in braces, or a choice of sequences of these."""


class Form(NamedTuple):
    """A frame as a sequence of items.

    frame: as the pack has it; needed: of each set of words a sentence must hold one; weight: how many words are fixed at
    least, marks left out.
    """

    items: tuple[Item, ...]
    frame: Frame
    needed: tuple[frozenset[str], ...]
    weight: int


@dataclass(frozen=True)
class Sentence:
    """A sentence that frames are tried on.

    offers: the fixed words that each token can be, from token `first` on; places: where each of them stands, in order.
    """

    reading: Reading
    first: int
    offers: tuple[frozenset[str], ...]
    places: Mapping[str, Sequence[int]]


def weight(items: tuple[Item, ...]) -> int:
    """How many fixed words a sequence holds at least."""
    return sum(
        min(weight(option) for option in item) if isinstance(item, tuple) else int(is_word(item)) for item in items
    )


def is_word(item: Item) -> bool:
    """Whether an item is a fixed word, no gap, mark or choice."""
    return isinstance(item, str) and not item.startswith("{") and bool(item.strip(",:;-."))


@dataclass(frozen=True)
class Match:
    """Where a frame's gaps lie in the text: tokens [first, last) by name; fixed: the tokens of its own words."""

    form: Form
    slots: dict[str, tuple[int, int]]
    fixed: tuple[int, ...]


PIECE = re.compile(r"\{\w+\}|<\w+>|[()|]|[^\s(){}<>|]+")


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
    texts = dict.fromkeys((text, f) for f in frames.frames for text in taken_up(f.form))
    found = []
    for text, frame in texts:
        items = items_of(text)
        needed = {keys for item in items if (keys := keys_of(item, language))}
        needed_first = tuple(sorted(needed, key=lambda keys: (len(keys), sorted(keys))))
        found.append(Form(items, frame, needed_first, weight(items)))
    counts = Counter(key for form in found for keys in form.needed for key in keys)
    index: dict[str, list[Form]] = {}
    for form in found:
        keyed = [keys for keys in form.needed if not keys & MARKS]
        if not keyed:
            raise PackError(f"frames.toml: no fixed word: {form.frame.form}")
        for key in min(keyed, key=lambda keys: (sum(counts[k] for k in keys), sorted(keys))):
            index.setdefault(key, []).append(form)
    return {key: tuple(v) for key, v in index.items()}


def keys_of(item: Item, language: str) -> frozenset[str] | None:
    """Words of which a sentence holds one where it holds an item; `None` where that is not known."""
    if isinstance(item, tuple):
        options = [next((keys for i in option if (keys := keys_of(i, language))), None) for option in item]
        return None if None in options else frozenset().union(*(o for o in options if o))
    if item.startswith("{"):
        return None
    return frozenset(f"={w}" for w in group(language, item[1:-1])) if item.startswith("<") else frozenset({item})


def taken_up(text: str) -> Iterator[str]:
    """A frame as it stands; one that takes up the sentence before also with that as a clause of its own sentence."""
    yield text
    if text.startswith(BEFORE):
        yield f"{{said}} {JOINTS}{text.removeprefix(BEFORE)}"


def framed(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts with those of frames; where a frame holds what another mechanism has read as one relation, the frame stands."""
    for number, (first, last) in enumerate(reading.annotation.sentences):
        if last - first > SENTENCE:
            continue
        match = best(reading, number, first, last)
        if match is None:
            continue
        made = relations(reading, number, match)
        made = [draft for draft in made if not known(drafts, draft)]
        for draft in made:
            gone = [d for d in drafts if replaced(reading, d, draft, match)]
            carried = next((d.relay for d in gone if d.relay is not None and not within(d.relay, draft.source)), None)
            draft.relay = draft.relay or carried
            drafts = [d for d in drafts if not any(d is g for g in gone)]
        drafts += made
    return drafts


def best(reading: Reading, number: int, first: int, last: int) -> Match | None:
    """The match of a sentence with the most fixed words."""
    tokens = reading.tokens
    keys = {t.norm for t in tokens[first:last]} | {f"={t.lemma}" for t in tokens[first:last]}
    keys |= {whole for word, whole in WHOLE.items() if word in keys}
    keys |= {"-"} if keys & set(DASHES) else set()
    index = forms(tokens[first].language)
    near = {f for k in keys for f in index.get(k, ()) if all(not keys.isdisjoint(needed) for needed in f.needed)}
    if not near:
        return None
    start = opening_token(reading, first, last)
    stop = last
    while stop > start and tokens[stop - 1].text in ENDS:
        stop -= 1
    sentence = sentence_at(reading, start, stop)
    for form in sorted(near, key=lambda f: (-f.weight, f.frame.form, len(f.items))):
        taking_up = form.items[0] == BEFORE
        if taking_up and not preceded(reading, number):
            continue
        items = form.items[1:] if taking_up else form.items
        if reached(sentence, items, start) is None:
            continue
        found = next(matches(sentence, items, start, stop), None)
        if found is not None:
            return Match(form, {n: (a, b) for n, a, b in found if n}, tuple(a for n, a, b in found if not n))
    return None


def sentence_at(reading: Reading, first: int, stop: int) -> Sentence:
    """Tokens [first, stop) with the fixed words that they can be."""
    offers = tuple(offered(reading.tokens[i]) for i in range(first, stop))
    places: dict[str, list[int]] = {}
    for i, words in enumerate(offers, first):
        for word in words:
            places.setdefault(word, []).append(i)
    return Sentence(reading, first, offers, places)


def offered(token: Token) -> frozenset[str]:
    """The fixed words of a frame that a token can be."""
    words = {token.norm, first_word(token.norm), WHOLE.get(token.norm, token.norm)}
    if token.text in DASHES:
        words.add("-")
    if token.text.islower():
        words |= {f"={token.lemma}", *groups(token.language).get(token.lemma, ())}
    return frozenset(words)


def reached(sentence: Sentence, items: tuple[Item, ...], at: int) -> int | None:
    """The first end that items can reach from a token where every gap may be of any length; `None` where words are missing."""
    for item in items:
        if isinstance(item, tuple):
            ends = [end for option in item if (end := reached(sentence, option, at)) is not None]
            if not ends:
                return None
            at = min(ends)
        elif not item.startswith("{"):
            places = sentence.places.get(item, ())
            k = bisect_left(places, at)
            if k == len(places):
                return None
            at = places[k] + 1
    return at


def preceded(reading: Reading, number: int) -> bool:
    """Whether a sentence of the same paragraph stands before one."""
    paragraphs = reading.annotation.paragraph_of_sentence
    return number > 0 and paragraphs[number] == paragraphs[number - 1]


Found = tuple[tuple[str, int, int], ...]


def matches(sentence: Sentence, items: tuple[Item, ...], i: int, stop: int) -> Iterator[Found]:
    """Every way in which items fill tokens [i, stop)."""
    if not items:
        if i == stop:
            yield ()
        return
    item, rest = items[0], items[1:]
    if isinstance(item, tuple):
        for option in item:
            yield from matches(sentence, (*option, *rest), i, stop)
    elif not item.startswith("{"):
        if i < stop and fits(sentence, i, item):
            for found in matches(sentence, rest, i + 1, stop):
                yield (("", i, i + 1), *found)
    else:
        name = item[1:-1]
        for end in ends_of(sentence, name, rest, i, stop):
            if filled(sentence.reading, name, i, end):
                for found in matches(sentence, rest, end, stop):
                    yield ((name, i, end), *found)


def ends_of(sentence: Sentence, name: str, rest: tuple[Item, ...], i: int, stop: int) -> Iterable[int]:
    """Where a gap that begins at a token may end, in the order in which the ends are tried."""
    if not rest:
        return (stop,) if stop > i or name in {"gap", "free"} else ()
    longest = {"gap": GAP, "outlet": OUTLET, "event": EVENT, "said": stop - i, "free": FREE}.get(name, LONGEST)
    least = i if name in {"gap", "free"} else i + 1
    ends = [k for k in range(least, min(stop, i + longest) + 1) if may_begin(sentence, rest, k, stop)]
    if name in {"who", "voice", "outlet"} and rest[0] in {"{gap}", "{rest}", "{free}"}:
        whole = phrase_end(sentence.reading, i, stop)
        return sorted(ends, key=lambda k: (k != whole, -k))
    return ends if name not in {"said", "event"} or rest[0] == "{rest}" else reversed(ends)


def phrase_end(reading: Reading, first: int, stop: int) -> int:
    """The end of the noun phrase that begins at a token, as sources have it."""
    head = next((i for i in range(first, min(stop, first + LONGEST)) if can_speak(reading, i)), first)
    head = phrase_head(reading.annotation, head) if first <= phrase_head(reading.annotation, head) < stop else head
    end = min(stop, source_tokens(reading, head)[1])
    while end < stop and reading.tokens[end].text[:1].isupper() and reading.tokens[end - 1].text[:1].isupper():
        end += 1
    return end


def may_begin(sentence: Sentence, items: tuple[Item, ...], i: int, stop: int) -> bool:
    """Whether the first fixed word of some items can stand at a token."""
    if not items:
        return i == stop
    item = items[0]
    if isinstance(item, tuple):
        return any(may_begin(sentence, (*option, *items[1:]), i, stop) for option in item)
    return item.startswith("{") or (i < stop and fits(sentence, i, item))


def fits(sentence: Sentence, i: int, item: str) -> bool:
    """Whether a token is a fixed word of a frame."""
    return item in sentence.offers[i - sentence.first]


@functools.cache
def groups(language: str) -> Mapping[str, frozenset[str]]:
    """The groups of words of a language, by the lemmas that they hold."""
    held: dict[str, set[str]] = {}
    for name, lemmas in language_pack(language).frames.words.items():
        for lemma in lemmas:
            held.setdefault(lemma, set()).add(f"<{name}>")
    return {lemma: frozenset(names) for lemma, names in held.items()}


@functools.cache
def group(language: str, name: str) -> frozenset[str]:
    """The lemmas of a group of words."""
    return frozenset(language_pack(language).frames.words[name])


def filled(reading: Reading, name: str, first: int, last: int) -> bool:
    """Whether tokens [first, last) can fill a gap of a frame."""
    if name == "free":
        return not any(t.text in {":", "«", "“"} for t in reading.tokens[first:last])
    if name == "rest":
        return any(finite(reading, i) for i in range(first, min(last, first + 3)))
    if name == "gap":
        return not any(
            t.text in {":", ";", "«", "»", "“", "”"} or finite(reading, t.i) for t in reading.tokens[first:last]
        )
    if name == "said":
        return states(reading, first, last)
    if name == "event":
        return names_event(reading, first, last)
    if not is_phrase(reading, first, last):
        return False
    own = head_part(reading, first, last)
    outlet = any(medium(reading, i) for i in own)
    if name == "outlet":
        return outlet
    told = any(medium(reading, i) for i in range(own.stop, last))  # `dires d'un ingénieur | de l'agence Orbis`
    return not told and (name == "who" or not outlet)


def medium(reading: Reading, i: int) -> bool:
    """Whether a token is of an outlet's name."""
    return is_outlet(reading, i) or is_wire(reading, i) or credited_outlet(reading, i)


def finite(reading: Reading, i: int) -> bool:
    """Whether a token is a finite verb or auxiliary."""
    token = reading.tokens[i]
    return token.pos in VERBAL and token.has("VerbForm=Fin")


def states(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) are a clause of their own or stand in quotation marks."""
    tokens = reading.tokens
    if last - first < SHORTEST:
        return False
    if tokens[first].norm in reading.lexicon(first).pack.settings.complementisers:
        return False
    if any(t.text == ":" and reading.quotation_at(t.start) is None for t in tokens[first:last]):
        return False
    return any(t.pos in VERBAL and not t.has("VerbForm=Inf") for t in tokens[first:last])


def names_event(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) are a noun phrase with an article, without a verb of its own."""
    tokens = reading.tokens
    if last - first < SHORTEST or tokens[first].pos not in {"DET", "NOUN", "ADJ"}:
        return False
    inside = tokens[first:last]
    if tokens[first].has("Poss=Yes") or any(t.text in {":", ";", ","} for t in inside):
        return False
    return any(t.pos == "NOUN" for t in inside[:3]) and not loose_verb(reading, first, last)


def loose_verb(reading: Reading, first: int, last: int) -> bool:
    """Whether a finite verb stands in [first, last) outside a relative clause."""
    relative = False
    for token in reading.tokens[first:last]:
        relative = relative or token.has("PronType=Rel") or token.norm in {"who", "which", "that", "qui", "dont", "que"}
        if finite(reading, token.i) and not relative:
            return True
    return False


def head_part(reading: Reading, first: int, last: int) -> range:
    """The tokens of a noun phrase before its first complement, comma or relative clause; a name goes on behind its `of`."""
    tokens = reading.tokens
    for i in range(first + 1, last):
        token = tokens[i]
        name = token.pos == "ADP" and tokens[i - 1].pos == "PROPN" and i + 1 < last and tokens[i + 1].text[:1].isupper()
        if (token.pos == "ADP" and not name) or token.text == "," or token.has("PronType=Rel") or token.norm == "who":
            return range(first, i)
    return range(first, last)


def is_phrase(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) are one noun phrase of somebody who can speak."""
    tokens = reading.tokens
    inside = tokens[first:last]
    if not inside or (inside[0].pos not in OPENERS and (not inside[0].text[:1].isupper() or inside[0].pos in FUNCTION)):
        return False
    if inside[0].has("PronType=Rel") or inside[-1].pos in {"DET", "ADP", "CCONJ", "SCONJ", "PUNCT"}:
        return False
    if any(t.text in {":", ";", "«", "“", "”", "»", '"', "("} for t in inside) or loose_verb(reading, first, last):
        return False
    commas = [t.i for t in inside if t.text == ","]
    if len(commas) > 1 or (commas and any(finite(reading, t.i) for t in inside)):
        return False
    if commas and tokens[commas[0] + 1].pos not in {"DET", "PROPN", "NOUN", "ADJ"}:
        return False  # `the mayor, | parked at the station`
    if inside[0].norm in reading.lexicon(first).pack.negation.determiners:
        return False  # `citing no source`
    if inside[0].pos == "PRON" and len(inside) > 1 and not inside[0].has("PronType=Ind"):
        return False
    return any(can_speak(reading, i) for i in head_part(reading, first, last))


def relations(reading: Reading, number: int, match: Match) -> list[Draft]:
    """What a match says: the relation of who speaks, with the outlet as relay; else that of the outlet."""
    tokens, slots, frame = reading.tokens, match.slots, match.form.frame
    place = slots.get("said") or slots.get("event")
    if place is None:
        low, high = reading.annotation.sentences[number - 1]
        place = (opening_token(reading, low, high), high)
    if place[0] >= place[1]:
        return []
    quotation = reading.quotation_at(tokens[place[0]].start)
    content = reading.tidy(tokens[place[0]].start, tokens[place[1] - 1].end)
    if (
        quotation is not None
        and quotation.outer_start == tokens[place[0]].start
        and quotation.outer_end > tokens[place[1] - 1].start
    ):
        content = reading.tidy(quotation.start, quotation.end)
    speaker = slots.get("who") or slots.get("voice") or slots.get("outlet")
    if content is None or speaker is None:
        return []
    source = reading.offsets(*speaker)
    relay = reading.offsets(*slots["outlet"]) if "outlet" in slots and slots["outlet"] != speaker else None
    cue = cue_of(reading, match, content, source)
    head = next((i for i in range(*place) if finite(reading, i)), None)
    return [
        Draft(
            source=source,
            cue=reading.offsets(*cue) if cue is not None else None,
            content=[content],
            mechanism="frame",
            entries=(f"frame:{frame.form}",),
            speech=frame.class_,
            according=frame.kind == "according_to",
            nominal=frame.kind == "nominal" or "event" in slots,
            head=head if "event" not in slots else None,
            cue_token=cue[0] if cue is not None else None,
            relay=relay,
        )
    ]


def cue_of(reading: Reading, match: Match, content: Range, source: Range) -> tuple[int, int] | None:
    """The longest run of fixed words, tokens [first, last)."""
    runs: list[tuple[int, int]] = []
    for _, group in itertools.groupby(enumerate(match.fixed), lambda p: p[1] - p[0]):
        places = [i for _, i in group if reading.tokens[i].pos != "PUNCT"]
        if places:
            runs.append((places[0], places[-1] + 1))
    return max(runs, key=lambda r: (r[1] - r[0], -r[0]), default=None)


def known(drafts: list[Draft], frame: Draft) -> bool:
    """Whether another mechanism has found who speaks in a frame and what is said; the outlet is then added to its draft."""
    for draft in drafts:
        if within(draft.source or (0, 0), frame.source) and shared(draft.content, frame.content) >= SAME:
            if draft.relay is None and frame.relay is not None and not within(frame.relay, draft.source):
                draft.relay = frame.relay
            return True
    return False


def replaced(reading: Reading, draft: Draft, frame: Draft, match: Match) -> bool:
    """Whether a draft is a reading of what a frame holds: nearly its content, or a cue among the frame's own words."""
    at = draft.cue[0] if draft.cue is not None else draft.content[0][0]
    if draft.cue is not None and frame.covers(draft.cue[0]):
        return False  # nested
    if shared(draft.content, frame.content) >= SAME:
        by_outlet = draft.source is not None and within(draft.source, frame.relay)
        return not by_outlet or within(draft.source or (0, 0), frame.source)  # what the outlet itself says stays
    return any(reading.tokens[i].start <= at < reading.tokens[i].end for i in match.fixed)


def within(a: Range, b: Range | None) -> bool:
    """Whether a range meets another one."""
    return b is not None and meets(a, b)


def meets(a: Range, b: Range) -> bool:
    """Whether two ranges share a code point."""
    return a[0] < b[1] and b[0] < a[1]


def shared(a: list[Range], b: list[Range]) -> float:
    """The Jaccard index of the code points of two contents."""
    both = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    either = sum(e - s for s, e in a) + sum(e - s for s, e in b) - both
    return both / either if either else 0.0
