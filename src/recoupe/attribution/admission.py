"""Which readings of a reporting verb count: guarded verbs, speakers, one's own words."""

from recoupe.attribution.cues import VerbCue, can_speak, is_negated, nobody, opens_aside
from recoupe.attribution.draft import Range, Reading
from recoupe.attribution.objects import counts
from recoupe.attribution.sources import agent
from recoupe.attribution.syntax import is_finite, is_gerund
from recoupe.ingest.names import has_name_form
from recoupe.linguistics import Token
from recoupe.linguistics.negatives import says_none
from recoupe.linguistics.saying import is_ability

MARKS_AND_SPACE = "«»“”\"'’ \u00a0\u202f"
ASKING = {"question", "request"}  # classes whose participle before a sentence tells to whom a question was put
JUDGING = {"denial", "accusation", "emotion"}  # classes that pronounce on an event named by a noun


def admissible(reading: Reading, cue: VerbCue, mechanism: str, content: list[Range]) -> bool:
    """Guarded verbs need a clause or quotation and a subject that can speak; nominal contents need one too.

    Words in quotation marks speak for themselves. What a quotation's own speaker does (`nous avertissons`) is that
    quotation's content already.
    """
    if no_one(reading, cue.subject) or not_allowed(reading, cue):
        return False
    if cue.entry.verb.class_ != "denial" and is_negated(reading, cue.verb) and silent(reading, cue, mechanism):
        return False
    if said_not_to_say(reading, cue.verb) or turned_down(reading, cue, mechanism, content):
        return False
    if quoted_name(reading, cue, content) or put_to(reading, cue, content) or within_compound(reading, cue.verb):
        return False
    position = reading.tokens[cue.verb].start
    own_words = reading.quotation_at(position) is not None and not mechanism.startswith("quotation")
    if own_words and mechanism == "verb:colon":
        return True
    if own_words and cue.subject is not None and first_person(reading, cue.subject):
        return False
    known = cue.entry.verb.class_ == "learning" and cue.subject is not None and not nobody(reading, cue.subject)
    if own_words and known:
        return False  # `« Chacun sait que F », dit la juge`: whoever says that somebody knows it says it
    if (
        any(q.outer_start <= content[0][0] and content[-1][1] <= q.outer_end for q in reading.quotations)
        and not own_words
    ):
        return True
    by_name = can_speak(reading, cue.subject)
    if mechanism == "verb:incise" and uninverted(reading, cue):
        return False
    if cue.entry.verb.standing == "guarded" and mechanism.endswith("colon") and only_document(reading, cue.subject):
        return False  # `Cette décision intervient après une fuite : ...`
    if cue.entry.verb.class_ == "judgement" and mechanism.endswith("colon") and finds_itself(reading, cue.verb):
        return False
    if cue.entry.verb.standing == "guarded":
        marked = any(s - 2 <= q.outer_start < e for s, e in content for q in reading.quotations)
        judged = (
            cue.entry.verb.class_ in JUDGING
            and mechanism.endswith(("object", "noun"))
            and head_is_stated(reading, content)
        )
        charged = cue.entry.verb.class_ == "accusation" and mechanism.endswith("gerund")  # `charged him with lying`
        said = mechanism.endswith(("clause", "colon", "incise", "quotation")) or marked or judged or charged
        said = said or (
            mechanism.endswith("noun") and cue.entry.verb.class_ == "neutral" and gives_figure(reading, content)
        )
        said = said or (
            mechanism.endswith("object") and counted_up(reading, cue, content) and gives_figure(reading, content)
        )
        return by_name and not nobody(reading, cue.subject) and (said or declining(reading, cue.verb) is not None)
    if mechanism.endswith(("object", "noun", "predicative")) and not cue.passive:
        return by_name
    if mechanism.endswith("object") and cue.passive and cue.entry.verb.class_ != "denial":
        return agent(reading, cue.verb) is not None
    return True


def turned_down(reading: Reading, cue: VerbCue, mechanism: str, content: list[Range]) -> bool:
    """Whether a verb tells that a proposal was turned down, which denies nothing (`Lawmakers rejected the pension reform`)."""
    denials = reading.lexicon(cue.verb).pack.denials
    if not mechanism.endswith(("object", "noun")) or reading.tokens[cue.verb].lemma not in denials.refusing:
        return False
    noun = next(
        (t for t in reading.between(*content[0]) if t.pos == "NOUN" and t.dep not in {"compound", "nmod"}), None
    )
    if noun is None or noun.lemma in denials.told:
        return False
    decides = cue.subject is not None and reading.tokens[cue.subject].lemma in denials.deciders
    return decides or noun.lemma in denials.proposals


