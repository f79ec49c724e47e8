"""One event told by another word, light verb, idiom or language has one class."""

from pathlib import Path

import pytest

from tests.claims.pile import pile_in


@pytest.mark.parametrize(
    ("class_", "sentences"),
    [
        (
            "resign",
            [
                "Paul Dorval stepped aside on Monday.",
                "Paul Dorval relinquished his post on Monday.",
            ],
        ),
        (
            "restrain",
            [
                "Trois agents ont maintenu Paul Dorval au sol à Sérac.",
                "Three officers restrained Paul Dorval in Sérac.",
                "Three officers pinned down Paul Dorval in Sérac.",
            ],
        ),
        (
            "resume",
            [
                "La société Dorval a repris les livraisons lundi.",
                "La société Dorval a relancé la production lundi.",
                "The firm Dorval resumed deliveries on Monday.",
            ],
        ),
        (
            "stricken",
            [
                "Paul Dorval a fait un arrêt cardiaque à Sérac.",
                "Paul Dorval went into cardiac arrest in Sérac.",
            ],
        ),
        ("trap", ["Douze mineurs ont été piégés à Sérac.", "Twelve miners were trapped in Sérac."]),
        ("boycott", ["La Suède a boycotté le sommet.", "Sweden boycotted the summit."]),
        ("naturalise", ["La Suède a naturalisé Paul Dorval.", "Paul Dorval was naturalised in Sweden."]),
        ("dope", ["The cyclist Paul Dorval tested positive for cortisone."]),
        (
            "leak",
            [
                "Trente mètres cubes de mazout se sont échappés d'une cuve à Sérac.",
                "Dix tonnes d'acide ont fui d'un wagon à Sérac.",
                "Du solvant a atteint le fleuve à Sérac.",
                "Ten tonnes of acid escaped from a wagon in Sérac.",
                "Solvent reached the river in Sérac.",
                "Acid flowed into the river in Sérac.",
            ],
        ),
        (
            "shoot",
            [
                "Un gendarme a tiré une balle de caoutchouc sur Paul Dorval.",
                "Paul Dorval a été atteint par un tir de la gendarmerie.",
                "A policeman fired a rubber bullet at Paul Dorval.",
                "Paul Dorval was hit by a rubber bullet.",
                "Police opened fire on Paul Dorval.",
            ],
        ),
        (
            "evacuate",
            [
                "Les gendarmes ont levé le barrage des grévistes de Dorval.",
                "Police cleared the blockade at the Dorval plant.",
                "Police lifted the picket at the Dorval plant.",
            ],
        ),
        ("mend", ["L'arsenal a remis en état deux corvettes de la Suède.", "Sweden overhauled two corvettes."]),
    ],
)
def test_one_event_by_other_words(tmp_path: Path, class_: str, sentences: list[str]) -> None:
    pile = pile_in(tmp_path)
    without = [s for s in sentences if class_ not in {t.event.class_ for t in pile(a=s).statements}]
    assert without == []


@pytest.mark.parametrize(
    ("class_", "text"),
    [
        ("leak", "Un tigre s'est échappé du zoo de Sérac."),
        ("leak", "Le train a atteint le fleuve à Sérac."),
        ("evacuate", "The court cleared Paul Dorval."),
        ("shoot", "La Suède a tiré trois missiles sur le port."),
        ("merge", "Le groupe Dorval a repris les livraisons."),
        ("resume", "La société Dorval a repris l'usine de Sérac."),
        ("trap", "Les grévistes ont bloqué la route."),
        ("ban", "La suspension des livraisons inquiète la Suède."),
        ("cancel", "La suspension de Paul Dorval inquiète la Suède."),
    ],
)
def test_what_a_word_is_said_of_tells_its_event(tmp_path: Path, class_: str, text: str) -> None:
    assert class_ not in {s.event.class_ for s in pile_in(tmp_path)(a=text).statements}
