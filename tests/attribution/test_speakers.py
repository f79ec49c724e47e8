"""Who speaks where the parse would have it somebody or something else: one relation of each sentence is told."""

import pytest

from recoupe.attribution import extract
from recoupe.linguistics import annotate
from recoupe.model import Document

SHARED_SUBJECT = [  # text, source, content, firmness
    (
        "The college admitted that the roof had fallen but denied that snow was to blame.",
        "The college",
        "snow was to blame",
        "denial",
    ),
    (
        "The college admitted that the roof had fallen but denied that snow was to blame.",
        "The college",
        "the roof had fallen",
        "flat",
    ),
    ("The navy said two sailors had drowned and accused the port of hiding it.", "The navy", "hiding it", "flat"),
    ("A guard said the gate was shut but declined to say who had the key.", "A guard", "who had the key", "refusal"),
    ("The club claims that wages fell and says that the players lied.", "The club", "the players lied", "flat"),
    (
        "The rector agreed that the wall had cracked, but rejected claims that pupils were at risk.",
        "The rector",
        "pupils were at risk",
        "denial",
    ),
    (
        "The firm concedes it lost a letter from Mrs Alby but persists in denying any fault.",
        "The firm",
        "any fault",
        "denial",
    ),
    (
        "La banque reconnaît que les coffres ont été vidés mais dément avoir prévenu les voleurs.",
        "La banque",
        "avoir prévenu les voleurs",
        "denial",
    ),
    (
        "Le préfet a dit que le barrage tiendrait et a accusé la région d'avoir menti.",
        "Le préfet",
        "avoir menti",
        "flat",
    ),
]
BESIDE_AN_ASIDE = [
    (
        "Verlon, de son côté, reconnaît avoir perdu une lettre de Mme Alby, mais persiste à nier toute faute.",
        "Verlon",
        "avoir perdu une lettre de Mme Alby",
        "flat",
    ),
    (
        "Verlon, de son côté, reconnaît avoir perdu une lettre de Mme Alby, mais persiste à nier toute faute.",
        "Verlon",
        "toute faute",
        "denial",
    ),
    (
        "Le lycée, pour sa part, admet avoir signé un bail avec M. Orsal, mais continue de contester toute faveur.",
        "Le lycée",
        "toute faveur",
        "denial",
    ),
    (
        "La société Verlon, de son côté, a admis que la cuve avait fui.",
        "La société Verlon",
        "la cuve avait fui",
        "flat",
    ),
]


def found(text: str) -> set[tuple[str | None, str, str]]:
    """Source, content and firmness of the attributions of a text."""
    attributions = extract(annotate(Document("d", "d", "", text, True, "und"), {}).annotation).attributions
    return {
        (a.source.text if a.source else None, " … ".join(c.text for c in a.content), a.firmness) for a in attributions
    }


@pytest.mark.parametrize(("text", "source", "content", "firmness"), SHARED_SUBJECT)
def test_coordinated_cues_share_their_subject(text: str, source: str, content: str, firmness: str) -> None:
    assert (source, content, firmness) in found(text)


@pytest.mark.parametrize(("text", "source", "content", "firmness"), BESIDE_AN_ASIDE)
def test_who_is_named_in_what_is_admitted_does_not_admit_it(
    text: str, source: str, content: str, firmness: str
) -> None:
    assert (source, content, firmness) in found(text)


def test_what_a_clause_of_its_own_subject_says_stays_with_it() -> None:
    said = found("The mayor said the council agreed and hired two lawyers.")
    assert ("The mayor", "the council agreed and hired two lawyers", "flat") in said


