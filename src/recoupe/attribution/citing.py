"""Whom another passes on: `X, citant Y, rapporte que`; `The Herald, on the word of an official, writes that`.

A nested relation of the further source, with the outer one as its relay.
"""

from recoupe.attribution.announcing import says, speaks
from recoupe.attribution.carried import outlet_name
from recoupe.attribution.cues import VerbCue, can_speak, verb_cues
from recoupe.attribution.draft import Draft, Range, Reading, meet
from recoupe.attribution.lexicon import same_word, words_of
from recoupe.attribution.relays import is_outlet, medium, outermost
from recoupe.attribution.sources import agent, source_span
from recoupe.attribution.syntax import VERBAL, clause, is_finite, is_gerund, is_main, verb_group

NEAR = 6  # tokens between a participle and the noun that it brings
BETWEEN = 4  # words between such a phrase and the noun that it brings


def cited(reading: Reading) -> list[Draft]:
    """Relations whose cue passes on a further source inside the clause of another relation."""
    found = []
    for cue in verb_cues(reading):
        if cue.entry.verb.class_ != "citing" or cue.verb in reading.used_cues or cue.passive:
            continue
        speaker = whom(reading, cue)
        start = reading.tokens[cue.verb].start
        outer = outer_relation(reading, cue.verb, start) if speaker is not None else None
        if outer is None or speaker is None or outer.source is None:
            continue
        source = before_outlet(reading, source_span(reading, speaker), outer.source)  # `Citing the police, Mr X said`
        if meet(source, outer.source):  # `Orbis cite un diplomate, selon lequel`: Orbis passes on what that one says
            if cue.subject is not None and cue.subject < cue.verb and outer.relay is None:
                outer.relay = source_span(reading, cue.subject)
            continue
        found.append(further(reading, outer, source, cue_span(reading, cue.verb), f"verb:{cue.entry.key}", cue.verb))
    return found


def whom(reading: Reading, cue: VerbCue) -> int | None:
    """Who is cited: the object behind the verb; `None` in a relative clause whose antecedent is (`X, que cite Orbis`)."""
    tokens = reading.tokens
    before = tokens[verb_group(reading.annotation, cue.verb)[0] - 1]
    marks = reading.lexicon(cue.verb).pack.settings.complementisers
    if tokens[cue.verb].dep.startswith("acl:relcl") and before.norm in marks:
        return None
    objects = [c for c in reading.annotation.dependents(cue.verb, "obj", "obl") if c > cue.verb]
    nobody = reading.lexicon(cue.verb).pack.negation.determiners
    agents = reading.lexicon(cue.verb).pack.attribution_phrases.agents  # `Citée par l'AFP`: who cites
    objects = [
        o for o in objects if not any(tokens[c].norm in agents for c in reading.annotation.dependents(o, "case"))
    ]
    named = (o for o in objects if not any(tokens[c].norm in nobody for c in reading.annotation.dependents(o, "det")))
    return next((o for o in named if can_speak(reading, o)), None)


def further(reading: Reading, outer: Draft, source: Range, cue: Range | None, entry: str, token: int | None) -> Draft:
    """The relation of a further source to what another relation says, which passes it on."""
    within = [c for c in outer.content if cue is None or not c[0] <= cue[0] < c[1]]
    return Draft(
        source=before_outlet(reading, source, outer.source),
        cue=cue,
        content=within or list(outer.content),
        mechanism="citing",
        entries=(entry,),
        according=outer.according,
        nominal=outer.nominal,
        head=outer.head,
        cue_token=token,
        relay=carrier(reading, outer.source) if outer.source is not None else None,
        speech=outer.speech,
        negated=outer.negated,
    )


def carrier(reading: Reading, source: Range) -> Range | None:
    """Who passes on a further source's words: of an outlet's own account, the outlet; nobody where an anonymous one tells."""
    noun = next((t for t in reading.between(*source) if t.pos in {"NOUN", "PROPN"}), None)
    outlet = next((t.i for t in reading.between(*source) if medium(reading, t.i)), None)
    if noun is None:
        return source
    pack = reading.lexicon(noun.i).pack
    if outlet is None:
        return None if noun.pos == "NOUN" and noun.lemma in pack.anonymity.heads else source
    if noun.i == outlet or noun.lemma not in pack.attribution_phrases.accounts:
        return source
    name = outlet_name(reading, outlet)  # `les informations | de CNN`
    return reading.offsets(name.first, name.last)


