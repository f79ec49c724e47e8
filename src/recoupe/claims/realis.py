"""Whether an event is affirmed or denied, and whether it is said to be or only supposed."""

from collections.abc import Container, Sequence

from recoupe.claims.concessions import conceded, explained, may_concede
from recoupe.claims.left_open import left_open_beside
from recoupe.claims.left_undone import left_undone
from recoupe.claims.stages import not_told
from recoupe.claims.unhappened import unhappened
from recoupe.claims.unproven import left_open, unordered
from recoupe.languages import LanguagePack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.negatives import given_up, says_none
from recoupe.linguistics.saying import is_ability
from recoupe.model import Span
from recoupe.model.statements import Realis

ASIDE = 14  # tokens between a negation that stands in front and the auxiliary behind an aside
NEAR = 6  # tokens from a verb to a word that negates it with its particle
STOPS = {",", ";", ":", "«", "»", "“", "”", '"', "(", ")"}


def polarity_of(annotation: Annotation, token: Token, pack: LanguagePack) -> tuple[bool, tuple[Span, ...]]:
    """Whether the event is affirmed; the words that negate it."""
    negation = pack.negation
    beside = annotation.dependents(token.i, "advmod", "neg")
    adverbs = [annotation.tokens[c].norm for c in beside]
    particle = any(
        w in negation.particles and w not in negation.adverbs for w in adverbs
    )  # `plus de cent` denies nothing
    spans = [
        annotation.span(c, c)
        for c in beside
        if (annotation.tokens[c].norm in negation.adverbs or annotation.tokens[c].norm in negation.particles)
        and (annotation.tokens[c].norm not in negation.with_particle or particle)
        and annotation.tokens[min(c + 1, len(annotation.tokens) - 1)].norm not in negation.only
    ]
    spans += negative_arguments(annotation, token, pack)
    if particle and not spans[1:]:
        spans += far_negators(annotation, token, pack) or before_aside(annotation, token, pack)
    spans += fronted_negation(annotation, token, pack)
    spans += unhappened(annotation, token, pack) or none_of(annotation, token, pack)
    spans += left_undone(annotation, token, pack)
    if unable(annotation, token, pack):
        spans.append(annotation.span(token.head, token.head))
    spans += [annotation.span(c, c) for c in unordered(annotation, token, pack)]
    node = token.i
    for above in annotation.ancestors(token.i):
        link = annotation.tokens[node].dep
        if link == "conj" and any(
            annotation.tokens[c].norm in negation.turns for c in annotation.dependents(node, "cc")
        ):
            break
        lemma = annotation.tokens[above].lemma
        verb = pack.reporting_verbs.verbs.get(lemma)
        said = verb is not None and verb.class_ != "denial"
        if (
            token.pos == "NOUN"
            and said
            and (link.startswith("obl") or (link.startswith("obj") and lemma not in negation.verbs))
        ):
            break  # `declined to react to the arrest`, `failed to confirm the arrest`
        if link.startswith("obl") and told_beside(annotation, node, pack):
            break  # `refused to leave after the sale`
        if link.startswith("nmod") and lemma in pack.denials.qualities:
            break  # `disputes the legality of the sale`
        if nothing_done(annotation, node, above, pack):
            spans.append(annotation.span(above, above))
        if under_denied(annotation, node, above, pack):
            spans.append(annotation.span(above, above))
        denying = lemma in negation.verbs and denies_so(annotation, node, negation.verbs[lemma], pack)
        denying = denying and not given_up(annotation, above)
        if denying and not negative_arguments(annotation, annotation.tokens[above], pack):  # (`nobody denies that F`)
            spans.append(annotation.span(above, above))
        if not link.startswith(("xcomp", "obj", "nmod", "obl", "conj")):
            break
        node = above
    return len(spans) == 0 or expletive(spans, negation.expletive), tuple(spans)


