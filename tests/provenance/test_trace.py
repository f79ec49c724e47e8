"""Each definition of voice, chain, origin and relation on a small made-up pile."""

import pytest

from recoupe.model import Reuse, ReuseMember, Span, identifier
from tests.provenance.dossiers import CLAIM, Affair


@pytest.fixture
def affair():
    return Affair()


def voice_of(affair, statement):
    return next(s.voice for s in affair.traced().statements if s.id == statement)


def links(affair, statement):
    found = next(s.chain for s in affair.traced().statements if s.id == statement)
    return [(link.role, link.actor, link.basis) for link in found]


def test_the_innermost_source_is_the_voice_and_the_outer_ones_are_relays(affair):
    affair.people("outer", "inner")
    affair.report("r1", "gazette")
    outer = affair.says("r1", "outer")
    statement = affair.states("r1", "inner", within=outer)
    assert voice_of(affair, statement) == identifier("voice", "inner")
    assert links(affair, statement) == [
        ("origin", "inner", "stated"), ("relay", "outer", "stated"), ("report", "gazette", "stated"),
    ]  # fmt: skip


def test_who_speaks_for_a_body_is_its_voice_and_no_relay(affair):
    affair.actor("state", "country")
    affair.actor("mission", "organisation", institution="state", root="state")
    affair.report("r1", "gazette")
    statement = affair.states("r1", "state", within=affair.says("r1", "mission"))
    assert links(affair, statement) == [("origin", "mission", "stated"), ("report", "gazette", "stated")]


def test_an_anonymous_source_that_tells_what_another_said_is_the_voice(affair):
    affair.people("minister")
    affair.actor("official", "unknown", anonymous=True, count=1)
    affair.report("r1")
    statement = affair.states("r1", "minister", within=affair.says("r1", "official"))
    assert voice_of(affair, statement) == identifier("voice", "official")
    assert ("relay", "minister", "stated") not in links(affair, statement)


def test_one_actor_is_one_voice_in_every_report(affair):
    affair.people("minister")
    for report in ("r1", "r2", "r3"):
        affair.states(affair.report(report), "minister")
    assert affair.span() == (1, 1)
    assert "single origin" in affair.notes()


def test_an_unsourced_assertion_is_an_origin_only_where_its_report_gives_no_other_voice(affair):
    affair.people("minister")
    affair.report("r1")
    affair.report("r2")
    affair.states("r1", "minister")
    title, alone = affair.states("r1"), affair.states("r2")
    assert voice_of(affair, title) == identifier("voice", "not given", "r1", CLAIM)
    assert affair.claim().origins.voices == tuple(sorted([identifier("voice", "minister"), voice_of(affair, alone)]))
    assert affair.span() == (1, 2)


def test_a_denier_does_not_source_an_assertion_and_is_no_origin(affair):
    affair.people("spokesman", "judge")
    affair.report("r1")
    asserted = affair.states("r1")
    affair.states("r1", "spokesman", "denies")
    affair.states("r1", "judge", "supposes")
    affair.states("r1", "judge", "refuses")
    assert affair.claim().origins.voices == (voice_of(affair, asserted),)


def test_an_outlet_stands_for_the_voice_that_any_report_shows_it_passing_on(affair):
    affair.actor("wire", "outlet")
    affair.actor("officials", "group", anonymous=True, count=2)
    affair.report("r1")
    affair.report("r2")
    affair.states("r1", "officials", relay="wire")
    second = affair.states("r2", "wire")
    assert voice_of(affair, second) == identifier("voice", "officials")
    assert links(affair, second)[:2] == [("origin", "officials", "stated"), ("relay", "wire", "stated")]
    assert affair.span() == (1, 1)


