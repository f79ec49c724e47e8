"""Who takes part in what is told without being named there: by an office, a pronoun, `my client`."""

from collections.abc import Iterable, Mapping, Sequence

from recoupe.actors.epithets import by_epithet, fitting
from recoupe.actors.phrases import is_definite, names_people
from recoupe.actors.possessives import owner_of
from recoupe.actors.pronouns import agreeing, antecedent
from recoupe.actors.registry import Registry
from recoupe.actors.salience import is_subject, noun_gender, pronoun_gender
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token
from recoupe.model import Attribution

PLACED = ("nsubj", "obj", "iobj")  # constructions in which a pronoun takes part
TAKING_PART = {*PLACED, "obl", "nmod"}  # those in which a noun does
DESCRIBING = {"det", "acl", "nmod", "appos", "flat", "compound", "nummod"}

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
        key = office(report, token) or client(report, token, clients, spoken) or by_other_noun(report, registry, token)
        if key is not None:
            found[token.i] = key
    told = {**found, **named}
    for token in report.annotation.tokens:
        if token.pos == "PRON" and token.i not in told:
            key = person_before(report, registry, token, told) or body_before(report, registry, token)
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


def by_other_noun(report: ReportActors, registry: Registry, noun: Token) -> str | None:
    """The one person named before whom a noun fits that is no office of his (`Commander X ... the officer`, `the man`).

    Of nouns that stand alone behind an article, or with what may be told of whom it is: other words may tell somebody else.
    """
    held = report.annotation.tokens[noun.head]
    if noun.dep.split(":")[0] not in TAKING_PART or not is_definite(report, noun) or own(report, noun):
        return None
    if noun.dep.startswith("nmod") and held.lemma in report.pack.institutions.nouns:
        return None  # (`the prosecutor's office`)
    beside = [report.annotation.tokens[c] for c in report.annotation.children[noun.i]]
    if any(
        t.pos not in {"DET", "ADP", "PUNCT"} or t.has("Poss=Yes") for t in beside if t.dep.split(":")[0] in DESCRIBING
    ):
        return None
    words = [noun, *(t for t in beside if t.dep.startswith("amod"))]
    key = by_epithet(report, registry, noun, words)
    return key if key is not None and {*fitting(report, registry, noun, words)} == {key} else None


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


def clients_of(reports: Iterable[ReportActors], registry: Registry) -> Clients:
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
                if owner.norm in report.pack.function_words.possessives:
                    mention = owner_of(report, registry, owner, report.annotation.tokens[i])
                    other = mention.key if mention is not None else None
                if other is not None and other.startswith("person:") and other != key:
                    found.setdefault(key, set()).add(other)
    return found


def own(report: ReportActors, noun: Token) -> bool:
    """Whether a possessive of the first person stands with a noun."""
    beside = [report.annotation.tokens[c] for c in report.annotation.dependents(noun.i, "det", "nmod")]
    return any(
        t.has("Poss=Yes") and (t.has("Person=1") or t.norm in report.pack.function_words.own_possessives)
        for t in beside
    )


def person_before(report: ReportActors, registry: Registry, pronoun: Token, told: Mapping[int, str]) -> str | None:
    """The person whom a pronoun of the third person takes up, where it takes part in what is told.

    Nobody where another person of whom it can be said stands as near: it decides whom something happened to.
    told: who is named at other tokens, by an office too (`the mayor ... he`).
    """
    if not stands_for_one(pronoun):
        return None
    if not pronoun.dep.startswith(PLACED) or not any(pronoun.has(f) for f in ("Gender=Masc", "Gender=Fem")):
        return None
    found = antecedent(report, registry, pronoun)
    key = found.key or told.get(found.token) if found is not None else None
    if found is None or key is None or not key.startswith("person:"):
        return None
    sentence = report.annotation.tokens[found.token].sentence
    near = {m.key or told.get(m.token) for m in agreeing(report, registry, pronoun, sentence)}
    return key if not any(k is not None and k != key and k.startswith("person:") for k in near) else None


def body_before(report: ReportActors, registry: Registry, pronoun: Token) -> str | None:
    """The body that a pronoun takes up as the subject of what it does (`Helvidia said that it had paused the study`).

    Nobody where a thing or another body stands between of which the same could be said (`said the study was safe after it`).
    """
    if not stands_for_one(pronoun) or not is_subject(pronoun):
        return None
    found = antecedent(report, registry, pronoun)
    if found is None or found.key is None or not found.subject or registry.entries[found.key].type != "organisation":
        return None
    tokens = report.annotation.tokens
    if any(thing_between(report, token, pronoun) for token in tokens[found.token + 1 : pronoun.i]):
        return None
    near = {m.key for m in agreeing(report, registry, pronoun, tokens[found.token].sentence)}
    between = {key for i in range(found.token, pronoun.i) if (key := report.by_token.get(i)) is not None}
    bodies = {key for key in between if registry.entries[key].type == "organisation"}
    return found.key if near | bodies <= {found.key, None} else None


def stands_for_one(pronoun: Token) -> bool:
    """Whether a pronoun of the third person stands for one, who is not the subject of its own verb."""
    return pronoun.has("Number=Sing") and pronoun.has("PronType=Prs") and not pronoun.has("Reflex=Yes")


def thing_between(report: ReportActors, noun: Token, pronoun: Token) -> bool:
    """Whether a noun before a pronoun is a thing that a clause is about and that the pronoun could take up."""
    if (
        noun.pos != "NOUN"
        or noun.has("Number=Plur")
        or not noun.dep.startswith(PLACED)
        or names_people(report.pack, noun)
    ):
        return False
    own, told = pronoun_gender(report, pronoun), noun_gender(report, noun)
    return not (report.pack.settings.things_have_gender and own and told and own != told)
