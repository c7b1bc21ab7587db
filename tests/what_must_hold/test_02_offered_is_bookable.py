"""Offered = bookable: every start that the page offers can be booked, every other is refused."""

from dataclasses import replace
from datetime import datetime
from http import HTTPStatus

import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from guidance.vocabulary import Format
from tests import factories
from tests.bookings.schedule.oracle import offered_starts, steps_of, wall
from tests.bookings.schedule.plans import Built, StudioPlan, build, studios
from tests.factories import CONTACT
from tests.walking import Walker

MOST_STARTS = 24
"""A day with more would only take longer: each of them is booked to the end."""

Outcome = tuple[int, list[tuple[datetime, str]]]

REFUSED: Outcome = (HTTPStatus.CONFLICT, [])


def plans() -> st.SearchStrategy[StudioPlan]:
    """Studios with something to offer on their day.

    A refusal looks for the nearest times as far as the horizon, three hundred times a day, so
    that lies near.
    """
    near = studios().map(lambda plan: replace(plan, horizon_days=min(plan.horizon_days, 4)))
    return near.filter(lambda plan: 0 < len(offered_starts(plan)) <= MOST_STARTS)


class TestOfferedIsBookable(TestCase):
    """Random studios and days, through the public forms: each five minutes of the day is asked."""

    @given(plans())
    @settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow])
    def test_each_start_is_booked_if_it_is_offered_and_else_refused(self, plan: StudioPlan) -> None:
        with time_machine.travel(plan.now, tick=False):
            built = build(plan)
            asked = factories.enquiry(
                {**factories.ANSWERS, **people(plan)},
                package=built.package,
                add_ons=built.add_ons,
                now=plan.now,
            )
            on_offer = offered(plan, built, asked)
            day = steps_of(plan, plan.day)
            outcomes = {start: outcome(plan, built, asked, start) for start in day}
        assert on_offer == set(offered_starts(plan))
        assert outcomes == {start: booked(start) if start in on_offer else REFUSED for start in day}


def people(plan: StudioPlan) -> dict[str, int]:
    in_frame = plan.people if plan.format == Format.GROUP else 1
    return {"people_in_frame": in_frame, "people_total": plan.people}


def fields(plan: StudioPlan, built: Built) -> dict[str, str]:
    asked_for = plan.person_asked_for
    return {
        "place": built.place.slug,
        "with": "" if asked_for is None else built.persons[asked_for].slug,
    }


def offered(plan: StudioPlan, built: Built, asked: Enquiry) -> set[datetime]:
    """The starts of the plan's day that the page of times has buttons for."""
    walker = Walker()
    path = reverse("front:times", args=[enquiry_token(asked)])
    query = fields(plan, built) | {"day": plan.day.isoformat()}
    walker.go(path + "?" + "&".join(f"{name}={value}" for name, value in query.items()))
    buttons = (button for form in walker.forms for button in form.buttons)
    starts = {datetime.fromisoformat(value) for name, value in buttons if name == "start"}
    return {start for start in starts if wall(plan, start).date() == plan.day}


def booked(start: datetime) -> Outcome:
    """How the forms end where they book `start`."""
    return HTTPStatus.FOUND, [(start, BookingState.CONFIRMED)]


def outcome(plan: StudioPlan, built: Built, asked: Enquiry, start: datetime) -> Outcome:
    """How the forms answer whoever wants `start`, and what is booked then; it is all taken back.

    Who is held a time says who is coming and confirms.
    """
    browser, token = Client(), enquiry_token(asked)
    with transaction.atomic():
        wanted = fields(plan, built) | {"start": start.isoformat()}
        answer = browser.post(reverse("front:hold", args=[token]), wanted)
        if answer.status_code == HTTPStatus.FOUND:
            contact = {"name": CONTACT.name, "email": CONTACT.email}
            browser.post(reverse("front:details", args=[token]), contact)
            reference = {"reference": Booking.objects.get(enquiry=asked).reference}
            answer = browser.post(reverse("front:review", args=[token]), reference)
        found = Booking.objects.filter(enquiry=asked).values_list("start", "state")
        result = (answer.status_code, list(found))
        transaction.set_rollback(True)
    return result
