"""What holds or counts what, and whose it is: `dix conteneurs de cendres`, `missiles iraniens`."""

import functools
from collections.abc import Mapping

from recoupe.claims.constructions import case_of
from recoupe.claims.found import Filler, Owner
from recoupe.claims.things import CONTAINERS, LADINGS, kinds, thing_at
from recoupe.languages import LANGUAGES, LanguagePack, language_pack, shared_pack
from recoupe.linguistics import Annotation, Token
from recoupe.model import identifier


def of_held(case: str) -> bool:
    """Whether a case, in either language, is that of what a holder holds (`dix conteneurs de cendres`)."""
    return any(case in language_pack(language).settings.held for language in LANGUAGES)


def of_counted(case: str) -> bool:
    """Whether a case, in either language, is that of those some of whom are counted (`two of the six`)."""
    return any(case in language_pack(language).settings.counted for language in LANGUAGES)


def of_owner(case: str) -> bool:
    """Whether a case, in either language, is that of the one whose a thing is (`cendres de X`, `X's ash`)."""
    return any(case in language_pack(language).settings.owners for language in LANGUAGES)


def owner_at(annotation: Annotation, token: int, actor: str) -> Owner:
    """The owner whom a word tells: a state by its adjective, or by the name of one that the tables know."""
    told = annotation.tokens[token]
    return Owner(actor, told.pos == "ADJ" or told.dep.startswith("amod") or actor in states())


@functools.cache
def states() -> frozenset[str]:
    """The ids of the states that the tables know."""
    return frozenset(identifier("actor", f"country:{code}") for code in shared_pack().countries.countries)


def belongings(
    annotation: Annotation, found: Mapping[str, Filler], actors: Mapping[int, str]
) -> dict[str, tuple[int, str]]:
    """For each thing of an event whose it is said to be: `missiles iraniens`, `cendres de la société X`, `X ash`."""
    owners: dict[str, tuple[int, str]] = {}
    for role, (head, actor) in found.items():
        token = annotation.tokens[head]
        if actor is not None or token.lemma in language_pack(token.language).events.nouns:
            continue
        if shared_out(annotation, head, actors):
            continue
        holders = [head, *[a for a in list(annotation.ancestors(head))[:2] if holds(annotation, a, head)]]
        for holder in holders:
            for child in annotation.dependents(holder, "amod", "compound", "nmod", "flat"):
                linked = annotation.tokens[child].dep.split(":")[0] != "nmod" or of_owner(case_of(annotation, child))
                taken = child in actors and any(actors[child] == a for _, a in found.values())
                if linked and child in actors and not taken and not is_model(annotation.tokens[child]):
                    owners.setdefault(role, (child, actors[child]))
    return owners


def shared_out(annotation: Annotation, head: int, actors: Mapping[int, str]) -> bool:
    """Whether adjectives of several share out what a plural names (`the Russian and Ukrainian armies`): it is no one's."""
    adjectives = annotation.dependents(head, "amod", "compound")
    rows = [*adjectives, *(c for a in adjectives for c in annotation.dependents(a, "conj"))]
    return annotation.tokens[head].has("Number=Plur") and len({actors[a] for a in rows if a in actors}) > 1


def is_model(token: Token) -> bool:
    """Whether a name holds a figure, as those of products do (`missiles Fath-9`): nobody's name, so nobody's goods."""
    return token.pos == "PROPN" and any(c.isdigit() for c in token.text)


def holds(annotation: Annotation, above: int, below: int) -> bool:
    """Whether a noun is what holds or counts another one (`conteneurs de cendres`)."""
    pack = language_pack(annotation.tokens[above].language)
    return annotation.tokens[above].pos == "NOUN" and counted(annotation, above, pack) == below


