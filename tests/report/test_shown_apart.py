"""What stands in a list of its own or in its sentence: claims taken up in passing, words too few to be read alone, what
somebody has taken back."""

import html
import re
from io import StringIO

import pytest
from msgspec import structs
from rich.console import Console

from recoupe.model import Claim, Dossier, Evolution, Note, Span
from recoupe.report import render
from recoupe.report.arranging import view_of
from recoupe.report.messages import messages
from recoupe.report.order import in_print, printed
from recoupe.report.places import widest
from recoupe.report.ranges import range_line
from recoupe.report.terminal import print_findings
from tests.report.affairs import DOCUMENTS, FIRST, SOLD, STATEMENTS, affair, words

SENTENCE = DOCUMENTS[0].span(0, FIRST.index(".\r\n") + 1)


def with_claims(*claims: Claim) -> Dossier:
    return structs.replace(affair(), claims=claims)


def text_of(page: bytes) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.decode())))


def passing_dossier() -> Dossier:
    sold, plan = affair().claims
    own = structs.replace(sold, origins=structs.replace(sold.origins, min=2, established=True))
    return with_claims(structs.replace(own, in_passing=True, denials=()), plan)


def test_what_is_taken_up_in_passing_stands_behind_all_else_with_the_last_numbers() -> None:
    lists = printed(passing_dossier())
    assert [c.id for c in lists.passing] == ["claim-sold"]
    assert [c.id for c in in_print(passing_dossier())] == ["claim-plan", "claim-sold"]
    view = view_of(passing_dossier(), messages("en"))
    assert [c.number for c in view.all_claims] == [1, 2]
    assert [c.id for c in view.passing] == ["claim-sold"]
    assert not view.columns
    assert view.timeline is None


def test_what_somebody_answers_is_not_only_in_passing() -> None:
    sold, plan = affair().claims
    assert [c.id for c in printed(with_claims(structs.replace(sold, in_passing=True), plan)).cards] == ["claim-sold"]


@pytest.mark.parametrize(
    ("ui", "heading", "told"),
    [("en", "Told in passing", "taken up in passing only"), ("fr", "Évoqué en passant", "évoqué en passant seulement")],
)
def test_nothing_taken_up_in_passing_is_called_independent(ui: str, heading: str, told: str) -> None:
    page = text_of(render(passing_dossier(), "html", ui))
    markdown = render(passing_dossier(), "md", ui).decode()
    for text in (page, markdown):
        assert heading in text
        assert told in text
        assert "independent of each other" not in text
        assert "indépendantes l’une" not in text


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_the_range_has_one_wording_wherever_it_is_printed(ui: str) -> None:
    claim = affair().claims[0]
    line = range_line(claim, messages(ui))
    out = StringIO()
    print_findings(Console(file=out, width=200), affair(), ui)
    assert line in out.getvalue()
    arrow = line.replace("->", "→")
    assert arrow in text_of(render(affair(), "html", ui))
    assert arrow in render(affair(), "md", ui).decode()


def in_sentence(span: Span) -> Dossier:
    """The affair whose first statement has these words alone."""
    first = structs.replace(STATEMENTS[0], spans=(span,), sentence=SENTENCE)
    return structs.replace(affair(), statements=(first, *STATEMENTS[1:]))


def test_a_few_words_are_shown_in_their_sentence_and_marked_in_it() -> None:
    few = words(1, "douze pompes")
    link = next(s for c in view_of(in_sentence(few), messages("fr")).claims for s in c.statements).links[0]
    assert (link.before, link.text, link.after) == (
        "Deux employés ont dit à Orle Matin que Sorvalex aurait vendu ", "douze pompes", ".",
    )  # fmt: skip
    page = render(in_sentence(few), "html", "fr").decode()
    assert re.search(r'<span class="around">[^<]*aurait vendu </span><a class="quote"[^>]*>douze pompes</a>', page)
    assert "aurait vendu **douze pompes**." in render(in_sentence(few), "md", "fr").decode()


def test_words_that_say_enough_stand_alone() -> None:
    link = next(s for c in view_of(in_sentence(words(1, SOLD)), messages("fr")).claims for s in c.statements).links[0]
    assert (link.before, link.after) == ("", "")


def taken_back_dossier() -> Dossier:
    sold, plan = affair().claims
    evolution = (Evolution("correction", "st-1", "st-3", (words(1, "douze"), words(2, "dix"))),)
    note = Note("correction", "Orle Matin corrects what was told before", ("claim-sold", "st-3"), (words(1, "douze"),))
    dossier = with_claims(structs.replace(sold, evolution=evolution), plan)
    return structs.replace(dossier, notes=(note,))


