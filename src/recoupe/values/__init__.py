"""Counts, amounts, measures, dates and durations of a report, with unit and bounds."""

from recoupe.values.reading import read_values

__all__ = ["read_values"]
