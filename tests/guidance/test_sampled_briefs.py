"""The briefs of 5,000 shoots, out of every combination and all that can be answered beside it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from guidance.brief import Brief
from tests.benchmarks.knowledge import figures_of_briefs
from tests.guidance.combinations import sampled_shoots
from tests.guidance.contradictions import (
    CONTRACT,
    MOVED_BY_MINORS,
    Worked,
    contradictions,
    messages,
    off_contract,
    without_care,
    work_out,
)

BATCHES = range(20)
SHOOTS_IN_A_BATCH = 250

# What would tell an age, a faith or a disability.
CARE_WORDS = re.compile(
    r"child|kid|minor|young|guardian|parent|\bage|\b18\b|scarf|cover(?!age)|faith|wheel|disab",
    re.IGNORECASE,
)


@pytest.mark.parametrize("seed", BATCHES)
def test_none_of_them_contradicts_itself(seed: int) -> None:
    for asked in sampled_shoots(SHOOTS_IN_A_BATCH, seed):
        assert list(contradictions(work_out(asked))) == [], asked


def test_their_figures_can_be_drawn() -> None:
    figures = figures_of_briefs()
    for asked in sampled_shoots(200, seed=21):
        brief = work_out(asked).brief
        for draw in figures.values():
            assert ET.fromstring(draw(brief)).tag.endswith("svg"), asked  # noqa: S314 - our own


def test_minors_show_in_a_flatter_light_alone_worded_for_whoever_moves() -> None:
    worked = [work_out(asked) for asked in sampled_shoots(1_000, seed=20)]
    bare = [without_care(each).brief for each in worked]
    with_minors = [each.brief for each in worked if each.answers.minors]
    for slug in MOVED_BY_MINORS - {"light"}:
        assert said_by(with_minors, slug) - said_by(bare, slug) == set()
    flatter = said_by(with_minors, "light") - said_by(bare, "light")
    reasons = {brief.light.reason.message for brief in with_minors}
    assert [message for message in flatter | reasons if CARE_WORDS.search(message)] == []


def said_by(briefs: Iterable[Brief], slug: str) -> set[str]:
    """The messages of one section, without the numbers and words they are said about."""
    texts = (line.text for brief in briefs for line in brief.lines(slug))
    return {message for said in texts for message in messages(said)}


def shoot(**answers: Any) -> Worked:
    kit = {"format": "full_frame", "focal_lengths_mm": [85]}
    return work_out({"answers": answers, "kit": kit, "room": None})


def test_a_contradiction_would_be_found() -> None:
    lawyer = shoot(uses=["about_page"], glasses="always", colour="bw", minors=1)
    light = replace(lawyer.brief.light, lower_fill=True)
    parts = tuple(
        replace(part, lines=()) if part.slug in {"checklist", "warnings"} else part
        for part in lawyer.brief.parts
    )
    aperture = replace(lawyer.brief.aperture, f_number=32.0)
    brief = replace(lawyer.brief, light=light, parts=parts, aperture=aperture)
    assert list(contradictions(lawyer._replace(brief=brief))) == [
        "checklist is empty",
        "lower fill with glasses",
        "black and white alone for a professional use",
        "an f-number above the cap without a warning",
        "care answers change checklist",
    ]


def test_a_document_that_is_treated_as_a_headshot_would_be_found() -> None:
    corporate, passport = shoot(uses=["about_page"]), shoot(uses=["identity_document"])
    mixed = replace(corporate.brief, kind="document", style="document")
    assert list(contradictions(passport._replace(brief=mixed))) == ["retouching on a document"]


def test_feeling_on_a_badge_and_a_light_too_hard_would_be_found() -> None:
    answers = {"casting_market": "stage_screen", "casting_services": ["spotlight"]}
    actor = shoot(uses=["casting"], **answers).brief
    hard = replace(actor, style="id_badge", light=replace(actor.light, key_over_fill_stops=2.0))
    badge = shoot(uses=["id_badge", "casting"], **answers)._replace(brief=hard)
    assert list(contradictions(badge)) == [
        "feeling: A real feeling and an inner life: play a line, then hold it",
        "a key over the limit of a service",
    ]


def test_an_answer_off_its_contract_would_be_found() -> None:
    answered = shoot(uses=["gift"]).brief.as_json()
    answered["framing"]["focal_mm"] = True
    answered["checklist"] = ["Catchlights"]
    del answered["warnings"]
    assert list(off_contract(answered, CONTRACT)) == ["brief lacks warnings"]
    answered["warnings"] = None
    assert list(off_contract(answered, CONTRACT)) == [
        "brief.framing.focal_mm is True",
        "brief.checklist[] lacks everything",
        "brief.warnings is no list",
    ]
