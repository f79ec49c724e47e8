"""Denials: what words that say no are said of, who says so, and what only looks like one."""

from pathlib import Path

import pytest

from recoupe.model import Claim, Dossier
from tests.claims.pile import Pile, claim_with, files, pile_in, statements

FRENCH = "Le groupe Valdorn a livré des drones à la Norvège en mars."
ENGLISH = "The Valdorn group delivered drones to Norway in March."


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def deniers(dossier: Dossier, claim: Claim) -> dict[str, set[str]]:
    """Who denies a claim in which reports."""
    names = {a.id: a.name for a in dossier.actors}
    voices = {v.id: names.get(v.actor or "", "?") for v in dossier.voices}
    return {voices[d.voice]: files(dossier, d.reports) for d in claim.denials}


@pytest.mark.parametrize(
    "text",
    [
        "Selon un diplomate, Valdorn a livré des drones à la Norvège. Le ministre Paul Ancel rejette ces accusations.",
        "Des médias ont écrit que Valdorn avait livré des drones à la Norvège. « Il n'en est rien », a dit Paul Ancel.",
        "Valdorn a-t-il livré des drones à la Norvège ? « C'est faux », a répondu le ministre Paul Ancel.",
        "Le ministre Paul Ancel a qualifié de mensongère l'information selon laquelle Valdorn a livré des drones à la Norvège.",
        "Pour Paul Ancel, il est faux de dire que Valdorn a livré des drones à la Norvège.",
        "« Jamais Valdorn n'a livré le moindre drone à la Norvège », s'est indigné Paul Ancel.",
        "« On raconte que Valdorn a livré des drones à la Norvège en mars. C'est un mensonge », a lancé le maire Paul Ancel.",
        "Une livraison de drones à la Norvège par Valdorn ? Le ministre Paul Ancel oppose un démenti catégorique.",
    ],
)
def test_a_french_denial_is_tied_to_its_claim_with_who_denies(pile: Pile, text: str) -> None:
    dossier = pile(a=FRENCH, b=text)
    found = deniers(dossier, claim_with(dossier, FRENCH[:-1]))
    assert [reports for name, reports in found.items() if "Ancel" in name] == [{"b"}]


@pytest.mark.parametrize(
    "text",
    [
        "A newspaper wrote that Valdorn had delivered drones to Norway. Minister Paul Ancel called the report baseless.",
        '"That is not true," Minister Paul Ancel said when asked whether Valdorn had delivered drones to Norway.',
        "Minister Paul Ancel dismissed as false the claim that Valdorn delivered drones to Norway.",
        "Reports that Valdorn delivered drones to Norway are a fabrication, Minister Paul Ancel said.",
        'Did Valdorn deliver drones to Norway? "Absolutely not," said Minister Paul Ancel.',
        "Minister Paul Ancel poured scorn on the suggestion that Valdorn delivered drones to Norway.",
        "Minister Paul Ancel said no drone had ever been delivered to Norway by Valdorn.",
    ],
)
def test_an_english_denial_is_tied_to_its_claim_with_who_denies(pile: Pile, text: str) -> None:
    dossier = pile(a=ENGLISH, b=text)
    found = deniers(dossier, claim_with(dossier, ENGLISH[:-1]))
    assert [reports for name, reports in found.items() if "Ancel" in name] == [{"b"}]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (FRENCH, "Malgré les démentis du groupe, Valdorn a livré des drones à la Norvège, selon un diplomate."),
        (FRENCH, "Valdorn ne nie pas avoir livré des drones à la Norvège."),
        (FRENCH, "Valdorn a livré des drones à la Norvège alors que le ministre avait rejeté la demande du club."),
        (FRENCH, "Valdorn n'a pas seulement livré des drones à la Norvège, il a aussi formé des pilotes."),
        (FRENCH, "Valdorn a livré des drones à la Norvège sans l'accord du ministre, selon un diplomate."),
        (ENGLISH, "Despite the group's denials, Valdorn delivered drones to Norway, a diplomat said."),
        (ENGLISH, "Valdorn delivered drones to Norway after the minister had dismissed two generals."),
        (ENGLISH, "Valdorn did not deny that it delivered drones to Norway."),
        (ENGLISH, "Valdorn delivered drones to Norway, the minister said. But he called rumours of a theft baseless."),
    ],
)
def test_what_only_looks_like_a_denial_is_none(pile: Pile, claim: str, text: str) -> None:
    found = claim_with(pile(a=claim, b=text), claim[:-1])
    assert found.denials == () and len(found.reports) == 2


