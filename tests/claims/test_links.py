"""What is compared for many sides at once is what is compared for two."""

import numpy as np

from recoupe.claims import links
from recoupe.claims.happenings import Tellings
from recoupe.claims.links import Beside, Side
from recoupe.claims.matching import time_parts, worded, words_met
from recoupe.claims.profiles import profile
from recoupe.claims.statements import statements_of
from recoupe.ingest.contents import Raw
from recoupe.ingest.reading import read_files
from recoupe.linguistics import annotate
from recoupe.values import read_values

TEXTS = (
    "Lundi 3 mars 2025, la société Dorval a livré quarante pompes à la ville de Sérac malgré l'avis du conseil. "
    "Le maire a annoncé une enquête sur les pompes. Les pompes ont fui dans la nuit malgré les réparations.",
    "La société Dorval a livré des pompes neuves à la ville de Sérac, malgré un avis contraire du conseil. "
    "Mardi 4 mars 2025, le maire a ouvert une enquête. Dans la nuit, une pompe a encore fui malgré une réparation.",
    "Dorval delivered forty pumps to the town of Sérac against the advice of the council. The mayor opened an inquiry.",
)


def test_words_and_times_of_many_sides_at_once(monkeypatch) -> None:
    drafted = []
    for document in read_files([Raw(f"{k}.txt", t.encode("utf-8")) for k, t in enumerate(TEXTS)]).documents:
        annotation = annotate(document, {}).annotation
        drafted += statements_of(annotation, [], {}, read_values(annotation))
    profiles = [profile(d, d.found.phase, {}, {}) for d in drafted]
    tellings = Tellings(drafted, profiles)
    sides = [Side(tellings.of(k), (k,), k, k) for k in range(len(drafted))]
    one, other = np.triu_indices(len(sides), 1)
    monkeypatch.setattr(links, "FEW", 0)
    found = Beside(sides).of(one.astype(np.int32), other.astype(np.int32))
    told = []
    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        p, q = profiles[a], profiles[b]
        times = sum(part.weight for part in time_parts(p, q)) if p.times and q.times else 0.0
        if p.background != q.background:
            times = sum(part.weight for part in time_parts(p, q))
        told.append(times + worded(words_met(p.clause, q.clause)))
    assert found.tolist() == told
    assert any(told)
