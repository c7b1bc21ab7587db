"""The brief's own figures against its numbers: distances, angles and crops are to scale."""

import math
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from guidance import diagrams
from guidance.answers import parse
from guidance.brief import Brief, Kit, RoomSize, compose
from guidance.diagrams.crops import ROUND_USES
from guidance.framing import HEAD_HEIGHT_MM
from guidance.glare import lamp_span_deg
from guidance.routing import recommend
from guidance.texts import render
from tests.guidance.brief.shoots import BAG, answer_sets, brief, kits, rooms
from tests.guidance.diagrams.plates import (
    SVG,
    Point,
    brief_of,
    corners,
    described,
    marks,
    parsed,
    words,
)
from tests.guidance.people import PEOPLE

rooms_and_people = pytest.mark.parametrize("person", ["P1", "P3", "P5", "P12", "P14", "P18"])


def chain(root: ET.Element) -> list[tuple[float, float]]:
    """The distances along the floor, each from where to where on the plate."""
    lines = [corners(mark.findall(f".//{SVG}path")[0]) for mark in marks(root, "g", "measure")]
    return [(start[0], end[0]) for start, end in lines if start[1] == end[1]]


def distances_mm(drawn: Brief) -> list[float]:
    """Camera to eyes, through the rows where there are several, to the background."""
    framing = drawn.framing
    parts = [framing.distance_mm, framing.depth_of_rows_mm, framing.background_gap_mm]
    return [part for part in parts if part > 0]


def key_and_eyes(root: ET.Element) -> tuple[Point, Point]:
    (ray,) = marks(root, "path", "ray")
    key, eyes = corners(ray)
    return key, eyes


def key_half(root: ET.Element) -> float:
    """Half the height of the amber front of the key, on the plate."""
    (front,) = marks(root, "rect", "light")
    return float(front.attrib["height"]) / 2


@rooms_and_people
def test_the_room_is_drawn_to_scale_from_lens_to_background(person: str) -> None:
    drawn = brief_of(person)
    spans = chain(parsed(diagrams.room_figure(drawn)))[-len(distances_mm(drawn)) :]
    scales = [
        (end - start) / length
        for (start, end), length in zip(spans, distances_mm(drawn), strict=True)
    ]
    assert scales == pytest.approx([scales[0]] * len(scales), rel=0.01)
    assert all(end == start for (_, end), (start, _) in pairwise(spans))


@rooms_and_people
def test_the_lamps_stand_where_the_light_plan_puts_them(person: str) -> None:
    drawn = brief_of(person)
    light = drawn.light
    root = parsed(diagrams.room_figure(drawn))
    start, end = chain(root)[-len(distances_mm(drawn))]
    scale = (end - start) / drawn.framing.distance_mm
    (key_x, key_y), (eyes_x, eyes_y) = key_and_eyes(root)
    floor_mm = light.key_distance_mm * math.cos(math.radians(light.key_up_deg))
    assert math.hypot(key_x - eyes_x, key_y - eyes_y) / scale == pytest.approx(floor_mm, rel=0.01)
    side_deg = math.degrees(math.atan2(key_y - eyes_y, eyes_x - key_x))
    assert side_deg == pytest.approx(light.key_side_deg, abs=0.5)


def test_a_turned_face_takes_its_light_with_it() -> None:
    drawn = brief_of("P2")
    (key_x, key_y), (eyes_x, eyes_y) = key_and_eyes(parsed(diagrams.room_figure(drawn)))
    from_camera_deg = math.degrees(math.atan2(key_y - eyes_y, eyes_x - key_x))
    # Short light: the face turns 25° towards the key, which stands 45° from where it looks (B1).
    assert drawn.light.pattern == "short"
    assert from_camera_deg == pytest.approx(70, abs=0.5)


