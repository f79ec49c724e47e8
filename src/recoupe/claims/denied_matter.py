"""What a denial is about: what it denies without what it only names, and whether a claim tells of something else."""

import functools
from collections.abc import Sequence
from dataclasses import replace

from recoupe.claims.constructions import case_of
from recoupe.claims.holding import of_owner
from recoupe.claims.profiles import Profile, senses_of
from recoupe.claims.profiles import near as near_day
from recoupe.claims.statements import Drafted
from recoupe.claims.things import key_of
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token


def another(drafted: Drafted, members: Sequence[Drafted]) -> bool:
    """Whether a denial is of another one than all statements of a claim tell: a thing of another name, on another day.

    Or of the news where the claim tells of long before, or of names that the one report never tells and the other does.
    """
    own = named_things(drafted)
    for word, names in own.items():
        told = [t[word] for t in map(named_things, members) if word in t]
        if told and not any(names & t for t in told):
            return True
    days = days_of(drafted)
    if days and all(apart_from(days, days_of(m)) for m in members):
        return True
    return of_long_before(drafted, members) or all(never_told(drafted, m) for m in members)


def of_long_before(drafted: Drafted, members: Sequence[Drafted]) -> bool:
    """Whether most of what the reports of a claim tell is of long before them, and a denial of the news of its own report.

    A denial that repeats a name of theirs, or that stands in the report that tells it, may be of that all the same.
    """
    published = drafted.annotation.document.published
    if drafted.background or published is None or published.not_before is None:
        return False
    if any(m.statement.document == drafted.statement.document and m.background for m in members):
        return False
    own = names_in(drafted)
    before = {m.statement.document for m in members if m.background and own.isdisjoint(names_in(m))}
    return 2 * len(before) > len({m.statement.document for m in members})


def never_told(drafted: Drafted, member: Drafted) -> bool:
    """Whether a statement tells names none of which the report of another one of its language ever tells.

    Names have other forms in other languages.
    """
    a, b = drafted.annotation, member.annotation
    if a.document.id == b.document.id or a.tokens[drafted.found.token].language != b.tokens[member.found.token].language:
        return False
    own, other = names_in(drafted), names_in(member)
    return bool(own and own.isdisjoint(words_of(b))) or bool(other and other.isdisjoint(words_of(a)))


def names_in(drafted: Drafted) -> set[str]:
    """The names in the words of a statement."""
    spans = drafted.statement.spans
    return {
        t.norm for t in drafted.annotation.tokens if t.pos == "PROPN" and any(s.start <= t.start < s.end for s in spans)
    }


@functools.lru_cache(maxsize=64)
def words_of(annotation: Annotation) -> frozenset[str]:
    """All words of a report."""
    return frozenset(t.norm for t in annotation.tokens)


def named_things(drafted: Drafted) -> dict[str, set[str]]:
    """The names inside the things that a statement names, by the word of each (`l'usine de Pont-Noir`)."""
    annotation = drafted.annotation
    found: dict[str, set[str]] = {}
    for head, actor in drafted.found.fillers.values():
        token = annotation.tokens[head]
        if token.pos != "NOUN" or actor is not None:
            continue
        inside = annotation.dependents(head, "nmod", "compound", "flat", "appos")
        inside = [c for c in inside if not (case := case_of(annotation, c)) or of_owner(case)]
        names = {annotation.tokens[c].norm for c in inside if annotation.tokens[c].pos == "PROPN"}
        if names:
            found.setdefault(key_of(token.lemma, token.language), set()).update(names)
    return found


def days_of(drafted: Drafted) -> list[tuple[str, str]]:
    """The dates that a statement tells to the month or nearer."""
    return [
        (str(v.low), str(v.high))
        for v in drafted.statement.values
        if v.slot == "date" and v.low is not None and v.high is not None and near_day(str(v.low), str(v.high))
    ]


