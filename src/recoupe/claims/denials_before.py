"""Denials that stand apart from what they deny (`X dément.`): whose they are, and the attributions that tell so."""

from collections.abc import Mapping, Sequence

from recoupe.claims.denying import Denied
from recoupe.claims.found import FoundEvent
from recoupe.linguistics import Annotation
from recoupe.model import Attribution, Span, identifier


def only_denies(attribution: Attribution) -> bool:
    """Whether an attribution says no to words that stand before its own, as told by somebody else (`X dément.`)."""
    cue, source = attribution.cue, attribution.source
    after = (
        cue is not None
        and source is not None
        and all(c.end <= min(cue.start, source.start) for c in attribution.content)
    )
    return (
        after and attribution.firmness == "denial" and any(e.name == "mechanism answer" for e in attribution.evidence)
    )


def sentence_of(annotation: Annotation, attribution: Attribution) -> int | None:
    """The sentence of an attribution's cue."""
    cue = attribution.cue
    return next((t.sentence for t in annotation.tokens if cue is not None and t.start >= cue.start), None)


def denied_before(
    annotation: Annotation,
    events: Sequence[FoundEvent],
    denials: Mapping[int, Sequence[Denied]],
    bare: Sequence[Attribution],
) -> list[tuple[FoundEvent, Attribution]]:
    """The events that bare denials answer where no sign of their own sentence has been found to answer anything."""
    spoken_for = (d for answers in denials.values() for d in answers if d.holder is not None or d.speaker is not None)
    answered = {annotation.tokens[d.words[0]].sentence for d in spoken_for}
    return [
        (found, a)
        for a in bare
        for found in events
        if sentence_of(annotation, a) not in answered
        and any(c.start <= annotation.tokens[found.token].start < c.end for c in a.content)
    ]


def spoken(annotation: Annotation, answer: Denied, actor: str, words: Span) -> Attribution:
    """The attribution of a denial to whom the text names beside it; its content is what is denied, wherever that stands."""
    assert answer.speaker is not None
    source = annotation.span(answer.speaker, answer.speaker)
    content = annotation.span(answer.event, answer.event)
    return Attribution(
        id=identifier("attribution", source, words, content),
        document=annotation.document.id,
        source=source,
        actor=actor,
        cue=words,
        content=(content,),
        kind="nominal",
        firmness="denial",
        voice_firmness="flat",
        report_firmness="flat",
        triggers=(words,),
        within=answer.holder.id if answer.holder is not None else None,
    )
