"""Events told again: nouns and clauses that take up an event of the same report and name less of it."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.claims.found import AHEAD, OTHER, Filler, FoundEvent
from recoupe.claims.things import HOLDERS, kinds, thing_at
from recoupe.languages import language_pack
from recoupe.linguistics import Annotation, Token

STEM = 5  # letters by which a verb and its noun are told to be of one family
UNTENSED = {"done", "under way", "open"}  # the phases that a heading tells without an auxiliary
NOW = {"under way", "repeated"}
LATER = {*AHEAD, *NOW}
LOCAL = {"place", "goal", "destination"}
DEFINITE = ("Definite=Def", "PronType=Dem", "Poss=Yes")


def taken_up(annotation: Annotation, found: Sequence[FoundEvent]) -> list[FoundEvent]:
    """Each event with the fillers that an earlier one of its class lends it, where it points back to that one.

    `ces livraisons`, `any such delivery`, `a nié tout transfert`; and a clause about nothing but known things
    (`la cargaison a été déchargée`, `the ash was delivered that night`).
    """
    settled: list[FoundEvent] = []
    for event in found:
        earlier = [
            e
            for e in settled
            if of_one_kind(annotation, event, e)
            and any(a for _, a in e.fillers.values())
            and fits(annotation, event, e)
        ]
        by_noun = event.nominal or annotation.tokens[naming(event)].pos == "NOUN"
        points = points_back(annotation, event) if by_noun else all_known(annotation, event)
        if points and earlier:
            akin = [e for e in earlier if one_stem(annotation, event, e)] if by_noun else []
            event = with_fillers(annotation, event, (akin or earlier)[-1])
        settled.append(event)
    return settled


def naming(event: FoundEvent) -> int:
    """The token that names an event: the noun that a verb carries (`ces ventes ont eu lieu`), else its predicate."""
    return event.token if event.word is None else event.word


def as_told_below(annotation: Annotation, found: Sequence[FoundEvent]) -> list[FoundEvent]:
    """Headings in the phase of the event that their report tells: they tell in the present or by a bare participle.

    `Group shuts plant, 400 jobs lost` above `the group will shut its plant`; `X fournirait des images` above `X fournit
    depuis mars des images`, as a conditional may tell of what is as well as of what will be.
    """
    headings = annotation.headings
    body = [e for e in found if annotation.tokens[e.token].sentence not in headings and not e.nominal]
    settled = []
    for event in found:
        token = annotation.tokens[event.token]
        open_to = LATER if event.phase in UNTENSED else NOW if token.has("Mood=Cnd") else set()
        if token.sentence in headings and open_to and not annotation.dependents(token.i, "aux"):
            phases = {e.phase for e in body if of_one_kind(annotation, event, e) and alike(annotation, event, e)}
            if len(phases) == 1 and phases <= open_to:
                event = replace(event, phase=phases.pop())
        settled.append(event)
    return settled


def alike(annotation: Annotation, a: FoundEvent, b: FoundEvent) -> bool:
    """Whether no role tells two events apart; those that are told by their word alone must share an actor or thing."""
    shared = a.class_ != OTHER
    for role in a.fillers.keys() & b.fillers.keys():
        (head, actor), (other, other_actor) = a.fillers[role], b.fillers[role]
        if actor is not None and other_actor is not None:
            if actor != other_actor:
                return False
            shared = True
        elif actor is None and other_actor is None:
            if not thing_at(annotation.tokens[head]).agrees(thing_at(annotation.tokens[other])):
                return False
            shared = True
    return shared


def of_one_kind(annotation: Annotation, a: FoundEvent, b: FoundEvent) -> bool:
    """Whether two events are of one class; those that are told by their word alone must be of one family of words."""
    return a.class_ == b.class_ and (a.class_ != OTHER or one_stem(annotation, a, b))


def with_fillers(annotation: Annotation, event: FoundEvent, earlier: FoundEvent) -> FoundEvent:
    """An event with what an earlier one names; a load or container gives way to what it holds."""
    own: dict[str, Filler] = {
        role: filler
        for role, filler in event.fillers.items()
        if not (role in earlier.fillers and thing_at(annotation.tokens[filler[0]]).kind in HOLDERS)
    }
    merged = {**earlier.fillers, **own}
    return replace(
        event, fillers=merged, general=False, owners=earlier.owners, lent=frozenset(merged.keys() - own.keys())
    )


def points_back(annotation: Annotation, event: FoundEvent) -> bool:
    """Whether an event noun takes up an event: with a pointing article, or naming nothing where it is denied or supposed."""
    token = annotation.tokens[naming(event)]
    if token.pos != "NOUN" or any(actor for _, actor in event.fillers.values()) or barred(annotation, token):
        return False
    if any(definite(annotation.tokens[c]) for c in annotation.dependents(token.i, "det", "case", "amod")):
        return True
    return not event.fillers and event.realis == "hypothetical"


def barred(annotation: Annotation, token: Token) -> bool:
    """Whether a law or rule speaks of events of the kind (`interdit l'exportation de déchets`), not of one."""
    verbs = language_pack(token.language).negation.unrealised
    return any(annotation.tokens[a].lemma in verbs for a in list(annotation.ancestors(token.i))[:2])


def definite(token: Token) -> bool:
    """Whether a determiner, or an article inside a preposition, points at something known."""
    anaphoric = language_pack(token.language).events.anaphoric
    return any(mark in token.morph for mark in DEFINITE) or token.norm in anaphoric


def all_known(annotation: Annotation, event: FoundEvent) -> bool:
    """Whether a clause is about known things alone: each one named definitely or by a pronoun, and no actor but places."""
    tokens = annotation.tokens
    inner = [head for role, (head, _) in event.fillers.items() if role not in LOCAL]
    if not inner or any(actor for role, (_, actor) in event.fillers.items() if role not in LOCAL) or event.owners:
        return False
    return all(
        (tokens[head].pos == "NOUN" or tokens[head].lemma in kinds(tokens[head].language))
        and any(definite(tokens[c]) for c in annotation.dependents(head, "det", "case"))
        for head in inner
    )


def one_stem(annotation: Annotation, a: FoundEvent, b: FoundEvent) -> bool:
    """Whether two predicates are of one family of words (`transférer`, `transfert`)."""
    one, other = annotation.tokens[naming(a)].lemma, annotation.tokens[naming(b)].lemma
    return one[:STEM] == other[:STEM]


def fits(annotation: Annotation, event: FoundEvent, earlier: FoundEvent) -> bool:
    """Whether what an event names may be what an earlier event has in the same roles."""
    tokens = annotation.tokens
    for role, (head, actor) in event.fillers.items():
        if role in LOCAL:
            continue
        known = earlier.fillers.get(role)
        if known is None:
            return False
        if actor is None and known[1] is None and not thing_at(tokens[head]).agrees(thing_at(tokens[known[0]])):
            return False
        if (actor is None) != (known[1] is None) or (actor is not None and actor != known[1]):
            return False
    return True
