"""The command line: parse, call, print, exit codes. Results go to standard output, all else to standard error."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from recoupe.attribution.flattening import flattened
from recoupe.corrections import read_corrections
from recoupe.corrections.schema import corrections_schema
from recoupe.errors import InputError, RecoupeError
from recoupe.ingest import read
from recoupe.languages.own_institutions import NO_INSTITUTIONS, OwnInstitutions, read_institutions
from recoupe.linguistics.language import language_of
from recoupe.linguistics.loading import choices
from recoupe.model import Attribution, Corrections, Dossier, Limit, Span
from recoupe.pipeline import UNCORRECTED, Worked, attributions_of, explain_same, work
from recoupe.pipeline import Progress as Watch
from recoupe.report import render
from recoupe.report.explained import (
    claims_asked,
    explained_attributions,
    explained_claim,
    explained_pair,
    told_attributions,
)
from recoupe.report.messages import messages
from recoupe.report.schema import contract_schema
from recoupe.report.terminal import print_corrections, print_findings, print_reading

NOTHING_READ = 2
PAGE = "recoupe.html"
DOSSIER = "dossier.recoupe"
LOOPBACK = "127.0.0.1"
GLOSSARY = """**Words.** A *claim* is what several sentences say alike. A *voice* is whoever stands behind a sentence: named,
described (two officials) or not given. An *origin* is a voice that affirms a claim and does not have it from another one that is
known; several may be one and the same, so that their number is a range. *Reserve* is whatever leaves a thing open: a
conditional, "allegedly", "might". A *relay* passes on what another said."""


class Format(StrEnum):
    """What `report` writes."""

    html = "html"
    md = "md"
    json = "json"


class Language(StrEnum):
    """Language of the messages; results do not change with it."""

    fr = "fr"
    en = "en"


class Lines(StrEnum):
    """How `extract` tells attributions."""

    jsonl = "jsonl"
    text = "text"


class Schema(StrEnum):
    """What `schema` describes."""

    contract = "contract"
    corrections = "corrections"


SCHEMAS = {Schema.contract: contract_schema, Schema.corrections: corrections_schema}

app = typer.Typer(
    name="recoupe",
    help=f"Who says what in a pile of reports, on whose word, and how many independent origins each claim has.\n\n{GLOSSARY}",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
)
aside = Console(stderr=True, highlight=False)

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, archives, addresses (http...), or - for standard input."),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Where to write; - is standard output.")]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", "-f", help="A page, Markdown, or JSON by the contract; by default as -o ends, else a page."
    ),
]
Ui = Annotated[Language, typer.Option("--ui", help="Language of the messages.")]
Pipelines = Annotated[
    list[str] | None,
    typer.Option("--pipeline", metavar="LANGUAGE=NAME", help="Another installed UD pipeline, as fr=fr_core_news_lg."),
]
Workers = Annotated[
    int,
    typer.Option("--workers", min=0, help="Processes that read reports side by side; 0 takes what the machine allows."),
]
SchemaOf = Annotated[Schema, typer.Argument(help="The JSON that `report` writes, or the file that corrects it.")]
FlatOption = Annotated[
    bool,
    typer.Option(
        "--flat", help="One relation a voice and passage: nested ones left out, quotations that go on joined."
    ),
]
LinesOption = Annotated[
    Lines | None,
    typer.Option(
        "--format", "-f", help="Sentences to read, or JSON lines for programs; text on a terminal, else jsonl."
    ),
]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="In words, and how each was found, by which entry, and how sure that is.")
]
ClaimsAsked = Annotated[
    list[str] | None,
    typer.Option(
        "--claim",
        metavar="NUMBER|WORDS",
        help="By its number in print, or by whole words of its headline; may be repeated.",
    ),
]
SameAsked = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--same",
        metavar="WORDS WORDS",
        help="Two quoted passages; where words stand in several reports, put the file before them: 'name.txt: words'.",
    ),
]
CorrectionsOption = Annotated[
    Path | None,
    typer.Option(
        "--corrections", metavar="FILE", help="Corrections to replay (TOML or JSON; see docs/corrections.md)."
    ),
]

InstitutionsOption = Annotated[
    Path | None,
    typer.Option(
        "--institutions",
        metavar="FILE",
        help="Bodies and persons with their other names and whom they belong to (TOML or TSV; see docs/institutions.md).",
    ),
]


def allowed_workers() -> int:
    """As many processes as the machine lets this one have, four at most: each holds its own pipelines."""
    return max(1, min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1))


@app.command(
    epilog="Examples: recoupe report articles/ -o affair.html\n\n"
    "recoupe report articles/ --corrections corrections.toml --format json"
)
def report(
    paths: Paths,
    output: Output = None,
    format: FormatOption = None,
    ui: Ui = Language.en,
    pipeline: Pipelines = None,
    workers: Workers = 0,
    corrections: CorrectionsOption = None,
    institutions: InstitutionsOption = None,
) -> None:
    """Analyse a pile of reports and write what they say, on whose word, and from how many origins."""
    worked = analysed(
        paths, choices(pipeline or []), workers or allowed_workers(), ui, replayed(corrections), own(institutions)
    )
    write(worked.dossier, output, format or format_of(output), ui)


@app.command(epilog="Example: recoupe demo -o demo.html")
def demo(
    output: Output = None,
    format: FormatOption = None,
    ui: Ui = Language.en,
    workers: Workers = 0,
) -> None:
    """The same over the made-up affair that comes with Recoupe: eight reports, six French and two English."""
    affair = [str(files("recoupe.demo") / "affair")]
    worked = analysed(affair, {}, workers or allowed_workers(), ui, UNCORRECTED)
    write(worked.dossier, output, format or format_of(output), ui)


@app.command(
    epilog="Examples: recoupe extract article.txt --format text\n\nrecoupe extract article.txt > attributions.jsonl\n\n"
    "recoupe extract article.txt --explain --ui fr"
)
def extract(
    paths: Paths,
    pipeline: Pipelines = None,
    explain: ExplainOption = False,
    flat: FlatOption = False,
    format: LinesOption = None,
    ui: Ui = Language.en,
) -> None:
    """Attributions alone: who says what, in which words, how firmly, through whom.

    As JSON lines: offsets (code points) of source, cue, content and relay, with the words at them under `words`.
    """
    readable = format is Lines.text or (format is None and sys.stdout.isatty())
    reading = read(paths, stdin_of(paths))
    names = {d.id: d.name for d in reading.documents}
    tell(reading.limits, ui)
    for document in reading.documents:
        found = attributions_of(document, choices(pipeline or []))
        tell(found.limits, ui)
        attributions = flattened(found.attributions, document.text) if flat else found.attributions
        if explain or readable:
            tell_of = explained_attributions if explain else told_attributions
            told = tell_of(document, attributions, ui.value)
            sys.stdout.buffer.write(told.encode("utf-8", "replace"))
            continue
        for attribution in attributions:
            sys.stdout.buffer.write(msgspec.json.encode(guide_line(names[attribution.document], attribution)) + b"\n")


@app.command(epilog="Example: recoupe serve affair.recoupe")
def serve(
    dossier: Annotated[
        Path, typer.Argument(metavar="[DOSSIER]", help="The dossier's file; made where there is none.")
    ] = Path(DOSSIER),
    host: Annotated[
        str, typer.Option("--host", help="Where to listen; anything but this machine needs a token.")
    ] = LOOPBACK,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")] = None,
    token: Annotated[
        str | None,
        typer.Option("--token", envvar="RECOUPE_TOKEN", help="What a browser must show; at least 16 characters."),
    ] = None,
    ui: Ui = Language.en,
    pipeline: Pipelines = None,
    workers: Workers = 0,
    browser: Annotated[
        bool | None, typer.Option("--browser/--no-browser", help="Open a browser; by default from a terminal only.")
    ] = None,
) -> None:
    """Work on a dossier in the browser: drop reports, read, search, correct, note, grade, export."""
    from recoupe.web import serve as serve_dossier
    from recoupe.web.serving import Place

    def tell(address: str) -> None:
        """The address to open, on standard error."""
        aside.print(f"{address}  (Ctrl+C ends)", soft_wrap=True, markup=False)

    open_browser = aside.is_terminal if browser is None else browser
    place = Place(host, port, token)
    serve_dossier(dossier, place, ui.value, choices(pipeline or []), workers or allowed_workers(), tell, open_browser)


@app.command(
    epilog="Examples:\n\nrecoupe explain articles/ (the leading claim)\n\n"
    "recoupe explain articles/ --claim 2 --claim conteneurs\n\n"
    "recoupe explain articles/ --same 'a livré 50 conteneurs' 'mercury.html: toxic ash being unloaded'"
)
def explain(
    paths: Paths,
    claim: ClaimsAsked = None,
    same: SameAsked = None,
    ui: Ui = Language.en,
    pipeline: Pipelines = None,
    workers: Workers = 0,
    corrections: CorrectionsOption = None,
    institutions: InstitutionsOption = None,
) -> None:
    """Why a claim has its range of origins: the voices, what joins them and what sets them apart, with the words.

    The figures are made again from the voices and ties. With --same: why two passages are one claim or two.
    """
    worked = analysed(
        paths, choices(pipeline or []), workers or allowed_workers(), ui, replayed(corrections), own(institutions)
    )
    told = (
        [explained_pair(worked.dossier, explain_same(worked, *same), worked.routes, ui.value)]
        if same is not None
        else []
    )
    if claim or same is None:
        asked = claims_asked(worked.dossier, claim or [])
        told += [explained_claim(worked.dossier, c, worked.routes, ui.value) for c in asked]
    sys.stdout.buffer.write("\n".join(told).encode("utf-8", "replace"))


@app.command(epilog="Example: recoupe schema corrections > corrections-1.json")
def schema(of: SchemaOf = Schema.contract) -> None:
    """The JSON Schema of the contract, or of a corrections file."""
    sys.stdout.buffer.write(SCHEMAS[of]())


def stdin_of(paths: Sequence[str]) -> BinaryIO | None:
    """Standard input, where an argument asks for it."""
    return sys.stdin.buffer if "-" in paths else None


def replayed(corrections: Path | None) -> Corrections:
    """The corrections of a file, where one is given."""
    return read_corrections(corrections) if corrections is not None else UNCORRECTED


def own(institutions: Path | None) -> OwnInstitutions:
    """The user's table of institutions, where one is given."""
    return read_institutions(institutions) if institutions is not None else NO_INSTITUTIONS


