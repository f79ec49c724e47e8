"""Whose something is that a possessive brings (`son entourage`, `sa directrice`, `her lawyer`, `their spokesman`)."""

from recoupe.actors.grammar import opening_articles
from recoupe.actors.phrases import names_people, tokens_in
from recoupe.actors.pronouns import read_pronouns
from recoupe.actors.registry import Registry
from recoupe.actors.salience import (
    Mention,
    animate,
    foremost,
    gender_at,
    is_subject,
    is_text,
    mentions_before,
    of_persons,
    plural_at,
)
from recoupe.actors.told import ReportActors
from recoupe.languages import LanguagePack
from recoupe.languages.schema import Possessive
from recoupe.linguistics import Token
from recoupe.model import Span

LEAST = -4.0  # how foremost somebody must be to own something
OTHER = -0.75  # where a body owns what is rather a person's, or a group has one owner's possessive
OUTLET = -1.0  # where an outlet owns something
ANSWERED = -3.0  # where what is owned answers somebody
BODIES = {"organisation", "country"}


def possessive_of(report: ReportActors, noun: Token) -> Token | None:
    """The possessive of the third person before a noun."""
    annotation = report.annotation
    own = [annotation.tokens[c] for c in annotation.dependents(noun.i, "det", "nmod:poss")]
    return next((t for t in own if t.norm in report.pack.function_words.possessives and t.i < noun.i), None)


def is_personal(report: ReportActors, noun: Token) -> bool:
    """Whether what is owned is rather a person's than a body's: people, a circle, whoever speaks for somebody."""
    pack = report.pack
    words = {noun.lemma, noun.norm}
    if names_people(pack, noun) or any(w in pack.institutions.groups for w in words):
        return True
    return all(pack.institutions.nouns[w].type == "body" for w in words if w in pack.institutions.nouns)


def owner_of(report: ReportActors, registry: Registry, possessive: Token, noun: Token) -> Mention | None:
    """The mention that a possessive before a noun takes up: the foremost one before it that can own such a thing.

    Where it stands before the verb of its sentence (`according to her lawyer, X ...`), that verb's subject comes into
    question too. A body's parts (`son ministère`) belong to bodies and states rather than to persons.
    """
    kind = report.pack.function_words.possessives[possessive.norm]
    inside = set(report.annotation.subtree(noun.i))
    read_pronouns(report, registry, possessive.i)
    if kind.number == "pl" and of_some(report, possessive):
        return None
    best: tuple[float, Mention] | None = None
    answered = answered_by(report, noun)
    for mention in (*ahead(report, possessive), *mentions_before(report, possessive.i)):
        if mention.token in inside:
            continue
        fit = fitting(report, registry, mention, kind, noun)
        if fit is None:
            continue
        score = foremost(report, mention, possessive) + fit + ANSWERED * (mention.key in answered)
        if score > LEAST and (best is None or score > best[0]):
            best = score, mention
    return best[1] if best is not None else None


def of_some(report: ReportActors, possessive: Token) -> bool:
    """Whether a word for several is a subject before a possessive in its sentence, and whom it stands for is not known."""
    annotation, tokens = report.annotation, report.annotation.tokens
    before = tokens[annotation.sentences[possessive.sentence][0] : possessive.i]
    return any(
        is_subject(t)
        and t.pos in {"PRON", "NUM", "DET"}
        and not any(t.has(f) for f in ("Number=Sing", "PronType=Rel", "PronType=Int", "Person=1", "Person=2"))
        and t.i not in report.by_token
        and t.i not in report.taken
        for t in before
    )


def answered_by(report: ReportActors, noun: Token) -> frozenset[str]:
    """Whom the subject of a verb of answering answers: who has spoken last, whose own people do not answer him."""
    verb = report.annotation.tokens[noun.head]
    if not is_subject(noun) or verb.lemma not in report.pack.denials.replying:
        return frozenset()
    last = max((i for i in report.sources if i < noun.i), default=None)
    key = report.by_token.get(last) if last is not None else None
    return frozenset() if key is None else frozenset((key,))


def ahead(report: ReportActors, possessive: Token) -> list[Mention]:
    """The subject of the sentence whose opening words a possessive stands in, where a name or noun of persons is it."""
    annotation, tokens = report.annotation, report.annotation.tokens
    first, last = annotation.sentences[possessive.sentence]
    if any(tokens[i].pos in {"VERB", "AUX"} for i in range(first, possessive.i)):
        return []
    subject = next((i for i in range(possessive.i + 1, last) if is_subject(tokens[i])), None)
    root = next((i for i in range(first, last) if tokens[i].head == i), None)
    if (
        subject is None
        or root is None
        or tokens[subject].head != root
        or subject in annotation.subtree(possessive.head)
    ):
        return []
    key = report.by_token.get(subject)
    return [Mention(subject, key, True)] if key is not None else []


