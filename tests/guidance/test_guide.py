"""The guide: every line has its source, the articles are named, the apertures are computed."""

from __future__ import annotations

import pytest

from guidance import guide
from guidance.claims import CLAIMS
from guidance.guide.questions import QUESTIONS
from guidance.optics import f_number_on_eye
from guidance.sources import SOURCES
from guidance.texts import Text, render, text
from guidance.vocabulary import SIDES, Kind, Side

# What the guide leaves to the session itself: no client chooses by it.
NOT_FOR_CLIENTS = {
    95,  # an example picture of the second article
}


def rendered(texts: tuple[Text, ...]) -> list[str]:
    return [render(one) for one in texts]


def test_every_line_rests_on_a_claim_or_a_table() -> None:
    assert [line.message for line in guide.texts() if not (line.claims or line.source)] == []


def test_all_that_the_articles_say_about_the_difference_is_on_the_page() -> None:
    carried = {number for line in guide.texts() for number in line.claims}
    assert set(CLAIMS) - carried == NOT_FOR_CLIENTS


def test_no_line_leaves_a_field_unfilled() -> None:
    assert [line for line in rendered(guide.texts()) if "{" in line or not line.strip()] == []


def test_every_use_stands_on_the_side_that_the_questionnaire_puts_it_on() -> None:
    (purpose,) = (axis for axis in guide.AXES if axis.slug == "purpose")
    shown = {
        one.use: kind
        for kind, side in ((Kind.HEADSHOT, purpose.headshot), (Kind.PORTRAIT, purpose.portrait))
        for one in side.uses
        if SIDES[one.use] is not Side.DOCUMENT
    }
    assert shown == {use: Kind(SIDES[use].value) for use in shown}


def test_each_article_is_named_for_its_claims() -> None:
    explainer, refined = guide.ARTICLES
    told = guide.cited_by([Text("", claims=(56, 1), source="T1")])
    assert [(one.article, one.claim.number) for one in told.statements] == [
        (explainer, 1),
        (refined, 56),
    ]
    assert rendered(told.names) == ["the explainer", "Portraits Refined", "our rule"]


def test_a_source_is_cited_once_in_the_order_of_the_list() -> None:
    told = guide.cited_by([text("", source="S17 B2"), text("", source="B2 T8")])
    assert [(render(one.kind), one.source) for one in told.sources] == [
        ("our tables", SOURCES["B2"]),
        ("our rule", SOURCES["T8"]),
        ("further reading", SOURCES["S17"]),
    ]


def test_nobody_is_told_that_a_headshot_is_no_portrait() -> None:
    """T1: the view that parts them is told as the explainer's, beside the other."""
    apart, together, ours = guide.VIEWS
    assert [view.words.claims for view in guide.VIEWS] == [(1, 3, 4), (56, 57), (1, 56)]
    assert rendered((apart.holder, together.holder, ours.holder)) == [
        "The explainer keeps them apart",
        "Portraits Refined counts it in",
        "How we use the words",
    ]
    assert not [line for line in rendered(guide.texts()) if "not a portrait" in line]


def test_what_each_aperture_holds() -> None:
    """A4's line for 85 mm on full frame, head and shoulders: f/8 is nose tip to temples."""
    assert render(guide.APERTURES.caption) == (
        "Sharp around the nearer eye: head and shoulders, full frame, 85 mm lens, 1.27 m away"
    )
    assert [
        rendered((row.f_number, row.front, row.behind, row.holds)) for row in guide.APERTURES.rows
    ] == [
        ["f/1.8", "11 mm", "11 mm", "the nearer eye alone"],
        ["f/2.8", "17 mm", "18 mm", "the nearer eye alone"],
        ["f/5.6", "34 mm", "36 mm", "both eyes of a head turned by 30°"],
        ["f/8", "48 mm", "52 mm", "nose to temples"],
    ]


@pytest.mark.parametrize(("behind_mm", "f_number"), [(31.5, 5.6), (50, 8.0)])
def test_the_apertures_agree_with_the_formula_for_a_zone(behind_mm: float, f_number: float) -> None:
    assert f_number_on_eye(85, 0.030, 85 * (1 + 500 / 36), 0, behind_mm) < f_number


def test_each_question_has_an_address_of_its_own() -> None:
    slugs = [question.slug for question in QUESTIONS]
    assert sorted(slugs) == sorted(set(slugs))
