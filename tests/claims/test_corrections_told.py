"""What an outlet takes back that it told before: its claim is denied by it, and marked with the words that say so."""

from pathlib import Path

import pytest

from recoupe.model import Dossier
from tests.claims.pile import Pile, claim_with, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def dated(outlet: str, day: str, text: str) -> str:
    return f"---\noutlet: {outlet}\ndate: {day}\n---\n\n{text}"


def corrections(dossier: Dossier, words: str) -> list[list[str]]:
    """The words of the corrections of a claim."""
    return [[s.text for s in e.spans] for e in claim_with(dossier, words).evolution if e.change == "correction"]


@pytest.mark.parametrize(
    ("told", "words", "taken_back", "shown"),
    [
        (
            "Les douaniers ont saisi vingt kilos de cocaïne dans un entrepôt de Marvel, selon une source policière.",
            "ont saisi vingt kilos",
            "Rectificatif. Contrairement à ce que nous avons écrit mardi, les douaniers n'ont pas saisi vingt kilos de cocaïne, "
            "mais deux.",
            "Rectificatif",
        ),
        (
            "Les enquêteurs ont trouvé une centaine de fusils dans la ferme, selon un proche du dossier.",
            "une centaine de fusils",
            "Mise au point. Contrairement à ce que nous indiquions lundi, les enquêteurs n'ont pas trouvé cent armes dans la "
            "ferme, mais deux carabines.",
            "Mise au point",
        ),
        (
            "La mairie de Lorne a vendu le phare à la société Brandt, selon une source municipale.",
            "a vendu le phare",
            "Dans une première version de cet article, nous indiquions que la mairie de Lorne avait vendu le phare à la société "
            "Brandt. Elle l'a seulement loué.",
            "Dans une première version",
        ),
        (
            "Four nurses were dismissed from Elm Hospital, a union official said.",
            "Four nurses",
            "Correction: Contrary to what we reported on Monday, no nurses were dismissed from Elm Hospital.",
            "Contrary to what",
        ),
        (
            "The council has sold the old lighthouse to Brandt Holdings, a source said.",
            "sold the old lighthouse",
            "An earlier version of this article, published on March 2, said the council had sold the old lighthouse to Brandt "
            "Holdings. It has only leased it.",
            "earlier version of this",
        ),
        (
            "Two miners died in the collapse at Graymoor pit, a rescue worker said.",
            "Two miners died",
            "This article was amended on March 4. A previous version stated that two miners had died in the collapse at "
            "Graymoor pit. One miner died.",
            "was amended",
        ),
    ],
)
def test_an_outlet_takes_back_what_it_told(pile: Pile, told: str, words: str, taken_back: str, shown: str) -> None:
    dossier = pile(a=dated("La Vigie", "2031-03-02", told), b=dated("La Vigie", "2031-03-04", taken_back))
    names = {d.id: d.name for d in dossier.documents}
    claim = claim_with(dossier, words)
    assert {names[r] for d in claim.denials for r in d.reports} == {"b.txt"}
    assert any(shown in own for own in corrections(dossier, words))
    assert any(n.code == "correction" and claim.id in n.refs and "La Vigie" in n.message for n in dossier.notes)


def test_a_noun_in_what_is_taken_back_is_not_taken_back(pile: Pile) -> None:
    text = "Correction: A previous version stated that two miners had died in the collapse at Graymoor pit. One died."
    dossier = pile(a=text)
    assert [s.event.predicate.text for s in dossier.statements if s.stance == "denies"] == ["died"]


def test_what_no_claim_tells_is_still_shown_as_corrected(pile: Pile) -> None:
    dossier = pile(a="Clarification: We wrongly reported that Senator Alba Crane had sold the farm to her brother.")
    (note,) = [n for n in dossier.notes if n.code == "correction"]
    assert "wrongly" in [s.text for s in note.spans]


@pytest.mark.parametrize(
    "text",
    [
        "La correction des copies a pris deux jours. Le maire n'a pas vendu le phare à la société Brandt.",
        "An earlier version of the bill said the state would sell the port. The mayor has not sold the port to Brandt.",
    ],
)
def test_a_report_that_corrects_nothing_takes_nothing_back(pile: Pile, text: str) -> None:
    dossier = pile(a="La mairie de Lorne a vendu le phare à la société Brandt, selon une source.", b=text)
    assert not [n for n in dossier.notes if n.code == "correction"]
