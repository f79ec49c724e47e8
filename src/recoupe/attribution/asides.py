"""What tells of a source beside it: `un élu, cité dans L'Écho,`, `des courriels échangés en mars, que Le Phare a pu consulter,`.

Such words are no part of what is said, and may name the outlet through which it came. They follow the source, touching it
or between commas, or open its sentence (`Interrogé par Le Phare sur ce point, le maire a dit`).
"""

from collections.abc import Iterator

from recoupe.attribution.carried import outlet_name
from recoupe.attribution.draft import MARKS, Draft, Range, Reading
from recoupe.attribution.lexicon import uncontracted
from recoupe.attribution.media import may_be_outlet
from recoupe.attribution.relays import bare, is_wire, medium, takes_hearer
from recoupe.attribution.syntax import VERBAL, is_finite, is_gerund, is_relative
from recoupe.languages.inflection import infinitives

LONGEST = 45  # tokens of an aside
OPENING = 30  # tokens of one that opens its sentence
NOUN_WITHIN = 5  # tokens in which the noun behind a preposition stands
DEED = {"AUX", "ADV", "PRON", "PART", "VERB", "ADJ", "DET"}  # what may stand between a subject and the verb of its deed


def through_aside(reading: Reading, draft: Draft) -> Range | None:
    """The outlet that an aside of a draft's source names as the one that has heard, obtained or published it."""
    own = reading.between(*draft.source) if draft.source is not None else ()
    head = next((t.i for t in own if t.pos in {"NOUN", "PROPN"}), None)
    if head is None or medium(reading, head):
        return None
    for first, last in asides(reading, draft):
        for i in range(first, last):
            if draft.covers(reading.tokens[i].start) or bare(reading, i):
                continue
            name = outlet_name(reading, i)
            begin, end = max(first, name.first), min(last, name.last)
            named = may_be_outlet(reading, range(begin, end)) and stands_as_outlet(reading, begin)
            if (medium(reading, i) or named) and passes_on(reading, begin, end, (first, last)):
                return reading.offsets(phrase_start(reading, begin, first), end)
    return None


def asides(reading: Reading, draft: Draft) -> Iterator[tuple[int, int]]:
    """The asides of a draft's source as tokens [first, last)."""
    own = reading.between(*draft.source) if draft.source is not None else ()
    if not own:
        return
    start, stop = reading.annotation.sentences[own[0].sentence]
    begin = next((t.i for t in own[1:] if opens_aside(reading, t.i)), own[-1].i + 1)
    while begin < stop and reading.tokens[begin].text in MARKS:
        begin += 1  # `le patron du « Sterne », | que nos confrères ont joint`
    end = aside_end(reading, begin, stop)
    if end > begin:
        yield begin + (reading.tokens[begin].text == ","), end
    if opens_sentence(reading, start):
        commas = [i for i in range(start, own[0].i) if reading.tokens[i].text == ","]
        if commas and commas[0] < start + OPENING:
            yield start, commas[-1]


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
    if is_relative(token) or (token.pos == "ADP" and i + 1 < len(tokens) and is_relative(tokens[i + 1])):
        return True
    return is_participle(reading, i)


def opens_sentence(reading: Reading, start: int) -> bool:
    """Whether a sentence opens with a participle, a clause of time, or what was said or written on some occasion."""
    if is_participle(reading, start) or reading.tokens[start].norm in reading.lexicon(start).pack.settings.temporal:
        return True
    return on_occasion(reading, start)


def on_occasion(reading: Reading, start: int) -> bool:
    """Whether a preposition and a noun of words stand at a token (`Dans un courrier dont ...`, `À la question de Y, ...`)."""
    lexicon = reading.lexicon(start)
    if reading.tokens[start].norm not in lexicon.pack.attribution_phrases.occasions:
        return False
    noun = next((t for t in reading.tokens[start + 1 : start + NOUN_WITHIN] if t.pos in {"NOUN", "PROPN"}), None)
    if noun is None or noun.text[:1].isupper():
        return False
    held = {*lexicon.documents, *lexicon.nouns, *lexicon.channels, *lexicon.pack.attribution_phrases.accounts}
    return noun.lemma in held or passes(reading, noun.i)


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
    """Whether a word tells of hearing, obtaining or publishing what somebody says, whatever its form."""
    token = reading.tokens[i]
    passing = {*reading.lexicon(i).pack.attribution_phrases.passing}
    if token.pos in {*VERBAL, "ADJ", "NOUN", "PROPN"} and passing & {token.lemma, token.norm}:
        return True
    return any(verb in passing for verb in infinitives(token.norm, token.language))