def test_an_outlets_own_report_shows_what_it_passes_on_also_through_a_second_outlet(affair):
    affair.people("minister")
    affair.report("r1", "wire")
    affair.report("r2", "gazette")
    affair.report("r3")
    affair.states("r1", "minister")
    affair.states("r2", "wire")
    third = affair.states("r3", "gazette")
    assert links(affair, third)[:3] == [
        ("origin", "minister", "stated"), ("relay", "wire", "stated"), ("relay", "gazette", "stated"),
    ]  # fmt: skip
    assert affair.span() == (1, 1)


def test_a_report_has_nothing_from_what_an_outlet_published_later(affair):
    affair.people("union")
    affair.report("r1", "gazette", "2031-05-02")
    affair.report("r2", date="2031-05-02")
    affair.report("r3", "gazette", "2031-05-09")
    affair.states("r1")
    second = affair.states("r2", "gazette")
    affair.states("r3", "union")
    assert links(affair, second)[0] == ("origin", None, "unknown")
    grounds = [r.ground for r in affair.claim().origins.relations]
    assert grounds == ["relay: on the word of Gazette, whose own report gives no source"]
    assert affair.span() == (1, 2)


def test_of_an_outlets_reports_before_the_last_one_is_passed_on(affair):
    affair.people("abbess", "union")
    affair.report("r1", "gazette", "2031-05-02")
    affair.report("r2", "gazette", "2031-05-05")
    affair.report("r3", date="2031-05-06")
    affair.report("r4", date="2031-05-03")
    affair.states("r1", "abbess")
    affair.states("r2", "union")
    third, fourth = affair.states("r3", "gazette"), affair.states("r4", "gazette")
    assert links(affair, third)[0] == ("origin", "union", "stated")
    assert links(affair, fourth)[0] == ("origin", "abbess", "stated")


def test_a_second_outlet_passes_on_nothing_later_than_the_report_either(affair):
    affair.people("union")
    affair.report("r1", "gazette", "2031-05-02")
    affair.report("r2", "herald", "2031-05-04")
    affair.report("r3", date="2031-05-03")
    affair.states("r1", "union")
    affair.states("r2", "gazette")
    third = affair.states("r3", "herald")
    assert links(affair, third)[0] == ("origin", None, "unknown")


@pytest.mark.parametrize(("published", "most"), [("2031-05-09", 2), ("2031-05-01", 1)])
def test_what_an_anonymous_voice_tells_an_outlet_later_is_not_what_was_cited(affair, published, most):
    for teller in ("teller-1", "teller-2"):
        affair.actor(teller, "unknown", anonymous=True, count=1, name="une infirmière du port")
    affair.report("r1", date="2031-05-02")
    affair.report("r2", "gazette", published)
    affair.states("r1", "teller-1", relay="gazette")
    affair.states("r2", "teller-2")
    assert affair.span() == (1, most)


def test_an_outlet_does_not_affirm_through_the_voice_that_it_lets_deny(affair):
    affair.people("spokesman")
    affair.actor("wire", "outlet")
    affair.report("r1")
    affair.states("r1", "spokesman", "denies", relay="wire")
    statement = affair.states("r1", "wire")
    assert voice_of(affair, statement) == identifier("voice", "not given", "r1", CLAIM)


def test_an_outlet_that_says_that_it_witnessed_is_a_voice(affair):
    affair.actor("wire", "outlet")
    affair.report("r1")
    statement = affair.states("r1", "wire")
    source = affair.words("r1", "has been seen by wire")
    own = affair.attributions[affair.statements[statement].attribution]
    fields = {f: getattr(own, f) for f in own.__struct_fields__} | {"source": source}
    affair.attributions[own.id] = type(own)(**fields)
    voice = next(v for v in affair.traced().voices)
    assert (voice.actor, voice.first_hand) == ("wire", source)


def test_outlets_that_cite_each_other_are_one_voice_that_is_not_given(affair):
    affair.report("r1", "gazette")
    affair.report("r2", "herald")
    affair.states("r1", "herald")
    affair.states("r1")
    affair.states("r2", "gazette")
    assert affair.span() == (1, 1)
    assert "circle" in affair.notes()
    assert affair.claim().origins.relations[0].ground.startswith("circle")


