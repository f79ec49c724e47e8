"""The application in a browser: what an analyst does with hands, in one window and in two."""

import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from recoupe.dossier import Store, open_store
from recoupe.dossier.store import StoredCorrection
from recoupe.ingest import Reading
from recoupe.model import Dossier
from recoupe.report.messages import messages
from recoupe.web.analyst import Watch
from recoupe.web.wording import wording
from tests.report.affairs import DOCUMENTS, affair
from tests.web.running import TOKEN, analysed, served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium")
EN = wording("en")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return analysed(tmp_path)


class Window:
    """A window of a browser of its own, that holds what it was told and what it asked for."""

    def __init__(self, chromium: Any, address: str, **more: Any) -> None:
        self.context = chromium.new_context(**more)
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda m: self.said.append(m.text))
        self.page.on("pageerror", lambda e: self.said.append(str(e)))
        self.page.on("dialog", lambda d: self.said.append(d.message))
        self.page.on("request", lambda r: self.asked.append(r.url))
        self.page.goto(address)
        self.page.wait_for_selector("body[data-revision]")

    def note(self) -> Any:
        """The note of the first claim, opened."""
        box = self.page.locator("#claims > .card").first.locator("> .desk")
        if not box.locator("textarea").is_visible():
            box.get_by_role("button", name=EN("desk.note"), exact=True).click()
        return box.locator("textarea")

    def settle(self, text: str) -> None:
        """Wait until the first claim's note is kept."""
        self.note().fill(text)
        self.page.locator("#claims .desk .kept", has_text=EN("desk.saved")).first.wait_for()


def test_files_that_are_chosen_are_analysed_and_shown(chromium: Any, tmp_path: Path) -> None:
    going = threading.Event()

    def slowly(reading: Reading, corrections: Sequence[StoredCorrection], watch: Watch) -> Dossier:
        watch("annotate", 1, 2)
        going.wait(10)
        return affair()

    store = open_store(tmp_path / "new.recoupe")
    with served(store, slowly) as address:
        window = Window(chromium, address)
        page = window.page
        page.set_input_files("#chooser", [{"name": "un.txt", "mimeType": "text/plain", "buffer": b"un texte"}])
        page.locator("#status:has(progress)", has_text=EN("stage.annotate")).wait_for()
        going.set()
        page.locator("#claims > .card").first.wait_for()
        assert "douze pompes" in page.locator("#claims > .card h3").first.inner_text()
        assert [f.name for f in store.files()] == ["un.txt"]
        page.locator("#claims .desk").first.wait_for()
        assert page.evaluate("scrollY") == 0  # the three sentences are what is seen first
        assert window.said == []


def test_files_and_folders_that_are_dropped_come_in(chromium: Any, tmp_path: Path) -> None:
    store = open_store(tmp_path / "new.recoupe")
    with served(store) as address:
        page = Window(chromium, address).page
        page.evaluate(
            """() => {
                const carried = new DataTransfer();
                carried.items.add(new File(["un texte"], "<img src=x onerror=alert(1)>.txt"));
                dispatchEvent(new DragEvent("dragover", {dataTransfer: carried, cancelable: true, bubbles: true}));
                dispatchEvent(new DragEvent("drop", {dataTransfer: carried, cancelable: true, bubbles: true}));
            }"""
        )
        page.locator("#claims > .card").first.wait_for()
        assert [f.data for f in store.files()] == [b"un texte"]


def test_an_address_that_is_none_is_told_so(chromium: Any, tmp_path: Path) -> None:
    with served(open_store(tmp_path / "new.recoupe")) as address:
        page = Window(chromium, address).page
        page.locator("main form.addresses textarea").fill("/etc/passwd")
        page.locator("main form.addresses button").click()
        page.locator("main .coming .bad", has_text="/etc/passwd").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
@pytest.mark.parametrize("ui", ["fr", "en"])
def test_hostile_reports_run_nothing_and_load_nothing(
    chromium: Any, store: Store, ui: str, width: int, scheme: str
) -> None:
    with served(store) as address:
        window = Window(chromium, f"{address}/?ui={ui}", color_scheme=scheme, viewport={"width": width, "height": 800})
        page = window.page
        page.locator("#claims .desk").first.wait_for()
        for panel in ("reports", "corrections", "notes", "export"):
            page.locator(f"[data-panel={panel}]").click()
            assert page.locator("#drawer").is_visible()
            page.locator("[data-act=close]").click()
        page.fill("#search input", "onerror")
        page.locator("#drawer a.hit").first.wait_for()
        page.locator("[data-act=close]").click()
        page.locator("[data-statement] .tool").first.click()
        page.locator("dialog[open]").wait_for()
        page.keyboard.press("Escape")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("img").count() == 0
        assert window.said == []
        assert {re.sub(r"(https?://[^/]+).*", r"\1", url) for url in window.asked} == {address}


