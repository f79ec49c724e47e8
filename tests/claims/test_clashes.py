"""Clauses of two reports that do not go together, and those that only look so."""

from pathlib import Path

import pytest

from recoupe.claims.incompatible import CODE
from recoupe.ingest import read
from recoupe.model import Note
from recoupe.pipeline import analyse_reading


def notes(folder: Path, *texts: str) -> list[Note]:
    for n, text in enumerate(texts):
        (folder / f"r{n}.txt").write_text(text, encoding="utf-8")
    return [n for n in analyse_reading(read([str(folder)])).notes if n.code == CODE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Les engrais de la coopérative provoquent des allergies.",
            "Les engrais de la coopérative ne provoquent pas d'allergies.",
        ),
        ("Le barrage a fait l'objet d'une inspection.", "Aucune inspection du barrage n'a été faite."),
        ("La nouvelle loi autorise la chasse au loup.", "La nouvelle loi interdit la chasse au loup."),
        ("Le laissez-passer municipal sera valable neuf mois.", "Le laissez-passer municipal sera valable trois mois."),
        ("The council allowed the hunt in the valley.", "The council banned the hunt in the valley."),
    ],
)
def test_what_does_not_go_together_is_shown(tmp_path: Path, one: str, other: str) -> None:
    for n, text in enumerate((one, other)):
        (tmp_path / f"r{n}.txt").write_text(text, encoding="utf-8")
    dossier = analyse_reading(read([str(tmp_path)]))
    noted = [n for n in dossier.notes if n.code == CODE]
    differing = [v for c in dossier.claims for v in c.variants if v.slot in {"duration", "wording"}]
    assert noted or differing or any(c.denials for c in dossier.claims)  # a note, a claim's variants, or its denial
    assert all(len({s.document for s in n.spans}) == 2 for n in noted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Les engrais ne provoquent pas d'allergies.", "Les engrais ne provoquent pas d'allergies graves."),
        ("Plus de cent habitants ont quitté la vallée.", "Une centaine d'habitants ont quitté la vallée."),
        ("La préfecture n'a pas fermé l'école en mars 2019.", "La préfecture a fermé l'école en juin 2020."),
        ("Le maire a non seulement fermé l'école, mais aussi la piscine.", "Le maire a fermé l'école."),
        ("Si l'usine ferme, la vallée perdra ses emplois.", "L'usine n'a pas fermé."),
        ("The company did not close the Arlen mill.", "The company closed the Brook mill."),
        ("Not all workers left the Arlen mill.", "Some workers left the Arlen mill."),
        ("Les pertes n'ont pas fait moins de 2 % du bilan.", "Les pertes ont fait 2 % du bilan."),
    ],
)
def test_what_may_go_together_is_not(tmp_path: Path, one: str, other: str) -> None:
    assert notes(tmp_path, one, other) == []


def test_a_denial_that_answers_a_claim_is_shown_there_and_has_no_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The fertiliser caused allergies in the village.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The fertiliser did not cause allergies in the village.", encoding="utf-8")
    found = analyse_reading(read([str(tmp_path)]))
    assert [len(c.statements) for c in found.claims if c.denials] == [1]
    assert not [n for n in found.notes if n.code == CODE]


def test_the_notes_do_not_depend_on_the_order_of_the_reports(tmp_path: Path) -> None:
    texts = ["La loi autorise la chasse au loup.", "La loi interdit la chasse au loup."]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = notes(tmp_path / "a", *texts), notes(tmp_path / "b", *reversed(texts))
    assert [sorted(s.text for s in n.spans) for n in first] == [sorted(s.text for s in n.spans) for n in second]


def test_a_note_says_nothing_of_which_holds(tmp_path: Path) -> None:
    found = notes(tmp_path, "La loi autorise la chasse au loup.", "La loi interdit la chasse au loup.")
    assert found and not any(w in found[0].message for w in ("true", "false", "wrong", "right"))


def test_a_denial_of_today_is_set_beside_nothing_of_years_before(tmp_path: Path) -> None:
    today = "---\ndate: 2031-08-11\n---\n\nBrivolt a reconnu un incident, mais il a démenti que celui-ci ait provoqué le feu."
    before = "En juillet 2027, l'incendie du col de Vars avait été provoqué par la rupture d'un isolateur."
    assert not notes(tmp_path, today, before)
    assert notes(tmp_path, today, before.replace("En juillet 2027, l", "L").replace("avait", "a"))
