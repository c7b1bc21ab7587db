"""The queue of background work, on SQLite or Redis: of several workers one minds the clock."""

from datetime import datetime
from typing import Any

from huey import PriorityRedisHuey, SqliteHuey

LAST_MINUTE = "clock"


class _OneClock:
    """What is due by the clock is queued once a minute, however many workers watch it.

    The first worker to claim a minute queues what is due in it, and the others go on without;
    so a worker that dies needs nobody to take its place. A minute that was claimed and lost with
    its worker does not matter: the next one sweeps what it left.
    """

    def read_periodic(self: Any, timestamp: datetime | None) -> list[Any]:
        """The tasks due at `timestamp` or now; none where another worker has this minute."""
        at = timestamp or self._get_timestamp()
        due: list[Any] = super().read_periodic(at)  # type: ignore[misc]
        return due if due and self._claims(f"{at:%Y-%m-%d %H:%M}") else []

    def _claims(self: Any, minute: str) -> bool:
        if not self.put_if_empty(_claim(minute), 1):
            return False
        # Whoever claims a minute clears away the claim before it.
        if before := self.get(LAST_MINUTE):
            self.get(_claim(before))
        self.put(LAST_MINUTE, minute)
        return True


def _claim(minute: str) -> str:
    return f"clock {minute}"


class SqliteQueue(_OneClock, SqliteHuey):
    """The queue in a file, for workers on one machine."""


class RedisQueue(_OneClock, PriorityRedisHuey):
    """The queue in Redis, for workers on any number of machines."""
