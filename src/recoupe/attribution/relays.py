"""The go-between through whom a content reached the report: `a dit à l'AFP`, `dans un entretien à`, `interrogé par`."""

from collections.abc import Sequence

from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.lexicon import same_word, uncontracted
from recoupe.attribution.media import before_person, folded, names_elsewhere, names_in
from recoupe.attribution.sources import source_span
from recoupe.attribution.syntax import VERBAL, is_finite
from recoupe.ingest.names import HOST, tells_outlet
from recoupe.languages import shared_pack

WINDOW = 30  # tokens around a cue
REACH = 9
LONGEST_NAME = 6  # words of an outlet's name


def relay_of(reading: Reading, draft: Draft) -> Range | None:
    """The relay named in the cue's clause, outside the content; `None` where there is none."""
    if draft.relay is not None:
        return draft.relay
    if draft.cue_token is None:
        return None
    tokens = reading.tokens
    sentence_first, sentence_last = reading.annotation.sentences[tokens[draft.cue_token].sentence]
    low, high = max(sentence_first, draft.cue_token - WINDOW), min(sentence_last, draft.cue_token + WINDOW)
    candidates = []
    for i in range(low, high):
        if draft.covers(tokens[i].start) or (draft.source and draft.source[0] <= tokens[i].start < draft.source[1]):
            continue
        if crosses_clause(reading, draft, draft.cue_token, i):
            continue
        found = relay_at(reading, i)
        found = named_part(reading, found) if found is not None else None
        if found is not None and not draft.covers(found[0]) and found != draft.source:
            candidates.append((abs(i - draft.cue_token), found))
    return min(candidates)[1] if candidates else None


def named_part(reading: Reading, span: Range) -> Range | None:
    """The words of a relay before a clause that the parse hangs on it; `None` where they are of the press at large.

    `told the press`, `a déclaré aux médias`: nobody in particular has passed it on.
    """
    own = list(reading.between(*span))
    lexicon = reading.lexicon(own[0].i)
    opens = (
        t.i
        for t in own[1:]
        if t.text.islower() and (t.pos in VERBAL or t.norm in lexicon.pack.settings.complementisers)
    )
    own = [t for t in own if t.i < next(opens, own[-1].i + 1)]
    words = [t for t in own if t.pos not in {"DET", "ADP", "PUNCT"}]
    at_large = lexicon.pack.attribution_phrases.at_large
    if words and all(t.norm in at_large for t in words):
        return None
    return own[0].start, own[-1].end


def crosses_clause(reading: Reading, draft: Draft, cue: int, i: int) -> bool:
    """Whether a token stands in a relative clause, or another finite clause outside the content between it and the cue."""
    low, high = sorted((cue, i))
    annotation = reading.annotation
    own = {cue, *annotation.ancestors(cue)}
    if any(reading.tokens[k].dep.startswith("acl:relcl") and k not in own for k in (i, *annotation.ancestors(i))):
        return True
    return any(
        reading.tokens[k].pos in VERBAL
        and is_finite(reading.annotation, k)
        and not reading.tokens[k].dep.startswith("aux")
        and not draft.covers(reading.tokens[k].start)
        for k in range(low + 1, high)
    )


def relay_at(reading: Reading, i: int) -> Range | None:
    """The noun phrase behind a relay phrase that begins at a token, where it can be a go-between."""
    tokens = reading.tokens
    for words, phrase in reading.lexicon(i).relays.get(uncontracted(tokens[i]), ()):
        end = i + len(words)
        if end >= len(tokens) or not contracted(reading, i, words):
            continue
        head = outlet_head(reading, end)
        if head is not None and not bare(reading, head):
            return whole_name(reading, source_span(reading, outermost(reading, head, i)))
        if not phrase.outlet_only and len(words) > 1:
            named = go_between(reading, end)
            if named is not None:
                return source_span(reading, named)
    return direct_hearer(reading, i)


def bare(reading: Reading, i: int) -> bool:
    """Whether a common noun has no article: a means, nobody (`joint par radio`)."""
    tokens = reading.tokens
    contracted_ = i > 0 and uncontracted(tokens[i - 1]) != tokens[i - 1].norm  # `au journal`
    return tokens[i].text[:1].islower() and not contracted_ and not reading.annotation.dependents(i, "det")


def go_between(reading: Reading, start: int) -> int | None:
    """A name near a token behind a phrase that brings one, where it is no place's or body's, nor somebody's own spokesman's."""
    tokens = reading.tokens
    stop = min(reading.annotation.sentences[tokens[start].sentence][1], start + 4)
    named = next((k for k in range(start, stop) if tokens[k].pos == "PROPN"), None)
    if named is None or any(t.has("Poss=Yes") for t in tokens[start:named]):
        return None
    run = next((r for r in names_in(reading, named, stop) if r.first == named), None)
    return None if run is not None and names_elsewhere(folded(reading, run)) else named