def told_beside(annotation: Annotation, node: int, pack: LanguagePack) -> bool:
    """Whether a preposition sets what hangs on a verb beside what the verb tells, as known: when, why, in spite of what."""
    case = [c for c in annotation.dependents(node, "case") if c < node]
    words = [annotation.tokens[k].norm for c in case for k in (c, *annotation.dependents(c, "fixed"))]
    return any(word in pack.negation.beside for word in words)


def fronted_negation(annotation: Annotation, token: Token, pack: LanguagePack) -> list[Span]:
    """A negation set before the clause: `At no time, say the lawyers, did he leave`, `Far from having sold it, he`."""
    tokens = annotation.tokens
    first, last = annotation.sentences[token.sentence]
    group = [token.i, *annotation.dependents(token.i, "aux", "cop")]
    opening = min(group)
    before = tokens[max(first, opening - 2) : opening]
    if before and token.pos == "VERB" and [t.norm for t in before] == pack.settings.far_from:
        return [annotation.span(before[0].i, before[-1].i)]
    subjects = [c for c in annotation.dependents(token.i, "nsubj") if opening < c < token.i]
    if not subjects or tokens[last - 1].text == "?" or tokens[opening].pos != "AUX":
        return []
    longest = max((len(a.split()) for a in pack.negation.adverbs), default=1)
    for start in range(max(first, opening - ASIDE), opening):
        edge = start == first or tokens[start - 1].text in STOPS
        for length in range(longest, 0, -1) if edge else ():
            words = " ".join(t.norm for t in tokens[start : start + length])
            ends = start + length
            if words in pack.negation.adverbs and ends <= opening and (ends == opening or tokens[ends].text == ","):
                return [annotation.span(start, ends - 1)]
    return []


def under_denied(annotation: Annotation, node: int, above: int, pack: LanguagePack) -> bool:
    """Whether what hangs on a word is denied with it: `il est impossible que F`, `n'a pas réussi à F`."""
    token, head = annotation.tokens[node], annotation.tokens[above]
    if not token.dep.startswith(("xcomp", "ccomp", "csubj", "advcl")):
        return False
    adverbs = {annotation.tokens[c].norm for c in annotation.dependents(above, "advmod", "neg")}
    negated = bool(adverbs & {*pack.negation.adverbs})
    if head.lemma in pack.negation.impossible:
        return not negated and bool(annotation.dependents(above, "cop"))
    return negated and head.lemma in pack.negation.implicative and not token.dep.startswith("ccomp")


def unable(annotation: Annotation, verb: Token, pack: LanguagePack) -> bool:
    """Whether somebody cannot or would not do what an infinitive tells (`was unable to repay`, `n'a pas voulu vendre`)."""
    head = annotation.tokens[verb.head]
    said = pack.reporting_verbs.verbs.get(verb.lemma)
    if not verb.dep.startswith("xcomp") or (said is not None and said.standing == "reporting"):
        return False
    able = head.lemma in pack.negation.willing or is_ability(head)
    return head.lemma in pack.negation.unable or (able and negated_by_adverb(annotation, head.i, pack))


def nothing_done(annotation: Annotation, node: int, above: int, pack: LanguagePack) -> bool:
    """Whether a participle hangs on the pronoun that it says was undergone by none (`nous n'avons rien livré`)."""
    token, head = annotation.tokens[node], annotation.tokens[above]
    having = annotation.tokens[head.head]
    participle = (
        token.has("VerbForm=Part") and not token.has("Tense=Pres") and token.dep.startswith(("acl", "amod", "xcomp"))
    )
    between = above + 1 == node
    return participle and between and says_none(annotation, above) and having.lemma in pack.denials.perfect