def test_a_circle_with_another_voice_is_none(affair):
    affair.people("minister")
    affair.report("r1", "gazette")
    affair.report("r2", "herald")
    affair.states("r1", "herald")
    affair.states("r2", "gazette")
    affair.states("r2", "minister")
    assert affair.span() == (1, 1)
    assert "circle" not in affair.notes()


def test_reports_on_the_word_of_an_absent_outlet_may_be_same_and_are_pointed_out(affair):
    affair.actor("wire", "outlet")
    for report in ("r1", "r2"):
        affair.states(affair.report(report), "wire")
    assert affair.span() == (1, 2)
    assert "one outlet" in affair.notes()


def test_a_report_on_the_word_of_an_unsourced_one_is_same_unless_it_is_open_which(affair):
    affair.report("r1", "wire")
    affair.states("r1")
    affair.states(affair.report("r2"), "wire")
    assert affair.span() == (1, 1)
    affair.report("r3", "wire")
    affair.states("r3")
    assert affair.span() == (1, 3)


def test_named_voices_of_different_bodies_are_apart(affair):
    affair.people("doctor", "docker")
    affair.states(affair.report("r1"), "doctor")
    affair.states(affair.report("r2"), "docker")
    assert affair.span() == (2, 2)
    assert affair.claim().origins.established


@pytest.mark.parametrize("change", ["anonymous", "no root", "one root", "group", "outlet", "unnamed body"])
def test_without_every_part_of_the_ground_nothing_is_apart(affair, change):
    affair.people("doctor")
    others = {
        "anonymous": {"type_": "role", "anonymous": True, "root": "other"},
        "no root": {},
        "one root": {"root": "doctor"},
        "group": {"type_": "group", "root": "other"},
        "outlet": {"type_": "outlet", "root": "other"},
        "unnamed body": {"type_": "organisation", "root": "other", "name": "La police"},
    }
    affair.actor("other", **others[change])
    affair.states(affair.report("r1"), "doctor")
    affair.states(affair.report("r2"), "other")
    assert affair.span() == (1, 2)


def test_what_a_report_ascribes_to_who_denies_it_there_is_no_ground(affair):
    affair.people("doctor", "docker")
    affair.states(affair.report("r1"), "doctor")
    affair.states(affair.report("r2"), "docker")
    affair.states("r2", "docker", "denies")
    assert affair.span() == (1, 2)
    affair.states(affair.report("r3"), "docker", text="so it was")
    assert affair.span() == (2, 2)


def test_a_copy_does_not_join_two_named_voices_that_an_outlet_passes_on(affair):
    affair.people("herald-1", "docker")
    affair.actor("herald-2", "outlet")
    affair.states(affair.report("r0"), "docker", relay="herald-2", text="thus it was")
    first = affair.states(affair.report("r1"), "herald-1")
    second = affair.states(affair.report("r2"), "herald-2")
    affair.copies("copy", first, second)
    assert affair.span() == (2, 2)


def test_who_told_or_joined_the_other_anywhere_is_not_apart(affair):
    affair.people("doctor", "docker")
    affair.states(affair.report("r1"), "doctor")
    affair.states(affair.report("r2"), "docker")
    affair.report("r3")
    affair.says("r3", "doctor", within=affair.says("r3", "docker"), text="something else")
    assert affair.span() == (1, 2)


def test_coordinated_sources_are_not_apart(affair):
    affair.people("doctor", "docker")
    affair.report("r1")
    first = affair.states("r1", "doctor")
    second = affair.states("r1", "docker")
    shared = affair.attributions[affair.statements[first].attribution].source
    own = affair.attributions[affair.statements[second].attribution]
    fields = {f: getattr(own, f) for f in own.__struct_fields__} | {"source": shared}
    affair.attributions[own.id] = type(own)(**fields)
    assert affair.span() == (1, 2)