def whole_name(reading: Reading, span: Range) -> Range:
    """An outlet's noun phrase to the end of a name known to be an outlet's, with its article, and no person's name behind."""
    tokens = reading.tokens
    own = reading.between(*span)
    first, last = own[0].i, own[-1].i
    while last + 1 < len(tokens) and (
        (last in reading.media and last + 1 in reading.media) or ends_name(reading, last + 1, own[0].sentence)
    ):
        last += 1
    if last > own[-1].i and tokens[first - 1].pos == "DET":
        first -= 1
    named = next((t.i for t in own if t.text[:1].isupper()), first)
    return tokens[first].start, tokens[before_person(reading, named, last + 1) - 1].end


def ends_name(reading: Reading, i: int, sentence: int) -> bool:
    """Whether a capitalised word of a sentence is one that outlets and agencies end their names with (`Xylo News | Agency`)."""
    token, lexicon = reading.tokens[i], reading.lexicon(i)
    kinds = {*lexicon.media_nouns, *lexicon.pack.attribution_phrases.wires}
    return token.sentence == sentence and token.text[:1].isupper() and bool({token.lemma, token.norm} & kinds)


def contracted(reading: Reading, i: int, words: tuple[str, ...]) -> bool:
    """Whether the words of a relay phrase stand at a token, articles contracted or not."""
    tokens = reading.tokens[i : i + len(words)]
    return len(tokens) == len(words) and all(same_word(t, w) for t, w in zip(tokens, words, strict=True))


def direct_hearer(reading: Reading, i: int) -> Range | None:
    """`a informé CNN`, `told Reuters`: an outlet as the object of a verb that takes its hearer so."""
    tokens = reading.tokens
    token = tokens[i]
    station = token.pos == "NOUN" and token.lemma in reading.lexicon(i).media_nouns
    for owner in reading.annotation.dependents(i, "nmod:poss"):  # `told the BBC's Ana Lobo`
        told = token.dep.startswith(("obj", "iobj")) and takes_hearer(reading, token.head)
        if told and is_outlet(reading, owner):
            return whole_name(reading, source_span(reading, owner))
    named = token.pos == "PROPN" or station or medium(reading, i)
    if not named or not token.dep.startswith(("obj", "iobj", "compound")):
        return None
    top = tokens[token.head] if token.dep.startswith("compound") else token
    if tokens[top.head].pos in VERBAL and not takes_hearer(reading, top.head):
        return None  # `sued the Herald`
    known = i in reading.media or listed(reading, i) or credited_outlet(reading, i)
    hears = known or (in_form(reading, i) and top.dep.startswith(("obj", "iobj")))
    return whole_name(reading, source_span(reading, i)) if hears else None


def takes_hearer(reading: Reading, verb: int) -> bool:
    """Whether the object of a verb is whom something is told (`told X`, `a informé X`)."""
    entries = reading.lexicon(verb).verbs.get(reading.tokens[verb].lemma, ())
    return any("object" in e.verb.addressee for e in entries if not e.words)


def outlet_head(reading: Reading, start: int) -> int | None:
    """The head of an outlet's noun phrase that begins at a token."""
    tokens = reading.tokens
    for i in range(start, min(len(tokens), start + REACH)):
        hyphen = tokens[i].text == "-" and i > start and tokens[i - 1].end == tokens[i].start
        if tokens[i].sentence != tokens[start].sentence or (tokens[i].pos in {*VERBAL, "PUNCT"} and not hyphen):
            return None
        if medium(reading, i):
            return outermost(reading, i, start)
        if tokens[i].pos == "ADP" and i > start + 3:
            return None
    return None


def credited_outlet(reading: Reading, i: int) -> bool:
    """Whether a name is (part of) the name of the outlet or an agency that the report itself bears.

    A word alone must be the one that the name turns on: of `La Gazette de Brume` that is `Gazette`, `Brume` is a place.
    """
    token = reading.tokens[i]
    if token.pos not in {"PROPN", "NOUN"} or not token.text[:1].isupper():
        return False
    beside = {reading.tokens[k].norm for k in (i - 1, i + 1, i - 2, i + 2) if 0 <= k < len(reading.tokens)}
    for name in reading.credits:
        own = {w for w in name if len(w) > 2}
        if token.norm in own and (token.norm == turning_word(name) or beside & (own - {token.norm})):
            return True
    return False


def turning_word(name: Sequence[str]) -> str:
    """The last word of a name before what it is of."""
    joiners = shared_pack().outlets.joiners
    link = next((k for k, word in enumerate(name) if k and word in joiners), len(name))
    return name[link - 1] if name else ""


