"""Sentences that deny, decline or leave open, by family of frame; and their neighbours that affirm."""

import pytest

from recoupe.model import Dossier, Statement
from tests.claims.pile import claim_with, dossier_of

FRENCH = "La société Arvenne a livré six radars au Talbor."
ENGLISH = "The Arvenne company delivered six radars to Talbor."


def told(dossier: Dossier) -> list[Statement]:
    """What the second of two reports says of the delivery."""
    report = next(d.id for d in dossier.documents if d.name == "1.txt")
    return [s for s in dossier.statements if s.document == report and s.event.class_ == "transfer"]


def denied(dossier: Dossier) -> bool:
    """Whether the second report denies what the first tells, and nothing else."""
    told_first = {s.id for s in dossier.statements if s.event.class_ == "transfer"} - {s.id for s in told(dossier)}
    claim = next(c for c in dossier.claims if told_first & {*c.statements})
    return {s.stance for s in told(dossier)} == {"denies"} and len(claim.denials) == 1


@pytest.mark.parametrize(
    "text",
    [
        "« Un pur fantasme » : c'est ainsi que la société Arvenne décrit la livraison de six radars au Talbor.",
        "Face aux questions sur la livraison de six radars au Talbor, la société Arvenne évoque une « rumeur ridicule ».",
        "« Il n'y a rien eu de tel », s'insurge la société Arvenne, interrogée sur la livraison de six radars au Talbor.",
        "La réponse est nette : pour la société Arvenne, la livraison de six radars au Talbor relève du fantasme.",
        "La thèse selon laquelle Arvenne aurait livré six radars au Talbor ne repose sur rien, riposte Arvenne.",
        "Histoire fabriquée, rétorque la société Arvenne à propos de la livraison de six radars au Talbor.",
        "« Qu'on nous apporte une preuve de la livraison de six radars au Talbor », lance la société Arvenne.",
        "La société Arvenne traite de calomnie l'idée que la société Arvenne a livré six radars au Talbor.",
        "À ceux qui affirment que la société Arvenne a livré six radars au Talbor, la société Arvenne répond par un sourire.",
        "Devant la commission, la société Arvenne a juré, sans ciller, ne pas avoir livré six radars au Talbor.",
        "Loin de reconnaître que la société Arvenne a livré six radars au Talbor, la société Arvenne parle de calomnie.",
        "Aucun document n'atteste la livraison de six radars au Talbor, réplique la société Arvenne.",
    ],
)  # fmt: skip
def test_french_frames_of_denial(text: str) -> None:
    assert denied(dossier_of(FRENCH, text))


@pytest.mark.parametrize(
    "text",
    [
        "That the Arvenne company delivered six radars to Talbor was hotly disputed by the Arvenne company.",
        "For the Arvenne company, the claim that the Arvenne company delivered six radars to Talbor is nothing but a hoax.",
        "The accusation – that Arvenne delivered six radars to Talbor – was met with a flat denial from the Arvenne company.",
        "‘Nonsense’: thus did the Arvenne company respond to the claim that Arvenne delivered six radars to Talbor.",
        "“Anyone who says that the Arvenne company delivered six radars to Talbor is lying,” the Arvenne company hit back.",
        "It took the Arvenne company ten minutes to reject the claim that the Arvenne company delivered six radars to Talbor.",
        "The Arvenne company laughed off reports that the Arvenne company delivered six radars to Talbor.",
        "Under oath, the Arvenne company swore never to have been guilty of delivering six radars to Talbor.",
        "Rather than admitting that the Arvenne company delivered six radars to Talbor, the Arvenne company cried foul.",
    ],
)  # fmt: skip
def test_english_frames_of_denial(text: str) -> None:
    assert denied(dossier_of(ENGLISH, text))


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        # declined
        (FRENCH, "La société Arvenne ne confirme ni ne dément la livraison de six radars au Talbor."),
        (FRENCH, "À la question de savoir si la société Arvenne a livré six radars au Talbor, le préfet a préféré se taire."),
        (FRENCH, "Le préfet ne souffle mot de la livraison de six radars au Talbor."),
        (FRENCH, "Le préfet a éludé la question de la livraison de six radars au Talbor."),
        (FRENCH, "Le préfet reste muet sur la livraison de six radars au Talbor."),
        (ENGLISH, "The mayor would neither confirm nor deny that the Arvenne company delivered six radars to Talbor."),
        (ENGLISH, "On the suggestion that the Arvenne company delivered six radars to Talbor, the mayor kept silent."),
        (ENGLISH, "The mayor has yet to respond to claims that the Arvenne company delivered six radars to Talbor."),
        (ENGLISH, "The mayor remained tight-lipped about the delivery of six radars to Talbor."),
        # left open
        (FRENCH, "Rien ne permet, à ce stade, de dire que la société Arvenne a livré six radars au Talbor."),
        (FRENCH, "Tant qu'il n'est pas établi que la société Arvenne a livré six radars au Talbor, le marché tient."),
        (FRENCH, "Encore faudrait-il prouver que la société Arvenne a livré six radars au Talbor."),
        (FRENCH, "Dans l'hypothèse, peu vraisemblable, où la société Arvenne aurait livré six radars, le marché tomberait."),
        (FRENCH, "La livraison de six radars au Talbor n'est qu'une hypothèse parmi d'autres."),
        (FRENCH, "Les inspecteurs cherchent à vérifier la réalité de la livraison de six radars au Talbor."),
        (ENGLISH, "Nothing so far makes it possible to claim that the Arvenne company delivered six radars to Talbor."),
        (ENGLISH, "Suppose, for a moment, that the Arvenne company delivered six radars to Talbor."),
        (ENGLISH, "No proof has been offered for or against the idea that the Arvenne company delivered six radars to Talbor."),
        (ENGLISH, "The delivery of six radars to Talbor has not been confirmed."),
    ],
)  # fmt: skip
def test_what_is_declined_or_left_open_is_neither_affirmed_nor_denied(claim: str, text: str) -> None:
    dossier = dossier_of(claim, text)
    assert not [s for s in told(dossier) if s.stance == "affirms" and s.realis == "actual"]
    found = claim_with(dossier, "livré" if claim == FRENCH else "delivered")
    assert not found.denials


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (FRENCH, "L'enquête a permis d'établir que la société Arvenne a livré six radars au Talbor."),
        (FRENCH, "Il faut dire que la société Arvenne a livré six radars au Talbor."),
        (FRENCH, "Le préfet n'a pas réagi depuis que la société Arvenne a livré six radars au Talbor."),
        (FRENCH, "La ministre a refusé de quitter la salle après la livraison de six radars au Talbor."),
        (ENGLISH, "The inquiry established that the Arvenne company delivered six radars to Talbor."),
        (ENGLISH, "Showing no document, Radio Miro asserts that the Arvenne company delivered six radars to Talbor."),
        (ENGLISH, "The mayor was heard to say that the Arvenne company delivered six radars to Talbor."),
        (ENGLISH, "The minister refused to leave the room after the delivery of six radars to Talbor."),
    ],
)  # fmt: skip
def test_words_of_denial_beside_what_is_told_as_so(claim: str, text: str) -> None:
    dossier = dossier_of(claim, text)
    assert [s for s in told(dossier) if s.stance == "affirms" and s.realis == "actual"]
    assert not [s for s in told(dossier) if s.stance == "denies"]
