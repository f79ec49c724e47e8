"""Whom the words of a source name: a person, a body, an outlet, a document, an anonymous voice."""

from collections.abc import Sequence

from recoupe.actors.affiliations import describe, role_at
from recoupe.actors.bodies import noun_at
from recoupe.actors.epithets import by_epithet, document_again, latter
from recoupe.actors.groups import anonymity, any_voice_again, group_of_member, member_of, names_group, voice_again
from recoupe.actors.kinds import ALIKE, LOOSE, kind_of, kind_of_role
from recoupe.actors.nouns import (
    READINGS,
    Phrase,
    behind_verb,
    body_again,
    body_noun,
    by_wider_noun,
    document_or_voice,
    holder,
    phrase_at,
)
from recoupe.actors.owners import told_to_be
from recoupe.actors.phrases import described, head_of, names_people, tokens_in
from recoupe.actors.possessives import called_in, owned_name, owner_of, possessive_of
from recoupe.actors.pronouns import antecedent
from recoupe.actors.qualifiers import may_be
from recoupe.actors.references import other_office
from recoupe.actors.registry import Registry
from recoupe.actors.salience import Mention, gender_told, is_subject, pronoun_gender
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token
from recoupe.model import Span

PHRASE = {"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM"}  # words of a noun phrase around its noun
APPOSED = 7  # words behind a source among which a name in apposition stands
LISTED = 2  # members that a source may have without being a list
SHORT = 3  # words of a form that only takes somebody up


def actor_of_span(report: ReportActors, registry: Registry, span: Span, own: range = range(0)) -> str | None:
    """The key of the actor that a source names; `None` where a pronoun or short form stays open.

    own: the tokens of what is ascribed to it.
    """
    tokens = tokens_in(report, span)
    if not tokens:
        return None
    head = described(report, tokens)
    group = group_of_member(report, registry, tokens)
    last = latter(report, registry, tokens)
    if last is not None:
        key: str | None = last
    elif group is not None:
        key = member_of(report, registry, tokens, group, span)
    elif head.pos == "PRON" and head.lemma not in report.pack.anonymity.heads and not names_group(report, tokens):
        key = named_at(report, registry, antecedent(report, registry, head, own))
        if (
            key is not None
            and not head.has("Number=Plur")
            and registry.entries[key].type in {"person", "role", "unknown"}
        ):
            registry.entries[key].gender = registry.entries[key].gender or pronoun_gender(report, head)
    elif head.norm in report.pack.function_words.possessives and head.pos in {"DET", "PRON"}:
        key = named_at(report, registry, owner_of(report, registry, head, report.annotation.tokens[head.head]))
    else:
        key = named_inside(report, registry, tokens, head) or common_noun(report, registry, tokens, head, span)
    if key is not None:
        registry.entries[key].mentions.add(span)
        report.by_token.setdefault(head.i, key)
        if head.lemma in report.pack.reporting_nouns.documents:
            report.documents.append((head.lemma, key))
    return key


def named_at(report: ReportActors, registry: Registry, mention: Mention | None) -> str | None:
    """The key of what stands at a mention; a noun of persons that is no source is made an actor there."""
    if mention is None or mention.key is not None:
        return mention.key if mention is not None else None
    annotation = report.annotation
    inside = set(annotation.subtree(mention.token))
    first = last = mention.token
    while first - 1 in inside and annotation.tokens[first - 1].pos in PHRASE:
        first -= 1
    while last + 1 in inside and annotation.tokens[last + 1].pos in PHRASE:
        last += 1
    while first < mention.token and annotation.tokens[first].pos == "ADP":
        first += 1
    span = annotation.span(first, last)
    beside = beside_source(report, tokens_in(report, span), annotation.tokens[mention.token])
    return beside or actor_of_span(report, registry, span)


def also_named(report: ReportActors, span: Span, key: str) -> list[tuple[Span, str]]:
    """Further actors that a source joins to its first (`les États-Unis et le Royaume-Uni`), each with its own words."""
    tokens = tokens_in(report, span)
    head = head_of(tokens)
    found = []
    for child in report.annotation.dependents(head.i, "conj"):
        other = report.by_token.get(child)
        if other is None or other == key or report.by_token.get(report.annotation.tokens[child].head) == other:
            continue
        inside = [
            i for i in report.annotation.subtree(child) if report.annotation.tokens[i].pos not in {"CCONJ", "PUNCT"}
        ]
        found.append((report.annotation.span(inside[0], inside[-1]), other))
    return found or behind_conjunctions(report, tokens, key) or listed(report, tokens, key)


