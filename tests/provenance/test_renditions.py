"""When a shared sentence shows one voice, and when it only tells of one event."""

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Claim, Dossier
from recoupe.pipeline import analyse_reading

FACT = "la société Dorval a livré quarante pompes défectueuses à la ville de Sérac en février"


def dossier_of(*texts: str) -> Dossier:
    reading = read_files([Raw(f"{i}.txt", t.encode("utf-8")) for i, t in enumerate(texts)])
    return analyse_reading(reading)


def leading(dossier: Dossier) -> Claim:
    return max(dossier.claims, key=lambda c: len(c.reports))


def test_two_descriptions_of_one_event_are_no_one_voice() -> None:
    dossier = dossier_of(
        f"Une source portuaire affirme que {FACT}.",
        f"Un ancien ingénieur affirme que {FACT}.",
    )
    assert leading(dossier).origins.max == 2


def test_two_ministries_of_no_named_state_are_not_apart() -> None:
    dossier = dossier_of(
        f"Le ministère de la Santé du Kandara affirme que {FACT}.",
        f"Le préfet Osvin Tarel affirme que {FACT}.",
    )
    assert not [r for r in leading(dossier).origins.relations if r.relation == "apart"]


def test_one_description_in_two_wordings_is_no_one_voice() -> None:
    dossier = dossier_of(
        f"Une source portuaire affirme que {FACT}.",
        f"Interrogée jeudi, une source portuaire a fini par l'admettre : {FACT}.",
    )
    assert leading(dossier).origins.max == 2


def test_a_translation_ties_what_stands_elsewhere_in_its_sentence() -> None:
    french = (
        f"« {FACT.capitalize()} », soupire un ancien ingénieur.\n\nLa directrice Anna Dorval affirme que la société Dorval "
        "a fermé son usine de Brel au mois de mars.\n\nLe maire Luc Ferran promet que la ville de Sérac demandera "
        "trois millions d'euros de dommages."
    )
    english = (
        "A former engineer insisted that the Dorval company delivered forty faulty pumps to the town of Sérac in "
        "February.\n\nDirector Anna Dorval says that the Dorval company closed its Brel plant in March.\n\nMayor Luc "
        "Ferran promises that the town of Sérac will claim three million euros in damages."
    )
    assert leading(dossier_of(french, english)).origins.max == 1
