"""A web server on this machine that answers as it is told, and keeps what it was asked."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1"))
"""What the setting has to allow so that this server may be read."""


class CalendarServer(ThreadingHTTPServer):
    """`pages` give the answer to each path: a body, or a function that writes the answer itself."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, pages: Mapping[str, "Page"]) -> None:
        self.pages = pages
        self.asked: list[Asked] = []
        self.is_closing = threading.Event()
        super().__init__(("127.0.0.1", 0), Asked)

    def at(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of `path`."""
        return f"http://{host}:{self.server_address[1]}{path}"


class Asked(BaseHTTPRequestHandler):
    """One request, and the ways to answer it."""

    server: CalendarServer

    def do_GET(self) -> None:
        """Answer by the page of the path; what is not there is a 404."""
        self.server.asked.append(self)
        page = self.server.pages.get(self.path)
        if page is None:
            self.answer(404)
        elif isinstance(page, bytes):
            self.answer(200, page)
        else:
            page(self)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """An ordinary answer; the names of `headers` have underlines for dashes."""
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


Page = bytes | Callable[[Asked], object]


@contextmanager
def calendar_server(
    pages: Mapping[str, Page],
) -> Iterator[CalendarServer]:
    """A server that runs as long as the block does."""
    with CalendarServer(pages) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.is_closing.set()
            server.shutdown()
            thread.join()


def calendar_file(*events: str) -> bytes:
    """A calendar of `events`, each given by its lines."""
    written = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{written}END:VCALENDAR\r\n".encode()
