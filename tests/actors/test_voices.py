"""Whose voice a sentence is: pronouns, possessives, short names, offices, bodies, documents and outlets in made-up reports."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Actor, Attribution, Dossier
from recoupe.pipeline import analyse_reading

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "voices.toml").read_text("utf-8"))["case"]


def dossier_of(text: str) -> Dossier:
    return analyse_reading(read_files([Raw("a.txt", text.encode("utf-8"))]))


def last_with(dossier: Dossier, cue: str) -> Attribution:
    """The last attribution whose cue holds some words."""
    return [a for a in dossier.attributions if a.cue is not None and cue in a.cue.text][-1]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['of']}: {c['text'][:40]}" for c in CASES])
def test_the_voice_of_a_sentence(case: dict[str, Any]) -> None:
    dossier = dossier_of(case["text"])
    actors: dict[str | None, Actor] = {a.id: a for a in dossier.actors}
    for cue, name in case["says"].items():
        attribution = last_with(dossier, cue)
        if not name:
            assert attribution.actor is None
            continue
        found = actors[attribution.actor]
        assert name in found.name
    if "institution" in case:
        assert actors[found.institution].name == case["institution"]
    if "relay" in case:
        assert any(a.relay is not None and case["relay"] in a.relay.text for a in dossier.attributions)
