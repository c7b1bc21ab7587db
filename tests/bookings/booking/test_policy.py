"""The terms of a booking: instants, and the sentences that the client reads."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bookings.booking.policy import Policy, Tier
from guidance.texts import render

POLICY = Policy(deposit_percent=50, free_change_hours=48, late_arrival_minutes=30)
START = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours_before", "is_free"), [(49, True), (48, True), (47.99, False), (0, False), (-1, False)]
)
def test_changes_are_free_up_to_the_stated_hours(*, hours_before: float, is_free: bool) -> None:
    assert POLICY.is_free_at(START, START - timedelta(hours=hours_before)) is is_free


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (None, "after {minutes} minutes we have to cancel it."),
        (60, "after {minutes} minutes we have to cancel it."),
        (15, "if none of it is left, we have to cancel it."),
    ],
)
def test_nobody_is_later_than_the_session_is_long(minutes: int | None, said: str) -> None:
    policy = Policy(deposit_percent=50, free_change_hours=48, late_arrival_minutes=30)
    assert policy.lateness(minutes).message == f"Lateness is taken off the session; {said}"


def test_the_policy_reads_back_as_it_was_frozen() -> None:
    assert Policy.from_json(POLICY.as_json()) == POLICY


def test_the_sentences_name_the_numbers() -> None:
    sentences = [render(sentence) for sentence in POLICY.sentences()]
    assert "48 hours" in sentences[0]
    assert "30 minutes" in sentences[-1]


TIERS = replace(POLICY, most_moves=2, tiers=(Tier(24, 75), Tier(12, 100)))


@pytest.mark.parametrize(
    ("policy", "hours_before", "percent"),
    [
        (POLICY, 48, 0),
        (POLICY, 47.99, 50),
        (POLICY, -5, 50),
        (TIERS, 24, 50),
        (TIERS, 23.99, 75),
        (TIERS, 12, 75),
        (TIERS, 0, 100),
        (replace(TIERS, deposit_percent=90), 20, 90),
        (replace(POLICY, deposit_percent=0), 1, 0),
    ],
)
def test_a_cancellation_costs_the_deposit_or_the_highest_tier(
    policy: Policy, hours_before: float, percent: int
) -> None:
    assert policy.cancellation_percent(START, START - timedelta(hours=hours_before)) == percent


def test_a_fee_is_rounded_as_the_deposit_is() -> None:
    assert POLICY.cancellation_fee_minor(9501, START, START) == 4751


def test_the_steps_are_the_instants_at_which_it_costs_more() -> None:
    def before(hours: int) -> datetime:
        return START - timedelta(hours=hours)

    assert list(TIERS.steps(START, before(72))) == [
        (before(48), 50),
        (before(24), 75),
        (before(12), 100),
    ]
    assert list(TIERS.steps(START, before(20))) == [(before(12), 100)]
    assert list(TIERS.steps(START, START)) == []


def test_tiers_are_read_back_and_said() -> None:
    assert Policy.from_json(json.loads(json.dumps(TIERS.as_json()))) == TIERS
    said = [render(sentence) for sentence in TIERS.sentences()]
    assert said[0].endswith("2 times at most.")
    assert [line for line in said if line.startswith("In the last")] == [
        "In the last 24 hours before it, 75 % of the price is due.",
        "In the last 12 hours before it, or if you don’t come, 100 % of the price is due.",
    ]


@pytest.mark.parametrize(
    ("tiers", "said"),
    [
        ((Tier(72, 75),), ["In the last 48 hours before it, or if you don’t come, 75 %"]),
        (
            (Tier(96, 60), Tier(72, 75)),
            ["In the last 48 hours before it, or if you don’t come, 75 %"],
        ),
        (
            (Tier(24, 80), Tier(12, 60)),
            ["In the last 24 hours before it, or if you don’t come, 80 %"],
        ),
        ((Tier(24, 50),), []),
    ],
)
def test_what_is_said_is_what_is_charged(tiers: tuple[Tier, ...], said: list[str]) -> None:
    policy = replace(POLICY, tiers=tiers)
    lines = [render(line) for line in policy.sentences()]

    found = [line for line in lines if line.startswith("In the last")]
    assert found == [f"{line} of the price is due." for line in said]
    highest = policy.cancellation_percent(START, START)
    assert highest == max(50, *(tier.percent for tier in tiers))


def test_a_policy_frozen_before_there_were_tiers_still_reads() -> None:
    old = {"deposit_percent": 50, "free_change_hours": 48, "late_arrival_minutes": 30}

    assert Policy.from_json(old) == POLICY


def test_where_nothing_is_due_nothing_of_a_deposit_is_said() -> None:
    said = [render(line) for line in replace(POLICY, deposit_percent=0).sentences()]

    assert not any("deposit" in line for line in said)


PAYING = "You pay nothing in advance: you pay at the studio, on the day."
FREE = "Cancelling is free up to 48 hours before your session."
DEPOSIT = "the deposit is due: 50 % of the price."


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (POLICY, [FREE, f"If you cancel later than that, or don’t come, {DEPOSIT}"]),
        (
            TIERS,
            [
                FREE,
                f"If you cancel later than that, {DEPOSIT}",
                "In the last 24 hours before it, 75 % of the price is due.",
                "In the last 12 hours before it, or if you don’t come, 100 % of the price is due.",
            ],
        ),
        (
            replace(POLICY, deposit_percent=0, tiers=(Tier(12, 100),)),
            [
                FREE,
                "In the last 12 hours before it, or if you don’t come, 100 % of the price is due.",
            ],
        ),
        (
            replace(POLICY, free_change_hours=0),
            [
                "Cancelling is free until your session begins.",
                "If you don’t come, 50 % of the price is due.",
            ],
        ),
        (
            replace(POLICY, deposit_percent=0),
            [FREE, "A late cancellation costs nothing either."],
        ),
    ],
    ids=["deposit", "tiers", "tiers alone", "free to the last", "nothing"],
)
def test_it_is_said_what_is_due_when_and_not_coming_owes_what_is_due_last(
    policy: Policy, said: list[str]
) -> None:
    lines = [render(line) for line in policy.sentences()]

    assert lines[1:-2] == [PAYING, *said]
    absent = policy.cancellation_percent(START, START + timedelta(hours=1))
    assert absent == 0 or f"{absent} %" in said[-1]


LATE = "It is less than 48 hours until your session, so it can no longer be moved on the site."


@pytest.mark.parametrize(
    ("policy", "hours_before", "said"),
    [
        (POLICY, 47, ["If you cancel it, or don’t come, 50 % of the price is due."]),
        (
            TIERS,
            20,
            [
                "Cancelling it costs 75 % of the price by now.",
                "In the last 12 hours before it, or if you don’t come, 100 % of the price is due.",
            ],
        ),
        (TIERS, 2, ["If you cancel it, or don’t come, 100 % of the price is due."]),
        (
            replace(POLICY, deposit_percent=0, tiers=(Tier(12, 100),)),
            20,
            ["In the last 12 hours before it, or if you don’t come, 100 % of the price is due."],
        ),
        (replace(POLICY, deposit_percent=0), 20, ["Cancelling it costs nothing."]),
    ],
)
def test_once_the_free_hours_are_over_what_holds_now_is_said(
    policy: Policy, hours_before: int, said: list[str]
) -> None:
    now = START - timedelta(hours=hours_before)
    lines = [render(line) for line in policy.sentences_at(START, now)]

    assert lines[:-2] == [LATE, PAYING, *said]
    assert policy.sentences_at(START, START - timedelta(hours=48)) == policy.sentences()
