"""Nouns that take up somebody named before without being an office of theirs, in what is told of them."""

import pytest

from tests.claims.pile import claim_with, dossier_of, roles, statements


@pytest.mark.parametrize(
    ("text", "class_", "name"),
    [
        ("Le colonel Aubin Ferrel a été suspendu lundi. L'officier a été arrêté jeudi.", "arrest", "Aubin Ferrel"),
        ("La sénatrice Ivane Corme a nié lundi. L'élue a été mise en examen jeudi.", "charge", "Ivane Corme"),
        ("Commander Ada Brent was suspended on Monday. The officer was arrested on Thursday.", "arrest", "Ada Brent"),
        ("Le plombier Yann Orsel, 44 ans, a disparu. L'homme a été enlevé mardi.", "kidnap", "Yann Orsel"),
    ],
)
def test_a_noun_that_fits_one_person_named_before_takes_them_up(text: str, class_: str, name: str) -> None:
    dossier = dossier_of(text)
    assert [roles(dossier, s).get("theme") for s in statements(dossier, class_)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Le colonel Aubin Ferrel et le capitaine Loïc Darnes ont témoigné. L'officier a été arrêté jeudi.",
        "Le colonel Aubin Ferrel a témoigné. L'officier marinier de Vellon a été arrêté jeudi.",
        "L'officier a été arrêté jeudi. Le colonel Aubin Ferrel a témoigné.",
    ],
)
def test_a_noun_that_may_be_another_is_nobody_named(text: str) -> None:
    dossier = dossier_of(text)
    found = [roles(dossier, s).get("theme", "") for s in statements(dossier, "arrest")]
    assert found and not any("Ferrel" in name or "Darnes" in name for name in found)


def test_a_report_that_names_nobody_meets_one_that_calls_the_named_so() -> None:
    dossier = dossier_of(
        "Le capitaine de frégate Joan Velt a été arrêté dimanche à son domicile de Marsund pour espionnage.",
        "Naval officer arrested in Marsund\n\nA naval officer was arrested at his home in Marsund on Sunday, police said.",
    )
    assert claim_with(dossier, "Joan Velt").id == claim_with(dossier, "A naval officer was arrested").id
