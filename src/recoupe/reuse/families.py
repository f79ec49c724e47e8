"""Families of shared passages as they are published: a passage carried by many reports is one family, with parents."""

from collections.abc import Mapping, Sequence

from recoupe.linguistics import Annotation
from recoupe.model import Base, Evidence, Reuse, ReuseMember, Span, identifier
from recoupe.reuse.credits import Credits
from recoupe.reuse.direction import Derivation, Derived
from recoupe.reuse.rendering import rendered
from recoupe.reuse.stretches import shared
from recoupe.reuse.words import WordRow


def derived_families(
    annotations: Sequence[Annotation], rows: Sequence[WordRow], credits: Mapping[str, Credits]
) -> list[Derived]:
    """All families with who took them from whom, in order of their stretches."""
    copies = shared(annotations, rows)
    found = [*copies, *rendered(annotations, rows, copies)]
    derivation = Derivation([a.document for a in annotations], rows, credits, found)
    return [derivation.derived(family) for family in found]


def published(
    derived: Derived, annotations: Sequence[Annotation], rows: Sequence[WordRow], credits: Mapping[str, Credits]
) -> Reuse:
    """A family with its spans."""
    family = derived.family
    spans = [span_of(annotations[r], rows[r], first, last) for r, first, last in family.stretches]
    order = sorted(range(len(spans)), key=lambda k: spans[k])
    place = {k: index for index, k in enumerate(order)}
    members = []
    for k in order:
        parent = derived.taken[k].parent
        named, words, known = credit(derived, k, spans, credits)
        members.append(
            ReuseMember(
                spans[k],
                place[parent] if parent is not None else None,
                derived.taken[k].basis,
                named if known else None,
                words if known else (),
            )
        )
    first = spans[order[0]]
    return Reuse(
        identifier("reuse", family.kind, *(spans[k] for k in order)),
        family.kind,
        tuple(members),
        Base(not all(m.credited for m in members), derived.base) if derived.base is not None else None,
        round(sum(weight for _, weight in family.parts), 4),
        tuple(Evidence(name, weight, (first,)) for name, weight in family.parts),
    )


def credit(
    derived: Derived, at: int, spans: Sequence[Span], credits: Mapping[str, Credits]
) -> tuple[bool, tuple[Span, ...], bool]:
    """Whether a report names where it has a passage from, the words that do, and whether there is a name to give."""
    own = credits[spans[at].document]
    parent = derived.taken[at].parent
    if parent is not None:
        theirs = credits[spans[parent].document]
        names = {theirs.outlet, *theirs.lines, derived.base} - {None, own.outlet}
        ours = theirs.outlet is not None and theirs.outlet == own.outlet
    else:
        names = {derived.base} - {None, own.outlet}
        ours = False
    given = [name for name in sorted(n for n in names if n is not None) if own.names(name)]
    return bool(given), own.words(given), bool(names) and not ours


def span_of(annotation: Annotation, row: WordRow, first: int, last: int) -> Span:
    """The span of words [first, last)."""
    return annotation.document.span(row.starts[first], row.ends[last - 1])
