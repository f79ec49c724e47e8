"""What the words of a sentence deny where its grammar does not show it, and their neighbours that affirm."""

import pytest

from recoupe.model import Dossier, Statement
from tests.claims.pile import claim_with, dossier_of

FRENCH = "La société Arvenne a livré six radars au Talbor."
ENGLISH = "The Arvenne company delivered six radars to Talbor."


def told(dossier: Dossier) -> list[Statement]:
    """What the second of two reports says of the delivery."""
    report = next(d.id for d in dossier.documents if d.name == "1.txt")
    return [s for s in dossier.statements if s.document == report and s.event.class_ == "transfer"]


def stances(dossier: Dossier) -> set[str]:
    """How the second report stands to the delivery: what it denies, affirms, declines or leaves open."""
    return {s.stance if s.realis == "actual" else "open" for s in told(dossier)}


@pytest.mark.parametrize(
    "text",
    [
        "Au siège d'Arvenne, on sourit de « la légende » de la livraison de six radars au Talbor.",
        "« Un conte de plus » : la société Arvenne n'a pas d'autre mot au sujet de la livraison de six radars au Talbor.",
        "La société Arvenne nie avec constance la livraison de six radars au Talbor.",
        "La société Arvenne nie jusqu'à l'existence de la livraison de six radars au Talbor.",
        "Raconter que la société Arvenne a livré six radars au Talbor, « c'est se moquer du monde », peste Lise Orban.",
        "Insinuer que la société Arvenne a livré six radars au Talbor ? Ce serait dénaturer les faits, corrige Lise Orban.",
        "Les bruits évoquant la livraison de six radars au Talbor sont « infondés », a fait savoir la société Arvenne.",
        "La société Arvenne répète que rien n'est exact dans ce qu'on écrit à propos de la livraison de six radars au Talbor.",
        "« Foutaises » : voilà la réponse d'Arvenne à ceux qui soutiennent que la société Arvenne a livré six radars au Talbor.",
        "La livraison de six radars au Talbor, que la société Arvenne dément, aurait eu lieu en mai.",
    ],
)  # fmt: skip
def test_french_words_of_denial_deny_what_is_only_told(text: str) -> None:
    dossier = dossier_of(FRENCH, text)
    assert stances(dossier) == {"denies"}
    assert claim_with(dossier, "livré").denials


