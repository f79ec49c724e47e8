"""Which event entry of the packs a word or a phrase of a report has."""

import functools
from collections.abc import Mapping, Sequence

from msgspec import structs

from recoupe.claims.constructions import awaited, described, headline_participle, is_reflexive, looks_past
from recoupe.claims.deed_nouns import BY_WORD, deed_noun
from recoupe.claims.holding import counted_by
from recoupe.claims.knowing import KNOWN, knower
from recoupe.claims.misread import misread_verb
from recoupe.claims.participants import can_act, takes_no_part
from recoupe.claims.phases import phase_words
from recoupe.claims.things import misread_thing
from recoupe.languages import LanguagePack, language_pack
from recoupe.languages.events_schema import EventEntry
from recoupe.languages.inflection import infinitives
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.saying import is_ability

BETWEEN = {"DET", "ADV", "PRON", "ADJ"}  # what may stand between the words of a phrase (`made its way`)
# tokens from a verb to a word of its phrase that hangs on it (`a déposé mardi soir devant la cour un recours`)
FAR = 12


def entry_of(annotation: Annotation, token: Token, pack: LanguagePack) -> tuple[EventEntry, bool] | None:
    """The event entry of a token and whether it is a noun; what no class covers is told by its word alone."""
    if token.norm in pack.hedges.adverbs or tells_phase(annotation, token):
        return None  # read as a verb in a sentence of another language (`est reportedly sur le point de`)
    if misread_thing(annotation, token) or awaited(annotation, token) is not None:
        return None
    if is_victim(annotation, token):
        return EventEntry([pack.events.victims[token.lemma]], {"subject": "agent"}, phase="done"), True
    if (entry := misread_verb(annotation, token, pack)) is not None:
        return entry, False
    if knower(annotation, token) is not None:
        return KNOWN, False
    if token.pos in {"VERB", "AUX", "ADJ"} and not token.dep.startswith(("aux", "cop")):
        entry = verb_entry(annotation, token, pack) or participle(token, pack)
        if entry is not None:
            return (entry, False) if not only_governs(annotation, token) else None
        told = token.pos == "VERB" and not only_phase(annotation, token) and not described(annotation, token)
        return (BY_WORD, False) if told or is_said_of(annotation, token) else None
    if token.pos == "NOUN" and annotation.dependents(token.i, "aux") and (entry := participle(token, pack)):
        return entry, False
    if counts_others(annotation, token):
        return None
    if token.pos == "NOUN" and (entry := pack.events.nouns.get(token.lemma)):
        return (entry, True) if not takes_no_part(annotation, token.i) else None  # (`à plusieurs reprises`)
    if (entry := gerund(annotation, token, pack)) is not None:
        return entry, True
    if (entry := deed_noun(annotation, token)) is not None:
        return entry, True
    return (BY_WORD, False) if is_said_of(annotation, token) else None


def verb_entry(annotation: Annotation, token: Token, pack: LanguagePack) -> EventEntry | None:
    """The entry of a verb by its lemma, with a reflexive by its pronominal reading where it has one."""
    if token.pos == "ADJ":
        return None
    if token.lemma in pack.events.pronominal and is_reflexive(annotation, token, pack):
        return pack.events.pronominal[token.lemma]
    return pack.events.verbs.get(token.lemma)


def only_governs(annotation: Annotation, token: Token) -> bool:
    """Whether a verb tells nothing but the infinitive that it governs (`leur permettant de frapper`, `tried to flee`)."""
    governing = token.lemma in language_pack(token.language).events.governing
    return governing and bool(annotation.dependents(token.i, "xcomp", "advcl", "ccomp"))


def only_phase(annotation: Annotation, token: Token) -> bool:
    """Whether a verb only says the phase of the infinitive that it governs (`prévoyait d'expédier`, `had to leave`)."""
    obliging = token.lemma in language_pack(token.language).events.obliging
    only = obliging or (token.lemma,) in phase_words(token.language) or only_governs(annotation, token)
    return only and bool(annotation.dependents(token.i, "xcomp"))


