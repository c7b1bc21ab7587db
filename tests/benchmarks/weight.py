"""What a first visit loads: the page and every file that it pulls, heads included, as sent."""

import http.client
import re
from html.parser import HTMLParser
from urllib.parse import urljoin

from tests.benchmarks.server import Site
from tests.benchmarks.timing import AS_A_BROWSER

PULLED_BY = {"script": "src", "img": "src", "source": "src", "iframe": "src", "link": "href"}
PULLED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}
PULLED_BY_CSS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
PULLED_BY_JS = re.compile(r"""\bfrom\s*["']([./][^"']+)["']|\bimport\s*["']([./][^"']+)["']""")


def first_visit_bytes(site: Site, path: str, status: int = http.client.OK) -> int:
    """Bytes over the wire for `path` and what it pulls. Raises RuntimeError for a missing file."""
    connection = site.connection()
    weights: dict[str, int] = {}
    waiting = [path]
    while waiting:
        address = waiting.pop()
        if address not in weights:
            expected = status if address == path else http.client.OK
            weights[address], pulled = _fetch(connection, address, expected)
            waiting += pulled
    connection.close()
    return sum(weights.values())


def _fetch(
    connection: http.client.HTTPConnection, address: str, status: int
) -> tuple[int, list[str]]:
    """The bytes of one answer as a browser gets it, and the addresses that it pulls."""
    sent, body = _answer(connection, address, status, AS_A_BROWSER)
    plain, text = _answer(connection, address, status, {"Accept-Encoding": "identity"})
    pulled = pulled_by(plain.headers.get_content_type(), text.decode(errors="replace"))
    return len(sent.headers.as_bytes()) + len(body), [urljoin(address, one) for one in pulled]


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


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pulled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        address = given.get(PULLED_BY.get(tag, ""))
        is_pulled = tag != "link" or PULLED_LINKS & set((given.get("rel") or "").split())
        if address and is_pulled and not address.startswith("data:"):
            self.pulled.append(address)
