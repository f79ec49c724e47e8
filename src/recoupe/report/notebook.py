"""A dossier, a report, a claim as a notebook shows them; and their parts as rows for a data frame."""

import importlib
from collections.abc import Mapping
from typing import Any

from recoupe.errors import NotInstalled, RecoupeError
from recoupe.model import Claim, Document, Dossier
from recoupe.model.showing import PAINTERS
from recoupe.report.arranging import view_of
from recoupe.report.messages import Messages, messages
from recoupe.report.page import OWN, environment
from recoupe.report.ranges import range_line
from recoupe.report.wording import visible, written_bounds

LIBRARIES = ("pandas", "polars")
COLUMNS = {
    "documents": ["id", "name", "language", "title", "outlet", "not_before", "not_after", "own_text", "characters"],
    "attributions": ["id", "document", "source", "actor", "cue", "content", "kind", "firmness", "relay", "confidence"],
    "statements": ["id", "document", "claim", "voice", "words", "stance", "phase", "realis", "firmness"],
    "voices": ["id", "name", "given", "named", "headcount", "first_hand"],
    "claims": ["id", "thread", "headline", "reports", "min", "max", "established", "exact", "voices", "denials"],
}  # of a table that may have no row
Row = dict[str, object]


def install(language: str = "en") -> None:
    """Let dossiers, reports and claims show themselves in a notebook, in the language of the messages."""
    say = messages(language)
    PAINTERS[:] = [lambda shown: painted(shown, say)]


def painted(shown: object, say: Messages) -> str:
    """A structure as HTML; every word of a report is escaped."""
    template = environment(OWN).get_template("notebook.html.jinja")
    view = view_of(shown, say) if isinstance(shown, Dossier) else None
    claim = shown if isinstance(shown, Claim) else None
    document = shown if isinstance(shown, Document) else None
    published = document.published if document else None
    date = written_bounds(published.not_before, published.not_after, say) if published else say("unknown")
    line = range_line(claim, say) if claim else ""
    return template.render(say=say, view=view, claim=claim, line=line, document=document, date=date, visible=visible)


def rows(dossier: Dossier, part: str) -> list[Row]:
    """A part of a dossier as flat rows: `documents`, `attributions`, `statements`, `voices`, `claims`.

    RecoupeError for another part. Ids are kept, so that tables can be joined; spans are their words.
    """
    if part not in ROWS:
        raise RecoupeError(f"no table of {part!r}; there are {', '.join(ROWS)}")
    return ROWS[part](dossier)


def frame(dossier: Dossier, part: str, library: str | None = None) -> Any:
    """A part of a dossier as a data frame of pandas or polars, the first that is installed or the one that is named.

    NotInstalled where there is neither; RecoupeError for another part or library.
    """
    table = rows(dossier, part)
    if library is not None and library not in LIBRARIES:
        raise RecoupeError(f"no data frames of {library!r}; there are {', '.join(LIBRARIES)}")
    for name in [library] if library else LIBRARIES:
        try:
            found = importlib.import_module(name)
        except ImportError:
            continue
        columns = {key: [row[key] for row in table] for key in COLUMNS[part]}
        return found.DataFrame(columns)
    raise NotInstalled(f"{library or ' or '.join(LIBRARIES)} is not installed; pip install it, or take rows()")


def documents(dossier: Dossier) -> list[Row]:
    """A row for each report."""
    names = actor_names(dossier)
    return [
        {
            "id": d.id,
            "name": d.name,
            "language": d.language,
            "title": d.title.text if d.title else None,
            "outlet": names.get(d.outlet.actor, d.outlet.actor) if d.outlet else None,
            "not_before": d.published.not_before if d.published else None,
            "not_after": d.published.not_after if d.published else None,
            "own_text": d.own_text,
            "characters": len(d.text),
        }
        for d in dossier.documents
    ]


def attributions(dossier: Dossier) -> list[Row]:
    """A row for each attribution."""
    return [
        {
            "id": a.id,
            "document": a.document,
            "source": a.source.text if a.source else None,
            "actor": a.actor,
            "cue": a.cue.text if a.cue else None,
            "content": " […] ".join(s.text for s in a.content),
            "kind": a.kind,
            "firmness": a.firmness,
            "relay": a.relay.text if a.relay else None,
            "confidence": a.confidence,
        }
        for a in dossier.attributions
    ]


def statements(dossier: Dossier) -> list[Row]:
    """A row for each statement, with the claim that it belongs to or answers."""
    claims = {s: c.id for c in dossier.claims for s in (*c.statements, *c.refusals, *c.hypothetical)}
    claims |= {s: c.id for c in dossier.claims for d in c.denials for s in d.statements}
    return [
        {
            "id": s.id,
            "document": s.document,
            "claim": claims.get(s.id),
            "voice": s.voice,
            "words": " […] ".join(p.text for p in s.spans),
            "stance": s.stance,
            "phase": s.phase,
            "realis": s.realis,
            "firmness": s.firmness,
        }
        for s in dossier.statements
    ]


def voices(dossier: Dossier) -> list[Row]:
    """A row for each voice."""
    names = actor_names(dossier)
    return [
        {
            "id": v.id,
            "name": names.get(v.actor or ""),
            "given": v.given,
            "named": v.named,
            "headcount": v.headcount,
            "first_hand": v.first_hand.text if v.first_hand else None,
        }
        for v in dossier.voices
    ]


def claims(dossier: Dossier) -> list[Row]:
    """A row for each claim."""
    return [
        {
            "id": c.id,
            "thread": c.thread,
            "headline": c.headline.text,
            "reports": len(c.reports),
            "min": c.origins.min,
            "max": c.origins.max,
            "established": c.origins.established,
            "exact": c.origins.exact,
            "voices": len(c.origins.voices),
            "denials": len(c.denials),
        }
        for c in dossier.claims
    ]


def actor_names(dossier: Dossier) -> Mapping[str, str]:
    """Names by the actors' ids."""
    return {a.id: a.name for a in dossier.actors}


ROWS = {
    "documents": documents,
    "attributions": attributions,
    "statements": statements,
    "voices": voices,
    "claims": claims,
}
