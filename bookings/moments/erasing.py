"""What is forgotten: a client who asks for it, and care answers when their time is over.

The ledger and the figures stay true: bookings keep their times, prices and states, for nobody.
"""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet

from bookings.booking import lifecycle
from bookings.booking.errors import IllegalMove, LetterUnderWay, StillToCome
from bookings.booking.holding import let_go
from bookings.booking.models import Booking, BookingEvent, Client, Enquiry
from bookings.booking.states import BookingState
from bookings.briefs.models import BriefEdit, ShootBrief
from bookings.catalogue.models import Studio
from bookings.moments.waiting import offer_freed_by
from bookings.notices.models import Notice
from bookings.records.models import Consent, SessionRecord
from bookings.series.models import Attendee
from bookings.waiting.models import WaitingEntry

ERASED = "–"
"""What stands where a name stood."""

TO_STAFF = (
    Notice.Kind.ASSIGNMENT,
    Notice.Kind.RESCHEDULED,
    Notice.Kind.HANDED_OVER,
    Notice.Kind.UNASSIGNED,
    Notice.Kind.ENQUIRY_MESSAGE,
)
"""Letters to the studio's people: that they were sent stays, not what they said of the client."""

CARE = "care"
"""The section of a brief that says what the care answers ask for."""


@transaction.atomic
def erase_client(client: Client, now: datetime, *, actor: User | None = None) -> Client:
    """Forget `client`: name, contacts, answers, notes and letters. Erasing twice erases once.

    What they booked keeps its time, price and state; a time that is only held is let go. Links
    given out before lead nowhere. Raises StillToCome while a session of theirs is booked,
    LetterUnderWay until they could be told that one is off, IllegalMove where they begin
    something new at this very moment.
    """
    bookings = Booking.objects.filter(client=client)
    enquiries = _enquiries_of(client)
    client = _locked_with_all(client, enquiries)
    if client.erased_at:
        return client
    by = "staff" if actor else "clock"
    if bookings.filter(state=BookingState.CONFIRMED, end__gt=now).exists():
        raise StillToCome
    if _waits_to_be_told(bookings):
        raise LetterUnderWay
    for pk in bookings.filter(state=BookingState.HELD).values_list("pk", flat=True):
        held = lifecycle.locked(pk)
        let_go(held, BookingState.RELEASED, now, by=by, actor=actor)
        offer_freed_by(held, held.start, held.place, now)
    _erase_papers(bookings, enquiries, client.email)
    _erase_log(Client.objects.filter(pk=client.pk))
    for booking in bookings:
        lifecycle.record(booking, BookingEvent.Kind.ERASED, now, by=by, actor=actor)
    client.name, client.email, client.phone, client.erased_at = ERASED, "", "", now
    client.save(update_fields=["name", "email", "phone", "erased_at"])
    return client


def _waits_to_be_told(bookings: QuerySet[Booking]) -> bool:
    """Whether a cancellation has yet to be told; where mail is broken nobody waits for it."""
    letters = Notice.objects.waiting().filter(kind=Notice.Kind.CANCELLED, attempts=0)
    return letters.filter(booking__in=bookings, attendee__isnull=True).exists()


def _enquiries_of(client: Client) -> QuerySet[Enquiry]:
    """The enquiries that are theirs alone.

    Who mistyped an address and came back is two clients with one enquiry: it stays with the one
    that it names now, or whose session is booked.
    """
    others = Booking.objects.live().exclude(client=client)
    named = Q(client=client) | Q(client=None, bookings__client=client)
    booked = Q(bookings__in=others.exclude(client=None))
    theirs = Enquiry.objects.filter(named)
    return theirs.exclude(pk__in=Enquiry.objects.filter(booked).values("pk")).distinct()


def _locked_with_all(client: Client, enquiries: QuerySet[Enquiry]) -> Client:
    """The client under its lock, after that of each of their `enquiries`.

    In that order goes whoever confirms, or gives a name: none of them comes in between. Raises
    IllegalMove where one was quicker and brought another enquiry.
    """
    locking = Enquiry.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    known = set(enquiries.values_list("pk", flat=True))
    list(locking.filter(pk__in=known))
    client = Client.objects.select_for_update(no_key=True).get(pk=client.pk)
    if not set(enquiries.values_list("pk", flat=True)) <= known:
        raise IllegalMove
    return client


