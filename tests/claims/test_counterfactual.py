"""What would have been, and was not; and what kept it from being, which was."""

import pytest

from tests.claims.pile import dossier_of, statements


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("If the mayor had asked, the plant would have closed.", "close"),
        ("The plant would have closed without her help.", "close"),
        ("Si le maire l'avait demandé, l'usine aurait fermé ses portes.", "close"),
        ("Sans son intervention, l'armée aurait attaqué la ville.", "attack"),
    ],
)
def test_what_would_have_been_is_not_told_as_actual(text: str, class_: str) -> None:
    assert {s.realis for s in statements(dossier_of(text), class_)} == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("Had it not been for the closure of the mill by the Dorval group, the town would have prospered.", "close"),
        ("But for the arrest of Paul Ancel by police, the deal would have been signed.", "arrest"),
        ("N'eût été la fermeture de la fonderie par le groupe Tanguerel, la ville prospérerait.", "close"),
        ("L'usine aurait fermé ses portes lundi.", "close"),
        ("Selon le maire, l'usine aurait fermé sans préavis.", "close"),
    ],
)
def test_what_kept_it_from_being_was_and_hearsay_is_told(text: str, class_: str) -> None:
    told = statements(dossier_of(text), class_)
    assert {(s.realis, s.polarity) for s in told} == {("actual", "positive")}


@pytest.mark.parametrize(
    "text",
    [
        "Perhaps the agency shut the plant. Perhaps not.",
        "Maybe the agency shut the plant. Maybe it did not.",
        "L'agence a peut-être fermé l'usine. Ou peut-être pas.",
        "Peut-être l'agence a-t-elle fermé l'usine. Rien n'est moins sûr.",
    ],
)
def test_the_next_sentence_leaves_a_supposition_open(text: str) -> None:
    assert {s.realis for s in statements(dossier_of(text), "close")} == {"hypothetical"}
