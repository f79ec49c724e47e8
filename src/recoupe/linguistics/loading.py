"""Load the pipelines: the shipped ones, or another installed one with the same labels."""

import functools
from typing import TYPE_CHECKING

from recoupe import pipelines
from recoupe.errors import PipelineError
from recoupe.languages import LANGUAGES

if TYPE_CHECKING:
    from spacy.language import Language

NEEDED_RELATIONS = {"nsubj", "obj", "case", "mark", "ccomp", "xcomp", "advcl", "conj"}


@functools.cache
def load(language: str, name: str | None = None) -> "Language":
    """The pipeline of a language: the shipped one, or the installed one called `name`.

    PipelineError where it is not installed or its parser's labels are not Universal Dependencies.
    """
    import spacy

    try:
        pipeline = spacy.load(name if name else pipelines.pipeline_path(language))
    except OSError as error:
        cure = f"install it, or leave --pipeline {language}=... out" if name else "reinstall recoupe"
        raise PipelineError(f"no pipeline {name or language!r} for {language}: {cure}") from error
    check(pipeline, language, name or "the shipped pipeline")
    return pipeline


def check(pipeline: "Language", language: str, name: str) -> None:
    """Refuse a pipeline of another language, without a parser and tagger, or with other labels."""
    if pipeline.lang != language:
        raise PipelineError(f"{name} is a pipeline for {pipeline.lang!r}, not for {language!r}")
    if "parser" not in pipeline.pipe_names:
        raise PipelineError(f"{name} has no parser; Recoupe needs tags, lemmas and Universal Dependencies")
    labels = {str(label) for label in pipeline.get_pipe("parser").labels}  # type: ignore[attr-defined]
    missing = sorted(NEEDED_RELATIONS - {label.split("||")[0] for label in labels})
    if missing:
        raise PipelineError(
            f"{name} does not use Universal Dependencies labels (it lacks {', '.join(missing)}); "
            f"name a pipeline trained on them, or leave --pipeline {language}=... out"
        )


def choices(options: list[str]) -> dict[str, str]:
    """`["fr=fr_core_news_lg"]` as a mapping; PipelineError where one is not of that form."""
    chosen = {}
    for option in options:
        language, _, name = option.partition("=")
        if language not in LANGUAGES or not name:
            raise PipelineError(f"--pipeline {option}: write it as LANGUAGE=NAME, with {' or '.join(LANGUAGES)}")
        chosen[language] = name
    return chosen
