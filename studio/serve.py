"""`python -m studio.serve`: the site on this machine, web server and worker together."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from studio.address import WILDCARDS, Address, AddressError, from_environment, require_free
from studio.processes import Program, run_together

MANAGE = str(Path(__file__).resolve().parent.parent / "manage.py")


def main() -> int:
    """Check the address, prepare database and static files, serve; returns the exit status."""
    try:
        address = from_environment(os.environ)
        require_free(address)
    except AddressError as error:
        print(error, file=sys.stderr)
        return 1
    environ = {**os.environ, "HOST": address.host, "PORT": str(address.port)}
    try:
        subprocess.run([sys.executable, MANAGE, "prepare"], env=environ, check=True)
    except subprocess.CalledProcessError as error:
        return error.returncode
    return run_together(programs(address), environ, meanwhile=_announce(address))


def programs(address: Address) -> tuple[Program, Program]:
    """The web server listening at `address` and the worker of the queue."""
    return (
        Program("web server", server_command(address)),
        Program("worker", (sys.executable, "-m", "studio.worker"), signal.SIGINT),
    )


def server_command(
    address: Address, application: str = "studio.wsgi:application"
) -> tuple[str, ...]:
    """The command line that serves `application` (`module:name`) at `address`."""
    # One process unless Redis is there: limits counted in local memory hold in one process only.
    workers = (os.cpu_count() or 1) if os.environ.get("REDIS_URL") else 1
    return (
        sys.executable,
        "-m",
        "granian",
        "--interface=wsgi",
        f"--host={address.host}",
        f"--port={address.port}",
        f"--workers={workers}",
        "--blocking-threads=4",
        "--no-ws",
        "--respawn-failed-workers",
        "--log-level=warning",
        application,
    )


async def _announce(address: Address) -> None:
    """Print where the site is, as soon as it answers there."""
    while not await _answers(address):  # noqa: ASYNC110 - nothing tells when a server is ready
        await asyncio.sleep(0.05)
    print(f"Catchlight: {address.url}  Staff: {address.url}/admin/  Ctrl-C stops it.", flush=True)
    if address.host in WILDCARDS and not os.environ.get("ALLOWED_HOSTS"):
        print("To let other devices in, name this machine in ALLOWED_HOSTS.", flush=True)


async def _answers(address: Address) -> bool:
    try:
        reader, writer = await asyncio.open_connection(address.reachable_host, address.port)
        with closing(writer):
            writer.write(b"HEAD /health/ HTTP/1.0\r\nHost: localhost\r\n\r\n")
            return (await reader.readline()).startswith(b"HTTP/")
    except OSError:
        return False


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
