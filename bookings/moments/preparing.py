"""Between booking and session: the client ticks their plan and corrects what they said."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from bookings.booking import lifecycle, preparing
from bookings.booking.answering import reconciled
from bookings.booking.errors import (
    IllegalMove,
)
from bookings.booking.models import Booking, BookingEvent, Tick
from bookings.booking.snapshots import answers_in_words
from bookings.booking.states import BookingState
from bookings.briefs.models import Cause
from bookings.moments.parts import compose_brief, locked_enquiry, with_answers
from guidance.questionnaire import parse

AMENDABLE = ("comfort", "clothes")
"""Questions that stay open after booking: they change neither kind, style, price nor time."""


@transaction.atomic
def amend(booking: Booking, question: str, given: Mapping[str, Any], now: datetime) -> Booking:
    """The client changes an answer after booking, and the brief follows.

    Only what changes neither route, price nor time can be amended: see `AMENDABLE`. Raises
    AnswerError as :func:`answer` does, IllegalMove for other questions and once it has begun.
    """
    enquiry = locked_enquiry(booking.enquiry)
    booking = lifecycle.locked(booking.pk)
    _refuse_when_over(booking, now)
    if question not in AMENDABLE:
        raise IllegalMove
    before = parse(enquiry.all_answers)
    enquiry = with_answers(enquiry, reconciled(enquiry.all_answers, given), now)
    if parse(enquiry.all_answers) == before:
        return booking
    booking.enquiry = enquiry
    booking.answers_as_given = answers_in_words(enquiry)
    booking.save(update_fields=["answers_as_given"])
    lifecycle.record(booking, BookingEvent.Kind.ANSWERS, now, by="client", note=question)
    compose_brief(booking, [Cause.ANSWERS.value], now, by="client")
    return booking


@transaction.atomic
def tick(booking: Booking, ticked: Mapping[str, bool], now: datetime) -> None:
    """The client ticks lines of their plan, by their slugs, or takes the ticks away.

    Lines that the plan does not have are ignored. Raises IllegalMove once it is over.
    """
    booking = lifecycle.locked(booking.pk)
    _refuse_when_over(booking, now)
    known = preparing.items(booking)
    done = [item for item, is_done in ticked.items() if is_done and item in known]
    undone = [item for item, is_done in ticked.items() if not is_done]
    booking.ticks.filter(item__in=undone).delete()
    Tick.objects.bulk_create(
        [Tick(booking=booking, item=item, ticked_at=now) for item in done], ignore_conflicts=True
    )


def _refuse_when_over(booking: Booking, now: datetime) -> None:
    if booking.state != BookingState.CONFIRMED or booking.start <= now:
        raise IllegalMove
