"""Records of databases: JSON, JSON lines and tables whose columns name the parts of a report."""

import csv
import io
import json
from collections.abc import Iterator, Mapping

from recoupe.ingest.contents import Content, Unreadable, headed
from recoupe.ingest.fields import FIELDS, day_of, several, value
from recoupe.ingest.markup import fragment

TABLES = {".csv": "", ".tsv": "\t"}
CURE = f"name the field of the text one of: {', '.join(FIELDS['text'])}; or give the texts as files"


def looks_like_records(name: str, media_type: str, text: str) -> bool:
    """Whether a file is JSON, JSON lines or a table, by its name and what it begins with."""
    lower, start = name.lower(), text.lstrip()[:1]
    if lower.endswith((".json", ".jsonl", ".ndjson")) or media_type == "application/json":
        return start in {"{", "["}
    return lower.endswith(tuple(TABLES))


def records(name: str, text: str) -> Iterator[Content]:
    """The reports of the records in order. Unreadable where none has a text."""
    lower = name.lower()
    rows = table(lower, text) if lower.endswith(tuple(TABLES)) else objects(text)
    found = [content for content in map(report, rows) if content is not None]
    if not found:
        raise Unreadable(f"records without a text; {CURE}")
    width = len(str(len(found)))
    for number, content in enumerate(found, 1):
        part = f"{number:0{width}}" if len(found) > 1 else ""
        yield Content(
            content.text, content.title, content.outlet, "metadata", content.date, content.authors, url=content.url, part=part
        )  # fmt: skip


def table(name: str, text: str) -> list[dict[str, object]]:
    """The rows of a table under the names of their columns."""
    delimiter = TABLES[name[name.rfind(".") :]] or max(";,\t|", key=text.split("\n")[0].count)
    csv.field_size_limit(len(text) + 1)
    try:
        return [dict(row) for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise Unreadable(f"a broken table ({error}); export it again") from error


def objects(text: str) -> list[object]:
    """The objects of a JSON file or of JSON lines."""
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise Unreadable("JSON nested too deep; give the texts as files") from error
    except json.JSONDecodeError:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (json.JSONDecodeError, RecursionError) as error:
            raise Unreadable(f"broken JSON ({error}); export it again") from error
    if isinstance(found, Mapping) and value(found, "text") == "":
        lists = [v for v in found.values() if isinstance(v, list)]  # an envelope around the records
        return max(lists, key=len) if lists else [found]
    return found if isinstance(found, list) else [found]


def report(row: object) -> Content | None:
    """One record's report, `None` where it has no text."""
    if not isinstance(row, Mapping):
        return None
    body = "\n\n".join(fragment(value(row, "text")))
    if not body:
        return None
    title = " ".join(value(row, "title").split())
    return Content(
        headed(body, title),
        title=title or None,
        outlet=" ".join(value(row, "outlet").split()) or None,
        date=day_of(value(row, "date")),
        authors=several(row, "author"),
        url=value(row, "url") or None,
    )
