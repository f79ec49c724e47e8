"""All attributions of one report: run the mechanisms, settle what they disagree on, and give each its evidence."""

from bisect import bisect_left

from msgspec import Struct, structs

from recoupe.attribution.admission import said_by_none
from recoupe.attribution.announcing import announced
from recoupe.attribution.answers import answered
from recoupe.attribution.around import behind_outlet, carried_by, named_around
from recoupe.attribution.asides import through_aside
from recoupe.attribution.carried import by_agent, learnt, told_after, told_in_clause, unfolded
from recoupe.attribution.citing import behind_outlets, cited, known_from, on_grounds, without_citations
from recoupe.attribution.confidence import confidence_of, evidence_of
from recoupe.attribution.contrasted import contrasted
from recoupe.attribution.cues import cited_as
from recoupe.attribution.denied_behind import without_denials
from recoupe.attribution.draft import Draft, Range, Reading, meet
from recoupe.attribution.estimates import estimated
from recoupe.attribution.falsity import called_untrue
from recoupe.attribution.firmness import judge
from recoupe.attribution.framed import framed
from recoupe.attribution.going_on import gone_on
from recoupe.attribution.headings import headed, without_labels
from recoupe.attribution.media import shown_media
from recoupe.attribution.nouns import nominal
from recoupe.attribution.phrases import ascribed
from recoupe.attribution.quotations import Quotation, nested, quotations
from recoupe.attribution.quoted import continued, headlined
from recoupe.attribution.recaps import without_recaps
from recoupe.attribution.relays import named_part, relay_of
from recoupe.attribution.reported import reported
from recoupe.attribution.transcripts import transcribed
from recoupe.attribution.unnamed import without_markers
from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Kind, Limit, Span, identifier

# Which of two readings of one relation stands: that of the mechanism with the higher rank.
MECHANISMS = {
    "quotation:incise": 2.2,
    "verb:colon": 1.8,
    "learnt": 1.9,
    "told after": 0.6,
    "verb:clause": 1.8,
    "phrase": 1.6,
    "verb:incise": 1.4,
    "quotation:continued": 1.2,
    "verb:infinitive": 1.0,
    "citing": 1.0,
    "frame:colon": 0.4,
    "turn": 1.5,
    "quotation:signed": 1.5,
    "quotation:colon": 0.8,
    "verb:question": 0.6,
    "noun:clause": 0.8,
    "verb:gerund": 0.8,
    "heading": 0.7,
    "verb:noun": 0.2,
    "verb:object": 0.0,
    "verb:predicative": 0.2,
    "estimate": 0.5,
}
STRETCH = 200  # characters in which readings of one relation meet
NEAR = 8  # characters (`-on `) between a verb and the phrase that names who it was learnt from
PLAIN = 0.2
SHORTEST_MIXED = 3  # words in marks that make a content mixed


class Extracted(Struct, frozen=True):
    """Attributions of a report, in order of the text, and the quotation marks that could not be paired."""

    attributions: tuple[Attribution, ...]
    limits: tuple[Limit, ...]


def extract(annotation: Annotation) -> Extracted:
    """The attributions of one report, by the annotation guide."""
    text = annotation.document.text
    found, loose = quotations(text, annotation.paragraphs)
    reading = Reading(annotation, found)
    reading.media = shown_media(reading)
    phrases = told_in_clause(reading, ascribed(reading))
    told = without_markers(reading, reported(reading))
    verbs, phrases = with_origins(outside_phrases(told, phrases), phrases)
    phrases = on_grounds(reading, verbs, phrases)
    reading.drafts = without_citations(reading, settled([*verbs, *phrases, *nominal(reading), *learnt(reading)]))
    quoted = cited(reading)
    contents = [d.content for d in quoted]
    reading.drafts = [
        d for d in reading.drafts if not (d.cue_token and d.content in contents and cited_as(reading, d.cue_token))
    ]
    reading.drafts += quoted
    reading.drafts = settled(
        [*reading.drafts, *continued(reading), *transcribed(reading), *headlined(reading), *headed(reading)]
    )
    reading.drafts += announced(reading)
    reading.drafts = by_agent(reading, unfolded(reading, reading.drafts))
    reading.drafts += told_after(reading, reading.drafts)
    reading.drafts += known_from(reading)
    reading.drafts += behind_outlets(reading)
    reading.drafts = called_untrue(reading, named_around(reading, framed(reading, reading.drafts)))
    reading.drafts += behind_outlet(reading, reading.drafts)
    reading.drafts = without_denials(reading, reading.drafts)
    reading.drafts += answered(reading, reading.drafts)
    reading.drafts = [d for d in without_recaps(reading, reading.drafts) if not said_by_none(reading, d.source)]
    reading.drafts = estimated(reading, contrasted(reading, gone_on(reading, reading.drafts)))
    drafts = sorted(without_labels(reading, reading.drafts), key=lambda d: (d.content[0], d.cue or (0, 0), d.mechanism))
    for draft in drafts:
        beside = through_aside(reading, draft) or carried_by(reading, draft)
        draft.relay = relay_of(reading, draft) or (named_part(reading, beside) if beside is not None else None)
        told_apart(draft)
    attributions = [attribution(reading, draft) for draft in drafts]
    return Extracted(tuple(with_holders(attributions)), tuple(unpaired(annotation, mark) for mark in loose))


