"""The laws that hold for every pile, checked over generated ones."""

import functools
import gc
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe import beside
from recoupe.ingest import Reading, read
from recoupe.model import Document, Dossier
from recoupe.pipeline import analyse_reading
from recoupe.report import render
from tests.laws.piles import SENTENCES, piles
from tests.laws.recount import recount

FEW = settings(max_examples=10, deadline=None, derandomize=True)


@functools.cache
def files(texts: tuple[str, ...], folder: Path) -> tuple[Document, ...]:
    """The texts as the reader reads them from files."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for i, text in enumerate(texts):
        (folder / f"{i}.txt").write_bytes(text.encode("utf-8"))
    return read([str(folder)]).documents


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws") / "pile"


def analysed(texts: list[str], folder: Path) -> Dossier:
    return analyse_reading(Reading(files(tuple(texts), folder), ()))


def spans(node: Any) -> Iterator[dict[str, Any]]:
    """Every span anywhere in a JSON value."""
    if isinstance(node, dict):
        if {"document", "start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)


def ranges(dossier: Dossier) -> dict[tuple[str, ...], tuple[int, int, bool]]:
    """Each claim's range, by the words of its statements."""
    statements = {s.id: s for s in dossier.statements}
    found = {}
    for claim in dossier.claims:
        words = tuple(sorted({statements[s].spans[0].text for s in claim.statements}))
        found[words] = (claim.origins.min, claim.origins.max, claim.origins.established)
    return found


@FEW
@given(piles)
def test_spans_are_the_text_and_the_text_is_never_altered(folder: Path, texts: list[str]) -> None:
    dossier = analysed(texts, folder)
    found = json.loads(render(dossier, "json", "en"))
    documents = {d["id"]: d["text"] for d in found["documents"]}
    assert sorted(documents.values()) == sorted(t for t in texts if t.strip())
    for span in spans(found):
        assert documents[span["document"]][span["start"] : span["end"]] == span["text"]
        assert span["start"] < span["end"]


@FEW
@given(piles, st.randoms(use_true_random=False))
def test_order_changes_no_byte(folder: Path, texts: list[str], random: Any) -> None:
    documents = list(files(tuple(texts), folder))
    expected = render(analyse_reading(Reading(tuple(documents), ())), "json", "en")
    random.shuffle(documents)
    ordered = tuple(sorted(documents, key=lambda d: (d.name, d.id)))
    assert render(analyse_reading(Reading(ordered, ())), "json", "en") == expected


def test_workers_change_no_byte(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "FROM", 2)  # a second process helps
    monkeypatch.setattr(beside, "BATCH", 1)
    documents = files(tuple(f"{a} {b}" for a, b in pairwise(SENTENCES[:8])), folder)
    alone = analyse_reading(Reading(documents, ()), workers=1)
    assert render(analyse_reading(Reading(documents, ()), workers=2), "json", "en") == render(alone, "json", "en")


@FEW
@given(piles)
def test_ranges_are_within_their_bounds_and_recount(folder: Path, texts: list[str]) -> None:
    dossier = analysed(texts, folder)
    for claim in dossier.claims:
        origins = claim.origins
        assert (origins.min, origins.max) == (0, 0) or 1 <= origins.min <= origins.max
        assert origins.established == (origins.min >= 2)
    assert recount(json.loads(render(dossier, "json", "en"))) == []


@FEW
@given(piles)
def test_every_score_is_the_sum_of_its_evidence(folder: Path, texts: list[str]) -> None:
    dossier = analysed(texts, folder)
    scored = [(a.score, [e.weight for e in a.evidence]) for a in dossier.attributions]
    scored += [(r.score, [e.weight for e in r.evidence]) for r in dossier.reuse]
    scored += [(e.score, [p.weight for p in e.parts]) for c in dossier.claims for e in c.evidence]
    for score, weights in scored:
        assert score == pytest.approx(sum(weights), abs=1e-3)


@FEW
@given(piles)
def test_a_copy_changes_no_range_and_no_grouping(folder: Path, texts: list[str]) -> None:
    texts = [t for t in texts if t.strip()]
    before = ranges(analysed(texts, folder))
    after = ranges(analysed([*texts, texts[0] + "\n"], folder))
    assert after == before


@FEW
@given(piles)
def test_an_unrelated_report_changes_nothing_of_the_others(folder: Path, texts: list[str]) -> None:
    unrelated = "Le théâtre de Morvane ouvrira sa saison en octobre, a indiqué sa directrice, Lise Hauvet."
    before = ranges(analysed(texts, folder))
    after = ranges(analysed([*texts, unrelated], folder))
    assert {k: v for k, v in after.items() if k in before} == before


@pytest.mark.parametrize(
    "spoilt", ['"Jamais, a dit le maire.', "« Jamais, a dit le maire.", "Jamais », a dit le maire."]
)
def test_a_lost_quotation_mark_spoils_its_own_paragraph_alone(folder: Path, spoilt: str) -> None:
    clean = analysed([f"{SENTENCES[0]}\n\n{SENTENCES[3]}"], folder)
    broken = analysed([f"{SENTENCES[0]}\n\n{spoilt}\n\n{SENTENCES[3]}"], folder)
    expected = {(a.cue and a.cue.text, a.content[0].text) for a in clean.attributions}
    assert expected <= {(a.cue and a.cue.text, a.content[0].text) for a in broken.attributions}
    assert any(limit.code == "quotation mark" for limit in broken.limits)


def test_a_quotation_reopened_in_the_next_paragraph_is_not_left_open(folder: Path) -> None:
    text = "« Nous avons attendu, a dit la directrice.\n\n« Personne n'est venu ce jour-là », a-t-elle ajouté."
    assert not any(limit.code == "quotation mark" for limit in analysed([text], folder).limits)


def test_printed_sentences_hold_no_verdict(folder: Path) -> None:
    dossier = analysed(list(SENTENCES), folder)
    ours = [s.text for s in dossier.summary] + [n.message for n in dossier.notes] + [x.message for x in dossier.limits]
    assert [s for s in ours if re.search(r"\b(true|false|reliable|confirmed|fake)\b", s, re.IGNORECASE)] == []


def test_an_analysis_leaves_the_garbage_collector_as_it_was() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="stopped"), beside.collecting_seldom():
        assert gc.get_threshold() != usual
        raise ValueError("stopped")
    assert gc.get_threshold() == usual
