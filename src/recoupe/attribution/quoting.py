"""A reporting verb with a quotation: right behind it, behind a colon, nested in another one."""

from recoupe.attribution.beside import (
    CUE_CLAUSE,
    begins_anew,
    ends_sentence,
    goes_on,
    opens_sentence,
    paragraph_of,
    quotation_after,
    resumed,
    whole_sentence,
    widened,
)
from recoupe.attribution.constructions import content_of
from recoupe.attribution.contents import Content, code_points
from recoupe.attribution.cues import VerbCue
from recoupe.attribution.draft import Range, Reading, without
from recoupe.attribution.incises import cue_clause
from recoupe.attribution.inversion import behind
from recoupe.attribution.quotations import Quotation, nested
from recoupe.attribution.sources import source_tokens
from recoupe.attribution.syntax import VERBAL, is_gerund, is_main, verb_group

TURN_SUBJECT = 4  # tokens between a cue in a turn of dialogue and its subject


def turn_speaker(reading: Reading, cue: VerbCue) -> int | None:
    """The subject behind a cue in a turn of dialogue (`— Qui a signé ? demande la présidente.`, `répond-il`)."""
    tokens = reading.tokens
    around = reading.quotation_at(tokens[cue.verb].start)
    first = verb_group(reading.annotation, cue.verb)[0]
    if around is None or not around.turn or not cue.entry.verb.incise or tokens[first - 1].pos != "PUNCT":
        return None
    follower = tokens[cue.last] if cue.last < len(tokens) else None
    if follower is not None and follower.norm.startswith("-") and follower.pos == "PRON":
        return follower.i
    found = behind(reading, cue.verb)
    return found if found is not None and found - cue.verb <= TURN_SUBJECT else None


