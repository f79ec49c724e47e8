"""`python -m training all`: treebanks to the shipped pipelines, with their scores and cards."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.cards import write_card
from training.package import package
from training.settings import SHIPPED
from training.train import train

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Parse the command line, train and package the languages asked for."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("what", choices=["all", *SHIPPED], help="language, or both")
    parser.add_argument(
        "--corpora", type=Path, default=ROOT / "../shared/corpora/ud", help="folder with fr/ and en/ treebanks"
    )
    parser.add_argument("--work", type=Path, default=ROOT / "build/training", help="folder for checkpoints and logs")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "src/recoupe/pipelines", help="folder that holds the pipelines"
    )
    parser.add_argument(
        "--only", choices=["train", "package", "card"], help="one step alone, on what is in --work or --out"
    )
    arguments = parser.parse_args()
    languages = list(SHIPPED) if arguments.what == "all" else [arguments.what]
    for language in languages:
        trained, folder = arguments.work / language, arguments.out / language
        if arguments.only in {None, "train"}:
            train(SHIPPED[language], arguments.corpora, trained)
        if arguments.only in {None, "package"}:
            package(trained, arguments.corpora, folder, language, senter=True)
        if arguments.only in {None, "package", "card"}:
            write_card(folder, language, Path(__file__).parent / "trials.json")


if __name__ == "__main__":
    main()
