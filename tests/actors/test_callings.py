"""One body under several names: where it is, a name of its own, its noun alone, who speaks for it, what it gives out."""

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Dossier
from recoupe.pipeline import analyse_reading
from recoupe.provenance.callings import calling

ENGLISH = (
    "Nine pupils at St Orlan's Hospital in Melden have caught a fever, the hospital said on Monday.\n\n"
    "The hospital's nursing director, Ann Tarrow, said that nine pupils had caught a fever."
)
BY_NAME = "Dix élèves ont attrapé une fièvre, selon l'hôpital St Orlan."
BY_PLACE = "Dix élèves ont attrapé une fièvre à Melden, a indiqué mardi l'hôpital de Melden."
BY_BOTH = "Dix élèves de l'hôpital St Orlan de Melden ont attrapé une fièvre, d'après un bilan publié mardi par l'établissement."


def analysed(*texts: str) -> Dossier:
    """A pile of reports."""
    return analyse_reading(read_files([Raw(f"r{i}.txt", t.encode()) for i, t in enumerate(texts)]))


def speakers(dossier: Dossier) -> set[str]:
    """The names of all who speak."""
    names = {a.id: a.name for a in dossier.actors}
    return {names[a.actor] for a in dossier.attributions if a.actor is not None}


def test_a_noun_takes_up_a_body_called_by_a_patron() -> None:
    assert speakers(analysed(ENGLISH)) == {"St Orlan's Hospital", "Ann Tarrow"}


def test_who_directs_a_body_speaks_for_it() -> None:
    dossier = analysed(ENGLISH)
    by_id = {a.id: a.name for a in dossier.actors}
    director = next(a for a in dossier.actors if a.name == "Ann Tarrow")
    assert by_id[director.institution or ""] == "St Orlan's Hospital"


def test_a_body_is_one_by_its_name_its_place_and_both() -> None:
    assert len(speakers(analysed(ENGLISH, BY_NAME, BY_PLACE)) - {"Ann Tarrow"}) == 1
    assert len(speakers(analysed(BY_NAME, BY_PLACE, BY_BOTH))) == 1


def test_bodies_at_two_places_are_two() -> None:
    other = "Dix élèves ont attrapé une fièvre à Carrow, a indiqué mardi l'hôpital de Carrow."
    assert len(speakers(analysed(BY_PLACE, other))) == 2


def test_a_name_and_a_place_are_no_ground_for_two_bodies() -> None:
    claims = analysed(BY_NAME, BY_PLACE).claims
    assert claims and all(c.origins.min == 1 for c in claims)


def test_a_document_that_a_body_gave_out_is_its_word() -> None:
    assert speakers(analysed("Trois ponts ont cédé, selon un bilan diffusé lundi par la préfecture de Sarn.")) == {
        "préfecture de Sarn"
    }


def test_a_regulator_is_the_authority_named_before() -> None:
    text = (
        "The Food Safety Authority closed two farms on Monday.\n\n"
        "The regulator said that eleven cows had died. Its director, Ella Brand, said that more cows would die."
    )
    assert speakers(analysed(text)) == {"Food Safety Authority", "Ella Brand"}


def test_a_heading_names_a_body_without_its_article() -> None:
    text = "Nine ill after school dinner, hospital says\n\nNine pupils at Sarn Hospital are ill, the hospital said."
    assert len(speakers(analysed(text))) == 1


def test_what_a_name_tells_of_its_body() -> None:
    assert calling("hôpital de Melden") == ("hospital", True, False)
    assert calling("St Orlan's Hospital") == ("hospital", False, True)
    assert calling("Verlon") is None


def test_a_clause_that_only_tells_which_one_is_no_ground_for_independence() -> None:
    texts = (
        "Nine pupils caught a fever, Sarn Hospital said on Monday. Sarn Hospital is old.",
        "Dorsal Laboratories said that it had found the mould that gave nine pupils a fever at Sarn.",
    )
    assert not any(c.origins.established for c in analysed(*texts).claims)


def test_a_capital_in_a_heading_is_who_speaks_below() -> None:
    text = (
        "Sarnal confirme la livraison de deux navires à l'Ostrie\n\nLa Gazette d'Orme\n12 mai 2025\n\n"
        "La ministre brénienne de la Défense, Anna Tell, a confirmé mardi que la Brénie avait livré deux navires à l'Ostrie."
    )
    claims = [c for c in analysed(text).claims if c.origins.voices]
    assert claims and all(c.origins.max == 1 for c in claims)


def test_a_body_that_opens_a_paragraph_tells_of_itself() -> None:
    text = (
        "Une ouvrière de l'atelier assure que deux alertes ont été classées.\n\n"
        "La Société des eaux de Sarn va fermer le puits, a-t-elle indiqué mardi."
    )
    dossier = analysed(text)
    closing = next(a for a in dossier.attributions if "fermer" in a.content[0].text)
    assert next(a.name for a in dossier.actors if a.id == closing.actor) == "Société des eaux"


def test_who_knows_nothing_of_a_thing_affirms_none() -> None:
    text = "Un officier a confirmé l'exercice, ajoutant n'avoir « aucune information » sur une livraison de canons à l'Ostrie."
    dossier = analysed(text)
    assert not any(s.realis == "actual" and "livraison" in s.spans[0].text for s in dossier.statements)
