"""A company day that moves or is called off takes its people along, and tells each of them."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bookings import moments
from bookings.booking.models import Booking
from bookings.moments import NewTime
from bookings.notices.delivery import deliver_due
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from bookings.series.listing import Person
from bookings.series.models import Attendee
from tests import factories
from tests.bookings.series.days import TEN_MINUTES, company_day, invited, named, turn
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def day_with_neighbours() -> Booking:
    """Ada, Ben and Cem side by side, Dev without a slot, Eve without an address."""
    booking = company_day(5)
    people = invited(booking, *named("Ada", "Ben", "Cem", "Dev"), Person("Eve"))
    for number, one in enumerate([*people[:3], people[4]]):
        moments.choose_slot(one, turn(number), NOW)
    return booking


def by_name(booking: Booking) -> dict[str, datetime | None]:
    return dict(booking.attendees.order_by("name").values_list("name", "slot"))


def written(kind: str) -> list[str]:
    rows = Notice.objects.filter(kind=kind, attendee__isnull=False, withdrawn_at__isnull=True)
    return sorted(rows.values_list("recipient_name", flat=True))


def move(booking: Booking, start: datetime, **how: Any) -> Booking:
    return moments.move(booking, NewTime(booking.place, start, **how), NOW, by="staff")


@pytest.mark.parametrize("offset", [TEN_MINUTES * 3, -TEN_MINUTES * 3, DAY])
def test_every_slot_moves_with_its_session(offset: timedelta) -> None:
    booking = day_with_neighbours()

    move(booking, START + offset)

    assert by_name(booking) == {
        "Ada": turn(0) + offset,
        "Ben": turn(1) + offset,
        "Cem": turn(2) + offset,
        "Dev": None,
        "Eve": turn(3) + offset,
    }
    assert written("moved") == ["Ada", "Ben", "Cem", "Dev"]
    assert written("slot_chosen") == []


def test_each_reads_their_own_new_time() -> None:
    booking = day_with_neighbours()
    move(booking, START + DAY)

    letters = {
        notice.recipient_name: letter_for(notice)
        for notice in Notice.objects.filter(kind="moved", attendee__isnull=False)
    }
    assert (
        letters["Ben"].subject == "New time: your slot is now on Thursday 26 November 2026, 11:10"
    )
    assert len(letters["Ben"].attachments) == 1
    assert letters["Dev"].subject == "New time: your picture is now on Thursday 26 November 2026"
    assert letters["Dev"].attachments == ()
    assert booking.reference in letters["Ben"].text


def test_another_photographer_at_the_same_time_is_no_news_to_them() -> None:
    booking = day_with_neighbours()
    other = factories.photographer([booking.package], name="Second photographer")
    factories.weekday_hours(other, booking.place)
    move(booking, START, photographer=other)

    booking.refresh_from_db()
    assert booking.photographer == other
    assert written("moved") == []
    assert written("slot_chosen") == ["Ada", "Ben", "Cem"]


def test_a_day_that_is_off_is_told_to_each() -> None:
    booking = day_with_neighbours()
    moments.cancel(booking, NOW, by="client")

    assert written("cancelled") == ["Ada", "Ben", "Cem", "Dev"]
    assert written("invitation") == []
    letter = letter_for(Notice.objects.get(kind="cancelled", recipient_name="Ada"))
    assert letter.subject == "Cancelled: your picture on Wednesday 25 November 2026"
    assert b"METHOD:CANCEL" in letter.attachments[0].content
    assert "ask Ines Okafor" in letter.text


class TestReminders:
    """One each, two mornings before."""

    EARLY = START - 10 * DAY

    def ada(self) -> Attendee:
        place = factories.place()
        booking = factories.confirmed_booking(
            factories.bookable_studio(place=place, package=factories.series_package()),
            answers={"uses": ["online_profile"], "people_in_frame": 1, "people_total": 4},
            now=self.EARLY,
        )
        (ada,) = moments.invite(booking, named("Ada"), self.EARLY)
        return ada

    def due(self, ada: Attendee) -> list[str]:
        rows = ada.notices.waiting().filter(kind="reminder")
        return [f"{row.due_at:%d %H:%M}" for row in rows]

    def test_who_has_not_chosen_is_reminded_to(self) -> None:
        ada = self.ada()

        assert self.due(ada) == ["23 08:00"]
        assert letter_for(Notice.objects.get(kind="reminder", attendee=ada.pk)).subject == (
            "Your picture on Wednesday 25 November 2026: you have no slot yet"
        )

    def test_who_has_chosen_is_reminded_of_the_slot_they_have_now(self) -> None:
        ada = self.ada()
        moments.choose_slot(ada, turn(0), self.EARLY)
        moments.choose_slot(ada, turn(2), self.EARLY)

        assert self.due(ada) == ["23 08:00"]
        assert letter_for(Notice.objects.get(kind="reminder", attendee=ada.pk)).subject == (
            "Soon: your slot on Wednesday 25 November 2026, 11:20"
        )

    def test_it_follows_a_day_that_moves(self) -> None:
        ada = self.ada()
        moments.move(ada.booking, NewTime(ada.booking.place, START + DAY), self.EARLY, by="staff")

        assert self.due(ada) == ["24 08:00"]

    def test_it_stays_where_only_the_photographer_changes(self) -> None:
        ada = self.ada()
        other = factories.photographer([ada.booking.package], name="Second photographer")
        factories.weekday_hours(other, ada.booking.place)
        moments.move(ada.booking, NewTime(ada.booking.place, START, other), self.EARLY, by="staff")

        assert self.due(ada) == ["23 08:00"]

    def test_there_is_none_of_a_day_that_is_off(self) -> None:
        ada = self.ada()
        moments.cancel(ada.booking, self.EARLY, by="client")

        assert self.due(ada) == []

    def test_none_is_sent_once_the_day_runs(self) -> None:
        ada = self.ada()
        deliver_due(START)

        assert ada.notices.get(kind="reminder").withdrawn_at == START


def test_back_to_the_slot_one_had_is_news_again() -> None:
    (ada,) = invited(company_day(), *named("Ada"))
    for number in (0, 1, 0):
        moments.choose_slot(ada, turn(number), NOW)

    assert Notice.objects.filter(kind="slot_chosen").count() == 3
    assert Notice.objects.waiting().filter(kind="slot_chosen").count() == 1
