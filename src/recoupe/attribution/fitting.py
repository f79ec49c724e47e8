"""Where a frame fits a sentence: its fixed words in order, and between them what can fill its gaps.

What stands between two fixed words is read as it stands, so that a parse gone wrong inside it does no harm.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.attribution.citing import consulted
from recoupe.attribution.cues import can_speak, opens_aside
from recoupe.attribution.draft import Reading
from recoupe.attribution.forms import BRACKETS, Item, groups
from recoupe.attribution.lexicon import unelided
from recoupe.attribution.media import calendar_word, may_be_outlet
from recoupe.attribution.openings import DASHES
from recoupe.attribution.relays import medium
from recoupe.attribution.sources import source_tokens
from recoupe.attribution.syntax import VERBAL, is_gerund, is_relative, phrase_head
from recoupe.languages.inflection import possible_infinitives

LONGEST = 18  # tokens of who speaks
OUTLET = 10  # tokens of an outlet with what it is called
EVENT = 40  # tokens of a noun phrase that names what is said
HEAD = 14  # tokens of a content's first part
GAP = 7  # tokens that a gap may hold
FREE = 16  # tokens of words that are free
SHORTEST = 3  # tokens of a content
AT_MOST = {
    "gap": GAP,
    "near": GAP,
    "outlet": OUTLET,
    "press": OUTLET,
    "event": EVENT,
    "happening": EVENT,
    "deed": EVENT,
    "head": HEAD,
    "free": FREE,
}  # tokens that gaps may hold
NOUN_WITHIN = 3  # tokens in which the noun of an event stands
VERB_WITHIN = 3  # tokens in which the main verb of the rest stands
NOMINAL = {"NOUN", "PROPN", "PRON"}
OPENERS = {"DET", "PROPN", "NUM", "NOUN", "ADJ", "PRON", "X"}
EMPTY = {"gap", "near", "free", "loose"}  # gaps that may hold nothing
SPEAKERS = {"who", "voice", "outlet", "press"}
CLOSING = {"”", '"', "»", "’", "'"}
NOUN_FOLLOWS = {"DET", "ADP", "ADJ", "NUM"}
FUNCTION = {"ADP", "ADV", "SCONJ", "CCONJ", "PUNCT", "AUX", "PART"}

Found = tuple[tuple[str, int, int], ...]
"""How items fill tokens: for each its gap's name, empty for a fixed word, and tokens [first, last)."""


@dataclass(frozen=True)
class Sentence:
    """A sentence that frames are tried on.

    places: the tokens that can be a fixed word, in order, by that word; ends: what has been found of choices, by their identity
    (forms share them) and the token that they were asked for at; fills: what can fill which gap, by its name and tokens.
    """

    reading: Reading
    places: Mapping[str, Sequence[int]]
    ends: dict[tuple[int, int], int | None] = field(default_factory=dict)
    fills: dict[tuple[str, int, int], bool] = field(default_factory=dict)

    def filled(self, name: str, first: int, last: int) -> bool:
        """Whether tokens [first, last) can fill a gap: many frames ask it of the same ones."""
        key = name, first, last
        if key not in self.fills:
            self.fills[key] = filled(self.reading, name, first, last)
        return self.fills[key]


def sentence_of(reading: Reading, first: int, stop: int) -> Sentence:
    """Tokens [first, stop) by the fixed words that they can be."""
    places: dict[str, list[int]] = {}
    for i in range(first, stop):
        for word in offered(reading, i):
            places.setdefault(word, []).append(i)
    return Sentence(reading, places)


def opened(sentence: Sentence, at: int) -> Sentence:
    """A sentence of which a part is read from a token on, which may have a capital for that reason alone."""
    added = opening_words(sentence.reading, at) - offered(sentence.reading, at)
    if not added:
        return sentence
    held = {word: tuple(sorted((*sentence.places.get(word, ()), at))) for word in added}
    return Sentence(sentence.reading, {**sentence.places, **held}, fills=sentence.fills)


