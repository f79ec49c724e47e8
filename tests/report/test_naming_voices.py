"""After which outlet a voice without a name is called: the one that quotes it first."""

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading
from recoupe.report.messages import messages
from recoupe.report.places import Places

HEAD = "---\ntitle: {title}\noutlet: {outlet}\ndate: {date}\nlang: fr\n---\n{text}\n"
REPORTS = (
    (
        "La Gazette de Brume",
        "2026-08-13",
        "D'après nos confrères du Fanal de Sarn, le barrage de l'Orbise aurait cédé.",
    ),
    (
        "Agence Alcyon",
        "2026-08-12",
        "Le barrage de l'Orbise aurait cédé, selon Le Fanal de Sarn, citant une source judiciaire.",
    ),
    (
        "Le Fanal de Sarn",
        "2026-08-11",
        "Le barrage de l'Orbise a cédé, a confié une source judiciaire au Fanal de Sarn.",
    ),
    (
        "L'Écho de Lenn",
        "2026-08-14",
        "Une source judiciaire a dit à L'Écho de Lenn que le maire de Lenn avait démissionné.",
    ),
)


def test_a_voice_is_called_after_who_quotes_it_first() -> None:
    raws = [
        Raw(f"{i}.txt", HEAD.format(title=f"Barrage {i}", outlet=outlet, date=date, text=text).encode("utf-8"))
        for i, (outlet, date, text) in enumerate(REPORTS)
    ]
    dossier = analyse_reading(read_files(raws))
    places = Places(dossier, messages("fr"))
    names = {places.voice(v.id).text for v in dossier.voices if v.given and not v.named}
    assert any("Fanal" in name for name in names)
    assert not any("Gazette" in name or "Alcyon" in name for name in names)
