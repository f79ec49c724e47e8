"""Full-text search: what is put into the index, and how a reader's words are asked for.

Accents and case do not count (`prefecture` finds `Préfecture`); the last word may be unfinished.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator

from msgspec import Struct

from recoupe.model import Dossier

PARAGRAPH = re.compile(r"[^\r\n]+")
WORD = re.compile(r"\w+")
OPEN, CLOSE = "\x02", "\x03"  # around what was found; both are taken out of the words that are indexed
WORDS_SHOWN = 32
LONGEST_QUERY = 200  # characters

Row = tuple[str, str, str, str | None, int | None, int | None]  # words, kind, ref, document, start, end


class Hit(Struct, frozen=True):
    """Something found. kind: `claim`, `voice`, `text`, `note`; pieces: its words, each with whether it was asked for.

    ref: id of the claim, voice or report, or the note's subject. document, start, end: the paragraph, for a text.
    """

    kind: str
    ref: str
    pieces: tuple[tuple[str, bool], ...]
    document: str | None
    start: int | None
    end: int | None


def rows_of(dossier: Dossier) -> Iterator[Row]:
    """Claims by the words of their statements, voices by their names, reports by their paragraphs."""
    statements = {s.id: s for s in dossier.statements}
    actors = {a.id: a for a in dossier.actors}
    for claim in dossier.claims:
        texts = dict.fromkeys([claim.headline.text, *(p.text for s in claim.statements for p in statements[s].spans)])
        yield " … ".join(texts), "claim", claim.id, None, None, None
    for voice in dossier.voices:
        if voice.actor in actors:
            actor = actors[voice.actor]
            words = dict.fromkeys([actor.name, *(m.text for m in actor.mentions)])
            yield " … ".join(words), "voice", voice.id, None, None, None
    for document in dossier.documents:
        for found in PARAGRAPH.finditer(document.text):
            yield found[0], "text", document.id, document.id, found.start(), found.end()


def index(connection: sqlite3.Connection, dossier: Dossier) -> None:
    """Put a new analysis into the index in place of the former one; notes stay."""
    connection.execute("DELETE FROM passage WHERE kind <> 'note'")
    insert(connection, rows_of(dossier))


def index_note(connection: sqlite3.Connection, ref: str, words: str) -> None:
    """Put a note into the index in place of its former words. ref: kind and id of its subject."""
    connection.execute("DELETE FROM passage WHERE kind = 'note' AND ref = ?", (ref,))
    if words.strip():
        insert(connection, [(words, "note", ref, None, None, None)])


def insert(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Rows into the index."""
    cleaned = ((plain(words), *rest) for words, *rest in rows)
    connection.executemany(
        "INSERT INTO passage (words, kind, ref, document, start, stop) VALUES (?,?,?,?,?,?)", cleaned
    )


def plain(words: str) -> str:
    """Words as they can be kept: without the marks of what is found and without halves of characters."""
    return words.replace(OPEN, "").replace(CLOSE, "").encode("utf-8", "replace").decode("utf-8")


def question(query: str) -> str:
    """A reader's words as a question to the index: all of them, the last one perhaps unfinished; empty where none."""
    words = WORD.findall(query[:LONGEST_QUERY])
    return " ".join(f'"{word}"' for word in words) + "*" if words else ""


def find(connection: sqlite3.Connection, query: str, most: int) -> tuple[Hit, ...]:
    """What is found, the best first of each kind, at most so many of a kind."""
    asked = question(query)
    if not asked:
        return ()
    found: list[Hit] = []
    for kind in ("claim", "voice", "note", "text"):
        rows = connection.execute(
            "SELECT kind, ref, snippet(passage, 0, ?, ?, '…', ?), document, start, stop FROM passage "
            "WHERE passage MATCH ? AND kind = ? ORDER BY rank, rowid LIMIT ?",
            (OPEN, CLOSE, WORDS_SHOWN, asked, kind, most),
        )
        found += [
            Hit(kind, ref, pieces(words), document, start, end) for kind, ref, words, document, start, end in rows
        ]
    return tuple(found)


def pieces(words: str) -> tuple[tuple[str, bool], ...]:
    """Words cut at the marks of what was found."""
    cut: list[tuple[str, bool]] = []
    for i, piece in enumerate(words.split(OPEN)):
        hit, _, rest = piece.partition(CLOSE) if i else ("", "", piece)
        cut += [(hit, True)] if hit else []
        cut += [(rest, False)] if rest else []
    return tuple(cut)
