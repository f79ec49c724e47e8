"""A fault of the program over one report is noted under `limits` and costs the others nothing."""

import pytest

from recoupe import pipeline
from recoupe.attribution.extraction import Extracted
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.linguistics import Annotation

REPORTS = [
    Raw("a.txt", "Le Fanal\n\nLe maire Paul Ancel a annoncé que la société Dorval avait vendu ses grues.".encode()),
    Raw("b.txt", "L'Aube\n\nLe préfet Luc Ferran a affirmé que le pont de Brel était fermé.".encode()),
]


def test_a_fault_over_one_report_costs_the_others_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = pipeline.extract

    def failing(annotation: Annotation) -> Extracted:
        if annotation.document.name == "a.txt":
            raise ZeroDivisionError("division by zero")
        return sound(annotation)

    monkeypatch.setattr(pipeline, "extract", failing)
    dossier = pipeline.analyse_reading(read_files(REPORTS))
    (fault,) = [limit for limit in dossier.limits if limit.code == "fault"]
    assert "a.txt" in fault.message
    assert "ZeroDivisionError: division by zero" in fault.message
    names = {d.id: d.name for d in dossier.documents}
    assert {names[a.document] for a in dossier.attributions} == {"b.txt"}
    assert len(dossier.documents) == 2
