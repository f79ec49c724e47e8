"""Who is named before a colon that announces a content: `L'accusation de la ministre est grave : la société a livré ...`."""

from collections.abc import Sequence

from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.relays import bare, is_outlet
from recoupe.attribution.sources import source_span
from recoupe.attribution.syntax import VERBAL, is_finite, phrase_head

FEWEST = 3  # words before a colon that can announce what follows
SHORTEST = 4  # words behind it


def announced(reading: Reading) -> list[Draft]:
    """Clauses behind a colon whose announcement holds a word of saying and names one who can have said it, or an outlet."""
    found = []
    for first, last in reading.annotation.sentences:
        colon = next((i for i in range(first + FEWEST, last - SHORTEST) if reading.tokens[i].text == ":"), None)
        if colon is None or reading.quotation_at(reading.tokens[colon].start) is not None:
            continue
        content = reading.tidy(reading.tokens[colon + 1].start, reading.tokens[last - 1].end)
        head = next((i for i in range(colon + 1, last) if finite(reading, i)), None)
        if content is None or head is None or any(d.covers(reading.tokens[head].start) for d in reading.drafts):
            continue
        if any(d.cue_token == head for d in reading.drafts):
            continue  # what stands behind the colon says itself whose word it is
        opening = opened(reading, first, colon)
        if opening is not None:
            quotation = reading.quotation_at(reading.tokens[colon + 1].start)
            quoted = (quotation.start, quotation.end) if quotation is not None else content
            found.append(goes_on(opening, reading.tidy(*quoted) or content, head))
            continue
        cue = next((i for i in range(first, colon) if says(reading, i)), None)
        speaker = one_speaker(reading, range(first, colon))
        if speaker is None:
            speaker = one_name(reading, range(first, colon))
        if speaker is None and cue is not None:
            speaker = body_telling(reading, first, colon, cue)
        large = reading.lexicon(first).pack.attribution_phrases.at_large
        outlet = next(
            (i for i in range(first, colon) if is_outlet(reading, i) and reading.tokens[i].norm not in large), None
        )
        source = speaker if speaker is not None else outlet
        if source is None or (cue is None and outlet is None):
            continue
        word = reading.tokens[cue] if cue is not None else None
        found.append(
            Draft(
                source=source_span(reading, source),
                cue=(word.start, word.end) if word is not None else None,
                content=[content],
                mechanism="frame:colon",
                entries=(f"noun:{word.lemma}",) if word is not None else (),
                nominal=True,
                head=head,
                cue_token=cue if cue is not None else colon,
                relay=outlet_beside(reading, first, colon, source_span(reading, source))
                if speaker is not None
                else None,
            )
        )
    return found


def opened(reading: Reading, first: int, colon: int) -> Draft | None:
    """The relation of a verb that ends right before a colon: who speaks goes on (`réaffirme sa position : « ... »`)."""
    tokens = reading.tokens
    for draft in reading.drafts:
        told = draft.source is not None and draft.cue_token is not None and draft.mechanism.startswith("verb:")
        if not told or draft.cue_token not in range(first, colon):
            continue
        between = reading.text[draft.content[-1][1] : tokens[colon].start]
        if draft.content[-1][1] <= tokens[colon].start and not between.strip():
            return draft
    return None


def goes_on(opening: Draft, content: Range, head: int) -> Draft:
    """The relation of what somebody goes on to say behind a colon; a denial before it is no denial of these words."""
    return Draft(
        source=opening.source,
        cue=opening.cue,
        content=[content],
        mechanism="verb:colon",
        entries=opening.entries,
        head=head,
        cue_token=opening.cue_token,
    )


def finite(reading: Reading, i: int) -> bool:
    """Whether a token is a finite verb."""
    return reading.tokens[i].pos in VERBAL and is_finite(reading.annotation, i)


def says(reading: Reading, i: int) -> bool:
    """Whether a word is a noun of saying, a document or a channel."""
    token, lexicon = reading.tokens[i], reading.lexicon(i)
    return token.pos == "NOUN" and bool(
        token.lemma in lexicon.nouns or token.lemma in lexicon.documents or token.lemma in lexicon.channels
    )


def one_speaker(reading: Reading, places: Sequence[int]) -> int | None:
    """The one person or described voice that some words name; `None` where they name none, or several."""
    found: list[int] = []
    for i in places:
        if speaks(reading, i) and not any(belongs(reading, i, other) for other in found):
            found.append(i)
    return found[0] if len(found) == 1 else None


def one_name(reading: Reading, places: Sequence[int]) -> int | None:
    """The one person that some words name by a first name and a surname; `None` where they name none, or several."""
    tokens = reading.tokens
    named = [
        i
        for i in places
        if tokens[i].pos == "PROPN"
        and tokens[i].norm in reading.lexicon(i).first_names
        and i + 1 in places
        and tokens[i + 1].pos == "PROPN"
        and not is_outlet(reading, i)
    ]
    return phrase_head(reading.annotation, named[0]) if len(named) == 1 else None


def body_telling(reading: Reading, first: int, colon: int, cue: int) -> int | None:
    """A body that is the subject before a colon, or whose word of saying stands there (`Les explications de la mairie : ...`)."""
    tokens = reading.tokens
    if tokens[cue].lemma not in reading.lexicon(cue).nouns:
        return None  # a document or channel: `La direction a signé l'accord : ...`
    bodies = [
        i
        for i in range(first, colon)
        if tokens[i].pos == "NOUN" and {tokens[i].lemma, tokens[i].norm} & reading.lexicon(i).speakers and i != cue
    ]
    tell = (i for i in bodies if tokens[i].dep == "nsubj" or cue in reading.annotation.ancestors(i))
    return next((i for i in tell if not is_outlet(reading, i) and not says(reading, i)), None)


def outlet_beside(reading: Reading, first: int, last: int, source: Range) -> Range | None:
    """The one outlet that some words name outside who speaks: it has carried what follows."""
    tokens = reading.tokens
    outlets = (i for i in range(first, last) if is_outlet(reading, i) and not bare(reading, i))
    named = [i for i in outlets if not source[0] <= tokens[i].start < source[1]]
    spans = [source_span(reading, i) for i in named if tokens[i].pos in {"NOUN", "PROPN"}]
    if not spans:
        return None
    low, high = spans[0]
    for start, end in spans[1:]:
        if start > high + 1:
            return None  # two outlets: neither is known to have carried it
        low, high = min(low, start), max(high, end)
    return low, high


def speaks(reading: Reading, i: int) -> bool:
    """Whether a noun is an office, a noun of persons or the head of an anonymous voice, and no journalist's."""
    token, lexicon = reading.tokens[i], reading.lexicon(i)
    if token.pos != "NOUN" or token.lemma in lexicon.pack.attribution_phrases.newsroom:
        return False
    return bool({token.lemma, token.norm} & (lexicon.roles | lexicon.pack.anonymity.heads.keys()))


def belongs(reading: Reading, i: int, other: int) -> bool:
    """Whether a word stands inside the noun phrase of another, its relative clauses included."""
    return other in reading.annotation.ancestors(i)
