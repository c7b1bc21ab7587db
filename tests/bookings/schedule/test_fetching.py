"""An address is read as far as it is public, small and quick; a server on loopback stands in."""

import http.client
import socket
import threading
from collections.abc import Callable
from ipaddress import ip_address

import pytest

from bookings.schedule import fetching
from bookings.schedule.fetching import CannotRead, Fetched, Reason, fetch, is_public
from tests.bookings.schedule.calendar_server import (
    LOOPBACK,
    Asked,
    Page,
    calendar_file,
    calendar_server,
)

ALLOWED = [str(network) for network in LOOPBACK]
FILE = calendar_file()


def refusal(address: str, **how: object) -> tuple[Reason, str]:
    with pytest.raises(CannotRead) as refused:
        fetch(address, **how)  # type: ignore[arg-type]
    return refused.value.reason, refused.value.detail


def leading_to(target: str, status: int = 302) -> Callable[[Asked], None]:
    return lambda asked: asked.answer(status, Location=target)


def test_what_stands_at_an_address_comes_with_its_mark() -> None:
    with calendar_server({"/a?b=c": lambda asked: asked.answer(200, FILE, ETag='"1"')}) as server:
        assert fetch(server.at("/a?b=c"), allowed=ALLOWED) == Fetched(FILE, '"1"')

    [asked] = server.asked
    assert asked.headers["Host"] == f"127.0.0.1:{server.server_address[1]}"
    assert asked.headers["Accept-Encoding"] == "identity"
    assert "If-None-Match" not in asked.headers


def test_what_is_as_it_was_is_not_sent_again() -> None:
    def page(asked: Asked) -> None:
        asked.answer(304 if asked.headers["If-None-Match"] == '"1"' else 200)

    with calendar_server({"/": page}) as server:
        assert fetch(server.at(), etag='"1"', allowed=ALLOWED) == Fetched(None, '"1"')


def test_a_304_that_nobody_asked_for_is_no_calendar() -> None:
    with calendar_server({"/": lambda asked: asked.answer(304)}) as server:
        assert refusal(server.at(), allowed=ALLOWED) == (Reason.ANSWER, "304")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int) -> None:
    pages: dict[str, Page] = {"/": leading_to("/there", status), "/there": FILE}
    with calendar_server(pages) as server:
        assert fetch(server.at(), allowed=ALLOWED).body == FILE


def test_three_redirects_are_followed_and_a_fourth_is_not() -> None:
    pages: dict[str, Page] = {"/0": FILE}
    pages.update({f"/{n}": leading_to(f"/{n - 1}") for n in range(1, 5)})
    with calendar_server(pages) as server:
        assert fetch(server.at("/3"), allowed=ALLOWED).body == FILE
        assert refusal(server.at("/4"), allowed=ALLOWED) == (Reason.LED_ON, "")
        assert len(server.asked) == 4 + 4


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", Reason.PRIVATE),
        ("http://10.0.0.1/", Reason.PRIVATE),
        ("https://[::ffff:192.168.0.1]/", Reason.PRIVATE),
        ("file:///etc/passwd", Reason.ADDRESS),
        ("ftp://127.0.0.1/", Reason.ADDRESS),
        ("gopher://127.0.0.1/", Reason.ADDRESS),
        ("http://user:secret@127.0.0.1/", Reason.ADDRESS),
    ],
)
def test_each_redirect_is_judged_anew(target: str, reason: Reason) -> None:
    with calendar_server({"/": leading_to(target)}) as server:
        assert refusal(server.at(), allowed=ALLOWED) == (reason, "")


def test_a_redirect_without_a_target_ends() -> None:
    with calendar_server({"/": lambda asked: asked.answer(302)}) as server:
        assert refusal(server.at(), allowed=ALLOWED) == (Reason.LED_ON, "")


@pytest.mark.parametrize("status", [204, 401, 403, 404, 410, 500])
def test_other_answers_are_named(status: int) -> None:
    with calendar_server({"/": lambda asked: asked.answer(status)}) as server:
        assert refusal(server.at(), allowed=ALLOWED) == (Reason.ANSWER, str(status))


PRIVATE = [
    "127.0.0.1",
    "127.255.0.9",
    "0.0.0.0",  # noqa: S104 - an address to refuse
    "10.0.0.1",
    "172.16.3.4",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "224.0.0.1",
    "233.252.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::1",
    "fe80::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
]


@pytest.mark.parametrize("number", PRIVATE)
def test_what_is_not_public_is_refused(number: str) -> None:
    host = f"[{number}]" if ":" in number else number

    assert not is_public(ip_address(number))
    assert refusal(f"https://{host}/calendar.ics") == (Reason.PRIVATE, "")


