"""Which claim a denial or refusal answers: what others told and what concerns who speaks, never their own word."""

from pathlib import Path

import pytest

from recoupe.model import Dossier
from tests.claims.pile import Pile, claim_with, files, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def denied(dossier: Dossier) -> list[str]:
    """The words of the claims that somebody denies, by their first statement."""
    spans = {s.id: s.spans[0].text for s in dossier.statements}
    return sorted(spans[c.statements[0]] for c in dossier.claims if c.denials)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Harbour inspector Ines Valk said that the Brandt company had sold nine cranes to Norlund. The inspector added that "
            'Norlund had paid no ransom to Brandt. "That part of the account was wrong," the inspector said.',
            "nine cranes",
        ),
        (
            "L'inspectrice Inès Valk a affirmé que la société Brandt avait vendu neuf grues à la ville de Norlund. Elle a ajouté "
            "que Norlund n'avait versé aucune rançon à Brandt. « Cette partie du récit était fausse », a dit l'inspectrice.",
            "neuf grues",
        ),
    ],
)
def test_nobody_denies_what_they_have_just_said(pile: Pile, text: str, kept: str) -> None:
    assert not [own for own in denied(pile(a=text)) if kept in own]


def test_who_disputes_it_and_says_what_was_denies_the_former(pile: Pile) -> None:
    dossier = pile(
        a="Two surveyors were turned away at the quarry of Elmstead on Friday, according to the union. The owner, Brandt, "
        "disputed this, saying that the visit had been postponed."
    )
    (own,) = denied(dossier)
    assert "turned away" in own


def test_the_word_that_calls_it_untrue_tells_no_event(pile: Pile) -> None:
    dossier = pile(
        a='The magistrate Ada Lorne dismissed the report as "pure invention".',
        b="The Dorval engine was invented in 1987 by two brothers, a museum says.",
    )
    assert denied(dossier) == []


def test_a_public_inquiry_that_is_ruled_out_denies_no_inspection(pile: Pile) -> None:
    dossier = pile(
        a="Le ministre Paul Ancel a exclu une enquête publique.",
        b="La préfecture a enquêté jeudi sur la scierie de Marvel, selon un délégué.",
    )
    assert denied(dossier) == []


def test_none_of_any_goods_denies_each_kind(pile: Pile) -> None:
    dossier = pile(
        a="La Valdorie a livré quatre radars à la Norvège, selon un douanier.",
        b="« La Valdorie n'a transféré aucun matériel militaire à la Norvège », a martelé le porte-parole Luc Ferran.",
    )
    assert [d.reports for d in claim_with(dossier, "quatre radars").denials]


@pytest.mark.parametrize(
    ("claim", "text", "words"),
    [
        (
            "Le barrage de Lorne a cédé le 3 mars, selon un pompier.",
            "Le syndicat affirme que le barrage de Lorne a cédé, ce que la direction conteste.",
            "a cédé",
        ),
        (
            "The Lorne dam burst on March 3, a firefighter said.",
            "The union says that the Lorne dam burst, which the management disputes.",
            "dam burst",
        ),
    ],
)
def test_a_relative_takes_up_the_whole_clause(pile: Pile, claim: str, text: str, words: str) -> None:
    found = claim_with(pile(a=claim, b=text), words)
    assert len(found.denials) == 1


def test_a_report_that_prints_any_denial_of_a_party_leaves_none_out(pile: Pile) -> None:
    told = "La société Orvane a vendu douze pompes à la ville de Sérac, a dit Luc Ferran."
    dossier = pile(
        a=f"1er mars 2025\n\n{told} « Orvane n'a vendu aucune pompe à Sérac », a dit la société Orvane.",
        b=f"3 mars 2025\n\n{told} Le groupe Orvane dément par ailleurs avoir fermé l'usine de Marvel.",
        c=f"3 mars 2025\n\n{told} Le soleil brillait.",
    )
    claim = claim_with(dossier, "douze pompes")
    assert {name for d in claim.denials for name in files(dossier, d.missing)} == {"c"}


