"""The tables of a dossier's file, version by version; a file of an earlier version is brought up to date when opened."""

import sqlite3

from recoupe.errors import StoreError

APPLICATION = 0x52436F75  # "RCou": tells a dossier from any other SQLite file

# Each entry brings a file from the version of its place in this list to the next. Entries are never changed, only added.
MIGRATIONS = (
    """
    CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
    INSERT INTO counter VALUES ('revision', 0);

    CREATE TABLE report (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        url TEXT,
        media_type TEXT NOT NULL,
        charset TEXT NOT NULL,
        body BLOB NOT NULL,
        withdrawn INTEGER NOT NULL DEFAULT 0,
        UNIQUE (name, sha256)
    ) STRICT;

    CREATE TABLE analysis (one INTEGER PRIMARY KEY CHECK (one = 1), inputs TEXT NOT NULL, result BLOB NOT NULL) STRICT;

    CREATE TABLE correction (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE entry (
        kind TEXT NOT NULL,
        ref TEXT NOT NULL,
        field TEXT NOT NULL,
        version INTEGER NOT NULL,
        value TEXT NOT NULL,
        anchor TEXT NOT NULL,
        label TEXT NOT NULL,
        PRIMARY KEY (kind, ref, field, version)
    ) STRICT;

    CREATE VIRTUAL TABLE passage USING fts5 (
        words, kind UNINDEXED, ref UNINDEXED, document UNINDEXED, start UNINDEXED, stop UNINDEXED,
        tokenize = 'unicode61 remove_diacritics 2'
    );
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file up to the newest tables, all or nothing.

    StoreError where it is a file of something else, or of a later version of Recoupe.
    """
    connection.execute("BEGIN IMMEDIATE")  # two windows may open a new file at once
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if mark != APPLICATION and (mark or version or tables):
        raise StoreError("it is a database of another program; name a new file")
    if version > len(MIGRATIONS):
        raise StoreError("it was written by a later version of Recoupe; install that one")
    for script in MIGRATIONS[version:]:
        for statement in script.split(";"):
            connection.execute(statement)
    if version < len(MIGRATIONS):
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute("COMMIT")
