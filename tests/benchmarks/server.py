"""The site served for one benchmark: production settings, a database and a port of its own."""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.address import Address
from studio.serve import server_command
from tests.benchmarks.ports import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 60
LONGEST_SECONDS = 300
"""Nothing that runs beside the server takes longer."""

# What would make the measured site another one than a new installation.
SETTINGS = {
    "ALLOWED_HOSTS",
    "DEBUG",
    "DJANGO_SETTINGS_MODULE",
    "EMAIL_URL",
    "HTTPS",
    "REDIS_URL",
    "SECRET_KEY",
}


@dataclass(frozen=True, slots=True)
class Site:
    """Where the served site is, and the environment that reaches its database."""

    address: Address
    environ: Mapping[str, str]

    def manage(self, *arguments: str) -> None:
        """Run a command of `manage.py`."""
        self._run(str(ROOT / "manage.py"), *arguments)

    def inside(self, module: str, function: str, *arguments: Any) -> Any:
        """What a function of the benchmarks returns where it can reach the site's database."""
        asked = ("-m", "tests.benchmarks.inside", module, function, json.dumps(arguments))
        return json.loads(self._run(*asked))

    def connection(self) -> http.client.HTTPConnection:
        """A connection that is kept open from request to request."""
        return http.client.HTTPConnection(self.address.host, self.address.port, timeout=60)

    def _run(self, *arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments],
            env=dict(self.environ),
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=LONGEST_SECONDS,
        ).stdout


@contextmanager
def served(database_url: str = "") -> Iterator[Site]:
    """The demo studio on a free port, until the block ends."""
    with prepared(database_url) as site:
        command = server_command(site.address, "tests.benchmarks.wsgi:application")
        server = subprocess.Popen(command, env=dict(site.environ), cwd=ROOT)
        try:
            wait_until_it_answers(site, server, "/bare/")
            yield site
        finally:
            server.terminate()
            server.wait(timeout=30)


@contextmanager
def prepared(database_url: str = "") -> Iterator[Site]:
    """The demo studio in a folder of its own, with a free port at which nothing listens yet."""
    with tempfile.TemporaryDirectory(prefix="catchlight-bench-") as folder:
        site = _site(Path(folder), database_url)
        site.manage("migrate", "--verbosity=0")
        site.manage("collectstatic", "--noinput", "--verbosity=0")
        site.manage("seed_demo")
        yield site


def wait_until_it_answers(site: Site, server: subprocess.Popen[bytes], path: str) -> None:
    """Return as soon as the site answers. Raises TimeoutError where it does not, or has ended."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        connection = site.connection()
        try:
            connection.request("GET", path)
            if connection.getresponse().status == http.client.OK:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise TimeoutError("The site did not answer.")


def _site(folder: Path, database_url: str) -> Site:
    address = Address("127.0.0.1", free_port())
    inherited = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return Site(
        address,
        inherited
        | {
            "VAR_DIR": str(folder),
            "DATABASE_URL": database_url or f"sqlite:///{folder / 'db.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "studio.settings",
            "SITE_URL": address.url,
            # Many clients from one address, faster than people.
            "RATE_LIMITS": "0",
            "FASTEST_FORM_SECONDS": "0",
            "PYTHONPATH": str(ROOT),
        },
    )
