"""Headings without articles or points, in which parse and tags mislead: `Bridge unsafe, warns engineer`, `Two dead: officials`.

They are read by the order of their words: who speaks is a bare noun phrase at an edge, the verb a reporting verb's present.
"""

from collections.abc import Sequence

from recoupe.attribution.cues import can_speak, entry_of_form
from recoupe.attribution.draft import Draft, Reading
from recoupe.attribution.lexicon import VerbEntry
from recoupe.attribution.openings import DASHES
from recoupe.attribution.phrases import phrase_at

LONGEST = 26  # tokens of a heading
LABEL = 8  # tokens of a label with its colon
SPEAKER = 6  # tokens of who speaks
SHORTEST = 2  # tokens of what is said
ENDS = ".!?…;"
NAMING = {"NOUN", "PROPN", "ADJ", "NUM", "X", "ADP", "PART", "DET"}


def headed(reading: Reading) -> list[Draft]:
    """The relations of headings in languages whose headings drop articles and verbs, one a heading at most."""
    found = []
    for start, end in reading.annotation.paragraphs:
        words = reading.between(start, end)
        first, last = (words[0].i, words[-1].i + 1) if words else (0, 0)
        if not words or len(words) > LONGEST or "\n" in reading.text[start:end] or reading.text[end - 1] in ENDS:
            continue
        if not reading.lexicon(first).pack.settings.bare_headings:
            continue
        draft = at_end(reading, first, last) or at_colon(reading, first, last) or at_start(reading, first, last)
        if draft is not None:
            found.append(draft)
    return found


def speaker(reading: Reading, first: int, last: int) -> bool:
    """Whether some tokens are one short noun phrase that can speak, without a verb or a mark."""
    tokens = reading.tokens
    words = tokens[first:last]
    if not 0 < last - first <= SPEAKER or any(t.pos not in NAMING and not known(reading, t.i) for t in words):
        return False
    head = last - 1
    while head > first and any(t.pos == "ADP" for t in tokens[first + 1 : head]):
        head -= 1
    return can_speak(reading, head) and known(reading, head)


def known(reading: Reading, head: int) -> bool:
    """Whether a noun is a role, body, group or document of the packs, or a name with a first name: no place or topic."""
    token, lexicon = reading.tokens[head], reading.lexicon(head)
    forms = {token.norm, token.lemma, token.norm.removesuffix("s")}
    named = head > 0 and reading.tokens[head - 1].norm in lexicon.first_names
    return named or bool(forms & (lexicon.speakers | lexicon.documents))


def at_end(reading: Reading, first: int, last: int) -> Draft | None:
    """`Bridge unsafe, warns engineer`, `Bridge unsafe, engineer tells Orbis`: behind the last comma."""
    tokens = reading.tokens
    comma = next((i for i in range(last - 1, first, -1) if tokens[i].text == ","), None)
    if comma is None or comma - first < SHORTEST or comma + 2 >= last:
        return None
    phrase = phrase_at(reading, comma + 1)
    if phrase is not None and phrase[1].source == "after" and speaker(reading, comma + 1 + phrase[0], last):
        draft = made(reading, (comma + 1 + phrase[0], last), comma + 1, None, (topic(reading, first, comma), comma))
        if draft is not None:
            draft.according, draft.cue = True, reading.offsets(comma + 1, comma + 1 + phrase[0])
        return draft
    inverted = reporting(reading, comma + 1)
    if inverted is not None and speaker(reading, comma + 2, last):
        return made(reading, (comma + 2, last), comma + 1, inverted, (topic(reading, first, comma), comma))
    for verb in range(comma + 2, min(last, comma + 2 + SPEAKER)):
        entry = reporting(reading, verb)
        hearer = verb + 1 == last or (entry is not None and "object" in entry.verb.addressee)
        if entry is not None and hearer and speaker(reading, comma + 1, verb):
            return made(reading, (comma + 1, verb), verb, entry, (topic(reading, first, comma), comma))
    return None


