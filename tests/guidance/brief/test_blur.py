"""The background's blur as a share of the frame, its word, and what would make more of it."""

from __future__ import annotations

import pytest

from guidance.brief import Kit, RoomSize
from guidance.brief.blur import blur_word
from guidance.texts import render
from tests.guidance.brief.shoots import BAG, brief, rendered, words

FULL_FRAME_85 = Kit("full_frame", (85,))


@pytest.mark.parametrize(
    ("share", "word"),
    [
        (0.03, "melts away"),
        (0.0299, "is soft"),
        (0.01, "is soft"),
        (0.0099, "is in between, neither soft nor clear"),
        (0.003, "is in between, neither soft nor clear"),
        (0.0029, "can be recognised"),
    ],
)
def test_words(share: float, word: str) -> None:
    assert render(blur_word(share)) == word


def test_a_soft_place_is_told_in_its_share() -> None:
    found = brief(FULL_FRAME_85, None, uses=["online_profile"], background="blurred_place")
    assert found.aperture.blur_share == pytest.approx(0.01685, rel=0.005)
    assert [line for line in rendered(found, "aperture") if "blurs by" in line] == [
        "The background 3.0 m behind blurs by 1.7 % of the frame and is soft"
    ]


def test_more_distance_is_told_where_it_makes_the_place_melt() -> None:
    close = {"uses": ["social_post"], "framing": "face", "background": "blurred_place"}
    told = "From 3.4 m behind the subject it would melt away"
    long_room, short_room = (
        brief(Kit("full_frame", (135,)), RoomSize(length_m, 5, 3), **close) for length_m in (7, 5.7)
    )
    assert told in rendered(long_room, "aperture")
    assert told not in rendered(short_room, "aperture")


def test_a_place_that_no_walk_makes_soft_is_to_be_calm() -> None:
    found = brief(Kit("one_inch", (9,)), None, uses=["social_post"], background="blurred_place")
    calm = "It will not turn soft here: choose a background that is calm by itself"
    assert calm in rendered(found, "aperture")


def test_a_place_that_is_sharp_is_told_too_and_a_plain_ground_is_not() -> None:
    place = brief(BAG, None, uses=["editorial"], background="recognisable_place")
    plain = brief(BAG, None, uses=["editorial"], background="plain")
    assert [line for line in rendered(place, "aperture") if "blurs by" in line] == [
        "The background 3.0 m behind blurs by 0.17 % of the frame and can be recognised"
    ]
    assert plain.aperture.blur_share is None
    assert [line for line in words(plain, "aperture") if "blurs by" in line] == []


@pytest.mark.parametrize(
    ("use", "framing", "blur"),
    [
        ("gift", "waist", "is soft"),
        ("gift", "full", "is in between, neither soft nor clear"),
        ("website_banner", "full", "can be recognised"),
    ],
)
def test_no_section_promises_a_blur_that_another_denies(use: str, framing: str, blur: str) -> None:
    found = brief(uses=[use], framing=framing, background="blurred_place")
    assert rendered(found, "background")[0] == (
        "The place, out of focus, reading as one simple tone"
        if blur == "is soft"
        else "The place, calm by itself: it stays clearer here than was wished"
    )
    (told,) = [line for line in rendered(found, "aperture") if "blurs by" in line]
    assert told.endswith(f"and {blur}")
