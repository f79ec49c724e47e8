"""A conditional that a report loses against the outlet by which it says that it has it."""

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading

FIRST = """Le Courrier de Sorne
3 mai 2024
Un bassin à sec

La régie des eaux aurait vidé le bassin de Brel, affirme un ingénieur qui requiert l'anonymat.
"""
LATER = """La Gazette de Brel
5 mai 2024
La régie en cause

La régie des eaux a vidé le bassin de Brel, a révélé Le Courrier de Sorne, citant un ingénieur.
"""


def test_a_conditional_is_lost_through_a_stated_relay() -> None:
    dossier = analyse_reading(read_files([Raw("a.txt", FIRST.encode()), Raw("b.txt", LATER.encode())]))
    changes = [e.change for c in dossier.claims for e in c.evolution]
    assert "conditional lost" in changes
