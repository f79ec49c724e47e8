"""Recount the figures of a dossier from its JSON alone: `python recount.py dossier.json`; prints what differs."""

import json
import sys
from itertools import combinations


def groups_of(voices, pairs):
    """Voices joined by pairs, under closure."""
    group = {v: {v} for v in voices}
    for a, b in pairs:
        if a in group and b in group and group[a] is not group[b]:
            group[a] |= group[b]
            group.update(dict.fromkeys(group[b], group[a]))
    return sorted({tuple(sorted(g)) for g in group.values()})


def fits(nodes, edges, limit, colours=()):
    """Whether the nodes can be put into `limit` classes without an edge inside one."""
    if len(colours) == len(nodes):
        return True
    barred = {c for other, c in zip(nodes, colours, strict=False) if frozenset((nodes[len(colours)], other)) in edges}
    return any(fits(nodes, edges, limit, (*colours, c)) for c in range(limit) if c not in barred)


def clique(nodes, edges, size=0):
    """The size of a largest set of nodes that are all joined by edges."""
    if not nodes:
        return size
    inside = clique([n for n in nodes[1:] if frozenset((nodes[0], n)) in edges], edges, size + 1)
    return max(inside, clique(nodes[1:], edges, size) if len(nodes) + size - 1 > inside else 0)


def origins_of(claim, statements, given):
    """Reports, origins, groups after *same*, and the fewest groups that join nothing *apart*."""
    own = [s for s in statements if s["id"] in claim["statements"]]
    own = [s for s in own if (s["stance"], s["realis"]) == ("affirms", "actual")]
    sourced = {s["document"] for s in own if given[s["voice"]]}
    voices = sorted({s["voice"] for s in own if given[s["voice"]] or s["document"] not in sourced})
    relations = claim["origins"]["relations"]
    most = groups_of(voices, [(r["a"], r["b"]) for r in relations if r["relation"] == "same"])
    place = {v: i for i, g in enumerate(most) for v in g}
    apart = [(r["a"], r["b"]) for r in relations if r["relation"] == "apart" and r["a"] in place and r["b"] in place]
    edges = {frozenset((place[a], place[b])) for a, b in apart if place[a] != place[b]}
    nodes = sorted(range(len(most)), key=lambda n: (-sum(n in e for e in edges), n))
    least = clique(nodes, edges)
    while claim["origins"]["exact"] and not fits(nodes, edges, least):
        least += 1
    return sorted({s["document"] for s in own}), voices, most, least, apart


def recount(dossier):
    """Every figure of the dossier that cannot be had again, as a line each."""
    wrong = []
    given = {v["id"]: v["given"] for v in dossier["voices"]}
    for claim in dossier["claims"]:
        reports, voices, most, least, apart = origins_of(claim, dossier["statements"], given)
        said, parts = claim["origins"], claim["origins"]["groups_min"]
        split = any(pair in apart or pair[::-1] in apart for p in parts for pair in combinations(p, 2))
        bears = sorted(v for p in parts for v in p) == voices and not split
        figures = {
            "reports": (reports, claim["reports"]),
            "voices": (voices, said["voices"]),
            "min, max, established": ([least, len(most), least >= 2], [said[k] for k in ("min", "max", "established")]),
            "groups_max": ([list(g) for g in most], said["groups_max"]),
            "groups_min": (True, bears and (len(parts) == least or not said["exact"])),
        }
        wrong += [f"{claim['id']} {name}: {had}, not {told}" for name, (had, told) in figures.items() if had != told]
    linked = [(f"{e['a']} {e['b']}", e["score"], e["parts"]) for c in dossier["claims"] for e in c["evidence"]]
    scored = [(x["id"], x["score"], x["evidence"]) for x in (*dossier["attributions"], *dossier["reuse"])]
    for name, score, parts in (*linked, *scored):
        if abs(sum(p["weight"] for p in parts) - score) > 1e-3:
            wrong.append(f"{name}: score {score} told, {sum(p['weight'] for p in parts)} found")
    return wrong


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.exit("\n".join(recount(json.load(file))) or 0)
