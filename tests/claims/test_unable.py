"""What somebody cannot do, would not do, or is only ready to do; who is in no position to confirm."""

import pytest

from tests.claims.pile import dossier_of


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("La coopérative n'a pas voulu céder la laiterie.", "céder"),
        ("La coopérative a été incapable de livrer les semences.", "livrer"),
        ("La coopérative n'est pas prête à fermer la laiterie.", "fermer"),
        ("The co-operative was unable to deliver the seed.", "deliver"),
        ("The co-operative did not want to close the dairy.", "close"),
    ],
)
def test_what_was_not_done_is_negated(text: str, verb: str) -> None:
    found = next(s for s in dossier_of(text).statements if s.event.predicate.text == verb)
    assert found.polarity == "negative"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("La coopérative est prête à fermer la laiterie.", "fermer"),
        ("The co-operative is willing to close the dairy.", "close"),
        ("La coopérative est en mesure de livrer les semences.", "livrer"),
    ],
)
def test_what_somebody_can_do_is_only_supposed(text: str, verb: str) -> None:
    found = next(s for s in dossier_of(text).statements if s.event.predicate.text == verb)
    assert found.realis == "hypothetical"


@pytest.mark.parametrize(
    "text",
    [
        "La préfecture n'était pas en mesure de confirmer la fermeture de la laiterie.",
        "La préfecture, contactée jeudi, n'a pas été en capacité de confirmer la fermeture de la laiterie.",
        "Le parquet n'est pas autorisé à commenter la fermeture de la laiterie.",
        "The prefecture was not in a position to confirm the closure of the dairy.",
        "The prefecture was not authorised to discuss the closure of the dairy.",
    ],
)
def test_who_cannot_confirm_refuses(text: str) -> None:
    dossier = dossier_of(text)
    assert [a.firmness for a in dossier.attributions] == ["refusal"]
    assert [s.stance for s in dossier.statements] == ["refuses"]


@pytest.mark.parametrize(
    "text",
    [
        "Le trésorier dénonce la falsification des comptes par le greffier.",
        "The treasurer denounced the fabrication of receipts by the clerk.",
    ],
)
def test_a_word_of_untruth_that_befalls_a_thing_is_an_event(text: str) -> None:
    assert [s.stance for s in dossier_of(text).statements] == ["affirms"]
