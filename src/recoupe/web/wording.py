"""The application's own words, beside those of the report."""

import functools
import tomllib
from importlib.resources import files

from recoupe.report.messages import LANGUAGES, Messages, contract_forms, messages

FOLDER = "messages"


def own_words(language: str) -> dict[str, str]:
    """The words of the application alone."""
    return tomllib.loads((files(__package__) / FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@functools.cache
def wording(language: str) -> Messages:
    """The words of a language; PackError where there are none."""
    return Messages(language, {**messages(language).words, **own_words(language)}, contract_forms())


def asked_wording(asked: str | None, usual: str) -> Messages:
    """The words of the language that a request asks for, of the usual one where it asks for none that there is."""
    return wording(asked if asked in LANGUAGES else usual)
