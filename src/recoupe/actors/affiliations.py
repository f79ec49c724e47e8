"""Sentences that say for whom somebody speaks (`X s'exprime au nom de Y`, `X is the head of Y`)."""

from collections.abc import Callable, Iterator

from recoupe.actors.bodies import name_of, token_of
from recoupe.actors.kinds import LOOSE, kind_of_role, taken_up
from recoupe.actors.ministries import KIND as MINISTRY
from recoupe.actors.ministries import headed_by
from recoupe.actors.names import Name, civil
from recoupe.actors.owners import behind_at, body_of
from recoupe.actors.registry import Registry
from recoupe.actors.told import ReportActors
from recoupe.languages import language_pack
from recoupe.languages.schema import Role
from recoupe.linguistics import Annotation, Token
from recoupe.model import Span

OFFICE = 12  # words before a comma among which an office stands
DESCRIBED = 7  # words around an office that describe it
DESCRIBING = {"ADJ", "NOUN", "PROPN", "X"}

Naming = Callable[[Span], str | None]  # the key of the actor that a noun phrase names
Office = Callable[[int], Role | None]  # the role that a noun names


def told_affiliations(report: ReportActors, registry: Registry, actor: Naming, office: Office) -> None:
    """Give persons the body that a sentence says they speak for, where nothing did so before."""
    for person, head in list(subjects(report)):
        entry = registry.entries[person]
        if entry.institution is not None:
            continue
        span = spoken_for(report.annotation, head, office)
        body = actor(span) if span is not None and names_somebody(report, span) else None
        if body is None or body == person or registry.entries[body].anonymity is not None:
            continue
        if registry.entries[body].type in {"organisation", "country", "outlet"}:
            registry.affiliate(person, body)


def names_somebody(report: ReportActors, span: Span) -> bool:
    """Whether words hold a name or the noun of a body that the report names."""
    return any(t.i in report.by_token or t.i in report.bodies for t in report.annotation.within(span))


def subjects(report: ReportActors) -> Iterator[tuple[str, Token]]:
    """Persons that are subjects of a sentence, with what is said of them."""
    tokens = report.annotation.tokens
    for i, key in sorted(report.by_token.items()):
        if not key.startswith("person:"):
            continue
        top = tokens[i]
        while top.head != top.i and report.by_token.get(top.head) == key:
            top = tokens[top.head]
        if report.by_token.get(i + 1) != key:
            yield from ((key, verb) for verb in told_in_clause(report, i))
        if not top.dep.startswith("nsubj"):
            above = tokens[top.head]  # `le trésorier X`: the office is the subject
            top = above if top.dep.startswith(("appos", "flat", "nmod")) and above.dep.startswith("nsubj") else top
        if top.dep.startswith("nsubj") and tokens[top.head].sentence == top.sentence:
            yield key, tokens[top.head]


def told_in_clause(report: ReportActors, last: int) -> Iterator[Token]:
    """The verb of the relative clause behind a person's name, whose last token is given (`Ana Dorval, who chairs the union`)."""
    tokens = report.annotation.tokens
    behind = tokens[last + 1 : last + 3]
    pronoun = next((t for t in behind if t.text != ","), None)
    if pronoun is not None and pronoun.has("PronType=Rel") and pronoun.dep.startswith("nsubj"):
        yield tokens[pronoun.head]


def spoken_for(annotation: Annotation, head: Token, office: Office) -> Span | None:
    """The words for the body that somebody speaks for by a verb or an office; `None` where no such thing is said."""
    tokens = annotation.tokens
    if any(tokens[c].dep.startswith("cop") for c in annotation.dependents(head.i)):
        role = office(head.i)
        if role is None or not (role.speaks_for or role.heads):
            return None
        return phrase_of(annotation, next((c for c in annotation.dependents(head.i, "nmod")), None))
    last = annotation.sentences[head.sentence][1]
    for form in language_pack(head.language).titles.speaking_for:
        words = form.split()
        if len(words) == 1 and "Tense=Past" in head.morph:  # who led a body once need not speak for it now
            continue
        if words[0] == head.lemma and [t.norm for t in tokens[head.i + 1 : head.i + len(words)]] == words[1:]:
            return phrase_of(annotation, following(annotation, head.i + len(words), last))
    return None


