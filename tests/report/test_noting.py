"""Notes that set passages side by side are told once with their pairs; voices that are one by their distinct names; stages."""

import html
import re

import pytest
from msgspec import structs

from recoupe.model import Note, ThreadStep, Voice
from recoupe.report import render
from recoupe.report.arranging import view_of
from recoupe.report.messages import LANGUAGES, messages, words_of
from tests.report.affairs import STATEMENTS, affair, words

FIGURES = "two sentences to compare: their figures may not agree"


def noted(*notes: Note):
    return structs.replace(affair(), notes=notes)


def compared(claim: str, one: str, other: str) -> Note:
    return Note("incompatible", FIGURES, (claim,), (words(1, one), words(2, other)))


def test_what_is_to_be_compared_is_told_once_for_a_claim_with_its_pairs() -> None:
    dossier = noted(compared("claim-sold", "douze", "dix"), compared("claim-sold", "Sorvalex", "Orle Matin"))
    view = view_of(dossier, messages("en"))
    for note in (*view.notes, *view.claims[0].alerts):
        assert [[link.text for link in pair] for pair in note.pairs] == [["douze", "dix"], ["Sorvalex", "Orle Matin"]]
        assert not note.links
    text = render(dossier, "md", "en").decode()
    assert f"- {FIGURES} (2 pairs) (Claim\u00a01)\n  - “" in text
    page = html.unescape(render(dossier, "html", "fr").decode())
    summary = "leurs chiffres ne s’accordent peut-être pas</bdi> (2 paires)</summary>"
    assert page.count(summary) == 2


def test_a_single_pair_stands_beside_its_words() -> None:
    (note,) = view_of(noted(compared("claim-sold", "douze", "dix")), messages("en")).notes
    assert [link.text for link in note.links] == ["douze", "dix"]
    assert not note.pairs


def test_other_notes_in_the_same_words_are_one_with_all_their_passages() -> None:
    told = "2 reports go back to one origin"
    notes = [Note("single origin", told, (claim,), (words(1, "douze"),)) for claim in ("claim-sold", "claim-plan")]
    (note,) = view_of(noted(*notes), messages("en")).notes
    assert [link.text for link in note.links] == ["douze"]
    assert len(note.claims) == 2


def test_voices_that_are_one_are_told_by_distinct_names_with_their_reports() -> None:
    dossier = affair()
    twin = Voice("voice-twin", "actor-two", True, False, None, 2)
    sold, plan = dossier.claims
    group = (("voice-two", "voice-twin", "voice-anna"),)
    origins = structs.replace(sold.origins, groups_max=group, groups_min=group, min=1, max=1)
    statements = (STATEMENTS[0], structs.replace(STATEMENTS[1], voice="voice-twin"), *STATEMENTS[2:])
    dossier = structs.replace(
        dossier,
        statements=statements,
        voices=(*dossier.voices, twin),
        claims=(structs.replace(sold, origins=origins), plan),
    )
    (wordings,) = view_of(dossier, messages("en")).claims[0].groups_max
    told = [(w.voice.text, w.heads, [r.text for r in w.reports]) for w in wordings]
    assert len(told) == 2
    assert told[0] == ("Deux employés", "2 persons", ["Orle Matin", "deux.txt"])
    page = re.sub(r"<[^>]+>", "", render(dossier, "html", "en").decode())
    assert "Deux employés (2 persons; Orle Matin, deux.txt) = Anna Dorval" in page


@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_planned_stands_before_what_is_done_whatever_was_told_first(backwards: bool) -> None:
    dossier = affair()
    (thread,) = dossier.threads
    order = (ThreadStep("claim-sold", "doc-1"), ThreadStep("claim-plan", "doc-2"))
    thread = structs.replace(thread, order=order[::-1] if backwards else order)
    planned = (structs.replace(s, phase="planned") if s.id == "st-4" else s for s in dossier.statements)
    dossier = structs.replace(dossier, threads=(thread,), statements=tuple(planned))
    (view,) = view_of(dossier, messages("en")).threads
    assert [id_ for id_, *_ in view.steps] == ["claim-plan", "claim-sold"]


def test_the_page_says_how_ranges_err_in_both_languages() -> None:
    for language, words_ in {"en": "outside the range", "fr": "hors de la fourchette"}.items():
        told = words_of(language)["rates.note"]
        assert words_ in told
        assert "README" in told
        assert not re.search(r"\d", told)  # figures stand in one place
        assert told in html.unescape(render(affair(), "html", language).decode())
    assert set(LANGUAGES) == {"en", "fr"}
