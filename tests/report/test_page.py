"""What a reader finds on the page, over a small affair written by hand."""

import ast
import base64
import hashlib
import html
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from msgspec import structs
from rich.console import Console

import recoupe.claims
import recoupe.report
from recoupe.languages import shared_pack
from recoupe.model import Dossier, Evolution, Note
from recoupe.report import render
from recoupe.report.arranging import view_of
from recoupe.report.measured import Rates, measured
from recoupe.report.messages import messages, words_of
from recoupe.report.schema import contract_schema
from recoupe.report.segments import Mark, segments_of
from recoupe.report.terminal import print_findings, print_reading
from recoupe.report.wording import visible, written_bounds, written_date, written_figure, written_span, written_value
from tests.report.affairs import DOCUMENTS, HOSTILE, SOLD, TEN, affair, words

UIS = ("fr", "en")


def page_of(ui: str, dossier: Dossier | None = None) -> str:
    return render(dossier or affair(), "html", ui).decode("utf-8")


def text_of(page: str) -> str:
    body = page[page.index("<body") : page.index("<script>")]
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body)))


def test_few_sentences_stand_on_top_and_every_figure_leads_on() -> None:
    view = view_of(affair(), messages("en"))
    assert ["".join(p.text for p in s) for s in view.lead] == [
        "2 reports state: Sorvalex aurait vendu douze pompes.",
        "Behind them: 1 to 2 possible origins, independence not established.",
        "The reports disagree, how many: 10, 12.",
        f"Who says otherwise: Anna Dorval {visible(HOSTILE)} (1 report leaves it out).",
    ]
    ids = set(re.findall(r'\bid="([^"]+)"', page_of("en")))
    figures = [p for s in view.lead for p in s if re.search(r"\d", p.text)]
    assert len(figures) >= 3
    assert all(p.anchor in ids for p in figures)


@pytest.mark.parametrize("ui", UIS)
def test_ids_are_unique_and_links_stay_on_the_page(ui: str) -> None:
    page = page_of(ui)
    ids = re.findall(r'\bid="([^"]+)"', page)
    targets = re.findall(r'\bhref="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {t for t in targets if not t.startswith("#")} == set()
    assert {t[1:] for t in targets} <= set(ids)


def test_an_anchor_stands_where_its_span_begins_and_the_stretches_make_up_the_span() -> None:
    page = page_of("fr")
    for number, document in enumerate(DOCUMENTS, 1):
        for start, end in re.findall(rf'id="d{number}-(\d+)-(\d+)"', page):
            pieces = re.findall(r'data-s="(\d+)">([^<]*)<', page[page.index(f'id="d{number}"') :])
            inside, reached = "", int(start)
            for s, text in pieces:
                if reached == int(s) < int(end):
                    inside, reached = inside + html.unescape(text), reached + len(html.unescape(text))
            assert inside == document.text[int(start) : int(end)]


def test_line_ends_reach_the_browser_as_they_are() -> None:
    assert "&#13;\n" in page_of("fr")


@pytest.mark.parametrize("ui", UIS)
def test_hostile_words_neither_run_nor_turn_the_line(ui: str) -> None:
    page = page_of(ui)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b onload" not in page
    assert not re.search(r'(href|src)="(?!#)', page)
    outside = re.sub(r'<div class="text".*?</div>', "", page, flags=re.DOTALL)
    assert "\u202e" not in outside
    assert "⟨U+202E⟩txt.exe" in outside


def test_a_name_that_is_no_unicode_text_spoils_nothing() -> None:
    odd = structs.replace(DOCUMENTS[1], name="caf\udce9.txt")
    for form in ("html", "md"):
        render(structs.replace(affair(), documents=(DOCUMENTS[0], odd)), form, "fr")


def test_the_policy_names_the_style_and_the_script() -> None:
    page = page_of("en")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    for tag in ("style", "script"):
        found = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert found
        digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]
    assert "url(" not in page
    assert "@import" not in page


