"""Matching of events across reports, their certainty and polarity: ECB+ dev and MEANTIME beside the project.

`python -m evaluation.events` prints, with the spans of the mentions given and the reports not sorted into piles first,
CoNLL F1 (MUC, B-cubed, CEAF-e) of head match and of ours, the precision of our links at each recall, over everything and
inside a pile; then macro F1 of certainty and polarity beside the label that is commonest. `--pairs` lists the pairs of
words of the wrong and the missed links.
"""

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from evaluation.coreference import MEASURES, Groups, conll, groups, link_scores
from evaluation.drafting import Read, annotated, candidates, read
from evaluation.grouping import joined_at
from evaluation.mentions import ECB, MEANTIME, Marked, ecb, meantime
from recoupe.claims.grouping import stands
from recoupe.claims.happenings import Tellings, odds
from recoupe.claims.matching import THRESHOLD, compare, specific
from recoupe.claims.resemblance import comparable
from recoupe.claims.resemblance import odds as odds_of_one_claim
from recoupe.languages import shared_pack

RECALLS = (0.2, 0.3, 0.4, 0.5, 0.6)
Pairs = list[tuple[int, int]]


def main() -> int:
    """Print the figures."""
    for name, folder, load in (("ECB+ dev", ECB, lambda: ecb("dev")), ("MEANTIME", MEANTIME, meantime)):
        if not folder.exists():
            print(f"{name}: not beside the project")
            continue
        found = reading(load)
        print(f"{name}: {len(found)} events in {len({r.mention.document for r in found})} reports")
        matching(found)
        if any("certainty" in r.mention.marks for r in found):
            labels(found)
    return 0


def reading(load: Callable[[], Marked]) -> list[Read]:
    """The marked events as our code reads them."""
    marked = load()
    return read(marked, annotated(marked))


def matching(found: Sequence[Read]) -> None:
    """Groups and links."""
    tellings = [r.telling for r in found]
    everything: Mapping[Hashable, Hashable] = dict.fromkeys(range(len(found)), 0)
    topic: Mapping[Hashable, Hashable] = {i: r.mention.topic for i, r in enumerate(found)}
    key = groups({i: r.mention.chain for i, r in enumerate(found)})
    pairs = candidates(tellings)
    sums = [odds(tellings[i], tellings[j]) for i, j in pairs]
    joined = shared_pack().happenings.joined
    rows = {
        "head match": groups({i: r.telling.word for i, r in enumerate(found)}),
        "head match in a pile": groups({i: (r.mention.topic, r.telling.word) for i, r in enumerate(found)}),
        f"ours (sum >= {joined})": joined_at(joined, pairs, sums, tellings),
        "ours in a pile": joined_at(joined, *inside(pairs, sums, topic), tellings),
    }
    for name, response in rows.items():
        print(f"  {name:22}", line(key, response))
    links("head match", key, [p for p in pairs if tellings[p[0]].word == tellings[p[1]].word], everything, topic)
    links(f"sum >= {joined}", key, [p for p, s in zip(pairs, sums, strict=True) if s >= joined], everything, topic)
    linked = claimed(found, pairs)
    links("statements of one claim", key, linked, everything, topic)
    links("statements likely of one claim, beyond these", key, likely(found, pairs, linked), everything, topic)
    for name, some in (("everything", (pairs, sums)), ("inside a pile", inside(pairs, sums, topic))):
        curve(name, key, *some)
    if "--pairs" in sys.argv:
        wrong_pairs(found, pairs, sums, joined)


def line(key: Groups, response: Groups) -> str:
    """CoNLL F1 and its parts."""
    parts = "  ".join(f"{name} {100 * measure(key, response).f1:.1f}" for name, measure in MEASURES.items())
    return f"CoNLL F1 {100 * conll(key, response):.1f}  ({parts})"


def inside(pairs: Pairs, sums: Sequence[float], topic: Mapping[Hashable, Hashable]) -> tuple[Pairs, list[float]]:
    """The pairs of one pile."""
    kept = [(p, s) for p, s in zip(pairs, sums, strict=True) if topic[p[0]] == topic[p[1]]]
    return [p for p, _ in kept], [s for _, s in kept]


def links(name: str, key: Groups, joined: Pairs, *parts: Mapping[Hashable, Hashable]) -> None:
    """Precision and recall of joined pairs, over everything and inside a pile."""
    scores = [link_scores(key, joined, part) for part in parts]
    print(
        f"  links, {name}:",
        "   in a pile: ".join(f"precision {100 * s.precision:.1f} recall {100 * s.recall:.1f}" for s in scores),
    )


