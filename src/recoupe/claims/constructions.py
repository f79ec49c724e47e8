"""What stands in which construction of a predicate, by the parse: subjects, objects, prepositions, lost ones with them."""

from collections.abc import Sequence

from recoupe.claims.affairs import of_calendar
from recoupe.claims.causatives import caused
from recoupe.claims.control import addressee, done_by_object, done_by_somebody, plainly_marked, set_off
from recoupe.claims.misread import misread_object, misread_subject, misread_tense
from recoupe.claims.perceived import perceived
from recoupe.claims.sums import bare_share, bare_sum
from recoupe.claims.things import misread_thing
from recoupe.languages import LanguagePack, language_pack
from recoupe.linguistics import Annotation, Token
from recoupe.linguistics.forms import disagree
from recoupe.linguistics.saying import names_somebody

PASSIVE_SUBJECT = "object"
STATE = "state"
PARTING = {",", ";", ":", "(", "—", "–", "«", '"'}  # marks that part a verb from what is no object of it
OBJECT_BEHIND = 2  # tokens that a particle and what opens an object take
REACH = 8  # tokens from a verb to an object that the parse has lost


def constructions(
    annotation: Annotation, nodes: Sequence[int], nominal: bool, pack: LanguagePack, times: frozenset[int]
) -> list[tuple[str, int]]:
    """What stands in which construction of a predicate: `subject`, `object`, or a preposition, each with its head.

    nodes: the tokens of the predicate, its own first. times: the tokens of dates and durations, which are no object.
    """
    token = annotation.tokens[nodes[0]]
    if not nominal and misread_tense(annotation, token) is not None:
        placed = (("subject", misread_subject(annotation, token)), ("object", misread_object(annotation, token)))
        return [(slot, head) for slot, head in placed if head is not None and head not in times]
    said = said_by_case(annotation, nodes)
    around = nodes if said is None else (*nodes, said)
    children = sorted({c for node in around for c in annotation.children[node]} - {*around})
    passive = is_passive(annotation, nodes, pack)
    cut = next((c for c in children if c > token.i and annotation.tokens[c].dep == "parataxis:insert"), None)
    found: list[tuple[str, int]] = []
    subjects = [c for c in children if annotation.tokens[c].dep.startswith("nsubj") and c not in times]
    named = [c for c in subjects if not numbers_noun(annotation, c)]  # `the fan on dryer 3 was stopped`
    subjects = named or subjects
    subjects = [
        c for c in subjects if not annotation.tokens[c].text.startswith("-")
    ] or subjects  # `le maire a-t-il menti`
    nearest = max((c for c in subjects if c < token.i), default=subjects[0] if subjects else None)
    for child in children:
        dep = annotation.tokens[child].dep
        if child in times and dep.startswith(("nsubj", "obj", "iobj")):
            continue
        if dep.startswith("nsubj"):
            if child != nearest:
                continue  # the subject of a clause that the parse has lost
            subject = quoted_beside(annotation, subject_beside(annotation, token.i, child))
            found.append((PASSIVE_SUBJECT if passive else "subject", resolve_relative(annotation, token.i, subject)))
        elif dep.startswith(("obj", "iobj")) and annotation.tokens[child].norm in pack.settings.datives:
            found.append((pack.settings.datives[annotation.tokens[child].norm], child))  # `la lettre lui est parvenue`
        elif dep.startswith(("obj", "iobj")) and not reflexive(annotation.tokens[child], pack):
            if bare_share(annotation, child) or opens_content(annotation, token, child, children):
                continue  # (`prices rose 3%`: the share is no thing)
            if annotation.tokens[child].pos == "NUM" and any(annotation.tokens[n].dep.startswith("obj") for n in nodes):
                continue  # (`cut 300 jobs, 120 of them in France`)
            if cut is not None and child > cut:
                continue  # (`la marine arraisonne le navire, a annoncé le porte-parole, le capitaine X`)
            found.append(("object", resolve_relative(annotation, token.i, child)))
        elif is_excepted(annotation, token, child, pack):
            found.append(("object", child))
    own_subject = any(annotation.tokens[c].dep.startswith("nsubj") for c in {*children, *nodes})
    if not own_subject and not nominal:
        above = implied_subject(annotation, token.i)
        if above is not None:
            found.append((PASSIVE_SUBJECT if passive else "subject", above))
    made = None if nominal else caused(annotation, token)
    if made is not None and made.doer is not None:
        found.append(("subject", made.doer))
    held = state_of(annotation, token) if nominal else None
    if held is not None:
        found = [(STATE, held)]
    oblique = [c for c in children if annotation.tokens[c].dep.split(":")[0] in {"obl", "nmod"}]
    for time in [c for c in oblique if is_time(annotation.tokens[c], pack)]:  # `depuis samedi vers la ville`: one hangs
        inside = annotation.dependents(time, "nmod")  # on the other
        counted = bool(annotation.dependents(time, "nummod"))  # (`deux ans de prison`)
        oblique += [c for c in inside if not (counted and case_of(annotation, c) in pack.settings.owners)]
    particle = annotation.tokens[token.i + 1].norm if takes_with_particle(annotation, token, pack) else ""
    for child in oblique:
        case = case_of(annotation, child)
        if case and case == particle:
            found.append(("object", child))
            continue
        if case in pack.settings.owners and nearest is not None and nearest < child < token.i and not nominal:
            continue  # (`the bill, of a size unseen, rose`)
        if case in pack.events.by and (passive or nominal):
            found.append(("subject", child))
        found.append((case, child))
    if said is not None:
        found.append((annotation.tokens[max(nodes)].norm, said))
    if not nominal and lost_perfect(annotation, token) is not None:
        found.append(("object", token.head))
    if not nominal and not any(slot == "object" for slot, _ in found):
        lost = bare_object(annotation, token, oblique, passive, pack)
        lost = misread_relative(annotation, token, passive) if lost is None else lost
        lost = lost_object(annotation, token, passive) if lost is None else lost
        if lost is not None and lost not in nodes and lost not in times:
            found.append(("object", lost))
    return found


