"""The client's plan, counted back from the session's day and seen from the letter's."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from bookings import moments
from bookings.booking.models import Booking
from bookings.booking.preparing import (
    Brought,
    brought,
    items,
    palettes,
    plan,
    wardrobe,
    when,
)
from guidance.preparation import Step
from guidance.texts import text
from guidance.vocabulary import Kind, Style
from tests import factories

SESSION_DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("days_before", "today", "words"),
    [
        ((21, 14), date(2026, 11, 1), "Wed 4 Nov to Wed 11 Nov"),
        ((21, 14), date(2026, 11, 4), "Today to Wed 11 Nov"),
        ((21, 14), date(2026, 11, 10), "Today to Wed 11 Nov"),
        ((21, 14), date(2026, 11, 11), "Today"),
        ((1, 1), date(2026, 11, 1), "Tue 24 Nov"),
        ((1, 1), date(2026, 11, 24), "Today"),
        ((1, 0), date(2026, 11, 1), "Tue 24 Nov to Wed 25 Nov"),
        ((0, 0), date(2026, 11, 1), "On the day"),
        ((0, 0), SESSION_DAY, "On the day"),
    ],
)
def test_days_are_counted_back_from_the_session(
    days_before: tuple[int, int], today: date, words: str
) -> None:
    step = Step("any", *days_before, text("Do it"), text("It helps"))

    assert when(step, SESSION_DAY, today) == words


def titles(booking: Booking, today: date, *done: str) -> list[str]:
    return [group.title for group in plan(booking, today, set(done))]


def slugs(booking: Booking, today: date, *done: str) -> list[list[str]]:
    return [[line.slug for line in group.lines] for group in plan(booking, today, set(done))]


@pytest.mark.django_db
def test_the_plan_shows_the_days_that_are_to_come() -> None:
    booking = factories.held_booking()

    assert titles(booking, SESSION_DAY - timedelta(days=60)) == [
        "Wed 4 Nov to Wed 11 Nov",
        "Wed 11 Nov to Wed 18 Nov",
        "Wed 18 Nov to Tue 24 Nov",
        "Sun 22 Nov to Mon 23 Nov",
        "Tue 24 Nov",
        "On the day",
    ]
    assert titles(booking, SESSION_DAY) == ["On the day"]


@pytest.mark.django_db
def test_who_books_late_is_told_first_what_still_helps() -> None:
    booking = factories.held_booking()
    late = plan(booking, SESSION_DAY - timedelta(days=2))

    assert [group.title for group in late] == [
        "As soon as you can",
        "Today to Tue 24 Nov",
        "Today",
        "Tue 24 Nov",
        "On the day",
    ]
    assert [(line.slug, line.line) for line in late[0].lines] == [
        ("clothes", "Choose your clothes from what you have, and try them on together")
    ]
    assert [group.is_next for group in late] == [True, False, False, False, False]


@pytest.mark.django_db
def test_a_haircut_is_still_booked_until_its_own_days_are_over() -> None:
    booking = factories.held_booking()
    nine, seven = (slugs(booking, SESSION_DAY - timedelta(days=days))[0] for days in (9, 7))

    assert nine == ["clothes", "hair-appointment"]
    assert seven == ["clothes"]


@pytest.mark.django_db
def test_what_was_done_on_days_past_stays_and_what_was_not_goes() -> None:
    booking = factories.held_booking()
    two_days_before = plan(booking, SESSION_DAY - timedelta(days=2), {"haircut", "clothes"})
    done, to_come, *_others = two_days_before

    assert (done.title, done.is_over, to_come.is_next) == ("Done already", True, True)
    assert [(line.slug, line.is_done) for line in done.lines] == [
        ("clothes", True),
        ("haircut", True),
    ]


@pytest.mark.django_db
def test_days_are_written_in_the_language_of_the_reader() -> None:
    booking = factories.held_booking()
    with translation.override("de"):
        days = titles(booking, SESSION_DAY - timedelta(days=60))

    assert "24" in days[4]
    assert "Tue" not in days[4]


@pytest.mark.django_db
def test_the_plan_counts_in_days_of_the_place() -> None:
    # 11:00 on the 26th in Auckland, while it is still the 25th in UTC.
    place = factories.place(time_zone="Pacific/Auckland")
    booking = factories.held_booking(
        factories.bookable_studio(place=place), start=factories.START + timedelta(hours=12)
    )

    assert titles(booking, SESSION_DAY)[1:] == ["Today", "On the day"]


@pytest.mark.django_db
def test_advice_is_given_with_its_reason() -> None:
    glasses = wardrobe(factories.held_booking(answers={**factories.ANSWERS, "glasses": "always"}))

    assert [(group.title, group.can_be_ticked) for group in glasses] == [
        ("What to wear", True),
        ("Better left at home", False),
        ("What to bring", True),
        ("Your glasses", True),
    ]
    assert all(advice.line and advice.why for group in glasses for advice in group.lines)


@pytest.mark.django_db
def test_what_was_booked_besides_is_in_the_list_and_in_the_plan() -> None:
    bookable = factories.bookable_studio()
    extras = [
        factories.add_on([bookable.package], includes_make_up=True),
        factories.add_on([bookable.package], name="Second look", extra_looks=1),
    ]
    booking = factories.held_booking(bookable, add_ons=extras)
    lines = {line.slug: line.line for group in wardrobe(booking) for line in group.lines}
    steps = {line.slug: line.line for group in plan(booking, SESSION_DAY) for line in group.lines}

    assert lines["choice"] == "4 tops to choose from for your 2 looks"
    assert lines["opens-in-front"] == "Come in a top that opens in front"
    assert steps["make-up"] == "Come with a clean face: your make-up artist begins with you"


@pytest.mark.django_db
def test_who_bought_another_kind_prepares_for_what_was_bought() -> None:
    bookable = factories.bookable_studio()
    bookable.package.kind, bookable.package.styles = Kind.PORTRAIT, [Style.AUTHOR]
    bookable.package.save()
    wear, *_others = wardrobe(factories.held_booking(bookable))

    assert wear.lines[0].slug == "serves-the-picture"


@pytest.mark.django_db
def test_a_group_gets_palettes_and_one_person_none() -> None:
    assert palettes(factories.held_booking()) == ()
    place = factories.place(name="Hill")
    photographer = factories.photographer(name="Per Holm")
    family = factories.bookable_studio(
        place=place,
        photographer=photographer,
        package=factories.group_package(offered_by=[photographer]),
    )
    booking = factories.held_booking(
        family,
        answers={"uses": ["wall_art"], "people_in_frame": 4, "background": "recognisable_place"},
    )

    assert [palette.slug for palette in palettes(booking)] == ["cool-and-clear", "warm-and-bright"]


@pytest.mark.django_db
def test_the_photographer_learns_what_is_brought_and_nothing_of_how_somebody_gets_ready(
    django_assert_num_queries: Any,
) -> None:
    booking = factories.confirmed_booking()
    moments.tick(booking, {"layer": True, "wax": True, "busy-prints": True}, factories.NOW)
    booking = Booking.objects.select_related("enquiry", "place").get(pk=booking.pk)
    with django_assert_num_queries(1):
        lines = brought(booking)

    assert [line for line in lines if line.is_ticked] == [
        Brought("What to bring", "A jacket or cardigan to put over", is_ticked=True)
    ]
    assert {line.heading for line in lines} == {"What to wear", "What to bring"}


@pytest.mark.django_db
def test_what_stays_at_home_is_nothing_to_tick() -> None:
    booking = factories.confirmed_booking()

    assert "busy-prints" not in items(booking)
    assert {"plain", "pack"} <= items(booking)


@pytest.mark.django_db
def test_care_answers_change_neither_plan_nor_list() -> None:
    care = {"head_covering": True, "minors": 1, "access": ["no_flash"], "access_note": "Quiet"}
    bare = factories.held_booking()
    told = factories.held_booking(
        factories.bookable_studio(
            place=factories.place(name="Hill"), photographer=factories.photographer(name="Per Holm")
        ),
        answers={**factories.ANSWERS, **care},
    )

    assert told.enquiry.care == care
    assert wardrobe(told) == wardrobe(bare)
    assert plan(told, SESSION_DAY) == plan(bare, SESSION_DAY)
