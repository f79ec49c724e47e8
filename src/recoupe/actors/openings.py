"""Words at the head of a sentence or quotation: whose capital tells nothing, and whose tells a name."""

import functools

from recoupe.actors.grammar import articles
from recoupe.languages import LANGUAGES, language_pack, shared_pack
from recoupe.languages.inflection import infinitives
from recoupe.linguistics import Annotation, Token


@functools.cache
def first_names(language: str) -> frozenset[str]:
    """The first names of a language's packs in lower case."""
    return frozenset(n.lower() for n in language_pack(language).titles.first_names)


def everyday(token: Token) -> bool:
    """Whether a word is one of those that a language's texts use every day."""
    words = language_pack(token.language).function_words
    return token.norm in words.frequencies or token.lemma in words.frequencies or token.norm in words.words


def opens(annotation: Annotation, i: int) -> bool:
    """Whether a word opens its sentence and no name goes on behind it: its capital tells nothing (`Pilot says`)."""
    tokens = annotation.tokens
    goes_on = i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN" and tokens[i + 1].sentence == tokens[i].sentence
    return annotation.sentences[tokens[i].sentence][0] == i and not goes_on


def only_opens(annotation: Annotation, i: int) -> bool:
    """Whether a word of grammar has a capital for standing at the beginning of its sentence (`Per Le Courrier ...`)."""
    token = annotation.tokens[i]
    words = language_pack(token.language).function_words.words
    return annotation.sentences[token.sentence][0] == i and token.norm in words and token.norm not in articles()


def begins_words(annotation: Annotation, i: int) -> bool:
    """Whether a word stands first in its sentence, or behind a mark that opens what is said."""
    return annotation.sentences[annotation.tokens[i].sentence][0] == i or annotation.tokens[i - 1].pos == "PUNCT"


def counts(annotation: Annotation, i: int) -> bool:
    """Whether a word with the capital of its sentence or quotation is a number (`Twenty drones`)."""
    token = annotation.tokens[i]
    return begins_words(annotation, i) and not token.text.isupper() and token.norm in cardinals()


@functools.cache
def cardinals() -> frozenset[str]:
    """The number words of all languages, above one."""
    return frozenset(w for code in LANGUAGES for w, n in language_pack(code).numbers.cardinals.items() if n > 1)


def ordinary(annotation: Annotation, i: int) -> bool:
    """Whether a known word has a capital for opening its sentence alone: the report has it with one nowhere else."""
    tokens = annotation.tokens
    token = tokens[i]
    if not opens(annotation, i) or token.text.isupper() or token.norm in first_names(token.language):
        return False
    if annotation.document.text[token.end : token.end + 1] == "-":
        return False  # `Garde-Sarn` is a name
    if not (everyday(token) or in_lexicon(token.norm, token.language)):
        return False
    return not any(t.text == token.text and annotation.sentences[t.sentence][0] != t.i for t in tokens)


@functools.cache
def in_lexicon(word: str, language: str) -> bool:
    """Whether a word, its singular or the verb that it is a form of is one of the shared lexicon's."""
    entries = shared_pack().lexicon.entries
    known = vocabulary(language) if language_pack(language).settings.right_headed else entries.keys()
    return any(form in known for form in (word, word.removesuffix("s"), *infinitives(word, language)))


def only_describes(annotation: Annotation, i: int) -> bool:
    """Whether a known word opens a sentence and a common noun stands right behind it: it describes that, and is no name."""
    tokens = annotation.tokens
    if not opens(annotation, i) or i + 1 >= len(tokens) or tokens[i].text.isupper():
        return False
    behind = tokens[i + 1]
    noun = behind.pos == "NOUN" and behind.text.islower() and behind.sentence == tokens[i].sentence
    return (
        noun
        and tokens[i].norm in vocabulary(tokens[i].language)
        and tokens[i].norm not in first_names(tokens[i].language)
    )


@functools.cache
def vocabulary(language: str) -> frozenset[str]:
    """The words of the shared lexicon in a language that has its nouns' adjectives before them, with its participles."""
    pack = language_pack(language)
    if not pack.settings.right_headed:
        return frozenset()
    words = {w.lower() for listed in shared_pack().lexicon.entries.values() for w in listed}
    ends = pack.events.participles.items()
    return frozenset({*words, *(v.removesuffix(i) + e for v in words for e, i in ends if v.endswith(i))})


def participle(annotation: Annotation, i: int) -> bool:
    """Whether a word with the capital of its sentence is a participle that a comma sets off, however it is tagged."""
    tokens = annotation.tokens
    token = tokens[i]
    alone = annotation.sentences[token.sentence][0] == i and i + 1 < len(tokens) and tokens[i + 1].text == ","
    if not alone or token.norm in first_names(token.language):
        return False
    pack = language_pack(token.language)
    tables = (pack.settings.remarks, pack.events.verbs, pack.reporting_verbs.verbs, shared_pack().lexicon.entries)
    return any(verb in table for verb in infinitives(token.norm, token.language) for table in tables)
