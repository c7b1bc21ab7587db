"""Somebody calls: the desk books for them, where it must be outside hours or notice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from bookings.booking.answering import Contact, known_client, reconciled
from bookings.booking.errors import BookedAlready, ClientErased
from bookings.booking.holding import (
    let_lapsed_holds_go,
    opening_asked_for,
    take,
    take_turns,
    wanted_for,
)
from bookings.booking.models import Booking, Client, Enquiry
from bookings.booking.states import BookingState
from bookings.catalogue.models import AddOn, Package
from bookings.moments.booking import confirm
from bookings.moments.enquiring import choose, recommend
from bookings.moments.parts import with_answers
from bookings.schedule.models import Photographer, Place, Room


@dataclass(frozen=True, slots=True)
class Call:
    """What was agreed on the telephone.

    `answers` in the vocabulary of the questionnaire; `override_reason` says why the time may lie
    outside hours or notice, and then somebody to photograph is named.
    """

    package: Package
    place: Place
    start: datetime
    answers: Mapping[str, Any]
    photographer: Photographer | None = None
    room: Room | None = None
    add_ons: Sequence[AddOn] = ()
    note: str = ""
    language: str = "en"
    override_reason: str = ""


@transaction.atomic
def book_by_telephone(
    call: Call, caller: Client | Contact, now: datetime, *, actor: User
) -> Booking:
    """Book for `caller`, confirmed at once, with all letters.

    Raises AnswerError, PackageUnavailable, BookedAlready, ClientErased, SlotTaken or NotOffered.
    Nothing books over another session, not even with a reason; a second click finds the caller
    booked, though somebody else may be free.
    """
    enquiry = _enquiry(call, caller, now)
    recommend(enquiry, now)
    enquiry.refresh_from_db()
    enquiry = choose(enquiry, call.package, call.add_ons, "", now)
    wanted = wanted_for(enquiry, call.place, call.photographer)
    take_turns(wanted)
    let_lapsed_holds_go(now)
    _refuse_when_booked(enquiry, call)
    opening = opening_asked_for(
        wanted, call.start, call.room, now, override_reason=call.override_reason
    )
    booking = take(
        enquiry,
        wanted,
        opening,
        now,
        by="staff",
        actor=actor,
        source="telephone",
        override_reason=call.override_reason,
    )
    return confirm(booking, now, by="staff", actor=actor)


def _enquiry(call: Call, caller: Client | Contact, now: datetime) -> Enquiry:
    client = (
        _still_known(caller)
        if isinstance(caller, Client)
        else known_client(caller, call.language, now)
    )
    enquiry = Enquiry.objects.create(
        client=client, note=call.note, language=call.language, created_at=now, updated_at=now
    )
    return with_answers(enquiry, reconciled({}, call.answers), now)


def _still_known(caller: Client) -> Client:
    """The client, locked. Raises ClientErased where they were erased since they were searched."""
    client = Client.objects.select_for_update(no_key=True).get(pk=caller.pk)
    if client.erased_at:
        raise ClientErased
    return client


def _refuse_when_booked(enquiry: Enquiry, call: Call) -> None:
    """Under the turn: of two clicks at once the second sees what the first one wrote.

    By name and address, since somebody new is a row of their own in each of the two.
    """
    caller = enquiry.client
    same = Booking.objects.filter(
        state=BookingState.CONFIRMED, package=call.package, place=call.place, start=call.start
    )
    if (
        caller
        and same.filter(
            client__name__iexact=caller.name, client__email__iexact=caller.email
        ).exists()
    ):
        raise BookedAlready