def offered(reading: Reading, i: int) -> frozenset[str]:
    """The fixed words of a frame that a token can be."""
    token = reading.tokens[i]
    words = {token.norm, unelided(token)}
    if token.text in DASHES and not hyphenates(reading, i):
        words.add("-")
    words.update(sign for sign, mark in BRACKETS.items() if mark == token.text)
    if token.text.islower():
        for lemma in {token.lemma, *unknown_verb(reading, i)}:
            words |= {f"={lemma}", *groups(token.language).get(lemma, ())}
    elif i and reading.tokens[i - 1].pos == "PUNCT" and reading.quotation_at(token.start) is not None:
        words |= opening_words(reading, i)
    return frozenset(words)


def hyphenates(reading: Reading, i: int) -> bool:
    """Whether a token touches the words on both of its sides, as a hyphen does and no dash (`a 15-count complaint`)."""
    tokens = reading.tokens
    inside = 0 < i < len(tokens) - 1
    return inside and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def unknown_verb(reading: Reading, i: int) -> tuple[str, ...]:
    """Infinitives that a form may be of, which the tagger may not know for what it is (`n'en démord pas`, `il campe sur`)."""
    before = reading.tokens[i - 1] if i else None
    named = before is not None and before.pos in NOUN_FOLLOWS and reading.tokens[i].pos not in VERBAL
    named = named and not taken_up(reading, i)
    return () if named else possible_infinitives(reading.tokens[i].norm, reading.tokens[i].language)


def taken_up(reading: Reading, i: int) -> bool:
    """Whether a word behind a pronoun with the form of an article is a verb that the tagger takes for a noun (`le signalait`)."""
    lexicon = reading.lexicon(i)
    if not i or reading.tokens[i - 1].norm not in lexicon.pack.settings.resumptives:
        return False
    lemma, packs = reading.tokens[i].lemma, lexicon.pack
    return not (lemma in lexicon.nouns or lemma in packs.events.nouns or lemma in packs.reporting_nouns.stated)


def opening_words(reading: Reading, i: int) -> frozenset[str]:
    """The groups of words that a token with a capital belongs to where a sentence or a quotation opens with it."""
    token = reading.tokens[i]
    return groups(token.language).get(token.norm, frozenset()) if token.text.istitle() else frozenset()


def reached(sentence: Sentence, items: tuple[Item, ...], at: int) -> int | None:
    """The first end that items without gaps can reach from a token where anything may stand between them; `None` where
    words are missing.
    """
    for item in items:
        if isinstance(item, tuple):
            end = chosen(sentence, item, at)
            if end is None:
                return None
            at = end
        else:
            places = sentence.places.get(item)
            if places is None:
                return None
            k = bisect_left(places, at)
            if k == len(places):
                return None
            at = places[k] + 1
    return at


def chosen(sentence: Sentence, choice: tuple[tuple[Item, ...], ...], at: int) -> int | None:
    """The first end that one of the options of a choice can reach from a token."""
    key = (id(choice), at)
    if key not in sentence.ends:
        ends = (reached(sentence, option, at) for option in choice)
        sentence.ends[key] = min((end for end in ends if end is not None), default=None)
    return sentence.ends[key]


def matches(sentence: Sentence, items: tuple[Item, ...], i: int, stop: int) -> Iterator[Found]:
    """Every way in which items fill tokens [i, stop)."""
    if not items:
        if i == stop:
            yield ()
        return
    item, rest = items[0], items[1:]
    if isinstance(item, tuple):
        for option in item:
            yield from matches(sentence, (*option, *rest), i, stop)
    elif not item.startswith("{"):
        if i < stop and fits(sentence, i, item):
            for found in matches(sentence, rest, i + 1, stop):
                yield (("", i, i + 1), *found)
        if item == "," and inside_marks(sentence.reading, i):
            yield from matches(sentence, rest, i, stop)
    else:
        name = item[1:-1]
        for end in ends_of(sentence, name, rest, i, stop):
            if sentence.filled(name, i, end):
                for found in matches(sentence, rest, end, stop):
                    yield ((name, i, end), *found)
                if end < stop and closes_aside(sentence.reading, name, i, end):
                    for found in matches(sentence, rest, end + 1, stop):
                        yield ((name, i, end), *found)


