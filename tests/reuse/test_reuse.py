"""Shared passages as families, utterances in their wordings."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import Annotation, annotate
from recoupe.model import Document, Value
from recoupe.reuse import Compared, compare
from recoupe.values import read_values

DISPATCH = (
    "Le groupe de Sérac aurait livré une trentaine de pompes à la ville voisine pendant la crue de printemps. "
    "Les pompes, arrivées de nuit sur trois camions bâchés, ont été montées le long du quai par des ouvriers. "
    "Aucune facture n'a été retrouvée dans les registres de la mairie, selon le cabinet chargé du contrôle."
)
OTHER = (
    "La troupe du théâtre ouvrira sa saison avec une comédie écrite au siècle dernier par une autrice oubliée. "
    "Les répétitions ont commencé sous la verrière, et les costumes viennent d'un atelier installé au village."
)


def annotated(*texts: str) -> list[Annotation]:
    documents = [Document(f"d{i}", f"{i}.txt", "", text, True, "und") for i, text in enumerate(texts)]
    return [annotate(d, {}).annotation for d in documents]


def days(annotations: list[Annotation]) -> dict[str, tuple[Value, ...]]:
    return {a.document.id: read_values(a) for a in annotations}


def compared(*texts: str) -> Compared:
    annotations = annotated(*texts)
    return compare(annotations, [a for x in annotations for a in extract(x).attributions], [], {}, days(annotations))


def test_a_copy_is_one_family_over_all_reports() -> None:
    found = compared(DISPATCH, DISPATCH, OTHER, f"{OTHER}\n\n{DISPATCH}")
    sizes = sorted(len(r.members) for r in found.reuse)
    assert sizes == [2, 3]
    assert {r.kind for r in found.reuse} == {"copy"}


def test_moved_paragraphs_are_found() -> None:
    found = compared(f"{DISPATCH}\n\n{OTHER}", f"{OTHER}\n\n{DISPATCH}")
    assert len(found.reuse) == 2
    assert all(len(r.members) == 2 for r in found.reuse)


def test_an_edited_copy_is_one_passage() -> None:
    edited = DISPATCH.replace("une trentaine de pompes", "trente grosses pompes").replace("bâchés", "couverts")
    (family,) = compared(DISPATCH, edited).reuse
    assert family.kind == "near_copy"
    assert family.members[1].span.text == edited.rstrip(".")


def test_an_official_title_is_no_copy() -> None:
    title = "le porte-parole du Conseil de sécurité nationale de la République, Armel Sorvane, dans un communiqué"
    found = compared(f"Pas de pluie, a dit mardi {title}.", f"Le pont est sûr et restera ouvert, a écrit {title}.")
    assert found.reuse == ()


def test_one_utterance_in_two_wordings() -> None:
    found = compared(
        "« Toute livraison de pompes à la ville serait une violation grave du contrat signé », a dit la directrice.",
        "La directrice a écrit : « Toute livraison de pompes à la ville serait une infraction grave au contrat signé. »",
        "« Le théâtre ouvrira sa saison avec une comédie oubliée », a dit la directrice.",
    )
    (utterance,) = found.utterances
    assert len(utterance.members) == 2
    assert not utterance.verbatim
    assert "altered" in {d.kind for d in utterance.differences}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_order_changes_nothing(order: tuple[int, ...]) -> None:
    annotations = annotated(DISPATCH, f"{OTHER}\n\n{DISPATCH}", OTHER)
    attributions = [a for x in annotations for a in extract(x).attributions]
    shuffled = compare([annotations[i] for i in order], attributions[::-1], [], {}, days(annotations))
    assert shuffled == compare(annotations, attributions, [], {}, days(annotations))
