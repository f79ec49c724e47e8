"""What a denial says itself that it denies, converses that it denies, what a report takes back, who leaves a denial out."""

from pathlib import Path

import pytest

from recoupe.model import Claim, Dossier, Span
from tests.claims.pile import Pile, claim_with, files, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def deniers(dossier: Dossier, claim: Claim) -> dict[str, set[str]]:
    """Who denies a claim in which reports."""
    names = {a.id: a.name for a in dossier.actors}
    voices = {v.id: names.get(v.actor or "", "?") for v in dossier.voices}
    return {voices[d.voice]: files(dossier, d.reports) for d in claim.denials}


@pytest.mark.parametrize(
    ("claim", "other", "text"),
    [
        (
            "A nurse was arrested at the Dunmore clinic, neighbours said.",
            "The fire at the Larkhill depot injured 34 people",
            "The fire at the Larkhill depot injured 34 people, the Dunmore clinic said on Friday. "
            "The clinic again denied online claims that a nurse had been arrested there.",
        ),
        (
            "Une infirmière a été arrêtée à la clinique de Dormeuil, selon des voisins.",
            "Deux personnes sont mortes dans l'incendie",
            "Deux personnes sont mortes dans l'incendie de la clinique de Dormeuil, a indiqué la préfecture. La direction "
            "a démenti une rumeur circulant sur le marché selon laquelle une infirmière aurait été arrêtée dans la nuit.",
        ),
    ],
)
def test_a_noun_of_saying_is_denied_by_its_own_clause(pile: Pile, claim: str, other: str, text: str) -> None:
    dossier = pile(a=claim, b=text)
    assert not any(other in s.text for d in dossier.statements if d.stance == "denies" for s in d.spans)
    held = next(c for c in dossier.claims if c.denials)
    assert files(dossier, held.reports) == {"a"}
    assert not any("?" in name or "march" in name for name in deniers(dossier, held))


def test_it_takes_up_what_the_one_who_denies_is_alleged_to_have_known(pile: Pile) -> None:
    dossier = pile(
        a="Both drivers were released on Friday without charge, their lawyers said.\n\n"
        "Ada Merrin is alleged to have known about the crack since May. She denies it.",
        b="Ada Merrin has known about the crack since May, a councillor said.",
    )
    assert claim_with(dossier, "Both drivers were released").denials == ()
    assert any("Merrin" in name for name in deniers(dossier, claim_with(dossier, "known about the crack")))


def test_a_denial_is_not_glued_to_another_paragraph(pile: Pile) -> None:
    dossier = pile(
        a="L'avocate demande que le directeur soit entendu par la police.\n\n"
        "Au village, on parle toujours d'un ouvrier tué. L'usine Corvex dément.",
        b="Le directeur a été entendu par la police, selon un voisin.",
    )
    assert not any("entendu" in s.text for d in dossier.statements if d.stance == "denies" for s in d.spans)


@pytest.mark.parametrize(
    "text",
    [
        "Warden Tom Sallow denied that any such letter had been received.",
        "Tom Sallow has repeatedly denied receiving any letter.",
        "Tom Sallow, who has denied ever seeing the document, was questioned on Friday.",
        "Paul Ancel has a tale to tell. Tom Sallow says he did not get it.",
        "Le gardien, Tom Sallow, maintient n'avoir jamais vu cette lettre.",
        "La lettre de Paul Ancel fait du bruit. Tom Sallow dit ne l'avoir jamais vue.",
    ],
)
def test_who_denies_to_have_got_or_seen_denies_that_it_was_handed_over(pile: Pile, text: str) -> None:
    dossier = pile(a="Minister Paul Ancel gave the letter to Tom Sallow in May, the police said.", b=text)
    found = deniers(dossier, claim_with(dossier, "gave the letter"))
    assert [reports for name, reports in found.items() if "Sallow" in name] == [{"b"}]


def test_getting_something_else_is_another_matter(pile: Pile) -> None:
    dossier = pile(
        a="Minister Paul Ancel gave the letter to Tom Sallow in May, the police said.",
        b="Ida Brome denied receiving any letter. Tom Sallow denied ever seeing the lorry.",
    )
    assert claim_with(dossier, "gave the letter").denials == ()


