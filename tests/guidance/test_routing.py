"""The seven rules of the routing, case by case."""

from typing import Any

import pytest

from guidance.questionnaire import parse
from guidance.routing import Also, Change, Recommendation, recommend
from guidance.texts import render
from guidance.vocabulary import HEADSHOT_USES, PORTRAIT_USES, Kind, ServedBy, Style, Use

CROP, COMBINED = ServedBy.CROP, ServedBy.COMBINED


def recommended(**answers: Any) -> Recommendation:
    return recommend(parse(answers))


def decision(**answers: Any) -> tuple[str | None, str | None, str]:
    recommendation = recommended(**answers)
    return recommendation.kind, recommendation.style, recommendation.format


def also(**answers: Any) -> list[tuple[str, str | None, str, tuple[str, ...]]]:
    pictures: tuple[Also, ...] = recommended(**answers).also
    return [(p.kind, p.style, p.served_by, p.uses) for p in pictures]


def conflicts(**answers: Any) -> list[tuple[str, str | int]]:
    return [(c.answer, c.value) for c in recommended(**answers).conflicts]


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


@pytest.mark.parametrize("framing", ["face", "head_shoulders", "waist", "unsure", None])
def test_rule_6_a_headshot_is_cropped_from_a_portrait_framed_closely(framing: str | None) -> None:
    answers = {"framing": framing} if framing else {}
    assert also(uses=["wall_art", "business_card"], **answers) == [
        ("headshot", "corporate", CROP, ("business_card",))
    ]


@pytest.mark.parametrize("framing", ["knees", "full"])
def test_rule_6_from_a_wide_portrait_only_small_pictures_are_cropped(framing: str) -> None:
    uses = ["wall_art", "online_profile", "social_profile", "id_badge", "business_card"]
    assert also(uses=uses, framing=framing) == [
        ("headshot", "corporate", COMBINED, ("business_card",)),
        ("headshot", "id_badge", CROP, ("id_badge",)),
        ("headshot", "corporate", CROP, ("online_profile", "social_profile")),
    ]


def test_rule_6_a_group_serves_no_headshot() -> None:
    assert also(uses=["wall_art", "online_profile"], people_in_frame=5) == [
        ("headshot", "corporate", COMBINED, ("online_profile",))
    ]


def test_rule_6_a_headshot_serves_no_portrait() -> None:
    assert also(uses=["online_profile", "poster", "wall_art"]) == [
        ("portrait", "classic", COMBINED, ("wall_art",)),
        ("portrait", "performance", COMBINED, ("poster",)),
    ]


def test_rule_6_uses_on_the_same_side_need_no_second_picture() -> None:
    assert also(uses=["online_profile", "id_badge"]) == []
    assert also(uses=["wall_art", "poster"]) == []


def test_rule_6_a_document_goes_beside_anything_and_anything_beside_it() -> None:
    assert also(uses=["wall_art", "identity_document"], framing="face") == [
        ("document", "document", COMBINED, ("identity_document",))
    ]
    assert also(uses=["identity_document", "online_profile", "gift"], occasion="personal") == [
        ("headshot", "personal", COMBINED, ("online_profile",)),
        ("portrait", "classic", COMBINED, ("gift",)),
    ]


def test_rule_6_a_personal_brand_gets_both_pictures() -> None:
    headshot = ("headshot", "corporate", COMBINED, ("personal_brand",))
    portrait = ("portrait", "brand", COMBINED, ("personal_brand",))
    assert also(uses=["personal_brand"], framing="face") == [headshot]
    assert also(uses=["online_profile", "personal_brand"]) == [portrait]
    assert also(uses=["wall_art", "personal_brand"], framing="full") == [headshot]
    assert also(uses=["wall_art", "personal_brand"]) == [
        ("headshot", "corporate", CROP, ("personal_brand",))
    ]
    assert also(uses=["identity_document", "personal_brand"]) == [portrait, headshot]


def test_rule_6_a_private_persons_brand_has_a_personal_headshot() -> None:
    assert also(uses=["personal_brand"], occasion="personal") == [
        ("headshot", "personal", COMBINED, ("personal_brand",))
    ]


@pytest.mark.parametrize(("use", "style"), [("book_jacket", "author"), ("editorial", "editorial")])
def test_rule_6_a_jacket_and_a_feature_always_add_a_headshot_crop(use: str, style: str) -> None:
    crop = ("headshot", "corporate", CROP, (use,))
    assert also(uses=[use]) == [crop]
    assert also(uses=[use], framing="full", people_in_frame=2) == [crop]
    assert also(uses=["wall_art", use], framing="full") == [crop]
    assert also(uses=["online_profile", use]) == [("portrait", style, COMBINED, (use,)), crop]


def test_rule_6_casting_beside_a_portrait_asks_for_its_market() -> None:
    violinist = recommended(uses=["poster", "casting"])
    assert (violinist.kind, violinist.style, violinist.ask) == (
        "portrait",
        "performance",
        ("casting_market",),
    )
    assert [picture.style for picture in violinist.also] == [None]
    assert recommended(uses=["poster", "casting"], casting_market="both").ask == ()


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
