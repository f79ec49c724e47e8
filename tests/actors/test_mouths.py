"""Into whose mouth a saying is put: nobody's whom the words beside a noun, its gender or its number contradict."""

import pytest

from recoupe.model import Dossier
from tests.provenance.test_renditions import dossier_of


def mouth(text: str, cue: str) -> str:
    """The name of whoever says what the last attribution with a cue holds; empty where that stays open."""
    dossier = dossier_of(text)
    names = {a.id: a.name for a in dossier.actors}
    told = [a for a in dossier.attributions if a.cue is not None and cue in a.cue.text]
    last = max(told, key=lambda a: a.content[0].start)
    return names.get(last.actor or "", "")


def body(dossier: Dossier, person: str) -> str:
    """The name of the root of somebody."""
    names = {a.id: a.name for a in dossier.actors}
    return names[next(a.root for a in dossier.actors if a.name == person) or ""]


NORWEGIAN = "Inspector Hal Brandt of the Velmer police said that the vans were stolen. "
MARRED = [
    (NORWEGIAN + "The African official added that the vans had been sold.", "added", "Hal Brandt"),
    (NORWEGIAN + "The union official added that the vans had been sold.", "added", "Hal Brandt"),
    (
        "Deputy mayor Iris Stahl said that the pool would close. The mayor added that the hall would open.",
        "added",
        "Iris Stahl",
    ),
    ("A driver said that the bus was full. The minister added that fares would rise.", "added", "A driver"),
    (
        "Experts at the Dam Institute said that the wall was unsafe. The Velmer authorities added that nobody was hurt.",
        "added",
        "Experts at the Dam Institute",
    ),
    ("A woman said that the gate was shut. The man added that guards had the keys.", "added", "A woman"),
    (
        "Le commissaire Hugo Ferrier a dit que les caisses étaient vides. La commissaire a ajouté que tout était saisi.",
        "ajouté",
        "Hugo Ferrier",
    ),
    (
        "Le président de la société Ardel, Luc Ormont, a dit que tout ferme. Le dirigeant syndical a ajouté que tous partaient.",
        "ajouté",
        "Luc Ormont",
    ),
    (
        "Le maire, Paul Estier, a dit que la digue tenait. Un diplomate suédois a visité le chantier. Ce diplomate a ajouté que "
        "l'aide viendrait.",
        "ajouté",
        "Paul Estier",
    ),
]


@pytest.mark.parametrize(("text", "cue", "other"), MARRED)
def test_a_noun_takes_up_nobody_whom_it_contradicts(text: str, cue: str, other: str) -> None:
    assert mouth(text, cue) not in {other, ""}


KEPT = [
    (
        "Inspector Hal Brandt said that the vans were stolen. The inspector added that two men were held.",
        "added",
        "Hal Brandt",
    ),
    (
        "Mona Reyle, the safety director of Orvane Rail, said that all was sound. The safety director added that trains ran.",
        "added",
        "Mona Reyle",
    ),
    (
        "Le directeur général de Sauvelec, Paul Dumaine, a dit que tout rouvrirait. Selon ce dirigeant, trente postes partent.",
        "Selon",
        "Paul Dumaine",
    ),
    ("A source said that the deal was dead. The diplomat added that talks would go on.", "added", "A source"),
    (
        "Le ministre norvégien a dit que le port fermait. Le ministre a ajouté que la flotte partait.",
        "ajouté",
        "Le ministre norvégien",
    ),
]


@pytest.mark.parametrize(("text", "cue", "name"), KEPT)
def test_a_noun_takes_up_whom_it_fits(text: str, cue: str, name: str) -> None:
    assert mouth(text, cue) == name


COUPLE = "Le couple réclame justice. Denis Moreau affirme que le train était vide. Sa femme, Sylvie Moreau, parle d'un choc. "


def test_a_civility_tells_which_of_a_couple_speaks() -> None:
    assert mouth(COUPLE + "M. Moreau a ajouté que le quai était désert.", "ajouté") == "Denis Moreau"
    assert mouth(COUPLE + "Mme Moreau a ajouté que le quai était désert.", "ajouté") == "Sylvie Moreau"


def test_a_surname_of_two_is_put_into_the_mouth_of_neither() -> None:
    assert mouth(COUPLE + "Moreau a ajouté que le quai était désert.", "ajouté") == "Moreau"


LONE = [
    ("Mon voisin Gaston dit que la cave était pleine d'eau.", "Gaston"),
    ("Mathieu, père de trois enfants, dit que la cave était pleine d'eau.", "Mathieu"),
    ("La rue est fermée. Lola, 31 ans, dit que la cave était pleine d'eau.", "Lola"),
    ("Agathe, une riveraine du canal, raconte que la cave était pleine d'eau.", "Agathe"),
    ("Oliver, a retired nurse, said that the cellar was flooded.", "Oliver"),
    ("Ruby, 24, said that the cellar was flooded.", "Ruby"),
]