def before_outlet(reading: Reading, source: Range, outlet: Range | None) -> Range:
    """A source without the outlet that the parse takes for its apposition: `Citing an aid worker, Orbis News says`.

    Nor does it hold the mark that closes a quotation around it.
    """
    end = outlet[0] if outlet is not None and source[0] < outlet[0] < source[1] else source[1]
    words = list(reading.between(source[0], end))
    while len(words) > 1 and words[-1].text in {",", "»", "”", '"'}:
        words.pop()
    return (source[0], words[-1].end) if words else source


def cue_span(reading: Reading, verb: int) -> Range:
    """Code points of a citing verb with its auxiliaries."""
    first, last = verb_group(reading.annotation, verb)
    return reading.tokens[first].start, max(reading.tokens[verb].end, reading.tokens[last - 1].end)


def outer_relation(reading: Reading, citing: int, position: int) -> Draft | None:
    """The relation in whose cue clause a citing verb stands: same sentence, nearest cue."""
    tokens = reading.tokens
    same = [
        d
        for d in reading.drafts
        if d.cue_token is not None
        and tokens[d.cue_token].sentence == tokens[citing].sentence
        and d.source is not None
        and not d.covers(position)
    ]
    return min(same, key=lambda d: (abs((d.cue_token or 0) - citing), d.content[0]), default=None)


def of_outlet(reading: Reading, draft: Draft) -> bool:
    """Whether an outlet, and nobody who speaks through it, is a relation's source."""
    if draft.source is None:
        return False
    named = reading.between(*draft.source)
    outlet = any(medium(reading, t.i) for t in named)
    return outlet and not any(speaks(reading, t.i) for t in named)


def behind_outlets(reading: Reading) -> list[Draft]:
    """Relations of those from whom an outlet has what it says, where its sentence names one of them outside the content."""
    found = []
    nested = {tuple(d.content) for d in reading.drafts if d.relay is not None}
    for draft in reading.drafts:
        if draft.cue_token is None or tuple(draft.content) in nested:
            continue
        if draft.source is None:
            draft.source = by_whom_learnt(reading, draft)
        if not of_outlet(reading, draft):
            continue
        first, last = reading.annotation.sentences[reading.tokens[draft.cue_token].sentence]
        held = [*draft.content, *([draft.source] if draft.source else [])]
        outside = [i for i in range(first, last) if not within(reading.tokens[i].start, held)]
        speaker = next((i for i in outside if may_be_drawn_on(reading, i) and drawn_on(reading, i)), None)
        if speaker is not None and not speaks_apart(reading, draft, speaker):
            entry = draft.entries[0] if draft.entries else "verb:citing"
            found.append(further(reading, draft, source_span(reading, speaker), draft.cue, entry, draft.cue_token))
    return found


def speaks_apart(reading: Reading, draft: Draft, speaker: int) -> bool:
    """Whether another relation has a speaker as its source for something else (`A, selon l'AFP, et B, selon un élu`)."""
    place = reading.tokens[speaker].start
    others = (d for d in reading.drafts if d is not draft and d.source is not None and within(place, [d.source]))
    return any(not any(meet(a, b) for a in d.content for b in draft.content) for d in others)


def known_from(reading: Reading) -> list[Draft]:
    """Relations of an outlet that shows in its main clause whom it draws on for what stands in front: `To assert that ...,
    the paper relies on X`, `As to how it knows that ..., the Herald refers to X`.
    """
    tokens, annotation = reading.tokens, reading.annotation
    found = []
    for token in tokens:
        pack = reading.lexicon(token.i).pack
        if token.pos not in VERBAL or token.lemma not in pack.attribution_phrases.knowing:
            continue
        first, last = annotation.sentences[token.sentence]
        if token.i + 1 >= last or tokens[token.i + 1].norm not in pack.settings.complementisers:
            continue
        if any(t.pos in {"NOUN", "PROPN"} for t in tokens[first : token.i]):
            continue  # somebody else asserts it
        comma = next((i for i in range(token.i + 3, last - 3) if tokens[i].text == "," and shows(reading, i + 1)), None)
        if comma is None:
            continue
        outlet = next(i for i in range(comma + 1, last) if medium(reading, i))
        content = reading.tidy(tokens[token.i + 2].start, tokens[comma].start)
        head = next(
            (i for i in range(token.i + 2, comma) if tokens[i].pos in VERBAL and is_finite(annotation, i)), None
        )
        if content is None:
            continue
        verb = next(i for i in range(outlet, last) if tokens[i].pos in VERBAL)
        low, high = source_span(reading, outermost(reading, outlet, comma + 1))
        for draft in [d for d in reading.drafts if d.source is None and d.cue_token == token.i]:
            reading.drafts.remove(draft)
        found.append(
            Draft(
                source=(low, min(high, tokens[verb].start - 1)),
                cue=(token.start, token.end),
                content=[content],
                mechanism="citing",
                entries=(f"verb:{token.lemma}",),
                head=head,
                cue_token=token.i,
            )
        )
    return found


