"""`python -m benchmarks.pages`: size of the page, time to make it, to open it and to answer, for piles of 32 and 200 reports.

The piles are the made-up affair many times over under other names and days, with its leading claim stated by all of them.
Times in the browser are of this machine; what must hold on any is that a page opens at once and answers within 100 ms.
"""

import json
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec

from evaluation.demo.compare import AFFAIR
from recoupe.model import Dossier
from recoupe.pipeline import analyse
from recoupe.report import render

TIMES = (4, 25)
LINKS = 40
ID = re.compile(r'"((?:doc|actor|at|attribution|statement|st|voice|claim|thread|utterance|reuse)-[0-9a-f]{6,})"')
DAY = re.compile(r'("not_(?:before|after)":"\d{4}-\d{2}-)(\d{2})"')
ANSWER = """async target => {
  const start = performance.now();
  location.hash = target;
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - start;
}"""


def repeated(affair: str, number: int) -> dict[str, Any]:
    """The affair once more, as its JSON: other ids, other names, other days."""
    text = ID.sub(lambda found: f'"{found[1]}{number:02d}"', affair)
    text = DAY.sub(lambda found: f'{found[1]}{1 + (int(found[2]) + number) % 28:02d}"', text)
    found: dict[str, Any] = json.loads(text)
    for document in found["documents"]:
        document["name"] = f"{number:02d}-{document['name']}"
    return found


def grown(dossier: Dossier, times: int) -> Dossier:
    """A dossier many times over, the leading claims of all joined into one."""
    affair = msgspec.json.encode(dossier).decode("utf-8")
    whole = repeated(affair, 0)
    leading = whole["claims"][0]
    for number in range(1, times):
        more = repeated(affair, number)
        joined = more["claims"].pop(0)
        for field in ("reports", "statements", "denials", "refusals", "hypothetical"):
            leading[field] += joined[field]
        for field in ("voices", "groups_max", "groups_min"):
            leading["origins"][field] += joined["origins"][field]
        leading["origins"]["max"] += joined["origins"]["max"]
        for field, value in more.items():
            if isinstance(value, list):
                whole[field] += value
    return msgspec.convert(whole, Dossier)


def in_browser(file: Path, chromium: str) -> str:
    """How long a page takes to open and to answer, in words."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        start = time.perf_counter()
        page.goto(file.as_uri())
        opened = time.perf_counter() - start
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
        targets = sorted(set(page.eval_on_selector_all("a[href^='#']", "all => all.map(a => a.getAttribute('href'))")))
        taken = sorted(page.evaluate(ANSWER, t) for t in targets[:: max(1, len(targets) // LINKS)])
        browser.close()
    middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    return f"seen {paint / 1000:.2f} s, open {opened:.2f} s, a link answers in {middle:.0f} ms (95 of 100 in {late:.0f} ms)"


def main() -> int:
    """Print a line for each pile."""
    dossier = analyse([str(AFFAIR)])
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    for times in TIMES:
        pile = grown(dossier, times)
        start = time.process_time()
        page = render(pile, "html", "fr")
        spent = time.process_time() - start
        told = (
            f"{len(pile.documents):4} reports, {len(pile.claims):4} claims: {len(page) / 1e6:.2f} MB, {spent:.1f} CPU s"
        )
        if chromium:
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "page.html"
                file.write_bytes(page)
                told += f"; {in_browser(file, chromium)}"
        print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