def said_not_to_say(reading: Reading, verb: int) -> bool:
    """Whether a verb of saying is what somebody denies having done (`denied ordering the sale`, `nie avoir promis un emploi`)."""
    token = reading.tokens[verb]
    above = reading.tokens[token.head]
    if above.i >= verb or not token.dep.startswith(("xcomp", "ccomp", "advcl")) or is_finite(reading.annotation, verb):
        return False
    if token.dep.startswith("advcl") and is_gerund(token) and reading.tokens[verb - 1].text == ",":
        return False  # `denied the report, saying that F`
    denies = any(e.verb.class_ == "denial" for e in reading.lexicon(above.i).verbs.get(above.lemma, ()))
    return denies and not is_negated(reading, above.i)


def put_to(reading: Reading, cue: VerbCue, content: list[Range]) -> bool:
    """Whether a participle before a sentence tells only to whom a question was put (`Interrogée sur ce point, elle`)."""
    if cue.entry.verb.class_ not in ASKING or not opens_aside(reading, cue.verb):
        return False
    first = next(iter(reading.between(*content[0])), None)
    return first is None or first.norm not in reading.lexicon(cue.verb).pack.settings.questioners


def only_document(reading: Reading, subject: int | None) -> bool:
    """Whether a subject is a document and nobody."""
    if subject is None or reading.tokens[subject].pos != "NOUN":
        return False
    lexicon, token = reading.lexicon(subject), reading.tokens[subject]
    names = {token.lemma, token.norm}
    return bool(names & lexicon.documents) and not names & lexicon.speakers


def quoted_name(reading: Reading, cue: VerbCue, content: list[Range]) -> bool:
    """Whether what stands in marks right before a verb is a name and its subject (`« Le Phare » publie la lettre`)."""
    start, end = content[0]
    first = min(cue.verb, *reading.annotation.dependents(cue.verb, "aux"), cue.verb)
    between = reading.text[end : reading.tokens[first].start] if end <= reading.tokens[first].start else ","
    quoted = any(q.outer_start <= start and end <= q.outer_end for q in reading.quotations)
    return (
        quoted and len(content) == 1 and has_name_form(reading.text[start:end]) and not between.strip(MARKS_AND_SPACE)
    )


def silent(reading: Reading, cue: VerbCue, mechanism: str) -> bool:
    """Whether a negated verb tells only what a text leaves out: a document does not decline (`la note ne mentionne pas X`).

    Nor does an inserted clause without an inverted pronoun, which no negation inserts (`la note, que X a lue, ne cite pas Y`),
    but for verbs that say by it (`ne cache pas le maire`).
    """
    if only_document(reading, cue.subject):
        return True
    hiding = reading.lexicon(cue.verb).pack.settings.hiding
    named = cue.subject is not None and reading.tokens[cue.subject].pos in {"NOUN", "PROPN"}
    return mechanism == "verb:incise" and named and reading.tokens[cue.verb].lemma not in hiding


def no_one(reading: Reading, subject: int | None) -> bool:
    """Whether a subject stands for nobody or nothing at all (`nobody denies`, `rien ne permet de dire`): it says nothing."""
    if subject is None:
        return False
    negation = reading.lexicon(subject).pack.negation
    inside = [reading.tokens[c].norm for c in reading.annotation.dependents(subject, "det", "amod")]
    return says_none(reading.annotation, subject) or any(word in negation.determiners for word in inside)


def said_by_none(reading: Reading, source: Range | None) -> bool:
    """Whether the words of a source stand for nobody or nothing at all (`n'est confirmé par personne`)."""
    words = reading.between(*source) if source is not None else []
    return any(no_one(reading, word.i) for word in words[:2])  # (behind a determiner: `aucun responsable`)


def not_allowed(reading: Reading, cue: VerbCue) -> bool:
    """Whether a relative clause tells why somebody is not named (`who are not allowed to discuss the case`)."""
    subject = cue.subject
    if subject is None or not reading.tokens[subject].has("PronType=Rel"):
        return False
    refusing = declining(reading, cue.verb)
    permitting = reading.lexicon(cue.verb).pack.anonymity.permitting
    return refusing is not None and reading.tokens[refusing].lemma in permitting


def uninverted(reading: Reading, cue: VerbCue) -> bool:
    """Whether a noun is the subject before its verb where inserted cues are inverted.

    `Selon X, l'autopsie n'a rien révélé`, `X dénonce, le pouvoir s'indigne`; with its pronoun (`la région l'assure`) it is one.
    """
    settings = reading.lexicon(cue.verb).pack.settings
    if not settings.clitic_inversion or cue.subject is None or cue.subject > cue.verb:
        return False
    between = reading.tokens[cue.subject + 1 : cue.verb]
    return reading.tokens[cue.subject].pos == "NOUN" and not any(t.norm in settings.resumptives for t in between)


