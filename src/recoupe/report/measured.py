"""How often Recoupe errs, as measured on marked texts: data that ships, made by `python -m evaluation.rates`."""

import functools
from importlib.resources import files

import msgspec
from msgspec import Struct


class Rates(Struct, frozen=True, forbid_unknown_fields=True):
    """What was measured for one language over so many marked reports and attributions; shares in per cent.

    missed: marked attributions that are not found with their source. unfounded: those shown that are not marked so.
    firmness: found ones with another firmness than the marked one, `None` where it is not marked. kinds: for each kind
    how many marked attributions are missed, and how many there are.
    """

    language: str
    reports: int
    attributions: int
    missed: float
    unfounded: float
    firmness: float | None = None
    kinds: dict[str, tuple[int, int]] = {}


class Measured(Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    rates: tuple[Rates, ...] = ()


@functools.cache
def measured() -> dict[str, Rates]:
    """The rates by language."""
    found = msgspec.toml.decode((files("recoupe.report") / "measured.toml").read_bytes(), type=Measured)
    return {r.language: r for r in found.rates}
