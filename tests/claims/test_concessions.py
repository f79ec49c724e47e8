"""`Si X a fermé l'usine, il a gardé le chantier`: what `if` grants came about, what it supposes did not."""

import pytest

from tests.claims.pile import dossier_of, statements

GRANTED = [
    "Si le groupe Ardoval a fermé la fonderie de Sarn, il a gardé le chantier de Brel.",
    "Si le groupe Ardoval a fermé la fonderie de Sarn, c'est parce que les commandes ont chuté.",
    "Si le groupe Ardoval a fermé la fonderie de Sarn, c'est qu'il manquait de fonte.",
    "Si la préfète a réuni les maires, c'est pour annoncer que le groupe Ardoval a fermé la fonderie de Sarn.",
    "Si le groupe Ardoval a fermé la fonderie de Sarn, c'est qu'il a trompé les élus.",
    "If the Ardoval group closed the Sarn foundry, it was because it had lied to the council.",
    "If the Ardoval group closed the Sarn foundry, it was because orders had fallen.",
]
SUPPOSED = [
    "Si le groupe Ardoval a fermé la fonderie de Sarn, il devra payer une amende.",
    "Si le groupe Ardoval avait fermé la fonderie de Sarn, il aurait payé une amende.",
    "S'il a fermé la fonderie de Sarn, le groupe Ardoval paiera une amende.",
    "La préfète a demandé si le groupe Ardoval a fermé la fonderie de Sarn.",
    "If the Ardoval group closed the Sarn foundry, it must pay a fine.",
]


@pytest.mark.parametrize("text", GRANTED)
def test_what_a_clause_grants_or_explains_came_about(text: str) -> None:
    (closed,) = statements(dossier_of(text), "close")
    assert (closed.stance, closed.realis) == ("affirms", "actual")


@pytest.mark.parametrize("text", SUPPOSED)
def test_a_condition_supposes(text: str) -> None:
    (closed,) = statements(dossier_of(text), "close")
    assert closed.realis == "hypothetical"
