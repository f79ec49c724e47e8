"""The page in a browser: it opens without an error or a request, and a link shows its words."""

import shutil
from pathlib import Path

import pytest

from recoupe.ingest import read
from recoupe.pipeline import analyse_reading
from recoupe.report import render

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
