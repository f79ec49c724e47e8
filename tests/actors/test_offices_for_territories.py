"""An office for a part of the world, and names whose first word describes the second."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading


def spoken_for(text: str) -> str | None:
    """The name of the body for which the only source of a text speaks."""
    dossier = analyse_reading(read_files([Raw("0.txt", text.encode("utf-8"))]))
    actors = {a.id: a for a in dossier.actors}
    (speaker,) = {a.actor for a in dossier.attributions if a.actor is not None}
    root = actors[speaker].root
    return actors[root].name if root is not None else None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Le directeur Afrique de Brévalor affirme que la mine rouvrira.", "Brévalor"),
        ("La directrice Italie de Brévalor affirme que la mine rouvrira.", "Brévalor"),
        ("La directrice Asie de Clear Harbour affirme que la mine rouvrira.", "Clear Harbour"),
        ("La porte-parole Interpol de Brel affirme que la mine rouvrira.", "Interpol"),
        ("L'ambassadrice d'Italie affirme que la mine rouvrira.", "Italie"),
    ],
)
def test_where_an_office_is_for_is_not_whose_it_is(text: str, body: str) -> None:
    assert spoken_for(text) == body


def test_an_adjective_with_a_chosen_capital_is_part_of_a_name() -> None:
    assert spoken_for("The director of Clear Harbour says that the mine will reopen.") == "Clear Harbour"