def test_a_card_tells_voices_chains_denials_variants_and_what_is_missing() -> None:
    text = text_of(page_of("en"))
    for told in (
        "2 reports → 1 to 2 possible origins, independence not established",
        "Deux employés (2 persons)",
        "origin not given (deux.txt)",
        "Anna Dorval speaks for Sorvalex",
        "Left out by: deux.txt.",
        "Not found in these sentences when, where",
        "how many (pompe) ≠ the reports disagree 10 dix deux.txt 12 douze Orle Matin",
        "Told without saying on whose word deux.txt",
        "Told without a denial deux.txt",
        "conditional lost not before 2 March 2025, deux.txt",
        "other figure, not before 2 March 2025, deux.txt: “Sorvalex aurait vendu douze pompes” → “Sorvalex aurait vendu dix",
        "with reserve",
        "not before 2 March 2025",
        "41%",
        "The wordings differ",
        "from Orle Matin, credited",
        "no such claim",
        "--pipeline fr=fr_other --ui en",
    ):
        assert told in text, told


def test_a_french_page_tells_the_contracts_sentences_in_french() -> None:
    text = text_of(page_of("fr"))
    assert "Anna Dorval parle pour Sorvalex" in text
    assert "Deux employés\u00a0: rien n’indique combien" in text.replace(" :", "\u00a0:")
    assert "1er mars 2025" in text.replace("\u00a0", " ")
    assert "nothing shows" not in text


def test_the_whole_of_the_lead_is_there_without_claims() -> None:
    empty = structs.replace(affair(), claims=(), threads=())
    for ui, told in (
        ("en", "2 reports: no claim was found."),
        ("fr", "2 articles : aucune information n’a été trouvée."),
    ):
        text = text_of(page_of(ui, empty)).replace("\u00a0", " ")
        assert told in text
        assert messages(ui)("lead.empty.many") not in text


def test_a_claim_without_denial_says_so() -> None:
    claims = tuple(structs.replace(c, denials=()) for c in affair().claims)
    assert messages("en")("lead.undenied") in text_of(page_of("en", structs.replace(affair(), claims=claims)))


def test_overlapping_marks_are_cut_and_nothing_is_lost() -> None:
    found = segments_of("abcdef", [Mark(0, 4, "content"), Mark(2, 6, "cue")], [(1, 5), (1, 3)], "d1")
    assert "".join(s.text for s in found) == "abcdef"
    assert [s.kinds for s in found if s.start == 2] == [("content", "cue")]
    assert next(s.anchors for s in found if s.start == 1) == ("d1-1-5", "d1-1-3")


