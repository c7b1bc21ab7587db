"""Staff who sign in, and sessions whose clients said something that few may read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import time_machine
from django.contrib.auth.models import Group, User
from django.test import Client

from bookings.admin.permissions import OWNER, sync_groups
from bookings.booking.models import Booking
from bookings.moments import Contact
from bookings.schedule.models import Photographer
from tests import factories
from tests.factories import ANSWERS, NOW, START, Bookable

ACCESS_NOTE = "A chair without arms, please"
CARE_ANSWERS = {**ANSWERS, "access": ["seated"], "access_note": ACCESS_NOTE}

BETWEEN = timedelta(hours=1)


def member(group: str, username: str = "", **changes: Any) -> User:
    """A staff account of one group, with the permissions that the program gives it."""
    sync_groups()
    account = factories.staff(username or group.lower().replace(" ", "-"), **changes)
    account.groups.add(Group.objects.get(name=group))
    return account


def photographer_account(photographer: Photographer) -> User:
    """The account of `photographer`, in the group of photographers."""
    sync_groups()
    photographer.user.groups.add(Group.objects.get(name="Photographer"))
    return photographer.user


@contextmanager
def signed_in(user: User | None, at: datetime = NOW) -> Iterator[Client]:
    """A browser in which `user` is signed in, at `at`; nobody's where there is no user."""
    with time_machine.travel(at, tick=False):
        browser = Client()
        if user is not None:
            browser.force_login(user)
        yield browser


def another_session(bookable: Bookable, number: int = 0, **confirmed: Any) -> Booking:
    """A confirmed booking of a client of its own, `number` hours after the first."""
    contact = Contact(f"Client {number}", f"client{number}@example.com")
    start = START + number * BETWEEN
    return factories.confirmed_booking(bookable, start=start, contact=contact, **confirmed)


def post(page: str, typed: dict[str, Any], group: str = OWNER) -> Any:
    with signed_in(member(group)) as browser:
        return browser.post(page, typed)


def faults(answer: Any) -> dict[str, list[str]]:
    """What the form says beside its fields, and above them."""
    return {name: list(said) for name, said in answer.context["adminform"].form.errors.items()}
