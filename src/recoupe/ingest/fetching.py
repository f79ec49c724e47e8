"""Addresses: one page, feed, document or archive fetched, bounded in size and time."""

import time

import httpx

from recoupe.errors import MissingInput
from recoupe.ingest.archives import LARGEST
from recoupe.ingest.contents import Raw

TIMEOUT = 30.0  # seconds without an answer
LONGEST = 120.0  # seconds for all of it: a server may send one byte at a time
AGENT = {"User-Agent": "recoupe", "Accept": "text/html,application/xhtml+xml,application/xml,*/*;q=0.8"}
CURE = "check the address and the connection, or save the page and give the file"


def is_address(argument: str) -> bool:
    """Whether an argument is an address rather than a path."""
    return argument.lower().startswith(("http://", "https://"))


def fetch(url: str) -> Raw:
    """One address; MissingInput where it does not answer, answers with an error, too slowly or with too much."""
    give_up = time.monotonic() + LONGEST
    data = bytearray()
    try:
        with httpx.stream("GET", url, follow_redirects=True, timeout=TIMEOUT, headers=AGENT) as response:
            response.raise_for_status()
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > LARGEST:
                    raise MissingInput(f"{url}: larger than {LARGEST // 1_000_000} MB; save it and give it in parts")
                if time.monotonic() > give_up:
                    raise MissingInput(f"{url}: slower than {LONGEST:.0f} seconds; {CURE}")
            final = str(response.url)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise MissingInput(f"{url}: {reason(error)}; {CURE}") from error
    media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
    return Raw(url, bytes(data), final, media_type, response.charset_encoding or "")


def reason(error: Exception) -> str:
    """Why nothing came, on one line."""
    if isinstance(error, httpx.HTTPStatusError):
        return f"the server answers {error.response.status_code} {error.response.reason_phrase}".rstrip()
    if isinstance(error, httpx.TooManyRedirects):
        return "the server sends on from one address to the next without end"
    if isinstance(error, httpx.TimeoutException):
        return "no answer"
    told = " ".join(str(error).split("\n")[0].split()) or type(error).__name__
    return f"no connection ({told})" if isinstance(error, httpx.ConnectError) else told