def test_dates_and_values_are_written_out() -> None:
    fr, en = messages("fr"), messages("en")
    assert written_date("2025-03-01", fr) == "1er\u00a0mars\u00a02025"
    assert written_date("2025-03", en) == "March 2025"
    assert written_date("XXXX-WXX-1", en) == "Monday"
    assert written_date("XXXX-03-12", en) == "12 March, year not given"
    assert written_date("soon", en) == "soon"
    assert written_bounds("2025-03-01", "2025-03-02", en) == "1 March 2025 to 2 March 2025"
    assert written_bounds(None, "2025-03-02", en) == "not after 2 March 2025"
    assert written_bounds(None, None, en) == "unknown"
    assert written_value("count", "50.0 conteneur", en) == "50 (conteneur)"
    assert written_value("count", "2.05", en) == "2.05"
    assert written_value("amount", "2300000.5 EUR", fr) == "2\u202f300\u202f000,5 EUR"
    assert written_value("date", "2025-03-01/2025-03-31", en) == "March 2025"
    assert written_bounds("2025-01-01", "2025-12-31", fr) == "2025"
    assert written_span("2025-03-10", "2025-03-14", fr) == "10–14\u00a0mars\u00a02025"
    assert written_span("2025-02-27", "2025-03-01", en) == "27 February – 1 March 2025"
    assert written_span("2024-12-30", "2025-01-01", en) == "30 December 2024 – 1 January 2025"
    assert written_span("2025-03-01", "2025-03-31", en) == "March 2025"
    assert written_span("2025-03-01", None, en) == "not before 1 March 2025"
    assert written_value("duration", "PT2H–PT12H hour", fr) == "de 2 heures à 12 heures"
    assert written_value("duration", "P1DT12H", en) == "1 day, 12 hours"
    assert written_value("duration", "≥ P3Y year", en) == "≥ P3Y year"
    assert written_value("duration", "P", en) == "P"
    assert written_figure("duration", "P3Y", "year", fr) == "3 ans"
    assert written_figure("count", 40000.0, "flacon", fr) == "40\u202f000 (flacon)"
    assert written_figure("amount", 2.5, "EUR", en) == "2.5 EUR"
    assert written_bounds("2024-01-01", "2025-12-31", en) == "1 January 2024 to 31 December 2025"


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Ada speaks for Bo", "Ada parle pour Bo"),
        ("same phase (done)", "même stade (accompli)"),
        ("same recipient", "même destinataire"),
        ("joined through others; else apart: both speak for Bo", "parlent toutes deux pour Bo"),
        ("a.txt: the text is cut off at its end", "a.txt : le texte est coupé à la fin".replace(" :", "\u00a0:")),
        ("a.pdf: the file is empty; give one with text", "le fichier est vide\u202f; en donner un qui ait du texte"),
        ("a.pdf: something new", "a.pdf\u00a0: something new"),
        ("a sentence of nobody's", "a sentence of nobody's"),
    ],
)
def test_sentences_of_the_contract_have_a_french_form(english: str, french: str) -> None:
    assert messages("fr").translated(english).endswith(french)
    assert messages("en").translated(english) == english


def evidence_names() -> list[str]:
    """The names of evidence that claims give, as the code writes them; a word of its place where one is filled in."""
    found = set()
    for path in Path(recoupe.claims.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "EvidencePart"):
                continue
            name = node.args[0]
            parts = name.values if isinstance(name, ast.JoinedStr) else [name]
            words = [str(p.value) if isinstance(p, ast.Constant) else "theme" for p in parts]
            if any(isinstance(p, ast.Constant) for p in parts):
                found.add("".join(words))
    return sorted(found)


def test_all_evidence_of_claims_has_a_french_form() -> None:
    assert len(evidence_names()) > 20
    for name in evidence_names():
        assert messages("en").translated(name) == name
        assert messages("fr").translated(name) != name, name


def test_every_class_of_events_has_a_french_name() -> None:
    classes = shared_pack().event_classes.classes.keys()
    named = {key.removeprefix("class.") for key in words_of("fr") if key.startswith("class.")}
    assert named == classes


def test_french_typography() -> None:
    for key, sentence in words_of("fr").items():
        assert not re.search(r"(?<![\u202f]) ?(?<!\u202f)[;!?»%]", sentence.replace("\u202f", "\u202f")), key
        assert not re.search(r"[^\u00a0\w]:|\w:| :", sentence), key
        assert "'" not in sentence, key
        assert "« " not in sentence, key


def test_what_is_not_known_is_told_in_french() -> None:
    message = "a.txt: nothing tells whether it or another report had the shared passages first"
    told = messages("fr").translated(message)
    assert not re.search(r"\b(the|for|are|it|or|not)\b", told), told


