"""The site on PostgreSQL: a database of its own on the server that the tests use."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg

from tests.benchmarks.server import Site, served
from tests.postgresql import server_url


@contextmanager
def served_on_postgresql() -> Iterator[Site]:
    """The demo studio with a new database, which is dropped afterwards."""
    with server_url() as url, psycopg.connect(url, autocommit=True) as connection:
        name = f"catchlight_bench_{os.getpid()}"
        connection.execute(f"CREATE DATABASE {name}")
        try:
            with served(urlsplit(url)._replace(path=f"/{name}").geturl()) as site:
                yield site
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
