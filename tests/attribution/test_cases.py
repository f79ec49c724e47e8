"""One relation a sentence: each construction finds its source, cue, content, relay, kind and firmness."""

import re
import tomllib
from pathlib import Path

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Attribution, Document

MARK = re.compile(r"\{([sqcr]):([^}]*)\}")
CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


def unmarked(marked: str) -> tuple[str, dict[str, list[str]]]:
    """The sentence without its marks, and the marked words by kind of mark."""
    words: dict[str, list[str]] = {}
    for kind, text in MARK.findall(marked):
        words.setdefault(kind, []).append(text)
    return MARK.sub(r"\2", marked), words


def found_in(text: str) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    return extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:60] for c in CASES])
def test_construction(case: dict[str, str]) -> None:
    text, words = unmarked(case["text"])
    contents = [c.strip(" .") for c in words["c"]]
    matching = [a for a in found_in(text) if [c.text.strip(" .") for c in a.content] == contents]
    assert matching, [[c.text for c in a.content] for a in found_in(text)]
    source = words.get("s", [None])[0]
    # of an outlet and whom it cites, who share a content, the one that is marked
    relation = next((a for a in matching if (a.source and a.source.text) == source), matching[0])
    assert (relation.source and relation.source.text) == source
    assert (relation.cue and relation.cue.text) == case.get("cue", words.get("q", [None])[0])
    assert (relation.relay and relation.relay.text) == words.get("r", [None])[0]
    assert (relation.kind, relation.firmness) == (case["kind"], case["firmness"])


@pytest.mark.parametrize(
    "text",
    [
        "Le soleil se lève sur la vallée et le marché ouvre à huit heures.",
        "Les « gilets verts » ont défilé dans le centre.",
        "Il y a trop peu d'éléments pour assurer que le pont tiendra.",
        "The market opens at eight and the ferry leaves at nine.",
    ],
)
def test_nothing_is_ascribed(text: str) -> None:
    assert found_in(text) == ()
