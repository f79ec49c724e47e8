"""Where the words of who speaks end: before how, when, of what and to whom he spoke."""

import pytest

from tests.claims.pile import dossier_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("La digue a cédé, a répondu le commandant au sujet de la crue.", "le commandant"),
        ("La digue a cédé, a assuré la préfète aux sinistrés.", "la préfète"),
        ("La digue a cédé, a reconnu l'adjoint au maire.", "l'adjoint au maire"),
        ("La digue a cédé, a reconnu l'ingénieur au terme de l'audition.", "l'ingénieur"),
        ("La régie, jointe mardi, affirme que la digue a cédé.", "La régie"),
        ("The dam gave way, said the warden in response to a question.", "the warden"),
        ("The dam gave way, said the warden on the sidelines of the hearing.", "the warden"),
        ("The dam gave way, said the adviser to the minister.", "the adviser to the minister"),
        ("On the eve of the vote, warden Ida Marrow charged the board with hiding the leak.", "warden Ida Marrow"),
    ],
)
def test_a_source_ends_before_the_circumstances(text: str, source: str) -> None:
    assert [a.source.text for a in dossier_of(text).attributions if a.source] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Pour mémoire, la régie a fermé la digue en mai.",
        "Explainer: The dam board shut the locks in Sorne",
        "The board's response to the story that the dam leaked was brief.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert dossier_of(text).attributions == ()


def test_a_colon_in_brackets_ends_no_clause() -> None:
    dossier = dossier_of("Le chantier Belmar a livré deux bacs à la régie en mai (source : Radio Cime).")
    assert [s.event.class_ for s in dossier.statements] == ["transfer"]
