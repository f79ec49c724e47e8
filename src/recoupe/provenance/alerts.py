"""What a reader should know of a claim's origins."""

from collections.abc import Mapping, Sequence

from recoupe.model import Claim, Note, Relation, Voice
from recoupe.provenance.bodies import owner_root
from recoupe.provenance.passing import Cited, circles
from recoupe.provenance.pile import Pile


def alerts(
    claim: Claim, voices: Mapping[str, Voice], citations: Sequence[Cited], dropped: Sequence[Relation], pile: Pile
) -> list[Note]:
    """The alerts of one claim, in a fixed order."""
    return [
        *plural_voices(claim, voices, pile),
        *single_origin(claim),
        *one_root(claim, voices, pile),
        *circular(claim, citations, pile),
        *one_outlet(claim, citations, pile),
        *dropped_pairs(claim, dropped),
    ]


def plural_voices(claim: Claim, voices: Mapping[str, Voice], pile: Pile) -> list[Note]:
    """Plural voices for which the text shows no number of heads."""
    found = []
    for voice in claim.origins.voices:
        actor = pile.actors.get(voices[voice].actor or "")
        if actor is None or voices[voice].headcount is not None:
            continue
        if actor.type == "group" or actor.anonymity is not None:
            spans = actor.anonymity.spans if actor.anonymity is not None else actor.mentions[:1]
            message = f"{actor.name}: nothing shows how many; it may be one person"
            found.append(Note("plural voice", message, (claim.id, voice), spans))
    return found


def single_origin(claim: Claim) -> list[Note]:
    """Several reports that go back to one origin."""
    if len(claim.reports) < 2 or claim.origins.max != 1:
        return []
    message = f"{len(claim.reports)} reports go back to one origin"
    return [Note("single origin", message, (claim.id, *claim.reports), (claim.headline,))]


def one_root(claim: Claim, voices: Mapping[str, Voice], pile: Pile) -> list[Note]:
    """Several possible origins that all belong to one root body."""
    actors = [pile.actors.get(voices[v].actor or "") for v in claim.origins.voices]
    roots = {owner_root(a, pile) if a is not None else None for a in actors}
    root = pile.actors.get(next(iter(roots)) or "") if len(roots) == 1 else None
    if claim.origins.max < 2 or root is None:
        return []
    spans = tuple(sorted({s for a in actors if a is not None for s in a.mentions[:1]}))
    return [Note("one root body", f"all possible origins belong to {root.name}", (claim.id, root.id), spans)]


def circular(claim: Claim, citations: Sequence[Cited], pile: Pile) -> list[Note]:
    """Reports whose outlets have the claim from one another."""
    found = []
    for circle in circles(citations):
        steps = [c.outlet for c in citations if c.voice in circle]
        names = ", ".join(sorted({pile.actors[s.actor].name for s in steps}))
        spans = tuple(sorted(s.span for s in steps if s.span is not None))
        message = f"{names}: each has it from the other, and no report gives another voice"
        found.append(Note("circle", message, (claim.id, *circle), spans))
    return found


def one_outlet(claim: Claim, citations: Sequence[Cited], pile: Pile) -> list[Note]:
    """Several reports that have the claim on the word of one outlet, behind which no report shows a voice."""
    found = []
    for outlet in sorted({c.outlet.actor for c in citations}):
        citing = [c for c in citations if c.outlet.actor == outlet]
        if len(citing) > 1:
            spans = tuple(sorted(c.outlet.span for c in citing if c.outlet.span is not None))
            name = pile.actors[outlet].name
            message = f"{len(citing)} reports have it on the word of {name}; no report shows from whom"
            found.append(Note("one outlet", message, (claim.id, *(c.voice for c in citing)), spans))
    return found


def dropped_pairs(claim: Claim, dropped: Sequence[Relation]) -> list[Note]:
    """Voices with a ground for being apart that a chain of *same* joins."""
    return [
        Note("apart inside a group", f"joined through others; else apart: {r.ground}", (claim.id, r.a, r.b), r.spans)
        for r in dropped
    ]