def passes_on(reading: Reading, begin: int, end: int, aside: tuple[int, int]) -> bool:
    """Whether a name, tokens [begin, end), is in an aside the one that hears, obtains or publishes.

    It is the agent or stands behind another preposition of such a verb (`cité par X`, `confié au X`), or is its subject,
    before it (`que X a pu lire`) or behind it (`que cite X`); never what the verb is done to (`qui a lu X`), unless that is
    a verb that takes its hearer so (`who told X`).
    """
    tokens = reading.tokens
    head = next((i for i in range(begin, end) if not begin <= tokens[i].head < end), begin)
    above = tokens[head].head
    if tokens[head].dep.startswith("nmod") and aside[0] <= above < begin and tokens[above].pos == "NOUN":
        return passes_on(reading, above, end, aside)  # `par un envoyé spécial | de X`, `sur l'antenne | de X`
    before = phrase_start(reading, begin, aside[0]) - 1
    if before < aside[0]:
        return False
    if tokens[before].pos == "ADP" or uncontracted(tokens[before]) != tokens[before].norm:
        return governed(reading, before, aside[0])
    verb = behind_adjunct(reading, before, aside[0])
    if is_verb(reading, verb):
        relative = [t for t in tokens[aside[0] : verb] if t.has("PronType=Rel")]
        by_subject = any(t.dep.startswith("nsubj") and tokens[t.i - 1].pos != "ADP" for t in relative)
        inverted = opens_relative(reading, aside[0]) and not by_subject
        return passes(reading, verb) if inverted else takes_hearer(reading, verb)
    return deed_of(reading, end, aside[1])


def behind_adjunct(reading: Reading, i: int, least: int) -> int:
    """The token before the adjunct that ends with a token (`qu'ont joint | par satellite | nos confrères`), else that token."""
    case = phrase_start(reading, i, least) - 1
    held = reading.tokens[i].pos == "NOUN" and case > least and reading.tokens[case].pos == "ADP"
    return case - 1 if held else i


def phrase_start(reading: Reading, begin: int, least: int) -> int:
    """The first token of the noun phrase that ends in a name: its article, and what it is (`l'agence de presse | Orbis`)."""
    tokens, first = reading.tokens, begin
    while first > least and tokens[first].pos != "DET":
        before = tokens[first - 1]
        inside = before.pos == "ADP" and first - 2 >= least and is_wire(reading, first - 2)
        small = before.pos in {"ADJ", "NOUN", "NUM"} and before.text[:1].islower()
        article = before.pos == "DET" and not before.has("PronType=Int")  # `Quand | Le Phare`
        if not article and not inside and (not small or is_participle(reading, before.i)):
            break
        first -= 1
    return first


def governed(reading: Reading, case: int, least: int) -> bool:
    """Whether the nearest verb before a preposition passes on what is said, or a noun of doing so stands between."""
    for i in range(case - 1, least - 1, -1):
        if passes(reading, i):
            return True
        if is_verb(reading, i):
            return False
    return False


def is_verb(reading: Reading, i: int) -> bool:
    """Whether a token is a verb, or a participle whatever its tag."""
    return reading.tokens[i].pos == "VERB" or is_participle(reading, i)


def opens_relative(reading: Reading, i: int) -> bool:
    """Whether a relative clause opens at a token of an aside."""
    return any(t.has("PronType=Rel") or is_mark(reading, t.i) for t in reading.tokens[i : i + 2])


def is_mark(reading: Reading, i: int) -> bool:
    """Whether a token is a word that brings a clause."""
    return reading.tokens[i].norm in reading.lexicon(i).pack.settings.complementisers


def deed_of(reading: Reading, first: int, last: int) -> bool:
    """Whether the verb behind a subject that ends before a token passes on what is said (`| a pu lire`, `| a eu copie`)."""
    tokens = reading.tokens
    if first + 1 < last and tokens[first].text == "," and opens_relative(reading, first + 1):
        first = next((i + 1 for i in range(first + 1, last) if tokens[i].text == ","), last)
    for i in range(first, last):
        if passes(reading, i):
            return True
        if tokens[i].pos not in DEED:
            return False
    return False


def stands_as_outlet(reading: Reading, begin: int) -> bool:
    """Whether a name that begins at a token stands where only an outlet can.

    With its own article and behind the preposition of a participle (`cité dans L'Écho`); behind a relative pronoun (`que Le
    Phare a consulté`); behind those who work for one (`nos confrères d'Ouest-Marine`).
    """
    tokens, lexicon = reading.tokens, reading.lexicon(begin)
    if not begin:
        return False
    articled = tokens[begin].norm in lexicon.pack.events.articles
    before = begin - 1 if articled or tokens[begin - 1].norm not in lexicon.pack.events.articles else begin - 2
    if tokens[before].has("PronType=Rel") or is_mark(reading, before):
        return True
    if tokens[before].norm in lexicon.pack.settings.temporal:
        return articled
    if before < 1:
        return False
    if tokens[before - 1].lemma in lexicon.pack.attribution_phrases.newsroom:
        return tokens[before].pos == "ADP"
    with_article = before < begin - 1 or articled or tokens[before].norm in lexicon.pack.settings.contractions
    verb = before - 1
    while verb > 0 and tokens[before].pos == "ADP" and tokens[verb].pos == "ADP":
        verb -= 1  # `exprimée | auprès de L'Écho`
    case = tokens[before].pos == "ADP" and not is_finite(reading.annotation, verb)
    return with_article and case and passes(reading, verb)
