"""Names that the shared tables know: countries, capitals, executives, bodies, outlets, agencies."""

import functools
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from recoupe.actors.grammar import articles, owning
from recoupe.ingest.names import press_words
from recoupe.languages import language_pack, shared_pack
from recoupe.languages.loader import LANGUAGES
from recoupe.linguistics import Annotation, Token
from recoupe.model import ActorType, Document

LONGEST = 8  # words of a name
ARTICLED = 2  # words of a name with its article
GRAMMAR = {"DET", "PRON", "ADP", "CCONJ", "SCONJ"}


@dataclass(frozen=True)
class Known:
    """An entry of the tables: its key, usual name, type, and the country whose executive it is part of."""

    key: str
    name: str
    type: ActorType
    country: str | None = None
    adjective: bool = False


@functools.lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """A name as the words it is looked up by."""
    return tuple(name.lower().replace("’", "'").replace("'", "' ").replace("-", " ").split())


@functools.cache
def known_names() -> dict[str, dict[tuple[str, ...], Known]]:
    """For each language, entries by their words."""
    shared = shared_pack()
    found: dict[str, dict[tuple[str, ...], Known]] = {code: {} for code in LANGUAGES}
    for code, country in shared.countries.countries.items():
        usual = usual_name(code)
        state = Known(f"country:{code}", usual, "country", code)
        for language, table in found.items():
            for name in (*country.names.get(language, ()), *country.capital.get(language, ())):
                table.setdefault(words(name), state)
            for adjective in country.adjectives.get(language, ()):
                table.setdefault(words(adjective), Known(state.key, usual, "country", code, adjective=True))
            for group in (country.executive, country.agencies):
                for name in group.get(language, ()):
                    key = f"body:{code}:{' '.join(words(name))}"
                    table.setdefault(words(name), Known(key, name, "organisation", code))
            for name in country.bodies.get(language, ()):
                table.setdefault(words(name), Known(f"body:{code}:{' '.join(words(name))}", name, "organisation"))
    for key, body in shared.international.bodies.items():
        usual = next(iter(body.names.values()))[0]
        for language, table in found.items():
            for name in body.names.get(language, ()):
                table.setdefault(words(name), Known(f"international:{key}", usual, "organisation"))
    for name, outlet in (*shared.agencies.agencies.items(), *shared.outlets.outlets.items()):
        if outlet.ambiguous:
            continue
        for table in found.values():
            for alias in (name, *(a for a in outlet.aliases if not is_anybodys(a))):
                table.setdefault(words(alias), Known(f"outlet:{name.lower()}", name, "outlet"))
    return found


def is_anybodys(alias: str) -> bool:
    """Whether a short name of an outlet is one that many bear: its article and a word such as `Dépêche`, `Herald`.

    In a report it means the outlet that the reader of that report knows, which need not be the one in the tables.
    """
    form = words(alias)
    return len(form) <= ARTICLED and form[-1] in press_words() and (len(form) == 1 or form[0] in articles())


def usual_name(code: str) -> str:
    """What a country is called: its first name in the first language that has one."""
    names = shared_pack().countries.countries[code].names
    return next((names[language][0] for language in LANGUAGES if names.get(language)), code)


@dataclass(frozen=True)
class KnownMention:
    """An entry met in a text, tokens [first, last)."""

    first: int
    last: int
    known: Known


def outlets_of(documents: Iterable[Document]) -> dict[tuple[str, ...], Known]:
    """The outlets and agencies that reports bear, with and without their article: other reports may cite them."""
    found: dict[tuple[str, ...], Known] = {}
    for document in documents:
        for credit in (document.outlet, *document.agencies):
            if credit is None:
                continue
            known = Known(f"outlet:{credit.actor.lower()}", credit.actor, "outlet")
            form = words(credit.actor)
            found.setdefault(form, known)
            if len(form) > 2 and form[0] in articles():
                found.setdefault(form[1:], known)
    return found


def known_mentions(annotation: Annotation, outlets: Mapping[tuple[str, ...], Known]) -> list[KnownMention]:
    """Entries of the tables, and outlets that the pile's reports bear, in a report: the longest first, in order."""
    tokens, found, i = annotation.tokens, [], 0
    borne = {form[0] for form in outlets if form} | {
        form[1] for form in outlets if len(form) > 1 and form[0] in articles()
    }
    own = short_forms(annotation) - own_names(annotation)  # (a dispatch that tells what its agency's letters stand for)
    while i < len(tokens):
        mention = longest_at(annotation, i, outlets, borne) if tokens[i].text not in own else None
        if mention is None or of_another(annotation, mention):
            i += 1
        else:
            found.append(mention)
            i = mention.last
    return found


def own_names(annotation: Annotation) -> frozenset[str]:
    """The names of the outlet and agencies that a report itself bears."""
    document = annotation.document
    return frozenset(c.actor for c in (document.outlet, *document.agencies) if c is not None)


def short_forms(annotation: Annotation) -> frozenset[str]:
    """Abbreviations that a report makes itself: in brackets, right behind words with their letters (`l'Agence des eaux (AE)`).

    Whoever else is known by the same letters, there they stand for those words.
    """
    tokens = annotation.tokens
    found = set()
    for i in range(2, len(tokens) - 1):
        letters = tokens[i].text
        if tokens[i - 1].text != "(" or tokens[i + 1].text != ")" or not (letters.isupper() and len(letters) > 1):
            continue
        before = [t for t in tokens[max(0, i - 2 * len(letters) - 3) : i - 1] if t.sentence == tokens[i].sentence]
        initials = [t.text[0].upper() for t in before if t.pos in {"NOUN", "PROPN", "ADJ"}]
        if initials[-len(letters) :] == list(letters):
            found.add(letters)
    return frozenset(found)