def inside_marks(reading: Reading, i: int) -> bool:
    """Whether the comma that a frame has before a token stands inside the quotation marks that close there (`..., "`)."""
    tokens = reading.tokens
    return i > 1 and tokens[i - 1].text in CLOSING and tokens[i - 2].text in {",", "!", "?", "…"}


def closes_aside(reading: Reading, name: str, first: int, end: int) -> bool:
    """Whether a comma closes what stands behind one in a noun phrase: `Ivo Brandl, the harbour master, |`."""
    held = any(t.text == "," for t in reading.tokens[first:end])
    return name in SPEAKERS and held and reading.tokens[end].text == ","


def ends_of(sentence: Sentence, name: str, rest: tuple[Item, ...], i: int, stop: int) -> Iterable[int]:
    """Where a gap that begins at a token may end, in the order in which the ends are tried."""
    if not rest:
        return (stop,) if stop > i or name in EMPTY else ()
    longest = stop - i if name == "said" else AT_MOST.get(name, LONGEST)
    least = i if name in EMPTY else i + 1
    last = min(stop, i + longest)
    begun = beginnings(sentence, rest, least, last + 1, stop)
    behind_comma = (k - 1 for k in begun if least < k < stop and closes_aside(sentence.reading, name, i, k - 1))
    ends = sorted({*(k for k in begun if k <= last), *behind_comma})
    if name in SPEAKERS and open_behind(rest):
        whole = phrase_end(sentence.reading, i, stop)
        return sorted(ends, key=lambda k: (k != whole, -k))
    return ends if name not in {"said", "event", "happening"} or rest[0] == "{rest}" else reversed(ends)


def open_behind(items: tuple[Item, ...]) -> bool:
    """Whether a gap that takes any words comes next, but for a choice that may be of nothing."""
    item = next((i for i in items if not (isinstance(i, tuple) and () in i)), "")
    return item in {"{gap}", "{near}", "{rest}", "{free}"}


def phrase_end(reading: Reading, first: int, stop: int) -> int:
    """The end of the noun phrase that begins at a token, as sources have it, with the name that touches it."""
    tokens = reading.tokens
    places = range(first, min(stop, first + LONGEST))
    if not places:
        return stop  # (`she told`, and the text ends)
    head = next((i for i in places if tokens[i].pos in NOMINAL and can_speak(reading, i)), first)
    head = phrase_head(reading.annotation, head) if first <= phrase_head(reading.annotation, head) < stop else head
    while tokens[head].dep.startswith(("compound", "amod", "nmod:desc")) and head < tokens[head].head < places.stop:
        head = tokens[head].head  # `the public radio | station`
    end = before_matter(reading, head, min(stop, source_tokens(reading, head)[1]))
    while end < stop and tokens[end].text[:1].isupper() and not calendar_word(reading, end):
        end += 1
    return end


def before_matter(reading: Reading, head: int, end: int) -> int:
    """The end of a person's name before what is spoken of, which the parse may hang on it (`says Ada Lind | of the sale`)."""
    tokens = reading.tokens
    if tokens[head].pos != "PROPN":
        return end
    for i in range(head + 1, end - 1):
        noun = next((t for t in tokens[i + 1 : end] if t.pos in NOMINAL), None)
        matter = noun is not None and noun.pos == "NOUN" and noun.text.islower() and not can_speak(reading, noun.i)
        if tokens[i].pos == "ADP" and tokens[i].text.islower() and matter:
            return i
    return end


def beginnings(sentence: Sentence, items: tuple[Item, ...], low: int, high: int, stop: int) -> list[int]:
    """The tokens of [low, high] where the first of some items can stand; [.., stop) is what they may fill."""
    if not items:
        return [stop] if low <= stop <= high else []
    item = items[0]
    if isinstance(item, tuple):
        return sorted({k for option in item for k in beginnings(sentence, (*option, *items[1:]), low, high, stop)})
    if item.startswith("{"):
        return list(range(low, min(high, stop) + 1))
    places = sentence.places.get(item, ())
    found = list(places[bisect_left(places, low) : bisect_left(places, min(high + 1, stop))])
    if item == ",":
        found += (k for k in range(low, min(high + 1, stop)) if inside_marks(sentence.reading, k))
    return found


