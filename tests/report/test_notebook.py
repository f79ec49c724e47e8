"""What a notebook shows, and what a data frame holds."""

import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from msgspec import structs

import recoupe
from recoupe.errors import NotInstalled, RecoupeError
from recoupe.model.showing import PAINTERS
from recoupe.report.notebook import COLUMNS, ROWS, frame, install, rows
from tests.report.affairs import affair


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    kept = list(PAINTERS)
    yield
    PAINTERS[:] = kept


def test_without_a_painter_a_structure_is_text() -> None:
    PAINTERS.clear()
    assert affair()._repr_html_() is None


@pytest.mark.parametrize(
    ("language", "words"), [("en", "independence not established"), ("fr", "indépendance non établie")]
)
def test_dossiers_claims_and_reports_show_themselves_and_run_nothing(language: str, words: str) -> None:
    install(language)
    dossier = affair()
    shown = [dossier._repr_html_(), dossier.claims[0]._repr_html_(), dossier.documents[0]._repr_html_()]
    assert all(isinstance(html, str) and html.strip() for html in shown)
    assert words in str(shown[0])
    assert words in str(shown[1])
    assert "douze pompes" in str(shown[2])
    for html in map(str, shown):
        assert "<script" not in html
        assert "<img" not in html
        assert "<b onload" not in html


def test_whoever_analyses_gets_a_painter() -> None:
    PAINTERS.clear()
    assert recoupe.analyse
    assert len(PAINTERS) == 1
    assert recoupe.frame is frame


@pytest.mark.parametrize("part", ROWS)
def test_every_part_is_a_table_with_a_row_for_each(part: str) -> None:
    dossier = affair()
    table = rows(dossier, part)
    assert [row["id"] for row in table] == [thing.id for thing in getattr(dossier, part)]
    assert len({tuple(row) for row in table}) == 1
    assert all(isinstance(v, str | int | float | bool | None) for row in table for v in row.values())


def test_frames_are_of_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(NotInstalled, match="pandas or polars"):
        frame(affair(), "claims")
    monkeypatch.setitem(sys.modules, "polars", SimpleNamespace(DataFrame=lambda columns: columns))
    assert frame(affair(), "claims")["max"] == [2, 1]
    with pytest.raises(NotInstalled, match="pandas"):
        frame(affair(), "claims", "pandas")
    for part, library in (("verdicts", None), ("claims", "excel")):
        with pytest.raises(RecoupeError):
            frame(affair(), part, library)


def test_a_table_without_rows_keeps_its_columns() -> None:
    for part in ROWS:
        assert list(rows(affair(), part)[0]) == COLUMNS[part]
    empty = structs.replace(affair(), claims=(), statements=())
    kept = {"pandas": SimpleNamespace(DataFrame=dict)}
    for part in ("claims", "statements"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(sys.modules, "pandas", kept["pandas"])
            assert frame(empty, part, "pandas") == {column: [] for column in COLUMNS[part]}
