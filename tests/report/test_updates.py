"""One voice that brings its own figure up to date is no disagreement of the reports; two voices with two figures are."""

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading
from recoupe.report.messages import messages
from recoupe.report.places import Places
from recoupe.report.slots import Slots

MONDAY = "Floods at Melden\n\nThe Sarn Post\n8 September 2025\n\nEleven sheep have drowned at Melden, the Verlon company said."
FRIDAY = "More floods\n\nThe Orme Gazette\n12 September 2025\n\nFourteen sheep have drowned at Melden, the Verlon company said."
ANOTHER = (
    "More floods\n\nThe Orme Gazette\n12 September 2025\n\nFourteen sheep have drowned at Melden, Ann Dorval said."
)


def disagreements(*texts: str) -> list[bool]:
    """Whether the reports disagree, for each row of figures of each claim."""
    dossier = analyse_reading(read_files([Raw(f"r{i}.txt", t.encode()) for i, t in enumerate(texts)]))
    slots = Slots(Places(dossier, messages("en")))
    return [row.differs for claim in dossier.claims for row in slots.of(claim)]


def test_a_figure_brought_up_to_date_is_no_disagreement() -> None:
    assert not any(disagreements(MONDAY, FRIDAY))


def test_two_voices_with_two_figures_disagree() -> None:
    assert any(disagreements(MONDAY, ANOTHER))
