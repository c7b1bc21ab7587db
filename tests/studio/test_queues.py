"""However many workers run, each minute's sweeps are queued once."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread
from uuid import uuid4

import pytest
import redis
from huey import Huey, crontab

from studio.queues import RedisQueue, SqliteQueue

NINE = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - huey's clock is without a zone
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")

Worker = Callable[[], Huey]


@pytest.fixture(params=["sqlite", "redis"])
def worker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Worker]:
    """Makes the queue as each worker's process has it: their store is one, their memory is not."""
    name = f"test-{uuid4().hex}"
    made: list[Huey] = []

    def make() -> Huey:
        if request.param == "redis":
            queue = RedisQueue(name, url=REDIS)
        else:
            queue = SqliteQueue(name, filename=str(tmp_path / "queue.sqlite3"))
        queue.periodic_task(crontab(minute="*"))(every_minute)
        queue.periodic_task(crontab(minute="7"))(every_hour)
        made.append(queue)
        return queue

    if request.param == "redis":
        try:
            with redis.Redis.from_url(REDIS, socket_connect_timeout=0.5) as client:
                client.ping()
        except redis.RedisError:
            pytest.skip("no Redis can be reached (TEST_REDIS_URL)")
    yield make
    if made:
        made[0].storage.flush_all()
    for queue in made:
        if request.param == "redis":
            # Its `close` closes nothing; connections that are left are warned of in a later test.
            queue.storage.pool.disconnect()
        else:
            queue.storage.close()


def every_minute() -> None:
    """Due at any time."""


def every_hour() -> None:
    """Due at seven minutes past."""


def due(queue: Huey, at: datetime) -> list[str]:
    return sorted(task.name for task in queue.read_periodic(at))


def test_the_first_worker_to_look_has_the_minute(worker: Worker) -> None:
    first, second = worker(), worker()
    assert due(first, NINE) == ["every_minute"]
    assert due(second, NINE + timedelta(seconds=40)) == []
    assert due(second, NINE + timedelta(seconds=60)) == ["every_minute"]
    assert due(first, NINE + timedelta(seconds=61)) == []
    assert due(first, NINE + timedelta(minutes=7)) == ["every_hour", "every_minute"]


def test_of_many_that_look_at_once_one_has_it(worker: Worker) -> None:
    queues = [worker() for _ in range(8)]
    together = Barrier(len(queues))
    found: list[list[str]] = []

    def look(queue: Huey) -> None:
        together.wait()
        found.append(due(queue, NINE))
        queue.storage.close()

    threads = [Thread(target=look, args=[queue]) for queue in queues]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [[]] * 7 + [["every_minute"]]


def test_claims_of_minutes_that_are_over_are_cleared_away(worker: Worker) -> None:
    queue = worker()
    for minute in range(5):
        due(queue, NINE + timedelta(minutes=minute))
    assert queue.storage.result_store_size() == 2
