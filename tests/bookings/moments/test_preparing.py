"""Between booking and session: ticks are remembered, and what is corrected moves the brief."""

from datetime import timedelta
from typing import Any

import pytest

from bookings import moments
from bookings.booking import preparing
from bookings.booking.errors import IllegalMove
from bookings.booking.models import Booking
from guidance.questionnaire import AnswerError
from tests.factories import NOW, cancelled_booking, confirmed_booking, held_booking

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)
COMFORT = {
    "glasses": "always",
    "head_covering": None,
    "minors": None,
    "access": ["no_flash"],
    "access_note": None,
}


def ticked(booking: Booking) -> list[str]:
    return list(booking.ticks.values_list("item", flat=True))


def test_ticks_are_set_and_taken_away_one_by_one() -> None:
    booking = confirmed_booking()
    moments.tick(booking, {"pack": True, "plain": True}, NOW)
    moments.tick(booking, {"pack": False, "plain": True, "fit": True}, LATER)

    assert ticked(booking) == ["plain", "fit"]


def test_a_tick_keeps_the_time_at_which_it_was_set_first() -> None:
    booking = confirmed_booking()
    moments.tick(booking, {"pack": True}, NOW)
    moments.tick(booking, {"pack": True}, LATER)

    assert booking.ticks.get().ticked_at == NOW


def test_a_line_that_the_plan_does_not_have_is_not_ticked() -> None:
    booking = confirmed_booking()
    moments.tick(booking, {"pack": True, "world-peace": True}, NOW)

    assert ticked(booking) == ["pack"]
    assert "world-peace" not in preparing.items(booking)


def test_nothing_is_ticked_before_booking_after_the_start_or_once_called_off() -> None:
    for booking, now in (
        (held_booking(), NOW),
        (cancelled_booking(), NOW),
    ):
        with pytest.raises(IllegalMove):
            moments.tick(booking, {"pack": True}, now)
    confirmed = confirmed_booking()
    with pytest.raises(IllegalMove):
        moments.tick(confirmed, {"pack": True}, confirmed.start)


def test_what_the_client_corrects_moves_the_brief() -> None:
    booking = confirmed_booking()
    moments.amend(booking, "comfort", COMFORT, LATER)

    booking.enquiry.refresh_from_db()
    assert booking.enquiry.answers["glasses"] == "always"
    assert booking.enquiry.care == {"access": ["no_flash"]}
    brief = booking.briefs.get(is_current=True)
    assert (brief.version, brief.because) == (2, ["answers"])
    kinds = list(booking.events.order_by("pk").values_list("kind", "by", "note"))
    assert kinds[-2:] == [("answers", "client", "comfort"), ("brief", "client", "v2")]


def test_the_words_on_the_booking_follow_but_neither_price_nor_time() -> None:
    booking = confirmed_booking()
    before = (booking.quote, booking.package_as_sold, booking.policy, booking.start, booking.end)
    moments.amend(booking, "clothes", {"clothes": "patterned", "clothes_note": "A kimono"}, LATER)

    booking.refresh_from_db()
    after = (booking.quote, booking.package_as_sold, booking.policy, booking.start, booking.end)
    assert after == before
    given = [words["message"] for row in booking.answers_as_given for words in row["answers"]]
    assert "A kimono" not in given  # the client's own words are a parameter, never a message
    assert any("A kimono" in str(row) for row in booking.answers_as_given)
    assert "no_flash" not in str(booking.answers_as_given)


def test_saying_the_same_again_changes_nothing() -> None:
    booking = confirmed_booking()
    moments.amend(booking, "comfort", COMFORT, NOW)
    moments.amend(booking, "comfort", COMFORT, LATER)

    assert booking.briefs.count() == 2


@pytest.mark.parametrize(
    ("question", "given"),
    [("purpose", {"uses": ["wall_art"]}), ("people", {"people_total": 3}), ("nonsense", {})],
)
def test_what_would_change_the_sale_is_refused(question: str, given: dict[str, Any]) -> None:
    booking = confirmed_booking()

    with pytest.raises(IllegalMove):
        moments.amend(booking, question, given, LATER)
    assert booking.briefs.count() == 1


def test_an_answer_that_is_none_is_refused_and_nothing_is_kept() -> None:
    booking = confirmed_booking()

    with pytest.raises(AnswerError) as refusal:
        moments.amend(booking, "comfort", {"glasses": "pink"}, LATER)
    assert refusal.value.key == "glasses"
    assert booking.briefs.count() == 1


def test_once_it_has_begun_nothing_is_corrected() -> None:
    booking = confirmed_booking()

    with pytest.raises(IllegalMove):
        moments.amend(booking, "comfort", COMFORT, booking.start)
