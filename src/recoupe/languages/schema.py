"""What a language pack may say: one structure for each file of `fr/`, `en/` and `shared/`.

The packs are TOML. Every file of a language is decoded into the structure of the same name here; a field or a value
that is not listed is an error. French and English have the same files and the same keys.
"""

from typing import Literal

from msgspec import Struct, field

SpeechClass = Literal[
    "neutral",  # dire, déclarer, say
    "assertive",  # affirmer, assurer, confirmer, révéler, assert
    "denial",  # nier, démentir, réfuter, deny
    "refusal",  # refuser de commenter, decline
    "accusation",  # accuser, reprocher, accuse
    "warning",  # avertir, mettre en garde, warn
    "promise",  # promettre, s'engager à, pledge
    "question",  # demander si, s'interroger, ask
    "request",  # demander, exhorter, appeler à, urge
    "judgement",  # estimer, juger, considérer, deem
    "emotion",  # se féliciter, déplorer, craindre, espérer, hope, fear
    "evidence",  # montrer, indiquer (a study, a poll), show
    "citing",  # citer, relayer, rapporter: passes on another's words, cite, quote
    "learning",  # apprendre, savoir (on a appris que): content heard, learn
    "manner",  # murmurer, lancer, plaisanter: how it was said, quip
]

Commitment = Literal[
    "neutral",
    "firm",  # affirmer, confirmer, révéler: speaker (or report) stands behind it
    "distant",  # prétendre, soutenir, claim: the report keeps its distance
    "tentative",  # supposer, penser, croire, suggérer: the speaker does not commit fully
]

Standing = Literal[
    "reporting",  # with its content it is an attribution
    "guarded",  # only with a finite content clause or a quotation, and a subject that can speak (montrer, rappeler)
    "optional",  # thought, plan or wish that nobody need have expressed (vouloir, envisager, plan)
]


class ReportingVerb(Struct, forbid_unknown_fields=True, frozen=True, rename={"class_": "class"}):
    """A verb (or verb phrase: `mettre en garde`, `se féliciter`) that can put words down to somebody.

    The key is the infinitive; a reflexive begins with `se ` / `s'`; a phrase is the head verb and the words that follow it.

    takes: what its content may be, any of
        clause                   que / that / zero-that finite clause
        question                 si / whether / wh- clause
        infinitive               bare infinitive in French (dit avoir), to-infinitive in English (claims to have)
        quotation                words in quotation marks (or after a colon)
        object                   a noun phrase (annoncer une livraison, nier le transfert)
        event_object             a noun phrase only where its head names an event or a statement (évoquer une livraison)
        predicative              object + predicate (juger X injuste, qualifier X de Y, call X Y)
        naming                   whom or what, and what they are called, side by side (call X Y)
        P+noun                   noun phrase after the preposition P (contre+noun, de+noun, against+noun, about+noun)
        P+infinitive             infinitive after P (de+infinitive, à+infinitive)
        P+gerund                 English gerund after P (of+gerund, against+gerund)
        P+clause                 clause after P (à ce que, de ce que, sur le fait que)
    addressee: the construction of the hearer, any of "object", "à", "auprès de", "to", "of", "with" ...
    incise: it may stand in an incised or following cue clause (`, affirme-t-il`), without any mark
    passive: "content" (il a été annoncé que), "charged" (est accusé de: the one spoken of is the subject)
    """

    class_: SpeechClass
    takes: list[str]
    addressee: list[str] = []
    commitment: Commitment = "neutral"
    standing: Standing = "reporting"
    incise: bool = True
    passive: list[Literal["content", "charged"]] = field(default_factory=lambda: ["content"])
    examples: list[str] = []  # made-up sentences, for who edits the pack; the program reads none of them
    counter_examples: list[str] = []  # made-up sentences in which it reports nothing


