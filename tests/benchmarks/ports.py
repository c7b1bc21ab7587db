"""A port that nothing listens at."""

import socket
from secrets import choice

NOBODY_IS_GIVEN = range(20_000, 30_000)
"""Ports that a system hands to nobody who names none: Linux begins at 32768, macOS at 49152.

Between the choice and the start of a server lie seconds, in which whatever connects or listens
anywhere on this machine is given a port.
"""


def free_port() -> int:
    """A free port of this machine's loopback address."""
    while True:
        port = choice(NOBODY_IS_GIVEN)
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                continue
        return port
