"""At which stage words around an event say that it is: what governs it, what is said of it, adverbs, how often it is."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from recoupe.claims.constructions import case_of, led_by
from recoupe.languages import language_pack
from recoupe.languages.stages_schema import Stage
from recoupe.linguistics import Annotation, Token

# how an infinitive hangs on what governs it
INFINITIVES = ("xcomp", "ccomp", "advcl", "acl", "obl", "obj", "csubj", "conj")
CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis", "conj", "xcomp")
SUBJECTS = ("nsubj", "csubj")
NOUNS = {"NOUN", "PROPN"}

LONGEST = 4  # tokens between a number and the noun that counts how often


class Said(NamedTuple):
    """A stage and the tokens, the last included, that say it."""

    stage: Stage
    first: int
    last: int


@functools.cache
def table(language: str, name: str) -> Mapping[str, Stage]:
    """The stage that each word of a list of the pack says, with what it needs behind it; the first list that has it."""
    found: dict[str, Stage] = {}
    for stage, words in getattr(language_pack(language).stages, name).items():
        for word in words:
            found.setdefault(word, stage)
    return found


@functools.cache
def phrases(language: str, name: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], Stage]]]:
    """The phrases of a list of the pack by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Stage]]] = {}
    for phrase, stage in table(language, name).items():
        words = tuple(phrase.replace("'", "' ").split())
        found.setdefault(words[0], []).append((words, stage))
    return {first: sorted(own, key=lambda p: (-len(p[0]), p[0])) for first, own in found.items()}


def governed(annotation: Annotation, token: Token) -> Said | None:
    """The stage that what governs an event says of it (`has promised to hire`, `le projet de fusion`)."""
    first = first_of_row(annotation, token)
    led = led_by(annotation, token)
    above = annotation.tokens[led if led is not None else first.head]
    if above.pos in NOUNS and first.pos == "VERB" and above.lemma not in table(token.language, "nouns"):
        above = told_whom(annotation, first, above)
    if above.i == first.i or token.i in annotation.ancestors(above.i):
        return None
    if led is None and not hangs(annotation, first, above):
        return None
    name = "nouns" if above.pos in NOUNS else "governing"
    own = table(token.language, name)
    ways = ways_to(annotation, first, above)
    passive = bool(annotation.dependents(above.i, "aux:pass"))
    marks = language_pack(token.language).settings.infinitive_marks
    words = [f"{w} {p}".strip() for p in (*particles(annotation, above), "") for w in (above.norm, above.lemma)]
    for word in words:
        for way in (*ways, ""):
            stage = own.get(f"{word} {way}".strip())
            if stage is None or not (way or plainly(annotation, first, above, ways)):
                continue
            if way in marks and name == "nouns" and token.pos == "NOUN":
                continue  # (`l'ordre de fermer`, but `l'ordre du jour`)
            if way in marks and token.pos == "NOUN" and asks_what(annotation, above):
                continue  # (`se retenir de fuir`, but `ce qu'il faut retenir de la fuite`)
            if (stage == "repeated" and passive) or (stage == "not told" and not undone(annotation, token)):
                continue
            return None if stage == "planned" and by_then(annotation, above) else Said(stage, above.i, above.i)
    return None


def asks_what(annotation: Annotation, verb: Token) -> bool:
    """Whether a relative or question word is the object of a verb, so that a preposition brings no further one."""
    objects = [annotation.tokens[c] for c in annotation.dependents(verb.i, "obj")]
    above = annotation.tokens[verb.head]
    objects += [
        annotation.tokens[c] for c in annotation.dependents(above.i, "obj") if verb.dep.startswith(("xcomp", "ccomp"))
    ]
    return any(t.i < verb.i and (t.has("PronType=Rel") or t.has("PronType=Int")) for t in objects)


def told_whom(annotation: Annotation, infinitive_: Token, noun: Token) -> Token:
    """The verb that has a noun as its object on which the parse hangs the infinitive (`asked the board to reopen it`)."""
    verb = annotation.tokens[noun.head]
    whom = noun.dep.startswith(("obj", "iobj", "obl:arg")) and noun.i < infinitive_.i and verb.i < noun.i
    return verb if whom and infinitive_.dep.startswith("acl") and verb.pos == "VERB" else noun


