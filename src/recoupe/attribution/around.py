"""Who is named around a clause that nothing else has ascribed: `Une note a été publiée dans laquelle la maire relève que ...`.

The last resort for wordings that no list holds: a clause behind its mark, a word of saying before it, and one voice in the
whole sentence outside the clause that can have said it.
"""

from collections.abc import Sequence

from recoupe.attribution.announcing import belongs, finite, one_name, one_speaker, outlet_beside, says
from recoupe.attribution.carried import outlet_name
from recoupe.attribution.citing import further, of_outlet, speaks_apart, within
from recoupe.attribution.cues import can_speak
from recoupe.attribution.draft import Draft, Range, Reading, meet
from recoupe.attribution.endings import clause_end
from recoupe.attribution.lexicon import uncontracted, unelided, words_of
from recoupe.attribution.relays import medium
from recoupe.attribution.sources import agent, source_span
from recoupe.attribution.syntax import VERBAL, is_passive, own_subject

SENTENCE = 110  # tokens; a longer one is not read
SHORTEST = 4  # tokens of a clause
BETWEEN = 3  # words between a preposition and an outlet's name
CLOSED = {"acl:relcl", "acl"}


def named_around(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts with those of clauses around which one voice, or else one outlet, is named."""
    for first, last in reading.annotation.sentences:
        if last - first > SENTENCE:
            continue
        made = around(reading, first, last, drafts)
        if made is not None:
            drafts = [d for d in drafts if not (nobody_named(reading, d) and d.content[-1][0] == made.content[0][0])]
            drafts.append(made)
    return drafts


def around(reading: Reading, first: int, last: int, drafts: Sequence[Draft]) -> Draft | None:
    """The relation of the first clause of a sentence that nobody is named for."""
    tokens = reading.tokens
    settings = reading.lexicon(first).pack.settings
    for mark in range(first + 2, last - SHORTEST):
        token = tokens[mark]
        if token.norm not in settings.complementisers or token.pos != "SCONJ":
            continue
        if tokens[mark - 1].norm in settings.before_other_conjunctions or reading.quotation_at(token.start) is not None:
            continue
        end = clause_end(reading, mark - 1, mark + 1)
        head = next((i for i in range(mark + 1, end) if finite(reading, i)), None)
        if head is None or taken(reading, drafts, head):
            continue
        cue = next((i for i in range(mark - 1, first - 1, -1) if tells(reading, i)), None)
        if cue is None or not ties(reading, cue, mark, head) or tells_of_noun(reading, cue, mark):
            continue
        places = [*range(first, mark), *range(end, last)]
        told = is_told(reading, cue)
        voice = agent(reading, cue) if told else one_voice(reading, places)
        if told and voice is None:
            continue
        own = own_subject(reading.annotation, cue) if tokens[cue].pos in VERBAL and not told else None
        if own is not None and not stands_for_nobody(reading, own):
            voice = own if can_speak(reading, own) and tokens[own].pos != "PRON" and voice is not None else None
            if voice is None:
                continue
        content = reading.tidy(tokens[mark + 1].start, tokens[end - 1].end)
        if content is None:
            continue
        if voice is None:
            free = [i for i in places if not in_relative(reading, i)]
            outlet = next((i for i in free if medium(reading, i)), None)
            if outlet is None:
                continue
            name = outlet_name(reading, outlet)
            span = reading.offsets(name.first, name.last)
        else:
            low, high = source_span(reading, voice)
            high = min(high, token.start) if voice < mark else high
            span = (low, len(reading.text[:high].rstrip(" ,")))
        return Draft(
            source=span,
            cue=(tokens[cue].start, tokens[cue].end),
            content=[content],
            mechanism="around",
            entries=(f"word:{tokens[cue].lemma}",),
            head=head,
            cue_token=cue,
            relay=outlet_beside(reading, first, mark, span) if voice is not None else None,
        )
    return None


def tells(reading: Reading, i: int) -> bool:
    """Whether a word is a reporting verb, whatever follows it, or a noun of saying."""
    token = reading.tokens[i]
    entries = reading.lexicon(i).verbs.get(token.lemma, ()) if token.pos in VERBAL else ()
    return says(reading, i) or any(not e.words and e.verb.standing == "reporting" for e in entries)


def is_told(reading: Reading, cue: int) -> bool:
    """Whether the subject of a verb of saying is whom it was said to (`the council was told in 2021 that`)."""
    entries = reading.lexicon(cue).verbs.get(reading.tokens[cue].lemma, ())
    return is_passive(reading.annotation, cue) and any("object" in e.verb.addressee for e in entries if not e.words)


def tells_of_noun(reading: Reading, cue: int, mark: int) -> bool:
    """Whether a clause only tells of a noun of saying: a comma, which closes nothing, parts them (`une note, que X a lue`)."""
    between = reading.tokens[cue + 1 : mark]
    return reading.tokens[cue].pos == "NOUN" and [t.text for t in between].count(",") == 1 and between[-1].text == ","


def ties(reading: Reading, cue: int, mark: int, head: int) -> bool:
    """Whether a clause may hang on a word of saying: by the parse, or since no other verb stands between them."""
    tokens = reading.tokens
    if tokens[head].head == cue:
        return True
    return not any(t.pos in VERBAL for t in tokens[cue + 1 : mark])


def stands_for_nobody(reading: Reading, token: int) -> bool:
    """Whether a subject is a pronoun of the report's own (`we`, `on`) or an expletive."""
    word = reading.tokens[token]
    nobody = word.norm.lstrip("-t") in reading.lexicon(token).pack.settings.nobody
    return (
        nobody
        or word.dep.startswith("expl")
        or (word.pos == "PRON" and word.has("Person=1") and word.has("Number=Plur"))
    )


def taken(reading: Reading, drafts: Sequence[Draft], head: int) -> bool:
    """Whether a relation with somebody named holds the head of a clause."""
    place = reading.tokens[head].start
    return any(d.covers(place) and not nobody_named(reading, d) for d in drafts)


def nobody_named(reading: Reading, draft: Draft) -> bool:
    """Whether a relation has no source, or one that stands for nobody."""
    if draft.source is None:
        return not draft.charged and not draft.hedged_by
    words = reading.between(*draft.source)
    return len(words) == 1 and stands_for_nobody(reading, words[0].i)


def one_voice(reading: Reading, places: Sequence[int]) -> int | None:
    """The one voice that some words name: by an office, a name, or a body; `None` where they name none, or several."""
    person = one_speaker(reading, places)
    if person is None:
        person = one_name(reading, places)
    return person if person is not None else one_body(reading, places)


def one_body(reading: Reading, places: Sequence[int]) -> int | None:
    """The one body or group that some words name."""
    found: list[int] = []
    for i in places:
        token = reading.tokens[i]
        plain = token.pos == "NOUN" and not medium(reading, i) and not says(reading, i)
        listed = {token.lemma, token.norm} & reading.lexicon(i).speakers
        if plain and listed and can_speak(reading, i) and not any(belongs(reading, i, other) for other in found):
            found.append(i)
    return found[0] if len(found) == 1 else None


def behind_outlet(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Relations of the one voice that the sentence of an outlet's relation names outside what the outlet says."""
    found = []
    passed = {tuple(d.content) for d in drafts if d.relay is not None}
    for draft in drafts:
        if draft.cue_token is None or draft.mechanism == "citing" or tuple(draft.content) in passed:
            continue
        if not of_outlet(reading, draft):
            continue
        first, last = reading.annotation.sentences[reading.tokens[draft.cue_token].sentence]
        held = [*draft.content, draft.source or (0, 0)]
        places = [i for i in range(first, last) if not within(reading.tokens[i].start, held)]
        voice = one_speaker(reading, places)
        if voice is None or not introduced(reading, voice) or unsaid(reading, voice) or last - first > SENTENCE:
            continue
        span = source_span(reading, voice)
        if any(meet(span, other) for other in held) or speaks_apart(reading, draft, voice):
            continue
        entry = draft.entries[0] if draft.entries else "verb:citing"
        found.append(further(reading, draft, span, draft.cue, entry, draft.cue_token))
    return found


def introduced(reading: Reading, i: int) -> bool:
    """Whether a word brings a voice into the text (`un ingénieur`, `two officials`) and tells what no other verb's doer does."""
    tokens, annotation = reading.tokens, reading.annotation
    above = tokens[tokens[i].head]
    if tokens[i].dep.startswith("nsubj"):
        return False
    if tokens[i].dep.startswith("obj") and above.lemma not in reading.lexicon(i).pack.attribution_phrases.drawing:
        return False  # `expelled three diplomats`: what is done to them
    return any(tokens[c].has("Definite=Ind") or tokens[c].pos == "NUM" for c in annotation.children[i])


def unsaid(reading: Reading, i: int) -> bool:
    """Whether a word names no voice: a negated one (`citing no source`), those addressed, or whom the words are about."""
    tokens, pack = reading.tokens, reading.lexicon(i).pack
    if tokens[i].lemma in {*pack.attribution_phrases.audience, *pack.attribution_phrases.newsroom}:
        return True
    return any(tokens[c].norm in pack.negation.determiners for c in reading.annotation.dependents(i, "det"))


def carried_by(reading: Reading, draft: Draft) -> Range | None:
    """The one outlet that the sentence of a relation names behind a preposition that may bring a go-between."""
    if draft.cue_token is None or draft.source is None or draft.relay is not None:
        return None
    tokens = reading.tokens
    if any(medium(reading, t.i) for t in reading.between(*draft.source)):
        return None
    first, last = part_around(reading, draft.cue_token, *reading.annotation.sentences[tokens[draft.cue_token].sentence])
    outside = [i for i in range(first, last) if not draft.covers(tokens[i].start)]
    if not outside or outside != list(range(outside[0], outside[-1] + 1)):
        return None
    found = outlet_beside(reading, outside[0], outside[-1] + 1, draft.source)
    if found is None:
        return None
    name = [t.i for t in reading.between(*found)]
    if not name or in_relative(reading, name[0]):
        return None
    acts = any(
        tokens[i].dep.startswith(("nsubj", "obl:agent")) and not name[0] <= tokens[i].head <= name[-1] for i in name
    )
    return found if acts or behind_preposition(reading, name[0], first) else None


def part_around(reading: Reading, cue: int, first: int, last: int) -> tuple[int, int]:
    """The part of a sentence between semicolons in which a cue stands."""
    low = next((i + 1 for i in range(cue, first - 1, -1) if reading.tokens[i].text == ";"), first)
    high = next((i for i in range(cue, last) if reading.tokens[i].text == ";"), last)
    return low, high


def behind_preposition(reading: Reading, i: int, first: int) -> bool:
    """Whether a preposition that may bring a go-between stands right before a name."""
    tokens, relays = reading.tokens, reading.lexicon(i).pack.attribution_phrases.relays
    brings = {words_of(r.form)[-1] for r in relays if r.outlet_only}
    for k in range(i - 1, max(first, i - BETWEEN) - 1, -1):
        token = tokens[k]
        if token.pos == "ADP" or uncontracted(token) != token.norm:
            return not brings.isdisjoint({token.norm, unelided(token)})
        if token.pos not in {"DET", "NOUN", "ADJ"}:
            return False
    return False


def in_relative(reading: Reading, i: int) -> bool:
    """Whether a name stands in a clause that tells of a noun (`la maire, licenciée par Le Courrier, a dit que`)."""
    return any(reading.tokens[k].dep in CLOSED for k in reading.annotation.ancestors(i))
