"""Whom a pronoun takes up."""

from itertools import takewhile

from recoupe.actors.registry import Registry
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

LEAST = -5.0  # how foremost somebody must be to be taken up
LOOSE = -1.0  # where a plural takes up one voice of which no gender is known
KNOWN = 0.1  # where the gender is told on both sides
THING = -0.5  # where a pronoun that can stand for persons takes up a body
SEVERAL = -1.5  # where one for several does: a state with a plural name, a company of which a report says `they`


def antecedent(report: ReportActors, registry: Registry, pronoun: Token, own: range = range(0)) -> Mention | None:
    """The mention that a pronoun takes up: the foremost one before it that agrees in gender, number and kind.

    own: the tokens of what is ascribed to the pronoun, whose names it takes up less readily.
    """
    if pronoun.has("Person=1") or pronoun.has("Person=2") or pronoun.norm in report.pack.function_words.lifeless:
        return None
    read_pronouns(report, registry, pronoun.i)
    return chosen(report, registry, pronoun, own)


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
    for mention in mentions_before(report, pronoun.i):
        fit = agreement(report, registry, mention, pronoun)
        if fit is None:
            continue
        score = foremost(report, mention, pronoun, own) + fit
        if score > LEAST and (best is None or score > best[0]):
            best = score, mention
    return best[1] if best is not None else None


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
    if entry is not None and not person and lifeless(report, entry, mention):
        return None
    told = "" if neuter else pronoun_gender(report, pronoun)
    known = gender_at(report, registry, mention)
    if told and known and told != known:
        return None
    fit = KNOWN * bool(told and known)
    if not person and not neuter:
        fit += SEVERAL if is_plural(pronoun) else THING
    if plural_at(report, registry, mention) == is_plural(pronoun):
        return fit
    loose = is_plural(pronoun) and not report.pack.settings.things_have_gender and not known
    if not loose or entry is None or entry.type == "person":
        return None
    return fit + LOOSE * person


def is_plural(pronoun: Token) -> bool:
    """Whether a pronoun stands for several."""
    return "Number=Plur" in pronoun.morph
