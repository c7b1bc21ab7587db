"""Programs that live and die together: when one ends, or a signal asks, all are stopped."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Program:
    """A command line and the name that people know it by."""

    name: str
    arguments: tuple[str, ...]


def run_together(programs: Sequence[Program], environ: Mapping[str, str]) -> int:
    """Run `programs` until one ends or a stop signal comes, then stop the others.

    Returns the exit status: 0 where a signal asked for the end, 1 where a program ended
    by itself.
    """
    return asyncio.run(_run_together(programs, environ))


async def _run_together(programs: Sequence[Program], environ: Mapping[str, str]) -> int:
    asked_to_stop = asyncio.Event()
    for number in STOP_SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, asked_to_stop.set)
    children = [await _start(program, environ) for program in programs]
    try:
        await _first_of(asked_to_stop, children)
    finally:
        ended = [
            f"The {program.name} ended by itself (exit status {child.returncode})."
            for program, child in zip(programs, children, strict=True)
            if child.returncode is not None
        ]
        await asyncio.gather(*(_stop(child) for child in children))
    if asked_to_stop.is_set():
        return 0
    print(*ended, "The site is stopped.", file=sys.stderr)
    return 1


async def _start(program: Program, environ: Mapping[str, str]) -> Process:
    # A group of its own keeps the terminal's Ctrl-C for this process, which passes it on once.
    return await asyncio.create_subprocess_exec(*program.arguments, env=environ, process_group=0)


async def _first_of(asked_to_stop: asyncio.Event, children: Sequence[Process]) -> None:
    ends = [asyncio.create_task(child.wait()) for child in children]
    ends_or_signal = [asyncio.create_task(asked_to_stop.wait()), *ends]
    _, pending = await asyncio.wait(ends_or_signal, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()


async def _stop(child: Process) -> None:
    """Ask politely, wait, then kill `child` and whatever it left behind."""
    if child.returncode is None:
        child.send_signal(signal.SIGINT)
        with suppress(TimeoutError):
            await asyncio.wait_for(child.wait(), GRACE_SECONDS)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    await child.wait()