def claimed(found: Sequence[Read], pairs: Pairs) -> Pairs:
    """Pairs that would be linked as statements of one claim: affirmed, alike enough, of no other happening."""
    tellings = Tellings([r.drafted for r in found], [r.telling.profile for r in found])
    return [
        (i, j)
        for i, j in pairs
        if all(stands(found[k].drafted) and specific(found[k].telling.profile) for k in (i, j))
        and compare(found[i].telling.profile, found[j].telling.profile)[0] >= THRESHOLD
        and tellings.apart(i, j) is None
    ]


def likely(found: Sequence[Read], pairs: Pairs, linked: Pairs) -> Pairs:
    """Pairs that no link joins and by which groups of statements would be merged, were each a group of its own."""
    taken, threshold = set(linked), shared_pack().same_claim.joined
    return [
        (i, j)
        for i, j in pairs
        if (i, j) not in taken
        and all(stands(found[k].drafted) for k in (i, j))
        and found[i].mention.document != found[j].mention.document
        and comparable(found[i].telling, found[j].telling)
        and odds_of_one_claim(found[i].telling, found[j].telling) >= threshold
    ]


def curve(name: str, key: Groups, pairs: Pairs, sums: Sequence[float]) -> None:
    """Precision of the links at each recall, the strongest first, and the highest recall at a precision of 85 %."""
    chain = {m: n for n, g in enumerate(key) for m in g}
    wanted = sum(len(g) * (len(g) - 1) // 2 for g in key)
    right = count = 0
    reached: dict[float, float] = {}
    highest = 0.0
    for _, a, b in sorted((-s, *p) for p, s in zip(pairs, sums, strict=True)):
        count, right = count + 1, right + (chain[a] == chain[b])
        if right >= 0.85 * count:
            highest = right / wanted
        for recall in RECALLS:
            if right >= recall * wanted:
                reached.setdefault(recall, right / count)
    told = "  ".join(f"{100 * r:.0f}: {100 * p:.1f}" for r, p in reached.items())
    print(f"  precision at recall, {name}:  {told}   (85 is held to recall {100 * highest:.1f})")


def wrong_pairs(found: Sequence[Read], pairs: Pairs, sums: Sequence[float], joined: float) -> None:
    """The commonest pairs of words among wrong and missed links."""
    wrong: Counter[tuple[str, ...]] = Counter()
    missed: Counter[tuple[str, ...]] = Counter()
    for (i, j), s in zip(pairs, sums, strict=True):
        words = tuple(sorted((found[i].telling.word, found[j].telling.word)))
        same = found[i].mention.chain == found[j].mention.chain
        if s >= joined and not same:
            wrong[words] += 1
        elif same and s < joined:
            missed[words] += 1
    for name, some in (("wrong", wrong), ("missed", missed)):
        print(f"  {name}:", "  ".join(f"{'/'.join(w)} {n}" for w, n in some.most_common(30)))


CERTAINTY = {"CERTAIN", "PROBABLE", "POSSIBLE"}
POLARITY = {"POS", "NEG"}


def labels(found: Sequence[Read]) -> None:
    """Certainty and polarity against the marks."""
    certain = [
        (r.mention.marks["certainty"], certainty(r)) for r in found if r.mention.marks.get("certainty") in CERTAINTY
    ]
    both = [("CERTAIN" if w == "CERTAIN" else "NOT", "CERTAIN" if g == "CERTAIN" else "NOT") for w, g in certain]
    polar = [(r.mention.marks["polarity"], polarity(r)) for r in found if r.mention.marks.get("polarity") in POLARITY]
    for name, pairs in (("certainty", certain), ("certain or not", both), ("polarity", polar)):
        common = Counter(w for w, _ in pairs).most_common(1)[0][0]
        majority = macro_f1([(w, common) for w, _ in pairs])
        print(
            f"  {name}: macro F1 {100 * macro_f1(pairs):.1f}, always {common} {100 * majority:.1f}, {len(pairs)} events"
        )
        print("     ", "  ".join(f"{w} read as {g}: {n}" for (w, g), n in sorted(Counter(pairs).items())))


def certainty(one: Read) -> str:
    """The certainty of an event in the corpus's terms, by realis and firmness."""
    statement = one.drafted.statement
    if statement.realis == "hypothetical":
        return "POSSIBLE"
    return "PROBABLE" if statement.firmness == "hedged" else "CERTAIN"


def polarity(one: Read) -> str:
    """The polarity of an event in the corpus's terms."""
    return "NEG" if one.drafted.statement.polarity == "negative" else "POS"


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """F1 averaged over the labels that the corpus has."""
    pairs = list(pairs)
    scores = []
    for label in sorted({w for w, _ in pairs}):
        right = sum(w == g == label for w, g in pairs)
        scores.append(2 * right / (sum(w == label for w, _ in pairs) + sum(g == label for _, g in pairs)))
    return sum(scores) / len(scores)


if __name__ == "__main__":
    sys.exit(main())