def following(annotation: Annotation, start: int, last: int) -> int | None:
    """The head of the noun phrase that begins at a token."""
    tokens = annotation.tokens
    first = next((t for t in tokens[start:last] if t.pos in {"NOUN", "PROPN"}), None)
    if first is None or first.i - start > 4:
        return None
    top = first
    while start <= top.head < last and top.head != top.i and tokens[top.head].pos in {"NOUN", "PROPN"}:
        top = tokens[top.head]
    return top.i


def phrase_of(annotation: Annotation, head: int | None) -> Span | None:
    """The noun phrase of a head, without the prepositions before it."""
    if head is None:
        return None
    inside = annotation.subtree(head)
    case = set(annotation.dependents(head, "case"))
    kept = [i for i in inside if i not in case and annotation.tokens[i].pos != "PUNCT"]
    return annotation.span(kept[0], kept[-1]) if kept else None


def affiliation(report: ReportActors, registry: Registry, name: Name, key: str) -> None:
    """The role that stands with a person's name: remembered for short forms, and the body that the person speaks for."""
    annotation, tokens = report.annotation, report.annotation.tokens
    owned = annotation.dependents(name.first, "case")  # `the lawyer of X` is not X
    candidates = [*([] if owned else [tokens[name.first].head]), *annotation.dependents(name.first, "appos", "nmod")]
    candidates += [c for i in range(name.first + 1, name.last) for c in annotation.dependents(i, "appos")]
    if name.first:
        candidates.append(name.first - 1)
    beside = tokens[tokens[name.first].head]
    if beside.pos == "PROPN" and annotation.dependents(beside.i, "case"):
        candidates.append(beside.head)  # `l'avocat de Y, X`: the parse hangs X on Y
    first = name.first
    while first and civil(tokens[first - 1]):
        first -= 1
        candidates.append(tokens[first].head)  # `l'avocate de Y, Me X`: the parse hangs the civility on the office
        candidates += [c for c in annotation.dependents(first, "appos") if c >= name.last]
    if first > 1 and tokens[first - 1].text == ",":
        candidates.append(first - 2)  # `said her lawyer, X`, however the parse hangs it
        candidates += above_complement(report, first - 2)
    for i in candidates:
        role = role_at(report, i)
        if role is None or tokens[i].sentence != tokens[name.first].sentence or abs(i - name.first) > 14:
            continue
        if key in report.authors:
            return  # `Ada Morel, our court reporter`: none of whom the report tells
        report.roles[tokens[i].lemma] = key
        for offices in (report.offices, registry.offices):
            offices.setdefault(key, set()).update((tokens[i].lemma, tokens[i].norm))
        report.holders.setdefault(tokens[i].lemma, set()).add(key)
        describe(report, registry, key, i)
        report.by_token.setdefault(i, key)
        body = body_of_role(report, registry, role, i, key, name.first)
        if body is not None and (role.speaks_for or role.heads):
            named = any(report.by_token.get(k) == body for k in annotation.subtree(i))
            (registry.affiliate_by_name if named else registry.affiliate)(key, body)
        elif not (role.speaks_for or role.heads) and (office := office_beside(report, i)) is not None:
            candidates.append(office)  # `le porte-parole du ministère, le colonel X`: a rank says nothing of whom
            continue
        return


def above_complement(report: ReportActors, last: int) -> list[int]:
    """The nouns of whose complement a name is the end (`l'avocate de la société Y|, Me X`), the nearest first."""
    tokens, i, found = report.annotation.tokens, last, list[int]()
    while tokens[i].pos in {"PROPN", "NOUN"} and tokens[i].head < i and tokens[tokens[i].head].pos in {"PROPN", "NOUN"}:
        i = tokens[i].head
        found.append(i)
    return found if tokens[last].pos == "PROPN" else []


