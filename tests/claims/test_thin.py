"""Words that tell no event of their own, or leave it to come, and what is brought together by too little."""

from pathlib import Path

import pytest

from tests.claims.pile import Pile, claim_with, pile_in


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La provenance des pompes de Dorval reste à établir, selon le parquet de Brel.", "reste à établir"),
        ("The origin of the leak at Dorval remains to be established, the Brel prosecutor said.", "to be established"),
        ("Le prix des pompes de Dorval demeure à déterminer, a dit le maire, Paul Ancel.", "demeure à déterminer"),
    ],
)
def test_what_remains_to_be_done_is_not_said_to_be(pile: Pile, text: str, words: str) -> None:
    dossier = pile(a=text)
    said = [s for s in dossier.statements if any(words in span.text for span in s.spans)]
    assert all(s.realis == "hypothetical" for s in said) and dossier.claims == ()


def test_what_remains_as_it_is_is_said_to_be(pile: Pile) -> None:
    dossier = pile(a="La mairie de Brel est restée fermée, a dit le maire, Paul Ancel.")
    assert any(s.realis == "actual" for s in dossier.statements)


def test_participles_that_only_describe_a_thing_make_no_claim(pile: Pile) -> None:
    dossier = pile(
        a="Police seized the encrypted radio of the Dorval group in Brel.",
        b="An encrypted radio was found by the police, the mayor said.",
    )
    predicates = {s.id: s.event.predicate.text for s in dossier.statements}
    assert not [c for c in dossier.claims if {predicates[s] for s in c.statements} == {"encrypted"}]
    assert [c for c in dossier.claims if "seized" in {predicates[s] for s in c.statements}]


def test_a_possible_event_that_is_said_to_come_is_only_supposed(pile: Pile) -> None:
    dossier = pile(
        a="Cette possible livraison de pompes de Dorval à la Norvège intervient malgré les mises en garde.",
        b="La livraison de pompes de Dorval à la Norvège intervient malgré les mises en garde.",
    )
    realis = {d.name: {s.realis for s in dossier.statements if s.document == d.id and s.event.class_ == "transfer"}
              for d in dossier.documents}  # fmt: skip
    assert realis == {"a.txt": {"hypothetical"}, "b.txt": {"actual"}}


def test_work_together_in_one_field_is_not_work_together_in_another(pile: Pile) -> None:
    dossier = pile(
        a="Security cooperation between Norway and Peru has grown, minister Paul Ancel said.",
        b="Military cooperation between Norway and Peru has grown, judge Lise Hauvet said.",
        c="Cooperation between Norway and Peru will continue in trade and farming, president Ivo Brank said.",
    )
    security = claim_with(dossier, "Security cooperation")
    assert len(security.reports) == 2 and not any(
        "Cooperation between" in s.spans[0].text for s in dossier.statements if s.id in security.statements
    )


def test_two_acts_near_each_other_are_not_one_by_who_did_them_alone(pile: Pile) -> None:
    dossier = pile(
        a="Les avertissements répétés de la Norvège sont restés vains.",
        b="Une note publiée par la Norvège a été lue à Brel.",
    )
    assert all(len(c.reports) == 1 for c in dossier.claims)
