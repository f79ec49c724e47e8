"""Records of databases: JSON, JSON lines and tables whose columns name the parts of a report."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping

from recoupe.ingest.contents import Content, Unreadable, headed
from recoupe.ingest.markup import fragment

TABLES = {".csv": "", ".tsv": "\t"}
# names of fields, as exports of databases and scrapers write them
FIELDS = {
    "text": ("text", "texte", "body", "articlebody", "content", "contenu", "fulltext", "full_text", "article_text"),
    "title": ("title", "titre", "headline"),
    "outlet": (
        "outlet",
        "source",
        "publisher",
        "publication",
        "journal",
        "media",
        "sitename",
        "site_name",
        "media_name",
    ),
    "date": ("date", "published", "publish_date", "publishdate", "datepublished", "published_at", "publication_date"),
    "author": ("author", "authors", "auteur", "auteurs", "byline"),
    "url": ("url", "link", "lien", "canonical_url"),
}
ISO = re.compile(r"\A\d{4}-\d{2}(?:-\d{2})?(?!\d)")
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
    date = ISO.match(value(row, "date"))
    author = value(row, "author")
    return Content(
        headed(body, title),
        title=title or None,
        outlet=" ".join(value(row, "outlet").split()) or None,
        date=date.group() if date else None,
        authors=tuple(a.strip() for a in re.split(r"[;\n]", author) if a.strip()),
        url=value(row, "url") or None,
    )


def value(row: Mapping[object, object], field: str) -> str:
    """A field of a record as text, by any of its names; empty where it is absent."""
    lower = {str(k).strip().lower().lstrip("\ufeff"): v for k, v in row.items()}
    for name in FIELDS[field]:
        found = lower.get(name)
        if isinstance(found, Mapping):
            found = found.get("name") or found.get("title")
        if isinstance(found, list):
            found = "; ".join(str(f.get("name", "") if isinstance(f, Mapping) else f) for f in found)
        if isinstance(found, str) and found.strip():
            return found.encode("utf-8", "replace").decode("utf-8").strip()
    return ""
