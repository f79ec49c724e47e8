"""Quotations without a reporting verb of their own: those that go on an attributed one, or hang on a colon alone."""

import re

from recoupe.attribution.announcing import one_name, one_speaker, outlet_beside, says
from recoupe.attribution.citing import drawn_on, may_be_drawn_on
from recoupe.attribution.cues import can_speak, entry_of_form
from recoupe.attribution.draft import Draft, Reading
from recoupe.attribution.inversion import behind
from recoupe.attribution.quotations import Quotation
from recoupe.attribution.relays import medium
from recoupe.attribution.sources import source_span
from recoupe.attribution.syntax import VERBAL, is_finite, own_subject, verb_group
from recoupe.languages import shared_pack
from recoupe.linguistics import Token

SIGNATURE = re.compile(r"\s*[–—―-]{1,2}\s*(?P<name>[A-ZÀ-Þ][\w'’.-]*(?:\s+[\w'’.-]+){0,5})\s*")
REACH = 120  # characters behind a quotation in which its verb is looked for
BEFORE_VERB = {"PUNCT", "ADV", "AUX"}
HEADLINE = re.compile(r"(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:\s+[A-ZÀ-Þ][\w'’.-]+){1,3})\s?:\s+(?=\S)")
SHORTEST = 3  # words of a quotation that speaks by itself
CLOSEST = 20  # tokens in brackets behind a quotation
GAP = 3  # characters between two quotations that touch


def continued(reading: Reading) -> list[Draft]:
    """Relations of the quotations that no cue has claimed, in order of the text."""
    found: list[Draft] = []
    last: Draft | None = None
    last_quotation: Quotation | None = None
    for quotation in reading.quotations:
        owner = owner_of(reading.drafts, quotation)
        if owner is None and not quotation.turn and sentence_like(reading, quotation):
            draft = (
                on_colon(reading, quotation)
                or before_clause(reading, quotation)
                or signed(reading, quotation)
                or bracketed(reading, quotation)
            )
            if (
                draft is None
                and last is not None
                and last_quotation is not None
                and goes_on(reading, last_quotation, quotation, last)
            ):
                draft = Draft(
                    source=last.source,
                    cue=None,
                    content=[(quotation.start, quotation.end)],
                    mechanism="quotation:continued",
                    speech=last.speech,
                    relay=last.relay,
                    quotation=quotation,
                )
            if draft is not None:
                found.append(draft)
                owner = draft
        if owner is not None:
            last, last_quotation = owner, quotation
    return found


def owner_of(drafts: list[Draft], quotation: Quotation) -> Draft | None:
    """The relation whose content takes in most of a quotation; the widest where several do."""
    owners = [d for d in drafts if overlap(d, quotation) * 2 > quotation.end - quotation.start]
    return max(owners, key=lambda d: (sum(e - s for s, e in d.content), -d.content[0][0]), default=None)


def overlap(draft: Draft, quotation: Quotation) -> int:
    """Characters of the quotation in the content."""
    return sum(max(0, min(e, quotation.end) - max(s, quotation.start)) for s, e in draft.content)


