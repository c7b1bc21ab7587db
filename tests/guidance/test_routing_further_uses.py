"""Rule 6 of the routing, case by case: how the uses beside the main one are served."""

from typing import Any

import pytest

from guidance.questionnaire import parse
from guidance.routing import Also, Recommendation, recommend
from guidance.vocabulary import ServedBy

CROP, COMBINED = ServedBy.CROP, ServedBy.COMBINED


def recommended(**answers: Any) -> Recommendation:
    return recommend(parse(answers))


def also(**answers: Any) -> list[tuple[str, str | None, str, tuple[str, ...]]]:
    pictures: tuple[Also, ...] = recommended(**answers).also
    return [(p.kind, p.style, p.served_by, p.uses) for p in pictures]


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
