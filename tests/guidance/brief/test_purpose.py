"""What the session is for: two sentences, licences, what is cut and what needs its own frame."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given

from guidance.brief import Brief, RoomSize
from guidance.brief.answer_phrases import GROUNDS, MOODS, USES, WISHES
from guidance.brief.purpose import LICENCES
from guidance.texts import render
from guidance.vocabulary import (
    Background,
    CreativeWish,
    Format,
    Kind,
    Mood,
    Story,
    Style,
    Term,
    Use,
)
from tests.guidance.brief.shoots import BAG, COMBINATIONS, answer_sets, brief, brief_as, words


def shown(slug: str, **answers: Any) -> list[str]:
    return [render(line.text) for line in brief(BAG, None, **answers).lines(slug)]


def test_every_use_has_its_licence() -> None:
    assert set(LICENCES) == set(Use)


NOT_IN_THE_LABEL = {"a", "an", "the", "on", "as", "in", "their", "use", "before", "background"}


@pytest.mark.parametrize(
    ("terms", "phrases"),
    [(Use, USES), (Mood, MOODS), (Background, GROUNDS), (CreativeWish, WISHES)],
)
def test_answers_stand_in_sentences_in_their_own_words(
    terms: type[Term], phrases: dict[str, Any]
) -> None:
    assert set(terms) - set(phrases) <= {Background.UNSURE}
    for term, phrase in phrases.items():
        label = {word[:4] for word in re.findall(r"\w+", render(terms(term).label).lower())}
        said = re.findall(r"\w+", render(phrase).lower())
        unsaid = {word for word in said if word[:4] not in label}
        assert unsaid <= NOT_IN_THE_LABEL, term


@pytest.mark.parametrize(
    ("answers", "sentences"),
    [
        (
            {
                "uses": ["online_profile", "business_card"],
                "mood": ["professional", "warm"],
                "background": "plain",
                "story": "none",
                "occasion": "work",
            },
            [
                (
                    "A corporate headshot of one person, for LinkedIn or another work profile "
                    "first, then for business cards."
                ),
                (
                    "It should feel professional and warm, before a plain background; the story "
                    "stays out of it."
                ),
            ],
        ),
        (
            {"uses": ["wall_art"], "people_in_frame": 5, "people_total": 9, "story": "some"},
            [
                (
                    "A classic portrait of 5 people together, out of 9 who are photographed, for a "
                    "frame on the wall."
                ),
                "Mood and background are left to us; a hint of who they are belongs in it.",
            ],
        ),
        (
            {"uses": ["online_profile"], "people_total": 12, "mood": ["warm", "joy", "intense"]},
            [
                (
                    "Corporate headshots of 12 people, one by one, for LinkedIn or another work "
                    "profile."
                ),
                "They should feel warm, joyful and intense, with the background left to us.",
            ],
        ),
        (
            {"background": "recognisable_place", "story": "central", "people_in_frame": 2},
            [
                (
                    "A classic portrait of 2 people together; what for is still open, so settle it "
                    "before the session."
                ),
                (
                    "It should be taken in a place that can be recognised, with the mood left to "
                    "us; their work, their place or their life is the point."
                ),
            ],
        ),
        (
            {"uses": ["id_badge"], "mood": ["excitement"]},
            [
                "A badge headshot of one person, for a staff badge or pass.",
                "It should feel calm and open, with the background left to us.",
            ],
        ),
        (
            {"uses": ["identity_document"], "mood": ["joy"], "story": "central"},
            [
                "A document photo of one person, for a passport, visa or licence.",
                "The authority’s rules decide how it looks; mood, story and taste stay out of it.",
            ],
        ),
        (
            {"uses": ["casting"], "casting_market": "both", "background": "unsure"},
            [
                (
                    "A headshot in two looks, commercial and theatrical, of one person, for "
                    "auditions and casting."
                ),
                "Mood, background and story are left to us.",
            ],
        ),
    ],
)
def test_purpose_and_story_are_two_sentences_in_the_client_s_answers(
    answers: dict[str, Any], sentences: list[str]
) -> None:
    assert shown("purpose", **answers)[:2] == sentences


@given(answer_sets)
def test_there_are_always_two_sentences(answers: dict[str, Any]) -> None:
    first, second = shown("purpose", **answers)[:2]
    for sentence in (first, second):
        assert re.fullmatch(r"[A-Z][^.{}]+\.", sentence), sentence
    assert re.search(r"one person|\d+ people", first)


@pytest.mark.parametrize("story", [story.value for story in Story])
@pytest.mark.parametrize(("kind", "style", "picture_format"), COMBINATIONS)
def test_they_read_well_for_every_style(
    kind: Kind, style: Style, picture_format: Format, story: str
) -> None:
    found = brief_as(kind, style, picture_format, story=story, mood=["grief", "warm"])
    first, second = (render(line.text) for line in found.lines("purpose")[:2])
    assert re.match(r"An? |[A-Z][\w ]+ (headshots|portraits|photos) |Headshots in two", first)
    assert ("grieving and warm" in second) == (style not in {"id_badge", "document"})


@pytest.mark.parametrize(
    ("further", "ends"),
    [
        (["wall_art"], "for somebody as a present first, then for a frame on the wall."),
        (
            ["wall_art", "social_post"],
            "first, then for a frame on the wall, then for posts and stories in a feed.",
        ),
        (
            ["wall_art", "social_post", "editorial", "fashion_advert"],
            "then for a frame on the wall, then for posts and stories in a feed, and 2 more.",
        ),
    ],
)
def test_uses_are_ranked(further: list[str], ends: str) -> None:
    assert shown("purpose", uses=["gift", *further])[0].endswith(ends)


def test_more_than_three_uses_follow_in_their_order() -> None:
    uses = ["gift", "wall_art", "poster", "social_post", "editorial"]
    assert shown("purpose", uses=uses)[2] == (
        "The further uses, in the client’s order: posts and stories in a feed; a newspaper or "
        "magazine feature"
    )


def test_a_group_s_print_is_level_like_its_frame() -> None:
    alone, group = (
        brief(uses=["wall_art"], people_in_frame=people).deliverables[0] for people in (1, 5)
    )
    assert (alone.width_px, alone.height_px) == (3600, 5400)
    assert (group.width_px, group.height_px) == (5400, 3600)


@pytest.mark.parametrize(
    ("answers", "licences"),
    [
        (
            {"uses": ["social_post"]},
            [
                "Licence: personal",
                "Not covered, and licensed apart: adverts; book jackets; packaging",
            ],
        ),
        (
            {"uses": ["social_post"], "occasion": "work"},
            [
                "Licence: standard professional",
                "Not covered, and licensed apart: adverts; book jackets; packaging",
            ],
        ),
        (
            {"uses": ["online_profile", "service_advert"]},
            [
                "Licence, standard professional: for LinkedIn or another work profile",
                (
                    "Licence, paid advertising, priced separately: for an advert for their own "
                    "services with their face"
                ),
                "Not covered, and licensed apart: book jackets; packaging",
            ],
        ),
        (
            {"uses": ["book_jacket"]},
            [
                "Licence: book cover, in writing and with credit",
                "Not covered, and licensed apart: adverts; packaging",
            ],
        ),
        ({"uses": ["identity_document"]}, ["Licence: personal"]),
        ({}, []),
    ],
)
def test_the_licence_follows_the_uses(answers: dict[str, Any], licences: list[str]) -> None:
    assert shown("purpose", **answers)[2:] == licences


def test_a_crop_is_checked_for_its_pixels() -> None:
    kept = "A head-and-shoulders crop from this frame keeps 3333 px of 6000 px on the long side"
    assert kept in shown("deliverables", uses=["book_jacket"], framing="waist")
    assert shown("second_setups", uses=["book_jacket"]) == []


def test_a_combined_session_works_out_each_picture() -> None:
    found = shown("second_setups", uses=["wall_art", "online_profile"], people_in_frame=5)
    set_up, expression = found
    assert set_up == (
        "Corporate headshot: 85 mm from 1.50 m at f/11. Loop light, key 1 stop over the fill. "
        "Plain mid to light grey"
    )
    assert expression == "Corporate headshot: Confident and approachable"


def shown_of(found: Brief) -> list[str]:
    """The further set-ups as an English reader has them."""
    return [render(line.text) for line in found.lines("second_setups")]


def test_a_banner_that_the_main_picture_gives_is_not_asked_of_another() -> None:
    found = brief(BAG, None, uses=["personal_brand", "website_banner"], occasion="work")
    wide = [line for line in shown_of(found) if "Wide frame" in line]
    assert wide == []
    assert [render(each.name) for each in found.further_frames] == [
        "Wide frame (head of the website; website banner)"
    ]


def test_a_portrait_beside_a_headshot_shows_more_than_the_face() -> None:
    found = shown("second_setups", uses=["online_profile", "poster"], framing="head_shoulders")
    assert found[0].startswith("Performance portrait: 50 mm from 2.76 m")


def test_a_further_picture_that_the_room_does_not_allow_is_said() -> None:
    found = brief(BAG, RoomSize(4, 4, 3), uses=["online_profile", "fashion_advert"])
    assert shown_of(found)[2].startswith("Fashion portrait: The room leaves 1.1 m")


def test_background_casting_gets_its_full_length() -> None:
    found = shown(
        "second_setups",
        uses=["casting"],
        casting_market="stage_screen",
        casting_services=["central_casting"],
    )
    assert found == [
        (
            "Central Casting: head and shoulders, and the full length with 85 mm from 5.04 m, in "
            "7.93 m of room; plain light ground, neutral face, no retouching"
        )
    ]


def test_a_document_beside_a_portrait_is_not_retouched() -> None:
    found = brief(uses=["gift", "identity_document"])
    assert "{picture} in frames of its own: flat light, neutral face, no retouching" in words(
        found, "deliverables"
    )
    assert shown_of(found)[1].startswith("Document photo: Neutral face")


def test_a_warning_of_the_main_picture_is_not_said_again() -> None:
    found = brief(
        BAG, RoomSize(3.2, 4, 3), uses=["online_profile", "service_advert"], occasion="work"
    )
    main = set(found.lines("warnings"))
    assert len(main) == 2
    assert main.isdisjoint(found.lines("second_setups"))


def test_heads_are_not_cut_from_a_group() -> None:
    found = shown("deliverables", uses=["editorial"], people_in_frame=12)
    assert [line for line in found if line.startswith("Corporate headshot")] == [
        (
            "Corporate headshot for: Newspaper or magazine feature. Heads in a group are too small "
            "for it: take each person alone, close"
        )
    ]
    assert [line for line in found if "head-and-shoulders crop" in line] == []


def test_empty_space_is_kept_in_the_picture_that_the_words_come_to() -> None:
    found = brief(uses=["online_profile", "poster", "editorial"], occasion="work")
    starts = ("The upper", "Turn the camera level")
    assert [
        line
        for line in (render(each.text) for each in found.lines("framing"))
        if line.startswith(starts)
    ] == []
    beside = [line.split(": ") for line in shown_of(found)]
    assert [parts[:2] for parts in beside if parts[1].startswith(starts)] == [
        ["Editorial portrait", "Turn the camera level once, from the same place"],
        ["Performance portrait", "The upper 0.65 m (33 %) stays empty for the title"],
    ]
