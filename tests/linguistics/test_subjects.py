"""Subjects of a second clause in a row, and before an apposition."""

from recoupe.linguistics.subjects import subjects_found
from recoupe.linguistics.tokens import Token


def row(*words: tuple[str, str, str, int, str]) -> list[Token]:
    """Tokens of one English sentence: text, part of speech, relation, head, morphology."""
    found, at = [], 0
    for i, (text, pos, dep, head, morph) in enumerate(words):
        found.append(Token(i, at, at + len(text), text, text.lower(), text.lower(), pos, morph, dep, head, 0, "en"))
        at += len(text) + 1
    return found


def test_a_noun_in_a_row_is_the_subject_of_the_verb_behind_it():
    tokens = row(
        ("Lind", "PROPN", "nsubj", 1, ""),
        ("left", "VERB", "root", 1, "VerbForm=Fin"),
        ("in", "ADP", "case", 3, ""),
        ("May", "PROPN", "obl", 1, ""),
        ("and", "CCONJ", "cc", 6, ""),
        ("the", "DET", "det", 6, ""),
        ("owner", "NOUN", "conj", 3, ""),
        ("was", "AUX", "aux:pass", 8, "VerbForm=Fin"),
        ("charged", "VERB", "conj", 1, "VerbForm=Part"),
    )
    found = subjects_found(tokens, 0)
    assert (found[6].dep, found[6].head) == ("nsubj:pass", 8)
    assert found[4].head == 8


def test_the_second_of_two_subjects_between_commas_tells_of_the_first():
    tokens = row(
        ("Norvale", "PROPN", "nsubj", 7, ""),
        (",", "PUNCT", "punct", 4, ""),
        ("a", "DET", "det", 4, ""),
        ("small", "ADJ", "amod", 4, ""),
        ("port", "NOUN", "nsubj", 7, ""),
        (",", "PUNCT", "punct", 4, ""),
        ("has", "AUX", "aux", 7, "VerbForm=Fin"),
        ("flooded", "VERB", "root", 7, "VerbForm=Part"),
    )
    found = subjects_found(tokens, 0)
    assert (found[4].dep, found[4].head) == ("appos", 0)
    assert (found[0].dep, found[0].head) == ("nsubj", 7)


def test_a_name_before_an_apposition_is_the_subject_of_the_verb_behind_it():
    tokens = row(
        ("Lind", "PROPN", "nsubj", 8, ""),
        (",", "PUNCT", "punct", 2, ""),
        ("pilot", "NOUN", "appos", 0, ""),
        (",", "PUNCT", "punct", 5, ""),
        ("was", "AUX", "aux:pass", 5, "VerbForm=Fin"),
        ("held", "VERB", "acl", 2, "VerbForm=Part"),
        (",", "PUNCT", "punct", 8, ""),
        ("police", "NOUN", "obj", 8, ""),
        ("say", "VERB", "root", 8, "VerbForm=Fin"),
    )
    found = subjects_found(tokens, 0)
    assert (found[0].dep, found[0].head) == ("nsubj:pass", 5)
    assert (found[5].dep, found[5].head) == ("ccomp", 8)
