"""Further frames of saying: on somebody's word, announced for the next sentence, told to an outlet, carried by one."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Attribution, Document

DAM = "the Sornay dam gave way in the night"

SAID = [  # text, words of the source, words of the relay
    (f"As a baker in the town would have it, {DAM}.", "a baker in the town", None),
    (f"{DAM.capitalize()}, or so a customs officer said on Friday.", "a customs officer", None),
    (f"From what a baker in the town let slip after mass, {DAM}.", "a baker in the town", None),
    (f"{DAM.capitalize()}, as recounted by engineer Ada Lindqvist in a packed hall.", "engineer Ada Lindqvist", None),
    (f"{DAM.capitalize()} (source: engineer Ada Lindqvist).", "engineer Ada Lindqvist", None),
    (f"It fell to engineer Ada Lindqvist to announce, late in the evening, that {DAM}.", "engineer Ada Lindqvist", None),
    (f"That {DAM} was first disclosed by engineer Ada Lindqvist, at a meeting with the press.", "Ada Lindqvist", None),
    (f"Engineer Ada Lindqvist did not mince words. “{DAM.capitalize()}.”", "Engineer Ada Lindqvist", None),
    (f"“{DAM.capitalize()},” read the e-mail from engineer Ada Lindqvist.", "engineer Ada Lindqvist", None),
    (f"“{DAM.capitalize()}.” With those words, engineer Ada Lindqvist left the hall.", "engineer Ada Lindqvist", None),
    (f"The central point made by engineer Ada Lindqvist was that {DAM}.", "engineer Ada Lindqvist", None),
    (f"From engineer Ada Lindqvist came the revelation that {DAM}.", "engineer Ada Lindqvist", None),
    (f"A reminder from engineer Ada Lindqvist, tucked away on page 9: {DAM}.", "engineer Ada Lindqvist", None),
    (f"The matter came up at once, and a dockworker did not hide the fact that {DAM}.", "a dockworker", None),
    (f"“{DAM.capitalize()}” – engineer Ada Lindqvist, to the Tolbury Gazette.", "Ada Lindqvist", "Tolbury Gazette"),
    (f"Confirmation came from engineer Ada Lindqvist via the Tolbury Gazette: {DAM}.", "Lindqvist", "Tolbury Gazette"),
    (f"{DAM.capitalize()}, or so a dockworker assured the Tolbury Gazette.", "a dockworker", "Tolbury Gazette"),
    (f"The tip reached the Tolbury Gazette through a dockworker. {DAM.capitalize()}.", "a dockworker", "Tolbury Gazette"),
    (f"{DAM.capitalize()}: the Tolbury Gazette says it has this from a dockworker.", "a dockworker", "Tolbury Gazette"),
    (f"{DAM.capitalize()} (via the Tolbury Gazette).", "the Tolbury Gazette", None),
    (f"{DAM.capitalize()}, so the Tolbury Gazette informs us in three lines.", "the Tolbury Gazette", None),
    (f"{DAM.capitalize()}, to go by an article that appeared in the Tolbury Gazette.", "the Tolbury Gazette", None),
]  # fmt: skip


def found(text: str) -> tuple[Attribution, ...]:
    return extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions


@pytest.mark.parametrize(("text", "source", "relay"), SAID, ids=[c[0][:60] for c in SAID])
def test_who_speaks_and_through_whom(text: str, source: str, relay: str | None) -> None:
    told = [a for a in found(text) if any("dam gave way" in c.text for c in a.content)]
    assert any(
        a.source is not None
        and source in a.source.text
        and (relay is None or (a.relay is not None and relay in a.relay.text))
        for a in told
    )


def test_what_was_asked_not_to_be_told_is_all_that_was_asked() -> None:
    text = f"Two guards who asked not to be named said that {DAM}."
    asked = [a for a in found(text) if a.cue is not None and a.cue.text == "asked"]
    assert all(c.text == "not to be named" for a in asked for c in a.content)


def test_a_document_that_the_outlet_has_seen_is_no_voice() -> None:
    text = f"On the strength of letters that it has read, the Tolbury Gazette affirms that {DAM}."
    assert not [a for a in found(text) if a.source is not None and "letters" in a.source.text]


SILENT = [
    "On the strength of the current, the ferry drifted to the far bank in the night.",
    "It fell to engineer Ada Lindqvist to close the gates of the dam.",
    "The curator has been charged with the theft of four paintings.",
    "Engineer Ada Lindqvist left the hall with those words in her ears.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_says_nothing_is_no_saying(text: str) -> None:
    assert not [a for a in found(text) if a.source is not None]
