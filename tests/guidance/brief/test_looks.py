"""The shot list: which looks are planned, what each is for, what does not fit the package."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.answers import parse
from guidance.brief import Brief, compose
from guidance.brief.looks import FRAMES
from guidance.brief.session import Session
from guidance.routing import recommend
from guidance.texts import render
from guidance.vocabulary import Style
from tests.guidance.brief.shoots import BAG, STUDIO, answer_sets, casting_answers

ACTOR = {"uses": ["casting"], "casting_market": "both"}
COACH = {
    "uses": ["personal_brand", "website_banner", "social_profile"],
    "occasion": "work",
    "framing": "full",
}
sessions = st.builds(Session, looks=st.none() | st.integers(1, 6), has_make_up=st.booleans())


def planned(session: Session | None = None, /, **answers: Any) -> Brief:
    given_answers = parse(answers)
    recommendation = recommend(given_answers)
    return compose(given_answers, recommendation, BAG, STUDIO, session or Session())


def names(found: Brief) -> list[str]:
    return [render(look.name) for look in found.looks]


def shown(found: Brief, slug: str = "looks") -> list[str]:
    return [render(line.text) for line in found.lines(slug)]


def assert_well_planned(found: Brief, session: Session) -> None:
    """Numbered from 1 without a gap, never none, as many as are included, each on its line."""
    numbers = [look.number for look in found.looks]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers != []
    if found.kind == "document":
        assert len(numbers) == 1
    elif session.looks is not None:
        assert len(numbers) == session.looks
    lines = shown(found)
    for look, line in zip(found.looks, lines, strict=False):
        start = f"{look.number}. {render(look.name)}, {render(look.purpose)}: about "
        assert line.startswith(start)
        assert re.search(r"about \d+ to \d+ frames", line)


@given(answer_sets, sessions)
def test_looks_are_numbered_and_as_many_as_the_package_includes(
    answers: dict[str, Any], session: Session
) -> None:
    assert_well_planned(planned(session, **answers), session)


@given(casting_answers, sessions)
def test_an_actor_s_looks_are_too(answers: dict[str, Any], session: Session) -> None:
    assert_well_planned(planned(session, **answers), session)


def test_every_style_has_its_number_of_frames() -> None:
    assert set(FRAMES) == set(Style) - {Style.TWO_LOOKS}
    assert FRAMES["document"] == (3, 6)


def test_one_look_says_what_it_is_for_and_no_more() -> None:
    found = planned(uses=["online_profile", "business_card"], occasion="work")
    assert shown(found) == [
        (
            "1. Corporate headshot, for LinkedIn or another work profile; business cards: about 30 "
            "to 80 frames"
        )
    ]


def test_an_actor_for_both_markets_gets_both_registers() -> None:
    assert shown(planned(**ACTOR)) == [
        "1. Commercial look, for castings in adverts: about 50 to 80 frames",
        "2. Theatrical look, for stage, film and television: about 50 to 80 frames",
        "A look is one outfit with its ground, its light, hair and make-up",
    ]


def test_a_brand_gets_a_wide_look_and_an_avatar() -> None:
    found = planned(**COACH)
    assert names(found) == ["Banner and story look", "Avatar look"]
    assert shown(found)[2:4] == [
        "Cut from look 1, for a profile picture on Instagram, WhatsApp and the like",
        (
            "In look 1 also the wide frame with empty space, for the website and the posts of "
            "their personal brand; the wide picture across the top of a website"
        ),
    ]


def test_a_combined_session_gets_the_look_of_each_picture() -> None:
    found = planned(uses=["wall_art", "online_profile"], people_in_frame=5, occasion="personal")
    assert shown(found)[:2] == [
        "1. Classic portrait, for a frame on the wall: about 100 to 150 frames",
        (
            "2. Personal headshot, for LinkedIn or another work profile: about 15 to 30 frames of "
            "each person"
        ),
    ]


@pytest.mark.parametrize(
    ("answers", "looks"),
    [
        (
            {"uses": ["online_profile", "casting"], "casting_market": "stage_screen"},
            ["Corporate headshot", "Theatrical headshot"],
        ),
        (
            {"uses": ["online_profile", "casting"]},
            ["Corporate headshot", "Commercial look", "Theatrical look"],
        ),
        (
            {"uses": ["casting", "service_advert"], "casting_market": "both"},
            ["Commercial look", "Theatrical look"],
        ),
        ({"uses": ["wall_art", "fashion_advert"]}, ["Classic portrait", "Fashion portrait"]),
        ({"uses": ["wall_art", "gift"]}, ["Classic portrait"]),
        ({"uses": ["wall_art", "fashion_advert"], "people_in_frame": 3}, ["Classic portrait"]),
    ],
)
def test_a_style_apart_has_a_look_and_a_set_up_of_its_own(
    answers: dict[str, Any], looks: list[str]
) -> None:
    assert names(planned(**answers)) == looks


def test_background_casting_is_a_pair_of_its_own() -> None:
    actor = {"uses": ["casting"], "casting_market": "stage_screen"}
    found = planned(**actor, casting_services=["central_casting"])
    assert names(found) == [
        "Theatrical headshot",
        "Pair for background casting, close and full length",
    ]


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        (
            {"uses": ["gift"], "creative": ["light", "props"]},
            (
                "In look 1 the safe picture first, then the idea: unusual light; objects, an "
                "instrument, tools"
            ),
        ),
        (
            {"uses": ["gift"], "creative_note": "under water"},
            "The safe picture first, then the idea",
        ),
        (
            {"uses": ["poster", "gift"]},
            "In look 1 also frames with room for a title above the head",
        ),
    ],
)
def test_frames_within_a_look(answers: dict[str, Any], line: str) -> None:
    assert shown(planned(**answers))[-1] == line


def test_clothes_and_backgrounds_that_are_wished_for_are_a_look_of_their_own() -> None:
    found = planned(uses=["gift"], creative=["attire", "light"])
    assert names(found) == ["Classic portrait", "The idea"]
    assert render(found.looks[1].purpose) == "for clothes that say something; unusual light"


def test_a_headshot_s_wishes_are_answered_elsewhere() -> None:
    assert len(shown(planned(uses=["online_profile"], creative=["attire", "light"]))) == 1


def test_what_a_package_includes_beyond_the_answers_is_there_to_choose_from() -> None:
    assert names(planned(Session(looks=3), uses=["gift"])) == [
        "Classic portrait",
        "Another outfit from what they bring",
        "Another outfit from what they bring",
    ]


def test_looks_beyond_the_package_are_merged_and_said() -> None:
    found = planned(Session(looks=1), **ACTOR)
    assert names(found) == ["Commercial look"]
    assert shown(found, "warnings") == [
        (
            "The answers ask for 2 looks, the package includes 1. Taken without another change of "
            "clothes: Theatrical look"
        )
    ]


def test_what_means_nothing_in_other_clothes_is_left_out_and_said() -> None:
    found = planned(Session(looks=1), uses=["online_profile", "fashion_advert"], occasion="work")
    assert names(found) == ["Corporate headshot"]
    assert shown(found, "warnings")[0] == (
        "The answers ask for 2 looks, the package includes 1. Left out unless one is added, which "
        "the client is asked before the day: Fashion portrait"
    )


def test_enough_looks_are_no_warning() -> None:
    assert shown(planned(Session(looks=2), **ACTOR), "warnings") == []


@pytest.mark.parametrize("session", [Session(), Session(looks=4, has_make_up=True)])
def test_a_document_has_one_look_of_a_few_frames(session: Session) -> None:
    found = planned(session, uses=["identity_document"], creative=["attire"], mood=["joy"])
    assert shown(found)[0] == (
        "1. Document photo, for a passport, visa or licence: about 3 to 6 frames"
    )
    assert len(found.looks) == 1


def test_pictures_beside_a_document_come_after_it() -> None:
    found = planned(uses=["identity_document", "gift"])
    assert len(found.looks) == 1
    assert shown(found)[1] == (
        "Once the document photo is done, from set-ups of their own: Classic portrait"
    )


@pytest.mark.parametrize(
    ("uses", "line"),
    [
        (["gift"], "Hair and make-up is booked: the client comes without any"),
        (["identity_document"], "Hair and make-up is booked: powder against shine at most"),
    ],
)
def test_booked_make_up_is_said(uses: list[str], line: str) -> None:
    assert shown(planned(Session(has_make_up=True), uses=uses))[-1].startswith(line)
    assert not [said for said in shown(planned(uses=uses)) if "make-up is booked" in said]
