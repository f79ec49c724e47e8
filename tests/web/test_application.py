"""What the page is told and what it changes."""

import io
import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from msgspec import structs
from starlette.testclient import TestClient

import recoupe.web
from recoupe.corrections import read_corrections
from recoupe.dossier import Store, open_store
from recoupe.dossier.store import StoredCorrection
from recoupe.errors import CorrectionsError, PipelineError
from recoupe.ingest import Reading
from recoupe.ingest.contents import Raw
from recoupe.model import Dossier
from recoupe.report import render
from recoupe.report.arranging import view_of
from recoupe.report.citing import cited
from recoupe.report.messages import messages
from recoupe.web.analyst import Analyst, Watch
from recoupe.web.clicks import Click, correction_of
from recoupe.web.pages import words_for_script
from recoupe.web.receiving import fetched, name_of, received
from recoupe.web.wording import own_words, wording
from tests.report.affairs import DOCUMENTS, HOSTILE, affair
from tests.web.running import OURS, analysed, at_once, client

WHO = {"who": "Ada", "when": "2025-04-01", "why": "she said so"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return analysed(tmp_path)


@pytest.fixture
def browser(store: Store) -> TestClient:
    return client(store, headers=OURS)


def click(browser: TestClient, do: str, refs: Sequence[str], **more: object) -> object:
    shown = browser.get("/api/state").json()["result"]
    return browser.post("/api/corrections", json={"do": do, "refs": refs, "result": shown, **WHO, **more})


def entry(browser: TestClient, kind: str, ref: str, field: str, value: str, seen: int) -> object:
    return browser.post("/api/entries", json={"kind": kind, "ref": ref, "field": field, "value": value, "seen": seen})


# --- pages and untrusted words


@pytest.mark.parametrize("ui", ["fr", "en"])
def test_the_page_is_the_reports_own_with_a_bar(browser: TestClient, ui: str) -> None:
    page = browser.get(f"/?ui={ui}").text
    report = render(affair(), "html", ui).decode("utf-8")
    body = re.compile(r"<main>.*</main>", re.DOTALL)
    assert body.search(page)[0] == body.search(report)[0]  # type: ignore[index]
    assert 'id="bar"' in page
    assert "Content-Security-Policy" not in page  # the answer's header has it


def test_nothing_in_the_page_runs_but_its_own_files(browser: TestClient) -> None:
    page = browser.get("/").text
    assert re.findall(r"<script[^>]*>([^<]*)</script>", page) == ["", ""]
    assert re.findall(r'<script src="([^"]+)"', page) == ["/assets/page.js", "/assets/desk.js"]
    assert "<style" not in page
    assert not re.search(r"\son\w+=", re.sub(r"&lt;.*?&gt;", "", re.sub(r'"[^"]*"', '""', page)))
    assert "<script>alert" not in page
    policy = browser.get("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_the_script_builds_no_markup_from_words() -> None:
    script = (Path(recoupe.web.__file__).parent / "assets" / "desk.js").read_text(encoding="utf-8")
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc"):
        assert way not in script


def test_a_hostile_name_of_a_dossier_stays_text(tmp_path: Path) -> None:
    store = open_store(tmp_path / "<img src=x onerror=alert(1)>\u202e.recoupe")
    page = client(store).get("/").text
    assert "<img" not in page
    assert "\u202e" not in page


def test_no_path_of_the_machine_leaks(store: Store, tmp_path: Path) -> None:
    store.add([Raw("a.txt", b"")])
    browser = client(store, headers=OURS)
    store.correct("c", "{}")  # cannot be understood
    store.withdraw(1, True)
    texts = [browser.get(p).text for p in ("/", "/api/subjects", "/api/search?q=x", "/export/json", "/export/notes")]
    texts += [browser.post(p, content=b"x").text for p in ("/api/entries", "/api/corrections", "/api/addresses")]
    texts += [browser.get(p).text for p in ("/assets/../cli.py", "/assets/%2e%2e/cli.py", "/export/x", "/nowhere")]
    texts.append(browser.get("/api/state").text)
    assert "another version" in texts[-1]
    assert not [t for t in texts if str(tmp_path) in t or "/recoupe/" in t or "Traceback" in t]


def test_assets_are_those_that_are_named(browser: TestClient) -> None:
    assert browser.get("/assets/desk.css").headers["content-type"].startswith("text/css")
    for name in ("cli.py", "..%2Fcli.py", "page.html.jinja", ""):
        assert browser.get(f"/assets/{name}").status_code == 404


# --- reports


def test_reports_come_in_and_are_told(store: Store, browser: TestClient) -> None:
    assert browser.post("/api/reports?name=un.txt", content="Été.".encode()).json()["new"] == 1
    assert browser.post("/api/reports?name=un.txt", content="Été.".encode()).json() == {
        "new": 0,
        "known": 1,
        "refused": [],
    }
    told = browser.get("/api/state").json()["reports"]
    assert [(r["name"], r["size"], r["withdrawn"]) for r in told] == [("un.txt", 6, False)]
    assert browser.post("/api/reports/1/withdraw").status_code == 200
    assert store.files() == ()
    assert browser.post("/api/reports/1/restore").status_code == 200
    assert len(store.files()) == 1
    assert browser.post("/api/reports/99/withdraw").status_code == 400


def test_an_archive_is_unpacked_and_cannot_climb(store: Store, browser: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "un")
        archive.writestr("../../b.txt", "deux")
    assert browser.post("/api/reports?name=all.zip", content=packed.getvalue()).json()["new"] == 2
    assert all(
        ".." not in r["name"].split("/") or r["name"].startswith("all.zip")
        for r in browser.get("/api/state").json()["reports"]
    )
    assert sorted(f.data for f in store.files()) == [b"deux", b"un"]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\reports\\a.txt", "C:/reports/a.txt"),
        ("a\x00\x1b[2J\u202eb.txt", "a[2Jb.txt"),
        ("", "report"),
        ("..", "report"),
        ("x" * 999, "x" * 300),
    ],
)
def test_names_of_dropped_files(given: str, name: str) -> None:
    assert name_of(given) == name
    assert [f.name for f in received(given, b"x")[0]] == [name]


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", "ftp://x.example/", "-", "", ".", "javascript:alert(1)"]
)
def test_only_addresses_are_fetched(store: Store, browser: TestClient, address: str) -> None:
    answer = browser.post("/api/addresses", json=address)
    assert answer.status_code == 400
    assert "root:" not in answer.text
    assert store.reports() == ()
    with pytest.raises(Exception, match="not an address"):
        fetched(address)


