"""The store: every change is one transaction, and no change overwrites what somebody else wrote meanwhile."""

import hashlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from recoupe.dossier import search
from recoupe.dossier.grades import axis
from recoupe.dossier.migrations import migrate
from recoupe.dossier.subjects import Kind, Place, Subject
from recoupe.errors import Conflict, StoreError
from recoupe.ingest.contents import Raw
from recoupe.model import Dossier

PATIENCE = 10.0  # seconds to wait for another writer
NOTE, GRADE = "note", "grade"
LONGEST_NOTE = 100_000  # characters
HITS = 20  # of each kind


class StoredReport(Struct, frozen=True):
    """A file of the dossier, without its bytes. withdrawn: kept, but left out of the analysis."""

    number: int
    name: str
    sha256: str
    size: int
    url: str | None
    withdrawn: bool


class StoredCorrection(Struct, frozen=True):
    """A correction as it was written (JSON), in the order of writing."""

    number: int
    id: str
    body: str
    undone: bool


class Entry(Struct, frozen=True):
    """What an analyst wrote of a subject: a note or a grade. version: 1, 2, ...; every earlier one is kept.

    places, label: the words that the subject stood on and what it was called when this was written.
    """

    kind: Kind
    ref: str
    field: str
    version: int
    value: str
    places: tuple[Place, ...]
    label: str

    def subject(self) -> Subject:
        """What this is about, as it stood when this was written."""
        return Subject(self.kind, self.ref, self.label, self.places)


def open_store(path: Path | str) -> "Store":
    """The dossier of a file, made where there is none. StoreError where the file is no dossier or cannot be opened."""
    return Store(Path(path))