def describe(report: ReportActors, registry: Registry, key: str, office: int) -> None:
    """Note the words that stand with a person's office, at a token: those that describe it, and those of its complement."""
    annotation, tokens = report.annotation, report.annotation.tokens
    inside = [i for i in annotation.subtree(office) if i != office and abs(i - office) <= DESCRIBED]
    told = [tokens[i] for i in inside if tokens[i].pos in DESCRIBING and report.by_token.get(i) != key]
    registry.described.setdefault(key, set()).update(w for t in told for w in (t.lemma, t.norm))
    before = tokens[office - 1 : office] if office else ()
    ranks = {tokens[c] for c in annotation.dependents(office, "amod", "compound")} | {*before}
    words = {w for t in ranks if t.pos in DESCRIBING for w in (t.lemma, t.norm)}
    place = key, tokens[office].lemma
    registry.ranks[place] = registry.ranks.get(place, words) & words


def civil_office(report: ReportActors, registry: Registry, name: Name, key: str) -> None:
    """The office that the civility before a person's name tells (`Me Dorval`): short forms take the person up by it."""
    before = report.annotation.tokens[name.first - 1] if name.first else None
    if before is None or key in report.authors:
        return
    titles, gender = report.pack.titles, registry.entries[key].gender
    for office in titles.civil_offices.get(before.text, []):
        told = titles.roles[office].gender if office in titles.roles else ""
        if not (gender and told and gender != told):
            report.holders.setdefault(office, set()).add(key)
            for offices in (report.offices, registry.offices):
                offices.setdefault(key, set()).add(office)


def office_beside(report: ReportActors, rank: int) -> int | None:
    """The office that stands before the comma in front of a rank or title and names the same person."""
    annotation, tokens = report.annotation, report.annotation.tokens
    first = min([rank, *annotation.dependents(rank, "det", "amod")])
    if first == 0 or tokens[first - 1].text != "," or tokens[first - 1].sentence != tokens[rank].sentence:
        return None
    for k in range(first - 2, max(annotation.sentences[tokens[rank].sentence][0], first - OFFICE) - 1, -1):
        if tokens[k].pos in {"PUNCT", "VERB", "AUX"}:
            return None
        role = role_at(report, k)
        if role is not None and (role.speaks_for or role.heads):
            return k
    return None


def body_of_role(
    report: ReportActors, registry: Registry, role: Role, head: int, exclude: str = "", person: int = -1
) -> str | None:
    """The body that somebody of a role speaks for: its own kind of body where the role tells one, at the place named.

    person: the first token of the name that stands with the role; a complement stands before it where the role does.
    """
    kind = kind_of_role(role)
    annotation = report.annotation
    if kind and kind not in LOOSE:
        name = name_of(annotation, report.names, head, lambda i: behind_at(annotation, i, head))
        if name is None or report.by_token.get(name.first) == exclude or head < person <= name.first:
            return body_of(report, registry, head, exclude, person) or taken_up(report, registry, kind, head)
        if token_of(annotation, name).i in {head, *annotation.dependents(head, "nmod")}:
            key = f"body:{kind}:{name.key}"
            words = annotation.tokens[head].text
            registry.add(key, f"{words} ({name.text})", "organisation")
            report.note_body(head, kind, key)
            registry.by_kind.setdefault(kind, set()).add(key)
            return key
    found = body_of(report, registry, head, exclude, person)
    if role.heads == MINISTRY and (found is None or found.startswith("name:")):
        return headed_by(report, registry, annotation.tokens[head]) or found
    return found


def role_at(report: ReportActors, i: int) -> Role | None:
    """The role that a noun names, with the words beside it where the packs list the phrase.

    These stand behind it (`secrétaire d'État`) or lead up to it (`press officer`).
    """
    tokens, roles = report.annotation.tokens, report.pack.titles.roles
    for length in (4, 3, 2):
        for first in (i, i - length + 1):
            phrase = " ".join(t.norm for t in tokens[max(0, first) : first + length]).replace("' ", "'")
            if phrase in roles:
                return roles[phrase]
    return roles.get(tokens[i].lemma)
