"""Denials answer the event that they deny: none of another year, none of names that their report never tells."""

from pathlib import Path

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Dossier
from recoupe.pipeline import work
from tests.claims.pile import Pile, pile_in

LONG_AGO = (
    "---\ndate: 2031-08-12\n---\n\nEn juillet 2027, l'incendie du col de Vars avait été provoqué par un câble de Brivolt, avait "
    "conclu le tribunal de Lorne."
)
PAID = "---\ndate: 2031-03-12\n---\n\nIn 2026 Norvak paid inspector Lee Marsh of the Tarn works, a court found."


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


def denied(dossier: Dossier) -> bool:
    """Whether a claim that report `b` makes is denied by report `a`."""
    names = {d.id: d.name for d in dossier.documents}
    claims = [c for c in dossier.claims if any(names[r] == "b.txt" for r in c.reports)]
    return any(names[r] == "a.txt" for c in claims for d in c.denials for r in d.reports)


@pytest.mark.parametrize(
    ("denial", "claim"),
    [
        ("Le groupe Brivolt a démenti que son câble ait provoqué l'incendie.", LONG_AGO),
        ("Norvak denied that it had paid the inspector.", PAID),
    ],
)
def test_a_denial_of_today_answers_nothing_of_another_year(pile: Pile, denial: str, claim: str) -> None:
    assert not denied(pile(a=f"---\ndate: 2031-08-11\n---\n\n{denial}", b=claim))


@pytest.mark.parametrize(
    ("denial", "claim"),
    [
        ("Brivolt nie toujours que son câble ait provoqué l'incendie du col de Vars, près de Lorne.", LONG_AGO),
        ("Le groupe Brivolt a démenti que son câble ait provoqué l'incendie de 2027.", LONG_AGO),
        ("Norvak denied on Monday that it had paid the inspector in 2026.", PAID),
        ("Norvak denied that it had paid Lee Marsh, inspector of the Tarn works.", PAID),
    ],
)
def test_a_denial_may_still_be_of_long_ago(pile: Pile, denial: str, claim: str) -> None:
    assert denied(pile(a=f"---\ndate: 2031-08-11\n---\n\n{denial}", b=claim))


def test_a_denial_of_the_news_answers_the_news_before_what_is_long_ago(pile: Pile) -> None:
    dossier = pile(
        a="---\ndate: 2031-03-10\n---\n\nNorvak denied that it had bribed the inspector.",
        b="---\ndate: 2031-03-09\n---\n\nNorvak bribed the inspector Ola Reuter of the Marle works, a witness said.",
        c="---\ndate: 2031-03-09\n---\n\nIn 2025 Norvak bribed the inspector Lee Marsh of the Tarn works, a court found.",
    )
    names = {d.id: d.name for d in dossier.documents}
    answered = [{names[r] for r in c.reports} for c in dossier.claims if c.denials]
    assert {"b.txt"} in answered
    assert {"c.txt"} not in answered


@pytest.mark.parametrize(
    ("denial", "claim"),
    [
        (
            "Le maire de Brel a démenti avoir vendu la forge.",
            "Le maire d'Orsan a vendu la forge à Talbot, selon un employé.",
        ),
        ("The mayor of Brel denied selling the forge.", "The mayor of Orsan sold the forge to Talbot, a clerk said."),
    ],
)
def test_a_denial_by_those_of_another_place_answers_nothing(pile: Pile, denial: str, claim: str) -> None:
    assert not denied(pile(a=denial, b=claim))


@pytest.mark.parametrize(
    ("told", "denial"),
    [
        ("Des riverains disent que le jeune homme avait fait un feu.", "Son avocat conteste que le jeune homme ait fait un feu."),
        ("Un substitut estime que la piste était abandonnée.", "Il est faux, a dit la procureure Anne Vaugre, que cette piste "
         "soit abandonnée."),
        ("Residents say the young man had lit a candle.", "His lawyer, Karl Benn, denied that the young man had lit a candle."),
    ],
)  # fmt: skip
def test_what_one_voice_says_is_a_claim_where_another_denies_it(pile: Pile, told: str, denial: str) -> None:
    dossier = pile(a=f"{told} {denial}")
    assert any(c.denials for c in dossier.claims)
    assert dossier.untied == ()


def test_it_of_a_denial_is_who_denies(pile: Pile) -> None:
    assert denied(
        pile(a="Norvak denied that it had paid the inspector.", b="Norvak paid inspector Lee Marsh, a court found.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "A nurse at Eastport said the man had complained of chest pain. Corvax denied that.",
        "Une infirmière raconte que le patient s'était plaint de douleurs. Corvax le nie.",
    ],
)
def test_words_that_deny_are_no_claim_of_their_own(pile: Pile, text: str) -> None:
    dossier = pile(a=text)
    assert not any(x in c.headline.text for c in dossier.claims for x in ("denied", "nie"))


def test_a_bare_denial_answers_what_stands_before_it(pile: Pile) -> None:
    text = (
        "Selon nos confrères de L'Écho, la chute d'un câble de Brivolt serait à l'origine de l'incendie. Un gradé dit que la "
        "ligne est l'hypothèse privilégiée. Brivolt dément."
    )
    assert any("à l'origine de l'incendie" in c.headline.text for c in pile(a=text).claims if c.denials)


def background(text: str) -> dict[str, bool]:
    """Whether each event of a text, by its predicate, is told as background beside the news."""
    told = work(read_files([Raw("a.txt", text.encode())])).drafted
    return {d.statement.event.predicate.text: d.background for d in told}


def test_a_report_without_a_date_tells_of_before_in_the_pluperfect() -> None:
    told = background("La halle a brûlé lundi à Varse. En juillet 2027, le marché avait été détruit par une crue.")
    assert not told["brûlé"] and told["détruit"]
    told = background("The hall burned down in Varse. In 2027 the market had been destroyed by a flood.")
    assert not told["burned"] and told["destroyed"]


def test_the_year_of_another_event_is_none_of_what_is_told_beside_it() -> None:
    text = "---\ndate: 2031-08-12\nlang: en\n---\n\nThe blaze, which burned 300 hectares, recalls the July 2027 fire at Lorne."
    told = background(text)
    assert not told["burned"] and told["fire"]


EARLIER = {
    "a": "---\ndate: 2031-10-14\n---\n\nAu moins neuf mineurs ont été tués mardi dans une explosion à Sarnoy, a dit le maire.\n\n"
    "En mars, une explosion avait tué quatre mineurs à Tolme.",
    "b": "---\ndate: 2031-10-15\n---\n\nNine miners were killed in an explosion at Sarnoy on Tuesday, the mayor said.\n\n"
    "Four miners were killed in an explosion at Tolme in March.",
    "c": "---\ndate: 2031-10-16\n---\n\nOnze mineurs ont été tués à Sarnoy, selon l'hôpital.",
}


def test_an_earlier_toll_is_of_another_claim(pile: Pile) -> None:
    dossier = pile(**EARLIER)
    words = {s.id: s.spans[0].text for s in dossier.statements}
    told = [{words[s] for s in c.statements} for c in dossier.claims]
    now = next(own for own in told if any("neuf mineurs" in w for w in own))
    assert any("Nine miners" in w for w in now)
    assert any("Onze mineurs" in w for w in now)  # a figure that drifts
    assert not any("quatre" in w or "Four" in w for w in now)
    assert any(any("quatre" in w for w in own) and any("Four" in w for w in own) for own in told)
