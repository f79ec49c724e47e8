"""What the reports of a pile together show of a name: whether it is a body's or a person's, and whose a surname is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.actors.grammar import owning
from recoupe.actors.letters import letters_of
from recoupe.actors.names import Name, called, civil, ends_office
from recoupe.actors.salience import is_subject
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation

OFFICE_AND_NAME = 2  # words
PLACED = ("obl", "nmod")  # how what tells where something is hangs on it
GIVEN = ("arg", "agent")  # how whom something is given to does


@dataclass(frozen=True)
class PileNames:
    """persons: full names of persons, as their words, with their keys. surnames: names of one word that only one person of
    the pile bears, with that person's full name. bodies: names of one word that a report shows to be bodies'.

    places: names that a report has for places. letters: those by which a report calls a body.
    """

    persons: Mapping[tuple[str, ...], str]
    surnames: Mapping[str, Name]
    bodies: frozenset[str]
    places: frozenset[str]
    letters: frozenset[str]


def pile_names(ordered: Sequence[Annotation], named: Mapping[str, Sequence[Name]]) -> PileNames:
    """What the names of all reports show. named: those of every report, by its id."""
    every = [(a, n) for a in ordered for n in named[a.document.id]]
    firms = {n.key for a, n in every if n.first and of_body(a, n.first - 1, n)}  # `la société Bastien Dragage`
    full = [(a, n) for a, n in every if n.person and len(n.key.split()) > 1 and n.key not in firms]
    persons = {tuple(t.text for t in a.tokens[n.first : n.last]): n.key for a, n in full}
    bearers: dict[str, dict[str, Name]] = {}
    for _, name in full:
        bearers.setdefault(name.surname, {}).setdefault(name.key, name)
    called = {n.key for a, n in every if alone(n) and n.person and civilly(a, n)}
    shown = {n.key for a, n in every if alone(n) and shows_body(a, n)}
    bodies = frozenset(shown - called - bearers.keys())
    surnames = {key: next(iter(own.values())) for key, own in bearers.items() if len(own) == 1 and key not in shown}
    written = datelines(ordered)
    after = {n.key for a, n in every if not n.person and body_after(a, n)}
    places = {n.key for a, n in every if not n.person and (n.text.lower() in written or places_something(a, n))}
    own = {n.key for a, n in every if n.key in places and bears_noun(a, n)}
    return PileNames(persons, surnames, bodies, frozenset(after | (places - own)), letters_of(ordered, named))


def alone(name: Name) -> bool:
    """Whether a name is of one word."""
    return len(name.key.split()) == 1


def without_office(annotation: Annotation, name: Name, surnames: Mapping[str, Name]) -> Name:
    """A name less the office before it that was read as its first word (`President X`), where another report names the
    person in full."""
    office = (
        called(annotation.tokens[name.first]) and name.last - name.first == len(name.key.split()) == OFFICE_AND_NAME
    )
    if name.person or not office or name.surname not in surnames:
        return name
    return Name(name.first + 1, name.last, annotation.tokens[name.first + 1].text, person=False)


def in_office(annotation: Annotation, name: Name) -> bool:
    """Whether an office stands right before a name (`la juge X`, `Colonel X`)."""
    return bool(name.first) and called(annotation.tokens[name.first - 1])


def civilly(annotation: Annotation, name: Name) -> bool:
    """Whether a civility stands before a name."""
    return bool(name.first) and civil(annotation.tokens[name.first - 1])


def shows_body(annotation: Annotation, name: Name) -> bool:
    """Whether a name's surroundings tell that it is a body's: its noun beside it, or somebody who speaks for it."""
    tokens = annotation.tokens
    return any(of_body(annotation, i, name) for i in beside(annotation, name)) or any(
        speaks(annotation, i) for i in bringing(annotation, name) if i < len(tokens)
    )


def beside(annotation: Annotation, name: Name) -> Iterator[int]:
    """The words that may be the noun of a name: right before it, behind it, above it in apposition."""
    tokens = annotation.tokens
    if name.first and tokens[name.first - 1].sentence == tokens[name.first].sentence:
        yield name.first - 1
    if language_pack(tokens[name.first].language).settings.right_headed and name.last < len(tokens):
        yield name.last
    top = tokens[name.first]
    if top.dep.startswith(("appos", "flat")) and not annotation.dependents(name.first, "case"):
        yield top.head


def of_body(annotation: Annotation, i: int, name: Name) -> bool:
    """Whether a word is a common noun of companies and the like that names the same as a name beside it."""
    token = annotation.tokens[i]
    noun = language_pack(token.language).institutions.nouns.get(token.lemma)
    lower = token.pos == "NOUN" and token.text.islower() and token.sentence == annotation.tokens[name.first].sentence
    return lower and noun is not None and noun.type not in {"media", "agency"} and not ends_office(annotation, i)


def bringing(annotation: Annotation, name: Name) -> Iterator[int]:
    """The words whose complement a name is (`une porte-parole de X`, `a spokesman for X`)."""
    if annotation.dependents(name.first, "case"):
        yield annotation.tokens[name.first].head


def speaks(annotation: Annotation, i: int) -> bool:
    """Whether a noun is one of those who speak for bodies, and no body's own with a capital (`le Conseil de Sarn`)."""
    token = annotation.tokens[i]
    pack = language_pack(token.language)
    role = pack.titles.roles.get(token.lemma)
    body = token.text[:1].isupper() and token.lemma in pack.institutions.nouns
    return role is not None and role.speaks_for and not body


