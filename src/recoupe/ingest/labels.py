"""What stands in front of a day in the head of a report (`publié le`, `updated`), and what may stand behind one."""

import functools
import re

from recoupe.languages import LANGUAGES, language_pack

# what a day was of that is later than the publication, and what else it may be of
LATER = re.compile(
    r"mise? à jour|\bmaj\b|actualisé|modifi|updated|archiv|consulté|accessed|retrieved|relayé|reçu|received"
)
OTHER = re.compile(r"photo|embargo|traduit|translated|signé|créé|created")
PUBLISHED, UPDATED = "published", "updated"
STAMP = r"T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"  # of ISO 8601 behind its day
CLOCK = r"(?:\s*(?:,|à|at|-|–|—|·|•|\||/)?\s*\d{1,2}\s*(?:h|:|\.)\s*\d{0,2}(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?)"
TIME = rf"(?:{STAMP}|{CLOCK})?"
HOUR = re.compile(r"\s*\b(?:à|at)?\s*\d{1,2}\s?[h:.]\s?(?:\d\d)?(?:\s?[ap]\.?m\.?)?\s*\Z")
TAIL = re.compile(rf"{TIME}[\s.,)\]|•·–—*_-]*", re.IGNORECASE)


@functools.cache
def labels() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What stands in front of a day (`publié le`), by the packs, with what the day is of."""
    forms = {f for code in LANGUAGES for f in language_pack(code).calendar.formats if f.endswith("{date}")}
    found = []
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        words = form.removesuffix("{date}").strip().rstrip(":").strip()
        if words and not OTHER.search(words):
            pattern = r"\s+".join(re.escape(w) for w in words.split())
            found.append((re.compile(rf"(?:^|\W){pattern}\s*:?\s*\Z", re.IGNORECASE), kind_of(words)))
    return tuple(found)


def label_before(before: str) -> tuple[int, str] | None:
    """Where the label in front of a day begins, and what the day is of; `None` where there is no label."""
    for pattern, kind in labels():
        match = pattern.search(before)
        if match is not None:
            return match.start(), kind
    return None


def label_of(line: str) -> str | None:
    """What an hour without its day is of, by the label in front of it (`mis à jour à 11h25`); `None` where there is none."""
    hour = HOUR.search(line)
    before = line[: hour.start()] if hour is not None else ""
    found = [label_before(before + link) for link in ("", " le", " on")]
    label = next((told for told in found if told is not None and told[0] < len(before.rstrip())), None)
    return label[1] if label is not None and not line[: label[0]].strip(" (") else None


def ends_line(after: str) -> bool:
    """Whether nothing but a time of day stands behind a day."""
    return TAIL.fullmatch(after) is not None


def kind_of(words: str) -> str:
    """What a day is of, by the words in front of it."""
    return UPDATED if LATER.search(words.lower()) else PUBLISHED
