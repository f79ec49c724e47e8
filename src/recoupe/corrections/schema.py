"""The JSON Schema of a corrections file (schema 1), made from the model so that the two cannot part."""

import msgspec

from recoupe.model.corrections import CorrectionsFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "https://recoupe.org/schema/corrections-1.json"


def corrections_schema() -> bytes:
    """The schema as indented JSON in UTF-8; unlike that of the contract it allows no unknown fields."""
    described = {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        "title": "Recoupe corrections, schema 1",
        **msgspec.json.schema(CorrectionsFile),
    }
    return msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"
