"""Who is coming: kept as typed, checked in plain words, safe to print, and never lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.models import Client as Person
from bookings.booking.states import BookingState
from tests import factories
from tests.factories import NOW, START, Bookable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

TYPED = {
    "name": "Ines Okafor",
    "email": "ines@example.com",
    "phone": "+49 761 5550143",
    "note": "I blink a lot.",
}
AFTER_THE_HOLD = NOW + timedelta(minutes=15)


@pytest.fixture
def held(bookable: Bookable) -> Booking:
    return factories.held_booking(bookable)


def address(name: str, enquiry: Enquiry) -> str:
    return reverse(f"front:{name}", args=[enquiry_token(enquiry)])


def give(client: Client, enquiry: Enquiry, **changes: str) -> Any:
    return client.post(address("details", enquiry), TYPED | changes)


def errors(response: Any) -> dict[str, list[str]]:
    return {name: list(faults) for name, faults in response.context["form"].errors.items()}


def known(booking: Booking) -> tuple[str, str, str, str]:
    booking.refresh_from_db()
    assert booking.client is not None
    return booking.client.name, booking.client.email, booking.client.phone, booking.note


def test_what_was_typed_goes_to_the_booking_and_on_to_the_review(
    client: Client, held: Booking
) -> None:
    response = give(client, held.enquiry)
    assert (response.status_code, response["Location"]) == (302, address("review", held.enquiry))
    assert known(held) == ("Ines Okafor", "ines@example.com", "+49 761 5550143", "I blink a lot.")


def test_telephone_and_note_may_stay_open(client: Client, held: Booking) -> None:
    give(client, held.enquiry, phone="", note="")
    assert known(held) == ("Ines Okafor", "ines@example.com", "", "")


def test_spaces_are_put_in_order(client: Client, held: Booking) -> None:
    give(client, held.enquiry, name="  Ines \t Okafor ", phone=" +49  761\u00a05550143 ")
    assert known(held)[:3] == ("Ines Okafor", "ines@example.com", "+49 761 5550143")


def test_a_line_break_in_a_name_can_start_no_header(client: Client, held: Booking) -> None:
    give(client, held.enquiry, name="Ines\r\nBcc: all@example.com")
    assert known(held)[0] == "Ines Bcc: all@example.com"


def test_markup_in_a_note_stays_text(client: Client, held: Booking) -> None:
    give(client, held.enquiry, note="<script>alert(1)</script>")
    page = client.get(address("review", held.enquiry)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " "}, {"name": ["Tell us your name."]}),
        ({"email": ""}, {"email": ["Tell us your e-mail, so that we can confirm."]}),
        (
            {"email": "ines at example"},
            {
                "email": [
                    "This doesn't look like an e-mail address. Write it as in name@example.com."
                ]
            },
        ),
        (
            {"phone": "call me"},
            {"phone": ["Write the number in digits, as in +49 761 5550100."]},
        ),
        (
            {"name": "Ines\x00"},
            {
                "name": [
                    "Some of these characters can't be shown.",
                    "Null characters are not allowed.",
                ]
            },
        ),
        ({"name": "Ines \u202eofakO"}, {"name": ["Some of these characters can't be shown."]}),
        (
            {"note": "x" * 1001},
            {"note": ["Keep it to 1000 characters; this has 1001."]},
        ),
    ],
)
def test_what_needs_another_look_is_named_beside_its_field(
    client: Client, held: Booking, changes: dict[str, str], said: dict[str, list[str]]
) -> None:
    response = give(client, held.enquiry, **changes)
    assert errors(response) == said
    held.refresh_from_db()
    assert held.client is None


@pytest.mark.parametrize(
    "email",
    ["a@example.com\nBcc: b@example.com", "a@example.com, b@example.com", "<a@example.com>"],
)
def test_one_address_and_nothing_else_is_an_address(
    client: Client, held: Booking, email: str
) -> None:
    assert list(errors(give(client, held.enquiry, email=email))) == ["email"]
    assert Person.objects.count() == 0


def test_nothing_typed_is_lost_to_a_mistake(client: Client, held: Booking) -> None:
    page = give(client, held.enquiry, email="ines@").content.decode()
    assert 'value="Ines Okafor"' in page
    assert 'value="ines@"' in page
    assert "I blink a lot.</textarea>" in page


def test_a_mistake_is_told_on_top_too_and_tied_to_its_field(client: Client, held: Booking) -> None:
    page = give(client, held.enquiry, email="ines@").content.decode()
    assert '<a href="#id_email">Your e-mail:' in page
    assert 'aria-describedby="id_email_helptext id_email_error"' in page
    assert 'aria-invalid="true"' in page


def test_browsers_and_phones_are_told_what_each_field_holds(client: Client, held: Booking) -> None:
    fields = client.get(address("details", held.enquiry)).context["form"].fields
    attributes = {
        name: (field.widget.attrs.get("autocomplete"), field.widget.attrs.get("inputmode"))
        for name, field in fields.items()
        if name in TYPED
    }
    assert attributes == {
        "name": ("name", None),
        "email": ("email", "email"),
        "phone": ("tel", "tel"),
        "note": (None, None),
    }


def test_the_hold_counts_down(client: Client, held: Booking) -> None:
    page = client.get(address("details", held.enquiry)).content.decode()
    assert 'data-until="2026-11-23T10:15:00+01:00"' in page
    assert "We keep this time for you until 10:15 CET." in page


def test_a_hold_that_ran_out_keeps_what_was_typed_and_shows_the_nearest_times(
    client: Client, held: Booking, time_machine: Any
) -> None:
    time_machine.move_to(AFTER_THE_HOLD, tick=False)
    response = give(client, held.enquiry)
    assert response.status_code == 410
    assert "Your answers and details are kept" in response.content.decode()
    first = [slot.start for slot in response.context["timetable"].first]
    assert first == [START - timedelta(minutes=30), START, START + timedelta(minutes=30)]
    kept = Enquiry.objects.select_related("client").get()
    assert kept.client is not None
    assert (kept.client.email, kept.note) == ("ines@example.com", "I blink a lot.")


def test_after_it_ran_out_the_same_time_can_be_taken_again_with_nothing_to_type(
    client: Client, held: Booking, time_machine: Any
) -> None:
    time_machine.move_to(AFTER_THE_HOLD, tick=False)
    give(client, held.enquiry)
    again = moments.hold(held.enquiry, held.place, START, None, AFTER_THE_HOLD)
    assert known(again) == ("Ines Okafor", "ines@example.com", "+49 761 5550143", "I blink a lot.")
    assert client.get(address("review", held.enquiry)).status_code == 200


def test_a_mistake_after_it_ran_out_is_shown_first(
    client: Client, held: Booking, time_machine: Any
) -> None:
    time_machine.move_to(AFTER_THE_HOLD, tick=False)
    response = give(client, held.enquiry, email="ines@")
    assert (response.status_code, list(errors(response))) == (200, ["email"])


def test_opening_the_page_after_it_ran_out_shows_times_and_expires_nothing(
    client: Client, held: Booking, time_machine: Any
) -> None:
    time_machine.move_to(AFTER_THE_HOLD, tick=False)
    assert client.get(address("details", held.enquiry)).status_code == 410
    held.refresh_from_db()
    assert held.state == BookingState.HELD


def test_a_lapsed_hold_of_a_package_no_longer_on_offer_leads_to_the_recommendation(
    client: Client, held: Booking, bookable: Bookable, time_machine: Any
) -> None:
    time_machine.move_to(AFTER_THE_HOLD, tick=False)
    bookable.package.is_active = False
    bookable.package.save()
    response = client.get(address("details", held.enquiry))
    assert (response.status_code, response["Location"]) == (302, address("result", held.enquiry))


def test_a_session_changed_since_asks_for_a_time_again(
    client: Client, held: Booking, bookable: Bookable
) -> None:
    other = factories.package(name="Longer headshot", duration_minutes=90)
    bookable.photographer.packages.add(other)
    moments.choose(held.enquiry, other, [], "I'd like longer.", NOW)
    response = client.get(address("details", held.enquiry))
    assert response.status_code == 409
    assert "You have changed the session since" in response.content.decode()


def test_without_a_time_the_times_come_first(client: Client, bookable: Bookable) -> None:
    asked = factories.enquiry(package=bookable.package)
    for response in (client.get(address("details", asked)), give(client, asked)):
        assert (response.status_code, response["Location"]) == (302, address("times", asked))


@pytest.mark.parametrize("by", ["client", "staff"])
def test_after_a_cancellation_the_times_come_first(
    client: Client, bookable: Bookable, by: str
) -> None:
    asked = factories.cancelled_booking(bookable, by=by).enquiry
    for response in (client.get(address("details", asked)), give(client, asked)):
        assert (response.status_code, response["Location"]) == (302, address("times", asked))


def test_two_tabs_end_in_one_booking_with_what_was_typed_last(
    client: Client, held: Booking
) -> None:
    give(client, held.enquiry)
    give(client, held.enquiry, name="Ines O. Okafor")
    assert known(held)[0] == "Ines O. Okafor"
    assert Booking.objects.count() == 1
