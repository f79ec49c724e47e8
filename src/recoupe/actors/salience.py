"""Who is spoken of before a word, and who of them is foremost: what pronouns and possessives are resolved by."""

from collections.abc import Iterator

from msgspec import Struct

from recoupe.actors.grammar import names_several
from recoupe.actors.phrases import is_definite, names_people
from recoupe.actors.registry import Entry, Registry
from recoupe.actors.told import ReportActors
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

WINDOW = 450  # tokens before a word among which whom it takes up stands
SUBJECT = 1.0  # what stands as a subject
SOURCE = 0.5  # what is a source there
SPOKEN = 0.5  # who has spoken before
COMPLEMENT = -0.5  # what only tells whose something is
WHOSE = -0.5  # further, where it tells whose people somebody is (`la famille de X`): these may speak, not X
BEFORE = -1.2  # what stands in a sentence before
SENTENCE = -0.5  # each further sentence between, those that only a quotation fills not counted
PARAGRAPH = -0.8  # each paragraph between
TITLE = -1.0  # what stands in the title
INSIDE = -1.5  # what is named in the words that the pronoun's own attribution ascribes to it
NAMED_WITHIN = 6  # words of an apposition among which a name stands
DIGITS = 6


class Mention(Struct, frozen=True):
    """Somebody or something named at a token. key: of its actor, `None` where a common noun of persons stands there."""

    token: int
    key: str | None
    subject: bool


def mentions_before(report: ReportActors, position: int) -> Iterator[Mention]:
    """The mentions before a token, the nearest first; of words inside a quotation only where the token is in it too."""
    annotation = report.annotation
    inside = position in report.quoted
    i = position - 1
    while i > max(-1, position - WINDOW):
        key = report.by_token.get(i) or report.taken.get(i)
        first = i
        while key is not None and first and report.by_token.get(first - 1) == key:
            first -= 1
        if (i in report.quoted) == inside or inside:
            mention = mention_at(annotation, report, first, i, key)
            if mention is not None and mention.key not in report.authors:
                yield mention
        i = first - 1


def mention_at(annotation: Annotation, report: ReportActors, first: int, last: int, key: str | None) -> Mention | None:
    """The mention that tokens [first, last] make: a name or resolved word, or a subject that is a noun of persons."""
    tokens = annotation.tokens
    own = range(first, last + 1)
    top = next((i for i in own if tokens[i].head not in own), first)
    subject = any(is_subject(tokens[i]) for i in own) or named_subject(annotation, top)
    key = key or (apposed(report, top) if subject else None)
    key = key or next(iter(report.bodies.get(top, {}).values()), None)
    if key is not None:
        return Mention(top, key, subject)
    if means_nobody(annotation, top):
        return None
    if not is_subject(tokens[top]):
        return Mention(top, None, is_predicate(annotation, tokens[top])) if is_text(report, tokens[top]) else None
    if is_text(report, tokens[top]):
        return Mention(top, None, True)
    return Mention(top, None, True) if of_persons(report, tokens[top]) or of_things(report, tokens[top]) else None


def means_nobody(annotation: Annotation, noun: int) -> bool:
    """Whether a word without an article is the pronoun of nobody (`personne n'a vu`, `nobody`), whom no pronoun takes up."""
    token = annotation.tokens[noun]
    nobody = language_pack(token.language).function_words.pronouns.get(token.norm) == "nobody"
    return nobody and not annotation.dependents(noun, "det", "nummod")


def apposed(report: ReportActors, noun: int) -> str | None:
    """The person named in apposition to a noun (`the director of rugby, Ana Dorval`)."""
    annotation = report.annotation
    for child in annotation.dependents(noun, "appos", "flat"):
        for i in annotation.subtree(child)[:NAMED_WITHIN]:
            key = report.by_token.get(i)
            if key is not None and key.startswith("person:"):
                return key
    return None


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of a clause."""
    return token.dep.startswith("nsubj")


def named_subject(annotation: Annotation, top: int) -> bool:
    """Whether a name stands in apposition to a subject (`la maire, Ana Dorval, ...`)."""
    token = annotation.tokens[top]
    beside = token.dep.startswith(("appos", "flat")) or (
        token.dep.startswith("nmod") and not annotation.dependents(top, "case")
    )
    return beside and is_subject(annotation.tokens[token.head])


def is_predicate(annotation: Annotation, token: Token) -> bool:
    """Whether a noun is what something is said to be (`c'est un dossier de 80 pages`)."""
    return bool(annotation.dependents(token.i, "cop"))


def is_text(report: ReportActors, token: Token) -> bool:
    """Whether a common noun is one of documents, with an article: what it shows can be told by a pronoun."""
    if token.pos != "NOUN" or token.lemma not in report.pack.reporting_nouns.documents:
        return False
    return bool(report.annotation.dependents(token.i, "det"))


def of_persons(report: ReportActors, token: Token) -> bool:
    """Whether a common noun is one of persons: an office, a voice, a group of people."""
    pack = report.pack
    if token.pos not in {"NOUN", "ADJ"} or one_body(report, token):
        return False
    if names_people(pack, token) or token.lemma in pack.titles.epithets or token.norm in pack.titles.epithets:
        return True
    return "Number=Plur" in token.morph and token.norm in pack.institutions.groups


def one_body(report: ReportActors, token: Token) -> bool:
    """Whether a noun that can be of people is the one of a body (`the group`; not `a group of officials`)."""
    return token.lemma in report.pack.institutions.nouns and token.has("Number=Sing") and is_definite(report, token)


def of_things(report: ReportActors, token: Token) -> bool:
    """Whether a common noun is one of bodies, or takes up a document that was a source before."""
    if token.pos != "NOUN" or (token.lemma in report.pack.anonymity.heads and not one_body(report, token)):
        return False
    documents = {noun for noun, _ in report.documents} | {*report.pack.reporting_nouns.documents_alone}
    if report.documents and token.lemma in documents and is_definite(report, token):
        return True
    bodies = report.pack.institutions.nouns
    body = bodies.get(token.lemma) or bodies.get(token.norm)
    return body is not None and body.type != "media" and (is_definite(report, token) or "Number=Plur" in token.morph)


def foremost(report: ReportActors, mention: Mention, token: Token, own: range = range(0)) -> float:
    """How foremost a mention is for a later word. own: the tokens of what the word's own attribution ascribes."""
    annotation = report.annotation
    there = annotation.tokens[mention.token]
    score = SUBJECT * mention.subject
    score += SOURCE * (mention.token in report.sources)
    score += SPOKEN * (mention.key is not None and report.spoken.get(mention.key, token.start) < token.start)
    if not mention.subject and there.dep.startswith("nmod") and annotation.dependents(mention.token, "case"):
        score += COMPLEMENT + WHOSE * people_of(report, annotation.tokens[there.head])
    if there.sentence != token.sentence:
        score += BEFORE + SENTENCE * (report.told_aloud[token.sentence] - report.told_aloud[there.sentence + 1])
    score += PARAGRAPH * (
        annotation.paragraph_of_sentence[token.sentence] - annotation.paragraph_of_sentence[there.sentence]
    )
    title = annotation.document.title
    score += TITLE * (title is not None and title.start <= there.start < title.end)
    return round(score + INSIDE * (mention.token in own), DIGITS)


