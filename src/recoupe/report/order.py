"""The order in which claims are printed, and the numbers by which readers and the command line know them."""

from typing import NamedTuple

from recoupe.model import Claim, Dossier

TAKEN_BACK = ("correction", "retraction")  # changes after which somebody no longer stands by what was told


def is_taken_back(claim: Claim) -> bool:
    """Whether somebody who told a claim has corrected or withdrawn it since."""
    return any(change.change in TAKEN_BACK for change in claim.evolution)


def is_in_passing(claim: Claim) -> bool:
    """Whether reports only take a claim up by nouns, and nobody answers it: it stands behind what they tell."""
    return claim.in_passing and not (claim.denials or claim.refusals or is_taken_back(claim))


def deserves_card(claim: Claim) -> bool:
    """Whether more than one report, voice or stance is in play."""
    answered = bool(claim.denials or claim.refusals) or is_taken_back(claim)
    return len(claim.reports) > 1 or answered or len(claim.origins.voices) > 1


class Printed(NamedTuple):
    """The claims in the lists in which they are printed: those with a card, those that one voice makes in one report, and
    the like of those that are only taken up in passing.
    """

    cards: list[Claim]
    single: list[Claim]
    passing: list[Claim]
    passing_single: list[Claim]


def printed(dossier: Dossier) -> Printed:
    """The claims of a dossier by the list that they are printed in."""
    lists = Printed([], [], [], [])
    for claim in dossier.claims:
        place = 2 * is_in_passing(claim) + (not deserves_card(claim))
        lists[place].append(claim)
    return lists


def in_print(dossier: Dossier) -> list[Claim]:
    """The claims in the order in which page, Markdown and terminal print them; the first has the number 1."""
    return [claim for some in printed(dossier) for claim in some]
