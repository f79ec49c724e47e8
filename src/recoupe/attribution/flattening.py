"""One relation for each voice and passage, as corpora with a flat scheme mark them (PARC 3, PolNeAR)."""

from collections.abc import Sequence

from msgspec import structs

from recoupe.model import Attribution

CONTINUED = "mechanism quotation:continued"


def flattened(attributions: Sequence[Attribution], text: str) -> list[Attribution]:
    """The attributions without those that lie in another one's content; quotations that go on join the one before.

    attributions: of one report, in order of the text. A quotation joins where the same source stands and no line break
    lies between the two.
    """
    found: list[Attribution] = []
    for attribution in attributions:
        if attribution.within is not None:
            continue
        before = found[-1] if found else None
        if before is not None and goes_on(before, attribution, text):
            found[-1] = structs.replace(before, content=(*before.content, *attribution.content))
        else:
            found.append(attribution)
    return found


def goes_on(before: Attribution, attribution: Attribution, text: str) -> bool:
    """Whether an attribution is the continuation of the one before it, in the same paragraph."""
    continued = any(e.name == CONTINUED for e in attribution.evidence)
    return (
        continued
        and attribution.source == before.source
        and "\n" not in text[before.content[-1].end : attribution.content[0].start]
    )
