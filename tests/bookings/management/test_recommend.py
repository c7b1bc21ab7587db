"""`manage.py recommend`: a line in, a line out, no database."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from bookings.management.json_lines import LONGEST_LINE_BYTES
from guidance.questionnaire import parse
from guidance.routing import recommend
from tests.guidance.people import EXPECTED, PEOPLE
from tests.guidance.strategies import JUNK, answer_sets

ROOT = Path(__file__).parents[3]

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """The answers to lines; bad lines may be among them."""

    def answers(*lines: str | bytes, end: bytes = b"\n") -> list[dict[str, Any]]:
        file = tmp_path / "answers.jsonl"
        as_bytes = [line.encode() if isinstance(line, str) else line for line in lines]
        file.write_bytes(end.join(as_bytes))
        written = io.StringIO()
        with suppress(CommandError):
            call_command("recommend", str(file), stdout=written)
        return [json.loads(line) for line in written.getvalue().split("\n")[:-1]]

    return answers


def error(key: str | None, message: str) -> dict[str, Any]:
    return {"error": {"key": key, "message": message}}


def test_everybody_of_the_examples_is_answered_in_order(ask: Ask) -> None:
    answered = ask(*(json.dumps(answers) for answers in PEOPLE.values()))
    assert answered == [recommend(parse(answers)).as_json() for answers in PEOPLE.values()]
    assert [(a["kind"], a["style"], a["format"]) for a in answered] == [
        (expected.kind, expected.style, expected.format) for expected in EXPECTED.values()
    ]


def test_a_bad_line_has_its_error_and_the_others_their_answers(ask: Ask) -> None:
    first, bad, last = ask('{"uses": ["gift"]}', '{"uses": ["social media"]}', "{}")
    assert (first["kind"], last["ask"]) == (
        "portrait",
        ["occasion", "framing", "background", "story"],
    )
    assert bad["error"]["key"] == "uses"
    assert bad["error"]["message"].startswith(
        "“social media” is not an answer to “uses”. Accepted: business_card, id_badge,"
    )


@pytest.mark.parametrize(
    ("line", "key", "message"),
    [
        ("", None, "The line is empty."),
        ("  ", None, "The line is empty."),
        ("[]", None, "The line is JSON, but not an object."),
        ("null", None, "The line is JSON, but not an object."),
        ('"uses"', None, "The line is JSON, but not an object."),
        ("{", None, "The line is not JSON: Expecting property name enclosed in double quotes"),
        ("{} {}", None, "The line is not JSON: Extra data at character 4."),
        ('{"minors": NaN}', "minors", "“minors” takes a whole number from 0 to 500, not NaN."),
        ('{"minors": -Infinity}', "minors", "“minors” takes a whole number from 0 to 500, not -"),
        ('{"uses": [], "uses": []}', "uses", "The line names one key more than once."),
        ("NaN", None, "The line is JSON, but not an object."),
        ("[" * 100_000, None, "The line is nested too deeply."),
        ('{"minors": ' + "9" * 5_000 + "}", "minors", "“minors” takes a whole number from 0 to"),
        (b'{"place_note": "caf\xe9"}', None, "The line is not UTF-8."),
        ('{"minors": true}', "minors", "“minors” takes a whole number from 0 to 500, not true."),
        ('{"people_total": 1e400}', "people_total", "“people_total” takes a whole number from 1"),
        ('{"place_note": "\\u0000"}', "place_note", "“place_note” has characters that cannot be"),
        (
            '{"\\ud800": 1}',
            "\\ud800",
            "There is no answer called “\\ud800”. Accepted: uses, occasion,",
        ),
    ],
)
def test_what_is_wrong_with_a_line(
    ask: Ask, line: str | bytes, key: str | None, message: str
) -> None:
    bad, good = ask(line, "{}")
    assert (bad.keys(), bad["error"].keys()) == ({"error"}, {"key", "message"})
    assert bad["error"]["key"] == key
    assert bad["error"]["message"].startswith(message)
    assert good["kind"] is None


def test_a_line_too_long_is_not_read_and_the_next_one_is(ask: Ask) -> None:
    endless = '{"place_note": "' + "x" * (3 * LONGEST_LINE_BYTES) + '"}'
    assert ask(endless, '{"uses": ["gift"]}')[0] == error(
        None, "The line is longer than 1000000 bytes."
    )
    assert ask(endless, '{"uses": ["gift"]}')[1]["kind"] == "portrait"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(ask: Ask) -> None:
    answered = ask(b'\xef\xbb\xbf{"uses": ["gift"]}', '{"uses": ["poster"]}', end=b"\r\n")
    assert [answer["style"] for answer in answered] == ["classic", "performance"]


def test_line_separators_inside_a_note_separate_nothing(ask: Ask) -> None:
    answered = ask('{"uses": ["gift"], "place_note": "one\u2028two\u2029three"}')
    assert [answer["kind"] for answer in answered] == ["portrait"]


def test_a_file_without_lines_has_no_answers(ask: Ask) -> None:
    assert ask() == []


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match=r"^no-such-file\.jsonl cannot be read: No such file"):
        call_command("recommend", "no-such-file.jsonl")


@given(answer_sets(least_uses=1), JUNK, st.data())
def test_a_junk_answer_is_named(answers: dict[str, Any], junk: object, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from([*answers, "weather"]))
    with TemporaryDirectory() as folder:
        file = Path(folder, "answers.jsonl")
        file.write_text(json.dumps({**answers, key: junk}), encoding="utf-8")
        written = io.StringIO()
        with pytest.raises(CommandError):
            call_command("recommend", str(file), stdout=written)
    (bad,) = map(json.loads, written.getvalue().splitlines())
    assert (bad.keys(), bad["error"].keys()) == ({"error"}, {"key", "message"})
    assert bad["error"]["key"] == key


def run(*arguments: str, lines: bytes) -> subprocess.CompletedProcess[bytes]:
    """The command as it is called from a shell, with a database that would fail."""
    return subprocess.run(
        [sys.executable, "manage.py", "recommend", *arguments],
        cwd=ROOT,
        input=lines,
        capture_output=True,
        check=False,
        timeout=60,
        env={
            "PATH": "",
            "LC_ALL": "C",
            "PYTHONIOENCODING": "ascii",
            "DJANGO_SETTINGS_MODULE": "studio.settings",
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nowhere",
        },
    )


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input_is_read_and_utf_8_written_whatever_the_terminal(
    arguments: tuple[str, ...],
) -> None:
    finished = run(*arguments, lines='{"uses": ["gift"]}\n{"occasion": "ひと"}\n'.encode())
    good, bad = (json.loads(line) for line in finished.stdout.decode().splitlines())
    assert (good["kind"], good["style"]) == ("portrait", "classic")
    assert bad == error(
        "occasion", "“ひと” is not an answer to “occasion”. Accepted: work, personal."
    )
    assert finished.returncode == 1
    assert finished.stderr.decode().strip() == (
        "CommandError: 1 line could not be answered; its answer says why."
    )


def test_the_exit_status_is_0_where_every_line_was_good() -> None:
    finished = run(lines=b'{"uses": ["gift"]}')
    assert (finished.returncode, finished.stderr) == (0, b"")
    assert json.loads(finished.stdout)["kind"] == "portrait"
