"""JSON lines in, JSON lines out: one object per line, one answer per line, in order.

A line that cannot be answered gets `{"error": {"key": ..., "message": ...}}`, an empty one too,
so that the n-th answer always belongs to the n-th line.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guidance.answers import AnswerError

# Far more than all answers with every note full take, and little enough to hold in memory.
LONGEST_LINE_BYTES = 1_000_000
LONGEST_NUMBER = 400
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Answer = Callable[[dict[str, Any]], dict[str, Any]]


class UnreadableLineError(Exception):
    """A line that holds no JSON object; `key` is the member that is at fault, where one is."""

    def __init__(self, message: str, key: str | None = None) -> None:
        super().__init__(message)
        self.key = key


class JsonLinesCommand(BaseCommand):
    """A command that answers each line of a file or of standard input; it needs no database."""

    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file",
            nargs="?",
            default="-",
            metavar="FILE|-",
            help=_("UTF-8 file with one JSON object per line; - or nothing: standard input"),
        )

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """What is written for the object `asked`; AnswerError where it cannot be answered."""
        raise NotImplementedError

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        """Answer every line.

        Raises CommandError, which is the exit status 1, where the file cannot be read or a
        line was bad.
        """
        _write_utf_8()
        try:
            bad_lines = self._answer_lines(file)
        except BrokenPipeError:
            _discard_output()
            return
        if bad_lines:
            raise CommandError(_bad_lines(bad_lines))

    def _answer_lines(self, file: str) -> int:
        """Answer every line of `file`; how many were bad."""
        bad_lines = 0
        with _opened(file) as stream:
            for line in _lines(stream):
                answered, is_good = _answered(line, self.answer)
                self.stdout.write(json.dumps(answered, ensure_ascii=False))
                bad_lines += not is_good
        return bad_lines


def _discard_output() -> None:
    """Whoever reads has seen enough, as `head` does: stop without complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_utf_8() -> None:
    """JSON is UTF-8 whatever the terminal's language; each answer leaves at once.

    What UTF-8 cannot write is a lone surrogate, and Python's escape of one is JSON's too.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)


def _bad_lines(number: int) -> str:
    message = ngettext(
        "%(number)d line could not be answered; its answer says why.",
        "%(number)d lines could not be answered; their answers say why.",
        number,
    )
    return message % {"number": number}


def _opened(file: str) -> AbstractContextManager[IO[bytes]]:
    """The bytes of `file`; standard input stays open."""
    if file == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise CommandError(
            _("%(file)s cannot be read: %(why)s") % {"file": file, "why": error.strerror}
        ) from error


def _lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    """The lines without their ends; None for one that is too long to be read."""
    while line := stream.readline(LONGEST_LINE_BYTES + 1):
        if len(line) <= LONGEST_LINE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        _skip_rest_of_line(stream)
        yield None


def _skip_rest_of_line(stream: IO[bytes]) -> None:
    while part := stream.readline(LONGEST_LINE_BYTES):
        if part.endswith(b"\n"):
            return


def _answered(line: bytes | None, answer: Answer) -> tuple[dict[str, Any], bool]:
    try:
        return answer(_object_in(line)), True
    except (AnswerError, UnreadableLineError) as fault:
        return {"error": {"key": fault.key, "message": str(fault)}}, False


def _object_in(line: bytes | None) -> dict[str, Any]:
    if line is None:
        message = _("The line is longer than %(limit)d bytes.")
        raise UnreadableLineError(message % {"limit": LONGEST_LINE_BYTES})
    read = _json_in(line.removeprefix(BYTE_ORDER_MARK).strip())
    if not isinstance(read, dict):
        raise UnreadableLineError(_("The line is JSON, but not an object."))
    return read


def _json_in(line: bytes) -> Any:
    if not line:
        raise UnreadableLineError(_("The line is empty."))
    try:
        return json.loads(line.decode(), object_pairs_hook=_named_once, parse_int=_whole_number)
    except UnicodeDecodeError as error:
        raise UnreadableLineError(_("The line is not UTF-8.")) from error
    except json.JSONDecodeError as error:
        message = _("The line is not JSON: %(why)s at character %(place)d.")
        place = {"why": error.msg, "place": error.colno}
        raise UnreadableLineError(message % place) from error
    except RecursionError as error:
        raise UnreadableLineError(_("The line is nested too deeply.")) from error


def _named_once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(members)
    if len(read) < len(members):
        names = [name for name, _value in members]
        twice = next(name for name in names if names.count(name) > 1)
        raise UnreadableLineError(_("The line names one key more than once."), twice)
    return read


def _whole_number(digits: str) -> float:
    """Numbers of any length are read, and NaN is too, so that the answer can name their key.

    What is too long for an int is infinity, which no key takes.
    """
    return int(digits) if len(digits) <= LONGEST_NUMBER else float(digits)
