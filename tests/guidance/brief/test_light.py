"""The lamps and the ground as the photographer reads them."""

from __future__ import annotations

import math
from typing import Any

import pytest

from guidance.brief import Kit, RoomSize
from guidance.brief.backdrop import white_paper_turns
from guidance.lighting import LIGHT_BY_STYLE, contrast
from guidance.texts import render
from guidance.vocabulary import Format, Kind, Style
from tests.guidance.brief.shoots import BAG, COMBINATIONS, STUDIO, brief, brief_as, words
from tests.guidance.people import PEOPLE


def shown(
    slug: str, kit: Kit = BAG, room: RoomSize | None = STUDIO, /, **answers: Any
) -> list[str]:
    return [render(line.text) for line in brief(kit, room, **answers).lines(slug)]


def test_the_light_of_an_accountant() -> None:
    assert shown("light", **PEOPLE["P1"]) == [
        "Loop light: a short looped shadow beside the nose",
        (
            "Key 40° to the side of the face, 35° up and 1.2 m away, its centre 2.3 m above the "
            "floor; large and soft"
        ),
        (
            "Fill above the lens, 10° to the other side, 25° up and 1.8 m away, 1 stop under the "
            "key: soft modelling"
        ),
        "One main catchlight in each eye, above the pupil at 10 to 11 or 1 to 2 o’clock",
        (
            "Heights are for eyes 1.6 m above the floor: when somebody sits, stands or is shorter, "
            "lamps and camera move with the eyes; angles and distances stay"
        ),
        "Meter at the face and set the white balance in this light",
    ]


def test_the_light_of_a_family_says_nothing_of_who_is_in_it() -> None:
    assert shown("light", **PEOPLE["P5"])[1:3] == [
        (
            "Large soft key 20° beside the lens axis, 20° up and 2.7 m away, its centre 2.5 m "
            "above the floor; feathered, aimed at the far end of the row"
        ),
        "The same on the other side of the camera, as bright and aimed at the other end",
    ]


def test_rows_are_lit_and_metered_to_the_back_one() -> None:
    found = shown("light", **PEOPLE["P12"])
    assert found[1].endswith("aimed over the front row at the far end of the back row")
    assert found[-1] == (
        "Meter both ends of every row. Aimed at the front row, the back one gets 1.3 stops less: "
        "move the keys back and feather until it is half a stop at most; set the white balance in "
        "this light"
    )
    assert shown("light", **PEOPLE["P5"])[-1] == (
        "Meter both ends, within a third of a stop of the middle; set the white balance in this "
        "light"
    )


@pytest.mark.parametrize(
    ("answers", "start"),
    [
        ({"uses": ["identity_document"]}, "Two equal large sources, 45° to either side, 20° up"),
        ({"uses": ["fashion_advert"]}, "Key straight in front of the face, 45° up"),
        (
            {"uses": ["casting"], "casting_market": "stage_screen"},
            "Key on the side of the face turned away from the camera: 45° aside, 35° up",
        ),
    ],
)
def test_the_key_s_place_in_words(answers: dict[str, Any], start: str) -> None:
    assert shown("light", **answers)[1].startswith(start)


@pytest.mark.parametrize(("kind", "style", "picture_format"), COMBINATIONS)
def test_every_brief_places_its_key_and_checks_the_eyes(
    kind: Kind, style: Style, picture_format: Format
) -> None:
    found = brief_as(kind, style, picture_format)
    light = found.light
    said = words(found, "light")
    assert "{height}" in said[1]
    assert "catchlight" in said[3].lower()
    assert light.key_height_mm - light.eye_height_mm == pytest.approx(
        light.key_distance_mm * math.sin(math.radians(light.key_up_deg))
    )
    assert light.fill_side_deg is not None
    assert light.fill_distance_mm > 0


@pytest.mark.parametrize("style", list(LIGHT_BY_STYLE))
def test_no_ratio_stands_bare(style: str) -> None:
    kind = next(kind for kind, each, _format in COMBINATIONS if each == style)
    found = brief_as(kind, Style(style), Format.SINGLE)
    said = [render(line.text) for line in found.lines("light")]
    assert [line for line in said if ":1" in line] == []


@pytest.mark.parametrize(
    ("stops", "look"),
    [
        (0, "an open shadow side"),
        (0.5, "a light shadow side"),
        (1, "soft modelling"),
        (1.5, "clear modelling"),
        (2, "a deep shadow side that still shows the eye"),
    ],
)
def test_stops_have_words(stops: float, look: str) -> None:
    assert render(contrast(stops)) == look


