"""Another time at the desk: a free one, a room of choice, any other with a reason."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from bookings import moments
from bookings.admin.free_times import value_of
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.models import Booking
from bookings.moments import NewTime
from bookings.schedule.models import Room
from tests import factories
from tests.bookings.admin.people import another_session, member, photographer_account, signed_in
from tests.factories import NOW, START, Bookable

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
LATER = START + 2 * HOUR
NIGHT = START - timedelta(hours=4, minutes=30)
REASON = "Flies out at noon"


def page_of(booking: Booking, deed: str = "change") -> str:
    return f"/admin/bookings/booking/{booking.pk}/{deed}/"


def typed(booking: Booking, **changes: Any) -> dict[str, Any]:
    """The page as it opens, on the day of the booking, with its photographer."""
    return {
        "place": booking.place_id,
        "room": "",
        "photographer": booking.photographer_id,
        "day": "2026-11-25",
        "pick": "",
        "other_time": "",
        "reason": "",
        "seen": booking.sequence,
    } | changes


def at_night(booking: Booking, **changes: Any) -> dict[str, Any]:
    """The same, for 6:30 in the morning, which is outside hours."""
    return typed(booking, pick="other", other_time="06:30", **changes)


def send(browser: Client, booking: Booking, page: dict[str, Any]) -> Any:
    return browser.post(page_of(booking, "another-time"), page | {"move": ""})


def move(browser: Client, booking: Booking, **changes: Any) -> Any:
    return send(browser, booking, typed(booking, **changes))


def faults(answer: Any) -> dict[str, list[str]]:
    """What the page says beside its fields."""
    sheet = answer.context["sheet"]
    both = (sheet.day.errors, sheet.time.errors)
    return {name: list(said) for errors in both for name, said in errors.items()}


def messages(answer: Any) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def now_of(booking: Booking) -> Booking:
    return Booking.objects.get(pk=booking.pk)


def with_south_room(bookable: Bookable, **changes: Any) -> Room:
    return factories.room(bookable.place, **{"name": "South room"} | changes)


def test_the_page_begins_with_the_booking_s_own_day_whose_time_counts_as_free() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(page_of(booking, "another-time"))

    groups = page.context["sheet"].times
    assert [group.heading for group in groups] == ["Mara Lindqvist"]
    every_half_hour = [f"{hour:02}:{minute:02}" for hour in range(9, 17) for minute in (0, 30)]
    assert [time.words for time in groups[0].times] == every_half_hour


def test_a_booking_is_moved_by_whoever_is_signed_in_at_no_cost_to_the_client_s_moves() -> None:
    booking, account = factories.confirmed_booking(), member(FRONT_DESK)

    with signed_in(account, START - timedelta(hours=30)) as browser:
        answer = move(browser, booking, pick=value_of(LATER, None))
        page = browser.get(answer.headers["Location"])

    moved = now_of(booking)
    assert (moved.start, moved.moves, moved.state) == (LATER, 0, "confirmed")
    event = booking.events.get(kind="moved")
    assert (event.by, event.actor) == ("staff", account)
    notes = [event.note for event in page.context["events"] if event.note]
    assert notes == ["From Wed 25 November 2026, 11:00 CET to Wed 25 November 2026, 13:00 CET"]
    assert ("Moved by the client", "0 of 2 times") in page.context["remarks"]


def test_a_time_that_is_taken_leaves_the_booking_where_it_is() -> None:
    bookable = factories.bookable_studio()
    booking = factories.confirmed_booking(bookable)
    another_session(bookable, 2)

    with signed_in(member(OWNER)) as browser:
        answer = move(browser, booking, pick=value_of(LATER, None))

    assert now_of(booking).start == START
    assert answer.context["sheet"].time.errors["pick"] == [
        "Someone has just taken that time. These are the nearest that are still free."
    ]
    assert [len(group.times) for group in answer.context["sheet"].times] == [3]


def test_a_booking_that_is_over_is_not_moved() -> None:
    booking = factories.cancelled_booking()

    with signed_in(member(OWNER)) as browser:
        page = browser.get(page_of(booking, "another-time"))
        move(browser, booking, pick=value_of(LATER, None))

    assert "can’t be done with the booking as it stands now" in page.content.decode()
    assert now_of(booking).start == START


def test_a_photographer_does_not_move_sessions() -> None:
    booking = factories.confirmed_booking()

    with signed_in(photographer_account(booking.photographer)) as browser:
        assert browser.get(page_of(booking, "another-time")).status_code == 403
        assert "another-time" not in browser.get(page_of(booking)).content.decode()


# A room of choice


def test_the_times_of_a_room_of_choice_are_shown_and_taken() -> None:
    bookable = factories.bookable_studio()
    booking, south = factories.confirmed_booking(bookable), with_south_room(bookable)

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.post(
            page_of(booking, "another-time"), typed(booking, room=south.pk, times="")
        )
        answer = move(browser, booking, room=south.pk, pick=value_of(LATER, None))

    assert {time.room for group in page.context["sheet"].times for time in group.times} == {
        "South room"
    }
    assert answer.status_code == 302
    assert (now_of(booking).start, now_of(booking).room) == (LATER, south)


def test_without_a_choice_the_session_is_shown_in_its_own_room() -> None:
    bookable = factories.bookable_studio()
    booking = factories.confirmed_booking(bookable)
    with_south_room(bookable, length_m=6)

    with signed_in(member(FRONT_DESK)) as browser:
        groups = browser.get(page_of(booking, "another-time")).context["sheet"].times

    assert {time.room for time in groups[0].times} == {"North room"}


def test_another_room_at_the_same_time_is_told_to_the_photographer_alone() -> None:
    bookable = factories.bookable_studio()
    booking, south = factories.confirmed_booking(bookable), with_south_room(bookable)
    before = booking.notices.count()

    with signed_in(member(FRONT_DESK)) as browser:
        url = page_of(booking, "another-time")
        sent = typed(booking, room=south.pk, pick=value_of(START, None), move="")
        answer = browser.post(url, sent, follow=True)

    assert messages(answer) == ["Moved to Old town, South room. The photographer gets a letter."]
    assert (now_of(booking).start, now_of(booking).room) == (START, south)
    assert booking.notices.count() == before + 1
    notes = [event.note for event in answer.context["events"] if event.what == "Moved"]
    assert notes == ["Old town, North room > Old town, South room"]


def test_the_time_that_it_has_is_no_move() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        sent = typed(booking, pick=value_of(START, None), move="")
        answer = browser.post(page_of(booking, "another-time"), sent, follow=True)

    assert messages(answer) == ["The session is there already; nothing was changed."]
    assert now_of(booking).sequence == 0


@pytest.mark.parametrize("pick", ["other", value_of(LATER, None)])
def test_a_room_of_another_place_is_refused_beside_its_field(pick: str) -> None:
    booking = factories.confirmed_booking()
    elsewhere = factories.room(factories.place(name="Elsewhere"))

    with signed_in(member(FRONT_DESK)) as browser:
        answer = move(browser, booking, room=elsewhere.pk, pick=pick, other_time="13:00")

    assert faults(answer) == {"room": ["This room is at another place."]}
    assert now_of(booking).start == START


def test_a_session_on_location_takes_no_room() -> None:
    package = factories.package(on_location=True)
    bookable = factories.bookable_studio(package=package)
    booking = factories.confirmed_booking(bookable)

    with signed_in(member(FRONT_DESK)) as browser:
        answer = move(browser, booking, room=bookable.room.pk, pick=value_of(LATER, None))

    assert faults(answer) == {"room": ["This session is on location: it takes no room."]}


def test_a_room_that_does_not_suit_is_taken_after_a_warning_and_with_a_reason() -> None:
    bookable = factories.bookable_studio()
    booking, cupboard = factories.confirmed_booking(bookable), with_south_room(bookable, length_m=2)
    into = typed(booking, room=cupboard.pk, pick="other", other_time="13:00")

    with signed_in(member(FRONT_DESK)) as browser:
        unnamed = send(browser, booking, into | {"photographer": ""})
        warned = send(browser, booking, into)
        sheet = warned.context["sheet"]
        answer = send(browser, booking, into | {"warned_of": sheet.warned_of, "reason": REASON})

    assert faults(unnamed) == {"photographer": ["Name who takes it in this room."]}
    assert sheet.warning.startswith("Old town, South room doesn’t suit this session:")
    assert answer.status_code == 302
    assert (now_of(booking).room, now_of(booking).override_reason) == (cupboard, REASON)


# Any other time


def test_a_time_outside_hours_is_taken_after_a_warning_and_with_a_reason() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        first = send(browser, booking, at_night(booking, reason=REASON))
        assert first.context["sheet"].warning.startswith("Wed 25 November 2026, 06:30 CET is not")
        warned = {"warned_of": first.context["sheet"].warned_of}
        without = send(browser, booking, at_night(booking, **warned))
        assert faults(without) == {"reason": ["Say why, then move it again."]}
        send(browser, booking, at_night(booking, reason=REASON, warned_of=START.isoformat()))
        assert now_of(booking).start == START
        answer = send(browser, booking, at_night(booking, reason=REASON, **warned))
        page = browser.get(answer.headers["Location"])

    moved = now_of(booking)
    assert (moved.start, moved.override_reason) == (NIGHT, REASON)
    assert f"Booked outside hours or notice: {REASON}" in page.content.decode()


def test_another_time_that_is_on_offer_needs_no_reason() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        move(browser, booking, pick="other", other_time="13:00", photographer="")

    assert (now_of(booking).start, now_of(booking).override_reason) == (LATER, "")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"photographer": ""}, {"photographer": ["Name who takes it: nobody is on duty then."]}),
        ({"other_time": ""}, {"other_time": ["Type the time."]}),
        ({"other_time": "25:00"}, {"other_time": ["Enter a valid time."]}),
        ({"day": "2026-11-22"}, {"other_time": ["This time is over."]}),
        ({"day": "9999-12-31"}, {"day": ["That is too far away."]}),
        ({"pick": ""}, {"pick": ["Pick one of the times."]}),
        ({"pick": "tampered~1"}, {"pick": ["We couldn’t read that time. Pick one below."]}),
    ],
)
def test_what_can_not_be_is_said_beside_its_field_and_stays_typed(
    changes: dict[str, str], fault: dict[str, list[str]]
) -> None:
    booking = factories.confirmed_booking()
    sent = at_night(booking, reason=REASON) | changes

    with signed_in(member(FRONT_DESK)) as browser:
        answer = send(browser, booking, sent)

    assert faults(answer) == fault
    sheet = answer.context["sheet"]
    kept = {
        name: str(form[name].value() or "")
        for form, names in (
            (sheet.day, ("place", "photographer", "day")),
            (sheet.time, ("other_time", "reason")),
        )
        for name in names
    }
    assert kept == {name: str(sent[name]) for name in kept}
    assert now_of(booking).start == START


def test_looking_at_another_day_loses_nothing_and_finds_no_fault() -> None:
    booking = factories.confirmed_booking()
    sent = at_night(booking, reason=REASON, day="2026-11-26", times="")

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.post(page_of(booking, "another-time"), sent)

    sheet = page.context["sheet"]
    assert faults(page) == {}
    assert (sheet.time["other_time"].value(), sheet.time["reason"].value()) == ("06:30", REASON)
    assert page.content.decode().count('value="other" checked') == 1
    assert sheet.seen == 0


@pytest.mark.parametrize("minutes", [-20, 0, 25])
def test_no_reason_moves_onto_another_session(minutes: int) -> None:
    bookable = factories.bookable_studio()
    booking = factories.confirmed_booking(bookable)
    another_session(bookable, 2)
    start = LATER + timedelta(minutes=minutes)
    onto = typed(
        booking,
        pick="other",
        other_time=f"{start.hour + 1:02}:{start.minute:02}",
        reason=REASON,
        warned_of=start.isoformat(),
    )

    with signed_in(member(OWNER)) as browser:
        answer = send(browser, booking, onto)

    taken = (
        "Mara Lindqvist is taken then, setting up and clearing up included. "
        "No reason books over that."
    )
    assert faults(answer) == {"other_time": [taken]}
    assert now_of(booking).start == START


# A page that is behind


@pytest.mark.parametrize("seen", [{}, {"seen": ""}, {"seen": "x"}])
def test_who_is_behind_sees_where_it_is_now_and_decides_again(seen: dict[str, str]) -> None:
    bookable = factories.bookable_studio()
    booking, south = factories.confirmed_booking(bookable), with_south_room(bookable)
    sent = typed(booking, room=south.pk, pick=value_of(LATER, None), reason=REASON) | seen
    to = NewTime(booking.place, START + HOUR)
    moments.move(booking, to, NOW, by="staff", actor=factories.staff("colleague"))

    with signed_in(member(FRONT_DESK)) as browser:
        behind = send(browser, booking, sent)
        assert now_of(booking).start == START + HOUR
        sheet = behind.context["sheet"]
        again = send(browser, booking, sent | {"seen": sheet.seen})

    assert sheet.notice == (
        "Somebody else moved this session meanwhile. See where it is now, then decide. Now it is "
        "on Wed 25 November 2026, 12:00–12:30 CET: Old town, North room, with Mara Lindqvist. "
        "What you typed is kept."
    )
    assert behind.context["when"] == "Wed 25 November 2026, 12:00–12:30 CET"
    assert behind.content.decode().count(f'value="{value_of(LATER, None)}" checked') == 1
    assert (sheet.time["reason"].value(), sheet.day["room"].value()) == (REASON, str(south.pk))
    assert again.status_code == 302
    assert (now_of(booking).start, now_of(booking).room) == (LATER, south)


def test_a_second_click_moves_nothing_and_is_no_fault() -> None:
    booking = factories.confirmed_booking()
    sent = typed(booking, pick=value_of(LATER, None), move="")

    with signed_in(member(FRONT_DESK)) as browser:
        url = page_of(booking, "another-time")
        said = [messages(browser.post(url, sent, follow=True)) for _click in range(2)]

    assert said == [["Moved. The client and the photographer get a letter."]] * 2
    assert now_of(booking).sequence == 1
