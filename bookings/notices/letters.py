"""The letters: one function for each kind, three templates under `templates/letters/`.

Each is written in the notice's language and on the place's wall clock. No letter knows a care
answer: access, faith and age are read by those who run the session, in the admin.
"""

import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bookings.booking import preparing
from bookings.booking.links import booking_path, booking_token, enquiry_path, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.catalogue.models import Studio
from bookings.notices import company_letters
from bookings.notices.calendars import booking_calendar, method
from bookings.notices.contents import Attachment, Contents, name_to_print
from bookings.notices.models import Notice
from bookings.notices.particulars import (
    clock,
    day,
    deposit,
    in_full,
    one_line,
    particulars,
)
from bookings.notices.told import start_told
from bookings.schedule.wall_clock import day_of
from bookings.series.slots import is_company_day
from bookings.wording import money, shown
from guidance.questionnaire import in_words, parse
from guidance.vocabulary import Style

LINE_LENGTH = 72

STYLES = {style.value: style.label for style in Style}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it goes out; `reply_to` is an address where answers don't go to the studio."""

    subject: str
    text: str
    html: str
    attachments: tuple[Attachment, ...] = ()
    reply_to: str = ""


def letter_for(notice: Notice, *, private_link: bool = True) -> Letter:
    """The letter of `notice`, in its language.

    Without `private_link` a line stands where the link would be: the copy that is kept.
    """
    with translation.override(notice.language):
        kind = Notice.Kind(notice.kind)
        about = TO_ATTENDEES.get(kind) if notice.attendee_id else None
        contents = (about or CONTENTS[kind])(notice)
        paths = {"private_link": contents.private_path, **contents.further_paths}
        links = {name: _absolute(path) if private_link else "" for name, path in paths.items()}
        return _written(notice, contents, links)


def confirmation(notice: Notice) -> Contents:
    """To the client: all about the booking, the terms, the private link, how to prepare.

    Who organises a company day is led to its list first.
    """
    booking = _booking(notice)
    is_company = is_company_day(booking)
    words = {"deposit": deposit(booking), "is_company_day": is_company}
    people = reverse("front:people", args=[booking_token(booking)])
    return Contents(
        _session(booking)
        | _terms(booking, notice.created_at)
        | _plan(booking, notice.created_at)
        | words,
        booking_path(booking),
        (_calendar(booking, for_staff=False),),
        further_paths={"people_link": people} if is_company else {},
    )


def assignment(notice: Notice) -> Contents:
    """To the photographer: who comes when and where, and the way to the brief."""
    booking = _booking(notice)
    return Contents(
        _session(booking) | _desk("booking", booking.pk),
        attachments=(_calendar(booking, for_staff=True),),
    )


def cancelled(notice: Notice) -> Contents:
    """To the client: what is off, whether it costs anything, the times for the same session."""
    booking = _booking(notice)
    words = {"fee": money(booking.fee_minor, booking.currency) if booking.fee_minor else ""}
    times = reverse("front:times", args=[enquiry_token(booking.enquiry)])
    return Contents(_session(booking) | words, times, (_calendar(booking, for_staff=False),))


def moved(notice: Notice) -> Contents:
    """To the client: old and new time, the calendar file that replaces the old, the terms."""
    booking = _booking(notice)
    words = _terms(booking, notice.created_at) | _was(notice)
    return Contents(
        _session(booking) | words, booking_path(booking), (_calendar(booking, for_staff=False),)
    )


def rescheduled(notice: Notice) -> Contents:
    """To the photographer: old and new time."""
    contents = assignment(notice)
    return replace(contents, words={**contents.words, **_was(notice)})


def preparation(notice: Notice) -> Contents:
    """To the client: in how many days it is, the plan until then, and what to wear."""
    booking = _booking(notice)
    zone = booking.place.zone
    days = (day_of(booking.start, zone) - day_of(notice.due_at, zone)).days
    return Contents(
        _session(booking) | _plan(booking, notice.due_at) | {"days": days}, booking_path(booking)
    )


