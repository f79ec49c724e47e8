"""A denial that a report words twice is told once in the timeline."""

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading
from recoupe.report import render


def test_a_denial_worded_twice_in_a_report_stands_once_in_the_timeline() -> None:
    texts = (
        "2 mai 2031\n\nLa société Dorval a livré quarante pompes à la ville de Sérac, selon une voisine.",
        "3 mai 2031\n\nLa société Dorval a livré quarante pompes à la ville de Sérac, selon un pilote. Le maire de Sérac, Luc "
        "Ferran, dément que la société Dorval ait livré des pompes à la ville. « La société Dorval n'a jamais livré de pompes "
        "à Sérac », affirme Luc Ferran.",
    )
    dossier = analyse_reading(read_files([Raw(f"{i}.txt", t.encode("utf-8")) for i, t in enumerate(texts)]))
    (denial,) = [d for c in dossier.claims for d in c.denials]
    assert len(denial.statements) == 2
    lines = [line for line in render(dossier, "md", "en").decode().splitlines() if "✕" in line and "Ferran" in line]
    assert len(lines) == 1
