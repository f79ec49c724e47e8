"""Names that a report shows to be an outlet's by the words around them: `the daily Kystposten`, `quoted by Golada`,
`Kanal 5's evening news`, `told Kustnytt that`.

No list can hold all outlets of the world, nor has each of them a press word in its name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recoupe.attribution.draft import Reading
from recoupe.attribution.lexicon import body_names, outlet_names, same_word
from recoupe.attribution.syntax import VERBAL
from recoupe.ingest.names import ACRONYM, LINKING, others
from recoupe.languages import shared_pack

LONGEST = 6  # words of a name
ASIDE = 7  # tokens between the commas behind a name that say what it is
OWNED = 5  # tokens from a name in the genitive to what it owns
ARTICLED = 2  # words of a name with its article
BETWEEN = 3  # words (`the Norwegian daily`) between a phrase and a name
TITLED = {"ADJ", "NOUN", "DET", "NUM", "PROPN"}
HEARERS = {"neutral", "assertive", "manner"}
SMALL = {"DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "PART"}


class Run(NamedTuple):
    """A name: tokens [first, last)."""

    first: int
    last: int


def shown_media(reading: Reading) -> frozenset[int]:
    """The tokens of names that the report shows to be an outlet's.

    What a name is called or has shows it wherever else it stands; what is said or told to it, or what it does, may as well
    be said of a firm or a person, and shows it in that place alone.
    """
    runs = [r for first, last in reading.annotation.sentences for r in names_in(reading, first, last)]
    people = surnames(reading, runs)
    runs = [r for r in runs if may_be_medium(reading, r, people)]
    shown = {folded(reading, r) for r in runs if is_called(reading, r)}
    media = (r for r in runs if folded(reading, r) in shown or stands_for_one(reading, r))
    return frozenset(i for r in media for i in range(r.first, r.last))


def folded(reading: Reading, run: Run) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(t.norm for t in reading.tokens[run.first : run.last])


def names_in(reading: Reading, first: int, last: int) -> Iterator[Run]:
    """The runs of capitalised words of a sentence, small words between two of them included, its first word only as a name."""
    tokens = reading.tokens
    i = first
    while i < last:
        if not opens_name(reading, i, first):
            i += 1
            continue
        end = i + 1
        while end < last and end - i < LONGEST:
            token = tokens[end]
            joined = (
                token.norm in {*LINKING, *shared_pack().outlets.joiners}
                and end + 1 < last
                and tokens[end + 1].text[:1].isupper()
            )
            if not (token.text[:1].isupper() or (token.text.isdigit() and end > i) or joined or token.text == "-"):
                break
            if token.text == "-" and not (end + 1 < last and tokens[end + 1].start == token.end):
                break
            end += 1
        if calendar_word(reading, end - 1):
            end -= 1
            while end > i and tokens[end - 1].text.islower():
                end -= 1  # `the Herald on Monday`
        end = before_person(reading, i, end)
        if end > i:
            yield Run(i, end)
        i = end + (end == i)


def before_person(reading: Reading, first: int, last: int) -> int:
    """The end of a name [first, last) that begins with a known outlet's and goes on with a person's (`the BBC Jane Doe`)."""
    tokens = reading.tokens
    for end in range(first + 1, last):
        known = " ".join(t.norm for t in tokens[first:end]) in outlet_names()
        if known and tokens[end].norm in reading.lexicon(end).first_names:
            return end
    return last


def opens_name(reading: Reading, i: int, first: int) -> bool:
    """Whether a name may begin at a token."""
    token = reading.tokens[i]
    if not token.text[:1].isupper() or calendar_word(reading, i):
        return False
    if token.pos in {"DET", "PRON", "SCONJ", "AUX", "ADP"}:
        return False
    return i > first or token.pos in {"PROPN", "NOUN", "X", "ADJ"}


def calendar_word(reading: Reading, i: int) -> bool:
    """Whether a token is a month or a weekday."""
    calendar = reading.lexicon(i).pack.calendar
    return reading.tokens[i].norm in calendar.months or reading.tokens[i].norm in calendar.weekdays


def surnames(reading: Reading, runs: list[Run]) -> frozenset[str]:
    """The words of names of persons in the report: those with a first name or a title."""
    return frozenset(w for r in runs if of_person(reading, r) for w in folded(reading, r))


def of_person(reading: Reading, run: Run) -> bool:
    """Whether a name has a first name, or a title, an office or a form of address before it or in it."""
    lexicon = reading.lexicon(run.first)
    if any(w in lexicon.first_names for w in folded(reading, run)):
        return True
    before = reading.tokens[run.first - 1] if run.first else None
    named = [*reading.tokens[run.first : run.last], *([before] if before is not None else [])]
    civil = {c.lower() for c in lexicon.pack.titles.civilities}
    newsroom = lexicon.pack.attribution_phrases.newsroom
    return any(
        t.norm.rstrip(".") in civil
        or t.norm in civil
        or ({t.norm, t.lemma} & lexicon.roles and t.lemma not in newsroom and t.pos in {"NOUN", "PROPN"})
        for t in named
        if t.sentence == reading.tokens[run.first].sentence
    )


def may_be_medium(reading: Reading, run: Run, people: frozenset[str]) -> bool:
    """Whether a name may be an outlet's: no person's, body's or place's."""
    own = folded(reading, run)
    if of_person(reading, run) or (len(own) == 1 and own[0] in people):
        return False
    nouns = reading.lexicon(run.first).pack.institutions.nouns
    bodies = {n for t in reading.tokens[run.first : run.last] for n in (t.lemma, t.norm) if n in nouns}
    if any(nouns[n].type != "media" for n in bodies) or " ".join(own) in nouns:
        return False
    grounds = reading.lexicon(run.first).pack.attribution_phrases.grounds
    return not names_elsewhere(own) and own[-1] not in grounds


def names_elsewhere(own: Sequence[str]) -> bool:
    """Whether the words of a name are a state's, a place's or a known body's, or hold a body's name of several words."""
    if all(w in others() or w in LINKING for w in own):
        return True
    parts = (tuple(own[i:k]) for i in range(len(own)) for k in range(i + 2, len(own) + 1))
    return tuple(own) in body_names() or any(part in body_names() for part in parts)


def may_be_outlet(reading: Reading, places: Sequence[int]) -> bool:
    """Whether some tokens hold a name that may be an outlet's: no person's, body's or place's."""
    runs = list(names_in(reading, places[0], places[-1] + 1)) if places else []
    return bool(runs) and all(may_be_medium(reading, r, frozenset()) for r in runs)


def is_called(reading: Reading, run: Run) -> bool:
    """Whether the words around a name say what it is, or name what only an outlet has."""
    return by_kind(reading, run) or by_kind_aside(reading, run) or by_owned(reading, run)


def stands_for_one(reading: Reading, run: Run) -> bool:
    """Whether a name stands where most often an outlet does."""
    return (
        by_day(reading, run)
        or by_phrase(reading, run)
        or as_hearer(reading, run)
        or by_deed(reading, run)
        or on_air(reading, run)
        or titled_abroad(reading, run)
    )


def titled_abroad(reading: Reading, run: Run) -> bool:
    """Whether a name opens with another language's article, and no noun says what it is (`a confié à The Undertow`)."""
    tokens = reading.tokens
    articles = reading.lexicon(run.first).pack.attribution_phrases.foreign_articles
    if not run.first or tokens[run.first].norm not in articles or run.last - run.first < ARTICLED:
        return False
    return (
        tokens[run.first - 1].pos in {"ADP", "PUNCT"} and tokens[run.first - 1].sentence == tokens[run.first].sentence
    )


