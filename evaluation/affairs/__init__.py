"""Made-up affairs with their true answers, written before the code was run on them by writers shown neither code nor packs.

`ash` comes with Recoupe (`evaluation/demo` holds its answers); the others stand here. Of those that are unread nothing is
printed but figures.
"""

import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DEMO = HERE.parents[1] / "src" / "recoupe" / "demo" / "affair"
AFFAIRS = (
    "ash",
    "accident",
    "election",
    "health",
    "tender",
    "flood",
    "layoffs",
    "convoy",
    "tanker",
    "doping",
    "hostages",
    "cyber",
    "border",
    "museum",
    "custody",
    "components",
    "recall",
    "bank",
    "ferry",
    "satellite",
    "depot",
    "chips",
    "stadium",
    "shipyard",
    "refinery",
    "spill",
    "expulsion",
    "derailment",
    "subsidies",
)
UNREAD = {"components", "recall", "subsidies"}


def reports(affair: str) -> Path:
    """The folder of an affair's reports."""
    return DEMO if affair == "ash" else HERE / affair / "reports"


def answers(affair: str) -> dict[str, Any]:
    """An affair's true answers."""
    folder = HERE.parent / "demo" if affair == "ash" else HERE / affair
    return tomllib.loads((folder / "truth.toml").read_text(encoding="utf-8"))
