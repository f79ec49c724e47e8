"""Denials of accusations, claims or a story that name nothing go to what the report tells against who says no.

So does one of a limit or another state by its noun alone; and what was reported, nobody knows by whom, stands beside it.
"""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, claim_with, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("told", "between", "denial"),
    [
        (
            "La société Mirval a falsifié ses relevés de bruit, affirment deux anciens techniciens.",
            "Les riverains ont reçu un courrier en mai. Neuf enfants ont été conduits à l'hôpital, selon la mairie.",
            "La société Mirval rejette ces accusations.",
        ),
        (
            "Three drivers said that Garrick Haulage bribed the inspectors at Sorrel Bridge.",
            "Nine children were taken to hospital, the county said.",
            "Garrick Haulage rejected the accusation.",
        ),
        (
            "Executives at Garrick Haulage forged dozens of permits, the drivers said.",
            "The town has opened a helpline. Residents received a letter in May.",
            'Garrick Haulage rejected the claims. "We care for our drivers," it added.',
        ),
        (
            "Police searched the yard on Monday. The owner, Lena Garrick, bribed two inspectors, according to the prosecutor.",
            "On Tuesday Ms Garrick was hiding in her cousin's barn.",
            "Her lawyer, Hugh Tamsin, dismissed the story as rubbish.",
        ),
    ],
)
def test_what_is_told_against_who_denies_is_denied(pile: Pile, told: str, between: str, denial: str) -> None:
    dossier = pile(a=f"{told}\n\n{between}\n\n{denial}")
    head = next(w for w in ("falsifié", "bribed", "forged") if w in told)
    denied = [c for c in dossier.claims if c.denials]
    assert denied == [claim_with(dossier, head)]


def test_these_accusations_are_those_of_the_sentence_before(pile: Pile) -> None:
    dossier = pile(
        a="Le ministre Paul Arsène a rencontré les pilotes, selon un syndicat.\n\n"
        "La mairie a ouvert une permanence.\n\nLe pont est fermé depuis mai.\n\n"
        "Un diplomate affirme que la Valdorie a livré des radars au Talbor. Paul Arsène rejette ces accusations."
    )
    assert [c for c in dossier.claims if c.denials] == [claim_with(dossier, "livré des radars")]


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        (
            "La régie Mirval limite à trois seaux par jour la consommation des familles, selon un gardien.",
            "La régie Mirval a lu avec tristesse les articles publiés lundi. La régie dément fermement tout rationnement.",
        ),
        (
            "Mirval has rationed water in the camp of Corve, a warden said.",
            "Mirval has read the articles of Monday with sadness. The company has denied any rationing.",
        ),
    ],
)
def test_a_state_denied_by_its_noun_is_not_the_sentence_before(pile: Pile, claim: str, denial: str) -> None:
    dossier = pile(a=claim, b=denial)
    answers = [s for s in dossier.statements if s.stance == "denies"]
    assert [s.event.class_ for s in answers] == ["limit"]
    assert not [c for c in dossier.claims if c.denials and "articles" in c.headline.text]


@pytest.mark.parametrize(
    "text",
    [
        "It was revealed on Monday that Mirval Foods had forged dozens of labels. The company says there is no truth in it.",
        "Il a été rapporté lundi que la société Mirval avait falsifié des relevés. La société Mirval assure qu'il n'y a rien "
        "de vrai là-dedans.",
    ],
)
def test_what_was_reported_stands_beside_its_denial(pile: Pile, text: str) -> None:
    dossier = pile(a=text)
    (claim,) = [c for c in dossier.claims if c.denials]
    told = [s for s in dossier.statements if s.id in claim.statements]
    assert [(s.event.class_, s.stance) for s in told] == [("forge", "affirms")]
    voices = {v.id: v for v in dossier.voices}
    assert not any(voices[s.voice].given for s in told)
