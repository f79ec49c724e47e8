"""Made-up piles for the tests of claims."""

from collections.abc import Callable
from pathlib import Path

from recoupe.claims.events import event_of, find_events
from recoupe.claims.participants import Aside
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.linguistics import annotate
from recoupe.model import Claim, Document, Dossier, Statement
from recoupe.pipeline import analyse, analyse_reading

Pile = Callable[..., Dossier]


def pile_in(folder: Path) -> Pile:
    """Analyses made-up reports, given as name = text."""

    def analysed(**texts: str) -> Dossier:
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        return analyse([str(folder)])

    return analysed


def dossier_of(*texts: str) -> Dossier:
    """The dossier of made-up reports, given as their texts, of one outlet."""
    return analyse_reading(read_files([Raw(f"{i}.txt", f"Le Fanal\n\n{t}".encode()) for i, t in enumerate(texts)]))


def events(text: str) -> list[tuple[str, dict[str, str]]]:
    """The class of each event of a text, in its order, with the words of those who take part by their roles."""
    annotation = annotate(Document("d", "x", "", text, True, "und"), {}).annotation
    told = [event_of(annotation, e) for e in find_events(annotation, {}, Aside())]
    return [(e.class_, {p.role: p.span.text for p in e.participants}) for e in told]


def statements(dossier: Dossier, class_: str) -> list[Statement]:
    """The statements of a class of events, in order of the text."""
    return sorted((s for s in dossier.statements if s.event.class_ == class_), key=lambda s: s.spans[0])


def roles(dossier: Dossier, statement: Statement) -> dict[str, str]:
    """Each role of a statement with the actor's name, else the words."""
    names = {a.id: a.name for a in dossier.actors}
    return {p.role: names[p.actor] if p.actor else p.span.text for p in statement.event.participants}


def claim_with(dossier: Dossier, words: str) -> Claim:
    """The claim that holds a statement with certain words."""
    held = {s.id for s in dossier.statements if any(words in span.text for span in s.spans)}
    return next(c for c in dossier.claims if held & {*c.statements})


def files(dossier: Dossier, ids: tuple[str, ...]) -> set[str]:
    """Names of reports without their ending."""
    return {d.name.removesuffix(".txt") for d in dossier.documents if d.id in ids}
