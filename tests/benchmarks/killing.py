"""`kill -9` of web server and worker while clients book: nothing told is lost, nothing is half.

The processes are those of `python -m studio.serve`. Letters go to files; the one window that
the outbox documents (accepted by the mail system, killed before that is written down) is
counted apart: such a letter, and no other, goes out a second time when its claim has run out.
"""

import http.client
import os
import re
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from random import Random
from urllib.parse import urlencode

from studio.serve import programs
from tests.benchmarks.server import ROOT, Site, prepared, wait_until_it_answers

CLIENTS = 3
LONGEST_LIFE_SECONDS = 1.2
PATIENCE_SECONDS = 60
START = re.compile(r'name="start"\s+value="([^"]+)"')
REFERENCE = re.compile(r'name="reference"\s+value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Outcome:
    """How often something was killed, what clients were told, and what does not agree with it."""

    kills: Counter[str]
    told: list[str]
    faults: list[str]
    letters: int
    sent_twice_in_the_window: int


def run(kills: int, seed: int) -> Outcome:
    """Kill web server or worker `kills` times while clients book; then look at what is there."""
    random = Random(seed)
    with prepared() as site:
        tokens = site.inside("visitors", "choosing", kills * 4 + CLIENTS)
        queue = iter(tokens)
        pair = Pair(site)
        clients = [Client(site, queue, pair) for _ in range(CLIENTS)]
        try:
            pair.start()
            threads = [threading.Thread(target=client.book_on_and_on) for client in clients]
            for thread in threads:
                thread.start()
            names = [pair.names[number % 2] for number in range(kills)]
            random.shuffle(names)
            for name in names:
                time.sleep(random.uniform(0.05, LONGEST_LIFE_SECONDS))
                pair.kill(name)
                pair.start()
            pair.is_over.set()
            for thread in threads:
                thread.join(timeout=PATIENCE_SECONDS)
        finally:
            pair.is_over.set()
            pair.end()
        told = [reference for client in clients for reference in client.told]
        found = site.inside("agreement", "found_after", told)
        faults = [*found["faults"], *(fault for client in clients for fault in client.faults)]
    return Outcome(Counter(names), told, faults, found["letters"], found["in_the_window"])


class Pair:
    """Web server and worker, each in a process group of its own; both can be started again."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.is_over = threading.Event()
        self._commands = {one.name: one.arguments for one in programs(site.address)}
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def names(self) -> list[str]:
        """The web server and the worker."""
        return list(self._commands)

    def start(self) -> None:
        """Start what does not run, and wait until the site answers."""
        for name, command in self._commands.items():
            if name not in self._running:
                self._running[name] = subprocess.Popen(
                    command,
                    env=dict(self.site.environ),
                    cwd=ROOT,
                    process_group=0,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
        wait_until_it_answers(self.site, self._running["web server"], "/health/")

    def kill(self, name: str) -> None:
        """Kill the process and its children where they stand."""
        process = self._running.pop(name)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=PATIENCE_SECONDS)

    def end(self) -> None:
        """Kill both."""
        for name in list(self._running):
            self.kill(name)


@dataclass
class Client:
    """Somebody who books one session after the other, and tries again where nobody answers."""

    site: Site
    tokens: Iterator[str]
    pair: Pair
    told: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def book_on_and_on(self) -> None:
        """Book until it is over; what was begun is finished."""
        while not self.pair.is_over.is_set() and (token := next(self.tokens, None)):
            try:
                self._book(token)
            except Exception as fault:  # noqa: BLE001 - told with all others at the end
                self.faults.append(f"a client met {type(fault).__name__}: {fault}")

    def _book(self, token: str) -> None:
        """Take one step after the other, from wherever the site says that the client is."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            with suppress(OSError, http.client.HTTPException):
                if reference := self._confirmed(token):
                    self.told.append(reference)
                    return
            time.sleep(0.02)
        raise TimeoutError(f"no booking in {PATIENCE_SECONDS} seconds")

    def _confirmed(self, token: str) -> str:
        """Go through the steps once; the reference that the client was told, or none."""
        status, leads_to, page = self._ask("GET", f"/e/{token}/review/")
        if "/b/" in leads_to:
            return self._told(leads_to)
        if status == http.client.OK:
            sent = {"reference": REFERENCE.findall(page)[0]}
            _, leads_to, _ = self._ask("POST", f"/e/{token}/review/", sent)
            return self._told(leads_to) if "/b/" in leads_to else ""
        if "/details/" in leads_to:
            contact = {"name": f"Visitor {token[:4]}", "email": "visitor@example.com"}
            self._ask("POST", f"/e/{token}/details/", contact)
            return ""
        _, _, page = self._ask("GET", f"/e/{token}/times/")
        self._ask("POST", f"/e/{token}/hold/", {"start": START.findall(page)[0]})
        return ""

    def _told(self, path: str) -> str:
        """The reference on the page that says that the session is booked."""
        _, _, page = self._ask("GET", path)
        return str(re.findall(r"CL-[0-9A-Z]+", page)[0])

    def _ask(
        self, method: str, path: str, form: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        """Status, where it leads to, and the page."""
        connection = self.site.connection()
        try:
            if form is None:
                connection.request(method, path)
            else:
                key = self._key(connection)
                headers = {
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Cookie": f"csrftoken={key}",
                }
                connection.request(
                    method, path, urlencode(form | {"csrfmiddlewaretoken": key}), headers
                )
            answer = connection.getresponse()
            page = answer.read().decode()
        finally:
            connection.close()
        if answer.status >= http.client.INTERNAL_SERVER_ERROR:
            self.faults.append(f"{method} {path} answered {answer.status}")
        return answer.status, answer.headers.get("Location", ""), page

    @staticmethod
    def _key(connection: http.client.HTTPConnection) -> str:
        connection.request("GET", "/")
        answer = connection.getresponse()
        answer.read()
        return str(SimpleCookie(answer.headers["Set-Cookie"])["csrftoken"].value)
