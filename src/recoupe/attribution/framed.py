"""Sentences whose whole frame says who speaks, or through whom: `If the mayor is to be believed, ...`, `..., and that is the
view of two nurses`, `Radio Brune attributes this to an aide`.

The frames stand in the packs (`frames.toml`): words with gaps for who speaks, the outlet, and what is said.
"""

import itertools
from dataclasses import dataclass

from recoupe.attribution.cues import opens_aside
from recoupe.attribution.draft import Draft, Range, Reading, meet
from recoupe.attribution.fitting import finite_form, matches, reached, sentence_at
from recoupe.attribution.forms import BEFORE, Form, forms
from recoupe.attribution.lexicon import unelided
from recoupe.attribution.openings import DASHES, opening_token

SENTENCE = 110  # tokens; a longer one is not matched
ENDS = {".", "!", "?", "…", "»", "”", '"', ";"}
TURNING = {"denial", "refusal"}  # classes of frames that stand over any other reading of their words
SAME = 0.5  # shared part of two contents from which they are one


@dataclass(frozen=True)
class Match:
    """Where a frame's gaps lie in the text: tokens [first, last) by name; fixed: the tokens of its own words."""

    form: Form
    slots: dict[str, tuple[int, int]]
    fixed: tuple[int, ...]


def framed(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts with those of frames; where a frame holds what another mechanism has read as one relation, the frame stands."""
    for number, (first, last) in enumerate(reading.annotation.sentences):
        if last - first > SENTENCE:
            continue
        match = best(reading, number, first, last)
        if match is None:
            continue
        made = relation(reading, number, match)
        if made is None or known(drafts, made):
            continue
        gone = [d for d in drafts if replaced(reading, d, made, match)]
        carried = next((d.relay for d in gone if d.relay is not None and not meet(d.relay, made.source)), None)
        made.relay = made.relay or carried
        drafts = [*(d for d in drafts if not any(d is g for g in gone)), made]
    return drafts


def best(reading: Reading, number: int, first: int, last: int) -> Match | None:
    """The match of a sentence with the most fixed words."""
    tokens = reading.tokens
    keys = {t.norm for t in tokens[first:last]} | {f"={t.lemma}" for t in tokens[first:last]}
    keys |= {unelided(t) for t in tokens[first:last]}
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
    behind = behind_opening(reading, start, stop)
    for form in sorted(near, key=lambda f: (-f.weight, f.frame.form, len(f.items))):
        taking_up = form.items[0] == BEFORE
        if taking_up and not preceded(reading, number):
            continue
        items = form.items[1:] if taking_up else form.items
        if reached(sentence, items, start) is None and behind == stop:
            continue
        found = next(matches(sentence, items, start, stop), None)
        if found is None and taking_up and behind < stop:
            found = next(matches(sentence_at(reading, behind, stop), items, behind, stop), None)
        if found is not None and not (taking_up and takes_article(reading, [a for n, a, _ in found if not n])):
            return Match(form, {n: (a, b) for n, a, b in found if n}, tuple(a for n, a, b in found if not n))
    return None


def behind_opening(reading: Reading, start: int, stop: int) -> int:
    """The token behind the comma that closes the participle with which a sentence opens (`Jointe hier, | elle le dit`).

    Where it does not open so, the sentence's end.
    """
    if not opens_aside(reading, start):
        return stop
    comma = next((i for i in range(start, stop) if reading.tokens[i].text == ","), stop)
    return min(comma + 1, stop)


def takes_article(reading: Reading, fixed: list[int]) -> bool:
    """Whether a word of a frame that should take up what was told is a noun's article (`le proviseur dit avoir prévenu`)."""
    tokens = reading.tokens
    return any(
        tokens[i].norm in reading.lexicon(i).pack.settings.resumptives
        and tokens[i].pos == "DET"
        and tokens[tokens[i].head].pos in {"NOUN", "PROPN"}
        and tokens[i].head not in fixed  # a verb that the tagger takes for a noun: `le confirme`
        for i in fixed
    )


def preceded(reading: Reading, number: int) -> bool:
    """Whether a sentence of the same paragraph stands before one."""
    paragraphs = reading.annotation.paragraph_of_sentence
    return number > 0 and paragraphs[number] == paragraphs[number - 1]


def relation(reading: Reading, number: int, match: Match) -> Draft | None:
    """What a match says: the relation of who speaks, with the outlet as relay; else that of the outlet."""
    tokens, slots, frame = reading.tokens, match.slots, match.form.frame
    place = slots.get("said") or slots.get("event") or slots.get("line") or slots.get("head")
    if place is None:
        low, high = reading.annotation.sentences[number - 1]
        place = (opening_token(reading, low, high), high)
    place = (place[0], before_semicolon(reading, *place))
    if place[0] >= place[1]:
        return None
    quotation = reading.quotation_at(tokens[place[0]].start)
    content = reading.tidy(tokens[place[0]].start, tokens[place[1] - 1].end)
    if (
        quotation is not None
        and quotation.outer_start == tokens[place[0]].start
        and quotation.outer_end > tokens[place[1] - 1].start
    ):
        content = reading.tidy(quotation.start, quotation.end)
    medium = slots.get("outlet") or slots.get("press")
    speaker = slots.get("who") or slots.get("voice") or medium
    if content is None or speaker is None:
        return None
    source = reading.offsets(*speaker)
    relay = reading.offsets(*medium) if medium is not None and medium != speaker else None
    tail = slots.get("tail")
    further = reading.tidy(*reading.offsets(*tail)) if tail is not None else None
    cue = cue_of(reading, match)
    head = next((i for i in (*range(*place), *range(*(tail or (0, 0)))) if finite_form(reading, i)), None)
    return Draft(
        source=source,
        cue=reading.offsets(*cue) if cue is not None else None,
        content=[content] if further is None else [content, further],
        mechanism="frame",
        entries=(f"frame:{frame.form}",),
        speech=frame.class_,
        according=frame.kind == "according_to",
        nominal=frame.kind == "nominal" or "event" in slots,
        head=head if "event" not in slots else None,
        cue_token=cue[0] if cue is not None else None,
        relay=relay,
    )


def before_semicolon(reading: Reading, first: int, last: int) -> int:
    """The end of a content without a further clause that a semicolon parts from it."""
    marks = (i for i in range(first + 1, last) if reading.tokens[i].text == ";")
    return next((i for i in marks if reading.quotation_at(reading.tokens[i].start) is None), last)


def cue_of(reading: Reading, match: Match) -> tuple[int, int] | None:
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
        turned = (
            frame.speech in TURNING and draft.speech != frame.speech
        )  # `does not accept that`, read as a thing said
        if turned:
            continue
        if meet(draft.source, frame.source) and shared(draft.content, frame.content) >= SAME:
            if draft.relay is None and frame.relay is not None and not meet(frame.relay, draft.source):
                draft.relay = frame.relay
            return True
    return False


def replaced(reading: Reading, draft: Draft, frame: Draft, match: Match) -> bool:
    """Whether a draft is a reading of what a frame holds: nearly its content, or a cue among the frame's own words."""
    at = draft.cue[0] if draft.cue is not None else draft.content[0][0]
    if draft.cue is not None and frame.covers(draft.cue[0]):
        return False  # nested
    turned = frame.speech in TURNING and meet(draft.source, frame.source)
    if turned and any(frame.covers(s) for s, _ in draft.content):
        return True  # `is, according to X, a fabrication`: what is called so with it
    if shared(draft.content, frame.content) >= SAME:
        by_outlet = meet(draft.source, frame.relay)
        return not by_outlet or meet(draft.source, frame.source)  # what the outlet itself says stays
    return any(reading.tokens[i].start <= at < reading.tokens[i].end for i in match.fixed)


def shared(a: list[Range], b: list[Range]) -> float:
    """The Jaccard index of the code points of two contents."""
    both = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    either = sum(e - s for s, e in a) + sum(e - s for s, e in b) - both
    return both / either if either else 0.0
