"""The subject behind an inverted verb, by the words that stand there: `a dit à Radio Brune la présidente`."""

import itertools

from recoupe.attribution.contents import elided
from recoupe.attribution.cues import can_speak
from recoupe.attribution.draft import Reading
from recoupe.attribution.lexicon import words_of
from recoupe.attribution.syntax import (
    VERBAL,
    following_subject,
    is_finite,
    is_gerund,
    is_main,
    is_relative,
    own_subject,
    unbracketed,
)

NEAR = 8  # tokens between a verb and an outlet or hearer behind it
OUTLET = 4  # words of an outlet's name
BRIEF = 4  # tokens between two commas
ADJUNCTS = 25  # tokens between an inverted verb and its subject


def behind(reading: Reading, verb: int) -> int | None:
    """The subject behind an inverted verb, by the words that stand there; none where a relative pronoun is it before."""
    if after_relative(reading, verb):
        return None  # `a jugé la cour, qui a condamné l'entreprise`
    lexicon = reading.lexicon(verb)
    if (inserted := behind_insertion(reading, verb)) is not None:
        return inserted
    own = own_subject(reading.annotation, verb)
    if own is not None and own > verb and articled(reading, own) and can_speak(reading, own):
        return own
    if (heard := behind_hearer(reading, verb)) is not None:
        return heard
    found = following_subject(reading.annotation, verb, lexicon.calendar, lexicon.first_names)
    return found if found is not None else behind_own_outlet(reading, verb) or behind_outlet(reading, verb)


def behind_insertion(reading: Reading, verb: int) -> int | None:
    """The subject behind words between two commas that follow a verb at once: `corrige, un rien lasse, la direction`.

    No comma stands between an inverted verb and its subject but for such words, whatever the parse takes them for.
    """
    tokens = reading.tokens
    stop = min(reading.annotation.sentences[tokens[verb].sentence][1], verb + ADJUNCTS)
    if verb + 2 >= stop or tokens[verb + 1].text != "," or is_relative(tokens[verb + 2]):
        return None
    closing = next((k for k in range(verb + 2, stop - 1) if tokens[k].text == ","), None)
    if closing is None:
        return None
    inserted = tokens[verb + 2 : closing]
    if len(inserted) > BRIEF and any(is_main(reading.annotation, t) for t in inserted):
        return None  # (of a few words a verb is misread)
    first = tokens[closing + 1]
    if first.pos not in {"DET", "NUM", "PROPN"}:
        return None
    found = next((k for k in range(first.i, min(stop, first.i + OUTLET)) if can_speak(reading, k)), None)
    misread = first.pos == "DET" and first.i + 1 < stop and tokens[first.i + 1].pos == "ADJ"  # (`l'acheteuse lésée`)
    return first.i + 1 if found is None and misread else found


def after_relative(reading: Reading, verb: int) -> bool:
    """Whether a relative pronoun before a verb is its subject."""
    own = reading.annotation.dependents(verb, "nsubj")
    return any(c < verb and reading.tokens[c].has("PronType=Rel") for c in own)


def behind_hearer(reading: Reading, verb: int) -> int | None:
    """The subject with an article behind whom an inverted verb is said to: `a dit à Radio Brune la présidente`."""
    tokens = reading.tokens
    stop = reading.annotation.sentences[tokens[verb].sentence][1]
    if verb + 1 >= stop or tokens[verb + 1].norm not in elided("à"):
        return None
    near = [t.i for t in unbracketed(reading.annotation, verb + 2, stop - 1)][:NEAR]
    for before, i in itertools.pairwise(near):
        finite = tokens[i].pos in VERBAL and tokens[i].text.islower() and is_finite(reading.annotation, i)
        if tokens[i].pos == "PUNCT" or finite:
            return None
        free = (
            tokens[i].pos == "DET"
            and tokens[i].text.islower()
            and (tokens[before].pos in {"PROPN", "NOUN"} or tokens[before].text[:1].isupper())
        )
        noun = next((k for k in range(i + 1, min(stop, i + 3)) if tokens[k].pos == "NOUN"), None) if free else None
        if noun is not None and can_speak(reading, noun):
            return noun
    return None


def behind_adjuncts(reading: Reading, first: int) -> int | None:
    """The subject behind an inverted verb and all that stands between them, by the words alone, from token `first` on.

    `ont fait savoir dans un texte de sept lignes les deux délégations`, `conclut, au terme de quatre ans, une étude`. What
    stands between opens with a preposition, or is a date, an adverb, or words between two commas; a new article or name
    that no preposition opens begins the subject.
    """
    tokens = reading.tokens
    stop = reading.annotation.sentences[tokens[first - 1].sentence][1]
    i, governed = first, False
    while i < min(stop, first + ADJUNCTS):
        token = tokens[i]
        if token.text == "," and i == first:
            closing = next((k for k in range(i + 1, min(stop, first + ADJUNCTS)) if tokens[k].text == ","), None)
            if closing is None or tokens[i + 1].pos not in {"ADP", "ADV"}:
                return None
            i, governed = closing + 1, False
            continue
        if token.pos == "PUNCT" or token.pos in {"SCONJ", "CCONJ"} or (token.pos in VERBAL and not is_gerund(token)):
            return None
        if token.pos in {"DET", "NUM", "PROPN"} and not governed and token.norm not in reading.lexicon(i).dates:
            return next((k for k in range(i, min(stop, i + OUTLET)) if can_speak(reading, k)), None)
        governed = token.pos == "ADP" or (governed and token.pos in {"DET", "NUM", "ADJ"})
        i += 1
    return None


def articled(reading: Reading, noun: int) -> bool:
    """Whether a noun has an article and no preposition."""
    annotation = reading.annotation
    determined = any(reading.tokens[c].pos == "DET" for c in annotation.dependents(noun, "det"))
    return determined and not annotation.dependents(noun, "case")


def behind_outlet(reading: Reading, verb: int) -> int | None:
    """The name that the parse glues to a known outlet's before it: `écrit dans La Repubblica Lucio Caracciolo`."""
    tokens, outlets = reading.tokens, reading.lexicon(verb).outlets
    for i in range(verb + 1, min(verb + NEAR, len(tokens) - 1)):
        if tokens[i].sentence != tokens[verb].sentence or tokens[i].pos == "PUNCT":
            return None
        for end in range(min(i + OUTLET, len(tokens) - 1), i, -1):
            name = " ".join(t.norm for t in tokens[i:end]).replace("' ", "'")
            person = tokens[end].pos == "PROPN" and tokens[end].sentence == tokens[verb].sentence
            if name in outlets and tokens[i].text[:1].isupper() and person:
                return end
    return None


def behind_own_outlet(reading: Reading, verb: int) -> int | None:
    """The name that the parse glues to that of the report's own outlet: `affirme au Courrier Jeanne Ravel`."""
    tokens, outlet = reading.tokens, reading.annotation.document.outlet
    own = set(words_of(outlet.actor)) if outlet is not None else set()
    for i in range(verb + 1, min(verb + NEAR, len(tokens) - 1)):
        if tokens[i].sentence != tokens[verb].sentence or tokens[i].pos == "PUNCT":
            return None
        if tokens[i].norm in own and tokens[i].pos == "PROPN" and tokens[i + 1].norm not in own:
            return i + 1 if tokens[i + 1].pos == "PROPN" else None
    return None