APPOSITIONS = [
    (
        "The mayor, Paul Rook, said the mill, a brick tower, was unsafe.",
        "The mayor, Paul Rook",
        "the mill, a brick tower, was unsafe",
    ),
    (
        "Its owner, Ada Lint, said the quarry, dug in 1902, was flooded.",
        "Its owner, Ada Lint",
        "the quarry, dug in 1902, was flooded",
    ),
    (
        "The coroner told reporters the diver, a father of three, had drowned.",
        "The coroner",
        "the diver, a father of three, had drowned",
    ),
    ("The suspect, Paul Rook, said the mayor, had fled.", "the mayor", "The suspect, Paul Rook … had fled"),
    (
        "According to Le Quai, the MP Dan Roe allegedly kicked down a fence.",
        "Le Quai",
        "the MP Dan Roe allegedly kicked down a fence",
    ),
    ("According to a nurse, Dr Lint, the surgeon, had left.", "a nurse", "Dr Lint, the surgeon, had left"),
    (
        "According to Le Quai, which cites an eyewitness, the MP Dan Roe kicked down a fence.",
        "an eyewitness",
        "the MP Dan Roe kicked down a fence",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), APPOSITIONS)
def test_an_apposition_stays_with_its_own_noun(text: str, source: str, content: str) -> None:
    assert (source, content) in {(s, c) for s, c, _ in found(text)}


OPENINGS = [
    ("Le feu est parti du garage. Jointe hier, la rectrice l'affirme.", "la rectrice", "Le feu est parti du garage"),
    ("La cuve a cédé. Interrogé sur ce point, l'ingénieur le confirme sans détour.", "l'ingénieur", "La cuve a cédé"),
    ("Le bac a coulé. Joint par téléphone, le marin dit avoir prévenu le port.", "le marin", "avoir prévenu le port"),
    ("The roof leaked. Asked on Monday, the engineer said so.", "the engineer", "The roof leaked"),
    ("Asked whether the roof was safe, the engineer said it was not.", "the engineer", "it was not"),
]


@pytest.mark.parametrize(("text", "source", "content"), OPENINGS)
def test_a_participle_that_opens_a_sentence_is_nobody(text: str, source: str, content: str) -> None:
    told = {(s, c) for s, c, _ in found(text)}
    assert (source, content) in told
    assert not {s for s, _ in told} & {"Jointe", "Interrogé", "Joint", "Asked"}


NEVER = [
    "His first email, she said, never reached the school.",
    "Our parcels, the grocer added, did not arrive.",
    "The guard, the lawyer said, had never been trained.",
    "Son message, dit-elle, n'a jamais reçu de réponse.",
    "La digue, affirme la maire, n'a pas tenu.",
]


@pytest.mark.parametrize("text", NEVER)
def test_what_did_not_happen_is_told_not_denied(text: str) -> None:
    (told,) = found(text)
    assert told[2] == "flat"
    assert "never" in told[1] or "not" in told[1] or "n'a" in told[1]


UNTRUE = [
    ("Le parquet dément : il est faux que l'enquête soit close.", "Le parquet", "l'enquête soit close"),
    (
        "La ministre a nié : il est inexact, a-t-elle dit, que la centrale soit à l'arrêt.",
        "elle",
        "la centrale soit à l'arrêt",
    ),
    ("Il est faux de dire que la route est coupée, selon la mairie.", "la mairie", "la route est coupée"),
    ("Le maire assure qu'il est faux que le budget soit voté.", "Le maire", "le budget soit voté"),
    (
        "The prosecutor disagreed: it is untrue, she said, that the inquiry has been closed.",
        "she",
        "the inquiry has been closed",
    ),
    ("It is false to say that the road is shut, according to the council.", "the council", "the road is shut"),
]


@pytest.mark.parametrize(("text", "source", "content"), UNTRUE)
def test_what_is_called_untrue_is_denied_once(text: str, source: str, content: str) -> None:
    assert found(text) == {(source, content, "denial")}


