"""How sure a relation is: named pieces of evidence, each with a weight in log-odds; their sum is the score.

The weights are those of a logistic regression with an L2 penalty on marked texts (`python -m evaluation.confidence`);
they stand in the shared pack, so that every piece of evidence leads to an entry. The confidence is the logistic function
of the score.
"""

import math

from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.syntax import VERBAL, is_finite
from recoupe.languages import shared_pack
from recoupe.model import Evidence, Span

SHORT, LONG = 3, 45  # words of a content


def evidence_of(reading: Reading, draft: Draft, kind: str) -> tuple[Evidence, ...]:
    """The evidence of a relation: the mechanism first, then pack entries (weight 0), then what speaks for or against."""
    document = reading.annotation.document
    cue = (document.span(*draft.cue),) if draft.cue else ()
    content = tuple(document.span(*span) for span in draft.content)
    source = (document.span(*draft.source),) if draft.source else ()
    weights = shared_pack().confidence
    mechanism = f"mechanism {draft.mechanism}"
    entries = tuple(Evidence(f"entry {entry}", 0.0, cue) for entry in draft.entries)
    signs = signs_of(reading, draft, kind, cue, content, source)
    return (
        Evidence(mechanism, round(weights.base + weights.weights.get(mechanism, 0.0), 4), cue or content),
        *entries,
        *(Evidence(name, weights.weights.get(name, 0.0), spans) for name, spans in signs),
    )


def signs_of(
    reading: Reading,
    draft: Draft,
    kind: str,
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
    source: tuple[Span, ...],
) -> list[tuple[str, tuple[Span, ...]]]:
    """What is seen of a relation besides its mechanism, with the words that show it."""
    signs = [(source_sign(reading, draft), source), (f"kind {kind}", content)]
    words = sum(len(reading.text[s:e].split()) for s, e in draft.content)
    if words < SHORT:
        signs.append(("content of few words", content))
    if words > LONG:
        signs.append(("content of many words", content))
    if len(draft.content) > 1:
        signs.append(("content in pieces", content))
    if draft.cue is not None and reading.quotation_at(draft.cue[0]) is not None:
        signs.append(("cue inside a quotation", cue))
    if draft.cue_token is not None:
        signs += [(name, cue) for name in parse_signs(reading, draft, draft.cue_token)]
    if draft.speech not in {"neutral", "assertive"}:
        signs.append((f"class {draft.speech}", cue))
    if draft.guarded:
        signs.append(("verb of other senses", cue))
    return signs


def source_sign(reading: Reading, draft: Draft) -> str:
    """What kind of words name the source."""
    if draft.source is None:
        return "source absent"
    tokens = reading.between(*draft.source)
    if any(t.pos == "PROPN" for t in tokens):
        return "source named"
    return "source a pronoun" if len(tokens) == 1 and tokens[0].pos in {"PRON", "DET"} else "source described"


def parse_signs(reading: Reading, draft: Draft, cue: int) -> list[str]:
    """Whether the parse agrees: the content hangs on the cue, the source is its subject, the cue is a finite verb."""
    annotation, tokens = reading.annotation, reading.tokens
    found = []
    if draft.head is not None and cue in annotation.ancestors(draft.head):
        found.append("parse ties content to cue")
    if tokens[cue].pos in VERBAL:
        if not is_finite(annotation, cue):
            found.append("cue not finite")
        subjects = [tokens[c] for c in annotation.dependents(cue, "nsubj")]
        if draft.source is not None and any(inside(draft.source, t.start) for t in subjects):
            found.append("parse ties source to cue")
    return found


def inside(span: Range, position: int) -> bool:
    """Whether a code point lies in a range."""
    return span[0] <= position < span[1]


def confidence_of(score: float) -> float:
    """The share of relations with such a score that are right."""
    return round(1 / (1 + math.exp(-score)), 4)
