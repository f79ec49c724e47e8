"""Sums that the parse takes for adverbials, shares that are no thing, and names that stand behind a preposition."""

from tests.claims.pile import dossier_of, events, roles, statements


def test_a_sum_behind_words_of_doubt_is_what_is_paid() -> None:
    told = events("The shipping company paid about €90,000 to a broker.")
    assert told == [("pay", {"agent": "company", "theme": "€", "recipient": "broker"})]


def test_a_share_is_no_thing_but_what_it_is_a_share_of() -> None:
    assert events("Milk prices fell 4% in spring.") == [("decrease", {"theme": "prices"})]
    assert events("The company cut 4% of its staff.") == [("cut", {"agent": "company", "theme": "staff"})]


def test_a_town_behind_a_preposition_does_not_do_what_its_police_do() -> None:
    dossier = dossier_of("La police de Sainte Orlande a arrêté deux bateliers.")
    assert roles(dossier, statements(dossier, "arrest")[0])["agent"] == "police"
    dossier = dossier_of("Le chantier naval Sainte Orlande a licencié deux bateliers.")
    assert "Orlande" in roles(dossier, statements(dossier, "dismiss")[0])["agent"]


def test_what_acts_is_a_body_though_its_noun_tells_an_event() -> None:
    dossier = dossier_of("Le festival de Sarn a annulé trois concerts, a dit la maire Ann Ardoval.")
    assert not statements(dossier, "perform")
    assert roles(dossier, statements(dossier, "cancel")[0])["agent"] == "festival"
