"""What is compared for many sides at once is what is compared for two."""

from dataclasses import replace
from itertools import product

import numpy as np

from recoupe.claims import links
from recoupe.claims.drafted import Drafted
from recoupe.claims.happenings import Tellings
from recoupe.claims.links import Beside, Side, Tellers, cast
from recoupe.claims.matching import other_actor, time_parts, told_by_both, worded, words_met
from recoupe.claims.profiles import Profile, profile
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


def told() -> tuple[list[Drafted], list[Profile]]:
    drafted = []
    for document in read_files([Raw(f"{k}.txt", t.encode("utf-8")) for k, t in enumerate(TEXTS)]).documents:
        annotation = annotate(document, {}).annotation
        drafted += statements_of(annotation, [], {}, read_values(annotation))
    return drafted, [profile(d, d.found.phase, {}, {}) for d in drafted]


def test_words_and_times_of_many_sides_at_once(monkeypatch) -> None:
    drafted, profiles = told()
    tellings = Tellings(drafted, profiles)
    sides = [Side(tellings.of(k), (k,), k, k) for k in range(len(drafted))]
    one, other = np.triu_indices(len(sides), 1)
    monkeypatch.setattr(links, "FEW", 0)
    found = Beside(sides).of(one.astype(np.int32), other.astype(np.int32))
    apart = []
    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        p, q = profiles[a], profiles[b]
        times = sum(part.weight for part in time_parts(p, q)) if p.times and q.times else 0.0
        if p.background != q.background:
            times = sum(part.weight for part in time_parts(p, q))
        apart.append(times + worded(words_met(p.clause, q.clause)))
    assert found.tolist() == apart
    assert any(apart)


def test_what_words_reach_of_many_statements_is_what_they_reach_of_each() -> None:
    _, profiles = told()
    tellers = Tellers(profiles)
    for own in profiles:
        alone = [
            sum(told for senses, told in own.wording if any(not senses.isdisjoint(o) for o, _ in other.wording))
            for other in profiles
        ]
        assert tellers.reached(own).tolist() == alone
        assert all(
            both <= reached + 1e-9
            for both, reached in zip((told_by_both(own, o) for o in profiles), alone, strict=True)
        )


def test_who_is_named_by_number_is_another_where_they_are_by_name() -> None:
    _, made = told()
    casts = (
        {},
        {"agent": "dorval"},
        {"agent": "karsten"},
        {"theme": "dorval"},
        {"agent": "dorval", "theme": "karsten"},
    )
    profiles = [replace(made[0], actors=actors) for actors in casts]
    rows = cast(profiles)
    for (p, one), (q, other) in product(zip(profiles, rows, strict=True), repeat=2):
        assert other_actor(p, q) == bool(((one != other) & (one > 0) & (other > 0)).any())
