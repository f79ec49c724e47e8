"""Happenings and what they strike: the noun tells the event, whatever verb says what it did and to whom."""

import pytest

from tests.claims.pile import claim_with, dossier_of, events, roles, statements


@pytest.mark.parametrize(
    ("text", "class_", "theme"),
    [
        ("Une explosion a secoué la raffinerie jeudi.", "explode", "raffinerie"),
        ("Une explosion a ravagé le dépôt dans la nuit.", "explode", "dépôt"),
        ("Un incendie a détruit mardi un entrepôt.", "burn", "entrepôt"),
        ("La crue a emporté le pont.", "flood", "pont"),
        ("Two explosions rocked the refinery on Friday.", "explode", "refinery"),
        ("A fire destroyed a warehouse on Tuesday.", "burn", "warehouse"),
        ("A powerful blast ripped through the depot overnight.", "explode", "depot"),
        ("A landslide buried three houses.", "collapse", "houses"),
    ],
)
def test_what_is_struck_takes_part_in_what_strikes_it(text: str, class_: str, theme: str) -> None:
    assert (class_, {"theme": theme}) in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Une frappe aérienne a tué douze personnes.",
        "An air strike killed twelve people.",
    ],
)
def test_an_attack_is_told_by_its_victims(text: str) -> None:
    assert {"attack", "kill"} <= {s.event.class_ for s in dossier_of(text).statements}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Des avions russes ont bombardé le marché.", "Russie"),
        ("Des drones de l'armée ont frappé l'hôpital.", "armée"),
        ("Un drone ukrainien a frappé une raffinerie.", "Ukraine"),
        ("Russian jets bombed the market.", "Russie"),
    ],
)
def test_whose_weapons_strike_does_it(text: str, doer: str) -> None:
    dossier = dossier_of(text)
    assert roles(dossier, statements(dossier, "attack")[0])["agent"] == doer


def test_a_ship_that_spills_is_no_deed_of_its_flag_state() -> None:
    dossier = dossier_of("A Liberian tanker spilled oil off the coast.")
    assert all("agent" not in roles(dossier, s) for s in dossier.statements)


def test_a_blast_and_a_depot_that_blew_up_are_one_claim() -> None:
    dossier = dossier_of(
        "KARSA, 5 May 2024\n\nA powerful blast ripped through the Belkort ammunition depot overnight.",
        "KARSA, 5 May 2024\n\nThe Belkort ammunition depot blew up in the night.",
    )
    assert len(claim_with(dossier, "blew up").reports) == 2


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (
            (
                "17 were injured when the Marlock bridge fell.",
                "Seventeen others were hurt when the Marlock bridge fell.",
            ),
            "hurt",
        ),
        (
            (
                "Une trentaine ont été blessés par la chute du pont de Sarn.",
                "Trente personnes ont été blessées au pont de Sarn.",
            ),
            "Trente personnes",
        ),
    ],
)
def test_numbers_alone_count_any_persons(texts: tuple[str, ...], words: str) -> None:
    assert len(claim_with(dossier_of(*texts), words).reports) == 2