def turn_content(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """A turn of dialogue without its cue clause."""
    tokens = reading.tokens
    around = reading.quotation_at(tokens[cue.verb].start)
    if around is None or cue.subject is None:
        return None
    first = verb_group(reading.annotation, cue.verb)[0]
    last = max(cue.last, source_tokens(reading, cue.subject)[1])
    return without((around.start, around.end), [(tokens[first].start, tokens[last - 1].end)]), None, "quotation:incise"


def behind_quotation(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """A whole quotation of one or more sentences with its cue clause right behind it: `« A. B », a dit X`, `"A. B," X said`.

    The parse often takes only the last sentence of the quotation; the marks tell all of it.
    """
    tokens, annotation = reading.tokens, reading.annotation
    verb = cue.verb
    if not cue.entry.verb.incise or reading.quotation_at(tokens[verb].start) is not None:
        return None
    settings = reading.lexicon(verb).pack.settings
    if cue.last < len(tokens) and tokens[cue.last].norm in settings.complementisers:
        return None
    quotation = next((q for q in reversed(reading.quotations) if q.outer_end <= tokens[verb].start), None)
    if quotation is None or quotation.paragraph != paragraph_of(reading, verb):
        return None
    between = reading.between(quotation.outer_end, tokens[verb].start)
    finite = any(is_main(annotation, t) for t in between)
    if (
        finite
        or len(between) > CUE_CLAUSE
        or any(t.text in ":;?!" or ends_sentence(annotation, t) for t in between)
        or not opens_sentence(reading, quotation)
        or begins_anew(reading, quotation, between[0] if between else tokens[verb])
    ):
        return None
    if between and between[0].pos not in {"PUNCT", "AUX", "PRON"} and not settings.inverted_cues:
        return None
    first, last = cue_clause(reading, cue)
    after = quotation_after(reading, last)
    spans = [(quotation.start, quotation.end)]
    rest = [t for t in between if t.i < first and t.pos != "PUNCT"]
    if rest and rest[0].pos in {"ADP", "PART", "SCONJ", "VERB"} and tokens[first - 1].text == ",":
        spans = [(quotation.outer_start, tokens[first].start)]  # `"They squeezed us" to drive up the price, she said`
    if after is not None and goes_on(reading, after, annotation.sentences[tokens[verb].sentence][1]):
        spans.append((after.start, after.end))
    elif (later := resumed(reading, quotation, last)) is not None:
        spans.append((later.start, later.end))
    return spans, None, "quotation:incise"


def colon_content(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """What stands behind a colon (or, before a quotation, a comma) that ends the cue's clause."""
    tokens, annotation = reading.tokens, reading.annotation
    around = reading.quotation_at(tokens[cue.verb].start)
    if around is not None and not around.turn:
        return nested_content(reading, cue, around)
    _, sentence_end = annotation.sentences[tokens[cue.verb].sentence]
    for i in range(cue.last, min(sentence_end, len(tokens) - 1)):
        token = tokens[i]
        if token.text == "(" or (token.pos in VERBAL and tells_more(reading, i)):
            return None  # (a colon in brackets ends no clause: `(source : Radio Cime)`)
        following = tokens[i + 1].start
        quotation = reading.quotation_at(following)
        opens_here = quotation is not None and quotation.outer_start == following
        if token.text == ":" or (token.text == "," and opens_here and "quotation" in cue.entry.verb.takes):
            if (
                token.text == ","
                and tokens[i + 1].sentence == token.sentence
                and not whole_sentence(reading, quotation)
            ):
                return None
            if quotation is not None and opens_here:
                return [(quotation.start, quotation.end)], i + 1, "verb:colon"
            if token.text == ":" and tokens[i + 1].sentence == token.sentence:
                return [reading.offsets(i + 1, sentence_end)], None, "verb:colon"
            return None
    return None


def tells_more(reading: Reading, i: int) -> bool:
    """Whether a verb between a cue and a colon may be the one that brings what stands behind: no manner (`en levant`)."""
    token = reading.tokens[i]
    entries = reading.lexicon(i).verbs.get(token.lemma, ())
    plain = any(not e.words for e in entries) or not is_gerund(token)
    return bool(entries) and plain and not token.dep.startswith("aux")


def nested_content(reading: Reading, cue: VerbCue, around: Quotation) -> tuple[list[Range], int | None, str] | None:
    """The quotation that a cue inside another one opens: `« Il a crié : “Sortez !” »`."""
    tokens = reading.tokens
    for inner in nested(reading.text, around):
        between = reading.between(tokens[cue.last - 1].end, inner.outer_start)
        if inner.outer_start < tokens[cue.verb].end or len(between) > CUE_CLAUSE:
            continue
        opened = between and between[-1].text in {":", ","} and not any(is_main(reading.annotation, t) for t in between)
        return ([(inner.start, inner.end)], None, "verb:colon") if opened else None
    return None


def syntactic(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """A content that the parse puts under the verb, widened to the whole of a quotation that it enters."""
    content = content_of(reading, cue)
    if content is None:
        return None
    ranges = [widened(reading, cue, r) for r in code_points(reading, content)]
    if cue.entry.verb.class_ == "denial":
        ranges = before_argument(reading, ranges)
    return ranges, content.head, f"verb:{mechanism_name(content)}"


def before_argument(reading: Reading, content: list[Range]) -> list[Range]:
    """What is denied without what is told against it behind a colon (`nie que la cuve ait fui | : Y l'a vue pleine`)."""
    for start, end in content:
        colons = [t.start for t in reading.between(start, end) if t.text == ":"]
        colon = next((c for c in colons if reading.quotation_at(c) is None), None)
        if colon is not None and colon > start:
            return [(s, min(e, colon)) for s, e in content if s < colon]
    return content


def mechanism_name(content: Content) -> str:
    """The construction's name without its preposition."""
    return content.construction.rpartition("+")[2]


def before_colon(reading: Reading, cue: VerbCue) -> tuple[list[Range], int | None, str] | None:
    """What a verb takes before a colon with a quotation (`conteste cette version : « ... »`); the quotation stands apart."""
    found = colon_content(reading, cue)
    own = syntactic(reading, cue) if found is not None else None
    if found is None or own is None or own[0][0][0] >= found[0][0][0]:
        return None
    content, head, mechanism = own
    colon = reading.text.rfind(":", content[0][0], found[0][0][0])
    cut = [(s, min(e, colon)) for s, e in content if s < colon]
    return (cut, head, mechanism) if cut and colon > 0 else None
