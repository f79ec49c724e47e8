"""Who speaks and through which outlet, in wordings of every order: grounds, incises, words quoted behind, sentences taken up."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Attribution, Document

DAM = "the Sornay dam gave way in the night"
DIGUE = "la digue de Sornay a cédé dans la nuit"
DAM_SAID, DIGUE_DITE = DAM[:1].upper() + DAM[1:], DIGUE[:1].upper() + DIGUE[1:]

ENGLISH = [  # text, words of the source, words of the relay
    (f"Judging by figures released on Monday by engineer Ada Lindqvist, {DAM}.", "Ada Lindqvist", None),
    (f"{DAM_SAID} – according, in any case, to engineer Ada Lindqvist.", "Ada Lindqvist", None),
    (f"{DAM_SAID}. That, at least, is how engineer Ada Lindqvist remembers it.", "Ada Lindqvist", None),
    (f"Shopkeepers gathered at the gate heard from engineer Ada Lindqvist that {DAM}.", "Ada Lindqvist", None),
    (f"Engineer Ada Lindqvist offered the panel a plain account of how {DAM}.", "Ada Lindqvist", None),
    (f"“{DAM_SAID}.” That was the verdict of engineer Ada Lindqvist.", "Ada Lindqvist", None),
    (f"Word that {DAM} came in a short note from engineer Ada Lindqvist.", "Ada Lindqvist", None),
    (f"The suggestion that {DAM}, put forward by engineer Ada Lindqvist on Friday, has split the town.", "Lindqvist", None),
    (f"It took an intervention from engineer Ada Lindqvist – {DAM} – to calm the hall.", "Ada Lindqvist", None),
    (f"The letter from engineer Ada Lindqvist was short. “{DAM_SAID},” it said.", "Ada Lindqvist", None),
    (f"{DAM_SAID}: so a dockworker assured the Tolbury Gazette, over coffee.", "a dockworker", "Tolbury Gazette"),
    (f"Information passed to the Tolbury Gazette by a dockworker is that {DAM}.", "a dockworker", "Tolbury Gazette"),
    (f"The article in the Tolbury Gazette quotes a dockworker. It states that {DAM}.", "a dockworker", "Tolbury Gazette"),
    (f"The report in the Tolbury Gazette rests on a dockworker. It says that {DAM}.", "a dockworker", "Tolbury Gazette"),
    (f"It surfaced in the Tolbury Gazette at the weekend that {DAM}.", "the Tolbury Gazette", None),
    (f"The lawyer Olga Quill, pressed by the Tolbury Gazette on the point, said that {DAM}.", "Olga Quill", "Tolbury Gazette"),
]  # fmt: skip

FRENCH = [
    (f"S'il faut prêter foi au récit de l'ingénieure Ada Lindqvist, {DIGUE}.", "Ada Lindqvist", None),
    (f"Sur la foi des renseignements transmis par l'ingénieure Ada Lindqvist, {DIGUE}.", "Ada Lindqvist", None),
    (f"{DIGUE_DITE}, clame haut et fort l'ingénieure Ada Lindqvist.", "Ada Lindqvist", None),
    (f"L'ingénieure Ada Lindqvist a exposé au conseil dans quelles conditions {DIGUE}.", "Ada Lindqvist", None),
    (f"Telle que l'a racontée l'ingénieure Ada Lindqvist, la scène est brève : {DIGUE}.", "Ada Lindqvist", None),
    (f"« {DIGUE_DITE} » : c'est avec ces mots que l'ingénieure Ada Lindqvist a ouvert la réunion.", "Lindqvist", None),
    (f"« {DIGUE_DITE} » – la formule, signée Ada Lindqvist, a fait le tour du canton.", "Ada Lindqvist", None),
    (f"« Je l'ai vu », jure l'ingénieure Ada Lindqvist, avant de lâcher : « {DIGUE_DITE}. »", "Ada Lindqvist", None),
    (f"« Soyons francs, tempête l'ingénieure Ada Lindqvist : {DIGUE}. »", "Ada Lindqvist", None),
    (f"Le conseil a reçu de l'ingénieure Ada Lindqvist l'assurance que {DIGUE}.", "Ada Lindqvist", None),
    (f"{DIGUE_DITE}. Voilà, en résumé, ce que la libraire a dit au Phare de Brume.", "libraire", "Phare de Brume"),
    (f"Dans une lettre dont Le Phare de Brume cite un passage, la libraire dit que {DIGUE}.", "libraire", "Le Phare de Brume"),
    (f"Selon la libraire, dont les paroles sont rapportées par Le Phare de Brume, {DIGUE}.", "la libraire", "Le Phare de Brume"),
    (f"La libraire a confié à The Lantern que {DIGUE}.", "La libraire", "The Lantern"),
    (f"{DIGUE_DITE}. La nouvelle, publiée par Le Phare de Brume, a fait grand bruit.", "Phare de Brume", None),
]  # fmt: skip

EVENTS = [  # text, words of the source, first words of the content
    ("La plainte déposée par l'ingénieure Ada Lindqvist vise l'effondrement de la digue.", "Lindqvist", "l'effondrement"),
    ("Le Phare de Brume publie une page sur l'effondrement de la digue de Sornay.", "Le Phare de Brume", "l'effondrement"),
    ("L'ingénieure Ada Lindqvist revient longuement sur l'effondrement de la digue de Sornay.", "Lindqvist", "l'effondrement"),
    ("The Tolbury Gazette broke the story of the collapse of the Sornay bridge.", "Tolbury Gazette", "the collapse"),
    ("At the root of it all, in the opinion of engineer Ada Lindqvist, lies the collapse of the dam.", "Lindqvist", "the coll"),
    ("There was word at noon from engineer Ada Lindqvist of the collapse of the Sornay bridge.", "Lindqvist", "the collapse"),
]  # fmt: skip


def found(text: str) -> tuple[Attribution, ...]:
    return extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions


@pytest.mark.parametrize(("text", "source", "relay"), ENGLISH + FRENCH, ids=[c[0][:60] for c in ENGLISH + FRENCH])
def test_who_speaks_and_through_whom(text: str, source: str, relay: str | None) -> None:
    told = [a for a in found(text) if any("dam gave way" in c.text or "de Sornay a cédé" in c.text for c in a.content)]
    assert any(
        a.source is not None
        and source in a.source.text
        and (relay is None or (a.relay is not None and relay in a.relay.text))
        for a in told
    )


@pytest.mark.parametrize(("text", "source", "content"), EVENTS, ids=[c[0][:60] for c in EVENTS])
def test_an_event_told_of_by_its_noun(text: str, source: str, content: str) -> None:
    told = [a for a in found(text) if a.source is not None and source in a.source.text]
    assert any(c.text.lower().startswith(content) for a in told for c in a.content)


def test_a_hyphen_in_a_word_is_no_dash() -> None:
    text = f"The court read a complaint by Nordic Timber, a 15-count paper, and {DAM}."
    assert not [a for a in found(text) if any("count paper" in c.text for c in a.content)]


def test_what_is_described_without_an_event_is_no_content() -> None:
    assert not found("La maire décrit une ville apaisée.")


def test_words_whose_source_is_known_keep_it() -> None:
    text = f"Selon un communiqué de la mairie, {DIGUE}."
    assert [a.source.text for a in found(text) if a.source is not None] == ["un communiqué de la mairie"]


def test_the_words_of_a_person_do_not_make_the_next_sentence_theirs() -> None:
    text = f"The letter from engineer Ada Lindqvist was short. The mayor said that {DAM}."
    assert [a.source.text for a in found(text) if a.source is not None] == ["The mayor"]
