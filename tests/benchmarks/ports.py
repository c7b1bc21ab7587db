"""A port that nothing listens at."""

import socket


def free_port() -> int:
    """A free port of this machine's loopback address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
