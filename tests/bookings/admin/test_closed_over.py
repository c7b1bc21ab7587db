"""A closure over confirmed sessions is saved, and the sessions are named to whoever saved it."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bookings import moments
from bookings.admin.closed_over import closed_over
from bookings.admin.permissions import FRONT_DESK
from bookings.booking.models import Booking
from bookings.schedule.models import Closure
from tests import factories
from tests.bookings.admin.people import another_session, member, signed_in
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db

ADD = "/admin/bookings/closure/add/"
ONE = "1 confirmed session lies in this time and stands. Move or cancel it."


def typed(booking: Booking, **changes: Any) -> dict[str, Any]:
    """The photographer of `booking` is away on its day."""
    return {
        "kind": "closed",
        "photographer": booking.photographer_id,
        "reason": "Ill",
        "clock": booking.place.time_zone,
        "start_0": "2026-11-25",
        "start_1": "00:00",
        "end_0": "2026-11-26",
        "end_1": "00:00",
    } | changes


def somebody_with(*codenames: str) -> User:
    account = factories.staff("helper")
    account.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return account


def test_the_sessions_are_named_after_saving_and_on_the_page() -> None:
    booking = factories.confirmed_booking()
    link = f'<a href="/admin/bookings/booking/{booking.pk}/change/">{booking.reference}</a>'

    with signed_in(member(FRONT_DESK)) as browser:
        saved = browser.post(ADD, typed(booking), follow=True)
        page = browser.get(f"/admin/bookings/closure/{Closure.objects.get().pk}/change/")

    warning = next(one for one in saved.context["messages"] if one.level_tag == "warning")
    for said in (str(warning), page.content.decode()):
        assert ONE in said
        assert link in said
        assert "Wed 25 November 2026, 11:00–11:30 CET" in said
        assert "Ines Okafor" in said
    assert link in saved.content.decode()
    assert Booking.objects.get().state == "confirmed"


def test_who_may_not_read_the_session_reads_no_client_and_gets_no_link() -> None:
    booking = factories.confirmed_booking()
    account = somebody_with("add_closure", "view_closure")

    with signed_in(account) as browser:
        said = browser.post(ADD, typed(booking), follow=True).content.decode()

    assert ONE in said
    assert booking.reference in said
    assert "Ines Okafor" not in said
    assert f"/admin/bookings/booking/{booking.pk}/" not in said


@pytest.mark.parametrize("subject", ["place", "room", "photographer"])
def test_a_place_a_room_and_somebody_have_sessions(subject: str) -> None:
    bookable = factories.bookable_studio()
    booking = factories.confirmed_booking(bookable)
    closure = factories.closure(**{subject: getattr(bookable, subject)})
    over = closed_over(closure, member(FRONT_DESK), NOW)

    assert over is not None
    assert [one.reference for one in over.sessions] == [booking.reference]


def test_what_is_elsewhere_over_called_off_or_only_touches_is_not_named() -> None:
    bookable = factories.bookable_studio()
    booking, off = factories.confirmed_booking(bookable), another_session(bookable, 2)
    moments.cancel(off, NOW, by="staff")
    reader = member(FRONT_DESK)
    touching = factories.closure(photographer=bookable.photographer, start=booking.end)
    elsewhere = factories.closure(room=factories.room(bookable.place, name="Other room"))
    day = factories.closure(photographer=bookable.photographer)
    extra = factories.closure(
        kind="extra", photographer=bookable.photographer, place=bookable.place
    )

    assert [closed_over(one, reader, NOW) for one in (touching, elsewhere, extra)] == [None] * 3
    assert closed_over(day, reader, booking.end) is None
    over = closed_over(day, reader, NOW)
    assert over is not None
    assert [one.reference for one in over.sessions] == [booking.reference]


def test_many_sessions_cost_as_much_as_one() -> None:
    bookable, reader = factories.bookable_studio(), member(FRONT_DESK)
    # Not saved yet: it would keep the sessions from being booked.
    closure = Closure(place=bookable.place, start=START, end=START + timedelta(hours=6))

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            closed_over(closure, User.objects.get(pk=reader.pk), NOW)
        return len(queries)

    another_session(bookable, 0)
    at_one = cost()
    another_session(bookable, 1)
    another_session(bookable, 2)

    assert cost() == at_one
    over = closed_over(closure, reader, NOW)
    assert over is not None
    assert over.sentence == (
        "3 confirmed sessions lie in this time and stand. Move or cancel each of them."
    )
