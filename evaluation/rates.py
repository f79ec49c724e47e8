"""How often Recoupe errs, by language and kind of attribution: the figures that its page shows under what it does not know.

`python -m evaluation.rates` measures on the marked texts beside the project and writes `src/recoupe/report/measured.toml`,
which ships. Where the texts are absent nothing is written. The figures are those of the scorer beside the marked texts.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from recoupe.cli import guide_line
from recoupe.ingest import read
from recoupe.pipeline import attributions_of

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
MEASURED = ROOT / "src" / "recoupe" / "report" / "measured.toml"
HEADER = "# Written by `python -m evaluation.rates`: per cent, and counts of marked attributions as [missed, marked].\n"


def scored(folder: Path, gold: Path) -> dict[str, Any]:
    """The scorer's figures for what Recoupe finds in the texts of a folder."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predicted:
        for document in read([str(path) for path in sorted(folder.glob("*.txt"))]).documents:
            for attribution in attributions_of(document, {}).attributions:
                predicted.write(json.dumps(guide_line(Path(document.name).name, attribution)) + "\n")
        predicted.flush()
        scorer = SHARED / "tools" / "score_attributions.py"
        command = [sys.executable, scorer, gold, predicted.name, "--texts", folder, "--json"]
        found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        return found


def entry(language: str, scores: dict[str, Any]) -> list[str]:
    """One language's part of the file."""
    relation = scores["relation"]
    lines = ["", "[[rates]]", f'language = "{language}"', f"reports = {scores['documents']}"]
    lines += [f"attributions = {scores['gold']}", f"missed = {100 - relation['r']:.1f}"]
    lines.append(f"unfounded = {100 - relation['p']:.1f}")
    if "firmness" in scores:
        lines.append(f"firmness = {100 - scores['firmness']['share']:.1f}")
    kinds = {k: v.split("/") for k, v in scores["recall by kind"].items() if k != "None"}
    if kinds:
        lines.append("[rates.kinds]")
        lines += [f"{kind} = [{int(n) - int(hit)}, {n}]" for kind, (hit, n) in sorted(kinds.items())]
    return lines


def english_gold(folder: Path, target: Path) -> None:
    """PolNeAR's marks in the annotation guide's format."""
    command = [sys.executable, SHARED / "tools" / "polnear_gold.py", folder]
    target.write_text(subprocess.run(command, check=True, capture_output=True, text=True).stdout, encoding="utf-8")


def main() -> int:
    """Measure and write; 1 where the marked texts are absent."""
    french, english = SHARED / "gold" / "fr-news", SHARED / "corpora" / "attribution" / "polnear" / "dev"
    if not (french.exists() and english.exists()):
        print("rates: the marked texts are not beside the project", file=sys.stderr)
        return 1
    lines = entry("fr", scored(french, french / "gold.jsonl"))
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder) / "gold.jsonl"
        english_gold(english, gold)
        lines += entry("en", scored(english, gold))
    MEASURED.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
