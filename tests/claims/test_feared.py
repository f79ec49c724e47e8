"""What somebody only fears or hopes is supposed; what nothing was of is denied through an insertion."""

import pytest

from tests.claims.pile import dossier_of


@pytest.mark.parametrize(
    "text",
    [
        "Les riverains redoutent que la digue n'ait cédé.",
        "La digue a cédé, craignent les riverains.",
        "Residents fear that the dam gave way.",
        "The warden hopes the dam gave way.",
    ],
)
def test_what_is_feared_is_supposed(text: str) -> None:
    assert {s.realis for s in dossier_of(text).statements} == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Il n'y a pas eu, insiste la gérante de l'auberge, de fuite de gaz.", "la gérante de l'auberge"),
        ("Il n'y a eu, assure le gardien, aucune fuite de gaz.", "le gardien"),
    ],
)
def test_what_there_was_not_is_told_behind_an_insertion(text: str, who: str) -> None:
    dossier = dossier_of(text)
    cut = next(s for s in dossier.statements if s.event.class_ == "leak")
    voices = {v.id: v.actor for v in dossier.voices}
    names = {a.id: a.name for a in dossier.actors}
    assert cut.stance == "denies" and names[voices[cut.voice] or ""] == who
