"""Clauses behind what somebody says by which another one denies it: `F, selon le parquet, | ce que son avocat conteste`.

They are words of the report: `Selon X, F, une accusation rejetée par Y`, `F, X said – a claim that Y denies`. Left inside the
content they would be said by X, and X's words would be longer than those that the denial takes up.
"""

from collections.abc import Sequence

from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.linguistics import Token

OPENING = 4  # tokens in which the noun stands that takes up what was said (`an accusation`, `une version des faits`)
MARKS = {",", "–", "—", "-", ";"}
BEFORE_NOUN = {"DET", "ADJ", "NUM", "PRON"}


def without_denials(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, none of which but a denial has such a clause in its content."""
    for draft in drafts:
        if draft.speech != "denial" and draft.cue is not None:
            kept = [part for whole in draft.content for part in (before_denial(reading, whole),) if part is not None]
            draft.content = kept or draft.content
    return [d for d in drafts if not only_describes(reading, d)]


def only_describes(reading: Reading, draft: Draft) -> bool:
    """Whether a content is a relative clause that says of a noun that it is denied (`une décision que | le maire conteste`)."""
    if draft.cue is None or len(draft.content) != 1:
        return False
    cue, inside = reading.between(*draft.cue), reading.between(*draft.content[0])
    if not cue or not inside or cue[-1].pos != "NOUN" or inside[0].i != cue[-1].i + 2:
        return False
    denials, verb = reading.lexicon(inside[0].i).pack.denials, inside[-1]
    denied = verb.lemma in {*denials.denying, *denials.rejecting}
    return denied and not reading.annotation.dependents(verb.i, "obj", "ccomp", "xcomp")


def before_denial(reading: Reading, part: Range) -> Range | None:
    """A part of a content up to such a clause; None where it is nothing else."""
    tokens = reading.between(*part)
    for k, token in enumerate(tokens):
        if (k == 0 or tokens[k - 1].text in MARKS) and token.text not in MARKS and denies(reading, tokens[k:]):
            return reading.tidy(part[0], tokens[k - 1].start) if k else None
    return part


def denies(reading: Reading, clause: Sequence[Token]) -> bool:
    """Whether a clause takes up what stands before it, by a relative or a noun of what is said, and says that it is denied."""
    denials = reading.lexicon(clause[0].i).pack.denials
    verbs = {*denials.denying, *denials.rejecting}
    opening = " ".join(t.norm for t in clause[:OPENING])
    relative = any(opening == form or opening.startswith(f"{form} ") for form in denials.relatives)
    nouns = (k for k, t in enumerate(clause[:OPENING]) if t.pos == "NOUN")
    noun = next(nouns, None)
    named = noun is not None and clause[noun].lemma in denials.told
    named = named and all(t.pos in BEFORE_NOUN for t in clause[:noun])
    if not relative and not named:
        return False
    stop = next((k for k, t in enumerate(clause) if t.text in {";", ":"}), len(clause))
    denied = [k for k, t in enumerate(clause[:stop]) if t.lemma in verbs and t.pos in {"VERB", "ADJ", "NOUN"}]
    finite = [k for k, t in enumerate(clause[:stop]) if t.has("VerbForm=Fin") and t.pos == "VERB"]
    return bool(denied) and (not finite or denied[0] <= finite[0])
