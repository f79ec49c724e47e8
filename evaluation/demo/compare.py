"""The analysis of the made-up affair against its true answers: every answer by name, found or not.

`python -m evaluation.demo.compare` prints the table; with `--write-gaps` it rewrites the list of known gaps that the
golden test holds the analysis to.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.scoring import Relation, Score, score
from recoupe.model import Claim, Document, Dossier, Span
from recoupe.pipeline import analyse

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AFFAIR = ROOT / "src" / "recoupe" / "demo" / "affair"
GAPS = ROOT / "tests" / "golden" / "gaps.toml"
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\n": " ", "’": "'"})


def truth() -> dict[str, Any]:
    """The true answers."""
    return tomllib.loads((HERE / "truth.toml").read_text(encoding="utf-8"))


class Comparison:
    """One dossier of the affair beside the true answers."""

    def __init__(self, dossier: Dossier, answers: dict[str, Any]) -> None:
        self.dossier = dossier
        self.answers = answers
        self.documents = {Path(d.name).name: d for d in dossier.documents}
        self.statements = {s.id: s for s in dossier.statements}
        self.actors = {a.id: a for a in dossier.actors}

    def place(self, report: str, words: str, inside: str | None = None) -> tuple[str, int, int] | None:
        """Document id and code points of words of a report; spaces and apostrophes may have another shape."""
        document = self.documents[report]
        text = document.text.translate(SPACES)
        start, stop = 0, len(text)
        if inside is not None:
            start = text.find(inside.translate(SPACES))
            stop = start + len(inside)
            if start < 0:
                return None
        at = text.find(words.translate(SPACES), start, stop)
        return (document.id, at, at + len(words)) if at >= 0 else None

    def answers_found(self) -> Iterator[tuple[str, bool]]:
        """Every required answer by a name of its own, and whether the analysis has it."""
        yield from self.reports()
        yield from self.attributions()
        for claim in self.answers["claim"]:
            yield from self.claim(claim)
        yield from self.utterances()
        yield from self.copies()

    def reports(self) -> Iterator[tuple[str, bool]]:
        """Title, outlet and date of each report."""
        for report in self.answers["report"]:
            document = self.documents[report["name"]]
            title = document.title.text.translate(SPACES) if document.title else ""
            yield f"report {report['name']}: title", title == report["title"].translate(SPACES)
            outlet = self.actors[document.outlet.actor].name if document.outlet else ""
            yield f"report {report['name']}: outlet", bool(outlet) and outlet == report["outlet"]
            yield f"report {report['name']}: date", self.dated(document, report)

    @staticmethod
    def dated(document: Document, report: dict[str, Any]) -> bool:
        """Whether the bounds of a report's date are the true ones."""
        published = document.published
        if "published" in report:
            return published is not None and published.not_before == published.not_after == report["published"]
        return published is not None and published.not_before == report.get("not_before")

    def gold(self) -> list[tuple[str, Relation]]:
        """The marked attributions that lie in the text as it is read, with a name each."""
        found = []
        for a in self.answers["attribution"]:
            spans = [self.place(a["report"], c, a["passage"]) for c in a["content"]]
            source = self.place(a["report"], a["source"], a["passage"]) if "source" in a else None
            if None in spans:
                continue
            name = f"attribution {a['report']}: {a.get('cue', '-')}: {a['content'][0][:48]}".translate(SPACES)
            content = tuple((s[1], s[2]) for s in spans if s is not None)
            document = self.documents[a["report"]].id
            relation = Relation(
                document,
                source[1:] if source else None,
                content,
                a["kind"],
                a["firmness"],
                a.get("optional", False),
            )
            found.append((name, relation))
        return found

    def attribution_score(self) -> Score:
        """The relation score over the affair."""
        return score([r for _, r in self.gold()], self.predicted())

    def predicted(self) -> list[Relation]:
        """The attributions that were found (one for a source that joins several actors)."""
        seen, found = set(), []
        for a in self.dossier.attributions:
            key = (a.document, a.cue, a.content)
            if a.cue is not None and key in seen:
                continue
            seen.add(key)
            source = (a.source.start, a.source.end) if a.source else None
            content = tuple((c.start, c.end) for c in a.content)
            found.append(Relation(a.document, source, content, a.kind, a.firmness))
        return found

    def attributions(self) -> Iterator[tuple[str, bool]]:
        """Each required attribution, right in content and source."""
        gold = self.gold()
        right = self.attribution_score().found
        for i, (name, relation) in enumerate(gold):
            if not relation.optional:
                yield name, i in right

    def covers(self, span: Span, place: tuple[str, int, int] | None) -> bool:
        """Whether a span and a place share more than half of the shorter one."""
        if place is None or span.document != place[0]:
            return False
        shared = min(span.end, place[2]) - max(span.start, place[1])
        return 2 * shared > min(span.end - span.start, place[2] - place[1])

    def matching(self, claim: dict[str, Any]) -> Claim | None:
        """The claim of the analysis that holds most of a true claim's affirming statements."""
        affirming = [s for s in claim["statement"] if s["stance"] == "affirms" and s["realis"] == "actual"]
        best, most = None, 0
        for candidate in self.dossier.claims:
            spans = [s for i in candidate.statements for s in self.statements[i].spans]
            held = sum(any(self.covers(s, self.place(t["report"], t["words"])) for s in spans) for t in affirming)
            if held > most:
                best, most = candidate, held
        return best

    def claim(self, claim: dict[str, Any]) -> Iterator[tuple[str, bool]]:
        """The claim itself, its reports, its range, its statements and denials."""
        name = f"claim {claim['id']}"
        found = self.matching(claim)
        yield name, found is not None
        names = {d.id: report for report, d in self.documents.items()}
        reports = {names[d] for d in found.reports} if found else set()
        yield f"{name}: reports", reports == set(claim["reports"])
        origins = found.origins if found else None
        yield f"{name}: range", origins is not None and (origins.min, origins.max) == (claim["min"], claim["max"])
        for statement in claim["statement"]:
            if statement.get("optional") or statement["stance"] == "refuses":
                continue
            place = self.place(statement["report"], statement["words"])
            ids: tuple[str, ...] = ()
            if found is not None:
                if statement["stance"] == "denies":
                    ids = tuple(s for d in found.denials for s in d.statements)
                else:
                    ids = found.statements if statement["realis"] == "actual" else found.hypothetical
            held = any(self.covers(s, place) for i in ids for s in self.statements[i].spans)
            words = statement["words"][:40].translate(SPACES)
            yield f"{name}: {statement['stance']} {statement['realis']} {statement['report']}: {words}", held

    def utterances(self) -> Iterator[tuple[str, bool]]:
        """Each utterance with all its required members in one group."""
        groups = [[s for m in u.members for s in m.spans] for u in self.dossier.utterances]
        for utterance in self.answers["utterance"]:
            members = [m for m in utterance["members"] if not m.get("optional")]
            places = [self.place(m["report"], m["words"]) for m in members]
            held = any(all(any(self.covers(s, p) for s in group) for p in places) for group in groups)
            yield f"utterance {utterance['id']}", held

    def copies(self) -> Iterator[tuple[str, bool]]:
        """Each copy with all its passages in families."""
        families = [[m.span for m in r.members] for r in self.dossier.reuse]
        for copy in self.answers["copy"]:
            held = all(
                any(
                    any(self.covers(s, self.place(copy["from"], p["from_words"])) for s in spans)
                    and any(self.covers(s, self.place(copy["to"], p["to_words"])) for s in spans)
                    for spans in families
                )
                for p in copy["passages"]
            )
            yield f"copy {copy['kind']} {copy['from']} to {copy['to']}", held


def known_gaps() -> list[str]:
    """The answers that are not found yet, as the golden test has them."""
    if not GAPS.exists():
        return []
    return list(tomllib.loads(GAPS.read_text(encoding="utf-8"))["gaps"])


def main() -> None:
    """Print what is found and what is not; with `--write-gaps` keep the list of what is not."""
    comparison = Comparison(analyse([str(AFFAIR)]), truth())
    results = list(comparison.answers_found())
    missing = [name for name, held in results if not held]
    for name in missing:
        print(f"not found: {name}")
    print(f"found {len(results) - len(missing)} of {len(results)}")
    print(f"attributions: relation F1 {comparison.attribution_score().f1}")
    if "--write-gaps" in sys.argv:
        before = set(known_gaps())
        for name in sorted(before - set(missing)):
            print(f"no gap any more: {name}")
        for name in sorted(set(missing) - before):
            print(f"new gap: {name}")
        quoted = ",\n".join("  " + repr_toml(name) for name in missing)
        GAPS.write_text(
            f"# True answers of the made-up affair that are not found yet.\ngaps = [\n{quoted},\n]\n", "utf-8"
        )


def repr_toml(text: str) -> str:
    """A TOML string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
