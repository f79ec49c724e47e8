"""Bodies taken up by the noun of their kind alone (`l'hôpital`, `the yard`), wherever it stands in a report."""

import functools

from recoupe.actors.bodies import noun_at
from recoupe.actors.kinds import kind_of
from recoupe.actors.phrases import is_definite
from recoupe.actors.told import ReportActors
from recoupe.languages import language_pack, shared_pack
from recoupe.linguistics import Token

OTHER = {"media", "agency", "ministry"}  # types of bodies that are taken up in their own ways
TELLING = {
    "nmod",
    "compound",
    "amod",
    "flat",
    "appos",
    "nummod",
}  # constructions of words that tell which body is meant


def bodies_again(report: ReportActors) -> None:
    """Note the body that each definite noun of its kind takes up, where the report has named one of that kind before it,
    and none besides."""
    named = {i: dict(kinds) for i, kinds in report.bodies.items()}
    for token in report.annotation.tokens:
        if token.i in report.by_token or token.i in named or token.pos not in {"NOUN", "PROPN"}:
            continue
        kinds = kinds_meant(report, token)
        bodies = {(i, own[kind]) for i, own in named.items() for kind in kinds & own.keys()}
        keys = {key for _, key in bodies}
        if len(keys) == 1 and min(bodies)[0] < token.i and alone(report, token) and is_definite(report, token):
            (key,) = keys
            for kind in {kind for own in named.values() for kind in kinds & own.keys()}:
                report.note_body(token.i, kind, key)


def kinds_meant(report: ReportActors, token: Token) -> set[str]:
    """The kinds of bodies that a noun can take up."""
    if token.has("Number=Plur") or token.lemma in crafts(token.language):
        return set()
    noun = noun_at(report.annotation, token.i)
    if noun is not None and (noun[1].type in OTHER or noun[0] in report.pack.institutions.parts):
        return set()
    own = {kind_of(*noun, token.language)} if noun is not None else set()
    return own | {*report.pack.institutions.wider.get(token.lemma, ())}


@functools.cache
def crafts(language: str) -> frozenset[str]:
    """Nouns of ships, aircraft and vehicles, some of which name a firm too (`le pétrolier`, `the carrier`)."""
    events, within = language_pack(language).events, shared_pack().kinds.within
    return frozenset(n for kind, own in events.objects.items() if within.get(kind, kind) in events.crafts for n in own)


def alone(report: ReportActors, token: Token) -> bool:
    """Whether no word stands with a noun that tells which one of its kind it is: an article alone, or `the same`."""
    annotation, again = report.annotation, report.pack.anonymity.again
    beside = [annotation.tokens[c] for c in annotation.children[token.i]]
    return not any(t.dep.split(":")[0] in TELLING and t.lemma not in again for t in beside)
