"""What corrections rule of two voices: same, apart, or neither."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.corrections.anchors import nearest, the_one
from recoupe.corrections.ledger import Ledger, Wish, ground
from recoupe.corrections.statements import Found
from recoupe.errors import CorrectionLost
from recoupe.model.actors import Actor
from recoupe.model.claims import Claim, Voice
from recoupe.model.corrections import Anchor, Correction, JoinVoices, Ruling, SeparateVoices, UntieVoices
from recoupe.model.spans import Span

Said = Literal["same", "apart", "may be same"]
KINDS: dict[type[JoinVoices] | type[SeparateVoices] | type[UntieVoices], Said] = {
    JoinVoices: "same",
    SeparateVoices: "apart",
    UntieVoices: "may be same",
}

NOT_GIVEN = "origin not given"


@dataclass(frozen=True)
class FoundVoices:
    """Looks up voices at words: those of a mention of who speaks or of a statement, whichever are nearer."""

    found: Found
    voices: Mapping[str, Voice]
    actors: Sequence[Actor]
    claims: Sequence[Claim]

    def standing(self, place: Span, source: str | None) -> list[str]:
        """The voices at a place."""
        speaking = {v.actor: v.id for v in self.voices.values() if v.actor is not None}
        by_statement = {s.id: s.voice for s in self.found.statements}
        parts = [(part, by_statement[s]) for part, s in self.found.parts(place.document, source)]
        if source is None:
            parts += [(m, speaking[a.id]) for a in self.actors if a.id in speaking for m in a.mentions]
        return list(dict.fromkeys(nearest(place, parts)))

    def name(self, voice: str) -> str:
        """What a voice is called in print."""
        actor = next((a for a in self.actors if a.id == self.voices[voice].actor), None)
        return actor.name if actor is not None else NOT_GIVEN

    def voice(self, anchor: Anchor) -> tuple[str, Span]:
        """The one voice at words."""
        id_, spans = the_one(anchor, self.found.documents, "voice", lambda p: self.standing(p, anchor.source))
        return id_, spans[0]

    def ruled(self, correction: JoinVoices | SeparateVoices | UntieVoices) -> Wish[Correction, Said]:
        """The two voices that a correction speaks of, and what it says of them."""
        pair = frozenset(self.voice(anchor)[0] for anchor in correction.voices)
        said = KINDS[type(correction)]
        if len(pair) == 1:
            raise CorrectionLost("they are one voice; split its actor to have two")
        together = [c for c in self.claims if pair <= set(c.origins.voices)]
        denying = [c for c in self.claims if pair <= {d.voice for d in c.denials}]
        if not together and not (denying and said == "same"):
            raise CorrectionLost("no claim has both voices among its origins")
        ties = [[r.relation for r in c.origins.relations if {r.a, r.b} == pair] for c in together]
        if together and all(said in tie for tie in ties):
            raise CorrectionLost("nothing to do: the reports show the same already")
        if said == "may be same" and not any(ties):
            raise CorrectionLost("nothing to do: nothing ties or separates them")
        return Wish(correction, frozenset({pair}), said)

    def ruling(self, wish: Wish[Correction, Said]) -> Ruling:
        """What a correction rules, with the words that it quotes."""
        a, b = sorted(str(v) for pair in wish.keys for v in pair)  # type: ignore[attr-defined]
        spans = tuple(sorted({self.voice(anchor)[1] for anchor in wish.correction.voices}))  # type: ignore[union-attr]
        return Ruling(a, b, wish.value, ground(wish.correction), spans)


def rulings(found: FoundVoices, ledger: Ledger) -> list[tuple[Correction, Ruling]]:
    """What corrections rule, before it is known whether every ruling can hold beside the ties that stay."""
    wishes = []
    for kind in KINDS:
        for correction in ledger.of(kind):
            try:
                wishes.append(found.ruled(correction))
            except CorrectionLost as lost:
                ledger.refuse(correction, str(lost))
    return [(wish.correction, found.ruling(wish)) for wish in ledger.settled(wishes)]


def broken(ruled: Sequence[tuple[Correction, Ruling]], claims: Sequence[Claim]) -> list[tuple[Correction, Ruling]]:
    """Rulings *apart* of voices that other ties join in every claim, so that the ruling changes nothing there."""
    return [
        (correction, ruling)
        for correction, ruling in ruled
        if ruling.relation == "apart"
        and not any(
            (r.a, r.b, r.relation) == (ruling.a, ruling.b, "apart") for c in claims for r in c.origins.relations
        )
    ]


def tell(
    found: FoundVoices, ruled: Sequence[tuple[Correction, Ruling]], claims: Sequence[Claim], ledger: Ledger
) -> None:
    """Write down the rulings that hold, and in how many claims."""
    for correction, ruling in ruled:
        pair = {ruling.a, ruling.b}
        standing = [c for c in claims if pair <= set(c.origins.voices) or pair <= {d.voice for d in c.denials}]
        joined = [c for c in standing if any(pair <= set(group) for group in c.origins.groups_max)]
        count = len(standing) - len(joined) if ruling.relation != "same" else len(standing)
        if ruling.relation == "may be same" and count == 0:
            end = "their tie is dropped, but others still join them"
        else:
            end = f"holds where both stand (claims: {count})"
        ledger.apply(correction, f"{found.name(ruling.a)} / {found.name(ruling.b)}: {end}")
