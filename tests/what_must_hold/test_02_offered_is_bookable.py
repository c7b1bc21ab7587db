"""Offered = bookable: every start that the page offers can be booked, every other is refused."""

from dataclasses import replace
from datetime import datetime

import time_machine
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from guidance.vocabulary import Format
from tests import factories
from tests.bookings.schedule.oracle import offered_starts, steps_of, wall
from tests.bookings.schedule.plans import Built, StudioPlan, build, studios
from tests.walking import Walker

# A refusal looks for the nearest times as far as the horizon, three hundred times a day.
PLANS = studios().map(lambda plan: replace(plan, horizon_days=min(plan.horizon_days, 4)))


class TestOfferedIsBookable(TestCase):
    """Random studios and days, through the public form: what it offers, and what lies between.

    Of the starts that are not offered a fifth is asked for, each time another one; 25 minutes
    apart they meet every minute of every raster.
    """

    @given(PLANS.filter(offered_starts), st.integers(0, 4))
    @settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
    def test_each_start_is_held_if_it_is_offered(self, plan: StudioPlan, first: int) -> None:
        with time_machine.travel(plan.now, tick=False), override_settings(RATE_LIMITS={}):
            built = build(plan)
            asked = factories.enquiry(
                {**factories.ANSWERS, **people(plan)},
                package=built.package,
                add_ons=built.add_ons,
                now=plan.now,
            )
            on_offer = offered(plan, built, asked)
            tried = on_offer | set(steps_of(plan, plan.day)[first::5])
            booked = {start for start in tried if is_held(plan, built, asked, start)}
        assert on_offer == set(offered_starts(plan))
        assert booked == on_offer


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


def is_held(plan: StudioPlan, built: Built, asked: Enquiry, start: datetime) -> bool:
    """Whether the form for `start` holds it; all that it did is taken back."""
    path = reverse("front:hold", args=[enquiry_token(asked)])
    with transaction.atomic():
        answer = Client().post(path, fields(plan, built) | {"start": start.isoformat()})
        held = Booking.objects.filter(enquiry=asked).values_list("start", flat=True)
        is_held = list(held) == [start]
        assert is_held is (answer.status_code == 302)
        transaction.set_rollback(True)
    return is_held
