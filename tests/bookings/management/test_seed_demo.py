"""The demo studio: believable, complete, and the same when it is loaded again."""

from datetime import time
from io import StringIO
from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone

from bookings.booking.models import Booking, BookingEvent, Client, Enquiry
from bookings.booking.states import BookingState
from bookings.briefs.models import ShootBrief
from bookings.catalogue import matching
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.management.demo import loading
from bookings.notices.models import Notice
from bookings.records.models import SessionRecord
from bookings.schedule.models import Allocation, Closure, OpeningHours, Photographer, Place, Room
from guidance.questionnaire import parse
from guidance.routing import recommend
from guidance.vocabulary import Use

pytestmark = pytest.mark.django_db

TABLES = (
    *(AddOn, Allocation, Booking, BookingEvent, Client, Closure, Enquiry, Notice, OpeningHours),
    *(Package, Photographer, Place, Room, SessionRecord, ShootBrief, Studio, User),
)


def seed(*arguments: str) -> str:
    printed = StringIO()
    call_command("seed_demo", *arguments, stdout=printed)
    return printed.getvalue()


def counts() -> dict[str, int]:
    return {table.__name__: table.objects.count() for table in TABLES}


def test_loading_again_doubles_nothing() -> None:
    printed = seed()
    loaded = counts()
    again = seed()
    assert counts() == loaded
    assert [line.split()[-2] for line in printed.splitlines()[1:-1]] == [
        "aoife",
        "jonas",
        "mira",
        "desk",
    ]
    assert "no account was made" in again
    assert seed("--if-empty") == ""


def test_there_are_bookings_in_every_state_before_and_after_today() -> None:
    seed()
    states = set(Booking.objects.values_list("state", flat=True))
    assert states == set(BookingState.values)
    now = timezone.now()
    assert Booking.objects.filter(start__lt=now).count() > 20
    assert Booking.objects.filter(start__gt=now).count() > 15
    assert not Notice.objects.waiting().exists()


def test_the_printed_password_opens_the_account() -> None:
    accounts = loading.load_studio(timezone.now())
    passwords = {username: password for _, username, password in accounts}
    assert all(User.objects.get(username=n).check_password(p) for n, p in passwords.items())
    assert len(set(passwords.values())) == 4


def recommendations() -> list[dict[str, Any]]:
    """Every main use, occasion, market and a small, a middling and a larger number of people."""
    people = ((1, 1), (1, 2), (1, 6), (2, 2), (5, 5), (8, 8))
    return [
        {"uses": [use.value], "occasion": occasion, "people_in_frame": shared, "people_total": all_}
        | ({"casting_market": market} if use is Use.CASTING else {})
        for use, occasion, market, (shared, all_) in product(
            Use, ("work", "personal"), ("stage_screen", "adverts", "both"), people
        )
        if use is Use.CASTING or market == "both"
    ]


def test_a_package_fits_every_kind_style_and_format() -> None:
    loading.load_studio(timezone.now())
    studio, packages = Studio.objects.get(), list(Package.objects.on_offer())
    unserved = []
    for answers in recommendations():
        recommendation = recommend(parse(answers))
        found = matching.matches(recommendation, packages, studio)
        if not found or recommendation.style not in found[0].package.styles:
            unserved.append(answers)
    assert unserved == []


def test_every_package_has_a_photographer_and_a_place_to_happen() -> None:
    loading.load_studio(timezone.now())
    homeless = [
        package.slug
        for package in Package.objects.all()
        if not package.photographers.exists()
        or not (
            package.on_location
            or Room.objects.filter(length_m__gte=package.min_room_length_m).exists()
        )
    ]
    assert homeless == []


def test_closures_are_whole_days_on_the_clock_of_their_place() -> None:
    seed()

    for closure in Closure.objects.filter(kind=Closure.Kind.CLOSED):
        place = closure.place or (closure.room and closure.room.place) or Place.objects.all()[0]
        for end in (closure.start, closure.end):
            assert end.astimezone(place.zone).time() == time(0)