def said_by_case(annotation: Annotation, nodes: Sequence[int]) -> int | None:
    """The noun that a phrase of copula and preposition says something of, as the parse hangs both on it (`was due to a leak`)."""
    top = annotation.tokens[nodes[0]]
    return top.head if len(nodes) > 1 and top.dep.startswith("case") and top.head not in nodes else None


def is_excepted(annotation: Annotation, verb: Token, child: int, pack: LanguagePack) -> bool:
    """Whether a noun is the one thing that a verb with its particle excepts (`n'a perdu que onze hommes`)."""
    if annotation.tokens[child].pos not in {"NOUN", "PROPN"} or child < verb.i:
        return False
    before = {annotation.tokens[c].norm for c in annotation.dependents(child, "case", "mark")}
    particle = any(
        annotation.tokens[c].norm in pack.negation.particles for c in annotation.dependents(verb.i, "advmod")
    )
    clause = annotation.dependents(child, "cop", "nsubj")
    return particle and not clause and not before.isdisjoint(pack.settings.complementisers)


def numbers_noun(annotation: Annotation, node: int) -> bool:
    """Whether a figure stands right behind the noun that it numbers (`dryer 3`)."""
    token = annotation.tokens[node]
    return token.pos == "NUM" and node > 0 and annotation.tokens[node - 1].pos in {"NOUN", "PROPN"}


def subject_beside(annotation: Annotation, verb: int, subject: int) -> int:
    """The subject of a verb; where the parse takes a fronted source for it, the noun phrase right before the verb.

    `Per the agency X, citing a lawyer, the tour operator Y has filed`: a preposition governs what the parse takes for the
    subject, and a comma parts it from the noun phrase behind.
    """
    tokens = annotation.tokens
    cases = [tokens[c] for c in annotation.dependents(subject, "case")]
    if subject > verb or not any(t.i < subject and not t.has("PronType=Art") for t in cases):
        return subject
    near = verb - 1
    while near > subject and tokens[near].pos in {"ADV", "AUX"}:
        near -= 1
    top = near
    while subject < tokens[top].head < near and tokens[top].dep.startswith(("flat", "compound", "nmod:desc")):
        top = tokens[top].head
    first = min((k for k in annotation.subtree(top) if k > subject), default=top)
    opened = tokens[first - 1].text == "," or tokens[first].text == ","
    noun = tokens[top].pos in {"NOUN", "PROPN"} and not annotation.dependents(top, "case")
    return top if near > subject and opened and noun else subject


def state_of(annotation: Annotation, token: Token) -> int | None:
    """Whom a bare event noun behind a preposition of states is said of (`an officer in custody`, `le site est à l'arrêt`)."""
    states = language_pack(token.language).events.states
    if case_of(annotation, token.i) not in states:
        return None
    if annotation.dependents(token.i, "cop"):
        return next(iter(annotation.dependents(token.i, "nsubj")), None)
    said_of = annotation.tokens[token.head]
    if token.dep.startswith("nmod") and said_of.pos in {"NOUN", "PROPN"}:
        return said_of.i
    if token.dep.startswith("obl") and annotation.dependents(said_of.i, "nsubj"):
        remains = said_of.lemma in language_pack(token.language).events.plain
        return annotation.dependents(said_of.i, "nsubj")[0] if remains else None
    return None


