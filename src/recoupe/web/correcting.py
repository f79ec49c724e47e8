"""Corrections in the store: appended, listed in words, given out as a file that `--corrections` reads."""

from collections.abc import Sequence

import msgspec

from recoupe.corrections import corrections_of
from recoupe.dossier import Store
from recoupe.dossier.store import StoredCorrection
from recoupe.model import Dossier
from recoupe.model.corrections import Anchor, Correction, Corrections, CorrectionsFile, SetDate, SetOutlet
from recoupe.report.messages import Messages
from recoupe.report.wording import visible, written_bounds
from recoupe.web.clicks import CORRECTION, Click, correction_of, topic
from recoupe.web.state import CorrectionState


def read_back(stored: Sequence[StoredCorrection], name: str | None = None) -> Corrections:
    """Stored corrections as the pipeline takes them; `told` names those that this version does not understand."""
    return corrections_of([c for c in map(understood, stored) if c is not None], name)


def understood(stored: StoredCorrection) -> Correction | None:
    """One stored correction; `None` for one of another version of Recoupe that this one does not know."""
    try:
        return CORRECTION.decode(stored.body)
    except msgspec.ValidationError:
        return None


def file_name(store: Store) -> str:
    """The name under which the corrections are given out."""
    stem = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in store.path.stem)
    return f"{stem}-corrections.json"


def append(store: Store, click: Click, dossier: Dossier) -> int:
    """Write down the correction of a click; an earlier one on the very same matter is undone, and stays in the list."""
    correction = correction_of(click, dossier)
    matter = topic(correction)
    if matter is not None:
        for stored in store.corrections():
            earlier = understood(stored)
            if not stored.undone and stored.id != correction.id and earlier is not None and topic(earlier) == matter:
                store.undo(stored.number, True)
    return store.correct(correction.id or "", msgspec.json.encode(correction).decode("utf-8"))


def corrections_file(store: Store) -> bytes:
    """The corrections that are not undone, as a file (JSON) to give to `--corrections`."""
    kept = CorrectionsFile(read_back([c for c in store.corrections() if not c.undone]).entries)
    return msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n"


def told(store: Store, dossier: Dossier | None, say: Messages) -> tuple[CorrectionState, ...]:
    """All corrections in words, the newest first, with what became of them."""
    outcomes = {o.id: o for o in dossier.corrections} if dossier else {}
    found = []
    for stored in reversed(store.corrections()):
        correction = understood(stored)
        if correction is None:
            found.append(CorrectionState(stored.number, say("correction.unknown"), stored.undone, ""))
            continue
        outcome = outcomes.get(stored.id)
        became = ""
        if outcome and not stored.undone:
            key = "correction.applied" if outcome.applied else "correction.refused"
            became = say("correction.became", outcome=say(key), reason=visible(say.translated(outcome.reason)))
        text = say(
            "correction.text",
            do=say.label("do", str(correction.__struct_config__.tag)),
            what=matter_of(correction, say),
            why=visible(correction.why),
            who=visible(correction.who),
            when=correction.when.isoformat(),
        )
        found.append(CorrectionState(stored.number, text, stored.undone, became))
    return tuple(found)


def matter_of(correction: Correction, say: Messages) -> str:
    """What a correction speaks of: the words that it quotes, or the report and what is said of it."""
    if isinstance(correction, SetDate):
        low = correction.not_before.isoformat() if correction.not_before else None
        high = correction.not_after.isoformat() if correction.not_after else None
        return f"{visible(correction.report or '')}, {written_bounds(low, high, say)}"
    if isinstance(correction, SetOutlet):
        return f"{visible(correction.report or '')}, {visible(correction.outlet or say('unknown'))}"
    values = [getattr(correction, field) for field in correction.__struct_fields__]
    anchors = [
        v for value in values for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, Anchor)
    ]
    words = (f"{say('quote.open')}{visible(a.words)}{say('quote.close')}" for a in anchors)
    return say("list.next").join(words)
