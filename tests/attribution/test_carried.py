"""Words that an outlet has from somebody: the voice is the source, the outlet the relay."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Document

CARRIED = [  # text, words of the voice, words of the outlet
    ("Le Courrier de l'Orle a appris d'un ingénieur que la digue de Sornay a cédé.", "ingénieur", "Courrier"),
    ("Selon une enquête du Courrier de l'Orle fondée sur les dires d'un ingénieur, la digue a cédé.", "ingénieur", "Courrier"),
    ("La digue a cédé, selon des propos de l'ingénieure Anne Dorval recueillis par l'agence Orbis.", "Dorval", "Orbis"),
    ("D'après ce qu'a dit au Courrier de l'Orle l'ingénieure Anne Dorval, la digue de Sornay a cédé.", "Dorval", "Courrier"),
    ("La digue de Sornay a cédé, indique Le Courrier de l'Orle. Sa source est un ingénieur du site.", "ingénieur", "Courrier"),
    ("La digue a cédé, a annoncé à l'Agence Vallée Presse (AVP) la procureure Anne Dorval.", "Dorval", "AVP"),
    ("D'après une source syndicale, sur qui s'appuie l'agence Orbis, la digue de Sornay aurait cédé.", "source", "Orbis"),
    ("Le Courrier de l'Orle donnait la parole à un ingénieur, et on apprenait ceci : la digue a cédé.", "ingénieur", "Courrier"),
    ("L'agence Orbis croit savoir, « d'après un ingénieur », que la digue de Sornay a cédé.", "un ingénieur", "Orbis"),
    ("La digue aurait cédé, selon un ingénieur. C'est ce que rapportait hier Le Courrier de l'Orle.", "ingénieur", "Courrier"),
    ("Les propos tenus à l'agence Orbis par la maire Anne Dorval n'ont pas été démentis : la digue a cédé.", "Dorval", "Orbis"),
    ("Pour affirmer que la digue a cédé, Le Courrier de l'Orle s'appuie sur un ingénieur du site.", "un ingénieur", "Courrier"),
    ("As to how it knows that the dam gave way, The Tolbury Gazette refers its readers to an engineer.", "engineer", "Gazette"),
    ("To assert that the Sornay dam gave way, The Tolbury Gazette relies on an engineer.", "engineer", "Gazette"),
    ("Vallewire has it from an engineer who asked not to be named that the Sornay dam gave way.", "engineer", "Vallewire"),
    ("In an article drawing on a baker in the town, the weekly Tolbury Gazette states that the dam broke.", "baker", "Gazette"),
    ("Citing a foreign aid worker, Orbis News Agency says that the dam gave way.", "aid worker", "Orbis"),
    ("The Tolbury Gazette says it has learned from an engineer that the Sornay dam gave way.", "engineer", "Gazette"),
    ("The Sornay dam gave way, according to an engineer quoted by The Tolbury Gazette.", "engineer", "Gazette"),
    ("La procureure a annoncé à l'Agence Vallée (AV) que la digue avait cédé.", "procureure", "l'Agence Vallée (AV)"),
    ("Le maire a assuré au Phare de Brume (groupe Orbis) qu'il avait vendu la digue.", "maire", "Phare de Brume"),
    ("The prosecutor told the Xylo News Agency (XNA) that the dam broke.", "prosecutor", "the Xylo News Agency"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "relay"), CARRIED, ids=[c[0][:50] for c in CARRIED])
def test_voice_and_outlet_are_told_apart(text: str, source: str, relay: str) -> None:
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert [
        a
        for a in found
        if a.source is not None and source in a.source.text and a.relay is not None and relay in a.relay.text
    ]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Citing no source, The Tolbury Gazette said that the dam gave way.", "no source"),
        ("Sans citer aucune source, Le Courrier de l'Orle a indiqué que la digue avait cédé.", "aucune source"),
        ("À lire Le Courrier de l'Orle, tout serait joué : la digue aurait cédé.", "tout"),
    ],
)
def test_nobody_is_no_source(text: str, nobody: str) -> None:
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert nobody not in {a.source.text for a in found if a.source is not None}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to prefect Luce Ferrand, the Sornay bridge was closed.", "prefect Luce Ferrand"),
        ("According to managing director Luce Ferrand, the bridge was closed.", "managing director Luce Ferrand"),
        ("Selon l'administrateur délégué Luce Ferrand, le pont était fermé.", "l'administrateur délégué Luce Ferrand"),
    ],
)
def test_a_title_that_the_tagger_takes_for_a_verb(text: str, source: str) -> None:
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert source in {a.source.text for a in found if a.source is not None}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The plant will close, an executive said.", "an executive"),
        ("The plant will close, said Anna Holt, a marketing executive.", "Anna Holt, a marketing executive"),
    ],
)
def test_an_executive_is_somebody(text: str, source: str) -> None:
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert [a.source.text for a in found if a.source is not None] == [source]


def test_brackets_leave_the_cue_whole() -> None:
    text = "La procureure a annoncé à l'Agence Vallée (AV) que la digue avait cédé."
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert [a.cue.text for a in found if a.cue is not None] == ["a annoncé"]


def test_an_account_names_its_outlet_and_who_is_anonymous_passes_nothing_on() -> None:
    text = "La digue a cédé, selon les informations de l'agence Orbis, selon des responsables."
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert "les informations" not in " ".join(a.relay.text for a in found if a.relay is not None)
    text = "Les sources, citant un rapport, ont déclaré que la digue avait cédé."
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert {a.source.text for a in found if a.source is not None} == {"Les sources", "un rapport"}
    assert not any(a.relay for a in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La ville avait vendu le pont, selon les informations de l'agence Orbis, et la région avait acheté la route, "
            "selon des responsables.",
            [
                ("les informations de l'agence Orbis", "La ville avait vendu le pont"),
                ("des responsables", "la région avait acheté la route"),
            ],
        ),
        (
            "Des camions ont été vus, ce qui suggérait que la ville avait acheté le pont.",
            [("", "la ville avait acheté le pont")],
        ),
        (
            "La préfecture a publié des conclusions de renseignements montrant que la milice a vendu des armes.",
            [("renseignements", "la milice a vendu des armes")],
        ),
    ],
)
def test_each_content_has_its_own_voice(text: str, expected: list[tuple[str, str]]) -> None:
    found = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    assert [(a.source.text if a.source else "", a.content[0].text) for a in found] == expected