def tells_phase(annotation: Annotation, token: Token) -> bool:
    """Whether a noun stands inside words that tell the phase of what follows (`sont en train de former`)."""
    if token.pos != "NOUN":
        return False
    tokens, end = annotation.tokens, annotation.sentences[token.sentence][1]
    first = annotation.sentences[token.sentence][0]
    for words, place in inside_phase(token.language).get(token.norm, ()):
        start = token.i - place
        inside = start >= first and start + len(words) <= end
        if inside and all(t.norm == w for t, w in zip(tokens[start : start + len(words)], words, strict=True)):
            return True
    return False


@functools.cache
def inside_phase(language: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], int]]]:
    """For each word inside words that tell the phase: those words, and its place among them."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for words in phase_words(language):
        for place in range(1, len(words) - 1):
            found.setdefault(words[place], []).append((words, place))
    return found


def is_said_of(annotation: Annotation, token: Token) -> bool:
    """Whether a noun, adjective or figure is what a copula says of a subject (`turnout was 63 percent`)."""
    said = token.pos in {"NOUN", "ADJ", "NUM", "SYM"} and bool(annotation.dependents(token.i, "cop"))
    negation = language_pack(token.language).negation
    able = is_ability(token) or token.lemma in negation.unable or token.lemma in negation.willing
    if able and annotation.dependents(token.i, "xcomp"):
        return False  # (`is in a position to sell`)
    return said and bool(annotation.dependents(token.i, "nsubj"))


def is_victim(annotation: Annotation, token: Token) -> bool:
    """Whether a word counts those whom something has befallen (`trois morts`, `11 injured`)."""
    if token.pos not in {"NOUN", "ADJ", "VERB"} or token.lemma not in language_pack(token.language).events.victims:
        return False
    numbered = bool(annotation.dependents(token.i, "nummod")) or stands_behind_number(annotation, token)
    numbered = numbered or counted_by(annotation, token.i) != token.i or one_left(annotation, token)
    return numbered and not annotation.dependents(token.i, "nsubj", "aux", "cop")


def one_left(annotation: Annotation, token: Token) -> bool:
    """Whether a noun with an indefinite article is what something has left behind (`a fait un mort`, `et un disparu`)."""
    first = token
    while first.dep.startswith("conj") and annotation.tokens[first.head].pos == token.pos:
        first = annotation.tokens[first.head]
    if token.pos != "NOUN" or not first.dep.startswith("obj"):
        return False
    verb = annotation.tokens[first.head]
    articles = [annotation.tokens[c] for c in annotation.dependents(token.i, "det")]
    one = any(t.has("Definite=Ind") and t.has("Number=Sing") for t in articles)
    return one and verb.lemma in language_pack(verb.language).events.outcomes


def counts_others(annotation: Annotation, token: Token) -> bool:
    """Whether a noun that can name an event counts what hangs on it (`une quarantaine de blessés`)."""
    if token.lemma not in language_pack(token.language).numbers.vague:
        return False
    return any(counted_by(annotation, c) == token.i for c in annotation.dependents(token.i, "nmod"))


def stands_behind_number(annotation: Annotation, token: Token) -> bool:
    """Whether a figure or quantity stands right before a word (`31 missing`, `vingt et un morts`, `dozens missing`)."""
    before = [annotation.tokens[k] for k in range(max(0, token.i - 3), token.i)]
    if not before or before[-1].sentence != token.sentence:
        return False
    numbers = language_pack(token.language).numbers
    vague = {before[-1].norm, before[-1].lemma}
    if before[-1].pos == "NUM" or (before[-1].pos == "NOUN" and any(word in numbers.vague for word in vague)):
        return True
    return len(before) == 3 and before[0].pos == "NUM" and before[1].pos == "CCONJ" and before[2].pos == "DET"


def gerund(annotation: Annotation, token: Token, pack: LanguagePack) -> EventEntry | None:
    """The entry of the verb that a noun in `-ing` tells as one event (`the unearthing of a boat by X`, `the handing over of`)."""
    ending = pack.settings.progressive
    if (
        not ending
        or token.pos != "NOUN"
        or not token.norm.endswith(ending)
        or not annotation.dependents(token.i, "det")
    ):
        return None
    words = [t.lemma for t in annotation.tokens[token.i + 1 : token.i + 3]]
    particle = f" {words[0]}" if words and words[0] in pack.events.particles else ""
    if words[1 if particle else 0 :][:1] != [pack.settings.gerund_of]:
        return None
    stem = token.norm.removesuffix(ending)
    bases = (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    told = pack.events.phrases if particle else pack.events.verbs
    return next((told[b + particle] for b in bases if b + particle in told), None)


def participle(token: Token, pack: LanguagePack) -> EventEntry | None:
    """The entry of the verb whose past participle was read as an adjective or noun (`armes livrées`), or under another lemma."""
    if token.pos == "VERB" and not token.has("Tense=Past") and not looks_past(token):
        return None
    form = token.norm if token.pos == "VERB" else token.lemma
    return next((pack.events.verbs[v] for v in infinitives(form, token.language) if v in pack.events.verbs), None)


def phrase_of(annotation: Annotation, i: int) -> tuple[EventEntry, tuple[int, ...]] | None:
    """The longest event phrase that a token opens (`faisait route`, `on its way`) and its tokens, the highest first."""
    token = annotation.tokens[i]
    listed = phrases(token.language).get(token.lemma, ())
    if token.pos == "ADJ" and token.dep == "amod" and token.sentence in annotation.headings:  # (`Enquête ouverte`)
        listed = [p for verb in infinitives(token.lemma, token.language) for p in phrases(token.language).get(verb, ())]
    if token.dep.startswith("aux"):  # (`est dû à`, but `was caused by` is not to be the cause)
        verbs, said = language_pack(token.language).events.verbs, annotation.tokens[token.head].lemma
        listed = [p for p in listed if token.dep.startswith("aux:pass") and p[0][1:] == (said,) and said not in verbs]
    if not listed:
        return None
    ahead = {t.lemma for t in annotation.tokens[i + 1 : i + FAR]}  # without which no phrase stands in its usual order
    for words, entry in listed:
        nodes = behind(annotation, i, words) if ahead.issuperset(words[1:]) else []
        if nodes and (misread_particle(annotation, nodes) or marks_verb(annotation, nodes[-1], entry)):
            continue
        if nodes and brings_date(annotation, nodes[-1]):
            continue
        if nodes:
            top = next(
                (n for n in nodes if annotation.tokens[n].head not in nodes or annotation.tokens[n].head == n), i
            )
            return entry, (top, *[n for n in nodes if n != top])
        nodes = turned(annotation, i, words)
        if nodes:
            return entry, tuple(nodes)
    return None


def marks_verb(annotation: Annotation, last: int, entry: EventEntry) -> bool:
    """Whether the preposition that ends a phrase and brings who or what takes part opens an infinitive (`is due to open`)."""
    token = annotation.tokens[last]
    if token.norm not in entry.roles:
        return False
    behind = annotation.tokens[last + 1 : last + 2]
    misread = token.dep.startswith("fixed") and any(t.pos in {"VERB", "AUX"} for t in behind)
    return token.dep.startswith("mark") or misread


def brings_date(annotation: Annotation, last: int) -> bool:
    """Whether the preposition that ends a phrase brings a day or a month, not who or what takes part (`was fired on Monday`)."""
    token = annotation.tokens[last]
    calendar = language_pack(token.language).calendar
    near = (token.head, *annotation.children[token.head])  # (`on 9 October`: by the figure or by the month)
    words = {annotation.tokens[n].norm for n in near}
    return token.dep.startswith("case") and any(w in calendar.weekdays or w in calendar.months for w in words)


def misread_particle(annotation: Annotation, nodes: Sequence[int]) -> bool:
    """Whether a noun and its preposition, or a verb and that of a phrase, look like a verb with its particle.

    `one step in a journey`, `may not fly in May`.
    """
    first, last = annotation.tokens[nodes[0]], annotation.tokens[nodes[-1]]
    small = all(annotation.tokens[n].pos in {"ADP", "ADV", "PART"} for n in nodes[1:])
    if first.pos in {"NOUN", "PROPN"}:
        return small
    particles = language_pack(first.language).events.particles
    return len(nodes) == 2 and last.norm in particles and last.dep.startswith("case")


@functools.cache
def phrases(language: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], EventEntry]]]:
    """Phrases of the pack by their first lemma, without their articles, the longest first."""
    pack = language_pack(language)
    found: dict[str, list[tuple[tuple[str, ...], EventEntry]]] = {}
    for phrase, entry in (*pack.events.phrases.items(), *told_by_noun(pack).items()):
        first, *others = phrase.split()
        found.setdefault(first, []).append(((first, *[w for w in others if w not in pack.events.articles]), entry))
    return {first: sorted(listed, key=lambda p: (-len(p[0]), p[0])) for first, listed in found.items()}


def told_by_noun(pack: LanguagePack) -> Mapping[str, EventEntry]:
    """Phrases of a verb and a preposition with the verb's noun in its place (`mise à la retraite`), where none is listed.

    Whom the verb's subject and object name is told as the class has it.
    """
    found: dict[str, EventEntry] = {}
    nouns: dict[str, list[str]] = {}
    for noun, verb in pack.events.phrase_nouns.items():
        nouns.setdefault(verb, []).append(noun)
    for phrase, entry in pack.events.phrases.items():
        verb, _, rest = phrase.partition(" ")
        if rest.split()[0:1] and rest.split()[0] in pack.events.phrase_prepositions and entry.classes:
            roles = {slot: role for slot, role in entry.roles.items() if slot not in {"subject", "object"}}
            found |= {f"{noun} {rest}": structs.replace(entry, roles=roles, instead=[]) for noun in nouns.get(verb, ())}
    return {phrase: entry for phrase, entry in found.items() if phrase not in pack.events.phrases}


def behind(annotation: Annotation, i: int, words: Sequence[str]) -> list[int]:
    """The tokens of a phrase in its usual order: next to each other but for small words, or hung on the first."""
    tokens, end = annotation.tokens, annotation.sentences[annotation.tokens[i].sentence][1]
    nodes, k = [i], i + 1
    for word in words[1:]:
        at = next((j for j in range(k, min(end, i + FAR)) if tokens[j].lemma == word), None)
        if at is None:
            return []
        near = all(tokens[j].pos in BETWEEN for j in range(k, at))
        if not near and not hangs(annotation, at, i, nodes):
            return []
        if tokens[i].head == at and tokens[i].dep.startswith("nsubj") and can_act(tokens[i]):
            return []  # (`police raided a house` is no `police raid`)
        nodes.append(at)
        k = at + 1
    return nodes


def hangs(annotation: Annotation, node: int, verb: int, nodes: Sequence[int]) -> bool:
    """Whether a word is an argument of a verb, or the preposition of one; a noun's preposition must be of the phrase.

    nodes: the words of the phrase before it.
    """
    token = annotation.tokens[node]
    if token.dep.startswith(("parataxis", "conj")):
        return False  # (`a fait six blessés, trois hommes ont été arrêtés` is no `faire arrêter`)
    noun = token.head if token.dep == "case" else node
    if token.dep != "case":
        own = annotation.dependents(node, "case")
        if any(annotation.tokens[c].pos == "ADP" and c not in nodes and not article(annotation.tokens[c]) for c in own):
            return False  # (`prendre part à la décision` is not `prendre décision`)
    return annotation.tokens[noun].head == verb and annotation.tokens[verb].pos == "VERB"


def article(token: Token) -> bool:
    """Whether what was read as a preposition is a partitive article (`porter des accusations`)."""
    return "PronType=Art" in token.morph


@functools.cache
def light(language: str) -> frozenset[str]:
    """The verbs of the pack that carry event nouns, without their particles."""
    return frozenset(verb.split()[0] for verb in language_pack(language).events.light_verbs)


def turned(annotation: Annotation, i: int, words: Sequence[str]) -> list[int]:
    """A verb and its object where the object is what the verb is said of (`le recours déposé`, `an appeal was filed`)."""
    token = annotation.tokens[i]
    if len(words) != 2 or token.pos not in {"VERB", "ADJ"}:
        return []
    if words[-1] not in language_pack(token.language).events.nouns and token.lemma not in light(token.language):
        return []  # (`la porte n'était pas fermée` is no end of a business)
    before = annotation.dependents(i, "nsubj:pass", "nsubj") if annotation.dependents(i, "aux:pass", "cop") else []
    said_of = token.dep == "amod" and token.sentence in annotation.headings
    # (not `reports that X delivered Y`)
    said_of |= token.dep == "acl" and not annotation.dependents(i, "nsubj", "mark")
    before += [token.head] if said_of else []
    before += annotation.dependents(i, "nsubj") if headline_participle(annotation, token) else []  # (`Inquiry opened`)
    return next(([i, n] for n in before if n < i and annotation.tokens[n].lemma == words[1]), [])
