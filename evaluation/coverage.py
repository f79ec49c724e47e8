"""How many verbs and event nouns of running text the packs know.

`python -m evaluation.coverage [--missing]` prints, for the French and English treebanks beside the project (written
news, encyclopedia and the like) and the events marked in MEANTIME, the share of tokens that have an event class; of the
verbs besides, how many report what somebody says (their content is a statement, not they) and how many only tell phase,
ability or a light frame of another event. Event nouns of a treebank are its nouns of one family with one of its verbs.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from evaluation.drafting import head_of
from evaluation.mentions import CORPORA, MEANTIME, meantime
from recoupe.claims.phases import phase_words
from recoupe.languages import LanguagePack, language_pack
from recoupe.languages.inflection import family_of
from recoupe.linguistics import annotate

SPOKEN = (
    "rhapsodie",
    "parisstories",
    "fqb",
    "conversation",
    "vlog",
    "interview",
    "speech",
    "answers",
    "email",
    "reviews",
)
MANNER = (
    "ment",
    "tion",
    "sion",
    "age",
    "ure",
    "ance",
    "ence",
    "ing",
    "al",
    "is",
    "ise",
    "ée",
    "ie",
    "te",
    "erie",
    "ssion",
)


def main() -> int:
    """Print the shares."""
    for language in ("fr", "en"):
        folder = CORPORA / "ud" / language
        if folder.exists():
            verbs, nouns = treebank(folder)
            table(f"{language} treebanks", language, verbs, event_nouns(nouns, verbs, language))
    if MEANTIME.exists():
        table("MEANTIME events", "en", *marked())
    return 0


def treebank(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Lemmas of the verbs and nouns of written text."""
    verbs: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    for path in sorted(folder.glob("*.conllu")):
        if any(kind in path.name for kind in SPOKEN):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit() and cells[3] in {"VERB", "NOUN"}:
                (verbs if cells[3] == "VERB" else nouns)[cells[2].lower()] += 1
    return verbs, nouns


def event_nouns(nouns: Counter[str], verbs: Counter[str], language: str) -> Counter[str]:
    """Nouns made of a verb of the same text by an ending that names what is done."""
    families = {family_of(v, language) for v in verbs}
    return Counter({n: c for n, c in nouns.items() if n.endswith(MANNER) and family_of(n, language) in families})


def marked() -> tuple[Counter[str], Counter[str]]:
    """Lemmas of the verbs and nouns that MEANTIME marks as events."""
    corpus = meantime()
    annotations = {d.id: annotate(d, {}).annotation for d in corpus.documents}
    verbs: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    for mention in corpus.mentions:
        head = head_of(annotations[mention.document], mention)
        if head is not None and head.pos in {"VERB", "NOUN"}:
            (verbs if head.pos == "VERB" else nouns)[head.lemma] += 1
    return verbs, nouns


def table(name: str, language: str, verbs: Counter[str], nouns: Counter[str]) -> None:
    """The shares of one text."""
    pack = language_pack(language)
    print(f"{name}: {verbs.total()} verbs, {nouns.total()} event nouns")
    rest = verbs
    for kind, known in kinds(pack).items():
        held = Counter({v: n for v, n in rest.items() if known(v)})
        rest = Counter({v: n for v, n in rest.items() if not known(v)})
        print(f"  verbs, {kind}: {100 * held.total() / verbs.total():.1f} %")
    known_nouns = sum(n for noun, n in nouns.items() if noun in pack.events.nouns)
    reporting = sum(n for w, n in nouns.items() if w not in pack.events.nouns and w in pack.reporting_nouns.nouns)
    total = nouns.total()
    print(f"  event nouns, with a class: {100 * known_nouns / total:.1f} %, reporting: {100 * reporting / total:.1f} %")
    if "--missing" in sys.argv:
        print("  missing verbs:", shown(rest))
        print("  missing nouns:", shown(Counter({w: n for w, n in nouns.items() if w not in pack.events.nouns})))


def kinds(pack: LanguagePack) -> dict[str, Callable[[str], bool]]:
    """What a verb can be to the packs, the first that fits."""
    events = pack.events
    framing = {w for form in phase_words(pack.code) for w in form[:1]} | {v.split()[0] for v in events.light_verbs}
    framing |= {*events.abilities, *events.happen}
    return {
        "with an event class": lambda v: v in events.verbs,
        "reporting": lambda v: v in pack.reporting_verbs.verbs,
        "phase, ability, light": lambda v: v in framing,
    }


def shown(words: Counter[str]) -> str:
    """The commonest words."""
    some: Iterable[tuple[str, int]] = words.most_common(120)
    return " ".join(f"{w} {n}" for w, n in some)


if __name__ == "__main__":
    sys.exit(main())
