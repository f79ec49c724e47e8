"""Whether an event is affirmed or denied, by the words around its predicate."""

from collections.abc import Container, Sequence

from recoupe.claims.concessions import may_concede
from recoupe.claims.counterfactual import kept_from_being
from recoupe.claims.left_undone import left_undone
from recoupe.claims.unhappened import unhappened
from recoupe.claims.unproven import unordered
from recoupe.languages import LanguagePack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.negatives import given_up, says_none
from recoupe.linguistics.saying import is_ability
from recoupe.model import Span

ASIDE = 14  # tokens between a negation that stands in front and the auxiliary behind an aside
NEAR = 6  # tokens from a verb to a word that negates it with its particle
STOPS = {",", ";", ":", "«", "»", "“", "”", '"', "(", ")"}


def polarity_of(annotation: Annotation, token: Token, pack: LanguagePack) -> tuple[bool, tuple[Span, ...]]:
    """Whether the event is affirmed; the words that negate it."""
    if kept_from_being(annotation, token, pack):
        return True, ()
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
    spans += [annotation.span(c, c) for c in joined_by_none(annotation, token, pack)]
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
        if link.startswith("advcl") and node < above and annotation.tokens[node].has("VerbForm=Part"):
            break  # `asked about it, the ministry refused`
        if link.startswith("advcl") and goes_along(annotation.tokens[node]) and annotation.tokens[node - 1].text == ",":
            break  # `denied it, blaming the rebels`
        if link.startswith(("advcl", "conj")) and marked_beside(annotation, node, pack):
            break  # `avoided bankruptcy by selling its plant`, `nie F, tout en admettant G`
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


def joined_by_none(annotation: Annotation, verb: Token, pack: LanguagePack) -> list[int]:
    """What denies a verb with another one: `n'a | ni volé ni frappé`, `neither shelled | nor attacked`, or the negation of one
    whose auxiliary it shares (`did | not shell X or attack Y`, `n'a | pas volé et frappé`).
    """
    if verb.pos == "NOUN":
        return []
    joining = annotation.dependents(verb.i, "cc")
    pairs = [c for c in joining if annotation.tokens[c].norm in pack.negation.conjunctions]
    head = annotation.tokens[verb.head]
    shared = verb.dep.startswith("conj") and bool(annotation.dependents(head.i, "aux")) and verb.pos == head.pos
    shared = shared and not verb.has("VerbForm=Fin") and not annotation.dependents(verb.i, "aux", "nsubj", "mark")
    turned = any(annotation.tokens[c].norm in pack.negation.turns for c in joining)
    if pairs or not shared or turned:
        return pairs
    beside = annotation.dependents(head.i, "advmod", "neg")
    return [c for c in beside if annotation.tokens[c].norm in pack.negation.adverbs and c < head.i]


def told_beside(annotation: Annotation, node: int, pack: LanguagePack) -> bool:
    """Whether a preposition sets what hangs on a verb beside what the verb tells, as known: when, why, in spite of what."""
    case = [c for c in annotation.dependents(node, "case") if c < node]
    words = [annotation.tokens[k].norm for c in case for k in (c, *annotation.dependents(c, "fixed"))]
    return any(word in pack.negation.beside for word in words)


def marked_beside(annotation: Annotation, node: int, pack: LanguagePack) -> bool:
    """Whether a mark sets a clause beside what the verb above tells: when, why, in spite of or by what."""
    marks = {annotation.tokens[m].norm for m in annotation.dependents(node, "mark", "case")}
    return not marks.isdisjoint(pack.negation.beside) or not marks.isdisjoint(pack.negation.means)


def goes_along(token: Token) -> bool:
    """Whether a verb has the form of a present participle."""
    return token.has("VerbForm=Ger") or (token.has("VerbForm=Part") and token.has("Tense=Pres"))


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


def negated_by_adverb(annotation: Annotation, verb: int, pack: LanguagePack) -> bool:
    """Whether an adverb of negation stands beside a verb."""
    beside = annotation.dependents(verb, "advmod", "neg")
    return any(annotation.tokens[c].norm in pack.negation.adverbs for c in beside)