def behind_conjunctions(report: ReportActors, tokens: Sequence[Token], key: str) -> list[tuple[Span, str]]:
    """Names that stand right behind a conjunction of a source, where the parse has not coordinated them."""
    found = []
    for place, token in enumerate(tokens):
        if token.pos != "CCONJ":
            continue
        behind = tokens[place + 1 :]
        while behind and behind[0].pos == "DET":
            behind = behind[1:]
        other = report.by_token.get(behind[0].i) if behind else None
        if other is not None and other != key and report.by_token.get(token.i - 1) != other:
            last = next((t.i - 1 for t in behind if t.pos == "CCONJ" or t.text == ","), behind[-1].i)
            found.append((report.annotation.span(tokens[place + 1].i, last), other))
    return found


def listed(report: ReportActors, tokens: Sequence[Token], key: str) -> list[tuple[Span, str]]:
    """Bodies that a source lists behind commas, each a noun of bodies with its name: two of them, or one and a conjunction.

    A single one behind a comma only tells what the first is (`Quérand, le laboratoire de Sarn`).
    """
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == "," or token.pos == "CCONJ":
            parts.append([])
        else:
            parts[-1].append(token)
    found = []
    for part in parts[1:] if len(parts) > LISTED else ():
        bare = [t for t in part if t.pos != "DET"]
        noun = bare[0] if bare and bare[0].pos == "NOUN" and body_noun(report.pack, bare[0]) is not None else None
        other = next((k for t in bare[1:] if (k := report.by_token.get(t.i))), None) if noun is not None else None
        if other is not None and other != key:
            found.append((report.annotation.span(part[0].i, part[-1].i), other))
    return found


def named_inside(report: ReportActors, registry: Registry, tokens: list[Token], head: Token) -> str | None:
    """The actor named by the head, or in apposition to it (`le porte-parole, Sean Savett`)."""
    if head.i in report.by_token:
        return hearing(report, tokens, report.by_token[head.i])
    told = told_to_be(report, head) or bearer(report, tokens, head)
    if told is not None:
        return told
    adjectives = {m.first for m in report.known if m.known.adjective}
    for token in tokens:
        key = report.by_token.get(token.i)
        if key is None or not key.startswith(("person:", "outlet:", "name:")) or token.i in adjectives:
            continue
        if key.startswith("name:") and names_one_of_its_kind(report, head):
            continue  # `l'hôpital Saint-Orlan` is the body of that kind, by whatever name
        top = token if key.startswith("person:") else top_of_name(report, token, key)
        person = key.startswith("person:")
        joined = top.dep.startswith(("appos", "flat", "nmod")) and (
            bare(report, token, key) or (person and not top.dep.startswith("nmod"))
        )
        above = report.annotation.tokens[top.head]
        if joined and (above.i == head.i or report.by_token.get(above.i) == key):
            if key.startswith("person:"):
                held(report, registry, head, key)
            return key
    return person_of_role(report, tokens, head)


def bearer(report: ReportActors, tokens: Sequence[Token], head: Token) -> str | None:
    """The person whose name opens a source, where words behind a comma only tell who that is (`Thomas, un voisin`)."""
    key = report.by_token.get(tokens[0].i, "")
    behind = next((t for t in tokens if report.by_token.get(t.i) != key), None)
    apposed = behind is not None and behind.text == "," and behind.i < head.i and not head.has("Number=Plur")
    return key if key.startswith("person:") and apposed and names_people(report.pack, head) else None


def names_one_of_its_kind(report: ReportActors, head: Token) -> bool:
    """Whether a noun of bodies is of a kind that goes by many names: it says more of which body it is than the name."""
    noun = noun_at(report.annotation, head.i)
    return noun is not None and noun[1].type in ALIKE and head.pos == "NOUN"


def hearing(report: ReportActors, tokens: list[Token], key: str) -> str:
    """Who a source names by its head; the person whose name stands right behind an outlet's is the one who told it."""
    if not key.startswith("outlet:"):
        return key
    keys = [report.by_token.get(t.i, "") for t in tokens]
    behind = keys.index(key) + keys.count(key) if key in keys else len(keys)
    return keys[behind] if behind < len(keys) and keys[behind].startswith("person:") else key


