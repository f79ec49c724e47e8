"""Who denies a claim, in which reports, and which reports leave it out."""

from collections.abc import Mapping, Sequence

from recoupe.model import ClaimDenial, Statement, Voice
from recoupe.provenance.pile import Pile
from recoupe.provenance.ranges import join
from recoupe.provenance.relations import same_voices
from recoupe.provenance.untied import Silence, may_be_one
from recoupe.provenance.voices import Reading


def denials_of(
    denying: Sequence[Statement],
    affirming: Sequence[Statement],
    voices: Mapping[str, Voice],
    readings: Mapping[str, Reading],
    pile: Pile,
    silence: Silence,
) -> tuple[ClaimDenial, ...]:
    """One denial for each voice. affirming: the statements that state the claim as actual.

    What a report denies without saying on whose word (`operator disputes claim` in a title), while the one voice that it gives
    denies the claim too, is that voice's. A report that carries the denial of a voice that is *same* (the body for its
    spokesman) does not leave it out;
    nor can that be said of one that holds any denial by the same party, a denial of this claim by somebody who may be of
    it, or one of such an event by nobody who is known. Nobody leaves out what nobody who is known says.
    """
    reports = sorted({s.document for s in affirming})
    heard = silence.of_classes({str(s.event.class_) for s in affirming})
    behind: dict[str, list[Statement]] = {}
    for statement in denying:
        behind.setdefault(statement.voice, []).append(statement)
    behind = with_named(behind, voices)
    same = same_voices([voices[v] for v in sorted(behind)], behind, readings, pile)
    found = []
    for group in join(behind, [(r.a, r.b) for r in same]):
        speakers = {a for voice in group if (a := voices[voice].actor) is not None}
        carried = {s.document for voice in group for s in behind[voice]} | silence.reports_of(speakers, pile) | heard
        carried |= {
            s.document
            for other, said in behind.items()
            if any(may_be_one(voices[other].actor, a, pile) for a in speakers)
            for s in said
        }
        for voice in group:
            own = sorted({s.document for s in behind[voice]})
            silent = [r for r in reports if r not in carried] if voices[voice].given else []
            missing = pile.order.reaching(silent, own)
            found.append(ClaimDenial(voice, tuple(sorted(s.id for s in behind[voice])), tuple(own), tuple(missing)))
    return tuple(sorted(found, key=lambda d: d.voice))


def with_named(behind: Mapping[str, list[Statement]], voices: Mapping[str, Voice]) -> dict[str, list[Statement]]:
    """The denials by voice, those of no voice under the one that their report gives, where it gives one alone."""
    by_report: dict[str, set[str]] = {}
    for voice, statements in behind.items():
        for statement in statements:
            if voices[voice].given:
                by_report.setdefault(statement.document, set()).add(voice)
    found: dict[str, list[Statement]] = {voice: [] for voice in behind}
    for voice, statements in behind.items():
        for statement in statements:
            given = by_report.get(statement.document, set())
            found[next(iter(given)) if not voices[voice].given and len(given) == 1 else voice].append(statement)
    return {voice: statements for voice, statements in found.items() if statements}
