"""Something happens in the milliseconds between what a view reads and what its moment locks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def meanwhile(change: Callable[[], object]) -> Iterator[None]:
    """`change` happens once, before the first transaction that is begun inside the block.

    Looking needs none, so the view has read all that it goes by; its moment begins one and reads
    anew. Expects a test inside a transaction, where a further one is a savepoint.
    """
    is_done = False

    def first(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal is_done
        if not is_done and sql.startswith("SAVEPOINT"):
            is_done = True
            change()
        return execute(sql, *rest)

    with connection.execute_wrapper(first):
        yield
    assert is_done, "no transaction was begun"
