"""How events stand in real prose: who takes part, in which phase, and whether it is said to be."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from recoupe.model import Dossier
from tests.claims.pile import Pile, pile_in, roles, statements


@pytest.fixture
def pile(tmp_path: Path) -> Pile:
    return pile_in(tmp_path)


@pytest.mark.parametrize(
    ("text", "class_", "expected"),
    [
        ("La somme a transité par un cabinet.", "travel", {"theme": "somme"}),
        ("L'usine fermera en mars.", "close", {"theme": "usine"}),
        ("The union called off the strike.", "cancel", {"agent": "union", "theme": "strike"}),
        ("The fan on dryer 3 was switched off.", "disable", {"theme": "fan"}),
        ("Le groupe Dorval fermera fin mars son usine.", "close", {"theme": "usine"}),
        ("Le dépoussiérage a cessé vendredi.", "stop", {"theme": "dépoussiérage"}),
        ("Il est faux de dire que Larnac ferme Dorval.", "close", {"agent": "Larnac", "theme": "Dorval"}),
        ("L'arrestation de Karim Dorval inquiète la ville.", "arrest", {"theme": "Karim Dorval"}),
        ("The town was shocked by Karim Dorval's arrest.", "arrest", {"theme": "Karim Dorval"}),
        ("L'invasion de la Norvège continue.", "attack", {"agent": None, "theme": "Norvège"}),
        ("Le raid de la Norvège continue.", "attack", {"agent": "Norvège"}),
        ("Karim Dorval s'est rendu en Norvège lundi.", "visit", {"agent": "Karim Dorval", "place": "Norvège"}),
        ("Karim Dorval s'est rendu à la police.", "surrender", {"theme": "Karim Dorval"}),
        ("Une rencontre entre la Suède et la Norvège s'est tenue.", "meet", {"agent": "Suède", "partner": "Norvège"}),
        (
            "The talks between Sweden and Norway took place in May.",
            "negotiate",
            {"agent": "Suède", "partner": "Norvège"},
        ),
        ("Le groupe Dorval a vendu des pompes.", "trade", {"agent": "Dorval", "theme": "pompes"}),
        ("La grève a entraîné des retards.", "cause", {"theme": "retards"}),
        ("La Suède s'est abstenue de livrer des pompes.", "refrain", {}),
        ("La Suède aurait livré des pompes à courte portée à la Norvège.", "transfer", {"recipient": "Norvège"}),
    ],
)
def test_who_and_what_takes_part(pile: Pile, text: str, class_: str, expected: dict[str, str]) -> None:
    dossier = pile(a=text)
    (found,) = statements(dossier, class_)
    assert {role: roles(dossier, found).get(role) for role in expected} == expected


@pytest.mark.parametrize(
    "text", ["Dorval took one step in a journey.", "Dorval may not fly in May.", "Dorval won first place."]
)
def test_a_preposition_is_no_particle_of_a_verb(pile: Pile, text: str) -> None:
    assert not {s.event.class_ for s in pile(a=text).statements} & {"intervene", "transfer", "replace"}


def test_a_longer_phrase_tells_its_event_once(pile: Pile) -> None:
    assert len(statements(pile(a="Le maire Paul Dorval a été placé en garde à vue."), "arrest")) == 1


def test_an_event_without_participants_is_told_by_its_verb(pile: Pile) -> None:
    (paid,) = statements(pile(a="Neuf virements ont été opérés."), "pay")
    assert (paid.phase, [v.span.text for v in paid.values]) == ("done", ["Neuf"])


@pytest.mark.parametrize(
    ("text", "class_", "phase"),
    [
        ("J'ai vu six policiers fouiller la mairie.", "search", "done"),
        ("Six cents habitants ont dû quitter leur logement.", "evacuate", "done"),
        ("Villagers had to leave their homes.", "evacuate", "done"),
        ("Paul Dorval doit être mis en examen.", "charge", "planned"),
        ("Je démissionne de mon mandat.", "resign", "done"),
        ("Paul Dorval has been in custody since Wednesday.", "arrest", "done"),
        ("The group will close its Dorval plant, with the dismissal of forty workers.", "dismiss", "planned"),
    ],
)
def test_the_phase_is_told_by_what_stands_around(pile: Pile, text: str, class_: str, phase: str) -> None:
    assert {s.phase for s in statements(pile(a=text), class_)} == {phase}


def test_a_date_ahead_makes_the_present_a_plan(pile: Pile) -> None:
    dossier = pile(a="3 mars 2024 - Le groupe Larnac ouvre un bureau à Dorval le 12 juin 2024.")
    assert {s.phase for s in statements(dossier, "open")} == {"planned"}


def test_a_heading_in_the_present_tells_what_its_report_does(pile: Pile) -> None:
    text = "Le groupe Larnac ferme son usine\n\nLe groupe Larnac fermera son usine de Dorval, a dit la préfecture."
    assert {s.phase for s in statements(pile(a=text), "close")} == {"planned"}


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("Le syndicat réclame la démission du directeur Paul Dorval.", "resign"),
        ("Le préfet a évoqué le risque d'explosion à l'usine Dorval.", "explode"),
        ("The union fears the closure of the Dorval plant.", "close"),
    ],
)
def test_what_is_wished_or_feared_is_not_said_to_be(pile: Pile, text: str, class_: str) -> None:
    assert {s.realis for s in statements(pile(a=text), class_)} <= {"hypothetical"}


def test_what_is_said_in_a_call_is_said(pile: Pile) -> None:
    (conceded,) = statements(pile(a="Paul Dorval a appelé sa rivale pour reconnaître sa défaite."), "surrender")
    assert (conceded.realis, conceded.phase) == ("actual", "done")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quarante salariés ont été blessés à Dorval.", "Quarante ouvriers ont été blessés à Dorval."),
        ("Forty villagers were evacuated from Dorval.", "Forty residents were evacuated from Dorval."),
    ],
)
def test_words_for_the_same_people_tell_no_events_apart(pile: Pile, one: str, other: str) -> None:
    dossier = pile(a=one, b=other)
    assert any({d[:1] for d in names(dossier, c.reports)} == {"a", "b"} for c in dossier.claims)


def test_an_occupation_goes_on(pile: Pile) -> None:
    dossier = pile(a="Cent salariés occupent l'usine de Dorval. Le maire a évoqué l'occupation de l'usine de Dorval.")
    assert "done" not in {s.phase for s in statements(dossier, "occupy")}


def names(dossier: Dossier, reports: Sequence[str]) -> set[str]:
    """The names of reports."""
    return {d.name for d in dossier.documents if d.id in reports}


@pytest.mark.parametrize(
    ("text", "class_", "words"),
    [
        ("Le convoi a traversé le pont lundi et a atteint Dorval vers midi.", "cross", "Le convoi a traversé le pont lundi"),
        ("Le groupe vend des pompes et a construit une usine.", "produce", "a construit une usine"),
        ("Il envoie des pompes et des moteurs en Norvège.", "transfer", "Il envoie des pompes et des moteurs en Norvège"),
        ("Le maire a vendu (sans hâte) les terrains (en mai).", "trade", "Le maire a vendu (sans hâte) les terrains (en mai)"),
        ("Il doute d'une livraison de pompes à la Norvège.", "transfer", "une livraison de pompes à la Norvège"),
    ],
)  # fmt: skip
def test_a_statement_is_told_in_its_own_words(pile: Pile, text: str, class_: str, words: str) -> None:
    assert [s.spans[0].text for s in statements(pile(a=text), class_)] == [words]


def test_what_took_place_takes_up_what_was_told(pile: Pile) -> None:
    dossier = pile(a="La Suède a livré des pompes à la Norvège. Ces livraisons auraient déjà eu lieu.")
    assert [roles(dossier, s).get("recipient") for s in statements(dossier, "transfer")] == ["Norvège", "Norvège"]


@pytest.mark.parametrize(
    "text", ["No fewer than 28 pumps were sent to Norway.", "Pas moins de 28 pompes ont été livrées."]
)
def test_the_bound_of_a_number_denies_nothing(pile: Pile, text: str) -> None:
    (told,) = statements(pile(a=text), "transfer")
    assert (told.stance, told.polarity) == ("affirms", "positive")


def test_a_claim_is_shown_by_what_most_of_its_reports_name(pile: Pile) -> None:
    told = "Karim Dorval a vendu des pompes à la Norvège"
    dossier = pile(a=f"{told}.", b=f"{told}, dit-on.", c="La vente de pompes à la Norvège inquiète.")
    assert [c.headline.text for c in dossier.claims if len(c.reports) == 3] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "L'hypothèse est simple : le groupe Larnac a vendu des pompes à la Norvège.",
        "Si elle se confirmait, la vente de pompes à la Norvège par le groupe Larnac ferait scandale.",
        "Rien ne permet de dire que le groupe Larnac a vendu des pompes à la Norvège.",
        "Aucune preuve n'établit que le groupe Larnac a vendu des pompes à la Norvège.",
        "There is no proof that the Larnac group sold pumps to Norway.",
        "If proved, the sale of pumps to Norway by Larnac would be a first.",
        "Nothing allows anyone to say that the Larnac group sold pumps to Norway.",
    ],
)
def test_what_is_not_shown_is_only_supposed(pile: Pile, text: str) -> None:
    assert {s.realis for s in statements(pile(a=text), "trade")} <= {"hypothetical"}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody denies that the Larnac group sold pumps to Norway.",
        "Nobody doubts that the Larnac group sold pumps to Norway.",
        "The mayor confirmed it: the Larnac group sold weapons to Norway.",
        "Le maire confirme : le groupe Larnac a vendu des pompes à la Norvège.",
        "The mayor has no doubt that the Larnac group sold pumps to Norway.",
        "Aucun élu ne conteste la vente de pompes à la Norvège par le groupe Larnac.",
        "Le scandale est simple : le groupe Larnac a vendu des pompes à la Norvège.",
        "Si le maire démissionne, la vente de pompes à la Norvège restera dans les mémoires.",
    ],
)
def test_what_nobody_denies_is_affirmed(pile: Pile, text: str) -> None:
    assert [(s.stance, s.realis) for s in statements(pile(a=text), "trade")] == [("affirms", "actual")]


@pytest.mark.parametrize(
    ("text", "class_", "phase", "expected"),
    [
        ("Des témoins ont vu des caisses d'obus être déchargées.", "transfer", "done", {"theme": "obus"}),
        ("Le gardien dit avoir vu les obus sortir des hangars.", "transfer", "done", {"theme": "obus"}),
        ("Workers saw ten wagons of shells being unloaded.", "transfer", "done", {"theme": "shells"}),
        ("The captives are to be released in March.", "release", "planned", {"theme": "captives"}),
        ("La société va livrer les obus.", "transfer", "planned", {"agent": "société", "theme": "obus"}),
        ("Trois des six marins ont été libérés.", "release", "done", {"theme": "marins"}),
        ("Two of the sailors were freed.", "release", "done", {"theme": "sailors"}),
        ("L'armée dit n'avoir perdu que neuf soldats.", "die", "done", {"agent": "L'armée", "theme": "soldats"}),
        ("The army lost nine soldiers.", "die", "done", {"agent": "army", "theme": "soldiers"}),
    ],
)
def test_what_was_seen_counted_or_is_to_come(
    pile: Pile, text: str, class_: str, phase: str, expected: dict[str, str]
) -> None:
    dossier = pile(a=text)
    told = statements(dossier, class_)
    assert [s.phase for s in told] == [phase]
    assert {role: who for role, who in roles(dossier, told[0]).items() if role in expected} == expected


def test_a_plural_that_adjectives_share_out_belongs_to_nobody(pile: Pile) -> None:
    dossier = pile(
        a="The Swedish and Norwegian armies clashed near Orvast on 3 March 2025.",
        b="Les armées norvégienne et suédoise se sont affrontées près d'Orvast le 3 mars 2025.",
    )
    assert len({c.id for c in dossier.claims}) == 1
