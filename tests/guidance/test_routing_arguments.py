"""What is said about a route: conflicts by rule 7, reasons, and what would change it."""

from typing import Any

import pytest

from guidance.questionnaire import parse
from guidance.routing import Change, Recommendation, recommend
from guidance.texts import render
from guidance.vocabulary import Kind, Style


def recommended(**answers: Any) -> Recommendation:
    return recommend(parse(answers))


def conflicts(**answers: Any) -> list[tuple[str, str | int]]:
    return [(c.answer, c.value) for c in recommended(**answers).conflicts]


def test_rule_7_lists_what_pushes_against_a_headshot() -> None:
    assert conflicts(
        uses=["about_page"],
        occasion="personal",
        framing="waist",
        story="central",
        mood=["grief", "warm", "joy"],
        background="recognisable_place",
        place="location",
        creative=["viewpoint", "light"],
    ) == [
        ("framing", "waist"),
        ("story", "central"),
        ("mood", "joy"),
        ("mood", "grief"),
        ("background", "recognisable_place"),
        ("creative", "light"),
        ("creative", "viewpoint"),
    ]


def test_rule_7_a_private_occasion_is_none_where_it_makes_the_headshot_personal() -> None:
    assert conflicts(uses=["social_profile"], occasion="personal") == []
    assert conflicts(uses=["id_badge"], occasion="personal") == [("occasion", "personal")]


def test_rule_7_lists_what_pushes_against_a_portrait() -> None:
    assert conflicts(
        uses=["wall_art"],
        occasion="work",
        framing="face",
        story="none",
        mood=["professional", "warm"],
        background="plain",
    ) == [
        ("occasion", "work"),
        ("framing", "face"),
        ("story", "none"),
        ("mood", "professional"),
        ("background", "plain"),
    ]


@pytest.mark.parametrize("use", ["lifestyle_advert", "fashion_advert", "poster", "personal_brand"])
def test_rule_7_work_is_none_for_portraits_that_work(use: str) -> None:
    assert conflicts(uses=[use], occasion="work") == []


def test_rule_7_a_close_frame_is_none_for_a_portrait_unless_it_hides_what_counts() -> None:
    close = {"framing": "head_shoulders"}
    assert conflicts(uses=["wall_art"], **close) == []
    assert conflicts(uses=["fashion_advert"], **close) == [("framing", "head_shoulders")]
    assert conflicts(uses=["gift"], people_in_frame=3, **close) == [("framing", "head_shoulders")]


def test_rule_7_a_headshots_use_for_people_together() -> None:
    pair = recommended(uses=["online_profile"], people_in_frame=2)
    assert [(c.answer, c.value, render(c.text)) for c in pair.conflicts] == [
        (
            "uses",
            "online_profile",
            (
                "A headshot shows one face, and you want 2 people in one picture. We make a group "
                "portrait; for headshots, let us photograph everybody alone."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        (["about_page"], [("colour", "bw")]),
        (["identity_document"], [("colour", "bw")]),
        (["wall_art"], []),
    ],
)
def test_rule_7_black_and_white_alone(uses: list[str], expected: list[tuple[str, str]]) -> None:
    assert conflicts(uses=uses, colour="bw") == expected


@pytest.mark.parametrize("framing", ["face", "head_shoulders"])
def test_rule_7_clothes_to_be_shown_need_more_than_the_face(framing: str) -> None:
    (tight,) = recommended(uses=["fashion_advert"], framing=framing).conflicts
    assert render(tight.text).endswith(
        "The clothes have to be seen, so the main pictures show the whole figure, and we take a "
        "closer one as well."
    )


def test_rule_7_a_badge_promises_no_other_mood() -> None:
    (moody,) = recommended(uses=["id_badge"], mood=["joy"]).conflicts
    assert render(moody.text) == (
        "You answered “Joyful”. A badge shows you calm and open, so this mood is better kept for "
        "another picture."
    )


def test_rule_7_the_tie_break_has_conflicts_too() -> None:
    assert conflicts(occasion="work", framing="face", creative=["props"]) == [("creative", "props")]


def test_nothing_conflicts_while_nothing_is_decided() -> None:
    undecided = recommended(framing="face", creative=["props"])
    assert (undecided.conflicts, undecided.reasons, undecided.also) == ((), (), ())


def test_the_reasons_speak_in_the_clients_own_answers() -> None:
    lawyer = recommended(uses=["about_page", "wall_art"], occasion="work", people_total=3)
    assert [(r.answer, r.value, render(r.text)) for r in lawyer.reasons] == [
        (
            "people_total",
            3,
            "There are 3 people to photograph, each alone, one after the other.",
        ),
        (
            "uses",
            "about_page",
            (
                "You chose “About page or team page” as the main use. Beside your biography people "
                "want to see your face: that is a headshot."
            ),
        ),
        (
            "uses",
            "wall_art",
            (
                "You also chose “Framed picture for the wall”. We take portraits for it in the "
                "same session."
            ),
        ),
        (
            "occasion",
            "work",
            "You answered “For work”. A headshot is how you show yourself for work.",
        ),
    ]


def test_changes_come_smallest_first() -> None:
    changes = recommended(uses=["online_profile", "wall_art"], occasion="work").would_change
    assert changes[:4] == (
        Change("occasion", "personal", Kind.HEADSHOT, Style.PERSONAL),
        Change("people_in_frame", 2, Kind.PORTRAIT, Style.BRAND),
        Change("uses", ("wall_art", "online_profile"), Kind.PORTRAIT, Style.CLASSIC),
        Change("uses", ("id_badge", "online_profile", "wall_art"), Kind.HEADSHOT, Style.ID_BADGE),
    )


def test_no_change_puts_two_people_into_the_frame_where_there_is_one_person() -> None:
    changes = recommended(uses=["online_profile"], people_total=1).would_change
    assert "people_in_frame" not in {change.answer for change in changes}


def test_a_group_becomes_single_by_one_person_in_the_frame() -> None:
    changes = recommended(uses=["online_profile"], people_in_frame=3).would_change
    assert Change("people_in_frame", 1, Kind.HEADSHOT, Style.CORPORATE) in changes


def test_one_more_answer_can_decide_what_is_undecided() -> None:
    changes = recommended(framing="face").would_change
    assert changes[:2] == (
        Change("occasion", "work", Kind.HEADSHOT, Style.CORPORATE),
        Change("people_in_frame", 2, Kind.PORTRAIT, Style.CLASSIC),
    )
