"""The files that all languages share: outlets, agencies, countries, bodies, classes of events, the bilingual lexicon."""

from msgspec import Struct

from recoupe.languages.schema import BodyType


class Outlet(Struct, forbid_unknown_fields=True, frozen=True):
    """A newspaper, broadcaster or site. The key of the table is its usual name."""

    aliases: list[str] = []
    domains: list[str] = []
    owner: str = ""
    country: str = ""  # ISO 3166-1 alpha-2
    ambiguous: bool = False  # the name is an everyday word (Le Point, Time): needs an article, capital or other sign


class Outlets(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `outlets.toml`."""

    outlets: dict[str, Outlet]
    joiners: list[str]  # small words inside names of outlets, of whatever language: del, von
    words: list[str]  # words that names of outlets turn on, besides those that several of the table bear: ledger, revue
    places: list[str]  # words of places in outlets' names, which tell no outlet by themselves (york, lyon, orient)


class Agencies(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `agencies.toml`."""

    agencies: dict[str, Outlet]
    credit_lines: list[str]  # "avec {agency}", "({agency})", "source: {agency}", "with {agency}"
    bearing: list[str]  # words of names that tell an agency where no name of the tables has them: wire
    contributing: list[str]  # "les journalistes d'{agency} ... ont contribué", "{agency} contributed to this report"


class Country(Struct, forbid_unknown_fields=True, frozen=True):
    """A state: names, adjectives, capital and metonyms by language; key: ISO 3166-1 alpha-2."""

    names: dict[str, list[str]]  # fr = ["Russie", "Fédération de Russie"]
    adjectives: dict[str, list[str]] = {}  # fr = ["russe", "russes"], with all inflected forms, lower case
    capital: dict[str, list[str]] = {}  # stands for the government as a speaker or agent
    executive: dict[str, list[str]] = {}  # Kremlin, Maison Blanche, l'Élysée: part of the executive
    bodies: dict[str, list[str]] = {}  # named bodies outside the executive: Congrès, Bundestag
    agencies: dict[str, list[str]] = {}  # named bodies of the executive: CIA, Pentagone, FSB


class Countries(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `countries.toml`."""

    countries: dict[str, Country]


class InternationalBody(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `international_body.toml`."""

    names: dict[str, list[str]]
    type: BodyType = "international"
    members: list[str] = []


class International(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `international.toml`."""

    bodies: dict[str, InternationalBody]


class EventClass(Struct, forbid_unknown_fields=True, frozen=True):
    """An event class shared by the languages.

    roles: names of its participants, the principal ones first ("agent", "recipient", "theme", "place" ...).
    principal: how many of them tell one event from another.
    prepares / results: classes whose events are preparation or result in the same thread.
    near: classes by which another report may tell the same event (to cross, to enter; said of one side only).
    state: of states and relations, which tell of no happening by themselves.
    lasting: of what goes on while it is told (to travel, to search), not over at once.
    priced: of what is done for a sum, which is no part of what it is done to (sold for 12 million euros).
    befalls: of what is done to the one whose it is said to be (the arrest of X), not by them (the visit of X).
    once: of what an affair tells of once as a rule (to resign, to explode): two statements of it are one event unless
        something tells them apart.
    akin: classes that news uses for the same happening (said of one side only, it holds for both).
    """

    roles: list[str]
    principal: int = 2
    broader: str = ""
    prepares: list[str] = []
    results: list[str] = []
    akin: list[str] = []
    near: list[str] = []
    state: bool = False
    once: bool = False
    lasting: bool = False
    befalls: bool = False
    priced: bool = False
    owner: str = ""  # the role of whom the thing belongs to, where nobody else fills it: X's missiles are given by X


class EventClasses(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `event_classes.toml`.

    performed: classes that are done by saying so (`I resign`). wrongs: classes of what nobody does without being blamed.
    striking: classes of happenings that strike somebody or something (`a blast hit the port`). harming: of what these do to it.
    """

    classes: dict[str, EventClass]
    performed: list[str] = []
    wrongs: list[str] = []
    striking: list[str] = []
    harming: list[str] = []


class Lexicon(Struct, forbid_unknown_fields=True, frozen=True):
    """French lemma -> English lemmas; written from knowledge, news vocabulary first."""

    entries: dict[str, list[str]]


class Confidence(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `confidence.toml`: log-odds that a relation is right, by what is seen of it.

    base: of a relation of which nothing is seen; weights: name of a piece of evidence -> what it adds.
    """

    base: float
    weights: dict[str, float]


class Happenings(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `happenings.toml`: log-odds that two statements tell of one happening, by what they share.

    base: of two statements of related events; weights: name of a comparison -> what one of it adds. joined: the sum from
    which two are taken for one happening; apart: the sum under which statements of different reports are kept apart.
    """

    base: float
    joined: float
    apart: float
    weights: dict[str, float]


class Kinds(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `kinds.toml`: how the kinds of things of the packs' tables `objects` lie to one another.

    within: a narrower kind -> the kind that it is of (`tanker` of `ship`), by which the broad words of that one name its
    things as well. covers: a kind -> others whose things its broad words may be said of (`goods` of machines). aspects: a
    kind of persons -> what its words tell of them (`calling`, `plight`, `years`); words for two aspects may tell the same
    persons. beside: a kind -> others that its broad words neither name nor shut out (`the site`, `the depot`). opposed:
    a kind of persons -> others that are never the same persons where both take part (police, marchers).
    """

    within: dict[str, str]
    covers: dict[str, list[str]]
    beside: dict[str, list[str]]
    aspects: dict[str, str]
    opposed: dict[str, list[str]]


class SameClaim(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `same_claim.toml`: log-odds that two statements are of one claim, by what they share.

    base: of two statements of which nothing is seen; weights: name of a comparison -> what one of it adds. joined: the
    average from which two groups of statements are merged.
    """

    base: float
    joined: float
    weights: dict[str, float]


SHARED_FILES: dict[str, type[Struct]] = {
    "outlets": Outlets,
    "agencies": Agencies,
    "countries": Countries,
    "international": International,
    "event_classes": EventClasses,
    "lexicon": Lexicon,
    "confidence": Confidence,
    "happenings": Happenings,
    "kinds": Kinds,
    "same_claim": SameClaim,
}
