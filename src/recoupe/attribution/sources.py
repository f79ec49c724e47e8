"""The span of a source, and the voice behind a passive or `on`."""

from recoupe.attribution.cues import VerbCue, nobody
from recoupe.attribution.draft import Range, Reading
from recoupe.attribution.syntax import noun_phrase


def source_span(reading: Reading, token: int) -> Range:
    """Code points of the noun phrase of a source; a clitic pronoun (`-t-il`) without its hyphens."""
    word = reading.tokens[token]
    if word.pos == "PRON" and word.norm.startswith("-"):
        bare = word.text.lstrip("-")
        bare = bare[2:] if bare.startswith("t-") else bare
        return word.end - len(bare), word.end
    first, last = noun_phrase(reading.annotation, token, reading.lexicon(token))
    return reading.offsets(first, with_name(reading, token, last))


def with_name(reading: Reading, head: int, last: int) -> int:
    """The end of a noun phrase with a name that touches it behind a comma (`le porte-parole du Conseil, Sean Savett`)."""
    tokens = reading.tokens
    if last + 1 >= len(tokens) or tokens[last].text != "," or tokens[head].pos != "NOUN":
        return last
    end = last + 1
    while end < len(tokens) and tokens[end].pos == "PROPN" and tokens[end].sentence == tokens[head].sentence:
        end += 1
    closed = end >= len(tokens) or tokens[end].pos == "PUNCT" or tokens[end].pos in {"AUX", "VERB"}
    is_role = tokens[head].lemma in reading.lexicon(head).pack.titles.roles
    return end if end - last > 2 and closed and is_role else last


def agent(reading: Reading, verb: int) -> int | None:
    """The agent of a passive: `par X`, `by X`."""
    annotation = reading.annotation
    for child in annotation.dependents(verb, "obl", "obl:agent", "nmod"):
        case = [reading.tokens[c].norm for c in annotation.dependents(child, "case")]
        if reading.tokens[child].dep == "obl:agent" or case[:1] in (["par"], ["by"]):
            return child
    return None


def source_of(reading: Reading, cue: VerbCue) -> Range | None:
    """The source of a verb cue; `None` for impersonals, agentless passives and `on` without a named origin."""
    if cue.passive:
        by = agent(reading, cue.verb)
        return source_span(reading, by) if by is not None else origin_phrase(reading, cue)
    if nobody(reading, cue.subject):
        return origin_phrase(reading, cue)
    assert cue.subject is not None
    return source_span(reading, cue.subject)


def origin_phrase(reading: Reading, cue: VerbCue) -> Range | None:
    """`apprend-on de source policière`, `a-t-on appris auprès de la SDJ`: what follows is the source."""
    annotation = reading.annotation
    for child in annotation.dependents(cue.verb, "obl", "nmod"):
        word = reading.tokens[child]
        case = " ".join(reading.tokens[c].norm for c in annotation.dependents(child, "case", "fixed"))
        heads = reading.lexicon(child).pack.anonymity.heads
        if heads.get(word.lemma) == "source" or case.startswith("auprès"):
            return source_span(reading, child)
    return None
