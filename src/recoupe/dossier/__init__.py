"""A dossier on the disk: one SQLite file with reports, results, corrections, the analyst's notes and grades."""

from recoupe.dossier.store import Store, open_store

__all__ = ["Store", "open_store"]
