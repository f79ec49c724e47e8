"""Sentences whose whole frame says who speaks, or through whom: `If the mayor is to be believed, ...`, `..., and that is the
view of two nurses`, `Radio Brune attributes this to an aide`.

The frames stand in the packs (`frames.toml`): words with gaps for who speaks, the outlet, and what is said.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.attribution.announcing import says
from recoupe.attribution.cues import can_speak
from recoupe.attribution.draft import Draft, Range, Reading, meet
from recoupe.attribution.fitting import (
    SPEAKERS,
    finite_form,
    head_part,
    matches,
    opened,
    reached,
    sentence_of,
    works_for_outlet,
)
from recoupe.attribution.forms import ANSWER, BEFORE, BEHIND, BESIDE, QUOTE, TOLD, Form, Item, forms
from recoupe.attribution.media import before_person
from recoupe.attribution.openings import behind_colon, opening_token
from recoupe.attribution.quotations import Quotation
from recoupe.attribution.relays import medium, named_part, outermost, whole_name
from recoupe.attribution.sources import source_span, source_tokens
from recoupe.attribution.syntax import VERBAL, is_relative

SENTENCE = 110  # tokens; a longer one is not matched
ENDS = {".", "!", "?", "…", "»", "”", '"', ";"}
OPENING = 16  # tokens that a sentence may open with before its frame
SAID = ("said", "event", "happening", "deed", "line", "head")  # gaps that hold what is said
ANNOUNCING = 7  # tokens of a noun phrase and its colon
COMMAS = 2  # commas among them
STOPS = {":", ";", "«", "“", '"', "(", "–", "—"}
ADJOINED = 18  # tokens of an adjunct at a sentence's edge
ADJUNCT = {"ADP", "ADV", "SCONJ"}
MARKS = {":", ";", "«", "»", "“", "”", '"', "(", ")"}
CONTENTS = {"{said}", "{line}", "{head}", "{tail}", "{event}", "{happening}"}
NAMED = {"{event}", "{happening}"}  # contents that are noun phrases
LONE = 2  # fixed words of a frame that is a verb of saying with its conjunction
ARTICLE = 4  # characters of an article and a space
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
        stop = behind_its_colon(reading, number, last)
        if stop - first > SENTENCE:
            continue
        match = best(reading, number, first, stop)
        if match is None or (match.form.frame.class_ not in TURNING and called_false(reading, match, first, stop)):
            continue
        made = relation(reading, number, match)
        if (
            made is None
            or known(reading, drafts, made, match)
            or (match.form.items[-1] == BEHIND and ascribed(drafts, made))
        ):
            continue
        gone = [d for d in drafts if replaced(reading, d, made, match)]
        carried = next((d.relay for d in gone if d.relay is not None and not meet(d.relay, made.source)), None)
        made.relay = made.relay or carried
        drafts = [*(d for d in drafts if not any(d is g for g in gone)), made]
    return drafts


def called_false(reading: Reading, match: Match, first: int, stop: int) -> bool:
    """Whether the words of a frame for the sentence before say that it is untrue (`L'information est | fausse |, selon X`)."""
    if not match.form.frame.form.startswith(BEFORE):
        return False
    untrue = reading.lexicon(first).pack.negation.untrue
    told = [range(*span) for span in match.slots.values()]
    return any(t.lemma in untrue and not any(t.i in own for own in told) for t in reading.tokens[first:stop])


def behind_its_colon(reading: Reading, number: int, last: int) -> int:
    """The end of a sentence with that behind the colon that closes it (`She confirmed it: | Orbel's mill had burned down.`).

    So with one that nothing closes, which the parse has cut (`Comme le rappelle la retraitée | Ada Lind, le moulin a brûlé`).
    """
    sentences, tokens = reading.annotation.sentences, reading.tokens
    if number + 1 >= len(sentences) or not preceded(reading, number + 1):
        return last
    cut = tokens[last - 1].pos != "PUNCT" and tokens[last].text[:1].isupper() and tokens[last - 1].text.islower()
    return sentences[number + 1][1] if cut or tokens[last - 1].text == ":" else last


def best(reading: Reading, number: int, first: int, last: int) -> Match | None:
    """The match of a sentence with the most fixed words."""
    tokens = reading.tokens
    sentence = sentence_of(reading, first, last)
    opening = {
        f"={form}" for t in tokens[first:last] for form in (t.lemma, t.norm)
    }  # a capital may be of its place alone
    keys = opening | sentence.places.keys()
    index = forms(tokens[first].language)
    asked = {form.number: form for key in keys & index.keys() for form in index[key]}
    near = [form for _, form in sorted(asked.items()) if not any(map(keys.isdisjoint, form.needed))]
    if not near:
        return None
    start = opening_token(reading, first, last)
    stop = last
    while stop > start and tokens[stop - 1].text in ENDS:
        stop -= 1
    ordered = sorted(near, key=lambda f: (-f.weight, f.frame.form, len(f.items)))
    ordered = [form for form in ordered if beside(reading, number, form)]
    for low, high in (start, stop), *bared(reading, start, stop):
        whole = (low, high) == (start, stop)
        places = (low, *behind_openings(reading, low, high)) if whole else (low,)
        sentences = {k: opened(sentence, k) for k in places if not within_words(reading, k, high)}
        for form in ordered:
            if (low > start and opens_with_content(form)) or (high < stop and closes_with_content(form)):
                continue
            late = len(form.own) < len(form.items) or may_open_late(form.own)
            for at in places if late else places[:1]:
                found = None
                if at not in sentences:
                    continue
                if reached(sentences[at], form.words, at) is not None:
                    found = next(matches(sentences[at], form.own, at, high), None)
                if found is None:
                    continue
                fixed = tuple(a for n, a, _ in found if not n)
                if not form.frame.form.startswith(BEFORE) or not takes_article(reading, fixed):
                    return Match(form, {n: (a, b) for n, a, b in found if n}, fixed)
    return None


def within_words(reading: Reading, first: int, stop: int) -> bool:
    """Whether tokens [first, stop) begin inside a quotation and end behind it (`“F. I say | that it is false,” said X`)."""
    quotation = reading.quotation_at(reading.tokens[first].start)
    if quotation is None or quotation.start >= reading.tokens[first].start:
        return False
    return quotation.outer_end < reading.tokens[stop - 1].end


def beside(reading: Reading, number: int, form: Form) -> bool:
    """Whether the sentence beside one can be what a form says of: in the same paragraph, in quotation marks for `{quote}`."""
    gap = next((i for i in (form.items[0], form.items[-1]) if i in BESIDE), None)
    if gap is None:
        return True
    other = number - 1 if gap == form.items[0] else number + 1
    if not preceded(reading, max(number, other)):
        return False
    first, last = reading.annotation.sentences[other]
    if gap == TOLD:
        return said_by_words(reading, other) is not None
    if gap == ANSWER and behind_noun(reading, first, last) is not None:
        return True
    return gap not in {QUOTE, ANSWER} or quotation_of(reading, first, last) is not None


def said_by_words(reading: Reading, number: int) -> Draft | None:
    """The relation of a sentence whose own source is a thing taken up (`It says that ...`, `Its last line reads: ...`)."""
    first, last = reading.annotation.sentences[number]
    for draft in reading.drafts:
        own = draft.cue_token is not None and first <= draft.cue_token < last and not draft.negated
        if own and draft.speech not in TURNING and of_thing(reading, draft, first):
            return draft
    return None


def of_thing(reading: Reading, draft: Draft, first: int) -> bool:
    """Whether a relation's source is a pronoun of a thing, or a noun with its possessive that opens a sentence."""
    words = reading.between(*draft.source) if draft.source is not None else ()
    if not words and draft.cue is not None:
        words = reading.between(*draft.cue)[:1]  # `| It says | that`, whose subject is part of the cue
    if not words:
        return False
    if len(words) == 1:
        lifeless = reading.lexicon(first).pack.function_words.lifeless
        return words[0].pos == "PRON" and (words[0].has("Gender=Neut") or words[0].norm in lifeless)
    return words[0].i == first and words[0].has("Poss=Yes") and not any(can_speak(reading, t.i) for t in words)


