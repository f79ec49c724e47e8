"""Attribution: source, cue, content, kind, firmness and relay, from syntax and the language packs."""

from recoupe.attribution.extraction import Extracted, extract

__all__ = ["Extracted", "extract"]
