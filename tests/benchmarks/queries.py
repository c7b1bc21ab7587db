"""How many queries a page takes, counted by Django itself in the site's place."""

import logging

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def count(paths: list[str]) -> dict[str, int]:
    """The number of queries for each path, asked for a second time."""
    # The page that does not exist is asked for on purpose.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    client = Client(SERVER_NAME="localhost")
    return {path: _count(client, path) for path in paths}


def _count(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)
