"""Rules 1 to 5 of the routing, case by case: which kind, style and format."""

from typing import Any

import pytest

from guidance.questionnaire import parse
from guidance.routing import Recommendation, recommend
from guidance.vocabulary import HEADSHOT_USES, PORTRAIT_USES, Use


def recommended(**answers: Any) -> Recommendation:
    return recommend(parse(answers))


def decision(**answers: Any) -> tuple[str | None, str | None, str]:
    recommendation = recommended(**answers)
    return recommendation.kind, recommendation.style, recommendation.format


def test_rule_1_a_document_is_one_whatever_else_is_said() -> None:
    everything = {
        "occasion": "work",
        "framing": "full",
        "story": "central",
        "mood": ["joy"],
        "creative": ["props"],
    }
    assert decision(uses=["identity_document"], **everything) == ("document", "document", "single")


def test_rule_1_before_rule_2_a_document_is_never_a_group() -> None:
    family = recommended(uses=["identity_document"], people_in_frame=4, people_total=4)
    assert (family.kind, family.format) == ("document", "series")
    assert (family.people.in_frame, family.people.total) == (1, 4)
    assert [(c.answer, c.value) for c in family.conflicts] == [("people_in_frame", 4)]


@pytest.mark.parametrize("use", [*HEADSHOT_USES, *PORTRAIT_USES, Use.PERSONAL_BRAND])
def test_rule_2_several_people_in_one_frame_are_a_portrait_group(use: Use) -> None:
    kind, _style, picture_format = decision(uses=[use.value], people_in_frame=2)
    assert (kind, picture_format) == ("portrait", "group")


def test_rule_2_several_people_one_by_one_are_a_series() -> None:
    assert decision(uses=["about_page"], people_total=9) == ("headshot", "corporate", "series")
    assert decision(uses=["wall_art"], people_total=2) == ("portrait", "classic", "series")


def test_people_in_the_frame_are_one_and_altogether_those_in_the_frame_unless_told() -> None:
    alone, together, one_by_one = (
        recommended(uses=["gift"]).people,
        recommended(uses=["gift"], people_in_frame=4).people,
        recommended(uses=["gift"], people_total=4).people,
    )
    assert (alone.in_frame, alone.total) == (1, 1)
    assert (together.in_frame, together.total) == (4, 4)
    assert (one_by_one.in_frame, one_by_one.total) == (1, 4)


@pytest.mark.parametrize("use", HEADSHOT_USES)
def test_rule_3_a_headshots_use_gives_a_headshot(use: Use) -> None:
    assert recommended(uses=[use.value], occasion="personal").kind == "headshot"


@pytest.mark.parametrize("use", [*PORTRAIT_USES, Use.PERSONAL_BRAND])
def test_rule_3_a_portraits_use_gives_a_portrait(use: Use) -> None:
    assert recommended(uses=[use.value], occasion="work").kind == "portrait"


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"occasion": "work"}, "headshot"),
        ({"occasion": "personal"}, "portrait"),
        ({"framing": "face", "background": "plain"}, "headshot"),
        ({"framing": "head_shoulders", "story": "none"}, "headshot"),
        ({"framing": "waist", "story": "central"}, "portrait"),
        ({"framing": "knees", "creative": ["light", "props"]}, "portrait"),
        ({"framing": "full", "background": "recognisable_place"}, "portrait"),
        ({"background": "plain", "mood": ["professional", "warm"]}, "headshot"),
        ({"background": "recognisable_place", "mood": ["warm", "joy"]}, "portrait"),
        ({"occasion": "work", "framing": "full"}, None),
        ({"occasion": "work", "mood": ["intense"]}, None),
        ({"framing": "face"}, None),
        ({"mood": ["grief"], "creative": ["light"]}, None),
        ({"framing": "unsure", "background": "blurred_place", "story": "some"}, None),
        ({}, None),
    ],
)
def test_rule_4_without_a_use_the_score_decides_beyond_two(
    answers: dict[str, Any], kind: str | None
) -> None:
    assert recommended(**answers).kind == kind


