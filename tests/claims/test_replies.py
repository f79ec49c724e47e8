"""Denials that name their claim by other words, take it up from elsewhere in the text, or answer what was just told."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, claim_with, files, pile_in

FRENCH = "Le groupe Valdorn a livré des drones à la Norvège en mars."
ENGLISH = "The Valdorn group delivered drones to Norway in March."


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        # absurd claims
        (FRENCH, "Paul Ancel juge « grotesque » l'idée que Valdorn a livré des drones à la Norvège."),
        (FRENCH, "Paul Ancel qualifie de fantaisiste l'information selon laquelle Valdorn a livré des drones à la Norvège."),
        (ENGLISH, 'Paul Ancel called the claim that Valdorn delivered drones to Norway "ludicrous".'),
        (ENGLISH, "Paul Ancel said that the report was absurd: Valdorn delivered no drone to Norway."),
        # what it would be wrong to claim
        (FRENCH, "« Il est totalement faux que Valdorn a livré des drones à la Norvège », a réagi Paul Ancel."),
        (FRENCH, "Pour Paul Ancel, affirmer que Valdorn a livré des drones à la Norvège serait mensonger."),
        (ENGLISH, '"People should stop saying that Valdorn delivered drones to Norway," Paul Ancel said.'),
        (ENGLISH, '"It is categorically false that Valdorn delivered drones to Norway," said Paul Ancel.'),
        (ENGLISH, "To claim that Valdorn delivered drones to Norway would be a lie, Paul Ancel argued."),
        # taken up by a pronoun, a demonstrative, a relative, a noun of what is said
        (FRENCH, "Un élu dit que Valdorn a livré des drones à la Norvège. Ce que dément Paul Ancel."),
        (FRENCH, "Un élu dit que Valdorn a livré des drones à la Norvège. Une accusation que Paul Ancel rejette."),
        (FRENCH, "Un élu dit que Valdorn a livré des drones à la Norvège. Paul Ancel conteste cette version des faits."),
        (FRENCH, "Un élu dit que Valdorn a livré des drones à la Norvège. Version contestée par Paul Ancel."),
        (FRENCH, "Un élu dit que Valdorn a livré des drones à la Norvège. Paul Ancel parle de « calomnies »."),
        (FRENCH, "Que Valdorn a livré des drones à la Norvège, Paul Ancel le nie."),
        (ENGLISH, "An official says that Valdorn delivered drones to Norway. An allegation that Paul Ancel denies."),
        (ENGLISH, 'An official says that Valdorn delivered drones to Norway. Paul Ancel dismissed the claims as "baseless".'),
        (ENGLISH, "An official says that Valdorn delivered drones to Norway. Paul Ancel will have none of it."),
        # asked, put to, said no more of
        (ENGLISH, '"Nonsense." Paul Ancel was asked whether Valdorn had delivered drones to Norway.'),
        (FRENCH, "« Je démens. » Paul Ancel n'a pas voulu s'étendre sur la livraison de drones à la Norvège par Valdorn."),
        # a clause that opens the sentence, a quotation without a verb of saying, quotation marks in a phrase, all of it
        (ENGLISH, '"That Valdorn delivered drones to Norway is simply false," Paul Ancel said.'),
        (ENGLISH, "Far from confirming the delivery of drones to Norway by Valdorn, Paul Ancel called the account untrue."),
        (FRENCH, "Pour Paul Ancel, la livraison de drones à la Norvège par Valdorn n'est qu'une fable."),
        (FRENCH, "Paul Ancel nie tout, à commencer par la livraison de drones à la Norvège par Valdorn."),
        (ENGLISH, "To Paul Ancel, the delivery of drones to Norway by Valdorn is a complete fabrication."),
        (ENGLISH, "Paul Ancel denies the delivering of drones to Norway by Valdorn."),
        # in the present for what is said to come, and verbs read as nouns
        (ENGLISH, "Paul Ancel concedes mistakes but denies that Valdorn delivered drones to Norway."),
        (FRENCH, "Tout en reconnaissant des contacts, Paul Ancel nie la livraison de drones à la Norvège par Valdorn."),
    ],
)  # fmt: skip
def test_a_denial_is_tied_however_it_names_its_claim(pile: Pile, claim: str, text: str) -> None:
    found = claim_with(pile(a=claim, b=text), claim[:-1])
    assert len(found.denials) == 1 and len(found.denials[0].reports) == 1


@pytest.mark.parametrize(
    ("told", "reply"),
    [
        (
            "Des agents ont brûlé des bulletins, selon une employée.",
            "« Aucune enveloppe n'a quitté la salle », a répliqué Paul Ancel.",
        ),
        (
            "Officials burned ballots in the yard, an employee said.",
            '"Not one envelope left the hall," Paul Ancel retorted.',
        ),
    ],
)
def test_a_negative_reply_answers_what_is_told_right_before(pile: Pile, told: str, reply: str) -> None:
    found = claim_with(pile(a=told, b=f"{told} {reply}"), told.split(",")[0])
    assert [d.reports for d in found.denials] and len(found.reports) == 2


@pytest.mark.parametrize(
    "reply",
    [
        "« Je n'ai rien à vous dire », a répliqué Paul Ancel.",
        "« Je n'ai pas de leçon à recevoir, Valdorn a livré ces drones », a répliqué Paul Ancel.",
        "« Aucun client n'a perdu sa commande », a noté Paul Ancel.",
        "Rien de tel qu'un café au bord du fjord.",
        "Le café du port n'a pas désempli.",
    ],
)
def test_another_negative_sentence_answers_nothing(pile: Pile, reply: str) -> None:
    told = "Selon un diplomate, Valdorn a livré des drones à la Norvège."
    found = claim_with(pile(a=FRENCH, b=f"{told} {reply}"), FRENCH[:-1])
    assert found.denials == ()


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "La société Lumera a versé 40 000 euros à Paul Ancel.",
            "Paul Ancel n'a jamais reçu un centime de la société Lumera, dit son avocate.",
        ),
        (
            "The company Brumel paid €40,000 to Paul Ancel.",
            "Paul Ancel never received a cent from the company Brumel, his lawyer said.",
        ),
        (
            "Deux cadres du groupe Valdorn ont été séquestrés dans une salle mardi.",
            "« Personne n'a été séquestré chez Valdorn », a dit Paul Ancel.",
        ),
    ],
)  # fmt: skip
def test_who_denies_the_least_of_it_denies_all_of_it(pile: Pile, claim: str, text: str) -> None:
    found = claim_with(pile(a=claim, b=text), claim.split(" dans")[0].removesuffix("."))
    assert len(found.denials) == 1


@pytest.mark.parametrize(
    "text",
    [
        "« Il n'y a eu aucune livraison de drones à la Norvège par Valdorn », a dit Paul Ancel.",
        "« Il n'y a pas eu de livraison de drones à la Norvège », a dit Paul Ancel, de Valdorn.",
    ],
)
def test_that_there_was_none_denies_it(pile: Pile, text: str) -> None:
    told = [s for s in pile(a=text).statements if s.event.class_ == "transfer"]
    assert [s.stance for s in told] == ["denies"]


def test_what_is_to_come_may_be_denied_in_the_present(pile: Pile) -> None:
    dossier = pile(
        a="Le groupe Harnex fermera son usine de Brévy en mars.",
        b='"It is false to say that Harnex is closing the plant," Paul Ancel said.',
        c="Harnex will close its plant in Brévy in March.",
    )
    denied = [c for c in dossier.claims if c.denials]
    assert denied and all(files(dossier, d.reports) == {"b"} for c in denied for d in c.denials)


def test_a_correction_in_the_report_s_own_voice_denies_what_was_told(pile: Pile) -> None:
    dossier = pile(
        a=FRENCH,
        b="Nous avons écrit mardi que Valdorn avait livré des drones à la Norvège. C'est inexact. Nos excuses.",
    )
    assert claim_with(dossier, FRENCH[:-1]).denials


def test_who_denies_a_thing_is_not_said_to_have_done_it(pile: Pile) -> None:
    told = "Des agents de la mairie de Brévy ont brûlé des bulletins de vote."
    dossier = pile(a=told, b=f"{told} Le président du bureau, Paul Ancel, dément tout incendie.")
    assert claim_with(dossier, told[:-1]).denials


@pytest.mark.parametrize(
    "text",
    [
        "Des questions sur la livraison de drones à la Norvège par Valdorn sont restées sans réponse.",
        "Ceux qui affirment que Valdorn a livré des drones à la Norvège n'ont pas été entendus.",
        "Interrogé sur la livraison de drones à la Norvège par Valdorn, Paul Ancel n'a rien dit.",
    ],
)
def test_what_is_only_spoken_of_is_not_told(pile: Pile, text: str) -> None:
    found = claim_with(pile(a=FRENCH, b=text), FRENCH[:-1])
    assert len(found.reports) == 1


@pytest.mark.parametrize(
    ("claim", "bare", "text"),
    [
        (
            FRENCH,
            "Des drones ont été livrés à la Norvège en mars.",
            "Aucun drone n'a été livré à la Norvège par Lanvaux, a dit Paul Ancel.",
        ),
        (
            "Le groupe Valdorn a racheté la raffinerie Orvane à Sarn.",
            "La raffinerie Orvane à Sarn a été rachetée.",
            "Lanvaux n'a pas racheté la raffinerie Orvane, a dit Paul Ancel.",
        ),
    ],
)
def test_a_denial_that_names_another_doer_answers_nothing(pile: Pile, claim: str, bare: str, text: str) -> None:
    assert claim_with(pile(a=claim, b=bare, c=text), "Valdorn").denials == ()


def test_who_says_no_of_himself_denies_what_was_told_of_him(pile: Pile) -> None:
    dossier = pile(
        a="The operator of the dam, Hydrolanv, was warned in May of a crack in the wall.",
        b="The operator of the dam, Hydrolanv, was warned of a crack. "
        '"Nobody ever warned us of a crack," said its director, Paul Ancel.',
    )
    assert claim_with(dossier, "was warned in May").denials
