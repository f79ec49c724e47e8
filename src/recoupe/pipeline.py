"""The only module that knows all stages: from arguments to a dossier."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct, structs

from recoupe import __version__
from recoupe.actors import resolve
from recoupe.attribution import extract
from recoupe.beside import Reports, by_report, collecting_seldom, found_by
from recoupe.claims import (
    Drafted,
    Grouped,
    corrected,
    dated,
    evolved,
    group,
    incompatible,
    timeline,
)
from recoupe.claims.bare import bare_statement
from recoupe.claims.explaining import PairExplanation, explain_pair
from recoupe.corrections import Ledger, read_corrections
from recoupe.corrections.actors import Cast, correct_actors
from recoupe.corrections.additions import Added, add_attributions
from recoupe.corrections.attributions import correct_attributions
from recoupe.corrections.claims import FoundClaims, regrouped
from recoupe.corrections.denials import FoundDenials, Meant, meant, ties
from recoupe.corrections.documents import correct_documents
from recoupe.corrections.restating import restated
from recoupe.corrections.statements import Found as FoundStatements
from recoupe.corrections.statements import dropped_statements, statement_at
from recoupe.corrections.voices import FoundVoices, broken, rulings, tell
from recoupe.ingest import Reading, read
from recoupe.languages.own_institutions import NO_INSTITUTIONS, OwnInstitutions, read_institutions
from recoupe.linguistics import Annotation, annotate
from recoupe.linguistics.annotation import Annotated as Parsed
from recoupe.model import (
    Actor,
    Answer,
    Attribution,
    Claim,
    Corrections,
    Document,
    Dossier,
    Limit,
    Ruling,
    Statement,
    SummarySentence,
    Value,
)
from recoupe.model.dossier import SCHEMA
from recoupe.provenance import Traced, trace
from recoupe.report.messages import messages
from recoupe.report.ranges import range_line
from recoupe.reuse import Compared
from recoupe.reuse.dates import Order
from recoupe.values import read_values

Progress = Callable[[str, int, int], None]  # stage, reports done, reports in all (0: the stage is not counted)
UNCORRECTED = Corrections()
LEADING = 3  # claims of the summary
CONTRACT = "en"  # what the dossier itself says in words
PARALLEL_FROM = 6  # reports; fewer are done sooner in one process than a second one has loaded its pipelines


class Annotated(Struct, frozen=True):
    """A report's annotation with its attributions and values, and what was lost in reading it."""

    annotation: Annotation
    attributions: tuple[Attribution, ...]
    values: tuple[Value, ...]
    limits: tuple[Limit, ...]


Memory = MutableMapping[Document, Annotated]  # annotations of an earlier run with the same pipelines, to be used again


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def annotate_one(task: tuple[Document, Mapping[str, str]]) -> Annotated:
    """Linguistics, attribution and values of one report by itself."""
    document, names = task
    return understood(annotate(document, names))


def understood(parsed: Parsed) -> Annotated:
    """What is read of one report by itself, from its annotation on."""
    try:
        extracted = extract(parsed.annotation)
        values = read_values(parsed.annotation)
    except Exception as error:  # a fault of ours over one report must not cost the reader the others
        return Annotated(parsed.annotation.without_words(), (), (), (*parsed.limits, fault(parsed.annotation, error)))
    return Annotated(parsed.annotation, extracted.attributions, values, (*parsed.limits, *extracted.limits))


def fault(annotation: Annotation, error: Exception) -> Limit:
    """The line under `limits` for a report over which the program fails."""
    document = annotation.document
    told = f"{type(error).__name__}: {error}"
    return Limit(
        "fault",
        f"{document.name}: Recoupe fails over this report ({told}); nothing is read in it. This is a fault of the program: "
        "please report it with the text",
        document.id,
    )


def annotate_all(
    documents: Sequence[Document], names: Mapping[str, str], workers: int, progress: Progress, memory: Memory
) -> list[Annotated]:
    """Every report by itself; the result does not depend on the number of workers, nor on what is remembered."""
    tasks = [(d, names) for d in documents if d not in memory]
    if tasks:
        progress("annotate", 0, len(tasks))
    if workers < 2 or len(tasks) < PARALLEL_FROM:
        for i, task in enumerate(tasks):
            memory[task[0]] = annotate_one(task)
            progress("annotate", i + 1, len(tasks))
    else:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            for i, result in enumerate(pool.map(annotate_one, tasks)):
                memory[tasks[i][0]] = result
                progress("annotate", i + 1, len(tasks))
    return [memory[d] for d in documents]