def at_colon(reading: Reading, first: int, last: int) -> Draft | None:
    """`Police: suspect has confessed`, `Two more people have died: officials`."""
    tokens = reading.tokens
    colons = [i for i in range(first + 1, last - 1) if tokens[i].text == ":"]
    if len(colons) != 1:
        return None
    colon = colons[0]
    marked = reading.quotation_at(tokens[colon + 1].start) is not None
    if speaker(reading, colon + 1, last) and colon - first >= SHORTEST:
        return made(reading, (colon + 1, last), None, None, (first, colon))
    finite = any(t.has("VerbForm=Fin") for t in tokens[colon + 1 : last])
    told = finite and not marked and last - colon > SHORTEST and not is_label(reading, first, colon)
    if told and speaker(reading, first, colon):
        return made(reading, (first, colon), None, None, (colon + 1, last))
    return None


def without_labels(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without those read into a word that says what kind of piece a title heads (`Breaking: F`, `Week in review: F`)."""
    labels = []
    for first, last in reading.annotation.sentences:
        colon = next((i for i in range(first + 1, min(last, first + LABEL)) if reading.tokens[i].text == ":"), None)
        if colon is not None and is_label(reading, first, colon):
            labels.append((reading.tokens[first].start, reading.tokens[colon].start))
    return [d for d in drafts if not any(a <= p[0] < b for a, b in labels for p in (d.cue, d.source) if p is not None)]


def is_label(reading: Reading, first: int, colon: int) -> bool:
    """Whether the words before a colon say what kind of piece a title heads (`News alert:`, `Inside story:`)."""
    words = reading.text[reading.tokens[first].start : reading.tokens[colon - 1].end].lower().replace("’", "'")
    return words in reading.lexicon(first).pack.house_lines.labels


def at_start(reading: Reading, first: int, last: int) -> Draft | None:
    """`Coach says injury not serious`, `Fire: mayor blames faulty wiring`: the first words, behind a topic and its colon."""
    tokens = reading.tokens
    low = topic(reading, first, last)
    for verb in range(low + 1, min(last - 1, low + 1 + SPEAKER)):
        entry = reporting(reading, verb, document=says_by_itself(reading, verb - 1))
        takes = {"clause", "object", "event_object"} & set(entry.verb.takes) if entry is not None else None
        if entry is not None and takes and speaker(reading, low, verb):
            behind = verb + 1 + len(entry.words)
            marked = any(tokens[i].text in {",", ":", *DASHES} for i in range(behind, last))
            return None if marked or behind >= last else made(reading, (low, verb), verb, entry, (behind, last))
    return None


def topic(reading: Reading, first: int, last: int) -> int:
    """The token behind a topic that a colon closes."""
    colon = next((i for i in range(first, last) if reading.tokens[i].text == ":"), None)
    return first if colon is None else colon + 1


def says_by_itself(reading: Reading, noun: int) -> bool:
    """Whether a noun is a document's: of what it finds or shows nothing else can be meant (`Report finds bridge unsafe`)."""
    return reading.tokens[noun].norm in reading.lexicon(noun).documents


def reporting(reading: Reading, i: int, document: bool = False) -> VerbEntry | None:
    """The entry of a reporting verb in the present, whatever the tagger makes of it; behind a document of other senses too."""
    token = reading.tokens[i]
    if token.text[:1].isupper() and token.pos == "PROPN":
        return None
    plain = [e for e in reading.lexicon(i).verbs.get(token.norm, ()) if not e.words]
    entry = entry_of_form(reading, i) or next(iter(plain), None)
    standings = {"reporting", "guarded"} if document else {"reporting"}
    listed = entry is not None and entry.verb.standing in standings and entry.verb.class_ not in {"citing", "refusal"}
    return entry if listed else None


def made(
    reading: Reading, source: tuple[int, int], verb: int | None, entry: VerbEntry | None, content: tuple[int, int]
) -> Draft | None:
    """A relation of a heading; `None` where nothing is left of its content."""
    tidy = reading.tidy(*reading.offsets(*content))
    if tidy is None:
        return None
    word = reading.tokens[verb] if verb is not None else None
    return Draft(
        source=reading.offsets(*source),
        cue=(word.start, word.end) if word is not None else None,
        content=[tidy],
        mechanism="heading",
        entries=(f"verb:{entry.key}",) if entry is not None else (),
        speech=entry.verb.class_ if entry is not None else "neutral",
        commitment=entry.verb.commitment if entry is not None else "neutral",
        cue_token=verb,
    )
