"""What the words beside a noun tell of whom it takes up: whose official, of which office, of what gender."""

from collections.abc import Sequence

from recoupe.actors.affiliations import role_at
from recoupe.actors.bodies import noun_at
from recoupe.actors.registry import Registry
from recoupe.actors.salience import gender_told
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token

NO_SPHERE = {"", "body"}  # what a role heads where that tells nothing of whom its holder serves


def may_be(report: ReportActors, registry: Registry, key: str, head: Token, tokens: Sequence[Token]) -> bool:
    """Whether the words of a noun phrase say nothing that is not so of an actor, as far as the reports tell.

    What sets one person of a noun apart from others must be told of the actor: a nationality (`le responsable européen`),
    the body that one serves (`a customs official`), a noun beside an office (`the safety officer`), another rank
    (`deputy mayor`). Other adjectives (`the veteran lawmaker`) say nothing of who is meant.
    """
    if not same_gender(report, registry, key, head):
        return False
    beside = qualifiers(report, head, tokens)
    if not beside and set_apart(report, registry, key, head):
        return False
    return all(told_of(report, registry, key, head, word) for word in beside)


def qualifiers(report: ReportActors, head: Token, tokens: Sequence[Token]) -> list[Token]:
    """The words of a source that describe its noun, up to a comma, without those that only say that it was told of before."""
    comma = next((t.i for t in tokens if t.i > head.i and t.text == ","), head.i + len(tokens))
    return [
        t
        for t in tokens
        if t.i < comma
        and t.i != head.i
        and t.pos in {"ADJ", "NOUN", "PROPN"}
        and t.lemma not in report.pack.anonymity.again
    ]


def same_gender(report: ReportActors, registry: Registry, key: str, head: Token) -> bool:
    """Whether a noun can be said of somebody of a known gender; the masculine of an office is said of women who hold it."""
    known, told = registry.entries[key].gender, gender_told(report, head)
    if not known or not told or known == told:
        return True
    return told == "m" and head.lemma in registry.offices.get(key, ())


def told_of(report: ReportActors, registry: Registry, key: str, head: Token, word: Token) -> bool:
    """Whether a word beside a noun may be said of an actor."""
    known = {*registry.described.get(key, ()), *registry.offices.get(key, ()), *words_of_key(registry, key)}
    if word.lemma in known or word.norm in known:
        return True
    whose = nationality(report, word)
    if whose is not None:
        return whose in bodies_of(registry, key)
    if word.lemma in report.pack.titles.continental or word.norm in report.pack.titles.continental:
        return False
    sphere = sphere_of(report, word)
    if sphere:
        served = spheres_served(report, registry, key)
        return bool(served & sphere) or (not served and bool(registry.offices.get(key)) and word.pos == "ADJ")
    if word.norm in report.pack.titles.past or word.lemma in report.pack.titles.past:
        here = report.offices.get(key, set())  # (`the mayor, Ann Dorval`: the former one is somebody else)
        return head.lemma in registry.offices.get(key, ()) and head.lemma not in here
    if word.norm in report.pack.titles.set_apart or word.lemma in report.pack.titles.set_apart:
        return False
    return word.pos == "ADJ" and not (word.head == head.i and in_office(report, head, word))


def words_of_key(registry: Registry, key: str) -> set[str]:
    """The words by which an actor without a name is called, and those of the bodies that an actor serves."""
    entry = registry.entries[key]
    named = [entry.name] if key.startswith(("voice:", "role:")) else []
    named += [registry.entries[body].name for body in (entry.institution, entry.root) if body in registry.entries]
    called = key.split(":", 2)[-1].replace(":", " ").split() if key.startswith("voice:") else []
    return {w.strip(",()").lower() for name in named for w in name.replace("’", "'").replace("'", "' ").split()} | {
        *called
    }


def bodies_of(registry: Registry, key: str) -> set[str]:
    """The bodies that an actor serves, with those above them, and the name of the place that a body's key holds."""
    entry = registry.entries[key]
    found = {b for b in (entry.institution, entry.root) if b is not None}
    above = {registry.entries[b].institution or "" for b in found if b in registry.entries}
    return found | above | {f"name:{b.rsplit(':', 1)[-1]}" for b in found if b.startswith("body:")}


def nationality(report: ReportActors, word: Token) -> str | None:
    """The key of the state or place whose a word says that somebody is (`iranien`, `the Kharzan officer`)."""
    for mention in report.known:
        if mention.first <= word.i < mention.last and (mention.known.adjective or mention.known.country):
            return f"country:{mention.known.country}" if mention.known.country else mention.known.key
    key = report.by_token.get(word.i, "")
    return key if word.pos == "PROPN" and key.startswith(("name:", "country:")) else None


def sphere_of(report: ReportActors, word: Token) -> set[str]:
    """The kinds of bodies of whose people a word tells: an adjective (`policier`), a noun of bodies (`customs official`)."""
    spheres = report.pack.titles.spheres
    found = {*spheres.get(word.lemma, ()), *spheres.get(word.norm, ())}
    noun = noun_at(report.annotation, word.i) if word.pos in {"NOUN", "PROPN"} else None
    return found | ({noun[1].type, noun[0]} if noun is not None else set())


def spheres_served(report: ReportActors, registry: Registry, key: str) -> set[str]:
    """The kinds of bodies that an actor serves, by his offices and his body."""
    roles = report.pack.titles.roles
    offices = registry.offices.get(key, set())
    headed = {roles[o].heads for o in offices if o in roles} | {roles[o].body for o in offices if o in roles}
    bodies = bodies_of(registry, key)
    return (headed | {kind for kind, keys in registry.by_kind.items() if keys & bodies}) - NO_SPHERE


def set_apart(report: ReportActors, registry: Registry, key: str, head: Token) -> bool:
    """Whether an actor is only known by another rank of an office (`deputy mayor X`): the bare noun is not his."""
    ranks = {*report.pack.titles.set_apart}
    told = registry.ranks.get((key, head.lemma), set())
    return bool(told & ranks)


def in_office(report: ReportActors, head: Token, word: Token) -> bool:
    """Whether a word makes with its noun an office that the packs list as such, other than the noun alone."""
    roles = report.pack.titles.roles
    first, last = sorted((head.i, word.i))
    phrase = " ".join(t.norm for t in report.annotation.tokens[first : last + 1]).replace("' ", "'")
    return phrase in roles and role_at(report, head.i) is roles[phrase]
