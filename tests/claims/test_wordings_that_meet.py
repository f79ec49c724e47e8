"""Two wordings of one event, in one language or two, are one claim: idioms, light verbs, particle verbs and nouns."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    """Analyses made-up reports."""
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "La présidente Nora Brack a fait amende honorable mardi devant les mineurs de Sarn.",
            "La présidente Nora Brack a présenté ses excuses mardi aux mineurs de Sarn.",
        ),
        (
            "Le capitaine Ivo Lenz est passé à l'ennemi jeudi à Morvane.",
            "Captain Ivo Lenz defected in Morvane on Thursday.",
        ),
        (
            "La revue Optima a rétracté l'étude d'Ida Rosk lundi.",
            "L'étude d'Ida Rosk a été désavouée lundi par la revue Optima.",
        ),
        (
            "L'ingénieure Alma Vance a transmis les plans du barrage à Tarkovia.",
            "Engineer Alma Vance passed the plans of the dam to Tarkovia.",
        ),
        (
            "La mairie de Calder a été livrée aux flammes samedi.",
            "Calder town hall was set ablaze on Saturday.",
        ),
        (
            "Le comptable Paul Ancel a puisé dans la caisse de la coopérative de Sarn.",
            "Accountant Paul Ancel siphoned off the funds of the Sarn cooperative.",
        ),
        (
            "La militante Zoé Hart a été reconduite à la frontière mercredi.",
            "Activist Zoe Hart was deported on Wednesday.",
        ),
    ],
)
def test_two_wordings_of_one_event_meet(pile: Pile, one: str, other: str) -> None:
    dossier = pile(a=one, b=other)
    assert max((len(claim.reports) for claim in dossier.claims), default=0) == 2


@pytest.mark.parametrize(
    ("sentence", "class_"),
    [
        ("Ida Mole was fired by the Calder bank on Wednesday.", "dismiss"),
        ("Judge Ann Dorval charged the mayor Ivo Lenz with fraud.", "charge"),
        ("The soldiers of Tarkovia shot down nine drones.", "shoot"),
        ("Les pompiers de Sarn ont intercepté un drone lundi.", "shoot"),
        ("Le ferry Belle-Anse a coulé lundi.", "crash"),
        ("L'État de Tarkovie a nationalisé la banque Alvane.", "nationalise"),
    ],
)
def test_what_an_event_is_done_to_and_when_does_not_change_its_class(pile: Pile, sentence: str, class_: str) -> None:
    assert class_ in {s.event.class_ for s in pile(a=sentence).statements}


HEARSAY = "La Karvie transmettrait des images à la milice de Sorle, selon un diplomate."


@pytest.mark.parametrize(
    "other",
    [
        "La Karvie transmet depuis mars des images à la milice de Sorle.",
        "La Karvie transmettra des images à la milice de Sorle.",
    ],
)
def test_a_conditional_of_hearsay_may_tell_of_what_goes_on_and_of_what_is_to_come(pile: Pile, other: str) -> None:
    dossier = pile(a=HEARSAY, b=other)
    assert any(len(c.reports) == 2 for c in dossier.claims)


def test_what_goes_on_and_what_is_to_come_stay_apart_beside_it(pile: Pile) -> None:
    on, ahead = (
        "La Karvie transmet des images à la milice de Sorle.",
        "La Karvie transmettra des images à la milice de Sorle.",
    )
    dossier = pile(a=HEARSAY, b=on, c=ahead)
    assert not any(len(c.reports) == 3 for c in dossier.claims)


def test_since_when_says_that_it_goes_on(pile: Pile) -> None:
    dossier = pile(a="La Karvie livrerait depuis mars des images à la milice de Sorle.")
    assert [s.phase for s in dossier.statements if s.event.class_ == "transfer"] == ["under way"]
