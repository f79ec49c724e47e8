"""Language of each run of text: lingua judges the report and every word, a two-state Viterbi path finds the runs."""

import functools
import math
import re
from itertools import pairwise

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from recoupe.languages import LANGUAGES, language_pack, shared_pack

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
DECISIVE = 2.0  # a function word of one language only
STRONGEST = 1.2  # what one other word may say at most
SWITCH = 3.5  # what a change of language costs
SHORTEST = 4  # words of a run that stands for itself
UNKNOWN = "und"
READ = 20_000  # characters that decide the language of a report
# words below which letters say too little, and the share of function words that tells more
SHORT = ((15, 0.18), (80, 0.34))
LEAST, MOST = 3, 0.75  # words that are no names, and the share of them, by which a language is known
ALONE = 2  # words of one language alone that tell it where all words of the other are its own as well
CLEAR = 2.0  # how many times those of the other language they must be


@functools.cache
def detector() -> LanguageDetector:
    """Languages of reports likely to be put into a pile; lingua's models load as they are needed."""
    return LanguageDetectorBuilder.from_all_spoken_languages().with_low_accuracy_mode().build()


@functools.cache
def pair_detector() -> LanguageDetector:
    """French against English, word by word."""
    return LanguageDetectorBuilder.from_languages(Language.FRENCH, Language.ENGLISH).build()


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of a text, `und` where nothing can be said.

    lingua decides by letters; of a few words, among which names weigh much, it cannot, so there function words of the packs'
    languages come first.
    """
    words = [plain(w) for w in WORD.findall(text[:READ])]
    common = next((share for most, share in SHORT if len(words) < most), None)
    if common is None:
        return by_letters(text)
    held = {
        code: {i for i, w in enumerate(words) if any(p in functional(code) for p in parts(w))} for code in LANGUAGES
    }
    first, second = sorted(LANGUAGES, key=lambda code: -len(held[code]))[:2]
    clear = len(held[first]) >= CLEAR * len(held[second])
    alone = held[second] <= held[first] and len(held[first] - held[second]) >= ALONE
    if words and len(held[first]) >= common * len(words) and (clear or alone):
        return first
    found = by_letters(text)
    return found if found in LANGUAGES else by_words(text) or found


def by_words(text: str) -> str | None:
    """The language whose words those of a line are but for its names, where few of them are the other's too."""
    words = [w for w in WORD.findall(text) if w[0].islower()]
    held = {code: sum(not known(code).isdisjoint(bare(plain(w))) for w in words) for code in LANGUAGES}
    first, second = sorted(LANGUAGES, key=lambda code: -held[code])[:2]
    enough = held[first] >= max(LEAST, MOST * len(words)) and held[first] >= CLEAR * held[second]
    return first if enough else None


@functools.cache
def known(code: str) -> frozenset[str]:
    """The words that the tables have of a language, lower case."""
    entries = shared_pack().lexicon.entries
    listed = entries if code == LANGUAGES[0] else (w for words in entries.values() for w in words)
    return frozenset((*(w.lower() for w in listed), *language_pack(code).events.verbs, *functional(code)))


def bare(word: str) -> set[str]:
    """A word as it stands and without the mark of a plural or of a verb's person."""
    return {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"), word.removesuffix("d")}


def by_letters(text: str) -> str:
    """lingua's answer for a text."""
    found = detector().detect_language_of(text)
    return found.iso_code_639_1.name.lower() if found else UNKNOWN


def parts(word: str) -> list[str]:
    """A word and what stands before and behind its apostrophe (`l'été`: `l'`)."""
    before, apostrophe, _ = word.partition("'")
    return [word, before + apostrophe] if apostrophe else [word]


@functools.cache
def functional(code: str) -> frozenset[str]:
    """Closed-class words of a language and the names of its days, lower case."""
    pack = language_pack(code)
    return frozenset((*pack.function_words.words, *pack.calendar.weekdays))


@functools.cache
def leaning(word: str) -> float:
    """Log-odds that a lower-case word is English rather than French, within bounds."""
    for code, sign in zip(LANGUAGES, (-1.0, 1.0), strict=True):
        if word in distinctive(code):
            return sign * DECISIVE
    english = pair_detector().compute_language_confidence(word, Language.ENGLISH)
    odds = math.log(max(english, 1e-6) / max(1 - english, 1e-6))
    return max(-STRONGEST, min(STRONGEST, odds / 2))


@functools.cache
def distinctive(code: str) -> frozenset[str]:
    """Function words that hardly occur in the other language."""
    return frozenset(language_pack(code).function_words.distinctive)


def runs(text: str, start: int, end: int, base: str) -> list[tuple[int, int, str]]:
    """Runs of one language in [start, end) of a text, covering it; `base` is the language where nothing speaks against.

    Viterbi over words: names (capitalised inside a sentence) say nothing, a change of language costs `SWITCH`, and a
    run of the other language is kept from `SHORTEST` words on.
    """
    words = list(WORD.finditer(text, start, end))
    if base not in LANGUAGES or not words:
        return [(start, end, base)]
    scores = [0.0 if w.group()[0].isupper() and w.start() > start else leaning(plain(w.group())) for w in words]
    sign = 1.0 if base == LANGUAGES[0] else -1.0  # positive: the other language
    states = viterbi([sign * score for score in scores])
    other = LANGUAGES[1] if base == LANGUAGES[0] else LANGUAGES[0]
    found: list[tuple[int, int, str]] = []
    cursor = start
    for first, last in other_runs(states):
        if last - first < SHORTEST:
            continue
        if words[first].start() > cursor:
            found.append((cursor, words[first].start(), base))
        found.append((words[first].start(), words[last - 1].end(), other))
        cursor = words[last - 1].end()
    if cursor < end:
        found.append((cursor, end, base))
    return joined(text, found)


def plain(word: str) -> str:
    """Lower case, straight apostrophes: the form in which packs list words."""
    return word.lower().replace("’", "'")


def viterbi(scores: list[float]) -> list[bool]:
    """For each word whether it lies in a run of the other language."""
    best = (0.0, -SWITCH)
    back: list[tuple[bool, bool]] = []
    for score in scores:
        stay, leave = best[0], best[1] - SWITCH
        enter, remain = best[0] - SWITCH, best[1]
        back.append((leave > stay, remain >= enter))
        best = (max(stay, leave), max(enter, remain) + score)
    state = best[1] > best[0]  # a run that reaches the end of its paragraph need not change back
    states = []
    for from_base, from_other in reversed(back):
        states.append(state)
        state = from_other if state else from_base
    return states[::-1]


def other_runs(states: list[bool]) -> list[tuple[int, int]]:
    """Half-open index runs in which the state holds."""
    edges = [i for i, (a, b) in enumerate(pairwise([False, *states, False])) if a != b]
    return list(zip(edges[::2], edges[1::2], strict=True))


def joined(text: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Runs without those that hold no word: closing marks and points go to the run before them."""
    kept: list[tuple[int, int, str]] = []
    for run_start, run_end, code in found:
        if kept and (not WORD.search(text, run_start, run_end) or kept[-1][2] == code):
            kept[-1] = (kept[-1][0], run_end, kept[-1][2])
        else:
            kept.append((run_start, run_end, code))
    return kept
