"""Who may ask: names of the host, other pages, keys, tokens."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from recoupe.errors import ServingError
from recoupe.web.guard import HEADERS, KEY_HEADER
from recoupe.web.serving import Place, access_of, address_of, is_loopback, listening, permitted
from tests.web.running import KEY, OURS, TOKEN, access, analysed, client

WRITES = (
    "/api/reports?name=x.txt",
    "/api/addresses",
    "/api/reports/1/withdraw",
    "/api/analyse",
    "/api/corrections",
    "/api/corrections/1/undo",
    "/api/entries",
)
READS = ("/", "/api/state", "/api/subjects", "/api/search?q=pompes", "/export/json", "/assets/desk.js")


@pytest.fixture
def browser(tmp_path: Path) -> TestClient:
    return client(analysed(tmp_path))


@pytest.mark.parametrize("path", READS)
def test_our_own_page_may_read(browser: TestClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 200
    for name, value in HEADERS.items():
        assert name in answer.headers
        if name != "content-security-policy":
            assert answer.headers[name] == value


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "127.0.0.1@evil.example",
        "",
        "[::2]",
        "a b",
    ],
)
def test_a_foreign_name_that_points_here_is_refused(browser: TestClient, host: str) -> None:
    for path in READS:
        assert browser.get(path, headers={"host": host}).status_code == 421
    assert browser.post(WRITES[0], headers={**OURS, "host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8484", "localhost:1", "[::1]:8484", "LOCALHOST"])
def test_our_own_names_are_answered(browser: TestClient, host: str) -> None:
    assert browser.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", WRITES)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {KEY_HEADER: ""},
        {KEY_HEADER: KEY + "x"},
        {**OURS, "origin": "https://evil.example"},
        {**OURS, "origin": "null"},
        {**OURS, "origin": "http://127.0.0.1:9999"},
        {**OURS, "sec-fetch-site": "cross-site"},
        {**OURS, "sec-fetch-site": "same-site"},
    ],
)
def test_a_change_that_another_page_asks_for_is_refused(tmp_path: Path, path: str, headers: dict[str, str]) -> None:
    store = analysed(tmp_path)
    before = store.revision()
    assert client(store).post(path, content=b'"x"', headers=headers).status_code == 403
    assert store.revision() == before


def test_our_own_page_may_write(tmp_path: Path) -> None:
    store = analysed(tmp_path)
    headers = {**OURS, "origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}
    answer = client(store).post("/api/reports?name=x.txt", content=b"text", headers=headers)
    assert answer.json() == {"new": 1, "known": 1, "refused": []}
    assert [f.name for f in store.files()] == ["x.txt"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(browser: TestClient, method: str) -> None:
    assert browser.request(method, "/", headers=OURS).status_code == 405


@pytest.mark.parametrize("path", READS[1:])
def test_other_pages_may_not_even_read(browser: TestClient, path: str) -> None:
    for site in ("cross-site", "same-site"):
        assert browser.get(path, headers={"sec-fetch-site": site, "sec-fetch-mode": "no-cors"}).status_code == 403


def test_a_link_elsewhere_may_lead_to_the_front_page_but_no_frame_or_script(browser: TestClient) -> None:
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert browser.get("/", headers=link).status_code == 200
    assert browser.get("/", headers={**link, "sec-fetch-mode": "cors"}).status_code == 403
    assert "frame-ancestors 'none'" in browser.get("/").headers["content-security-policy"]


def test_no_answer_lets_another_origin_read_it(browser: TestClient) -> None:
    for path in READS:
        answer = browser.get(path, headers={"origin": "http://127.0.0.1"})
        assert not [name for name in answer.headers if name.startswith("access-control")]


def test_without_the_token_nothing_is_told(tmp_path: Path) -> None:
    browser = client(analysed(tmp_path), access(TOKEN, None))
    for path in (*READS, "/?token=", "/?token=wrong", f"/api/state?token={TOKEN}"):
        answer = browser.get(path)
        assert answer.status_code == 401, path
        assert "Sorvalex" not in answer.text
    assert browser.post(WRITES[0], headers=OURS).status_code == 401


def test_the_token_opens_once_and_a_cookie_stands_for_it(tmp_path: Path) -> None:
    browser = client(analysed(tmp_path), access(TOKEN, None))
    opened = browser.get(f"/?token={TOKEN}")
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert browser.get("/").status_code == 200
    assert browser.get("/", headers={"host": "desk.newsroom.example"}).status_code == 200
    assert browser.post("/api/analyse").status_code == 403  # the cookie alone changes nothing


@pytest.mark.parametrize("cookie", ["recoupe=", "recoupe=wrong", "recoupe", "=;;=", "recoupe=\u00e9"])
def test_other_cookies_open_nothing(tmp_path: Path, cookie: str) -> None:
    browser = client(analysed(tmp_path), access(TOKEN, None))
    assert browser.get("/", headers={"cookie": cookie.encode("latin-1")}).status_code == 401


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "no such host"])
def test_nothing_but_this_machine_without_a_token(host: str) -> None:
    with pytest.raises(ServingError, match="--token"):
        permitted(Place(host))
    permitted(Place(host, token=TOKEN))
    with pytest.raises(ServingError, match="longer"):
        permitted(Place(host, token="short"))


def test_this_machine_needs_no_token() -> None:
    for host in ("127.0.0.1", "127.1.2.3", "localhost", "::1"):
        assert is_loopback(host)
        permitted(Place(host))


def test_keys_and_cookies_are_new_at_every_start() -> None:
    place = Place("0.0.0.0", token=TOKEN)
    first, second = access_of(place, 1), access_of(place, 1)
    assert first.key != second.key
    assert first.session != second.session
    assert TOKEN not in first.session
    assert first.hosts is None
    assert access_of(Place(), 1).hosts == {"localhost", "127.0.0.1", "[::1]"}


def test_a_port_that_is_taken_is_told_or_another_one_is_found() -> None:
    with listening(Place(port=0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServingError, match=str(port)):
            listening(Place(port=port))
    with listening(Place()) as one, listening(Place()) as other:
        assert one.getsockname()[1] != other.getsockname()[1]
        assert {s.getsockname()[0] for s in (one, other)} == {"127.0.0.1"}


def test_the_address_to_open() -> None:
    assert address_of(Place(), 8484) == "http://127.0.0.1:8484/"
    assert address_of(Place("::1", token=TOKEN), 1) == f"http://[::1]:1/?token={TOKEN}"