def held(report: ReportActors, registry: Registry, head: Token, key: str) -> None:
    """Note the office by which a person is called, and whose it is where a possessive tells that."""
    titles = report.pack.titles
    if head.text not in titles.civilities and head.lemma not in titles.civilities:  # `Me` is no office of its own
        report.roles.setdefault(head.lemma, key)
        report.offices.setdefault(key, set()).update((head.lemma, head.norm))
        describe(report, registry, key, head.i)
    possessive = possessive_of(report, head)
    owner = owner_of(report, registry, possessive, head) if possessive is not None else None
    if owner is not None and owner.key is not None and owner.key != key:
        report.held.setdefault((head.lemma, owner.key), key)


def bare(report: ReportActors, token: Token, key: str) -> bool:
    """Whether no preposition brings any word of the name that a token is in, however the parse hangs its words."""
    first, last = token.i, token.i
    while first and report.by_token.get(first - 1) == key:
        first -= 1
    while report.by_token.get(last + 1) == key:
        last += 1
    cases = (c for i in range(first, last + 1) for c in report.annotation.dependents(i, "case"))
    return all(first <= c <= last for c in cases)  # (`of` of `University of Port Sarn` is its own)


def top_of_name(report: ReportActors, token: Token, key: str) -> Token:
    """The word of a name by which it hangs on others (`New` of `New York`)."""
    tokens = report.annotation.tokens
    while token.head != token.i and report.by_token.get(token.head) == key:
        token = tokens[token.head]
    return token


def person_of_role(report: ReportActors, tokens: Sequence[Token], head: Token) -> str | None:
    """The only person whom a source with a role names right behind it or a comma, however the parse hangs the name."""
    titles = report.pack.titles
    if not {head.lemma, head.norm} & {*titles.roles, *titles.persons}:
        return None
    persons = {k: t.i for t in reversed(tokens) if (k := report.by_token.get(t.i, "")).startswith("person:")}
    if len(persons) != 1:
        return None
    key, first = next(iter(persons.items()))
    before = report.annotation.tokens[first - 1]
    civil = before.lemma in titles.civilities or before.text in titles.civilities
    beside = (
        first - 1 == head.i
        or before.text == ","
        or (civil and report.annotation.tokens[first - 2].pos != "ADP")  # `l'avocate de Me Dorval`
        or ends_office(report, before)
    )
    return key if first > head.i and beside else None


def ends_office(report: ReportActors, before: Token) -> bool:
    """Whether the word before a name ends the complement of an office (`head of emergency care X`), and is no one's own."""
    pack = report.pack
    people = names_people(pack, before)
    return before.pos in {"NOUN", "ADJ"} and not people and before.lemma not in pack.institutions.nouns


def common_noun(report: ReportActors, registry: Registry, tokens: list[Token], head: Token, span: Span) -> str | None:
    """Roles, bodies, documents and anonymous voices: by definiteness, number and wording."""
    possessive = possessive_of(report, head)
    if possessive is not None:
        owned = owned_by(report, registry, tokens, head, possessive, span)
        if owned is not None:
            return owned
    phrase = phrase_at(report, registry, tokens, head, span)
    if phrase.definite:
        again = taken_up_again(report, registry, phrase)
        if again is not None and (again != report.telling or not registry.entries[again].anonymity):
            return again  # (a nurse who says that the man complained is not the man)
    for reading in READINGS:
        found = reading(report, registry, phrase)
        if found is not None:
            return found
    documents = report.pack.reporting_nouns.documents
    if (head.lemma in report.pack.attribution_phrases.channels or head.lemma in documents) and not phrase.plural:
        issued = head.lemma in report.pack.attribution_phrases.channels
        issuer = (issuer_of(report, registry, head) if issued else None) or giver_of(report, registry, head)
        if issuer is not None and registry.entries[issuer].type not in {"document", "unknown"}:
            return issuer
    return document_or_voice(report, registry, phrase)