def fits(sentence: Sentence, i: int, item: str) -> bool:
    """Whether a token is a fixed word of a frame."""
    places = sentence.places.get(item, ())
    k = bisect_left(places, i)
    return k < len(places) and places[k] == i


def filled(reading: Reading, name: str, first: int, last: int) -> bool:
    """Whether tokens [first, last) can fill a gap of a frame."""
    if name == "free":
        return not any(t.text in {":", "«", "“"} for t in reading.tokens[first:last])
    if name == "loose":
        return True
    if name == "tail":
        return any(t.pos in VERBAL for t in reading.tokens[first : min(last, first + VERB_WITHIN)])
    if name == "rest":
        return any(finite_form(reading, i) for i in range(first, min(last, first + VERB_WITHIN)))
    if name == "deed":
        return any(t.has("VerbForm=Inf") for t in reading.tokens[first : min(last, first + VERB_WITHIN)])
    if name in {"gap", "near"}:
        if name == "near" and any(t.text == "," for t in reading.tokens[first:last]):
            return False
        inside = reading.tokens[first:last]
        helped = [t.i for t in inside if finite_form(reading, t.i)]
        if any(t.text in {":", ";", "«", "»", "“", "”"} for t in inside) or goes_on_saying(reading, first, last):
            return False
        return not helped or (helped == [first] and helps(reading, first, last))
    if name == "said":
        return states(reading, first, last)
    if name == "head":
        return not loose_verb(reading, first, last) and not any(
            t.text in {":", ";", ",", "«", "“", '"'} for t in reading.tokens[first:last]
        )
    if name == "line":
        return is_line(reading, first, last)
    if name == "event":
        return names_event(reading, first, last)
    if name == "happening":
        return names_event(reading, first, last) and of_event_noun(reading, first, last)
    if not is_phrase(reading, first, last):
        return False
    own = head_part(reading, first, last)
    outlet = any(medium(reading, i) for i in own) or works_for_outlet(reading, own, last)
    if name == "voice" and any(consulted(reading, i) for i in own):
        return False
    if name == "outlet":
        return outlet
    if name == "press":
        return outlet or may_be_outlet(reading, own)
    told = any(medium(reading, i) for i in range(own.stop, last))  # `dires d'un ingénieur | de l'agence Orbis`
    return not told and (name == "who" or not outlet)


def works_for_outlet(reading: Reading, own: range, last: int) -> bool:
    """Whether a phrase is of those who work for an outlet, or of its site, pages, reports (`la rédaction | de Radio Brune`)."""
    tokens = reading.tokens
    noun = next((i for i in own if tokens[i].pos == "NOUN"), None)
    if noun is None or own.stop >= last or any(t.text == "," for t in tokens[own.stop : last]):
        return False
    lexicon = reading.lexicon(noun)
    of = {*lexicon.pack.attribution_phrases.newsroom, *lexicon.pack.attribution_phrases.issues}
    return tokens[noun].lemma in of and any(medium(reading, i) for i in range(own.stop, last))


def goes_on_saying(reading: Reading, first: int, last: int) -> bool:
    """Whether a participle of a verb of saying stands behind a comma in a gap: another one's words follow it (`denied the
    report | , insisting | that F`).
    """
    tokens = reading.tokens
    return any(
        tokens[k - 1].text == "," and is_gerund(tokens[k]) and tokens[k].lemma in reading.lexicon(k).verbs
        for k in range(max(1, first), last)
    )


def helps(reading: Reading, first: int, last: int) -> bool:
    """Whether a gap [first, last) opens with the auxiliary of an active verb and denies nothing (`| has since | told`)."""
    inside = reading.tokens[first:last]
    active = inside[0].dep in {"aux", "aux:tense"} and first < inside[0].head <= last
    return active and not any(t.has("Polarity=Neg") or t.dep == "aux:pass" for t in inside)


