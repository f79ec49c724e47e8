"""Outlets that no list holds are known by the words around them: what they are, what they have, what is said to them."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Document

THROUGH = [  # text, words of the voice, words of the outlet
    ("The bridge was closed on Monday, the harbour master, Ivo Brandl, told Kustnytt.", "Brandl", "Kustnytt"),
    ("Ivo Brandl, the harbour master, was quoted by Kustnytt as saying that the bridge was closed.", "Brandl", "Kustnytt"),
    ("In remarks carried by the Zemlja agency, General Orlo said that the depot had been destroyed.", "Orlo", "Zemlja"),
    ("In a statement to Lokal24, the council confirmed that the playground had been sold.", "council", "Lokal24"),
    ("In the columns of Plough and Furrow, Tessa Lund claims that the seed was contaminated.", "Lund", "Plough"),
    ("Interviewed live on Lagoon FM, the widow said that her husband had been shot.", "widow", "Lagoon"),
    ("The nurse, cited by the podcast Harrow Street, states that the blood was the wrong one.", "nurse", "Harrow"),
]  # fmt: skip
NOT_THROUGH = [  # the one who hears is no outlet
    "The bridge was closed on Monday, the harbour master told Anna Lindqvist.",
    "The harbour master told President Halle that the bridge had been closed.",
    "The minister told the Senate that the bridge had been closed.",
    "The envoy told Paris that the bridge had been closed.",
]


def relays(text: str) -> list[tuple[str, str]]:
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    return [(a.source.text if a.source else "", a.relay.text) for a in found if a.relay is not None]


@pytest.mark.parametrize(("text", "source", "relay"), THROUGH, ids=[c[0][:50] for c in THROUGH])
def test_an_outlet_of_unknown_name_is_a_relay(text: str, source: str, relay: str) -> None:
    assert [r for r in relays(text) if source in r[0] and relay in r[1]]


@pytest.mark.parametrize("text", NOT_THROUGH)
def test_persons_bodies_and_places_are_no_relay(text: str) -> None:
    assert relays(text) == []


def test_a_name_shown_once_is_known_in_the_whole_report() -> None:
    text = "Kustnytt, a coastal weekly, has the story. The bridge was closed, the harbour master said on Kustnytt."
    assert [r for r in relays(text) if "Kustnytt" in r[1]]


@pytest.mark.parametrize(
    "text",
    [
        "« La digue a cédé », selon un communiqué de la mission ilandaise auprès des Nations Unies.",
        "La digue a cédé, a indiqué la mission auprès de l'Union européenne.",
        "La digue a cédé, a dit la maire dans un entretien à Moscou.",
        "Les autorités, par l'intermédiaire de leur porte-parole Jean Roux, ont nié avoir vendu la digue.",
        "Reached by the White House, the engineer said that the dam had given way.",
    ],
)
def test_known_bodies_places_and_spokesmen_are_no_relay(text: str) -> None:
    assert relays(text) == []


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("La maire a déclaré à l'agence de presse Orbis que le pont avait cédé.", "l'agence de presse Orbis"),
        ("Le maire a informé CNN dans un communiqué que le pont avait cédé.", "CNN"),
        (
            "The mayor spoke to the Tolbury Gazette on Monday and said that the bridge had fallen.",
            "the Tolbury Gazette",
        ),
        ("The mayor told CNN Edith Moran that the bridge had fallen.", "CNN"),
    ],
)
def test_a_relay_has_its_whole_name_and_no_more(text: str, outlet: str) -> None:
    assert {r[1] for r in relays(text)} == {outlet}


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Orbis released a statement. The mayor told Orbis that the dam had given way, Orbis said.",
        "Orbis has published its results. The mayor said that the dam had given way, according to Orbis.",
        "Brandl's colleagues were there. The dam had given way, the mayor said, citing Brandl.",
        "The Union's leader was there. The dam had given way, the mayor said.",
        "The statement posted on Telegram said that the dam had given way.",
        "The mayor spoke on Brexit and said that the dam had given way.",
        "Interrogé sur Valmer, le maire a dit que la digue avait cédé.",
        "Le maire a dit à Sornay que la digue avait cédé.",
    ],
)
def test_what_anybody_does_or_has_makes_no_outlet_of_a_name(text: str) -> None:
    assert {r[1] for r in relays(text)} <= {"Orbis"}
    sources = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert not [a for a in sources if a.relay is not None and a.source is not None and a.source.text == "Orbis"]


def test_a_hearer_is_an_outlet_in_its_own_place_alone() -> None:
    text = "The mayor told Orlo that the dam broke. Orlo denied that, an engineer said."
    assert relays(text) == [("The mayor", "Orlo")]
