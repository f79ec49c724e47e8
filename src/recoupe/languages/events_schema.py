"""What the file `events.toml` of a language holds."""

from msgspec import Struct


class Instead(Struct, forbid_unknown_fields=True, frozen=True):
    """Another reading of a verb or noun of events, by what stands in one of its constructions.

    slot: the construction (`subject`, `object`, a preposition, `infinitive`); filled: by what (`person`; `place`;
    `event`: an infinitive or event noun; `thing`: neither person, body nor craft; `anything`; or a kind of the table `objects`).
    phase: where the word with that says it (`a promis 20 000 euros` tells of a payment to come).
    """

    slot: str
    filled: str
    classes: list[str]
    roles: dict[str, str] = {}
    phase: str = ""


class EventEntry(Struct, forbid_unknown_fields=True, frozen=True):
    """A verb or noun of an event class.

    classes: event classes (shared/event_classes.toml), the commonest first.
    roles: which role stands in which construction, only where it differs from the class's default for the language
        (a converse: recevoir = { subject = "recipient", de = "agent" }; obtenir X auprès de Y).
    phase: where the word alone says it (poursuivre = "under way").
    """

    classes: list[str]
    roles: dict[str, str] = {}
    phase: str = ""
    general: bool = False  # a broader word that fits events of several classes (opération, action, geste)
    instead: list[Instead] = []  # readings that what it is said of chooses: the ship arrived / the goods arrived