def test_an_empty_stretch_of_a_long_room_is_cut_off_and_said_so() -> None:
    hall, studio = (
        parsed(diagrams.room_figure(brief(BAG, RoomSize(length_m, 5, 3), **PEOPLE["P1"])))
        for length_m in (30, 6)
    )
    assert "26.9 m" in words(hall)
    assert "not drawn whole" in described(hall)
    assert "not drawn whole" not in described(studio)


def test_a_group_stands_in_its_rows() -> None:
    root = parsed(diagrams.room_figure(brief_of("P12")))
    assert len(marks(root, "circle", "face")) == 12


@settings(max_examples=80, deadline=None)
@given(answer_sets, kits, rooms)
def test_the_key_is_drawn_above_the_band_that_glasses_mirror_whenever_it_stands_there(
    answers: dict[str, Any], kit: Kit, room: RoomSize | None
) -> None:
    answered = parse({**answers, "glasses": "always"})
    drawn = compose(answered, recommend(answered), kit, room)
    light = drawn.light
    if light.glare_high_deg is None:
        return
    lower_deg, _ = lamp_span_deg(light.key_up_deg, light.key_half_mm, light.key_distance_mm)
    root = parsed(diagrams.side_figure(drawn))
    (x, y), (eyes_x, eyes_y) = key_and_eyes(root)
    half, turn = key_half(root), math.radians(light.key_up_deg)
    edge_x, edge_y = x - half * math.sin(turn), y + half * math.cos(turn)
    drawn_deg = math.degrees(math.atan2(eyes_y - edge_y, eyes_x - edge_x))
    assert (drawn_deg > light.glare_high_deg) is (lower_deg > light.glare_high_deg)


def test_the_band_that_glasses_mirror_is_drawn_at_its_angles() -> None:
    drawn = brief(**{**PEOPLE["P1"], "glasses": "always"})
    root = parsed(diagrams.side_figure(drawn))
    (band,) = [mark for mark in marks(root, "path") if mark.get("fill-opacity") == "0.14"]
    (eyes_x, eyes_y), *rim = corners(band)
    angles = [math.degrees(math.atan2(eyes_y - y, eyes_x - x)) for x, y in (rim[0], rim[-1])]
    expected = [drawn.light.glare_low_deg, drawn.light.glare_high_deg]
    assert angles == pytest.approx(expected, abs=0.3)


def test_without_glasses_there_is_no_band() -> None:
    root = parsed(diagrams.side_figure(brief_of("P1")))
    assert "seen in glasses" not in words(root)
    assert [mark for mark in marks(root, "path") if mark.get("fill-opacity") == "0.14"] == []


def test_the_side_view_gives_heights_above_the_floor() -> None:
    drawn = brief_of("P3")
    shown = words(parsed(diagrams.side_figure(drawn)))
    assert shown[:4] == ["3.00 m", "2.45 m", "1.60 m", "0.89 m"]
    assert "fill 45° below" in shown


def test_what_the_ceiling_does_not_hold_is_named() -> None:
    low = brief(BAG, RoomSize(7, 5, 2.3), **PEOPLE["P1"])
    root = parsed(diagrams.side_figure(low))
    assert [line for line in words(root) if "too high" in line] == [
        "fill 25°, too high",
        "key light 35°, too high",
    ]
    assert "Does not fit into the room: key light 35°." in described(root)
    assert marks(root, "path", "alarm") != []


def test_what_the_walls_do_not_hold_is_named() -> None:
    tight = brief(BAG, RoomSize(3, 2, 3), **PEOPLE["P12"])
    root = parsed(diagrams.room_figure(tight))
    lost = {line for line in words(root) if "outside" in line}
    assert lost >= {"camera, outside", "people, outside"}
    assert "Does not fit into the room: camera." in described(root)


def test_nothing_is_a_warning_in_a_room_that_holds_it_all() -> None:
    roomy = brief(BAG, RoomSize(9, 7, 5), **PEOPLE["P12"])
    for draw in (diagrams.room_figure, diagrams.side_figure):
        root = parsed(draw(roomy))
        tones = {mark.get("class") for mark in root.iter()}
        assert tones & {"figure-alarm", "figure-alarm-ink"} == set()


