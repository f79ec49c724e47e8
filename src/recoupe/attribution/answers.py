"""Denials without words of their own: `Aldane dément.`, `The firm denied this on Monday.`

What is denied is the clause before it, else the words last put down to somebody in the sentence before or all of that.
"""

import functools

from recoupe.attribution.cues import can_speak, nobody, subject_of
from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.openings import opening_token
from recoupe.attribution.sources import source_span
from recoupe.attribution.syntax import is_finite, is_main, is_passive, verb_group
from recoupe.languages import language_pack
from recoupe.languages.inflection import exchanged

BESIDE = {"ADV", "PUNCT", "ADJ"}  # what may stand beside such a verb
ADJUNCT = 6  # tokens of an adjunct behind it (`on Monday`, `en bloc`)


def answered(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The denials of a report that say no more than that somebody denies, each with what stands before it."""
    found: list[Draft] = []
    cues = {d.cue_token for d in drafts}
    for number, (first, last) in enumerate(reading.annotation.sentences):
        comment = commented(reading, first, last)
        if comment is not None and not any(d.cue_token in range(first, last) and d.speech == "denial" for d in drafts):
            found.append(comment)
            continue
        verb = next((i for i in range(first + 1, last) if i not in cues and denies_alone(reading, i, last)), None)
        if verb is None or any(d.cue_token in range(first, last) for d in drafts):
            continue
        speaker = speaker_of(reading, verb)
        if speaker is None:
            continue
        start, end = source_span(reading, speaker)
        told = clause_before(reading, first, start) or before(reading, number, [*drafts, *found])
        if told is None:
            continue
        found.append(
            Draft(
                source=(start, min(end, reading.tokens[verb - 1].end)),
                cue=reading.offsets(*verb_group(reading.annotation, verb)),
                content=told,
                mechanism="answer",
                entries=(f"verb:{reading.tokens[verb].lemma}",),
                speech="denial",
                cue_token=verb,
            )
        )
    return found


def commented(reading: Reading, first: int, last: int) -> Draft | None:
    """What a sentence tells before a comma and somebody denies behind it: `La halle a été vendue, ce que dément le maire`."""
    tokens, settings = reading.tokens, reading.lexicon(first).pack.settings
    for comma in range(first + 2, last - 3):
        if tokens[comma].text != ",":
            continue
        words = [t.norm for t in tokens[comma + 1 : comma + 4]]
        phrase = next((p for p in settings.commenting if words[: len(p.split())] == p.split()), None)
        if phrase is None:
            continue
        start = comma + 1 + len(phrase.split())
        stop = next((k for k in range(start, last) if tokens[k].text in {",", ";"} or k == last - 1), last)
        verb = next((k for k in range(start, stop) if denies_what_stands(reading, k)), None)
        speaker = denier_in(reading, start, verb, stop) if verb is not None else None
        told = reading.tidy(tokens[opening_token(reading, first, comma)].start, tokens[comma - 1].end)
        if (
            verb is None
            or speaker is None
            or told is None
            or not any(t.has("VerbForm=Fin") for t in tokens[first:comma])
        ):
            continue
        start_of, end_of = source_span(reading, speaker)
        opening = next((k for k in range(start, speaker) if tokens[k].pos in {"DET", "PRON"}), speaker)
        if speaker < verb and all(tokens[k].pos in {"DET", "PRON", "ADJ", "NOUN"} for k in range(opening, speaker)):
            start_of = min(start_of, tokens[opening].start)  # (`which | the chairman denies`, read as one noun phrase)
        return Draft(
            source=(start_of, min(end_of, tokens[verb - 1].end) if speaker < verb else end_of),
            cue=reading.offsets(*verb_group(reading.annotation, verb)),
            content=[told],
            mechanism="answer",
            entries=(f"verb:{tokens[verb].lemma}",),
            speech="denial",
            cue_token=verb,
        )
    return None


def denies_what_stands(reading: Reading, i: int) -> bool:
    """Whether a token is a verb by which somebody denies what a pronoun before it takes up."""
    token, pack = reading.tokens[i], reading.lexicon(i).pack
    forms = {token.lemma, *present_of(token.norm, token.language)}
    listed = bool(forms & {*pack.denials.denying, *pack.denials.rejecting}) or token.norm in pack.denials.forms
    negated = any(t.norm in pack.negation.adverbs for t in reading.tokens[i - 2 : i + 2])
    return listed and token.pos in {"VERB", "NOUN", "ADJ"} and not negated


def denier_in(reading: Reading, start: int, verb: int, stop: int) -> int | None:
    """Who speaks between two places: the noun or pronoun before the verb, else the noun behind it."""
    tokens = reading.tokens
    speaking = (i for i in range(start, verb) if tokens[i].pos in {"NOUN", "PROPN"} or tokens[i].has("Case=Nom"))
    clitics = (i for i in range(start, verb) if tokens[i].pos == "PRON" and tokens[i].dep.startswith("nsubj"))
    before_ = next((i for i in (*speaking, *clitics) if not tokens[i].has("Poss=Yes")), None)
    behind_ = next((i for i in range(verb + 1, stop) if tokens[i].pos in {"NOUN", "PROPN"}), None)
    found = before_ if before_ is not None else behind_
    return found if found is not None and not nobody(reading, found) else None


def denies_alone(reading: Reading, i: int, stop: int) -> bool:
    """Whether a token is a verb of denial that says no more than a pronoun of what is denied."""
    tokens, pack = reading.tokens, reading.lexicon(i).pack
    token = tokens[i]
    listed = token.lemma in pack.denials.denying or token.norm in pack.denials.forms
    # `La mairie conteste.` may be read as a noun
    rejects = not rejecting(token.language).isdisjoint((token.lemma, *present_of(token.norm, token.language)))
    answers = listed and (token.norm in pack.denials.forms or is_finite(reading.annotation, i))
    rejected = rejects and (token.norm in pack.denials.rejecting_forms or is_finite(reading.annotation, i))
    if not (answers or rejected) or is_passive(reading.annotation, i):
        return False
    denying_not = {*pack.negation.adverbs, *pack.negation.pairs}
    if any(t.norm in denying_not for t in tokens[max(0, i - 3) : i + 3]):
        return False  # `ne dément pas`, `ne confirme ni ne dément`
    behind = i + 1
    taken_up = tokens[i - 1].norm in pack.denials.clitics
    if behind < stop and tokens[behind].norm in pack.denials.pronouns:
        taken_up, behind = True, behind + 1
    if not (answers or taken_up):
        return tokens[stop - 1].i == behind
    return adjuncts_alone(reading, behind, stop)


@functools.cache
def rejecting(language: str) -> frozenset[str]:
    """The verbs that deny where their object is what is said."""
    return frozenset(language_pack(language).denials.rejecting)


@functools.lru_cache(maxsize=65536)
def present_of(form: str, language: str) -> tuple[str, ...]:
    """What a form in the present may be of."""
    return exchanged(form, language_pack(language).settings.present_endings)


def adjuncts_alone(reading: Reading, first: int, stop: int) -> bool:
    """Whether only adverbs, dates and a short adjunct stand from a token to its sentence's end."""
    tokens, lexicon = reading.tokens, reading.lexicon(first - 1)
    rest = [t for t in tokens[first:stop] if t.pos not in BESIDE and t.norm not in lexicon.dates]
    if any(t.text in {":", "«", "“", '"', ";"} for t in tokens[first:stop]):
        return False
    return not rest or (
        rest[0].pos == "ADP" and len(rest) <= ADJUNCT and not any(t.pos in {"VERB", "AUX"} for t in rest)
    )


def speaker_of(reading: Reading, verb: int) -> int | None:
    """Who denies: the subject before the verb, be it a pronoun of a body; else the noun right before a misread verb."""
    tokens = reading.tokens
    found = subject_of(reading, verb) if tokens[verb].pos in {"VERB", "AUX"} else None
    start = reading.annotation.sentences[tokens[verb].sentence][0]
    if tokens[verb].dep.split(":")[0] in {"amod", "acl"} and tokens[verb].head == verb - 1:
        found = verb - 1  # (`mais le maire nie`: read as describing him)
    if found is None:
        found = next((i for i in range(verb - 1, start - 1, -1) if tokens[i].pos in {"NOUN", "PROPN"}), None)
    if found is None or not start <= found < verb or nobody(reading, found):
        return None
    body = tokens[found].pos == "PRON" and tokens[found].has("Person=3") and not tokens[found].has("PronType=Rel")
    return found if body or can_speak(reading, found) else None


def clause_before(reading: Reading, first: int, start: int) -> list[Range] | None:
    """The clause of the same sentence before the words of who denies (`La ligne est mise en cause, Aldane dément`)."""
    tokens = reading.tokens
    last = next((i for i in range(first, len(tokens)) if tokens[i].start >= start), first)
    if not any(is_main(reading.annotation, t) for t in tokens[first:last]):
        return None
    while last > first and tokens[last - 1].pos in {"PUNCT", "CCONJ", "DET"}:
        last -= 1
    opening = opening_token(reading, first, last)
    whole = reading.tidy(tokens[opening].start, tokens[last - 1].end) if opening < last else None
    return [whole] if whole is not None else None


def before(reading: Reading, number: int, drafts: list[Draft]) -> list[Range] | None:
    """What is told in the sentence before one, in its paragraph: words put down to somebody, else all of it."""
    paragraphs = reading.annotation.paragraph_of_sentence
    if number == 0 or paragraphs[number] != paragraphs[number - 1]:
        return None
    first, last = reading.annotation.sentences[number - 1]
    inside = [d for d in drafts if d.cue_token is not None and first <= d.cue_token < last]
    if inside:
        return list(max(inside, key=lambda d: (d.content[-1][1], d.content[0][0])).content)
    opening = opening_token(reading, first, last)
    whole = reading.tidy(reading.tokens[opening].start, reading.tokens[last - 1].end) if opening < last else None
    return [whole] if whole is not None else None