def test_a_claim_taken_back_says_so_on_top_of_the_page_and_of_its_card() -> None:
    view = view_of(taken_back_dossier(), messages("en"))
    told = ["".join(p.text for p in sentence) for sentence in view.lead]
    assert told[3] == "Corrected or taken back since by: Orle Matin."
    card = view.claims[0]
    assert [(c.kind, c.denied) for c in card.taken_back] == [("correction", True)]
    assert not card.alerts
    page = text_of(render(taken_back_dossier(), "html", "en"))
    assert "→ no longer: “Rien n'a été vendu" in page
    assert "→ no longer: “Rien n'a été vendu" in render(taken_back_dossier(), "md", "en").decode()


def test_the_report_that_corrects_says_so_where_it_is_read() -> None:
    view = view_of(taken_back_dossier(), messages("en"))
    assert [[link.text for link in d.corrects] for d in view.documents] == [["douze"], []]


def test_a_claim_of_one_report_that_is_taken_back_has_a_card() -> None:
    plan = structs.replace(affair().claims[1], evolution=(Evolution("correction", "st-4", "st-4", ()),))
    assert [c.id for c in printed(with_claims(plan)).cards] == ["claim-plan"]


def test_notes_of_two_passages_each_stay_apart() -> None:
    message = "two sentences to compare: their figures may not agree"
    notes = (
        Note("incompatible", message, ("claim-sold",), (words(1, "douze"), words(2, "dix"))),
        Note("incompatible", message, ("claim-plan",), (words(1, "Sorvalex"), words(2, "Orle Matin"))),
    )
    view = view_of(structs.replace(affair(), notes=notes), messages("en"))
    assert [[number for _, number, _ in n.claims] for n in view.notes] == [[1], [2]]


def test_what_a_voice_says_twice_in_the_same_words_is_told_once() -> None:
    sold, plan = affair().claims
    again = structs.replace(STATEMENTS[0], id="st-again")
    dossier = with_claims(structs.replace(sold, statements=(*sold.statements, "st-again")), plan)
    view = view_of(structs.replace(dossier, statements=(*STATEMENTS, again)), messages("en"))
    assert [s.id for s in view.claims[0].statements] == ["st-1", "st-2"]


def test_an_outlet_that_has_several_reports_is_told_once_in_a_chain_to_its_own() -> None:
    second = structs.replace(DOCUMENTS[1], outlet=DOCUMENTS[0].outlet)
    view = view_of(structs.replace(affair(), documents=(DOCUMENTS[0], second)), messages("en"))
    names = [step.name for step in view.claims[0].statements[0].chain]
    assert names[0] == "Deux employés"
    assert len(names) == 2
    assert names[1].startswith("Orle Matin (")


def test_what_lies_inside_other_words_of_a_voice_is_not_listed_again() -> None:
    inner = structs.replace(STATEMENTS[0], id="st-inner", spans=(words(1, "douze pompes"),))
    view = view_of(structs.replace(affair(), statements=(inner, *STATEMENTS)), messages("en"))
    voice = next(v for v in view.voices if v.anchor == "voice-two")
    assert [link.text for link in voice.statements] == [SOLD]
    assert widest([words(1, "douze"), words(1, SOLD), words(2, "dix"), words(1, SOLD)]) == [
        words(1, SOLD), words(2, "dix"), words(1, SOLD),
    ]  # fmt: skip


def test_a_note_shows_a_few_words_in_the_sentence_of_its_statement() -> None:
    first = structs.replace(STATEMENTS[0], sentence=SENTENCE)
    note = Note(
        "incompatible", "two sentences to compare: their figures may not agree", ("st-1",), (words(1, "douze"),)
    )
    dossier = structs.replace(affair(), statements=(first, *STATEMENTS[1:]), notes=(note,))
    assert "Sorvalex aurait vendu **douze** pompes." in render(dossier, "md", "en").decode()
    assert "Sorvalex aurait vendu </span>" in render(dossier, "html", "en").decode()


def test_the_terminal_says_how_many_claims_there_are_where_none_stands_out() -> None:
    out = StringIO()
    print_findings(Console(file=out, width=200), with_claims(affair().claims[1]), "en")
    assert out.getvalue().splitlines() == [
        "2 reports go over 1 claim.",
        "It is not told outright by several reports or voices, nor denied.",
        "1 saying in no claim: the page and the Markdown have them all",
    ]
