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


ABBEY = (
    "La prieure de Montvernay a vendu douze manuscrits à un marchand de Lucerne, affirme une employée de la bibliothèque.",
    "Le conseil du canton a demandé une expertise au musée de Sion, selon une source judiciaire.",
    "Le marchand a ouvert une salle de vente à Genève au mois de janvier.",
    "La police a saisi trois caisses dans la cave du couvent mardi, selon cette même source.",
)
ABBEY_IN_ENGLISH = (
    "The prioress of Montvernay sold twelve manuscripts to a dealer in Lucerne, a library employee says.",
    "The cantonal council has asked the Sion museum for an expert report, according to a judicial source.",
    "The dealer opened an auction room in Geneva in January.",
    "Police seized three crates in the convent cellar on Tuesday, a judicial source said.",
)


def test_a_translation_as_a_whole_has_its_anonymous_voices_from_the_other() -> None:
    dossier = dossier_of("\n\n".join(ABBEY), "\n\n".join(ABBEY_IN_ENGLISH))
    shared = [c for c in dossier.claims if len(c.reports) == 2]
    assert len(shared) >= 3
    assert {c.origins.max for c in shared} == {1}


def test_a_translation_that_ascribes_a_sentence_to_somebody_else_leaves_open_who_spoke() -> None:
    other = (ABBEY_IN_ENGLISH[0].replace("library employee", "lawyer close to the convent"), *ABBEY_IN_ENGLISH[1:])
    dossier = dossier_of("\n\n".join(ABBEY), "\n\n".join(other))
    sold = next(c for c in dossier.claims if len(c.reports) == 2 and "manuscripts" in " ".join(words_of(dossier, c)))
    assert sold.origins.max == 2


def test_one_translated_sentence_leaves_the_other_voices_open() -> None:
    other = (
        ABBEY_IN_ENGLISH[0],
        "Two nuns told reporters that the roof of the chapel had been leaking since the spring of last year.",
        "The village mayor promised a new road, a school bus and a doctor before the end of the summer.",
        "A judicial source said that police had seized three crates.",
    )
    dossier = dossier_of("\n\n".join(ABBEY), "\n\n".join(other))
    seized = [c for c in dossier.claims if len(c.reports) == 2 and "crates" in " ".join(words_of(dossier, c))]
    assert all(c.origins.max == 2 for c in seized)


def words_of(dossier: Dossier, claim: Claim) -> list[str]:
    return [s.spans[0].text for s in dossier.statements if s.id in claim.statements]


def test_who_copies_cuts_the_words_for_an_anonymous_voice() -> None:
    start = "Le port de Sérac a rouvert lundi matin après trois semaines de travaux sur les deux quais du nord."
    dossier = dossier_of(
        f"{start} Une infirmière interrogée par la radio sous couvert d'anonymat affirme que {FACT}.",
        f"{start} Une infirmière affirme que {FACT}.",
    )
    assert {c.origins.max for c in dossier.claims if len(c.reports) == 2} == {1}


def test_the_words_of_a_page_do_not_tie_whoever_else_its_outlet_has() -> None:
    dossier = dossier_of(
        f"L'Écho de Sérac\n\nSelon un rapport de la préfète Lise Hauvet, {FACT}.",
        f"Radio Tolbury\n\n« {FACT.capitalize()} », lit-on sur le site de L'Écho de Sérac.",
        f"Le Courrier de Brel\n\n« {FACT.capitalize()} », a déclaré le maire Paul Ancel.",
    )
    names = {v.id: v.actor for v in dossier.voices}
    people = {a.id for a in dossier.actors if a.type == "person"}
    relations = leading(dossier).origins.relations
    assert not [r for r in relations if r.relation == "same" and {names[r.a], names[r.b]} <= people]


def test_a_long_passage_beside_ties_what_was_copied_without_its_source() -> None:
    """The words that name the source are cut, and the copy goes on with the next sentences of the other."""
    beside = (
        "Le conseil de la ville a commandé une expertise au mois de mars, en a reçu les conclusions au mois de mai et les a "
        "gardées dans un tiroir, sans les montrer à la régie ni aux habitants du quartier des Moulins."
    )
    other = "La régie de Brel a rouvert ses bureaux lundi."
    copied = dossier_of(
        f"{FACT.capitalize()}, affirme une ancienne comptable. {beside}", f"{FACT.capitalize()}. {beside}"
    )
    assert leading(copied).origins.max == 1
    alone = dossier_of(
        f"{FACT.capitalize()}, affirme une ancienne comptable. {beside}", f"{FACT.capitalize()}. {other}"
    )
    assert leading(alone).origins.max == 2


def test_a_person_of_no_told_body_is_not_apart_from_one_that_the_same_report_has_it_from() -> None:
    told = f"L'université de Brel affirme que {FACT}.\n\nL'hydrologue Paul Ancel affirme que {FACT}."
    assert leading(dossier_of(told)).origins.min == 1
    assert leading(dossier_of(*told.split("\n\n"))).origins.min == 2
