"""Whom a pronoun takes up."""

from recoupe.actors.registry import Registry
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token


def antecedent(report: ReportActors, registry: Registry, pronoun: Token) -> str | None:
    """The voice that a pronoun takes up: the nearest one before it that agrees in number and kind.

    Voices already quoted come first; else the nearest person (or, for a plural, country or body) named before it in
    its paragraph.
    """
    plural = "Number=Plur" in pronoun.morph
    if "Person=1" in pronoun.morph or "Person=2" in pronoun.morph:
        return None
    beside = same_sentence(report, registry, pronoun)
    if beside is not None:
        return beside
    for position, key in sorted((p for p in report.last if p[0] < pronoun.start), reverse=True):
        if (
            agrees(registry, key, plural, pronoun)
            and one_gender(registry, key, pronoun)
            and pronoun.start - position < 1500
        ):
            return key
    for i in range(pronoun.i - 1, max(-1, pronoun.i - 60), -1):
        near = report.by_token.get(i)
        if near is None or not agrees(registry, near, plural, pronoun) or not one_gender(registry, near, pronoun):
            continue
        if report.annotation.tokens[i].dep.startswith("nsubj"):
            return near
    return None


def same_sentence(report: ReportActors, registry: Registry, pronoun: Token) -> str | None:
    """The subject of an earlier clause of the sentence, of the pronoun's gender and number (`l'Iran s'abstient, il appelle`)."""
    annotation = report.annotation
    start = annotation.sentences[pronoun.sentence][0]
    wanted = [f for f in pronoun.morph.split("|") if f.startswith(("Gender=", "Number="))]
    for i in range(pronoun.i - 1, start - 1, -1):
        token = annotation.tokens[i]
        key = report.by_token.get(i)
        if key is None or not token.dep.startswith("nsubj") or token.pos == "PRON":
            continue
        features = token.morph.split("|")
        kinds = {f.split("=")[0] for f in features}
        if one_gender(registry, key, pronoun) and all(f in features or f.split("=")[0] not in kinds for f in wanted):
            return key
    return None


def owner_before(report: ReportActors, possessive: Token) -> str | None:
    """Whom a possessive that agrees with what is owned takes up (`a réitéré sa crainte que`): the subject before it."""
    annotation = report.annotation
    start = annotation.sentences[possessive.sentence][0]
    for i in range(possessive.i - 1, start - 1, -1):
        key = report.by_token.get(i)
        if key is not None and annotation.tokens[i].dep.startswith("nsubj"):
            return key
    return None


def one_gender(registry: Registry, key: str, pronoun: Token) -> bool:
    """Whether a pronoun can take up somebody of an actor's gender; where either is not known, it can."""
    gender = {"Gender=Masc": "m", "Gender=Fem": "f"}
    told = next((gender[f] for f in pronoun.morph.split("|") if f in gender), "")
    known = registry.entries[key].gender
    return not told or not known or told == known


def agrees(registry: Registry, key: str, plural: bool, pronoun: Token) -> bool:
    """Whether an actor can be taken up by a pronoun of that number, and of things where it is none of persons (`it`)."""
    entry = registry.entries[key]
    if "Gender=Neut" in pronoun.morph:
        return entry.type in {"organisation", "country", "document", "outlet"}
    if plural:
        counted = entry.anonymity is not None and entry.anonymity.count != 1
        return counted or entry.type == "group" or entry.name.lower().startswith(("les ", "the ", "états"))
    return entry.type in {"person", "role"} or (entry.anonymity is not None and entry.anonymity.count == 1)