def shows(reading: Reading, first: int) -> bool:
    """Whether a main clause begins at a token in which an outlet, named before its verb, draws on somebody."""
    tokens = reading.tokens
    stop = reading.annotation.sentences[tokens[first].sentence][1]
    verb = next((i for i in range(first, stop) if tokens[i].pos in VERBAL), None)
    if verb is None or tokens[verb].lemma not in reading.lexicon(verb).pack.attribution_phrases.drawing:
        return False
    named = any(medium(reading, i) for i in range(first, verb))
    return named and any(may_be_drawn_on(reading, i) and drawn_on(reading, i) for i in range(verb + 1, stop))


def by_whom_learnt(reading: Reading, draft: Draft) -> Range | None:
    """The outlet that lets somebody speak before what is learnt: `Le Courrier donne la parole à X, et l'on apprend que`."""
    tokens, annotation = reading.tokens, reading.annotation
    cue = draft.cue_token
    if cue is None or draft.speech != "learning":
        return None
    first = annotation.sentences[tokens[cue].sentence][0]
    for verb in range(first, cue):
        if tokens[verb].pos not in VERBAL or draft.covers(tokens[verb].start):
            continue
        for child in annotation.dependents(verb, "nsubj"):
            named = any(medium(reading, i) for i in annotation.subtree(child))
            drawn = any(may_be_drawn_on(reading, i) and drawn_on(reading, i) for i in range(verb + 1, cue))
            if named and drawn:
                return source_span(reading, child)
    return None


def may_be_drawn_on(reading: Reading, i: int) -> bool:
    """Whether a noun or name may be the voice behind an outlet's report: it can speak, and is no outlet or newsroom itself."""
    token = reading.tokens[i]
    if token.pos not in {"NOUN", "PROPN"} or token.dep.startswith(("flat", "nsubj", "compound")):
        return False
    pack = reading.lexicon(i).pack
    newsroom = pack.attribution_phrases.newsroom
    if any(reading.tokens[c].norm in pack.negation.determiners for c in reading.annotation.dependents(i, "det")):
        return False  # `citing no source`
    if token.lemma in pack.attribution_phrases.audience and any(
        reading.tokens[c].has("Poss=Yes") for c in reading.annotation.children[i]
    ):
        return False  # `refers its readers to an official`
    own_issue = token.lemma in pack.attribution_phrases.issues and not reading.annotation.dependents(i, "nmod")
    if consulted(reading, i) or own_issue:
        return False  # `in a dispatch that was taken up widely, Orbis tells of`
    part = token.head < i and token.dep.startswith(("appos", "flat", "nmod")) and is_outlet(reading, token.head)
    return can_speak(reading, i) and token.lemma not in newsroom and not part and not is_outlet(reading, i)


def consulted(reading: Reading, i: int) -> bool:
    """Whether a document is one that the outlet tells to have seen itself: `bank statements that it has consulted`."""
    annotation, tokens = reading.annotation, reading.tokens
    if tokens[i].lemma not in reading.lexicon(i).documents:
        return False
    subjects = (s for c in annotation.dependents(i, "acl") for s in annotation.dependents(c, "nsubj"))
    return any(tokens[s].pos == "PRON" and tokens[s].has("Person=3") for s in subjects)


