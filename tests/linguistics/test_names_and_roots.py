"""Names that open a sentence and were read as verbs; past tenses that were read as participles of their subject."""

from msgspec.structs import replace

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.linguistics import Annotation, annotate
from recoupe.linguistics.lost_roots import rehung
from recoupe.linguistics.opening_names import with_names


def annotated(text: str) -> Annotation:
    """The annotation of one report."""
    return annotate(read_files([Raw("a.txt", text.encode())]).documents[0], {}).annotation


def test_a_subject_that_was_read_as_a_verb_is_a_name() -> None:
    own = annotated("La ligne de Cadrane est coupée. Cadrane dément.")
    tokens = [replace(t, pos="VERB") if t.text == "Cadrane" and t.dep == "nsubj" else t for t in own.tokens]
    assert {t.pos for t in with_names(tokens, own.sentences) if t.text == "Cadrane"} == {"PROPN"}


def test_an_infinitive_and_a_common_noun_keep_what_they_are() -> None:
    own = annotated("Le maire a parlé. Fumer tue. Personnes et biens sont saufs.")
    assert [t.pos for t in with_names(own.tokens, own.sentences)] == [t.pos for t in own.tokens]


def test_a_past_tense_with_its_clause_is_the_root() -> None:
    own = annotated("Cadrane confirmed that two men had died.")
    verb = next(t for t in own.tokens if t.text == "confirmed")
    name = own.tokens[0]
    hung = [
        replace(t, dep="root", head=name.i)
        if t.i == name.i
        else replace(t, dep="acl", head=name.i, morph="Tense=Past|VerbForm=Part")
        if t.i == verb.i
        else t
        for t in own.tokens
    ]
    found = rehung(hung, 0)
    assert (found[verb.i].head, found[name.i].head, found[name.i].dep) == (verb.i, verb.i, "nsubj")
    assert found[verb.i].has("VerbForm=Fin")


def test_a_heading_keeps_its_participle() -> None:
    own = annotated("Men told that two had died")
    assert rehung(own.tokens, 0) == list(own.tokens)