def by_day(reading: Reading, run: Run) -> bool:
    """`in Monday's Valiant`, `this week's Valiant`, `last night's Newsdesk`: a day's or a week's is what appears by the day."""
    tokens = reading.tokens
    if run.first < 2 or tokens[run.first - 1].norm not in {"'s", "'"}:
        return False
    calendar = reading.lexicon(run.first).pack.calendar
    day = tokens[run.first - 2]
    times = {*calendar.months, *calendar.weekdays, *calendar.days, *calendar.dayparts, *calendar.units}
    return day.norm in times or day.lemma in times


def is_kind(reading: Reading, i: int) -> bool:
    """Whether a token is a common noun for an outlet."""
    token, lexicon = reading.tokens[i], reading.lexicon(i)
    kinds = {*lexicon.media_nouns, *lexicon.pack.attribution_phrases.shows}
    return token.text[:1].islower() and bool({token.lemma, token.norm} & kinds) and token.pos in {"NOUN", "ADJ"}


def by_kind(reading: Reading, run: Run) -> bool:
    """`the daily Kystposten`, `the radio station Lagoon`; `Good Hearth magazine`, but not `Oakwood station`."""
    tokens = reading.tokens
    sentence = tokens[run.first].sentence
    before = run.first - 1
    while before > 0 and (tokens[before].has("Definite=Def") or tokens[before].text in {"“", '"', "«", "‘"}):
        before -= 1
    if before >= 0 and tokens[before].sentence == sentence and is_kind(reading, before) and before >= run.first - 2:
        return True
    if run.last >= len(tokens) or tokens[run.last].sentence != sentence or not is_kind(reading, run.last):
        return False
    lexicon = reading.lexicon(run.first)
    double = {*lexicon.pack.attribution_phrases.shows, *lexicon.pack.attribution_phrases.wires}
    if tokens[run.last].lemma in double:
        return False
    behind = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
    a_place = run.first > 0 and tokens[run.first - 1].has("Definite=Ind")
    other = behind is not None and behind.text[:1].isupper() and behind.sentence == sentence
    return not a_place and not other


