"""Denials by saying what is instead, by no plans, by nobody and nothing, in other words; and what must not be tied."""

from pathlib import Path

import pytest

from recoupe.model import Dossier
from tests.claims.pile import Pile, pile_in

RIFLES = "La société Trévane a livré des fusils à la milice d'Orsk, selon le quotidien L'Aube."
DAM = "Le barrage de Mornas a cédé dimanche, selon les secours."
DEAD = "L'otage Karim Sendal est mort, a annoncé son frère."
RESIGNED = "Le directeur Paul Vernis a démissionné lundi, selon la radio Onde."
PLANT = "Le groupe Harlan va fermer son usine de Brive-le-Haut, selon les syndicats."
MONEY = "L'entreprise Lumor a versé 80 000 euros à l'élu Denis Marchal, selon la justice."
FORGED = "Le laboratoire Analtix a falsifié des certificats, selon l'enquête."
RIDER = "Le coureur Ilan Vasco a été contrôlé positif, selon L'Aube."
DIED = "The hostage Karim Sendal is dead, his brother said."
LEFT = "The director Paul Vernis resigned on Monday, Onde radio reported."
CLOSING = "Harlan is to close its Brive plant, unions said."
PAID = "Lumor paid 80,000 euros to councillor Denis Marchal, prosecutors said."
WARNED = "The minister Albin Corves was warned of the pollution by Analtix in January, The Courier reported."


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def tied(dossier: Dossier) -> bool:
    """Whether a report `b` denies a claim that `a` makes."""
    names = {d.id: d.name for d in dossier.documents}
    claims = [c for c in dossier.claims if any(names[r] == "a.txt" for r in c.reports)]
    assert claims
    return any(names[r] == "b.txt" for c in claims for d in c.denials for r in d.reports)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (DAM, "L'exploitant affirme que le barrage de Mornas a tenu."),
        (DAM, "Le barrage de Mornas est intact, affirme l'exploitant."),
        (DEAD, "Karim Sendal est vivant, affirme le gouvernement."),
        (RESIGNED, "Paul Vernis est toujours en poste, assure le groupe."),
        (PLANT, "L'usine de Brive-le-Haut restera ouverte, affirme Harlan."),
        (FORGED, "Les certificats d'Analtix sont authentiques, affirme sa directrice."),
        (DIED, "Karim Sendal is alive, the government said."),
        (LEFT, "Paul Vernis remains in his post, the group said."),
        (CLOSING, "The Brive plant will stay open, Harlan said."),
        (WARNED, "Albin Corves was unaware of the pollution, his office said."),
        (WARNED, "Albin Corves knew nothing of the pollution, his office said."),
    ],
)
def test_what_is_instead_denies_what_would_have_ended_it(pile: Pile, claim: str, text: str) -> None:
    assert tied(pile(a=claim, b=text))


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (PLANT, "Il n'est pas question de fermer l'usine de Brive-le-Haut, assure Harlan."),
        (PLANT, "Aucune fermeture n'est envisagée à Brive-le-Haut, dit Harlan."),
        (PLANT, "Il est faux de dire que Harlan ferme Brive-le-Haut, a déclaré le groupe."),
        (PLANT, "Harlan n'a pas l'intention de fermer l'usine de Brive-le-Haut, dit un porte-parole."),
        (CLOSING, "There are no plans to close the Brive plant, Harlan said."),
        (CLOSING, "Harlan has no intention of closing the Brive plant, a spokesman said."),
        (RIFLES, "Trévane n'a aucun lien avec la livraison de fusils à la milice d'Orsk, selon sa direction."),
        (FORGED, "Analtix aurait falsifié des certificats. « Calomnie », répond sa directrice."),
        (MONEY, "Lumor n'a pas donné un euro à Denis Marchal, jure son patron."),
        (MONEY, "Denis Marchal se défend d'avoir touché de l'argent de Lumor."),
        (PAID, "Denis Marchal was never paid by Lumor, his lawyer said."),
        (PAID, "Denis Marchal denies taking money from Lumor."),
        (RIDER, "Le coureur Ilan Vasco n'a échoué à aucun test, dit son agent."),
        (WARNED, "Albin Corves received no warning of the pollution, his office said."),
    ],
)
def test_a_denial_in_other_words_is_tied(pile: Pile, claim: str, text: str) -> None:
    assert tied(pile(a=claim, b=text))


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (RIFLES, "Trévane a démenti vouloir racheter le chantier naval de Belmer."),
        (RIFLES, "La société Kelmar nie avoir livré des drones à la milice d'Ulm."),
        (DAM, "L'exploitant n'a pas cédé aux demandes des syndicats de Mornas."),
        (DAM, "Aucun mort n'est à déplorer à Mornas, selon les secours."),
        (DAM, "Le barrage de Mornas a retenu neuf millions de mètres cubes d'eau, selon l'exploitant."),
        (RESIGNED, "Paul Vernis n'a pas répondu à nos questions."),
        (PLANT, "Harlan n'a pas encore fermé l'usine de Pont-Noir."),
        (PLANT, "La porte n'était pas fermée, dit un gardien de Harlan."),
        (MONEY, "Denis Marchal n'a pas été placé en garde à vue, dit son avocat."),
        (RIDER, "L'équipe n'a pas licencié Ilan Vasco."),
        (DEAD, "Le gouvernement dément toute négociation pour Karim Sendal."),
        (DEAD, "Karim Sendal était vivant en mars."),
        (LEFT, "Paul Vernis did not answer our questions."),
        (CLOSING, "Harlan has not closed the Pont plant."),
        (PAID, "Denis Marchal was not arrested, his lawyer said."),
        (DIED, "The government denied any negotiation over Karim Sendal."),
    ],
)
def test_the_denial_of_something_else_is_not_tied(pile: Pile, claim: str, text: str) -> None:
    assert not tied(pile(a=claim, b=text))


def test_what_is_said_behind_a_denial_is_said_and_not_denied(pile: Pile) -> None:
    text = "Le groupe dément que Paul Vernis ait été licencié : « Paul Vernis est suspendu depuis lundi »."
    found = pile(a=text)
    stances = {s.event.predicate.text: s.stance for s in found.statements}
    assert stances["licencié"] == "denies"
    assert stances["suspendu"] == "affirms"


def test_a_denial_that_names_nobody_answers_what_its_report_tells_nearest(pile: Pile) -> None:
    found = pile(
        a="Des policiers ont frappé Omar Belli mardi. Des gardiens ont frappé Jean Corso mercredi à Velle. "
        "« Il n'a pas été frappé », a dit le préfet de Velle, Louis Armand."
    )
    denied = [s for s in found.statements if s.stance == "denies"]
    assert all(len(s.answers) <= 1 for s in denied)


def test_who_receives_what_a_verb_brings_them_does_not_give_it(pile: Pile) -> None:
    found = pile(a="Albin Corves received a warning of the leak from Analtix, his office said.")
    informed = next(s for s in found.statements if s.event.class_ == "inform")
    names = {a.id: a.name for a in found.actors}
    assert {p.role: names.get(p.actor or "") for p in informed.event.participants}["recipient"] == "Albin Corves"
