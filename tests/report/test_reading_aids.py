"""What a reader is told of figures, of words between marks, and of denials that answer no claim."""

from pathlib import Path

import pytest
from msgspec import structs

from recoupe.model import Dossier, Span, Variant, VariantValue
from recoupe.pipeline import analyse
from recoupe.report import render
from recoupe.report.arranging import view_of
from recoupe.report.messages import messages
from recoupe.report.slots import differs
from recoupe.report.wording import quotable, written_date, written_value
from tests.report.affairs import affair

PLANT = "La société Orvane a vendu douze pompes à la ville de Sérac, selon un ancien comptable."
PILE = {
    "un.txt": f"{PLANT}\n\nLa préfecture dément formellement tout report de la réunion. L'usine de Brel "
    "a fermé ses portes, a dit le maire, Luc Ferran.\n",
    "deux.txt": f"{PLANT}\n\nLe pont de Sérac a rouvert hier.\n",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("aids")
    for name, text in PILE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return analyse([str(folder)])


def variant(slot: str, *told: tuple[str, str]) -> Variant:
    return Variant(
        slot, tuple(VariantValue(v, (Span(document, i, i + 1, "x"),)) for i, (document, v) in enumerate(told))
    )


@pytest.mark.parametrize(
    ("found", "disagree"),
    [
        (variant("measure", ("a", "40 t"), ("b", "60 t")), True),
        (variant("measure", ("a", "40 t"), ("b", "60 t"), ("b", "40 t")), False),
        (variant("measure", ("a", "40 t"), ("b", "40000 kg")), False),
        (variant("count", ("a", "≥ 10 pompe"), ("b", "12 pompe")), False),
        (variant("count", ("a", "≥ 20 pompe"), ("b", "12 pompe")), True),
        (variant("count", ("a", "10–14 pompe"), ("b", "12 pompe")), False),
        (variant("date", ("a", "XXXX-01"), ("a", "XXXX-11")), False),
        (variant("date", ("a", "XXXX-01"), ("b", "XXXX-11")), False),
        (variant("date", ("a", "2026-01-02"), ("b", "2026-01-03")), True),
        (variant("date", ("a", "2026-01-02/2026-01-09"), ("b", "2026-01-03")), False),
        (variant("duration", ("a", "P2D day"), ("b", "PT48H hour")), False),
        (variant("duration", ("a", "P1D–P3D day"), ("b", "PT48H hour")), False),
        (variant("duration", ("a", "≥ P2D day"), ("b", "PT72H hour")), False),
        (variant("duration", ("a", "P2D day"), ("b", "PT72H hour")), True),
        (variant("duration", ("a", "quelques jours"), ("b", "PT72H hour")), False),
        (variant("place", ("a", "Sérac"), ("b", "rivière")), False),
        (variant("participant", ("a", "le maire"), ("b", "pompes")), False),
    ],
)
def test_reports_disagree_where_nothing_that_one_says_can_be_what_the_other_says(
    found: Variant, disagree: bool
) -> None:
    assert differs(found, {}) is disagree


@pytest.mark.parametrize(
    ("ui", "words", "printed"),
    [
        ("fr", "M. Orvane « n'ira pas »", "M. Orvane “n'ira pas”"),
        ("fr", "« Je n'irai pas »", "Je n'irai pas"),
        ("fr", "L'Écho » a pu lire", "L'Écho a pu lire"),
        ("fr", "une « note", "une note"),
        ("en", "he “will not go”", "he ‘will not go’"),
        ("en", "“I will not go”", "I will not go"),
        ("en", "il « n'ira pas »", "il « n'ira pas »"),
        ("en", '"No", he said, "never"', '"No", he said, "never"'),
    ],
)
def test_marks_inside_marks_are_of_the_inner_kind(ui: str, words: str, printed: str) -> None:
    assert quotable(words, messages(ui)) == printed


def test_a_month_alone_is_told_by_its_name() -> None:
    assert written_date("XXXX-01", messages("fr")) == "janvier"


@pytest.mark.parametrize("ui", ["fr", "en"])
def test_denials_that_answer_no_claim_are_told_with_their_words(dossier: Dossier, ui: str) -> None:
    assert dossier.untied
    view = view_of(dossier, messages(ui))
    assert [(u.report.text) for u in view.untied] == sorted(u.report.text for u in view.untied)
    assert any("report de la réunion" in link.text for u in view.untied for link in u.links)
    lead = "".join(part.text for part in view.lead[2])
    assert messages(ui).counted("untied.count", len(view.untied)) in lead
    page = render(dossier, "html", ui).decode()
    assert 'id="untied"' in page
    assert messages(ui)("untied") in render(dossier, "md", ui).decode()


def test_the_page_is_never_absolute_about_denials(dossier: Dossier) -> None:
    for ui in ("fr", "en"):
        for key in ("lead.undenied", "lead.untied.one", "lead.untied.many"):
            assert not messages(ui).words[key].startswith(("Aucun article", "No report"))


def test_claims_are_numbered_as_the_command_line_knows_them(dossier: Dossier) -> None:
    view = view_of(dossier, messages("fr"))
    assert [c.number for c in view.all_claims] == list(range(1, len(dossier.claims) + 1))


def test_one_origin_is_not_said_to_be_independent(dossier: Dossier) -> None:
    view = view_of(dossier, messages("fr"))
    alone = [c for c in (*view.claims, *view.single) if c.origins == messages("fr").counted("origins", 1)]
    assert alone and all(c.independence == "" and c.range == c.origins for c in alone)


def test_a_report_with_an_untied_denial_of_the_same_party_leaves_none_out(tmp_path: Path) -> None:
    told = "La société Orvane a vendu douze pompes à la ville de Sérac, a dit Luc Ferran."
    (tmp_path / "a.txt").write_text(
        f"1er mars 2025\n\n{told} « Orvane n'a vendu aucune pompe à Sérac », a dit la société Orvane.\n"
    )
    (tmp_path / "b.txt").write_text(
        f"3 mars 2025\n\n{told} La société Orvane rejette en bloc ces accusations infamantes.\n"
    )
    (tmp_path / "c.txt").write_text(f"3 mars 2025\n\n{told} Le soleil brillait.\n")
    dossier = analyse([str(tmp_path)])
    names = {d.id: d.name for d in dossier.documents}
    denied = next(c for c in dossier.claims if c.denials)
    missing = {names[r] for d in denied.denials for r in d.missing}
    untied = {names[u.document] for u in dossier.untied}
    carried = {names[r] for d in denied.denials for r in d.reports}
    assert "b.txt" in untied | carried
    assert missing == {"c.txt"}


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("2250–2750", "2,250 to 2,750", "de 2\u202f250 à 2\u202f750"),
        ("≥ 2000", "at least 2,000", "au moins 2\u202f000"),
        ("≤ 40.5 tonne", "at most 40.5 tonne", "au plus 40,5 tonne"),
        ("3000 hectare", "3,000 hectare", "3\u202f000 hectare"),
        ("60000 m", "60 km", "60 km"),
        ("3200 m", "3,200 m", "3\u202f200 m"),
        ("≥ 12400 m", "at least 12.4 km", "au moins 12,4 km"),
        ("45000–60000 kg", "45 to 60 t", "de 45 à 60 t"),
    ],
)
def test_bounds_of_a_figure_are_told_in_words(value: str, english: str, french: str) -> None:
    assert written_value("measure", value, messages("en")) == english
    assert written_value("measure", value, messages("fr")).replace("\u00a0", "\u202f") == french
    assert written_value("wording", value, messages("en")) == value


def test_two_reports_are_told_once_as_sharing_passages_by_what_is_known_best() -> None:
    known = affair().reuse[0]
    unknown = structs.replace(
        known, id="reuse-2", members=tuple(structs.replace(m, parent=None) for m in known.members)
    )
    for families in ((known, unknown), (unknown, known)):
        view = view_of(structs.replace(affair(), reuse=families), messages("en"))
        copied = {row.report.text: [(s.report.text, s.credited) for s in row.copied] for row in view.matrix}
        assert [found for found in copied.values() if ("Orle Matin", "credited") in found] == [
            [("Orle Matin", "credited")]
        ]
