"""A slot's calendar file: an event for each person, and a later file replaces an earlier one."""

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bookings import moments
from bookings.moments import NewTime
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from bookings.notices.slot_calendars import slot_calendar
from bookings.series.models import Attendee
from tests.bookings.series.days import company_day, invited, named, turn
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def event(content: bytes) -> Any:
    return Calendar.from_ical(content).events[0]


def test_the_slot_comes_back_as_it_is() -> None:
    booking = company_day()
    (ada,) = invited(booking, *named("Ada"))
    ada = moments.choose_slot(ada, turn(1), NOW)
    moments.answer_as_attendee(ada, "comfort", {"access": ["seated"], "glasses": "always"}, NOW)

    content = slot_calendar(ada, NOW)

    calendar: Any = Calendar.from_ical(content)
    found = calendar.events[0]
    assert calendar["METHOD"] == "PUBLISH"
    assert (found.start, found.end) == (turn(1), turn(2))
    assert found["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert found["SUMMARY"] == "Team headshots at Studio Halden"
    assert str(found["UID"]) != str(booking.uid)
    for unsaid in (b"Ada", b"lasses", b"eated", b"/a/"):
        assert unsaid not in content


def test_each_has_an_event_of_their_own_that_stays_the_same() -> None:
    people = invited(company_day(), *named("Ada", "Ben"))
    ada, ben = (moments.choose_slot(one, turn(n), NOW) for n, one in enumerate(people))
    later = moments.choose_slot(ada, turn(3), NOW + HOUR)

    first, other, second = (
        event(slot_calendar(one, at)) for one, at in ((ada, NOW), (ben, NOW), (later, NOW + HOUR))
    )
    assert first["UID"] == second["UID"] != other["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]


def test_every_letter_carries_a_file_that_replaces_the_last() -> None:
    booking = company_day()
    (ada,) = invited(booking, *named("Ada"))
    moments.choose_slot(ada, turn(0), NOW + HOUR)
    moments.choose_slot(ada, turn(1), NOW + 2 * HOUR)
    moments.move(booking, NewTime(booking.place, START + HOUR), NOW + 3 * HOUR, by="staff")
    moments.cancel(booking, NOW + 4 * HOUR, by="staff")

    letters = [letter_for(notice) for notice in Notice.objects.filter(attendee=ada).order_by("pk")]
    files = [letter.attachments[0].content for letter in letters if letter.attachments]
    sequences = [event(content)["SEQUENCE"] for content in files]
    assert sequences == sorted(set(sequences))
    assert Calendar.from_ical(files[-1])["METHOD"] == "CANCEL"
    assert len({event(content)["UID"] for content in files}) == 1


def test_without_a_slot_there_is_no_event() -> None:
    (ada,) = invited(company_day(), *named("Ada"))

    with pytest.raises(ValueError, match="no event"):
        slot_calendar(Attendee.objects.get(pk=ada.pk), NOW)
