"""One utterance in its wordings: what was cut, altered, strengthened, translated; the same words on another day."""

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Bounds, Document, Utterance
from recoupe.reuse import compare
from recoupe.values import read_values


def utterances(*texts: str, dates: tuple[str | None, ...] = ()) -> tuple[Utterance, ...]:
    annotations = []
    for k, text in enumerate(texts):
        day = dates[k] if dates else None
        published = Bounds(day, day, "header") if day else None
        annotations.append(
            annotate(Document(f"d{k}", f"{k}.txt", "", text, True, "und", published=published), {}).annotation
        )
    attributions = [a for x in annotations for a in extract(x).attributions]
    return compare(annotations, attributions, [], {}, {a.document.id: read_values(a) for a in annotations}).utterances


def kinds(found: Utterance) -> list[tuple[str, list[str]]]:
    return [(d.kind, [s.text for s in d.spans]) for d in found.differences]


def test_words_that_differ_are_told_by_word() -> None:
    (found,) = utterances(
        "« Toute livraison de pompes à la ville serait une violation notable du contrat signé », a dit Anna Dorval.",
        "« Toute livraison de pompes à la ville serait une violation grave du contrat signé », a dit Anna Dorval.",
    )
    assert ("strengthened", ["notable", "grave"]) in kinds(found) or ("weakened", ["grave", "notable"]) in kinds(found)
    assert not found.verbatim


def test_a_lost_conditional_strengthens() -> None:
    (found,) = utterances(
        "La société Dorval aurait livré trente pompes neuves à la ville de Sérac, a déclaré le pilote Paul Ancel.",
        "La société Dorval a livré trente pompes neuves à la ville de Sérac, a déclaré le pilote Paul Ancel.",
    )
    assert {k for k, _ in kinds(found)} & {"strengthened", "weakened"}


def test_a_cut_quotation_can_still_be_verbatim() -> None:
    (found,) = utterances(
        "« Dorval n'a jamais livré une seule pompe à la ville de Sérac », a dit Anna Dorval.",
        "« Dorval n'a jamais livré une seule pompe à la ville de Sérac, ni au printemps ni en hiver », a dit Anna Dorval.",
    )
    assert found.verbatim
    assert "cut" in {k for k, _ in kinds(found)}


def test_a_translation_is_one_utterance() -> None:
    (found,) = utterances(
        "« Dorval n'a jamais exporté une seule pompe vers la ville de Sérac », a déclaré Anna Dorval.",
        "“Dorval has never exported a single pump to the town of Sérac,” Anna Dorval said.",
    )
    assert "translated" in {k for k, _ in kinds(found)}


def test_direct_and_indirect_speech_are_one_utterance() -> None:
    (found,) = utterances(
        "« La société Dorval respecte à la lettre la convention des eaux de Sérac », a assuré Anna Dorval.",
        "Anna Dorval a assuré que la société Dorval respectait à la lettre la convention des eaux de Sérac.",
    )
    assert len(found.members) == 2


def test_the_same_words_on_another_day_are_a_formula() -> None:
    found = utterances(
        "« La société Dorval respecte à la lettre la convention des eaux de Sérac », a dit le 3 mars 2025 Anna Dorval.",
        "« La société Dorval respecte à la lettre la convention des eaux de Sérac », a dit le 9 avril 2025 Anna Dorval.",
    )
    assert [u.relation for u in found] == ["repeated_formula"]


def test_two_speakers_make_no_utterance() -> None:
    assert (
        utterances(
            "« La société Dorval respecte à la lettre la convention des eaux de Sérac », a dit Anna Dorval.",
            "« Le théâtre ouvrira sa saison avec une comédie oubliée de Morvane », a dit Lise Hauvet.",
        )
        == ()
    )


def test_a_copy_that_leaves_out_the_speaker_is_a_member_without_attribution() -> None:
    passage = "Trente pompes neuves ont été déchargées dans la nuit de lundi à mardi au quai sept du port de Sérac"
    after = "Le quai était désert, la grue tournait au ralenti et la pluie noyait les rares lampes du hangar."
    (found,) = utterances(
        f"{passage}, a précisé le pilote Paul Ancel. {after}",
        f"{passage}, a précisé Paul Ancel. {after}",
        f"{passage}. {after}",
    )
    assert [m.attribution is None for m in sorted(found.members, key=lambda m: m.spans)] == [False, False, True]
    assert all(m.spans[0].text.startswith("Trente pompes") for m in found.members)
