"""What a company says in its own report is its word, by which it affirms and denies."""

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading

PAPER = """The Sorne Gazette
5 June 2024
A mill in doubt

Brinmoor Water sold the mill to a cousin, a clerk told the Gazette. The mill stands on the river below the old bridge, and
has been empty for years.

The clerk has since left the town.
"""
RELEASE = """Brinmoor Water
6 June 2024
Statement on the mill

At no time did Brinmoor Water sell the mill. The company takes such reports seriously and thanks its customers for their
patience.

The mill will be opened to visitors in July.
"""


def test_a_company_denies_in_its_release() -> None:
    dossier = analyse_reading(read_files([Raw("a.txt", PAPER.encode()), Raw("b.txt", RELEASE.encode())]))
    names = {a.id: a.name for a in dossier.actors}
    voices = {v.id: names.get(v.actor or "") for v in dossier.voices}
    (claim,) = (c for c in dossier.claims if c.denials)
    assert [voices[d.voice] for d in claim.denials] == ["Brinmoor Water"]
