"""Which changes between reports show: conditionals between a report and the one that it copies, voices that are one."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Dossier
from recoupe.pipeline import analyse_reading

OPENING = "La commune de Brel a cédé en mars deux terrains du port à une société suisse"
REST = (
    "La société Dorsal, installée à Vevey, n'emploie que trois personnes et ne publie pas ses comptes. Le conseil municipal "
    "de Brel se réunit jeudi soir pour examiner la vente."
)
CUT = "Selon les habitants du quai, aucun panneau n'avait annoncé la vente, et les pêcheurs ont tout appris par le notaire. "


def dossier_of(*texts: str) -> Dossier:
    return analyse_reading(read_files([Raw(f"{i}.md", t.encode("utf-8")) for i, t in enumerate(texts)]))


def changes(dossier: Dossier) -> set[str]:
    names = {d.id: d.name for d in dossier.documents}
    places = {s.id: names[s.document] for s in dossier.statements}
    return {
        f"{e.change} {places[e.from_ or '']} {places[e.to or '']}"
        for c in dossier.claims
        for e in c.evolution
        if e.from_
    }


@pytest.mark.parametrize(
    ("first", "second", "change"),
    [
        ("qui les aurait revendus à un casino", "qui les a revendus à un casino", "conditional lost"),
        ("qui les a revendus à un casino", "qui les aurait revendus à un casino", "conditional gained"),
    ],
)
def test_a_conditional_shows_between_a_report_and_its_cut_copy(first: str, second: str, change: str) -> None:
    dossier = dossier_of(f"{OPENING} {first}. {CUT}{REST}", f"{OPENING} {second}. {REST}")
    assert f"{change} 0.md 1.md" in changes(dossier)


def test_a_conditional_shows_between_a_report_and_the_later_one_that_credits_it() -> None:
    sold = "vendu deux terrains du port à la société Dorsal"
    own = f"---\noutlet: Le Courrier de Brel\ndate: 2031-05-02\n---\n\nLa commune de Brel aurait {sold}."
    later = (
        "---\noutlet: La Vigie de Lorne\ndate: 2031-05-04\n---\n\n"
        f"La commune de Brel a {sold}, a rapporté Le Courrier de Brel."
    )
    assert "conditional lost 0.md 1.md" in changes(dossier_of(own, later))


def test_a_conditional_in_a_clause_of_what_an_outlet_reports_is_reserve() -> None:
    dossier = dossier_of(f"{OPENING} qui les aurait revendus à un casino, a rapporté lundi Le Courrier de Brel.")
    resold = next(s for s in dossier.statements if s.event.predicate.text == "revendus")
    assert (resold.firmness, resold.report_firmness, [t.text for t in resold.triggers]) == (
        "hedged", "hedged", ["aurait"],
    )  # fmt: skip


def test_what_was_to_come_seen_from_then_and_what_a_speaker_leaves_open_are_no_reserve() -> None:
    dossier = dossier_of(
        "La maire a annoncé que la société suisse qui revendrait les terrains serait jugée à Vevey.",
        "« La société suisse qui aurait revendu les terrains a fermé », a dit la maire.",
    )
    found = [s for s in dossier.statements if s.event.predicate.text in {"revendrait", "revendu"}]
    assert all(s.report_firmness == "flat" for s in found)


def test_a_conditional_split_by_who_says_it_keeps_voice_and_reserve() -> None:
    dossier = dossier_of("La régente aurait, selon plusieurs pêcheurs, été prévenue de la fuite du barrage en mars.")
    (warned,) = [s for s in dossier.statements if s.event.predicate.text == "prévenue"]
    actors = {a.id: a.name for a in dossier.actors}
    assert (warned.firmness, actors[warned.chain[0].actor or ""]) == ("hedged", "plusieurs pêcheurs")
