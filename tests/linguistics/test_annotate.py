"""Annotation: every token stands where it says, each run of text goes to the pipeline of its language."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.linguistics import annotate
from recoupe.linguistics.paragraphs import paragraphs
from recoupe.model import Document

MIXED = (
    "Le porte-parole a déclaré hier soir : « Nous sommes deeply concerned by these reports and we have made it clear "
    "to all of our partners », avant de quitter la salle."
)


def annotation(text: str):
    return annotate(Document("d", "d", "", text, True, "und"), {}).annotation


def test_english_inside_a_french_sentence() -> None:
    found = annotation(MIXED)
    by_word = {t.text: t.language for t in found.tokens}
    assert by_word["concerned"] == by_word["partners"] == "en"
    assert by_word["déclaré"] == by_word["quitter"] == "fr"


def test_an_unknown_language_is_read_and_said() -> None:
    text = "Правительство сообщило, что мост будет закрыт до понедельника, и не назвало причину. " * 3
    found = annotate(Document("d", "plik.txt", "", text, True, "und"), {})
    assert found.annotation.tokens == ()
    assert "plik.txt" in found.limits[0].message


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Le maire de la commune a expliqué que la route serait\nfermée pendant trois semaines, le temps que les\n"
        "ouvriers remplacent la conduite qui avait cédé au mois\nde mars.\n\nUne autre chose."
    )
    assert [text[s:e].split()[0] for s, e in paragraphs(text)] == ["Le", "Une"]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            ["Le maire dit non. ", "« Oui », dit-elle.", "\r\n", "\u00a0", "é\u0301", "🙂 ", "\n\n", "The mayor left. "]
        )
    )
)
def test_tokens_are_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    found = annotation(text)
    for token in found.tokens:
        assert found.document.text[token.start : token.end] == token.text
    assert all(a.end <= b.start for a, b in zip(found.tokens, found.tokens[1:], strict=False))


def test_tokens_within_a_span_are_those_that_lie_in_it_whole() -> None:
    text = "The dam at Kestrel Bay held."
    found = annotation(text)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            inside = [t for t in found.tokens if start <= t.start and t.end <= end]
            assert found.within(found.document.span(start, end)) == inside


def test_a_hyphen_that_stands_for_a_dash_parts_no_sentence() -> None:
    text = "Le maire considère que la vente du pont - qui a choqué la ville - est illégale."
    annotation = annotate(Document("d", "d", "", text, True, "und"), {}).annotation
    assert len(annotation.sentences) == 1
    assert all(t.text == text[t.start : t.end] for t in annotation.tokens)
