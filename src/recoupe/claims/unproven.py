"""What a report says is not shown to be so, or only if it is: nothing proves it, if it is confirmed, a scenario to be tested."""

from recoupe.claims.constructions import awaited
from recoupe.claims.perceived import perceived
from recoupe.languages import LanguagePack, language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.negatives import says_none
from recoupe.model import Attribution, Span

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
        or unseen(annotation, token, pack)
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
    return unshown_by(annotation, token, pack) is not None


def unseen(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether nobody saw or heard an event come about, or somebody did not (`personne n'a vu la firme livrer les drones`)."""
    seen = perceived(annotation, token)
    if seen is None:
        return False
    beside = annotation.dependents(seen[0], "advmod", "neg")
    negated = any(annotation.tokens[c].norm in pack.negation.adverbs for c in beside)
    return negated or any(says_none(annotation, c) for c in annotation.dependents(seen[0], "nsubj"))


def contesting(annotation: Annotation, token: Token, holder: Attribution | None) -> tuple[Span, ...]:
    """The word by which somebody says that nothing shows an event to have been (`rien ne prouve que F, répond X`).

    On his word it was not, unless he says so only for the time being. In a report's own words it is a reserve, and none here.
    """
    pack = language_pack(token.language)
    if holder is None or holder.source is None or holder.firmness in {"denial", "refusal"}:
        return ()
    proof = unshown_by(annotation, token, pack)
    if proof is None:
        return ()
    word = annotation.tokens[proof]
    cued = (
        holder.cue is not None and holder.source.start < holder.cue.start < word.start
    )  # (`X has no evidence that F`)
    if not cued and not any(c.start <= word.start < c.end for c in holder.content):
        return ()
    lacking = (
        word.lemma in pack.settings.proofs and word.lemma not in pack.negation.knowledge
    )  # (`has no information on N`)
    nothing = word.norm in pack.function_words.lifeless or lacking
    return (annotation.span(proof, proof),) if nothing and not for_now(annotation, token.sentence, pack) else ()


def for_now(annotation: Annotation, sentence: int, pack: LanguagePack) -> bool:
    """Whether a sentence says what it says only for the time being (`à ce stade`, `not yet`)."""
    words = [t.norm for t in annotation.tokens[slice(*annotation.sentences[sentence])]]
    told = f" {' '.join(words)} "
    return any(word in pack.negation.not_yet for word in words) or any(f" {p} " in told for p in pack.negation.for_now)


def unshown_by(annotation: Annotation, token: Token, pack: LanguagePack) -> int | None:
    """The nothing, the nobody or the proof that there is none of, which does not show that an event was."""
    tokens, node = annotation.tokens, token
    while node.head != node.i:
        above = tokens[node.head]
        link, below, node = node.dep, node, above
        if not link.startswith(CLAUSES) or above.i > token.i:
            return None
        if link.startswith(("obl", "ccomp", "acl")) and (lacking := lacking_proof(annotation, above, pack)) is not None:
            return lacking
        if above.lemma in pack.settings.proofs:
            inside = [tokens[c].norm for c in annotation.dependents(above.i, "det", "amod", "advmod")]
            if any(word in pack.negation.determiners for word in inside) or not_had(annotation, above, pack):
                return above.i
        elif not shows_or_says(above, pack) and not (link == "xcomp" and below.has("VerbForm=Inf")):
            return None  # (`nothing makes it possible to say that F`, `rien ne vient étayer que F`)
        for subject in annotation.dependents(above.i, "nsubj"):
            none = [tokens[c].norm for c in annotation.dependents(subject, "det", "amod")]
            if says_none(annotation, subject) or any(w in pack.negation.determiners for w in none):
                return subject
    return None


def shows_or_says(verb: Token, pack: LanguagePack) -> bool:
    """Whether a verb with nothing or nobody for its subject leaves open what it tells; one of denying or hiding does not."""
    entry = pack.reporting_verbs.verbs.get(verb.lemma)
    affirming = verb.lemma in pack.settings.hiding or verb.lemma in pack.negation.doubting
    says = entry is not None and entry.class_ not in {"denial", "refusal"} and not affirming
    return says or verb.lemma in pack.settings.proving


def not_had(annotation: Annotation, proof: Token, pack: LanguagePack) -> bool:
    """Whether proof is what a negated verb has or finds (`il n'existe pas de preuve que F`, `have not seen evidence that F`)."""
    verb = annotation.tokens[proof.head]
    if not proof.dep.startswith(("obj", "nsubj")) or verb.pos not in {"VERB", "AUX"} or proof.i < verb.i:
        return False
    beside = annotation.dependents(verb.i, "advmod", "neg")
    return any(annotation.tokens[c].norm in pack.negation.adverbs for c in beside)


def lacking_proof(annotation: Annotation, verb: Token, pack: LanguagePack) -> int | None:
    """The object of a verb that is proof or knowledge of which there is none (`n'avoir « aucune information » sur F`)."""
    tokens = annotation.tokens
    for thing in annotation.dependents(verb.i, "obj"):
        beside = (tokens[c].norm for c in annotation.dependents(thing, "det", "amod"))
        if tokens[thing].lemma in pack.settings.proofs and any(w in pack.negation.determiners for w in beside):
            return thing
    return None


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
