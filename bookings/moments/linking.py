"""A private link is renewed: every one given out before leads nowhere."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from bookings.booking import lifecycle
from bookings.booking.models import Booking, BookingEvent, Enquiry
from bookings.booking.states import BookingState
from bookings.moments.parts import locked_attendee, locked_enquiry
from bookings.notices.company import write_invitation_anew
from bookings.series.models import Attendee


@transaction.atomic
def renew_link(booking: Booking, now: datetime, *, actor: User) -> Booking:
    """The booking's page gets another private link; letters that still wait carry it."""
    booking = lifecycle.locked(booking.pk)
    booking.link_counter += 1
    booking.save(update_fields=["link_counter"])
    lifecycle.record(booking, BookingEvent.Kind.LINK, now, by="staff", actor=actor)
    return booking


@transaction.atomic
def renew_attendee_link(attendee: Attendee, now: datetime, *, actor: User) -> Attendee:
    """One person of a company day gets another private link, by letter where there is an address.

    Every link given out before leads nowhere; letters that still wait carry the new one. Raises
    IllegalMove for somebody who was taken off the list.
    """
    booking = lifecycle.locked(attendee.booking_id)
    attendee = locked_attendee(attendee, booking)
    attendee.link_counter += 1
    attendee.save(update_fields=["link_counter"])
    if booking.state == BookingState.CONFIRMED and booking.end > now:
        write_invitation_anew(attendee, now)
    lifecycle.record(booking, BookingEvent.Kind.LINK, now, by="staff", actor=actor)
    return attendee


@transaction.atomic
def renew_enquiry_link(enquiry: Enquiry) -> Enquiry:
    """The questionnaire gets another private link. An enquiry keeps no events of its own."""
    enquiry = locked_enquiry(enquiry)
    enquiry.link_counter += 1
    enquiry.save(update_fields=["link_counter"])
    return enquiry