def test_too_little_room_behind_the_camera_is_named() -> None:
    root = parsed(diagrams.room_figure(brief(BAG, RoomSize(3, 5, 3), **PEOPLE["P1"])))
    assert "0.4 m, tight" in words(root)


def test_a_free_floor_has_no_walls() -> None:
    drawn = brief(BAG, None, **PEOPLE["P13"])
    root = parsed(diagrams.room_figure(drawn))
    assert words(root)[-3:] == ["0.8 m", "1.30 m", "3.0 m"]
    assert "The room is" not in described(root)


def test_the_head_fills_its_share_of_the_drawn_frame() -> None:
    drawn = brief_of("P1")
    root = parsed(diagrams.framing_plan_figure(drawn))
    crown, chin = (corners(mark)[0][1] for mark in marks(root, "path", "ray"))
    (frame,) = marks(root, "svg")[1:]
    share = (chin - crown) / float(frame.attrib["height"])
    assert share == pytest.approx(HEAD_HEIGHT_MM / drawn.framing.height_mm, rel=0.01)
    assert "head" in words(root)


def test_what_is_wished_of_a_wider_frame_is_marked() -> None:
    drawn = brief(Kit("full_frame", (35,)), None, **PEOPLE["P13"])
    root = parsed(diagrams.framing_plan_figure(drawn))
    (wished,) = marks(root, "rect", "ray")
    (frame,) = marks(root, "svg")[1:]
    share = float(wished.attrib["height"]) / float(frame.attrib["height"])
    assert share == pytest.approx(drawn.framing.wished_mm / drawn.framing.field_mm, rel=0.01)
    assert "is what is wished" in described(root)


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ({"uses": ["about_page"]}, ["Wide frame (about page)"]),
        ({"uses": ["website_banner"], "people_in_frame": 5}, ["Wide frame (website banner)"]),
        ({"uses": ["website_banner"], "people_in_frame": 2, "framing": "full"}, None),
        ({"uses": ["online_profile", "poster"]}, ["Performance portrait"]),
        ({"uses": ["poster"]}, []),
        ({"uses": ["gift"]}, []),
    ],
)
def test_frames_for_words_are_drawn_to_their_own_scale(
    answers: dict[str, Any], named: list[str] | None
) -> None:
    drawn = brief(BAG, RoomSize(9, 6, 3), **answers)
    if named is not None:
        assert [render(each.name) for each in drawn.further_frames] == named
    root = parsed(diagrams.framing_plan_figure(drawn))
    _main, *below = marks(root, "svg")[1:]
    assert len(below) == len(drawn.further_frames)
    for frame, further in zip(below, drawn.further_frames, strict=True):
        sides = float(frame.attrib["width"]) / float(frame.attrib["height"])
        assert sides == pytest.approx(further.plan.width_mm / further.plan.height_mm, rel=0.01)
        assert render(further.name) in described(root)
    assert words(root).count("space") == len(below) + (answers["uses"] == ["poster"])


def test_a_poster_alone_is_drawn_with_its_upper_third_empty() -> None:
    root = parsed(diagrams.framing_plan_figure(brief(BAG, None, uses=["poster"])))
    (frame,) = marks(root, "svg")[1:]
    (empty,) = marks(root, "rect", "ray")
    assert float(empty.attrib["y"]) == pytest.approx(float(frame.attrib["y"]), abs=0.1)
    share = float(empty.attrib["height"]) / float(frame.attrib["height"])
    assert share == pytest.approx(1 / 3, rel=0.01)
    crown = min(corners(mark)[0][1] for mark in marks(root, "path", "ray"))
    assert crown > float(empty.attrib["y"]) + float(empty.attrib["height"])


def test_a_lens_at_the_hips_is_drawn_there() -> None:
    drawn = brief(BAG, None, uses=["fashion_advert"])
    told = described(parsed(diagrams.side_figure(drawn)))
    assert told.startswith("The eyes are 1.60 m above the floor, the lens is 1.00 m.")
    assert "1.00 m" in words(parsed(diagrams.side_figure(drawn)))


