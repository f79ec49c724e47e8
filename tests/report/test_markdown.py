"""Markdown: the words of a report made harmless, and otherwise as they stand."""

from recoupe.report.markdown import plain


def test_an_ampersand_that_begins_no_entity_stays_as_it_is() -> None:
    assert plain("Brockhall & Vayne") == "Brockhall & Vayne"
    assert plain("&lt;b") == "&amp;lt;b"
