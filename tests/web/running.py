"""The application over a dossier with a result that is there at once, for tests."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from recoupe.dossier import Store, open_store
from recoupe.dossier.store import StoredCorrection
from recoupe.ingest import Reading
from recoupe.model import Dossier
from recoupe.web.analyst import Analyst, Watch
from recoupe.web.application import application
from recoupe.web.guard import KEY_HEADER, Access
from recoupe.web.serving import LOCAL, Place, listening, server_of
from tests.report.affairs import affair

KEY = "the-key-of-the-page"
TOKEN = "a-token-of-the-terminal"
HOME = "http://127.0.0.1"
OURS = {KEY_HEADER: KEY}


def at_once(reading: Reading, corrections: Sequence[StoredCorrection], watch: Watch) -> Dossier:
    """The affair, whatever was read."""
    watch("annotate", 1, 1)
    return affair()


def access(token: str | None = None, hosts: frozenset[str] | None = LOCAL) -> Access:
    """What the guard asks for."""
    return Access(hosts, KEY, token, "session-of-the-token" if token else "")


def analysed(path: Path) -> Store:
    """A dossier that holds the affair."""
    store = open_store(path / "affair.recoupe")
    store.keep(affair(), Analyst(store, at_once).inputs())
    return store


def client(
    store: Store, given: Access | None = None, analyse: Callable[..., Dossier] = at_once, **more: Any
) -> TestClient:
    """A browser without a script; its analyst does not run, so that nothing happens that a test does not ask for."""
    return TestClient(
        application(store, Analyst(store, analyse), given or access(), "en", threading.Event()),
        base_url=HOME,
        follow_redirects=False,
        **more,
    )


@contextmanager
def served(store: Store, analyse: Callable[..., Dossier] = at_once, token: str | None = None) -> Iterator[str]:
    """The application on a free port of this machine, in a thread; its address."""
    bound = listening(Place(port=0))
    server = server_of(store, Analyst(store, analyse), access(token), "en")
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
