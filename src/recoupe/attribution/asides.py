"""What tells of a source beside it: `un élu, cité dans L'Écho,`, `des courriels échangés en mars, que Le Phare a pu consulter,`.

Such words are no part of what is said, and may name the outlet through which it came. They follow the source, touching it
or between commas, or open its sentence (`Interrogé par Le Phare sur ce point, le maire a dit`).
"""

from collections.abc import Iterator

from recoupe.attribution.carried import outlet_name
from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.relays import credited_outlet, is_outlet, is_wire
from recoupe.attribution.syntax import VERBAL, is_finite, is_gerund
from recoupe.languages.inflection import infinitives

LONGEST = 45  # tokens of an aside
OPENING = 30  # tokens of one that opens its sentence


def through_aside(reading: Reading, draft: Draft) -> Range | None:
    """The outlet that an aside of a draft's source names as the one that has heard, obtained or published it."""
    head = (
        next((t.i for t in reading.between(*draft.source) if t.pos in {"NOUN", "PROPN"}), None)
        if draft.source
        else None
    )
    if head is None or medium(reading, head):
        return None
    for first, last in asides(reading, draft):
        if not any(passes(reading, i) for i in range(first, last)):
            continue
        named = [i for i in range(first, last) if medium(reading, i) or named_by_place(reading, i, first)]
        if named and not draft.covers(reading.tokens[named[0]].start):
            name = outlet_name(reading, named[0])
            return reading.offsets(max(first, name.first), min(last, name.last))
    return None


def asides(reading: Reading, draft: Draft) -> Iterator[tuple[int, int]]:
    """The asides of a draft's source as tokens [first, last)."""
    tokens = reading.tokens
    if draft.source is None:
        return
    own = reading.between(*draft.source)
    if not own:
        return
    start, stop = reading.annotation.sentences[own[0].sentence]
    inside = next((t.i for t in own[1:] if opens_aside(reading, t.i)), None)
    begin = inside if inside is not None else own[-1].i + 1
    end = aside_end(reading, begin, stop)
    if end > begin:
        yield begin, end
    if opens_sentence(reading, start):
        comma = next((i for i in range(start, min(own[0].i, start + OPENING)) if tokens[i].text == ","), None)
        while comma is not None and comma + 1 < own[0].i:
            further = next((i for i in range(comma + 1, own[0].i) if tokens[i].text == ","), None)
            if further is None:
                break
            comma = further
        if comma is not None:
            yield start, comma


def aside_end(reading: Reading, begin: int, stop: int) -> int:
    """The end of all that tells of a source, from the token behind it on; `begin` where nothing does.

    A source may end on the participle that opens the aside (`selon des messages révélés | par Le Phare`).
    """
    tokens = reading.tokens
    if begin > 0 and begin < stop and is_participle(reading, begin - 1) and tokens[begin].pos == "ADP":
        begin -= 1
    end = begin
    while end < stop:
        first = end + (tokens[end].text == ",")
        joined = first + 1 < stop and tokens[first].pos == "CCONJ"
        if first >= stop or not opens_aside(reading, first + joined):
            break
        comma = next((i for i in range(first, min(stop, begin + LONGEST)) if tokens[i].text in {",", ":", "."}), stop)
        if comma <= end:
            break
        end = comma
    return end


def closing_aside_end(reading: Reading, begin: int, stop: int) -> int:
    """The same behind a source that closes a clause, where what follows a comma goes on with the clause.

    `Il a cédé, selon deux élus interrogés par Le Phare, laissant le parti sans chef`.
    """
    tokens = reading.tokens
    return begin if begin < stop and tokens[begin].text == "," else aside_end(reading, begin, stop)


def opens_aside(reading: Reading, i: int) -> bool:
    """Whether a word can open what tells of a noun: a relative pronoun, alone or behind a preposition, or a participle.

    Behind a noun's comma the word that brings clauses is a relative pronoun too, whatever the tagger makes of it.
    """
    tokens = reading.tokens
    token = tokens[i]
    marks = reading.lexicon(i).pack.settings.complementisers
    if token.norm in marks:
        return tokens[i - 1].text == ","
    if token.has("PronType=Rel") or (token.pos == "ADP" and i + 1 < len(tokens) and tokens[i + 1].has("PronType=Rel")):
        return True
    return is_participle(reading, i)


def opens_sentence(reading: Reading, start: int) -> bool:
    """Whether a sentence opens with a participle or a clause of time."""
    return is_participle(reading, start) or reading.tokens[start].norm in reading.lexicon(start).pack.settings.temporal


def is_participle(reading: Reading, i: int) -> bool:
    """Whether a token is a past or present participle without an auxiliary, by its tags or by its form.

    A noun with its article (`un communiqué`) is none, whatever its form.
    """
    token = reading.tokens[i]
    if token.pos not in {*VERBAL, "ADJ", "PROPN", "NOUN"} or reading.annotation.dependents(i, "aux", "cop"):
        return False
    if token.pos == "NOUN" and reading.annotation.dependents(i, "det"):
        return False
    if token.pos in VERBAL and (token.has("VerbForm=Part") or is_gerund(token)):
        return True
    return any(known(reading, i, verb) for verb in infinitives(token.norm, token.language))


def known(reading: Reading, i: int, verb: str) -> bool:
    """Whether the packs know a verb as one of passing on or of saying."""
    pack = reading.lexicon(i).pack
    return verb in pack.attribution_phrases.passing or verb in pack.reporting_verbs.verbs


def passes(reading: Reading, i: int) -> bool:
    """Whether a word is a verb of hearing, obtaining or publishing what somebody says, whatever its form."""
    token = reading.tokens[i]
    passing = reading.lexicon(i).pack.attribution_phrases.passing
    if token.pos in {*VERBAL, "ADJ", "NOUN", "PROPN"} and token.lemma in passing:
        return True
    return any(verb in passing for verb in infinitives(token.norm, token.language))


def medium(reading: Reading, i: int) -> bool:
    """Whether a token is of an outlet's name."""
    return is_outlet(reading, i) or is_wire(reading, i) or credited_outlet(reading, i)


def named_by_place(reading: Reading, i: int, first: int) -> bool:
    """Whether an unknown name stands where only an outlet can.

    Behind its article and the preposition of `cité dans`; behind a relative pronoun (`que Le Phare a consulté`); behind
    those who work for one (`nos confrères d'Ouest-Marine`).
    """
    tokens = reading.tokens
    if not tokens[i].text[:1].isupper() or tokens[i].norm in reading.lexicon(i).first_names or i <= first:
        return False
    if tokens[i - 1].has("PronType=Rel") or tokens[i - 1].norm in reading.lexicon(i).pack.settings.complementisers:
        return tokens[i].norm in reading.lexicon(i).pack.events.articles or tokens[i].pos == "PROPN"
    if i > first + 1 and tokens[i - 2].lemma in reading.lexicon(i).pack.attribution_phrases.newsroom:
        return tokens[i - 1].pos == "ADP"
    if i < first + 2:
        return False
    article = tokens[i - 1].norm in {*reading.lexicon(i).pack.events.articles, "l'"} or tokens[
        i - 1
    ].norm in contracted(reading, i)
    case = i - 1 if tokens[i - 1].norm in contracted(reading, i) else i - 2
    before = tokens[case]
    return (
        article
        and case > first
        and before.pos == "ADP"
        and passes(reading, case - 1)
        and not is_finite(reading.annotation, case)
    )


def contracted(reading: Reading, i: int) -> dict[str, str]:
    """Prepositions with their article, by form (`au`, `du`)."""
    return reading.lexicon(i).pack.settings.contractions
