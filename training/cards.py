# ruff: noqa: E501  (the lines of the cards are kept as they are printed)
"""Model cards: the README beside each pipeline, written from its `scores.json` and the table of trials."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_DATA = {
    "fr": [
        ("Sequoia (train; dev only to choose and score)", "LGPL-LR"),
        ("FQB (French QuestionBank)", "LGPL-LR"),
        ("GSD (dev part, used here for training)", "CC BY-SA 4.0"),
        ("PUD", "CC BY-SA 3.0"),
        ("Rhapsodie (train and dev; speech, seen less often)", "CC BY-SA 4.0"),
        ("ParisStories (train and dev; speech, seen less often)", "CC BY-SA 4.0"),
    ],
    "en": [
        ("EWT (train and dev documents)", "CC BY-SA 4.0"),
        ("PUD", "CC BY-SA 3.0"),
        ("GUM, annotations", "CC BY 4.0"),
        ("GUM, texts", "by genre: CC BY, CC BY-SA or public domain (see the GUM documentation)"),
    ],
}
_NAMES = {"fr": "French", "en": "English"}
_DEV = {
    "fr": "Sequoia dev, joined to running text by document; no sentence of it was trained on. It has no paragraph marks.",
    "en": "whole documents of GUM and of the weblog and newsgroup parts of EWT, those where the first byte of the SHA-256 of "
    "`treebank/document` is a multiple of 12 (`training.convert.english_split`); blank lines between stated paragraphs.",
}
_NEWS = {"fr": "annodis.er (regional press) in Sequoia dev", "en": "GUM news and EWT weblog in dev"}
_WORDS = {
    "fr": """* `du`, `des`, `au`, `aux` (preposition with article) are one token: ADP, relation `case` on the noun (or `fixed`), lemma `de` or
  `à`, features of the article. `auquel`, `duquel`, ...: the pronoun with its own relation. Gold is merged the same way.
* `l'`, `qu'`, `-t-il`, `-ce`, `-là` are tokens; `celui-ci`, `aujourd'hui`, `l'on`, `50 000` are one.
* A reporting clause in or after a quotation (`», a déclaré X`) is `parataxis:insert` on the root of the quotation; PUD, where
  the reporting verb is the root, was turned round. PUD's bare `obl` got the subtype that is usual for verb and preposition.
* `se`: `expl:pv` or `expl:comp` (the verb's own: the treebanks differ), `expl:pass`, or `obj` / `iobj`.
* `obl:agent` is less sure than it could be: PUD's agents mostly came out as `obl:mod` or `obl:arg`. Read `par` on a passive too.""",
    "en": """* Clitics are tokens (`do` `n't`, `it` `'s`), hyphenated compounds are cut (`well` `-` `known`), as in the treebanks.
* A reporting clause after a quotation (`," said X.`) has the reporting verb as root and the quotation as `ccomp`; inside a
  quotation it is `parataxis`.""",
}
_LIMITS = {
    "fr": """* Little news in the training data; names of persons and places are tagged from context alone.
* The three kinds of `obl` and of `expl` are less sure than the rest.
* Titles run into a following sentence without a line break or full stop are often not cut off.
* Speech, verse, tables and lists are out of its way.""",
    "en": """* Web text and encyclopaedic text weigh more than news.
* The dev part holds conversation, where sentence boundaries and truncated words cost points.
* Compounds that the treebanks themselves treat unevenly (hyphens after prefixes) may be cut otherwise than expected.""",
}
_METRICS = ("tokens", "sentences", "UPOS", "UFeats", "lemmas", "verb_lemmas", "UAS", "LAS", "LAS_full")


def card(result: dict[str, Any], language: str, trials: list[dict[str, Any]]) -> str:
    """The Markdown of the card. `trials`: rows with `name`, `what` and the scores of runs on dev."""
    settings = result["settings"]
    rows = "\n".join(
        f"| {metric} | {result['dev'][metric]:.2f} | {result['news'][metric]:.2f} |" for metric in _METRICS
    )
    data = "\n".join(f"| {name} | {licence} |" for name, licence in _DATA[language])
    tried = "\n".join(
        f"| {t['name']} | {t['what']} | {t['steps']} | {t['LAS']:.2f} | {t['UPOS']:.2f} | {t['sentences']:.2f} |"
        for t in trials
    )
    return f"""# {_NAMES[language]} pipeline

Tagger with morphology, lemmatizer, sentence boundaries and parser with the labels of Universal Dependencies, for spaCy 3.8.
`import recoupe.pipelines` before `spacy.load(recoupe.pipelines.pipeline_path("{language}"))`: it registers the tokenizer
and the components that the configuration names.

Licence of the weights: CC BY-SA 4.0, as derived from the treebanks below.

## Data

| treebank (Universal Dependencies) | licence |
|---|---|
{data}

The licences are those that each treebank states. No text of them is in this folder but word forms in the lemma tables.

## Scores

Raw text, cut by the pipeline's own tokenizer and sentence boundaries; F1 by the definitions of the CoNLL-2018 shared task
(`training/evaluate.py`: alignment by characters; LAS on universal relations, punctuation counted; `LAS_full` with subtypes).
Words are surface tokens: merged multiword tokens count once. `verb_lemmas`: lemmas of VERB and AUX.

Dev ({result["dev_words"]:,} words, {result["dev_sentences"]} sentences): {_DEV[language]}
News: {_NEWS[language]}.

| | dev | news |
|---|---|---|
{rows}

Dev also chose the best step, so these figures are a little flattering. The made-up cases guided the variants of the
training texts and are no independent measure. Made-up cases of news typography
(`training/cases/{language}.toml`): sentence boundaries {result["cases"]["sentences"]}, reporting clauses {result["cases"]["incises"]}.

Speed on one core, text after text, whole pipeline: {result["speed"]["words_per_second"]:,} words a second.
Size: {result["megabytes"]} MB.

## Conventions

{_WORDS[language]}
* White space other than one plain space is a token of its own (SPACE, `dep`). A blank line always ends a sentence.
* Quotation marks are PUNCT, `punct`. The root's label is `ROOT`.

## Making it

`python -m training {language}` from the root of the project, treebanks in `../shared/corpora/ud` (or `--corpora`). Seed
{settings["seed"]}, width {settings["width"]}, depth {settings["depth"]}, rows {settings["rows"]}, {result["steps_run"]} steps run.

Tried (evaluated on dev during training, LAS as above):

| run | what | step | LAS | UPOS | sentences |
|---|---|---|---|---|---|
{tried}

## Limits

{_LIMITS[language]}
"""


def write_card(folder: Path, language: str, trials: Path) -> None:
    """Write `README.md` beside the pipeline. `trials` is a JSON list of the rows of runs."""
    result = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    rows = (
        [row for row in json.loads(trials.read_text(encoding="utf-8")) if row["language"] == language]
        if trials.exists()
        else []
    )
    (folder / "README.md").write_text(card(result, language, rows), encoding="utf-8")
