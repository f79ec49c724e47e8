"""How often Recoupe errs, by language and kind of attribution: the figures that its page shows under what it does not know.

`python -m evaluation.rates` measures on the passages that were never read while the rules were made (the test half of
`passages/`) and writes `src/recoupe/report/measured.toml`, which ships.
"""

from pathlib import Path

from evaluation.attributions import Measures, measure, passages
from evaluation.scoring import paired

ROOT = Path(__file__).parents[1]
MEASURED = ROOT / "src" / "recoupe" / "report" / "measured.toml"
HEADER = "# Written by `python -m evaluation.rates`: per cent, and counts of marked attributions as [missed, marked].\n"


def entry(language: str) -> list[str]:
    """One language's part of the file."""
    marked = passages(language, "test")
    found: Measures = measure(marked)
    relation = found.relation
    pairs = paired(marked.gold, marked.predicted)
    labelled = [(marked.gold[g].firmness, marked.predicted[p].firmness) for g, p in pairs.items()]
    other = sum(gold != predicted for gold, predicted in labelled)
    lines = ["", "[[rates]]", f'language = "{language}"', f"reports = {len(marked.texts)}"]
    lines += [f"attributions = {relation.gold}", f"missed = {100 - 100 * relation.hits / relation.gold:.1f}"]
    lines.append(f"unfounded = {100 - 100 * relation.hits / relation.predicted:.1f}")
    lines += [f"firmness = {100 * other / len(labelled):.1f}", "[rates.kinds]"]
    return lines + [f"{kind} = [{all_ - hits}, {all_}]" for kind, (hits, all_) in found.by_kind.items()]


def main() -> None:
    """Measure and write."""
    lines = [line for language in ("fr", "en") for line in entry(language)]
    MEASURED.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
