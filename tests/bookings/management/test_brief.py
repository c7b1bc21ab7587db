"""`manage.py brief`: answers, kit and room in, the brief out, no database."""

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from guidance.answers import parse
from guidance.brief import Kit, RoomSize, compose
from guidance.routing import recommend
from tests.guidance.people import PEOPLE
from tests.guidance.strategies import JUNK, answer_sets

KIT = {"format": "full_frame", "focal_lengths_mm": [35, 50, 85, 105]}
ROOM = {"length_m": 6, "width_m": 4, "height_m": 2.8}


def ask(tmp_path: Path, *lines: Any) -> tuple[list[dict[str, Any]], bool]:
    """The answers to these objects, and whether the command ended well."""
    file = tmp_path / "shoots.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    written = io.StringIO()
    good = True
    try:
        call_command("brief", str(file), stdout=written)
    except CommandError:
        good = False
    return [json.loads(line) for line in written.getvalue().splitlines()], good


def test_everybody_of_the_examples_gets_a_brief_in_order(tmp_path: Path) -> None:
    lines = [{"answers": answers, "kit": KIT, "room": ROOM} for answers in PEOPLE.values()]
    briefs, good = ask(tmp_path, *lines)
    kit, room = Kit("full_frame", (35, 50, 85, 105)), RoomSize(6, 4, 2.8)
    parsed = [parse(answers) for answers in PEOPLE.values()]
    assert briefs == [compose(it, recommend(it), kit, room).as_json() for it in parsed]
    assert good


@pytest.mark.parametrize("room", [{}, {"room": None}])
def test_a_room_may_be_unknown(tmp_path: Path, room: dict[str, Any]) -> None:
    (found,), good = ask(tmp_path, {"answers": {"uses": ["gift"]}, "kit": KIT, **room})
    assert (found["framing"]["focal_mm"], found["warnings"], good) == (85, [], True)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ({}, "answers"),
        ({"answers": {}}, "kit"),
        ({"answers": [], "kit": KIT}, "answers"),
        ({"answers": {"uses": ["selfie"]}, "kit": KIT}, "uses"),
        ({"answers": {}, "kit": {**KIT, "format": "film"}}, "kit.format"),
        ({"answers": {}, "kit": KIT, "room": {**ROOM, "length_m": 0}}, "room.length_m"),
        ({"answers": {}, "kit": KIT, "weather": "rain"}, "weather"),
    ],
)
def test_a_fault_names_its_key_and_the_other_lines_are_answered(
    tmp_path: Path, line: dict[str, Any], key: str | None
) -> None:
    (bad, answered), good = ask(tmp_path, line, {"answers": {"uses": ["gift"]}, "kit": KIT})
    assert (bad["error"]["key"], answered["kind"], good) == (key, "portrait", False)


# What is in a line, and how a fault of it is named. Answers are named without a prefix.
PLACES = [
    ("answers",),
    ("kit",),
    ("room",),
    ("weather",),
    ("answers", "weather"),
    ("kit", "weather"),
    ("room", "weather"),
    ("kit", "format"),
    ("kit", "focal_lengths_mm"),
    ("kit", "long_side_px"),
    *(("room", side) for side in ROOM),
]


@st.composite
def spoilt_lines(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """A good line with one value that no key takes, and the key that its error should name."""
    answers = draw(answer_sets())
    line: dict[str, Any] = {"answers": answers, "kit": {**KIT}, "room": {**ROOM}}
    *way, last = draw(st.sampled_from([*PLACES, *(("answers", key) for key in answers)]))
    inside = line[way[0]] if way else line
    # An object in place of an object has a fault of its own, named after what is in it.
    inside[last] = draw(JUNK if way else JUNK.filter(lambda junk: not isinstance(junk, dict)))
    return line, last if way in ([], ["answers"]) else f"{way[0]}.{last}"


@given(st.lists(spoilt_lines(), min_size=1, max_size=5))
def test_whatever_is_wrong_its_key_is_named_and_the_next_line_is_answered(
    spoilt: list[tuple[dict[str, Any], str]],
) -> None:
    good_line = {"answers": {"uses": ["gift"]}, "kit": KIT}
    with TemporaryDirectory() as folder:
        lines = [line for bad, _key in spoilt for line in (bad, good_line)]
        answered, good = ask(Path(folder), *lines)
    errors, briefs = answered[::2], answered[1::2]
    assert [each["error"]["key"] for each in errors] == [key for _bad, key in spoilt]
    assert [each.keys() for each in errors] == [{"error"}] * len(spoilt)
    assert [each["error"].keys() for each in errors] == [{"key", "message"}] * len(spoilt)
    assert all(each["error"]["message"].strip() for each in errors)
    assert ([each["kind"] for each in briefs], good) == (["portrait"] * len(spoilt), False)


@pytest.mark.parametrize("key", ["format", "focal_lengths_mm"])
def test_what_a_kit_lacks_is_named(tmp_path: Path, key: str) -> None:
    kit = {name: value for name, value in KIT.items() if name != key}
    (bad,), good = ask(tmp_path, {"answers": {}, "kit": kit})
    assert (bad["error"]["key"], good) == (f"kit.{key}", False)


def test_a_number_without_end_is_named_too(tmp_path: Path) -> None:
    file = tmp_path / "shoots.jsonl"
    file.write_text(f'{{"answers": {{"minors": {"9" * 5_000}}}, "kit": {json.dumps(KIT)}}}')
    written = io.StringIO()
    with pytest.raises(CommandError):
        call_command("brief", str(file), stdout=written)
    assert json.loads(written.getvalue())["error"]["key"] == "minors"