def borne_alone(annotation: Annotation, names: Sequence[Name], surnames: Mapping[str, Name]) -> dict[str, Name]:
    """Surnames that stand alone in a report for a person whom another report names in full.

    Only where the report has them once as a subject, with a civility or an office, and names no place or other bearer by
    them.
    """
    tokens = annotation.tokens
    own: dict[str, list[Name]] = {}
    for name in names:
        own.setdefault(name.surname, []).append(name)
    found = {}
    for key, bearing in own.items():
        if key not in surnames or any(not alone(n) for n in bearing):
            continue
        acts = any(is_subject(tokens[n.first]) or civilly(annotation, n) or in_office(annotation, n) for n in bearing)
        placed = any(located(annotation, n) for n in bearing)
        if acts and not placed:
            found[key] = surnames[key]
    return found


def located(annotation: Annotation, name: Name) -> bool:
    """Whether a name tells where something is or happens (`à Sarn`, `in Sarn`), and not a firm (`shares in Sarn`)."""
    tokens = annotation.tokens
    before = tokens[name.first - 1] if name.first else None
    if before is None or before.pos != "ADP":
        return False
    words = language_pack(before.language).function_words
    if name.first > 1 and tokens[name.first - 2].lemma in words.holdings:
        return False
    return before.norm in words.seats and tokens[name.first].dep.startswith(("obl", "nmod"))


def places_something(annotation: Annotation, name: Name) -> bool:
    """Whether a name tells where something is or happens, by a preposition that hardly ever stands before a body (`à Sarn`).

    Not where the preposition only brings whom something is given or done to (`vendu à Dorval`).
    """
    tokens = annotation.tokens
    before = tokens[name.first - 1] if name.first else None
    if before is None or before.norm not in language_pack(before.language).function_words.inside:
        return False
    top = next(
        (i for i in range(name.first, name.last) if tokens[i].head not in range(name.first, name.last)), name.first
    )
    return tokens[top].dep.startswith(PLACED) and not tokens[top].dep.endswith(GIVEN)


def bears_noun(annotation: Annotation, name: Name) -> bool:
    """Whether the noun of a body stands before a name that is its own (`le chimiste Dorval`), or somebody speaks for it.

    A noun behind it (`the Sarn yard`), and that of a town or region, may tell of a place too.
    """
    nouns = language_pack(annotation.tokens[name.first].language).institutions.nouns
    before = (i for i in beside(annotation, name) if i < name.first and of_body(annotation, i, name))
    bodies = any(nouns[annotation.tokens[i].lemma].type != "local_authority" for i in before)
    return bodies or any(speaks(annotation, i) for i in bringing(annotation, name))


def body_after(annotation: Annotation, name: Name) -> bool:
    """Whether a body with a capital is named after what a name names (`la Caisse mutuelle de l'Hernois`): it is not its own."""
    tokens = annotation.tokens
    cases = annotation.dependents(name.first, "case")
    above = tokens[tokens[name.first].head]
    if not cases or tokens[cases[0]].norm not in owning() or not above.text[:1].isupper() or above.text.isupper():
        return False
    institutions = language_pack(above.language).institutions
    return above.lemma in institutions.nouns and above.lemma not in institutions.parts


def datelines(ordered: Sequence[Annotation]) -> set[str]:
    """The words by which reports say where they were written, in lower case."""
    return {a.document.place.text.lower() for a in ordered if a.document.place is not None}
