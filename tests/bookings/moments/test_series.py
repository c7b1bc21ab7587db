"""A company day: invited once, one slot each, nobody on a colleague's, answers kept apart."""

from datetime import timedelta

import pytest

from bookings import moments
from bookings.booking.errors import (
    IllegalMove,
    NotOffered,
    SlotGone,
    TooEarly,
    TooManyPeople,
)
from bookings.booking.models import Booking
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from bookings.series.listing import Person
from bookings.series.models import Attendee
from bookings.series.slots import free_slots, slots
from tests.factories import (
    NOW,
    START,
    bookable_studio,
    confirmed_booking,
    series_package,
    staff,
)

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
PEOPLE = [Person("Ada", "ada@example.com"), Person("Ben", "ben@example.com"), Person("Cem")]
TEAM = {"uses": ["online_profile"], "occasion": "work", "people_in_frame": 1, "people_total": 4}


def company_day() -> Booking:
    """Four people, ten minutes each, in an hour."""
    return confirmed_booking(bookable_studio(package=series_package()), answers=TEAM)


def invited() -> tuple[Booking, list[Attendee]]:
    booking = company_day()
    return booking, moments.invite(booking, PEOPLE, NOW)


def test_slots_follow_one_another_and_the_last_are_to_catch_up() -> None:
    booking = company_day()
    found = slots(booking)

    assert [(slot.start - booking.start) // MINUTE for slot in found] == [0, 10, 20, 30, 40, 50]
    assert [slot.is_spare for slot in found] == [False, False, False, False, True, True]
    assert found[-1].end == booking.end


def test_a_session_of_one_has_no_slots() -> None:
    assert slots(confirmed_booking()) == []


def test_who_has_an_address_is_invited_by_letter_and_once() -> None:
    booking, people = invited()
    again = moments.invite(booking, [Person("ADA", "Ada@Example.com"), Person("Dev")], NOW)

    assert [one.name for one in people] == ["Ada", "Ben", "Cem"]
    assert [one.name for one in again] == ["Dev"]
    letters = Notice.objects.filter(kind="invitation").order_by("pk")
    assert [letter.recipient_email for letter in letters] == ["ada@example.com", "ben@example.com"]


def test_more_people_than_booked_are_refused_together_but_for_staff() -> None:
    booking = company_day()
    crowd = [Person(f"Person {n}") for n in range(7)]

    with pytest.raises(TooManyPeople):
        moments.invite(booking, crowd, NOW)
    with pytest.raises(TooManyPeople):
        moments.invite(booking, crowd[:5], NOW)
    assert not Attendee.objects.exists()
    assert len(moments.invite(booking, crowd[:6], NOW, actor=staff("desk"))) == 6


def test_a_slot_is_taken_once_and_changed_at_will() -> None:
    booking, (ada, ben, _cem) = invited()
    moments.choose_slot(ada, START, NOW)
    with pytest.raises(SlotGone):
        moments.choose_slot(ben, START, NOW)
    moments.choose_slot(ada, START + 10 * MINUTE, NOW)
    moments.choose_slot(ben, START, NOW)

    chosen = booking.attendees.exclude(slot=None).values_list("name", "slot")
    assert list(chosen) == [("Ben", START), ("Ada", START + 10 * MINUTE)]
    assert len(free_slots(booking)) == 4
    assert Notice.objects.filter(kind="slot_chosen").count() == 3


def test_the_same_slot_again_writes_no_second_letter() -> None:
    _booking, (ada, *_rest) = invited()
    moments.choose_slot(ada, START, NOW)
    moments.choose_slot(ada, START, NOW)

    assert Notice.objects.filter(kind="slot_chosen").count() == 1


@pytest.mark.parametrize("minutes", [5, -10, 60])
def test_only_the_day_s_own_slots_can_be_taken(minutes: int) -> None:
    _booking, (ada, *_rest) = invited()

    with pytest.raises(NotOffered):
        moments.choose_slot(ada, START + minutes * MINUTE, NOW)


def test_a_slot_that_has_begun_is_over_while_later_ones_catch_up() -> None:
    _booking, (ada, *_rest) = invited()
    during = START + 25 * MINUTE

    with pytest.raises(NotOffered):
        moments.choose_slot(ada, START + 20 * MINUTE, during)
    assert moments.choose_slot(ada, START + 50 * MINUTE, during).slot == START + 50 * MINUTE


def test_each_answers_for_themselves_and_care_is_kept_apart() -> None:
    _booking, (ada, *_rest) = invited()
    moments.answer_as_attendee(ada, "comfort", {"glasses": "always", "access": ["seated"]}, NOW)
    moments.answer_as_attendee(
        ada, "clothes", {"clothes": "plain", "uses": ["identity_document"]}, NOW
    )

    ada.refresh_from_db()
    assert ada.answers == {"glasses": "always", "clothes": "plain"}
    assert ada.care == {"access": ["seated"]}
    with pytest.raises(IllegalMove):
        moments.answer_as_attendee(ada, "purpose", {"uses": ["wall_art"]}, NOW)


def test_who_is_taken_off_the_list_leaves_the_slot_free() -> None:
    booking, (ada, ben, _cem) = invited()
    moments.choose_slot(ada, START, NOW)
    moments.uninvite(ada, NOW)

    assert moments.choose_slot(ben, START, NOW).slot == START
    assert booking.attendees.count() == 2


def test_who_did_not_come_is_noted_and_taken_back() -> None:
    booking, (ada, *_rest) = invited()
    assert moments.miss_attendee(ada, START, is_missed=True).is_missed
    moments.complete(booking, booking.end)
    assert not moments.miss_attendee(ada, NOW, is_missed=False).is_missed


def test_nobody_has_missed_a_slot_that_is_still_to_come() -> None:
    _, (ada, ben, *_rest) = invited()
    ada = moments.choose_slot(ada, START + 10 * MINUTE, NOW)

    with pytest.raises(TooEarly):
        moments.miss_attendee(ada, START + 9 * MINUTE, is_missed=True)
    with pytest.raises(TooEarly):
        moments.miss_attendee(ben, START - MINUTE, is_missed=True)
    assert moments.miss_attendee(ada, START + 10 * MINUTE, is_missed=True).is_missed


def test_who_was_told_of_the_day_is_told_that_they_are_off_the_list() -> None:
    _, (ada, ben, cem) = invited()
    ada.notices.filter(kind="invitation").update(sent_at=NOW)
    ada = moments.choose_slot(ada, START, NOW)

    for person in (ada, ben, cem):  # Ben's invitation has not gone out, Cem has no address
        moments.uninvite(person, NOW)

    waiting = Notice.objects.waiting().filter(attendee__isnull=False)
    [letter] = waiting
    assert (letter.kind, letter.recipient_email) == ("uninvited", "ada@example.com")
    [file] = letter_for(letter).attachments
    assert "METHOD:CANCEL" in file.content.decode()
    assert not Attendee.objects.exists()


def test_what_somebody_answered_goes_with_their_place_on_the_list() -> None:
    _, (ada, *_rest) = invited()
    moments.answer_as_attendee(ada, "comfort", {"glasses": "always", "access": ["seated"]}, NOW)

    moments.uninvite(ada, NOW)

    [left] = Attendee.everyone.filter(pk=ada.pk)
    assert (left.answers, left.care) == ({}, {})
    moments.forget_care(NOW + 31 * DAY)
    assert not Attendee.everyone.filter(pk=ada.pk).exists()


def test_who_was_taken_off_the_list_in_another_window_can_do_nothing_more() -> None:
    _, (ada, *_rest) = invited()
    moments.uninvite(Attendee.objects.get(pk=ada.pk), NOW)

    with pytest.raises(IllegalMove):
        moments.choose_slot(ada, START, NOW)
    with pytest.raises(IllegalMove):
        moments.answer_as_attendee(ada, "comfort", {}, NOW)
    with pytest.raises(IllegalMove):
        moments.uninvite(ada, NOW)


def test_a_day_that_is_off_takes_no_more_choices() -> None:
    booking, (ada, *_rest) = invited()
    moments.cancel(booking, NOW, by="client")

    with pytest.raises(IllegalMove):
        moments.choose_slot(ada, START, NOW)
    with pytest.raises(IllegalMove):
        moments.invite(booking, [Person("Late")], NOW)
