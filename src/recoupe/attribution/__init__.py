"""Attribution: source, cue, content, kind, firmness and relay, from syntax and the language packs."""

from recoupe.attribution.extract import Extracted, extract

__all__ = ["Extracted", "extract"]
