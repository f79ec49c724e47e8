"""A passage that very many reports share: fewer ties are told, the range of origins is the same."""

import pytest

from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.model import Dossier
from recoupe.pipeline import analyse_reading
from recoupe.provenance import relations, tracing

FACT = (
    "La société Dorval a livré quarante pompes défectueuses à la ville de Sérac en février, puis douze autres en mars, "
    "sans que le conseil en soit averti."
)
TOWNS = ("Arvel", "Belmar", "Corsy", "Dunac", "Estrel", "Fauve", "Gorme", "Hautval", "Issac", "Jolan")


def crowd() -> Dossier:
    texts = [f"À {town}, on en parlait encore le {day} au matin.\n\n{FACT}" for day in (3, 12, 21) for town in TOWNS]
    return analyse_reading(read_files([Raw(f"{i}.txt", t.encode("utf-8")) for i, t in enumerate(texts)]))


def test_fewer_ties_leave_the_groups_and_the_range_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    few = crowd()
    for module in (relations, tracing):
        monkeypatch.setattr(module, "CROWD", 10**6)
    all_ = crowd()
    assert any(limit.code == "ties" for limit in few.limits)
    assert not any(limit.code == "ties" for limit in all_.limits)
    assert [c.id for c in few.claims] == [c.id for c in all_.claims]
    for one, other in zip(few.claims, all_.claims, strict=True):
        told = [(o.min, o.max, o.exact, o.groups_max, o.groups_min) for o in (one.origins, other.origins)]
        assert told[0] == told[1]
        assert set(one.origins.relations) <= set(other.origins.relations)
    ties = [sum(len(c.origins.relations) for c in d.claims) for d in (few, all_)]
    assert 0 < ties[0] < ties[1]
