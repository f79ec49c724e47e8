"""Denials that a whole sentence makes: what is called untrue, not accepted, far from so, or denied in front of its clause."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Document

DENIED = [  # text, words of who says no
    ("The allegation that the mayor took bribes is, according to her lawyer, a fabrication.", "lawyer"),
    ("The mayor's lawyer does not accept that she took bribes.", "lawyer"),
    ("It is simply false, the mayor's lawyer told the court, that she took bribes.", "lawyer"),
    ("The mayor's lawyer would have none of the story that she had taken bribes.", "lawyer"),
    ("Far from selling the hospital, said the minister, the state has enlarged it.", "minister"),
    ("The story that she sold the hospital was met by the minister with a laugh.", "minister"),
]


@pytest.mark.parametrize(("text", "source"), DENIED, ids=[d[0][:50] for d in DENIED])
def test_the_frame_denies(text: str, source: str) -> None:
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert [a for a in found if a.firmness == "denial" and a.source is not None and source in a.source.text]