def by_kind_aside(reading: Reading, run: Run) -> bool:
    """`Golada, the Catalan sports daily,`, `a Munich paper, the Morgenbote`."""
    tokens = reading.tokens
    stop = reading.annotation.sentences[tokens[run.first].sentence][1]
    if run.last + 2 < stop and tokens[run.last].text in {",", "(", "–", "—"}:
        for i in range(run.last + 1, min(stop, run.last + ASIDE)):
            if is_kind(reading, i):
                return not (i + 1 < stop and tokens[i + 1].pos in {"NOUN", "PROPN"})
            if tokens[i].pos not in TITLED:
                break
    start = reading.annotation.sentences[tokens[run.first].sentence][0]
    before = run.first - 1 - (run.first > start and tokens[run.first - 1].pos == "DET")
    return before - 1 >= start and tokens[before].text == "," and is_kind(reading, before - 1)


def by_owned(reading: Reading, run: Run) -> bool:
    """`Lagoon's correspondent`, `Kanal 5's election-night programme`."""
    tokens = reading.tokens
    stop = min(len(tokens), run.last + OWNED)
    phrases = reading.lexicon(run.first).pack.attribution_phrases
    owned = {*phrases.owned, *phrases.journalists}
    if run.last >= len(tokens) or tokens[run.last].norm not in {"'s", "'"}:
        return (
            run.last < len(tokens) and tokens[run.last].lemma in phrases.journalists and tokens[run.last].text.islower()
        )
    for i in range(run.last + 1, stop):
        if tokens[i].sentence != tokens[run.first].sentence or tokens[i].pos in {*VERBAL, "PUNCT", "ADP"}:
            return False
        if tokens[i].lemma in owned and tokens[i].text[:1].islower():
            return True
    return False


def by_phrase(reading: Reading, run: Run) -> bool:
    """Whether a phrase that brings an outlet stands before a name: `quoted by`, `in an interview with`, `columns of`."""
    tokens = reading.tokens
    start = reading.annotation.sentences[tokens[run.first].sentence][0]
    relays = reading.lexicon(run.first).relays
    for first in range(max(start, run.first - BETWEEN - LONGEST), run.first):
        for forms, phrase in relays.get(tokens[first].norm, ()):
            end = first + len(forms)
            if len(forms) < 2 or not phrase.outlet_only or phrase.anybody or end > run.first:
                continue
            if not all(same_word(t, w) for t, w in zip(tokens[first:end], forms, strict=True)):
                continue
            if all(t.pos in {"DET", "ADJ"} or dated(reading, t.i) for t in tokens[end : run.first]):
                return True
    return False


def dated(reading: Reading, i: int) -> bool:
    """Whether a token is of a day in the genitive before a name: `Saturday's Lantern`."""
    return calendar_word(reading, i) or (reading.tokens[i].norm in {"'s", "'"} and calendar_word(reading, i - 1))


