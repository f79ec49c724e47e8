"""The outlet that reached or heard who speaks: `whom the Herald tracked down`, `Reached by phone by the Herald, X said`,
`A reporter from the Herald caught the referee. He had, he said, blown early.`
"""

from collections.abc import Iterator, Sequence

from recoupe.attribution.carried import outlet_name
from recoupe.attribution.draft import Draft, Range, Reading, meet
from recoupe.attribution.lexicon import uncontracted, unelided, words_of
from recoupe.attribution.relays import is_outlet, is_wire
from recoupe.attribution.syntax import VERBAL

BEHIND = 9  # tokens from a participle to the outlet that its preposition brings
SHORT = 2  # words of a source that takes up a name


def reached_by(reading: Reading, draft: Draft) -> Range | None:
    """The outlet that the sentence of a relation, or the one before where a pronoun speaks, says to have reached the voice."""
    if draft.source is None or draft.cue_token is None:
        return None
    tokens, annotation = reading.tokens, reading.annotation
    number = tokens[draft.cue_token].sentence
    first, last = annotation.sentences[number]
    inside = [t.i for t in reading.between(*draft.source)]
    if any(medium(reading, i) for i in inside):
        return None
    first, last = part_around(reading, draft.cue_token, first, last)
    own = [i for i in range(first, last) if not draft.covers(tokens[i].start) and i not in inside]
    found = next(reaching(reading, own), None)
    pronoun = len(inside) <= SHORT and any(tokens[i].pos == "PRON" for i in inside)
    places = annotation.paragraph_of_sentence
    if found is None and pronoun and number > 0 and places[number] == places[number - 1]:
        found = next(reaching(reading, range(*annotation.sentences[number - 1])), None)
    return found if found is not None and not meet(found, draft.source) else None


def part_around(reading: Reading, cue: int, first: int, last: int) -> tuple[int, int]:
    """The part of a sentence between semicolons in which a cue stands."""
    low = next((i + 1 for i in range(cue, first - 1, -1) if reading.tokens[i].text == ";"), first)
    high = next((i for i in range(cue, last) if reading.tokens[i].text == ";"), last)
    return low, high


def medium(reading: Reading, i: int) -> bool:
    """Whether a token is of an outlet's name."""
    return is_outlet(reading, i) or is_wire(reading, i)


def reaching(reading: Reading, places: Sequence[int]) -> Iterator[Range]:
    """The outlets among some tokens that are said to have reached, heard or shown somebody."""
    inside = set(places)
    for i in places:
        token = reading.tokens[i]
        if token.pos not in {*VERBAL, "ADJ"}:
            continue
        phrases = reading.lexicon(i).pack.attribution_phrases
        deeds = {*phrases.reaching, *phrases.publishing, *phrases.finding_out, *phrases.carrying}
        if token.lemma in deeds and not passive(reading, i):
            for child in reading.annotation.dependents(i, "nsubj"):
                named = next((k for k in reading.annotation.subtree(child) if k in inside and medium(reading, k)), None)
                if named is not None and named < i:
                    yield span_of(reading, named)
        ways = brought(reading, i)
        if ways and (token.has("VerbForm=Part") or token.has("Tense=Past")):
            stop = reading.annotation.sentences[token.sentence][1]
            for k in range(i + 1, min(stop, i + BEHIND)):
                if reading.tokens[k].pos in VERBAL or reading.tokens[k].text in {",", ";", ":"}:
                    break
                if k in inside and medium(reading, k) and behind(reading, k, i, ways):
                    yield span_of(reading, k)
                    break


def brought(reading: Reading, i: int) -> set[str]:
    """The prepositions behind which a participle has an outlet: `quoted by`, `aired on`; none for other words."""
    phrases = reading.lexicon(i).pack.attribution_phrases
    token = reading.tokens[i]
    forms = [words_of(r.form) for r in phrases.relays if r.outlet_only and not r.anybody]
    found = {f[-1] for f in forms if len(f) > 1 and f[0] == token.norm}
    return found | (set(phrases.agents) if token.lemma in phrases.reaching else set())


def behind(reading: Reading, name: int, verb: int, ways: set[str]) -> bool:
    """Whether one of some prepositions stands between a verb and an outlet, nearest to the outlet."""
    for k in range(name - 1, verb, -1):
        token = reading.tokens[k]
        if token.pos == "ADP" or uncontracted(token) != token.norm:
            return not ways.isdisjoint({token.norm, unelided(token)})
    return False


def passive(reading: Reading, verb: int) -> bool:
    """Whether a verb has an auxiliary of the passive."""
    return bool(reading.annotation.dependents(verb, "aux:pass"))


def span_of(reading: Reading, i: int) -> Range:
    """Code points of an outlet's whole name."""
    place = outlet_name(reading, i)
    return reading.offsets(place.first, place.last)
