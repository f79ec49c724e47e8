"""Persons who take part in what is told without being named there: by their office, a pronoun, `my client`."""

from collections.abc import Mapping, Sequence

from recoupe.actors.phrases import is_definite
from recoupe.actors.registry import Registry
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token
from recoupe.model import Attribution

SENTENCES = 2  # before a pronoun's own, in which whom it takes up may be named
SUBJECTS = ("nsubj",)
PLACED = ("nsubj", "obj", "iobj")  # constructions in which a pronoun takes part

Spoken = Sequence[tuple[Attribution, str]]


def referred(report: ReportActors, registry: Registry, spoken: Spoken) -> dict[int, str]:
    """For each such word, by its token, the key of the actor.

    Only where nobody else of the report can be meant; what names somebody already is left as it is.
    spoken: the attributions of the report with the key of their source.
    """
    named = dict(report.by_token)
    found: dict[int, str] = {}
    for token in report.annotation.tokens:
        if token.i in named or token.pos != "NOUN" or token.has("Number=Plur"):
            continue
        key = office(report, token) or client(report, token, named, spoken)
        if key is not None:
            found[token.i] = key
    told = {**found, **named}
    for token in report.annotation.tokens:
        if token.pos == "PRON" and token.i not in told:
            key = person_before(report, registry, token, told)
            if key is not None:
                found[token.i] = key
                told[token.i] = key
    return found


def office(report: ReportActors, noun: Token) -> str | None:
    """The one person of the report who is named with an office (`the curator`; in a heading `museum curator questioned`)."""
    holders = report.holders.get(noun.lemma, set())
    if len(holders) != 1 or told_apart(report, noun):
        return None
    bare = noun.sentence in report.annotation.headings and not report.annotation.dependents(noun.i, "det")
    return next(iter(holders)) if bare or is_definite(report, noun) else None


def told_apart(report: ReportActors, noun: Token) -> bool:
    """Whether a name or nationality beside a noun may tell another of its kind (`the mayor of X`, `le ministre iranien`)."""
    beside = report.annotation.dependents(noun.i, "nmod", "compound", "flat", "appos", "amod", "nummod")
    return any(report.annotation.tokens[c].pos in {"PROPN", "NUM"} or c in report.by_token for c in beside)


def client(report: ReportActors, noun: Token, named: Mapping[int, str], spoken: Spoken) -> str | None:
    """Whom a defender speaks for (`my client`): the one whose lawyer the report says that the speaker is."""
    titles = report.pack.titles
    if noun.lemma not in titles.defended or not own(report, noun):
        return None
    speakers = {key for a, key in spoken if any(c.start <= noun.start < c.end for c in a.content)}
    if len(speakers) != 1:
        return None
    speaker = next(iter(speakers))
    defended = set()
    for i, key in named.items():
        token = report.annotation.tokens[i]
        if key != speaker or token.lemma not in titles.defenders:
            continue
        for child in report.annotation.dependents(i, "nmod", "det"):
            above = report.annotation.tokens[child]
            if above.has("Poss=Yes"):
                before = nearest(report, above, {k: v for k, v in named.items() if v != speaker})
                defended |= {before} if before is not None else set()
            elif named.get(child, "").startswith("person:") and named[child] != speaker:
                defended.add(named[child])
    return next(iter(defended)) if len(defended) == 1 else None


def own(report: ReportActors, noun: Token) -> bool:
    """Whether a possessive of the first person stands with a noun."""
    beside = [report.annotation.tokens[c] for c in report.annotation.dependents(noun.i, "det", "nmod")]
    return any(t.has("Poss=Yes") and (t.has("Person=1") or t.norm in {"ma", "mon", "my"}) for t in beside)


def person_before(report: ReportActors, registry: Registry, pronoun: Token, told: Mapping[int, str]) -> str | None:
    """The one person whom a pronoun of the third person can take up, where the last subject before it is that person."""
    singular = pronoun.has("Number=Sing") and pronoun.has("PronType=Prs")
    if not singular or pronoun.has("Person=1") or pronoun.has("Person=2") or pronoun.has("Gender=Neut"):
        return None
    if not pronoun.dep.startswith(PLACED) or pronoun.has("Reflex=Yes"):
        return None
    if not any(pronoun.has(f) for f in ("Gender=Masc", "Gender=Fem")):
        return None
    return nearest(report, pronoun, {i: k for i, k in told.items() if one_gender(registry, k, pronoun)})


def one_gender(registry: Registry, key: str, pronoun: Token) -> bool:
    """Whether a pronoun tells the gender of a person or leaves it open."""
    known = registry.entries[key].gender
    return not known or pronoun.has("Gender=Masc" if known == "m" else "Gender=Fem")


def nearest(report: ReportActors, word: Token, told: Mapping[int, str]) -> str | None:
    """The one person named before a word in its sentence and those right before it, where no other subject stands between."""
    annotation = report.annotation
    first = annotation.sentences[max(0, word.sentence - SENTENCES)][0]
    before = list(annotation.tokens[first : word.i])
    persons = {told[t.i] for t in before if told.get(t.i, "").startswith("person:")}
    if len(persons) != 1:
        return None
    subject = next((t for t in reversed(before) if t.dep.startswith(SUBJECTS) and agree(t, word)), None)
    key = next(iter(persons))
    return key if subject is None or told.get(subject.i) == key else None


def agree(subject: Token, word: Token) -> bool:
    """Whether a subject can be what a word takes up, by its gender and number as far as both tell them."""
    if subject.pos == "PRON" and not subject.has("PronType=Prs"):
        return False
    for name in ("Gender", "Number"):
        values = [next((f for f in t.morph.split("|") if f.startswith(name + "=")), "") for t in (subject, word)]
        if all(values) and values[0] != values[1]:
            return False
    return True