class Events(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `events.toml`."""

    verbs: dict[str, EventEntry]
    nouns: dict[str, EventEntry]
    default_roles: dict[str, dict[str, str]]  # class -> {subject = "agent", object = "theme", "à" = "recipient"}
    light_verbs: list[str]  # verbs, with a preposition where they need one, whose noun is the event: procéder à, mener
    # event nouns that name what was written, unless a verb carries them: étude, audit / study, survey
    papers: list[str]
    undergone: list[str]  # the same where the subject is whom the event befalls: subir, faire l'objet de
    anaphoric: list[str]  # demonstrative determiners that take up an event: ce, cette, such
    # light verbs -> bare nouns that make one predicate with them: faire = ["état", "mention"], prendre = ["part"]
    light: dict[str, list[str]] = {}
    # kind of thing -> nouns, the broad one first: weapon = ["arme", "missile", ...]; a noun is of the first that has it
    objects: dict[str, list[str]] = {}
    phrases: dict[str, EventEntry] = {}  # a light verb or preposition with its noun, as lemmas: faire route, on way
    # nouns of verbs that open a phrase with a preposition, which tell the same: mise (à la retraite) = "mettre"
    phrase_nouns: dict[str, str] = {}
    phrase_prepositions: list[str] = []  # the prepositions behind which they do: à, en, sous
    articles: list[str] = []  # words that a phrase may stand with or without, as lemmas: le, un, son / a, the
    movers: list[str] = []  # beginnings of participles that say what their subject did: arrivé, parti, mort
    states: list[str] = []  # prepositions by which a bare event noun is said of somebody: in custody, en grève
    # words that set an event beside another of its kind: also, another, already (lemmas)
    beside_another: list[str] = []
    # verbs, nouns and prepositions whose event noun has come about: dénoncer, depuis, bilan
    presupposing: list[str] = []
    broad: list[str] = []  # further nouns of `objects` that any of their kind may be called: navire, bateau
    people: list[str] = []  # kinds of `objects` that are persons
    alike: list[str] = []  # kinds of `objects` whose nouns can name the same ones: worker, resident, artwork, data
    anyone: list[str] = []  # words that fit any person: personne, victime, people
    laden: list[str] = []  # lemmas that say of a craft beside them that it holds goods: charger, load, full
    crafts: list[str] = []  # kinds of `objects` that carry others and move by themselves: ship, vehicle
    abilities: list[str] = []  # verbs that leave open whether their infinitive ever comes about: pouvoir, can
    # fields in which something is done, as adjectives and nouns that name them: military = ["militaire", "sécuritaire"]
    fields: dict[str, list[str]] = {}
    field_nouns: list[str] = []  # nouns that a field is named beside: domaine, secteur / field, sector
    unknowing: list[str] = []  # words by which a question is left without an answer: incertain, ignorer, unclear
    asked: dict[str, list[str]] = {}  # slot -> question words and nouns that ask for it: date = ["quand", "date"]
    participles: dict[str, str] = {}  # endings of past participles read as adjectives or nouns -> of the infinitive
    by: list[str] = []  # prepositions that bring the doer of a passive: par, by
    # lemmas that say of an event noun that it took place, a verb with its noun: avoir lieu, produire
    happen: list[str] = []
    # lemmas of verbs that say what an event that took place has done: causer, tuer / cause, kill
    outcomes: list[str] = []
    # verbs, with a preposition where they need one, by which a happening strikes something, and which tell no more: frapper, hit
    striking: list[str] = []
    # verbs with an event noun whose subject has it befall somebody else: prononcer (une liquidation), order (a closure)
    ordering: list[str] = []
    wielded: list[str] = []  # kinds of `objects` by which their owner does harm: weapon, aircraft
    # words that stand for some or others of those told of, with no noun: autre, plusieurs / other, several
    rest: list[str] = []
    corrections: list[str] = []  # words by which a report takes back or corrects what was told: rectificatif
    correcting: list[str] = []  # the same, where they head a passage, before a colon or stop: correction
    versions: list[str] = []  # words for what a report that says that it corrects was before: version précédente
    earlier: list[str] = []  # words for a report as it was before: version antérieure, earlier version of this
    locative: list[str] = []  # prepositions of places, weaker than others where a role may take either: en, dans / in
    # words that count those whom an event befell -> its class: mort = "die", blessé = "injure"
    victims: dict[str, str] = {}
    # nouns that give the figure of an event -> the class of what they count, empty where that stands with them: number, toll
    tallies: dict[str, str] = {}
    # nouns whose share of a hundred is the figure of an event -> its class: participation, turnout
    rates: dict[str, str] = {}
    # words that count those who take part in an event -> its class, told where they are all that is counted: manifestant
    attending: dict[str, str] = {}
    numbering: list[str] = []  # verbs that say how many their subjects are: number, total
    among: list[str] = []  # words between a count and the group of those counted: parmi, du côté de / among
    tallied_at: list[str] = []  # prepositions before such a figure: at, to / à, de
    # words before an infinitive that came after what its sentence tells: avant (de)
    preceding: list[str] = []
    # verbs by which somebody plans a deed of their own, told by a noun: préparer, envisager / prepare, weigh
    planning: list[str] = []
    # verbs that tell with an object and a past participle what somebody has others do, or undergoes: have, get (French has
    # an infinitive behind `faire`, which is of `realising`)
    having: list[str] = []
    # verbs whose subject knows what their clause tells, without having told it: savoir / know
    knowing: list[str] = []
    # verbs of coming to know, of whoever is no outlet: apprendre, découvrir / learn
    learning: list[str] = []
    # verbs whose infinitive or event noun comes about when they do: voir, faire, provoquer / see, make, cause
    realising: list[str] = []
    # those of them that are said of pictures, which show what was: montrer / show
    showing: list[str] = []
    # verbs whose infinitive came about where they stand in a finished past: a dû partir, had to
    obliging: list[str] = []
    along: list[str] = []  # prepositions of what comes about with the verb that they hang on: avec, par / with, through
    until: list[str] = []  # prepositions by which a date ends what goes on: jusque / until
    premises: list[str] = []  # nouns of places where something can happen, beside the kinds of buildings and sites
    channels: list[str] = []  # verbs by which one reaches another to say something: appeler, écrire / phone, write
    # verbs that tell another event with a reflexive: se rendre à, s'en prendre à
    pronominal: dict[str, EventEntry] = {}
    particles: list[str] = []  # words that end a phrase and bring no noun of their own: in, up, off
    governing: list[str] = []  # verbs that tell nothing but their infinitive: permettre de, tenter de / try to, help
    # verbs by which somebody owns up to deeds of some classes: revendiquer (un attentat, not une hausse)
    claiming: dict[str, list[str]] = {}
    plain: list[str] = []  # verbs that tell no event by their word alone: rester, représenter / be, remain
    endings: list[str] = []  # endings by which words of one family differ, the longest first: transfer, transférer