def test_no_message_is_idle() -> None:
    """Every key is asked for by name, or by a kind of the contract."""
    folder = Path(recoupe.report.__file__).parent
    source = "".join(p.read_text(encoding="utf-8") for p in (*folder.rglob("*.py"), *folder.glob("templates/*")))
    kinds = ("contract", "role", "phase", "language", "name", "class", "month", "weekday", "read", "actor", "slot")
    kinds += ("firmness", "degree", "difference", "reuse", "matrix", "node", "basis", "mark", "relation", "utterance")
    kinds += ("duration", "change", "kind", "thing", "mechanism", "evidence", "told", "stage", "route")
    idle = [
        key
        for key in words_of("en")
        if f'"{key}"' not in source
        and f'"{key.removesuffix(".one").removesuffix(".many")}"' not in source
        and key.split(".")[0] not in kinds
        and f'"{key.rsplit(".", 1)[0]}.' not in source
    ]
    assert idle == []


def test_the_page_tells_how_often_it_errs_and_what_was_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    rates = {"fr": Rates("fr", 4, 1100, 21.4, 17.6, 3.0, {"nominal": (3, 12)})}
    monkeypatch.setattr("recoupe.report.unknowns.measured", lambda: rates)
    foreign = structs.replace(DOCUMENTS[1], language="en", published=None)
    text = text_of(page_of("en", structs.replace(affair(), documents=(DOCUMENTS[0], foreign))))
    assert "4 reports, 1,100 attributions 21% 18% 3%" in text
    assert "3 of 12" in text
    assert "English not measured" in text
    assert "Date unknown: deux.txt" in text


def test_the_rates_that_ship_are_shares_and_counts() -> None:
    assert {"fr", "en"} <= measured().keys()
    for rates in measured().values():
        assert all(0 <= x <= 100 for x in (rates.missed, rates.unfounded, rates.firmness or 0))
        assert all(0 <= missed <= marked for missed, marked in rates.kinds.values())


def test_doubtful_attributions_come_with_their_confidence() -> None:
    doubtful = structs.replace(affair().attributions[0], confidence=0.41)
    text = text_of(page_of("en", structs.replace(affair(), attributions=(doubtful,))))
    assert "41%: “Deux employés” → “Sorvalex aurait vendu douze pompes”" in text


def test_the_schema_wants_every_field_and_lets_later_ones_in() -> None:
    schema, told = json.loads(contract_schema()), json.loads(render(affair(), "json", "en"))
    jsonschema.validate(told, schema)
    told["statements"][0]["phase"] = "a phase of a later version"
    told["documents"][0]["later"] = 1
    jsonschema.validate(told, schema)
    del told["documents"][0]["own_text"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, schema)


def test_the_json_does_not_depend_on_the_language_of_the_messages() -> None:
    assert render(affair(), "json", "fr") == render(affair(), "json", "en")


def test_markdown_makes_hostile_words_harmless() -> None:
    text = render(affair(), "md", "fr").decode("utf-8")
    assert "<script" not in text
    assert "javascript:" not in text
    assert "\u202e" not in text
    assert text.splitlines()[2].startswith("2 articles disent\u00a0: «\u202fSorvalex aurait vendu douze pompes\u202f»")
    assert "**2 articles → de 1 à 2 origines possibles, indépendance non établie**" in text


def test_markdown_has_the_parts_of_the_page() -> None:
    for ui in UIS:
        say = messages(ui)
        text = render(affair(), "md", ui).decode("utf-8")
        headings = ["claims", "alerts", "matrix", "timeline", "details", "voices", "threads", "utterances", "reuse"]
        places = [text.index(f"\n## {say(key)}\n") for key in (*headings, "limits", "documents", "footer")]
        assert places == sorted(places)
        assert say("rates") in text
        assert "--pipeline fr=fr_other" in text


def test_markdown_tells_what_a_card_tells() -> None:
    text = render(affair(), "md", "en").decode("utf-8")
    for told in (
        "independence not established** (told as done)",
        "how many (pompe) (≠ the reports disagree): 10 (“dix” deux.txt); 12 (“douze” Orle Matin)",
        "1. Deux employés (2 persons; Orle Matin)\n2. origin not given (deux.txt)",
        "1. Deux employés (2 persons; Orle Matin) = origin not given (deux.txt)",
        "Told by: Orle Matin",
        "Left out by: deux.txt",
        "1. “Sorvalex aurait vendu douze pompes” **2 reports → 1 to 2 possible origins",
        "altered: “douze” / “dix”",
        "Share found nowhere earlier: 41%",
        "  - “Sorvalex aurait vendu douze pompes” (Orle Matin)",
    ):
        assert told in text, told


