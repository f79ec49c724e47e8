"""Countries among the actors."""

from recoupe.actors.gazetteer import usual_name
from recoupe.actors.registry import Registry


def add_country(registry: Registry, code: str) -> None:
    """A country's entry, named by the tables, even where the text names only one of its bodies."""
    registry.add(f"country:{code}", usual_name(code), "country")
