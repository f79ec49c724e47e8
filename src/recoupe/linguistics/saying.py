"""What a parse attaches against the sense of verbs of saying: their clauses, their subjects, who is taken up as a speaker.

`a confirmé devant les élus que le pont avait cédé`: a verb that takes a clause and has no complement has this one, where
`que` cannot be an object in it. `left after the mayor, Ann Dorval, said that`: the noun behind `after` is the subject of the
verb that follows. `a clerk familiar with the file, who said`: files do not speak.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recoupe.languages import language_pack
from recoupe.languages.settings_schema import Settings
from recoupe.linguistics.tokens import Token

NOMINAL = {"NOUN", "PROPN"}
VERBAL = {"VERB", "AUX"}
RELATIVE = "acl:relcl"
PARTING = {":", ";", "–", "—"}
HEARERS = {"iobj", "obj"}  # how who is told hangs on a verb (`told the paper | that the bridge had closed`)
COMPLEMENTS = ("obj", "ccomp", "xcomp")

Below = dict[int, list[Token]]


def said_clauses(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens of one sentence, the first of them number `first`, with the clauses and speakers of its verbs of saying."""
    found = list(tokens)
    for mend in (complement, subordinate, speaker, behind_possessor, whole_clause, able, marking, meanwhile):
        below = dependents(found)
        for token in tokens:
            for changed in mend(found, found[token.i - first], below, first):
                found[changed.i - first] = changed
    return found


def dependents(tokens: Sequence[Token]) -> Below:
    """The dependents of each token that has any."""
    below: Below = {}
    for token in tokens:
        if token.head != token.i:
            below.setdefault(token.head, []).append(token)
    return below


def complement(tokens: Sequence[Token], clause: Token, below: Below, first: int) -> tuple[Token, ...]:
    """A clause read as a relative one of a noun in an adjunct, as what the verb above says."""
    if clause.dep != RELATIVE:
        return ()
    own = below.get(clause.i, [])
    mark = next((t for t in own if t.i < clause.i and t.norm in settings_of(t).complementisers), None)
    noun = tokens[clause.head - first]
    if mark is None or noun.pos not in NOMINAL or noun.i > mark.i:
        return ()
    verb = saying_verb(tokens, noun, below, first)
    if verb is None or not (has_all(clause, mark, noun, own) or told_by(clause, noun, verb, own, below)):
        return ()
    return (
        replace(clause, dep="ccomp", head=verb.i),
        replace(mark, pos="SCONJ", dep="mark", head=clause.i, morph=""),
    )


