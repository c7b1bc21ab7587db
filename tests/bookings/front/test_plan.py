"""The plan on the private page: ticked with a script or without, remembered, then closed."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bookings import moments
from bookings.booking import preparing
from bookings.booking.links import booking_path, booking_token
from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from tests import factories
from tests.factories import NOW, START, Bookable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

DAY = timedelta(days=1)
BOX = re.compile(r'<input type="checkbox" name="done" value="([a-z-]+)"([^>]*)>')
BY_SCRIPT = {"X-Requested-With": "fetch"}
MOVED_ON = "This booking has moved on since you opened the page. Look at it again."


@pytest.fixture
def booked(bookable: Bookable) -> Booking:
    return factories.confirmed_booking(bookable, start=START + 28 * DAY)


def page(client: Client, booking: Booking) -> str:
    return str(client.get(booking_path(booking)).content.decode())


def boxes(client: Client, booking: Booking) -> dict[str, bool]:
    """The lines that can be ticked on the page, in its order, and whether they are."""
    found = BOX.findall(page(client, booking))
    return {slug: "checked" in attributes for slug, attributes in found}


def tick_path(booking: Booking) -> str:
    return reverse("front:tick", args=[booking_token(booking)])


def save(
    client: Client, booking: Booking, shown: list[str], *done: str, at: str = "preparation"
) -> Any:
    return client.post(tick_path(booking), {"shown": shown, "done": done, "save": at})


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_every_line_that_is_to_do_has_a_box_and_nothing_else_has(
    client: Client, booked: Booking
) -> None:
    found = boxes(client, booked)
    assert found == dict.fromkeys(preparing.items(booked), False)
    assert page(client, booked).count('name="shown"') == len(found)


def test_ticks_are_remembered_where_they_were_saved(client: Client, booked: Booking) -> None:
    shown = list(boxes(client, booked))
    answer = save(client, booked, shown, "pack", "layer", at="wardrobe")
    assert (answer.status_code, answer["Location"]) == (
        302,
        f"{booking_path(booked)}#saved-wardrobe",
    )
    assert 'id="saved-wardrobe"' in page(client, booked)
    ticked = [slug for slug, is_ticked in boxes(client, booked).items() if is_ticked]
    assert ticked == ["pack", "layer"]


def test_progress_is_said_in_words(client: Client, booked: Booking) -> None:
    save(client, booked, ["pack", "rest", "layer"], "pack", "rest", "layer")
    said = words(client.get(booking_path(booked)))
    assert "How to prepare 2 of 14 done" in said
    assert "What to wear and bring 1 of 11 done" in said


def test_ticks_that_were_not_shown_stay_as_they_are(client: Client, booked: Booking) -> None:
    moments.tick(booked, {"pack": True, "rest": True}, NOW)
    save(client, booked, ["rest"])
    assert preparing.ticked(booked) == {"pack"}


def test_of_two_windows_the_last_one_counts_without_a_fault(
    client: Client, booked: Booking
) -> None:
    shown = list(boxes(client, booked))
    first = save(client, booked, shown, "pack", "rest")
    second = save(client, booked, shown, "rest", "eat")
    assert (first.status_code, second.status_code) == (302, 302)
    assert preparing.ticked(booked) == {"rest", "eat"}


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"shown": "world-peace", "done": "world-peace"},
        {"shown": "busy-prints", "done": "busy-prints"},
        {"shown": "pa\x00ck", "done": ["pa\x00ck", "é" * 5000], "save": "nowhere"},
        {"done": "pack"},
    ],
)
def test_what_is_no_line_of_the_plan_is_left_out(
    client: Client, booked: Booking, posted: dict[str, Any]
) -> None:
    answer = client.post(tick_path(booked), posted)
    assert answer["Location"] == f"{booking_path(booked)}#saved-preparation"
    assert preparing.ticked(booked) == set()


def test_a_script_saves_one_tick_and_gets_no_page(client: Client, booked: Booking) -> None:
    moments.tick(booked, {"rest": True}, NOW)
    answer = client.post(tick_path(booked), {"shown": "pack", "done": "pack"}, headers=BY_SCRIPT)
    assert (answer.status_code, answer.content) == (204, b"")
    client.post(tick_path(booked), {"shown": "rest"}, headers=BY_SCRIPT)
    assert preparing.ticked(booked) == {"pack"}


def test_a_tick_needs_the_pages_own_form(booked: Booking) -> None:
    answer = Client(enforce_csrf_checks=True).post(tick_path(booked), {"shown": "pack"})
    assert answer.status_code == 403


def test_looking_at_the_address_leads_to_the_page(client: Client, booked: Booking) -> None:
    assert client.get(tick_path(booked))["Location"] == booking_path(booked)


def test_from_the_start_on_the_list_stands_without_boxes(
    client: Client, booked: Booking, time_machine: Any
) -> None:
    save(client, booked, ["layer"], "layer")
    time_machine.move_to(booked.start, tick=False)
    assert boxes(client, booked) == {}
    said = words(client.get(booking_path(booked)))
    assert "A jacket or cardigan to put over" in said
    for absent in ("How to prepare", "Save my ticks", "Anything changed?", "done"):
        assert absent not in said


@pytest.mark.parametrize("state", [BookingState.COMPLETED, BookingState.NO_SHOW])
def test_when_all_is_over_there_is_no_list(
    client: Client, booked: Booking, state: BookingState
) -> None:
    after = {BookingState.COMPLETED: moments.complete, BookingState.NO_SHOW: moments.miss}
    after[state](booked, booked.end)
    assert "What to wear" not in page(client, booked)


def test_a_tick_that_comes_too_late_is_answered_with_a_sentence(
    client: Client, booked: Booking, time_machine: Any
) -> None:
    time_machine.move_to(booked.start, tick=False)
    answer = client.post(tick_path(booked), {"shown": "pack", "done": "pack"}, follow=True)
    assert answer.redirect_chain == [(booking_path(booked), 302)]
    assert MOVED_ON in words(answer)
    by_script = client.post(tick_path(booked), {"shown": "pack"}, headers=BY_SCRIPT)
    assert (by_script.status_code, by_script.content.decode()) == (409, MOVED_ON)
    assert by_script["Content-Type"] == "text/plain"


def test_a_cancelled_booking_takes_no_ticks(client: Client, bookable: Bookable) -> None:
    booking = factories.cancelled_booking(bookable)
    answer = save(client, booking, ["pack"], "pack")
    assert answer["Location"] == booking_path(booking)
    assert boxes(client, booking) == {}
    assert preparing.ticked(booking) == set()


def test_strangers_tick_nothing(client: Client, booked: Booking) -> None:
    answer = client.post(reverse("front:tick", args=["1-0~forged"]), {"shown": "pack"})
    assert answer.status_code == 404


def test_a_late_booking_begins_with_what_still_helps(client: Client, bookable: Bookable) -> None:
    booking = factories.confirmed_booking(bookable)
    said = words(client.get(booking_path(booking)))
    assert "As soon as you can Choose your clothes from what you have" in said
    assert "Haircut" not in said


def test_what_was_done_on_days_past_is_folded_away_and_can_be_unticked(
    client: Client, booked: Booking, time_machine: Any
) -> None:
    save(client, booked, ["haircut"], "haircut")
    time_machine.move_to(booked.start - 2 * DAY, tick=False)
    assert "<summary>Done already</summary>" in page(client, booked)
    assert boxes(client, booked)["haircut"]


def test_words_of_the_client_are_quoted_and_stay_words(client: Client, bookable: Bookable) -> None:
    note = 'a <b>navy</b> "uniform" {0} %s'
    answers = {**factories.ANSWERS, "clothes_note": note}
    booking = factories.confirmed_booking(bookable, answers=answers)
    assert "You said: “a &lt;b&gt;navy&lt;/b&gt; &quot;uniform&quot; {0} %s”" in page(
        client, booking
    )


def test_a_group_sees_its_palettes_with_the_names_of_the_colours(client: Client) -> None:
    photographer = factories.photographer()
    family = factories.bookable_studio(
        photographer=photographer, package=factories.group_package(offered_by=[photographer])
    )
    answers = {"uses": ["wall_art"], "people_in_frame": 4, "people_total": 4, "minors": 2}
    booking = factories.confirmed_booking(family, answers=answers)
    shown = page(client, booking)
    for name in ("Deep and calm", "charcoal", "slate blue", "Warm and earthy", "dark taupe"):
        assert name in shown
    assert shown.count("figure-plate") == 2
    assert "style=" not in shown


def test_one_person_sees_no_palette(client: Client, booked: Booking) -> None:
    assert "figure-plate" not in page(client, booked)


@pytest.mark.parametrize("ticks", [0, 20])
def test_the_page_costs_three_queries_however_much_is_ticked(
    client: Client, booked: Booking, ticks: int
) -> None:
    moments.tick(booked, dict.fromkeys(sorted(preparing.items(booked))[:ticks], True), NOW)
    with CaptureQueriesContext(connection) as queries:
        client.get(booking_path(booked))
    assert len(queries) == 3
    assert booked.ticks.count() == ticks
