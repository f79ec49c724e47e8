"""Reports that are a body's own (a ministry's or prefecture's press release): the body bears them as an outlet does, and what
they say without a source is its word."""

from collections.abc import Iterable, Mapping

from recoupe.actors.firms import spelling
from recoupe.actors.grammar import articles, owning
from recoupe.actors.kinds import kind_of
from recoupe.actors.registry import Registry
from recoupe.ingest.names import known_agency, known_outlet, tells_agency, tells_outlet, tells_release
from recoupe.languages import language_pack
from recoupe.languages.loader import LANGUAGES
from recoupe.languages.schema import BodyNoun, BodyType
from recoupe.model import Document

ISSUING: frozenset[BodyType] = frozenset({
    "government", "ministry", "presidency", "parliament", "court", "prosecution", "police", "army", "embassy", "mission",
    "agency", "local_authority", "hospital", "university",
})  # fmt: skip


def issuer_of(document: Document) -> str | None:
    """The key of the body whose own report a document is; `None` where an outlet, or nobody who is known, published it.

    Its outlet's name is made with the noun of a public body, or its title says that it is a press release and no outlet is
    known by that name.
    """
    if document.outlet is None:
        return None
    name = document.outlet.actor
    if known_outlet(name) or known_agency(name) or tells_outlet(name) or tells_agency(name.split()[-1]):
        return None
    return key_of(name) if noun_of(name) is not None or released(document) else None


def key_of(name: str) -> str:
    """The key of a body by the words of its name, without an article before them."""
    return f"name:{' '.join(spelling(w) for w in words_of(name))}"


def words_of(name: str) -> list[str]:
    """The words of a name in lower case, without an article before them."""
    words = name.lower().replace("’", "'").replace("'", "' ").replace("-", " ").split()
    return words[1:] if len(words) > 1 and words[0] in articles() else words


def noun_of(name: str) -> tuple[str, BodyNoun, str] | None:
    """The noun of a public body with which a name of several words is made, with its entry and language."""
    words = words_of(name)
    of = next((i for i, word in enumerate(words) if i and word in owning()), len(words))
    for code in LANGUAGES if len(words) > 1 else ():
        pack = language_pack(code)
        noun = words[of - 1] if pack.settings.right_headed else words[0]
        entry = pack.institutions.nouns.get(noun)
        if entry is not None and entry.type in ISSUING and noun not in pack.attribution_phrases.wires:
            return noun, entry, code
    return None


def released(document: Document) -> bool:
    """Whether a title begins with a word for press releases, or a line above it is one."""
    title = " ".join(document.title.text.lower().split()) if document.title is not None else ""
    forms = (form for code in LANGUAGES for form in language_pack(code).attribution_phrases.releases)
    said = any(title == form or title.startswith((f"{form} ", f"{form}:", f"{form},")) for form in forms)
    return said or any(tells_release(aside.text) for aside in document.asides) or tells_of_itself(document, title)


def tells_of_itself(document: Document, title: str) -> bool:
    """Whether a title tells of the one that issued its report, by its name (`Belmar Maritime demands ...`): no paper's does."""
    name = " ".join(words_of(document.outlet.actor)) if document.outlet is not None else ""
    words = title.replace("’", "'").replace("'", "' ").replace("-", " ")
    return len(name.split()) > 1 and f" {name} " in f" {words} "


def kind_of_issuer(document: Document) -> str | None:
    """The kind of body that issued a report, where its name's noun tells one: it is taken up by that in the report."""
    noun = noun_of(document.outlet.actor) if document.outlet is not None else None
    return kind_of(*noun) if noun is not None else None


def issuers_joined(documents: Iterable[Document], registry: Registry, aliases: Mapping[str, str]) -> dict[str, str]:
    """Aliases that make one of an issuer and the only body of the texts that has its name.

    aliases: other names that are joined so far, with the key that stays; an issuer that is among them keeps that.
    """
    issuers = {key for d in documents if (key := issuer_of(d)) is not None}
    found: dict[str, set[str]] = {}
    for entry in registry.entries.values():
        if entry.type != "organisation" or entry.anonymity is not None or entry.key in issuers:
            continue
        for key in {key_of(text) for text in (entry.name, *(span.text for span in entry.mentions)) if text} & issuers:
            found.setdefault(key, set()).add(aliases.get(entry.key, entry.key))
    made: dict[str, str] = {}
    for key, bodies in sorted(found.items()):
        others = bodies - {aliases.get(key, key)}
        if len(others) == 1:
            other = next(iter(others))
            made |= {other: aliases[key]} if key in aliases else {key: other}
    return made


def followed(aliases: Mapping[str, str], made: Mapping[str, str]) -> dict[str, str]:
    """Aliases with those made after them: what one of these goes to in its turn is where all of it goes."""
    return {**{gone: made.get(kept, kept) for gone, kept in aliases.items()}, **made}
