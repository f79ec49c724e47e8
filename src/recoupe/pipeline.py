"""The only module that knows all stages: from arguments to a dossier."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import BinaryIO

from msgspec import Struct, structs

from recoupe import __version__
from recoupe.actors import resolve
from recoupe.attribution import extract
from recoupe.claims import group, statements_of
from recoupe.ingest import Reading, read
from recoupe.linguistics import Annotation, annotate
from recoupe.model import Actor, Attribution, Claim, Document, Dossier, Limit, SummarySentence, TimelineEntry
from recoupe.model.dossier import SCHEMA
from recoupe.provenance import trace
from recoupe.reuse import Compared, compare
from recoupe.values import read_values

Progress = Callable[[str, int, int], None]
PARALLEL_FROM = 6  # reports; fewer are done sooner in one process than a second one has loaded its pipelines

NOT_BUILT = {
    "rewording": "Reworded passages are not looked for yet: `reuse` holds copies, near copies and translations only.",
    "evolution": "How a claim changes from report to report is not told yet: `evolution` is empty.",
    "corrections": "Corrections are not read yet: `corrections` is empty.",
}


class Annotated(Struct, frozen=True):
    """A report's annotation with its attributions and what was lost in reading it."""

    annotation: Annotation
    attributions: tuple[Attribution, ...]
    limits: tuple[Limit, ...]


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def annotate_one(task: tuple[Document, Mapping[str, str]]) -> Annotated:
    """Linguistics and attribution of one report by itself."""
    document, names = task
    annotated = annotate(document, names)
    extracted = extract(annotated.annotation)
    return Annotated(annotated.annotation, extracted.attributions, (*annotated.limits, *extracted.limits))


def annotate_all(
    documents: Sequence[Document], names: Mapping[str, str], workers: int, progress: Progress
) -> list[Annotated]:
    """Every report by itself; the result does not depend on the number of workers."""
    tasks = [(d, names) for d in documents]
    found = []
    if workers < 2 or len(documents) < PARALLEL_FROM:
        for i, task in enumerate(tasks):
            found.append(annotate_one(task))
            progress("annotate", i + 1, len(tasks))
        return found
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for i, result in enumerate(pool.map(annotate_one, tasks)):
            found.append(result)
            progress("annotate", i + 1, len(tasks))
    return found


def analyse_reading(
    reading: Reading, names: Mapping[str, str] | None = None, workers: int = 1, progress: Progress = silent
) -> Dossier:
    """The dossier of reports that have been read."""
    names = dict(names or {})
    annotated = annotate_all(reading.documents, names, workers, progress)
    limits = [*reading.limits, *(limit for a in annotated for limit in a.limits)]
    progress("actors", 0, 1)
    resolved = resolve([a.annotation for a in annotated], [x for a in annotated for x in a.attributions])
    annotations = [with_document(a.annotation, resolved.documents) for a in annotated]
    progress("reuse", 0, 1)
    compared = compare(annotations, resolved.attributions, resolved.actors, resolved.relays)
    progress("claims", 0, 1)
    drafted = []
    for annotation in annotations:
        values = read_values(annotation)
        own = [a for a in resolved.attributions if a.document == annotation.document.id]
        drafted += statements_of(annotation, own, actors_by_token(annotation, resolved.mentions), values)
    grouped = group(drafted, roots(resolved.actors))
    progress("provenance", 0, 1)
    documents = tuple(ordered_document(a.document, compared) for a in annotations)
    traced = trace(
        documents,
        resolved.actors,
        resolved.attributions,
        resolved.relays,
        grouped.statements,
        grouped.claims,
        compared.utterances,
        compared.reuse,
    )
    limits += [*compared.limits, *(Limit(code, message) for code, message in NOT_BUILT.items())]
    return Dossier(
        schema=SCHEMA,
        recoupe=__version__,
        options={"pipeline.fr": names.get("fr"), "pipeline.en": names.get("en")},
        corrections=(),
        documents=documents,
        actors=resolved.actors,
        attributions=resolved.attributions,
        statements=traced.statements,
        voices=traced.voices,
        claims=traced.claims,
        threads=grouped.threads,
        utterances=compared.utterances,
        reuse=compared.reuse,
        timeline=told(documents),
        notes=traced.notes,
        limits=tuple(limits),
        summary=summary(traced.claims, resolved.actors, traced.voices),
    )


def attributions_of(document: Document, names: Mapping[str, str]) -> Annotated:
    """The attributions of one report, with nothing brought together across reports."""
    return annotate_one((document, names))


def analyse(paths: Sequence[str], names: Mapping[str, str] | None = None, stdin: BinaryIO | None = None) -> Dossier:
    """Read and analyse reports: files, folders, archives, addresses or `-`.

    Raises a RecoupeError where nothing can be read; what is lost otherwise stands under `limits`.
    """
    return analyse_reading(read(paths, stdin), names)


def with_document(annotation: Annotation, documents: Sequence[Document]) -> Annotation:
    """An annotation whose document carries the actors of its outlet and agencies."""
    document = next(d for d in documents if d.id == annotation.document.id)
    return Annotation(
        document, annotation.tokens, annotation.sentences, annotation.paragraphs, annotation.paragraph_of_sentence
    )


def ordered_document(document: Document, compared: Compared) -> Document:
    """A report with its share of own text and, where it shows no date, the bounds that its copying sets."""
    published = document.published or compared.published.get(document.id)
    return structs.replace(document, own_text=compared.own_text.get(document.id), published=published)


def actors_by_token(annotation: Annotation, mentions: Mapping[str, Sequence[tuple[object, str]]]) -> dict[int, str]:
    """The actor named at each token of a report."""
    starts = {t.start: t.i for t in annotation.tokens}
    return {starts[span.start]: actor for span, actor in mentions.get(annotation.document.id, ())}  # type: ignore[attr-defined]


def roots(actors: Sequence[Actor]) -> dict[str, str]:
    """For each actor the root body under which its doings are compared."""
    return {a.id: a.root or a.id for a in actors}


def told(documents: Sequence[Document]) -> tuple[TimelineEntry, ...]:
    """When each dated report was published."""
    return tuple(
        TimelineEntry("told", d.published.not_before, d.published.not_after, None, None, d.id, d.published.spans)
        for d in documents
        if d.published is not None
    )


def summary(claims: Sequence[Claim], actors: Sequence[Actor], voices: Sequence[object]) -> tuple[SummarySentence, ...]:
    """The sentence that a reporter wants first, for the leading claims."""
    sentences = []
    for claim in claims[:3]:
        if claim.origins.max:
            sentences.append(SummarySentence(range_sentence(claim), (claim.id,)))
    return tuple(sentences)


def range_sentence(claim: Claim) -> str:
    """`4 reports -> 1 to 6 possible origins, independence not established`."""
    origins = claim.origins
    reports = f"{len(claim.reports)} report{'s' if len(claim.reports) != 1 else ''}"
    span = f"{origins.min}" if origins.min == origins.max else f"{origins.min} to {origins.max}"
    noun = "possible origin" if origins.max == 1 else "possible origins"
    end = (
        f"independence established (at least {origins.min})" if origins.established else "independence not established"
    )
    return f"{reports} -> {span} {noun}, {end}"