def outermost(reading: Reading, i: int, start: int) -> int:
    """The head of the whole phrase (`l'agence de presse Reuters`) in which an outlet's name stands."""
    tokens = reading.tokens
    while tokens[i].dep.startswith(("compound", "det", "flat", "amod")) and i < tokens[i].head < i + LONGEST_NAME:
        i = tokens[i].head  # `the Orme | Herald`, `Le | Courrier`
    found = i
    while start <= tokens[i].head < i and tokens[tokens[i].head].pos in {"NOUN", "PROPN"}:
        i = tokens[i].head
        lexicon = reading.lexicon(i)
        kinds = {*lexicon.media_nouns, *lexicon.pack.attribution_phrases.wires}
        if tokens[i].lemma in kinds or tokens[i].text[:1].isupper():
            found = i
    return found


def medium(reading: Reading, i: int) -> bool:
    """Whether a token is of the name of an outlet or agency, of those that the report itself bears included."""
    return is_outlet(reading, i) or is_wire(reading, i) or credited_outlet(reading, i)


def is_outlet(reading: Reading, i: int) -> bool:
    """Whether a noun or name is an outlet's, an agency's or a journalist's."""
    return i in reading.media or listed(reading, i) or (reading.tokens[i].pos == "PROPN" and in_form(reading, i))


def is_wire(reading: Reading, i: int) -> bool:
    """Whether a noun that means a news agency beside a name stands beside one: `l'agence Orbis`, `the Orbis news agency`."""
    tokens = reading.tokens
    if tokens[i].lemma not in reading.lexicon(i).pack.attribution_phrases.wires:
        return False
    before = i - 2 if i > 1 and tokens[i - 1].pos == "NOUN" and tokens[i - 1].text.islower() else i - 1
    kind = i + 2 < len(tokens) and tokens[i + 1].pos == "ADP" and tokens[i + 2].lemma in reading.lexicon(i).media_nouns
    behind = i + 3 if kind else i + 1  # `l'agence de presse | Orbis`
    if behind + 1 < len(tokens) and tokens[behind].pos == "ADJ" and tokens[behind].text.islower():
        behind += 1  # `l'agence suisse | Orbis`
    return any(0 <= k < len(tokens) and tokens[k].pos == "PROPN" for k in (before, behind))


def listed(reading: Reading, i: int) -> bool:
    """Whether the packs hold a noun or name as one of the media."""
    tokens = reading.tokens
    lexicon = reading.lexicon(i)
    if tokens[i].lemma in lexicon.media_nouns and tokens[i].pos == "NOUN":
        return True
    if not tokens[i].text[:1].isupper():
        return False
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].text[:1].isupper() and tokens[last + 1].pos == "PROPN":
        last += 1
    body = last > i and of_body(reading, i, last)
    for length in range(5, last - i if body else 0, -1):
        own = tokens[i : i + length]
        name = " ".join(t.norm for t in own).replace("' ", "'")
        if name in lexicon.outlets and own[-1].text[:1].isupper():
            return True  # `Le Soir`, not `Le soir même`
    return False


def in_form(reading: Reading, i: int) -> bool:
    """Whether the run of capitalised words around a name has the form of an outlet's name (`the Kovsk Chronicle-Post`)."""
    tokens = reading.tokens
    start, stop = reading.annotation.sentences[tokens[i].sentence]
    first = last = i
    while first > start and (tokens[first - 1].text[:1].isupper() or hyphen_in(reading, first - 1)):
        first -= 1
    while last + 1 < stop and (tokens[last + 1].text[:1].isupper() or hyphen_in(reading, last + 1)):
        last += 1
    text = reading.annotation.document.text[tokens[first].start : tokens[last].end]
    if last > first and of_body(reading, first, last):
        return False  # `the National Grain Council`, though outlets are called `National` too
    return last - first < LONGEST_NAME and (tells_outlet(text) or HOST.match(text) is not None)


def of_body(reading: Reading, first: int, last: int) -> bool:
    """Whether the noun of a body that is none of the media makes a name, tokens first to last."""
    pack = reading.lexicon(first).pack
    noun = reading.tokens[last if pack.settings.right_headed else first]
    body = pack.institutions.nouns.get(noun.norm)
    return body is not None and body.type != "media" and noun.norm not in pack.attribution_phrases.wires


def hyphen_in(reading: Reading, i: int) -> bool:
    """Whether a token is a hyphen between two capitalised words that it touches."""
    tokens = reading.tokens
    if tokens[i].text != "-" or not 0 < i < len(tokens) - 1 or not tokens[i + 1].text[:1].isupper():
        return False
    return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start
