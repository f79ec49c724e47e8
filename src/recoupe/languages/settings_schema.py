"""What a language pack says of the grammar of its language: the file `settings.toml`."""

from msgspec import Struct

from recoupe.languages.forms_schema import VerbForms


class Settings(Struct, forbid_unknown_fields=True, frozen=True):
    """Mechanisms of a language that are no word lists, switched on by name."""

    quotes: list[list[str]]  # pairs [open, close]; straight marks are the same twice
    journalistic_conditional: bool  # a conditional outside hypothesis and future in the past is a hedge
    inverted_cues: bool  # "a déclaré X", "said X" after a quotation
    clitic_inversion: bool  # "a-t-il dit"
    zero_complementiser: bool  # "said he would"
    complementisers: list[str]  # que, qu' / that
    questioners: list[str]  # si, comment / whether, how
    infinitive_marks: list[str]  # de, d', à / to
    # marks of a verb form whose doer is the object of the verb above: pour (avoir volé) / of, from, for, with (stealing)
    object_marks: list[str]
    whichever: list[str]  # set phrases for anybody or anything at all: qui que ce soit
    slightest: list[str]  # superlatives that may stand before a noun for none of it: moindre
    done_by_addressee: list[str]  # verbs whose infinitive is done by those whom a preposition brings: reprocher (à)
    nobody: list[str]  # on
    things_have_gender: bool = False  # the pronouns of persons stand for bodies and documents too: elle, la préfecture
    the: str = ""  # the article before a body's noun, where a masculine one is not told from others: le
    possession: str = ""  # how an owner is named with what is owned: {article} {noun} de {owner}
    elided_before: str = ""  # first letters before which an article and a preposition lose their vowel
    elided: dict[str, str] = {}  # articles and prepositions -> as they stand there: de = "d'"
    merged: dict[str, str] = {}  # a preposition with an article -> the word they make: "de le" = "du"
    bare_infinitive_marks: list[str] = []  # of the infinitive that `infinitive` takes: none in French, to in English
    bare_headings: bool = False  # headings drop articles and auxiliaries: Bridge unsafe, warns engineer
    likeness: list[str] = []  # open a cue clause beside what it ascribes: comme (l'a dit X), as (X explained)
    resumptives: list[str] = []  # pronouns that take up in such a clause what is ascribed: l' in comme l'a dit X
    # words before a participle or relative pronoun that tells of a source: as, itself
    description_openers: list[str] = []
    before_other_conjunctions: list[str] = []  # a complementiser behind them opens no content: afin (que), plus (que)
    participle_endings: dict[str, str] = {}  # of participles read as adjectives -> of the infinitive: é -> er
    finite_endings: dict[str, str] = {}  # of finite forms that the tagger does not know -> of the infinitive: ait -> er
    states: list[str] = []  # participles that are adjectives of state where they govern nothing: missing
    fronted: list[str] = []  # auxiliaries that make a condition before their subject: should, were
    # the preposition behind a noun in the progressive ending that tells one event: (the closing) of
    gerund_of: str = ""
    # conjunctions of what goes on meanwhile, which behind a speaker and a comma is the report's: alors (que) / as, while
    concurrent: list[str] = []
    temporal: list[str] = []  # conjunctions of time that open an aside before its main clause: quand, when
    genitives: list[str] = []  # the preposition of what belongs to something, in all its forms: de, du / of
    be_selecting: list[str] = []  # verbs whose perfect takes the auxiliary of the passive: partir, tomber
    conjunctions_too: list[str] = []  # prepositions that open a clause as well: after, before
    relatives: list[str] = []  # words that open a relative clause, however they are tagged: qui, dont / who
    contractions: dict[str, str] = {}  # prepositions with their article -> the preposition: du -> de
    elisions: dict[str, str] = {}  # words before a vowel -> as they stand elsewhere: qu' -> que
    # words of asking, answering and remarking, whose topic is spoken of, not told: question, mot
    remarks: list[str] = []
    remark_marks: list[str] = []  # words that bring that topic: sur, about
    anybody: list[str] = []  # who says what anybody may say: ceux (qui disent que), whoever
    # lemmas of verbs that say a thing where they are negated: cacher / hide
    hiding: list[str] = []
    far_from: list[str] = []  # the words before a verb that say that it was far from so: far from
    assenting: list[str] = []  # verbs whose negation denies what they take: (does not) accept (that)
    # pronouns that stand for nobody before a verb of evidence: il (ressort de X que)
    impersonal: list[str] = []
    impersonal_verbs: list[str] = []  # lemmas of verbs before which these stand for nobody: falloir, ressortir
    # nouns that tell, before a colon, that what stands behind it is only supposed: hypothèse
    hypotheses: list[str] = []
    # object pronouns that stand for a noun behind a preposition, with that: lui = "à"
    datives: dict[str, str] = {}
    held: list[str] = []  # cases of what a holder holds: (dix conteneurs) de / of
    counted: list[str] = []  # cases of those some of whom are counted: (deux) des, parmi / of, among
    owners: list[str] = []  # cases of the one whose a thing is: de / of, 's
    # verbs whose marked infinitive has not come about yet: rester (à établir), remain (to be seen)
    remaining: list[str] = []
    # nouns of what shows a thing to be so, of which there may be none: preuve / evidence
    proofs: list[str] = []
    excluding: list[str] = []  # verbs of ruling out, which leave open where they are negated: exclure, rule (out)
    proving: list[str] = []  # verbs of showing and saying that a thing is so: établir, permettre de dire / confirm
    # words, apart from others by spaces, that open a supposition: à supposer, in the event of
    figures_against: list[str] = []  # words by which a figure is set against the one before it: contre, against
    never_nouns: list[str] = []  # verbs whose present looks like the plural of a noun that there is not: deny (denies)
    suppositions: list[str] = []
    progressive: str = ""  # ending of the form that says, with one of `progressive_with`, that something goes on: -ing
    progressive_with: list[str] = []
    # what opens, behind a comma, a clause that says something of all that stands before it: ce que (X dément) / which (X denies)
    commenting: list[str] = []
    # lemmas of verbs whose object may stand behind a partitive article, and that take nothing else behind it: vendre (du blé)
    partitive: list[str] = []
    knowing: list[str] = []  # lemmas of verbs of knowing and not knowing: savoir, ignorer / know
    # participles before another one, or a predicate, that say that it is only said or believed: reported (killed)
    reputed: list[str] = []
    advising: list[str] = []  # auxiliaries of what ought to be and may not be: should
    hearing: list[str] = []  # pronouns before a verb of saying for whom it is said to: m', nous, lui
    # nouns behind a preposition, and adjectives, that say that somebody can or may: (en) mesure (de) / allowed (to)
    abilities: list[str] = []
    # auxiliaries that stand before their subject behind a negation that opens the sentence: did, was, would
    inverting: list[str] = []
    negative_openers: list[str] = []  # words that negate and open such a sentence: never, nor
    bare_helper: str = ""  # the lemma of the auxiliary that takes the plain form of a verb: do
    perfect_gerund: list[str] = []  # progressive forms of the auxiliary of the perfect: having
    future: list[str] = []  # auxiliaries of what is to come, as written: will
    future_in_the_past: list[str] = []  # auxiliaries of what was to come: would
    perfect: list[str] = []  # auxiliaries that make it a past one: would have closed
    leaving: list[
        str
    ] = []  # verbs that tell with an object and a participle in what state they leave it: laisser / leave
    without: list[str] = []  # prepositions that open a sentence with what kept something from being: sans, faute de
    # words before a noun that say so of what it names, which was: n'eût été / had it not been for
    but_for: list[str] = []
    headline_participles: bool = False  # whether a past form without an object is a passive participle in a heading
    bare_present: bool = False  # a verb's present is its lemma, but for the third person
    same_past: list[str] = []  # verbs whose past is their lemma: let, put
    future_endings: dict[str, str] = {}  # of the future, third person -> of the infinitive: era = "er"
    # of verbs in the present read as nouns -> of the infinitive: ie -> ier, ies -> y
    present_endings: dict[str, str] = {}
    like_presents: list[str] = []  # adjectives that look like a verb in the present: ferme, calme, double
    bare_capitals: dict[str, str] = {}  # words as they stand at a sentence's start without their accent: A -> à
    reflexives: list[str] = []  # pronouns that take up the subject where the pipeline does not say so: se
    right_headed: bool = False  # of nouns in a row the last is the head: incinerator ash
    asides: list[str] = []  # set phrases between a verb and what it takes: de son côté, au contraire / for his part
    # lemmas of verbs that say that somebody goes on doing a thing: persister (à nier) / continue (to deny)
    persisting: list[str] = []
    contrasts: list[str] = []  # conjunctions of contrast: mais / but
    parting: list[str] = []  # words that set a clause against the one before: tandis que, alors que / while, whereas
    partitives: list[str] = []  # pronouns of what is counted, before the verb: en
    figure_joints: list[str] = []  # words between a figure and a rival one: et, contre / and, to
    adding: list[str] = []  # join one more thing to what was named: ainsi que / as well as
    purpose_marks: list[str] = []  # before an infinitive, tell what something is for: pour, afin / (in order) to
    gerund: list[str] = []  # before a participle, tell that it goes along with the verb above it: en
    predicate_marks: list[str] = []  # bring a predicate: comme / as
    # words that make a clause hypothetical: si, tout, toute, au cas où / if, any
    conditional_hypothesis: list[str] = []
    conceding: list[str] = []  # those of them that may also grant what came about: si / if
    # whether they do with a perfect beside another past: si X a fermé l'usine, il a gardé
    perfect_concedes: bool = False
    cleft_pronouns: list[str] = []  # pronouns before the copula that gives a reason or purpose: ce (c'est pour), it
    granting: list[str] = []  # words before si that grant what its clause tells: même (si)
    grounds: list[str] = []  # what opens a ground behind c'est: au terme de, sous la pression de, grâce à
    reasons: list[str] = []  # marks of that reason or purpose: parce (que), pour / because
    asking: list[str] = []  # labels of who asks in an interview, lower case: q, question
    answering: list[str] = []  # labels of who answers: r, réponse / a, answer
    demonym_endings: list[str] = []  # of adjectives made of names of places: ien, aise / ian, ese
    common_endings: list[str] = []  # of common nouns and adverbs, which hardly end a name: tion, ment / ness, ly
    place_endings: list[str] = []  # of names of places, which fall before them: ie, a
    pasts: dict[str, str] = {}  # irregular forms that only a past has -> their infinitive: froze
    verb_forms: VerbForms | None = None  # where the endings of verbs tell their tense
