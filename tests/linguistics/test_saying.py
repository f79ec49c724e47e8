"""Verbs of saying that the parse has given no clause or another's subject: one relation of each sentence is told."""

import pytest
from msgspec.structs import replace

from recoupe.linguistics import annotate
from recoupe.linguistics.saying import said_clauses
from recoupe.linguistics.tokens import is_tree
from recoupe.model import Document
from tests.attribution.test_speakers import found

SAID = [  # text, source, content, firmness
    (
        "Le préfet a reconnu lundi soir devant les habitants que la digue avait cédé.",
        "Le préfet",
        "la digue avait cédé",
        "flat",
    ),
    (
        "La trésorière Ana Orval a révélé hier devant les adhérents que le club avait vendu deux terrains.",
        "La trésorière Ana Orval",
        "le club avait vendu deux terrains",
        "flat",
    ),
    (
        "Her resignation followed a week after the auditor, Paul Lind, reported that two vaults were empty.",
        "the auditor, Paul Lind",
        "two vaults were empty",
        "flat",
    ),
    (
        "Two pilots saw the light; the third, Dr Eva Moll of the Sarn Institute, said the cloud was too thick to tell.",
        "Dr Eva Moll of the Sarn Institute",
        "the cloud was too thick to tell",
        "flat",
    ),
    (
        "The niece of one sailor, who is still at sea, said the crew had been told nothing.",
        "The niece of one sailor",
        "the crew had been told nothing",
        "flat",
    ),
    (
        'Eva Moll, whose brother drowned on Monday, called the ruling "a farce".',
        "Eva Moll",
        'the ruling "a farce"',
        "flat",
    ),
    ("Paul Lind, whose firm built the dam, said that it was safe.", "Paul Lind", "it was safe", "flat"),
    (
        "Samples have shown lead in the water, Brenia's Water Authority said on Friday, contradicting the mill.",
        "Brenia's Water Authority",
        "Samples have shown lead in the water",
        "flat",
    ),
    ("Un élu, contacté mardi, juge le récit « faux ».", "Un élu", "faux", "flat"),
    (
        "Des fouilles pourraient reprendre demain, croit savoir une source policière.",
        "une source policière",
        "Des fouilles pourraient reprendre demain",
        "hedged",
    ),
    ("Minister thought to have fled to Ostre\n\nIt rained on Monday.", None, "have fled to Ostre", "hedged"),
    ("Ferry believed to be sinking off Sarn\n\nIt rained on Monday.", None, "be sinking off Sarn", "hedged"),
    ("The clerk claimed to have seen nothing.", "The clerk", "have seen nothing", "flat"),
]


@pytest.mark.parametrize(("text", "source", "content", "firmness"), SAID)
def test_who_says_what(text: str, source: str | None, content: str, firmness: str) -> None:
    assert (source, content, firmness) in found(text)


RELATIVE = [  # text, a source that nothing is put down to
    ("Le ministre a rencontré les députés que la mairie avait invités.", "Le ministre"),
    ("A clerk familiar with the file, who said the sum was wrong, has left.", "the file"),
    ("Une note de la police de Sarn, que La Gazette a pu lire, fait état de neuf camions.", "la police de Sarn"),
    ("Rivaux de toujours, les deux clubs veulent contester le territoire du Nord.", "les deux clubs"),
]


@pytest.mark.parametrize(("text", "source"), RELATIVE)
def test_who_says_nothing(text: str, source: str) -> None:
    assert source not in {who for who, _, _ in found(text)}


def test_a_summary_of_who_was_first_is_no_voice() -> None:
    told = "Anna Tell told parliament on Monday that the safe had been robbed."
    summary = "It was the first time a minister had confirmed the theft."
    assert {who for who, _, _ in found(f"{told} {summary}")} == {"Anna Tell"}
    assert {who for who, _, _ in found(summary)} == {"a minister"}


def test_a_counted_subject_behind_the_mark_of_what_is_said_has_the_verb_behind_it() -> None:
    text = "Le préfet Paul Ancel affirme que quatre détenus de la prison de Dorval se sont évadés par les toits."
    annotation = annotate(Document("d", "d", "", text, True, "und"), {}).annotation
    verb = next(t for t in annotation.tokens if t.text == "évadés")
    assert verb.dep == "ccomp" and annotation.tokens[verb.head].text == "affirme"
    assert [annotation.tokens[c].text for c in annotation.dependents(verb.i, "nsubj")] == ["détenus"]


def test_a_verb_that_hangs_on_the_clause_with_whose_takes_its_place() -> None:
    document = Document(
        "d", "d.txt", "0", "Ruth Calder, whose firm had failed, died on Monday, her lawyer said.", True, "en"
    )
    own = annotate(document, {}).annotation.tokens
    at = {t.text: t.i for t in own}
    heads = {"Ruth": ("failed", "nsubj"), "failed": ("said", "ccomp"), "died": ("failed", "parataxis")}
    heads["said"] = ("said", "root")
    hung = [replace(t, head=at[heads[t.text][0]], dep=heads[t.text][1]) if t.text in heads else t for t in own]
    assert is_tree(hung, 0)
    found = said_clauses(hung, 0)
    assert is_tree(found, 0)
    assert [(own[t.head].text, t.dep) for t in found if t.text in {"Ruth", "failed", "died"}] == [
        ("died", "nsubj"),
        ("Ruth", "acl:relcl"),
        ("said", "ccomp"),
    ]


def test_heads_that_lead_back_to_their_token_are_no_tree() -> None:
    document = Document("d", "d.txt", "0", "Two men were held. The mill burnt.", True, "en")
    own = annotate(document, {}).annotation
    first = own.sentences[1][0]
    last = list(own.tokens[first:])
    assert is_tree(last, first)
    verb = next(t for t in last if t.text == "burnt")
    last[verb.i - first] = replace(verb, head=next(t.i for t in last if t.text == "mill"))
    assert not is_tree(last, first)
