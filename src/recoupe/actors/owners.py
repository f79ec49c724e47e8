"""To which body a role or a part of a body belongs: by its complement, by a possessive, by its kind."""

from collections.abc import Iterator
from functools import partial

from recoupe.actors.bodies import beside, key_of, name_of, noun_at, official_name, own_name, token_of
from recoupe.actors.countries import add_country
from recoupe.actors.extents import is_body, noun_of_body
from recoupe.actors.firms import spelling
from recoupe.actors.kinds import LOOSE, kind_of, taken_up
from recoupe.actors.ministries import field_of, is_ministry, ministry_at, state_inside
from recoupe.actors.names import Name
from recoupe.actors.phrases import is_definite, is_possessed, names_people
from recoupe.actors.possessives import BODIES, owner_of, possessive_of
from recoupe.actors.registry import Registry
from recoupe.actors.told import ReportActors
from recoupe.languages import language_pack
from recoupe.languages.schema import BodyNoun
from recoupe.linguistics import Annotation, Token

NEAR = 4  # words between a body and the place where it is
REACH = 16  # words from a noun to the end of its complement


def body_of(report: ReportActors, registry: Registry, head: int, exclude: str = "", person: int = -1) -> str | None:
    """The body or country that a role or body noun belongs to: a name in its complement, or a nationality adjective.

    A complement that names a body by a common noun (`Conseil de sécurité nationale de la Maison Blanche`) gives that
    body, with the executive or country below it as its institution. person: the first token of a name in apposition, which
    ends the complement of a role before it.
    """
    annotation = report.annotation
    end = person if person > head else head + REACH
    inside = [i for i in annotation.subtree(head) if i != head and head - REACH < i < end]
    named: list[tuple[int, str]] = []
    for mention in report.known:
        if mention.first in inside and (mention.known.country or mention.known.type == "organisation"):
            state = mention.known.adjective and mention.known.country
            key = f"country:{mention.known.country}" if state else mention.known.key
            if state and mention.known.country:
                add_country(registry, mention.known.country)
            named.append((mention.first, key))
    named = [(i, k) for i, k in named if k != exclude and not behind_at(annotation, i, head)]
    complements = annotation.dependents(head, "nmod")
    lands = {m.first for m in report.known if m.known.type == "country"}
    if named and len(complements) > 1 and named[0][0] == complements[0] == head + 1 and head + 1 in lands:
        named = named[1:]  # (`la directrice France de X`: for where, not whose)
    return named[0][1] if named else body_inside(report, registry, head, exclude, end)


def body_inside(report: ReportActors, registry: Registry, head: int, exclude: str, end: int) -> str | None:
    """The body that a complement names: by its noun and a name, by a name alone, or by a noun that takes it up."""
    annotation = report.annotation
    name = name_of(annotation, report.names, head, lambda i: behind_at(annotation, i, head))
    if name is None or name.first >= end or report.by_token.get(name.first) in {exclude, None}:
        return short_inside(report, registry, head, end)
    above = token_of(annotation, name)
    if above.i != head and abs(above.i - head) <= 16:
        body = body_at(report, registry, above)
        if body is not None:
            return body
    key = report.by_token[name.first]
    return key if key.startswith("name:") else None


def short_inside(report: ReportActors, registry: Registry, head: int, end: int) -> str | None:
    """The body that the noun of a complement takes up (`le porte-parole du groupe`), or that a possessive does (`its`)."""
    annotation = report.annotation
    for child in annotation.dependents(head, "nmod", "nmod:poss"):
        if child >= end:
            continue
        token = annotation.tokens[child]
        noted = report.bodies.get(child)
        if noted is not None and token.pos == "NOUN":
            return next(iter(noted.values()))  # `the yard's director`
        noun = noun_at(annotation, child) if token.pos in {"NOUN", "PROPN"} and is_definite(report, token) else None
        if noun is not None and noun[1].type not in {"media", "agency"}:
            return taken_up_at(report, registry, child)
    return possessor(report, registry, head)