def opens_content(annotation: Annotation, token: Token, child: int, children: Sequence[int]) -> bool:
    """Whether a pronoun only opens what a noun of saying tells (`the claim that X sold the pumps`), beside another object."""
    head = annotation.tokens[token.head]
    told = head.lemma in language_pack(token.language).denials.told and token.dep.startswith("acl")
    objects = [c for c in children if annotation.tokens[c].dep.startswith("obj")]
    return told and len(objects) > 1 and "PronType=Rel" in annotation.tokens[child].morph


def is_passive(annotation: Annotation, nodes: Sequence[int], pack: LanguagePack) -> bool:
    """Whether what is done to a thing is said of it as subject: passive, reflexive, or a past participle behind it."""
    token = annotation.tokens[nodes[0]]
    if is_reflexive(annotation, token, pack):
        return token.lemma not in pack.events.pronominal
    if annotation.dependents(token.i, "aux:pass") or caused(annotation, token) is not None:
        return True
    if lost_perfect(annotation, token) is not None:
        return False
    perfect = any(annotation.tokens[a].lemma in pack.settings.perfect for a in annotation.dependents(token.i, "aux"))
    if annotation.dependents(token.i, "nsubj:pass") and not perfect:
        return True
    governs = bool(annotation.dependents(token.i, "obj")) or "VerbForm=Fin" in token.morph
    governs = governs or bare_sum(annotation, token) is not None or takes_with_particle(annotation, token, pack)
    if token.has("Voice=Pass") and not governs:  # (a past read as a participle has its object: `called off the strike`)
        return True
    if headline_participle(annotation, token):
        return True
    return described(annotation, token) or taken_for_adjective(annotation, token)


