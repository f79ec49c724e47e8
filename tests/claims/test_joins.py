"""Which tellings of an event meet in one claim, and which near ones stay apart."""

from pathlib import Path

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import explain_same, work
from tests.claims.pile import claim_with, files, pile_in

FIRST = "Le maire de Sérac, Paul Ancel, et la société Dorval se sont expliqués devant le conseil de Sérac."
ENGLISH = "The mayor of Sérac, Paul Ancel, and the firm Dorval answered the council of Sérac."


def met(folder: Path, words: str, one: str, other: str) -> set[str]:
    """The reports of the claim that holds certain words of the first of two reports."""
    second = ENGLISH if " the " in f" {other.lower()} " else FIRST
    dossier = pile_in(folder)(one=f"{one} {FIRST}", other=f"{other} {second}")
    return files(dossier, claim_with(dossier, words).reports)


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        # a noun leaves the phase open: it can be what the other report says has been done
        (
            "a livré des pompes",
            "La société Dorval a livré des pompes à la ville de Sérac, selon deux employés.",
            "La livraison des pompes de Dorval à la ville de Sérac inquiète les riverains.",
        ),
        (
            "a livré des pompes",
            "La société Dorval a livré des pompes à la ville de Sérac, selon deux employés.",
            "Dorval's delivery of the pumps to the town of Sérac worries the neighbours.",
        ),
        # an affair tells of one explosion, of one resignation, even where little else is told
        (
            "chaudière a explosé",
            "La chaudière a explosé, selon les pompiers de Sérac.",
            "Une explosion a eu lieu à l'aube, selon la préfecture.",
        ),
    ],
)
def test_one_event_is_one_claim(tmp_path: Path, words: str, one: str, other: str) -> None:
    assert met(tmp_path, words, one, other) == {"one", "other"}


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        (
            "a livré des pompes",
            "La société Dorval a livré des pompes à la ville de Sérac, selon deux employés.",
            "La prochaine étape serait la livraison des pompes de Dorval à la ville de Sérac.",
        ),
        (
            "a livré des pompes",
            "La société Dorval a livré des pompes à la ville de Sérac, selon deux employés.",
            "The next step would be the delivery of the pumps of Dorval to the town of Sérac.",
        ),
        (
            "a été placé en garde à vue",
            "L'adjoint a été placé en garde à vue mardi, selon le parquet de Sérac.",
            "Il a lui aussi été placé en garde à vue, a dit son avocate, Léa Brun.",
        ),
        (
            "a été perquisitionnée",
            "La mairie a été perquisitionnée, selon le parquet de Sérac.",
            "Le siège de Dorval avait déjà été perquisitionné, a dit son avocate, Léa Brun.",
        ),
    ],
)
def test_near_ones_stay_apart(tmp_path: Path, words: str, one: str, other: str) -> None:
    assert met(tmp_path, words, one, other) == {"one"}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "la Caisse mutuelle de l'Ormaise a perdu 210 millions de couronnes",
            "Velmaria faces a crisis. Velmarian mutual bank lost 210 million crowns",
            False,  # the place may be in the state
        ),
        (
            "Les avocats de Dorval ont livré trois lettres au tribunal de Sarn",
            "Les avocats de Lanvaux ont livré trois lettres au tribunal de Sarn",
            True,
        ),
        ("des missiles norvégiens ont été détruits à Sarn", "des missiles suédois ont été détruits à Sarn", True),
        ("des missiles norvégiens ont été détruits à Sarn", "des missiles de Lanvaux ont été détruits à Sarn", False),
    ],
)
def test_two_states_or_two_bodies_own_two_things(one: str, other: str, apart: bool) -> None:
    texts = (f"Le 3 mai, {one}.", f"{other} on 3 May." if "Velmaria" in other else f"Le 3 mai, {other}.")
    worked = work(read_files([Raw(f"{i}.txt", text.encode()) for i, text in enumerate(texts)]))
    pair = explain_same(worked, one, other.rpartition(". ")[2])
    assert any("another owner" in part.name for part in pair.against) == apart
