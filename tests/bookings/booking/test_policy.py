"""The terms of a booking: instants, and the sentences that the client reads."""

from datetime import UTC, datetime, timedelta

import pytest

from bookings.booking.policy import Policy
from guidance.texts import render

POLICY = Policy(deposit_percent=50, free_change_hours=48, late_arrival_minutes=30)
START = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours_before", "is_free"), [(49, True), (48, True), (47.99, False), (0, False), (-1, False)]
)
def test_changes_are_free_up_to_the_stated_hours(*, hours_before: float, is_free: bool) -> None:
    assert POLICY.is_free_at(START, START - timedelta(hours=hours_before)) is is_free


def test_the_policy_reads_back_as_it_was_frozen() -> None:
    assert Policy.from_json(POLICY.as_json()) == POLICY


def test_the_sentences_name_the_numbers() -> None:
    sentences = [render(sentence) for sentence in POLICY.sentences()]
    assert "48 hours" in sentences[0]
    assert "30 minutes" in sentences[-1]
