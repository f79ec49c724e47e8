"""What a body's own report says without a source is that body's word."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Actor, Dossier
from recoupe.pipeline import analyse_reading

HEAD = "---\ntitle: {title}\noutlet: {outlet}\ndate: 2026-08-13\nlang: {language}\n---\n{text}\n"
CASES = (
    (
        "Situation aux Brandes",
        "Préfecture de l'Orbise",
        "fr",
        "Deux pompiers ont été blessés dans l'incendie des Brandes.",
    ),
    ("Point sur la crue", "Mairie de Saint-Orens", "fr", "La crue a détruit le pont de la Combe."),
    ("Communiqué de presse : Volnec et le silo", "Volnec", "fr", "Le silo de Port-Melby a brûlé dimanche."),
    ("On the silo", "Ministry of Agriculture", "en", "Two workers were injured when the silo in Port Melby burned."),
    ("The bridge", "Brack City Council", "en", "The bridge collapsed on Sunday."),
    ("Press release: the yard", "Volnec", "en", "The crane fell on Sunday."),
)
PAPERS = (
    (
        "Situation aux Brandes",
        "Le Courrier de Lenn",
        "fr",
        "Deux pompiers ont été blessés dans l'incendie des Brandes.",
    ),
    ("The bridge", "The Sarn Post", "en", "The bridge collapsed on Sunday."),
    ("Le pont", "L'Union de Sarn", "fr", "La crue a détruit le pont de la Combe."),
)


def dossier_of(*reports: tuple[str, str, str, str]) -> Dossier:
    raws = [
        Raw(f"{i}.txt", HEAD.format(title=t, outlet=o, language=c, text=x).encode("utf-8"))
        for i, (t, o, c, x) in enumerate(reports)
    ]
    return analyse_reading(read_files(raws))


def voices(dossier: Dossier) -> set[str]:
    """Who stands behind the statements of the reports' bodies; empty names where nobody is given."""
    actors: dict[str | None, Actor] = {a.id: a for a in dossier.actors}
    found = {v.id: v for v in dossier.voices}
    return {actors[found[s.voice].actor].name if found[s.voice].given else "" for s in dossier.statements}


@pytest.mark.parametrize("report", CASES, ids=[f"{c[1]}, {c[2]}" for c in CASES])
def test_a_press_release_speaks_for_its_body(report: tuple[str, str, str, str]) -> None:
    assert voices(dossier_of(report)) == {report[1]}


@pytest.mark.parametrize("report", PAPERS, ids=[c[1] for c in PAPERS])
def test_a_paper_is_no_origin(report: tuple[str, str, str, str]) -> None:
    assert voices(dossier_of(report)) == {""}


def test_a_paper_that_has_it_from_the_body_makes_no_second_origin() -> None:
    body = (
        "Le préfet de l'Orbise, Bertrand Castel, informe que l'incendie des Brandes est fixé. Deux pompiers ont été légèrement"
        " blessés. Les 140 habitants de Saint-Orens ont été évacués samedi."
    )
    paper = (
        "Deux pompiers ont été légèrement blessés dans l'incendie des Brandes, a indiqué la préfecture de l'Orbise. Les 140"
        " habitants de Saint-Orens ont été évacués, selon la préfecture."
    )
    own, other = (
        ("Incendie des Brandes", "Préfecture de l'Orbise", "fr", body),
        ("Incendie", "Le Courrier de Lenn", "fr", paper),
    )
    claims = [c for c in dossier_of(own, other).claims if len(c.reports) == 2]
    assert claims
    assert all((c.origins.min, c.origins.max) == (1, 1) for c in claims)
