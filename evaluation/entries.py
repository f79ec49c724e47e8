"""Every reporting verb of the packs against the treebanks: how often it occurs, and how often with what it reports.

`python -m evaluation.entries` writes `entries/<language>.tsv`: entry, class, standing, hits as a verb, and the share of
hits with a clause, an infinitive, words behind a colon or inserted speech (relations ccomp, xcomp, parataxis). An entry
that is seldom so is *guarded* in the pack (it needs a speaker and a clause or quotation) or has counter-examples.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evaluation.attributions import SHARED
from recoupe.languages import language_pack
from training.convert import Sentence
from training.convert import load as treebanks

TARGET = Path(__file__).parent / "entries"
SPEECH = ("ccomp", "xcomp", "parataxis")


def counted(sentences: Iterable[Sentence]) -> tuple[Counter[str], Counter[str]]:
    """Lemma -> occurrences as a verb, and those with something that is said."""
    hits: Counter[str] = Counter()
    speaking: Counter[str] = Counter()
    for sentence in sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if token.upos != "VERB":
                continue
            hits[token.lemma] += 1
            below = any(t.head == i and j != i and t.deprel.startswith(SPEECH) for j, t in enumerate(tokens))
            speaking[token.lemma] += below or token.deprel.startswith("parataxis")
    return hits, speaking


def main() -> None:
    """Write both tables and print what they come to."""
    TARGET.mkdir(exist_ok=True)
    for language in ("fr", "en"):
        training, dev = treebanks(SHARED / "corpora" / "ud", language)
        hits, speaking = counted([*training, *dev])
        rows = ["entry\tclass\tstanding\thits\tspeech"]
        met = 0
        for key, verb in sorted(language_pack(language).reporting_verbs.verbs.items()):
            if " " in key or "'" in key:
                continue
            met += hits[key] > 0
            share = f"{speaking[key] / hits[key]:.2f}" if hits[key] else ""
            rows.append(f"{key}\t{verb.class_}\t{verb.standing}\t{hits[key]}\t{share}")
        (TARGET / f"{language}.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        print(f"{language}: {len(rows) - 1} entries of one word, {met} met in the treebanks")


if __name__ == "__main__":
    main()
