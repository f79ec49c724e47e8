"""Countries among the actors."""

from recoupe.actors.registry import Registry
from recoupe.languages import shared_pack


def add_country(registry: Registry, code: str) -> None:
    """A country's entry, named by the tables, even where the text names only one of its bodies."""
    country = shared_pack().countries.countries[code]
    name = (country.names.get("fr") or country.names.get("en") or [code])[0]
    registry.add(f"country:{code}", name, "country")
