"""Nothing shows that it was: on somebody's word it answers the claim, in a report's own words it is a reserve."""

import pytest

from tests.claims.pile import dossier_of

TOLD = {
    "fr": "Le chantier Brevaux a livré des drones à l'Ostrie, selon deux responsables.",
    "en": "Brevaux delivered drones to Ostria, according to two officials.",
}


def answering(language: str, sentence: str) -> list[str]:
    """The stances of what a second sentence says of the delivery."""
    dossier = dossier_of(f"{TOLD[language]} {sentence}")
    behind = len(TOLD[language])
    own = [s for s in dossier.statements if s.spans[0].start > behind and s.event.class_ == "transfer"]
    return sorted({s.stance if s.realis == "actual" else "open" for s in own})


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Rien ne prouve que Brevaux ait livré des drones à l'Ostrie, répond le ministère de la Défense."),
        (
            "fr",
            "Rien ne permet de dire que Brevaux a livré des drones à l'Ostrie, a déclaré le ministère de la Défense.",
        ),
        ("fr", "Aucune preuve ne vient étayer que Brevaux ait livré des drones à l'Ostrie, insiste Jean Morel."),
        ("fr", "Les inspecteurs n'ont trouvé aucune trace d'une livraison de drones à l'Ostrie."),
        ("fr", "Aucune livraison de drones à l'Ostrie n'a été constatée par le ministère."),
        ("en", "The ministry said there was no evidence that Brevaux had delivered drones to Ostria."),
        ("en", "The ministry has no evidence that Brevaux delivered drones to Ostria."),
        ("en", "Inspectors found no evidence of a delivery of drones to Ostria."),
    ],
)
def test_on_somebodys_word_it_was_not(language: str, sentence: str) -> None:
    assert answering(language, sentence) == ["denies"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Rien ne prouve que Brevaux ait livré des drones à l'Ostrie."),
        (
            "fr",
            "Rien ne permet, à ce stade, d'affirmer que Brevaux a livré des drones à l'Ostrie, a déclaré le procureur.",
        ),
        ("fr", "Personne ne dit que Brevaux a livré des drones à l'Ostrie."),
        ("en", "There is no evidence that Brevaux delivered drones to Ostria."),
        ("en", "The prosecutor said there was no evidence so far that Brevaux had delivered drones to Ostria."),
    ],
)
def test_else_it_is_left_open(language: str, sentence: str) -> None:
    assert answering(language, sentence) == ["open"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Chez Brevaux, personne ne reconnaît avoir livré des drones à l'Ostrie."),
        ("fr", "Aucune livraison de drones à l'Ostrie n'a été confirmée par le ministère."),
        ("fr", "Le ministère dit ne pas avoir connaissance d'une livraison de drones à l'Ostrie."),
        ("en", "Nobody at Brevaux has admitted that the firm delivered drones to Ostria."),
        ("en", "The ministry said it was not aware of any delivery of drones to Ostria."),
    ],
)
def test_who_admits_or_knows_nothing_declines(language: str, sentence: str) -> None:
    dossier = dossier_of(f"{TOLD[language]} {sentence}")
    assert [s.stance for s in dossier.statements if s.spans[0].start > len(TOLD[language])] == ["refuses"]


def test_what_nobody_saw_being_done_is_not_affirmed() -> None:
    dossier = dossier_of("Jean Morel jure que personne n'a vu Brevaux livrer des drones à l'Ostrie.")
    (statement,) = (s for s in dossier.statements if s.event.class_ == "transfer")
    assert statement.realis == "hypothetical"


def test_words_for_nothing_before_a_verb_without_its_particle_are_said() -> None:
    dossier = dossier_of("Rien à voir avec Brevaux, jure Jean Morel : la société n'a livré aucun drone à l'Ostrie.")
    assert {a.source.text for a in dossier.attributions if a.source is not None} == {"Jean Morel"}


@pytest.mark.parametrize(
    "text",
    ["Le bruit a couru que la ville a vendu le pont.", "Rumours were swirling that the town had sold the bridge."],
)
def test_what_runs_as_a_rumour_is_left_open(text: str) -> None:
    (statement,) = (s for s in dossier_of(text).statements if s.event.class_ == "trade")
    assert statement.realis == "hypothetical"


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Brevaux shares fell 11 percent in the morning.", "shares"),
        ("Shares in Brevaux lost 11 percent in the morning.", "Shares"),
        ("L'action Brevaux a perdu 11 % dans la matinée.", "Brevaux"),
    ],
)
def test_how_much_a_thing_fell_takes_no_part(text: str, theme: str) -> None:
    dossier = dossier_of(text)
    names = {a.id: a.name for a in dossier.actors}
    (statement,) = (s for s in dossier.statements if s.event.class_ == "decrease")
    (part,) = statement.event.participants
    assert part.role == "theme"
    assert theme in {part.span.text, names.get(part.actor or "")}