def taken_up_again(report: ReportActors, registry: Registry, phrase: Phrase) -> str | None:
    """Whom or what a definite noun takes up: an anonymous voice, who holds an office, somebody by another word, a document."""
    pack, head, tokens, plural = report.pack, phrase.head, phrase.tokens, phrase.plural
    if capital(report, head) and not plural:
        body = body_again(report, registry, head, tokens)  # `le Conseil` is no adviser
        if body is not None:
            return body
    bare_noun = all(t.i == head.i or t.pos in {"DET", "ADP", "PUNCT"} for t in tokens)
    if not plural and bare_noun and (body := by_wider_noun(report, head)) is not None:
        return body
    single, short = not plural and (phrase.owner is None or alone(phrase)), len(tokens) <= SHORT
    person = by_epithet(report, registry, head, tokens) if short and single else None
    if phrase.anonymous:
        group = voice_again(report, registry, head, plural, tokens)
        if group is not None:
            return max((group, person or group), key=lambda k: last_met(report, registry, k, head))
    if phrase.role is not None and single:
        key = office_again(report, registry, head, tokens)
        if key is not None and (phrase.owner is None or registry.entries[key].institution in {None, phrase.owner}):
            return key
    if phrase.role is not None and short and single:
        before = {k for i, k in report.by_token.items() if i < head.i} - report.authors
        known = {k for k in before if head.lemma in registry.offices.get(k, ())}
        if len(known) == 1 and may_be(report, registry, next(iter(known)), head, tokens):
            return known.pop()
    if phrase.role is not None and not plural and phrase.owner is not None and not other_office(report, head):
        chief = head_of_body(registry, phrase)
        if chief is not None:
            return chief
    if person is None and phrase.anonymous and short and not called_before(report, head):
        person = any_voice_again(report, registry, head, tokens)
    if person is not None:
        entry = registry.entries[person]
        entry.gender = entry.gender or ("" if plural else gender_told(report, head))
        return person
    if head.lemma in pack.reporting_nouns.documents and not plural:
        told = [t for t in tokens if t.i in report.by_token and not behind_verb(report, head, t)]
        return document_again(report, head) if not told else None
    return None


def called_before(report: ReportActors, head: Token) -> bool:
    """Whether a subject before a noun is called by the same noun and is nobody known: it takes that up, and no voice."""
    before = report.annotation.tokens[: head.i]
    return any(t.lemma == head.lemma and is_subject(t) and t.i not in report.by_token for t in before)


def capital(report: ReportActors, head: Token) -> bool:
    """Whether a noun of bodies is written with a capital that does not open its sentence (`le Conseil`, `the Board`)."""
    opening = report.annotation.sentences[head.sentence][0] == head.i
    return head.text[:1].isupper() and not opening and body_noun(report.pack, head) is not None


def alone(phrase: Phrase) -> bool:
    """Whether an office stands without any word that tells whose it is: its body is only taken up."""
    return all(t.i == phrase.head.i or t.pos in {"DET", "ADP", "PUNCT"} for t in phrase.tokens)


def head_of_body(registry: Registry, phrase: Phrase) -> str | None:
    """The one person of the pile who is named as the head of a body that only one heads (`le préfet`, `the mayor`)."""
    kind = kind_of_role(phrase.role) if phrase.role is not None else ""
    if not kind or kind in LOOSE:
        return None
    lemma = phrase.head.lemma
    heads = [k for k, offices in sorted(registry.offices.items()) if lemma in offices]
    known = [k for k in heads if registry.entries[k].institution == phrase.owner]
    return known[0] if len(known) == 1 else None


def office_again(report: ReportActors, registry: Registry, head: Token, tokens: list[Token]) -> str | None:
    """Who was last called by an office: a person who holds it, or a voice that was introduced by it (`un porte-parole`)."""
    named = report.roles.get(head.lemma)
    holders = [] if other_office(report, head) else sorted(report.holders.get(head.lemma, set()))
    found = (named, voice_again(report, registry, head, False, tokens), *holders)
    met = [key for key in found if key is not None and (key == named or last_met(report, registry, key, head) >= 0)]
    known = [key for key in met if may_be(report, registry, key, head, tokens)]
    return max(known, key=lambda k: last_met(report, registry, k, head), default=None)


def last_met(report: ReportActors, registry: Registry, key: str, word: Token) -> int:
    """Where an actor is last met in a report before a word, -1 where it is not."""
    here = report.annotation.document.id
    spans = (span for span in registry.entries[key].mentions if span.document == here and span.end <= word.start)
    return max((span.start for span in spans), default=-1)


