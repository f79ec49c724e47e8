"""The chain picture: what is drawn of a claim, and how it is laid out."""

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from recoupe.model import ChainLink, Dossier, Reuse
from recoupe.report.messages import messages
from recoupe.report.picture import (
    HEIGHT,
    LINE,
    WIDTH,
    Box,
    Heading,
    Line,
    Picture,
    crossings,
    picture_of,
    room,
    spread,
    wrapped,
)
from recoupe.report.places import Places
from recoupe.report.routes import chain_picture, firmest_ways
from tests.report.affairs import DOCUMENTS, affair, report, words


def box(name: str, column: int, kind: str = "relay") -> Box:
    return Box((name,), column, kind, name, name, "d1")


def line(a: str, b: str, basis: str = "stated") -> Line:
    return Line((a,), (b,), basis, "d1", f"{a} → {b}")


def drawn(dossier: Dossier, claim: int = 0) -> Picture:
    return chain_picture(dossier.claims[claim], Places(dossier, messages("en")))


def labels(picture: Picture) -> list[tuple[str, str]]:
    return [(node.kind, " ".join(node.lines)) for node in picture.nodes]


def with_claim(dossier: Dossier, **changed: object) -> Dossier:
    return structs.replace(dossier, claims=(structs.replace(dossier.claims[0], **changed), *dossier.claims[1:]))


def with_chains(dossier: Dossier, **chains: tuple[ChainLink, ...]) -> Dossier:
    statements = (structs.replace(s, chain=chains.get(s.id.replace("-", ""), s.chain)) for s in dossier.statements)
    return structs.replace(dossier, statements=tuple(statements))


@given(
    st.lists(st.integers(0, 3), min_size=2, max_size=14),
    st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=20),
)
def test_no_two_boxes_meet_and_all_lies_inside(columns: list[int], pairs: list[tuple[int, int]]) -> None:
    boxes = [box(str(i), column) for i, column in enumerate(columns)]
    lines = [line(str(a), str(b)) for a, b in dict.fromkeys(pairs) if max(a, b) < len(boxes) and a != b]
    picture = picture_of(boxes, lines, [Heading(0, 1, "days")])
    assert len(picture.edges) == len(lines)
    for one in picture.nodes:
        assert 0 <= one.x <= picture.width - WIDTH
        assert 20 <= one.y <= picture.height - HEIGHT
        assert [n for n in picture.nodes if n.x == one.x and abs(n.y - one.y) < HEIGHT] == [one]
    assert picture == picture_of(boxes, lines, [Heading(0, 1, "days")])


def test_lines_that_need_not_cross_do_not() -> None:
    boxes = [box(n, 0) for n in "abcd"] + [box(n, 1) for n in "ABCD"] + [box("Z", 2)]
    lines = [line("a", "D"), line("b", "C"), line("c", "B"), line("d", "A"), line("a", "Z")]
    picture = picture_of(boxes, lines)
    height = {" ".join(n.lines): n.y for n in picture.nodes}
    pairs = sorted((height[a], height[b]) for a, b in ("aD", "bC", "cB", "dA"))
    assert [b for _, b in pairs] == sorted(b for _, b in pairs)