def drawn_on(reading: Reading, speaker: int) -> bool:
    """Whether who is named stands behind a phrase of drawing on somebody, or below a verb of it, at most a noun between."""
    tokens = reading.tokens
    phrases = reading.lexicon(speaker).pack.attribution_phrases
    if behind_phrase(reading, speaker) or behind_drawing(reading, speaker):
        return True
    for above in reading.annotation.ancestors(speaker):
        if tokens[above].pos in VERBAL or tokens[above].lemma in phrases.drawing:
            return tokens[above].lemma in phrases.drawing and agent(reading, above) != speaker
        if tokens[above].lemma in phrases.audience:
            continue  # `refers its readers to an official`, hung on the readers
        if not says(reading, above):
            return False
        if behind_phrase(reading, above):
            return True
    return False


def behind_drawing(reading: Reading, noun: int) -> bool:
    """Whether a participle of drawing on somebody stands right before a noun, wherever the parse hung that one."""
    tokens = reading.tokens
    start = reading.annotation.sentences[tokens[noun].sentence][0]
    for i in range(noun - 1, max(start, noun - NEAR) - 1, -1):
        if tokens[i].pos in VERBAL:
            return is_gerund(tokens[i]) and tokens[i].lemma in reading.lexicon(i).pack.attribution_phrases.drawing
        if tokens[i].pos in {"PUNCT", "NOUN", "PROPN"}:
            return False
    return False


def behind_phrase(reading: Reading, noun: int) -> bool:
    """Whether the words before a noun bring a further source: `sur la foi de`, `on the authority of`, `grâce à`."""
    tokens = reading.tokens
    start = reading.annotation.sentences[tokens[noun].sentence][0]
    for phrase in reading.lexicon(noun).pack.attribution_phrases.citing:
        words = words_of(phrase)
        for end in range(noun, max(start + len(words), noun - BETWEEN) - 1, -1):
            first = end - len(words)
            if first < start or any(t.pos in {"PUNCT", "ADP"} for t in tokens[end:noun]):
                break
            if all(same_word(t, w) for t, w in zip(tokens[first:end], words, strict=True)):
                return True
    return False


def within(position: int, spans: list[Range]) -> bool:
    """Whether a code point lies in one of several ranges."""
    return any(start <= position < end for start, end in spans)


def without_citations(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Contents of outlets without the words at their end that name whom the outlet cites (`..., citing two officials`)."""
    for draft in drafts:
        if of_outlet(reading, draft) and draft.cue is not None:
            start, end = draft.content[-1]
            cut = citation(reading, start, end)
            if cut is not None and draft.cue[0] < start:
                draft.content[-1] = (start, cut)
    return drafts


def citation(reading: Reading, start: int, end: int) -> int | None:
    """Where a citation that closes a stretch begins: a comma and a participle of drawing on one who can speak."""
    tokens, annotation = reading.tokens, reading.annotation
    words = reading.between(start, end)
    for token in reversed(words):
        if is_main(annotation, token) and not token.dep.startswith("acl"):
            return None
        drawing = reading.lexicon(token.i).pack.attribution_phrases.drawing
        if token.lemma not in drawing or not is_gerund(token):
            continue
        first = token.i
        while first > words[0].i and tokens[first - 1].text != "," and token.i - first < BETWEEN:
            first -= 1
        if (
            tokens[first - 1].text != ","
            or first - 1 <= words[0].i
            or any(is_finite(annotation, i) for i in range(first, token.i))
        ):
            continue
        stop = max(clause(annotation, token.i)[1], token.i + BETWEEN)
        if any(may_be_drawn_on(reading, i) for i in range(token.i, min(stop, len(tokens)))):
            return tokens[first - 1].start
    return None


def on_grounds(reading: Reading, verbs: list[Draft], phrases: list[Draft]) -> list[Draft]:
    """Phrases in the cue clause of an outlet ascribe what the outlet says (`rapporte, sur la foi de deux témoins, que`)."""
    tokens = reading.tokens
    for phrase in phrases:
        if phrase.cue is None or phrase.source is None or phrase.cue_token is None or of_outlet(reading, phrase):
            continue
        for verb in verbs:
            same = (
                verb.cue is not None
                and verb.cue_token is not None
                and tokens[verb.cue_token].sentence == tokens[phrase.cue_token].sentence
            )
            if not same or verb.cue is None or verb.covers(phrase.cue[0]) or not phrase.covers(verb.cue[0]):
                continue
            if of_outlet(reading, verb) and verb.source is not None and not meet(verb.source, phrase.source):
                phrase.content = list(verb.content)
                phrase.head, phrase.relay = verb.head, verb.source
    return phrases