def test_the_crops_lie_in_the_frame_as_the_brief_cuts_them() -> None:
    drawn = brief_of("P1")
    root = parsed(diagrams.crops_figure(drawn))
    (frame,) = marks(root, "svg")[1:]
    scale = float(frame.attrib["width"]) / drawn.framing.width_mm
    left, top = float(frame.attrib["x"]), float(frame.attrib["y"])
    cut = [
        [float(mark.attrib[side]) for side in ("x", "y", "width", "height")]
        for mark in marks(root, "rect", "ray")
    ]
    inside = [crop for crop in drawn.crops if crop.own_frame is None]
    assert len(cut) == len(inside) > 1
    for found, crop in zip(cut, inside, strict=True):
        corner = (left + crop.left_mm * scale, top + crop.top_mm * scale)
        expected = [*corner, crop.width_mm * scale, crop.height_mm * scale]
        assert found == pytest.approx(expected, abs=0.1)


def test_round_avatars_have_their_circle_and_every_file_its_number() -> None:
    drawn = brief_of("P7")
    root = parsed(diagrams.crops_figure(drawn))
    cut = [crop for crop in drawn.crops if crop.own_frame is None]
    assert 0 < len(cut) < len(drawn.crops)
    assert len(marks(root, "circle", "ray")) == len(
        [crop for crop in cut if crop.use in ROUND_USES]
    )
    numbers = [line for line in words(root) if line.isdigit()]
    key = [str(number) for number in range(1, len(drawn.crops) + 1)]
    assert sorted(set(numbers)) == key
    assert len(numbers) == len(drawn.crops) + len(cut)


def test_one_crop_says_what_is_left_of_it() -> None:
    drawn = brief_of("P1")
    root = parsed(diagrams.crop_figure(drawn, drawn.crops[0]))
    assert described(root).endswith("3833\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}3833 px")
    assert len(marks(root, "rect", "away")) > 0


def test_a_file_with_a_frame_of_its_own_says_why() -> None:
    drawn = brief_of("P7")
    own = next(crop for crop in drawn.crops if crop.own_frame is not None)
    root = parsed(diagrams.crop_figure(drawn, own))
    assert "a frame of its own" in described(root)
    assert marks(root, "rect", "ray") == []


@pytest.mark.parametrize("person", ["P1", "P5", "P12"])
def test_zone_and_depth_of_field_have_one_scale(person: str) -> None:
    plan = brief_of(person).aperture
    root = parsed(diagrams.sharpness_figure(brief_of(person)))
    (depth,) = marks(root, "rect", "light")
    (zone,) = marks(root, "rect", "soft")
    assert plan.far_mm is not None
    depth_mm, zone_mm = plan.far_mm - plan.near_mm, plan.zone_far_mm - plan.zone_near_mm
    widths = [float(bar.attrib["width"]) for bar in (depth, zone)]
    assert widths[0] / widths[1] == pytest.approx(depth_mm / zone_mm, rel=0.01)


def with_depth(person: str, near_mm: float, far_mm: float | None) -> ET.Element:
    drawn = brief_of(person)
    changed = replace(drawn.aperture, near_mm=near_mm, far_mm=far_mm)
    return parsed(diagrams.sharpness_figure(replace(drawn, aperture=changed)))


def test_a_depth_of_field_without_end_goes_on() -> None:
    root = with_depth("P1", 1400, None)
    assert "and beyond" in words(root)
    assert "to infinity" in described(root)
    assert len(marks(root, "path", "light")) == 1


def test_what_the_aperture_does_not_hold_is_named() -> None:
    root = with_depth("P1", 1480, 1560)
    assert "has to be sharp, not all is" in words(root)
    assert "That is not all of it." in described(root)
    assert len(marks(root, "rect", "alarm-ink")) == 2
