"""Durations as numbers, so that those told in other units can be compared (`2 jours`, `48 hours`)."""

import re

DAYS = {"Y": 365.0, "M": 30.0, "W": 7.0, "D": 1.0}
PER_DAY = {"H": 24, "M": 1440, "S": 86400}
MONTHS = 12  # of a year


def days_of(duration: str) -> float:
    """The days of a duration (ISO 8601): a month counts 30, twelve of them a year of 365; 0 for what is none."""
    days, _, hours = duration.partition("T")
    told = {unit: float(n) for n, unit in re.findall(r"([\d.]+)([YMWD])", days)}
    years, told["M"] = divmod(told.get("M", 0.0), MONTHS)
    told["Y"] = told.get("Y", 0.0) + years
    return sum(n * DAYS[unit] for unit, n in told.items()) + sum(
        float(n) / PER_DAY[unit] for n, unit in re.findall(r"([\d.]+)([HMS])", hours)
    )
