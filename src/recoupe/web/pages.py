"""The application's page: the report's own page with a bar above it and a script that makes it a desk."""

import functools
import threading

from jinja2 import Environment

from recoupe.dossier import Store
from recoupe.model import Dossier
from recoupe.report.arranging import view_of
from recoupe.report.messages import LANGUAGES
from recoupe.report.page import asset, environment
from recoupe.report.view import View
from recoupe.report.wording import visible
from recoupe.web.wording import own_words, wording

ASSETS = {
    "page.css": ("recoupe.report", "text/css"),
    "page.js": ("recoupe.report", "text/javascript"),
    "desk.css": ("recoupe.web", "text/css"),
    "desk.js": ("recoupe.web", "text/javascript"),
}
FOR_SCRIPT = "desk."  # messages that the script needs


@functools.cache
def templates() -> Environment:
    """The application's templates, above those of the report."""
    return environment("recoupe.web", "recoupe.report")


def file_of(name: str) -> tuple[str, str] | None:
    """A style or script with its media type; `None` where there is none of this name."""
    if name not in ASSETS:
        return None
    package, media_type = ASSETS[name]
    return asset(name, package), media_type


def words_for_script(language: str) -> dict[str, str]:
    """The messages that the script shows."""
    return {
        key.removeprefix(FOR_SCRIPT): text for key, text in own_words(language).items() if key.startswith(FOR_SCRIPT)
    }


class Pages:
    """The pages of a dossier; one that has been made is kept until there is another result."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.lock = threading.Lock()
        self.inputs: str | None = None
        self.held: Dossier | None = None
        self.views: dict[str, View] = {}
        self.made: dict[str, str] = {}

    def result(self) -> tuple[str | None, Dossier | None]:
        """The last result with the name of what it was made from."""
        with self.lock:
            return self.renewed()

    def renewed(self) -> tuple[str | None, Dossier | None]:
        """The last result, with all that was made of the one before forgotten."""
        inputs = self.store.analysed()
        if inputs != self.inputs:
            self.held = self.store.result()
            self.inputs, self.views, self.made = inputs, {}, {}
        return self.inputs, self.held

    def view(self, language: str) -> View | None:
        """What the report shows of the result; `None` where there is none."""
        with self.lock:
            return self.arranged(self.renewed()[1], language)

    def arranged(self, dossier: Dossier | None, language: str) -> View | None:
        """The view of a result in a language."""
        if dossier is not None and language not in self.views:
            self.views[language] = view_of(dossier, wording(language))
        return self.views.get(language)

    def page(self, language: str, key: str) -> str:
        """The page in a language. key: what its script must carry with every change."""
        with self.lock:
            inputs, dossier = self.renewed()
            if language not in self.made:
                name = "desk.html.jinja" if dossier else "welcome.html.jinja"
                self.made[language] = templates().get_template(name).render(
                    view=self.arranged(dossier, language), say=wording(language), key=key, result=inputs or "",
                    dossier=visible(self.store.path.stem), words=words_for_script(language), languages=LANGUAGES,
                )  # fmt: skip
            return self.made[language]