def denies_so(annotation: Annotation, node: int, takes: list[str], pack: LanguagePack) -> bool:
    """Whether what hangs on a verb of denial stands there in a construction that it takes."""
    token = annotation.tokens[node]
    clauses = [t for t in takes if t in {"clause", "infinitive", "gerund"} or t.endswith(("+infinitive", "+gerund"))]
    if token.dep.startswith(("xcomp", "ccomp", "advcl")):
        finite = not ("VerbForm=Inf" in token.morph or "VerbForm=Ger" in token.morph or "VerbForm=Part" in token.morph)
        if may_concede(annotation, token):
            return False  # (`si F, c'est qu'il manquait d'acier`)
        marked = bool(annotation.dependents(node, "mark")) or pack.settings.zero_complementiser
        return bool(clauses) and (marked or not finite or token.pos == "NOUN")
    if token.dep.startswith(("obj", "nmod", "obl")):
        return any(t == "object" or t.endswith("+noun") for t in takes)
    return False


def far_negators(annotation: Annotation, token: Token, pack: LanguagePack) -> list[Span]:
    """What a particle goes with where the parse hangs it elsewhere: `jamais X n'a livré`, `n'avoir livré ni A ni B`."""
    first, last = annotation.sentences[token.sentence]
    negation = pack.negation
    words = {*negation.adverbs, *negation.determiners, *negation.pronouns, *negation.conjunctions} - {
        *(
            {*negation.particles} - {*negation.adverbs}
        ),  # (`n'avait pas connaissance`: the parse hangs `pas` on the noun)
        *negation.with_particle,
    }
    found = []
    for step in (-1, 1):
        k = token.i + step
        while first <= k < last and abs(k - token.i) <= NEAR:
            here = annotation.tokens[k]
            if here.text in STOPS or (here.pos in {"VERB", "SCONJ"} and step > 0):
                break
            behind = annotation.tokens[k + 1].norm if k + 1 < last else ""
            noun = here.norm in negation.pronouns and not says_none(annotation, k)  # (`une personne`)
            if here.norm in words and not noun and behind not in negation.only:
                found.append(annotation.span(k, k))
            k += step
    return found


def before_aside(annotation: Annotation, token: Token, pack: LanguagePack) -> list[Span]:
    """The negative pronoun before an aside that parts it from its verb (`rien, « ni pompe ni tuyau », n'était sorti`)."""
    tokens, first = annotation.tokens, annotation.sentences[token.sentence][0]
    particle = min((c for c in annotation.dependents(token.i, "advmod") if c < token.i), default=token.i)
    if particle - 1 <= first or tokens[particle - 1].text != ",":
        return []
    opening = next(
        (k for k in range(particle - 2, max(first, particle - ASIDE) - 1, -1) if tokens[k].text == ","), first
    )
    before = tokens[opening - 1] if opening > first else None
    none = before is not None and says_none(annotation, before.i)
    return [annotation.span(opening - 1, opening - 1)] if none else []


def none_of(annotation: Annotation, noun: Token, pack: LanguagePack) -> list[Span]:
    """The determiner by which a noun says that there was none of an event (`aucune fermeture n'est prévue`, `no sale`)."""
    if noun.pos != "NOUN":
        return []
    none = [c for c in annotation.dependents(noun.i, "det") if annotation.tokens[c].norm in pack.negation.determiners]
    return [annotation.span(c, c) for c in none if not bounds(annotation, c, pack)]


def negative_arguments(annotation: Annotation, token: Token, pack: LanguagePack) -> list[Span]:
    """Words by which an argument denies the event: `n'a livré aucune pompe`, `nobody was hurt`, `delivered nothing`."""
    found = []
    for child in annotation.dependents(token.i, "nsubj", "obj", "obl"):
        case = [annotation.tokens[c] for c in annotation.dependents(child, "case")]
        none = says_none(annotation, child)
        if none and any(c.lemma in pack.denials.manner[:1] and not governs(token, c.lemma, pack) for c in case):
            continue  # `travailler avec rien du tout`, but not `charged with nothing`
        if any(c.norm in pack.negation.prepositions for c in case):
            continue  # `travailler sans aucun filtre`: it is the filter that was not there
        if none:
            found.append(annotation.span(child, child))
        joined = annotation.dependents(child, "cc")
        found += [annotation.span(c, c) for c in joined if annotation.tokens[c].norm in pack.negation.conjunctions[:1]]
        inside = annotation.dependents(child, "det", "amod", "advmod", "nummod")
        for inner in inside:
            if annotation.tokens[inner].norm in pack.negation.determiners and not bounds(annotation, inner, pack):
                found.append(annotation.span(inner, inner))
        opening = " ".join(annotation.tokens[k].norm for k in inside if k < child)
        if opening in pack.negation.determiners and inside[0] < child:
            found.append(annotation.span(inside[0], max(k for k in inside if k < child)))
    return found


