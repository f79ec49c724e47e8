"""The fields in which records, tables and the heads of Markdown files keep the parts of a report, by their many names."""

import re
from collections.abc import Mapping
from datetime import date

from recoupe.ingest.days import days_in

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
        "média",
        "newspaper",
        "site",
        "website",
        "sitename",
        "site_name",
        "sitetitle",
        "site_title",
        "media_name",
        "éditeur",
        "editeur",
    ),
    "date": (
        "date",
        "published",
        "publish_date",
        "publishdate",
        "datepublished",
        "date_published",
        "published_at",
        "published_on",
        "publication_date",
        "pubdate",
        "date_publication",
        "date_de_publication",
        "publié",
        "publie",
        "publié_le",
        "publie_le",
        "created",
    ),
    "author": (
        "author",
        "authors",
        "auteur",
        "auteurs",
        "autrice",
        "byline",
        "signature",
        "by",
        "par",
        "written_by",
        "writer",
        "reporter",
        "reporters",
        "journalist",
        "journaliste",
        "journalistes",
        "correspondent",
        "rédacteur",
        "rédactrice",
    ),
    "agency": ("agency", "agencies", "agence", "agences", "wire", "credit", "crédit"),
    "url": ("url", "link", "lien", "canonical_url", "canonical", "permalink", "source_url", "original_url", "adresse"),
}
ISO = re.compile(r"\A\d{4}-\d{2}(?:-\d{2})?(?!\d)")


def value(row: Mapping[object, object], field: str) -> str:
    """A field of a record as text, by any of its names; empty where it is absent."""
    lower = {
        " ".join(str(k).lower().lstrip("\ufeff").replace("-", "_").split()).replace(" ", "_"): v for k, v in row.items()
    }
    for name in FIELDS[field]:
        found = lower.get(name)
        if isinstance(found, Mapping):
            found = found.get("name") or found.get("title")
        if isinstance(found, list):
            found = "; ".join(str(f.get("name", "") if isinstance(f, Mapping) else f) for f in found)
        if isinstance(found, str) and found.strip():
            return found.encode("utf-8", "replace").decode("utf-8").strip()
    return ""


def several(row: Mapping[object, object], field: str) -> tuple[str, ...]:
    """The values of a field that lists them, as a list or parted by semicolons or line ends."""
    return tuple(part.strip() for part in re.split(r"[;\n]", value(row, field)) if part.strip())


def iso_day(written: str) -> str | None:
    """The day or month (ISO 8601) that some words begin with; `None` where they begin with none that the calendar has."""
    found = ISO.match(written.strip())
    try:
        return found[0] if found and date.fromisoformat(f"{found[0]}-01"[:10]) else None
    except ValueError:
        return None


def day_of(written: str) -> str | None:
    """A date field as ISO 8601, to the day or the month; `None` where it is none, or has no year."""
    iso = iso_day(written)
    if iso is not None:
        return iso
    found = next((day for day in days_in(written) if day.year), None)
    if found is None:
        return None
    return f"{found.year}-{found.month:02}-{found.day:02}" if found.day else f"{found.year}-{found.month:02}"
