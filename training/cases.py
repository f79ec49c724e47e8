"""Score the made-up texts of `cases/`: sentence boundaries and reporting clauses in the typography of news."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc


@dataclass(frozen=True)
class CaseScores:
    """How many cases there are and pass, and the texts that fail."""

    sentences: int
    sentences_passed: int
    incises: int
    incises_passed: int
    failed: tuple[str, ...]


def _incise_passes(doc: Doc, verb: str, expected: str) -> bool:
    token = next(t for t in doc if t.text == verb)
    if token.sent.text.strip() != expected.strip():
        return False
    if token.dep_ in {"parataxis", "parataxis:insert"}:
        return True
    return doc.lang_ == "en" and token.dep_ == "ROOT" and any(c.dep_ in {"ccomp", "parataxis"} for c in token.children)


def score_cases(nlp: Language) -> CaseScores:
    """Run the pipeline on the cases of its language."""
    cases = tomllib.loads((Path(__file__).parent / "cases" / f"{nlp.lang}.toml").read_text(encoding="utf-8"))["case"]
    passed = incises = incises_passed = 0
    failed = []
    for case in cases:
        doc = nlp(case["text"])
        ok = [s.text.strip() for s in doc.sents] == case["sentences"]
        passed += ok
        if "incise" in case:
            incises += 1
            home = next(s for s in case["sentences"] if case["incise"] in s)
            good = _incise_passes(doc, case["incise"], home)
            incises_passed += good
            ok = ok and good
        if not ok:
            failed.append(case["text"])
    return CaseScores(len(cases), passed, incises, incises_passed, tuple(failed))