def fitting(report: ReportActors, registry: Registry, mention: Mention, kind: Possessive, noun: Token) -> float | None:
    """How well a mention fits as the owner that a possessive tells of, `None` where it cannot be."""
    entry = registry.entries[mention.key] if mention.key is not None else None
    noun_there = report.annotation.tokens[mention.token]
    person = animate(entry) if entry is not None else of_persons(report, noun_there)
    if entry is None and not person and is_text(report, noun_there) and kind.gender != "thing":
        return None
    if entry is not None and entry.type in {"document", "outlet"} and kind.gender != "thing":
        return None
    if (kind.gender == "thing" and person) or (kind.gender in {"m", "f"} and not person):
        return None
    if kind.gender in {"m", "f"} and gender_at(report, registry, mention) not in {"", kind.gender}:
        return None
    personal = is_personal(report, noun)
    plural = plural_at(report, registry, mention)
    shown = mention.subject or mention.token in report.sources
    one = person or not shown or report.pack.settings.things_have_gender  # `the firm and their lawyers`
    if kind.number == "pl" and not plural and one:
        return None  # `des États-Unis et de leurs alliés`: no one person's, and no place's that is only named
    if kind.number == "sg" and plural and (entry is None or entry.type != "country"):
        return None
    if not person and not shown and (located(report, mention) or (personal and names_craft(report, mention))):
        return None
    outlet = entry is not None and entry.type == "outlet"
    return OUTLET * outlet + OTHER * (personal != person) + OTHER * (kind.number == "pl" and not plural)


def names_craft(report: ReportActors, mention: Mention) -> bool:
    """Whether a name stands with the noun of a craft (`the cargo ship X`), which has nobody who speaks for it."""
    token = report.annotation.tokens[mention.token]
    events = report.pack.events
    nouns = {noun for kind in events.crafts for noun in events.objects.get(kind, ())}
    beside = [report.annotation.tokens[c] for c in report.annotation.dependents(token.i, "compound", "appos", "flat")]
    return any(t.lemma in nouns for t in (report.annotation.tokens[token.head], *beside))


def located(report: ReportActors, mention: Mention) -> bool:
    """Whether a name only tells where something is or happens (`à Sarn`, `near Sarn`)."""
    annotation = report.annotation
    case = [annotation.tokens[c] for c in annotation.dependents(mention.token, "case")]
    return annotation.tokens[mention.token].dep.startswith("obl") and bool(case)


def owned_name(report: ReportActors, span: Span, possessive: Token, noun: Token, owner: str) -> str:
    """The words for what is owned with its owner's name in the possessive's place (`l'entourage d'Ana Dorval`)."""
    settings = report.pack.settings
    kind = report.pack.function_words.possessives[possessive.norm]
    own = [t for t in tokens_in(report, span) if t.i > possessive.i]
    words = report.annotation.document.text[own[0].start : own[-1].end] if own else noun.text
    first = words.partition(" ")[0].lower()
    feminine = "Gender=Fem" in noun.morph
    article = (
        settings.elided.get(kind.article, kind.article)
        if elides(first, settings.elided_before)
        else (kind.feminine if feminine else kind.article)
    )
    return with_owner(report.pack, article, words, owner)


def called_in(report: ReportActors, registry: Registry, owner: Mention) -> str:
    """What an owner is called where its possessive is undone: its name, with the article that stands with it there.

    A state is called as the report's language does it.
    """
    annotation = report.annotation
    entry = registry.entries[owner.key or ""]
    if entry.type not in BODIES or annotation.tokens[owner.token].pos == "PRON":
        return entry.name
    name, first, last = entry.name, owner.token, owner.token
    if entry.type == "country":
        while first and report.by_token.get(first - 1) == owner.key:
            first -= 1
        while report.by_token.get(last + 1) == owner.key:
            last += 1
        name = annotation.span(first, last).text
    article = next((a for c in annotation.dependents(owner.token, "det", "case") if (a := article_of(report, c))), "")
    if article and name.lower().startswith(article if article.endswith("'") else f"{article} "):
        return lowered(name)  # a description has its article already
    return f"{article} {name}".replace("' ", "'").strip()


def article_of(report: ReportActors, i: int) -> str:
    """The definite article that a word is, or that is merged with a preposition in it (`des États`); empty where none is."""
    word = report.annotation.tokens[i].norm
    if word in report.pack.function_words.articles:
        return word
    return next((pair.split()[-1] for pair, merged in report.pack.settings.merged.items() if merged == word), "")


def with_owner(pack: LanguagePack, article: str, words: str, owner: str) -> str:
    """What is owned, called by its owner's name, as the pack's language does it. article: before what is owned."""
    settings = pack.settings
    owner = lowered(owner)
    text = settings.possession.format(article=article, noun=words, owner=owner)
    for pair, word in settings.merged.items():
        preposition, _, of_owner = pair.partition(" ")
        if owner.startswith(f"{of_owner} "):
            text = text.replace(f" {preposition} {owner}", f" {word} {owner[len(of_owner) + 1 :]}")
    if elides(owner.lower(), settings.elided_before):
        for full, short in settings.elided.items():
            text = text.replace(f" {full} {owner}", f" {short}{owner}")
    return text.replace("' ", "'").strip()


def elides(word: str, letters: str) -> bool:
    """Whether a word begins with a letter before which others lose their vowel."""
    return bool(letters) and word[:1] in letters


def lowered(name: str) -> str:
    """A name without the capital that the article of a description has at the head of its sentence."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in opening_articles() and rest else name
