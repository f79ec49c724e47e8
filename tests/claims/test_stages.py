"""At which stage an event is told to be, and with what reserve: verbs and nouns of aspect, adverbs, frequency."""

from pathlib import Path

import pytest

from recoupe.languages import LANGUAGES, language_pack
from tests.claims.pile import Pile, pile_in, statements


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("text", "class_", "phase"),
    [
        # promising, deciding, ordering, planning
        ("Le groupe Dorval a promis d'ouvrir une usine à Gex.", "open", "planned"),
        ("Le tribunal a ordonné au groupe Dorval de fermer son usine de Gex.", "close", "planned"),
        ("Les actionnaires ont voté la fermeture de l'usine Dorval.", "close", "planned"),
        ("Dorval has promised to open a plant in Gex.", "open", "planned"),
        ("The judge ordered Dorval to close its Gex plant.", "close", "planned"),
        ("Shareholders have voted to close the Dorval plant.", "close", "planned"),
        ("Dorval has been told to close its Gex plant.", "close", "planned"),
        # nouns that hold what is to come
        ("Un projet de fermeture de l'usine Dorval inquiète la ville.", "close", "planned"),
        ("The closure of the Dorval plant is set for 3 March.", "close", "planned"),
        ("La prochaine livraison de pompes de Dorval à Gex inquiète la ville.", "transfer", "planned"),
        ("Le préfet a promis qu'une enquête serait ouverte sur la société Dorval.", "investigate", "planned"),
        ("Le procureur a confirmé qu'il ouvrirait une enquête sur la société Dorval.", "investigate", "planned"),
        ("Un agent affirme que la société Dorval posséderait des armes.", "own", "under way"),
        # what came after it, what pictures show
        ("La société Dorval a attendu deux jours avant de fermer son usine.", "close", "done"),
        ("La société Dorval attendra avant de fermer son usine.", "close", "planned"),
        ("La vidéo montre un gendarme tirer sur Paul Dorval.", "shoot", "done"),
        ("A video shows an officer shooting Paul Dorval.", "shoot", "done"),
        # being about to
        ("Le groupe Dorval s'apprête à fermer son usine de Gex.", "close", "imminent"),
        ("L'usine Dorval fermera d'un instant à l'autre.", "close", "imminent"),
        ("The Dorval plant will close any minute now.", "close", "imminent"),
        # beginning, going on, ending
        ("Le groupe Dorval a commencé à livrer des pompes à la Norvège.", "transfer", "under way"),
        ("Le groupe Dorval va commencer à livrer des pompes à la Norvège.", "transfer", "planned"),
        ("Le groupe Dorval continue de livrer des pompes à la Norvège.", "transfer", "under way"),
        ("Le groupe Dorval a cessé de livrer des pompes à la Norvège.", "transfer", "done"),
        ("Dorval has begun delivering pumps to Norway.", "transfer", "under way"),
        ("Dorval kept on delivering pumps to Norway.", "transfer", "under way"),
        ("Dorval has stopped delivering pumps to Norway.", "transfer", "done"),
        ("The talks between Sweden and Norway drag on.", "negotiate", "under way"),
        ("The talks between Sweden and Norway are under way.", "negotiate", "under way"),
        ("Dorval is already delivering pumps to Norway.", "transfer", "under way"),
        # more than once
        ("Le groupe Dorval livre chaque mois des pompes à la Norvège.", "transfer", "repeated"),
        ("Le groupe Dorval a livré quatre fois des pompes à la Norvège.", "transfer", "repeated"),
        ("Pour la deuxième fois, le groupe Dorval a livré des pompes à la Norvège.", "transfer", "repeated"),
        ("Dorval delivers pumps to Norway every month.", "transfer", "repeated"),
        ("Dorval has often delivered pumps to Norway.", "transfer", "repeated"),
        # only once, or no time at all
        ("Pour la première fois, le groupe Dorval a livré des pompes à la Norvège.", "transfer", "done"),
        ("Dorval delivered pumps to Norway with its name on every crate.", "transfer", "done"),
    ],
)
def test_what_stands_around_tells_the_stage(pile: Pile, text: str, class_: str, phase: str) -> None:
    assert {(s.realis, s.phase) for s in statements(pile(a=text), class_)} == {("actual", phase)}


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("Le préfet a autorisé le groupe Dorval à fermer son usine.", "close"),
        ("La mairie a conseillé au groupe Dorval de fermer son usine.", "close"),
        ("Les habitants craignent que la digue de Gex cède.", "collapse"),
        ("Le groupe Dorval aurait dû fermer son usine en mai.", "close"),
        ("La perspective d'une fermeture de l'usine Dorval divise la ville.", "close"),
        ("The union has asked Dorval to close its plant.", "close"),
        ("The union hopes that Dorval will close its plant.", "close"),
        ("The prospect of the closure of the Dorval plant divides the town.", "close"),
        ("Dorval should have closed its plant in May.", "close"),
    ],
)
def test_what_is_wished_feared_or_allowed_is_not_told(pile: Pile, text: str, class_: str) -> None:
    found = statements(pile(a=text), class_)
    assert found
    assert {s.realis for s in found} == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "class_", "words"),
    [
        ("Le groupe Dorval a vraisemblablement fermé son usine de Gex.", "close", "vraisemblablement"),
        ("Le groupe Dorval devrait fermer son usine de Gex.", "close", "devrait"),
        ("Dorval has reportedly closed its Gex plant.", "close", "reportedly"),
        ("Dorval is said to have closed its Gex plant.", "close", "said"),
    ],
)
def test_the_words_of_a_reports_own_reserve(pile: Pile, text: str, class_: str, words: str) -> None:
    (found,) = statements(pile(a=text), class_)
    assert (found.firmness, found.report_firmness) == ("hedged", "hedged")
    assert any(words in t.text for t in found.triggers)


def test_what_was_meant_before_what_is_told_leaves_the_stage_open(pile: Pile) -> None:
    (found,) = statements(pile(a="Le groupe Dorval avait promis de fermer son usine de Gex."), "close")
    assert found.phase in {"open", "planned"}


def test_an_event_told_of_several_times_is_met_by_one_that_was_done(pile: Pile) -> None:
    dossier = pile(
        a="Le groupe Dorval a livré des pompes à la Norvège, selon la préfecture.",
        b="Le groupe Dorval a livré à plusieurs reprises des pompes à la Norvège, selon la mairie de Gex.",
    )
    assert any(len(c.reports) == 2 for c in dossier.claims)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_of_stage_is_of_one_class(code: str) -> None:
    stages = language_pack(code).stages
    for table in (stages.governing, stages.nouns, stages.said_of, stages.cases, stages.adverbials):
        words = [word for own in table.values() for word in own]
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Dorval est sur le point de livrer des pompes à la Norvège.",
        "Dorval is on the point of delivering pumps to Norway.",
    ],
)
def test_what_is_about_to_be_is_told(pile: Pile, text: str) -> None:
    (told,) = statements(pile(a=text), "transfer")
    assert (told.realis, told.phase) == ("actual", "imminent")