class Worked(Struct, frozen=True):
    """A dossier with what its claims were made of, for explanations: the statements as drafted, actors by root body.

    routes: for a statement and a claim that it answers, by their ids, how that was found.
    """

    dossier: Dossier
    drafted: tuple[Drafted, ...]
    roots: Mapping[str, str]
    routes: Mapping[tuple[str, str], str]


def analyse_reading(
    reading: Reading,
    names: Mapping[str, str] | None = None,
    workers: int = 1,
    progress: Progress = silent,
    corrections: Corrections = UNCORRECTED,
    memory: Memory | None = None,
    institutions: OwnInstitutions = NO_INSTITUTIONS,
) -> Dossier:
    """The dossier of reports that have been read, with corrections replayed at the exit of each stage.

    memory: filled with what is read of each report by itself, so that a later run with the same pipelines is quick.
    """
    return work(reading, names, workers, progress, corrections, memory, institutions).dossier


@collecting_seldom()
def work(
    reading: Reading,
    names: Mapping[str, str] | None = None,
    workers: int = 1,
    progress: Progress = silent,
    corrections: Corrections = UNCORRECTED,
    memory: Memory | None = None,
    institutions: OwnInstitutions = NO_INSTITUTIONS,
) -> Worked:
    """The dossier of reports that have been read, with what explanations need besides."""
    names = dict(names or {})
    ledger = Ledger(corrections)
    read_documents = correct_documents(reading.documents, ledger)
    annotated = annotate_all(read_documents, names, workers, progress, {} if memory is None else memory)
    limits = [*reading.limits, *(limit for a in annotated for limit in a.limits)]
    kept = correct_attributions([x for a in annotated for x in a.attributions], read_documents, ledger)
    added = add_attributions(kept, read_documents, ledger)
    progress("actors", 0, 0)
    found = resolve([a.annotation for a in annotated], added.attributions, institutions)
    resolved = correct_actors(
        Cast(found.actors, found.attributions, found.documents, found.mentions, found.relays), ledger
    )
    documents_by_id = {d.id: d for d in resolved.documents}
    annotations = tuple(with_document(a.annotation, documents_by_id) for a in annotated)
    values = {a.annotation.document.id: a.values for a in annotated}
    reports = Reports(annotations, resolved, values)
    progress("reuse", 0, 0)
    beside = found_by(reports, workers)
    progress("claims", 0, 0)
    roots = roots_of(resolved.actors)
    drafted = draft_statements(reports, beside.stated(), added, ledger)
    denials = meant(statements_at(resolved, [d.statement for d in drafted]), added.denying, ledger)
    drafted = [restating(d, denials.changed) for d in drafted]
    resolved = structs.replace(resolved, attributions=(*resolved.attributions, *attributions_made(drafted)))
    grouped = with_ties(group_statements(drafted, roots, resolved, ledger), resolved, denials, ledger)
    progress("provenance", 0, 0)
    shared = beside.shared()
    compared = shared.compared
    documents = dated(
        tuple(a.document for a in annotations),
        annotations,
        values,
        resolved.attributions,
        resolved.relays,
        grouped.statements,
        grouped.claims,
    )
    documents = tuple(ordered_document(d, compared) for d in documents)
    traced = trace_voices(documents, resolved, grouped, compared, ledger)
    claims = with_changes(documents, grouped, traced)
    limits += [*compared.limits, *traced.limits, *ledger.limits()]
    dossier = Dossier(
        schema=SCHEMA,
        recoupe=__version__,
        options={
            "pipeline.fr": names.get("fr"),
            "pipeline.en": names.get("en"),
            "corrections": corrections.name,
            "institutions": institutions.file,
        },
        corrections=ledger.outcomes(),
        documents=documents,
        actors=resolved.actors,
        attributions=resolved.attributions,
        statements=traced.statements,
        voices=traced.voices,
        claims=claims,
        threads=grouped.threads,
        utterances=compared.utterances,
        reuse=compared.reuse,
        timeline=timeline(documents, claims, {s.id: s for s in traced.statements}),
        notes=(
            *corrected(
                traced.statements, claims, grouped.corrections, documents, {a.id: a.name for a in resolved.actors}
            ),
            *found.notes,
            *traced.notes,
            *grouped.notes,
            *incompatible(shared.clashes, grouped.rivals, annotations, traced.statements, claims),
        ),
        limits=tuple(limits),
        summary=summary(claims),
        untied=traced.untied,
    )
    return Worked(dossier, tuple(drafted), roots, grouped.routes)


