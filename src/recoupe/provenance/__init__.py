"""Provenance: voices, chains, relations between voices, ranges of origins."""

from recoupe.provenance.tracing import Traced, trace

__all__ = ["Traced", "trace"]
