"""Infinitives by the endings of a written form."""

import pytest

from recoupe.languages.inflection import infinitives


@pytest.mark.parametrize(
    ("form", "language", "infinitive"),
    [
        ("révélées", "fr", "révéler"),
        ("prise", "fr", "prendre"),
        ("construits", "fr", "construire"),
        ("gone", "en", "go"),
        ("shipped", "en", "ship"),
        ("buried", "en", "bury"),
    ],
)
def test_a_participle_tells_its_infinitive(form: str, language: str, infinitive: str) -> None:
    assert infinitive in infinitives(form, language)


def test_a_noun_has_none() -> None:
    assert infinitives("pont", "fr") == ()
