"""What the files `negation.toml` and `denials.toml` of a language hold."""

from msgspec import Struct


class Opposites(Struct, forbid_unknown_fields=True, frozen=True):
    """Words that cannot both be said of one thing at one time: verbs, adjectives, nouns, determiners of one side each."""

    one: list[str]
    other: list[str]


class Negation(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `negation.toml`."""

    particles: list[str]  # ne, n', not, n't
    expletive: list[str]  # those of them that alone negate nothing: ne
    less: list[str]  # adverbs that make a negation before them affirm: (pas) moins / (no) less
    knowledge: list[str]  # nouns of what somebody may lack who then does not know: information
    for_now: list[str]  # words by which a negation holds for the time being only: à ce stade, so far
    not_yet: list[str]  # words beside a negation that leave what it denies open for later: encore, yet
    pairs: list[str]  # before each of two verbs that are both negated: ni, neither, nor
    adverbs: list[str]  # pas, plus, jamais, guère, never, no longer
    determiners: list[str]  # aucun, nul, no
    pronouns: list[str]  # rien, personne, none, nobody
    # verbs that deny their complement -> what they take (s'abstenir -> de+infinitive, de+noun)
    verbs: dict[str, list[str]]
    doubting: list[str]  # those of `unrealised` whose negation affirms: nobody doubts that
    unrealised: list[str]  # verbs whose complement is barred or doubted, not denied: interdire, empêcher, forbid
    prepositions: list[str]  # sans, without
    opposites: list[Opposites] = []
    with_particle: list[str] = []  # adverbs that negate only beside a particle: plus (ne ... plus, but plus de cent)
    beside: list[str] = []  # prepositions of what a verb is told beside, as known: après, malgré, after, despite
    means: list[str] = []  # marks of a participle by or beside which a verb's event was: en (vendant), by (selling)
    grants: list[str] = []  # words before what is granted beside a denial: mais (admet que), while (admitting that)
    turns: list[str] = []  # conjunctions behind which a negation holds no longer: mais, but
    instead: list[
        str
    ] = []  # words that set what was not done against what was: au lieu de, plutôt que / instead of, rather than
    not_but: list[str] = []  # words between a figure and the one that it is set against: et non, au lieu / and not
    without: list[str] = []  # prepositions that deny the infinitive or gerund behind them: sans, without
    # words of being able and of wanting that, denied, deny their infinitive: pouvoir, vouloir / able (to), want (to)
    willing: list[str] = []
    # adjectives that say that somebody cannot do what their infinitive tells: incapable / unable
    unable: list[str] = []
    orders: list[
        str
    ] = []  # nouns of what makes somebody do a thing, of which there may be none: consigne, ordre / order
    # lemmas of words that say that somebody only fears or hopes a thing: craindre, espoir / fear, hope
    fearing: list[str] = []
    implicative: list[str] = []  # verbs that, denied, deny their infinitive: réussir (à), manage (to)
    ceasing: list[
        str
    ] = []  # words before a verb of denial that take it back: (a) cessé (de nier), (no) longer (denies)
    impossible: list[str] = []  # adjectives that deny the clause that they are said of: impossible, exclu
    universal: list[str] = []  # words of all of a kind: what is denied of all may hold of some (tous, all)
    wholes: list[str] = []  # words before a plural that make it all of its kind: tous, all
    parts: list[str] = []  # nouns of a part of others: partie, moitié, fraction
    restricting: list[str] = []  # words before such a part that say that it was no more: que (ne ... que), only
    conjunctions: list[str] = []  # ni, neither: deny the event whose participants they join
    only: list[str] = []  # words that, right behind a negation, make it deny nothing: (non) seulement, (not) only
    mistaken: list[str] = []  # adverbs by which somebody was wrong to say so: à tort, faussement, wrongly
    untrue: list[str] = []  # adjectives and nouns that say of what is told that it is not so: faux, infondé, hoax


class Contrary(Struct, forbid_unknown_fields=True, frozen=True):
    """What words deny by saying what is instead: `alive` that somebody died, `hold` that a dam burst.

    denies: the classes of the events. subject: the role in them of what the words are said of; owner: of whose that is
    (`X's tests are negative`); object: of what they are about, bare or behind one of `ways`. of: nouns of which alone
    they say so. now: they tell a state, which denies only what has not ended it since.
    """

    denies: list[str]
    subject: str = "theme"
    owner: str = ""
    object: str = ""
    ways: list[str] = []
    of: list[str] = []
    now: bool = False


class Denials(Struct, forbid_unknown_fields=True, frozen=True):
    """The file `denials.toml`: words by which a text says no to what is told; words set off by spaces, verbs as lemmas."""

    phrases: list[str]  # say no wherever they stand: il n'en est rien, nothing of the kind
    answers: list[str]  # say no where they stand alone: non, jamais, nonsense
    wrong_figures: list[str]  # what is said of a figure that is wrong: fantaisiste / inflated
    correcting: list[str]  # verbs that put a figure right: rectifier / correct
    denying: list[str]  # verbs that may stand without saying what is denied: nier, deny
    forms: list[str]  # finite forms of such verbs that the pipeline may take for a noun or adjective: dément, denies
    rejecting_forms: list[str]  # the same of verbs that deny where their object is what is said: balaie, rejects
    rejecting: list[str]  # verbs that deny where their object is what is said: rejeter (une accusation), dismiss
    refusing: list[str]  # verbs that turn down a proposal where they do not deny: rejeter (une loi), throw out
    proposals: list[str]  # nouns of what is turned down and not denied: projet de loi, recours, bill, appeal
    deciders: list[str]  # nouns of those who decide on proposals: tribunal, député, court, lawmaker
    uncommitted: list[str]  # verbs of who leaves open what others say: confirmer, commenter / comment, plead
    untold: list[str]  # adjectives that say no only to what is said: fantaisiste, absurd (of a claim, never of a hat)
    smallest: list[str]  # nouns of the least that there is, which deny all of it: (pas un) centime, (not a) penny
    single: list[str]  # words that set one apart only to deny all of them: (pas un) seul, (not a) single
    told: list[str]  # nouns of what is said: accusation, rumeur, claim
    shares: list[str]  # nouns of a part in what is told: implication, involvement
    calling: list[str]  # verbs that say of something that it is untrue, with such a word: qualifier, parler (de), call
    nouns: list[str]  # nouns of a denial: démenti
    giving: list[str]  # verbs beside which such a noun is one: opposer, publier, issue
    # verbs of saying more, whose topic is what was denied: (n'a pas voulu) s'étendre (sur), elaborate
    dwelling: list[str]
    whenever: list[str]  # conjunctions before what was asked or put to who says no: quand, when
    replying: list[str]  # verbs of saying whose speaker answers what was told before: répliquer, retort
    existential: list[str]  # words that make a verb say that something is: (il) y (a), there (is)
    fronting: list[str]  # words that set a noun before the clause that is about it: quant (à), as (for)
    than: list[str]  # words behind which stands what could not be less so: (rien de plus faux) que, than
    # words that lay at somebody's door what is taken to have been: who denies that, does not deny it: imputer, blame
    blaming: list[str]
    despite: list[str]  # what stands before where the sentence holds to what it tells: malgré, despite
    topics: list[str]  # words of what a question or a denial is about, wherever they stand: (au) sujet (de), concerning
    near_topics: list[str]  # prepositions that tell it beside a verb of saying or a noun of denial alone: sur, of
    against: list[str]  # prepositions before what a verb of denial is said of: contre, at
    manner: list[str]  # prepositions that tell how it is said, that of what is used first: avec, dans
    copulas: list[str]  # lemmas: être, be
    perfect: list[str]  # auxiliaries that make no passive: avoir, have
    been: list[str]  # participles of be: été, been, being
    by: list[str]  # prepositions that bring who says no: par, by, from
    relatives: list[str]  # take up the clause before: ce que, which
    pronouns: list[str]  # take up what was told: ce, cela, that
    clitics: list[str]  # object pronouns before a verb: le, les
    disbelief: list[str]  # before a told clause: il est faux de dire que, nobody should believe that
    # lemmas of what is where an event was not, a phrase without its articles: vivant, rester ouvert, be in post
    contraries: dict[str, Contrary] = {}
    # verbs of getting, seeing and knowing -> the classes of events that gave it to their subject: nier avoir reçu X denies
    # that X was handed over, and that its receiver was told
    converses: dict[str, list[str]] = {}
    # verbs of leaving -> the classes of events that cannot have been where nothing left: (aucun dossier n'a) quitté
    departures: dict[str, list[str]] = {}
    # verbs of coming to a place or against it -> the classes of events that cannot have been by what never came there:
    # (aucun drone n'a) atteint (le site)
    arrivals: dict[str, list[str]] = {}
    nothing: list[str] = []  # pronouns for no thing whatever: rien, nothing
    # verbs that rule out what is theirs to decide on, which is then ahead: exclure (une enquête), rule out (a recall)
    deciding: list[str] = []
    # nouns of how something is, that it was taken for granted: (contester) la légalité (de N), (dispute) the cost (of N)
    qualities: list[str] = []
    admitting: list[str] = []  # verbs of saying by which who denied goes back on it: reconnaître, admit
    lying: list[str] = []  # verbs of not telling the truth: mentir (sur N), lie (about N)
    matters: list[str] = []  # nouns that point at what was told without telling it: (sur ce) point, (on this) matter
    general: list[str] = []  # nouns of all things of a kind, whose denial denies each of them: (aucun) matériel, goods
    charges: list[str] = []  # nouns of what somebody is charged with: accusation, allegation
    messages: list[str] = []  # nouns of what tells something to who gets it: note, avertissement, warning
