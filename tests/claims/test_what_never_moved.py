"""Denials that anything left, came or was there at all, and the claims that they rule out."""

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
        # nothing left, not one of them, records by another word
        (
            "Des solvants de l'usine Brével se sont répandus dans le canal, selon le maire.",
            "« Rien n'est sorti de notre usine », a réagi la société Brével.",
            FRENCH,
        ),
        (
            "Acid from the Brevel plant leaked into the canal, the mayor said.",
            '"Nothing escaped from our plant," the Brevel company said.',
            ENGLISH,
        ),
        (
            "Des pirates ont volé les dossiers des patients de Brével, selon un expert.",
            "« Aucun dossier médical n'a quitté nos armoires », assure la société Brével.",
            FRENCH,
        ),
        (
            "Hackers stole patient files from Brevel, an expert said.",
            '"No medical record has left our servers," the Brevel company said.',
            ENGLISH,
        ),
        (
            "The Brevel company delivered rifles to Kardestan, a source said.",
            "Not a single Brevel rifle has gone to Kardestan, said its spokeswoman, Ines Roual.",
            ENGLISH,
        ),
        # nothing came
        (
            "Le camp a été frappé par trois roquettes, selon les rebelles.",
            "« Aucune roquette n'a atteint le camp », a assuré le préfet, Adrien Castelin.",
            FRENCH,
        ),
        (
            "The camp was hit by three rockets, the rebels said.",
            '"No rocket came near the camp," said the prefect, Adrien Castelin.',
            ENGLISH,
        ),
        # there was none
        (
            "Des grévistes ont lancé des pavés sur la police, selon la préfecture.",
            "« Il n'y a eu ni pavé ni insulte », affirme la déléguée Solène Arnal.",
            FRENCH,
        ),
        (
            "Strikers threw cobblestones at the police, the prefecture said.",
            '"There were no cobblestones," said the delegate Solene Arnal.',
            ENGLISH,
        ),
    ],
)
def test_what_never_moved_or_was_rules_a_claim_out(pile: Pile, claim: str, denial: str, beside: str) -> None:
    dossier = pile(a=claim + beside, b=denial + beside)
    assert claim_with(dossier, claim.split(",")[0]).denials


@pytest.mark.parametrize(
    ("claim", "denial", "beside"),
    [
        # nothing came of talks; other things; what is bought by somebody else
        (
            "Des solvants de l'usine Brével se sont répandus dans le canal, selon le maire.",
            "« Rien n'est sorti des négociations », regrette la société Brével.",
            FRENCH,
        ),
        (
            "Le camp a été frappé par trois roquettes, selon les rebelles.",
            "« Aucun camion n'a atteint le camp », a assuré le préfet, Adrien Castelin.",
            FRENCH,
        ),
        (
            "The residents bought forty bottles in town, a shopkeeper said.",
            '"Nothing escaped from our plant," the Brevel company said.',
            ENGLISH,
        ),
        (
            "Strikers threw bottles at the police, the prefecture said.",
            '"There were no cobblestones," said the delegate Solene Arnal.',
            ENGLISH,
        ),
    ],
)
def test_other_claims_are_left_alone(pile: Pile, claim: str, denial: str, beside: str) -> None:
    dossier = pile(a=claim + beside, b=denial + beside)
    assert not [c for c in dossier.claims if c.denials]


def test_what_was_put_online_is_not_denied_where_its_theft_is(pile: Pile) -> None:
    dossier = pile(
        a="Hackers stole patient files from Brevel, an expert said. The gang published two hundred files on Friday."
        + ENGLISH,
        b='"No medical file has left our servers," the Brevel company said.' + ENGLISH,
    )
    assert claim_with(dossier, "Hackers stole").denials
    assert [c for c in dossier.claims if c.denials] == [claim_with(dossier, "Hackers stole")]