def reminder(notice: Notice) -> Contents:
    """To the client: when and where again, what is still to do, until when a change is free."""
    booking = _booking(notice)
    zone = booking.place.zone
    until = booking.terms.free_until(booking.start)
    words = {
        "free_until": f"{day(until, zone)}, {clock(until, zone)}" if notice.due_at < until else "",
        "can_move": booking.moves < booking.terms.most_moves,
    }
    return Contents(
        _session(booking) | _plan(booking, notice.due_at) | words, booking_path(booking)
    )


def handed_over(notice: Notice) -> Contents:
    """To the photographer who no longer takes it: the session is a colleague's now.

    The calendar file takes it out of their calendar alone.
    """
    booking = _booking(notice)
    off = _calendar(booking, for_staff=True, is_off=True)
    words = _session(booking) | _desk("booking", booking.pk) | _was(notice)
    return Contents(words, attachments=(off,))


def waiting(notice: Notice) -> Contents:
    """To a client who waits: for which day, what happens when a time comes free, the way back.

    Like :func:`enquiry_receipt` it says nothing that whoever typed the address did not know.
    """
    entry = notice.entry
    if entry is None:
        raise ValueError(f"{notice.kind} is about a day that is waited for")
    words = {
        # Translators: a day with its weekday, in Django's date format.
        "day": date_format(entry.day, _("l j F Y")),
        "place": entry.place.name,
        "photographer": entry.photographer.name if entry.photographer else "",
        "hours": Studio.objects.get().offer_hours,
    }
    return Contents(words, enquiry_path(_enquiry(notice)))


def waiting_offer(notice: Notice) -> Contents:
    """To a client who waits: a time is held for them, until when, and the way to take it."""
    booking = _booking(notice)
    until = booking.hold_expires_at or booking.start
    zone = booking.place.zone
    words = {"until": f"{day(until, zone)}, {clock(until, zone)}"}
    return Contents(_session(booking) | words, enquiry_path(booking.enquiry))


def thank_you(notice: Notice) -> Contents:
    """To the client: thanks, and what happens with the pictures."""
    return Contents(_session(_booking(notice)))


def unassigned(notice: Notice) -> Contents:
    """To the photographer: what is off."""
    return assignment(notice)


def enquiry_message(notice: Notice) -> Contents:
    """To the studio: who wrote what, with the answers; a reply goes to the client."""
    enquiry = _enquiry(notice)
    words = {
        "client": enquiry.client,
        "message": notice.message,
        "recommended": shown(STYLES[enquiry.style]) if enquiry.style else "",
        "answers": _answers(enquiry),
    }
    return Contents(
        words | _desk("enquiry", enquiry.pk),
        reply_to=enquiry.client.email if enquiry.client else "",
    )


def enquiry_receipt(notice: Notice) -> Contents:
    """To the client: what happens next, and the way back to the answers.

    Does not repeat the message: anyone can type another's address under theirs.
    """
    return Contents({}, enquiry_path(_enquiry(notice)))


CONTENTS: Mapping[Notice.Kind, Callable[[Notice], Contents]] = MappingProxyType(
    {
        Notice.Kind.CONFIRMATION: confirmation,
        Notice.Kind.ASSIGNMENT: assignment,
        Notice.Kind.PREPARATION: preparation,
        Notice.Kind.REMINDER: reminder,
        Notice.Kind.MOVED: moved,
        Notice.Kind.RESCHEDULED: rescheduled,
        Notice.Kind.HANDED_OVER: handed_over,
        Notice.Kind.WAITING: waiting,
        Notice.Kind.WAITING_OFFER: waiting_offer,
        Notice.Kind.INVITATION: company_letters.invitation,
        Notice.Kind.SLOT_CHOSEN: company_letters.slot_chosen,
        Notice.Kind.UNINVITED: company_letters.uninvited,
        Notice.Kind.THANK_YOU: thank_you,
        Notice.Kind.CANCELLED: cancelled,
        Notice.Kind.UNASSIGNED: unassigned,
        Notice.Kind.ENQUIRY_MESSAGE: enquiry_message,
        Notice.Kind.ENQUIRY_RECEIPT: enquiry_receipt,
    }
)