def test_who_affirms_stays_beside_who_denies(pile: Pile) -> None:
    dossier = pile(
        a=FRENCH, b="Un diplomate affirme que Valdorn a livré des drones à la Norvège. Le ministre Paul Ancel dément."
    )
    claim = claim_with(dossier, FRENCH[:-1])
    assert files(dossier, claim.reports) == {"a", "b"} and [d.missing for d in claim.denials] == [
        tuple(d.id for d in dossier.documents if d.name == "a.txt")
    ]


def test_a_denial_without_a_content_has_an_attribution_of_its_own(pile: Pile) -> None:
    dossier = pile(a=FRENCH, b="Un diplomate affirme que Valdorn a livré des drones à la Norvège. Paul Ancel dément.")
    (denial,) = claim_with(dossier, FRENCH[:-1]).denials
    (told,) = [s for s in dossier.statements if s.id in denial.statements]
    assert next(a for a in dossier.attributions if a.id == told.attribution).firmness == "denial"
    assert told.spans[0].text == "dément"


def test_what_describes_a_denied_thing_is_not_denied(pile: Pile) -> None:
    dossier = pile(a="Paul Ancel nie avoir livré à la Norvège des drones volés en mars à la société Dorval.")
    stolen = [s for s in dossier.statements if s.event.predicate.text == "volés"]
    assert [s.stance for s in stolen] in ([], ["affirms"])


def test_a_denial_that_names_nothing_answers_one_claim(pile: Pile) -> None:
    dossier = pile(
        a="Des agents ont brûlé les bulletins du second tour. Les archives de la mairie ont brûlé en mai.",
        b="Des agents ont brûlé les bulletins du second tour. La mairie dément tout incendie.",
    )
    assert sum(bool(c.denials) for c in dossier.claims) <= 1


def test_one_who_says_i_is_who_speaks(pile: Pile) -> None:
    dossier = pile(a="« Je n'ai livré aucun drone à la Norvège », a dit Paul Ancel.")
    names = {a.id: a.name for a in dossier.actors}
    (told,) = [s for s in dossier.statements if s.event.class_ == "transfer"]
    agent = next(p.actor for p in told.event.participants if p.role == "agent")
    assert told.stance == "denies" and "Ancel" in names[agent or ""]


def test_what_a_denied_deed_was_for_is_not_denied(tmp_path: Path) -> None:
    found = pile_in(tmp_path)(
        a="La Norvège a nié avoir fourni des drones à la Suède pour sa guerre contre les braconniers.",
        b="La Norvège a fourni des drones à la Suède.",
    )
    denied = [s.event.predicate.text for s in found.statements if s.stance == "denies" and s.event is not None]
    assert denied == ["fourni"]


@pytest.mark.parametrize(
    "text",
    [
        "Une personne a été blessée dans l'incendie de la halle.",
        "La police a arrêté une personne à Sérac.",
        "Selon une personne au fait des tractations, deux gardiens ont volé un reliquaire.",
        "Les bijoux ont été remis à cette personne.",
    ],
)
def test_a_person_is_not_nobody(tmp_path: Path, text: str) -> None:
    assert {s.stance for s in pile_in(tmp_path)(a=text).statements} == {"affirms"}


@pytest.mark.parametrize("text", ["Personne n'a été blessé à Sérac.", "La police n'a arrêté personne à Sérac."])
def test_nobody_is_a_denial(tmp_path: Path, text: str) -> None:
    assert {s.stance for s in pile_in(tmp_path)(a=text).statements} == {"denies"}


def test_the_words_of_an_event_tell_no_phase(tmp_path: Path) -> None:
    (told,) = statements(
        pile_in(tmp_path)(a="Technicians from the Dorval firm set fire to 35 hectares of forest."), "burn"
    )
    assert told.phase != "planned"
