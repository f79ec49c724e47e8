"""The order in which claims are printed, and the numbers by which readers and the command line know them."""

from recoupe.model import Claim, Dossier


def deserves_card(claim: Claim) -> bool:
    """Whether more than one report, voice or stance is in play."""
    return len(claim.reports) > 1 or bool(claim.denials or claim.refusals) or len(claim.origins.voices) > 1


def in_print(dossier: Dossier) -> list[Claim]:
    """The claims in the order in which page, Markdown and terminal print them; the first has the number 1."""
    return sorted(dossier.claims, key=lambda c: not deserves_card(c))
