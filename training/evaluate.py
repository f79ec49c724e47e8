"""CoNLL-2018 scores on raw text: words are aligned by their characters, white space left out.

A word counts for UPOS, UFeats, lemma, UAS or LAS if it exists in both (same characters) and agrees; F1 over all words.
LAS compares the universal part of the relation (`obl` of `obl:arg`), `LAS_full` all of it. Words are surface tokens:
multiword tokens that the pipeline keeps whole count as one word in gold and system alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Token

from training.convert import Sentence
from training.documents import reference

Scores = dict[str, float]
_METRICS = ("tokens", "sentences", "UPOS", "UFeats", "lemmas", "verb_lemmas", "UAS", "LAS", "LAS_full")


def _words(doc: Doc) -> dict[tuple[int, int], Token]:
    places: list[int] = [0]
    for character in doc.text:
        places.append(places[-1] + (not character.isspace()))
    return {(places[t.idx], places[t.idx + len(t)]): t for t in doc if not t.is_space}


def _sentences(words: dict[tuple[int, int], Token]) -> set[tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for (start, end), token in words.items():
        key = token.sent.start
        first, _ = spans.get(key, (start, end))
        spans[key] = (first, end)
    return set(spans.values())


def _universal(label: str) -> str:
    return "root" if label == "ROOT" else label.partition(":")[0]


def count(gold: Doc, system: Doc, totals: dict[str, list[int]]) -> None:
    """Add hits, gold and system totals of one text to `totals`."""
    ours, theirs = _words(system), _words(gold)
    place = {token.i: span for span, token in ours.items()}
    gold_place = {token.i: span for span, token in theirs.items()}
    common = [(theirs[span], ours[span]) for span in theirs if span in ours]

    def add(name: str, hits: int, in_gold: int = len(theirs), in_system: int = len(ours)) -> None:
        total = totals.setdefault(name, [0, 0, 0])
        total[0] += hits
        total[1] += in_gold
        total[2] += in_system

    add("tokens", len(common))
    gold_sentences, our_sentences = _sentences(theirs), _sentences(ours)
    add("sentences", len(gold_sentences & our_sentences), len(gold_sentences), len(our_sentences))
    add("UPOS", sum(g.pos == s.pos for g, s in common))
    add("UFeats", sum(str(g.morph) == str(s.morph) for g, s in common))
    add("lemmas", sum(g.lemma_ == s.lemma_ for g, s in common))
    verbs = [(g, s) for g, s in common if g.pos_ in {"VERB", "AUX"}]
    number = sum(t.pos_ in {"VERB", "AUX"} for t in theirs.values())
    add("verb_lemmas", sum(g.lemma_ == s.lemma_ for g, s in verbs), number, number)
    heads = [(g, s) for g, s in common if gold_place[g.head.i] == place.get(s.head.i)]
    add("UAS", len(heads))
    add("LAS", sum(_universal(g.dep_) == _universal(s.dep_) for g, s in heads))
    add("LAS_full", sum(g.dep_ == s.dep_ for g, s in heads))


def texts(sentences: list[Sentence], *, blank_lines: bool) -> Iterable[list[Sentence]]:
    """Sentences by document, the unit given to the pipeline; `blank_lines` marks stated paragraphs."""
    for _, group in groupby(sentences, key=lambda s: (s.treebank, s.document)):
        run = list(group)
        if blank_lines:
            for index in range(len(run) - 1):
                if run[index + 1].paragraph:
                    tokens = run[index].tokens
                    run[index] = replace(run[index], tokens=(*tokens[:-1], replace(tokens[-1], space="\n\n")))
        yield run


def evaluate(nlp: Language, sentences: list[Sentence], *, blank_lines: bool = True) -> Scores:
    """F1 in per cent of the pipeline on the raw text of the sentences."""
    totals: dict[str, list[int]] = {}
    for run in texts(sentences, blank_lines=blank_lines):
        gold = reference(nlp, run)
        count(gold, nlp(gold.text), totals)
    return {
        name: round(200 * hits / max(1, gold + system), 2)
        for name, (hits, gold, system) in totals.items()
        if name in _METRICS
    }