@pytest.mark.parametrize(
    "text",
    [
        "“Hogwash”: that was the answer of the Arvenne company to reports that it delivered six radars to Talbor.",
        "The Arvenne company rubbished talk of the delivery of six radars to Talbor.",
        "Whoever claims that the Arvenne company delivered six radars to Talbor “is making it up”, Lise Orban said.",
        "The Arvenne company called the story of the delivery of six radars to Talbor a smear.",
        "Nothing of the sort ever occurred, insists Lise Orban whenever the delivery of six radars to Talbor is raised.",
        "The Arvenne company quashed speculation about the delivery of six radars to Talbor.",
        "To suggest that the Arvenne company delivered six radars to Talbor is to twist the truth, Lise Orban said.",
    ],
)  # fmt: skip
def test_english_words_of_denial_deny_what_is_only_told(text: str) -> None:
    dossier = dossier_of(ENGLISH, text)
    assert stances(dossier) == {"denies"}
    assert claim_with(dossier, "delivered").denials


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (FRENCH, "Lise Orban, qui avait crié à la calomnie, a reconnu que la société Arvenne a livré six radars au Talbor."),
        (FRENCH, "Après avoir nié pendant des mois, Lise Orban a admis que la société Arvenne a livré six radars au Talbor."),
        (FRENCH, "La société Arvenne a cessé de nier la livraison de six radars au Talbor."),
        (FRENCH, "Les syndicats contestent l'utilité de la livraison de six radars au Talbor."),
        (FRENCH, "Lise Orban dément avoir pris l'avion lors de la livraison de six radars au Talbor."),
        (FRENCH, "L'opposition accuse le gouvernement d'avoir menti sur la livraison de six radars au Talbor."),
        (FRENCH, "La juge a traité de fable les démentis du préfet et dit que la société Arvenne a livré six radars au Talbor."),
        (FRENCH, "Un docker a raconté que la société Arvenne a livré six radars au Talbor, mais le préfet garde le silence."),
        (FRENCH, "Un agent qui n'était pas autorisé à s'exprimer décrit la livraison de six radars au Talbor par Arvenne."),
        (ENGLISH, "The Arvenne company is no longer denying the delivery of six radars to Talbor."),
        (ENGLISH, "Unions dispute the cost of the delivery of six radars to Talbor."),
        (ENGLISH, "Lise Orban told the inquiry on the wrong day that the Arvenne company delivered six radars to Talbor."),
        (ENGLISH, "Someone who knows the trade wrote that the Arvenne company delivered six radars and ducks to Talbor."),
        (ENGLISH, "The paper, which the firm calls a fake, shows that the Arvenne company delivered six radars to Talbor."),
    ],
)  # fmt: skip
def test_what_somebody_tells_beside_words_of_denial_stays_told(claim: str, text: str) -> None:
    dossier = dossier_of(claim, text)
    assert "affirms" in stances(dossier)
    assert "denies" not in stances(dossier)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        # declined
        (FRENCH, "Sur la livraison de six radars au Talbor, le préfet cultive l'ambiguïté."),
        (FRENCH, "Le préfet a fait valoir son droit au silence lorsque la juge a évoqué la livraison de six radars au Talbor."),
        (FRENCH, "La question de la livraison de six radars au Talbor n'appelait « aucune remarque », selon le préfet."),
        (FRENCH, "Toujours aucune réponse : le préfet garde le silence sur la livraison de six radars au Talbor."),
        (FRENCH, "Le préfet ne dit ni oui ni non quand on lui parle de la livraison de six radars au Talbor."),
        (ENGLISH, "The mayor has kept his counsel on the delivery of six radars to Talbor."),
        (ENGLISH, "Questions put to the mayor on whether the Arvenne company delivered six radars went unanswered."),
        (ENGLISH, "The mayor cut short the interview when the delivery of six radars to Talbor was mentioned."),
        (ENGLISH, "The mayor had no immediate comment on the delivery of six radars to Talbor."),
        # supposed
        (FRENCH, "Il faudra, avant l'été, retenir ou écarter la piste de la livraison de six radars au Talbor."),
        (FRENCH, "Le doute plane encore sur la livraison de six radars au Talbor."),
        (FRENCH, "Accuser la société Arvenne d'avoir livré six radars au Talbor ne suffit pas."),
        (FRENCH, "Que la société Arvenne ait livré six radars au Talbor reste à démontrer."),
        (ENGLISH, "Any finding that the Arvenne company delivered six radars to Talbor would cost it the licence."),
        (ENGLISH, "Uncertainty surrounds the delivery of six radars to Talbor."),
        (ENGLISH, "Inspectors must confirm or rule out the delivery of six radars to Talbor."),
    ],
)  # fmt: skip
def test_what_is_declined_or_supposed_is_left_open(claim: str, text: str) -> None:
    dossier = dossier_of(claim, text)
    assert not [s for s in told(dossier) if s.stance == "affirms" and s.realis == "actual"]
    assert not claim_with(dossier, "livré" if claim == FRENCH else "delivered").denials


def test_a_clause_that_says_that_a_thing_never_was_denies_it() -> None:
    dossier = dossier_of(FRENCH, "Lise Orban décrit une livraison de six radars au Talbor qui n'a jamais eu lieu.")
    assert stances(dossier) == {"denies"}


def test_idioms_of_refusal_and_denial_tell_no_event() -> None:
    dossier = dossier_of(
        "Le préfet garde le silence sur la livraison de six radars au Talbor.",
        "Le préfet hausse les épaules devant la fable de la livraison de six radars au Talbor.",
    )
    assert {s.event.predicate.text for s in dossier.statements} <= {"livraison"}


def test_a_general_denial_answers_what_is_told_of_a_kind_akin_to_it() -> None:
    dossier = dossier_of(
        "La société Arvenne a expédié six radars au Talbor en mai.",
        "« Arvenne n'a jamais vendu un seul radar au Talbor », a déclaré Lise Orban, porte-parole d'Arvenne.",
    )
    assert claim_with(dossier, "expédié").denials


def test_a_modal_that_forbids_denies_nothing() -> None:
    dossier = dossier_of(ENGLISH, "Radars may not be delivered to Talbor at all.")
    assert not claim_with(dossier, "delivered").denials


def test_an_error_that_was_made_is_no_word_of_denial() -> None:
    text = "La société Arvenne a livré six radars au Talbor. Le préfet s'en tient à l'erreur de pilotage."
    assert "denies" not in stances(dossier_of(FRENCH, text))


def test_a_noun_before_a_relative_is_denied_by_who_stands_in_it() -> None:
    dossier = dossier_of(
        FRENCH, "Les syndicats décrivent une livraison de radars au Talbor, que la société Arvenne dément."
    )
    (denial,) = claim_with(dossier, "livré").denials
    voice = next(v for v in dossier.voices if v.id == denial.voice)
    assert next(a.name for a in dossier.actors if a.id == voice.actor).endswith("Arvenne")


def test_a_frame_does_not_begin_inside_somebodys_words() -> None:
    text = "“I have read that the Arvenne company delivered six radars to Talbor. I say that it is false,” Lise Orban said."
    dossier = dossier_of(ENGLISH, text)
    assert stances(dossier) == {"denies"}