TO_ATTENDEES: Mapping[Notice.Kind, Callable[[Notice], Contents]] = MappingProxyType(
    {
        Notice.Kind.MOVED: company_letters.moved,
        Notice.Kind.CANCELLED: company_letters.cancelled,
        Notice.Kind.REMINDER: company_letters.reminder,
    }
)
"""Kinds that the client gets too, as they are written to one person of a company day."""


def _written(notice: Notice, contents: Contents, links: Mapping[str, str]) -> Letter:
    words = {
        "studio": Studio.objects.get(),
        "language": notice.language,
        "greeting": _greeting(notice.recipient_name),
        **links,
        **contents.words,
    }
    subject, text, html = (
        render_to_string(f"letters/{contents.template or notice.kind}{part}", words)
        for part in (".subject.txt", ".txt", ".html")
    )
    return Letter(one_line(subject), _wrapped(text), html, contents.attachments, contents.reply_to)


def _greeting(name: str) -> str:
    name = name_to_print(name)
    return _("Hello %(name)s,") % {"name": name} if name else _("Hello,")


def _session(booking: Booking) -> dict[str, Any]:
    return {"session": particulars(booking), "client": booking.client}


def _desk(noun: str, pk: int) -> dict[str, Any]:
    """The way to one row of the admin, which asks who is there."""
    return {"link": _absolute(reverse(f"admin:bookings_{noun}_change", args=[pk]))}


def _calendar(booking: Booking, *, for_staff: bool, is_off: bool | None = None) -> Attachment:
    return Attachment(
        f"{booking.reference}.ics",
        booking_calendar(booking, for_staff=for_staff, is_off=is_off),
        f"text/calendar; method={method(booking, is_off=is_off)}",
    )


def _answers(enquiry: Enquiry) -> list[tuple[str, list[str]]]:
    """Questions and answers in words; the care answers are kept elsewhere and stay there."""
    sheet = in_words(parse(enquiry.answers))
    return [(shown(question), [shown(given) for given in answers]) for question, answers in sheet]


def _was(notice: Notice) -> dict[str, str]:
    """The time that the reader still goes by; empty where they know the new one."""
    told = start_told(notice)
    return {"was": in_full(told, _booking(notice).place.zone) if told else ""}


def _terms(booking: Booking, at: datetime) -> dict[str, Any]:
    """What was agreed, as it holds from `at` on."""
    agreed = booking.terms.sentences_at(booking.start, at, booking.package_as_sold["minutes"])
    return {"policy": [shown(sentence) for sentence in agreed]}


def _plan(booking: Booking, at: datetime) -> dict[str, Any]:
    """What there is still to do at `at`, and what to wear."""
    return {
        "plan": preparing.plan(booking, day_of(at, booking.place.zone)),
        "wardrobe": preparing.wardrobe(booking),
    }


def _booking(notice: Notice) -> Booking:
    if notice.booking is None:
        raise ValueError(f"{notice.kind} is about a booking")
    return notice.booking


def _enquiry(notice: Notice) -> Enquiry:
    if notice.enquiry is None:
        raise ValueError(f"{notice.kind} is about an enquiry")
    return notice.enquiry


def _absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def _wrapped(text: str) -> str:
    """`text` with lines of at most 72 characters, indented lines kept so, blank lines single."""
    lines = "\n".join(_wrapped_line(line.rstrip()) for line in text.strip().splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n"


def _wrapped_line(line: str) -> str:
    indent = " " * (len(line) - len(line.lstrip(" ")))
    further = f"{indent}  " if line.lstrip().startswith("- ") else indent
    return textwrap.fill(
        line,
        LINE_LENGTH,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
