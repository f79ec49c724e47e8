"""The JSON Schema of the contract (schema 1), made from the model so that the two cannot part."""

from typing import Any

import msgspec

from recoupe.model import Dossier

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "https://recoupe.org/schema/recoupe-1.json"


def contract_schema() -> bytes:
    """The schema as indented JSON in UTF-8. Fields and enum members that a later version adds are allowed."""
    schema = msgspec.json.schema(Dossier)
    opened = complete(open_enums(schema))
    described = {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        "title": "Recoupe dossier, schema 1",
        "description": "Spans are Unicode code points, end excluded, into documents[].text. Absent is null or [].",
        **opened,
    }
    return msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"


def open_enums(node: Any) -> Any:
    """A schema whose string enums are examples: readers must accept members that a later version adds."""
    if isinstance(node, list):
        return [open_enums(item) for item in node]
    if not isinstance(node, dict):
        return node
    members = node.get("enum")
    if isinstance(members, list) and all(isinstance(m, str) for m in members):
        rest = {key: value for key, value in node.items() if key != "enum"}
        return {**rest, "type": "string", "examples": members}
    return {key: open_enums(value) for key, value in node.items()}


def complete(node: Any) -> Any:
    """A schema in which every field of an object must be there: what is absent is null or [], never left out."""
    if isinstance(node, list):
        return [complete(item) for item in node]
    if not isinstance(node, dict):
        return node
    deep = {key: complete(value) for key, value in node.items()}
    if isinstance(node.get("properties"), dict):
        deep["required"] = list(node["properties"])
    return deep
