"""A figure that is set against another is its source's alone; who counts victims says how many there are."""

import pytest

from tests.claims.pile import dossier_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Le syndicat compte au moins vingt-deux collègues blessés, contre quatorze selon la préfecture.",
            {"Le syndicat": "au moins vingt-deux collègues blessés", "la préfecture": "quatorze"},
        ),
        ("Trente personnes ont été blessées, quatorze selon la préfecture.", {"la préfecture": "quatorze"}),
        ("The clashes left 30 injured, compared with 14 according to the police.", {"the police": "14"}),
    ],
)
def test_each_source_has_its_own_figure(text: str, told: dict[str, str]) -> None:
    found = dossier_of(text).attributions
    assert {a.source.text: a.content[0].text for a in found if a.source is not None} == told


def test_a_figure_that_is_denied_is_told_by_who_corrects_it() -> None:
    (own,) = dossier_of(
        "Neuf agents ont été blessés dans la nuit, et non quatorze, a corrigé la préfecture."
    ).attributions
    assert own.content[0].text.startswith("Neuf agents ont été blessés")


def test_of_how_many_a_body_consists_nobody_says() -> None:
    assert not dossier_of("Le groupe compte 300 salariés.").attributions


@pytest.mark.parametrize(
    "text",
    [
        "Les députés rejettent la réforme des retraites par 212 voix.",
        "The court rejected the appeal.",
        "Le tribunal a rejeté le recours.",
    ],
)
def test_who_turns_down_a_proposal_denies_nothing(text: str) -> None:
    dossier = dossier_of(text)
    assert not dossier.attributions
    assert any(s.event.class_ == "reject" for s in dossier.statements)


def test_who_rejects_what_is_said_denies_it() -> None:
    (own,) = (
        a for a in dossier_of("The ministry rejected the accusation of fraud.").attributions if a.source is not None
    )
    assert own.firmness == "denial"


@pytest.mark.parametrize(
    ("text", "source", "firmness"),
    [
        ("Le curé n'en maintient pas moins que la ville a vendu le pont.", "Le curé", "flat"),
        ("Le Soir de Liégeon rapporte que quatre détenus se sont évadés.", "Le Soir de Liégeon", "flat"),
        ("Ann Dorval met en cause le groupe Brevaux pour avoir fermé sa fonderie.", "Ann Dorval", "flat"),
        ("Ann Dorval a démenti le port d'une combinaison interdite par la nageuse.", "Ann Dorval", "denial"),
    ],
)
def test_who_says_it_and_how_firmly(text: str, source: str, firmness: str) -> None:
    (own,) = (a for a in dossier_of(text).attributions if a.source is not None)
    assert own.source is not None
    assert (own.source.text, own.firmness) == (source, firmness)


def test_what_somebody_is_warned_of_is_content_and_a_title_is_none() -> None:
    (own,) = dossier_of("Les experts ont averti la mairie des conséquences d'une vente du pont.").attributions
    assert own.content[0].text.startswith("conséquences d'une vente")
    told = dossier_of("Ann Dorval dit avoir averti le chef de service, Alain Teyssier, en 2021 déjà.").attributions
    assert all(a.content[0].text != "service" for a in told)