@pytest.mark.parametrize(("text", "name"), LONE)
def test_a_first_name_alone_is_a_person_with_a_calling_or_an_age(text: str, name: str) -> None:
    dossier = dossier_of(text)
    assert [a.type for a in dossier.actors if a.name == name] == ["person"]
    spoken = {a.id: a.name for a in dossier.actors}
    assert any(name in spoken.get(a.actor or "", "") for a in dossier.attributions)


def test_a_first_name_alone_without_more_is_no_person() -> None:
    dossier = dossier_of("Agathe rouvrira lundi, a dit le maire.")
    assert all(a.type != "person" for a in dossier.actors if a.name == "Agathe")


def test_an_office_with_a_field_before_a_name_is_no_part_of_it_and_no_body() -> None:
    dossier = dossier_of(
        "Forests Minister Carla Dunt said that the licence was void. Dunt added that the mine would close."
    )
    assert body(dossier, "Carla Dunt") == "Carla Dunt"
    assert not any("Minister" in a.name for a in dossier.actors if a.type == "organisation")


def test_what_a_minister_is_for_is_no_body() -> None:
    dossier = dossier_of("Le ministre des Forêts, Carl Odan, affirme que le permis était nul.")
    assert body(dossier, "Carl Odan") == "ministère des Forêts"


AFFILIATED = [
    ("L'avocat de Brivex, Me Étienne Caubert, assure que rien n'a été signé.", "Étienne Caubert", "Brivex"),
    ("Selon l'avocate de la société Ondal, Me Alice Vernet, rien n'a été signé.", "Alice Vernet", "Ondal"),
    ("Mme Anne Gault, porte-parole de la société Ondal, affirme que rien n'a été signé.", "Anne Gault", "Ondal"),
    (
        "Rory Callan, the finance director of Brivex Mills, said that the accounts were clean.",
        "Rory Callan",
        "Brivex Mills",
    ),
]


@pytest.mark.parametrize(("text", "person", "root"), AFFILIATED)
def test_an_office_before_or_behind_a_civility_tells_for_whom_one_speaks(text: str, person: str, root: str) -> None:
    assert body(dossier_of(text), person) == root


def test_a_firm_with_a_first_name_in_its_own_is_whom_its_lawyer_speaks_for() -> None:
    text = "La société Bastien Dragage est visée. L'avocate de Bastien Dragage, Me Alice Vernet, dit que rien n'a été signé."
    assert body(dossier_of(text), "Alice Vernet") == "Bastien Dragage"


def test_who_is_at_a_university_is_not_the_university() -> None:
    for noun in ("Scientists", "Researchers"):
        said = mouth(f"{noun} at the University of Port Carrel said that the river was warming.", "said")
        assert said.startswith(noun)


@pytest.mark.parametrize("part", ["La direction", "Le conseil d'administration"])
def test_a_part_of_a_body_speaks_for_it(part: str) -> None:
    text = f"La société Ondal va fermer. {part} de la société Ondal affirme que l'usine perd de l'argent."
    dossier = dossier_of(text)
    names = {a.id: a.name for a in dossier.actors}
    source = next(a for a in dossier.attributions if a.source is not None and a.source.text.startswith(part))
    assert names[next(a.root for a in dossier.actors if a.id == source.actor) or ""] == "Ondal"


def test_the_board_of_a_firm_has_the_firm_for_its_root() -> None:
    dossier = dossier_of("The board of Brivex said that the plant was losing money.")
    names = {a.id: a.name for a in dossier.actors}
    assert names[next(a.root for a in dossier.actors if a.id == dossier.attributions[0].actor) or ""] == "Brivex"


LISTS = [
    ("L'AGX, le laboratoire Corvin et la société Ondal assurent que l'eau est potable.", {"AGX", "Corvin", "Ondal"}),
    ("Ondal, la société de Brenne, assure que l'eau est potable.", {"Ondal"}),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_bodies_of_a_list_speak_each_and_an_apposition_is_none(text: str, names: set[str]) -> None:
    dossier = dossier_of(text)
    called = {a.id: a.name for a in dossier.actors}
    assert {called[a.actor] for a in dossier.attributions if a.actor is not None} == names


def test_a_short_name_that_many_papers_bear_is_none_of_the_tables() -> None:
    dossier = dossier_of("Selon La Dépêche, le moulin de Sornay a brûlé.")
    (attribution,) = dossier.attributions
    assert {a.id: a.name for a in dossier.actors}[attribution.actor or ""] == "Dépêche"