def test_too_much_is_refused(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recoupe.web.application.LARGEST", 1000)
    assert browser.post("/api/reports?name=x", content=b"x" * 1001).status_code == 413
    assert browser.post("/api/entries", content=b"x" * 1_000_001).status_code == 413


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{", b'{"do": 1}', b"\xff", b'{"kind": "claim"}'])
@pytest.mark.parametrize("path", ["/api/corrections", "/api/entries", "/api/addresses"])
def test_nonsense_is_refused_in_one_line(browser: TestClient, path: str, body: bytes) -> None:
    answer = browser.post(path, content=body)
    assert answer.status_code == 400
    assert len(answer.text.splitlines()) <= 1


# --- notes and grades


def test_a_note_that_another_window_overtook_comes_back_with_the_other_text(store: Store, browser: TestClient) -> None:
    assert entry(browser, "claim", "claim-sold", "note", "hers", 0).json()["version"] == 1
    late = entry(browser, "claim", "claim-sold", "note", "his", 0)
    assert late.status_code == 409
    assert (late.json()["value"], late.json()["version"]) == ("hers", 1)
    assert entry(browser, "claim", "claim-sold", "note", "hers\n\nhis", 1).status_code == 200
    told = browser.get("/api/state").json()["entries"]
    assert [(e["at"], e["value"], e["version"]) for e in told] == [("claim-sold", "hers\n\nhis", 2)]


def test_a_grade_is_told_with_what_contradicts_it(browser: TestClient) -> None:
    assert entry(browser, "claim", "claim-sold", "grade", "1", 0).status_code == 200
    assert entry(browser, "voice", "voice-none", "grade", "B", 0).status_code == 200
    assert entry(browser, "claim", "claim-sold", "grade", "A", 1).status_code == 400
    warnings = browser.get("/api/state?ui=fr").json()["warnings"]
    assert {ref for ref, _ in warnings} == {"claim-sold", "voice-none"}
    assert any("indépendance n’est pas établie" in text for _, text in warnings)


def test_nobody_else_enters_a_grade(store: Store, browser: TestClient) -> None:
    browser.get("/")
    assert [e for e in browser.get("/api/state").json()["entries"] if e["field"] == "grade"] == []


def test_a_note_outlives_its_claim(store: Store, browser: TestClient) -> None:
    entry(browser, "claim", "claim-plan", "note", "ask again", 0)
    gone = structs.replace(affair(), claims=affair().claims[:1], statements=affair().statements[:3])
    store.keep(gone, "other")
    told = browser.get("/api/state").json()["entries"]
    assert [(e["at"], e["value"]) for e in told] == [(None, "ask again")]
    assert entry(browser, "claim", "claim-plan", "note", "asked", 1).status_code == 200
    assert entry(browser, "claim", "claim-never", "note", "x", 0).status_code == 404


# --- corrections


@pytest.mark.parametrize(
    ("do", "refs", "more", "says"),
    [
        ("split claim", ["st-2"], {}, {"statements": [{"words": "Sorvalex aurait vendu dix pompes"}]}),
        ("merge claims", ["st-1", "st-4"], {}, {"statements": [{"words": "Sorvalex aurait vendu douze pompes"}, {}]}),
        ("drop statement", ["st-3"], {}, {"at": {"words": "Rien n'a été vendu"}}),
        (
            "separate voices",
            ["voice-two", "voice-none"],
            {},
            {"voices": [{"words": "Sorvalex aurait vendu douze pompes"}, {}]},
        ),
        ("set date", ["doc-1"], {"not_before": "2025-03-02"}, {"not_before": "2025-03-02", "not_after": None}),
        ("set outlet", ["doc-2"], {"name": "Le Fanal"}, {"outlet": "Le Fanal", "report": "deux.txt"}),
    ],
)
def test_a_click_becomes_a_correction_in_words(
    store: Store, browser: TestClient, do: str, refs: list[str], more: dict[str, object], says: dict[str, object]
) -> None:
    answer = click(browser, do, refs, **more)
    assert answer.status_code == 200, answer.text
    body = json.loads(store.corrections()[0].body)
    assert (body["do"], body["who"], body["when"], body["why"]) == (do, "Ada", "2025-04-01", "she said so")
    for name, value in says.items():
        if isinstance(value, list):
            assert all(w.items() <= b.items() for w, b in zip(value, body[name], strict=True))
        elif isinstance(value, dict):
            assert value.items() <= body[name].items()
        else:
            assert body[name] == value
    told = browser.get("/api/state?ui=fr").json()["corrections"]
    assert [(c["number"], c["undone"]) for c in told] == [(1, False)]
    assert "\u202e" not in told[0]["text"]


@pytest.mark.parametrize(
    ("do", "refs"),
    [
        ("split claim", ["st-9"]),
        ("split claim", []),
        ("merge claims", ["st-1"]),
        ("drop attribution", ["st-1"]),
        ("split actor", ["st-1"]),
        ("join voices", ["voice-two", "voice-two"]),
        ("merge actors", ["voice-two", "voice-none"]),
        ("set date", ["doc-9"]),
        ("delete everything", ["st-1"]),
    ],
)
def test_a_click_on_nothing_is_refused(store: Store, browser: TestClient, do: str, refs: list[str]) -> None:
    assert click(browser, do, refs).status_code == 400
    assert store.corrections() == ()


def test_a_correction_says_who_and_why(browser: TestClient) -> None:
    for missing in ({"who": " "}, {"why": ""}, {"who": "x" * 3000}):
        assert click(browser, "drop statement", ["st-1"], **missing).status_code == 400


def test_a_click_on_an_older_result_is_told_so(store: Store, browser: TestClient) -> None:
    answer = browser.post("/api/corrections", json={"do": "drop statement", "refs": ["st-1"], "result": "old", **WHO})
    assert answer.status_code == 409
    assert store.corrections() == ()


def test_the_last_word_on_one_matter_counts_and_the_earlier_stays_in_the_list(
    store: Store, browser: TestClient
) -> None:
    click(browser, "set date", ["doc-1"], not_before="2025-03-02")
    click(browser, "set date", ["doc-1"], not_before="2025-03-03")
    click(browser, "set date", ["doc-2"], not_before="2025-03-04")
    assert [c.undone for c in store.corrections()] == [True, False, False]
    assert browser.post("/api/corrections/2/undo").status_code == 200
    assert browser.post("/api/corrections/1/redo").status_code == 200
    assert [c.undone for c in store.corrections()] == [False, True, False]


def test_words_that_stand_several_times_are_counted() -> None:
    document = structs.replace(DOCUMENTS[1], text="Oui. Oui. Oui.")
    span = document.span(5, 8)
    statement = structs.replace(affair().statements[1], spans=(span,))
    dossier = structs.replace(affair(), documents=(DOCUMENTS[0], document), statements=(statement,))
    made = correction_of(
        msgspec.convert({"do": "drop statement", "refs": ["st-2"], "result": "", **WHO}, Click), dossier
    )
    assert (made.at.words, made.at.occurrence) == ("Oui", 2)  # type: ignore[union-attr]


def test_the_corrections_file_is_one(store: Store, browser: TestClient, tmp_path: Path) -> None:
    click(browser, "drop statement", ["st-1"])
    click(browser, "split claim", ["st-2"])
    browser.post("/api/corrections/2/undo")
    answer = browser.get("/export/corrections")
    assert answer.headers["content-disposition"] == 'attachment; filename="affair-corrections.json"'
    (tmp_path / "c.json").write_bytes(answer.content)
    assert [c.id for c in read_corrections(tmp_path / "c.json").entries] == [store.corrections()[0].id]
    (tmp_path / "d.json").write_bytes(b"{}")
    with pytest.raises(CorrectionsError):
        read_corrections(tmp_path / "d.json")


# --- search, sentence, exports


def test_what_is_found_has_its_place_on_the_page(store: Store, browser: TestClient) -> None:
    entry(browser, "report", "doc-2", "note", "ask about pumps", 0)
    page = browser.get("/").text
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    found = browser.get("/api/search?q=pompes").json()
    assert {h["kind"] for h in found} == {"claim", "text"}
    for hit in found:
        assert hit["anchor"] in ids or re.fullmatch(r"d\d-\d+-\d+", hit["anchor"])
    assert [h["anchor"] for h in browser.get("/api/search?q=pumps").json()] == ["d2"]
    assert browser.get("/api/search").json() == []


def test_hostile_words_are_found_as_words(browser: TestClient) -> None:
    found = browser.get("/api/search?q=onerror").json()
    assert any("<img" in "".join(words for words, _ in hit["pieces"]) for hit in found)
    assert browser.get("/api/search?q=onerror").headers["content-type"].startswith("application/json")


@pytest.mark.parametrize("ui", ["fr", "en"])
def test_a_sentence_has_a_footnote_for_every_statement_and_denial(browser: TestClient, ui: str) -> None:
    found = browser.get(f"/api/claims/claim-sold/sentence?ui={ui}").json()
    marks = re.findall(r"\[(\d+)\]", found["sentence"])
    assert marks == ["1", "2", "3"] == [str(f["number"]) for f in found["footnotes"]]
    assert messages(ui)("independence.open") in found["sentence"]
    for number, words in ((0, "douze pompes"), (1, "dix pompes"), (2, "Rien n'a été vendu")):
        assert words in found["footnotes"][number]["text"]
    assert "\u202e" not in found["plain"]
    assert browser.get("/api/claims/claim-9/sentence").status_code == 404


def test_a_sentence_says_nothing_that_the_page_does_not() -> None:
    view = view_of(affair(), messages("en"))
    sentence = cited(view.claims[0], view.documents, messages("en")).sentence
    assert sentence.startswith(f"2 reports state “{view.claims[0].headline.text}”[1][2]: 1 to 2 possible origins")


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_exports_are_what_the_command_line_writes(browser: TestClient, form: str) -> None:
    answer = browser.get(f"/export/{form}?ui=fr")
    assert answer.content == render(affair(), form, "fr")  # type: ignore[arg-type]
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"] == "sandbox"


def test_a_dossier_without_reports_has_a_page_and_no_export(tmp_path: Path) -> None:
    browser = client(open_store(tmp_path / "new.recoupe"))
    assert 'class="welcome"' in browser.get("/").text
    for path in ("/export/html", "/export/json", "/export/x", "/api/subjects", "/api/claims/x/sentence"):
        assert browser.get(path).status_code == 404
    assert browser.get("/api/state").json()["result"] == ""


# --- analysis


def test_the_analyst_analyses_what_is_new_and_nothing_else(tmp_path: Path) -> None:
    runs: list[tuple[int, int]] = []

    def analyse(reading: Reading, corrections: Sequence[StoredCorrection], watch: Watch) -> Dossier:
        runs.append((len(reading.documents), len(corrections)))
        return affair()

    store = open_store(tmp_path / "x.recoupe")
    analyst = Analyst(store, analyse)
    analyst.once()
    store.add([Raw("a.txt", b"un texte")])
    analyst.once()
    analyst.once()
    number = store.correct("c", "{}")
    analyst.once()
    store.undo(number, True)
    analyst.once()
    store.withdraw(1, True)
    analyst.once()
    assert runs == [(1, 0), (1, 1), (1, 0)]
    assert store.result() is None


def test_a_failure_is_told_and_the_next_analysis_goes_on(tmp_path: Path) -> None:
    def analyse(reading: Reading, corrections: Sequence[StoredCorrection], watch: Watch) -> Dossier:
        if len(reading.documents) == 1:
            raise PipelineError("no pipeline")
        if len(reading.documents) == 2:
            raise KeyError("/home/somebody/secret")
        return affair()

    store = open_store(tmp_path / "x.recoupe")
    analyst = Analyst(store, analyse)
    analyst.start()
    for name, state, error in (("a", "failed", "no pipeline"), ("b", "failed", "KeyError"), ("c", "idle", "")):
        store.add([Raw(name, name.encode() * 9)])
        analyst.ask()
        for _ in range(400):
            told = analyst.progress.state, analyst.progress.error
            if told == (state, error) and (state == "failed" or store.result() is not None):
                break
            analyst.thread.join(0.01)
        assert (analyst.progress.state, analyst.progress.error) == (state, error)
    analyst.stop()
    analyst.thread.join(5)
    assert not analyst.thread.is_alive()


def test_reports_that_come_meanwhile_start_it_over(tmp_path: Path) -> None:
    sizes: list[int] = []
    store = open_store(tmp_path / "x.recoupe")

    def analyse(reading: Reading, corrections: Sequence[StoredCorrection], watch: Watch) -> Dossier:
        sizes.append(len(reading.documents))
        if len(sizes) == 1:
            store.add([Raw("b", b"deux")])
            analyst.ask()
        watch("annotate", 1, 1)
        return affair()

    analyst = Analyst(store, analyse)
    store.add([Raw("a", b"un")])
    analyst.start()
    for _ in range(400):
        if store.analysed() == analyst.inputs():
            break
        analyst.thread.join(0.01)
    analyst.stop()
    assert sizes == [1, 2]


# --- words


def test_both_languages_say_the_same_things() -> None:
    english, french = own_words("en"), own_words("fr")
    assert english.keys() == french.keys()
    for key, sentence in english.items():
        assert set(re.findall(r"\{(\w+)\}", sentence)) == set(re.findall(r"\{(\w+)\}", french[key])), key
    for key, sentence in french.items():
        assert not re.search(r"[^\u202f][;!?»%]", sentence), key
        assert not re.search(r"[^\u00a0]:", sentence), key
        assert "'" not in sentence, key


def test_no_word_is_idle_and_none_is_missing() -> None:
    folder = Path(recoupe.web.__file__).parent
    code = "".join(p.read_text(encoding="utf-8") for p in (*folder.glob("*.py"), *folder.glob("templates/*")))
    script = (folder / "assets" / "desk.js").read_text(encoding="utf-8")
    kinds = ("stage", "do", "warning")
    idle = [
        k
        for k in own_words("en")
        if not k.startswith("desk.") and f'"{k}"' not in code and k.split(".")[0] not in kinds
    ]
    assert idle == []
    said = set(re.findall(r'"([a-z][a-z .]*)"', script))
    families = ("found.", "grade.", "axis.", "set stance ", "set firmness ", "set realis ")
    wanted = words_for_script("en")
    assert [k for k in wanted if k not in said and not k.startswith(families)] == []
    assert [k for k in re.findall(r'say\("([^"]+)"[,)]', script) if k not in wanted] == []


def test_our_words_hold_no_verdict() -> None:
    verdict = re.compile(r"\b(true|false|reliable|confirmed|vraie?|fausse|faux|fiable|confirmée?)\b", re.IGNORECASE)
    for ui in ("fr", "en"):
        assert [s for s in own_words(ui).values() if verdict.search(s)] == []
        assert wording(ui)("title")


def test_hostile_words_reach_the_script_as_text(store: Store, browser: TestClient) -> None:
    told = browser.get("/api/subjects").json()
    names = [v["name"] for v in told["voices"].values()]
    assert any("<script>" in n for n in names)
    assert not any("\u202e" in n for n in names)
    assert HOSTILE[:8] in names[-1]
    assert at_once(None, (), lambda *_: None) == affair()  # type: ignore[arg-type]


@pytest.mark.parametrize("matter", ["reports", "corrections"])
@pytest.mark.parametrize("act", ["1/forget", "1/WITHDRAW", f"{2**63}/withdraw", f"{2**70}/redo"])
def test_an_act_without_a_name_or_row_is_not_found(browser: TestClient, store: Store, matter: str, act: str) -> None:
    store.add([Raw("quai.txt", b"Le quai est ouvert.")])
    store.withdraw(1, True)
    assert browser.post(f"/api/{matter}/{act}").status_code == 404
    assert [r.withdrawn for r in store.reports()] == [True]
