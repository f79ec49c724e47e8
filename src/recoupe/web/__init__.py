"""The local application over a dossier: the report's views, and what an analyst does to them."""

from recoupe.web.serving import serve

__all__ = ["serve"]
