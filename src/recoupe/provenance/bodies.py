"""Bodies and who belongs to them: roots, who speaks for whom, members, and which actors have a name."""

import functools

from recoupe.languages import language_pack, shared_pack
from recoupe.languages.loader import LANGUAGES
from recoupe.model import Actor
from recoupe.provenance.pile import Pile

EXECUTIVE = {"state", "government", "ministry", "police", "army", "intelligence", "embassy"}  # what its offices head
MOST = 6  # mentions of an actor that are looked at


def above(actor: Actor, pile: Pile) -> tuple[Actor, ...]:
    """The institutions of an actor, the nearest first."""
    found: dict[str, Actor] = {}
    while actor.institution is not None and actor.institution in pile.actors and actor.institution not in found:
        actor = pile.actors[actor.institution]
        found[actor.id] = actor
    return tuple(found.values())


def bodies_of(actor: Actor, pile: Pile) -> tuple[Actor, ...]:
    """An actor and its institutions."""
    return (actor, *above(actor, pile))


def root_of(actor: Actor, pile: Pile) -> str | None:
    """The root body of a named actor, `None` where it is not known."""
    if actor.anonymity is not None:
        return None
    for body in (actor, *above(actor, pile)):
        if body.root is not None:
            return body.root
        if body.type == "country":
            return body.id
    return None


def owner_root(actor: Actor, pile: Pile) -> str | None:
    """The root body of an actor, or that of the body to which an anonymous one is said to belong."""
    if actor.anonymity is None:
        return root_of(actor, pile)
    owner = pile.actors.get(actor.anonymity.whose or actor.institution or "")
    return root_of(owner, pile) if owner is not None else None


def executive(actor: Actor, pile: Pile) -> str | None:
    """The state whose executive a named person, role, body or the state itself speaks for."""
    root = root_of(actor, pile)
    speaks = actor.type in {"person", "role", "organisation", "country"}
    return root if speaks and root is not None and root in pile.actors and pile.actors[root].type == "country" else None


def spoken_for(actor: Actor, pile: Pile) -> frozenset[str]:
    """The bodies whose words a named person or role, or a part of a body, speaks: those above it that share its root.

    A part is what speaks for its body (`la direction de X`, `X's press office`); a state's bodies are told by its executive.
    """
    if actor.anonymity is not None or actor.type not in {"person", "role", "organisation"}:
        return frozenset()
    root = root_of(actor, pile)
    if root is None or (actor.type == "organisation" and executive(actor, pile) is not None):
        return frozenset()
    return frozenset(a.id for a in above(actor, pile) if root_of(a, pile) == root)


def group_of(actor: Actor, pile: Pile) -> str | None:
    """The anonymous voice or group that an anonymous member was told apart from."""
    group = pile.actors.get(actor.institution or "")
    if actor.anonymity is None or group is None or not (group.anonymity is not None or group.type == "group"):
        return None
    return group.id


def family(actor: Actor, pile: Pile) -> frozenset[str]:
    """An actor, the bodies above it and its root: whose ties count as its own where independence is at stake."""
    root = root_of(actor, pile)
    return frozenset({actor.id, *(a.id for a in above(actor, pile)), *([root] if root else [])})


def is_member(actor: Actor, body: Actor, pile: Pile) -> bool:
    """Whether an actor is part of a body: by its institutions, or its state by the table of international bodies."""
    if body.id in family(actor, pile):
        return True
    names = {pile.actors[i].name for i in family(actor, pile) if i in pile.actors and pile.actors[i].type == "country"}
    bodies = {pile.actors[i].name for i in family(body, pile) if i in pile.actors}
    return any((state, b) in memberships() for state in names for b in bodies)


@functools.cache
def memberships() -> frozenset[tuple[str, str]]:
    """Pairs of a state's name and the name of an international body that it is a member of."""
    shared = shared_pack()
    found = set()
    for body in shared.international.bodies.values():
        for code in body.members:
            country = shared.countries.countries.get(code)
            states = [n for names in country.names.values() for n in names] if country is not None else []
            found |= {(state, name) for state in states for names in body.names.values() for name in names}
    return frozenset(found)


def is_named(actor: Actor, pile: Pile) -> bool:
    """Whether an actor is named: a person, state, outlet, body with a proper name, or what belongs to such a body."""
    if actor.anonymity is not None or actor.type in {"unknown", "group"}:
        return False
    if actor.type in {"person", "country", "outlet"}:
        return True
    if actor.type == "organisation" and proper(actor.name):
        return True
    return any(is_named(a, pile) for a in above(actor, pile)[:1])


def known_kind(actor: Actor) -> bool:
    """Whether something tells what a named actor is, so that it is no outlet: a bare name alone does not."""
    if actor.type != "organisation" or actor.institution is not None or actor.root not in {None, actor.id}:
        return True
    texts = [actor.name, *(m.text for m in actor.mentions)]
    return any(w in body_words() for text in texts for w in text.lower().replace("’", "'").replace("'", "' ").split())


@functools.cache
def body_words() -> frozenset[str]:
    """Nouns of bodies and legal forms of all packs, without those of the media."""
    tables = [language_pack(code).institutions for code in LANGUAGES]
    nouns = {n for t in tables for n, body in t.nouns.items() if body.type != "media"}
    return frozenset(nouns | {form.lower() for t in tables for form in t.legal_forms})


def of_some_state(actor: Actor, pile: Pile) -> bool:
    """Whether an actor may be of a state's executive that no report names: a ministry, a prefect, a police force."""
    root = root_of(actor, pile)
    if root is not None and root in pile.actors and pile.actors[root].type == "country":
        return False
    bodies = (actor, *above(actor, pile))
    return any(
        executive_words(text) for body in bodies for text in (body.name, *(m.text for m in body.mentions[:MOST]))
    )


@functools.cache
def executive_words(text: str) -> bool:
    """Whether the first body or office that words name is of a state's executive."""
    words = text.lower().replace("’", "'").replace("'", "' ").split()
    for i in range(len(words)):
        for length in (3, 2, 1):
            phrase = " ".join(words[i : i + length]).replace("' ", "'")
            flags = [f for code in LANGUAGES if (f := executive_entry(phrase, code)) is not None]
            if flags:
                return all(flags)
    return False


def executive_entry(phrase: str, language: str) -> bool | None:
    """Whether a noun of bodies or offices is of a state's executive; `None` where it is no such noun."""
    pack = language_pack(language)
    role = pack.titles.roles.get(phrase)
    if role is not None:
        return role.heads in EXECUTIVE or role.body in {"prefecture", "sub-prefecture"}
    noun = pack.institutions.nouns.get(phrase)
    return noun.executive and phrase not in pack.institutions.parts if noun is not None else None


def proper(name: str) -> bool:
    """Whether a name holds a capitalised word that is no function word (`le ministère` and `La police` hold none)."""
    words = name.replace("’", "'").replace("'", "' ").split()
    return any(w[:1].isupper() and w.lower() not in function_words() for w in words)


@functools.cache
def function_words() -> frozenset[str]:
    """Closed-class words of all packs."""
    tables = [language_pack(code).function_words for code in LANGUAGES]
    return frozenset(w.lower().replace("’", "'") for table in tables for w in (*table.words, *table.distinctive))
