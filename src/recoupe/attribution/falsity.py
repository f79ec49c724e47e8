"""What somebody calls untrue: `il est faux, dit-elle, que la piste soit abandonnée` denies that it is abandoned.

The words that call it so are the denial's, no part of what is denied; a verb of denial before them denies no more.
"""

from dataclasses import replace

from recoupe.attribution.draft import Draft, Range, Reading
from recoupe.attribution.syntax import VERBAL
from recoupe.linguistics import Token

OPENING = 14  # tokens before the mark of what is called untrue
AFFIRMING = {"neutral", "assertive", "judgement", "emotion", "accusation"}


def called_untrue(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts in which what begins with words that call a clause untrue is a denial of that clause."""
    marked = [(draft, denied_clause(reading, draft)) for draft in drafts]
    openings = [m[0] for _, m in marked if m is not None]
    found = []
    for draft, own in marked:
        inserted = own is None and any(within(draft, opening) for opening in openings)
        if inserted and draft.source is None:
            continue  # `il est faux de dire que`
        content = own[1] if own is not None else draft.content
        denied = own is not None or (inserted and draft.content[0][0] >= (draft.cue or (0, 0))[1])
        found.append(denial_of(draft, content) if denied else draft)
    told = {tuple(d.content) for d in found if any(within(d, opening) for opening in openings)}
    return [d for d in found if tuple(d.content) not in told or any(within(d, o) for o in openings)]


def denial_of(draft: Draft, content: list[Range]) -> Draft:
    """A draft as a denial of some content."""
    return replace(draft, content=content, speech="denial", negated=False, head=None, nominal=False)


def within(draft: Draft, opening: Range) -> bool:
    """Whether a draft's cue stands inside the words that call a clause untrue (`il est faux, | dit-elle |, que`)."""
    return draft.cue is not None and opening[0] <= draft.cue[0] < opening[1]


def denied_clause(reading: Reading, draft: Draft) -> tuple[Range, list[Range]] | None:
    """The words that call a draft's clause untrue, and the clause."""
    firm = draft.speech in AFFIRMING or (draft.speech == "denial" and draft.mechanism == "verb:colon")
    if not firm or draft.negated:
        return None
    start = min(s for s, _ in draft.content)
    words = [t for t in reading.between(start, max(e for _, e in draft.content)) if t.pos != "PUNCT"]
    mark = behind_opening(reading, words)
    if mark is None:
        return None
    content = [t for s, e in draft.content if (t := reading.tidy(max(s, mark.end), e))]
    return ((start, mark.end), content) if content else None


def behind_opening(reading: Reading, words: list[Token]) -> Token | None:
    """The mark of the clause that some words open by calling it untrue: `il est faux (de dire) que`, `it is untrue that`."""
    if len(words) < OPENING // 3:
        return None
    pack = reading.lexicon(words[0].i).pack
    if (mark := behind_mistaken(reading, words)) is not None:
        return mark
    if words[0].norm not in pack.settings.impersonal or words[1].pos not in VERBAL:
        return None
    if words[1].lemma not in pack.denials.copulas:
        return None
    judged = next((k for k in range(2, min(4, len(words))) if words[k].lemma in pack.negation.untrue), None)
    if judged is None or any(t.norm in pack.negation.adverbs for t in words[:judged]):
        return None
    for k in range(judged + 1, min(len(words), OPENING)):
        if words[k].norm in pack.settings.complementisers:
            return words[k]
    return None


def behind_mistaken(reading: Reading, words: list[Token]) -> Token | None:
    """The mark of the clause that others are said to have told wrongly (`on a écrit à tort que`, `it was wrongly said that`)."""
    pack = reading.lexicon(words[0].i).pack
    opening = words[:OPENING]
    mark = next((k for k, t in enumerate(opening) if k and t.norm in pack.settings.complementisers), None)
    if mark is None:
        return None
    before = f" {' '.join(t.norm for t in opening[:mark])} "
    wrong = any(f" {adverb} " in before for adverb in pack.negation.mistaken)
    told = any(t.pos in VERBAL and t.lemma in reading.lexicon(t.i).verbs for t in opening[:mark])
    return opening[mark] if wrong and told else None