def test_a_state_is_not_apart_from_a_body_that_it_is_a_member_of(affair):
    affair.actor("france", "country", name="France")
    affair.actor("council", "organisation", root="council", name="Conseil de sécurité")
    affair.states(affair.report("r1"), "france")
    affair.states(affair.report("r2"), "council")
    assert affair.span() == (1, 2)


def test_a_body_and_who_speaks_for_it_are_same(affair):
    affair.actor("firm", "organisation", root="firm")
    affair.actor("spokesman", institution="firm", root="firm")
    affair.actor("manager", institution="firm", root="firm")
    for report, actor in (("r1", "spokesman"), ("r2", "manager"), ("r3", "firm")):
        affair.states(affair.report(report), actor)
    assert affair.span() == (1, 1)


def test_a_works_council_with_a_root_of_its_own_does_not_speak_for_the_firm(affair):
    affair.actor("firm", "organisation", root="firm")
    affair.actor("council", "organisation", root="council", institution="firm")
    affair.actor("secretary", institution="council", root="council")
    affair.states(affair.report("r1"), "secretary")
    affair.states(affair.report("r2"), "firm")
    assert affair.span() == (1, 2)


def test_an_anonymous_employee_may_be_same_as_the_body(affair):
    affair.actor("firm", "organisation", root="firm")
    affair.actor("manager", "role", institution="firm", anonymous=True, count=1, whose="firm")
    affair.states(affair.report("r1"), "manager")
    affair.states(affair.report("r2"), "firm")
    assert affair.span() == (1, 2)
    assert "one root body" in affair.notes()


def test_an_executive_is_one_root(affair):
    affair.actor("state", "country")
    affair.actor("ministry", "organisation", institution="state", root="state")
    affair.actor("minister", institution="ministry", root="state")
    affair.actor("palace", "organisation", institution="state", root="state")
    for report, actor in (("r1", "state"), ("r2", "minister"), ("r3", "palace")):
        affair.states(affair.report(report), actor)
    assert affair.span() == (1, 1)


def test_a_member_told_apart_is_same_as_its_group(affair):
    affair.actor("sources", "group", anonymous=True, count=2)
    affair.actor("member", "unknown", institution="sources", anonymous=True, count=1)
    affair.report("r1")
    affair.states("r1", "sources")
    affair.states("r1", "member")
    assert affair.span() == (1, 1)


def test_one_utterance_is_same_but_a_repeated_formula_is_not(affair):
    affair.people("doctor", "docker")
    first = affair.states(affair.report("r1"), "doctor")
    second = affair.states(affair.report("r2"), "docker")
    members = [affair.statements[s].attribution for s in (first, second)]
    affair.quotes(*members, relation="repeated_formula")
    assert affair.span() == (2, 2)
    affair.quotes(*members)
    assert affair.span() == (1, 1)


def test_a_copied_passage_joins_anonymous_voices_of_two_reports(affair):
    affair.actor("source-1", "unknown", anonymous=True, count=1)
    affair.actor("source-2", "unknown", anonymous=True, count=1)
    first = affair.states(affair.report("r1"), "source-1")
    second = affair.states(affair.report("r2"), "source-2")
    assert affair.span() == (1, 2)
    affair.copies("copy", first, second)
    assert affair.span() == (1, 1)
    assert affair.claim().origins.relations[0].reuse == "reuse-0"


def test_a_copied_report_with_two_voices_does_not_tie_the_two(affair):
    affair.people("doctor", "docker")
    for report in ("r1", "r2"):
        affair.report(report)
        affair.states(report, "doctor")
        affair.states(report, "docker")
    before = affair.span()
    whole = tuple(ReuseMember(Span(d.id, 0, len(d.text), d.text)) for d in affair.documents.values())
    affair.reuse.append(Reuse("reuse-0", "copy", whole))
    assert before == affair.span() == (2, 2)


