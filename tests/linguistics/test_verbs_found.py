"""Verbs that tagger and parser lose are the heads of their clauses, each with its subject and object.

Some of these sentences come out right without any mending, with these weights; what is tested is what users get.
"""

import pytest

from recoupe.linguistics import annotate
from recoupe.linguistics.tokens import Token
from recoupe.model import Document


def tokens(text: str) -> tuple[Token, ...]:
    return annotate(Document("d", "d", "", text, True, "und"), {}).annotation.tokens


def one(found: tuple[Token, ...], word: str) -> Token:
    return next(t for t in found if t.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        # read as nouns
        ("Le groupe coopère sans réserve avec les enquêteurs.", "coopère", "groupe"),
        ("Les dirigeants lorvains, de leur côté, songent à bloquer l'argent du fabricant.", "songent", "dirigeants"),
        ("The plant's director has since resigned.", "resigned", "director"),
        ("Dravonia denies sending any weapons to Velmaria.", "denies", "Dravonia"),
        ("Oxalyne plant director steps down.", "steps", "director"),
        # hung below their objects or subjects
        ("Eskelia imposed sanctions on Monday on the Orvane Foundries, freezing its assets.", "imposed", "Eskelia"),
        ("Karsovia is feeding satellite images to Drevania's army.", "feeding", "Karsovia"),
        ("Le ministère discute depuis octobre avec le Front du Haut-Tarsoul.", "discute", "ministère"),
        ("L'intéressé nie avoir été prévenu.", "nie", "intéressé"),
        ("The Council of Alvane froze 84 million crowns of the yard's assets on Monday.", "froze", "Council"),
        ("The Oxlode farmer had in fact stumbled, a week ago today, on The Sleeping Laundress.", "stumbled", "farmer"),
        ("The regulator fined Medivax €12 million for hiding trial data.", "fined", "regulator"),
        # behind what is told of the noun that opens the sentence
        ("Gaël Thurmeau, its chief executive until last week, insists that he was not pushed.", "insists", "Gaël"),
        ("Théo Vasserand, the former director who lost, filed his appeal on October 14.", "filed", "Théo"),
        ("Ada Lindqvist, who leads the opposition in parliament, called for an inquiry.", "called", "Ada"),
        ("Régine Malcourt l'a emporté de 214 voix sur l'ancien directeur du port.", "emporté", "Régine"),
        (
            "Les juges, qui avaient entendu mercredi le sergent Torvec, tiennent pour établie la destruction.",
            "tiennent",
            "juges",
        ),
    ],
)
def test_the_main_verb_is_the_root_with_its_subject(text: str, verb: str, subject: str) -> None:
    found = tokens(text)
    own = one(found, verb)
    assert (own.pos, own.head) == ("VERB", own.i)
    assert one(found, subject).dep.startswith("nsubj")
    assert one(found, subject).head == own.i


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("The ministry said it will expel Halmarian diplomats in return.", "expel", "diplomats"),
        ("Opened in 1968, the plant manufactures compressors for refrigerators.", "manufactures", "compressors"),
        ("Un ferry transportant 240 passagers s'est échoué au large de Kelso.", "transportant", "passagers"),
        ("L'entreprise prévoit de supprimer 1 200 postes sur son site de Dunmore.", "supprimer", "postes"),
        ("The regulator fined Medivax €12 million for hiding trial data.", "fined", "Medivax"),
    ],
)
def test_what_a_verb_takes_is_its_object(text: str, verb: str, thing: str) -> None:
    found = tokens(text)
    assert (one(found, thing).dep, one(found, thing).head) == ("obj", one(found, verb).i)


def test_two_whom_a_conjunction_joins_are_one_subject() -> None:
    found = tokens(
        "Les États-Unis et le Royaume-Uni ont officiellement accusé l'Ostrie de fournir des missiles à la Valdonie."
    )
    verb = one(found, "accusé")
    assert (one(found, "États-Unis").dep, one(found, "États-Unis").head) == ("nsubj", verb.i)
    assert (one(found, "Royaume-Uni").dep, one(found, "Royaume-Uni").head) == ("conj", one(found, "États-Unis").i)


def test_a_form_that_only_an_infinitive_has_is_one() -> None:
    found = tokens("Deux témoins ont vu la société Kelmar livrer des drones à la Valdonie.")
    assert one(found, "livrer").has("VerbForm=Inf")


def test_the_mark_of_what_is_not_shown_is_no_relative_pronoun() -> None:
    found = tokens("There is no evidence that Kelmar delivered drones to Valdonia.")
    assert (one(found, "that").pos, one(found, "drones").dep) == ("SCONJ", "obj")


@pytest.mark.parametrize(
    "text",
    [
        "Plan by the ministry, presented on Monday in Brevaux, to close the mill.",
        "Journée noire sur les bords de l'Aubrenne.",
    ],
)
def test_a_sentence_without_a_verb_keeps_its_noun(text: str) -> None:
    root = next(t for t in tokens(text) if t.head == t.i)
    assert root.pos == "NOUN"
