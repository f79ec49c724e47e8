"""Refusals that name no matter of their own: who declined to speak, did not answer, or was not found."""

import pytest

from tests.claims.pile import dossier_of

SOLD = "Le maire de Vellon, Paul Ancel, a vendu le hangar à son frère, selon deux élus. "
OPENED = "The mayor of Vellon, Paul Ancel, sold the hangar to his brother, two councillors said. "


def refused(text: str) -> set[str]:
    """The classes of the events of which somebody declines to speak."""
    return {s.event.class_ for s in dossier_of(text).statements if s.stance == "refuses"}


@pytest.mark.parametrize(
    "words",
    [
        "Contactée, la préfecture n'a pas retourné nos messages.",
        "La préfecture s'est refusée à tout commentaire.",
        "Le parquet est resté injoignable.",
        "« Je ne répondrai pas », a dit la préfète.",
        "La direction n'a pas tenu à s'exprimer.",
    ],
)
def test_a_refusal_bears_on_what_is_told_before(words: str) -> None:
    assert refused(SOLD + words) == {"trade"}


@pytest.mark.parametrize(
    "words",
    [
        "The prefecture declined to comment.",
        "The prosecutor's office did not reply to emails.",
        "His lawyer could not be reached.",
        '"We do not comment," a spokeswoman said.',
    ],
)
def test_a_refusal_in_english(words: str) -> None:
    assert refused(OPENED + words) == {"trade"}


@pytest.mark.parametrize(
    "text",
    [
        "Le maire de Vellon a refusé de vendre le hangar.",
        "Three councillors, who are not allowed to speak about it, said the hangar had been sold.",
        "Un élu qui n'a pas souhaité être nommé affirme que le hangar a été vendu.",
        "The ship did not return to Vellon on Sunday.",
    ],
)
def test_what_is_no_refusal_to_speak(text: str) -> None:
    assert refused(text) == set()
