"""Clauses that a negation opens: their auxiliary stands before the subject, and what they tell did not happen."""

import pytest

from tests.claims.pile import dossier_of, roles


@pytest.mark.parametrize(
    ("text", "verb", "role", "who"),
    [
        ("At no stage did the abbot lease the orchard.", "lease", "agent", "abbot"),
        ("Never has the guild bribed an inspector.", "bribed", "agent", "guild"),
        ("Under no circumstances did anyone at Port Belling open the sluice.", "open", "agent", "anyone"),
        ("At no point was the orchard sold.", "sold", "theme", "orchard"),
    ],
)
def test_what_a_fronted_negation_opens_is_denied(text: str, verb: str, role: str, who: str) -> None:
    dossier = dossier_of(text)
    found = next(s for s in dossier.statements if s.event.predicate.text == verb)
    assert (found.polarity, found.realis) == ("negative", "actual")
    assert roles(dossier, found)[role] == who


def test_a_determiner_is_of_the_noun_behind_it() -> None:
    found = dossier_of("No licensed broker owns the orchard.").statements
    assert [s.polarity for s in found if s.event.class_ == "own"] == ["negative"]