def possessor(report: ReportActors, registry: Registry, head: int) -> str | None:
    """The body that a possessive before a noun takes up, where it takes up one."""
    noun = report.annotation.tokens[head]
    possessive = possessive_of(report, noun)
    owner = owner_of(report, registry, possessive, noun) if possessive is not None else None
    if owner is None:
        return None
    if owner.key is None:
        return taken_up_at(report, registry, owner.token) or body_of(report, registry, owner.token)
    return owner.key if registry.entries[owner.key].type in BODIES else None


def taken_up_at(report: ReportActors, registry: Registry, i: int) -> str | None:
    """The body that the noun of a token names or takes up."""
    token = report.annotation.tokens[i]
    noun = noun_at(report.annotation, i)
    if noun is None or noun[1].type == "media":
        return None
    kind = kind_of(*noun, token.language)
    if noun[1].type == "agency" and not report.bodies_of(kind):
        return None
    return (
        body_at(report, registry, token)
        or taken_up(report, registry, kind, i)
        or narrower(report, registry, token.lemma)
    )


def narrower(report: ReportActors, registry: Registry, noun: str) -> str | None:
    """The only body of the pile that a noun of several kinds can take up (`the court`, for a military court)."""
    kinds = report.pack.institutions.wider.get(noun, ())
    bodies = {key for kind in kinds if kind not in LOOSE for key in registry.by_kind.get(kind, ())}
    return next(iter(bodies)) if len(bodies) == 1 else None


def body_at(report: ReportActors, registry: Registry, head: Token) -> str | None:
    """The key of the body that a noun and the name in its complement tell; `None` where it has none."""
    annotation = report.annotation
    if is_ministry(annotation, head.i):
        return ministry_at(report, registry, head)
    noun = noun_at(annotation, head.i)
    name = own_name(annotation, report.names, head.i, lambda i: behind_at(annotation, i, head.i)) if noun else None
    if noun is None or noun[1].type == "media":
        return None
    if name is None:
        official = official_name(annotation, head.i)
        if (
            official is not None
            and noun[0].split()[-1] == annotation.tokens[official[1] - 1].norm
            and any(m.known.adjective and m.last == official[0] for m in report.known)
        ):
            return None  # (`the Russian Defence Ministry`: the adjective tells whose, the rest only of what kind it is)
        return called(registry, annotation, *official) if official is not None else None
    kind = kind_of(*noun, head.language)
    first, last = sorted((head.i, name.last - 1))
    words = annotation.span(min(first, name.first), last)
    if noun[0] in report.pack.institutions.parts and not beside(annotation, head.i, name):
        return part_of(registry, body_of(report, registry, head.i), noun[0], words.text)
    key = key_of(annotation, head.i, kind, noun[1].type, name, registry.places)
    registry.add(key, words.text, "organisation")
    return key


def part_of(registry: Registry, body: str | None, noun: str, words: str) -> str | None:
    """The key of what speaks for a body (`la direction de X`, `the board of X`); `None` where the body is not known."""
    if body is None:
        return None
    entry = registry.add(f"{body}:{noun}", words, "organisation")
    registry.affiliate(entry.key, body)
    return entry.key


def called(registry: Registry, annotation: Annotation, first: int, last: int) -> str:
    """The key of a body by the words of its name, tokens [first, last)."""
    span = annotation.span(first, last - 1)
    words = span.text.lower().replace("’", "'").replace("-", " ").split()
    return registry.add(f"name:{' '.join(spelling(w) for w in words)}", span.text, "organisation", span).key


def bodies_told(report: ReportActors, registry: Registry) -> None:
    """Note every body that a noun and a name tell anywhere in a report, so that its noun alone can take it up later."""
    annotation = report.annotation
    for token in annotation.tokens:
        noun = noun_at(annotation, token.i) if token.pos in {"NOUN", "PROPN"} else None
        if noun is None or noun[1].type == "media" or several(noun[0], token) or qualifies(report, token):
            continue
        named = named_by_noun(report, registry, token)
        if named is not None:
            for kind in kinds_of(noun, token):
                report.note_body(token.i, kind, named)
                registry.by_kind.setdefault(kind, set()).add(named)
            continue
        if noun[1].type == "agency":
            continue
        if is_ministry(annotation, token.i):
            if field_of(report, token) or state_inside(report, registry, token):
                ministry_at(report, registry, token)
            continue
        kind = kind_of(*noun, token.language)
        own = report.by_token.get(token.i)
        key = told_to_be(report, token) or own
        if key is None or (key == own and key.startswith("name:")):
            name = own_name(annotation, report.names, token.i, partial(behind_at, annotation, head=token.i))
            bears = name is not None and (beside(annotation, token.i, name) or of_a_patron(report, token, name))
            owned = bears or is_definite(report, token)
            if name is not None and (not owned or report.by_token.get(name.first, "").startswith("person:")):
                continue
            key = body_at(report, registry, token)
        if key is not None and key.startswith(("name:", "body:")):
            report.note_body(token.i, kind, key)
            registry.by_kind.setdefault(kind, set()).add(key)
            for seat in seats_of(report, token):
                registry.seats.setdefault(f"body:{kind}:{seat}", set()).add(key)