def told_apart(draft: Draft) -> None:
    """Part a name from that of the outlet before it where the parse has made one of both (`au Courrier Jeanne Ravel`)."""
    if draft.source is None or draft.relay is None:
        return
    (start, end), (low, high) = draft.source, draft.relay
    if low < start < end <= high:
        draft.source, draft.relay = (start, high), (low, start - 1)


def outside_phrases(drafts: list[Draft], phrases: list[Draft]) -> list[Draft]:
    """Reported contents without a phrase that closes them and ascribes the whole (`a dit que X, selon deux témoins`)."""
    for draft in drafts:
        start, end = draft.content[-1]
        for phrase in phrases:
            low, high = phrase.cue or (0, 0)
            high = max(high, phrase.source[1]) if phrase.source else high
            closes = start < low and end - 1 <= high <= end + 1
            if closes and not (draft.cue and any(s <= low < e for s, e in (draft.cue, draft.source or (0, 0)))):
                draft.content[-1] = (start, low)
    return drafts


def with_origins(drafts: list[Draft], phrases: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """What is learnt is on the word of the phrase right behind the verb (`on apprend de source policière que`)."""
    taken = []
    for draft in drafts:
        if draft.cue is None:
            continue
        for phrase in phrases:
            if phrase.cue is None or phrase.source is None or not 0 <= phrase.cue[0] - draft.cue[1] <= NEAR:
                continue
            shared = draft.source is None or meet(draft.source, phrase.source)
            if shared or draft.speech == "learning":
                draft.source = draft.source if shared and draft.source else phrase.source
                taken.append(phrase)
                break
    return drafts, [p for p in phrases if not any(p is t for t in taken)]


def settled(drafts: list[Draft]) -> list[Draft]:
    """Drafts without the weaker of two that share a cue, or that have the same content and overlapping cues."""
    kept: list[Draft] = []
    near: dict[int, list[Draft]] = {}  # kept drafts by the stretches of text that their cues (or contents) touch
    for draft in sorted(drafts, key=lambda d: (-rank(d), d.content[0], d.cue or (0, 0))):
        low, high = draft.cue or draft.content[0]
        places = range(low // STRETCH, high // STRETCH + 1)
        if any(rival(draft, other) for place in places for other in near.get(place, ())):
            continue
        kept.append(draft)
        for place in places:
            near.setdefault(place, []).append(draft)
    return kept


def rival(a: Draft, b: Draft) -> bool:
    """Whether two drafts are readings of one relation."""
    if a.cue and b.cue and a.cue[0] < b.cue[1] and b.cue[0] < a.cue[1]:
        return a.content == b.content or a.cue_token == b.cue_token or a.mechanism != b.mechanism
    return a.cue is None and b.cue is None and a.content == b.content


def rank(draft: Draft) -> float:
    """The rank of a draft's mechanism."""
    return MECHANISMS.get(draft.mechanism, PLAIN)


def kind_of(reading: Reading, draft: Draft) -> Kind:
    """The guide's kind: `according_to` first, then the quotation marks, then the construction."""
    if draft.according:
        return "according_to"
    marks = [marked_share(reading, span, around(reading, draft)) for span in draft.content]
    if all(share == "all" for share in marks):
        return "direct"
    if any(share != "none" for share in marks):
        return "mixed"
    return "nominal" if draft.nominal else "indirect"


def around(reading: Reading, draft: Draft) -> Quotation | None:
    """The quotation in which a cue itself stands: its marks are those of the outer voice."""
    return reading.quotation_at(draft.cue[0]) if draft.cue and not draft.mechanism.startswith("quotation") else None


def marked_share(reading: Reading, span: Range, own: Quotation | None) -> str:
    """Whether a content span lies wholly (`all`), partly (`some`) or not (`none`) in quotation marks.

    Of a content that shares its quotation with its cue, the quotations inside that one count.
    """
    some = False
    for quotation in reading.quotations if own is None or own.turn else nested(reading.text, own):
        if quotation.outer_start <= span[0] and span[1] <= quotation.outer_end:
            return "all"
        if quotation.start < span[1] and span[0] < quotation.end and speaks(reading, quotation):
            some = True
    return "some" if some else "none"


def speaks(reading: Reading, quotation: Quotation) -> bool:
    """Whether words in marks are words said, no name or term."""
    words = reading.text[quotation.start : quotation.end].split()
    inside = reading.between(quotation.start, quotation.end)
    judging = len(inside) == 1 and inside[0].pos in {"ADJ", "ADV", "VERB"} and words[0][:1].islower()
    return len(words) >= SHORTEST_MIXED or (len(words) > 1 and words[0][:1].islower()) or judging


def attribution(reading: Reading, draft: Draft) -> Attribution:
    """A draft as the contract has it."""
    document = reading.annotation.document
    judgement = judge(reading, draft)
    tidy = [t for t in (reading.tidy(*span) for span in draft.content) if t]
    content = tuple(document.span(*span) for span in merged(reading.text, tidy))
    source = document.span(*within_brackets(reading.text, draft.source)) if draft.source else None
    cue = document.span(*draft.cue) if draft.cue else None
    kind = kind_of(reading, draft)
    evidence = evidence_of(reading, draft, kind)
    score = round(sum(e.weight for e in evidence), 4)
    return Attribution(
        id=identifier("attribution", *content, *(s for s in (source, cue) if s)),
        document=document.id,
        source=source,
        actor=None,
        cue=cue,
        content=content,
        kind=kind,
        firmness=judgement.firmness,
        voice_firmness=judgement.voice,
        report_firmness=judgement.report,
        triggers=tuple(document.span(*t) for t in judgement.triggers),
        relay=document.span(*draft.relay) if draft.relay else None,
        score=score,
        confidence=confidence_of(score),
        evidence=evidence,
    )


def within_brackets(text: str, source: Range) -> Range:
    """A source without the bracket that closes what opens before it (`(according to police)`)."""
    start, end = source
    while end - start > 1 and text[end - 1] == ")" and "(" not in text[start : end - 1]:
        end -= 1
    return start, end


def merged(text: str, spans: list[Range]) -> list[Range]:
    """Spans in order; those that touch but for white space as one."""
    out: list[Range] = []
    for start, end in sorted(spans):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def with_holders(attributions: list[Attribution]) -> list[Attribution]:
    """Each attribution with the smallest other one whose content holds its cue and content."""
    spans = sorted((c.start, c.end, at) for at, a in enumerate(attributions) for c in a.content)
    reach = max((end - start for start, end, _ in spans), default=0)
    return [structs.replace(a, within=enclosing(a, attributions, spans, reach)) for a in attributions]


def enclosing(
    inner: Attribution, attributions: list[Attribution], spans: list[tuple[int, int, int]], reach: int
) -> str | None:
    """The id of the smallest attribution around another, `None` where there is none.

    spans: all contents with the index of their attribution, in order; reach: the longest one's characters.
    """
    anchors: list[Span] = [s for s in (inner.cue, inner.content[0]) if s]
    first = anchors[0].start
    near = spans[bisect_left(spans, (first - reach,)) : bisect_left(spans, (first + 1,))]
    around_ = {at for start, end, at in near if start <= first < end}
    holders = [
        a
        for a in (attributions[at] for at in sorted(around_))
        if a.id != inner.id
        and size(a) > size(inner)
        and all(any(c.contains(s) for c in a.content) for s in anchors)
        and not a.answers_before
    ]
    return min(holders, key=lambda a: (size(a), a.id)).id if holders else None


def size(attribution: Attribution) -> int:
    """Characters of the content."""
    return sum(c.end - c.start for c in attribution.content)


def unpaired(annotation: Annotation, mark: Range) -> Limit:
    """The line under `limits` for a quotation mark without a partner."""
    document = annotation.document
    return Limit(
        "quotation mark",
        f"{document.name}: a quotation mark has no partner in its paragraph; quotations there may be read wrongly",
        document.id,
        (document.span(*mark),),
    )
