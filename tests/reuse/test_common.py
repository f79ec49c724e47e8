"""What reports of any kind have in common is no copying; what is copied stays copying."""

from benchmarks.generator import plant
from recoupe.linguistics import Annotation
from recoupe.linguistics.paragraphs import paragraphs
from recoupe.model import Document
from recoupe.reuse.stretches import shared
from recoupe.reuse.words import word_row
from tests.reuse.piles import Pile

LINE = (
    "Retrouvez la Gazette de Sérac en kiosque et sur nos réseaux sociaux, et recevez chaque soir dans votre boîte "
    "l'essentiel de l'information locale, les horaires des marées et le programme des spectacles de la semaine."
)
STORIES = (
    "Le barrage de Morvane a cédé dans la nuit. Les habitants du hameau ont quitté leurs maisons avant l'aube, et la "
    "préfète a ouvert le gymnase. Le barrage datait du siècle dernier, et les ingénieurs l'avaient visité en mars.",
    "La chorale des Tourelles a remporté le concours d'automne. Ses quarante choristes répétaient depuis un an sous la "
    "direction de Lise Hauvet, qui a quitté la scène en larmes. La chorale partira en tournée au printemps prochain.",
    "Un incendie a détruit la scierie du col. Les pompiers ont lutté six heures contre les flammes. Le propriétaire de "
    "la scierie, absent, n'a pas pu être joint, et les bûcherons se demandent où ils porteront leurs troncs cet hiver.",
    "Le tribunal a relaxé l'ancien notaire. Faute de preuves, les juges ont suivi la défense du notaire sur tous les "
    "points. Les plaignants feront appel, a indiqué leur avocate devant le palais, sous une pluie battante et froide.",
)


def words_shared(pile: Pile) -> int:
    return sum(len(m.span.text.split()) for f in pile.compared().reuse for m in f.members)


def test_a_house_line_under_unrelated_reports_is_no_copying() -> None:
    pile = Pile()
    for k, story in enumerate(STORIES):
        pile.report(f"r{k}", f"{story}\n\n{story[::-1]}\n\n{LINE}")
    assert pile.compared().reuse == ()


def test_a_copied_report_is_still_one_under_its_house_line() -> None:
    pile = Pile()
    for k, story in enumerate(STORIES):
        pile.report(f"r{k}", f"{story}\n\n{story[::-1]}\n\n{LINE}", date="2025-03-04")
    pile.report("r9", f"{STORIES[1]}\n\nUn mot de plus à la fin.\n\n{LINE}", date="2025-03-05")
    (family,) = pile.compared().reuse
    assert pile.parents(family)["r9"][0] == "r1"
    assert all("kiosque" not in m.span.text for m in family.members)


def test_one_dispatch_in_many_papers_is_no_house_line() -> None:
    pile = Pile()
    for k in range(5):
        pile.report(f"r{k}", f"{STORIES[0]} Le maire du hameau a dit {k} fois merci aux pompiers.")
    (family,) = pile.compared().reuse
    assert len(family.members) == 5


def test_planted_copies_are_found_and_planted_boilerplate_is_not() -> None:
    planted = plant(300, seed=7)
    documents = [Document(f"{k:03}", str(k), "", t, True, "fr") for k, t in enumerate(planted.texts)]
    rows = [word_row(d.text) for d in documents]
    annotations = [Annotation(d, (), (), tuple(paragraphs(d.text))) for d in documents]
    found = set()
    for family in shared(annotations, rows):
        members = sorted({report for report, _, _ in family.stretches})
        found |= {(a, b) for k, a in enumerate(members) for b in members[k + 1 :]}
    right = len(found & planted.pairs.keys())
    assert right >= 0.99 * len(planted.pairs)
    assert right >= 0.97 * len(found)
