"""Real threads, released together; each has a connection of its own to the database."""

import fcntl
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

PATIENCE_SECONDS = 120


@contextmanager
def alone_on_the_machine() -> Iterator[None]:
    """One crowd of threads at a time, whichever test process it belongs to.

    A PostgreSQL server takes a hundred connections, and each test process may ask for fifty.
    """
    with Path(os.environ["CATCHLIGHT_TESTS_FOLDER"], "crowd").open("w") as turnstile:
        fcntl.flock(turnstile, fcntl.LOCK_EX)
        yield


def at_once(work: Sequence[Callable[[], Any]]) -> list[Any]:
    """Run each of `work` in a thread of its own, all released together; gives results or errors."""
    gate = threading.Barrier(len(work))
    results: list[Any] = [None] * len(work)

    def run(index: int) -> None:
        try:
            gate.wait(timeout=PATIENCE_SECONDS)
            results[index] = work[index]()
        except Exception as error:  # noqa: BLE001 - a refusal is a result here
            results[index] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(work))]
    with alone_on_the_machine():
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=PATIENCE_SECONDS)
    return results
