"""A frame that kit or room make too wide: the crop is enlarged more, so it forgives less (A2)."""

from __future__ import annotations

import pytest

from guidance.answers import parse
from guidance.brief import Kit, RoomSize
from guidance.brief.camera import position_for
from guidance.brief.shoot import Shoot
from guidance.framing import FRAMINGS, HEADSHOT_MASTER, Framing, Setting, rank_lenses
from guidance.optics import SENSOR_FORMATS, depth_of_field
from guidance.routing import recommend
from tests.guidance.brief.shoots import brief, rendered

FULL_FRAME = SENSOR_FORMATS["full_frame"]
SHORT_LENS = Kit("full_frame", (50,))


def shoot(kit: Kit, **answers: object) -> Shoot:
    given = parse(answers)
    return Shoot(given, recommend(given), kit, room=None)


def used_share(framing: Framing, focal_mm: int) -> float:
    setting = Setting(sensor=FULL_FRAME, gap_mm=1500, least_gap_mm=1000, nearest_mm=1200)
    return rank_lenses(framing, setting, [focal_mm])[0].used_share


@pytest.mark.parametrize(
    ("framing", "focal_mm", "share"),
    [
        # 36 × (1200 − 50) / 50 = 828 mm are seen from the nearest place, 600 or 500 are wished.
        (HEADSHOT_MASTER, 50, 600 / 828),
        (FRAMINGS["head_shoulders"], 50, 500 / 828),
        # 85 mm fills the frame from its own place, 70 mm from 1.24 m.
        (HEADSHOT_MASTER, 85, 1),
        (HEADSHOT_MASTER, 70, 1),
    ],
)
def test_what_of_the_frame_is_the_picture(framing: Framing, focal_mm: int, share: float) -> None:
    assert used_share(framing, focal_mm) == pytest.approx(share)


def test_a_crop_is_treated_as_the_smaller_sensor_that_it_uses() -> None:
    closer = shoot(SHORT_LENS, uses=["gift"], framing="head_shoulders")
    position = position_for(closer)
    # A little less than Canon APS-C: 22.3 mm, 0.019 mm and f/10.
    assert closer.used_side_mm(position) == pytest.approx(21.7, rel=0.005)
    assert closer.circle_mm(position) == pytest.approx(0.0181, rel=0.005)
    assert closer.working_ceiling(position) == 10
    assert closer.last_stop(position) == 13


def test_near_and_far_are_those_of_the_crop() -> None:
    found = brief(SHORT_LENS, uses=["online_profile"])
    held = depth_of_field(50, found.aperture.f_number, 0.030 * 600 / 828, found.aperture.focus_mm)
    assert found.aperture.near_mm == pytest.approx(held.near_mm)
    assert found.aperture.far_mm == pytest.approx(held.far_mm)
    assert (
        "Worked out for the crop, 72 % of the frame’s side: circle of confusion 0.022 mm instead "
        "of 0.030 mm"
    ) in rendered(found, "aperture")


def test_a_whole_frame_says_nothing_of_a_crop() -> None:
    found = brief(Kit("full_frame", (85,)), uses=["online_profile"])
    assert [line for line in rendered(found, "aperture") if "crop" in line] == []


def test_the_reason_says_where_the_crop_changes_the_stop() -> None:
    found = brief(
        SHORT_LENS, None, uses=["gift"], framing="head_shoulders", background="blurred_place"
    )
    # Both eyes, 31.5 mm: f/1.85 on the whole frame, where the house opens to f/2.8, f/3.07 here.
    assert rendered(found, "aperture")[0] == (
        "f/3.2 holds both eyes of a head turned by 30° at 1.20 m; more blur comes from distance to "
        "the background, not from a wider aperture. The crop is enlarged more, which shows blur: "
        "uncropped f/2.8 would do"
    )


def test_a_crop_has_no_stop_past_its_own_diffraction() -> None:
    found = brief(Kit("full_frame", (24,)), uses=["gift"], framing="face")
    assert rendered(found, "aperture")[0] == (
        "f/3.2 holds nose to temples at 1.20 m; a plain ground gains nothing from a wider "
        "aperture. The crop is enlarged more, which shows diffraction: uncropped it could be f/8"
    )


def test_blur_is_a_share_of_the_crop() -> None:
    found = brief(SHORT_LENS, None, uses=["online_profile"], background="blurred_place")
    plan, aperture = found.framing, found.aperture
    ground_mm = plan.distance_mm + plan.background_gap_mm
    # b = f² / (N (s − f)) · D / (s + D), on 600 of the 828 mm that 36 mm see (A1).
    blur_mm = 50**2 / (aperture.f_number * 1150) * plan.background_gap_mm / ground_mm
    assert aperture.blur_share == pytest.approx(blur_mm / (36 * 600 / 828))


def test_a_crop_that_is_printed_large_counts_both() -> None:
    found = shoot(SHORT_LENS, uses=["wall_art"], framing="waist")
    closer = shoot(SHORT_LENS, uses=["wall_art"], framing="head_shoulders")
    whole_mm, crop_mm = (each.circle_mm(position_for(each)) for each in (found, closer))
    assert crop_mm == pytest.approx(whole_mm * 500 / 828)


def test_a_borrowed_crop_does_not_bring_the_place_nearer() -> None:
    """A shorter lens from the same place, cropped, holds no more: the geometry is the same."""
    found = brief(
        Kit("full_frame", (105,)),
        RoomSize(9, 6, 3),
        uses=["editorial"],
        background="recognisable_place",
    )
    assert [line for line in rendered(found, "warnings") if "a lens of" in line] == []
