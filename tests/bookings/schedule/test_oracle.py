"""What is offered in random studios, against an oracle that looks at every five minutes."""

from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase

from bookings.catalogue import pricing
from bookings.schedule.availability import Wanted, openings
from tests.bookings.schedule.oracle import offered_starts
from tests.bookings.schedule.plans import Built, StudioPlan, build, studios


class TestAgainstTheOracle(TestCase):
    """Hours, closures, buffers, notice, horizon, people, rooms, limits and clocks together."""

    @given(studios())
    @settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
    def test_the_starts_of_a_day(self, plan: StudioPlan) -> None:
        found = openings(wanted(plan, build(plan)), plan.day, plan.day, plan.now)
        assert [opening.start for opening in found] == offered_starts(plan)


def wanted(plan: StudioPlan, built: Built) -> Wanted:
    """What the plan wants placed in time."""
    asked_for = plan.person_asked_for
    return Wanted(
        package=built.package,
        place=built.place,
        people=plan.people,
        minutes=pricing.duration_minutes(built.package, plan.people, built.add_ons),
        notice=plan.notice,
        horizon_days=plan.horizon_days,
        photographer=None if asked_for is None else built.persons[asked_for],
    )
