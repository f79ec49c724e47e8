"""Where a content begins in its sentence, and which token heads it."""

from recoupe.attribution.draft import Reading

DASHES = ("-", "–", "—", "―", "--")
DATELINE = 20  # tokens of a place line


def behind_dateline(reading: Reading, first: int, stop: int) -> int:
    """The token behind the dash that closes the report's place line (`KELDRA, Feb 4 (AFP) - At least`)."""
    tokens, place = reading.tokens, reading.annotation.document.place
    if place is None or first >= stop or not place.start <= tokens[first].start <= place.end:
        return first
    dash = next((i for i in range(first, min(stop, first + DATELINE)) if tokens[i].text in DASHES), None)
    return first if dash is None else dash + 1


def opening_token(reading: Reading, first: int, stop: int) -> int:
    """The first token of a content at a sentence's start: leading connectives stay outside."""
    tokens = reading.tokens
    first = behind_dateline(reading, first, stop)
    while first < stop and (
        tokens[first].pos == "CCONJ" or (tokens[first].pos == "PUNCT" and tokens[first].text in ",-–—;:")
    ):
        first += 1
    return first


def behind_colon(reading: Reading, first: int, stop: int) -> int:
    """Where a content before a cue clause begins: behind the colon of a clause that announces it."""
    tokens = reading.tokens
    colons = [i for i in range(first, stop) if tokens[i].text == ":" and reading.quotation_at(tokens[i].start) is None]
    return colons[-1] + 1 if colons and colons[-1] + 1 < stop else first


def region_head(reading: Reading, first: int, last: int) -> int | None:
    """The token of a stretch whose head lies outside it: the one that heads the content."""
    for i in range(first, last):
        head = reading.tokens[i].head
        if (reading.tokens[i].pos != "PUNCT" and not first <= head < last) or head == i:
            return i
    return None
