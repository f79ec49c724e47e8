"""Recoupe: who says what, on whose word, and how many independent origins a claim has."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recoupe.pipeline import analyse as analyse
    from recoupe.report.notebook import frame as frame

__version__ = "0.1.0"
__all__ = ["__version__", "analyse", "frame"]


def __getattr__(name: str) -> object:
    """`recoupe.analyse` and `frame` without loading the pipelines for those who only ask for the version."""
    if name in ("analyse", "frame"):
        from recoupe.pipeline import analyse
        from recoupe.report.notebook import frame, install

        install()
        return {"analyse": analyse, "frame": frame}[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
