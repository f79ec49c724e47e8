"""What a report says is not shown to be so, or only if it is: nothing proves it, if it is confirmed, a scenario to be tested."""

from recoupe.claims.constructions import awaited
from recoupe.languages import LanguagePack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.negatives import says_none

CLAUSES = (
    "ccomp",
    "xcomp",
    "acl",
    "obj",
    "obl",
    "nmod",
    "csubj",
    "advcl",
)  # how what is not shown hangs on what shows it


def left_open(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether words around an event leave open whether it was, other than a conjunction or mood of its own clause."""
    return (
        unproven(annotation, token, pack)
        or when_confirmed(annotation, token, pack)
        or behind_hypothesis(annotation, token, pack)
        or not_excluded(annotation, token, pack)
        or unsayable(annotation, token, pack)
        or feared(annotation, token, pack)
        or only_reputed(annotation, token, pack)
        or awaited(annotation, annotation.tokens[token.head]) == token.i
    )


def unproven(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether nothing or nobody shows or says that an event was (`rien ne permet de dire que F`, `no evidence that F`)."""
    tokens, node = annotation.tokens, token
    while node.head != node.i:
        above = tokens[node.head]
        link, node = node.dep, above
        if not link.startswith(CLAUSES) or above.i > token.i:
            return False
        if link.startswith("obl") and lacks_proof(annotation, above, pack):
            return True
        if above.lemma in pack.settings.proofs:
            inside = [tokens[c].norm for c in annotation.dependents(above.i, "det", "amod", "advmod")]
            if any(word in pack.negation.determiners for word in inside):
                return True
        elif above.lemma not in pack.settings.proving and not (link == "xcomp" and token.has("VerbForm=Inf")):
            return False  # (`nothing makes it possible to say that F`)
        for subject in annotation.dependents(above.i, "nsubj"):
            none = [tokens[c].norm for c in annotation.dependents(subject, "det", "amod")]
            if says_none(annotation, subject) or any(w in pack.negation.determiners for w in none):
                return True
    return False


def lacks_proof(annotation: Annotation, verb: Token, pack: LanguagePack) -> bool:
    """Whether a verb's object is proof or knowledge that there is none of (`n'avoir « aucune information » sur F`)."""
    tokens = annotation.tokens
    return any(
        tokens[thing].lemma in pack.settings.proofs
        and any(tokens[c].norm in pack.negation.determiners for c in annotation.dependents(thing, "det", "amod"))
        for thing in annotation.dependents(verb.i, "obj")
    )


def when_confirmed(annotation: Annotation, noun: Token, pack: LanguagePack) -> bool:
    """Whether an event noun is what a clause tells of for the case that it is confirmed (`if proved, the sale would be`)."""
    tokens = annotation.tokens
    if noun.pos != "NOUN" or not noun.dep.startswith("nsubj") or noun.head == noun.i:
        return False
    first, _ = annotation.sentences[noun.sentence]
    conditions = [t.i for t in tokens[first : noun.i] if t.norm in pack.settings.conditional_hypothesis]
    if not conditions:
        return False
    behind = tokens[conditions[-1] + 1 : noun.i]
    shown = any(t.lemma in pack.settings.proving for t in behind)
    return shown and not any(t.pos in {"NOUN", "PROPN"} for t in behind)


def behind_hypothesis(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether an event stands behind the colon of words that announce a supposition (`le scénario est simple : F`)."""
    first, _ = annotation.sentences[token.sentence]
    colon = next((t.i for t in reversed(annotation.tokens[first : token.i]) if t.text == ":"), None)
    if colon is None:
        return False
    return any(t.lemma in pack.settings.hypotheses for t in annotation.tokens[first:colon])


def not_excluded(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether somebody does not rule out that an event was (`n'exclut pas que F`, `did not rule out sabotage`)."""
    tokens = annotation.tokens
    for node in annotation.ancestors(token.i):
        above = tokens[node]
        if above.lemma in pack.settings.excluding and above.i < token.i:
            own = [*annotation.dependents(node, "advmod", "neg"), *annotation.dependents(node, "aux")]
            return any(tokens[c].norm in pack.negation.adverbs for c in own)
        if above.pos in {"VERB", "AUX"} and annotation.dependents(node, "nsubj"):
            return False
    return False


def unsayable(annotation: Annotation, noun: Token, pack: LanguagePack) -> bool:
    """Whether an event noun is what nobody can say of (`il est impossible de confirmer la vente`)."""
    verb = annotation.tokens[noun.head]
    if noun.pos != "NOUN" or not noun.dep.startswith("obj") or verb.lemma not in pack.reporting_verbs.verbs:
        return False
    above = annotation.tokens[verb.head]
    return verb.i != above.i and above.lemma in {*pack.negation.impossible, *pack.negation.unable}


def feared(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether somebody only fears or hopes that an event was (`craint que les corps n'aient été brûlés`, `the fear that`)."""
    node = token
    inserted = annotation.dependents(token.i, "parataxis")  # (`le pont a cédé, craint le maire`)
    if any(annotation.tokens[c].lemma in pack.negation.fearing for c in inserted):
        return True
    for i in annotation.ancestors(token.i):
        above, link = annotation.tokens[i], node.dep
        if above.lemma in pack.negation.fearing and above.i < token.i:
            return link.startswith(("ccomp", "xcomp", "acl", "obj"))
        if not link.startswith(("conj", "ccomp", "xcomp", "obj")) or above.lemma in pack.reporting_verbs.verbs:
            return False
        node = above
    return False


def unordered(annotation: Annotation, token: Token, pack: LanguagePack) -> list[int]:
    """The determiner by which nobody was told to do what an infinitive tells: `aucune consigne n'a été donnée de | vendre`."""
    above = annotation.tokens[token.head]
    if (
        not token.has("VerbForm=Inf")
        or not token.dep.startswith(("xcomp", "acl", "advcl", "obl", "ccomp"))
        or above.i > token.i
    ):
        return []
    nouns = [above.i, *annotation.dependents(above.i, "nsubj", "obj")]
    orders = [n for n in nouns if annotation.tokens[n].lemma in pack.negation.orders and n < token.i]
    beside = (c for n in orders for c in annotation.dependents(n, "det", "amod"))
    return [c for c in beside if annotation.tokens[c].norm in pack.negation.determiners]


def only_reputed(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether somebody is only said to have undergone what a participle tells (`two men | reported killed | are alive`), or ought
    to do what a verb tells (`should resign`)."""
    before = annotation.tokens[token.i - 1] if token.i else token
    described = before.dep.startswith(("acl", "amod", "advcl")) and not annotation.dependents(before.i, "aux", "cop")
    reputed = before.norm in pack.settings.reputed and before.sentence == token.sentence and described
    helping = [annotation.tokens[c] for c in annotation.dependents(token.i, "aux")]
    perfect = any(t.norm in pack.settings.perfect for t in helping)
    advised = any(t.norm in pack.settings.advising for t in helping) and not perfect
    return (reputed and token.i != before.i) or advised