def test_a_found_paragraph_is_marked_to_the_letter(chromium: Any, store: Store) -> None:
    with served(store) as address:
        page = Window(chromium, address).page
        page.keyboard.press("/")
        page.keyboard.type("allait vendre")
        page.locator("#drawer h3", has_text=EN("desk.found.text")).wait_for()
        page.locator("#drawer a.hit").last.click()
        number, start, end = map(int, re.findall(r"\d+", page.url.partition("#")[2]))
        wanted = DOCUMENTS[number - 1].text[start:end]
        assert "allait vendre" in wanted
        hit = "[...CSS.highlights.get('found') ?? []].map(r => r.toString()).join('')"
        whole = "[...document.querySelectorAll('.seg.hit')].map(s => s.textContent).join('')"
        # the address changes at once, the mark follows with the event that tells of it
        page.wait_for_function(f"wanted => [{hit}, {whole}].includes(wanted)", arg=wanted)


def test_a_correction_by_click_and_its_undoing(chromium: Any, store: Store) -> None:
    def analyse(reading: Reading, corrections: Sequence[StoredCorrection], watch: Watch) -> Dossier:
        kept = affair().claims[: 1 if corrections else 2]
        return structs.replace(affair(), claims=kept)

    from recoupe.ingest.contents import Raw

    store.add([Raw("a.txt", b"un texte")])
    with served(store, analyse) as address:
        window = Window(chromium, address)
        page = window.page
        page.wait_for_selector("body[data-state=idle]")
        page.locator("#claims .desk").first.wait_for()
        page.locator("#claims [data-statement] .tool").first.click()
        page.get_by_text(EN("desk.split claim")).click()
        page.get_by_label(EN("desk.why"), exact=True).fill("another lot")
        page.get_by_label(EN("desk.who"), exact=True).fill("Ada")
        page.get_by_role("button", name=EN("desk.write")).click()
        page.locator("[data-count=corrections]", has_text="1").wait_for()
        page.locator("details.single").wait_for(state="detached")  # the page of the new result
        page.locator("#claims .desk").first.wait_for()
        page.keyboard.press("c")
        assert "another lot" in page.locator("[data-list=corrections]").inner_text()
        page.locator("[data-list=corrections] button").click()
        page.locator("details.single").wait_for(state="attached")
        page.locator("#claims .desk").first.wait_for()
        assert [c.undone for c in store.corrections()] == [True]
        page.keyboard.press("c")
        page.locator("[data-list=corrections] .gone").wait_for()
        page.locator("#claims [data-statement] .tool").first.click()
        assert page.get_by_label(EN("desk.who"), exact=True).input_value() == "Ada"  # remembered
        assert window.said == []


def test_two_windows_at_once_lose_nothing(chromium: Any, store: Store) -> None:
    with served(store) as address:
        hers, his = Window(chromium, address), Window(chromium, address)
        his.page.locator("#claims .desk").first.wait_for()
        his.page.route("**/api/state*", lambda route: route.abort())  # he does not see what she writes
        hers.settle("hers")
        his.note().fill("his")
        asked = his.page.locator(".conflict")
        asked.wait_for()
        assert "hers" in asked.inner_text()
        assert his.note().input_value() == "his"
        asked.get_by_role("button", name=EN("desk.both")).click()
        his.page.locator(".kept", has_text=EN("desk.saved")).first.wait_for()
        for _ in range(50):
            if hers.note().input_value() == "hers\n\nhis":
                break
            hers.page.wait_for_timeout(100)
        assert hers.note().input_value() == "hers\n\nhis"
        assert [e.value for e in store.history()] == ["hers", "hers\n\nhis"]


def test_grades_of_two_windows_meet(chromium: Any, store: Store) -> None:
    with served(store) as address:
        first, second = Window(chromium, address), Window(chromium, address)
        grade = "#claims > .card > .desk select"
        first.page.locator(grade).first.select_option("1")
        first.page.locator(".warning").first.wait_for()
        second.page.locator(".warning").first.wait_for()
        assert second.page.locator(grade).first.input_value() == "1"
        assert EN("warning.not independent") == second.page.locator(".warning").first.inner_text()


def test_what_is_being_written_outlives_a_new_result_and_a_lost_server(chromium: Any, store: Store) -> None:
    with served(store) as address:
        window = Window(chromium, address)
        note = window.note()
        note.fill("half a sent")
        store.keep(structs.replace(affair(), claims=affair().claims[:1]), "another result")
        shown = window.page.locator("#status button")
        shown.wait_for()
        assert note.input_value() == "half a sent"
        window.page.locator(".kept", has_text=EN("desk.saved")).first.wait_for()
        shown.click()
        window.page.locator("details.single").wait_for(state="detached")
        window.page.wait_for_selector("#claims .desk")
        assert window.note().input_value() == "half a sent"
    window.note().fill("half a sentence")
    window.page.locator(".kept", has_text=EN("desk.unsaved")).first.wait_for()
    window.page.locator("#status .bad", has_text=EN("desk.lost")).wait_for()
    assert window.page.evaluate("sessionStorage.getItem('recoupe draft claim claim-sold')") == "half a sentence"


