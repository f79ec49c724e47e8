"""Start the application: on this machine alone, unless told otherwise with a token."""

import hashlib
import ipaddress
import secrets
import socket
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event

import uvicorn
from msgspec import Struct

from recoupe.dossier import Store, open_store
from recoupe.dossier.store import StoredCorrection
from recoupe.errors import ServingError
from recoupe.ingest import Reading
from recoupe.model import Document, Dossier
from recoupe.pipeline import Annotated, analyse_reading
from recoupe.web.analyst import Analyst, Watch
from recoupe.web.application import application
from recoupe.web.correcting import file_name, read_back
from recoupe.web.guard import Access

SHORTEST_TOKEN = 16  # characters
PORT = 8484
SIDE_BY_SIDE = 24  # reports not read yet; fewer are read sooner by the pipelines that this process has loaded already
REMEMBERED = 2  # annotations kept for every report, so that a correction is replayed without reading all anew
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


class Place(Struct, frozen=True):
    """Where to serve. port: 0 for any free one, `None` for the usual one or, where that is taken, any."""

    host: str = "127.0.0.1"
    port: int | None = None
    token: str | None = None


def serve(
    path: Path,
    place: Place,
    language: str,
    names: Mapping[str, str],
    workers: int,
    tell: Callable[[str], None],
    browser: bool,
) -> None:
    """Serve a dossier until interrupted. tell: told the address to open; browser: open it there as well.

    ServingError where others could reach it without a token, or where it cannot be bound; StoreError where the file is
    no dossier.
    """
    permitted(place)
    store = open_store(path)

    memory: dict[Document, Annotated] = {}

    def analyse(reading: Reading, corrections: Sequence[StoredCorrection], watch: Watch) -> Dossier:
        """The pipeline with what it needs besides."""
        asked = read_back(corrections, file_name(store) if corrections else None)
        fresh = sum(document not in memory for document in reading.documents)
        at_work = workers if fresh >= SIDE_BY_SIDE else 1
        dossier = analyse_reading(reading, names, at_work, watch, asked, memory)
        for document in list(memory)[: -REMEMBERED * len(reading.documents)]:  # what came first goes first
            del memory[document]
        return dossier

    analyst = Analyst(store, analyse, repr(sorted(names.items())))
    bound = listening(place)
    port = bound.getsockname()[1]
    server = server_of(store, analyst, access_of(place, port), language)
    address = address_of(place, port)
    tell(address)
    if browser:
        webbrowser.open(address)
    with suppress(KeyboardInterrupt):  # how it is meant to end
        server.run(sockets=[bound])


class Server(uvicorn.Server):
    """A server that tells its open streams when it ends, instead of waiting for the windows to be closed."""

    def __init__(self, config: uvicorn.Config, closing: Event) -> None:
        super().__init__(config)
        self.closing = closing

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End."""
        self.closing.set()
        await super().shutdown(sockets)


def server_of(store: Store, analyst: Analyst, access: Access, language: str) -> Server:
    """A server of the application, not running yet."""
    closing = Event()
    config = uvicorn.Config(
        application(store, analyst, access, language, closing),
        log_level="warning",
        access_log=False,  # an address may hold a token
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=3,
    )
    return Server(config, closing)


def permitted(place: Place) -> None:
    """ServingError where others could reach the application without a token, or with one that is soon guessed."""
    if place.token is not None and len(place.token) < SHORTEST_TOKEN:
        raise ServingError(f"a token of fewer than {SHORTEST_TOKEN} characters is soon guessed; give a longer one")
    if place.token is None and not is_loopback(place.host):
        raise ServingError(
            f"{place.host}: others could open the dossier there; add --token (at least {SHORTEST_TOKEN} characters) "
            "if they may, or leave --host out"
        )


def is_loopback(host: str) -> bool:
    """Whether a host is this machine alone, by every address that it has."""
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None)}
        return bool(found) and all(ipaddress.ip_address(a.partition("%")[0]).is_loopback for a in found)
    except (OSError, UnicodeError, ValueError):
        return False


def listening(place: Place) -> socket.socket:
    """A socket at the place. ServingError where it cannot be had."""
    wanted = [place.port] if place.port is not None else [PORT, 0]
    error: OSError | OverflowError | None = None
    for port in wanted:
        try:
            family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
            return socket.create_server((place.host, port), family=family)
        except (OSError, OverflowError) as caught:
            error = caught
    raise ServingError(f"{place.host}, port {wanted[0]}: {error}; give another --port, or 0 for any")


def access_of(place: Place, port: int) -> Access:
    """What the guard asks for; the key and the cookie are new at every start."""
    key, secret = secrets.token_urlsafe(32), secrets.token_bytes(32)
    session = hashlib.sha256(secret + (place.token or "").encode("utf-8")).hexdigest()
    everywhere = place.token is not None and not is_loopback(place.host)
    return Access(None if everywhere else LOCAL, key, place.token, session, f"recoupe-{port}")


def address_of(place: Place, port: int) -> str:
    """The address to open in a browser."""
    host = f"[{place.host}]" if ":" in place.host else place.host
    return f"http://{host}:{port}/" + (f"?token={place.token}" if place.token else "")
