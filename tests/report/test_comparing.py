"""Passages beside those of other reports, and the timeline."""

from msgspec import structs

from recoupe.model import Bounds, Dossier, TimelineEntry
from recoupe.report.arranging import view_of
from recoupe.report.comparing import comparisons, key
from recoupe.report.lanes import timeline_of
from recoupe.report.messages import messages
from recoupe.report.places import Places
from tests.report.affairs import DOCUMENTS, affair


def places() -> Places:
    return Places(affair(), messages("en"))


def test_a_passage_stands_beside_its_source_with_the_words_that_differ() -> None:
    found = comparisons(places())
    copied = next(c for c in found["doc-2"] if c.kind == "near copy")
    assert [(s.kind, s.text) for s in copied.stretches] == [
        ("both", "Sorvalex aurait vendu"),
        ("here", "dix"),
        ("there", "douze"),
        ("both", "pompes"),
    ]
    assert (copied.other.text, copied.detail) == ("Orle Matin", "from Orle Matin, credited")
    assert [c.number for c in found["doc-2"]] == [1, 2]


def test_an_utterance_names_the_kinds_of_difference_that_the_dossier_has() -> None:
    said = next(c for c in comparisons(places())["doc-1"] if c.kind == "one saying")
    assert said.differences == ("altered",)


def test_another_language_stands_undivided() -> None:
    foreign = structs.replace(DOCUMENTS[1], language="en")
    found = comparisons(Places(structs.replace(affair(), documents=(DOCUMENTS[0], foreign)), messages("en")))
    assert all([s.kind for s in c.stretches] == ["there"] for c in found["doc-2"])


def test_the_make_of_marks_is_no_difference() -> None:
    assert key("L’Écluse,") == key("l'écluse")
    assert key("…") == "…"


def test_the_reader_marks_shared_passages_and_numbers_them() -> None:
    view = view_of(affair(), messages("en"))
    notes = [note for s in view.documents[1].segments for note in s.notes]
    assert [number for _, number in notes] == [1, 2]
    assert {anchor for anchor, _ in notes} == {c.anchor for c in view.documents[1].comparisons}
    assert any("shared" in s.kinds for s in view.documents[1].segments)


def test_what_happened_lies_on_another_row_than_what_was_told() -> None:
    timeline = timeline_of(affair().claims, places())
    assert timeline is not None
    lane = timeline.lanes[0]
    assert [m.kind for m in lane.marks] == ["denial", "conditional lost", "figure", "hedged", "hedged", "happened"]
    rows = {m.kind: m.y for m in lane.marks}
    assert rows["denial"] < rows["hedged"] < rows["happened"]
    happened = lane.marks[-1]
    assert happened.end > happened.x
    assert happened.full == "February 2025, by Orle Matin"
    assert happened.x < min(m.x for m in lane.marks if m.kind == "hedged")


def test_marks_of_one_day_stand_above_one_another() -> None:
    timeline = timeline_of(affair().claims, places())
    assert timeline is not None
    for lane in timeline.lanes:
        spots = [(m.x, m.y) for m in lane.marks]
        assert len(spots) == len(set(spots))
        assert all(m.y < lane.height and m.end < timeline.width for m in lane.marks)


def test_without_dates_there_is_no_timeline() -> None:
    bare = structs.replace(affair(), timeline=())
    assert timeline_of(bare.claims, Places(bare, messages("en"))) is None
    assert view_of(bare, messages("en")).timeline is None


def test_a_report_of_which_only_an_earlier_day_is_known_has_no_place_on_the_timeline() -> None:
    def made(after: tuple[str, ...]) -> Dossier:
        """The affair with a second report that tells of a day long before the first one came out."""
        published = Bounds("2025-02-02", None, "text", (), after)
        documents = (DOCUMENTS[0], structs.replace(DOCUMENTS[1], published=published))
        told = [e for e in affair().timeline if e.kind != "told"]
        shown = [d.published for d in documents]
        told += [
            TimelineEntry("told", p.not_before, p.not_after, None, None, d.id, p.spans)
            for d, p in zip(documents, shown, strict=True)
            if p is not None
        ]
        return structs.replace(affair(), documents=documents, timeline=tuple(told))

    for after, drawn in (((), False), (("doc-1",), True)):
        dossier = made(after)
        timeline = timeline_of(dossier.claims, Places(dossier, messages("en")))
        assert timeline is not None
        lane = timeline.lanes[0]
        assert any("deux.txt" in m.full for m in lane.marks if m.kind != "happened") is drawn
        assert [ref.text for ref in lane.undated] == ([] if drawn else ["deux.txt"])
