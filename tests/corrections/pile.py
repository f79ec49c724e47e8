"""A small made-up pile with one mistake of each sort that a reader may want to put right."""

from datetime import date
from pathlib import Path

from recoupe.corrections import corrections_of
from recoupe.model import Dossier
from recoupe.model.corrections import Anchor, Correction
from recoupe.pipeline import analyse

ECHO = (
    "L'Écho de Sérac, 12 mars 2025\n\nSelon deux employés, la société Dorval a livré des pompes à la ville de Sérac. "
    "« Dorval n'a livré aucune pompe à Sérac », a répondu la directrice, Anna Dorval.\n"
)
MATIN = (
    "Le Matin de Brel, 13 mars 2025\n\nDorval a livré des pompes à la ville de Sérac, a déclaré le syndicaliste Paul "
    "Ancel. Le maire de Sérac, Luc Ferran, a affirmé que Dorval avait livré des pompes à Sérac.\n"
)
SOIR = (
    "Des pompes ont été livrées à la ville de Sérac par Dorval, affirme une source de la mairie. La société Dorval "
    "prévoit de livrer des tuyaux à la ville de Brel, a dit Anna Dorval.\n"
)
POST = "The town keeps thirty new machines in its yard, two officials told The Morning Post.\n"
TEXTS = {"echo.txt": ECHO, "matin.txt": MATIN, "soir.txt": SOIR, "post.txt": POST}

EMPLOYEES = "la société Dorval a livré des pompes à la ville de Sérac"
UNION = "Dorval a livré des pompes à la ville de Sérac"
MAYOR = "Dorval avait livré des pompes à Sérac"
TOWN_HALL = "Des pompes ont été livrées à la ville de Sérac par Dorval"
DIRECTOR = "Dorval n'a livré aucune pompe à Sérac"
PIPES = "La société Dorval prévoit de livrer des tuyaux à la ville de Brel"
OFFICIALS = "The town keeps thirty new machines in its yard"

MADE = {"who": "Ada Morel", "when": date(2025, 3, 20), "why": "checked with the authors"}


def at(report: str, words: str, **more: object) -> Anchor:
    """Words of a report of the pile."""
    return Anchor(report=f"{report}.txt", words=words, **more)  # type: ignore[arg-type]


def write(folder: Path) -> Path:
    """The pile as files."""
    folder.mkdir(exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def corrected(folder: Path, *corrections: Correction) -> Dossier:
    """The pile's dossier with corrections."""
    return analyse([str(folder)], corrections=corrections_of(corrections))


def claim_at(dossier: Dossier, words: str):
    """The claim that words affirm."""
    ids = {s.id for s in dossier.statements if s.spans[0].text == words}
    return next(c for c in dossier.claims if ids & set(c.statements))


def voice_names(dossier: Dossier, words: str) -> set[str]:
    """The names of the voices of the claim that words affirm."""
    actors, voices = {a.id: a for a in dossier.actors}, {v.id: v for v in dossier.voices}
    return {actors[voices[v].actor].name if voices[v].given else "" for v in claim_at(dossier, words).origins.voices}
