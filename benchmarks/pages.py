"""`python -m benchmarks.pages`: size of the page, time to make it, to open it and to answer, for piles of 32 and 200 reports.

The piles are the made-up affair many times over under other names and days, with its leading claim stated by all of them;
`python -m benchmarks.pages FILE...` measures pages that are there already. Times in the browser are of this machine
and grow with whatever else it does, processor time hardly so; what must hold on a machine at rest is that a page opens at
once and that 95 of 100 interactions are answered, drawn anew, within 100 ms.
"""

import json
import math
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from evaluation.demo.compare import AFFAIR
from recoupe.model import Dossier
from recoupe.pipeline import analyse
from recoupe.report import render

TIMES = (4, 25)
T = TypeVar("T")
Taken = tuple[float, float]  # milliseconds until it is drawn, milliseconds of processor time
EACH = 40  # interactions of a kind
PROMISED = 100.0  # milliseconds
ID = re.compile(r'"((?:doc|actor|at|attribution|statement|st|voice|claim|thread|utterance|reuse)-[0-9a-f]{6,})"')
DAY = re.compile(r'("not_(?:before|after)":"\d{4}-\d{2}-)(\d{2})"')
DRAWN = "await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0))); return performance.now() - start;"
FOLLOW = f"async target => {{ const start = performance.now(); location.hash = target; {DRAWN} }}"
PRESS = f"""async key => {{ const start = performance.now();
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {{ key, bubbles: true }})); {DRAWN} }}"""
APPROACH = """async at => { document.querySelectorAll("main details")[at].scrollIntoView();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0))); }"""
UNFOLD = f"""async at => {{ const box = document.querySelectorAll("main details")[at];
  const start = performance.now(); box.open = !box.open; {DRAWN} }}"""
KEYS = ("j", "n", "j", "p", "j", "k", "n")


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


def in_browser(file: Path, chromium: str) -> list[str]:
    """How long a page takes to open and to answer, a line for each kind of interaction."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        start = time.perf_counter()
        page.goto(file.as_uri())
        opened = time.perf_counter() - start
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
        targets = sorted(set(page.eval_on_selector_all("a[href^='#']", "all => all.map(a => a.getAttribute('href'))")))
        folds = page.evaluate("document.querySelectorAll('main details').length")
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def spent() -> float:
            """Milliseconds of processor time that the page's thread has had so far."""
            metrics = session.send("Performance.getMetrics")["metrics"]
            return 1000 * float(next(m["value"] for m in metrics if m["name"] == "TaskDuration"))

        def timed(script: str, argument: object) -> Taken:
            """How long one interaction takes."""
            before = spent()
            waited = page.evaluate(script, argument)
            return waited, spent() - before

        unfolded: list[Taken] = []
        followed = [timed(FOLLOW, target) for target in spaced(targets)]
        pressed = [timed(PRESS, KEYS[k % len(KEYS)]) for k in range(EACH)]
        for at in spaced(range(folds)):
            page.evaluate(APPROACH, at)
            unfolded.append(timed(UNFOLD, at))
        browser.close()
    told = [f"seen {paint / 1000:.2f} s, open {opened:.2f} s"]
    kinds = (("following a link", followed), ("a key", pressed), ("unfolding", unfolded))
    return [*told, *(answered(kind, times) for kind, times in kinds if times)]


def spaced(all_of: Sequence[T]) -> Sequence[T]:
    """At most `EACH` of many, evenly spaced."""
    return all_of[:: -(-len(all_of) // EACH) or 1]


def answered(kind: str, taken: Sequence[Taken]) -> str:
    """How long an answer took and how much work it was: the median, the 95th of a hundred, and whether that is promised."""
    waited, worked = (sorted(times) for times in zip(*taken, strict=True))
    middle, late = len(taken) // 2, math.ceil(len(taken) * 0.95) - 1
    kept = "within" if waited[late] <= PROMISED else "OVER"
    return (
        f"{kind}: median {waited[middle]:.0f} ms, p95 {waited[late]:.0f} ms ({kept} {PROMISED:.0f} ms);"
        f" processor time median {worked[middle]:.0f} ms, p95 {worked[late]:.0f} ms; {len(taken)} times"
    )


def main(files: Sequence[str]) -> int:
    """Print the figures of each pile."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if files and chromium:
        for name in files:
            print(f"{name}: {Path(name).stat().st_size / 1e6:.2f} MB")
            print(*(f"  {line}" for line in in_browser(Path(name).resolve(), chromium)), sep="\n")
        return 0
    dossier = analyse([str(AFFAIR)])
    for times in TIMES:
        pile = grown(dossier, times)
        start = time.process_time()
        page = render(pile, "html", "fr")
        spent = time.process_time() - start
        print(f"{len(pile.documents)} reports, {len(pile.claims)} claims: {len(page) / 1e6:.2f} MB, {spent:.1f} CPU s")
        if chromium:
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "page.html"
                file.write_bytes(page)
                print(*(f"  {line}" for line in in_browser(file, chromium)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
