"""What a first visit loads: the page and every file that it pulls, heads included, as sent."""

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from tests.benchmarks.server import Site
from tests.benchmarks.timing import AS_A_BROWSER

PULLED_BY = {"script": "src", "img": "src", "source": "src", "iframe": "src", "link": "href"}
PULLED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}
NOT_BLOCKING = {"defer", "async", "module", "application/ld+json"}
PULLED_BY_CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
PULLED_BY_JS = re.compile(r"""\bfrom\s*["']([./][^"']+)["']|\bimport\s*["']([./][^"']+)["']""")


@dataclass(frozen=True, slots=True)
class File:
    """One answer as a browser gets it: its bytes, its kind, and what it pulls and waits for.

    `weight` counts the head of the answer, `body` only what it carries, compressed as it was sent.
    """

    weight: int
    body: int
    kind: str
    pulled: list[str]
    blocking: list[str]


@dataclass(frozen=True, slots=True)
class Visit:
    """What a first visit loads, by address; `foreign` are addresses elsewhere, not asked for."""

    files: Mapping[str, File]
    foreign: frozenset[str]

    @property
    def weight(self) -> int:
        """Bytes of everything."""
        return sum(file.weight for file in self.files.values())

    @property
    def script_weight(self) -> int:
        """Bytes of the scripts, compressed."""
        return sum(file.body for file in self.files.values() if file.kind == "text/javascript")

    @property
    def blocking(self) -> list[str]:
        """Scripts that the page waits for before it is drawn."""
        return [script for file in self.files.values() for script in file.blocking]


def first_visit(site: Site, path: str, status: int = http.client.OK) -> Visit:
    """What `path` loads with all that it pulls. Raises RuntimeError for a missing file."""
    connection = site.connection()
    files: dict[str, File] = {}
    foreign: set[str] = set()
    waiting = [path]
    while waiting:
        address = waiting.pop()
        if urlsplit(address).netloc:
            foreign.add(address)
        elif address not in files:
            expected = status if address == path else http.client.OK
            files[address] = _fetch(connection, address, expected)
            waiting += files[address].pulled
    connection.close()
    return Visit(files, frozenset(foreign))


def _fetch(connection: http.client.HTTPConnection, address: str, status: int) -> File:
    sent, body = _answer(connection, address, status, AS_A_BROWSER)
    plain, text = _answer(connection, address, status, {"Accept-Encoding": "identity"})
    kind, words = plain.headers.get_content_type(), text.decode(errors="replace")
    return File(
        weight=len(sent.headers.as_bytes()) + len(body),
        body=len(body),
        kind=kind,
        pulled=[urljoin(address, one) for one in pulled_by(kind, words)],
        blocking=blocking_in(words) if kind == "text/html" else [],
    )


def _answer(
    connection: http.client.HTTPConnection, address: str, status: int, headers: dict[str, str]
) -> tuple[http.client.HTTPResponse, bytes]:
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != status:
        raise RuntimeError(f"{address} answered {answer.status}, not {status}")
    return answer, body


def pulled_by(kind: str, text: str) -> list[str]:
    """Addresses that a page, a style sheet or a script of this site loads by itself."""
    if kind == "text/html":
        reader = _Reader()
        reader.feed(text)
        return reader.pulled
    patterns = {"text/css": PULLED_BY_CSS, "text/javascript": PULLED_BY_JS}
    found = patterns[kind].findall(text) if kind in patterns else []
    return [address for pair in found for address in pair if address and ":" not in address]


def blocking_in(page: str) -> list[str]:
    """The scripts of a page that are neither modules nor put off."""
    reader = _Reader()
    reader.feed(page)
    return reader.blocking


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pulled: list[str] = []
        self.blocking: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and not NOT_BLOCKING & {*given, given.get("type")}:
            self.blocking.append(given.get("src") or "inline")
        address = given.get(PULLED_BY.get(tag, ""))
        is_pulled = tag != "link" or PULLED_LINKS & set((given.get("rel") or "").split())
        if address and is_pulled and not address.startswith("data:"):
            self.pulled.append(address)
