"""What tells of a source beside it names the outlet that heard, obtained or published it; one that only stands there is none."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Document

THROUGH = [  # text, the outlet's words
    ("Le maire, que Le Courrier de l'Orle a pu joindre, a dit que le pont avait cédé.", "Le Courrier de l'Orle"),
    ("Un élu, dont Le Phare de Brume a reçu la lettre, affirme que le pont a cédé.", "Le Phare de Brume"),
    ("Selon une note, dont Le Phare de Brume a pris connaissance, le pont a cédé.", "Le Phare de Brume"),
    ("Selon une note, dont Le Phare de Brume a eu copie, le pont a cédé.", "Le Phare de Brume"),
    ("Interrogé par L'Écho des dunes, le maire a dit que le pont avait cédé.", "L'Écho des dunes"),
    ("Une infirmière, citée dans L'Écho des dunes, affirme que le pont a cédé.", "L'Écho des dunes"),
    ("Une infirmière, que cite Le Phare de Brume, affirme que le pont a cédé.", "Le Phare de Brume"),
    ("Un adjoint, que nos confrères d'Ouest-Digue ont rencontré, a dit que le pont avait cédé.", "Ouest-Digue"),
    ("Un adjoint, qu'ont joint par radio nos confrères d'Ouest-Digue, a dit que le pont avait cédé.", "Ouest-Digue"),
    ("Quand Le Phare de Brume l'a joint, le maire a dit que le pont avait cédé.", "Le Phare de Brume"),
    ("Interrogé par un envoyé spécial du Phare de Brume, le maire a assuré que le pont avait cédé.", "Phare de Brume"),
    ("Selon une source syndicale, sur qui s'appuie l'agence Orbis, la digue a cédé.", "l'agence Orbis"),
    ("The mayor, whom the Tolbury Gazette tracked down in Spain, said the bridge had given way.", "the Tolbury Gazette"),
    ("The mayor, who spoke to the Tolbury Gazette on Monday, said the bridge had given way.", "the Tolbury Gazette"),
    ("Two nurses, who told the Tolbury Gazette their story, said the bridge had given way.", "the Tolbury Gazette"),
    ("When the Tolbury Gazette reached him, the mayor said the bridge had given way.", "the Tolbury Gazette"),
    ("According to a memo, which the Tolbury Gazette has reviewed, the bridge had given way.", "the Tolbury Gazette"),
]  # fmt: skip
NOT_THROUGH = [
    "Le maire, qui a poursuivi Le Courrier de l'Orle en justice, a dit que le pont avait cédé.",
    "Le maire, qui lit Le Courrier de l'Orle chaque matin, a dit que le pont avait cédé.",
    "Le maire, qui a rencontré le directeur du Courrier de l'Orle, a dit que le pont avait cédé.",
    "Un élu, que Bruxelles a consulté, a dit que le pont avait cédé.",
    "Un élu, qui a fait du Phare de Brume sa cible, affirme que le pont a cédé.",
    "Un élu, interrogé par la juge, affirme que le pont a cédé.",
    "Un élu, cité dans l'enquête, affirme que le pont a cédé.",
    "The mayor, who sued the Tolbury Gazette, said the bridge had given way.",
    "The mayor, who runs the Tolbury Gazette, said the bridge had given way.",
    "The mayor, whom the Tolbury Gazette had backed, said the bridge had given way.",
    "Having sued the Tolbury Gazette, the mayor said the bridge had given way.",
]


def relays(text: str) -> list[str]:
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    return [a.relay.text for a in found if a.relay is not None]


@pytest.mark.parametrize(("text", "outlet"), THROUGH, ids=[c[0][:50] for c in THROUGH])
def test_the_outlet_of_an_aside_is_a_relay(text: str, outlet: str) -> None:
    assert relays(text) == [outlet]


@pytest.mark.parametrize("text", NOT_THROUGH)
def test_an_outlet_that_something_else_is_told_of_is_none(text: str) -> None:
    assert relays(text) == []
