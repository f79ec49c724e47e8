"""Who knows a thing has told nobody of it: what they know is told by whoever says so."""

import pytest

from tests.claims.pile import dossier_of, statements


@pytest.mark.parametrize(
    ("text", "knower"),
    [
        ("La régie savait depuis mars que la société Brevel avait vendu le moulin.", "régie"),
        ("La directrice, qui savait que la société Brevel avait vendu le moulin, est partie.", "directrice"),
        ("The board knew that the Brevel company had sold the mill.", "board"),
        ("Three clerks who knew that the Brevel company had sold the mill were dismissed.", "clerks"),
    ],
)
def test_what_somebody_knows_is_not_on_their_word(text: str, knower: str) -> None:
    dossier = dossier_of(text)
    (sold,) = statements(dossier, "trade")
    assert (sold.stance, sold.realis, sold.attribution) == ("affirms", "actual", None)
    (known,) = statements(dossier, "inform")
    assert ("recipient", knower) in [(p.role, p.span.text) for p in known.event.participants]


@pytest.mark.parametrize(
    "text",
    [
        "« Nous savons que la société Brevel a vendu le moulin », a dit la maire Ada Lind.",
        "We know that the Brevel company sold the mill, mayor Ada Lind said.",
    ],
)
def test_who_says_what_they_know_tells_it(text: str) -> None:
    dossier = dossier_of(text)
    assert not statements(dossier, "inform")
    (sold,) = statements(dossier, "trade")
    attribution = next(a for a in dossier.attributions if a.id == sold.attribution)
    assert attribution.source is not None
    assert "Ada Lind" in attribution.source.text