def explain_same(worked: Worked, one: str, other: str) -> PairExplanation:
    """Why the statements at two quotations are one claim or two; ExplainError where either names none, or several."""
    dossier = worked.dossier
    found = FoundStatements(dossier.documents, dossier.statements, {a.id: a for a in dossier.attributions})
    a, b = statement_at(found, one), statement_at(found, other)
    return explain_pair(worked.drafted, worked.roots, dossier.claims, a, b)


def with_changes(documents: Sequence[Document], grouped: Grouped, traced: Traced) -> tuple[Claim, ...]:
    """The claims with what changed from report to report."""
    statements = {s.id: s for s in traced.statements}
    voices = {v.id: v for v in traced.voices}
    outlets = {d.id: d.outlet.actor if d.outlet is not None else None for d in documents}
    order = Order({d.id: d for d in documents})
    return evolved(traced.claims, statements, voices, grouped.corrections, grouped.figures, order, outlets)


def draft_statements(
    reports: Reports, stated: Sequence[Sequence[Drafted]], added: Added, ledger: Ledger
) -> list[Drafted]:
    """The statements of all reports, as corrections drop, change and add them. stated: what is found of each report."""
    resolved = reports.cast
    own = by_report(resolved.attributions)
    unnamed = frozenset(a.id for a in resolved.actors if a.anonymity is not None or a.type in {"unknown", "group"})
    asked = {*added.new, *added.denying.values()}
    drafted: list[Drafted] = []
    for annotation, found in zip(reports.annotations, stated, strict=True):
        id_ = annotation.document.id
        told = {d.statement.attribution for d in found}
        bare = (bare_statement(annotation, a, reports.values[id_]) for a in own.get(id_, ()) if a.id in asked - told)
        drafted += [*found, *(d for d in bare if d is not None)]
    dropped = dropped_statements(statements_at(resolved, [d.statement for d in drafted]), ledger)
    kept = [
        replace(d, unnamed=unnamed & {actor for _, actor in d.found.fillers.values() if actor is not None})
        for d in drafted
        if d.statement.id not in dropped
    ]
    changed = restated(statements_at(resolved, [d.statement for d in kept]), ledger)
    return [restating(d, changed) for d in kept]


def restating(drafted: Drafted, changed: Mapping[str, Statement]) -> Drafted:
    """A statement as corrections have it, with the event that it was made of."""
    statement = changed.get(drafted.statement.id)
    if statement is None:
        return drafted
    taken = drafted.takes_up if statement.stance == "denies" else None
    return replace(drafted, statement=statement, found=replace(drafted.found, realis=statement.realis), takes_up=taken)


def with_ties(grouped: Grouped, resolved: Cast, denials: Meant, ledger: Ledger) -> Grouped:
    """The claims with the denials that corrections tie to them, and without those that they untie."""
    places = {claim.id: i for i, claim in enumerate(grouped.claims)}
    answers = {s.id: [places[a.claim] for a in s.answers] for s in grouped.statements if s.answers}
    groups = [c.statements for c in grouped.claims]
    found = FoundClaims(statements_at(resolved, grouped.statements), groups, answers)
    statements, claims = {s.id: s for s in grouped.statements}, list(grouped.claims)
    for id_, place, extent in ties(FoundDenials(found, denials.ids), ledger):
        claim, statement = claims[place], statements[id_]
        rest = tuple(a for a in statement.answers if a.claim != claim.id)
        own = (Answer(claim.id, extent),) if extent is not None else ()
        statements[id_] = structs.replace(statement, answers=(*rest, *own))
        left = {s for s in claim.denials if s != id_}
        claims[place] = structs.replace(claim, denials=tuple(sorted({*left, *([id_] if own else [])})))
    return structs.replace(
        grouped, statements=tuple(statements[s.id] for s in grouped.statements), claims=tuple(claims)
    )


def attributions_made(drafted: Sequence[Drafted]) -> list[Attribution]:
    """The attributions of denials that say nothing of what is denied, each once."""
    made = {d.attribution.id: d.attribution for d in drafted if d.attribution is not None}
    return [made[id_] for id_ in sorted(made)]


