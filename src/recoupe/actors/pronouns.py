"""Whom a pronoun takes up."""

from collections.abc import Sequence
from itertools import takewhile

from recoupe.actors.phrases import is_definite
from recoupe.actors.registry import Entry, Registry
from recoupe.actors.salience import (
    Mention,
    animate,
    foremost,
    gender_at,
    is_subject,
    lifeless,
    mentions_before,
    of_persons,
    plural_at,
    pronoun_gender,
)
from recoupe.actors.told import ReportActors
from recoupe.linguistics import Token

NOBODY = "nobody"  # what the packs call whom a pronoun stands for that takes up none (`on`, `one`)
LEAST = -5.0  # how foremost somebody must be to be taken up
TOLD_OF = -1.5  # who is told of by name in what is ascribed to the pronoun
OF_ONE = {"person", "role", "voice", "name", "body"}  # what keys of persons and bodies begin with
LOOSE = -1.0  # where a plural takes up one voice of which no gender is known
KNOWN = 0.1  # where the gender is told on both sides
SHOWS = 1.0  # where a document is taken up by what shows something
THING = -0.5  # where a pronoun that can stand for persons takes up a body
SEVERAL = -1.5  # where one for several does: a state with a plural name, a company of which a report says `they`


def antecedent(report: ReportActors, registry: Registry, pronoun: Token, own: range = range(0)) -> Mention | None:
    """The mention that a pronoun takes up: the foremost one before it that agrees in gender, number and kind.

    own: the tokens of what is ascribed to the pronoun, whose names it takes up less readily.
    """
    words = report.pack.function_words
    if pronoun.has("Person=1") or pronoun.has("Person=2") or pronoun.norm in words.lifeless:
        return None
    if words.pronouns.get(pronoun.norm) == NOBODY or (pronoun.norm in words.some and pronoun.pos == "PRON"):
        return None  # (`Certains disent que F` need not be any of those told before)
    read_pronouns(report, registry, pronoun.i)
    return telling_of_itself(report, registry, pronoun, own) or chosen(report, registry, pronoun, own)


def telling_of_itself(report: ReportActors, registry: Registry, pronoun: Token, own: range) -> Mention | None:
    """The body that opens a paragraph as the subject of what a pronoun behind it says: `Le port va fermer, a-t-il annoncé`.

    Nobody where the words are quoted, where the noun may be of the other gender, or where the pronoun stands elsewhere.
    """
    annotation, tokens = report.annotation, report.annotation.tokens
    first = annotation.sentences[pronoun.sentence][0]
    paragraphs = annotation.paragraph_of_sentence
    opens = pronoun.sentence == 0 or paragraphs[pronoun.sentence - 1] != paragraphs[pronoun.sentence]
    behind = bool(own) and own[0] == first and own[-1] < pronoun.i and pronoun.norm.startswith("-")
    if not (opens and behind) or first in report.quoted:
        return None
    for mention in reversed(list(takewhile(lambda m: m.token >= first, mentions_before(report, pronoun.i)))):
        entry = registry.entries[mention.key] if mention.key is not None else None
        if not mention.subject or tokens[tokens[mention.token].head].dep.startswith(("acl", "advcl")):
            continue
        body = entry is not None and entry.type == "organisation"
        known = gender_at(report, registry, mention) == pronoun_gender(report, pronoun)
        return mention if body and known and agreement(report, registry, mention, pronoun) is not None else None
    return None


def read_pronouns(report: ReportActors, registry: Registry, end: int) -> None:
    """Note whom each subject pronoun before a token takes up, in the order of the text."""
    tokens = report.annotation.tokens
    for i in range(report.read, end):
        if tokens[i].pos != "PRON" or not is_subject(tokens[i]) or i in report.by_token or i in report.quoted:
            continue
        if "PronType=Prs" in tokens[i].morph and "Person=3" in tokens[i].morph:
            found = chosen(report, registry, tokens[i], range(0))
            if found is not None and found.key is not None:
                report.taken[i] = found.key
    report.read = max(report.read, end)