def test_rule_4_the_score_decides_nothing_where_there_is_a_use() -> None:
    towards_a_headshot = {"occasion": "work", "framing": "face", "background": "plain"}
    assert recommended(uses=["poster"], **towards_a_headshot).kind == "portrait"


@pytest.mark.parametrize(
    ("answers", "ask"),
    [
        ({}, ("occasion", "framing", "background", "story")),
        ({"framing": "face"}, ("occasion", "background", "story")),
        ({"occasion": "work", "background": "recognisable_place"}, ("framing", "story")),
        ({"mood": ["joy"]}, ("occasion", "framing", "background", "story")),
        (
            {"occasion": "work", "framing": "unsure", "background": "unsure", "story": "central"},
            ("uses",),
        ),
        ({"occasion": "work"}, ()),
        ({"people_in_frame": 2}, ()),
    ],
)
def test_rule_4_asks_for_what_is_unanswered_and_at_last_for_the_uses(
    answers: dict[str, Any], ask: tuple[str, ...]
) -> None:
    assert recommended(**answers).ask == ask


@pytest.mark.parametrize(
    ("use", "at_work", "private"),
    [
        ("business_card", "corporate", "personal"),
        ("online_profile", "corporate", "personal"),
        ("about_page", "corporate", "personal"),
        ("social_profile", "corporate", "personal"),
        ("id_badge", "id_badge", "id_badge"),
        ("service_advert", "commercial", "commercial"),
        ("wall_art", "classic", "classic"),
        ("gift", "classic", "classic"),
        ("social_post", "classic", "classic"),
        ("book_jacket", "author", "author"),
        ("editorial", "editorial", "editorial"),
        ("blog_article", "editorial", "editorial"),
        ("lifestyle_advert", "lifestyle", "lifestyle"),
        ("fashion_advert", "fashion", "fashion"),
        ("poster", "performance", "performance"),
        ("personal_brand", "brand", "brand"),
        ("website_banner", "brand", "brand"),
        ("identity_document", "document", "document"),
    ],
)
def test_rule_5_the_main_use_and_the_occasion_give_the_style(
    use: str, at_work: str, private: str
) -> None:
    assert recommended(uses=[use], occasion="work").style == at_work
    assert recommended(uses=[use], occasion="personal").style == private


def test_rule_5_without_an_occasion_a_headshot_is_corporate_and_a_group_classic() -> None:
    assert recommended(uses=["social_profile"]).style == "corporate"
    assert recommended(uses=["social_profile"], people_in_frame=3).style == "classic"


@pytest.mark.parametrize(
    ("market", "style"),
    [("stage_screen", "theatrical"), ("adverts", "commercial"), ("both", "two_looks")],
)
def test_rule_5_the_casting_market_gives_the_style(market: str, style: str) -> None:
    assert recommended(uses=["casting"], casting_market=market).style == style


def test_rule_5_casting_without_a_market_is_a_headshot_and_a_question() -> None:
    actor = recommended(uses=["casting"])
    assert (actor.kind, actor.style, actor.ask) == ("headshot", None, ("casting_market",))
    assert [(c.answer, c.value, c.style) for c in actor.would_change[:4]] == [
        ("casting_market", "stage_screen", "theatrical"),
        ("casting_market", "adverts", "commercial"),
        ("casting_market", "both", "two_looks"),
        ("people_in_frame", 2, "classic"),
    ]


@pytest.mark.parametrize(
    ("uses", "occasion", "style"),
    [
        (["about_page"], "work", "brand"),
        (["about_page"], "personal", "classic"),
        (["casting"], None, "classic"),
        ([], "work", "brand"),
        ([], None, "classic"),
        (["poster"], "personal", "performance"),
    ],
)
def test_rule_5_the_style_of_a_group(uses: list[str], occasion: str | None, style: str) -> None:
    answers = {"occasion": occasion} if occasion else {}
    assert recommended(uses=uses, people_in_frame=4, **answers).style == style
