"""Denials of what one's own people did, of any of a kind, of having known, and of accusations told further up."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, claim_with, pile_in

FRENCH = (
    " Le préfet de Lorvane, Adrien Castelin, et la société Brével se sont expliqués mardi devant le conseil de Lorvane."
)
ENGLISH = (
    " The prefect of Lorvane, Adrien Castelin, and the Brevel company spoke on Tuesday before the Lorvane council."
)


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("claim", "denial", "beside"),
    [
        # what their people did
        (
            "Un gendarme a tiré sur un cortège de lycéens, selon une avocate.",
            "Le préfet, Adrien Castelin, soutient que ses hommes n'ont tiré sur personne.",
            FRENCH,
        ),
        (
            "A policeman shot a demonstrator, a lawyer said.",
            "The prefect, Adrien Castelin, insisted that his officers had not fired on anyone.",
            ENGLISH,
        ),
        (
            "L'armée du Kardestan a bombardé l'école de Lorvane, selon les secours.",
            "« Nos forces n'ont visé aucune école », a répliqué l'armée du Kardestan.",
            FRENCH,
        ),
        (
            "The Kardestan army shelled the school of Lorvane, rescuers said.",
            '"Our forces did not target any school," the Kardestan army replied.',
            ENGLISH,
        ),
        # any of a kind, under a word of its own; a verb of denial behind another
        (
            "Le chantier a réparé deux corvettes du Kardestan en août, selon un ouvrier.",
            "Le gouvernement continue de nier toute réparation de navires à Lorvane.",
            FRENCH,
        ),
        (
            "La société Brével a licencié trente ouvriers à Lorvane, selon un syndicat.",
            "La société Brével continue de nier tout licenciement à Lorvane.",
            FRENCH,
        ),
        (
            "Hackers stole patient files from the Lorvane hospital, an expert said.",
            "The Lorvane hospital ruled out any theft of data.",
            ENGLISH,
        ),
        # to have known
        (
            "La société Brével connaissait la fissure depuis mars, selon une note.",
            "La société Brével nie que sa direction ait eu connaissance d'une fissure.",
            FRENCH,
        ),
        (
            "The Brevel company knew of the crack in March, a memo shows.",
            "Brevel has denied that its management knew of any crack.",
            ENGLISH,
        ),
    ],
)
def test_a_denial_is_tied(pile: Pile, claim: str, denial: str, beside: str) -> None:
    dossier = pile(a=claim + beside, b=denial + beside)
    assert claim_with(dossier, claim.split(",")[0]).denials


@pytest.mark.parametrize(
    ("claim", "denial", "beside"),
    [
        (
            "Des manifestants ont tiré sur un gendarme, selon une avocate.",
            "Le préfet, Adrien Castelin, soutient que ses hommes n'ont tiré sur personne.",
            FRENCH,
        ),
        (
            "The Brevel company knew of the strike in March, a memo shows.",
            "Brevel has denied that its management knew of any crack.",
            ENGLISH,
        ),
    ],
)
def test_a_denial_of_others_deeds_or_of_another_matter_is_not(pile: Pile, claim: str, denial: str, beside: str) -> None:
    dossier = pile(a=claim + beside, b=denial + beside)
    assert not [c for c in dossier.claims if c.denials]


def test_accusations_are_what_is_told_as_a_charge_not_the_sentence_before(pile: Pile) -> None:
    dossier = pile(
        a="L'officier Paul Estève est accusé d'avoir vendu des cartes au Kardestan. Il risque dix ans de prison, dit le "
        "parquet.\n\n« Ces accusations sont inventées », a réagi l'ambassade du Kardestan." + FRENCH,
    )
    assert claim_with(dossier, "vendu des cartes").denials
    assert [c for c in dossier.claims if c.denials] == [claim_with(dossier, "vendu des cartes")]


def test_what_something_would_make_possible_is_not_denied(pile: Pile) -> None:
    dossier = pile(
        a="Le quai a été élargi cet été. Le nouveau canon permettrait à l'armée du Kardestan d'atteindre Lorvane.\n\n"
        "À Sarn, la capitale, on dément."
    )
    assert not [c for c in dossier.claims if c.denials]


def test_nobody_stopped_one_thing_is_no_word_on_another(pile: Pile) -> None:
    dossier = pile(
        a='"Nobody stopped the presses," said the foreman Paul Esteve.' + ENGLISH,
        b="The ferry was stopped at Lorvane in March, a sailor said." + ENGLISH,
    )
    assert not claim_with(dossier, "The ferry").denials