def forget_care(now: datetime) -> int:
    """Delete care answers whose time is over; gives the number of people. Safe at any time.

    They are kept for so many days after the session, or after the last answer where none came.
    Those of a company day go person by person, whatever its organiser answered; who was taken
    off its list so long ago is forgotten altogether.
    """
    days = Studio.objects.values_list("care_retention_days", flat=True).first()
    if days is None:  # nobody has set the studio up yet
        return 0
    before = now - timedelta(days=days)
    lasting = Booking.objects.live().filter(end__gt=before)
    Attendee.everyone.filter(uninvited_at__lte=before).delete()
    people = Attendee.objects.exclude(care={}).filter(invited_at__lte=before)
    forgotten = people.exclude(booking__in=lasting).update(care={})
    over = Enquiry.objects.exclude(care={}).filter(updated_at__lte=before)
    over = over.exclude(pk__in=lasting.values("enquiry"))
    return forgotten + sum(_forget_care(pk) for pk in list(over.values_list("pk", flat=True)))


@transaction.atomic
def _forget_care(enquiry_pk: int) -> bool:
    enquiry = Enquiry.objects.select_for_update(of=("self",), no_key=True).get(pk=enquiry_pk)
    enquiry.care = {}
    enquiry.save(update_fields=["care"])
    about = Q(booking__enquiry=enquiry)
    for brief in ShootBrief.objects.filter(about):
        brief.content = _without_care(brief.content)
        brief.save(update_fields=["content"])
    BriefEdit.objects.filter(about, section=CARE).delete()
    return True


def _without_care(content: dict[str, Any]) -> dict[str, Any]:
    parts = [{**part, "lines": []} if part["slug"] == CARE else part for part in content["parts"]]
    return {**content, "parts": parts}


def _erase_papers(bookings: QuerySet[Booking], enquiries: QuerySet[Enquiry], address: str) -> None:
    about = Q(booking__in=bookings) | Q(enquiry__in=enquiries)
    if address:  # what went there about an enquiry that is somebody else's by now
        about |= Q(enquiry__bookings__in=bookings, recipient_email=address)
    letters = Notice.objects.filter(about)
    _erase_log(bookings, enquiries, letters, SessionRecord.objects.filter(booking__in=bookings))
    letters.exclude(kind__in=TO_STAFF).delete()
    letters.update(subject="", body_text="", body_html="", last_error="", message="")
    WaitingEntry.objects.filter(enquiry__in=enquiries).delete()
    ShootBrief.objects.filter(booking__in=bookings).delete()
    BriefEdit.objects.filter(booking__in=bookings).delete()
    said = Q(by="client") | Q(kind=BookingEvent.Kind.CANCELLED)
    BookingEvent.objects.filter(said, booking__in=bookings).update(note="")
    Consent.objects.filter(record__booking__in=bookings).update(given_by=ERASED, guardian_of="")
    for booking in bookings:
        Attendee.everyone.filter(booking=booking).delete()
        booking.ticks.all().delete()
    pks = list(enquiries.values_list("pk", flat=True))
    for enquiry in Enquiry.objects.filter(pk__in=pks):
        enquiry.answers, enquiry.care, enquiry.recommendation = {}, {}, None
        enquiry.note = enquiry.message = enquiry.override_reason = ""
        enquiry.link_counter += 1
        enquiry.save()
    for booking in bookings:
        booking.note = booking.override_reason = ""
        booking.answers_as_given = []
        booking.link_counter += 1
        booking.save(update_fields=["note", "override_reason", "answers_as_given", "link_counter"])


def _erase_log(*rows: QuerySet[Any]) -> None:
    """The admin's own log keeps who changed `rows` and when, not what they were called."""
    for found in rows:
        kind = ContentType.objects.get_for_model(found.model)
        pks = [str(pk) for pk in found.values_list("pk", flat=True)]
        LogEntry.objects.filter(content_type=kind, object_id__in=pks).update(
            object_repr=ERASED, change_message=""
        )
