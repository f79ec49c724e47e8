"""What the statements of a claim say differently, and what none of them says."""

from collections.abc import Sequence

from recoupe.claims.statements import Drafted
from recoupe.model import Span, Statement, Variant, VariantValue

ASKED = ("count", "date", "place")


def variants(drafted: Sequence[Drafted]) -> tuple[Variant, ...]:
    """Slots for which the statements of a claim give differing values."""
    slots: dict[str, dict[str, list[Span]]] = {}
    for statement in (d.statement for d in drafted):
        for value in statement.values:
            shown = str(value.value) if value.value is not None else value.span.text
            unit = f" {value.unit}" if value.unit else ""
            slots.setdefault(value.slot, {}).setdefault(shown + unit, []).append(value.span)
    return tuple(
        Variant(slot, tuple(VariantValue(v, tuple(sorted(spans))) for v, spans in sorted(values.items())))
        for slot, values in sorted(slots.items())
        if len(values) > 1
    )


def unfilled(drafted: Sequence[Drafted]) -> tuple[str, ...]:
    """Slots (how many, when, where) that no statement of a claim fills."""
    statements: list[Statement] = [d.statement for d in drafted]
    filled: set[str] = {v.slot for s in statements for v in s.values}
    filled |= {p.role for s in statements for p in s.event.participants}
    return tuple(slot for slot in ASKED if slot not in filled)