def marking(tokens: Sequence[Token], mark: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The mark of a clause that is what is said, read as an object in it (`told investors | that the plant had closed`)."""
    clause = tokens[mark.head - first]
    conjunction = mark.pos == "SCONJ" and mark.norm in settings_of(mark).complementisers and mark.i < clause.i
    said = conjunction and mark.dep.startswith(("obj", "obl")) and clause.dep.startswith(("ccomp", "acl", "advcl"))
    return (replace(mark, dep="mark"),) if said and clause.dep != RELATIVE else ()


def meanwhile(tokens: Sequence[Token], clause: Token, below: Below, first: int) -> tuple[Token, ...]:
    """A clause of what went on meanwhile, behind a comma, read as what is said (`the mayor said, | as police raided it`)."""
    mark = next((t for t in below.get(clause.i, []) if t.dep == "mark"), None)
    if not clause.dep.startswith("ccomp") or mark is None or clause.head > mark.i or mark.i == first:
        return ()
    comma = tokens[mark.i - first - 1].text == ","
    return (replace(clause, dep="advcl"),) if comma and mark.norm in settings_of(mark).concurrent else ()


def able(tokens: Sequence[Token], infinitive: Token, below: Below, first: int) -> tuple[Token, ...]:
    """An infinitive read as telling of the noun of ability before it, as what somebody can do (`est en mesure de | dire`).

    Where the parse has the copula for the verb (`a été | en mesure de`), the noun is the predicate.
    """
    noun = tokens[infinitive.head - first]
    told = infinitive.has("VerbForm=Inf") and infinitive.dep.startswith(("acl", "nmod")) and infinitive.i > noun.i
    if not told or noun.pos != "NOUN" or not is_ability(noun):
        return ()
    verb = tokens[noun.head - first]
    if any(t.dep == "cop" for t in below.get(noun.i, [])):
        return (replace(infinitive, dep="xcomp"),)
    if not noun.dep.startswith("obl") or verb.lemma not in language_pack(verb.language).denials.copulas:
        return ()
    others = [replace(t, head=noun.i) for t in below.get(verb.i, []) if t.i != noun.i]
    head = noun.i if verb.head == verb.i else verb.head
    predicate = (replace(noun, dep=verb.dep, head=head), replace(verb, pos="AUX", dep="cop", head=noun.i))
    return (*others, *predicate, replace(infinitive, dep="xcomp"))


def is_ability(token: Token) -> bool:
    """Whether a noun behind its preposition, or an adjective, says that somebody can do what the infinitive behind it tells."""
    return token.pos in {"NOUN", "ADJ", "VERB"} and bool({token.norm, token.lemma} & {*settings_of(token).abilities})


def saying_verb(tokens: Sequence[Token], noun: Token, below: Below, first: int) -> Token | None:
    """The verb above an adjunct that takes a clause and has neither that nor an object; the adjunct stands behind it."""
    seen = {noun.i}
    while noun.head not in seen:
        above = tokens[noun.head - first]
        if above.pos in VERBAL:
            verb = language_pack(above.language).reporting_verbs.verbs.get(above.lemma)
            takes = verb is not None and "clause" in verb.takes and verb.standing != "optional"
            cases = any(t.dep == "case" for t in below.get(noun.i, []))
            adjunct = noun.dep.startswith("obl") and cases
            hearer = noun.dep in HEARERS and not cases and verb is not None and "object" in verb.addressee
            others = (t for t in below.get(above.i, []) if t.i != noun.i and t.i > above.i)
            bare = not any(t.dep.startswith(COMPLEMENTS) for t in others)
            return above if (adjunct or hearer) and noun.i > above.i and takes and bare else None
        if above.pos not in NOMINAL:
            return None
        seen.add(noun.head)
        noun = above
    return None


def told_by(clause: Token, noun: Token, verb: Token, own: Sequence[Token], below: Below) -> bool:
    """Whether a clause behind the agent of a passive is what its subject was told (`was told by an engineer that it leaked`).

    A clause without a verb's object may tell of the agent, in a language in which its mark is said of persons as often.
    """
    entry = language_pack(verb.language).reporting_verbs.verbs[verb.lemma]
    agent = noun.dep == "obl:agent" and any(t.dep == "nsubj:pass" for t in below.get(verb.i, []))
    subject = any(t.dep.startswith("nsubj") and t.norm not in settings_of(t).complementisers for t in own)
    if not (agent and subject and "object" in entry.addressee):
        return False
    return settings_of(clause).zero_complementiser or any(t.dep in {"xcomp", "obl:arg"} for t in own)


def has_all(clause: Token, mark: Token, noun: Token, own: Sequence[Token]) -> bool:
    """Whether a clause has a subject of its own, and no room for an object that its mark would be.

    It has an object, or is a passive or a copula's; or a participle behind `avoir` stays as it is where it would agree with
    the noun. In a language whose participles agree with nothing only the former tells.
    """
    subjects = [t for t in own if t.dep.startswith("nsubj") and t.i != mark.i and t.i > mark.i]
    if not subjects:
        return False
    whole = any(t.dep in {"obj", "cop", "aux:pass", "ccomp"} and t.i != mark.i for t in own)
    if whole or any(t.dep == "nsubj:pass" for t in subjects):
        return True
    agrees = settings_of(clause).clitic_inversion and clause.has("VerbForm=Part") and noun.has("Number=Plur")
    return agrees and not clause.has("Number=Plur")


def subordinate(tokens: Sequence[Token], verb: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The noun phrase behind a word that is preposition or conjunction, as the subject of the finite verb behind it."""
    own = below.get(verb.i, [])
    joined = verb.dep in {"conj", "advcl"} and not any(
        t.dep in {"cc", "mark"} or t.dep.startswith("nsubj") for t in own
    )
    if not joined or verb.pos != "VERB" or not verb.has("VerbForm=Fin"):
        return ()
    above = tokens[verb.head - first]
    for noun in reversed(below.get(above.i, [])):
        if not (noun.dep.startswith("obl") and above.i < noun.i < verb.i and noun.pos in NOMINAL):
            continue
        inside = spread(noun, below)
        between = [t for t in tokens[noun.i - first : verb.i - first] if t.i not in inside]
        cases = [t for t in below.get(noun.i, []) if t.dep == "case"]
        if any(t.pos not in {"PUNCT", "ADV", "AUX"} for t in between) or len(cases) != 1:
            return ()
        if cases[0].norm not in settings_of(verb).conjunctions_too:
            return ()
        return (
            replace(verb, dep="advcl"),
            replace(noun, dep="nsubj", head=verb.i),
            replace(cases[0], pos="SCONJ", dep="mark", head=verb.i),
        )
    return ()


def spread(token: Token, below: Below) -> set[int]:
    """A token and all that hangs on it, by number."""
    inside, stack = {token.i}, [token.i]
    while stack:
        for child in below.get(stack.pop(), []):
            if child.i not in inside:
                inside.add(child.i)
                stack.append(child.i)
    return inside


def speaker(tokens: Sequence[Token], clause: Token, below: Below, first: int) -> tuple[Token, ...]:
    """A clause that opens with a pronoun of persons alone, under the nearest noun above it that can mean one."""
    own = below.get(clause.i, [])
    personal = language_pack(clause.language).function_words.personal_relatives
    if clause.dep != RELATIVE or not any(t.norm in personal and t.dep.startswith("nsubj") for t in own):
        return ()
    noun = tokens[clause.head - first]
    seen: set[int] = set()
    while noun.pos in {*NOMINAL, "ADJ"} and noun.i not in seen:
        if names_somebody(noun):
            return (replace(clause, head=noun.i),) if noun.i != clause.head and noun.i < clause.i else ()
        seen.add(noun.i)
        noun = tokens[noun.head - first]
    return ()


def behind_possessor(tokens: Sequence[Token], verb: Token, below: Below, first: int) -> tuple[Token, ...]:
    """The noun before a clause with `whose` between two commas, as the subject of the finite verb behind the second one."""
    k = verb.i - first
    if verb.pos != "VERB" or not verb.has("VerbForm=Fin") or k < 1 or tokens[k - 1].text != ",":
        return ()
    opening = next((i for i in range(k - 2, 0, -1) if tokens[i].text == ","), None)
    if opening is None or not (tokens[opening + 1].has("Poss=Yes") and tokens[opening + 1].has("PronType=Rel")):
        return ()
    inside = tokens[opening + 1 : k - 1]
    clause = next((t for t in reversed(inside) if t.head not in {i.i for i in inside} and t.pos != "PUNCT"), None)
    noun = tokens[opening - 1]
    while noun.head < noun.i and noun.dep.startswith(("flat", "appos", "nmod", "compound")) and noun.head >= first:
        noun = tokens[noun.head - first]
    own = [t for t in below.get(verb.i, []) if t.dep.startswith("nsubj")]
    if clause is None or noun.pos not in NOMINAL or own:
        return ()
    over = [t for t in (noun, clause) if verb.i in spread(t, below)]  # the verb takes the place of what it hung on
    outer = max(over, key=lambda t: len(spread(t, below)), default=verb)
    head, dep = (verb.i, "root") if outer.head == outer.i else (outer.head, outer.dep)
    return (
        replace(verb, head=head, dep=dep),
        replace(noun, dep="nsubj", head=verb.i),
        replace(clause, dep=RELATIVE, head=noun.i),
    )


def names_somebody(noun: Token) -> bool:
    """Whether a noun means persons or bodies: a name, a role, one of those that describe a voice."""
    pack = language_pack(noun.language)
    tables = (pack.titles.roles, pack.titles.persons, pack.anonymity.heads, pack.institutions.groups)
    known = any(noun.lemma in table or noun.norm in table for table in tables)
    return noun.pos == "PROPN" or known or noun.lemma in pack.institutions.nouns


def settings_of(token: Token) -> Settings:
    """The settings of a token's language."""
    return language_pack(token.language).settings


def whole_clause(tokens: Sequence[Token], noun: Token, below: Below, first: int) -> tuple[Token, ...]:
    """A noun phrase behind the mark of what is said, as the subject of the finite verb behind it (`dit que deux | ont fui`).

    The parse takes the noun for what is said, the mark for its own or for an adverb (`ne ... que`) and the verb for an
    adverbial clause, which without a mark, a subject and a comma before it no finite verb can be.
    """
    own = below.get(noun.i, [])
    opening = [t for t in own if t.dep.startswith(("advmod", "mark"))]
    mark = next((t for t in opening if t.norm in settings_of(noun).complementisers), None)
    above = tokens[noun.head - first]
    if any(t.dep.startswith(("cop", "nsubj", "case")) for t in own):
        return ()
    said = language_pack(above.language).reporting_verbs.verbs.get(above.lemma)
    if mark is None or mark.i > noun.i or noun.pos not in NOMINAL or said is None or "clause" not in said.takes:
        return ()
    for verb in below.get(above.i, []):
        parts = below.get(verb.i, [])
        if verb.i < noun.i or verb.pos not in VERBAL or not verb.dep.startswith(("advcl", "conj", "parataxis")):
            continue
        finite = verb.has("VerbForm=Fin") or any(t.dep.startswith("aux") and t.has("VerbForm=Fin") for t in parts)
        opened = any(t.dep.startswith(("mark", "nsubj", "cc")) for t in parts)
        inside = spread(noun, below)
        start = min([verb.i, *(t.i for t in parts if t.pos != "PUNCT")])
        between = tokens[noun.i - first : start - first]
        if finite and not opened and all(t.i in inside and t.text not in PARTING for t in between):
            return (
                replace(verb, dep="ccomp"),
                replace(noun, dep="nsubj", head=verb.i),
                replace(mark, pos="SCONJ", dep="mark", head=verb.i),
            )
    return ()