def by_then(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb tells in the pluperfect what was meant before what is told: whether it has come about since is open."""
    auxiliaries = [annotation.tokens[c] for c in annotation.dependents(verb.i, "aux")]
    perfect = language_pack(verb.language).denials.perfect
    return any(t.lemma in perfect and (t.has("Tense=Imp") or t.has("Tense=Past")) for t in auxiliaries)


def first_of_row(annotation: Annotation, token: Token) -> Token:
    """The first of the words in a row that an event's is one of, which share what governs them."""
    while token.dep.startswith("conj") and annotation.tokens[token.head].pos == token.pos:
        token = annotation.tokens[token.head]
    return token


def hangs(annotation: Annotation, token: Token, above: Token) -> bool:
    """Whether a word may govern an event: as its infinitive or willed clause, its object, what its passive is said of."""
    if token.pos == "NOUN" and not annotation.dependents(token.i, "cop", "aux"):
        return token.dep.startswith(("obj", "nsubj:pass", "nmod", "obl", "compound"))
    if above.pos not in {"VERB", "ADJ", "AUX", *NOUNS} or not token.dep.startswith(INFINITIVES):
        return False
    if infinitive(annotation, token):
        return True
    return token.dep.startswith("ccomp") and willed(annotation, token)


def infinitive(annotation: Annotation, token: Token) -> bool:
    """Whether a predicate is an infinitive, or a participle in its place (`stopped selling`, `from selling`)."""
    group = [token, *(annotation.tokens[c] for c in annotation.dependents(token.i, "aux", "cop"))]
    if any("VerbForm=Fin" in t.morph for t in group):
        return False
    progressive = language_pack(token.language).settings.progressive
    return any(t.has("VerbForm=Inf") for t in group) or bool(progressive and token.norm.endswith(progressive))


def willed(annotation: Annotation, token: Token) -> bool:
    """Whether a clause tells what is only willed or feared: a plain present or subjunctive, a future or `would`."""
    settings = language_pack(token.language).settings
    auxiliaries = [annotation.tokens[c] for c in annotation.dependents(token.i, "aux", "cop")]
    if any(t.norm in {*settings.future, *settings.future_in_the_past} for t in auxiliaries):
        return True
    forms = [token, *(t for t in auxiliaries if t.dep.startswith("aux:pass") or t.dep == "cop")]
    told = any(t.dep.startswith("aux") and not t.dep.startswith("aux:pass") for t in auxiliaries)
    if any(t.has("Mood=Cnd") for t in forms):
        return False  # (`suggère qu'ils se seraient évadés`)
    return not told and any(t.has("Mood=Sub") or t.has("Tense=Fut") or t.has("Tense=Pres") for t in forms)


def ways_to(annotation: Annotation, token: Token, above: Token) -> list[str]:
    """The prepositions by which an event hangs on what governs it."""
    marks = [annotation.tokens[c] for c in annotation.dependents(token.i, "case", "mark")]
    ways = [w for t in marks for w in (t.lemma, t.norm)]
    if token.pos == "NOUN" and (case := case_of(annotation, token.i)):
        ways.append(case)
    before = annotation.tokens[token.i - 1]
    if before.i > above.i and before.pos in {"PART", "ADP"}:
        ways += [before.lemma, before.norm]
    return list(dict.fromkeys(ways))


def particles(annotation: Annotation, verb: Token) -> list[str]:
    """The particles of a verb (`put off`), and what stands right behind it and may be one."""
    own = [annotation.tokens[c].norm for c in annotation.dependents(verb.i, "compound:prt")]
    behind = annotation.tokens[verb.i + 1 : verb.i + 2]
    return own + [t.norm for t in behind if t.pos in {"ADP", "ADV"} and t.norm not in own]


def plainly(annotation: Annotation, token: Token, above: Token, ways: Sequence[str]) -> bool:
    """Whether an event hangs on what governs it as a word without a preposition of its own takes it.

    A verb takes an object, or an infinitive behind its plain mark; a noun what it holds.
    """
    settings = language_pack(token.language).settings
    if token.pos == "NOUN":
        if above.pos in NOUNS:
            bare = token.dep.startswith("compound")
            return bare or case_of(annotation, token.i) in {*settings.genitives, *settings.purpose_marks}
        return token.dep.startswith(("obj", "nsubj:pass"))
    if above.pos in NOUNS or not infinitive(annotation, token):
        return token.dep.startswith(("ccomp", "acl"))
    plain_marks = {*settings.infinitive_marks, *settings.bare_infinitive_marks}
    marks = {annotation.tokens[c].norm for c in annotation.dependents(token.i, "mark", "case")}
    return marks <= plain_marks and (token.has("VerbForm=Inf") or token.dep.startswith(("xcomp", "ccomp", "obj")))


def undone(annotation: Annotation, token: Token) -> bool:
    """Whether an event that is wished, feared or barred is not told in a perfect (`is feared to have drowned`)."""
    perfect = language_pack(token.language).settings.perfect
    auxiliaries = [annotation.tokens[c] for c in annotation.dependents(token.i, "aux")]
    return not any(t.norm in perfect or t.dep == "aux:tense" for t in auxiliaries)


def spoken_of(annotation: Annotation, noun: Token) -> Said | None:
    """The stage that a verb or adjective says of an event noun (`the talks drag on`, `la grève entamée lundi`)."""
    own = table(noun.language, "said_of")
    tokens = annotation.tokens
    first = first_of_row(annotation, noun)
    beside = [tokens[c] for c in annotation.dependents(noun.i, "amod", "acl")]
    head = tokens[first.head]
    told = first.dep.startswith("nsubj") and head.i != first.i and head.pos in {"VERB", "ADJ", "NOUN"}
    for word in (*beside, *([head] if told else [])):
        if word.has("VerbForm=Inf"):
            continue
        passive = word.i != head.i or first.dep.startswith("nsubj:pass") or word.pos == "ADJ"
        for way in (*particles(annotation, word), ""):
            stage = own.get(f"{word.lemma} {way}".strip()) or own.get(f"{word.norm} {way}".strip())
            if stage is not None and (passive or stage != "planned"):
                return Said(stage, word.i, word.i)
    return None


def before_noun(annotation: Annotation, noun: Token) -> Said | None:
    """The stage that a preposition or phrase right before an event noun says (`à la veille du procès`, `in the midst of`)."""
    opening = min(
        (c for c in annotation.dependents(noun.i, "det", "case", "amod", "nummod", "compound", "nmod") if c < noun.i),
        default=noun.i,
    )
    first = annotation.sentences[noun.sentence][0]
    cased = [c for c in annotation.dependents(noun.i, "case") if c < noun.i]
    ends = {c + 1 for c in cased} | {opening, noun.i}
    for start in range(first, noun.i):
        for words, stage in phrases(noun.language, "cases").get(plain(annotation.tokens[start]), ()):
            stop = start + len(words)
            if stop in ends and tuple(plain(t) for t in annotation.tokens[start:stop]) == words:
                return Said(stage, start, stop - 1)
    return None


def plain(token: Token) -> str:
    """A word as the phrases have it: a contracted preposition stands for the bare one."""
    return token.lemma if token.pos == "ADP" else token.norm


def clause_of(annotation: Annotation, token: Token) -> list[int]:
    """The tokens of an event's own clause, those of other clauses in it left out."""
    found, open_ = [token.i], [token.i]
    while open_:
        for c in annotation.children[open_.pop()]:
            own = annotation.tokens[c]
            finite = own.dep.startswith(CLAUSES) and own.pos in {"VERB", "AUX"}
            if not finite and not own.dep.startswith(SUBJECTS):
                found.append(c)
                open_.append(c)
    return sorted(found)


def adverbial(annotation: Annotation, token: Token) -> Iterator[Said]:
    """The stages that words in the clause of an event say of it, in order."""
    tokens, end = annotation.tokens, annotation.sentences[token.sentence][1]
    known = phrases(token.language, "adverbials")
    for i in clause_of(annotation, token):
        for words, stage in known.get(tokens[i].norm, ()):
            stop = i + len(words)
            if stop <= end and tokens[stop - 1].norm == words[-1] and words == tuple(t.norm for t in tokens[i:stop]):
                yield Said(stage, i, stop - 1)
                break


def how_often(annotation: Annotation, token: Token) -> Said | None:
    """The words in the clause of an event that say that it was more than once (`chaque nuit`, `four times`)."""
    pack = language_pack(token.language)
    tokens = annotation.tokens
    said = next((s for s in adverbial(annotation, token) if s.stage == "repeated"), None)
    if said is not None:
        return said
    every = each_of(token.language)
    for i in clause_of(annotation, token):
        here = tokens[i]
        if here.lemma in pack.stages.times and several(annotation, i):
            return Said("repeated", i, i)
        near = token.i in {here.head, tokens[here.head].head}
        if (
            here.pos not in NOUNS
            or here.i == token.i
            or not near
            or not here.dep.startswith(("obl", "nmod", "advmod", "obj"))
        ):
            continue
        determined = [c for c in annotation.dependents(i, "det", "amod", "nummod") if c < i]
        start = min(determined, default=i)
        words = tuple(t.norm for t in tokens[start:i])
        if not any(words[: len(e)] == e for e in every):
            continue
        calendar = (pack.calendar.units, pack.calendar.weekdays, pack.calendar.months, pack.calendar.dayparts)
        comes_again = (
            any(w in c for c in calendar for w in (here.norm, here.lemma)) or here.lemma in pack.stages.occasions
        )
        if comes_again or case_of(annotation, i) in pack.stages.occasional:
            return Said("repeated", start, i)
    return None


@functools.cache
def each_of(language: str) -> frozenset[tuple[str, ...]]:
    """The words for every one of a kind (`each`, `chaque`)."""
    return frozenset(tuple(phrase.split()) for phrase in language_pack(language).calendar.every)


def several(annotation: Annotation, noun: int) -> bool:
    """Whether a noun that counts how often is numbered with more than one, and compares nothing (`deux fois plus`)."""
    pack = language_pack(annotation.tokens[noun].language)
    tokens = annotation.tokens
    behind = tokens[noun + 1].norm if noun + 1 < len(tokens) else ""
    before = tokens[max(0, noun - 1)]
    if behind in pack.stages.comparing:
        return False
    if before.pos == "NUM" and not single(before):
        return True
    return (
        before.pos == "ADJ"
        and (before.has("NumType=Ord") or ordinal(before))
        and not {before.norm, before.lemma} & {*pack.stages.once}
    )


def single(number: Token) -> bool:
    """Whether a number is one."""
    return language_pack(number.language).numbers.cardinals.get(number.norm, 0) == 1 or number.norm == "1"


def ordinal(word: Token) -> bool:
    """Whether an adjective numbers one of a row."""
    return word.norm in language_pack(word.language).numbers.ordinals


def goes_on_still(annotation: Annotation, token: Token) -> bool:
    """Whether an adverb says of a past that lasts that it goes on then (`were still talking`, `négociaient encore`)."""
    still = language_pack(token.language).stages.still
    return any(annotation.tokens[c].norm in still for c in annotation.dependents(token.i, "advmod"))


def not_told(annotation: Annotation, token: Token) -> bool:
    """Whether words around an event neither affirm nor deny it: wished, feared, threatened, allowed, barred, given up."""
    said = governed(annotation, token)
    if said is None and token.pos == "NOUN":
        said = spoken_of(annotation, token) or before_noun(annotation, token)
    return (said is not None and said.stage == "not told") or unmet(annotation, token)


def ordered(annotation: Annotation, token: Token) -> bool:
    """Whether an event is what somebody was bound or ordered to do, so that it is to come (`a ordonné à X de fermer Y`)."""
    said = governed(annotation, token)
    return said is not None and said.stage == "planned"


def unmet(annotation: Annotation, token: Token) -> bool:
    """Whether an event only ought to have been (`should have opened`, `aurait dû ouvrir`)."""
    pack = language_pack(token.language)
    above = annotation.tokens[token.head]
    own = [annotation.tokens[c] for c in annotation.dependents(token.i, "aux")]
    if any(t.norm in pack.stages.unmet for t in own) and any(t.norm in pack.settings.perfect for t in own):
        return True
    if not token.dep.startswith(("xcomp", "ccomp")) or above.lemma not in pack.stages.unmet:
        return False
    return any(
        annotation.tokens[c].dep == "aux:tense" and annotation.tokens[c].has("Mood=Cnd")
        for c in annotation.dependents(above.i, "aux")
    )


def of_noun(annotation: Annotation, noun: Token) -> Said | None:
    """The stage that words around an event noun say of it."""
    said = governed(annotation, noun) or spoken_of(annotation, noun) or before_noun(annotation, noun)
    return (
        said or next((s for s in adverbial(annotation, noun) if s.stage != "repeated"), None) or stood(annotation, noun)
    )


def stood(annotation: Annotation, noun: Token) -> Said | None:
    """The stage of an event noun by the phrase that a copula says of it (`the talks are under way`, `la vente est en cours`)."""
    head = annotation.tokens[noun.head]
    if not noun.dep.startswith("nsubj") or not annotation.dependents(head.i, "cop"):
        return None
    return next((s for s in adverbial(annotation, head) if s.stage != "repeated" and s.first <= head.i <= s.last), None)