def owned_by(
    report: ReportActors, registry: Registry, tokens: list[Token], head: Token, possessive: Token, span: Span
) -> str | None:
    """The key of what somebody named before has (`son entourage`, `her lawyer`), called by its owner's name.

    Where the report has named who holds an office so, or names him right behind it, that is he. `None` where it is open
    whose it is, or where the noun is none of people or bodies.
    """
    pack = report.pack
    role, body = role_at(report, head.i), body_noun(pack, head)
    mention = owner_of(report, registry, possessive, head)
    owner = named_at(report, registry, mention)
    person = beside_source(report, tokens, head) or (report.held.get((head.lemma, owner)) if owner else None)
    if person is not None:
        return person
    if owner is None or mention is None:
        return report.roles.get(head.lemma) if role is not None else None
    called = called_in(report, registry, Mention(mention.token, owner, mention.subject))
    name = owned_name(report, span, possessive, head, called)
    words = " ".join(t.lemma for t in tokens if t.i > possessive.i and t.pos not in {"DET", "PUNCT"})
    plural = "Number=Plur" in head.morph
    if role is not None and not plural and not role.anonymous_alone:
        return owned_office(report, registry, head, owner, span, name)
    if body is not None and body.type not in {"media", "agency", "body"} and head.lemma not in pack.anonymity.heads:
        key = part_of(registry, owner, words, name, span)
        if not plural:
            report.note_body(head.i, kind_of(head.lemma, body, head.language), key)
        return key
    if head.lemma in pack.reporting_nouns.documents:
        return None
    entry = registry.add(f"voice:{report.annotation.document.id}:{words}:{owner}", name, "unknown", span)
    entry.anonymity = anonymity(report, registry, tokens, head, owner, span)
    report.groups.append(entry.key)
    return entry.key


def owned_office(report: ReportActors, registry: Registry, head: Token, owner: str, span: Span, name: str) -> str:
    """The key of who holds an office of an owner (`son avocate`): the one whom the report names so, where no other is."""
    named = report.roles.get(head.lemma)
    if named is not None and not any(noun == head.lemma for noun, _ in report.held):
        return named
    key = holder(registry, report, owner, head.lemma, span, name)
    report.held.setdefault((head.lemma, owner), key)
    return key


def part_of(registry: Registry, owner: str, words: str, name: str, span: Span) -> str:
    """The key of a body of an owner's (`ses services`): of the one that he speaks for, where that is a person."""
    entry = registry.add(f"{owner}:{words}", name, "organisation", span)
    above = registry.entries[owner]
    whose = owner if above.type not in {"person", "role"} else above.institution  # `le ministre ... ses services`
    if whose is not None:
        entry.institution, entry.root = whose, registry.entries[whose].root or whose
    return entry.key


def beside_source(report: ReportActors, tokens: list[Token], head: Token) -> str | None:
    """The person named in apposition right behind a source's words (`sa directrice, | la chimiste Ana Dorval`)."""
    words = report.annotation.tokens[tokens[-1].i + 1 :][:APPOSED]
    if not words or words[0].text != ",":
        return None
    for word in words[1:]:
        key = report.by_token.get(word.i)
        if key is not None and key.startswith("person:"):
            return key
        if word.pos not in {"DET", "NOUN", "ADJ", "ADP", "X"} or word.sentence != head.sentence:
            return None
    return None


def issuer_of(report: ReportActors, registry: Registry, channel: Token) -> str | None:
    """Who issues a statement (`un communiqué de la mission iranienne`): its words are that body's own."""
    annotation = report.annotation
    for child in annotation.dependents(channel.i, "nmod", "nmod:poss"):
        case = [annotation.tokens[c].lemma for c in annotation.dependents(child, "case")]
        if not case or case[0] not in report.pack.function_words.issuing:
            continue
        if annotation.dependents(child, "nummod"):
            continue  # `a document of four pages`
        inside = annotation.subtree(child)
        words = [
            i for i in inside if i not in annotation.dependents(child, "case") and annotation.tokens[i].text != ","
        ]
        return actor_of_span(report, registry, annotation.span(words[0], words[-1]))
    return None


def giver_of(report: ReportActors, registry: Registry, document: Token) -> str | None:
    """The body that gave out a document, as a participle behind it tells (`un bilan communiqué jeudi par l'hôpital`)."""
    annotation, pack = report.annotation, report.pack
    for child in annotation.dependents(document.i, "acl"):
        verb = annotation.tokens[child]
        if verb.lemma not in pack.reporting_nouns.support_verbs or not verb.has("Tense=Past"):
            continue
        for agent in annotation.dependents(child, "obl:agent", "obl"):
            cases = annotation.dependents(agent, "case")
            if not any(annotation.tokens[c].lemma in pack.attribution_phrases.agents for c in cases):
                continue
            told = {i for c in annotation.dependents(agent, "acl") for i in annotation.subtree(c)}
            inside = [i for i in annotation.subtree(agent) if i not in {*cases, *told} and i >= cases[0]]
            while annotation.tokens[inside[-1]].pos == "PUNCT":
                inside.pop()
            return actor_of_span(report, registry, annotation.span(inside[0], inside[-1]))
    return None