def test_thirty_reports_stay_under_two_megabytes() -> None:
    """Reports of 600 words with 40 attributions each."""
    dossier = affair()
    long = "Une phrase assez longue dit que la ville a tout vendu hier soir. " * 50
    documents, attributions = [], []
    for i in range(30):
        document = structs.replace(DOCUMENTS[1], id=f"doc-{i + 1}", text=DOCUMENTS[i].text + long if i < 2 else long)
        documents.append(document)
        for n in range(40):
            first = long.index("phrase") + n * 65
            span = structs.replace(dossier.claims[0].headline, document=document.id, start=first + 20, end=first + 60)
            source = structs.replace(span, start=first, end=first + 8)
            attributions.append(
                structs.replace(
                    dossier.attributions[0], document=document.id, content=(span,), source=source, cue=None, relay=None
                )
            )
    grown = structs.replace(dossier, documents=tuple(documents), attributions=tuple(attributions))
    assert len(render(grown, "html", "fr")) < 2_000_000


@pytest.mark.parametrize("ui", UIS)
def test_the_terminal_tells_the_range_and_no_control_character(ui: str) -> None:
    console = Console(record=True, width=120, file=io.StringIO())
    dossier = affair()
    odd = structs.replace(dossier.documents[1], name="a\x1b[2Jb.txt")
    print_reading(console, (dossier.documents[0], odd), {}, dossier.limits, ui)
    print_findings(console, dossier, ui)
    text = console.export_text()
    assert "independence not established" in text or "indépendance non établie" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_statements_stand_report_by_report() -> None:
    claim = affair().claims[0]
    turned = structs.replace(claim, statements=claim.statements[::-1])
    view = view_of(structs.replace(affair(), claims=(turned,)), messages("en"))
    assert [s.links[0].text for s in view.claims[0].statements] == [SOLD, TEN]


def test_a_card_does_not_repeat_its_range_as_an_alert() -> None:
    note = Note("single origin", "2 reports go back to one origin", ("claim-sold",), (words(1, "douze"),))
    told = structs.replace(affair(), notes=(*affair().notes, note))
    view = view_of(told, messages("en"))
    assert "2 reports go back to one origin" not in [n.message for n in view.claims[0].alerts]
    assert "2 reports go back to one origin" in [n.message for n in view.notes]


def test_a_report_that_loses_the_conditional_twice_is_named_once_for_it() -> None:
    dossier = affair()
    lost = Evolution("conditional lost", "st-1", "st-2", (words(1, "vendu"),))
    claim = structs.replace(dossier.claims[0], evolution=(*dossier.claims[0].evolution, lost))
    view = view_of(structs.replace(dossier, claims=(claim, *dossier.claims[1:])), messages("en"))
    losing = [c for c in view.claims[0].changes if c.kind == "conditional lost"]
    assert [c.lost for c in losing] == [True, False]


def test_notes_that_say_the_same_are_one_with_the_passages_of_each() -> None:
    message = "2 reports go back to one origin"
    told = affair()
    first, second = (c.headline for c in told.claims[:2])
    notes = (Note("single origin", message, (told.claims[0].id,), (first,)),)
    notes += (Note("single origin", message, (told.claims[1].id,), (second,)),)
    view = view_of(structs.replace(told, notes=notes), messages("en"))
    assert [n.message for n in view.notes] == [message]
    assert [link.text for link in view.notes[0].links] == [first.text, second.text]
    assert [(claim, number) for claim, number, _ in view.notes[0].claims] == [
        (c.id, n) for n, c in enumerate(told.claims[:2], 1)
    ]