def governs(verb: Token, preposition: str, pack: LanguagePack) -> bool:
    """Whether a preposition brings one who or what takes part in the event of a verb (`charged with`)."""
    entry = pack.events.verbs.get(verb.lemma)
    if entry is None:
        return False
    readings = [(entry.classes, entry.roles), *((i.classes, i.roles) for i in entry.instead)]
    return any(
        preposition in {**pack.events.default_roles.get(c, {}), **own} for classes, own in readings for c in classes
    )


def bounds(annotation: Annotation, first: int, pack: LanguagePack) -> bool:
    """Whether a word opens the bound of a number, which denies nothing (`no fewer than 28 lorries came`)."""
    numbers = pack.numbers
    behind = [t.norm for t in annotation.tokens[first : first + 4]]
    ways = (numbers.at_least, numbers.at_most, numbers.more_than, numbers.less_than)
    return any(behind[: len(words)] == words for way in ways for words in (phrase.split() for phrase in way))


def expletive(spans: Sequence[Span], particles: Container[str]) -> bool:
    """Whether words of negation are nothing but particles that alone negate nothing (`ne`, `ne ... que`)."""
    return all(s.text.lower().replace("’", "'") in particles for s in spans)


def realis_of(annotation: Annotation, token: Token, pack: LanguagePack) -> Realis:
    """Whether the event is said to be, or only supposed: under a condition, a generic determiner, a possibility."""
    words = set(pack.settings.conditional_hypothesis)
    node = token.i
    barred = set(pack.negation.unrealised)
    above = [annotation.tokens[a] for a in list(annotation.ancestors(token.i))[:2]]
    if unordered(annotation, token, pack):
        return "actual"
    if any(t.lemma in barred and not undoubted(annotation, t, pack) for t in above):
        return "hypothetical"  # `la convention interdit toute exportation`, but not `nobody doubts that`
    if any(annotation.tokens[c].norm in words for c in annotation.dependents(token.i, "det", "amod")):
        return "hypothetical"
    if "VerbForm=Inf" in token.morph and negated_infinitive(annotation, token, pack):
        return "hypothetical"
    if only_able(annotation, token, pack) or not_allowed(annotation, token, pack):
        return "hypothetical"
    if for_a_purpose(annotation, token, pack) or not_told(annotation, token):
        return "hypothetical"
    for step, current in enumerate([token.i, *annotation.ancestors(token.i)]):
        marked = any(annotation.tokens[c].norm in words for c in annotation.dependents(current, "mark"))
        if marked and not conceded(annotation, annotation.tokens[current]):
            return "hypothetical"
        if step and annotation.tokens[node].dep.startswith(("acl:relcl", "parataxis")):
            break
        if fronted(annotation, current, pack):
            return "hypothetical"
        node = current
    if asked_about(annotation, token, pack) or supposed(annotation, token, pack):
        return "hypothetical"
    if token.pos == "NOUN" and only_topic(annotation, token, pack):
        return "hypothetical"
    if said_by_anybody(annotation, token, pack) or left_open(annotation, token, pack):
        return "hypothetical"
    if token.pos == "NOUN" and (unheld(annotation, token, pack) or would_be(annotation, token, pack)):
        return "hypothetical"
    if left_open_beside(annotation, token):
        return "hypothetical"
    if unhappened(annotation, token, pack):
        return "actual"  # `the alleged delivery never took place`
    return "hypothetical" if doubted(annotation, token.i, pack) else "actual"