COLONS = [
    ("It denies reports that the raft was overloaded: the owner counted every guest.", "It", "the raft was overloaded"),
    ("It dismissed suggestions that the mast was rotten: engineers checked it in May.", "It", "the mast was rotten"),
    ("The bank disputes claims that the safe was empty; clerks saw the notes.", "The bank", "the safe was empty"),
    ("She denied that the well was foul: the laboratory found nothing.", "She", "the well was foul"),
    (
        "La banque nie que les coffres aient été vidés : le gardien a tout compté.",
        "La banque",
        "les coffres aient été vidés",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), COLONS)
def test_a_colon_gives_a_denial_to_nobody_else(text: str, source: str, content: str) -> None:
    told = found(text)
    assert (source, content, "denial") in told
    assert not any(s != source and c == content for s, c, _ in told if s is not None)


RESERVES = [
    (
        "Two sailors are reported to have drowned, the Vale Post said.",
        "the Vale Post",
        "Two sailors are reported to have drowned",
    ),
    (
        "A spark is believed to have caused the blast, the fire chief said.",
        "the fire chief",
        "A spark is believed to have caused the blast",
    ),
    (
        "The general is said to have fled, according to two diplomats.",
        "two diplomats",
        "The general is said to have fled",
    ),
    (
        "The auditor said the money was thought to have gone abroad.",
        "The auditor",
        "the money was thought to have gone abroad",
    ),
    ("Le colonel aurait fui, a indiqué une source militaire.", "une source militaire", "Le colonel aurait fui"),
    (
        "According to the Vale Post, the senator Dan Roe allegedly kicked down a fence.",
        "the Vale Post",
        "the senator Dan Roe allegedly kicked down a fence",
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), RESERVES)
def test_who_passes_on_a_reserve_keeps_it(text: str, source: str, content: str) -> None:
    assert (source, content, "hedged") in found(text)


def test_a_passive_without_an_infinitive_is_no_reserve() -> None:
    assert ("the agent", "Two thefts were reported on Monday", "flat") in found(
        "Two thefts were reported on Monday, the agent said."
    )


CONSTRUCTIONS = [
    ("L'édile soutient que la digue est sûre.", "L'édile", "la digue est sûre", "flat"),
    ("Le colonel Brun évoque 1 200 hectares brûlés.", "Le colonel Brun", "1 200 hectares brûlés", "flat"),
    ("Les autorités parlent d'au moins quarante disparus.", "Les autorités", "au moins quarante disparus", "flat"),
    ("Le préfet fait état de douze maisons détruites.", "Le préfet", "douze maisons détruites", "flat"),
    ("Mme Salvi juge prématuré de parler d'une épidémie.", "Mme Salvi", "prématuré de parler d'une épidémie", "flat"),
    ("Le maire estime inutile de fermer l'école.", "Le maire", "inutile de fermer l'école", "flat"),
    (
        "The expert considered it unlikely that the dam would hold.",
        "The expert",
        "unlikely that the dam would hold",
        "hedged",
    ),
    (
        "The vault is empty. That is what clerks at the bank are telling the papers.",
        "clerks at the bank",
        "The vault is empty",
        "flat",
    ),
    (
        "I'm told by someone who worked on the ward that the alarm failed.",
        "someone who worked on the ward",
        "the alarm failed",
        "flat",
    ),
    (
        "According to an internal note I have read, the director knew.",
        "an internal note I have read",
        "the director knew",
        "flat",
    ),
    ("On l'a appris hier : la cuve de Verlon était vide.", None, "la cuve de Verlon était vide", "flat"),
    ("On le sait désormais : un tuyau de Verlon a noyé la cave.", None, "un tuyau de Verlon a noyé la cave", "flat"),
]


@pytest.mark.parametrize(("text", "source", "content", "firmness"), CONSTRUCTIONS)
def test_constructions_of_saying(text: str, source: str | None, content: str, firmness: str) -> None:
    assert found(text) == {(source, content, firmness)}


@pytest.mark.parametrize("text", ["Le maire évoque son enfance.", "Les deux clubs ont parlé deux heures."])
def test_a_thing_spoken_of_is_no_figure(text: str) -> None:
    assert found(text) == set()
