"""Who denies, and what exactly: no admission, no thing only named, no blame, no rule; what never left was not taken."""

from pathlib import Path

import pytest

from recoupe.model import Dossier
from tests.claims.pile import Pile, claim_with, files, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def denied(dossier: Dossier) -> dict[str, str]:
    """The predicates that are denied, each with the words of who denies it ("" for the report itself)."""
    sources = {a.id: a.source.text for a in dossier.attributions if a.source is not None}
    return {
        s.event.predicate.text: sources.get(s.attribution or "", "") for s in dossier.statements if s.stance == "denies"
    }


@pytest.mark.parametrize(
    ("text", "predicate", "source"),
    [
        (
            "Cadrane confirmed on Monday that two workers had died but denied that the valve had burst.",
            "burst",
            "Cadrane",
        ),
        ("Cadrane confirmed two men had drowned and denied the gate was opened.", "opened", "Cadrane"),
        ("The ministry said three soldiers were hurt, but denied that the base had been hit.", "hit", "The ministry"),
        ("Cadrane a confirmé que deux ouvriers étaient morts et nié que la vanne ait cédé.", "cédé", "Cadrane"),
    ],
)
def test_who_confirms_one_thing_and_denies_another_denies_it(
    pile: Pile, text: str, predicate: str, source: str
) -> None:
    assert denied(pile(a=text)) == {predicate: source}


@pytest.mark.parametrize(
    ("text", "admitted"),
    [
        (
            "Cadrane, de son côté, admet avoir reçu en mars une note de Mme Perrin, mais persiste à nier toute faute.",
            "reçu",
        ),
        ("Cadrane reconnaît avoir vidé la cuve, mais continue de nier toute responsabilité.", "vidé"),
    ],
)
def test_what_is_admitted_beside_a_denial_is_not_denied(pile: Pile, text: str, admitted: str) -> None:
    assert admitted not in denied(pile(a=text))


@pytest.mark.parametrize(
    ("text", "named", "predicate"),
    [
        ("The ministry denies reports that the second leak was hidden from the town.", "leak", "hidden"),
        ("Cadrane a nié que le produit ait causé des décès.", "décès", "causé"),
    ],
)
def test_what_a_denied_clause_only_names_is_not_denied(pile: Pile, text: str, named: str, predicate: str) -> None:
    found = denied(pile(a=text))
    assert predicate in found
    assert named not in found


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur, Paul Halden, conteste tout lien entre ce décès et l'attaque.",
        "Cadrane denied any link between the leak and the deaths.",
        "Paul Halden rejected blame for the fire.",
        "A second death had nothing to do with the fire, the prefecture said.",
    ],
)
def test_who_denies_a_link_or_the_blame_does_not_deny_what_happened(pile: Pile, text: str) -> None:
    assert not {"décès", "attaque", "leak", "deaths", "fire", "death"} & denied(pile(a=text)).keys()


def test_in_a_heading_the_noun_before_a_misread_verb_denies_and_is_who_the_text_names_so(pile: Pile) -> None:
    text = "Union says plant to close; operator denies charge\n\nThe plant of the grid operator Cadrane is in Osterlin."
    dossier = pile(a=text)
    assert denied(dossier)["close"] == "operator"
    voices = {v.id: v.actor for v in dossier.voices}
    names = {a.id: a.name for a in dossier.actors}
    assert [names[voices[s.voice] or ""] for s in dossier.statements if s.stance == "denies"] == ["Cadrane"]


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Gravel menace la mairie de Sornay. "
        "« Aucun dossier n'a quitté nos serveurs », a déclaré le directeur Paul Halden.",
        "The Gravel group threatens the town hall of Sornay. No file has left our servers, the director, Paul Halden, said.",
    ],
)
def test_what_never_left_was_not_stolen(pile: Pile, text: str) -> None:
    dossier = pile(a="Le groupe Gravel a volé les dossiers de la mairie de Sornay en mars.", b=text)
    claim = claim_with(dossier, "Gravel a volé")
    assert [files(dossier, d.reports) for d in claim.denials] == [{"b"}]


def test_that_none_leaves_without_leave_is_a_rule_and_denies_nothing(pile: Pile) -> None:
    dossier = pile(
        a="Le groupe Gravel a volé les dossiers de la mairie de Sornay en mars.",
        b="The Gravel group threatens the town hall of Sornay. "
        "No file leaves our servers without a permit, the director, Paul Halden, said.",
    )
    assert not claim_with(dossier, "Gravel a volé").denials


def test_what_befalls_nobody_as_a_rule_is_no_denial(pile: Pile) -> None:
    dossier = pile(
        a="Un homme est mort lundi à Sornay.", b="« On ne meurt pas de marcher la nuit », a dit l'avocate Anne Perrin."
    )
    assert not claim_with(dossier, "mort lundi").denials


def test_no_other_one_leaves_the_one_that_was(pile: Pile) -> None:
    dossier = pile(
        a="Une toile a été retrouvée lundi à Sornay.", b="« Aucune autre toile n'a été retrouvée », a dit Anne Perrin."
    )
    assert not claim_with(dossier, "retrouvée lundi").denials


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Paul Halden a martelé que rien, « ni pompe ni tuyau », n'était sorti des dépôts.", "sorti"),
        ("My client has been charged with nothing at all, Paul Halden said.", "charged"),
        ("Paul Halden jure que nul n'avait alerté la mairie et que le mur était sain.", "alerté"),
        ("Paul Halden swore that nobody had warned the town and that the wall was sound.", "warned"),
    ],
)
def test_nothing_and_nobody_deny(pile: Pile, text: str, predicate: str) -> None:
    assert denied(pile(a=text)) == {predicate: "Paul Halden"}


def test_a_clause_of_the_same_sentence_is_what_a_bare_denial_denies(pile: Pile) -> None:
    assert denied(pile(a="Le Fanal\n\nLa cuve est vide. La mairie avait été prévenue en mai, mais le maire nie.")) == {
        "prévenue": "le maire"
    }


def test_a_figure_that_is_taken_back_leaves_the_right_one(pile: Pile) -> None:
    dossier = pile(
        a="Onze soldats ont été tués lundi à Sornay.",
        b="Correction: an earlier version of this article said that 41 soldiers had been killed on Monday in Sornay.",
    )
    assert not claim_with(dossier, "Onze soldats").denials


def test_whom_a_claim_names_may_only_be_described_where_it_is_denied(pile: Pile) -> None:
    dossier = pile(
        a="Yanis Berthe a été plaqué au sol lundi à Sornay par des policiers.",
        b="Yanis Berthe est mort lundi à Sornay. Un homme a été plaqué au sol à Sornay par des policiers.",
        c="Yanis Berthe est mort lundi à Sornay. La préfecture maintient que l'apprenti n'a pas été plaqué au sol.",
    )
    assert {tuple(files(dossier, d.reports)) for c in dossier.claims for d in c.denials} == {("c",)}
