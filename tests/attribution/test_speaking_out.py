"""Who speaks in set phrases of speaking out, of having it from somebody, of saying no, and what can be a speaker there."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Attribution, Document


def read(text: str) -> tuple[Attribution, ...]:
    """The attributions of a report."""
    return extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions


SPOKEN = [  # text, the source's words, words of the relay
    ("Mayor Ada Lindqvist let the cat out of the bag: the Sornay dam gave way.", "Mayor Ada Lindqvist", None),
    ("A customs officer went on the record to say that the Sornay dam gave way.", "A customs officer", None),
    ("The Sornay dam gave way. A customs officer confirmed as much.", "A customs officer", None),
    ("Behind the story in the Tolbury Gazette stands a customs officer: the Sornay dam gave way.",
     "a customs officer", "the Tolbury Gazette"),
    ("The Tolbury Gazette tracked down a customs officer, who swears that the dam gave way.",
     "a customs officer", "The Tolbury Gazette"),
    ("La préfète Odile Marchand a remis les pendules à l'heure : la digue de Sornay a cédé.",
     "La préfète Odile Marchand", None),
    ("Chez Orvane, on le reconnaît à mi-voix : la digue de Sornay a cédé.", "Orvane", None),
    ("Si une douanière a rompu le silence, c'est pour dire que la digue de Sornay a cédé.", "une douanière", None),
    ("La source de Radio Brune est une douanière : la digue de Sornay a cédé.", "une douanière", "Radio Brune"),
    ("Radio Brune s'appuie sur le récit d'une douanière pour écrire que la digue de Sornay a cédé.",
     "une douanière", "Radio Brune"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "relay"), SPOKEN, ids=[c[0][:50] for c in SPOKEN])
def test_who_speaks_out(text: str, source: str, relay: str | None) -> None:
    assert (source, relay) in [(a.source and a.source.text, a.relay and a.relay.text) for a in read(text)]


DENIED = [  # text, the source's words, a word of what is denied
    ("Orvane poured cold water on talk that the dam had burst.", "Orvane", "burst"),
    ("The harbour master issued a flat denial to those who claim that the dam has burst.", "The harbour master", "burst"),
    ("There is not a grain of truth, says mayor Ada Lindqvist, in the story that the dam burst.",
     "mayor Ada Lindqvist", "burst"),
    ("La préfète Odile Marchand tord le cou à la rumeur selon laquelle la digue a cédé.",
     "La préfète Odile Marchand", "cédé"),
    ("On raconte que la digue a cédé. Faux, archifaux, s'étrangle la préfète Odile Marchand.",
     "la préfète Odile Marchand", "cédé"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "word"), DENIED, ids=[c[0][:50] for c in DENIED])
def test_who_says_no_in_set_phrases(text: str, source: str, word: str) -> None:
    denials = [a for a in read(text) if a.firmness == "denial" and any(word in c.text for c in a.content)]
    assert source in [a.source.text for a in denials if a.source is not None]


def test_a_conjunction_is_nobody() -> None:
    found = read("Qu'on ne s'y méprenne pas, prévient la préfète Odile Marchand : la digue de Sornay a cédé.")
    assert "Qu'" not in [a.source.text for a in found if a.source is not None]


def test_a_colon_may_close_a_sentence_before_a_name() -> None:
    found = read("A customs officer came clean: Orvane's dam gave way.")
    assert ("A customs officer", "Orvane's dam gave way") in [
        (a.source and a.source.text, a.content[0].text) for a in found
    ]


def test_a_relative_clause_beside_who_speaks_is_no_part_of_the_name() -> None:
    found = read("Une douanière, qui redoute des représailles, le certifie : la digue de Sornay a cédé.")
    assert "Une douanière" in [a.source.text for a in found if a.source is not None]


def test_what_somebody_is_told_of_does_not_lengthen_a_name() -> None:
    found = read("“Nonsense,” says Maud Lindqvist of the sale of the ferry.")
    assert "Maud Lindqvist" in [a.source.text for a in found if a.source is not None]


def test_what_an_outlet_learnt_is_no_part_of_the_one_it_has_it_from() -> None:
    found = read("Radio Brune a appris d'une douanière que la digue de Sornay a cédé.")
    assert "une douanière" in [a.source.text for a in found if a.source is not None]


@pytest.mark.parametrize("text", [
    "Il se dit dans les couloirs que la digue de Sornay a cédé.",
    "Il ressort des relevés que la digue de Sornay a cédé.",
])  # fmt: skip
def test_an_impersonal_pronoun_says_nothing(text: str) -> None:
    assert "Il" not in [a.source.text for a in read(text) if a.source is not None]


def test_what_a_document_is_about_does_not_speak() -> None:
    found = read("Le procès-verbal d'audit, daté de mars, établit que la digue de Sornay a cédé.")
    assert "audit" not in [a.source.text for a in found if a.source is not None]


def test_questions_may_be_left_unanswered_by_nobody_named() -> None:
    found = read("Questions about the sale of the ferry have gone unanswered.")
    assert [(a.source, a.firmness) for a in found] == [(None, "refusal")]


def test_the_name_of_an_agency_is_whole_behind_what_it_is_called() -> None:
    found = read("The Swiss agency Romandel announces that the dam has burst.")
    assert "The Swiss agency Romandel" in [a.source.text for a in found if a.source is not None]


def test_a_dispatch_is_not_whom_its_outlet_has_it_from() -> None:
    found = read("Dans une dépêche reprise partout, Radio Brune évoque la rupture de la digue.")
    assert "une dépêche" not in [a.source.text for a in found if a.source is not None]