def statements_at(resolved: Cast, statements: Sequence[Statement]) -> FoundStatements:
    """The statements of a pile, to be found by words."""
    return FoundStatements(resolved.documents, statements, {a.id: a for a in resolved.attributions})


def group_statements(drafted: Sequence[Drafted], roots: Mapping[str, str], resolved: Cast, ledger: Ledger) -> Grouped:
    """The claims; made anew where corrections put other statements together, so that all that hangs on them follows."""
    grouped = group(drafted, roots)
    places = {claim.id: i for i, claim in enumerate(grouped.claims)}
    answers = {s.id: [places[a.claim] for a in s.answers] for s in grouped.statements if s.answers}
    found = statements_at(resolved, grouped.statements)
    wanted = regrouped(found, [c.statements for c in grouped.claims], answers, ledger)
    if wanted is None:
        return grouped
    again = group(drafted, roots, wanted.groups)
    claims = [
        structs.replace(c, evidence=(*c.evidence, *(e for e in wanted.links if e.a in c.statements)))
        for c in again.claims
    ]
    return structs.replace(again, claims=tuple(claims))


def trace_voices(
    documents: Sequence[Document], resolved: Cast, grouped: Grouped, compared: Compared, ledger: Ledger
) -> Traced:
    """Voices and ranges; traced anew where corrections rule on voices, until only rulings are left that can hold."""

    def traced_with(rulings: Sequence[Ruling]) -> Traced:
        """Everything traced under rulings."""
        return trace(
            documents,
            resolved.actors,
            resolved.attributions,
            resolved.relays,
            grouped.statements,
            grouped.claims,
            compared.utterances,
            compared.reuse,
            rulings,
        )

    traced = traced_with(())
    found = FoundVoices(
        statements_at(resolved, traced.statements), {v.id: v for v in traced.voices}, resolved.actors, traced.claims
    )
    ruled = rulings(found, ledger)
    while ruled:
        traced = traced_with([ruling for _, ruling in ruled])
        lost = broken(ruled, traced.claims)
        for correction, _ in lost:
            ledger.refuse(correction, "other ties join these voices; correct those too")
        if not lost:
            break
        ruled = [entry for entry in ruled if entry not in lost]
        traced = traced_with([ruling for _, ruling in ruled])
    tell(found, ruled, traced.claims, ledger)
    return traced


def attributions_of(document: Document, names: Mapping[str, str]) -> Annotated:
    """The attributions of one report, with nothing brought together across reports."""
    return annotate_one((document, names))


def analyse(
    paths: Sequence[str],
    names: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    corrections: str | Path | Corrections = UNCORRECTED,
    institutions: str | Path | OwnInstitutions = NO_INSTITUTIONS,
) -> Dossier:
    """Read and analyse reports: files, folders, archives, addresses or `-`.

    corrections: a file (TOML or JSON) to replay, or corrections that are read already; institutions: a table of bodies and
    persons (TOML or TSV), or one that is read already. Raises a RecoupeError where
    nothing can be read or the corrections cannot be understood; what is lost otherwise stands under `limits`.
    """
    asked = corrections if isinstance(corrections, Corrections) else read_corrections(corrections)
    own = institutions if isinstance(institutions, OwnInstitutions) else read_institutions(institutions)
    return analyse_reading(read(paths, stdin), names, corrections=asked, institutions=own)


def with_document(annotation: Annotation, documents: Mapping[str, Document]) -> Annotation:
    """An annotation whose document carries the actors of its outlet and agencies. documents: by id."""
    return Annotation(
        documents[annotation.document.id],
        annotation.tokens,
        annotation.sentences,
        annotation.paragraphs,
        annotation.paragraph_of_sentence,
    )


def ordered_document(document: Document, compared: Compared) -> Document:
    """A report with its share of own text and, where it shows no date, the bounds that its copying sets."""
    published = document.published or compared.published.get(document.id)
    return structs.replace(document, own_text=compared.own_text.get(document.id), published=published)


def roots_of(actors: Sequence[Actor]) -> dict[str, str]:
    """For each actor the root body under which its doings are compared."""
    return {a.id: a.root or a.id for a in actors}


def summary(claims: Sequence[Claim]) -> tuple[SummarySentence, ...]:
    """The sentence that a reporter wants first, for the leading claims, in the language of the contract."""
    say = messages(CONTRACT)
    return tuple(SummarySentence(range_line(c, say), (c.id,)) for c in claims[:LEADING] if c.origins.max)