def test_who_is_only_spoken_of_retracts_nothing(pile: Pile) -> None:
    dossier = pile(
        a="---\ndate: 2031-03-02\n---\n\nValdorn says that Valdorn sold drones to Norway.",
        b="---\ndate: 2031-03-04\n---\n\nValdorn denied that it had sold drones to Norway.",
    )
    assert not [e for c in dossier.claims for e in c.evolution if e.change == "retraction"]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            "The council has sold the old lighthouse to Brandt Holdings, a clerk said.",
            'Correction: An earlier article ("Lighthouse gone", March 2) said that the council had sold the old lighthouse '
            "to Brandt Holdings. It has only leased it.",
        ),
        (
            "La mairie de Lorne a vendu le phare à la société Brandt, selon un employé.",
            "Rectificatif : notre article du 2 mars (« Le phare part ») indiquait que la mairie de Lorne avait vendu le phare à "
            "la société Brandt. Elle l'a seulement loué.",
        ),
    ],
)
def test_an_earlier_article_is_no_further_voice(pile: Pile, told: str, text: str) -> None:
    head = "---\noutlet: La Vigie\ndate: 2031-03-0{}\n---\n\n"
    dossier = pile(a=head.format(2) + told, b=head.format(4) + text)
    claim = claim_with(dossier, told[:20])
    assert files(dossier, claim.reports) == {"a"}
    assert [e for e in claim.evolution if e.change == "correction"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Brandt company sold nine cranes to Norlund, inspector Ines Valk said. A spokesman for Brandt declined to "
            "comment on the report.",
            "nine cranes",
        ),
        (
            "La société Brandt a vendu neuf grues à la ville de Norlund, a affirmé Inès Valk. La société Brandt a refusé de "
            "commenter ces informations.",
            "neuf grues",
        ),
    ],
)
def test_a_refusal_is_tied_to_what_it_takes_up(pile: Pile, text: str, words: str) -> None:
    assert claim_with(pile(a=text), words).refusals


def test_a_refusal_of_another_matter_is_not_tied(pile: Pile) -> None:
    dossier = pile(
        a="The Brandt company sold nine cranes to Norlund, inspector Ines Valk said. Brandt declined to comment on the future of "
        "its chairman."
    )
    assert not claim_with(dossier, "nine cranes").refusals


def test_a_part_in_one_delivery_is_none_in_another(pile: Pile) -> None:
    dossier = pile(
        a="La société Brandt a livré des grues à la ville de Norlund, a indiqué mardi le port. "
        "La société Odal dément toute implication dans la fourniture de blindés à la Sarvie.",
        b="Le port de Norlund a reçu de la société Brandt des grues, livrées en mai.",
    )
    assert denied(dossier) == []


def test_what_a_denier_says_beside_it_is_not_denied(pile: Pile) -> None:
    dossier = pile(
        a="L'armée de Sarvie occupe la vallée de l'Orne. Le colonel Ancel a nié le vol des grues, déclarant : "
        "« Notre rôle dans l'occupation de la vallée de l'Orne ne change pas »."
    )
    assert not [own for own in denied(dossier) if "occupe" in own]


@pytest.mark.parametrize(
    "text",
    [
        "« Aucun camion n'est parvenu au camp », a dit le colonel Ancel, porte-parole de l'armée sarvienne.",
        '"No truck reached the camp," said Colonel Ancel, a spokesman for the Sarvian army.',
    ],
)
def test_no_thing_of_one_name_is_none_of_a_load_of_others(pile: Pile, text: str) -> None:
    told = "A batch of rifles reached the camp on Monday, a Sarvian officer said. Forty rifles arrived by train at the camp."
    dossier = pile(a=told, b=text)
    assert denied(dossier) == []


def test_no_load_of_any_is_none_of_its_goods(pile: Pile) -> None:
    dossier = pile(
        a="The Brandt company delivered forty rifles to the Sarvian army on Monday, an officer said.",
        b="The Brandt company denied delivering any cargo to the Sarvian army.",
    )
    assert len(denied(dossier)) == 1