def test_a_sentence_is_copied(chromium: Any, store: Store) -> None:
    with served(store) as address:
        window = Window(chromium, address, permissions=["clipboard-read", "clipboard-write"])
        window.page.keyboard.press("s")
        window.page.get_by_role("button", name=EN("desk.copy"), exact=True).click()
        window.page.get_by_role("button", name=EN("desk.copied")).wait_for()
        copied = window.page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("2 reports state")
        assert "[1]" in copied
        assert messages("en")("independence.open") in copied


def test_the_keyboard_alone_reaches_everything(chromium: Any, store: Store) -> None:
    with served(store) as address:
        page = Window(chromium, address).page
        page.locator("#claims .desk").first.wait_for()
        page.keyboard.press("?")
        page.locator("dialog[open]").wait_for()
        page.keyboard.press("Escape")
        page.locator("dialog").wait_for(state="detached")
        for key, name in (("r", "reports"), ("c", "corrections"), ("t", "notes"), ("e", "export")):
            page.keyboard.press(key)
            page.locator(f"#drawer [data-shows={name}]").wait_for()
            assert page.evaluate("document.activeElement.id") == "drawer-h"
            page.keyboard.press("Escape")
            assert not page.locator("#drawer").is_visible()
        page.keyboard.press("j")
        page.keyboard.press("a")
        assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
        page.keyboard.type("jkbrcte/?")  # no key of the page while somebody writes
        assert page.locator("#claims > .card > .desk textarea").first.input_value() == "jkbrcte/?"
        assert not page.locator("#drawer").is_visible()


def test_a_note_on_the_desk_has_no_sign_of_the_reader(chromium: Any, store: Store) -> None:
    with served(store) as address:
        window = Window(chromium, address)
        window.note()
        sign = "s => getComputedStyle(s, '::before').content"
        assert window.page.locator("#claims .desk div.note").first.evaluate(sign) == "none"
        assert window.page.locator("#reader a.note").first.evaluate(sign).startswith('"⇄')


def test_exports_are_saved_not_shown(chromium: Any, store: Store) -> None:
    with served(store) as address:
        page = Window(chromium, address).page
        page.keyboard.press("e")
        for form in ("html", "md", "json", "corrections", "notes"):
            with page.expect_download() as saved:
                page.locator(f'#drawer a[href^="/export/{form}"]').click()
            assert saved.value.suggested_filename.startswith("affair")


def test_a_page_of_another_origin_changes_and_reads_nothing(chromium: Any, store: Store, tmp_path: Path) -> None:
    other = open_store(tmp_path / "other.recoupe")
    with served(store) as address, served(other) as elsewhere:
        page = Window(chromium, elsewhere).page
        before = store.revision()
        told = page.evaluate(
            """async address => {
                const told = [];
                for (const [path, how] of [["/api/state", {}], ["/api/analyse", {method: "POST"}],
                        ["/api/reports?name=x", {method: "POST", mode: "no-cors", body: "x"}]]) {
                    try { const answer = await fetch(address + path, how); told.push(answer.type + answer.status); }
                    catch (error) { told.push("refused"); }
                }
                return told;
            }""",
            address,
        )
        assert told == ["refused", "refused", "refused"]
        assert store.revision() == before


def test_without_the_token_there_is_nothing_to_see(chromium: Any, store: Store) -> None:
    with served(store, token=TOKEN) as address:
        page = chromium.new_page()
        assert page.goto(address).status == 401
        page.goto(f"{address}/?token={TOKEN}")
        page.wait_for_selector("#claims .desk")
        assert TOKEN not in page.url
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_axe_finds_nothing_serious(chromium: Any, store: Store, tmp_path: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
    with served(store) as address, served(open_store(tmp_path / "new.recoupe")) as empty:
        for place in (address, empty):
            page = Window(chromium, place, color_scheme=scheme, viewport={"width": width, "height": 800}).page
            for panel in ("reports", "corrections", "notes", "export"):
                page.locator(f"[data-panel={panel}]").click()
                found = axe.Axe().run(page).response["violations"]
                told = [
                    (v["id"], [n["html"][:120] for n in v["nodes"]])
                    for v in found
                    if v["impact"] in ("serious", "critical")
                ]
                assert told == [], panel
                page.locator("[data-act=close]").click()
