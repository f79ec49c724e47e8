"""Who goes on to speak by a verb without a subject: `« ... », assure la maire, avant d'ajouter : « ... »`.

Such a verb has the speaker of the words right before it; where it opens a sentence (`Avant de poursuivre : ...`), those are
the last words of the sentence before.
"""

from collections.abc import Sequence

from recoupe.attribution.draft import Draft, Reading

OPENING = 4  # tokens of a sentence in which such a verb opens it


def gone_on(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts, those of verbs without a subject with the source and relay of the words before them."""
    for draft in drafts:
        cue = draft.cue_token
        if draft.source is not None or cue is None or not goes_on(reading, cue):
            continue
        before = spoken_before(reading, drafts, draft, cue)
        if before is not None:
            draft.source = before.source
            draft.relay = draft.relay or before.relay
    return drafts


def goes_on(reading: Reading, cue: int) -> bool:
    """Whether a verb is an infinitive or gerund behind a preposition, which takes the subject of the main clause."""
    tokens = reading.tokens
    bare = tokens[cue].has("VerbForm=Inf") or tokens[cue].has("VerbForm=Ger") or tokens[cue].has("VerbForm=Part")
    return bare and cue > 0 and tokens[cue - 1].pos in {"ADP", "SCONJ"} and not own_subject(reading, cue)


def own_subject(reading: Reading, cue: int) -> bool:
    """Whether a verb has a subject, or hangs on a noun as its clause."""
    return bool(reading.annotation.dependents(cue, "nsubj")) or reading.tokens[cue].dep.startswith("acl")


def spoken_before(reading: Reading, drafts: Sequence[Draft], draft: Draft, cue: int) -> Draft | None:
    """The relation whose cue is the last before a verb in its sentence, or in the one before where the verb opens its own."""
    number = reading.tokens[cue].sentence
    first, _ = reading.annotation.sentences[number]
    paragraphs = reading.annotation.paragraph_of_sentence
    told = [d for d in drafts if d.source is not None and d.cue_token is not None and d is not draft]
    own = [d for d in told if d.cue_token is not None and first <= d.cue_token < cue]
    if not own and cue - first <= OPENING and number and paragraphs[number] == paragraphs[number - 1]:
        low, high = reading.annotation.sentences[number - 1]
        own = [d for d in told if d.cue_token is not None and low <= d.cue_token < high]
    quoted = [d for d in own if d.quotation is not None or d.mechanism.startswith("quotation")]
    return max(quoted, key=lambda d: d.cue_token or 0, default=None)
