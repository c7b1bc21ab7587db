"""Deliverables in words: each file once, where it is cut from, what is handed over besides."""

from __future__ import annotations

from typing import Any

import pytest

from guidance.brief import from_stored, to_stored
from guidance.texts import render
from tests.guidance.brief.shoots import brief
from tests.guidance.people import PEOPLE


def shown(**answers: Any) -> list[str]:
    return [render(line.text) for line in brief(**answers).lines("deliverables")]


def test_the_files_of_an_accountant() -> None:
    assert shown(**PEOPLE["P1"]) == [
        (
            "Work profile, LinkedIn and the like: 800 × 800 px; JPG, sRGB; at most 8 MB; head 60 % "
            "of the height; shown as a circle"
        ),
        (
            "Business card, panel of 25×35 mm: 600 × 825 px; JPG, sRGB; 300 ppi with reserve; the "
            "printer makes the CMYK"
        ),
        (
            "Picture beside an e-mail signature, shown at 100 px: 300 × 300 px; JPG, sRGB; at most "
            "50 KB; head 60 % of the height"
        ),
        "All are cut from the main frame; the smallest cut keeps 3833 × 3833 px",
        (
            "Hand over as well: full size for print at 300 ppi; 2048 px for screens; a contact "
            "sheet; all in 8-bit sRGB with the profile embedded"
        ),
        "Name files by date, client, session, look, frame and version",
    ]


def test_a_us_passport_names_every_limit() -> None:
    assert shown(uses=["identity_document"])[4] == (
        "US passport or visa, 2×2 in: 1200 × 1200 px; JPG, sRGB; at most 240 KB; head 50 % to 69 % "
        "of the height; eyes 56 % to 69 % up from the bottom; 24 bit, compressed 20:1 at most, "
        "white ground; taken within six months"
    )


def test_what_the_main_frame_does_not_give_is_said_with_the_reason() -> None:
    assert shown(**PEOPLE["P21"])[2:4] == [
        "Cut from the main frame: About page; the cut keeps 4000 × 5000 px",
        (
            "A frame of its own for Banner of the about page: it needs empty space beside, as "
            "given under the framing"
        ),
    ]


@pytest.mark.parametrize(
    ("answers", "prints"),
    [
        ({"uses": ["wall_art"], "people_in_frame": 5}, ["24×36 in at 150 ppi"]),
        ({"uses": ["gift"]}, ["20×30 in at 150 ppi"]),
        ({"uses": ["online_profile"]}, []),
    ],
)
def test_how_large_a_picture_prints(answers: dict[str, Any], prints: list[str]) -> None:
    start = "The picture prints up to "
    found = [line for line in shown(**answers) if line.startswith(start)]
    assert [line.removeprefix(start).split(";")[0] for line in found] == prints


@pytest.mark.parametrize(
    ("uses", "banners"),
    [
        (
            ["about_page", "website_banner", "personal_brand"],
            [
                (
                    "Banner of the about page; Website banner; Website’s first screen: 1600 × 900 "
                    "px; JPG or WebP, sRGB; empty space beside the person"
                )
            ],
        ),
        (
            ["service_advert", "blog_article"],
            [
                (
                    "Advert on a page; Picture beside an article: 1600 × 900 px; JPG, sRGB; empty "
                    "space for the words; empty space for a headline"
                )
            ],
        ),
        (
            ["website_banner", "service_advert"],
            [
                "Website banner: 1600 × 900 px; JPG or WebP, sRGB; empty space beside the person",
                "Advert on a page: 1600 × 900 px; JPG, sRGB; empty space for the words",
            ],
        ),
    ],
)
def test_banners_of_the_same_numbers_are_one_file(uses: list[str], banners: list[str]) -> None:
    assert [line for line in shown(uses=uses) if ": 1600 × 900 px" in line] == banners


@pytest.mark.parametrize(
    ("uses", "files"),
    [
        (["about_page"], [("about_page", 1.25)]),
        (["personal_brand"], [("personal_brand", 1.25), ("personal_brand", 1.0)]),
        # A use that has nothing but a banner keeps it.
        (["about_page", "blog_article"], [("about_page", 1.25), ("blog_article", 0.5625)]),
    ],
)
def test_a_series_has_no_banner_that_its_use_can_spare(
    uses: list[str], files: list[tuple[str, float]]
) -> None:
    found = brief(uses=uses, people_total=12)
    due = [(each.use, each.height_px / each.width_px) for each in found.deliverables]
    assert due == files
    assert len(brief(uses=uses).deliverables) == len(files) + 1


def test_files_of_one_name_say_which_use_each_is_for() -> None:
    found = shown(uses=["lifestyle_advert", "fashion_advert"])
    page = "Full page of A4 with 3 mm bleed"
    assert [line.split(";")[0] for line in found if page in line][1:] == [
        (
            f"Cut from the main frame: {page}, for an advert that shows a product in use or a way "
            "of living"
        ),
        (
            f"A frame of its own for {page}, for a fashion advert or lookbook: taken in a further "
            "set-up, with light of its own"
        ),
    ]


def test_an_avatar_is_handed_over_once() -> None:
    with_avatar, without = shown(uses=["online_profile"]), shown(uses=["about_page"])
    assert [line for line in with_avatar if "avatar" in line] == []
    assert [line for line in without if "a square avatar of 800 px" in line] == without[-2:-1]


def test_without_a_use_the_whole_frame_is_due() -> None:
    found = shown(occasion="personal", story="central", framing="waist")
    assert [line.split(":")[0] for line in found] == [
        "The whole frame for print",
        "The whole frame for screens",
        "All are cut from the main frame; the smallest cut keeps 4000 × 6000 px",
        "Hand over as well",
        "Name files by date, client, session, look, frame and version",
    ]


def test_a_file_stored_before_its_rules_were_known_can_still_be_read() -> None:
    stored = to_stored(brief(uses=["online_profile"]))
    known = ("use", "width_px", "height_px", "head_share", "file_format", "note")
    stored["deliverables"] = [{name: due[name] for name in known} for due in stored["deliverables"]]
    (due,) = from_stored(stored).deliverables
    assert (due.width_px, due.ratio, due.head_share) == (800, 1.0, 0.6)
    assert (due.most_kb, due.circle, due.checked_on) == (None, False, "")