def doubted(annotation: Annotation, node: int, pack: LanguagePack) -> bool:
    """Whether an adjective beside a word leaves open whether what it names was (`cette possible livraison`)."""
    beside = annotation.dependents(node, "amod")
    return any(annotation.tokens[c].lemma in pack.hedges.adjectives for c in beside)


def undoubted(annotation: Annotation, word: Token, pack: LanguagePack) -> bool:
    """Whether a word of doubt is itself negated (`nobody doubts that`, `has no doubt that`, `ne doute pas que`)."""
    if word.lemma not in pack.negation.doubting:
        return False
    beside = [annotation.tokens[c].norm for c in annotation.dependents(word.i, "advmod", "neg", "det")]
    own = any(w in pack.negation.adverbs or w in pack.negation.determiners for w in beside)
    return own or bool(negative_arguments(annotation, word, pack))


def only_topic(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether an event noun only tells what a question, an answer or a silence is about (`des questions sur l'arrestation`).

    Such a sentence speaks of the event and does not itself say that it was.
    """
    tokens, marks = annotation.tokens, pack.settings.remark_marks
    while token.dep.startswith("conj") and tokens[token.head].pos == token.pos:
        token = tokens[token.head]
    case = [tokens[c] for c in annotation.dependents(token.i, "case")]
    fixed = [tokens[f] for c in case for f in annotation.dependents(c.i, "fixed")]  # `au sujet de`
    if not any({t.lemma, t.norm} & {*marks} for t in (*case, *fixed)) or not token.dep.startswith(
        ("obl", "nmod", "advcl")
    ):
        return False
    first, _ = annotation.sentences[token.sentence]
    above = tokens[token.head]
    spoken = any({t.lemma, t.norm} & {*pack.settings.remarks} for t in (above, tokens[above.head]))
    before = tokens[max(first, case[0].i - 1)]  # `does not wish to comment on the record about N`
    return spoken or before.lemma in pack.settings.remarks


def said_by_anybody(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether an event is what anybody at all may say (`ceux qui affirment que F`, `whoever says that F`)."""
    tokens = annotation.tokens
    for k in annotation.ancestors(token.i):
        verb = tokens[k]
        if verb.pos not in {"VERB", "AUX"} or verb.i > token.i:
            continue
        if verb.lemma in pack.reporting_verbs.verbs and verb.lemma not in pack.events.realising:
            subjects = annotation.dependents(k, "nsubj")
            holders = [tokens[s] for s in subjects] + ([tokens[verb.head]] if verb.dep.startswith("acl") else [])
            return any(
                h.norm in pack.settings.anybody
                and h.i < verb.i
                and not annotation.dependents(h.i, "nmod", "amod", "nummod")  # (`people in the village say that F`)
                for h in holders
            )
    return False


def would_be(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether an event is what something that is only pointed at would amount to (`cela représenterait une escalade`)."""
    verb = annotation.tokens[token.head]
    if not token.dep.startswith("obj") or verb.lemma not in pack.events.plain or not verb.has("Mood=Cnd"):
        return False
    subjects = [annotation.tokens[c] for c in annotation.dependents(verb.i, "nsubj")]
    return bool(subjects) and all(s.pos == "PRON" and not s.has("PronType=Rel") for s in subjects)


def fronted(annotation: Annotation, verb: int, pack: LanguagePack) -> bool:
    """Whether an auxiliary before its subject makes a clause a condition (`should it emerge that`, `were it shown that`)."""
    subjects = annotation.dependents(verb, "nsubj", "expl")
    ahead = [
        a
        for a in annotation.dependents(verb, "aux", "cop")
        if annotation.tokens[a].norm in pack.settings.fronted and subjects and a < min(subjects)
    ]
    first = annotation.sentences[annotation.tokens[verb].sentence][0]
    ahead = [
        a for a in ahead if a == first or annotation.tokens[a - 1].pos in {"PUNCT", "CCONJ"}
    ]  # (not `at no time were`)
    return bool(ahead) and not ends_in_question(annotation, verb)


def ends_in_question(annotation: Annotation, i: int) -> bool:
    """Whether the sentence of a token is a question."""
    first, last = annotation.sentences[annotation.tokens[i].sentence]
    return any(t.text == "?" for t in annotation.tokens[max(first, last - 3) : last])


def asked_about(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether a question asks if an event was (`a-t-elle livré ?`); one that asks how, when or why takes it for granted."""
    first, last = annotation.sentences[token.sentence]
    end = next((i for i in range(token.i, last) if annotation.tokens[i].text in {"?", ";", ":", "»", "”"}), None)
    if end is None or annotation.tokens[end].text != "?":
        return False
    open_ = set(pack.settings.questioners) - set(pack.settings.conditional_hypothesis)
    if said_to_be(annotation, token):
        return False
    return not any(annotation.tokens[i].norm in open_ for i in range(first, token.i))


def said_to_be(annotation: Annotation, token: Token) -> bool:
    """Whether a clause is what a noun names that somebody gave (`What is the assurance, given by X, that F worth?`)."""
    if not annotation.dependents(token.i, "mark") or not token.dep.startswith(("acl", "ccomp")):
        return False
    nouns = [token.head, *annotation.dependents(token.head, "nsubj", "obj")]  # the parse may hang it on the verb
    nouns = [n for n in nouns if annotation.tokens[n].pos == "NOUN"]
    return any(n < k < token.i for n in nouns for k in annotation.dependents(n, "acl") if k != token.i)


def supposed(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether words that open a supposition stand before an event in its part of the sentence (`à supposer que`)."""
    first, _ = annotation.sentences[token.sentence]
    aside = False
    words: list[str] = []
    for i in range(token.i - 1, first - 1, -1):
        here = annotation.tokens[i]
        if here.text in {"–", "—"}:
            aside = not aside
            continue
        if here.text in {",", ";", ":", "«", "“", '"'} and not aside:
            break
        if not aside:
            words.append(here.norm)
    told = f" {' '.join(reversed(words))} "
    return any(f" {phrase} " in told for phrase in pack.settings.suppositions)


def for_a_purpose(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether a verb tells what something is for: `pour frapper`, `pour s'assurer qu'elles ne soutiennent pas`.

    What is said in a call or letter comes about with it (`l'a appelée pour dire que l'usine fermerait`).
    """
    current = token
    while True:
        marks = [annotation.tokens[c].norm for c in annotation.dependents(current.i, "mark", "case")]
        if "VerbForm=Inf" in current.morph and set(marks) & set(pack.settings.purpose_marks):
            said = explained(annotation, current) and current.lemma in pack.reporting_verbs.verbs
            return not (said or said_there(annotation, current, pack))  # (`s'il parle, c'est pour dire que`)
        if not current.dep.startswith(("ccomp", "xcomp")) or current.head == current.i:
            return False
        current = annotation.tokens[current.head]


def said_there(annotation: Annotation, infinitive: Token, pack: LanguagePack) -> bool:
    """Whether an infinitive tells what is said in the call or letter that it hangs on (`a appelé pour annoncer que`).

    Nor does taking the floor or a microphone say anything by itself (`a pris la parole pour dire que`).
    """
    objects = annotation.dependents(infinitive.head, "obj")
    floor = any(annotation.tokens[c].lemma in pack.reporting_nouns.unstated for c in objects)
    reached = floor or annotation.tokens[infinitive.head].lemma in pack.events.channels
    oneself = any(
        annotation.tokens[c].norm in pack.settings.reflexives for c in annotation.children[infinitive.i]
    )  # (`écrire pour s'assurer que`)
    return reached and infinitive.lemma in pack.reporting_verbs.verbs and not oneself


def negated_infinitive(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """`avertir de ne pas livrer`: what should not be done, no denial that it was."""
    words = {*pack.negation.adverbs, *pack.negation.particles}
    no_auxiliary = not annotation.dependents(token.i, "aux")
    return no_auxiliary and any(annotation.tokens[c].norm in words for c in annotation.dependents(token.i, "advmod"))


def only_able(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """`peut tirer`, `could use`: what can be done, not that it is. `may have delivered` is a doubt about what was done."""
    tokens, able = annotation.tokens, pack.events.abilities
    auxiliaries = annotation.dependents(token.i, "aux")
    if any(tokens[a].lemma in able for a in auxiliaries):
        return not any(
            tokens[a].has("VerbForm=Inf") or tokens[a].lemma == "have"
            for a in auxiliaries
            if tokens[a].lemma not in able
        )
    governed = "VerbForm=Inf" in token.morph and token.dep.startswith(("xcomp", "obj", "advcl"))
    above = tokens[token.head]
    can = above.lemma in able or is_ability(above) or above.lemma in pack.negation.unable
    return governed and not auxiliaries and can


def not_allowed(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether a modal says with its negation that an event must not be (`may not be exported`, `ne doit pas fermer`), and
    nothing of what was."""
    tokens = annotation.tokens
    auxiliaries = annotation.dependents(token.i, "aux")
    modal = any(tokens[a].lemma in {*pack.hedges.modals, *pack.hedges.duties} for a in auxiliaries)
    perfect = any(tokens[a].norm in pack.settings.perfect for a in auxiliaries)
    none = negated_by_adverb(annotation, token.i, pack) or bool(negative_arguments(annotation, token, pack))
    if modal and not perfect and none:
        return True
    above = tokens[token.head]  # a language may have its modals as verbs of their own
    infinitive = token.has("VerbForm=Inf") or perfect  # `ought never to have closed`
    duty = infinitive and token.dep.startswith(("xcomp", "ccomp")) and above.lemma in pack.hedges.duties
    negated = negated_by_adverb(annotation, above.i, pack) or (perfect and negated_by_adverb(annotation, token.i, pack))
    return duty and negated and not annotation.dependents(above.i, "aux")


def negated_by_adverb(annotation: Annotation, verb: int, pack: LanguagePack) -> bool:
    """Whether an adverb of negation stands beside a verb."""
    beside = annotation.dependents(verb, "advmod", "neg")
    return any(annotation.tokens[c].norm in pack.negation.adverbs for c in beside)


def unheld(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """`de telles actions pourraient`, `tout transfert serait une escalade`: no known event is what such a clause is about.

    The subject of a clause that tells only what may or would be, where nothing points at one event; and what is said of
    a supposed subject.
    """
    tokens = annotation.tokens
    head = tokens[token.head]
    words = pack.settings.conditional_hypothesis
    if token.dep.startswith("nsubj"):
        clause = [head, *(tokens[c] for c in annotation.dependents(head.i, "aux", "cop"))]
        open_ = any(t.has("Mood=Cnd") or t.lemma in pack.events.abilities for t in clause)
        known = any(
            "Definite=Def" in tokens[c].morph or "PronType=Dem" in tokens[c].morph
            for c in annotation.dependents(token.i, "det", "case")
        )
        return open_ and not known
    if token.dep.startswith(("obj", "xcomp", "obl")) or annotation.dependents(token.i, "cop"):
        clause_head = token.i if annotation.dependents(token.i, "cop") else head.i
        return any(
            tokens[d].norm in words
            for subject in annotation.dependents(clause_head, "nsubj")
            for d in annotation.dependents(subject, "det", "amod")
        )
    return False