def test_a_long_line_runs_through_no_box() -> None:
    boxes = [box("a", 0), box("b", 0), box("m", 1), box("z", 2)]
    picture = picture_of(boxes, [line("a", "z"), line("b", "m"), line("m", "z")])
    middle = next(n for n in picture.nodes if n.lines == ("m",))
    long = next(e for e in picture.edges if e.full == "a → z")
    levels = {int(y) for y, x in re.findall(r"(\d+)H(\d+)", long.path.replace(" ", "x")) if x} or {
        int(y) for y in re.findall(r"(\d+)H", long.path)
    }
    assert levels
    assert all(abs(level - (middle.y + HEIGHT // 2)) > HEIGHT // 2 for level in levels)


def test_heights_keep_their_order_and_distance() -> None:
    assert spread([3.0, 0.0, 0.0]) == sorted(spread([3.0, 0.0, 0.0]))
    assert all(b - a >= 1 - 1e-9 for a, b in zip(spread([0, 0, 5]), spread([0, 0, 5])[1:], strict=False))
    assert crossings([[("a",), ("b",)], [("c",), ("d",)]], [(("a",), ("d",)), (("b",), ("c",))]) == 1


def test_a_label_fits_its_box() -> None:
    assert wrapped("two words") == ("two words",)
    for label in (
        "a very long label that needs more room than there is, and goes on",
        "0123456789" * 9,
        "W" * 40,
        "Ω 米" * 30,
    ):
        lines = wrapped(label)
        assert len(lines) == 3
        assert lines[-1].endswith("…")
        assert all(room(text) <= LINE for text in lines)
    assert "".join(wrapped("000_ba024c0716eaefe1.txt")) == "000_ba024c0716eaefe1.txt"


def test_origins_are_as_many_boxes_as_the_upper_figure() -> None:
    picture = drawn(affair())
    assert labels(picture) == [
        ("origin", "Deux employés (2 persons)"),
        ("report", "Orle Matin"),
        ("unknown", "origin not given"),
        ("report", "deux.txt"),
    ]
    assert sum(n.kind in ("origin", "unknown") for n in picture.nodes) == affair().claims[0].origins.max
    assert [e.basis for e in picture.edges] == ["stated", "unknown", "inferred"]


def test_a_voice_that_does_not_count_is_not_drawn() -> None:
    dossier = affair()
    origins = structs.replace(dossier.claims[0].origins, voices=("voice-two",), groups_max=(("voice-two",),))
    picture = drawn(with_claim(dossier, origins=origins))
    assert labels(picture) == [("origin", "Deux employés (2 persons)"), ("report", "Orle Matin")]


def test_joined_voices_are_one_box_with_all_their_names() -> None:
    dossier = affair()
    origins = structs.replace(dossier.claims[0].origins, groups_max=(("voice-two", "voice-none"),))
    picture = drawn(with_claim(dossier, origins=origins))
    assert picture.nodes[0].full == "Deux employés (2 persons) = origin not given (deux.txt)"
    assert sum(n.kind == "origin" for n in picture.nodes) == 1


def test_every_box_and_line_opens_a_passage() -> None:
    for number in (0, 1):
        picture = drawn(affair(), number)
        assert all(re.fullmatch(r"d\d+-\d+-\d+", x.anchor or "") for x in (*picture.nodes, *picture.edges))


def test_dates_stand_over_their_reports_from_left_to_right() -> None:
    picture = drawn(affair())
    assert [label for _, label in picture.heads] == ["1 March 2025", "not before 2 March 2025"]
    x = {" ".join(n.lines): n.x for n in picture.nodes}
    assert x["Deux employés (2 persons)"] < x["Orle Matin"] < x["deux.txt"]


def test_a_circle_is_a_marked_loop() -> None:
    dossier = affair()
    second = structs.replace(DOCUMENTS[1], outlet=structs.replace(DOCUMENTS[0].outlet, actor="actor-anna"))
    dossier = structs.replace(
        dossier, documents=(DOCUMENTS[0], structs.replace(second, published=DOCUMENTS[0].published))
    )
    nobody = ChainLink(None, None, "origin", "unknown")
    dossier = with_chains(
        dossier,
        st1=(nobody, ChainLink("actor-anna", None, "relay", "stated", words(1, "Sorvalex")), report(1)),
        st2=(nobody, ChainLink("actor-orle", None, "relay", "stated", words(2, "Orle Matin")), report(2)),
    )
    picture = drawn(dossier)
    assert sum(e.mark is not None for e in picture.edges) == 1
    assert sum(n.kind == "report" for n in picture.nodes) == 2


def test_a_later_report_is_not_taken_for_the_relay() -> None:
    dossier = affair()
    late = structs.replace(
        DOCUMENTS[0], published=structs.replace(DOCUMENTS[0].published, not_before="2025-04-01", not_after="2025-04-01")
    )
    picture = drawn(structs.replace(dossier, documents=(late, DOCUMENTS[1])))
    assert ("relay", "Orle Matin") in labels(picture)


def test_a_translation_is_told_from_a_copy() -> None:
    dossier = affair()
    family = structs.replace(dossier.reuse[0], kind="translation")
    link = ChainLink("actor-orle", "doc-1", "relay", "inferred", words(1, "douze"), "reuse-1")
    chain = (ChainLink("actor-two", None, "origin", "stated", words(1, "Deux employés")), link, report(2))

    def basis(found: Reuse) -> list[str]:
        changed = with_chains(structs.replace(dossier, reuse=(found,)), st2=chain)
        return [e.basis for e in drawn(changed).edges]

    assert "translated" in basis(family)
    assert "inferred" in basis(dossier.reuse[0])


def test_many_reports_of_one_way_are_one_box() -> None:
    dossier = affair()
    chain = dossier.statements[0].chain[:1]
    documents, statements = [DOCUMENTS[0]], [dossier.statements[0]]
    for i in range(30):
        name = f"copy-{i}"
        documents.append(structs.replace(DOCUMENTS[1], id=name, name=name))
        first = dossier.statements[1]
        span = structs.replace(first.spans[0], document=name)
        way = (*chain, ChainLink(None, name, "report", "stated"))
        changed = structs.replace(first, id=f"copied-{i}", document=name, spans=(span,), voice="voice-two", chain=way)
        statements.append(changed)
    grown = structs.replace(dossier, documents=tuple(documents), statements=tuple(statements))
    grown = with_claim(grown, reports=tuple(d.id for d in documents), statements=tuple(s.id for s in statements))
    assert labels(drawn(grown)) == [
        ("origin", "Deux employés (2 persons)"),
        ("report", "Orle Matin"),
        ("report", "30 reports"),
    ]


def crowd(size: int) -> Dossier:
    """The affair with many reports, each of another relay; every third has it from the report before."""
    dossier, first = affair(), affair().statements[1]
    origin = dossier.statements[0].chain[0]
    documents, statements, actors = [DOCUMENTS[0]], [dossier.statements[0]], list(dossier.actors)
    for i in range(size):
        name, relay = f"report-{i:02}", f"actor-relay-{i:02}"
        actors.append(structs.replace(dossier.actors[0], id=relay, name=f"Relay {i}"))
        day = structs.replace(DOCUMENTS[0].published, not_before=f"2025-03-{i + 1:02}", not_after=f"2025-03-{i + 1:02}")
        documents.append(structs.replace(DOCUMENTS[1], id=name, name=name, published=day))
        span = structs.replace(first.spans[0], document=name)
        basis, source = ("inferred", f"report-{i - 1:02}") if i % 3 == 2 else ("stated", None)
        way = (
            origin,
            ChainLink(None if source else relay, source, "relay", basis, span),
            ChainLink(None, name, "report", "stated"),
        )
        statements.append(
            structs.replace(first, id=f"st-{name}", document=name, spans=(span,), voice="voice-two", chain=way)
        )
    grown = structs.replace(dossier, documents=tuple(documents), statements=tuple(statements), actors=tuple(actors))
    return with_claim(grown, reports=tuple(d.id for d in documents), statements=tuple(s.id for s in statements))


def test_a_crowd_of_ways_is_told_by_origin_and_days() -> None:
    picture = drawn(crowd(30))
    assert labels(picture)[0] == ("origin", "Deux employés (2 persons)")
    told = [n for n in picture.nodes if n.kind == "report"]
    assert len(told) <= 2 * 4  # said by the text or inferred, in four stretches of days
    counts = [int(re.match(r"\d+", n.lines[0])[0]) if n.lines[0][0].isdigit() else 1 for n in told]  # type: ignore[index]
    assert sum(counts) == 31
    assert {e.basis for e in picture.edges} == {"stated", "inferred"}
    assert all(e.mark is None for e in picture.edges)
    assert [label for _, label in picture.heads] == [
        "1–8 March 2025",
        "9–16 March 2025",
        "17–24 March 2025",
        "25–30 March 2025",
    ]
    assert drawn(crowd(30)) == picture


def test_the_firmest_way_counts_and_its_weakest_line() -> None:
    def line(a: str, b: str, basis: str) -> Line:
        return Line((a,), (b,), basis, None, "")

    lines = {(x.a, x.b): x for x in (line("o", "r", "stated"), line("r", "d", "inferred"), line("o", "d", "unknown"))}
    assert firmest_ways([("o",), ("nowhere",)], lines) == {("r",): {("o",): "stated"}, ("d",): {("o",): "inferred"}}


def test_joined_voices_are_called_by_the_name_among_them_then_by_the_group() -> None:
    dossier = affair()
    for group in (("voice-none", "voice-two", "voice-anna"), ("voice-anna", "voice-two", "voice-none")):
        origins = structs.replace(dossier.claims[0].origins, groups_max=(group,))
        picture = drawn(with_claim(dossier, origins=origins))
        box = next(n for n in picture.nodes if n.kind == "origin")
        assert box.lines[0] == "Anna Dorval"
        assert re.fullmatch(r"Anna Dorval.* = Deux employés \(2 persons\) = origin not given \(deux\.txt\)", box.full)


def test_an_outlet_that_tells_what_it_was_told_is_one_box_with_its_report() -> None:
    dossier = affair()
    second = structs.replace(dossier.documents[1], outlet=dossier.documents[0].outlet)
    dossier = structs.replace(dossier, documents=(dossier.documents[0], second))
    picture = chain_picture(dossier.claims[0], Places(dossier, messages("en")))
    assert not [n for n in picture.nodes if n.kind == "relay"]
