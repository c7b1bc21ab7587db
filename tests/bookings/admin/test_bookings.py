"""One booking's page and its moves: each asks first, runs one moment, and says what it refuses."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.links import booking_path
from bookings.booking.models import Booking
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from tests import factories
from tests.bookings.admin.people import member, photographer_account, signed_in
from tests.factories import CONTACT, NOW

pytestmark = pytest.mark.django_db

SOON = NOW + timedelta(minutes=1)
DAY = timedelta(days=1)
LATER = factories.START + timedelta(hours=1)


def page_of(booking: Booking) -> str:
    return f"/admin/bookings/booking/{booking.pk}/change/"


def move_of(booking: Booking, slug: str) -> str:
    return f"/admin/bookings/booking/{booking.pk}/move/{slug}/"


def state_of(booking: Booking) -> str:
    return Booking.objects.get(pk=booking.pk).state


def moves_on(browser: Client, booking: Booking) -> list[str]:
    return [move.slug for move in browser.get(page_of(booking)).context["moves"]]


def held_with_details() -> Booking:
    booking = factories.held_booking()
    moments.give_details(booking, CONTACT, "", NOW)
    return booking


def expired() -> Booking:
    booking = factories.held_booking()
    moments.expire_holds(NOW + timedelta(hours=1))
    return booking


def missed() -> Booking:
    booking = factories.confirmed_booking()
    return moments.miss(booking, booking.end)


def delivered() -> Booking:
    booking = factories.completed_booking()
    return moments.deliver(booking, booking.end)


@pytest.mark.parametrize(
    ("make", "at", "expected"),
    [
        (factories.held_booking, SOON, ["release"]),
        (held_with_details, SOON, ["confirm", "release"]),
        (held_with_details, NOW + timedelta(hours=1), ["release"]),
        (factories.confirmed_booking, SOON, ["cancel"]),
        (factories.confirmed_booking, factories.START, ["complete", "miss", "cancel"]),
        (factories.completed_booking, LATER, ["deliver", "undo"]),
        (factories.completed_booking, LATER + DAY, ["deliver"]),
        (missed, LATER, ["undo"]),
        (missed, LATER + DAY, []),
        (delivered, factories.START, []),
        (factories.cancelled_booking, SOON, []),
        (expired, SOON, []),
    ],
)
def test_only_legal_moves_are_offered(make: object, at: datetime, expected: list[str]) -> None:
    assert callable(make)
    booking = make()

    with signed_in(member(FRONT_DESK), at) as browser:
        assert moves_on(browser, booking) == expected


def test_a_photographer_moves_only_what_belongs_to_their_session() -> None:
    booking = factories.confirmed_booking()

    with signed_in(photographer_account(booking.photographer), booking.start) as browser:
        assert moves_on(browser, booking) == ["complete", "miss"]
        assert (
            browser.post(move_of(booking, "cancel"), {"by": "staff", "reason": "x"}).status_code
            == 403
        )
        assert browser.post(move_of(booking, "complete")).status_code == 302

    assert state_of(booking) == "completed"


@pytest.mark.parametrize(
    ("slug", "make", "at", "state", "message"),
    [
        ("confirm", held_with_details, SOON, "confirmed", "The booking is confirmed."),
        (
            "release",
            factories.held_booking,
            SOON,
            "released",
            "The hold is let go; its time is free again.",
        ),
        (
            "complete",
            factories.confirmed_booking,
            factories.START,
            "completed",
            "The session is completed, and its record is started.",
        ),
        (
            "miss",
            factories.confirmed_booking,
            factories.START,
            "no_show",
            "Noted that the client did not come.",
        ),
        (
            "deliver",
            factories.completed_booking,
            LATER,
            "delivered",
            "The pictures are delivered.",
        ),
        (
            "cancel",
            factories.confirmed_booking,
            SOON,
            "cancelled",
            "The booking is cancelled; its time is free again.",
        ),
    ],
)
def test_a_move_asks_first_and_is_then_made(
    slug: str, make: object, at: datetime, state: str, message: str
) -> None:
    assert callable(make)
    booking = make()
    before, account = state_of(booking), member(FRONT_DESK)

    with signed_in(account, at) as browser:
        asking = browser.get(move_of(booking, slug))
        assert (asking.status_code, state_of(booking)) == (200, before)
        answer = browser.post(move_of(booking, slug), {"by": "staff", "reason": "Ill"}, follow=True)

    assert [str(said) for said in answer.context["messages"]] == [message]
    assert state_of(booking) == state
    event = booking.events.last()
    assert event is not None
    assert (event.to_state, event.by, event.actor, event.at) == (state, "staff", account, at)


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


def test_a_move_that_came_too_late_says_so_and_changes_nothing() -> None:
    booking = factories.cancelled_booking()
    events = booking.events.count()

    with signed_in(member(FRONT_DESK)) as browser:
        asking = browser.get(move_of(booking, "cancel"))
        answer = browser.post(move_of(booking, "cancel"), {"by": "staff"}, follow=True)

    assert "can’t be done with the booking as it stands now" in asking.content.decode()
    assert [str(said) for said in answer.context["messages"]] == [
        "This booking has moved on since you opened the page. Look at it again."
    ]
    assert booking.events.count() == events


def test_a_session_is_not_completed_before_it_begins() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        answer = browser.post(move_of(booking, "complete"), follow=True)

    assert [str(said) for said in answer.context["messages"]] == ["This session hasn't begun yet."]
    assert state_of(booking) == "confirmed"


def test_clicking_twice_confirms_once() -> None:
    booking = held_with_details()

    with signed_in(member(FRONT_DESK), SOON) as browser:
        for _click in range(2):
            assert browser.post(move_of(booking, "confirm")).status_code == 302

    assert booking.events.filter(kind="confirmed").count() == 1
    assert booking.notices.count() == 2


@pytest.mark.parametrize("slug", ["expire", "delete", "confirm%0a"])
def test_an_unknown_move_is_no_page(slug: str) -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        assert browser.post(f"/admin/bookings/booking/{booking.pk}/move/{slug}/").status_code == 404


@pytest.mark.parametrize("unknown", ["0", "9" * 30, "CL-000000", "٣", "%00", "'; --"])
def test_a_booking_that_is_not_there_is_said_plainly(unknown: str) -> None:
    factories.confirmed_booking()

    with signed_in(member(OWNER)) as browser:
        answer = browser.get(f"/admin/bookings/booking/{unknown}/change/", follow=True)
        move = browser.get(f"/admin/bookings/booking/{unknown}/move/cancel/")

    assert answer.redirect_chain == [("/admin/", 302)]
    assert len(answer.context["messages"]) == 1
    assert move.status_code == 404


def test_a_booking_is_found_by_its_reference_too() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(f"/admin/bookings/booking/{booking.reference.lower()}/change/")
        by_search = browser.get(f"/admin/bookings/booking/?q={booking.reference}")

    assert page.context["booking"] == booking
    assert by_search.context["cl"].result_count == 1


def test_the_page_only_reads() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(OWNER)) as browser:
        assert browser.post(page_of(booking), {"state": "delivered"}).status_code == 405
        assert browser.get("/admin/bookings/booking/add/").status_code == 403
        assert browser.post(f"/admin/bookings/booking/{booking.pk}/delete/").status_code == 403

    assert state_of(booking) == "confirmed"


def test_the_page_shows_what_was_sold_even_after_prices_changed() -> None:
    bookable = factories.bookable_studio()
    extra = factories.add_on([bookable.package])
    booking = factories.confirmed_booking(bookable, add_ons=[extra])
    bookable.package.price_minor = 99900
    bookable.package.save()
    factories.studio(free_change_hours=1)

    with signed_in(member(FRONT_DESK)) as browser:
        context = browser.get(page_of(booking)).context

    assert [(line.label, line.amount) for line in context["price"].lines] == [
        ("Professional headshot", "€95"),
        ("Make-up artist", "€60"),
    ]
    assert (context["price"].total, context["price"].deposit) == ("€155", "€77.50")
    assert "up to 48 hours before your session" in " ".join(context["terms"])
    assert [event.what for event in context["events"]] == [
        "Time held",
        "Details given",
        "Confirmed",
    ]


@pytest.mark.parametrize(
    ("extras", "named"),
    [([], []), (["Make-up"], ["Make-up"]), (["Make-up", "Hair"], ["Make-up, Hair"])],
)
def test_the_session_names_its_add_ons(extras: list[str], named: list[str]) -> None:
    bookable = factories.bookable_studio()
    sold = [factories.add_on([bookable.package], name=name) for name in extras]
    booking = factories.confirmed_booking(bookable, add_ons=sold)

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(page_of(booking)).content.decode()

    assert re.findall(r"<dt>Add-ons</dt>\s*<dd>(.*?)</dd>", page) == named


def test_the_private_link_is_for_the_desk_alone() -> None:
    booking = factories.confirmed_booking()
    link = booking_path(booking)

    with signed_in(member(FRONT_DESK)) as browser:
        assert link in browser.get(page_of(booking)).content.decode()
    with signed_in(photographer_account(booking.photographer)) as browser:
        assert link not in browser.get(page_of(booking)).content.decode()


def test_times_are_those_of_the_place_whatever_the_studios_clock() -> None:
    factories.place(name="Head office", time_zone="America/New_York", position=0)
    lisbon = factories.place(name="By the river", time_zone="Europe/Lisbon", position=1)
    booking = factories.confirmed_booking(factories.bookable_studio(place=lisbon))

    with signed_in(member(OWNER)) as browser:
        page = browser.get(page_of(booking))

    assert page.context["when"] == "Wed 25 November 2026, 10:00–10:30 WET"