def sentence_like(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of speech, no term or title in marks."""
    words = reading.text[quotation.start : quotation.end].split()
    inside = reading.between(quotation.start, quotation.end)
    finite = any(t.pos in VERBAL and is_finite(reading.annotation, t.i) for t in inside)
    return len(words) >= SHORTEST and finite and (words[0][:1].isupper() or quotation.continues)


def goes_on(reading: Reading, before: Quotation, quotation: Quotation, last: Draft) -> bool:
    """Whether a quotation follows an attributed one so closely that the same voice goes on."""
    if quotation.continues or not before.closed:
        return True
    end = max([before.outer_end, *(e for _, e in [last.cue or (0, 0), last.source or (0, 0)])])
    between = reading.text[end : quotation.outer_start] if end <= quotation.outer_start else ""
    if quotation.paragraph == before.paragraph:
        return next_sentence(reading, end, quotation) or not any(
            is_finite(reading.annotation, t.i) and t.pos in VERBAL for t in inside(reading, end, quotation.outer_start)
        )
    start = reading.annotation.paragraphs[quotation.paragraph][0]
    alone = quotation.outer_start == start
    return quotation.paragraph == before.paragraph + 1 and alone and len(between.split()) <= GAP * 4


def next_sentence(reading: Reading, end: int, quotation: Quotation) -> bool:
    """Whether a quotation opens the sentence behind the one in which a cue clause ends."""
    last = next((t for t in reversed(reading.tokens) if t.start < end), None)
    first = next(iter(reading.between(quotation.outer_start, quotation.outer_end)), None)
    return last is not None and first is not None and first.sentence == last.sentence + 1


def inside(reading: Reading, start: int, end: int) -> list[Token]:
    """Tokens between two code points."""
    return list(reading.between(start, end))


def on_colon(reading: Reading, quotation: Quotation) -> Draft | None:
    """`Sylvie, 54 ans : « ... »`, or a clause without a reporting verb that a colon and a quotation follow."""
    tokens, annotation = reading.tokens, reading.annotation
    index = next((t.i for t in reading.between(quotation.outer_start, quotation.outer_end)), None)
    if (
        not index
        or tokens[index - 1].text != ":"
        or annotation.paragraphs[quotation.paragraph][0] > tokens[index - 1].start
    ):
        return None
    colon = index - 1
    first = annotation.sentences[tokens[colon - 1].sentence][0] if colon else 0
    subjects = [
        own_subject(annotation, i)
        for i in range(first, colon)
        if tokens[i].pos in {*VERBAL, "ADJ", "NOUN"} and not tokens[i].dep.startswith("acl")
    ]
    heads = [i for i in range(first, colon) if not first <= tokens[i].head < colon or tokens[i].head == i]
    speaker = next((s for s in subjects if s is not None and can_speak(reading, s)), None)
    if speaker is None:
        speaker = next((h for h in heads if tokens[h].pos in {"NOUN", "PROPN"} and can_speak(reading, h)), None)
    drawn = next((i for i in range(first, colon) if may_be_drawn_on(reading, i) and drawn_on(reading, i)), None)
    passed_on = drawn is not None and (speaker is None or carries(reading, speaker))
    if passed_on and drawn is not None and drawn != speaker:
        outlet, speaker = speaker, drawn  # `Le Courrier a rapporté ces propos de la juge : « ... »`
    else:
        outlet = None
    if speaker is None or (
        not any(s is not None for s in subjects) and heads_topic(reading, speaker, colon, quotation)
    ):
        return None
    source = source_span(reading, speaker)
    return Draft(
        source=source,
        cue=None,
        content=[(quotation.start, quotation.end)],
        mechanism="quotation:colon",
        relay=source_span(reading, outlet) if outlet is not None else outlet_beside(reading, first, colon, source),
        quotation=quotation,
    )


def heads_topic(reading: Reading, speaker: int, colon: int, quotation: Quotation) -> bool:
    """Whether the noun phrase before a colon with which a paragraph of nothing but a quotation opens says what that is about,
    and not who speaks (`Grève à Sarn : « ... »`).

    A name that stands with a place, or, where nouns of speakers have articles, a bare noun of no person.
    """
    tokens, annotation = reading.tokens, reading.annotation
    start, end = annotation.paragraphs[quotation.paragraph]
    if quotation.outer_end < end:
        return False
    first = reading.between(start, end)[0].i
    pack = reading.lexicon(speaker).pack
    placed = any(
        tokens[i].pos == "ADP" and tokens[i].norm in pack.function_words.seats and tokens[i + 1].text[:1].isupper()
        for i in range(speaker + 1, colon - 1)
    )
    common = (
        tokens[speaker].norm in shared_pack().lexicon.entries and speaker == first
    )  # (its capital is the heading's)
    if tokens[speaker].pos == "PROPN" and not common:
        return placed and not any(tokens[i].text == "," for i in range(first, colon))
    bare = not annotation.dependents(speaker, "det") and not pack.settings.bare_headings
    titles = pack.titles
    return bare and not {tokens[speaker].lemma, tokens[speaker].norm} & {*titles.roles, *titles.persons}


def carries(reading: Reading, speaker: int) -> bool:
    """Whether who is named is an outlet or works for one that the phrase names (`un envoyé spécial de La Voix`)."""
    named = reading.between(*source_span(reading, speaker))
    newsroom = reading.lexicon(speaker).pack.attribution_phrases.newsroom
    outlet = any(medium(reading, t.i) for t in named)
    return medium(reading, speaker) or (outlet and reading.tokens[speaker].lemma in newsroom)


def signed(reading: Reading, quotation: Quotation) -> Draft | None:
    """A quotation with its speaker behind a dash that closes the line: `« ... » — Jeanne Morel`."""
    text = reading.text
    line = text.find("\n", quotation.outer_end)
    behind = text[quotation.outer_end : line if line >= 0 else len(text)]
    name = SIGNATURE.fullmatch(behind)
    if name is None:
        return None
    start = quotation.outer_end + name.start("name")
    return Draft(
        source=(start, start + len(name["name"])),
        cue=None,
        content=[(quotation.start, quotation.end)],
        mechanism="quotation:signed",
        quotation=quotation,
    )


def bracketed(reading: Reading, quotation: Quotation) -> Draft | None:
    """A quotation whose speaker stands in brackets behind it: `« ... » (propos de Jeanne Morel recueillis par Le Fanal)`."""
    tokens = reading.tokens
    opening = next(iter(reading.between(quotation.outer_end, quotation.outer_end + GAP)), None)
    if opening is None or opening.text != "(":
        return None
    stop = next((i for i in range(opening.i, min(len(tokens), opening.i + CLOSEST)) if tokens[i].text == ")"), None)
    first = opening.i + 1
    if stop is None or first >= stop or not says(reading, first):
        return None
    places = range(first, stop)
    speaker = one_name(reading, places)
    speaker = one_speaker(reading, places) if speaker is None else speaker
    if speaker is None:
        return None
    source = source_span(reading, speaker)
    return Draft(
        source=source,
        cue=(tokens[first].start, tokens[first].end),
        content=[(quotation.start, quotation.end)],
        mechanism="quotation:signed",
        relay=outlet_beside(reading, first, stop, source),
        quotation=quotation,
    )


def headlined(reading: Reading) -> list[Draft]:
    """Headlines that put words down to a person before a colon: `Pat Caddell: voters are worried about the tax`.

    The paragraph ends without a point; the name has a known first name, so that a topic (`Ukraine: ...`) is none.
    """
    found = []
    for start, end in reading.annotation.paragraphs:
        opening = HEADLINE.match(reading.text, start, end)
        if opening is None or reading.text[end - 1] in ".!?…" or "\n" in reading.text[start:end]:
            continue
        first = next(iter(reading.between(start, end)), None)
        inside = reading.quotation_at(opening.end()) is not None
        if first is None or inside or opening.end() >= end:
            continue
        if first.norm in reading.lexicon(first.i).first_names:
            content = [(opening.end(), end)]
            found.append(Draft(source=opening.span("name"), cue=None, content=content, mechanism="turn"))
    return found


def before_clause(reading: Reading, quotation: Quotation) -> Draft | None:
    """A quotation that an inverted verb outside the packs follows: `« ... », renchérit un voisin`."""
    annotation = reading.annotation
    verb = next(
        (t for t in reading.between(quotation.outer_end, quotation.outer_end + REACH) if t.pos not in BEFORE_VERB), None
    )
    if verb is None or "\n" in reading.text[quotation.outer_end : verb.start]:
        return None
    follower = reading.tokens[verb.i + 1] if verb.i + 1 < len(reading.tokens) else None
    taken = verb.pos in {"NOUN", "ADJ"} and follower is not None and follower.pos in {"DET", "PROPN"}
    mistagged = taken and verb.text.islower() and entry_of_form(reading, verb.i) is not None
    if verb.pos != "VERB" and not mistagged:
        return None
    between = reading.text[quotation.outer_end : verb.start].strip(" ,\u00a0\u202f")
    if len(between.split()) > 2 or not (mistagged or is_finite(annotation, verb.i)):
        return None
    speaker = behind(reading, verb.i)
    if speaker is None or speaker - verb.i > 6:
        return None
    first, last = verb_group(annotation, verb.i)
    return Draft(
        source=source_span(reading, speaker),
        cue=reading.offsets(first, last),
        content=[(quotation.start, quotation.end)],
        mechanism="quotation:unlisted",
        cue_token=verb.i,
        quotation=quotation,
    )
