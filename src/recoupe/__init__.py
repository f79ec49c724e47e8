"""Recoupe: who says what, on whose word, and how many independent origins a claim has."""

__version__ = "0.1.0"
