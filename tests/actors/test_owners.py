"""Whose people somebody is: a firm's by its name, never those of a craft."""

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading


def institution(text: str, person: str) -> str | None:
    """The name of the body that a person of a report speaks for."""
    actors = analyse_reading(read_files([Raw("a.txt", text.encode())])).actors
    by_id = {a.id: a.name for a in actors}
    return next(by_id.get(a.institution or "") for a in actors if a.name == person)


def test_a_craft_has_no_spokesman() -> None:
    text = (
        "Port officials said the waste group Verlon delivered sand to Ostre. The crates came aboard the cargo ship Maribelle.\n\n"
        '"Verlon has never sold a crate. The group abides by the law," its spokesman, Paul Bricard, said on Monday.'
    )
    assert institution(text, "Paul Bricard") == "Verlon"


def test_a_firm_goes_by_its_name_behind_what_it_does() -> None:
    text = (
        "Le groupe brénien de traitement des eaux Dorsan a livré des pompes. "
        "Le porte-parole du groupe, Yann Tillier, le nie."
    )
    assert institution(text, "Yann Tillier") == "Dorsan"
