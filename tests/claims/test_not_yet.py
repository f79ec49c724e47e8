"""What was not so yet is no denial of what a later day tells; a title's denial without a name is that of the report's denier."""

from pathlib import Path

import pytest

from recoupe.model import Dossier
from tests.claims.pile import Pile, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def deniers(dossier: Dossier) -> list[str]:
    """The names of who denies any claim."""
    voices = {v.id: v.actor for v in dossier.voices}
    names = {a.id: a.name for a in dossier.actors}
    return [names.get(voices[d.voice] or "", "") for c in dossier.claims for d in c.denials]


def on(day: int, text: str) -> str:
    return f"---\ndate: 2031-02-{day:02}\n---\n\n{text}"


@pytest.mark.parametrize(
    ("told", "not_yet"),
    [
        (
            "Talbot has signed the port contract, a clerk said.",
            "Talbot has not yet signed the port contract, mayor Jo Pell said.",
        ),
        (
            "Talbot a signé le contrat du port, a dit un employé.",
            "Talbot n'a pas encore signé le contrat, a dit le maire Jo Pell.",
        ),
    ],
)
def test_what_is_not_so_yet_denies_only_what_is_told_by_then(pile: Pile, told: str, not_yet: str) -> None:
    assert deniers(pile(a=on(12, told), b=on(10, not_yet))) == []


def test_what_is_not_so_yet_denies_what_was_told_before(pile: Pile) -> None:
    before = on(10, "Talbot has signed the port contract, a clerk said.")
    assert deniers(pile(a=before, b=on(12, "Talbot has not yet signed the port contract, mayor Jo Pell said."))) == [
        "Jo Pell"
    ]