def people_of(report: ReportActors, noun: Token) -> bool:
    """Whether a noun is one of people: an office, relatives, a group."""
    groups = report.pack.institutions.groups
    return names_people(report.pack, noun) or noun.norm in groups or noun.lemma in groups


def gender_at(report: ReportActors, registry: Registry, mention: Mention) -> str:
    """The gender, `m` or `f`, that a name, an office or the words beside a noun tell; empty where nothing does."""
    entry = registry.entries[mention.key] if mention.key is not None else None
    if entry is not None and entry.gender:
        return entry.gender
    token = report.annotation.tokens[mention.token]
    if token.pos == "PRON":
        return pronoun_gender(report, token)
    above = report.annotation.tokens[token.head]
    beside = token.dep.startswith(("flat", "appos", "nmod")) and not report.annotation.dependents(token.i, "case")
    if beside and above.pos == "NOUN" and entry is not None and entry.type == "organisation":
        return noun_gender(report, above)  # `l'usine Dorval ... elle`
    roles = report.pack.titles.roles
    if token.norm in roles and roles[token.norm].gender:
        return roles[token.norm].gender
    if entry is not None and entry.type == "person" and token.pos == "PROPN":
        return ""
    told = noun_gender(report, token)
    return told or (roles[token.lemma].gender if token.lemma in roles else "")


def noun_gender(report: ReportActors, noun: Token) -> str:
    """The grammatical gender of a noun, by its determiner or its own form; empty where it tells nothing of persons."""
    tokens = report.annotation.tokens
    if noun.lemma in report.pack.anonymity.any_gender:
        return ""
    around = [tokens[c] for c in report.annotation.dependents(noun.i, "det", "amod")]
    own = () if noun.pos == "PROPN" else (noun,)  # the tagger only guesses at a name's
    return next((told for t in (*around, *own) if (told := morph_gender(t))), "")


def gender_told(report: ReportActors, noun: Token) -> str:
    """The gender of the one person whom a noun names: the one that its word tells (`woman`), else its grammatical one."""
    return own_gender(report, noun.norm) or noun_gender(report, noun) or own_gender(report, noun.lemma)


def own_gender(report: ReportActors, word: str) -> str:
    """The gender of whoever is called by a word of persons (`woman`, `actrice`); empty where it can be either."""
    titles = report.pack.titles
    role = titles.roles.get(word)
    return (role.gender if role is not None else "") or titles.persons.get(word, "")


def morph_gender(token: Token) -> str:
    """The gender that a token's form tells."""
    return "m" if "Gender=Masc" in token.morph else "f" if "Gender=Fem" in token.morph else ""


def pronoun_gender(report: ReportActors, pronoun: Token) -> str:
    """The gender that a pronoun tells, by the pack or its form."""
    told = report.pack.function_words.pronouns.get(pronoun.norm, "").partition(".")
    return told[0] if told[1] else morph_gender(pronoun)


def plural_at(report: ReportActors, registry: Registry, mention: Mention) -> bool:
    """Whether a mention is of several."""
    token = report.annotation.tokens[mention.token]
    entry = registry.entries[mention.key] if mention.key is not None else None
    if entry is None:
        return "Number=Plur" in token.morph
    if entry.anonymity is not None:
        return entry.anonymity.count != 1
    return entry.type == "group" or names_several(entry.name)


def animate(entry: Entry) -> bool:
    """Whether an actor is a person, or a voice of persons."""
    return entry.type in {"person", "role", "group", "unknown"} or entry.anonymity is not None


def lifeless(report: ReportActors, entry: Entry, mention: Mention) -> bool:
    """Whether what a mention names cannot speak: a place that nothing is said of, a document that has said nothing."""
    if entry.type == "document":
        return entry.key not in report.spoken
    shown = mention.subject or mention.token in report.sources
    return entry.type in {"organisation", "country", "outlet"} and not shown
