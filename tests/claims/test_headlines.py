"""Which of a claim's wordings names it."""

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.pipeline import analyse_reading


def title(*texts: str) -> str:
    dossier = analyse_reading(read_files([Raw(f"{i}.txt", t.encode("utf-8")) for i, t in enumerate(texts)]))
    claim = max(dossier.claims, key=lambda c: len(c.reports))
    assert len(claim.reports) == len(texts)
    return claim.headline.text


def test_a_clause_with_its_subject_comes_before_a_pronoun_and_a_noun() -> None:
    assert (
        title(
            "The abbey of Brel is short of money. A clerk said it had sold forty manuscripts to a dealer in Vevey.",
            "The sale of forty manuscripts to a dealer in Vevey has shocked the village.",
            "The abbey of Brel sold forty manuscripts to a dealer in Vevey, a nun said.",
        )
        == "The abbey of Brel sold forty manuscripts to a dealer in Vevey"
    )


def test_the_language_of_most_reports_comes_first() -> None:
    assert title(
        "The Dorval company delivered forty pumps to the town of Sérac.",
        "La société Dorval a livré quarante pompes à la ville de Sérac.",
        "La société Dorval a livré quarante pompes à la ville de Sérac, selon une voisine.",
    ).startswith("La société Dorval")


def test_an_outlier_names_no_claim() -> None:
    assert title(
        "Deux pompiers ont été légèrement blessés dans l'incendie du Corbel, a dit la préfecture.",
        "Deux pompiers ont été blessés au Corbel, selon le commandant Lestat.",
        "Trois pompiers ont été blessés au Corbel, dont un grièvement, selon un collègue.",
    ).startswith("Deux pompiers")
    assert title(
        "Two divers died in the wreck of the Alma, an officer said.",
        "Two divers died in the wreck of the Alma, the coastguard said.",
        "Nine divers died in the wreck of the Alma and nobody cares.",
    ).startswith("Two divers")


def test_an_outlier_of_a_measure_names_no_claim_beside_figures_without_an_end() -> None:
    assert title(
        "Trois mille hectares de lande ont brûlé dans le massif du Corbel.",
        "Selon la préfecture, 2 300 hectares ont brûlé dans le massif du Corbel.",
        "More than 2,000 hectares of heath have burned in the Corbel hills, an officer said.",
        "Environ 2 250 hectares ont brûlé dans le massif du Corbel, a dit un garde.",
    ).startswith(("2 300", "Environ 2 250"))


def test_a_relative_clause_is_named_with_its_noun() -> None:
    dossier = analyse_reading(
        read_files(
            [
                Raw(
                    "a.txt",
                    "L'incendie qui ravage depuis samedi le massif du Corbel est fixé, a dit un gendarme.".encode(),
                )
            ]
        )
    )
    assert all(not c.headline.text.startswith("qui ") for c in dossier.claims)
