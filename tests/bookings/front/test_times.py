"""The page of times: what it opens on, what it offers, and that it costs the same at any size."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bookings import moments
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.front.timetable import Timetable
from bookings.schedule.models import Closure
from tests import factories
from tests.factories import CONTACT, NOW, START, Bookable
from tests.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
# The notice of 24 hours ends on Tuesday at 10:00 on the place's clock.
FIRST_DAY = date(2026, 11, 24)


@pytest.fixture
def asked(bookable: Bookable) -> Enquiry:
    return factories.enquiry(package=bookable.package)


def address(enquiry: Enquiry, name: str = "times") -> str:
    return reverse(f"front:{name}", args=[enquiry_token(enquiry)])


def shown(client: Client, enquiry: Enquiry, **query: str) -> Timetable:
    timetable: Timetable = client.get(address(enquiry), query).context["timetable"]
    return timetable


def times_of_day(timetable: Timetable) -> dict[str, list[str]]:
    return {
        str(part.name): [f"{slot.wall:%H:%M}" for slot in part.slots]
        for part in timetable.parts_of_day
    }


def free_days(timetable: Timetable) -> list[int]:
    return [cell.number for week in timetable.weeks for cell in week if cell and cell.address]


def close_until(bookable: Bookable, day: datetime) -> Closure:
    return factories.closure(place=bookable.place, start=NOW - DAY, end=day)


def test_opens_on_the_first_free_day(client: Client, asked: Enquiry) -> None:
    timetable = shown(client, asked)
    assert (timetable.month, timetable.day) == (date(2026, 11, 1), FIRST_DAY)
    assert times_of_day(timetable) == {
        "Morning": ["10:00", "10:30", "11:00", "11:30"],
        "Afternoon": [f"{hour}:{half}" for hour in range(12, 17) for half in ("00", "30")],
    }


def test_the_next_three_openings_come_first(client: Client, asked: Enquiry) -> None:
    first = [f"{slot.wall:%A %H:%M}" for slot in shown(client, asked).first]
    assert first == ["Tuesday 10:00", "Tuesday 10:30", "Tuesday 11:00"]


def test_evenings_are_named(client: Client, bookable: Bookable, asked: Enquiry) -> None:
    factories.weekday_hours(
        bookable.photographer, bookable.place, opens=time(18), closes=time(19), weekdays=[1]
    )
    assert times_of_day(shown(client, asked))["Evening"] == ["18:00", "18:30"]


def test_the_first_day_is_looked_for_up_to_the_horizon(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    close_until(bookable, NOW + 100 * DAY)
    timetable = shown(client, asked)
    assert (timetable.month, timetable.day) == (date(2027, 3, 1), date(2027, 3, 3))
    assert len(timetable.first) == 3


def test_days_without_times_are_no_links_and_today_and_the_chosen_day_are_marked(
    client: Client, asked: Enquiry
) -> None:
    page = client.get(address(asked), {"day": "2026-11-25"}).content.decode()
    cells = re.findall(r'<(?:a|span) class="day"[^>]*>', page)
    links = [re.sub(r".*day=([-\d]+).*", r"\1", cell) for cell in cells if "href" in cell]
    assert len(cells) == 30
    assert links == [f"2026-11-{day}" for day in (24, 25, 26, 27, 30)]
    assert [cell for cell in cells if "aria-current" in cell] == [
        cell for cell in cells if "day=2026-11-25" in cell
    ]
    assert sum("data-today" in cell for cell in cells) == 1


def test_the_calendar_starts_on_monday_and_holds_the_month_only(
    client: Client, asked: Enquiry
) -> None:
    weeks = shown(client, asked).weeks
    assert [cell.number if cell else None for cell in weeks[0]] == [None] * 6 + [1]
    assert [cell.number if cell else None for cell in weeks[-1]] == [30] + [None] * 6


def test_each_time_says_its_day_and_each_day_how_many_times(client: Client, asked: Enquiry) -> None:
    page = client.get(address(asked), {"day": "2026-11-25"}).content.decode()
    words = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "11:00 Wednesday 25 November 2026" in words
    assert "Wednesday 25 November 2026, 16 free times" in words
    assert "Times are in Europe/Berlin time." in words


def test_a_time_carries_its_zone_for_visitors_elsewhere(client: Client, asked: Enquiry) -> None:
    page = client.get(address(asked), {"day": "2026-11-25"}).content.decode()
    assert (
        '<time datetime="2026-11-25T10:00:00+00:00" data-zone="Europe/Berlin" '
        'data-local="{time} your time">11:00</time>'
    ) in page


def test_months_lead_to_each_other_within_the_horizon(client: Client, asked: Enquiry) -> None:
    first, last = shown(client, asked), shown(client, asked, month="2027-03")
    assert (first.previous_month, last.next_month) == (None, None)
    assert first.next_month is not None
    assert last.previous_month is not None
    assert (first.next_month.month, last.previous_month.month) == (
        date(2026, 12, 1),
        date(2027, 2, 1),
    )
    assert last.last_day == date(2027, 3, 23)
    assert max(free_days(last)) == 23


@pytest.mark.parametrize(
    ("query", "month"),
    [
        ({"month": "2026-01"}, date(2026, 11, 1)),
        ({"day": "2026-01-31"}, date(2026, 11, 1)),
        ({"month": "2090-01"}, date(2027, 3, 1)),
        ({"day": "2090-12-31"}, date(2027, 3, 1)),
    ],
)
def test_a_month_out_of_reach_shows_the_nearest_in_reach(
    client: Client, asked: Enquiry, query: dict[str, str], month: date
) -> None:
    response = client.get(address(asked), query)
    assert (response.status_code, response.context["timetable"].month) == (200, month)


def test_a_day_without_times_says_so(client: Client, asked: Enquiry) -> None:
    response = client.get(address(asked), {"day": "2026-11-28"})
    assert "No free times on this day." in response.content.decode()


def test_a_month_without_times_leads_to_the_next_with_some(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    factories.closure(place=bookable.place, start=NOW + 7.5 * DAY, end=NOW + 40 * DAY)
    response = client.get(address(asked), {"month": "2026-12"})
    timetable = response.context["timetable"]
    assert timetable.elsewhere.wall.date() == date(2027, 1, 4)
    assert timetable.elsewhere_address == f"{address(asked)}?place=old-town&day=2027-01-04"
    assert "No free times in December 2026." in response.content.decode()


def test_a_month_after_the_last_times_leads_back_to_them(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    factories.closure(place=bookable.place, start=NOW + 7.5 * DAY, end=NOW + 200 * DAY)
    timetable = shown(client, asked, month="2027-02")
    assert timetable.elsewhere is not None
    assert timetable.elsewhere.wall.date() == date(2026, 11, 30)


@pytest.mark.parametrize("query", [{}, {"month": "2026-12"}, {"day": "2026-12-24"}])
def test_no_times_at_all_leads_to_a_message(
    client: Client, bookable: Bookable, asked: Enquiry, query: dict[str, str]
) -> None:
    close_until(bookable, NOW + 400 * DAY)
    response = client.get(address(asked), query)
    assert response.context["timetable"].is_empty
    assert address(asked, "message") in response.content.decode()


def test_a_photographer_without_times_leads_to_everyone_s(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    away = factories.photographer([bookable.package], name="Ben Aster")
    factories.weekday_hours(away, bookable.place)
    factories.closure(photographer=away, start=NOW, end=NOW + 400 * DAY)
    page = client.get(address(asked), {"with": "ben-aster"}).content.decode()
    assert "No free times with Ben Aster at present" in page
    assert f'href="{address(asked)}?place=old-town">Show everyone' in page


def test_a_package_that_nobody_offers_leads_to_a_message(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    bookable.photographer.packages.clear()
    response = client.get(address(asked))
    assert response.status_code == 200
    assert address(asked, "message") in response.content.decode()


def test_a_package_no_longer_on_offer_leads_back_to_the_recommendation(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    bookable.package.is_active = False
    bookable.package.save()
    response = client.get(address(asked))
    assert (response.status_code, response["Location"]) == (302, address(asked, "result"))


def test_without_a_package_the_recommendation_comes_first(
    client: Client, bookable: Bookable
) -> None:
    undecided = factories.enquiry()
    response = client.get(address(undecided))
    assert (response.status_code, response["Location"]) == (302, address(undecided, "result"))


def test_another_place_has_its_own_clock_and_people(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    far = factories.place(name="Patan", time_zone="Asia/Kathmandu", position=1)
    factories.room(far)
    local = factories.photographer([bookable.package], name="Asha Rai")
    factories.weekday_hours(local, far)
    response = client.get(address(asked), {"place": "patan", "day": "2026-11-25"})
    timetable = response.context["timetable"]
    assert times_of_day(timetable)["Morning"][0] == "09:00"
    assert timetable.parts_of_day[0].slots[0].instant == "2026-11-25T03:15:00+00:00"
    assert [one.name for one in timetable.search.with_whom] == ["Anyone", "Asha Rai"]
    assert [(one.name, one.is_chosen) for one in timetable.search.where] == [
        ("Old town", False),
        ("Patan", True),
    ]


def test_choosing_a_photographer_shows_theirs_alone(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    early = factories.photographer([bookable.package], name="Ben Aster", position=1)
    factories.weekday_hours(early, bookable.place, opens=time(7), closes=time(8))
    timetable = shown(client, asked, **{"with": "ben-aster"})
    assert times_of_day(timetable) == {"Morning": ["07:00", "07:30"]}
    assert timetable.day == date(2026, 11, 25)
    assert timetable.next_month is not None
    assert timetable.next_month.address.endswith("?place=old-town&with=ben-aster&month=2026-12")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"place": "nowhere"}, "We don&#x27;t know that place."),
        ({"place": "old-town\0"}, "We don&#x27;t know that place."),
        ({"with": "mara-lindqvist' OR 1=1"}, "That photographer doesn&#x27;t work here."),
        ({"month": "2026-13"}, "That month doesn&#x27;t exist."),
        ({"month": "x" * 5000}, "That month doesn&#x27;t exist."),
        ({"day": "2026-02-30"}, "That day doesn&#x27;t exist."),
        ({"day": "<script>"}, "That day doesn&#x27;t exist."),
        ({"day": "9999-12-31"}, "That is too far away."),
        ({"month": "0001-01"}, "That is too far away."),
    ],
)
def test_what_cannot_be_read_is_named_and_the_times_are_shown_all_the_same(
    client: Client, asked: Enquiry, query: dict[str, str], said: str
) -> None:
    response = client.get(address(asked), query)
    assert response.status_code == 400
    assert said in response.content.decode()
    assert response.context["timetable"].day == FIRST_DAY


def test_the_own_hold_counts_as_free_and_is_told(
    client: Client, asked: Enquiry, bookable: Bookable
) -> None:
    moments.hold(asked, bookable.place, START, None, NOW)
    response = client.get(address(asked), {"day": "2026-11-25"})
    assert len(response.context["timetable"].parts_of_day[0].slots) == 6
    assert "We hold Wednesday 25 November, 11:00 at Old town for you until 10:15." in (
        response.content.decode()
    )


def test_another_s_hold_is_not_offered(client: Client, asked: Enquiry, bookable: Bookable) -> None:
    factories.held_booking(bookable)
    assert times_of_day(shown(client, asked, day="2026-11-25"))["Morning"] == [
        "09:00",
        "09:30",
        "10:00",
    ]


def test_htmx_gets_the_picker_alone_with_the_focus_on_the_day(
    client: Client, asked: Enquiry
) -> None:
    response = client.get(
        address(asked),
        {"day": "2026-11-25"},
        headers={"HX-Request": "true", "HX-Target": "picker"},
    )
    page = response.content.decode()
    assert page.strip().startswith('<div class="times times-day-chosen" id="picker"')
    assert '<h2 id="day" tabindex="-1" autofocus>Wednesday 25 November</h2>' in page


def test_looking_changes_nothing(client: Client, asked: Enquiry) -> None:
    before = Enquiry.objects.values().get()
    for query in ({}, {"month": "2026-12"}, {"day": "2026-11-25"}):
        client.get(address(asked), query)
    assert Enquiry.objects.values().get() == before
    assert Booking.objects.count() == 0


def test_an_enquiry_that_is_booked_shows_its_booking(client: Client, bookable: Bookable) -> None:
    booking = factories.confirmed_booking(bookable)
    response = client.get(address(booking.enquiry))
    assert (response.status_code, "/b/" in response["Location"]) == (302, True)


@pytest.mark.parametrize("bookings", [0, 1, 30])
@pytest.mark.parametrize("query", [{}, {"month": "2026-12"}, {"day": "2026-11-26"}])
def test_the_page_costs_the_same_however_many_bookings(
    client: Client, bookable: Bookable, asked: Enquiry, query: dict[str, str], bookings: int
) -> None:
    for opening in shown(client, asked, month="2026-12").openings[: 2 * bookings : 2]:
        factories.confirmed_booking(bookable, start=opening.start)
    with CaptureQueriesContext(connection) as page:
        client.get(address(asked), query)
    assert len(page) == 11


@pytest.mark.parametrize("query", [{}, {"month": "2026-12"}])
def test_the_widest_search_costs_one_query_more(
    client: Client, bookable: Bookable, query: dict[str, str]
) -> None:
    close_until(bookable, NOW + 100 * DAY)
    asked = factories.enquiry(package=bookable.package)
    second = factories.photographer([bookable.package], name="Ben Aster")
    factories.weekday_hours(second, bookable.place)
    with CaptureQueriesContext(connection) as page:
        client.get(address(asked), query)
    assert len(page) == 12


def test_the_hour_that_the_clock_repeats_names_its_zone(client: Client, time_machine: Any) -> None:
    place, photographer = factories.place(), factories.photographer()
    factories.weekday_hours(photographer, place, opens=time(1), closes=time(4), weekdays=[6])
    bookable = factories.bookable_studio(place=place, photographer=photographer)
    asked = factories.enquiry(package=bookable.package)
    time_machine.move_to(datetime.fromisoformat("2026-10-20T08:00Z"), tick=False)
    page = client.get(address(asked), {"day": "2026-10-25"}).content.decode()
    assert re.findall(r">(\d\d:\d\d[^<]*)</time>", page) == [
        "01:00",
        "01:30",
        "02:00 CEST",
        "02:30 CEST",
        "02:00 CET",
        "02:30 CET",
        "03:00",
        "03:30",
    ]


def test_each_time_is_a_button_that_needs_no_script(asked: Enquiry) -> None:
    walker = Walker()
    walker.go(f"{address(asked)}?day=2026-11-26")
    form = next(form for form in walker.forms if form.action == address(asked, "hold"))
    walker.send(form, button=("start", "2026-11-26T09:30:00+00:00"))
    assert walker.path == address(asked, "details")
    assert asked.bookings.get().start == datetime.fromisoformat("2026-11-26T09:30Z")


def test_a_time_held_for_a_changed_session_is_no_longer_told_of(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    held = moments.hold(asked, bookable.place, START, None, NOW)
    moments.give_details(held, CONTACT, "", NOW)
    other = factories.package(name="Another headshot")
    bookable.photographer.packages.add(other)
    moments.choose(asked, other, [], "", NOW)
    assert client.get(address(asked)).context["hold"] is None
