"""Reads one outside calendar in a process of its own: `python -m bookings.schedule.reader`.

What it reads is not trusted with the time or the memory of whoever asked. Plain Python: a
request as JSON on standard input, its result as JSON on standard output.
"""

import json
import resource
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bookings.schedule.busy_times import busy_times
from bookings.schedule.fetching import CannotRead, fetch
from bookings.schedule.intervals import Interval

MOST_MEMORY_BYTES = 1_000_000_000
MOST_CPU_SECONDS = 20


def main() -> None:
    """Answer the one request, within limits that the system itself keeps."""
    # Not every system keeps the first; each keeps the second.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))
    json.dump(result(json.load(sys.stdin)), sys.stdout)


def result(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The busy times of `content`, or of what stands at `address`; or why there are none.

    `{"etag", "spans": [[from, until]]}` in UTC, without spans where nothing changed since
    `etag`; or `{"reason", "detail"}`.
    """
    try:
        content, etag = asked["content"], ""
        if asked["address"]:
            found = fetch(asked["address"], etag=asked["etag"], allowed=asked["allowed"])
            if found.body is None:
                return {"etag": found.etag}
            content, etag = found.body.decode(errors="replace"), found.etag
        span = Interval(*map(datetime.fromisoformat, asked["span"]))
        busy = busy_times(content, ZoneInfo(asked["zone"]), span, frozenset(asked["ours"]))
    except CannotRead as why:
        return {"reason": why.reason, "detail": why.detail}
    spans = [(one.start.isoformat(), one.end.isoformat()) for one in busy]
    return {"etag": etag, "spans": spans}


if __name__ == "__main__":
    main()
