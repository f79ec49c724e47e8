"""Reading the parse: subjects, noun phrases, verb groups, clauses. Ranges of tokens are half-open."""

from recoupe.attribution.lexicon import Lexicon
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.verbforms import is_participle

VERBAL = {"VERB", "AUX"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"}
AWAY_FROM_NOUN = ("acl:relcl", "parataxis", "advcl", "ccomp", "discourse", "dep", "csubj", "cop", "nsubj", "aux")
TOO_FAR = 60  # tokens; a longer reach is a parse gone wrong


def is_finite(annotation: Annotation, i: int) -> bool:
    """Whether the token or one of its auxiliaries is a finite verb."""
    tokens = annotation.tokens
    helpers = annotation.dependents(i, "aux", "cop")
    group = [i, *helpers, *(c for h in helpers for c in annotation.dependents(h, "aux"))]  # `ont fait savoir`
    return any("VerbForm=Fin" in tokens[k].morph or tokens[k].has("Mood=Cnd") for k in group)


def is_bare_past(annotation: Annotation, i: int) -> bool:
    """Whether a verb tagged as a participle is a past tense: without auxiliary, behind a subject of its own."""
    token = annotation.tokens[i]
    subjects = [c for c in annotation.dependents(i, "nsubj") if c < i]
    return token.pos == "VERB" and token.has("Tense=Past") and bool(subjects) and not annotation.dependents(i, "aux")


def is_main(annotation: Annotation, token: Token) -> bool:
    """Whether a token is a finite verb other than a relative clause's or an auxiliary."""
    return (
        token.pos in VERBAL and is_finite(annotation, token.i) and not token.dep.startswith(("aux", "acl:relcl", "cop"))
    )


def opens_relative(token: Token) -> bool:
    """Whether a word is one of those that open relative clauses, however it is tagged."""
    return token.norm in language_pack(token.language).settings.relatives


def is_relative(token: Token) -> bool:
    """Whether a token opens a relative clause, by its tag or by its form."""
    return token.has("PronType=Rel") or opens_relative(token)


def is_genitive(token: Token) -> bool:
    """Whether a token is the preposition of what belongs to something (`de`, `du`, `of`)."""
    return token.norm in language_pack(token.language).settings.genitives


def is_gerund(token: Token) -> bool:
    """Whether a token is a gerund or a present participle."""
    return token.has("VerbForm=Ger") or (token.has("VerbForm=Part") and token.has("Tense=Pres"))


def is_reduced(annotation: Annotation, i: int) -> bool:
    """Whether a verb is a past participle on a noun (`un rapport consulté par X`), or a past tense in such a place."""
    token = annotation.tokens[i]
    if token.pos not in {*VERBAL, "ADJ"} or not token.has("Tense=Past") or annotation.dependents(i, "nsubj", "aux"):
        return False
    return token.has("VerbForm=Part") or (token.dep.startswith("acl") and not token.dep.startswith("acl:relcl"))


def is_passive(annotation: Annotation, i: int) -> bool:
    """Whether the verb stands in the passive: by its auxiliary, or as a bare past participle (`suspecté de`)."""
    if annotation.dependents(i, "aux:pass"):
        return True
    been = any(annotation.tokens[c].has("VerbForm=Part") for c in annotation.dependents(i, "cop"))
    if been and annotation.tokens[i].pos == "VERB" and annotation.tokens[i].has("VerbForm=Part"):
        return True  # `a été informée`, read as a copula's
    if annotation.dependents(i, "aux"):
        return False
    if is_spoken_of(annotation, i):
        return True
    token = annotation.tokens[i]
    above = annotation.tokens[token.head]
    if token.dep.startswith("conj") and token.has("VerbForm=Part") and above.pos in VERBAL and token.head != i:
        return is_passive(annotation, token.head)  # `a dénoncé un naufrage et réclamé un scrutin`
    plain = [c for c in annotation.dependents(i, "nsubj") if c < i]
    helped = any(t.pos == "AUX" for c in plain for t in annotation.tokens[c + 1 : i])
    led = i + 1 < len(annotation.tokens) and annotation.tokens[i + 1].pos == "ADP"  # no object, as a past tense has it
    if plain and not helped and led and token.pos == "VERB" and is_participle(token.norm, token.lemma, token.language):
        return True  # `une entreprise accusée de`, in a heading too
    if plain and not token.dep.startswith(("acl", "amod")):
        return False  # `the doctor pointed out`: a past tense that the tagger takes for a participle
    bare = token.has("VerbForm=Part") and token.has("Tense=Past") and token.dep.startswith(("acl", "amod"))
    return bare or token.has("Voice=Pass") or bool(annotation.dependents(i, "nsubj:pass"))


def is_spoken_of(annotation: Annotation, i: int) -> bool:
    """Whether a verb in the past says what its subject is held to have done or to be (`Verlon said to have sold masks`).

    It stands right before an infinitive with an auxiliary; in a heading before any, as nobody is told to do anything there.
    """
    tokens = annotation.tokens
    token, pack = tokens[i], language_pack(tokens[i].language)
    if token.lemma not in pack.hedges.reduced or not token.has("Tense=Past") or annotation.dependents(i, "aux"):
        return False
    marked = i + 2 < len(tokens) and tokens[i + 1].norm in pack.settings.bare_infinitive_marks
    if not marked or tokens[i + 2].sentence != token.sentence:
        return False
    heading = token.sentence in annotation.headings and tokens[i + 2].has("VerbForm=Inf")
    return tokens[i + 2].pos == "AUX" or heading


def own_subject(annotation: Annotation, i: int) -> int | None:
    """The subject that hangs on the verb itself: the nearest nominal one that is no expletive, one before it first."""
    verbs = (i, *annotation.dependents(i, "aux:caus"))  # `la mairie a fait savoir`: on either verb
    tokens = annotation.tokens
    found = [
        c
        for v in verbs
        for c in annotation.dependents(v, "nsubj")
        if tokens[c].pos in NOMINAL and agrees(annotation, c, i)
    ]
    if not found:
        clitics = [c for c in annotation.dependents(i, "expl") if tokens[c].norm.startswith("-")]
        personal = [c for c in annotation.dependents(i, "expl:subj") if not impersonal(annotation, c, i)]
        return next(iter((*clitics, *personal)), None)
    return min(found, key=lambda c: (c > i, abs(c - i), c))


def impersonal(annotation: Annotation, pronoun: int, verb: int) -> bool:
    """Whether a pronoun that the parse takes for an expletive stands for nobody (`il faut`, `il a été décidé`)."""
    token, above = annotation.tokens[pronoun], annotation.tokens[verb]
    settings = language_pack(token.language).settings
    if token.norm not in settings.impersonal:
        return False
    plain = above.pos == "VERB" and above.lemma not in settings.impersonal_verbs
    return not plain or is_passive(annotation, verb) or bool(annotation.dependents(verb, "expl:pass", "expl:comp"))


def agrees(annotation: Annotation, pronoun: int, verb: int) -> bool:
    """Whether a pronoun's person fits the verb's: `nous a assuré` has its subject elsewhere."""
    tokens = annotation.tokens
    if tokens[pronoun].pos != "PRON" or "Person=" not in tokens[pronoun].morph or tokens[pronoun].has("PronType=Rel"):
        return True
    finite = [k for k in (verb, *annotation.dependents(verb, "aux", "cop")) if tokens[k].has("VerbForm=Fin")]
    persons = {feature for k in finite for feature in tokens[k].morph.split("|") if feature.startswith("Person=")}
    return not persons or any(tokens[pronoun].has(p) for p in persons)


def subject(annotation: Annotation, i: int, depth: int = 6) -> int | None:
    """Who does what the verb says, through coordination, relatives, participles and chains of verbs.

    The antecedent is given for a relative pronoun, the pronoun itself otherwise; `None` where nobody is named.
    """
    tokens = annotation.tokens
    found = own_subject(annotation, i)
    if found is not None:
        antecedent = relative_antecedent(annotation, i, found)
        return found if antecedent is None else antecedent
    token = tokens[i]
    if depth == 0 or token.head == i:
        return None
    if is_gerund(token) and (speaker := incised_subject(annotation, i)) is not None:
        return speaker
    head = tokens[token.head]
    if token.dep.startswith("acl") and head.pos in NOMINAL and not token.dep.startswith("acl:relcl"):
        return head.i if not token.has("Tense=Past") else None
    verbal = head.pos in {*VERBAL, "ADJ"} or bool(annotation.dependents(head.i, "aux", "cop", "expl"))
    if token.dep.startswith(("conj", "xcomp", "advcl", "parataxis", "ccomp", "dep")) and verbal:
        if token.dep.startswith(("ccomp", "parataxis")) and is_finite(annotation, i):
            return None
        if is_passive(annotation, head.i) and not token.dep.startswith("conj"):
            return own_subject(annotation, head.i)
        return subject(annotation, head.i, depth - 1)
    if token.has("VerbForm=Part") and token.has("Tense=Pres"):
        return sentence_subject(annotation, i)
    return None


def incised_subject(annotation: Annotation, i: int) -> int | None:
    """The subject of the inserted cue before a present participle (`..., a-t-elle indiqué, confirmant que`)."""
    tokens = annotation.tokens
    for k in range(i - 1, tokens[i].head, -1):
        if tokens[k].dep.startswith("parataxis") and tokens[k].pos in VERBAL:
            return own_subject(annotation, k)
    return None


def sentence_subject(annotation: Annotation, i: int) -> int | None:
    """The subject of the verb before a present participle whose own head says nothing (`X a nié, déclarant que`)."""
    tokens = annotation.tokens
    start = annotation.sentences[tokens[i].sentence][0]
    for k in range(i - 1, start - 1, -1):
        if tokens[k].pos in VERBAL and not tokens[k].dep.startswith("aux"):
            found = own_subject(annotation, k)
            if found is not None and found < k:
                return found
    return None


def nearest_subject(annotation: Annotation, i: int, calendar: frozenset[str]) -> int | None:
    """The noun phrase right before a finite verb where the parse gives it no subject: the last one without a preposition."""
    tokens = annotation.tokens
    first = verb_group(annotation, i)[0]
    start = annotation.sentences[tokens[i].sentence][0]
    k = first
    while k > start:
        k -= 1
        token = tokens[k]
        if token.text == ",":
            k = before_relative(annotation, start, k)
            continue
        if token.pos in VERBAL and is_finite(annotation, k) and not token.dep.startswith(("acl", "aux")):
            joined = any(t.pos == "CCONJ" for t in tokens[max(k, first - 3) : first])
            return own_subject(annotation, k) if joined else None
        named = token.pos in {"NOUN", "PROPN"} or (token.pos == "PRON" and token.has("Case=Nom"))
        bare = named and not annotation.dependents(k, "case")
        if bare and token.dep.startswith("compound") and token.head == i and k == first - 1:
            return k  # `Orbis News reports that`: the parse takes the verb for one more word of the name
        if bare and token.norm not in calendar and not token.dep.startswith(("flat", "nmod", "obj", "obl", "compound")):
            return k
    return None


def before_relative(annotation: Annotation, start: int, comma: int) -> int:
    """The comma that opens the clause of a noun that a comma closes, else the comma itself.

    A relative clause (`X, que Y a pu lire, indique`) or a participle's (`the engineer, released on Sunday, told`).
    """
    tokens = annotation.tokens
    for i in range(comma - 1, start, -1):
        if tokens[i].text == "," and i + 1 < comma:
            relative = is_relative(tokens[i + 1])
            return i if relative or (tokens[i + 1].dep == "acl" and is_reduced(annotation, i + 1)) else comma
    return comma


def following_subject(
    annotation: Annotation, i: int, calendar: frozenset[str], first_names: frozenset[str]
) -> int | None:
    """The noun phrase behind an inverted verb where the parse gives it no subject: the first one without a preposition."""
    tokens = annotation.tokens
    stop = annotation.sentences[tokens[i].sentence][1]
    for k in range(i + 1, stop):
        token = tokens[k]
        if token.pos in VERBAL and is_finite(annotation, k):
            return None
        if token.norm in first_names and token.pos == "PROPN" and tokens[k - 1].pos in {"PROPN", "X", "NOUN"}:
            return k  # `affirme au Courrier Jeanne Ravel`: the parse glues the name to the hearer's
        if token.has("PronType=Rel"):
            break  # `a relaté, dans un communiqué, le ministère, selon lequel douze hommes ont péri`
        inside = any(annotation.dependents(h, "case") for h in (k, *annotation.ancestors(k)) if h > i)
        clitic = token.has("PronType=Prs") and not token.norm.startswith("-")
        if inside or clitic or token.norm in calendar:
            continue
        if token.pos in {"NOUN", "PROPN", "PRON"}:
            return name_head(annotation, k)
    return bare_phrase(annotation, i, stop, calendar)


def name_head(annotation: Annotation, i: int) -> int:
    """The head of the phrase that a title or first name opens (`the Rev. Peter Wherry`)."""
    tokens = annotation.tokens
    while tokens[i].dep.startswith(("compound", "nmod:desc", "amod", "det")) and tokens[i].head > i:
        if any(t.pos == "PUNCT" for t in tokens[i : tokens[i].head]):
            break
        i = tokens[i].head
    return i


def bare_phrase(annotation: Annotation, i: int, stop: int, calendar: frozenset[str]) -> int | None:
    """The first noun behind a verb with an article and no preposition of its own (`a répété à la barre l'ancien maire`)."""
    tokens = annotation.tokens
    k = i
    while k + 1 < min(stop, i + TOO_FAR):
        k += 1
        adjunct = tokens[k].text == "," and k + 1 < stop and tokens[k + 1].pos == "ADP"
        if adjunct or (tokens[k].text == "," and k == i + 1):  # `résume, sous couvert d'anonymat, un officier`
            k = next((c for c in range(k + 1, stop) if tokens[c].text == ","), stop)
            continue
        if (tokens[k].pos in VERBAL and is_finite(annotation, k)) or tokens[k].pos == "PUNCT":
            return None
        determined = bool(annotation.dependents(k, "det", "nummod"))
        if tokens[k].pos in {"NOUN", "PROPN"} and determined and not annotation.dependents(k, "case"):
            return None if tokens[k].norm in calendar else k
    return None


def relative_antecedent(annotation: Annotation, verb: int, pronoun: int) -> int | None:
    """The noun that a relative pronoun takes up, where the verb heads its relative clause."""
    tokens = annotation.tokens
    if not (opens_relative(tokens[pronoun]) and tokens[pronoun].has("PronType=Rel")):
        return None
    clause = verb
    while tokens[clause].dep.startswith(("conj", "xcomp")) and tokens[clause].head != clause:
        clause = tokens[clause].head
    head = tokens[clause].head
    if tokens[clause].dep.startswith("acl") and head != clause and tokens[head].pos in NOMINAL:
        return head
    before = pronoun - 1
    while before >= 0 and tokens[before].pos == "PUNCT":
        before -= 1
    return phrase_head(annotation, before) if before >= 0 and tokens[before].pos in NOMINAL else None


def phrase_head(annotation: Annotation, i: int) -> int:
    """The head of the noun phrase that ends at a token."""
    tokens = annotation.tokens
    while tokens[i].head != i and tokens[i].head < i and matches_inside(tokens[i].dep):
        i = tokens[i].head
    return i


def matches_inside(dep: str) -> bool:
    """Relations by which a word belongs to the noun phrase of its head."""
    return dep.split(":")[0] in {"nmod", "appos", "flat", "amod", "compound", "nummod", "fixed", "det"}


def noun_phrase(annotation: Annotation, head: int, lexicon: Lexicon) -> tuple[int, int]:
    """Tokens of the noun phrase of a head: determiners, names, modifiers, appositions, coordination.

    Relative clauses, adverbials and phrases that name a channel, an outlet or a date stay outside; so does the
    preposition that brings the phrase.
    """
    tokens = annotation.tokens
    kept, stack = {head}, [head]
    while stack:
        node = stack.pop()
        for child in annotation.children[node]:
            dep = tokens[child].dep
            if dep.startswith(AWAY_FROM_NOUN) or abs(child - head) > TOO_FAR:
                continue
            if node == head and dep.startswith(("case", "mark", "cc", "advmod")) and child < head:
                continue
            told_of = dep.startswith("acl") or (dep.startswith("amod") and child > node)
            if told_of and comma_before(annotation, child):
                continue
            if (
                child < head
                and dep.startswith(("acl", "amod", "advmod", "obl"))
                and "," in {t.text for t in tokens[child:head]}
            ):
                continue
            if dep.startswith("conj") and tokens[child].pos in VERBAL:
                continue
            if comma_before(annotation, child) and joins_other(annotation, node, child, lexicon):
                continue
            if dep == "nmod:unmarked" and tokens[child].lemma in lexicon.pack.calendar.units:
                continue  # `was informed by its auditor | last year`
            if dep.startswith(("nmod", "obl")) and (
                stands_apart(annotation, child, lexicon) or inserted(annotation, child)
            ):
                continue
            kept.add(child)
            stack.append(child)
    return contiguous(annotation, head, kept)


def joins_other(annotation: Annotation, noun: int, child: int, lexicon: Lexicon) -> bool:
    """Whether what a comma joins to a noun is no part of who speaks: a day (`la mairie, | jointe lundi,`), a figure
    (`la police, | 120 d'après X`, but no age), or one beside several (`nos informations, | la directrice`)."""
    several, other = annotation.tokens[noun], annotation.tokens[child]
    if not other.dep.startswith(("conj", "appos")):
        return False
    figure = (
        other.pos == "NUM" and other.dep.startswith("conj") and several.pos == "NOUN"
    )  # (no age: `Ann Dorval, 33,`)
    if other.norm in lexicon.dates or figure:
        return True
    words = lexicon.pack.function_words
    ours = {annotation.tokens[c].norm for c in annotation.dependents(noun, "det", "nmod:poss")} & {
        *words.our,
        *words.own_possessives,
    }
    one = other.pos in {"NOUN", "PROPN"} and not other.has("Number=Plur") and not annotation.dependents(child, "conj")
    return one and other.dep.startswith("appos") and several.has("Number=Plur") and bool(ours)


def comma_before(annotation: Annotation, i: int) -> bool:
    """Whether a mark stands before the first word of a phrase."""
    first = annotation.subtree(i)[0]
    return annotation.tokens[first].pos == "PUNCT" or (first > 0 and annotation.tokens[first - 1].norm in {",", "("})


def inserted(annotation: Annotation, noun: int) -> bool:
    """Whether a prepositional phrase other than with `de` stands behind a comma (`, par l'intermédiaire de X,`)."""
    first = annotation.subtree(noun)[0]
    first += annotation.tokens[first].text == ","
    token = annotation.tokens[first]
    return token.pos == "ADP" and not is_genitive(token) and first > 0 and annotation.tokens[first - 1].text == ","


def stands_apart(annotation: Annotation, noun: int, lexicon: Lexicon) -> bool:
    """Whether a prepositional phrase names a channel, an outlet or a date and so belongs to the cue, not to the source."""
    token = annotation.tokens[noun]
    case = [annotation.tokens[c] for c in annotation.dependents(noun, "case")]
    if not case or is_genitive(case[0]):
        return False
    return token.lemma in lexicon.channels or token.norm in lexicon.outlets or token.norm in lexicon.calendar


def contiguous(annotation: Annotation, head: int, kept: set[int]) -> tuple[int, int]:
    """The unbroken run of kept tokens around the head, without marks at its edges."""
    tokens = annotation.tokens
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while last > head and (tokens[last].pos == "PUNCT" and tokens[last].text not in "»”)"):
        last -= 1
    while first < head and tokens[first].pos == "PUNCT":
        first += 1
    return first, last + 1


def unbracketed(annotation: Annotation, first: int, last: int) -> list[Token]:
    """The tokens [first, last) without brackets and what they hold (`l'Agence Orbis (AO) | la procureure`)."""
    found, depth = [], 0
    for token in annotation.tokens[first:last]:
        depth += token.text == "("
        if not depth:
            found.append(token)
        depth -= token.text == ")" and depth > 0
    return found


def verb_group(annotation: Annotation, i: int, words: int = 0) -> tuple[int, int]:
    """The cue of a verb: auxiliaries, negation and the verb, without pronouns before it or adverbs at its edges.

    words: how many tokens after the verb belong to the phrase (`mettre en garde`: 2). An inverted compound cue
    (`a-t-elle indiqué`) is the participle alone.
    """
    tokens = annotation.tokens
    first = i
    causative = annotation.dependents(i, "aux:caus")
    helpers = [c for verb in (i, *causative) for c in annotation.dependents(verb, "aux", "advmod", "expl", "cop")]
    own = own_subject(annotation, i)
    for child in sorted(helpers):
        token = tokens[child]
        if child == own:
            continue
        negative = "Polarity=Neg" in token.morph
        if child < first and i - child <= 8 and (not token.dep.startswith("advmod") or negative):
            between = tokens[child + 1 : i]
            if not any(t.dep.startswith("nsubj") or t.i == own for t in between):
                first = child
    return first, i + 1 + words


def clause(annotation: Annotation, head: int) -> tuple[int, int]:
    """The tokens of a clause: its head's whole subtree as one stretch."""
    nodes = annotation.subtree(head)
    return nodes[0], nodes[-1] + 1