def counted(annotation: Annotation, head: int, pack: LanguagePack) -> int:
    """The thing that a quantity or a container holds: `des centaines de missiles`, `dix conteneurs de cendres`.

    Of those some of whom are counted, the noun that names them: `deux des six ingénieurs`, `one of the men`.
    """
    token = annotation.tokens[head]
    if counts_some(token):
        some = [
            c for c in annotation.dependents(head, "nmod", "obl") if c > head and of_counted(case_of(annotation, c))
        ]
        return counted(annotation, some[0], pack) if some and annotation.tokens[some[0]].pos == "NOUN" else head
    quantities = (
        pack.numbers.vague,
        pack.numbers.fractions,
        pack.numbers.units,
        pack.numbers.portions,
        pack.events.objects.get(CONTAINERS, ()),
    )
    money = token.lemma in pack.numbers.units and pack.numbers.units[token.lemma].slot == "amount"
    if not money and any(token.norm in table or token.lemma in table for table in quantities):
        around = (head, *annotation.dependents(head, "amod"))  # (`des mètres cubes de mazout`)
        inside = [c for h in around for c in annotation.dependents(h, "nmod", "obl")]
        inside = [c for c in inside if c > head and of_held(case_of(annotation, c))]
        inside += [c for c in annotation.dependents(head, "compound") if thing_at(annotation.tokens[c]).kind in LADINGS]
        held = counted(annotation, inside[0], pack) if inside else lost_behind(annotation, head)
        owner = annotation.tokens[held].pos == "PROPN" and thing_at(token).kind == CONTAINERS
        return head if owner else held  # `les conteneurs de X` are X's, they hold none of it
    if thing_at(token).kind in pack.events.crafts:
        return laden_with(annotation, head, pack)
    return row_head(annotation, head, pack)


def counted_by(annotation: Annotation, token: int) -> int:
    """The noun of a quantity that counts a noun (`une | dizaine | de morts`); else the noun itself."""
    above = annotation.tokens[annotation.tokens[token].head]
    vague = language_pack(above.language).numbers.vague
    quantity = above.pos == "NOUN" and above.i < token and (above.norm in vague or above.lemma in vague)
    return above.i if quantity and of_held(case_of(annotation, token)) else token


def counts_some(token: Token) -> bool:
    """Whether a figure or pronoun counts some of those who are named behind it (`two | of the engineers`, `l'un | des`)."""
    return token.pos == "NUM" or (token.pos == "PRON" and (token.has("PronType=Ind") or token.has("NumType=Card")))


def laden_with(annotation: Annotation, craft: int, pack: LanguagePack) -> int:
    """What a craft is full of, as its phrase says (`22 wagons of shells`, `des camions de caisses d'obus`); else the craft."""
    for child in annotation.dependents(craft, "nmod"):
        if of_held(case_of(annotation, child)) and not annotation.dependents(child, "det", "nummod"):
            held = counted(annotation, child, pack)
            if thing_at(annotation.tokens[held]).kind in LADINGS:
                return held
    return row_head(annotation, craft, pack)


def lost_behind(annotation: Annotation, head: int) -> int:
    """The known thing behind a quantity and its preposition, where the parse has lost it; else the quantity."""
    k, end = head + 2, annotation.sentences[annotation.tokens[head].sentence][1]
    lost = k < end and annotation.tokens[k - 1].pos == "ADP" and of_held(annotation.tokens[k - 1].lemma)
    return k if lost and annotation.tokens[k].lemma in kinds(annotation.tokens[k].language) else head


def row_head(annotation: Annotation, head: int, pack: LanguagePack) -> int:
    """In a language whose rows of nouns end in their head, the known thing right behind a noun (`incinerator ash`)."""
    behind = head + 1
    if not pack.settings.right_headed or behind >= annotation.sentences[annotation.tokens[head].sentence][1]:
        return head
    token = annotation.tokens[behind]
    bare = annotation.tokens[head].pos in {"NOUN", "PROPN"} and not annotation.tokens[head].dep.startswith("nmod:poss")
    return behind if bare and token.pos not in {"VERB", "AUX", "ADP"} and token.lemma in kinds(token.language) else head
