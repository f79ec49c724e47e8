"""Who may ask: the host's name, the token, and that a change comes from the application's own page.

A page of any other site can make a browser send requests here. So a request must name this host (a foreign name that
was made to point here does not), a change must carry a key that only our page knows, and nothing but the front page may
be asked for from elsewhere. Every answer says that it may not be framed, sniffed, stored or read by others.
"""

import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from msgspec import Struct
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from recoupe.report.messages import Messages
from recoupe.web.wording import asked_wording

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
KEY_HEADER = "x-recoupe-key"
READING, WRITING = ("GET", "HEAD"), ("POST",)
FRONT = "/"
HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]@/\s]+)(?::\d{1,5})?")


class Access(Struct, frozen=True):
    """What the guard asks for. hosts: names that this server goes by, `None` for any, where a token guards it.

    key: what a change must carry. token: what a browser must have shown, `None` where nobody else can reach us.
    session: what its cookie holds from then on; cookie: the cookie's name.
    """

    hosts: frozenset[str] | None
    key: str
    token: str | None = None
    session: str = ""
    cookie: str = "recoupe"


class Guard:
    """Refuses what may not be asked, before anything of the application sees it. language: of its words, if none is asked for."""

    def __init__(self, app: ASGIApp, access: Access, language: str) -> None:
        self.app = app
        self.access = access
        self.language = language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # no web sockets here
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                named = {name for name, _ in message.get("headers", ())}
                own = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in named]
                message["headers"] = [*message.get("headers", ()), *own]
            await send(message)

        answer = self.refusal(scope)
        await (answer or self.app)(scope, receive, guarded)

    def refusal(self, scope: Scope) -> Response | None:
        """The answer to a request that may not go on, `None` for one that may."""
        query = parse_qs(scope["query_string"].decode("latin-1"))
        say = asked_wording(query.get("ui", [""])[0], self.language)
        headers = Headers(scope["headers"])
        host = HOST.fullmatch(headers.only("host") or "")
        if host is None or (self.access.hosts is not None and host[1].lower() not in self.access.hosts):
            return PlainTextResponse(say("guard.host"), 421)
        if scope["method"] not in READING + WRITING:
            return PlainTextResponse(say("guard.method"), 405)
        if foreign(headers, scope["path"]):
            return PlainTextResponse(say("guard.elsewhere"), 403)
        if self.access.token is not None and (answer := self.unknown(scope, headers, self.access.token, query, say)):
            return answer
        if scope["method"] in WRITING and not same(headers.only(KEY_HEADER), self.access.key):
            return PlainTextResponse(say("guard.key"), 403)
        return None

    def unknown(
        self, scope: Scope, headers: "Headers", token: str, query: Mapping[str, Sequence[str]], say: Messages
    ) -> Response | None:
        """The answer to who has not shown the token yet; shown once, a cookie stands for it."""
        if same(cookie_of(headers, self.access.cookie), self.access.session):
            return None
        given = query.get("token", [""])[0]
        if scope["path"] == FRONT and scope["method"] == "GET" and same(given, token):
            answer = RedirectResponse(FRONT, 303)
            answer.set_cookie(self.access.cookie, self.access.session, httponly=True, samesite="strict")
            return answer
        return PlainTextResponse(say("guard.token"), 401)


class Headers:
    """A request's headers, of which some may stand there once only."""

    def __init__(self, raw: Iterable[tuple[bytes, bytes]]) -> None:
        self.values: dict[str, list[str]] = {}
        for name, value in raw:
            self.values.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))

    def only(self, name: str) -> str | None:
        """The value of a header that stands there exactly once."""
        found = self.values.get(name, [])
        return found[0] if len(found) == 1 else None


def foreign(headers: Headers, path: str) -> bool:
    """Whether a page of another origin asks for something that is not the front page."""
    origin, host = headers.only("origin"), headers.only("host")
    if "origin" in headers.values and (origin is None or origin.partition("://")[2] != host):
        return True
    site = headers.only("sec-fetch-site")
    if site in (None, "same-origin", "none"):
        return False
    return path != FRONT or headers.only("sec-fetch-mode") != "navigate"


def cookie_of(headers: Headers, name: str) -> str | None:
    """The value of a cookie."""
    try:
        found = SimpleCookie(headers.only("cookie") or "").get(name)
    except CookieError:
        return None
    return found.value if found else None


def same(given: str | None, wanted: str) -> bool:
    """Whether a secret is the right one, in a time that does not tell how much of it is."""
    return bool(wanted) and hmac.compare_digest((given or "").encode("utf-8", "replace"), wanted.encode("utf-8"))
