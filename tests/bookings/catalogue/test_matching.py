"""Which package answers a recommendation: the nearest first, then the cheapest."""

from typing import Any

import pytest

from bookings.catalogue.matching import Match, matches, people_of, wish_for_location
from bookings.catalogue.models import Package
from guidance.questionnaire import parse
from guidance.routing import recommend
from tests.factories import group_package, package, photographer, series_package, studio

pytestmark = pytest.mark.django_db

LINKEDIN: dict[str, Any] = {"uses": ["online_profile"], "occasion": "work"}


def offered(answers: dict[str, Any], **wish: Any) -> list[Match]:
    found = Package.objects.on_offer()
    return matches(recommend(parse(answers)), found, studio(), **wish)


def names(found: list[Match]) -> list[str]:
    return [match.package.name for match in found]


def test_the_style_counts_before_the_price() -> None:
    package(name="Cheap but theatrical", styles=["theatrical"], price_minor=100)
    package(name="Corporate", price_minor=20000)
    assert names(offered(LINKEDIN)) == ["Corporate", "Cheap but theatrical"]


def test_of_two_that_fit_the_cheaper_comes_first() -> None:
    package(name="Dear", price_minor=20000)
    package(name="Cheap", price_minor=10000)
    found = offered(LINKEDIN)
    assert names(found) == ["Cheap", "Dear"]
    assert [match.fits_exactly for match in found] == [True, True]


def test_kind_format_and_people_always_fit() -> None:
    package(name="Portrait", kind="portrait", styles=["classic"])
    group_package()
    series_package(min_people=2, max_people=4)
    assert names(offered(LINKEDIN)) == []
    assert names(offered({**LINKEDIN, "people_total": 5})) == []
    assert names(offered({**LINKEDIN, "people_total": 4})) == ["Team headshots"]


def test_an_archived_package_is_not_offered() -> None:
    package(is_active=False)
    assert offered(LINKEDIN) == []


def test_a_package_that_nobody_who_takes_bookings_offers_is_not_offered() -> None:
    away = photographer(name="Away", is_active=False)
    package(name="Of nobody", offered_by=[])
    package(name="Of one who left", offered_by=[away])
    package(name="Of two", offered_by=[photographer(name="Tove"), photographer(name="Mara"), away])
    assert names(offered(LINKEDIN)) == ["Of two"]


def test_a_combined_need_is_served_before_the_price() -> None:
    package(name="Headshot", price_minor=10000)
    package(name="Both", price_minor=30000, also_kind="portrait")
    both = {**LINKEDIN, "uses": ["online_profile", "wall_art"]}
    assert names(offered(both)) == ["Both", "Headshot"]
    assert names(offered(LINKEDIN)) == ["Headshot", "Both"]


def test_a_crop_needs_no_combined_session() -> None:
    package(name="Author", kind="portrait", styles=["author"])
    package(name="Both", kind="portrait", styles=["author"], also_kind="headshot", price_minor=1)
    assert names(offered({"uses": ["book_jacket"]})) == ["Author", "Both"]


def test_the_place_that_was_wished_for_decides_between_equals() -> None:
    package(name="In the studio", kind="portrait", styles=["editorial"], price_minor=10000)
    package(
        name="At yours", kind="portrait", styles=["editorial"], price_minor=30000, on_location=True
    )
    feature = {"uses": ["editorial"]}
    assert names(offered(feature)) == ["In the studio", "At yours"]
    assert names(offered(feature, on_location=True)) == ["At yours", "In the studio"]


@pytest.mark.parametrize(
    ("answers", "wish"),
    [
        ({}, None),
        ({"place": "unsure"}, None),
        ({"place": "location"}, True),
        ({"place": "studio", "background": "recognisable_place"}, False),
        ({"background": "recognisable_place"}, True),
        ({"background": "plain"}, None),
    ],
)
def test_a_wish_for_a_place_is_read_from_the_answers(
    answers: dict[str, str], wish: bool | None
) -> None:
    assert wish_for_location(answers) is wish


def test_a_group_counts_those_in_the_frame_and_a_series_all() -> None:
    group = recommend(parse({"uses": ["gift"], "people_in_frame": 3, "people_total": 7}))
    series = recommend(parse({"uses": ["online_profile"], "people_total": 7}))
    assert (people_of(group), people_of(series)) == (3, 7)


def test_the_price_is_that_of_these_people() -> None:
    series_package()
    found = offered({**LINKEDIN, "people_total": 4})
    assert [match.quote.total_minor for match in found] == [24000]
