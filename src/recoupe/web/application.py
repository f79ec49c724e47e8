"""Routes: the page, what its script asks for, and what it changes."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from threading import Event
from typing import Any

import msgspec
from msgspec import Struct
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from recoupe.dossier import Store
from recoupe.dossier.subjects import Subjects
from recoupe.errors import Conflict, RecoupeError
from recoupe.ingest.archives import LARGEST
from recoupe.report.citing import cited
from recoupe.report.messages import Messages
from recoupe.report.rendering import render
from recoupe.report.wording import visible
from recoupe.web.analyst import Analyst
from recoupe.web.clicks import Click
from recoupe.web.correcting import append, corrections_file, file_name, told
from recoupe.web.guard import Access, Guard
from recoupe.web.pages import Pages, file_of
from recoupe.web.receiving import Received, fetched, received
from recoupe.web.state import placed, state_of, subjects_state
from recoupe.web.wording import asked_wording

BODY = 1_000_000  # bytes of a request that is not a report
BEAT = 0.25  # seconds between looks at whether something changed
SILENCE = 15.0  # seconds after which a line is sent all the same, so that a closed window is noticed
LAST = 2**63 - 1  # no row of the store has a higher number
LEFT_OUT = {"withdraw": True, "restore": False}
GONE = "this is no longer there; load the page again"
UNDONE = {"undo": True, "redo": False}
FORMS = {"html": "text/html", "md": "text/markdown", "json": "application/json"}


class Written(Struct, frozen=True, forbid_unknown_fields=True):
    """A note or grade from the page. seen: the version that the writer had before them."""

    kind: str
    ref: str
    field: str
    value: str
    seen: int


class Application:
    """The handlers, over one dossier."""

    def __init__(self, store: Store, analyst: Analyst, key: str, language: str, closing: Event) -> None:
        self.store = store
        self.analyst = analyst
        self.key = key
        self.language = language
        self.pages = Pages(store)
        self.closing = closing

    def say(self, request: Request) -> Messages:
        """The words of the language that a request asks for."""
        return asked_wording(request.query_params.get("ui"), self.language)

    def told_error(self, request: Request, error: Exception) -> Response:
        """An error raised on purpose, in the words of the language asked for; they name no path of the machine."""
        status = 409 if isinstance(error, Conflict) else 400
        message = str(error)
        if isinstance(error, HTTPException):
            status, message = error.status_code, error.detail
        return PlainTextResponse(self.say(request).translated(message), status)

    # --- reading

    def front(self, request: Request) -> Response:
        """The page."""
        return Response(self.pages.page(self.say(request).language, self.key), media_type="text/html")

    def asset(self, request: Request) -> Response:
        """A style or script."""
        found = file_of(request.path_params["name"])
        if found is None:
            raise HTTPException(404, GONE)
        return Response(found[0], media_type=found[1])

    def state(self, request: Request) -> Response:
        """All that changes while a page is open."""
        result, dossier = self.pages.result()
        say = self.say(request)
        corrections = told(self.store, dossier, say)
        return answer(state_of(self.store, dossier, result, self.analyst.progress, corrections, say))

    def subjects(self, request: Request) -> Response:
        """What there is to correct and to write about."""
        result, dossier = self.pages.result()
        if dossier is None:
            raise HTTPException(404, GONE)
        return answer(subjects_state(dossier, result or "", self.say(request)))

    def search(self, request: Request) -> Response:
        """What is found, with its place on the page."""
        _, dossier = self.pages.result()
        places = {d.id: f"d{i}" for i, d in enumerate(dossier.documents, 1)} if dossier else {}
        names = {d.id: d.name for d in dossier.documents} if dossier else {}
        subjects = {f"{e.kind} {e.ref}": e.at or "" for e in placed(self.store.entries(), dossier)}
        found = []
        for hit in self.store.find(request.query_params.get("q", "")):
            anchor = hit.ref if hit.kind != "note" else subjects.get(hit.ref, "")
            if hit.kind == "text":
                anchor = f"{places.get(hit.ref, '')}-{hit.start}-{hit.end}"
            anchor = places.get(anchor, anchor)
            found.append({"kind": hit.kind, "anchor": anchor, "pieces": hit.pieces, "report": names.get(hit.ref, "")})
        return answer(found)

    def sentence(self, request: Request) -> Response:
        """A claim as a sentence with footnotes."""
        say = self.say(request)
        view = self.pages.view(say.language)
        claim = next((c for c in view.all_claims if c.id == request.path_params["id"]), None) if view else None
        if view is None or claim is None:
            raise HTTPException(404, GONE)
        found = cited(claim, view.documents, say)
        return answer({"sentence": found.sentence, "footnotes": found.footnotes, "plain": found.plain()})

    def export(self, request: Request) -> Response:
        """The result as a file: a page, Markdown, JSON; the corrections, the notes."""
        form = request.path_params["form"]
        result, dossier = self.pages.result()
        language = self.say(request).language
        stem = file_name(self.store).removesuffix("-corrections.json")
        if form == "corrections":
            return attached(corrections_file(self.store), file_name(self.store), "application/json")
        if form == "notes":
            kept = msgspec.json.format(msgspec.json.encode(self.store.history()), indent=1)
            return attached(kept, f"{stem}-notes.json", "application/json")
        if form not in FORMS or dossier is None or not result:
            raise HTTPException(404, GONE)
        return attached(render(dossier, form, language), f"{stem}.{form}", FORMS[form])

    async def events(self, request: Request) -> Response:
        """A line whenever something changed, whoever changed it."""

        async def lines() -> AsyncIterator[str]:
            last, waited = "", 0.0
            while not self.closing.is_set() and not await request.is_disconnected():
                now = await run_in_threadpool(self.pulse)
                if now != last or waited >= SILENCE:
                    yield f"data: {now}\n\n"
                    last, waited = now, 0.0
                await asyncio.sleep(BEAT)
                waited += BEAT

        return StreamingResponse(lines(), media_type="text/event-stream")

    def pulse(self) -> str:
        """What tells one state from another."""
        progress = self.analyst.progress
        pulse = (self.store.revision(), progress.state, progress.stage, progress.done, progress.total)
        return msgspec.json.encode(pulse).decode()

    # --- writing

    async def add(self, request: Request) -> Response:
        """A report's bytes, under the name in the address."""
        name = request.query_params.get("name", "")
        data = await body_of(request, LARGEST)
        return await run_in_threadpool(self.taken, lambda: received(name, data), self.say(request))

    async def add_address(self, request: Request) -> Response:
        """A report of the net."""
        address = msgspec.json.decode(await body_of(request, BODY), type=str)
        return await run_in_threadpool(self.taken, lambda: fetched(address), self.say(request))

    def taken(self, read: Callable[[], Received], say: Messages) -> Response:
        """Files that came, and what of them could not be read."""
        files, refused = read()
        told = [visible(say.translated(reason)) for reason in refused]
        return answer({"new": self.store.add(files) if files else 0, "known": len(files), "refused": told})

    def analyse(self, request: Request) -> Response:
        """Analyse what is there."""
        self.analyst.ask()
        return answer({})

    def withdraw(self, request: Request) -> Response:
        """Leave a report out, or take it in again."""
        self.store.withdraw(*pointed_at(request, LEFT_OUT))
        self.analyst.ask()
        return answer({})

    async def correct(self, request: Request) -> Response:
        """A click becomes a correction."""
        click = msgspec.json.decode(await body_of(request, BODY), type=Click)

        def done() -> Response:
            """What waits for the disk, beside the loop."""
            result, dossier = self.pages.result()
            if dossier is None or click.result != result:
                raise Conflict("there is a new result; load the page again")
            number = append(self.store, click, dossier)
            self.analyst.ask()
            return answer({"number": number})

        return await run_in_threadpool(done)

    def undo(self, request: Request) -> Response:
        """Undo a correction, or take it up again."""
        self.store.undo(*pointed_at(request, UNDONE))
        self.analyst.ask()
        return answer({})

    async def write(self, request: Request) -> Response:
        """A note or a grade; where another window was quicker, its text comes back and nothing is overwritten."""
        written = msgspec.json.decode(await body_of(request, BODY), type=Written)

        def done() -> Response:
            """What waits for the disk, beside the loop."""
            _, dossier = self.pages.result()
            known = [
                e
                for e in self.store.entries()
                if (e.kind, e.ref, e.field) == (written.kind, written.ref, written.field)
            ]
            subject = Subjects(dossier).get(written.kind, written.ref) if dossier else None
            subject = subject or next((e.subject() for e in known), None)
            if subject is None:
                raise HTTPException(404, GONE)
            try:
                return answer(self.store.write(subject, written.field, written.value, written.seen))
            except Conflict:
                return answer(known[0] if known else None, 409)

        return await run_in_threadpool(done)


