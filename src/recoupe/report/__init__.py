"""What a reader gets of a dossier: a page, Markdown, or JSON by the contract. Nothing is recomputed here."""

from recoupe.report.rendering import render

__all__ = ["render"]