def opens_with_content(form: Form) -> bool:
    """Whether what is said stands first in a frame, so that what opens its sentence is part of it."""
    return form.items[0] in CONTENTS


def closes_with_content(form: Form) -> bool:
    """Whether what is said stands last in a frame, so that what closes its sentence is part of it."""
    return form.items[-1] in CONTENTS - NAMED


def takes_colon(form: Form) -> bool:
    """Whether a colon may part what a form's content is from the rest (`F: so X said`)."""
    return any((":",) in item for item in form.items if isinstance(item, tuple))


def bared(reading: Reading, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A sentence, tokens [start, stop), without the adjunct that opens it, the one that closes it, both; its last main clause.

    `On the fringes of the fair, | she made no secret of it: ...`; `he spoke of the fire, | standing in the rain`; `The
    matter came up, and | she did not hide the fact that ...`.
    """
    commas = [i for i in range(start + 1, stop - 1) if reading.tokens[i].text == ","]
    first = next((i for i in commas if is_adjunct(reading, start, i)), None)
    last = next((i for i in reversed(commas) if is_adjunct(reading, i + 1, stop)), None)
    low, high = start if first is None else first + 1, stop if last is None else last
    if high < stop:
        yield start, high
    if low > start:
        yield low, stop
    if start < low < high < stop:
        yield low, high
    joint = next((i + 2 for i in commas if reading.tokens[i + 1].pos == "CCONJ"), None)
    if joint is not None and joint < stop:
        yield joint, stop


def is_adjunct(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) tell when, where or how: a prepositional phrase or a participle's, without a finite verb."""
    tokens = reading.tokens
    inside = tokens[first:last]
    opener = inside[0]
    opens = opener.pos in ADJUNCT or opener.has("VerbForm=Part") or opener.has("VerbForm=Ger")
    if not opens or last - first > ADJOINED:
        return False
    return not any(t.text in MARKS or finite_form(reading, t.i) for t in inside)


def behind_noun(reading: Reading, first: int, last: int) -> int | None:
    """The token behind the colon of a noun phrase with which a sentence opens (`Réponse : | ...`); `None` without one."""
    tokens = reading.tokens
    colon = next((i for i in range(first + 1, min(last - 2, first + ANNOUNCING)) if tokens[i].text == ":"), None)
    if colon is None or any(t.pos in {*VERBAL, "PROPN"} for t in tokens[first:colon]):
        return None
    return colon + 1 if any(says(reading, i) for i in range(first, colon)) else None


def may_open_late(items: tuple[Item, ...]) -> bool:
    """Whether a form may stand behind what its sentence opens with: one that begins with who speaks."""
    return isinstance(items[0], str) and items[0][1:-1] in SPEAKERS


def behind_openings(reading: Reading, start: int, stop: int) -> list[int]:
    """The tokens behind commas that close what a sentence opens with, without a finite verb (`Jointe hier, | elle le dit`)."""
    found: list[int] = []
    for i in range(start, min(stop - 1, start + OPENING)):
        if finite_form(reading, i) or reading.tokens[i].text in STOPS or len(found) == COMMAS:
            break
        if reading.tokens[i].text == "," and i > start:
            found.append(i + 1)
    return found


def quotation_of(reading: Reading, first: int, last: int) -> Quotation | None:
    """The quotation that opens with, or ends in, tokens [first, last) and holds all of their words."""
    tokens = reading.tokens
    words = [i for i in range(first, last) if tokens[i].pos != "PUNCT"]
    found = reading.quotation_at(tokens[words[0]].start) if words else None
    if found is None or found.turn or not found.closed:
        return None
    return found if found.outer_start < tokens[words[0]].start and tokens[words[-1]].end <= found.outer_end else None


def takes_article(reading: Reading, fixed: Sequence[int]) -> bool:
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
    return 0 < number < len(paragraphs) and paragraphs[number] == paragraphs[number - 1]


def relation(reading: Reading, number: int, match: Match) -> Draft | None:
    """What a match says: the relation of who speaks, with the outlet as relay; else that of the outlet."""
    tokens, slots, frame = reading.tokens, match.slots, match.form.frame
    place = next((slots[name] for name in SAID if name in slots), None)
    if place is None:
        other = number - 1 if match.form.items[0] in BESIDE else number + 1
        low, high = reading.annotation.sentences[other]
        announced = behind_noun(reading, low, high) if ANSWER in match.form.items else None
        opening = behind_colon(reading, opening_token(reading, low, high), high)
        place = (opening if announced is None else announced, high)
    taken = said_by_words(reading, number + 1) if match.form.items[-1] == TOLD else None
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
    marked = quotation_of(reading, *place) if {QUOTE, ANSWER} & {*match.form.items} else None
    if marked is not None:
        content = reading.tidy(marked.start, marked.end)
    outlet = slots.get("outlet") or slots.get("press")
    speaker = slots.get("who") or slots.get("voice") or outlet
    if content is None or (speaker is None and frame.class_ != "refusal"):
        return None  # (questions may be left unanswered by nobody named)
    speaker = with_owned(reading, *speaker) if speaker is not None else None
    source = reading.offsets(speaker[0], before_relative(reading, *speaker)) if speaker is not None else None
    relay = None
    if outlet is not None and outlet != speaker:
        relay = named_part(reading, outlet_in(reading, outlet[0], before_person(reading, *outlet)))
    tail = slots.get("tail")
    further = reading.tidy(*reading.offsets(*tail)) if tail is not None else None
    cue = cue_of(reading, match)
    named = "event" in slots or "happening" in slots
    head = next((i for i in (*range(*place), *range(*(tail or (0, 0)))) if finite_form(reading, i)), None)
    return Draft(
        source=source,
        cue=reading.offsets(*cue) if cue is not None else None,
        content=taken.content if taken is not None else [content] if further is None else [content, further],
        mechanism="frame",
        entries=(f"frame:{frame.form}",),
        speech=frame.class_,
        according=frame.kind == "according_to",
        nominal=frame.kind == "nominal" or named,
        head=None if named else head,
        cue_token=cue[0] if cue is not None else None,
        relay=relay,
    )


def with_owned(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The tokens [first, last) of who speaks, with the noun of a possessive on which they close (`from her | officials`)."""
    token = reading.tokens[last - 1]
    if not token.has("Poss=Yes") or token.head < last:
        return first, last
    return first, max(last, source_tokens(reading, token.head)[1])


def before_relative(reading: Reading, first: int, last: int) -> int:
    """The end of who speaks, without a relative clause behind a comma (`a clerk |, who fears reprisals`)."""
    tokens = reading.tokens
    return next((i for i in range(first, last - 1) if tokens[i].text == "," and is_relative(tokens[i + 1])), last)


def outlet_in(reading: Reading, first: int, last: int) -> Range:
    """The outlet of tokens [first, last), without the noun of those who work for it (`un reporter de | Radio Brune`)."""
    own = head_part(reading, first, last)
    if not works_for_outlet(reading, own, last) or any(medium(reading, i) for i in own):
        return reading.offsets(first, last)
    named = next(i for i in range(own.stop, last) if medium(reading, i))
    return whole_name(reading, source_span(reading, outermost(reading, named, own.stop)))


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


def known(reading: Reading, drafts: list[Draft], frame: Draft, match: Match) -> bool:
    """Whether another mechanism has found who speaks in a frame and what is said; the outlet is then added to its draft.

    A frame of a lone verb of saying stands back behind whatever has been made of that verb and its subject.
    """
    for draft in drafts:
        turned = (
            frame.speech in TURNING and draft.speech != frame.speech
        )  # `does not accept that`, read as a thing said
        asserted = draft.negated and frame.speech not in TURNING
        if turned or asserted or not (same_source(draft.source, frame.source) or of_whom(draft, frame)):
            continue
        if any(meet(draft.source, content) for content in frame.content):
            continue  # `has learned from | a clerk that the mill closed`, read as one noun phrase
        lone = match.form.weight <= LONE and draft.cue_token in match.fixed and not takes_colon(match.form)
        if lone or shared(draft.content, frame.content) >= SAME:
            open_ = draft.relay is None or all(t.pos == "PRON" for t in reading.between(*draft.relay))
            if open_ and frame.relay is not None and not meet(frame.relay, frame.source):
                joined = meet(frame.relay, draft.source)  # `engineer Lind | via the Herald` read as one name
                draft.source, draft.relay = frame.source if joined else draft.source, frame.relay
            return True
    return False


def same_source(source: Range | None, framed: Range | None) -> bool:
    """Whether a source is a frame's: they meet, and it does not merely hold it (`those who read | the Herald`)."""
    if source is None or framed is None or not meet(source, framed):
        return False
    return source[0] + ARTICLE >= framed[0]


def of_whom(draft: Draft, frame: Draft) -> bool:
    """Whether a relation by a preposition has as its source words of which a frame names the giver (`selon une note de X`)."""
    if not (draft.according and frame.according) or draft.source is None or frame.source is None:
        return False
    return draft.source[0] <= frame.source[0] and frame.source[1] <= draft.source[1]


def ascribed(drafts: list[Draft], frame: Draft) -> bool:
    """Whether the sentence that a frame announces is ascribed to somebody by its own words."""
    return any(d.source is not None and shared(d.content, frame.content) >= SAME for d in drafts)


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
