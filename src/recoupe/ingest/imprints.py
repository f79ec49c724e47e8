"""Paragraphs that tell who made a report and when, in a line or in several sentences, and nothing of the affair."""

import re
from collections.abc import Iterator

from recoupe.ingest.bylines import BYLINE, SENTENCE, tells_workers
from recoupe.ingest.days import days_in
from recoupe.ingest.labels import OTHER, ends_line, label_before, label_of

LONGEST = 300  # characters of such a paragraph
PARTED = re.compile(r"\s*[,;|•·/–—]\s*|\s+-\s+|\s+(?=(?:par|by)\s)|\s+(?:et|and)\s+")  # behind a day with its label
END = re.compile(
    r"(?:(?<=[^\W\d_]{3}\.)|(?<=[\dhm)]\.))\s+(?=[\"“«A-ZÀ-Þ\d])"
)  # no initial (`J. Morel`) ends a sentence
OPENING = re.compile(r"\A[\s(*_]*(?:le|on|ce)?\s*\Z", re.IGNORECASE)
# `Photos : Anna Morel`, `Temps de lecture : 4 minutes`, `Avec ORP`, `Anna Morel, with agencies`
CREDIT = re.compile(
    r"[^\W\d_][\w '’-]{2,30}[ \u00a0\u202f]?:[ \u00a0\u202f]?[^\n:]{2,40}|(?:Avec|With|From)\s[^\n:;]{2,40}"
    r"|[A-ZÀ-Þ][^\n:;.!?]{2,60}?,?\s\(?(?:avec|with|et|and)\s[^\n:;]{2,40}"
)


def sentences_of(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of such a paragraph, each with where it begins."""
    start = 0
    for end in [*END.finditer(text), None]:
        yield start, text[start : end.start() if end else len(text)]
        start = end.end() if end else start


def is_imprint(text: str) -> bool:
    """Whether each sentence of a paragraph says who made a report or when, and one of them tells a day of it."""
    if len(text) > LONGEST:
        return False
    kinds = [kind_of(sentence) for _, sentence in sentences_of(text)]
    return all(kinds) and "dated" in kinds


def tells_time(piece: str) -> bool:
    """Whether a piece of a sentence holds nothing but an hour, or a label and a day or an hour, or who signs."""
    if not piece.strip() or ends_line(piece) or label_of(piece.strip(" .")) is not None or BYLINE.match(piece):
        return True
    day = next(iter(days_in(piece)), None)
    label = label_before(piece[: day.start]) if day is not None else None
    return (
        day is not None
        and label is not None
        and OPENING.match(piece[: label[0]]) is not None
        and ends_line(piece[day.end :])
    )


def kind_of(sentence: str) -> str:
    """What a sentence tells of a report's making: `dated`, `signed`, `credit`; empty where it tells something else."""
    if SENTENCE.search(sentence) or sentence.rstrip().endswith(("?", "!", "…")):
        return ""
    day = next(iter(days_in(sentence)), None)
    signed = BYLINE.match(sentence) is not None
    if day is not None and not OTHER.search(sentence[: day.start].lower()):
        before, after = sentence[: day.start], sentence[day.end :]
        label = label_before(before)
        opens = label is not None and (signed or OPENING.match(before[: label[0]]) is not None)
        if opens and all(tells_time(piece) for piece in PARTED.split(after)):
            return "dated"
        if ends_line(after) and (signed or OPENING.match(before) is not None):
            return "dated"
        return ""
    if signed:
        return "signed"
    bare = sentence.rstrip(" .")
    credit = tells_workers(sentence) or CREDIT.fullmatch(bare) is not None or label_of(bare) is not None
    return "credit" if credit else ""
