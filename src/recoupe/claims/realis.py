"""Whether an event is said to be, or only supposed."""

from recoupe.claims.concessions import conceded, explained
from recoupe.claims.counterfactual import contrary_to_fact, kept_from_being
from recoupe.claims.left_open import left_open_beside
from recoupe.claims.polarity import goes_along, marked_beside, negated_by_adverb, negative_arguments, told_beside
from recoupe.claims.stages import not_told
from recoupe.claims.unhappened import unhappened
from recoupe.claims.unproven import left_open, unordered
from recoupe.languages import LanguagePack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.saying import is_ability
from recoupe.model.statements import Realis

ASIDE = 14  # tokens between a negation that stands in front and the auxiliary behind an aside
NEAR = 6  # tokens from a verb to a word that negates it with its particle
STOPS = {",", ";", ":", "«", "»", "“", "”", '"', "(", ")"}


def realis_of(annotation: Annotation, token: Token, pack: LanguagePack) -> Realis:
    """Whether the event is said to be, or only supposed: under a condition, a generic determiner, a possibility."""
    words = set(pack.settings.conditional_hypothesis)
    node = token.i
    barred = set(pack.negation.unrealised)
    beside = set_beside(annotation, token, pack)
    ancestors = list(annotation.ancestors(token.i))[: 0 if beside else 2]
    above = [annotation.tokens[a] for a in ancestors]
    if unordered(annotation, token, pack) or kept_from_being(annotation, token, pack):
        return "actual"
    if contrary_to_fact(annotation, token, pack):
        return "hypothetical"
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
    if said_by_anybody(annotation, token, pack) or (not beside and left_open(annotation, token, pack)):
        return "hypothetical"
    if token.pos == "NOUN" and (unheld(annotation, token, pack) or would_be(annotation, token, pack)):
        return "hypothetical"
    if left_open_beside(annotation, token):
        return "hypothetical"
    if unhappened(annotation, token, pack):
        return "actual"  # `the alleged delivery never took place`
    return "hypothetical" if doubted(annotation, token.i, pack) else "actual"


def along_with(token: Token) -> bool:
    """Whether a participle tells what goes along with the verb above it (`searched the hall, carting off boxes`)."""
    return goes_along(token) and token.dep.startswith(("advcl", "xcomp"))


def set_beside(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether a noun or clause only tells when or why a verb's event was (`cancelled flights after | a failure`)."""
    if goes_along(token) and annotation.tokens[token.i - 1].text == ",":
        return True  # (`les heurts ont opposé X à Y, faisant quatre blessés`, but `opposed selling arms`)
    if token.dep.startswith("advcl"):
        return marked_beside(annotation, token.i, pack)
    return token.pos == "NOUN" and token.dep.startswith("obl") and told_beside(annotation, token.i, pack)


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
    """Whether words that open a supposition stand before an event in its part of the sentence: `à supposer que`, `en admettant
    que`, but `tout en admettant que`."""
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
    open_ = [phrase for phrase in pack.settings.suppositions if f" {phrase} " in told]
    return any(not any(f" {word} {phrase} " in told for word in pack.negation.grants) for phrase in open_)


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