def pointed_at(request: Request, acts: Mapping[str, bool]) -> tuple[int, bool]:
    """The number in an address and what is to be so of it; not found where no act has that name or no row that number."""
    number, what = request.path_params["number"], request.path_params["what"]
    if what not in acts or number > LAST:
        raise HTTPException(404, GONE)
    return number, acts[what]


def answer(value: object, status: int = 200) -> Response:
    """A value as JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def attached(content: bytes, name: str, media_type: str) -> Response:
    """A file to be saved, never shown under this origin."""
    headers = {"content-disposition": f'attachment; filename="{name}"', "content-security-policy": "sandbox"}
    return Response(content, media_type=media_type, headers=headers)


async def body_of(request: Request, most: int) -> bytes:
    """The body of a request, refused as soon as it is too long."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise HTTPException(413, f"more than {most // 1_000_000} MB; give it in parts")
    return bytes(data)


def application(store: Store, analyst: Analyst, access: Access, language: str, closing: Event) -> ASGIApp:
    """The application over a dossier, behind its guard; the analyst begins and ends with it.

    closing: set when the server ends, so that no window keeps it waiting.
    """
    own = Application(store, analyst, access.key, language, closing)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        analyst.start()
        yield
        analyst.stop()

    routes = [
        Route("/", own.front),
        Route("/assets/{name}", own.asset),
        Route("/api/state", own.state),
        Route("/api/subjects", own.subjects),
        Route("/api/search", own.search),
        Route("/api/claims/{id}/sentence", own.sentence),
        Route("/api/events", own.events),
        Route("/export/{form}", own.export),
        Route("/api/reports", own.add, methods=["POST"]),
        Route("/api/addresses", own.add_address, methods=["POST"]),
        Route("/api/analyse", own.analyse, methods=["POST"]),
        Route("/api/reports/{number:int}/{what}", own.withdraw, methods=["POST"]),
        Route("/api/corrections", own.correct, methods=["POST"]),
        Route("/api/corrections/{number:int}/{what}", own.undo, methods=["POST"]),
        Route("/api/entries", own.write, methods=["POST"]),
    ]
    handlers: Any = dict.fromkeys((RecoupeError, HTTPException, msgspec.MsgspecError), own.told_error)
    return Guard(Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan), access, language)
