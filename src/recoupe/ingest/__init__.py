"""Ingest: files, folders, archives, addresses to documents with their metadata and bounds of date."""

from recoupe.ingest.reading import Reading, read

__all__ = ["Reading", "read"]
