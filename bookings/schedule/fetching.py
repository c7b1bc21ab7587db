"""Fetching a calendar from an address that somebody typed, without being led into our own network.

Plain Python. A name is resolved once, each of its addresses is judged, and the connection goes
to one that was judged: a name that is looked up twice could answer differently the second time.
"""

import http.client
import socket
import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

LARGEST_BYTES = 2_000_000
MOST_REDIRECTS = 3
SILENCE_SECONDS = 10
"""How long a server may say nothing; the whole reading has a limit of its own (`outside`)."""

SCHEMES = {"http": "http", "https": "https", "webcal": "https", "webcals": "https"}
"""What an address may begin with, and what it is asked by; `webcal` is a calendar's custom."""

REDIRECTS = (301, 302, 303, 307, 308)
NAT64 = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that carry an IPv4 address in their last 32 bits (RFC 6052)."""


class Reason(StrEnum):
    """Why a calendar could not be read; worded for people in `bookings.schedule.outside`."""

    ADDRESS = "address"
    UNKNOWN_HOST = "unknown_host"
    PRIVATE = "private"
    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    ANSWER = "answer"
    LED_ON = "led_on"
    TOO_LARGE = "too_large"
    NO_CALENDAR = "no_calendar"
    UNREADABLE_EVENT = "unreadable_event"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"


class CannotRead(Exception):
    """A calendar could not be read; `detail` is a number or word that the sentence names."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address, and its mark; without a body it is as it was under that mark."""

    body: bytes | None
    etag: str


def fetch(address: str, *, etag: str = "", allowed: Iterable[str] = ()) -> Fetched:
    """What stands at `address`, at most 2 MB of it, following at most three redirects.

    `allowed` are networks, as in `10.0.0.0/8`, that may be read although they are not public.
    Raises CannotRead.
    """
    for _hop in range(MOST_REDIRECTS + 1):
        parts = _split(address)
        connection = _Judged(parts, _judged(parts, tuple(allowed)))
        try:
            with _asked(connection, parts, etag) as answer:
                if answer.status not in REDIRECTS:
                    return _read(answer, etag)
                address = urljoin(urlunsplit(parts), answer.headers.get("Location", ""))
        except ssl.SSLError as untrusted:
            raise CannotRead(Reason.UNTRUSTED) from untrusted
        except (OSError, http.client.HTTPException, ValueError) as unreachable:
            raise CannotRead(Reason.UNREACHABLE) from unreachable
        finally:
            connection.close()
    raise CannotRead(Reason.LED_ON)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether `address`, and an IPv4 address inside it, belongs to the public Internet."""
    return all(one.is_global and not one.is_multicast for one in _and_embedded(address))


def _and_embedded(
    address: IPv4Address | IPv6Address,
) -> Iterator[IPv4Address | IPv6Address]:
    """`address` and the IPv4 addresses it stands for; a mapped one is only what it stands for."""
    if isinstance(address, IPv4Address):
        yield address
    elif address.ipv4_mapped:
        yield address.ipv4_mapped
    elif address in NAT64:
        yield IPv4Address(int(address) & 0xFFFF_FFFF)
    else:
        yield address
        if address.sixtofour:
            yield address.sixtofour
        if address.teredo:
            yield from address.teredo


def _split(address: str) -> SplitResult:
    """The parts of `address`, its scheme one that can be asked. Raises CannotRead."""
    try:
        parts = urlsplit(address.strip())
        _port = parts.port
    except ValueError as malformed:
        raise CannotRead(Reason.ADDRESS) from malformed
    is_plain = parts.username is None and address.isprintable() and " " not in address.strip()
    if parts.scheme not in SCHEMES or not parts.hostname or not is_plain:
        raise CannotRead(Reason.ADDRESS)
    return parts._replace(scheme=SCHEMES[parts.scheme])


def _judged(parts: SplitResult, allowed: tuple[str, ...]) -> list[str]:
    """The addresses of the host, each of them allowed. Raises CannotRead where one is not."""
    try:
        found = socket.getaddrinfo(parts.hostname, _port(parts), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as unknown:
        raise CannotRead(Reason.UNKNOWN_HOST) from unknown
    networks = [ip_network(network) for network in allowed]
    numbers = list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))
    for number in numbers:
        address = ip_address(number.partition("%")[0])
        if not is_public(address) and not any(address in network for network in networks):
            raise CannotRead(Reason.PRIVATE)
    return numbers


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


class _Judged(http.client.HTTPConnection):
    """A connection to the first of `numbers` that answers; the name is not looked up again."""

    def __init__(self, parts: SplitResult, numbers: list[str]) -> None:
        super().__init__(parts.hostname or "", _port(parts), timeout=SILENCE_SECONDS)
        self.numbers = numbers
        self.is_secure = parts.scheme == "https"
        self.default_port = 443 if self.is_secure else 80

    def connect(self) -> None:
        self.sock = self._socket()
        if self.is_secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)

    def _socket(self) -> socket.socket:
        for number in self.numbers[:-1]:
            try:
                return socket.create_connection((number, self.port), SILENCE_SECONDS)
            except OSError:
                continue
        return socket.create_connection((self.numbers[-1], self.port), SILENCE_SECONDS)


def _asked(connection: _Judged, parts: SplitResult, etag: str) -> http.client.HTTPResponse:
    """The answer to a plain GET; nothing packed, since a small pack can be a huge file."""
    headers = {
        "Accept": "text/calendar, */*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
        "User-Agent": "Catchlight",
    }
    if etag:
        headers["If-None-Match"] = etag
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def _read(answer: http.client.HTTPResponse, etag: str) -> Fetched:
    """The body of a good answer. Raises CannotRead."""
    if answer.status == http.client.NOT_MODIFIED and etag:
        return Fetched(None, etag)
    if answer.status != http.client.OK:
        raise CannotRead(Reason.ANSWER, str(answer.status))
    body = answer.read(LARGEST_BYTES + 1)
    if len(body) > LARGEST_BYTES:
        raise CannotRead(Reason.TOO_LARGE)
    if answer.length:  # what was announced and never came
        raise CannotRead(Reason.UNREACHABLE)
    return Fetched(body, _kept(answer.headers.get("ETag", "")))


def _kept(etag: str) -> str:
    """An ETag that can be kept and sent back; none where it is longer or stranger than that."""
    return etag if len(etag) <= 200 and etag.isascii() and etag.isprintable() else ""
