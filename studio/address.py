"""Where the site listens: HOST and PORT of the environment, checked before anything starts.

Runs before the settings are loaded, so its sentences are plain English for the terminal.
"""

import errno
import socket
from collections.abc import Mapping
from dataclasses import dataclass

WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - shown, never chosen here


class AddressError(Exception):
    """The site can't listen there; the message is a sentence for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Address:
    """A host name or IP address and a TCP port."""

    host: str
    port: int

    @property
    def reachable_host(self) -> str:
        """The host to connect to from this machine, also where the site listens everywhere."""
        return WILDCARDS.get(self.host, self.host)

    @property
    def url(self) -> str:
        """The address as a browser on this machine takes it."""
        host = self.reachable_host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"


def from_environment(environ: Mapping[str, str]) -> Address:
    """The address that HOST and PORT ask for; 127.0.0.1 and 8000 where they are not set.

    Raises AddressError where PORT is no port number.
    """
    port = environ.get("PORT") or "8000"
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
        raise AddressError(f"PORT must be a whole number from 1 to 65535, not {port!r}.")
    return Address(environ.get("HOST") or "127.0.0.1", int(port))


def require_free(address: Address) -> None:
    """Do nothing where a server can listen at `address`; raise AddressError where none can."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            address.host, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(place)
    except OSError as error:
        raise AddressError(_sentence(address, error)) from error


def _sentence(address: Address, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {address.port} on {address.host} is taken by another program. "
            "Choose another one, for example: make run PORT=8123"
        )
    if error.errno == errno.EACCES:
        return f"Port {address.port} may be opened by the administrator only; choose one over 1023."
    return f"HOST must name this machine, and {address.host!r} does not ({error.strerror})."