@functools.cache
def opening_words(language: str) -> frozenset[str]:
    """The words that open an entry of the tables."""
    return frozenset(entry[0] for entry in known_names().get(language, {}) if entry)


def longest_at(
    annotation: Annotation, i: int, outlets: Mapping[tuple[str, ...], Known], borne: Set[str]
) -> KnownMention | None:
    """The longest entry that begins at a token; a name needs a capital, an adjective does not.

    borne: the words that open the names of the outlets.
    """
    tokens = annotation.tokens
    opening = words(tokens[i].text)[:1] if tokens[i].text != "-" else ()
    if opening and opening[0] not in opening_words(tokens[i].language) and opening[0] not in borne:
        return None
    table = known_names().get(tokens[i].language, {})
    read: list[str] = []
    swallowed = [(article,) for article in sorted(articles())] if behind_contraction(tokens, i) else []
    best = None
    for j in range(i, min(len(tokens), i + LONGEST)):
        if tokens[j].sentence != tokens[i].sentence:
            break
        if tokens[j].text != "-":
            read.extend(words(tokens[j].text))
        whole = next((form for a in swallowed if (form := (*a, *read)) in outlets), tuple(read))
        known = outlets.get(whole) or table.get(whole)
        if (
            known is not None
            and tokens[j].text != "-"
            and (known.adjective or begins_name(annotation, i))
            and not (j == i and (grammatical(tokens[i]) or first_name(tokens, i)))
        ):
            best = KnownMention(i, j + 1, known)
    return best


def behind_contraction(tokens: Sequence[Token], i: int) -> bool:
    """Whether the article of a name at a token is part of the preposition before it (`au Phare`, for `Le Phare`).

    Not where that preposition goes on with a longer name (`Coupe du Monde`).
    """
    if not i or tokens[i - 1].sentence != tokens[i].sentence:
        return False
    within = i > 1 and tokens[i - 2].text[:1].isupper() and tokens[i - 2].sentence == tokens[i].sentence
    return not within and tokens[i - 1].norm in language_pack(tokens[i].language).settings.contractions


def grammatical(token: Token) -> bool:
    """Whether a word that spells a short name is a word of grammar with the capital of its sentence (`Ces`, not `CES`)."""
    return token.pos in GRAMMAR and not token.text.isupper()


def first_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that spells the letters of a body or agency is a first name, with a surname behind it (`Ana Dorval`)."""
    token = tokens[i]
    known = language_pack(token.language).titles.first_names
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    return token.text in known and behind is not None and behind.text[:1].isupper()


def begins_name(annotation: Annotation, i: int) -> bool:
    """Whether a name can begin at a token: with a capital, or with an article before one (`the Sunday Herald`)."""
    tokens = annotation.tokens
    behind = tokens[i + 1].text[:1] if i + 1 < len(tokens) else ""
    return tokens[i].text[:1].isupper() or (tokens[i].norm in articles() and behind.isupper())


def of_another(annotation: Annotation, mention: KnownMention) -> bool:
    """Whether the words around an entry tell that another body of a longer name is meant."""
    if mention.known.type == "organisation":
        return inside_name(annotation, mention.first) or field_follows(annotation, mention)
    return mention.known.type == "outlet" and body_behind(annotation, mention.last)


def field_follows(annotation: Annotation, mention: KnownMention) -> bool:
    """Whether a body of several words is followed by what another one is for (`Conseil national | des ports`)."""
    tokens = annotation.tokens
    nouns = language_pack(tokens[mention.first].language).institutions.nouns
    named = any(tokens[i].lemma in nouns for i in range(mention.first, mention.last))
    if not named or mention.last - mention.first < 2 or mention.known.adjective:
        return False
    behind = [t for t in tokens[mention.last : mention.last + 3] if t.sentence == tokens[mention.first].sentence]
    if len(behind) < 2 or behind[0].norm not in owning():
        return False
    field = behind[2] if behind[1].norm in articles() and len(behind) > 2 else behind[1]
    return field.pos == "NOUN" and field.text.islower() and field.dep.startswith("nmod")


def inside_name(annotation: Annotation, i: int) -> bool:
    """Whether the words before a body of the tables tell that another one is meant (`the Sérac Metropolitan Police`)."""
    before, token = annotation.tokens[i - 1 if i else 0], annotation.tokens[i]
    named = before.pos == "PROPN" and before.text[:1].isupper() and before.sentence == token.sentence
    known = known_names().get(before.language, {}).get((before.norm,))
    return bool(i) and named and known is None and not begins_with_article(before)


def body_behind(annotation: Annotation, i: int) -> bool:
    """Whether the words behind an outlet's name tell that a body of a longer name is meant (`The National | Grain Council`)."""
    tokens, last = annotation.tokens, i
    while last < len(tokens) and tokens[last].pos == "PROPN" and tokens[last].text[:1].isupper():
        last += 1
    if last - i < 1 or not language_pack(tokens[i].language).settings.right_headed:
        return False
    noun = language_pack(tokens[i].language).institutions.nouns.get(tokens[last - 1].norm)
    return noun is not None and noun.type != "media"


def begins_with_article(token: Token) -> bool:
    """Whether a capital word is an article."""
    return token.norm in articles()