class ReportingVerbs(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `reporting_verbs.toml`.

    adjectives: of what somebody is said to hold (`est convaincu que`, `is adamant that`), behind a copula; as for verbs.
    """

    verbs: dict[str, ReportingVerb]
    adjectives: dict[str, ReportingVerb] = {}


class ReportingNoun(Struct, forbid_unknown_fields=True, frozen=True, rename={"class_": "class"}):
    """A noun with a stated content: `l'annonce que`, `les accusations de X`, `the claim that`.

    takes: clause, infinitive, P+noun, P+infinitive, P+gerund as for verbs (the complement that is the content).
    source: prepositions (or "possessive") that bring the one who speaks (`par`, `de`, `by`, `from`).
    firmness: what the noun alone says of its content.
    """

    class_: SpeechClass
    takes: list[str] = field(default_factory=lambda: ["clause"])
    source: list[str] = []
    firmness: Literal["flat", "hedged", "denial", "refusal"] = "flat"
    examples: list[str] = []
    counter_examples: list[str] = []


class ReportingNouns(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `reporting_nouns.toml`."""

    nouns: dict[str, ReportingNoun]
    documents: list[str] = []  # nouns of things that say something: rapport, étude, sondage, communiqué, tweet
    showing: list[str] = []  # verbs of what documents do rather than people: montrer, détailler, show
    documents_alone: list[str] = []  # those that take up any document named before: document, texte
    stated: list[str] = []  # nouns of what can be stated, admitted, revealed: erreur, chiffre, version, responsabilité
    unstated: list[str] = []  # objects of reporting verbs that are no content: (garder l')anonymat, (prendre la) parole
    support_verbs: list[str] = []  # faire (l'annonce), lancer (un avertissement), formuler, issue, make


class Phrase(Struct, forbid_unknown_fields=True, frozen=True):
    """A preposition or adverbial that ascribes: `selon`, `d'après`, `de l'avis de`, `according to`.

    form: the words, lower case, straight apostrophes; the source's noun phrase follows (source = "after"), or the
        phrase holds the source itself (source = "inside": `de source`, whose adjectives and complements belong to
        the source's span), or stands before it (source = "before": `X dixit`), or where the form has three points
        (source = "possessor": `in … view`, `de … propre aveu`), or there is none (source = "none": `reportedly`).
    when: conditions: "speaker" (the noun phrase must be able to speak: person, body, outlet, document, anonymous),
        "detached" (a comma or the clause's edge on both sides), "initial" (opens the sentence); "ascribes": an adverb
        that makes a relation without a source, not a hedge alone.
    firmness: what the phrase alone does to its content.
    unless: lemmas that, as head of the noun phrase behind it, make it no ascription (`selon le cas`, `selon la saison`).
    """

    form: str
    source: Literal["after", "inside", "before", "possessor", "none"] = "after"
    when: list[Literal["speaker", "detached", "initial", "ascribes"]] = []
    firmness: Literal["flat", "hedged"] = "flat"
    unless: list[str] = []
    examples: list[str] = []
    counter_examples: list[str] = []


class RelayPhrase(Struct, forbid_unknown_fields=True, frozen=True):
    """Words that bring a go-between: `dans un entretien à`, `interrogé par`, `in an interview with`.

    outlet_only: true where only an outlet, agency or journalist behind it makes it a relay (`à`, `sur`).
    anybody: true where a name of unknown make behind it may be anybody's (`in a letter to`), so that it shows no outlet.
    """

    form: str
    outlet_only: bool = False
    anybody: bool = False


class AttributionPhrases(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `attribution_phrases.toml`."""

    phrases: list[Phrase]
    relays: list[RelayPhrase]
    channels: list[str]  # nouns: communiqué, conférence de presse, tweet, entretien, statement
    own_work: list[str]  # phrases by which an outlet says that it saw or checked itself: "a constaté un journaliste de"
    saw: list[str] = []  # words of one's own by which a voice says that it saw or took part: j'ai vu, with my own eyes
    saw_too: list[str] = []  # the same told by others, at the beginning of what is ascribed: avoir vu, she saw
    eyewitness: list[str] = []  # words of a source that say that it saw: témoin oculaire, who was there
    citing: list[str] = []  # prepositional phrases before a further source: sur la foi de, on the authority of, grâce à
    drawing: list[str] = []  # verbs by which an outlet says from whom it has something: s'appuyer (sur), rely (on), owe
    # verbs of hearing, obtaining and publishing what somebody says: citer, joindre, consulter, publier, quote, see
    passing: list[str] = []
    occasions: list[str] = []  # prepositions before the words in which, or the question at which, somebody speaks
    wires: list[str] = []  # nouns that beside a name mean a news agency: agence (l'agence Orbis)
    # nouns of what only an outlet has, before `of` and its name, with their article where they need one: rédaction, un article
    published: list[str] = []
    newsroom: list[str] = []  # nouns of those who work for an outlet and speak as it: confrère, reporter
    issues: list[str] = []  # nouns of what an outlet brings out, and where: site, édition, reportage (de Radio Brune)
    accounts: list[str] = []  # nouns of what somebody tells, besides the reporting nouns: propos, confidences, remarks
    having: list[str] = []  # verbs of having something from somebody: apprendre, tenir, learn, hear
    # verbs of what an outlet goes on to show its ground for: to assert that ..., the paper relies on
    knowing: list[str] = []
    # nouns of what a name beside them is an outlet by, which mean other things alone: site (the site X), programme, network
    shows: list[str] = []
    journalists: list[
        str
    ] = []  # nouns of those alone who work for an outlet, and are named with it: (X's) correspondent
    owned: list[str] = []  # nouns of what only an outlet has: (X's) front page, readers, evening news
    publishing: list[str] = []  # verbs of what only an outlet does: headline, air, quote
    carrying: list[str] = []  # verbs of what an outlet does with an interview or remarks: carry, serialise
    # verbs of hearing somebody say something, or bringing them to: (got, heard, filmed) X (to) admit
    bringing: list[str] = []
    told_to: list[str] = []  # prepositions behind which, beside a verb of saying, stands a hearer and no place: to
    foreign_articles: list[str] = []  # articles of other languages with which only titles of papers and works open: The
    on_air: list[str] = []  # prepositions of where something is said: on (Kanal Nord)
    appearing: list[str] = []  # verbs of being there: appear, guest
    grounds: list[str] = []  # words in names of places and days behind such a preposition: street, island, eve
    finding_out: list[str] = []  # the same where they stand behind an auxiliary: (X has) learned, (X can) reveal
    # verbs by which an outlet comes by somebody's words: reach, track down (its first word), interview
    reaching: list[str] = []
    firsts: list[str] = []  # phrases that sum up who was the first to say something: pour la première fois
    agents: list[str] = []  # prepositions of who does it, in the passive: par, by
    at_large: list[str] = []  # words for the press as such: what is told to it has no go-between of its own
    releases: list[str] = []  # what titles of press releases begin with: communiqué de presse / press release
    audience: list[str] = []  # nouns of those who read, hear or watch an outlet: its readers, ses auditeurs
    from_whom: list[str] = []  # what stands before that somebody: de, auprès, from
    what_is_said: list[str] = []  # clauses that stand for what was said: ce que, what
    afterwards: list[str] = []  # what opens a sentence that says where the one before is from: its source is
    # bring the speaker where the subject is nobody (on): auprès de, dans l'entourage de, à, chez
    origins: list[str] = []
    coverage: list[str] = []  # nouns for what the media bring, all of it together: couverture / coverage
    hearers: list[str] = []  # prepositions that bring a hearer, and what is not: à / to
    # words that open, behind a speaker who stands behind his verb, how, when or of what he spoke: au sujet, face / in response
    circumstances: list[str] = []


class Hedges(Struct, forbid_unknown_fields=True, frozen=True):
    """Words that leave the truth of a content open. Phase (`sur le point de`) is in events.toml, not here."""

    adverbs: list[str]  # peut-être, apparemment, vraisemblablement, reportedly, allegedly, maybe
    adjectives: list[str]  # présumé, supposé, possible, éventuel, probable, potentiel, alleged, suspected
    verbs: list[str]  # sembler, paraître, appear, seem
    modals: list[str]  # lemmas: pouvoir, devoir (epistemic), may, might, could
    duties: list[str]  # verbs of what must be: should, must / devoir, falloir
    # lemmas that leave open in the passive what their infinitive tells: (is) reported (to have), (est) réputé (avoir)
    passives: list[str]
    emphatics: list[str]  # certainement, sans aucun doute, clearly: the reverse
    # lemmas of graded words -> how strong: léger = 1, notable = 2, grave = 3, catastrophique = 4
    degrees: dict[str, int]
    reduced: list[str] = []  # of `passives` those that an infinitive with an auxiliary shows to be so: (X) said to have


class Anonymity(Struct, forbid_unknown_fields=True, frozen=True):
    """The wording of voices that are not named."""

    heads: dict[str, Literal["source", "official", "person", "witness", "expert", "employee", "group"]]
    permitting: list[str]  # verbs by whose negation somebody says why they are not named: autoriser / allow
    markers: list[str]  # anonyme, sous couvert d'anonymat, who asked not to be named
    closeness: list[str]  # proche du dossier, au fait de, familiar with the matter
    member_of_group: list[str]  # l'une des, un de ces, one of the
    one_of_group: list[str]  # those that single out one: l'un d'eux, one of the
    any_gender: list[str] = []  # lemmas whose gender tells nothing of the persons they name: personne, victime
    broad: list[
        str
    ] = []  # heads that can be said of any voice of their class: responsable, expert / official, employee
    anybody: list[str] = []  # nouns that can be said of any voice of one person: homme, individu / man, woman
    again: list[str] = []  # lemmas that only say that somebody was told of before: même, cité / same, aforementioned


class Role(Struct, forbid_unknown_fields=True, frozen=True):
    """A role noun of persons: ministre, porte-parole, directeur, spokesman.

    gender: "m", "f" or "" (either); speaks_for: the body of a spokesperson and the like is one actor with it;
    heads: the kind of body that it heads (state, ministry, company, police ...), "" where none; body: which of its kind,
    where that type holds several (`prefecture`, `town`), by the names of `Institutions.kinds`.
    """

    gender: Literal["m", "f", ""] = ""
    speaks_for: bool = False
    heads: str = ""
    body: str = ""
    anonymous_alone: bool = False  # without a name it is an anonymous voice (un responsable, an official)


class Titles(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `titles.toml`."""

    civilities: dict[str, Literal["m", "f", ""]]  # M., Mme, Mr, Ms, Dr -> gender
    roles: dict[str, Role]
    persons: dict[str, Literal["m", "f", ""]]  # nouns of persons that are no roles: homme, femme, habitant, victime
    first_names: dict[str, Literal["m", "f", ""]]  # common first names with their gender
    # nouns that take up somebody named before, without being his office: dirigeant, lawmaker -> the offices that they fit, by
    # their first words; none where they fit anybody
    epithets: dict[str, list[str]] = {}
    latter: list[str] = []  # words for who was named last: ce dernier, the latter
    defenders: list[str] = []  # roles of those who speak for somebody before a court: avocat, lawyer
    civil_offices: dict[str, list[str]] = {}  # civilities that tell an office: Me -> avocat, avocate
    defended: list[str] = []  # nouns by which they call whom they speak for: client
    speaking_for: list[str] = []  # a verb's lemma and the words behind it, up to the body: parler au nom de, speak for
    set_apart: list[str] = []  # words that make another office of one: adjoint, ancien / deputy, former
    past: list[str] = []  # those that say that an office is held no more: ancien, ex / former
    continental: list[
        str
    ] = []  # adjectives of parts of the world and of bodies of many states: européen, arabe / western
    spheres: dict[str, list[str]] = {}  # adjectives of those whom bodies of some kinds employ: policier -> police
    # parts of the world that an office may be for, lower case: afrique (directeur Afrique de X)
    territories: list[str] = []
    # roles that name what they are for as they would name a hearer: adjoint (au maire), aide (to the minister)
    serving: list[str] = []


BodyType = Literal[
    "government", "ministry", "presidency", "parliament", "court", "prosecution", "police", "army", "intelligence",
    "embassy", "mission", "agency", "party", "company", "union", "association", "university", "hospital", "church",
    "international", "local_authority", "media", "armed_group", "club", "body",
]  # fmt: skip


class BodyNoun(Struct, forbid_unknown_fields=True, frozen=True):
    """A noun of bodies. executive: of a state, it is part of the state's executive (one root with it)."""

    type: BodyType
    executive: bool = False


class Institutions(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `institutions.toml`."""

    nouns: dict[str, BodyNoun]  # ministère, mission, parquet, ministry; may be several words, singular
    plurals: dict[str, str]  # irregular or invariable plural uses: autorités -> gouvernement noun it stands for
    legal_forms: list[str]  # SA, SARL, GmbH, Inc., Ltd
    trades: list[str]  # words of a firm's name by which it says what it does: industries, électronique, shipping
    groups: dict[str, str]  # collective human nouns that can speak: experts, analystes, alliés, voisins -> gloss
    kinds: dict[str, str] = {}  # nouns that news uses for one body -> a name that the languages share: mairie -> town
    parts: list[str] = []  # nouns of what speaks for the body that it is part of: direction, service de presse
    wider: dict[str, list[str]] = {}  # nouns that take up a body named before by another one -> its kinds: regulator


class Calendar(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `calendar.toml`."""

    months: dict[str, int]
    weekdays: dict[str, int]  # Monday = 1
    days: dict[str, int]  # aujourd'hui = 0, hier = -1, avant-hier = -2
    units: dict[str, str]  # jour -> day, semaine -> week, mois -> month, an, année -> year, heure -> hour
    last: list[str]  # dernier, passé
    next: list[str]  # prochain
    this: list[str]  # ce, cet
    ago: list[str]  # il y a {n} {unit}; {n} {unit} ago ; plus tôt
    ahead: list[str]  # dans {n} {unit}; in {n} {unit}
    parts: dict[str, list[int]]  # début, mi-, fin of a month: first and last day as [1, 10]
    dayparts: dict[str, list[int]]  # matin = [6, 12]
    seasons: dict[str, list[int]]  # été = [6, 8] months
    formats: list[str]  # dateline and header patterns, in words: "publié le {date}", "mis à jour le {date}"
    ages: list[str] = []  # words before or behind a number of years that is somebody's age: âgé, aged, old
    narrative: list[str] = []  # words of `ago` and `ahead` that count from the story's own moment: plus tard, later
    every: list[str] = []  # chaque, tous les: what follows is a habit, no date
    awaiting: list[str] = []  # lemmas whose participle says that something is to come: attendre (attendu), schedule
    leading: list[str] = []  # verbs whose present makes an infinitive one to come: aller, devoir
    there: list[str] = []  # words behind a unit of time that point to the story's own moment: -là
    clock_before: list[str] = []  # words before a number of hours that make it a time of the day: à, vers, dès / at
    clock_behind: list[str] = []  # the same behind one: p.m., o'clock
    clock_verbs: list[str] = []  # lemmas after which `clock_before` leads hours that are no time: condamner, limiter
    month_capitals: bool = False  # names of months are written with capitals
    alike: list[str] = []  # names of months, whole or cut short, that are other words too
    aimed: list[str] = []  # prepositions of the day that something is set for: pour / for
    terms: list[str] = []  # prepositions of the day before which something is to be: avant, d'ici / by


class Vague(Struct, forbid_unknown_fields=True, frozen=True):
    """A vague quantity: dizaine = about 10, centaines = [200, 999], high = null where open."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


class Unit(Struct, forbid_unknown_fields=True, frozen=True):
    """A unit: what slot it fills (amount for money, measure for the rest), its standard name, factor to that."""

    slot: Literal["amount", "measure"]
    unit: str
    factor: float = 1.0


class Numbers(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `numbers.toml`."""

    cardinals: dict[str, int]  # un, deux, ... seize, vingt, cent
    multipliers: dict[str, int]  # mille, million, milliard
    ordinals: dict[str, int]
    fractions: dict[str, float]  # moitié, tiers, quart
    vague: dict[str, Vague]  # quelques, plusieurs, une dizaine, des dizaines, a handful, dozens of
    more_than: list[str]  # plus de, au-delà de, over
    at_least: list[str]
    less_than: list[str]
    at_most: list[str]  # jusqu'à, au plus, up to
    about: list[str]  # environ, quelque, près de, around
    units: dict[str, Unit]
    decimal: str
    portions: list[str] = []  # nouns of some or all of what is named behind them: partie, majorité / part, bulk
    labels: list[str] = []  # words before a number that is a name's: article, quai, n°


class Possessive(Struct, forbid_unknown_fields=True, frozen=True):
    """A possessive that stands before what is owned.

    number, gender: of its owner, `thing` where no person; article: what stands instead where the owner is named behind it.
    """

    number: Literal["sg", "pl"]
    gender: Literal["m", "f", "thing", ""] = ""
    article: str = ""
    feminine: str = ""


class FunctionWords(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `function_words.toml`."""

    words: list[str]  # closed-class words, lower case, as they stand in text
    distinctive: list[str]  # those that hardly occur in the other language of the packs
    # personal pronouns -> "m.sg", "f.sg", "m.pl", "f.pl", "sg", "pl", "nobody" (on), "first", "second"
    pronouns: dict[str, str]
    possessives: dict[str, Possessive] = {}  # of the third person: son, leurs, his, their
    own_possessives: list[str] = []  # of the first person, singular: mon, my
    our: list[str] = []  # of the first person, plural, and of the second: notre, votre / our, your
    lifeless: list[
        str
    ] = []  # pronouns of things and of what happens, never of who speaks: ce, cela, rien / this, nothing
    personal_relatives: list[str] = []  # relative pronouns of persons alone: who
    governed_relatives: list[str] = []  # those that mean persons alone behind a preposition: qui, whom
    articles: list[str] = []  # definite ones, which names may begin with: le, la, the
    indefinite_articles: list[str] = []  # un, une / a, an
    owning: list[str] = []  # prepositions before whose something is: de, du / of
    issuing: list[str] = []  # lemmas of prepositions before who issues a document: de, par / of, by
    some: list[str] = []  # pronouns for some of a number that need not have been told: certains / some
    seats: list[str] = []  # prepositions before where a body sits or to whom it is accredited: auprès, à / in, to
    holdings: list[
        str
    ] = []  # nouns of what is held in a firm, or given to one, behind which such a preposition brings it
    inside: list[str] = []  # prepositions before where something is or happens, hardly before bodies: à, en / in, near
    name_openers: list[str] = []  # words with a capital that open a name, however they are tagged: St, Sainte
    name_joiners: list[str] = []  # small words inside names of persons and bodies: de, von, bin, &
    several: list[str] = []  # words that the names of several, and of states with a plural name, begin with: les, états
    frequencies: dict[str, float] = {}  # commonest content lemmas -> occurrences per million in news, from knowledge


class HouseLines(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `house_lines.toml`: phrases of lines that outlets and agencies print under or above any report.

    workers: first words of lines that tell who worked on a report; a name follows them. checking: lemmas of verbs for what an
    outlet does to find out whether what it is told holds; unable: lemmas of words that say that it could not; independent:
    words that say that it is its own finding. rubrics: words set in capitals before a title or a text that are kinds of report
    or sections, no names of places or outlets. labels: what stands before the colon of a title to say what kind of piece it
    is, which nobody says. own: words with which an outlet tells of itself under its name.
    """

    phrases: list[str]
    workers: list[str]
    own: list[str] = []
    checking: list[str] = []
    unable: list[str] = []
    independent: list[str] = []
    rubrics: list[str] = []
    labels: list[str] = []