def is_line(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) are a headline: wholly in quotation marks, or in capital letters."""
    tokens = reading.tokens
    if last - first < SHORTEST:
        return False
    quotation = reading.quotation_at(tokens[first].start)
    if quotation is not None and quotation.outer_start == tokens[first].start:
        return bool(quotation.outer_end == tokens[last - 1].end)
    inside = [t.text for t in tokens[first:last] if t.text.isalpha()]
    return len(inside) >= SHORTEST and all(w.isupper() for w in inside)


def finite_form(reading: Reading, i: int) -> bool:
    """Whether a token is by its own form a finite verb or auxiliary."""
    token = reading.tokens[i]
    return token.pos in VERBAL and token.has("VerbForm=Fin")


def states(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) are a clause of their own or stand in quotation marks."""
    tokens = reading.tokens
    if last - first < SHORTEST:
        return False
    if tokens[first].norm in reading.lexicon(first).pack.settings.complementisers:
        return False
    follows = first > 0 and tokens[first - 1].norm in reading.lexicon(first).pack.settings.complementisers
    if follows and finite_form(reading, first):
        return False  # `super PACs that | have raised millions`; but `at no time | did their client leave`
    if any(t.text == ":" and reading.quotation_at(t.start) is None for t in tokens[first:last]):
        return False
    return any(t.pos in VERBAL and not t.has("VerbForm=Inf") for t in tokens[first:last])


def names_event(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) are a noun phrase with an article or a figure, without a verb of its own."""
    tokens = reading.tokens
    if last - first < SHORTEST or tokens[first].pos not in {"DET", "NOUN", "ADJ", "NUM"}:
        return False
    inside = tokens[first:last]
    if tokens[first].has("Poss=Yes") or any(t.text in {":", ";", ","} for t in inside):
        return False
    return any(t.pos == "NOUN" for t in inside[:NOUN_WITHIN]) and not loose_verb(reading, first, last)


def of_event_noun(reading: Reading, first: int, last: int) -> bool:
    """Whether one of the nouns that a phrase opens with is of an event, or of what is stated (`the swift | removal`)."""
    inside = [t for t in reading.tokens[first : min(last, first + NOUN_WITHIN)] if t.pos == "NOUN"]
    pack = reading.lexicon(first).pack
    return any(t.lemma in pack.events.nouns or t.lemma in pack.reporting_nouns.stated for t in inside)


def loose_verb(reading: Reading, first: int, last: int) -> bool:
    """Whether a finite verb stands in [first, last) outside a relative clause.

    A verb behind a relative clause whose subject stands before it is outside (`the captain | of a ship that sank | was held`).
    """
    tokens = reading.tokens
    relative = last
    for token in tokens[first:last]:
        relative = min(relative, token.i) if is_relative(token) else relative
        if not finite_form(reading, token.i) or token.dep.startswith("compound"):
            continue
        verb = token.head if token.dep.startswith("aux") else token.i
        if token.i < relative or any(t.head == verb and t.dep.startswith("nsubj") for t in tokens[first:relative]):
            return True
    return False


def head_part(reading: Reading, first: int, last: int) -> range:
    """The tokens of a noun phrase before its first complement, comma or relative clause; a name goes on behind its `of`."""
    tokens = reading.tokens
    for i in range(first + 1, last):
        token = tokens[i]
        name = token.pos == "ADP" and tokens[i - 1].pos == "PROPN" and i + 1 < last and tokens[i + 1].text[:1].isupper()
        if (token.pos == "ADP" and not name) or token.text == "," or is_relative(token):
            return range(first, i)
    return range(first, last)


def is_phrase(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) are one noun phrase of somebody who can speak."""
    tokens = reading.tokens
    inside = tokens[first:last]
    settings = reading.lexicon(first).pack.settings if inside else None
    if settings is not None and inside[0].norm in {*settings.nobody, *settings.complementisers}:
        return False  # `| Qu'| on se le dise, insiste la maire`
    if inside and opens_aside(reading, first):
        return False  # `Interrogée hier, l'élue le confirme`
    if not inside or not opens_phrase(reading, first, last):
        return False
    if inside[0].has("PronType=Rel") or inside[-1].pos in {"DET", "ADP", "CCONJ", "SCONJ", "PUNCT"}:
        return False
    if any(t.text in {":", ";", "«", "“", "”", "»", '"', "("} for t in inside) or loose_verb(reading, first, last):
        return False
    commas = [t.i for t in inside if t.text == ","]
    if len(commas) == 1 and told_beside(reading, commas[0], last):
        return is_phrase(reading, first, commas[0])
    if len(commas) > 1 or (commas and any(finite_form(reading, t.i) for t in inside)):
        return False
    if commas and tokens[commas[0] + 1].pos not in {"DET", "PROPN", "NOUN", "ADJ"}:
        return False  # `the mayor, | parked at the station`
    if inside[0].norm in reading.lexicon(first).pack.negation.determiners:
        return False  # `citing no source`
    if any(opens_clause(reading, t.i) for t in inside[1:]):
        return False  # `a appris d' un ancien salarié | que l'usine a fermé`
    if any(opens_adverbial(reading, t.i) for t in inside[1:]):
        return False  # `le maire | dès que l'on évoque la fuite`
    if len(inside) == 1 and inside[0].pos == "NOUN" and inside[0].lemma in reading.lexicon(first).documents:
        return False  # `le rapport d' | audit |, daté de mars, indique que`
    own = inside[0].has("PronType=Ind") or inside[0].has("Poss=Yes")  # `some of them`, `her lawyer`
    if inside[0].pos == "PRON" and len(inside) > 1 and not own:
        return False
    own_words = head_part(reading, first, last)
    speaks = any(can_speak(reading, i) for i in own_words) or works_for_outlet(reading, own_words, last)
    return speaks or says_itself(reading, first, last)


