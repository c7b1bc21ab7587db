"""`python -m studio.serve` from the outside: a real web server, a real worker, real signals."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import psutil
import pytest

from tests.benchmarks.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
# The site under test starts as a new installation does, not with the settings of this test run.
SETTINGS = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY"}


@contextmanager
def serve(var: Path, port: int | str) -> Iterator[subprocess.Popen[str]]:
    """The site, stopped at the end also where a test fails."""
    inherited = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    with subprocess.Popen(
        [sys.executable, "-m", "studio.serve"],
        cwd=ROOT,
        env={**inherited, "VAR_DIR": str(var), "PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as site:
        try:
            yield site
        finally:
            site.terminate()


def read_until_announced(site: subprocess.Popen[str], port: int) -> str:
    """What was printed before the line that says where the site is."""
    assert site.stdout is not None
    lines: list[str] = []
    for line in site.stdout:
        if line.startswith(f"Catchlight: http://127.0.0.1:{port}"):
            return "".join(lines)
        lines.append(line)
    assert site.stderr is not None
    pytest.fail(f"the site ended before it was announced: {site.stderr.read()}")


@dataclass(frozen=True)
class FirstStart:
    """A folder that one start of the site has filled, and what that start printed."""

    var: Path
    printed: str


@pytest.fixture(scope="module")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> FirstStart:
    var, port = tmp_path_factory.mktemp("var"), free_port()
    with serve(var, port) as site:
        printed = read_until_announced(site, port)
        site.terminate()
        site.communicate(timeout=60)
    return FirstStart(var, printed)


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def still_running(family: list[psutil.Process]) -> list[psutil.Process]:
    """Who has not ended; one that has, and waits for its parent to notice, has."""
    return [one for one in psutil.wait_procs(family, timeout=10)[1] if one.status() != "zombie"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_a_signal_stops_web_server_and_worker(
    first_start: FirstStart, number: signal.Signals
) -> None:
    port = free_port()
    with serve(first_start.var, port) as site:
        read_until_announced(site, port)
        family = psutil.Process(site.pid).children(recursive=True)
        with urlopen(f"http://127.0.0.1:{port}/", timeout=60) as page:
            status = page.status
        site.send_signal(number)
        _, errors = site.communicate(timeout=60)
    assert (status, site.returncode, errors) == (200, 0, "")
    assert still_running(family) == []


def test_the_first_start_prints_the_logins_and_makes_a_key(first_start: FirstStart) -> None:
    assert re.search("logins", first_start.printed, re.IGNORECASE)
    assert (first_start.var / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_later_start_prints_no_logins(first_start: FirstStart) -> None:
    port = free_port()
    with serve(first_start.var, port) as site:
        printed = read_until_announced(site, port)
        site.terminate()
        site.communicate(timeout=60)
    assert printed == ""


def test_a_dead_worker_takes_the_web_server_with_it(first_start: FirstStart) -> None:
    port = free_port()
    with serve(first_start.var, port) as site:
        read_until_announced(site, port)
        family = psutil.Process(site.pid).children(recursive=True)
        next(process for process in family if "studio.worker" in process.cmdline()).kill()
        _, errors = site.communicate(timeout=60)
    assert site.returncode == 1
    assert errors == "The worker ended by itself (exit status -9). The site is stopped.\n"
    assert still_running(family) == []


def test_a_taken_port_ends_it_before_anything_starts(tmp_path: Path, taken_port: int) -> None:
    with serve(tmp_path, taken_port) as site:
        output, errors = site.communicate(timeout=60)
    assert (site.returncode, output) == (1, "")
    assert errors == (
        f"Port {taken_port} on 127.0.0.1 is taken by another program. "
        "Choose another one, for example: make run PORT=8123\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_no_port_ends_it_before_anything_starts(tmp_path: Path) -> None:
    with serve(tmp_path, "eighty") as site:
        output, errors = site.communicate(timeout=60)
    assert (site.returncode, output) == (1, "")
    assert errors == "PORT must be a whole number from 1 to 65535, not 'eighty'.\n"
    assert list(tmp_path.iterdir()) == []
