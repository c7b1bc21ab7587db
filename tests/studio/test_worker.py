"""The worker sends what is due, with the queue in SQLite and, where there is one, in Redis."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 180
# The site of this worker starts as a new installation does, not with the settings of this run.
SETTINGS = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY"}
WRITE_A_LETTER = """
import django
django.setup()
from django.utils import timezone
from bookings import moments
from tests import factories
factories.studio()
contact = moments.Contact("Ines Okafor", "ines@example.com")
moments.write_to_studio(factories.enquiry(now=timezone.now()), contact, "Hello", timezone.now())
"""


@pytest.fixture
def redis_url() -> Iterator[str]:
    """A database of the Redis on this machine that nobody uses, empty again afterwards.

    Other tests share the fifteenth. What is taken is marked, for another run of this test.
    """
    for number in range(14, 0, -1):
        with redis.Redis(db=number, socket_connect_timeout=1) as database:
            try:
                is_free = not database.dbsize() and database.set("taken", "", nx=True, ex=3600)
            except redis.RedisError:
                pytest.skip("There is no Redis at 127.0.0.1:6379.")
            if is_free:
                yield f"redis://127.0.0.1:6379/{number}"
                database.flushdb()
                return
    pytest.skip("Every database of this Redis is in use.")


def test_with_the_queue_in_sqlite(tmp_path: Path) -> None:
    assert letters_sent(tmp_path, {}) == 2


def test_with_the_queue_in_redis(tmp_path: Path, redis_url: str) -> None:
    assert letters_sent(tmp_path, {"REDIS_URL": redis_url}) == 2
    assert not (tmp_path / "huey.sqlite3").exists()


def letters_sent(var: Path, settings: dict[str, str]) -> int:
    """How many letters the worker has put into files, soon after a message with two was written."""
    inherited = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    inherited.pop("REDIS_URL", None)
    environ = {
        **inherited,
        **settings,
        "VAR_DIR": str(var),
        "DJANGO_SETTINGS_MODULE": "studio.settings",
        "PYTHONPATH": str(ROOT),
    }
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(migrate, cwd=ROOT, env=environ, check=True)
    worker = subprocess.Popen([sys.executable, "-m", "studio.worker"], cwd=ROOT, env=environ)
    try:
        subprocess.run([sys.executable, "-c", WRITE_A_LETTER], cwd=ROOT, env=environ, check=True)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (sent := _letters(var)) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        return sent
    finally:
        worker.send_signal(signal.SIGINT)
        worker.wait(timeout=PATIENCE_SECONDS)


def _letters(var: Path) -> int:
    files = (var / "mail").glob("*")
    return sum(file.read_text().count("\nMessage-ID:") for file in files)
