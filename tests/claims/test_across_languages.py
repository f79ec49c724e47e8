"""A French and an English sentence that tell one event have one class, and those who take part one role in it."""

import pytest

from recoupe.claims.persons import is_one_person
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.events_schema import EventEntry
from recoupe.linguistics import annotate
from recoupe.model import Document
from tests.claims.pile import dossier_of, roles, statements

# how many verbs and nouns may still stand apart from all their translations
APART_AT_MOST = {"verbs": 85, "nouns": 60}


@pytest.mark.parametrize(
    ("class_", "sentences"),
    [
        ("trade", ["Orlane sold its dairy to Marbec for 40 million euros.", "Orlane a vendu sa laiterie à Marbec."]),
        ("invest", ["The council released 3 million euros for the port.", "La région a débloqué 3 millions d'euros."]),
        ("publish", ["The clerk leaked the report on Monday.", "Le greffier a fuité le rapport lundi."]),
        ("drop", ["The crew dropped food over the valley.", "Les équipages ont largué des vivres sur la vallée."]),
        ("capture", ["Gunmen hijacked the plane on Monday.", "Des hommes armés ont détourné l'avion lundi."]),
        ("outage", ["The storm cut off power to Sarn.", "La ville de Sarn a été privée de courant."]),
        ("deprive", ["The Senate lifted the immunity of Ivo Lenz.", "Le Sénat a levé l'immunité d'Ivo Lenz."]),
        ("trial", ["Prosecutors called for a sentence of six years.", "Le parquet a requis six ans de prison lundi."]),
        (
            "ceasefire",
            ["Tarkovia and Sarn signed a truce.", "La Tarkovie et Sarn ont signé un accord de cessez-le-feu."],
        ),
        ("nationalise", ["The bank was taken into public ownership.", "La banque a été nationalisée lundi."]),
        ("attack", ["Officers beat the protesters in Sarn.", "Des agents ont molesté les manifestants à Sarn."]),
        ("crash", ["Two lorries collided in Sarn on Monday.", "Deux camions se sont percutés à la gare de Sarn."]),
        ("withdraw", ["Ida Rosk dropped her lawsuit on Monday.", "Ida Rosk a retiré sa plainte lundi."]),
    ],
)
def test_one_class_in_both_languages(class_: str, sentences: list[str]) -> None:
    for sentence in sentences:
        assert statements(dossier_of(sentence), class_), sentence


@pytest.mark.parametrize(
    ("class_", "sentence", "told"),
    [
        ("trade", "Orlane sold its dairy to Marbec for 40 million euros.", {"agent": "Orlane", "theme": "dairy"}),
        (
            "award",
            "Painter Ida Rosk was awarded the Sarn medal on Monday.",
            {"recipient": "Ida Rosk", "theme": "medal"},
        ),
        ("grant", "The charity gave refugees 50 tonnes of rice.", {"recipient": "refugees", "theme": "rice"}),
        ("transfer", "The firm was handed a contract by the council.", {"recipient": "firm", "theme": "contract"}),
        ("embezzle", "A cashier siphoned off 200,000 euros from the bank.", {"agent": "cashier", "theme": "euros"}),
        ("outage", "The storm cut off power to the village of Sarn.", {"theme": "village"}),
        ("decrease", "Le gouvernement a baissé la TVA lundi.", {"agent": "gouvernement", "theme": "TVA"}),
    ],
)
def test_who_takes_part(class_: str, sentence: str, told: dict[str, str]) -> None:
    dossier = dossier_of(sentence)
    (found, *_) = statements(dossier, class_)
    assert told.items() <= roles(dossier, found).items()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Les garde-côtes ont refoulé un canot.", "garde-côtes"),
        ("The coastguard pushed a dinghy back out to sea.", "coastguard"),
    ],
)
def test_a_body_is_neither_one_nor_several(text: str, word: str) -> None:
    annotation = annotate(Document("d", "d", "", text, True, "und"), {}).annotation
    assert is_one_person(annotation, next(t.i for t in annotation.tokens if t.text == word)) is None


def read_as(entry: EventEntry) -> set[str]:
    """The classes that a word can tell."""
    return {*entry.classes, *(c for reading in entry.instead for c in reading.classes)}


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_words_share_a_class_with_a_translation(part: str) -> None:
    lexicon, classes = shared_pack().lexicon.entries, shared_pack().event_classes.classes
    english: dict[str, EventEntry] = getattr(language_pack("en").events, part)
    french: dict[str, EventEntry] = getattr(language_pack("fr").events, part)
    apart = []
    for word, entry in french.items():
        others = [read_as(english[t]) for t in lexicon.get(word, ()) if t in english]
        met = [
            a == b or b in {*classes[a].akin, classes[a].broader} or a in {*classes[b].akin, classes[b].broader}
            for other in others
            for a in read_as(entry)
            for b in other
        ]
        if others and not any(met):
            apart.append(word)
    assert len(apart) <= APART_AT_MOST[part], apart
