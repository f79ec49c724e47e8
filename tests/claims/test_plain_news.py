"""Plain sentences of the news: what they tell, of whom, and when."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading
from tests.claims.pile import claim_with, dossier_of, roles, statements


@pytest.mark.parametrize(
    ("text", "class_", "told"),
    [
        ("L'accident a fait un mort et trois blessés.", "injure", {}),
        ("L'explosion a fait deux morts et un disparu.", "disappear", {}),
        ("La rupture du barrage a fait onze morts et une quarantaine de blessés.", "injure", {}),
        ("Clashes in the capital left at least four people injured.", "injure", {"theme": "people"}),
        ("A jet bombed the market, killing 12 people and wounding about 30.", "injure", {"theme": "30"}),
        ("The group is to cut 300 jobs, 120 of them in France.", "dismiss", {"agent": "group", "theme": "jobs"}),
        ("La participation s'élevait à 41 % à 17 heures.", "turnout", {}),
        ("Turnout stood at 41 percent at 5 pm.", "turnout", {}),
        ("An aid convoy was held up for six hours.", "block", {"theme": "convoy"}),
        ("The airline cancelled flights because of a strike by cabin crew.", "strike", {"agent": "crew"}),
        (
            "Les rebelles ont pris le contrôle de la ville en janvier.",
            "capture",
            {"agent": "rebelles", "theme": "ville"},
        ),
        ("La justice reproche au maire d'avoir perçu 120 000 euros de la société Dorval.", "pay", {"theme": "euros"}),
    ],
)
def test_a_plain_sentence_tells_its_event(text: str, class_: str, told: dict[str, str]) -> None:
    dossier = dossier_of(text)
    found = [roles(dossier, s) for s in statements(dossier, class_)]
    assert any(told.items() <= own.items() for own in found)


@pytest.mark.parametrize(
    ("text", "class_", "phase"),
    [
        ("A second batch is being tested.", "test", "under way"),
        ("The houses are being searched.", "search", "under way"),
        ("The bank froze the accounts of three directors.", "sanction", "done"),
        ("A jet bombed the market, killing 12 people and wounding about 30.", "injure", "done"),
    ],
)
def test_when_it_happens(text: str, class_: str, phase: str) -> None:
    assert [s.phase for s in statements(dossier_of(text), class_)] == [phase]


@pytest.mark.parametrize(
    "text",
    [
        "L'ONU a demandé une enquête sur la frappe.",
        "The mission called for an independent investigation into the strike.",
    ],
)
def test_what_an_inquiry_is_asked_into_has_been(text: str) -> None:
    assert [s.realis for s in statements(dossier_of(text), "attack")] == ["actual"]


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Brevoust a livré deux vedettes à la marine. L'information est fausse, selon le ministère.",
        "Le groupe Brevoust a livré deux vedettes à la marine. Le ministère a publié un démenti.",
        "Le groupe Brevoust a livré deux vedettes à la marine maltaise. L'avocat du groupe parle d'une pure invention.",
        "The Brevoust shipyard delivered two boats to the navy. The report is false, according to the ministry.",
    ],
)
def test_a_denial_alone_is_of_what_is_told_right_before_it(text: str) -> None:
    dossier = dossier_of(text)
    claim = next(c for c in dossier.claims if c.denials)
    assert claim.id == claim_with(dossier, text[3:12]).id


@pytest.mark.parametrize(
    ("text", "class_", "realis"),
    [
        ("Des heurts ont opposé manifestants et policiers, faisant quatre blessés.", "injure", "actual"),
        ("The minister opposed selling arms to Velmaria.", "trade", "hypothetical"),
        ("The court prevented the firm from selling arms.", "trade", "hypothetical"),
    ],
)
def test_what_goes_along_with_a_verb_is_not_what_it_bars(text: str, class_: str, realis: str) -> None:
    assert {s.realis for s in statements(dossier_of(text), class_)} == {realis}


def test_sums_are_not_what_is_sold() -> None:
    dossier = dossier_of("L'hippodrome a été vendu 12 millions d'euros au groupe Ardoval.")
    (sold,) = statements(dossier, "trade")
    assert roles(dossier, sold)["theme"] == "hippodrome"


def test_an_earlier_event_of_other_figures_stands_apart() -> None:
    news = "Le Fanal\n8 mars 2025\n\nDes heurts ont fait plusieurs dizaines de blessés samedi à Sarn."
    told = (
        "La Gazette de Brel\n10 mars 2025\n\nTrente manifestants ont été blessés samedi à Sarn. "
        "Le 22 février, un rassemblement contre la digue de Brel avait fait six blessés."
    )
    dossier = analyse_reading(read_files([Raw("a.txt", news.encode()), Raw("b.txt", told.encode())]))
    assert "avait fait six" not in " ".join(
        span.text
        for s in dossier.statements
        if s.id in claim_with(dossier, "plusieurs dizaines").statements
        for span in s.spans
    )
