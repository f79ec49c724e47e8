"""The tokenizer keeps the text and cuts as the treebanks do."""

import pytest

from recoupe.pipelines.tokenizer import cut, normal_form


def tokens(text: str, language: str) -> list[str]:
    return [token for token, _ in cut(text, language) if not token.isspace()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L'accord d’hier n'est-il pas signé ?",
            ["L'", "accord", "d’", "hier", "n'", "est", "-il", "pas", "signé", "?"],
        ),
        ("a-t-elle dit", ["a", "-t-elle", "dit"]),
        ("aujourd'hui, celui-ci et quelqu'un", ["aujourd'hui", ",", "celui-ci", "et", "quelqu'un"]),
        ("50 000 soldats en 2024", ["50 000", "soldats", "en", "2024"]),
        ("«\u00a0Oui\u00a0», dit M. Dupont.", ["«", "Oui", "»", ",", "dit", "M.", "Dupont", "."]),
        ("soit 1,5M€ et 12,3Md€", ["soit", "1,5", "M", "€", "et", "12,3", "Md", "€"]),
        ("vice-président des États-Unis", ["vice-président", "des", "États-Unis"]),
        ("jusqu'à 14h30", ["jusqu'", "à", "14", "h", "30"]),
        ("ce jour-là... non", ["ce", "jour", "-là", "...", "non"]),
        ("av. J.-C., etc.", ["av.", "J.-C.", ",", "etc", "."]),
        ("voir https://exemple.fr/a?b=1.", ["voir", "https://exemple.fr/a?b=1", "."]),
    ],
)
def test_french_words(text: str, expected: list[str]) -> None:
    assert tokens(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't think it's Mr. Smith’s.", ["I", "do", "n't", "think", "it", "'s", "Mr.", "Smith", "’s", "."]),
        ("They cannot and won’t", ["They", "can", "not", "and", "wo", "n’t"]),
        ("a well-known e-mail", ["a", "well", "-", "known", "e-mail"]),
        ("U.S. officials paid $5,000.", ["U.S.", "officials", "paid", "$", "5,000", "."]),
        ("“We can't,” she said.", ["“", "We", "ca", "n't", ",", "”", "she", "said", "."]),
    ],
)
def test_english_words(text: str, expected: list[str]) -> None:
    assert tokens(text, "en") == expected


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", " a  b \n c", "« x\u202f»\r\n\r\nfin ", "\ta\u00a0b\n", "don't\n", "🙂 \x00 é"]
)
def test_text_is_kept(text: str, language: str) -> None:
    assert "".join(token + " " * space for token, space in cut(text, language)) == text


def test_normal_form_unifies_typography() -> None:
    assert normal_form("Aujourd’hui") == normal_form("aujourd'hui")
    assert {normal_form(mark) for mark in "«»“”"} == {'"'}
