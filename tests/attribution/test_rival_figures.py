"""Rival figures in one sentence, each with its own source; contents that end where another one's clause begins."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Document


def told(text: str) -> set[tuple[str, str]]:
    """Each source with what it is said to say."""
    found = extract(annotate(Document("d", "x", "", text, True, "und"), {}).annotation).attributions
    return {(a.source.text if a.source else "", " … ".join(c.text for c in a.content)) for a in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ils étaient 800 selon la mairie, 2 000 selon les syndicats.",
            {("la mairie", "Ils étaient 800"), ("les syndicats", "2 000")},
        ),
        (
            "La grève a rassemblé 300 salariés selon la direction et 700 d'après la CFT.",
            {("la direction", "La grève a rassemblé 300 salariés"), ("la CFT", "700")},
        ),
        (
            "Selon la préfecture, 120 tracteurs ont bloqué le pont, contre 300 selon les agriculteurs.",
            {("la préfecture", "120 tracteurs ont bloqué le pont"), ("les agriculteurs", "300")},
        ),
        (
            "The rally drew 900 people according to police and 3,000 according to the union.",
            {("police", "The rally drew 900 people"), ("the union", "3,000")},
        ),
        (
            "The festival attracted between 900 (police) and 3,000 (organisers) visitors.",
            {("police", "900"), ("organisers", "3,000")},
        ),
        (
            "Les organisateurs ont annoncé 900 participants, la police 300.",
            {("Les organisateurs", "900 participants"), ("la police", "300")},
        ),
        (
            "Le cortège comptait 900 marcheurs (selon la police).",
            {("la police", "Le cortège comptait 900 marcheurs")},
        ),
    ],
)
def test_each_source_has_the_figure_that_is_its_own(text: str, wanted: set[tuple[str, str]]) -> None:
    assert {(s, c.removeprefix("between ")) for s, c in told(text)} == wanted


def test_two_things_of_one_source_are_not_parted() -> None:
    assert told("Le groupe a vendu trois avions, deux hélicoptères et un radar, selon la presse locale.") == {
        ("la presse locale", "Le groupe a vendu trois avions, deux hélicoptères et un radar")
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Selon le maire, le pont est sûr ; les experts ont assuré qu'il céderait.", ("le maire", "le pont est sûr")),
        ("The mayor said the dam was safe, while engineers warned it would fail.", ("The mayor", "the dam was safe")),
        (
            "L'usine fermera, selon la mairie, alors que le groupe affirme qu'elle restera.",
            ("la mairie", "L'usine fermera"),
        ),
        (
            "The ministry said that the plant was shut and that the union accused its director.",
            ("The ministry", "the plant was shut and that the union accused its director"),
        ),
    ],
)
def test_a_content_ends_where_another_speakers_clause_begins(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Les secours ont dénombré 40 sinistrés.", "Les secours", "40 sinistrés"),
        ("The stewards counted 6,000 marchers.", "The stewards", "6,000 marchers"),
        ("Le ministère en a recensé 12.", "Le ministère", "12"),
    ],
)
def test_who_counts_gives_a_figure(text: str, source: str, content: str) -> None:
    assert (source, content) in told(text)


@pytest.mark.parametrize("text", ["La société compte 300 salariés.", "The firm counts 300 employees."])
def test_how_many_something_consists_of_is_no_count_of_its_own(text: str) -> None:
    assert not told(text)
