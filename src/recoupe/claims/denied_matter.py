"""What a denial is about: what it denies without what it only names, and whether a claim tells of something else."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.claims.constructions import case_of
from recoupe.claims.drafted import Drafted
from recoupe.claims.figures import Bounds, figures_of, meet
from recoupe.claims.holding import of_owner
from recoupe.claims.participants import can_act
from recoupe.claims.profiles import Profile, senses_of, unnamed_group
from recoupe.claims.profiles import near as near_day
from recoupe.claims.things import PERSON, key_of, thing_at
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.negatives import says_none

YEAR = re.compile(r"(?:1[89]|20)\d\d")


def another(drafted: Drafted, members: Sequence[Drafted]) -> bool:
    """Whether a denial is of another one than all statements of a claim tell: a thing of another name, on another day.

    Or of a year or names that the reports of the others never tell, or of a figure that its report only takes back.
    """
    own = named_things(drafted)
    for word, names in own.items():
        told = [t[word] for t in map(named_things, members) if word in t]
        if told and not any(names & t for t in told):
            return True
    if taken_back(drafted) and other_figures(drafted, members):
        return True
    days = days_of(drafted)
    if days and all(apart_from(days, days_of(m)) for m in members):
        return True
    return all(never_told(drafted, m) or of_another_year(drafted, m) for m in members)


def taken_back(drafted: Drafted) -> bool:
    """Whether a report itself takes back what it told (`we wrote that four canvases had been stolen`)."""
    own = drafted.statement
    return bool(drafted.corrected) and own.attribution is None and drafted.takes_up == drafted.found.token


def other_figures(drafted: Drafted, members: Sequence[Drafted]) -> bool:
    """Whether a statement tells a figure of a kind of which a claim tells others alone: that figure was wrong, no more."""
    told: dict[tuple[str, str], list[Bounds]] = {}
    for figure in (f for m in members for f in figures_of(m)):
        told.setdefault((figure.slot, figure.unit), []).append(figure.bounds)
    own = [f for f in figures_of(drafted) if (f.slot, f.unit) in told]
    return any(not any(meet(f.bounds, other) for other in told[f.slot, f.unit]) for f in own)


class Age:
    """How many reports of a claim tell it beside their news, of long before them, with which names, and all dates in it."""

    def __init__(self, members: Sequence[Drafted]) -> None:
        self.reports = len({m.statement.document for m in members})
        self.before = {(m.statement.document, m.names) for m in members if m.background}
        self.dates = {dates for m in members for dates in m.dates}

    def long_before(self, drafted: Drafted) -> bool:
        """Whether most of what the reports tell is of long before them, and a denial of the news of its own report.

        A denial that repeats a name or date of theirs, or that stands in the report that tells it, may be of that all the
        same.
        """
        published = drafted.annotation.document.published
        if drafted.background or published is None or published.not_before is None:
            return False
        if any(report == drafted.statement.document for report, _ in self.before):
            return False
        if any(low <= last and first <= high for low, high in drafted.dates for first, last in self.dates):
            return False
        return 2 * len({report for report, names in self.before if names.isdisjoint(drafted.names)}) > self.reports


def never_told(drafted: Drafted, member: Drafted) -> bool:
    """Whether two statements of one language tell names none of which the report of the other ever tells.

    Names have other forms in other languages.
    """
    a, b = drafted.annotation, member.annotation
    if (
        a.document.id == b.document.id
        or a.tokens[drafted.found.token].language != b.tokens[member.found.token].language
    ):
        return False
    start, end = a.sentences[a.tokens[drafted.found.token].sentence]
    own = {
        *drafted.names,
        *(t.norm for t in a.tokens[start:end] if t.pos == "PROPN"),
    }  # those of who denies with them
    other = member.names
    return bool(own and other) and not told_of(own, b) and not told_of(other, a)


def of_another_year(drafted: Drafted, member: Drafted) -> bool:
    """Whether a statement tells beside its news what happened in an earlier year than that of a denial, whose report names
    neither that year nor all that the statement names.
    """
    a, b, day = drafted.annotation, member.annotation, day_of(drafted)
    if day is None or drafted.background or not member.background or a.document.id == b.document.id:
        return False
    start, end = b.sentences[b.tokens[member.found.token].sentence]
    years = {t.text for t in b.tokens[start:end] if YEAR.fullmatch(t.text)}
    if not years or max(years) >= day[:4] or told_of(years, a):
        return False
    names = member.names
    return len(told_of(names, a)) < len(names)


def earlier_stage(drafted: Drafted, members: Sequence[Drafted]) -> bool:
    """Whether a denial says that something was not so yet, and all that a claim tells of it was told on a later day.

    `The fire is not yet out` and `the fire is out` both hold, each of its day.
    """
    day = day_of(drafted)
    if day is None or not not_yet(drafted):
        return False
    alike = [m for m in members if m.found.class_ == drafted.found.class_] or members
    days = [day_of(m) for m in alike]
    return all(other is not None and other > day for other in days)


def not_yet(drafted: Drafted) -> bool:
    """Whether an event is negated by a word that leaves it open for later (`pas encore`, `not yet`)."""
    annotation, found = drafted.annotation, drafted.found
    later = language_pack(annotation.tokens[found.token].language).negation.not_yet
    near = {found.token, *annotation.dependents(found.token, "aux", "cop")}
    return any(t.norm in later and t.head in near for t in annotation.tokens)


def day_of(drafted: Drafted) -> str | None:
    """The day on which the report of a statement was published, where that is known."""
    published = drafted.annotation.document.published
    return published.not_before[:10] if published is not None and published.not_before is not None else None


def told_of(names: Iterable[str], annotation: Annotation) -> list[str]:
    """The names that a report tells anywhere."""
    text = annotation.document.text.lower()
    return [name for name in names if name in text]


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
    return [(low, high) for low, high in drafted.dates if near_day(low, high)]


def apart_from(days: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> bool:
    """Whether two statements both tell days, and none of them the same."""
    return bool(others) and not any(low <= last and first <= high for low, high in days for first, last in others)


def said_of_same(own: Profile, members: Sequence[Profile]) -> bool:
    """Whether a claim tells of the actor of a statement, or where it names none of a thing by the same word."""
    if own.actors:
        return any(not {*own.actors.values()}.isdisjoint(m.actors.values()) for m in members)
    return any(t.one_word(other) for t in own.things.values() for m in members for other in m.things.values())


def same_matter(drafted: Drafted, own: Profile, members: Sequence[Profile]) -> bool:
    """Whether a negative clause without participants shares its subject's or object's word with a claim (`la porte resta
    ouverte`, `nobody stopped the presses`).
    """
    if own.actors or own.things or own.named or drafted.takes_up is not None:
        return True
    annotation, found = drafted.annotation, drafted.found
    of_verb = annotation.dependents(found.token, "obj") if not found.nominal else []
    if not own.spans or of_verb:
        of_verb += annotation.dependents(found.token, "nsubj")
    beside = of_verb if drafted.statement.stance == "denies" else []
    words = [
        senses_of(annotation.tokens[s]) for s in beside if annotation.tokens[s].pos == "NOUN" and s not in found.nodes
    ]
    return all(any(not senses.isdisjoint(m.meant) for m in members) for senses in words)


def refused_another(drafted: Drafted, own: Profile, members: Sequence[Profile]) -> bool:
    """Whether somebody refuses to do something with another thing than a claim tells of, by the words for both.

    Who refused to produce a document on one occasion does not say that no certificate was ever produced.
    """
    tokens = drafted.annotation.tokens
    negating = [t for span in drafted.found.negators for t in drafted.annotation.within(span)]
    verbs = [language_pack(t.language).reporting_verbs.verbs.get(t.lemma) for t in negating if t.pos == "VERB"]
    if not any(verb is not None and verb.class_ == "refusal" for verb in verbs):
        return False
    if "theme" not in drafted.found.fillers or tokens[drafted.found.fillers["theme"][0]].pos != "NOUN":
        return False
    thing = own.things.get("theme")
    told = [m.things["theme"] for m in members if "theme" in m.things]
    return thing is not None and bool(told) and not any(thing.one_word(other) for other in told)


def own_deed_alone(drafted: Drafted, own: Profile, members: Sequence[Profile]) -> bool:
    """Whether a person says never to have done such a thing, and a claim tells of nobody who did it, nor of that person.

    `He never placed a bet` leaves it open whether others did.
    """
    agent = drafted.found.fillers.get("agent")
    if drafted.speaker is None or own.actors.get("agent") != own.speaker or agent is None:
        return False
    if drafted.takes_up is not None or not told_of_person(drafted, agent[0]):
        return False
    told = any(
        "agent" in {*m.actors, *m.things, *m.named, *m.owners} or own.speaker in m.actors.values() for m in members
    )
    return not told and of_any_or_one(drafted)


def of_any_or_one(drafted: Drafted) -> bool:
    """Whether what somebody says not to have done bears on nothing that is known: `a bet`, `any bet`, `de pari`."""
    if "theme" not in drafted.found.fillers:
        return False
    annotation, head = drafted.annotation, drafted.found.fillers["theme"][0]
    if annotation.tokens[head].pos != "NOUN":
        return False
    before = [annotation.tokens[c] for c in annotation.dependents(head, "det", "nmod:poss")]
    return not any(t.has("Definite=Def") or t.has("PronType=Dem") or t.has("Poss=Yes") for t in before)


def told_of_person(drafted: Drafted, agent: int) -> bool:
    """Whether the subject of a verb is a pronoun for one person: who speaks (`I`), or one with a name of several words."""
    annotation = drafted.annotation
    subjects = [annotation.tokens[s] for s in annotation.dependents(drafted.found.token, "nsubj")]
    if any(speaks(t) and t.has("Number=Sing") for t in subjects):
        return True
    beside = annotation.tokens[agent : agent + 2]
    named = beside[0].pos == "PRON" or all(t.pos == "PROPN" for t in beside)
    return named and any(speaks_of_itself(t) and not t.has("Gender=Neut") for t in subjects)


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
        if says_none(drafted.annotation, token.i)
        or token.lemma in language_pack(token.language).denials.smallest
        or all_of_a_kind(drafted, token)
    }
    pronouns = {role for role, token in heads.items() if token.pos == "PRON" and role not in {*anything, "agent"}}
    if anything and pronouns and not own.actors:
        return own  # `personne ne l'a retiré`: a known thing, though not named
    things = {r: t for r, t in own.things.items() if r not in anything}
    actors = dict(own.actors)
    verb = drafted.annotation.tokens[drafted.found.token]
    gets = verb.lemma in language_pack(verb.language).denials.converses  # compared as such, by who got it
    for role, token in heads.items():
        if own.speaker is None or role in actors or role in anything:
            continue
        if speaks(token) or (drafted.found.fillers[role][1] is None and not gets and speaks_of_itself(token)):
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
    people = agent is not None and not {"agent"} & {*actors, *anything} and of_speaker(drafted, agent)
    if (things, actors, people) == (own.things, own.actors, own.own_people):
        return own
    return replace(own, things=things, actors=actors, own_part=own_part, own_people=people)


def of_speaker(drafted: Drafted, agent: Token) -> bool:
    """Whether those who would have done what is denied are the people of who denies it (`our forces`, `her officers`)."""
    people = agent.pos == "NOUN" and (can_act(agent) or thing_at(agent).kind == PERSON or unnamed_group(agent))
    if drafted.speaker is None or not people or drafted.statement.attribution is None:
        return False
    before = [drafted.annotation.tokens[c] for c in drafted.annotation.dependents(agent.i, "det", "nmod:poss")]
    return any(t.has("Poss=Yes") for t in before)


def of_any(drafted: Drafted, own: Profile) -> bool:
    """Whether a denial denies all there is of what it names: its profile (see `denied_at_all`) has no thing left, or a broad one.

    `never sold a single component`, `denies sending any weapons`.
    """
    if drafted.statement.stance != "denies" or "theme" not in drafted.found.fillers:
        return False
    thing = own.things.get("theme")
    head = drafted.found.fillers["theme"][0]
    beside = [drafted.annotation.tokens[c] for c in drafted.annotation.dependents(head, "det", "amod", "nummod")]
    single = any(t.norm in language_pack(t.language).denials.single for t in beside)
    return "theme" not in own.actors and (thing is None or thing.broad or single)


def all_of_a_kind(drafted: Drafted, token: Token) -> bool:
    """Whether a noun names all things of a kind, none of which was (`aucun matériel`, `never any equipment`)."""
    pack = language_pack(token.language)
    if token.lemma not in pack.denials.general or drafted.found.polarity or drafted.takes_up is not None:
        return False
    annotation = drafted.annotation
    before = [annotation.tokens[c] for c in annotation.dependents(token.i, "det", "case", "nummod")]
    none = {*pack.negation.determiners, *pack.settings.conditional_hypothesis}
    return not any(t.pos == "NUM" or (t.pos == "DET" and t.norm not in none) for t in before) and bool(
        any(t.norm in none for t in before) or not before
    )


def speaks(token: Token) -> bool:
    """Whether a pronoun stands for those who speak (`we`, `nous`)."""
    return token.pos == "PRON" and language_pack(token.language).function_words.pronouns.get(token.norm) == "first"


def speaks_of_itself(token: Token) -> bool:
    """Whether a pronoun that is nobody else's is the subject of what is denied (`X denied that it had paid`): X's, as a rule."""
    third = token.pos == "PRON" and token.has("Person=3") and token.has("PronType=Prs")
    return third and token.has("Number=Sing") and token.dep.startswith("nsubj")


def steps_back(drafted: Drafted, members: Sequence[Drafted]) -> int:
    """The tokens from a denial back to where its report tells a claim, or on to there; more than any where it does not."""
    own = drafted.found.token
    places = [m.found.token for m in members if m.statement.document == drafted.statement.document]
    last = len(drafted.annotation.tokens)
    return min((own - p if p < own else last + p - own for p in places), default=3 * last)
