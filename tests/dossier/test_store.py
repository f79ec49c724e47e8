"""The store: what goes in comes out, nothing that somebody wrote is lost, a file of something else is left alone."""

import sqlite3
import threading
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule
from msgspec import structs

from recoupe.dossier import Store, open_store
from recoupe.dossier.migrations import APPLICATION, MIGRATIONS
from recoupe.dossier.search import question
from recoupe.dossier.store import GRADE, NOTE
from recoupe.dossier.subjects import Subject, Subjects
from recoupe.errors import Conflict, StoreError
from recoupe.ingest.contents import Raw
from tests.report.affairs import affair

CLAIM = Subject("claim", "claim-sold", "Sorvalex", (("doc-1", 0, 4),))
NAMES = st.text(min_size=1, max_size=20)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "affair.recoupe")


@given(
    files=st.lists(
        st.builds(Raw, NAMES, st.binary(max_size=60), st.none() | NAMES, st.text(max_size=9), st.text(max_size=9))
    )
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_reports_come_back_as_they_went_in(files: list[Raw], tmp_path_factory: pytest.TempPathFactory) -> None:
    store = open_store(tmp_path_factory.mktemp("store") / "x.recoupe")
    first = {}
    for file in files:
        first.setdefault((file.name, file.data), file)
    assert store.add(files) == len(first)
    assert store.add(files) == 0
    assert sorted(store.files(), key=repr) == sorted(first.values(), key=repr)


def test_the_order_of_coming_changes_nothing(tmp_path: Path) -> None:
    files = [Raw("b", b"1"), Raw("a", b"2"), Raw("a", b"1")]
    stores = [open_store(tmp_path / "one"), open_store(tmp_path / "two")]
    stores[0].add(files)
    for file in reversed(files):
        stores[1].add([file])
    assert stores[0].files() == stores[1].files()
    assert stores[0].inputs() == stores[1].inputs()


def test_a_result_comes_back_whole_from_another_opening(store: Store) -> None:
    assert store.result() is None
    store.keep(affair(), "key")
    again = open_store(store.path)
    assert again.result() == affair()
    assert again.analysed() == "key"


def test_a_result_of_another_version_is_no_result(store: Store) -> None:
    store.keep(affair(), "key")
    with store.writing() as connection:
        connection.execute("UPDATE analysis SET result = ?", (b'{"schema": 9}',))
    assert store.result() is None


def test_what_the_analysis_depends_on_has_a_name(store: Store) -> None:
    names = [store.inputs()]
    store.add([Raw("a", b"1")])
    names.append(store.inputs())
    names.append(store.inputs("fr=other"))
    number = store.correct("c-1", "{}")
    names.append(store.inputs())
    assert len(set(names)) == 4
    store.undo(number, True)
    assert store.inputs() == names[1]
    store.withdraw(1, True)
    assert store.inputs() == names[0]


def test_a_withdrawn_report_is_kept_and_comes_back(store: Store) -> None:
    store.add([Raw("a", b"1")])
    store.withdraw(1, True)
    assert store.files() == ()
    assert [r.withdrawn for r in store.reports()] == [True]
    assert store.add([Raw("a", b"1")]) == 1
    assert [f.data for f in store.files()] == [b"1"]
    with pytest.raises(StoreError, match="report 7 is not in the dossier"):
        store.withdraw(7, True)


def test_a_correction_is_appended_undone_and_taken_up_again(store: Store) -> None:
    first, second = store.correct("c-1", '{"a": 1}'), store.correct("c-2", "{}")
    assert store.correct("c-1", '{"a": 1}') == first
    store.undo(first, True)
    assert [(c.number, c.undone) for c in store.corrections()] == [(first, True), (second, False)]
    store.correct("c-1", '{"a": 1}')
    assert not any(c.undone for c in store.corrections())
    with pytest.raises(StoreError):
        store.undo(99, True)


def test_a_second_window_is_told_and_both_texts_are_kept(store: Store) -> None:
    store.write(CLAIM, NOTE, "first", 0)
    store.write(CLAIM, NOTE, "hers", 1)
    with pytest.raises(Conflict):
        store.write(CLAIM, NOTE, "his", 1)
    store.write(CLAIM, NOTE, "hers and his", 2)
    assert [e.value for e in store.entries()] == ["hers and his"]
    assert [e.value for e in store.history()] == ["first", "hers", "hers and his"]


def test_many_writers_at_once_lose_nothing(store: Store) -> None:
    """Eight windows write the same note over and over, each again when it is told that it came late."""
    written: list[str] = []

    def write(name: str) -> None:
        own = open_store(store.path)
        for i in range(5):
            while True:
                seen = max((e.version for e in own.entries()), default=0)
                try:
                    own.write(CLAIM, NOTE, f"{name}{i}", seen)
                except Conflict:
                    continue
                written.append(f"{name}{i}")
                break

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcdefgh"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(written) == 40
    assert sorted(e.value for e in store.history()) == sorted(written)
    assert store.revision() == 40


@pytest.mark.parametrize(
    ("subject", "field", "value"),
    [
        (CLAIM, GRADE, "A"),
        (CLAIM, GRADE, "7"),
        (structs.replace(CLAIM, kind="voice"), GRADE, "1"),
        (structs.replace(CLAIM, kind="report"), GRADE, "A"),
        (CLAIM, "verdict", "x"),
        (CLAIM, NOTE, "x" * 100_001),
    ],
)
def test_what_no_analyst_can_enter_is_refused(store: Store, subject: Subject, field: str, value: str) -> None:
    with pytest.raises(StoreError):
        store.write(subject, field, value, 0)
    assert store.entries() == ()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cats (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_no_database_and_no_place_are_named_without_their_path(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("not a database at all, but longer than a header of a hundred bytes " * 9)
    for path in (tmp_path / "text.txt", tmp_path / "nowhere" / "x", tmp_path):
        with pytest.raises(StoreError) as caught:
            open_store(path)
        assert str(tmp_path) not in str(caught.value)
        assert path.name in str(caught.value)


def test_a_later_version_is_refused(store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(StoreError, match="later version"):
        open_store(store.path)


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
def test_files_of_earlier_versions_are_brought_up_to_date(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.recoupe"
    with sqlite3.connect(path) as connection:
        for script in MIGRATIONS[:version]:
            connection.executescript(script)
        connection.execute(f"PRAGMA application_id = {APPLICATION if version else 0}")
        connection.execute(f"PRAGMA user_version = {version}")
    store = open_store(path)
    store.keep(affair(), "key")
    assert store.result() == affair()


def test_there_is_one_file_and_no_other(store: Store) -> None:
    store.add([Raw("a", b"1")])
    store.keep(affair(), "key")
    assert [p.name for p in store.path.parent.iterdir()] == ["affair.recoupe"]


def test_the_search_finds_texts_claims_voices_and_notes(store: Store) -> None:
    store.keep(affair(), "key")
    store.write(CLAIM, NOTE, "Rappeler la préfecture pour les pompes", 0)
    found = store.find("pompes")
    assert {h.kind for h in found} == {"claim", "text", "note"}
    assert {h.kind for h in store.find("EMPLOYES")} == {"voice", "text"}
    assert [h.ref for h in store.find("prefec")] == ["claim claim-sold"]
    text = next(h for h in found if h.kind == "text")
    document = next(d for d in affair().documents if d.id == text.document)
    shown = "".join(words for words, _ in text.pieces)
    assert shown.strip("…") in document.text[text.start : text.end]
    assert [words for words, hit in text.pieces if hit] == ["pompes"] * document.text[text.start : text.end].count(
        "pompes"
    )
    store.write(CLAIM, NOTE, "", 1)
    assert store.find("prefec") == ()


def test_a_new_result_takes_the_place_of_the_former_in_the_index(store: Store) -> None:
    store.keep(affair(), "key")
    store.keep(structs.replace(affair(), claims=(), voices=(), documents=()), "other")
    assert store.find("pompes") == ()


@given(query=st.text(max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_question_breaks_the_search(query: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = open_store(tmp_path_factory.getbasetemp() / "search.recoupe")
    store.find(query)
    store.find(f'{query}" OR words:* NEAR({query}')
    assert question(query).count('"') % 2 == 0


def test_what_was_written_moves_with_its_words() -> None:
    dossier = affair()
    claim = dossier.claims[0]
    old = Subjects(dossier).get("claim", claim.id)
    assert old is not None
    split = structs.replace(claim, id="claim-other", statements=claim.statements[:1])
    now = Subjects(structs.replace(dossier, claims=(dossier.claims[1], split)))
    moved = now.now("claim", old.ref, old.places)
    assert moved is not None
    assert moved.ref == "claim-other"
    assert now.now("claim", "claim-gone", ()) is None
    assert now.get("claim", claim.id) is None


class Windows(RuleBasedStateMachine):
    """Windows that write notes and undo corrections in any order, beside a plain account of what must be there."""

    notes = Bundle("notes")

    @staticmethod
    def fresh() -> Path:
        import tempfile

        return Path(tempfile.mkdtemp(prefix="recoupe-store-")) / "w.recoupe"

    def __init__(self) -> None:
        super().__init__()
        self.store = open_store(self.fresh())
        self.account: dict[str, list[str]] = {}
        self.corrections: dict[str, bool] = {}

    @rule(
        ref=st.sampled_from(["c1", "c2"]),
        value=st.text(max_size=8).filter(lambda s: s.isprintable()),
        late=st.booleans(),
    )
    def write(self, ref: str, value: str, late: bool) -> None:
        known = self.account.setdefault(ref, [])
        subject = Subject("claim", ref, ref, ())
        if late and known:
            with pytest.raises(Conflict):
                self.store.write(subject, NOTE, value, len(known) - 1)
        else:
            self.store.write(subject, NOTE, value, len(known))
            known.append(value)

    @rule(name=st.sampled_from(["k1", "k2", "k3"]))
    def correct(self, name: str) -> None:
        self.store.correct(name, msgspec.json.encode(name).decode())
        self.corrections[name] = False

    @rule(name=st.sampled_from(["k1", "k2", "k3"]), undone=st.booleans())
    def undo(self, name: str, undone: bool) -> None:
        number = next((c.number for c in self.store.corrections() if c.id == name), None)
        if number is not None:
            self.store.undo(number, undone)
            self.corrections[name] = undone

    @invariant()
    def nothing_is_lost(self) -> None:
        kept: dict[str, list[str]] = {}
        for entry in self.store.history():
            kept.setdefault(entry.ref, []).append(entry.value)
        assert kept == {ref: values for ref, values in self.account.items() if values}
        assert {c.id: c.undone for c in self.store.corrections()} == self.corrections


Windows.TestCase.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
TestWindows = Windows.TestCase
