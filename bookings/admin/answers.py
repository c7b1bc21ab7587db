"""What a client answered and what we advised, in words for the staff's pages."""

from bookings.booking.models import Booking, Enquiry
from bookings.booking.snapshots import answers_in_words
from bookings.series.models import Attendee
from bookings.wording import shown, shown_stored
from guidance.questionnaire import in_words, parse

Answered = list[tuple[str, list[str]]]


def of_booking(booking: Booking) -> Answered:
    """Questions and answers as they were when the booking was confirmed; before that, as they are.

    Care answers are in neither.
    """
    sheet = booking.answers_as_given or answers_in_words(booking.enquiry)
    return [
        (shown_stored(row["question"]), [shown_stored(given) for given in row["answers"]])
        for row in sheet
    ]


def of_enquiry(enquiry: Enquiry) -> Answered:
    """Questions and answers as they are now, without the care answers."""
    return [
        (shown_stored(row["question"]), [shown_stored(given) for given in row["answers"]])
        for row in answers_in_words(enquiry)
    ]


def on_care(asked: Enquiry | Attendee) -> Answered:
    """What somebody said about access, faith and minors: for who runs the session alone."""
    return [
        (shown(question), [shown(given) for given in answers])
        for question, answers in in_words(parse(asked.care))
    ]
