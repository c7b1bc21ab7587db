"""Programs that live and die together, as real processes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Prints its process id as soon as it can be stopped, in one write, since two programs share
# the pipe; then waits for a signal.
WAITING = """
import os, signal
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
os.write(1, b"%d\\n" % os.getpid())
signal.sigwait([signal.SIGTERM])
"""
# As above, but deaf: only SIGKILL ends it.
DEAF = """
import os, signal
signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.write(1, b"%d\\n" % os.getpid())
signal.pause()
"""
FAILING = "import sys; sys.exit(3)"

SUPERVISOR = """
import os, sys
from studio import processes

processes.GRACE_SECONDS = 0.2

async def nothing():
    pass

programs = [
    processes.Program(name, (sys.executable, "-c", code))
    for name, code in zip(["web server", "worker"], sys.argv[1:])
]
sys.exit(processes.run_together(programs, os.environ, nothing()))
"""


@contextmanager
def supervisor_of(*codes: str) -> Iterator[subprocess.Popen[str]]:
    """The supervisor of these programs; asked to stop where the test leaves it running."""
    supervisor = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, *codes],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with supervisor:
        try:
            yield supervisor
        finally:
            if supervisor.poll() is None:
                supervisor.terminate()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def read_pid(supervisor: subprocess.Popen[str]) -> int:
    assert supervisor.stdout is not None
    return int(supervisor.stdout.readline())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_all_of_them_and_is_no_failure(number: signal.Signals) -> None:
    with supervisor_of(WAITING, WAITING) as supervisor:
        pids = [read_pid(supervisor), read_pid(supervisor)]
        supervisor.send_signal(number)
        _, errors = supervisor.communicate(timeout=60)
    assert (supervisor.returncode, errors) == (0, "")
    assert [is_running(pid) for pid in pids] == [False, False]


def test_one_that_ends_takes_the_other_with_it() -> None:
    with supervisor_of(WAITING, FAILING) as supervisor:
        _, errors = supervisor.communicate(timeout=60)
    assert supervisor.returncode == 1
    assert errors == "The worker ended by itself (exit status 3). The site is stopped.\n"


def test_one_that_will_not_stop_is_killed() -> None:
    with supervisor_of(DEAF, WAITING) as supervisor:
        pids = [read_pid(supervisor), read_pid(supervisor)]
        supervisor.terminate()
        supervisor.communicate(timeout=60)
    assert supervisor.returncode == 0
    assert [is_running(pid) for pid in pids] == [False, False]
