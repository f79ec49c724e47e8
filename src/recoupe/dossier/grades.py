"""The two axes of the Admiralty code: A to F for a voice, 1 to 6 for a claim. Always an analyst's own entry.

Nothing here computes a grade. What is computed is a warning where an entry contradicts what the chains show.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from recoupe.model import Claim, Dossier

VOICE_GRADES = ("A", "B", "C", "D", "E", "F")
CLAIM_GRADES = ("1", "2", "3", "4", "5", "6")
UNKNOWN_VOICE = "F"  # the source cannot be judged
SEVERAL = "1"  # other, independent sources give it too
UPPER = ("1", "2")

Code = Literal["not given", "one body", "not independent", "one origin", "reserve", "weak voices"]


class Warned(Struct, frozen=True):
    """An entry that contradicts the chains. ref: the claim or voice; others: the claims or voices that show it."""

    code: Code
    ref: str
    grade: str
    others: tuple[str, ...] = ()


def axis(kind: str) -> tuple[str, ...]:
    """The grades that a kind of subject can be given; none for what has no axis."""
    return {"voice": VOICE_GRADES, "claim": CLAIM_GRADES}.get(kind, ())


def contradictions(dossier: Dossier, voices: Mapping[str, str], claims: Mapping[str, str]) -> tuple[Warned, ...]:
    """Where grades contradict what the chains show, in the dossier's order.

    voices: letters by voice id; claims: figures by claim id. Ids that the dossier does not hold are passed over.
    """
    found: list[Warned] = []
    for voice in dossier.voices:
        grade = voices.get(voice.id)
        if grade is not None and grade != UNKNOWN_VOICE and not voice.given:
            found.append(Warned("not given", voice.id, grade))
    for group in one_bodies(dossier.claims):
        letters = {voices[v] for v in group if v in voices}
        if len(letters) > 1:
            graded = [v for v in group if v in voices]
            found.append(Warned("one body", graded[0], voices[graded[0]], tuple(graded[1:])))
    hedged = {s.id for s in dossier.statements if s.firmness == "hedged"}
    for claim in dossier.claims:
        grade = claims.get(claim.id)
        if grade is not None:
            found += of_claim(claim, grade, hedged, voices)
    return tuple(found)


def of_claim(claim: Claim, grade: str, hedged: set[str], voices: Mapping[str, str]) -> list[Warned]:
    """Where the grade of one claim contradicts its chains."""
    origins, found = claim.origins, []
    if grade == SEVERAL and not origins.established:
        code: Code = "one origin" if origins.max <= 1 else "not independent"
        found.append(Warned(code, claim.id, grade))
    if grade in UPPER and claim.statements and hedged.issuperset(claim.statements):
        found.append(Warned("reserve", claim.id, grade))
    letters = [voices.get(v) for v in origins.voices]
    if grade in UPPER and letters and all(letter in ("E", "F") for letter in letters):
        found.append(Warned("weak voices", claim.id, grade, origins.voices))
    return found


def one_bodies(claims: Sequence[Claim]) -> list[tuple[str, ...]]:
    """Voices that the reports show to be one, each set once."""
    return list(dict.fromkeys(g for c in claims for g in c.origins.groups_max if len(g) > 1))
