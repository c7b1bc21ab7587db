"""Programs that live and die together: when one ends, or a signal asks, all are stopped."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Program:
    """A command line, the name that people know it by, and the signal that ends it politely."""

    name: str
    arguments: tuple[str, ...]
    stop_signal: signal.Signals = signal.SIGTERM


def run_together(
    programs: Sequence[Program],
    environ: Mapping[str, str],
    meanwhile: Coroutine[None, None, None],
) -> int:
    """Run `programs`, and `meanwhile` beside them, until one ends or a stop signal comes.

    Stops the others, then returns the exit status: 0 where a signal asked for the end, 1 where
    a program ended by itself.
    """
    return asyncio.run(_run_together(programs, environ, meanwhile))


async def _run_together(
    programs: Sequence[Program],
    environ: Mapping[str, str],
    meanwhile: Coroutine[None, None, None],
) -> int:
    asked_to_stop = asyncio.Event()
    for number in STOP_SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, asked_to_stop.set)
    children = [(program, await _start(program, environ)) for program in programs]
    beside = asyncio.create_task(meanwhile)
    await _first_of(asked_to_stop, [child for _, child in children])
    beside.cancel()
    ended = [
        f"The {program.name} ended by itself (exit status {child.returncode})."
        for program, child in children
        if child.returncode is not None
    ]
    await asyncio.gather(*(_stop(child, program.stop_signal) for program, child in children))
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


async def _stop(child: Process, stop_signal: signal.Signals) -> None:
    """Ask politely, wait, then kill `child` and whatever it left behind."""
    if child.returncode is None:
        child.send_signal(stop_signal)
        with suppress(TimeoutError):
            await asyncio.wait_for(child.wait(), GRACE_SECONDS)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    await child.wait()
