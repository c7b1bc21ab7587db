"""The first page: what today and tomorrow ask of whoever signed in."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.notices.models import Notice
from tests import factories
from tests.bookings.admin.people import another_session, member, photographer_account, signed_in
from tests.factories import CONTACT, NOW, START

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def cards(account: User, at: datetime) -> dict[str, list[str]]:
    """The headings of the page with the heads of their rows."""
    with signed_in(account, at) as browser:
        columns: list[list[Any]] = browser.get("/admin/").context["columns"]
    return {card.title: [row.head for row in card.rows] for column in columns for card in column}


def test_the_day_of_a_photographer_is_their_own() -> None:
    bookable = factories.bookable_studio()
    other = factories.photographer([bookable.package], name="Tove Berg")
    factories.weekday_hours(other, bookable.place)
    factories.room(bookable.place, name="South room")
    another_session(bookable, 0, photographer=bookable.photographer)
    another_session(bookable, 1, photographer=other)

    assert cards(photographer_account(bookable.photographer), START) == {
        "Today": ["Wed 25 November 2026, 11:00–11:30 CET"],
        "Tomorrow": [],
        "Sessions to close": [],
        "Briefs to approve": [],
    }
    assert cards(photographer_account(other), START - DAY) == {
        "Today": [],
        "Tomorrow": ["Wed 25 November 2026, 12:00–12:30 CET"],
        "Sessions to close": [],
        "Briefs to approve": ["Wed 25 November 2026, 12:00 CET"],
    }


def test_the_desk_sees_holds_messages_and_letters_that_failed() -> None:
    bookable = factories.bookable_studio()
    another_session(bookable, 0)
    Notice.objects.filter(kind="confirmation").update(given_up_at=NOW)
    factories.held_booking(bookable, start=START + timedelta(hours=2))
    asked = factories.enquiry()
    moments.write_to_studio(asked, CONTACT, "Do you photograph dogs?", NOW)

    assert cards(member(FRONT_DESK), NOW + timedelta(minutes=5)) == {
        "Today": [],
        "Tomorrow": [],
        "Sessions to close": [],
        "Held now": ["Wed 25 November 2026, 13:00–13:30 CET"],
        "Messages of the last two weeks": ["Mon 23 November 2026, 10:00 CET"],
        "Letters that did not go out": ["Confirmation to the client"],
    }


def test_a_hold_that_ran_out_and_a_cancelled_session_are_not_in_the_day() -> None:
    bookable = factories.bookable_studio()
    factories.held_booking(bookable)
    cancelled = another_session(bookable, 2)
    moments.cancel(cancelled, NOW, by="staff")

    day = cards(member(OWNER), START)

    assert (day["Today"], day["Held now"], day["Briefs to approve"]) == ([], [], [])


def to_close(account: User, at: datetime) -> list[str]:
    """The pages behind the card of sessions that are over."""
    with signed_in(account, at) as browser:
        columns: list[list[Any]] = browser.get("/admin/").context["columns"]
    shown = {card.title: card for column in columns for card in column}
    return [row.page for row in shown["Sessions to close"].rows]


def test_a_session_that_is_over_waits_to_be_closed_by_whoever_works_with_it() -> None:
    bookable = factories.bookable_studio()
    other = factories.photographer([bookable.package], name="Tove Berg")
    factories.weekday_hours(other, bookable.place)
    mine = another_session(bookable, 0, photographer=bookable.photographer)
    theirs = another_session(bookable, 1, photographer=other)
    photographer, owner = photographer_account(bookable.photographer), member(OWNER)
    first, second = (f"/admin/bookings/booking/{row.pk}/change/" for row in (mine, theirs))

    assert to_close(owner, mine.end - timedelta(seconds=1)) == []
    assert to_close(owner, mine.end) == [first]
    assert to_close(owner, START + 9 * DAY) == [first, second]
    assert to_close(member(FRONT_DESK), START + 9 * DAY) == [first, second]
    assert to_close(photographer, START + 9 * DAY) == [first]

    moments.complete(mine, mine.end)

    assert to_close(owner, START + 9 * DAY) == [second]


def test_a_calendar_that_can_not_be_read_is_flagged_while_it_can_not() -> None:
    bookable = factories.bookable_studio()
    calendar = bookable.photographer.outside_calendars.create(name="Home", last_error="Timed out.")
    title, desk = "Outside calendars that can't be read", member(FRONT_DESK)

    assert cards(desk, NOW)[title] == ["Home"]
    calendar.last_error = ""
    calendar.save()
    assert title not in cards(desk, NOW)


def test_the_day_costs_the_same_however_many_sessions_wait(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    bookable = factories.bookable_studio()
    account = member(OWNER)
    for number in (0, 2):
        another_session(bookable, number)
        with (
            signed_in(account, START + timedelta(hours=4)) as browser,
            django_assert_num_queries(13),
        ):
            browser.get("/admin/")


def test_the_day_is_that_of_the_place() -> None:
    auckland = factories.place(name="Harbour", time_zone="Pacific/Auckland")
    bookable = factories.bookable_studio(place=auckland)
    start = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)
    factories.confirmed_booking(bookable, start=start)

    account = member(OWNER)

    assert cards(account, datetime(2026, 11, 25, 10, 0, tzinfo=UTC))["Tomorrow"] == [
        "Thu 26 November 2026, 09:00–09:30 NZDT"
    ]
    assert cards(account, datetime(2026, 11, 25, 12, 0, tzinfo=UTC))["Today"] == [
        "Thu 26 November 2026, 09:00–09:30 NZDT"
    ]


def test_the_sidebar_leads_only_where_one_may_go() -> None:
    factories.studio()

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get("/admin/").content.decode()

    assert "/admin/bookings/enquiry/" in page
    assert "/admin/bookings/package/" not in page
    assert "/admin/auth/user/" not in page


def test_signing_in_leads_to_the_day() -> None:
    account = member(FRONT_DESK)
    account.set_password("a long enough phrase")
    account.save()

    with signed_in(None) as browser:
        page = browser.get("/admin/login/")
        answer = browser.post(
            "/admin/login/", {"username": account.username, "password": "a long enough phrase"}
        )

    assert "'unsafe-eval'" in page.headers["Content-Security-Policy"]
    assert answer.headers["Location"] == "/admin/"