def test_apart_inside_a_joined_group_is_dropped_and_listed(affair):
    affair.people("doctor", "docker")
    affair.actor("source", "unknown", anonymous=True, count=1)
    first = affair.states(affair.report("r1"), "doctor")
    second = affair.states(affair.report("r2"), "docker")
    third = affair.states(affair.report("r3"), "source")
    said = [affair.statements[s].attribution for s in (first, second, third)]
    affair.quotes(said[0], said[2])
    affair.quotes(said[1], said[2])
    assert affair.span() == (1, 1)
    assert "apart inside a group" in affair.notes()
    assert {r.relation for r in affair.claim().origins.relations} == {"same"}


def test_a_plural_voice_without_heads_is_pointed_out(affair):
    affair.actor("sources", "group", anonymous=True)
    affair.states(affair.report("r1"), "sources")
    assert "plural voice" in affair.notes()


def test_missing_are_affirming_reports_not_earlier_than_the_denial_without_it(affair):
    affair.people("doctor")
    affair.actor("firm", "organisation", root="firm")
    affair.actor("spokesman", institution="firm", root="firm")
    for report, date in (
        ("r1", "2031-05-02"),
        ("r2", "2031-05-01"),
        ("r3", "2031-05-02T10:00"),
        ("r4", None),
        ("r5", "2031-05-03"),
    ):
        affair.states(affair.report(report, date=date), "doctor")
    affair.states("r1", "spokesman", "denies")
    affair.states("r5", "firm", "denies")
    denial = next(d for d in affair.claim().denials if d.voice == identifier("voice", "spokesman"))
    assert denial.reports == ("r1",)
    assert denial.missing == ("r3", "r4")


def test_a_report_that_another_is_known_to_follow_is_earlier(affair):
    affair.people("doctor", "spokesman")
    affair.states(affair.report("r1"), "doctor")
    affair.states(affair.report("r2", after=["r1"]), "doctor")
    affair.states("r2", "spokesman", "denies")
    assert affair.claim().denials[0].missing == ()


def test_claims_stand_in_the_order_of_the_gap(affair):
    affair.people("doctor", "docker")
    for report in ("r1", "r2", "r3"):
        affair.report(report)
        affair.states(report, "doctor", claim="claim-a")
    affair.states("r1", "doctor", claim="claim-b")
    affair.states("r2", "docker", claim="claim-b")
    affair.states("r1", "docker", claim="claim-c")
    assert [c.id for c in affair.traced().claims] == ["claim-a", "claim-b", "claim-c"]


def test_the_order_of_the_parts_does_not_matter(affair):
    affair.people("doctor", "docker")
    affair.report("r1", "gazette")
    affair.report("r2", "herald")
    affair.states("r1", "herald")
    affair.states("r2", "gazette")
    affair.states("r2", "doctor")
    affair.states("r1", "docker", "denies")
    one, other = affair.traced(), affair.traced(turned=True)
    assert (one.voices, one.claims, one.notes) == (other.voices, other.claims, other.notes)
    assert sorted(one.statements, key=lambda s: s.id) == sorted(other.statements, key=lambda s: s.id)


@pytest.mark.parametrize(
    ("others", "most"),
    [
        ((), 1),
        (("une douanière du poste de Brel",), 3),  # either can be meant
        (("un pilote du port",), 2),
    ],
)
def test_whom_a_report_calls_cited_by_an_outlet_is_whom_the_outlets_own_report_cites(affair, others, most):
    affair.report("r1", "gazette", "2031-05-02")
    affair.report("r2", date="2031-05-02")
    for n, name in enumerate(("un fonctionnaire des douanes qui suit les dossiers", *others)):
        affair.actor(f"own-{n}", "unknown", anonymous=True, count=1, name=name)
        affair.states("r1", f"own-{n}")
    affair.actor("cited", "unknown", anonymous=True, count=1, name="un douanier")
    affair.states("r2", "cited", relay="gazette")
    assert affair.span() == (1, most)
