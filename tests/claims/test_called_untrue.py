"""Whoever calls what is told a fabrication denies it; who makes or speaks of one does not."""

from pathlib import Path

import pytest

from recoupe.pipeline import analyse


def stances(tmp_path: Path, text: str) -> set[str]:
    """How the statements of a text stand to what they tell."""
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    return {s.stance for s in analyse([str(tmp_path)]).statements}


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Valmer a qualifié la livraison de fabrication.",
        "Le ministère a qualifié d'invention la livraison des missiles.",
        "La porte-parole qualifie la vente du site de pure supercherie.",
    ],
)
def test_what_is_called_untrue_is_denied(tmp_path: Path, text: str) -> None:
    assert "denies" in stances(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "L'usine a repris la fabrication de missiles.",
        "Le maire dénonce la fabrication de missiles dans la région.",
        "Un défaut de fabrication a causé la rupture du pont.",
        "La direction a qualifié la livraison de succès.",
    ],
)
def test_what_is_made_or_praised_is_not(tmp_path: Path, text: str) -> None:
    assert "denies" not in stances(tmp_path, text)
