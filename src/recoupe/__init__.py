"""Recoupe: who says what, on whose word, and how many independent origins a claim has."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recoupe.pipeline import analyse as analyse

__version__ = "0.1.0"
__all__ = ["__version__", "analyse"]


def __getattr__(name: str) -> object:
    """`recoupe.analyse` without loading the pipelines for those who only ask for the version."""
    if name == "analyse":
        from recoupe.pipeline import analyse

        return analyse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
