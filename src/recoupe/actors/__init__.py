"""Actors: names, roles, bodies, anonymous voices, joined inside a report and across reports."""

from recoupe.actors.resolution import Resolved, resolve

__all__ = ["Resolved", "resolve"]
