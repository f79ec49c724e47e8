"""The analysis beside the server: one at a time, always of the newest reports and corrections, with its progress."""

import logging
import threading
from collections.abc import Callable, Sequence

from msgspec import Struct

from recoupe import __version__
from recoupe.dossier import Store
from recoupe.dossier.store import StoredCorrection
from recoupe.errors import RecoupeError
from recoupe.ingest import Reading
from recoupe.ingest.reading import read_files
from recoupe.model import Dossier

Watch = Callable[[str, int, int], None]
Analyse = Callable[[Reading, Sequence[StoredCorrection], Watch], Dossier]
LOG = logging.getLogger(__name__)


class Progress(Struct, frozen=True):
    """How far the analysis is. state: `idle`, `running`, `failed`; stage, done, total: as the pipeline tells them."""

    state: str = "idle"
    stage: str = ""
    done: int = 0
    total: int = 0
    error: str = ""


class Superseded(Exception):
    """What is analysed is no longer what the dossier holds."""


class Analyst:
    """A thread that analyses whenever the dossier no longer fits its result.

    analyse: from what was read, corrections and a watch to a result. options: whatever else the result depends on.
    """

    def __init__(self, store: Store, analyse: Analyse, options: str = "") -> None:
        self.store = store
        self.analyse = analyse
        self.options = options
        self.progress = Progress()
        self.asked = threading.Event()
        self.ended = False
        self.thread = threading.Thread(target=self.run, name="analyst", daemon=True)

    def start(self) -> None:
        """Begin; what is not analysed yet is analysed at once."""
        self.ask()
        self.thread.start()

    def stop(self) -> None:
        """End after the step that is being done."""
        self.ended = True
        self.ask()

    def ask(self) -> None:
        """Look whether there is something new to analyse."""
        self.asked.set()

    def inputs(self) -> str:
        """The name of what the next result is made from."""
        return self.store.inputs(__version__, self.options)

    def run(self) -> None:
        """Analyse whenever asked, until the end."""
        while True:
            self.asked.wait()
            self.asked.clear()
            if self.ended:
                return
            try:
                self.once()
            except Superseded:
                self.ask()
            except RecoupeError as error:
                self.progress = Progress("failed", error=str(error))
            except Exception as error:  # whatever a report brings about, the application goes on and says so
                LOG.exception("analysis failed")
                self.progress = Progress("failed", error=type(error).__name__)

    def once(self) -> None:
        """Analyse what the dossier holds now, where its result is of something else."""
        inputs = self.inputs()
        if inputs == self.store.analysed() and self.store.result() is not None:
            self.progress = Progress()
            return
        files = self.store.files()
        if not files:
            self.store.clear()
            self.progress = Progress()
            return
        self.progress = Progress("running", "read", 0, 1)
        corrections = [c for c in self.store.corrections() if not c.undone]
        result = self.analyse(read_files(files), corrections, self.watch)
        if inputs != self.inputs():
            raise Superseded
        self.store.keep(result, inputs)
        self.progress = Progress()

    def watch(self, stage: str, done: int, total: int) -> None:
        """Progress as the pipeline tells it; ends an analysis that something newer has overtaken."""
        if self.ended or self.asked.is_set():
            raise Superseded
        self.progress = Progress("running", stage, done, total)
