"""A session goes to another room, and a page that is behind moves nothing: who learns of what."""

from datetime import timedelta
from decimal import Decimal

import pytest
from icalendar import Calendar

from bookings import moments
from bookings.booking.errors import MovedMeanwhile, SlotTaken
from bookings.booking.models import Booking
from bookings.moments import NewTime
from bookings.notices.calendars import booking_calendar
from bookings.notices.letters import letter_for
from bookings.schedule.models import Room
from bookings.series.listing import Person
from tests.factories import (
    NOW,
    START,
    Bookable,
    bookable_studio,
    confirmed_booking,
    photographer,
    place,
    room,
    series_package,
    staff,
    weekday_hours,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
TEAM = {"uses": ["online_profile"], "occasion": "work", "people_in_frame": 1, "people_total": 4}


def with_south_room(studio: Bookable) -> Room:
    return room(studio.place, name="South room")


def into(booking: Booking, other: Room, *, override_reason: str = "") -> NewTime:
    """The time that it has, in another room."""
    return NewTime(booking.place, booking.start, booking.photographer, other, override_reason)


def by_desk(booking: Booking, to: NewTime, *, seen: int | None = None) -> Booking:
    return moments.move(booking, to, NOW, by="staff", seen=seen)


def waiting(booking: Booking) -> list[tuple[str, str]]:
    rows = booking.notices.waiting().order_by("pk")
    return list(rows.values_list("kind", "recipient_name"))


def test_another_room_at_the_same_time_is_a_move() -> None:
    studio = bookable_studio()
    booking, south = confirmed_booking(studio), with_south_room(studio)

    moved = by_desk(booking, into(booking, south))

    assert (moved.start, moved.room, moved.sequence) == (START, south, 1)
    assert set(moved.allocations.values_list("room__name", flat=True)) == {None, "South room"}
    event = moved.events.get(kind="moved")
    assert event.note == "Old town, North room > Old town, South room"
    assert by_desk(moved, into(moved, south)).sequence == 1


def test_without_a_room_named_the_same_time_is_no_move() -> None:
    booking = confirmed_booking()

    assert by_desk(booking, NewTime(booking.place, START)).sequence == 0


def test_another_room_composes_the_brief_anew() -> None:
    studio = bookable_studio()
    booking, south = confirmed_booking(studio), with_south_room(studio)

    moved = by_desk(booking, into(booking, south))

    assert moved.briefs.get(is_current=True).because == ["room"]


def test_of_another_room_the_photographer_reads_and_the_client_does_not() -> None:
    studio = bookable_studio()
    booking, south = confirmed_booking(studio), with_south_room(studio)
    before = waiting(booking)

    moved = by_desk(booking, into(booking, south))

    assert waiting(moved) == [*before, ("rescheduled", "Mara Lindqvist")]
    letter = letter_for(moved.notices.get(kind="rescheduled"))
    assert letter.subject.startswith("Another room: ")
    assert "new time" not in letter.text + letter.html
    [event] = Calendar.from_ical(booking_calendar(moved)).walk("VEVENT")
    assert (event["SEQUENCE"], "South room" in str(event["LOCATION"])) == (1, True)


def test_a_word_about_a_new_time_still_goes_out_when_the_room_changes_after_it() -> None:
    studio = bookable_studio()
    south = with_south_room(studio)
    booking = by_desk(confirmed_booking(studio), NewTime(studio.place, START + HOUR))
    assert ("moved", "Ines Okafor") in waiting(booking)

    moved = by_desk(booking, into(booking, south))

    kinds = [kind for kind, _name in waiting(moved)]
    assert (kinds.count("moved"), kinds.count("rescheduled")) == (1, 1)


def test_the_people_of_a_company_day_read_nothing_of_another_room() -> None:
    studio = bookable_studio(package=series_package())
    booking, south = confirmed_booking(studio, answers=TEAM), with_south_room(studio)
    moments.invite(booking, [Person("Ada", "ada@example.com")], NOW)
    to_ada = [kind for kind, name in waiting(booking) if name == "Ada"]

    moved = by_desk(booking, into(booking, south))

    assert [kind for kind, name in waiting(moved) if name == "Ada"] == to_ada


def test_another_place_or_photographer_is_news_to_the_client() -> None:
    studio = bookable_studio()
    second = photographer([studio.package], name="Second")
    elsewhere = place(name="Elsewhere")
    room(elsewhere, name="Loft")
    for where in (studio.place, elsewhere):
        weekday_hours(second, where)
    booking = confirmed_booking(studio, photographer=studio.photographer)

    by_desk(booking, NewTime(studio.place, START, second))
    assert booking.notices.filter(kind="moved").count() == 1
    by_desk(booking, NewTime(elsewhere, START, second))
    assert booking.notices.filter(kind="moved").count() == 2
    notes = booking.events.filter(kind="moved").order_by("pk").values_list("note", flat=True)
    assert list(notes) == [
        "Mara Lindqvist > Second",
        "Old town, North room > Elsewhere, Loft",
    ]


def test_a_room_that_is_taken_or_does_not_suit_is_refused() -> None:
    studio = bookable_studio()
    second = photographer([studio.package], name="Second")
    weekday_hours(second, studio.place)
    south = with_south_room(studio)
    broom = room(studio.place, name="Broom cupboard", length_m=Decimal(2))
    booking = confirmed_booking(studio, photographer=studio.photographer)
    other = confirmed_booking(studio, photographer=second)
    assert {booking.room, other.room} == {studio.room, south}
    theirs = other.room
    assert theirs is not None

    with pytest.raises(SlotTaken):
        by_desk(booking, into(booking, theirs))
    with pytest.raises(SlotTaken):
        by_desk(booking, into(booking, theirs, override_reason="It is nicer there"))
    with pytest.raises(SlotTaken):
        by_desk(booking, into(booking, broom))
    assert by_desk(booking, into(booking, broom, override_reason="A close one")).room == broom


def test_what_was_decided_on_an_old_page_moves_nothing() -> None:
    booking = confirmed_booking()
    first = by_desk(booking, NewTime(booking.place, START + HOUR), seen=0)
    assert first.sequence == 1

    with pytest.raises(MovedMeanwhile):
        by_desk(booking, NewTime(booking.place, START + 2 * HOUR), seen=0)

    booking.refresh_from_db()
    assert (booking.start, booking.sequence) == (START + HOUR, 1)
    assert by_desk(booking, NewTime(booking.place, START + HOUR), seen=0).sequence == 1
    assert by_desk(booking, NewTime(booking.place, START + 2 * HOUR), seen=1).sequence == 2


def test_the_reason_of_a_room_that_does_not_suit_is_kept() -> None:
    studio = bookable_studio()
    broom = room(studio.place, name="Broom cupboard", length_m=Decimal(2))
    booking = confirmed_booking(studio)

    moved = moments.move(
        booking,
        into(booking, broom, override_reason="A close one"),
        NOW,
        by="staff",
        actor=staff("desk"),
    )

    assert moved.override_reason == "A close one"