def analysed(
    paths: Sequence[str],
    names: Mapping[str, str],
    workers: int,
    ui: Language,
    corrections: Corrections,
    institutions: OwnInstitutions = NO_INSTITUTIONS,
) -> Worked:
    """The analysis, with what was understood, its progress and the fate of corrections told on standard error."""
    reading = read(paths, stdin_of(paths))
    languages = {d.id: language_of(d.text) for d in reading.documents}
    print_reading(aside, reading.documents, languages, reading.limits, ui.value)
    with progress(ui) as watch:
        worked = work(reading, names, workers, watch, corrections, institutions=institutions)
    print_corrections(aside, worked.dossier.corrections, ui.value)
    return worked


@contextmanager
def progress(ui: Language) -> Iterator[Watch]:
    """A bar for each stage on standard error, where that is a terminal; else a line as each begins."""
    say = messages(ui.value)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=aside, transient=True, disable=not aside.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def watch(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                if not aside.is_terminal:
                    aside.print(f"{say.label('stage', stage)} …", markup=False)
                for task in tasks.values():  # a stage that is not counted ends where the next one begins
                    bars.update(task, completed=bars.tasks[task].total or 1, total=bars.tasks[task].total or 1)
                tasks[stage] = bars.add_task(say.label("stage", stage), total=total or None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield watch


def format_of(output: Path | None) -> Format:
    """The format that a file's ending asks for; a page where it asks for none."""
    ending = output.suffix.lower().removeprefix(".") if output is not None else ""
    return Format(ending) if ending in list(Format) else Format.html


def write(dossier: Dossier, output: Path | None, format: Format, ui: Language) -> None:
    """The report to its file (a page has one by default) or to standard output, and what a reporter wants first."""
    rendered = render(dossier, format.value, ui.value)
    if output is None and format is Format.html:
        output = Path(PAGE)
    if output is None or str(output) == "-":
        print_findings(aside, dossier, ui.value)
        sys.stdout.buffer.write(rendered)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(rendered)
    except OSError as error:
        raise InputError(f"{output}: cannot be written ({error.strerror}); choose another place with -o") from error
    print_findings(Console(highlight=False), dossier, ui.value)
    aside.print(f"{output} ({len(rendered) // 1024 + 1} kB)", soft_wrap=True, markup=False)


def tell(limits: Sequence[Limit], ui: Language) -> None:
    """What was lost in reading, on standard error."""
    say = messages(ui.value)
    for limit in limits:
        aside.print(say.translated(limit.message), style="yellow", soft_wrap=True, markup=False)


def guide_line(name: str, attribution: Attribution) -> dict[str, object]:
    """An attribution in the annotation guide's format."""
    return {
        "doc": name,
        "source": edges(attribution.source),
        "cue": edges(attribution.cue),
        "content": [[span.start, span.end] for span in attribution.content],
        "kind": attribution.kind,
        "firmness": attribution.firmness,
        "relay": edges(attribution.relay),
        "optional": False,
        "words": {
            "source": attribution.source.text if attribution.source else None,
            "cue": attribution.cue.text if attribution.cue else None,
            "content": [span.text for span in attribution.content],
            "relay": attribution.relay.text if attribution.relay else None,
        },
    }


def edges(span: Span | None) -> list[int] | None:
    """Start and end in code points."""
    return [span.start, span.end] if span else None


def language_asked(arguments: Sequence[str]) -> str:
    """The language of the messages that a command line asks for, though it may be wrong in all else."""
    for place, argument in enumerate(arguments):
        option, _, value = argument.partition("=")
        given = value or next(iter(arguments[place + 1 : place + 2]), "")
        if option == "--ui" and given in list(Language):
            return given
    return Language.en.value


def main() -> None:
    """Entry point: errors raised on purpose become one line on standard error and status 2."""
    try:
        app()
    except RecoupeError as error:
        told = messages(language_asked(sys.argv[1:])).translated(str(error))
        aside.print(f"recoupe: {told}", style="bold red", soft_wrap=True, markup=False)
        sys.exit(NOTHING_READ)