@pytest.mark.parametrize(
    "number", ["1.1.1.1", "8.8.8.8", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_what_is_public_is_not_refused(number: str) -> None:
    assert is_public(ip_address(number))


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.0.0.1."],
)
def test_a_name_is_judged_by_what_it_resolves_to(host: str) -> None:
    with calendar_server({"/": FILE}) as server:
        address = server.at(host=host)
        assert refusal(address)[0] in {Reason.PRIVATE, Reason.UNKNOWN_HOST}
    assert server.asked == []


def test_a_private_server_is_read_where_its_network_is_allowed() -> None:
    with calendar_server({"/": FILE}) as server:
        assert fetch(server.at(), allowed=ALLOWED).body == FILE
        assert fetch(server.at(host="localhost"), allowed=ALLOWED).body == FILE
        assert refusal(server.at(), allowed=["10.0.0.0/8"]) == (Reason.PRIVATE, "")
        assert refusal(server.at(), allowed=[]) == (Reason.PRIVATE, "")


def test_a_name_that_has_a_private_address_among_others_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def resolved(*_asked: object, **_how: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (number, 443)) for number in ("1.1.1.1", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)

    assert refusal("https://calendar.example/") == (Reason.PRIVATE, "")


def test_a_name_is_looked_up_once_and_never_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second answer of a name server could lead elsewhere than the first, which was judged."""
    names = []
    really = socket.getaddrinfo

    def resolved(host: str, port: int, family: int = 0, type: int = 0) -> object:  # noqa: A002
        names.append(host)
        number = "127.0.0.1" if host == "calendar.example" else host
        return really(number, port, family, type)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    with calendar_server({"/": FILE}) as server:
        fetch(server.at(host="calendar.example"), allowed=ALLOWED)

    assert names == ["calendar.example", "127.0.0.1"]
    assert server.asked[0].headers["Host"].startswith("calendar.example:")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "calendar",
        "http://",
        "https:///calendar.ics",
        "http://exa mple.org/",
        "http://example.org/\r\nX: y",
        "http://example.org:99999/",
        "http://[::1/",
        "javascript:alert(1)",
        "webcal:",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert refusal(address) == (Reason.ADDRESS, "")


def test_a_name_that_nobody_has_is_unknown() -> None:
    assert refusal("https://nowhere.invalid/") == (Reason.UNKNOWN_HOST, "")
    assert refusal(f"https://{'a' * 70}.example/")[0] == Reason.UNKNOWN_HOST


def test_webcal_is_asked_over_tls() -> None:
    """A plain server answers no TLS greeting: that it was greeted so is the proof."""
    with calendar_server({"/": FILE}) as server:
        address = server.at().replace("http://", "webcal://")
        assert refusal(address, allowed=ALLOWED) == (Reason.UNTRUSTED, "")


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with socket.socket() as taken_by_nobody_who_listens:
        taken_by_nobody_who_listens.bind(("127.0.0.1", 0))
        port = taken_by_nobody_who_listens.getsockname()[1]
        assert refusal(f"http://127.0.0.1:{port}/", allowed=ALLOWED) == (Reason.UNREACHABLE, "")


def test_a_server_that_says_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SILENCE_SECONDS", 0.2)

    with calendar_server({"/": lambda asked: asked.server.is_closing.wait(30)}) as server:
        assert refusal(server.at(), allowed=ALLOWED) == (Reason.UNREACHABLE, "")


def test_a_server_that_breaks_off_or_talks_nonsense_is_unreachable() -> None:
    def broken(asked: Asked) -> None:
        asked.answer(200, Content_Length="100")

    with calendar_server({"/": broken}) as server:
        assert refusal(server.at(), allowed=ALLOWED) == (Reason.UNREACHABLE, "")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_talk_nonsense, args=[listener])
        thread.start()
        port = listener.getsockname()[1]
        assert refusal(f"http://127.0.0.1:{port}/", allowed=ALLOWED) == (Reason.UNREACHABLE, "")
        thread.join()


def _talk_nonsense(listener: socket.socket) -> None:
    connection, _from = listener.accept()
    with connection:
        connection.recv(4096)
        connection.sendall(b"220 mail.example ready\r\n\r\n")


def test_more_than_two_megabytes_are_refused_whatever_was_announced() -> None:
    most = fetching.LARGEST_BYTES

    def endless(asked: Asked) -> None:
        asked.send_response(http.client.OK)
        asked.end_headers()
        try:
            while not asked.server.is_closing.is_set():
                asked.wfile.write(b"x" * 100_000)
        except OSError:
            asked.close_connection = True

    pages: dict[str, Page] = {"/most": b"x" * most, "/more": b"x" * (most + 1), "/endless": endless}
    with calendar_server(pages) as server:
        assert len(fetch(server.at("/most"), allowed=ALLOWED).body or b"") == most
        assert refusal(server.at("/more"), allowed=ALLOWED) == (Reason.TOO_LARGE, "")
        assert refusal(server.at("/endless"), allowed=ALLOWED) == (Reason.TOO_LARGE, "")


@pytest.mark.parametrize("mark", ["x" * 201, '"\u00e9"'])
def test_a_mark_that_can_not_be_kept_is_not(mark: str) -> None:
    def page(asked: Asked) -> None:
        asked.answer(200, FILE, ETag=mark)

    with calendar_server({"/": page}) as server:
        assert fetch(server.at(), allowed=ALLOWED) == Fetched(FILE, "")