class Store:
    """A dossier's file. Every method may be called from any thread and process; each is one transaction."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock = threading.Lock()  # writers of this process wait here rather than in SQLite's busy loop
        with self.opened() as connection:
            migrate(connection)

    # --- connections

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """A connection for one transaction; errors of SQLite become StoreError, with the file's name and no path."""
        try:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)) as connection:
                connection.execute("PRAGMA trusted_schema = OFF")
                yield connection
        except StoreError as error:
            if isinstance(error, Conflict):
                raise
            raise StoreError(f"{self.path.name}: {error}") from error
        except (sqlite3.Error, UnicodeError) as error:
            raise StoreError(f"{self.path.name}: {error}; check the place, its rights and its free space") from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that changes something: all of it or nothing; the revision grows by one."""
        with self.lock, self.opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("UPDATE counter SET value = value + 1 WHERE name = 'revision'")
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    def revision(self) -> int:
        """A number that grows with every change, whoever makes it."""
        with self.opened() as connection:
            return int(connection.execute("SELECT value FROM counter WHERE name = 'revision'").fetchone()[0])

    # --- reports

    def add(self, files: Sequence[Raw]) -> int:
        """Keep files; how many are new. One that was withdrawn comes back; the same name and bytes are kept once."""
        new = 0
        with self.writing() as connection:
            for raw in files:
                digest = hashlib.sha256(raw.data).hexdigest()
                name = raw.name.encode("utf-8", "replace").decode("utf-8")
                row = connection.execute("SELECT withdrawn FROM report WHERE name = ? AND sha256 = ?", (name, digest))
                known = row.fetchone()
                new += known is None or known[0]
                connection.execute(
                    "INSERT INTO report (name, sha256, url, media_type, charset, body) VALUES (?,?,?,?,?,?) "
                    "ON CONFLICT (name, sha256) DO UPDATE SET withdrawn = 0",
                    (name, digest, raw.url, raw.media_type, raw.charset, raw.data),
                )
        return new

    def reports(self) -> tuple[StoredReport, ...]:
        """All files, those withdrawn too, in the order of their coming."""
        with self.opened() as connection:
            rows = connection.execute(
                "SELECT number, name, sha256, length(body), url, withdrawn FROM report ORDER BY number"
            )
            return tuple(StoredReport(n, name, sha, size, url, bool(w)) for n, name, sha, size, url, w in rows)

    def files(self) -> tuple[Raw, ...]:
        """The files to analyse, bytes and all, ordered by name and bytes."""
        with self.opened() as connection:
            rows = connection.execute(
                "SELECT name, body, url, media_type, charset FROM report WHERE NOT withdrawn ORDER BY name, sha256"
            )
            return tuple(Raw(name, bytes(body), url, media, charset) for name, body, url, media, charset in rows)

    def withdraw(self, number: int, withdrawn: bool) -> None:
        """Leave a report out of the analysis, or take it in again. StoreError where there is none of this number."""
        with self.writing() as connection:
            done = connection.execute("UPDATE report SET withdrawn = ? WHERE number = ?", (int(withdrawn), number))
            if not done.rowcount:
                raise StoreError(f"report {number} is not in the dossier; load the page again")

    # --- results

    def inputs(self, *more: str) -> str:
        """A name for all that the next analysis depends on: reports, corrections, and what else is given."""
        with self.opened() as connection:
            rows = [
                *connection.execute("SELECT name, sha256, url FROM report WHERE NOT withdrawn ORDER BY name, sha256"),
                *connection.execute("SELECT body FROM correction WHERE NOT undone ORDER BY number"),
            ]
        return hashlib.sha256(repr((more, rows)).encode("utf-8")).hexdigest()

    def keep(self, dossier: Dossier, inputs: str) -> None:
        """Keep a result, as JSON by the contract, in place of the former one, and index it."""
        encoded = msgspec.json.encode(dossier, order="deterministic")
        with self.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO analysis (one, inputs, result) VALUES (1, ?, ?)", (inputs, encoded)
            )
            search.index(connection, dossier)

    def analysed(self) -> str | None:
        """The name of what the result was made from; `None` where there is no result yet."""
        with self.opened() as connection:
            row = connection.execute("SELECT inputs FROM analysis").fetchone()
            return row[0] if row else None

    def result(self) -> Dossier | None:
        """The last result; `None` where there is none, or one of another version that can no longer be read."""
        with self.opened() as connection:
            row = connection.execute("SELECT result FROM analysis").fetchone()
        if row is None:
            return None
        try:
            return msgspec.json.decode(row[0], type=Dossier)
        except msgspec.ValidationError:
            return None

    def clear(self) -> None:
        """Forget the result, where no report is left to analyse."""
        with self.writing() as connection:
            connection.execute("DELETE FROM analysis")
            connection.execute("DELETE FROM passage WHERE kind <> 'note'")

    def find(self, query: str) -> tuple[search.Hit, ...]:
        """Claims, voices, notes and paragraphs that hold all the words."""
        with self.opened() as connection:
            return search.find(connection, query, HITS)

    # --- corrections

    def correct(self, id_: str, body: str) -> int:
        """Append a correction (JSON); its number. One that is there already is taken up again where it was undone."""
        with self.writing() as connection:
            connection.execute(
                "INSERT INTO correction (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET undone = 0", (id_, body)
            )
            return int(connection.execute("SELECT number FROM correction WHERE id = ?", (id_,)).fetchone()[0])

    def undo(self, number: int, undone: bool) -> None:
        """Undo a correction or take it up again; it stays in the list. StoreError where there is none."""
        with self.writing() as connection:
            done = connection.execute("UPDATE correction SET undone = ? WHERE number = ?", (int(undone), number))
            if not done.rowcount:
                raise StoreError(f"correction {number} is not in the dossier; load the page again")

    def corrections(self) -> tuple[StoredCorrection, ...]:
        """All corrections in the order of writing, those undone too."""
        with self.opened() as connection:
            rows = connection.execute("SELECT number, id, body, undone FROM correction ORDER BY number")
            return tuple(StoredCorrection(n, id_, body, bool(undone)) for n, id_, body, undone in rows)

    # --- notes and grades

    def write(self, subject: Subject, field: str, value: str, seen: int) -> Entry:
        """Write a note or a grade of a subject; an empty value takes it back.

        seen: the version that the writer had before them, 0 for none. Conflict where there is a later one by now.
        StoreError where the value is none of the subject's axis, or longer than a note may be.
        """
        if field not in (NOTE, GRADE) or (field == GRADE and value and value not in axis(subject.kind)):
            raise StoreError(f"{value[:20]!r} is none of the values here; choose one of the page")
        if len(value) > LONGEST_NOTE:
            raise StoreError(f"a note of more than {LONGEST_NOTE} characters; divide it")
        entry = Entry(subject.kind, subject.ref, field, seen + 1, value, subject.places, subject.label)
        with self.writing() as connection:
            last = connection.execute(
                "SELECT max(version) FROM entry WHERE kind = ? AND ref = ? AND field = ?",
                (entry.kind, entry.ref, field),
            ).fetchone()[0]
            if (last or 0) != seen:
                raise Conflict("changed in another window meanwhile")
            anchor = msgspec.json.encode(entry.places).decode("utf-8")
            connection.execute(
                "INSERT INTO entry (kind, ref, field, version, value, anchor, label) VALUES (?,?,?,?,?,?,?)",
                (entry.kind, entry.ref, field, entry.version, value, anchor, entry.label),
            )
            if field == NOTE:
                search.index_note(connection, f"{entry.kind} {entry.ref}", value)
        return entry

    def entries(self) -> tuple[Entry, ...]:
        """The newest version of every note and grade, by subject; an empty value is one taken back."""
        return tuple({(e.kind, e.ref, e.field): e for e in self.history()}.values())

    def history(self) -> tuple[Entry, ...]:
        """Every version of every note and grade, by subject and version."""
        with self.opened() as connection:
            rows = connection.execute(
                "SELECT kind, ref, field, version, value, anchor, label FROM entry ORDER BY kind, ref, field, version"
            )
            return tuple(
                Entry(kind, ref, field, version, value, msgspec.json.decode(anchor, type=tuple[Place, ...]), label)
                for kind, ref, field, version, value, anchor, label in rows
            )
