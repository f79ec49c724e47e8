"""The lines that say who signs a report or worked on it, by their first words."""

import functools
import re

from recoupe.languages import LANGUAGES, language_pack

MARK = (
    r"(?:(?:Texte|Propos recueillis|Article|Reporting|Written|Recueilli|Story|Posted|Published|Publié|Posté|Rédigé|Écrit)\s+)?"
    r"(?:[Pp]ar|[Bb]y|PAR|BY)"
)
BYLINE = re.compile(rf"\s*[(*_]*{MARK}\s*:?\s+(?P<names>(?=[A-ZÀ-Þ]|la rédaction|notre|our |staff)[^\n]{{2,120}})")
INITIALS = re.compile(
    r"[a-zé]{2,4}(?:\s?[/-]\s?[a-zé]{2,4}){1,4}"
)  # of those who wrote and read a dispatch: `gdr/lm/ber`
SENTENCE = re.compile(r"(?:(?<!\S)[^\W\d_A-ZÀ-Þ][\w'’-]*,?\s+){6}")  # so many small words in a row tell of something
LONGEST = 240  # characters of a line that tells who worked on a report


@functools.cache
def worked_on() -> re.Pattern[str]:
    """The first words of a line that tells who worked on a report (`Reporting by`, `Édité par`), and a name's capital."""
    forms = sorted(
        {form for code in LANGUAGES for form in language_pack(code).house_lines.workers}, key=lambda f: (-len(f), f)
    )
    words = "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in forms)
    return re.compile(rf"[\s(\[*_—–-]*(?i:{words})\s*:?\s+(?=[A-ZÀ-Þ])")


def tells_workers(line: str) -> bool:
    """Whether a line tells nothing but who signs or worked on the report."""
    bare = line.strip()
    if len(bare) > LONGEST:
        return False
    opening = worked_on().match(bare)
    return INITIALS.fullmatch(bare) is not None or (opening is not None and not SENTENCE.search(bare, opening.end()))