def several(noun: str, token: Token) -> bool:
    """Whether a noun of bodies tells of more than one, as its number shows where it is not always in it (`customs`)."""
    return token.has("Number=Plur") and token.norm not in noun.split()


def qualifies(report: ReportActors, noun: Token) -> bool:
    """Whether a noun of bodies only tells of what kind a thing is, or makes a longer name (`Sarn theatre | festival`)."""
    head = report.annotation.tokens[noun.head]
    inside = noun_at(report.annotation, noun.i) == noun_at(report.annotation, head.i)
    return (
        noun.dep.startswith("compound")
        and head.i > noun.i
        and head.pos == "NOUN"
        and not inside
        and not names_people(report.pack, head)
    )


def seats_of(report: ReportActors, noun: Token) -> Iterator[str]:
    """The names of the places where a body is said to be right behind its own name (`St Orlan's Hospital in Sarn`)."""
    annotation = report.annotation
    inside = set(annotation.subtree(noun.i))
    for name in report.names:
        if name.first in inside and noun.i < name.first <= noun.i + NEAR and not name.person:
            before = annotation.tokens[name.first - 1]
            if before.norm in language_pack(before.language).function_words.seats:
                yield name.key


def of_a_patron(report: ReportActors, noun: Token, name: Name) -> bool:
    """Whether a body is called by a name with the mark of a possessor, as its capital tells (`St Orlan's Hospital`)."""
    return noun.text[:1].isupper() and name.last <= noun.i <= name.last + 1 and is_possessed(report, noun)


def kinds_of(noun: tuple[str, BodyNoun], token: Token) -> set[str]:
    """The kinds by which a body can be taken up: by its noun of several words, and by the bare one (`le Conseil`)."""
    bare = language_pack(token.language).institutions.nouns.get(token.lemma)
    short = {kind_of(token.lemma, bare, token.language)} if bare is not None else set()
    return {kind_of(*noun, token.language), *short}


def named_by_noun(report: ReportActors, registry: Registry, noun: Token) -> str | None:
    """The body whose name a noun of bodies with a capital makes with the words beside it (`the Sarn Safety Board`)."""
    key = report.by_token.get(noun.i, "")
    name = next((n for n in report.names if n.first <= noun.i < n.last), None)
    if name is not None and key.startswith("name:"):
        made = is_body(report.annotation, name.first, name.last)
        return key if made and noun_of_body(report.annotation, name.first, name.last).i == noun.i else None
    official = official_name(report.annotation, noun.i)
    return called(registry, report.annotation, *official) if official is not None and not key else None


def told_to_be(report: ReportActors, noun: Token) -> str | None:
    """The body of which a noun in apposition tells what it is (`Dorval, une association de Sarn`)."""
    key = report.by_token.get(noun.head)
    beside_name = noun.dep.startswith("appos") and key is not None and key.startswith("name:") and noun.head < noun.i
    return key if beside_name else None


def behind_at(annotation: Annotation, i: int, head: int) -> bool:
    """Whether a name is where a body sits or is accredited (`auprès des Nations Unies`, `à New York`), not its owner."""
    node = i
    while node != head and annotation.tokens[node].head != node:
        case = [annotation.tokens[c].norm for c in annotation.dependents(node, "case")]
        if case and case[0] in language_pack(annotation.tokens[node].language).function_words.seats:
            return True
        node = annotation.tokens[node].head
    return False
