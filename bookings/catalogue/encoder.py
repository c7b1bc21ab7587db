"""Encodes one upload in a process of its own: `python -m bookings.catalogue.encoder cover`.

A file that somebody sends is not trusted with the time, the memory or the process of the site.
Plain Python: the upload on standard input; on standard output a line of JSON, and the files
one after the other behind it.
"""

import json
import resource
import sys
from contextlib import suppress

from bookings.catalogue.pictures import PURPOSES, PictureRefused, encode

MOST_MEMORY_BYTES = 1_500_000_000
MOST_CPU_SECONDS = 60


def main() -> None:
    """Answer the one request, within limits that the system itself keeps."""
    # Not every system keeps the first; each keeps the second.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))
    try:
        encoded = encode(sys.stdin.buffer.read(), PURPOSES[sys.argv[1]])
    except PictureRefused as why:
        answer({"refusal": why.refusal, "limit": why.limit})
        return
    files = [[width, name, len(content)] for (width, name), content in encoded.files.items()]
    answer({"width": encoded.width, "height": encoded.height, "files": files})
    for content in encoded.files.values():
        sys.stdout.buffer.write(content)


def answer(line: dict[str, object]) -> None:
    """Say what was found, in a line."""
    sys.stdout.buffer.write(json.dumps(line).encode() + b"\n")


if __name__ == "__main__":
    main()