@pytest.mark.parametrize(
    "text",
    [
        "Valdorn a vendu des pompes à la Norvège. Valdorn continue de nier.",
        "Valdorn a vendu des pompes à la Norvège, selon un journal. Le groupe Valdorn a, de son côté, démenti "
        "« toute vente directe ou indirecte à la Norvège ».",
        "Valdorn a vendu des pompes à la Norvège, selon un journal. Le maire a inauguré le pont.\n\n"
        "Valdorn continue de nier.",
    ],
)
def test_who_tells_a_short_denial_does_not_leave_it_out(pile: Pile, text: str) -> None:
    dossier = pile(
        a="Valdorn a vendu des pompes à la Norvège, selon un douanier. Valdorn dément toute vente à la Norvège.", b=text
    )
    claim = claim_with(dossier, "vendu des pompes")
    assert claim.denials
    assert all(files(dossier, d.missing) == set() for d in claim.denials)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "L'usine Valdorn a vendu 38 pompes à la Norvège, selon un douanier.",
            "RECTIFICATIF. Lundi, nous avons écrit que l'usine Valdorn avait vendu 38 pompes à la Norvège. "
            "Nos documents font état de 34 pompes.",
        ),
        (
            "L'usine Valdorn a vendu 38 pompes à la Norvège, selon un douanier.",
            "Une version antérieure de cet article disait que l'usine Valdorn avait vendu 38 pompes à la Norvège.",
        ),
        (
            "The Valdorn plant sold 38 pumps to Norway, a customs officer said.",
            "Correction\n\nWe wrote on Monday that the Valdorn plant had sold 38 pumps to Norway. It sold 34.",
        ),
    ],
)
def test_what_a_report_takes_back_it_does_not_affirm(pile: Pile, claim: str, text: str) -> None:
    dossier = pile(a=claim, b=text)
    found = claim_with(dossier, claim[4:24])
    assert not any(
        "38" in s.text for s in spans_of(dossier, found.statements) if dossier_name(dossier, s.document) == "b"
    )
    assert [files(dossier, d.reports) for d in found.denials] == [{"b"}]


def test_what_a_report_only_recalls_it_affirms(pile: Pile) -> None:
    dossier = pile(
        a="L'usine Valdorn a vendu 38 pompes à la Norvège, selon un douanier.",
        b="Lundi, nous avons écrit que l'usine Valdorn avait vendu 38 pompes à la Norvège. Le maire s'en est ému.",
    )
    found = claim_with(dossier, "usine Valdorn a vendu")
    assert found.denials == () and len(found.reports) == 2


def test_a_quotation_that_answers_nothing_is_no_denial(pile: Pile) -> None:
    dossier = pile(
        a="L'usine Corvex emploie 600 personnes. « On n'ose plus rien dire », soupire Josette Mur, rencontrée à la sortie.",
        b="Paul Ancel nie avoir volé des pompes.",
    )
    untied = {u.document for u in dossier.untied}
    assert files(dossier, tuple(untied)) == {"b"}


def spans_of(dossier: Dossier, ids: tuple[str, ...]) -> list[Span]:
    """The words of some statements."""
    return [s for st in dossier.statements if st.id in ids for s in st.spans]


def dossier_name(dossier: Dossier, document: str) -> str:
    """The name of a report without its ending."""
    return next(iter(files(dossier, (document,))))


def test_to_have_got_nothing_of_one_is_not_to_have_got_nothing_of_another(pile: Pile) -> None:
    dossier = pile(
        a="Peru has denied receiving Norwegian turbines. The Altrin ministry spoke of a campaign.",
        b="Norway has delivered turbines to Peru, the Altrin ministry said.",
        c="Peru has also obtained turbines from Finland, the Altrin ministry said.",
    )
    assert deniers(dossier, claim_with(dossier, "Norway has delivered"))
    assert not deniers(dossier, claim_with(dossier, "obtained turbines from Finland"))
