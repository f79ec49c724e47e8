"""The language of a report: of few words, names do not decide it."""

import pytest

from recoupe.linguistics.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The rebels of Upper Skjarn handed over 300 rifles to the mission. Upper Skjarn is at war.", "en"),
        (
            "Bjorn Skovgaard told Aftenblad on Monday that Nordhavn Rederi had sold the ferry to Sofart, which denies it.",
            "en",
        ),
        (
            "Le préfet Borvik a annoncé mardi que le barrage d'Ostre fuyait, et que Skjervoy serait évacué dans la nuit.",
            "fr",
        ),
        (
            "Selon Gazeta Borowa, Krzysztof Zielonka a vendu la mine de Kruszec à Wojtowa, ce que dément le ministère.",
            "fr",
        ),
        (
            "Skibet sejlede fra Borvik til Ostre i går, og kaptajnen sagde at der ikke var nogen fare om bord på skibet.",
            "da",
        ),
        (
            "De boot vertrok gisteren uit Ostre en de kapitein zei dat er geen gevaar was voor de passagiers aan boord.",
            "nl",
        ),
        (
            "El barco salió ayer de Ostre y el capitán dijo que no había peligro para los pasajeros que iban a bordo.",
            "es",
        ),
        (
            "A former prisoner blamed the Galdarian intelligence service for tapping chief negotiator Petra Lindovar's phone "
            "during the summit.",
            "en",
        ),
        (
            "La nave è partita ieri da Ostre e il capitano ha detto che non c'era pericolo per i passeggeri a bordo.",
            "it",
        ),
        (
            "El vaixell va sortir ahir d'Ostre i el capità va dir que no hi havia perill per als passatgers de la nau.",
            "ca",
        ),
    ],
)
def test_short_texts_with_strange_names_are_read_in_their_language(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Investors hand Solvang Brekke the keys.", "en"),
        ("Ida Kalmar was put on a boat to Tamsund on Monday.", "en"),
        ("Forty crates of apples reached Ostre.", "en"),
        ("Le navire Brekke quitte Solvang.", "fr"),
        ("Politiet i Borvik pågrep tre menn etter ran mandag.", "nb"),
        ("De politie heeft in Ostre drie mannen aangehouden.", "nl"),
    ],
)
def test_a_line_of_few_words_is_read_in_its_language_whatever_its_names(text: str, code: str) -> None:
    assert language_of(text) == code
