"""Access, faith and minors: instructions in one section, and nowhere else."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from guidance.answers import parse
from guidance.brief import compose
from guidance.brief.session import Session
from guidance.routing import recommend
from guidance.texts import render
from guidance.vocabulary import AccessNeed
from tests.guidance.brief.shoots import BAG, STUDIO, brief

CARE: list[dict[str, Any]] = [
    {"head_covering": True},
    {"minors": 1},
    {"access": ["seated"]},
    {"access": ["step_free"]},
    {"access": ["no_flash", "low_stimulus"]},
    {"access": ["interpreter", "described_set"]},
    {"access_note": "migraine"},
]


def cared_for(session: Session | None = None, /, **answers: Any) -> list[str]:
    """The lines of care that these answers add to the general manners."""
    given = parse(answers)
    found = compose(given, recommend(given), BAG, STUDIO, session or Session())
    manners = {render(line.text) for line in brief().lines("care")}
    return [said for line in found.lines("care") if (said := render(line.text)) not in manners]


@pytest.mark.parametrize(("care", "uses"), list(product(CARE, (["gift"], ["online_profile"]))))
def test_care_is_said_in_its_section_and_nowhere_else(
    care: dict[str, Any], uses: list[str]
) -> None:
    plain, with_care = brief(uses=uses), brief(uses=uses, **care)
    assert len(with_care.lines("care")) > len(plain.lines("care"))
    for section in (
        *("wardrobe", "purpose", "expression", "looks", "people"),
        *("warnings", "checklist", "framing"),
    ):
        assert with_care.lines(section) == plain.lines(section)
    elsewhere = " ".join(
        render(line.text)
        for section in with_care.sections()
        if section.slug != "care"
        for line in section.lines
    )
    assert not [word for word in ("child", "covering", "migraine", "seat") if word in elsewhere]


@pytest.mark.parametrize("need", list(AccessNeed))
def test_every_need_has_its_instructions(need: AccessNeed) -> None:
    assert cared_for(access=[need.value])


@pytest.mark.parametrize(("is_step_free", "warnings"), [(False, 1), (True, 0), (None, 0)])
def test_a_step_in_the_way_is_the_first_thing_said(
    is_step_free: bool | None, warnings: int
) -> None:
    found = cared_for(Session(is_step_free=is_step_free), access=["seated", "step_free"])
    assert [line for line in found if line.startswith("Warning")] == found[:warnings]


def test_nobody_is_warned_of_a_step_who_did_not_ask() -> None:
    assert cared_for(Session(is_step_free=False), access=["no_flash"]) == cared_for(
        access=["no_flash"]
    )


def test_the_way_in_has_its_measures_and_the_stool_is_a_choice() -> None:
    assert cared_for(access=["step_free"]) == [
        (
            "Walk the step-free way from the street to the set before the day: doors 0.85 m wide, "
            "a circle of 1.5 m to turn in, at the set and where they change"
        ),
        "A stool of any height is there and a choice: never assume that somebody changes seats",
    ]


def test_a_group_is_built_to_the_height_of_whoever_sits() -> None:
    together = "Build the group to the height of whoever sits"
    group = cared_for(uses=["wall_art"], people_in_frame=5, access=["seated"])
    alone = cared_for(uses=["wall_art"], access=["seated"])
    assert [line.startswith(together) for line in group] == [False, False, False, True]
    assert len(alone) == 3


def test_a_quiet_slot_is_longer_and_costs_no_more() -> None:
    found = cared_for(access=["low_stimulus"])
    assert len([line for line in found if "longer at no extra fee" in line]) == 1


def test_no_flash_means_none_in_bursts_either_and_the_plan_holds_for_lamps() -> None:
    flash, plan = cared_for(access=["no_flash"])
    assert "no bursts" in flash
    assert plan.startswith("The lamps stand as planned and differ by the same stops")


@pytest.mark.parametrize(
    ("answers", "contrast"),
    [
        ({"uses": ["online_profile"], "occasion": "work"}, "Its colour against the grey"),
        ({"uses": ["service_advert"]}, "Its colour against the pale ground"),
        ({"uses": ["casting"], "casting_market": "stage_screen"}, "Its colour against the dark"),
        ({"uses": ["editorial"]}, "Its colour against the place"),
        ({"uses": ["identity_document"]}, "Its colour against the pale ground"),
    ],
)
def test_a_covering_stands_out_because_the_ground_gives_way(
    answers: dict[str, Any], contrast: str
) -> None:
    found = cared_for(**answers, head_covering=True)
    assert found[0] == "The head covering stays on; never ask to remove it"
    assert [line.split(":")[0] for line in found[3:4]] == [contrast]


@pytest.mark.parametrize(("access", "warned"), [([], 1), (["no_flash"], 0)])
def test_flash_is_announced_unless_there_is_none(access: list[str], warned: int) -> None:
    found = cared_for(access=["low_stimulus", *access])
    assert len([line for line in found if line.startswith("Offer continuous light")]) == warned


@pytest.mark.parametrize(
    ("people", "minors", "said"),
    [
        (1, 1, "The person is under 18"),
        (4, 1, "One of the people is under 18"),
        (4, 2, "2 of the people are under 18"),
    ],
)
def test_minors_are_counted(people: int, minors: int, said: str) -> None:
    assert cared_for(uses=["gift"], people_in_frame=people, minors=minors)[0] == said


def test_minors_are_guarded() -> None:
    found = cared_for(uses=["wall_art"], people_in_frame=5, minors=3)
    assert found[:2] == [
        "3 of the people are under 18",
        "The guardian books, signs and stays in sight; a second adult is present",
    ]


def test_one_service_wants_a_parent_s_consent() -> None:
    consent = "Backstage asks for a parent’s consent form for anybody under 16"
    casting = {"uses": ["casting"], "casting_market": "adverts", "minors": 1}
    assert cared_for(**casting, casting_services=["backstage"])[-1] == consent
    assert consent not in cared_for(**casting, casting_services=["spotlight"])
