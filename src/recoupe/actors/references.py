"""Persons who take part in what is told without being named there: by their office, a pronoun, `my client`."""

from collections.abc import Iterable, Mapping, Sequence

from recoupe.actors.phrases import is_definite
from recoupe.actors.registry import Registry
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token
from recoupe.model import Attribution

SENTENCES = 2  # before a pronoun's own, in which whom it takes up may be named
SUBJECTS = ("nsubj",)
PLACED = ("nsubj", "obj", "iobj")  # constructions in which a pronoun takes part

Spoken = Sequence[tuple[Attribution, str]]
Clients = Mapping[str, set[str]]  # for each defender, whom they defend


def referred(report: ReportActors, registry: Registry, clients: Clients, spoken: Spoken) -> dict[int, str]:
    """For each such word, by its token, the key of the actor.

    Only where nobody else of the report can be meant; what names somebody already is left as it is.
    clients: see `clients_of`. spoken: the attributions of the report with the key of their source.
    """
    named = dict(report.by_token)
    found: dict[int, str] = {}
    for token in report.annotation.tokens:
        if token.i in named or token.pos != "NOUN" or token.has("Number=Plur"):
            continue
        key = office(report, token) or client(report, token, clients, spoken)
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
    if len(holders) != 1 or told_apart(report, noun) or other_office(report, noun):
        return None
    bare = noun.sentence in report.annotation.headings and not report.annotation.dependents(noun.i, "det")
    return next(iter(holders)) if bare or is_definite(report, noun) else None


def other_office(report: ReportActors, noun: Token) -> bool:
    """Whether words beside a noun of offices make another one of it (`deputy mayor`, `ancien maire`, `adjoint au maire`)."""
    tokens, roles = report.annotation.tokens, report.pack.titles.roles
    before = tokens[noun.i - 1] if noun.i else noun
    if report.annotation.dependents(noun.i, "amod") or f"{before.norm} {noun.norm}" in roles:
        return True
    return noun.dep.startswith("nmod") and tokens[noun.head].lemma in roles


def told_apart(report: ReportActors, noun: Token) -> bool:
    """Whether a name or nationality beside a noun may tell another of its kind (`the mayor of X`, `le ministre iranien`)."""
    beside = report.annotation.dependents(noun.i, "nmod", "compound", "flat", "appos", "amod", "nummod")
    opening = report.annotation.sentences[noun.sentence][0]  # `Museum curator held`: a capital there makes no name
    return any(
        c in report.by_token or (report.annotation.tokens[c].pos in {"PROPN", "NUM"} and c != opening) for c in beside
    )


def client(report: ReportActors, noun: Token, clients: Clients, spoken: Spoken) -> str | None:
    """Whom a defender speaks for (`my client`): the one whose lawyer a report says that the speaker is."""
    if noun.lemma not in report.pack.titles.defended or not own(report, noun):
        return None
    speakers = {key for a, key in spoken if any(c.start <= noun.start < c.end for c in a.content)}
    defended = set().union(*(clients.get(key, set()) for key in speakers))
    return next(iter(defended)) if len(speakers) == len(defended) == 1 else None


def clients_of(reports: Iterable[ReportActors]) -> Clients:
    """For each defender named in a pile, the persons whose lawyer they are said to be (`her lawyer X`, `l'avocat de Y`)."""
    found: dict[str, set[str]] = {}
    for report in reports:
        named = report.by_token
        for i, key in named.items():
            if not key.startswith("person:") or report.annotation.tokens[i].lemma not in report.pack.titles.defenders:
                continue
            for child in report.annotation.dependents(i, "nmod", "det"):
                owner = report.annotation.tokens[child]
                other = named.get(child)
                if owner.has("Poss=Yes"):
                    other, _ = nearest(report, owner, {n: k for n, k in named.items() if k != key})
                if other is not None and other.startswith("person:") and other != key:
                    found.setdefault(key, set()).add(other)
    return found


def own(report: ReportActors, noun: Token) -> bool:
    """Whether a possessive of the first person stands with a noun."""
    beside = [report.annotation.tokens[c] for c in report.annotation.dependents(noun.i, "det", "nmod")]
    return any(t.has("Poss=Yes") and (t.has("Person=1") or t.norm in report.pack.function_words.own_possessives) for t in beside)


def person_before(report: ReportActors, registry: Registry, pronoun: Token, told: Mapping[int, str]) -> str | None:
    """The one person whom a pronoun of the third person can take up, where the last subject before it is that person."""
    singular = pronoun.has("Number=Sing") and pronoun.has("PronType=Prs")
    if not singular or pronoun.has("Person=1") or pronoun.has("Person=2") or pronoun.has("Gender=Neut"):
        return None
    if not pronoun.dep.startswith(PLACED) or pronoun.has("Reflex=Yes"):
        return None
    if not any(pronoun.has(f) for f in ("Gender=Masc", "Gender=Fem")):
        return None
    key, before = nearest(report, pronoun, {i: k for i, k in told.items() if one_gender(registry, k, pronoun)})
    subject = next((t for t in reversed(before) if t.dep.startswith(SUBJECTS) and agree(t, pronoun)), None)
    return key if subject is None or told.get(subject.i) == key else None


def one_gender(registry: Registry, key: str, pronoun: Token) -> bool:
    """Whether a pronoun tells the gender of a person or leaves it open."""
    known = registry.entries[key].gender
    return not known or pronoun.has("Gender=Masc" if known == "m" else "Gender=Fem")


def nearest(report: ReportActors, word: Token, told: Mapping[int, str]) -> tuple[str | None, Sequence[Token]]:
    """The one person named before a word in its sentence, else in the nearest one before; and the words from there on."""
    annotation = report.annotation
    before: Sequence[Token] = ()
    for back in range(SENTENCES + 1):
        first = annotation.sentences[max(0, word.sentence - back)][0]
        before = annotation.tokens[first : word.i]
        persons = {told[t.i] for t in before if told.get(t.i, "").startswith("person:")}
        if persons:
            return (next(iter(persons)) if len(persons) == 1 else None), before
    return None, before


def agree(subject: Token, word: Token) -> bool:
    """Whether a subject can be what a word takes up, by its gender and number as far as both tell them."""
    if subject.pos == "PRON" and not subject.has("PronType=Prs"):
        return False
    for name in ("Gender", "Number"):
        values = [next((f for f in t.morph.split("|") if f.startswith(name + "=")), "") for t in (subject, word)]
        if all(values) and values[0] != values[1]:
            return False
    return True