def gives_figure(reading: Reading, content: list[Range]) -> bool:
    """Whether a nominal content is a number, of something or alone (`parle d'au moins trois blessés`, `d'une quarantaine`)."""
    inside = reading.between(*content[0])
    noun = next((t for t in inside if t.pos == "NOUN"), None)
    if noun is None:
        return any(t.pos == "NUM" for t in inside)
    vague = reading.lexicon(noun.i).pack.numbers.vague
    return counts(reading, noun.i) or noun.norm in vague or noun.lemma in vague


def within_compound(reading: Reading, verb: int) -> bool:
    """Whether a participle is the second half of an adjective (`a well-informed contact`, `a much-cited study`)."""
    token, before = reading.tokens[verb], reading.tokens[max(0, verb - 1)]
    return token.dep.startswith("amod") and before.text == "-" and before.end == token.start


def finds_itself(reading: Reading, verb: int) -> bool:
    """Whether a verb of judging has its own subject for its object (`the town finds itself in the news: ...`)."""
    objects = [reading.tokens[c] for c in reading.annotation.dependents(verb, "obj") if c > verb]
    return any(t.has("Reflex=Yes") for t in objects)


def counted_up(reading: Reading, cue: VerbCue, content: list[Range]) -> bool:
    """Whether a verb tells that somebody has counted, not of how many something consists (`le groupe compte 300 salariés`).

    In the present it does where victims are counted, or those who took part (`compte 22 collègues blessés`).
    """
    token = reading.tokens[cue.verb]
    done = token.has("VerbForm=Part") or token.has("Tense=Past") or token.has("Tense=Imp")
    partitive = any(
        reading.tokens[c].norm in reading.lexicon(c).pack.settings.partitives
        for c in reading.annotation.children[cue.verb]
    )
    events = reading.lexicon(cue.verb).pack.events
    tolls = (t.lemma in events.victims or t.lemma in events.attending for t in reading.between(*content[0]))
    return cue.entry.verb.class_ == "judgement" and (done or partitive or any(tolls)) and not cue.passive


def head_is_stated(reading: Reading, content: list[Range]) -> bool:
    """Whether a nominal content's first noun names an event or something stated (`a exclu toute hausse`)."""
    start, end = content[0]
    noun = next((t for t in reading.between(start, end) if t.pos == "NOUN"), None)
    if noun is None:
        return False
    pack = reading.lexicon(noun.i).pack
    tables = (pack.events.nouns, pack.reporting_nouns.nouns, pack.reporting_nouns.stated)
    return any(noun.lemma in table for table in tables) or has_doer(reading, noun)


def has_doer(reading: Reading, noun: Token) -> bool:
    """Whether a noun tells a deed by who has done it (`le port d'une combinaison interdite | par la nageuse`)."""
    by = reading.lexicon(noun.i).pack.attribution_phrases.agents
    marks = (c for below in reading.annotation.subtree(noun.i) for c in reading.annotation.dependents(below, "case"))
    return any(reading.tokens[c].norm in by for c in marks if c > noun.i)


def first_person(reading: Reading, token: int) -> bool:
    """Whether a subject is `je`, `nous`, `I`, `we`."""
    return "Person=1" in reading.tokens[token].morph and reading.tokens[token].pos == "PRON"


def declining(reading: Reading, verb: int) -> int | None:
    """The verb by which somebody declines to say: `refuse de confirmer`, `n'a pas souhaité commenter`, `declined to say`."""
    token = reading.tokens[verb]
    if (
        not token.dep.startswith(("xcomp", "ccomp", "advcl"))
        or token.head >= verb
        or is_finite(reading.annotation, verb)
    ):
        return None
    if token.dep.startswith("advcl") and not (token.has("VerbForm=Inf") or reading.annotation.dependents(verb, "mark")):
        return None  # `declined to comment, saying that`: what is said is not declined
    entries = reading.lexicon(verb).verbs.get(reading.tokens[token.head].lemma, ())
    negation = reading.lexicon(verb).pack.negation
    unable = reading.tokens[token.head].lemma in {*negation.unable, *negation.impossible}
    refuses = unable or any(e.verb.class_ == "refusal" for e in entries)
    wishes = any(e.verb.standing == "optional" for e in entries) or is_ability(reading.tokens[token.head])
    return token.head if refuses or (wishes and is_negated(reading, token.head)) else None
