"""The moments of an enquiry: answers are kept as given, and messages reach the studio."""

from datetime import timedelta

import pytest

from bookings import moments
from bookings.booking.errors import (
    IllegalMove,
)
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from guidance.questionnaire import AnswerError
from tests.factories import (
    CONTACT,
    NOW,
    bookable_studio,
    confirmed_booking,
    enquiry,
)

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def test_answers_are_kept_as_they_are_given() -> None:
    asked = moments.enquire("en", NOW)
    moments.answer(asked, "purpose", {"uses": ["online_profile"]}, NOW)
    moments.answer(asked, "people", {"people_in_frame": 1, "people_total": 3}, NOW)
    asked.refresh_from_db()
    assert asked.answers == {
        "uses": ["online_profile"],
        "people_in_frame": 1,
        "people_total": 3,
    }
    assert asked.answered == ["purpose", "people"]


def test_care_answers_are_kept_apart() -> None:
    asked = enquiry(
        {"uses": ["online_profile"], "access": ["step_free"], "head_covering": True, "minors": 1}
    )
    assert asked.answers == {"uses": ["online_profile"]}
    assert asked.care == {"access": ["step_free"], "head_covering": True, "minors": 1}


def test_an_answer_that_no_longer_fits_is_dropped() -> None:
    asked = enquiry({"uses": ["casting"], "casting_market": "both"})
    moments.answer(asked, "purpose", {"uses": ["wall_art"]}, NOW)
    asked.refresh_from_db()
    assert asked.answers == {"uses": ["wall_art"]}


def test_an_unknown_answer_is_refused_and_changes_nothing() -> None:
    asked = enquiry({"uses": ["casting"]})
    with pytest.raises(AnswerError) as refusal:
        moments.answer(asked, "purpose", {"uses": ["social media"]}, NOW)
    assert (refusal.value.key, refusal.value.value) == ("uses", "social media")
    asked.refresh_from_db()
    assert asked.answers == {"uses": ["casting"]}


def test_a_message_to_the_studio_goes_out_with_the_answers() -> None:
    bookable_studio()
    asked = moments.write_to_studio(enquiry(), CONTACT, "Can you photograph forty of us?", NOW)
    assert asked.message == "Can you photograph forty of us?"
    kinds = Notice.objects.order_by("pk").values_list("kind", "recipient_email")
    assert list(kinds) == [
        ("enquiry_message", "hello@studio-halden.example"),
        ("enquiry_receipt", CONTACT.email),
    ]


def test_each_message_to_the_studio_is_a_letter_and_a_double_click_is_none() -> None:
    bookable_studio()
    asked = enquiry()
    for message in ("First", "First", "Second"):
        moments.write_to_studio(asked, CONTACT, message, NOW)
    assert Notice.objects.filter(kind=Notice.Kind.ENQUIRY_MESSAGE).count() == 2


def test_a_letter_passes_on_the_words_it_was_written_for() -> None:
    bookable_studio()
    asked = enquiry()
    for message in ("Is there parking?", "And a lift?"):
        moments.write_to_studio(asked, CONTACT, message, NOW)

    letters = [
        letter_for(notice).text
        for notice in Notice.objects.filter(kind="enquiry_message").order_by("pk")
    ]
    told = [
        [line for line in ("Is there parking?", "And a lift?") if line in text] for text in letters
    ]
    assert told == [["Is there parking?"], ["And a lift?"]]


def test_a_booked_enquiry_takes_no_message() -> None:
    booking = confirmed_booking()
    with pytest.raises(IllegalMove):
        moments.write_to_studio(booking.enquiry, CONTACT, "One more thing", NOW)
