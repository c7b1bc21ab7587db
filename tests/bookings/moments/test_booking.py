"""The moments of a booking: what each changes, what it refuses, and what stays as it was."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from bookings import moments
from bookings.booking.errors import (
    DetailsMissing,
    HoldExpired,
    HoldOutdated,
    IllegalMove,
    NotOffered,
    PackageUnavailable,
    SlotTaken,
    TooEarly,
)
from bookings.booking.models import Booking, Client
from bookings.booking.states import FOLLOWING, BookingState
from bookings.notices.models import Notice
from bookings.schedule.models import Allocation
from tests.factories import (
    CONTACT,
    NOW,
    START,
    add_on,
    bookable_studio,
    client,
    completed_booking,
    confirmed_booking,
    enquiry,
    held_booking,
    package,
    photographer,
    weekday_hours,
)

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def events(booking: Booking) -> list[str]:
    return [event.kind for event in booking.events.all()]


def test_a_hold_takes_photographer_and_room_with_their_buffers() -> None:
    studio = bookable_studio()
    booking = held_booking(studio)
    spans = list(Allocation.objects.values_list("photographer", "room", "start", "end"))
    start, end = START - 10 * MINUTE, START + 40 * MINUTE
    assert spans == [(studio.photographer.pk, None, start, end), (None, studio.room.pk, start, end)]
    assert booking.hold_expires_at == NOW + 15 * MINUTE
    assert events(booking) == ["held"]


def test_the_same_click_twice_is_one_hold() -> None:
    studio = bookable_studio()
    asked = enquiry(package=studio.package)
    first = moments.hold(asked, studio.place, START, None, NOW)
    assert moments.hold(asked, studio.place, START, None, NOW + MINUTE) == first


def test_another_time_replaces_the_hold() -> None:
    studio = bookable_studio()
    asked = enquiry(package=studio.package)
    first = moments.hold(asked, studio.place, START, None, NOW)
    later = START + 30 * MINUTE
    second = moments.hold(asked, studio.place, later, None, NOW + MINUTE)
    first.refresh_from_db()
    assert (first.state, second.state, second.start) == ("released", "held", later)


def test_a_refused_time_leaves_the_hold_that_stood() -> None:
    studio = bookable_studio()
    asked = enquiry(package=studio.package)
    first = moments.hold(asked, studio.place, START, None, NOW)
    with pytest.raises(NotOffered):
        moments.hold(asked, studio.place, START + 7 * MINUTE, None, NOW)
    first.refresh_from_db()
    assert (first.state, first.allocations.count()) == ("held", 2)


def test_a_taken_time_is_refused_with_the_nearest_free_ones() -> None:
    studio = bookable_studio()
    held_booking(studio)
    asked = enquiry(package=studio.package)
    with pytest.raises(SlotTaken) as refusal:
        moments.hold(asked, studio.place, START, None, NOW)
    assert type(refusal.value) is SlotTaken
    nearest = [opening.start for opening in refusal.value.alternatives]
    assert nearest == [START - 90 * MINUTE, START - 60 * MINUTE, START + 60 * MINUTE]


def test_a_time_outside_hours_was_never_offered() -> None:
    studio = bookable_studio()
    asked = enquiry(package=studio.package)
    with pytest.raises(NotOffered):
        moments.hold(asked, studio.place, START.replace(hour=3), None, NOW)


def test_a_lapsed_hold_gives_way_at_once() -> None:
    studio = bookable_studio()
    lapsed = held_booking(studio)
    asked = enquiry(package=studio.package)
    later = NOW + 15 * MINUTE
    booking = moments.hold(asked, studio.place, START, None, later)
    lapsed.refresh_from_db()
    assert (lapsed.state, booking.state) == ("expired", "held")


def test_any_photographer_means_the_one_with_the_least_to_do() -> None:
    studio = bookable_studio()
    second = photographer([studio.package], name="Second")
    weekday_hours(second, studio.place)
    first_booking = confirmed_booking(studio)
    asked = enquiry(package=studio.package)
    booking = moments.hold(asked, studio.place, START + 120 * MINUTE, None, NOW)
    assert [first_booking.photographer, booking.photographer] == [studio.photographer, second]


def test_a_chosen_photographer_is_kept() -> None:
    studio = bookable_studio()
    second = photographer([studio.package], name="Second")
    weekday_hours(second, studio.place)
    booking = held_booking(studio, photographer=second)
    assert booking.photographer == second


def test_confirming_freezes_letters_and_drafts() -> None:
    booking = confirmed_booking()
    assert booking.state == BookingState.CONFIRMED
    assert events(booking) == ["held", "details", "confirmed"]
    assert booking.briefs.get().is_current
    kinds = Notice.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["confirmation", "assignment"]
    assert set(booking.allocations.values_list("expires_at", flat=True)) == {None}


def test_confirming_twice_confirms_once() -> None:
    booking = confirmed_booking()
    again = moments.confirm(booking, NOW + MINUTE)
    assert (again.pk, again.confirmed_at) == (booking.pk, NOW)
    assert Notice.objects.count() == 2


def test_confirming_needs_someone_to_confirm_for() -> None:
    with pytest.raises(DetailsMissing):
        moments.confirm(held_booking(), NOW)


def test_confirming_after_the_hold_ran_out_is_refused() -> None:
    booking = held_booking()
    moments.give_details(booking, CONTACT, "", NOW)
    with pytest.raises(HoldExpired):
        moments.confirm(booking, NOW + 15 * MINUTE)


def test_details_survive_a_hold_that_ran_out() -> None:
    booking = held_booking()
    with pytest.raises(HoldExpired):
        moments.give_details(booking, CONTACT, "I am nervous", NOW + 15 * MINUTE)
    booking.enquiry.refresh_from_db()
    assert booking.enquiry.client is not None
    assert (booking.enquiry.client.name, booking.enquiry.note) == (CONTACT.name, "I am nervous")


def test_one_name_and_address_is_one_client() -> None:
    studio = bookable_studio()
    confirmed_booking(studio)
    confirmed_booking(studio, start=START + 120 * MINUTE)
    assert Client.objects.count() == 1


def test_a_known_address_under_another_name_is_another_client() -> None:
    studio = bookable_studio()
    confirmed_booking(studio)
    stranger = moments.Contact("Someone Else", CONTACT.email)
    confirmed_booking(studio, start=START + 120 * MINUTE, contact=stranger)
    names = Client.objects.order_by("pk").values_list("name", flat=True)
    assert list(names) == [CONTACT.name, "Someone Else"]


def test_later_changes_of_package_and_rules_change_no_past_sale() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)
    sold = (booking.quote, booking.policy, booking.package_as_sold, booking.total_minor)
    studio.package.price_minor, studio.package.name = 99900, "Dearer"
    studio.package.save()
    studio.studio.free_change_hours = 1
    studio.studio.save()
    booking.refresh_from_db()
    now_sold = (booking.quote, booking.policy, booking.package_as_sold, booking.total_minor)
    assert now_sold == sold


def test_the_quote_counts_people_and_add_ons() -> None:
    studio = bookable_studio()
    make_up = add_on([studio.package])
    booking = held_booking(studio, add_ons=[make_up])
    assert [line["unit_minor"] for line in booking.quote["lines"]] == [9500, 6000]
    assert (booking.total_minor, booking.deposit_minor, booking.currency) == (15500, 7750, "EUR")
    assert booking.end - booking.start == 60 * MINUTE


def test_an_add_on_of_another_package_is_refused() -> None:
    studio = bookable_studio()
    with pytest.raises(PackageUnavailable):
        enquiry(package=studio.package, add_ons=[add_on()])


def test_an_archived_package_can_not_be_chosen_or_held() -> None:
    studio = bookable_studio()
    asked = enquiry(package=studio.package)
    studio.package.is_active = False
    studio.package.save()
    asked.refresh_from_db()
    with pytest.raises(PackageUnavailable):
        moments.hold(asked, studio.place, START, None, NOW)
    with pytest.raises(PackageUnavailable):
        enquiry(package=studio.package)


def test_a_package_for_more_people_than_come_is_refused() -> None:
    crowd = package(format="series", min_people=5, max_people=9)
    with pytest.raises(PackageUnavailable):
        enquiry(package=crowd)


def test_cancelling_frees_the_time_and_raises_the_sequence() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)
    cancelled = moments.cancel(booking, NOW, by="client", reason="Ill")
    assert (cancelled.state, cancelled.sequence) == ("cancelled", 1)
    assert Allocation.objects.count() == 0
    assert [event.note for event in cancelled.events.all()][-1] == "Ill"
    assert held_booking(studio).start == START


def test_completing_starts_the_record_from_the_brief() -> None:
    booking = completed_booking()
    plan = booking.record.planned
    assert booking.record.focal_length_mm == plan["framing"]["focal_mm"]
    assert booking.record.aperture == Decimal(str(plan["aperture"]["f_number"]))
    assert booking.record.looks.count() == booking.package_as_sold["looks"]


@pytest.mark.parametrize("moment", [moments.complete, moments.miss])
def test_a_session_that_has_not_begun_is_neither_completed_nor_missed(
    moment: Callable[..., object],
) -> None:
    booking = confirmed_booking()
    with pytest.raises(TooEarly):
        moment(booking, booking.start - MINUTE)


def test_sweeping_lets_go_only_what_has_run_out() -> None:
    studio = bookable_studio()
    held_booking(studio)
    held_booking(studio, start=START + 120 * MINUTE, now=NOW + 5 * MINUTE)
    assert moments.expire_holds(NOW + 15 * MINUTE) == 1
    states = Booking.objects.order_by("start").values_list("state", flat=True)
    assert list(states) == ["expired", "held"]


def test_an_event_is_never_rewritten() -> None:
    event = held_booking().events.get()
    event.note = "something else"
    with pytest.raises(TypeError):
        event.save()


@pytest.mark.parametrize("state", BookingState)
def test_only_the_listed_changes_of_state_are_legal(state: BookingState) -> None:
    booking = held_booking()
    someone = {"client": client(), "confirmed_at": NOW}
    Booking.objects.filter(pk=booking.pk).update(state=state, **someone)
    legal: dict[BookingState, Callable[[], object]] = {
        BookingState.CANCELLED: lambda: moments.cancel(booking, NOW, by="staff"),
        BookingState.COMPLETED: lambda: moments.complete(booking, booking.end),
        BookingState.NO_SHOW: lambda: moments.miss(booking, booking.end),
        BookingState.DELIVERED: lambda: moments.deliver(booking, booking.end),
        BookingState.RELEASED: lambda: moments.release(booking, NOW),
    }
    for target, moment in legal.items():
        if target not in FOLLOWING[state]:
            with pytest.raises(IllegalMove):
                moment()


def test_the_database_refuses_a_second_live_booking_of_an_enquiry() -> None:
    booking = held_booking()
    booking.pk, booking.reference = None, "CL-AAAAAA"
    booking.uid = "00000000-0000-4000-8000-000000000001"
    with pytest.raises(IntegrityError), transaction.atomic():
        booking.save(force_insert=True)


def test_a_session_that_was_changed_after_it_was_held_is_not_confirmed() -> None:
    studio = bookable_studio()
    held = held_booking(studio)
    moments.give_details(held, CONTACT, "", NOW)
    dearer = package(name="Dearer", price_minor=99900)
    moments.choose(held.enquiry, dearer, [], "", NOW)
    with pytest.raises(HoldOutdated):
        moments.confirm(held, NOW)
    held.refresh_from_db()
    assert (held.state, Notice.objects.count()) == ("held", 0)


def test_the_database_refuses_a_confirmed_booking_for_nobody() -> None:
    booking = held_booking()
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.filter(pk=booking.pk).update(state=BookingState.CONFIRMED)
