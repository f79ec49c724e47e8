"""Bodies by the noun of their kind and a name: one in both languages, taken up by the noun alone, and never their town."""

from recoupe.actors.body_names import kind_and_name
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Actor, Dossier
from recoupe.pipeline import analyse_reading

FRENCH = (
    "L'Arsenal de Velmont a réparé trois navires à Velmont, a annoncé mardi la ministre Anne Dorval. "
    "Les ouvriers de l'arsenal sont en congé."
)
ENGLISH = "Velmont Shipyard repaired three ships in Velmont, minister Anne Dorval said on Tuesday. The yard is closed for a week."


def dossier_of(*texts: str) -> Dossier:
    """The analysis of reports."""
    return analyse_reading(read_files([Raw(f"{i}.txt", text.encode()) for i, text in enumerate(texts)]))


def bearing(dossier: Dossier, words: str) -> list[Actor]:
    """The actors that some words name."""
    return [a for a in dossier.actors if any(m.text == words for m in a.mentions)]


def named(dossier: Dossier, name: str) -> Actor:
    """The actor of a name."""
    return next(a for a in dossier.actors if a.name == name)


def institution(dossier: Dossier, person: str) -> str | None:
    """The name of the body that a person speaks for."""
    by_id = {a.id: a.name for a in dossier.actors}
    return by_id.get(named(dossier, person).institution or "")


def test_a_body_by_its_kind_and_name_is_one_in_both_languages_and_not_its_town() -> None:
    dossier = dossier_of(FRENCH, ENGLISH)
    (french,) = bearing(dossier, "Arsenal de Velmont")
    (english,) = bearing(dossier, "Velmont Shipyard")
    (town,) = bearing(dossier, "Velmont")
    assert french.id == english.id != town.id


def test_a_council_is_not_the_town_that_it_is_named_after() -> None:
    dossier = dossier_of(
        "Le Conseil d'Ostane a voté lundi des sanctions, a dit un diplomate en poste à Ostane.",
        "The Council of Ostane voted for sanctions on Monday, a diplomat in Ostane said.",
    )
    (council,) = bearing(dossier, "Council of Ostane")
    assert all(a.id != council.id for a in bearing(dossier, "Ostane"))


def test_bodies_of_two_kinds_in_one_town_stay_two() -> None:
    dossier = dossier_of(
        "L'Université de Belcourt ferme, a dit son président. Le Lycée de Belcourt reste ouvert, selon la mairie.",
        "The University of Belcourt is closing, its president said. Belcourt High School stays open.",
    )
    university = bearing(dossier, "University of Belcourt")
    assert university
    assert {a.id for a in university}.isdisjoint(a.id for a in bearing(dossier, "Belcourt High School"))


def test_the_noun_alone_takes_up_the_only_body_of_its_kind() -> None:
    dossier = dossier_of(
        "La Raffinerie de Port-Aubry a fermé à Port-Aubry. La directrice de la raffinerie, Jeanne Morvan, le regrette."
    )
    assert institution(dossier, "Jeanne Morvan") in {"Raffinerie de Port-Aubry", "raffinerie de Port-Aubry"}


def test_the_noun_alone_takes_up_none_of_two() -> None:
    dossier = dossier_of(
        "Salmer Hospital and Tilby Hospital are full. Nobody waits longer than a day, said two nurses. "
        "The hospital repaired its lifts on Monday."
    )
    told = [a for a in dossier.actors if a.name in {"Salmer Hospital", "Tilby Hospital"}]
    assert len(told) == 2
    assert not any(m.text.lower() == "the hospital" for a in told for m in a.mentions)


def test_a_word_with_a_hyphen_is_no_noun_of_a_body() -> None:
    dossier = dossier_of(
        "Port-Velanne manque d'eau, a dit le maire de Port-Velanne. Velanne, elle, n'a rien à craindre."
    )
    assert {a.id for a in bearing(dossier, "Port-Velanne")}.isdisjoint(a.id for a in bearing(dossier, "Velanne"))


def test_a_body_is_not_called_by_who_owns_it_or_by_what_is_in_its_complement() -> None:
    dossier = dossier_of(
        "The refinery, owned by Dorvane, has closed, the mayor said. The police of the port of Kelm did not comment."
    )
    assert not any(a.name.startswith("refinery, owned") for a in dossier.actors)


def test_letters_in_brackets_are_the_body_before_them() -> None:
    dossier = dossier_of(
        "La Confédération libre du travail (CLT) appelle à la grève. La CLT a dit lundi qu'elle ne céderait pas.",
        "The CLT said on Monday that it would not give way.",
    )
    assert len({a.id for a in dossier.actors if any("CLT" in m.text for m in a.mentions)}) == 1


def test_a_regulator_by_its_letters_is_no_outlet() -> None:
    dossier = dossier_of("The French regulator ARDI fined the firm Dorvane two million euros, it said on Monday.")
    assert {a.type for a in bearing(dossier, "ARDI")} == {"organisation"}


def test_who_leads_a_union_by_a_relative_clause_speaks_for_it() -> None:
    dossier = dossier_of(
        '"We will not give way," said Rhea Dunmore, who chairs the Talvish Dockers\' Union, on Monday.'
    )
    assert institution(dossier, "Rhea Dunmore") == "Talvish Dockers' Union"


def test_kind_and_name() -> None:
    assert (
        kind_and_name("Arsenal de Velmont", "fr") == kind_and_name("the Velmont shipyard", "en") == ("yard", "velmont")
    )
    assert kind_and_name("le Conseil d’Ostane", "fr") == kind_and_name("The Council of Ostane", "en")
    assert kind_and_name("l'Institut Marvel", "fr") == kind_and_name("Marvel Institute", "en")
    assert kind_and_name("Institut national de l'eau", "fr") is None
    assert kind_and_name("Supreme Court", "en") is None
    assert kind_and_name("Velmont", "en") is None


def test_a_ship_is_not_the_oil_firm_that_its_noun_may_name() -> None:
    dossier = dossier_of(
        "Le pétrolier Dorval Shipping a son siège à Velmont. La marine a arraisonné un navire dans la nuit. "
        "L'arraisonnement du pétrolier s'est déroulé sans heurts, selon le préfet."
    )
    boarded = [p for s in dossier.statements if s.event.class_ == "board" for p in s.event.participants]
    assert [p.span.text for p in boarded if p.actor == named(dossier, "Dorval Shipping").id] == []