def told_beside(reading: Reading, comma: int, last: int) -> bool:
    """Whether what stands behind a comma tells of a noun phrase before it, with a verb, and a comma closes it.

    `a clerk, | who fears reprisals |, confirms`; `Ivo Sand, | a clerk who fears reprisals |, confirms`.
    """
    tokens = reading.tokens
    closed = last < len(tokens) and tokens[last].text == "," and comma + 1 < last
    if not closed or is_relative(tokens[comma + 1]):
        return closed
    relative = next((i for i in range(comma + 2, last) if is_relative(tokens[i])), None)
    return relative is not None and is_phrase(reading, comma + 1, relative)


def opens_clause(reading: Reading, i: int) -> bool:
    """Whether a token is a conjunction that brings a clause with its subject, right behind a noun phrase."""
    tokens = reading.tokens
    joined = tokens[i].norm in reading.lexicon(i).pack.settings.complementisers
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    return joined and tokens[i - 1].text != "," and behind is not None and behind.pos in {"DET", "PROPN", "PRON"}


def opens_adverbial(reading: Reading, i: int) -> bool:
    """Whether a token brings a clause with the conjunction before it (`dès | que`), or a clause of time."""
    settings = reading.lexicon(i).pack.settings
    joined = reading.tokens[i].norm in settings.complementisers
    return joined and reading.tokens[i - 1].norm in {*settings.before_other_conjunctions, *settings.temporal}


def opens_phrase(reading: Reading, first: int, last: int) -> bool:
    """Whether a noun phrase can open with a token: by its tag, as a name, or as an office before one (`to engineer Ada Lind`)."""
    tokens = reading.tokens
    if tokens[first].pos in OPENERS:
        return True
    if tokens[first].text[:1].isupper():
        return tokens[first].pos not in FUNCTION
    named = first + 1 < last and tokens[first + 1].text[:1].isupper()
    return named and tokens[first].norm in reading.lexicon(first).roles


def says_itself(reading: Reading, first: int, last: int) -> bool:
    """Whether tokens [first, last) are a pronoun of a thing right before a verb of denial, as a body has (`It denies that`)."""
    tokens = reading.tokens
    if last - first > 1 or last >= len(tokens) or tokens[first].pos != "PRON" or not tokens[first].has("Person=3"):
        return False
    return any(e.verb.class_ == "denial" for e in reading.lexicon(last).verbs.get(tokens[last].lemma, ()))
