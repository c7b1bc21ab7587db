"""Versions of a brief side by side, and what changed since somebody put their name to one."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bookings import moments
from bookings.admin.brief_versions import Comparison
from bookings.admin.permissions import OWNER
from bookings.booking.models import Booking
from bookings.briefs.models import ShootBrief
from bookings.briefs.reading import composed
from tests import factories
from tests.bookings.admin.people import (
    CARE_ANSWERS,
    another_session,
    member,
    photographer_account,
    signed_in,
)
from tests.factories import NOW

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)


def current(booking: Booking) -> ShootBrief:
    return booking.briefs.get(is_current=True)


def path(brief: ShootBrief) -> str:
    return f"/admin/bookings/shootbrief/{brief.pk}/change/"


def with_kit(booking: Booking, *focal_lengths_mm: int, at: Any = LATER) -> ShootBrief:
    """The version that follows when the photographer has other lenses."""
    booking.photographer.focal_lengths_mm = list(focal_lengths_mm)
    booking.photographer.save()
    return moments.recompose_brief(Booking.objects.get(pk=booking.pk), at)


def seen(account: User, brief: ShootBrief, query: str = "") -> Any:
    with signed_in(account, LATER) as browser:
        return browser.get(path(brief) + query)


def told(comparison: Comparison) -> dict[str, list[tuple[str, str]]]:
    return {
        section.title: [(change.before, change.after) for change in section.changes]
        for section in comparison.sections
    }


def test_a_comparison_says_what_has_other_numbers() -> None:
    booking = factories.confirmed_booking()
    second = with_kit(booking, 105)
    account = photographer_account(booking.photographer)

    answer = seen(account, second, "?against=1")
    comparison = answer.context["comparison"]

    assert (comparison.before, comparison.after) == (1, 2)
    assert ("85 mm on full frame", "105 mm on full frame") in told(comparison)["Lens and distance"]
    assert "What version 2 says differently from version 1" in answer.content.decode()


def test_the_earlier_version_compares_in_the_same_direction() -> None:
    booking = factories.confirmed_booking()
    first = current(booking)
    second = with_kit(booking, 105)
    account = photographer_account(booking.photographer)

    forward = seen(account, second, "?against=1").context["comparison"]
    backward = seen(account, first, "?against=2").context["comparison"]

    assert backward == forward


@pytest.mark.parametrize("against", ["1", "0", "7", "-1", "x", "", "9" * 30, "²"])
def test_what_is_no_other_version_is_not_compared_with(against: str) -> None:
    booking = factories.confirmed_booking()
    account = photographer_account(booking.photographer)

    answer = seen(account, current(booking), f"?against={against}")

    assert (answer.status_code, answer.context["comparison"]) == (200, None)


def test_what_changed_about_care_is_told_to_who_runs_the_session_alone() -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)
    given = {"access": ["seated", "interpreter"], "access_note": "Please face me when you speak"}
    moments.amend(booking, "comfort", given, LATER)
    brief = current(booking)

    own = seen(photographer_account(booking.photographer), brief, "?against=1")
    owner = seen(member(OWNER), brief, "?against=1")

    assert "Care" in told(own.context["comparison"])
    assert "Care" not in told(owner.context["comparison"])
    assert "Please face me when you speak" in own.content.decode()
    assert "Please face me when you speak" not in owner.content.decode()


def test_a_version_after_an_approval_is_flagged_with_what_is_new() -> None:
    booking = factories.confirmed_booking()
    account = photographer_account(booking.photographer)
    moments.approve_brief(current(booking), NOW, actor=account)
    second = with_kit(booking, 105)

    answer = seen(account, second)
    late = answer.context["late_change"]

    assert (late.approved_version, late.approved_by, late.because) == (
        1,
        "mara-lindqvist",
        "the kit changed",
    )
    assert "Lens and distance" in told(late.comparison)
    assert (
        "Changed since version 1 was approved by mara-lindqvist on Mon 23 November 2026,"
        " 10:00 CET: the kit changed"
    ) in " ".join(answer.content.decode().split())


def test_several_late_versions_are_told_at_once_until_one_is_approved() -> None:
    booking = factories.confirmed_booking()
    account = photographer_account(booking.photographer)
    moments.approve_brief(current(booking), NOW, actor=account)
    with_kit(booking, 105)
    third = with_kit(booking, 50, at=LATER + timedelta(minutes=1))

    late = seen(account, third).context["late_change"]
    moments.approve_brief(third, LATER + timedelta(minutes=2), actor=account)

    assert (late.comparison.before, late.comparison.after) == (1, 3)
    assert late.because == "the kit changed"
    assert seen(account, third).context["late_change"] is None
    assert seen(account, booking.briefs.get(version=2)).context["late_change"] is None


def test_a_version_of_the_same_instant_is_later_than_the_one_approved() -> None:
    booking = factories.confirmed_booking()
    account = photographer_account(booking.photographer)
    moments.approve_brief(current(booking), LATER, actor=account)
    second = with_kit(booking, 105, at=LATER)

    assert seen(account, second).context["late_change"].approved_version == 1


def test_a_line_that_a_colleague_edited_after_approval_is_a_late_change_too() -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)
    account, owner = photographer_account(booking.photographer), member(OWNER)
    brief = current(booking)
    moments.add_brief_line(brief, "light", "Mine, before", NOW, actor=account)
    moments.approve_brief(brief, NOW, actor=account)
    moments.add_brief_line(brief, "light", "The big softbox", LATER, actor=owner)

    late = seen(account, brief).context["late_change"]

    assert (late.comparison, late.because, late.edits) == (None, "", ("The big softbox (owner)",))


def test_a_brief_that_nobody_approved_has_no_late_change() -> None:
    booking = factories.confirmed_booking()
    account = photographer_account(booking.photographer)

    assert seen(account, with_kit(booking, 105)).context["late_change"] is None


def test_late_changes_stand_on_the_first_page_and_in_their_filter() -> None:
    bookable = factories.bookable_studio()
    changed, waiting, approved = (another_session(bookable, number) for number in range(3))
    account, owner = photographer_account(bookable.photographer), member(OWNER)
    for booking in (changed, approved):
        moments.approve_brief(current(booking), NOW, actor=account)
    with_kit(changed, 105)

    cards = {}
    for user in (account, owner):
        with signed_in(user, LATER) as browser:
            columns = browser.get("/admin/").context["columns"]
            listed = browser.get("/admin/bookings/shootbrief/?standing=late").context["cl"]
        cards[user.username] = {
            card.title: [(row.page, row.remark) for row in card.rows]
            for column in columns
            for card in column
            if card.title in ("Changed since approval", "Briefs to approve")
        }

    expected = {
        "Changed since approval": [(path(current(changed)), "the kit changed")],
        "Briefs to approve": [(path(current(waiting)), waiting.reference)],
    }
    assert cards == {"mara-lindqvist": expected, "owner": expected}
    assert [*listed.queryset] == [current(changed)]


def test_the_page_costs_the_same_however_much_there_is_to_read() -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)
    account = photographer_account(booking.photographer)
    moments.approve_brief(current(booking), NOW, actor=account)
    with_kit(booking, 105)

    def cost(query: str) -> int:
        with (
            signed_in(account, LATER + timedelta(hours=1)) as browser,
            CaptureQueriesContext(connection) as queries,
        ):
            assert browser.get(path(current(booking)) + query).status_code == 200
        return len(queries)

    cost("")  # what is read once for all pages
    plain = {query: cost(query) for query in ("", "?edit=1", "?why=all", "?against=1")}
    for number, focal_mm in enumerate((50, 85, 105), start=2):
        brief = with_kit(booking, focal_mm, at=LATER + timedelta(minutes=number))
        for section in composed(brief).parts:
            moments.add_brief_line(brief, section.slug, "One more", LATER, actor=account)

    assert {query: cost(query) for query in plain} == plain
    assert max(plain.values()) <= 16
