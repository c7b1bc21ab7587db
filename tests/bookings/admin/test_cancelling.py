"""A booking is called off at the desk: who did it, what it costs, and why, where that is said."""

from datetime import timedelta

import pytest

from bookings.admin.permissions import FRONT_DESK
from bookings.booking.models import Booking
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from tests import factories
from tests.bookings.admin.people import member, signed_in

pytestmark = pytest.mark.django_db


def page_of(booking: Booking) -> str:
    return f"/admin/bookings/booking/{booking.pk}/change/"


def move_of(booking: Booking, slug: str) -> str:
    return f"/admin/bookings/booking/{booking.pk}/move/{slug}/"


def state_of(booking: Booking) -> str:
    return Booking.objects.get(pk=booking.pk).state


def test_a_cancellation_keeps_its_reason() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        too_long = browser.post(move_of(booking, "cancel"), {"by": "staff", "reason": "x" * 501})
        assert state_of(booking) == "confirmed"
        browser.post(
            move_of(booking, "cancel"), {"by": "staff", "reason": "<b>The boiler</b> broke"}
        )
        page = browser.get(page_of(booking)).content.decode()

    assert "500 characters" in too_long.content.decode()
    assert "x" * 501 in too_long.content.decode()
    assert "&lt;b&gt;The boiler&lt;/b&gt; broke" in page


def test_a_cancellation_asks_who_called_it_off_and_needs_no_reason() -> None:
    booking = factories.confirmed_booking()
    account = member(FRONT_DESK)

    with signed_in(account) as browser:
        without = browser.post(move_of(booking, "cancel"), {"reason": "Ill"})
        assert state_of(booking) == "confirmed"
        browser.post(move_of(booking, "cancel"), {"by": "client"})
        events = browser.get(page_of(booking)).context["events"]

    said = "Say who called it off: the letter depends on it."
    assert without.context["form"].errors == {"by": [said]}
    assert without.content.decode().count(said) == 1
    assert (events[-1].what, events[-1].who, events[-1].note) == (
        "Cancelled",
        f"Client, noted by {account.username}",
        "",
    )


HALF = "If the client asks after Mon 23 November 2026, 11:00 CET, €47.50 is due, 50% of the price."
FOUR_FIFTHS = (
    "If the client asks after Tue 24 November 2026, 11:00 CET, €76 is due, 80% of the price."
)


@pytest.mark.parametrize(
    ("hours_before", "cost"),
    [
        (
            48,
            [
                "Cancelling is free for the client until Mon 23 November 2026, 11:00 CET.",
                "Whoever calls it off now, nothing is charged.",
                HALF,
                FOUR_FIFTHS,
            ],
        ),
        (
            47,
            [
                "Cancelling was free for the client until Mon 23 November 2026, 11:00 CET.",
                "If the client asks now, €47.50 is due, 50% of the price.",
                FOUR_FIFTHS,
                "If the studio calls it off, nothing is charged.",
            ],
        ),
        (
            23,
            [
                "Cancelling was free for the client until Mon 23 November 2026, 11:00 CET.",
                "If the client asks now, €76 is due, 80% of the price.",
                "If the studio calls it off, nothing is charged.",
            ],
        ),
    ],
)
def test_what_a_cancellation_costs_is_said_before_the_button(
    hours_before: int, cost: list[str]
) -> None:
    factories.studio().fee_tiers.create(hours_before=24, percent=80)
    booking = factories.confirmed_booking(now=factories.START - timedelta(days=7))
    at = factories.START - timedelta(hours=hours_before)
    factories.studio(free_change_hours=1, deposit_percent=10)

    with signed_in(member(FRONT_DESK), at) as browser:
        page = browser.get(move_of(booking, "cancel"))

    before_the_button, _button, _rest = page.content.decode().rpartition(
        '<button class="desk-button'
    )
    assert page.context["cost"] == cost
    assert [sentence for sentence in cost if sentence not in before_the_button] == []


@pytest.mark.parametrize(("by", "is_free"), [("client", False), ("staff", True)])
def test_the_letter_follows_who_called_it_off(by: str, is_free: bool) -> None:
    booking = factories.confirmed_booking(now=factories.START - timedelta(days=7))

    with signed_in(member(FRONT_DESK), factories.START - timedelta(hours=1)) as browser:
        browser.post(move_of(booking, "cancel"), {"by": by})

    letter = letter_for(Notice.objects.get(kind="cancelled"))
    assert ("Nothing is charged." in letter.text) == is_free
    assert ("so €47.50 is\ndue" in letter.text) == (not is_free)
