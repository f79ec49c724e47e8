"""Voices that a title or a first paragraph only describes and that the text names later (`A pilot says ... X told us`)."""

from collections.abc import Mapping, Sequence

from recoupe.actors.phrases import head_of, tokens_in
from recoupe.actors.registry import Entry, Registry
from recoupe.actors.told import ReportActors
from recoupe.model import Attribution, Span

LEAD = 6  # empty lines above a source that stands in the first paragraphs
NEAR = 200  # code points behind a source in which it is said that a name is withheld

Spoken = Sequence[tuple[Attribution, str]]  # the attributions of a report with the key of their source, in its order


def named_later(report: ReportActors, registry: Registry, spoken: Spoken) -> dict[str, str]:
    """Attributions whose source is somebody whom the text tells better, with the key of that actor."""
    title = report.annotation.document.title
    led = identified(report, registry, spoken)
    found = {a.id: led[key] for a, key in spoken if key in led}
    for attribution, key in spoken:
        source = attribution.source
        entry = registry.entries[key]
        if title is None or source is None or not title.contains(source) or entry.anonymity is None:
            continue
        again = told_again(report, registry, source, [(a, k) for a, k in spoken if not within(title, a)])
        if again is not None:
            found[attribution.id] = led.get(again, again)
    return found


def within(span: Span, attribution: Attribution) -> bool:
    """Whether the source of an attribution lies in a span."""
    return attribution.source is not None and span.contains(attribution.source)


def undetermined(entry: Entry) -> bool:
    """Whether an actor is one person who is only described."""
    return entry.anonymity is not None and entry.anonymity.count in {1, None}


def several(entry: Entry) -> bool:
    """Whether an actor is several who are only described."""
    return entry.anonymity is not None and entry.anonymity.count != 1


def told_again(report: ReportActors, registry: Registry, source: Span, later: Spoken) -> str | None:
    """The first voice of the text that the noun of a title's source can mean: described by it, or of that role.

    Several are several again, as many where both tell how many.
    """
    head = head_of(tokens_in(report, source))
    noun, plural = head.lemma.lower(), "Number=Plur" in head.morph
    by_role = {role.lower(): key for role, key in report.roles.items()}
    for _, key in later:
        entry = registry.entries[key]
        described = key.startswith("voice:") and noun in key.split(":")[-1].split()
        fits = several(entry) if plural else undetermined(entry)
        if (described and fits) or by_role.get(noun) == key:
            return key
    return None


def identified(report: ReportActors, registry: Registry, spoken: Spoken) -> Mapping[str, str]:
    """For a voice that the first paragraph introduces (`a harbour pilot`), the person whom the text then names.

    That is the next source, where the title tells of the voice too, and the source is a person of whom no role is told and
    whom nothing has named before.
    """
    annotation = report.annotation
    title = annotation.document.title
    body = [(a, k) for a, k in spoken if a.source is not None and not (title is not None and within(title, a))]
    if not body or body[0][0].source is None:
        return {}
    first, key = body[0]
    assert first.source is not None
    opening = annotation.document.text[: first.source.start].strip().count("\n\n")
    if not introduced(report, registry.entries[key], first.source) or opening > LEAD:
        return {}
    noun = head_of(tokens_in(report, first.source)).lemma
    if title is None or noun not in {t.lemma for t in tokens_in(report, title)}:
        return {}  # the report is not about the voice
    following = next(((a, k) for a, k in body if k != key and k not in report.authors), None)
    if following is None:
        return {}
    other, person = following
    known = person in report.roles.values() or registry.entries[person].institution is not None
    if registry.entries[person].type != "person" or known or other.source is None:
        return {}
    before = [i for i, k in report.by_token.items() if k == person and annotation.tokens[i].start < first.source.end]
    return {} if before else {key: person}


def introduced(report: ReportActors, entry: Entry, source: Span) -> bool:
    """Whether a voice is one person introduced by an indefinite article, and nothing says that the name is withheld."""
    tokens = tokens_in(report, source)
    if not undetermined(entry) or not tokens or "Definite=Ind" not in tokens[0].morph:
        return False
    anonymity = report.pack.anonymity
    text = report.annotation.document.text
    around = text[source.start : source.end + NEAR].lower().replace("’", "'")
    if entry.anonymity is not None and entry.anonymity.closeness is not None:
        return False
    return anonymity.heads.get(head_of(tokens).lemma) not in {"source", "official"} and not any(
        m in around for m in anonymity.markers
    )
