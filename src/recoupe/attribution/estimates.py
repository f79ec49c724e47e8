"""Rival figures in one sentence: each source has the figure that stands before it (`2 500 selon la police, 5 000 selon X`).

The sentence around is told on the word of the one whose figure it holds; what others make of it is theirs alone, however far
the parse lets a clause run.
"""

from recoupe.attribution.cues import can_speak
from recoupe.attribution.draft import Draft, Range, Reading, meet, without
from recoupe.attribution.syntax import NOMINAL
from recoupe.linguistics import Token

LONGEST = 9  # tokens of a figure with what bounds it and what it counts
COUNTED = 2  # nouns in it
PARTS = {"NUM", "DET", "ADP", "ADV", "ADJ", "NOUN", "PART", "SYM"}
BRACKETED = 6  # tokens of a source in brackets


def estimated(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts, each source of several with the figure that is its own; with them the sources in brackets behind figures."""
    for draft in [*drafts]:
        first = opening(reading, draft)
        figure = second_figure(reading, first) if first is not None else None
        if first is None or figure is None or draft.cue is None or reading.quotation_at(draft.cue[0]) is not None:
            continue
        own, joint = reading.offsets(*figure), reading.tokens[figure[0] - 1].start
        if not elliptic(reading, *figure) and not any(
            d.source is not None and d.cue is not None and d.cue[1] <= joint
            for d in beside(reading, first, draft, drafts)
        ):
            continue  # (`has sold three planes, two ships according to X`: X may tell both)
        end = max(draft.cue[1], draft.source[1] if draft.source is not None else 0)
        draft.content = [own]
        draft.head = figure[1] - 1
        for other in drafts:
            if other is not draft and other.cue is not None and not meet(other.cue, (joint, end)):
                leave(other, (joint, end), reading)
    return [*drafts, *(d for draft in drafts if (d := gapped(reading, draft)) is not None), *bracketed(reading)]


def elliptic(reading: Reading, first: int, last: int) -> bool:
    """Whether a figure behind another counts nothing by a noun of its own, or is set against it: it is another's estimate.

    `trente blessés, quatorze selon la préfecture`, `thirty injured, compared with 14 injured according to the police`; not
    `two dead and one missing, rescuers said`.
    """
    own = reading.tokens[first:last]
    negation = reading.lexicon(first).pack.negation
    if any(t.norm in negation.particles or t.norm in negation.adverbs for t in reading.tokens[first - 1 : last]):
        return False  # (`neuf, et non quatorze, a corrigé X`: X tells both)
    victims = reading.lexicon(first).pack.events.victims
    if set_against(reading, first - 1):
        return True
    return all((t.pos != "NOUN" or is_figure(reading, t)) and t.lemma not in victims for t in own)


def set_against(reading: Reading, i: int) -> bool:
    """Whether words that end at a token set a figure against the one before it (`contre`, `compared with`)."""
    phrases = (p.split() for p in reading.lexicon(i).pack.settings.figures_against)
    return any([t.norm for t in reading.tokens[max(0, i - len(p) + 1) : i + 1]] == p for p in phrases)


def gapped(reading: Reading, draft: Draft) -> Draft | None:
    """The second of two who give figures by one verb (`la mairie a annoncé 6 000 participants, | la police 2 500`).

    Its figure is taken out of the first one's content.
    """
    if draft.cue is None or draft.source is None or draft.cue[0] < draft.source[0] or draft.according:
        return None
    tokens, inside = reading.tokens, reading.between(*draft.content[-1])
    if not inside or draft.content[-1][0] < draft.cue[1] or not is_figure(reading, inside[-1]):
        return None
    first = last = inside[-1].i + 1
    while first > inside[0].i and last - first < LONGEST and is_of_figure(reading, tokens[first - 1]):
        first -= 1
    head = first - 1
    begin = head - (tokens[head - 1].pos == "DET")
    fits = begin > inside[0].i and tokens[head].pos in {"NOUN", "PROPN"} and can_speak(reading, head)
    if not fits or not joins(reading, begin - 1) or not any(is_figure(reading, t) for t in tokens[inside[0].i : begin]):
        return None
    draft.content[-1] = reading.tidy(draft.content[-1][0], tokens[begin - 1].start) or draft.content[-1]
    return Draft(
        source=reading.offsets(begin, first),
        cue=None,
        content=[reading.offsets(first, last)],
        mechanism="estimate",
        nominal=True,
        head=last - 1,
    )


def is_of_figure(reading: Reading, token: Token) -> bool:
    """Whether a word is of a figure alone: a number, or what bounds it."""
    return (
        is_figure(reading, token) or token.pos in {"ADV", "ADP"} or (token.pos == "DET" and token.has("Definite=Ind"))
    )


def beside(reading: Reading, first: int, draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """The other drafts whose cue stands in the sentence of a token."""
    sentence = reading.annotation.sentence_of(first)
    own = (d for d in drafts if d is not draft and d.cue is not None)
    return [d for d in own if d.cue is not None and sentence.start <= d.cue[0] < sentence.end]


def opening(reading: Reading, draft: Draft) -> int | None:
    """The first token of a cue or source, whichever stands behind a figure; none of a quotation or of a title."""
    if draft.cue is None or draft.source is None or draft.mechanism.startswith(("quotation", "turn", "frame")):
        return None
    places = reading.between(min(draft.cue[0], draft.source[0]), max(draft.cue[1], draft.source[1]))
    return places[0].i if places else None


def leave(draft: Draft, hole: Range, reading: Reading) -> None:
    """Take what another source has for its own out of a draft's content and source."""
    if draft.source is not None and draft.source[0] < hole[0] < draft.source[1]:
        draft.source = reading.tidy(draft.source[0], hole[0]) or draft.source
    if any(meet(part, hole) for part in draft.content):
        left = [part for own in draft.content for part in without(own, [hole])]
        tidy = [t for t in (reading.tidy(*part) for part in left) if t is not None]
        draft.content = [part for part in tidy if tells(reading, part)] or draft.content


def tells(reading: Reading, part: Range) -> bool:
    """Whether what is left of a content says anything: more than marks and conjunctions."""
    return any(t.pos not in {"PUNCT", "CCONJ", "ADP", "DET"} for t in reading.between(*part))


def second_figure(reading: Reading, stop: int) -> tuple[int, int] | None:
    """The tokens [first, last) of a figure right before a token, which is not the first of its sentence and is joined to it."""
    tokens = reading.tokens
    start, _ = reading.annotation.sentences[tokens[stop].sentence]
    last = stop
    while last > start and tokens[last - 1].text in {",", "("}:
        last -= 1
    first = last
    while first > start and last - first < LONGEST and tokens[first - 1].pos in PARTS and not joins(reading, first - 1):
        first -= 1
    own = tokens[first:last]
    if first == start or not joins(reading, first - 1) or not any(is_figure(reading, t) for t in own):
        return None
    if sum(t.pos == "NOUN" and not is_figure(reading, t) for t in own) > COUNTED:
        return None
    return (first, last) if any(is_figure(reading, t) for t in tokens[start : first - 1]) else None


def is_figure(reading: Reading, token: Token) -> bool:
    """Whether a word is a number, in figures or letters, exact or vague (`quarantaine`, `dozens`)."""
    numbers = reading.lexicon(token.i).pack.numbers
    words = numbers.vague.keys() | numbers.multipliers.keys()
    vague = token.pos in {"NOUN", "DET", "ADJ"} and {token.norm, token.lemma} & words
    return token.pos == "NUM" or token.text[:1].isdigit() or bool(vague)


def joins(reading: Reading, i: int) -> bool:
    """Whether a token parts one figure from the next (`,`, `et`, `contre`, `but`, `to`)."""
    token = reading.tokens[i]
    joint = token.text in {",", ";", "(", ":"} or token.norm in reading.lexicon(i).pack.settings.figure_joints
    return joint or set_against(reading, i)


def bracketed(reading: Reading) -> list[Draft]:
    """The sources that stand in brackets, each behind its figure (`2 500 personnes (police), 6 000 (organisateurs)`)."""
    found: list[Draft] = []
    for start, stop in reading.annotation.sentences:
        own = [d for i in range(start + 1, stop) if (d := in_brackets(reading, start, i, stop)) is not None]
        found += own if len(own) > 1 else []
    return found


def in_brackets(reading: Reading, start: int, i: int, stop: int) -> Draft | None:
    """The draft of a bracket that opens at a token: nothing but who can speak, right behind a figure."""
    tokens = reading.tokens
    if tokens[i].text != "(" or reading.quotation_at(tokens[i].start) is not None:
        return None
    end = next((k for k in range(i + 1, min(stop, i + BRACKETED)) if tokens[k].text == ")"), None)
    inside = tokens[i + 1 : end] if end is not None else ()
    head = next((t for t in inside if t.pos in NOMINAL), None)
    other = {"VERB", "AUX", "NUM", "ADV", "ADP", "SCONJ"} & {t.pos for t in inside[:1] + inside[-1:]}
    if head is None or other or not can_speak(reading, head.i):
        return None  # (a phrase that ascribes, `selon la police`, is a cue of its own)
    first = i
    while first > start and i - first < LONGEST and tokens[first - 1].pos in PARTS and not joins(reading, first - 1):
        first -= 1
    figures = [t.i for t in tokens[first:i] if is_figure(reading, t)]
    if not figures:
        return None
    return Draft(
        source=reading.offsets(inside[0].i, inside[-1].i + 1),
        cue=None,
        content=[reading.offsets(first, i)],
        mechanism="estimate",
        head=figures[-1],
    )
