"""The page in a browser: it opens without an error or a request, and a link shows its words."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recoupe.ingest import read
from recoupe.pipeline import analyse_reading
from recoupe.report import render
from tests.report.affairs import DOCUMENTS, SOLD, affair

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium")
TEXT = "La préfecture a annoncé que la société Dorval avait livré des pompes à la ville de Sérac."


def test_a_link_highlights_its_words(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    for name in ("un.txt", "deux.txt"):
        (tmp_path / name).write_text(TEXT + f"\n\nFin de {name}.", encoding="utf-8")
    page_file = tmp_path / "page.html"
    page_file.write_bytes(
        render(analyse_reading(read([str(tmp_path / "un.txt"), str(tmp_path / "deux.txt")])), "html", "fr")
    )
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        errors: list[str] = []
        requests: list[str] = []
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: requests.append(r.url))
        page.goto(page_file.as_uri())
        page.locator("#claims .card a.quote").first.click()
        highlighted = page.locator(".seg.hit").all_inner_texts()
        browser.close()
    assert errors == []
    assert requests == [page_file.as_uri()]
    assert "Dorval" in "".join(highlighted)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(params=["fr", "en"])
def page_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "page.html"
    file.write_bytes(render(affair(), "html", request.param))
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_hostile_reports_run_nothing_and_load_nothing(browser: Any, page_file: Path, scheme: str, width: int) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    said: list[str] = []
    requests: list[str] = []
    page.on("console", lambda m: said.append(m.text))
    page.on("pageerror", lambda e: said.append(str(e)))
    page.on("dialog", lambda d: said.append(d.message))
    page.on("request", lambda r: requests.append(r.url))
    page.goto(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert len(page.pdf()) > 1000
    assert (said, requests) == ([], [page_file.as_uri()])
    page.close()


def test_every_link_lands_on_its_very_words(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    targets = set(page.eval_on_selector_all("a[href^='#d']", "links => links.map(a => a.getAttribute('href'))"))
    spans = sorted(t for t in targets if re.fullmatch(r"#d\d+-\d+-\d+", t))
    assert len(spans) > 8
    for target in spans:
        page.evaluate("target => { location.hash = target }", target)
        page.wait_for_selector(".seg.hit")
        shown = page.eval_on_selector_all(".seg.hit", "found => found.map(s => s.textContent).join('')")
        number, start, end = map(int, re.findall(r"\d+", target))
        assert shown == DOCUMENTS[number - 1].text[start:end]
        assert page.eval_on_selector(".seg.hit", "s => s.getBoundingClientRect().top < innerHeight")
        page.evaluate("location.hash = ''")
        page.wait_for_selector(".seg.hit", state="detached")
    page.close()


def test_the_keyboard_goes_from_claim_to_words_and_back(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.card') !== null")
    page.keyboard.press("Enter")
    page.wait_for_selector(".seg.hit")
    page.keyboard.press("b")
    page.wait_for_selector(".seg.hit", state="detached")
    page.close()


def test_a_figure_opens_its_explanation(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    assert not page.locator(".why").first.is_visible()
    page.click(".lead a[href$='-why'] >> nth=0")
    page.wait_for_selector(".why >> nth=0", state="visible")
    page.close()


def test_links_work_without_the_script(browser: Any, page_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.click("#claims .card h3 a")
    assert re.search(r"#d1-\d+-\d+$", page.url)
    context.close()


SEEN = "s => { const b = s.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight }"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_axe_finds_nothing_serious(browser: Any, page_file: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["impact"], v["nodes"][0]["html"]) for v in found if v["impact"] != "minor"] == []
    context.close()


def test_a_box_and_a_line_of_the_picture_open_their_passages(browser: Any, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(page_file.as_uri())
    for part in (".node.origin", ".node.report", ".edge.stated", ".edge.inferred"):
        page.locator(f"figure.picture a:has({part})").first.dispatch_event("click")
        page.wait_for_selector(".seg.hit")
        assert page.eval_on_selector(".seg.hit", SEEN)
        page.evaluate("location.hash = ''")
        page.wait_for_selector(".seg.hit", state="detached")
    page.close()


def test_a_mark_of_the_timeline_opens_its_passage(browser: Any, page_file: Path) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(page_file.as_uri())
    page.locator("#timeline a:has(.mark.k-happened)").dispatch_event("click")
    page.wait_for_selector(".seg.hit")
    assert page.eval_on_selector_all(".seg.hit", "s => s.map(x => x.textContent).join('')") == SOLD
    page.close()


@pytest.mark.parametrize("width", [390, 1200])
def test_a_shared_passage_opens_beside_the_text_and_leads_back(browser: Any, page_file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(page_file.as_uri())
    page.locator("#d2 .note").first.click()
    page.wait_for_selector("#d2 .seg.hit")
    beside = page.locator("#d2 aside li").first
    assert beside.evaluate(SEEN)
    assert page.locator("#d2 aside del").first.inner_text() == "dix"
    assert page.locator("#d2 aside ins").first.inner_text() == "douze"
    if width > 1000:  # side by side
        assert page.eval_on_selector("#d2 .seg.hit", SEEN)
    page.locator("#d2 aside .number").first.click()
    assert page.url.endswith("n")
    page.close()


def test_the_keyboard_goes_through_the_reports(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    for report in ("d1", "d2"):
        page.keyboard.press("n")
        assert page.evaluate("document.activeElement.closest('article').id") == report
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.closest('article').id") == "d1"
    page.close()


def test_everything_that_can_be_clicked_can_be_reached_by_key(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    unreached = page.eval_on_selector_all(
        "a[href], summary, button, .scroll, aside",
        "all => all.filter(e => e.tabIndex < 0 && !e.querySelector('.edge')).map(e => e.outerHTML)",
    )
    assert unreached == []
    page.close()