def as_hearer(reading: Reading, run: Run) -> bool:
    """`told Kustnytt that`, `assured Stage Parade on Monday`: a name as whom something is told."""
    tokens, lexicon = reading.tokens, reading.lexicon(run.first)
    verb = run.first - 1
    while verb > 0 and tokens[verb].pos in {"DET", "ADV"}:
        verb -= 1
    told_to = lexicon.pack.attribution_phrases.told_to
    way = tokens[verb].norm if tokens[verb].norm in told_to and verb > 0 else "object"
    verb -= way != "object"
    if way != "object" and tokens[verb].pos == "NOUN" and tokens[verb].lemma in lexicon.nouns:
        return not ACRONYM.match(tokens[run.first].text)  # `the mayor's admission to Kustnytt that`
    if tokens[verb].pos not in VERBAL or tokens[verb].sentence != tokens[run.first].sentence:
        return False
    entries = [e.verb for e in lexicon.verbs.get(tokens[verb].lemma, ()) if not e.words]
    if not any(way in e.addressee and e.class_ in HEARERS for e in entries):
        return False
    if ACRONYM.match(tokens[run.first].text) or (run.last < len(tokens) and tokens[run.last].norm in {"'s", "'"}):
        return False
    behind = tokens[run.last] if run.last < len(tokens) else None
    return behind is None or behind.sentence != tokens[run.first].sentence or behind.pos in {*SMALL, "PUNCT", "PROPN"}


def by_deed(reading: Reading, run: Run) -> bool:
    """Whether a name does what only an outlet does: `Kustnytt headlined`, `Rede Sul quoted him as saying`, `has learned`."""
    tokens, phrases = reading.tokens, reading.lexicon(run.first).pack.attribution_phrases
    near = [t for t in tokens[run.last : run.last + 4] if t.sentence == tokens[run.first].sentence]
    verb = next((t for t in near if t.pos == "VERB"), None)
    if verb is None or any(t.pos not in {"AUX", "ADV"} for t in near[: near.index(verb)]):
        return False
    had = any(t.pos == "AUX" for t in near[: near.index(verb)])
    things = [tokens[c] for c in reading.annotation.dependents(verb.i, "obj") if c > verb.i]
    if verb.lemma in phrases.carrying and any(t.lemma in phrases.accounts for t in things):
        return True
    if verb.lemma in phrases.publishing or (had and verb.lemma in phrases.finding_out):
        return True
    articled = run.first > 0 and tokens[run.first - 1].pos == "DET"
    if verb.lemma in phrases.reaching:
        return articled or len(folded(reading, run)) > 1
    told = any(
        e.verb.class_ in HEARERS and "object" in e.verb.addressee
        for e in reading.lexicon(verb.i).verbs.get(verb.lemma, ())
    )
    return told and had and verb.i + 1 < len(tokens) and tokens[verb.i + 1].norm in phrases.agents


def on_air(reading: Reading, run: Run) -> bool:
    """`said on Kanaal Zuid`, `Live with Outback FM`: where something is said that is no street, hill, ship's deck or feast."""
    tokens = reading.tokens
    if not run.first or tokens[run.first - 1].norm not in reading.lexicon(run.first).pack.attribution_phrases.on_air:
        return False
    pack = reading.lexicon(run.first).pack
    if any({t.lemma, t.norm} & {*pack.attribution_phrases.grounds} for t in tokens[run.last : run.last + 1]):
        return False  # `on Brandt street`
    first, last = reading.annotation.sentences[tokens[run.first].sentence]
    verb = next((t.i for t in reversed(tokens[first : run.first]) if t.pos in VERBAL), None)
    if verb is None:  # `On Newsdesk 7, the curator said that`
        verb = next((t.i for t in tokens[run.last : last] if t.pos in VERBAL), None)
    if verb is None:
        return False
    ending = tokens[run.last - 1].text
    broadcaster = ACRONYM.match(ending) is not None or ending.isdigit()  # `Lagoon FM`
    return broadcaster or tokens[verb].lemma in pack.attribution_phrases.appearing