def takes_with_particle(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether an object stands behind the particle of a verb, which the parse took for its preposition.

    `A clerk siphoned off 3 tonnes`: a past that was read as a participle, with its subject and no auxiliary.
    """
    tokens = annotation.tokens[token.i + 1 : token.i + 1 + OBJECT_BEHIND]
    if len(tokens) < OBJECT_BEHIND or tokens[-1].sentence != token.sentence:
        return False
    particle, opening = tokens
    if particle.norm not in pack.events.particles or opening.pos not in {"DET", "NUM"}:
        return False
    if f"{token.lemma} {particle.norm}" not in pack.events.phrases:
        return False  # (`sank off the coast`)
    alone = not annotation.dependents(token.i, "aux", "cop", "nsubj:pass")
    return alone and bool(annotation.dependents(token.i, "nsubj"))


def headline_participle(annotation: Annotation, token: Token) -> bool:
    """Whether a past form in a heading is a participle without its auxiliary, where headings are so (`Deputy held in probe`)."""
    pack = language_pack(token.language)
    if not pack.settings.headline_participles or token.sentence not in annotation.headings or token.pos != "VERB":
        return False
    past = token.has("VerbForm=Part") or (token.has("Tense=Past") and pack.settings.bare_present)
    moves = token.norm.rstrip("es").startswith(tuple(pack.events.movers))  # `Deux hommes morts` befell nobody else
    return past and not moves and not annotation.dependents(token.i, "obj", "aux", "cop", "ccomp", "xcomp")


def taken_for_adjective(annotation: Annotation, token: Token) -> bool:
    """Whether a participle that was read as an adjective says what was done to something (`was unloaded`, `saw it unloaded`).

    Or as a noun, with the auxiliaries of a passive (`ont été copiés`).
    """
    if token.pos == "NOUN" and annotation.dependents(token.i, "aux") and annotation.dependents(token.i, "cop"):
        return not annotation.dependents(token.i, "det", "case")
    if token.pos != "ADJ" or annotation.dependents(token.i, "obj"):
        return False
    movers = language_pack(token.language).events.movers
    said_of = annotation.dependents(token.i, "cop") or token.dep in {"xcomp", "advcl", "conj"}
    return bool(said_of) and not token.lemma.startswith(tuple(movers))


def described(annotation: Annotation, token: Token) -> bool:
    """Whether a past participle describes the noun that it hangs on (`missiles fournis par X`, `armes livrées`)."""
    past = token.pos == "ADJ" or (token.has("VerbForm=Part") and token.has("Tense=Past")) or looks_past(token)
    perfect = language_pack(token.language).denials.perfect
    if any(annotation.tokens[a].lemma in perfect for a in annotation.dependents(token.i, "aux")):
        return False  # `que le groupe n'a jamais livré`, however it is hung
    if lost_perfect(annotation, token) is not None:
        return False
    return past and token.dep in {"acl", "amod"} and annotation.tokens[token.head].pos in {"NOUN", "PROPN"}


def looks_past(token: Token) -> bool:
    """Whether a verb that is hung as an adjective has the form of a past participle, however read (`toiles volées`)."""
    endings = language_pack(token.language).events.participles
    return token.pos == "VERB" and token.dep == "amod" and token.norm.endswith(tuple(endings))


def lost_perfect(annotation: Annotation, token: Token) -> int | None:
    """The verb of a perfect right before a participle that is read as describing its object (`to have stolen files`)."""
    before = annotation.tokens[max(0, token.i - 1)]
    described_ = annotation.tokens[token.head]
    perfect = before.lemma in language_pack(token.language).denials.perfect and before.pos in {"VERB", "AUX"}
    split = perfect and described_.head == before.i and described_.dep == "obj" and described_.i > token.i
    return before.i if split and token.dep == "amod" and token.has("VerbForm=Part") else None


def described_noun(annotation: Annotation, token: Token) -> int:
    """The noun that a past participle describes: of a noun and what it holds the one that it agrees with.

    `la conservatrice du musée entendue`. In a heading, whose only predicate it is, it is said of the whole phrase where
    both agree (`310 000 dossiers de patients volés`).
    """
    tokens = annotation.tokens
    noun = tokens[token.head]
    heading = token.sentence in annotation.headings
    while (
        noun.i < token.i
        and noun.dep.startswith("nmod")
        and tokens[noun.head].pos in {"NOUN", "PROPN"}
        and noun.head < noun.i
    ):
        above = tokens[noun.head]
        if not (disagree(token, noun) and not disagree(token, above)) and not (heading and not disagree(token, above)):
            break
        noun = above
    return noun.i


def quoted_beside(annotation: Annotation, subject: int) -> int:
    """The subject itself; where it is a title behind a noun and a comma, in quotation marks or capitals, that noun.

    `Une toile, « La Laveuse », a été retrouvée`: the title only names what the noun tells.
    """
    tokens, first = annotation.tokens, annotation.sentences[annotation.tokens[subject].sentence][0]
    marks = {opening for opening, _ in language_pack(tokens[subject].language).settings.quotes}
    mark = next((k for k in range(subject - 1, max(first, subject - REACH), -1) if tokens[k].text in marks), None)
    if mark is None:
        mark = min((k for k in annotation.subtree(subject) if k <= subject), default=subject)
        last = max(k for k in annotation.subtree(subject) if tokens[k].pos != "PUNCT")
        parted = last + 1 < len(tokens) and tokens[last + 1].text == ","
        named = tokens[mark].text[:1].isupper() and tokens[mark].pos in {"DET", "PROPN"}  # `, La Laveuse,`
        if not parted or not named or tokens[subject].pos == "PROPN":
            return subject
    if mark - 2 < first or tokens[mark - 1].text != ",":
        return subject
    noun = tokens[mark - 2]
    while tokens[noun.head].i < noun.i and tokens[noun.head].pos in {"NOUN", "PROPN"}:
        noun = tokens[noun.head]
    return noun.i if noun.pos == "NOUN" and not annotation.dependents(noun.i, "case") else subject


def is_reflexive(annotation: Annotation, token: Token, pack: LanguagePack) -> bool:
    """Whether a verb has its subject as object (`se rendre`)."""
    pronouns = [c for c in annotation.dependents(token.i, "obj", "iobj", "expl") if c < token.i]
    return any(reflexive(annotation.tokens[c], pack) for c in pronouns)


def reflexive(token: Token, pack: LanguagePack) -> bool:
    """Whether a pronoun takes up the subject."""
    return token.has("Reflex=Yes") or token.norm in pack.settings.reflexives


def bare_object(
    annotation: Annotation, token: Token, oblique: Sequence[int], passive: bool, pack: LanguagePack
) -> int | None:
    """A noun behind the verb with its article and no preposition, far from it, which the parse takes for an adverbial."""
    if passive or token.pos != "VERB":
        return None
    if (sum_ := bare_sum(annotation, token)) is not None:
        return sum_
    for child in sorted(oblique):
        own = annotation.tokens[child]
        bare = own.pos == "NOUN" and own.dep == "obl:mod" and not annotation.dependents(child, "case")
        if child > token.i and bare and annotation.dependents(child, "det") and not is_time(own, pack):
            return child
    return None


def misread_relative(annotation: Annotation, token: Token, passive: bool) -> int | None:
    """The noun that a relative clause describes, where the parse reads its object as a conjunction (`un bac qu'X a vendu`)."""
    if passive or not token.dep.startswith("acl:relcl"):
        return None
    marks = annotation.dependents(token.i, "mark")
    complementisers = language_pack(token.language).settings.complementisers
    opened_ = any(annotation.tokens[m].norm in complementisers for m in marks)
    described_ = annotation.tokens[token.head].pos in {"NOUN", "PROPN"}
    return token.head if opened_ and described_ and annotation.dependents(token.i, "nsubj") else None


def lost_object(annotation: Annotation, token: Token, passive: bool) -> int | None:
    """An object that the parse hangs elsewhere: a bare noun phrase behind the verb, with no other verb between.

    `expédier par la mer cent vingt conteneurs`, `livrer à la ville une trentaine de pompes`; and the subject of what is
    said of the verb's clause (`that X sold pumps is false`).
    """
    tokens, end = annotation.tokens, annotation.sentences[token.sentence][1]
    if passive or token.pos not in {"VERB", "AUX"}:
        return None
    for i in range(token.i + 1, min(end, token.i + REACH)):
        here = tokens[i]
        misread = misread_thing(annotation, here)
        if (here.pos in {"VERB", "AUX", "SCONJ", "CCONJ"} and not misread) or here.norm in PARTING:
            return None
        if is_time(here, language_pack(here.language)):
            continue
        if misplaced(annotation, token, here):
            return i
        governs = [c for c in annotation.dependents(i, "nsubj") if c > token.i]
        bare = (here.pos == "NOUN" or misread) and not governs and not annotation.dependents(i, "case", "cop")
        counted_ = annotation.dependents(i, "nummod", "det")
        if bare and (counted_ or misread) and not here.dep.startswith(("nsubj", "nmod", "obl:unmarked", "appos")):
            return i
    return None


def misplaced(annotation: Annotation, verb: Token, noun: Token) -> bool:
    """Whether a noun right behind a verb is read as the subject of an unmarked clause that the verb does not govern."""
    said = annotation.tokens[noun.head]
    if noun.pos != "NOUN" or not noun.dep.startswith("nsubj") or said.head != verb.i or said.i <= noun.i:
        return False
    opened = any(annotation.tokens[c].pos == "SCONJ" for c in annotation.children[verb.i] if c < verb.i)
    return opened and bool(annotation.dependents(said.i, "cop")) and not annotation.dependents(said.i, "mark")


def is_time(token: Token, pack: LanguagePack) -> bool:
    """Whether a word is of the calendar: a date takes no part in an event."""
    calendar = pack.calendar
    if token.pos == "PROPN" and token.norm not in calendar.months and token.norm not in calendar.weekdays:
        return False  # (the ship `Althea Dawn`)
    tables = (calendar.weekdays, calendar.months, calendar.units, calendar.dayparts, calendar.days)
    return any(word in table for table in tables for word in (token.norm, token.lemma))


def resolve_relative(annotation: Annotation, verb: int, pronoun: int) -> int:
    """A relative pronoun's antecedent, else the token itself."""
    token = annotation.tokens[pronoun]
    if "PronType=Rel" in token.morph and annotation.tokens[verb].dep.startswith("acl"):
        return annotation.tokens[verb].head
    return pronoun


def implied_subject(annotation: Annotation, verb: int, depth: int = 4) -> int | None:
    """The subject that a coordinated or dependent verb shares with the one above it, or the noun that it describes."""
    tokens = annotation.tokens
    token = tokens[verb]
    if depth == 0 or token.head == verb:
        return None
    head = tokens[token.head]
    made = caused(annotation, token)
    if made is not None:
        return made.thing
    seen = perceived(annotation, token)
    if seen is not None:
        return seen[1]
    if described(annotation, token):
        return described_noun(annotation, token)
    have = lost_perfect(annotation, token)
    if have is not None:
        return next(iter(annotation.dependents(have, "nsubj")), None) or implied_subject(annotation, have, depth - 1)
    before = led_by(annotation, token)
    if before is not None:
        own = annotation.dependents(before, "nsubj")
        return own[0] if own else implied_subject(annotation, before, depth - 1)
    if token.dep == "acl" and head.pos in {"NOUN", "PROPN"}:
        if "VerbForm=Fin" in token.morph:
            return head.i  # the parse takes the verb of a clause for one that describes its subject
        if head.dep.startswith("obj") and names_somebody(head) and done_by_object(annotation, token):
            return head.i  # `accused X of stealing`, hung on X
        if addressee(annotation, tokens[head.head], token) == head.i:
            return head.i  # `reproche aux policiers d'avoir frappé X`, hung on the police
        subjects = annotation.dependents(head.i, "nsubj") if annotation.dependents(head.i, "cop") else []
        return next(iter(subjects), None)  # `sont en train de livrer`, `are in the process of`
    if token.dep.startswith(("xcomp", "advcl", "ccomp")):
        apart, hearer = set_off(annotation, token), addressee(annotation, head, token)
        marked = plainly_marked(annotation, token) or done_by_object(annotation, token)
        for child in annotation.dependents(head.i, "obj") if hearer is None else ():
            said_of = tokens[child].pos in {"NOUN", "PROPN"} and "VerbForm=Fin" not in token.morph
            if of_calendar(tokens[child]) or not (head.i < child < verb and said_of):
                continue  # (`a annoncé mardi avoir fermé le pont`)
            if apart and not done_by_somebody(annotation, head):
                return None  # `the blast hit the depot, killing two`
            if marked and not apart:
                return child  # `accuse le groupe d'avoir livré`, `watched the ash being unloaded`
        if hearer is not None:
            return hearer
    if token.dep.startswith(("conj", "xcomp", "advcl", "ccomp", "obl")) and head.pos in {"VERB", "AUX", "ADJ"}:
        for child in annotation.dependents(head.i, "nsubj"):
            return resolve_relative(annotation, head.i, subject_beside(annotation, head.i, child))
        return implied_subject(annotation, head.i, depth - 1)
    return None


def led_by(annotation: Annotation, token: Token) -> int | None:
    """The finite verb right before an infinitive and its mark, where the parse hangs the infinitive elsewhere."""
    if "VerbForm=Inf" not in token.morph or annotation.tokens[token.head].pos in {"VERB", "AUX"}:
        return None
    i = token.i - 1
    first = annotation.sentences[token.sentence][0]
    while i > first and annotation.tokens[i].dep in {"mark", "case", "advmod", "expl", "obj"}:
        i -= 1
    verb = annotation.tokens[i]
    return i if verb.pos == "VERB" and "VerbForm=Fin" in verb.morph else None


def awaited(annotation: Annotation, token: Token) -> int | None:
    """What a verb of remaining says is still to be done (`reste à établir`, `remains to be seen`); None where it says none."""
    if token.lemma not in language_pack(token.language).settings.remaining:
        return None
    for child in annotation.dependents(token.i, "xcomp", "advcl", "ccomp"):
        group = [child, *annotation.dependents(child, "aux", "cop")]
        if annotation.dependents(child, "mark", "case") and any(
            annotation.tokens[k].has("VerbForm=Inf") for k in group
        ):
            return child
    return None


def case_of(annotation: Annotation, noun: int) -> str:
    """The preposition of a noun, in its plain form (`à la` -> `à`, `aux` -> `à`, `du` -> `de`)."""
    for child in sorted(annotation.dependents(noun, "case"), key=lambda c: annotation.tokens[c].pos != "ADP"):
        words = [child, *annotation.dependents(child, "fixed")]
        return " ".join(annotation.tokens[w].lemma or annotation.tokens[w].norm for w in words)
    return ""


def takes_place(annotation: Annotation, verb: Token) -> bool:
    """Whether a verb says of its subject that it took place, by itself or with what it governs (`a eu lieu`)."""
    happen = language_pack(verb.language).events.happen
    objects = [annotation.tokens[o] for o in annotation.dependents(verb.i, "obj")]
    governed = (*annotation.tokens[verb.i + 1 : verb.i + 2], *objects)
    return verb.lemma in happen or any(f"{verb.lemma} {t.lemma}" in happen for t in governed)


def opened(annotation: Annotation, token: Token) -> bool:
    """Whether a conjunction opens the clause of a predicate (`that F`)."""
    marks = {annotation.tokens[c].norm for c in annotation.dependents(token.i, "mark")}
    return not marks.isdisjoint(language_pack(token.language).settings.complementisers)
