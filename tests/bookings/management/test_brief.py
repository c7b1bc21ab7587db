"""`manage.py brief`: answers, kit and room in, the brief out, no database."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from guidance.answers import parse
from guidance.brief import Kit, RoomSize, compose
from guidance.routing import recommend
from tests.guidance.people import PEOPLE

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
        ({"answers": [], "kit": KIT}, None),
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
