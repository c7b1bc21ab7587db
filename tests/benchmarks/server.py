"""The site served for one benchmark: production settings, a database and a port of its own."""

import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from studio.address import Address
from studio.serve import server_command
from tests.benchmarks.ports import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Site:
    """Where the served site is, and the environment that reaches its database."""

    address: Address
    environ: Mapping[str, str]

    def manage(self, *arguments: str) -> str:
        """What `manage.py` printed for `arguments`."""
        return subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), *arguments],
            env=dict(self.environ),
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def connection(self) -> http.client.HTTPConnection:
        """A connection that is kept open from request to request."""
        return http.client.HTTPConnection(self.address.host, self.address.port, timeout=60)


@contextmanager
def served(database_url: str = "") -> Iterator[Site]:
    """The demo studio on a free port, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="catchlight-bench-") as folder:
        address = Address("127.0.0.1", free_port())
        environ = {
            **os.environ,
            "VAR_DIR": folder,
            "DATABASE_URL": database_url or f"sqlite:///{folder}/db.sqlite3",
            "SITE_URL": address.url,
            "PYTHONPATH": str(ROOT),
        }
        site = Site(address, environ)
        site.manage("migrate", "--verbosity=0")
        site.manage("collectstatic", "--noinput", "--verbosity=0")
        site.manage("seed_demo")
        server = subprocess.Popen(
            server_command(address, "tests.benchmarks.wsgi:application"), env=environ, cwd=ROOT
        )
        try:
            _wait_until_it_answers(site)
            yield site
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_until_it_answers(site: Site) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        connection = site.connection()
        try:
            connection.request("GET", "/bare/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise TimeoutError("The site did not answer.")
