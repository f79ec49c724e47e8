"""Who was told or has learned a thing, and verbs that go on with who spoke before a quotation's source."""

import pytest

from recoupe.model import Dossier
from tests.provenance.test_renditions import dossier_of


def mouths(dossier: Dossier) -> dict[str, str]:
    """For each cue, its source's words; empty where it has none."""
    return {
        a.cue.text: a.source.text if a.source is not None else "" for a in dossier.attributions if a.cue is not None
    }


TOLD = [
    ("The bishop was told by a mason in June that the tower could fall.", "was told", "a mason"),
    ("The bishop was told in June by a mason that the tower could fall.", "was told", "a mason"),
    ("The bishop was told that the tower could fall.", "was told", ""),
    ("The council was informed by its auditor last year that the tower was unsafe.", "was informed", "its auditor"),
    ("The bishop heard from his masons on Tuesday that the tower would cost more.", "heard from", "his masons"),
    ("L'évêque a été prévenu en juin par un maçon que la tour menaçait de tomber.", "a été prévenu", "un maçon"),
    ("La préfète a été informée que la tour coûterait plus cher.", "a été informée", ""),
    ("Nora Pell a appris d'un voisin que la tour était fermée.", "a appris", "un voisin"),
]


@pytest.mark.parametrize(("text", "cue", "source"), TOLD)
def test_who_tells_is_the_source_and_not_who_is_told(text: str, cue: str, source: str) -> None:
    assert mouths(dossier_of(text))[cue] == source


KNOWN = [
    ("The teacher learned in 2021 that the roof contained asbestos.", False),
    ("The council knew that the roof contained asbestos.", False),
    ("L'instituteur a appris en 2021 que le toit contenait de l'amiante.", False),
    ("The Velmer Post\n\nThe Velmer Post has learned that the roof contained asbestos.", True),
    ("The teacher said that the roof contained asbestos.", True),
]


@pytest.mark.parametrize(("text", "given"), KNOWN)
def test_who_knows_or_has_learned_a_thing_has_told_nobody_of_it(text: str, given: bool) -> None:
    dossier = dossier_of(text)
    voices = {v.id: v.given for v in dossier.voices}
    about = [s for s in dossier.statements if s.event.class_ == "contain"]
    assert about
    assert [voices[s.voice] for s in about] == [given] * len(about)


JOINED = [
    ("« Notre cliente collabore avec les juges », a assuré Me Paul Orsel, et dénonce une fuite.", "une fuite"),
    ("« La digue tiendra », promet la préfète, mais critique un retard.", "un retard"),
    ("L'élu n'a pas répondu, mais son avocate, Me Alice Vernet, dénonce un complot.", "un complot"),
]


@pytest.mark.parametrize(("text", "thing"), JOINED)
def test_what_a_further_verb_takes_is_no_source(text: str, thing: str) -> None:
    assert thing not in mouths(dossier_of(text)).values()


@pytest.mark.parametrize("opening", ["Interrogé sur ce point", "Questionné à ce sujet", "Relancé sur cette somme"])
def test_a_participle_that_opens_a_sentence_asks_nothing(opening: str) -> None:
    dossier = dossier_of(f"{opening}, Paul Orsel affirme que la facture était fausse.")
    assert mouths(dossier) == {"affirme": "Paul Orsel"}