def apart_from(days: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> bool:
    """Whether two statements both tell days, and none of them the same."""
    return bool(others) and not any(low <= last and first <= high for low, high in days for first, last in others)


def said_of_same(own: Profile, members: Sequence[Profile]) -> bool:
    """Whether a claim tells of the actor of a statement, or where it names none of a thing by the same word."""
    if own.actors:
        return any(not {*own.actors.values()}.isdisjoint(m.actors.values()) for m in members)
    return any(t.one_word(other) for t in own.things.values() for m in members for other in m.things.values())


def same_matter(drafted: Drafted, own: Profile, members: Sequence[Profile]) -> bool:
    """Whether a negative clause without participants shares its subject's word with a claim (`la porte resta ouverte`)."""
    if own.spans or drafted.takes_up is not None:
        return True
    annotation, found = drafted.annotation, drafted.found
    subjects = annotation.dependents(found.token, "nsubj") if drafted.statement.stance == "denies" else []
    words = [
        senses_of(annotation.tokens[s]) for s in subjects if annotation.tokens[s].pos == "NOUN" and s not in found.nodes
    ]
    told = {sense for m in members for senses, _ in m.wording for sense in senses}
    return all(not senses.isdisjoint(told) for senses in words)


def own_negative(drafted: Drafted) -> bool:
    """Whether a report itself says that something was not, as the answer to nobody (`le café n'a pas désempli`).

    Where it corrects what was told it answers that.
    """
    statement = drafted.statement
    return (
        not drafted.corrected
        and statement.stance == "denies"
        and statement.attribution is None
        and drafted.takes_up is None
    )


def denied_at_all(drafted: Drafted, own: Profile) -> Profile:
    """The profile of a denial without what it names only to deny all of it, and without the denier as who did it.

    `n'a retenu personne` may answer whoever it was; `le maire dément tout bourrage` says of nobody that he stuffed.
    """
    if drafted.statement.stance != "denies":
        return own
    heads = {role: drafted.annotation.tokens[head] for role, (head, _) in drafted.found.fillers.items()}
    anything = {
        role
        for role, token in heads.items()
        if token.norm in (pack := language_pack(token.language)).negation.pronouns
        or token.lemma in pack.denials.smallest
    }
    pronouns = {role for role, token in heads.items() if token.pos == "PRON" and role not in {*anything, "agent"}}
    if anything and pronouns and not own.actors:
        return own  # `personne ne l'a retiré`: a known thing, though not named
    things = {r: t for r, t in own.things.items() if r not in anything}
    actors = dict(own.actors)
    for role, token in heads.items():
        if own.speaker is not None and role not in actors and role not in anything and speaks(token):
            actors[role] = own.speaker  # `we have sent nothing`: a body denies what it is said to have done
    agent = heads.get("agent")
    said = drafted.statement.triggers[0].start if drafted.statement.triggers else 0  # the words that say no
    lent = agent is not None and (
        agent.i not in drafted.annotation.subtree(drafted.found.token)
        or agent.start < said < drafted.annotation.tokens[drafted.found.token].start
    )
    own_part = own.own_part
    if lent and own.nominal and drafted.takes_up is not None and actors.get("agent") == own.speaker is not None:
        del actors["agent"]
        own_part = True
    if (things, actors) == (own.things, own.actors):
        return own
    return replace(own, things=things, actors=actors, own_part=own_part)


def speaks(token: Token) -> bool:
    """Whether a pronoun stands for those who speak (`we`, `nous`)."""
    return token.pos == "PRON" and language_pack(token.language).function_words.pronouns.get(token.norm) == "first"


def steps_back(drafted: Drafted, members: Sequence[Drafted]) -> int:
    """The tokens from a denial back to where its report tells a claim, or on to there; more than any where it does not."""
    own = drafted.found.token
    places = [m.found.token for m in members if m.statement.document == drafted.statement.document]
    last = len(drafted.annotation.tokens)
    return min((own - p if p < own else last + p - own for p in places), default=3 * last)