def test_the_services_limits_are_said() -> None:
    services = ["spotlight", "central_casting"]
    found = shown("light", uses=["casting"], casting_market="adverts", casting_services=services)
    assert found[5:7] == [
        "Spotlight takes natural pictures only: no more than 1.5 stops between key and fill",
        "Central Casting gets frames of its own in plain light, the fill as bright as the key",
    ]


@pytest.mark.parametrize(
    ("darker_stops", "tone"), [(1.2, "light grey"), (2.3, "mid grey"), (3.6, "dark grey")]
)
def test_paper_without_light_of_its_own(darker_stops: float, tone: str) -> None:
    assert render(white_paper_turns(darker_stops)) == tone


@pytest.mark.parametrize(
    ("answers", "ground"),
    [
        (
            {"uses": ["online_profile"]},
            "White paper 1.5 m behind, unlit: 2.3 stops darker than the face, it turns mid grey",
        ),
        (
            {"uses": ["id_badge"]},
            (
                "White paper 2.0 m behind with light of its own, 1 stop over the face; over 1.5 "
                "stops eats the edges. Unlit it would fall 2.8 stops below the face"
            ),
        ),
        (
            {"uses": ["casting"], "casting_market": "stage_screen"},
            "Black or dark grey paper 2.5 m behind, unlit: it gets 3.6 stops less than the face",
        ),
        (
            {"uses": ["identity_document"]},
            (
                "The person stands 0.5 m in front of it: it falls 1 stop darker than the face. "
                "Where white is asked for, light it up to the face"
            ),
        ),
        (
            {"uses": ["online_profile"], "background": "blurred_place"},
            "Expose so that the place is half a stop to one stop darker than the face",
        ),
    ],
)
def test_the_ground_in_words(answers: dict[str, Any], ground: str) -> None:
    assert shown("background", **answers)[1] == ground


def test_two_looks_have_two_grounds() -> None:
    assert shown("background", uses=["casting"], casting_market="both")[1:3] == [
        "First look: white paper 1.5 m behind, lit by itself as bright as the face",
        "Second look: its lamp off; 2.3 stops darker than the face, the paper turns mid grey",
    ]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"uses": ["online_profile"]}, True),
        ({"uses": ["casting"], "casting_market": "adverts"}, False),
        ({"uses": ["gift"]}, False),
        ({"uses": ["identity_document"]}, False),
    ],
)
def test_a_cut_out_is_for_who_may_ask_for_one(answers: dict[str, Any], said: bool) -> None:
    found = [line for line in words(brief(**answers), "background") if "cut-out" in line]
    assert bool(found) is said


def test_unknown_glasses_before_a_clamshell_take_the_lower_fill_away() -> None:
    assert shown("glasses", uses=["service_advert"]) == [
        (
            "Nobody told us about glasses: ask before the light is set; with glasses the fill from "
            "below goes, and the key moves up and aside"
        )
    ]


@pytest.mark.parametrize(
    ("answers", "room", "said"),
    [
        ({"uses": ["online_profile"]}, STUDIO, []),
        (
            {"uses": ["gift"], "people_in_frame": 3},
            STUDIO,
            ["Back there the frame is 3.3 m wide: it takes the roll of 3.55 m"],
        ),
        (
            {"uses": ["gift"], "people_in_frame": 5},
            STUDIO,
            [
                (
                    "Back there the frame is 4.4 m wide, and no roll of paper is: take a painted "
                    "wall or a cloth, or have the ground extended at the edges"
                )
            ],
        ),
        (
            {"uses": ["gift"], "people_in_frame": 5},
            RoomSize(7, 4, 3),
            [
                (
                    "Back there the frame is 4.4 m wide, wider than the room: the side walls come "
                    "in at the edges, so crop closer or have the ground extended over them"
                )
            ],
        ),
        ({"uses": ["gift"], "people_in_frame": 5, "background": "blurred_place"}, STUDIO, []),
    ],
)
def test_a_ground_is_as_wide_as_the_frame_sees_it(
    answers: dict[str, Any], room: RoomSize, said: list[str]
) -> None:
    found = shown("background", BAG, room, **answers)
    assert [line for line in found if line.startswith("Back there")] == said