def chosen(report: ReportActors, registry: Registry, pronoun: Token, own: range) -> Mention | None:
    """The foremost mention before a pronoun that it can take up; of equals the nearest."""
    best: tuple[float, Mention] | None = None
    told_of = named_in(report, [i for i in own if not says(report, report.annotation.tokens[i])])
    for mention in mentions_before(report, pronoun.i):
        fit = agreement(report, registry, mention, pronoun)
        if fit is None:
            continue
        inside = own if not says(report, report.annotation.tokens[mention.token]) else range(0)
        score = foremost(report, mention, pronoun, inside) + fit + TOLD_OF * (mention.key in told_of)
        if score > LEAST and (best is None or score > best[0]):
            best = score, mention
    return best[1] if best is not None else None


def named_in(report: ReportActors, own: Sequence[int]) -> frozenset[str]:
    """Whom words tell of by a name or an office: who is ascribed them would say `I`, and be told of by a pronoun."""
    tokens = report.annotation.tokens
    named = {report.by_token.get(i) for i in own if tokens[i].pos in {"PROPN", "NOUN"}}
    nouns = {tokens[i].lemma for i in own if is_subject(tokens[i]) and is_definite(report, tokens[i])}
    voices = {key for key in report.spoken if key.startswith("voice:") and nouns & {*key.split(":", 2)[-1].split()}}
    offices = {*voices, *(report.roles.get(noun) for noun in nouns)}
    return frozenset(key for key in named | offices if key is not None and key.partition(":")[0] in OF_ONE)


def says(report: ReportActors, token: Token) -> bool:
    """Whether a token stands in the subject of a sentence that says what somebody says (`X dément F. Il l'a fait savoir hier`).

    What is made known next is then rather their own saying than another's word of them.
    """
    tokens, annotation = report.annotation.tokens, report.annotation
    path = [token.i, *annotation.ancestors(token.i)]
    verb = tokens[path[-1]]
    told = verb.pos == "VERB" and verb.lemma in report.pack.reporting_verbs.verbs
    return told and len(path) > 1 and is_subject(tokens[path[-2]])


def agreeing(report: ReportActors, registry: Registry, pronoun: Token, sentence: int) -> list[Mention]:
    """All that a pronoun could take up by its form, from a sentence on."""
    tokens = report.annotation.tokens
    near = takewhile(lambda m: tokens[m.token].sentence >= sentence, mentions_before(report, pronoun.i))
    return [m for m in near if agreement(report, registry, m, pronoun) is not None]


def agreement(report: ReportActors, registry: Registry, mention: Mention, pronoun: Token) -> float | None:
    """How well a mention agrees with a pronoun, `None` where it cannot be what the pronoun takes up."""
    entry = registry.entries[mention.key] if mention.key is not None else None
    neuter = "Gender=Neut" in pronoun.morph
    noun = report.annotation.tokens[mention.token]
    person = animate(entry) if entry is not None else of_persons(report, noun)
    if neuter and person:
        return None
    if not neuter and not person and not report.pack.settings.things_have_gender and not is_plural(pronoun):
        return None
    shows = is_document(report, mention, entry) and shown_by(report, pronoun)
    if is_document(report, mention, entry) and not shows and (entry is None or entry.key not in report.spoken):
        return None
    if entry is not None and not person and not shows and lifeless(report, entry, mention):
        return None
    told = "" if neuter else pronoun_gender(report, pronoun)
    known = gender_at(report, registry, mention)
    if told and known and told != known:
        return None
    fit = KNOWN * bool(told and known) + SHOWS * shows
    if not person and not neuter:
        fit += SEVERAL if is_plural(pronoun) else THING
    if plural_at(report, registry, mention) == is_plural(pronoun):
        return fit
    loose = is_plural(pronoun) and not report.pack.settings.things_have_gender and not known
    if not loose or entry is None or entry.type == "person":
        return None
    return fit + LOOSE * person


def is_document(report: ReportActors, mention: Mention, entry: Entry | None) -> bool:
    """Whether a mention is of a document."""
    if entry is not None:
        return entry.type == "document"
    return report.annotation.tokens[mention.token].lemma in report.pack.reporting_nouns.documents


def shown_by(report: ReportActors, pronoun: Token) -> bool:
    """Whether a pronoun is the subject of what documents do rather than people: `il montre que`, `it lists`."""
    above = report.annotation.tokens[pronoun.head]
    return is_subject(pronoun) and above.lemma in report.pack.reporting_nouns.showing


def is_plural(pronoun: Token) -> bool:
    """Whether a pronoun stands for several."""
    return "Number=Plur" in pronoun.morph
