"""The letters: one function for each kind, three templates under `templates/letters/`.

Each is written in the notice's language and on the place's wall clock. No letter knows a care
answer: access, faith and age are read by those who run the session, in the admin.
"""

import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from bookings.booking.links import booking_path, enquiry_path
from bookings.booking.models import Booking, BookingEvent, Enquiry
from bookings.booking.policy import Policy
from bookings.catalogue.models import Studio
from bookings.notices import preparing
from bookings.notices.calendars import booking_calendar, method
from bookings.notices.models import Notice
from bookings.notices.particulars import one_line, particulars
from bookings.schedule.wall_clock import day_of
from bookings.wording import shown
from guidance.questionnaire import in_words, parse
from guidance.vocabulary import Style

LINE_LENGTH = 72

STYLES = {style.value: style.label for style in Style}

# A name that reads like an address is not repeated in a greeting: nobody sends strangers to a
# page of theirs by typing it where a name belongs.
LIKE_AN_ADDRESS = re.compile(r"[/:@]|www\.|\.\w{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    content: bytes
    mimetype: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it goes out; `reply_to` is an address where answers don't go to the studio."""

    subject: str
    text: str
    html: str
    attachments: tuple[Attachment, ...] = ()
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What one letter says: the words of its templates, and the path of its private page if any."""

    words: Mapping[str, Any]
    private_path: str = ""
    attachments: tuple[Attachment, ...] = ()
    reply_to: str = ""


def letter_for(notice: Notice, *, private_link: bool = True) -> Letter:
    """The letter of `notice`, in its language.

    Without `private_link` a line stands where the link would be: the copy that is kept.
    """
    with translation.override(notice.language):
        contents = CONTENTS[Notice.Kind(notice.kind)](notice)
        link = _absolute(contents.private_path) if private_link else ""
        return _written(notice, contents, link)


def confirmation(notice: Notice) -> Contents:
    """To the client: all about the booking, the terms, the private link, how to prepare."""
    booking = _booking(notice)
    words = {
        "policy": [shown(text) for text in Policy.from_json(booking.policy).sentences()],
        "plan": preparing.plan(booking, day_of(notice.created_at, booking.place.zone)),
        "wardrobe": preparing.wardrobe(booking),
    }
    return Contents(
        _session(booking) | words, booking_path(booking), (_calendar(booking, for_staff=False),)
    )


def assignment(notice: Notice) -> Contents:
    """To the photographer: who comes when and where, and the way to the brief."""
    booking = _booking(notice)
    return Contents(
        _session(booking) | _desk("booking", booking.pk),
        attachments=(_calendar(booking, for_staff=True),),
    )


def cancelled(notice: Notice) -> Contents:
    """To the client: what is off, whether it costs anything, the way back."""
    booking = _booking(notice)
    words = {"is_free": _was_free(booking), "link": _absolute(reverse("front:home"))}
    return Contents(_session(booking) | words, attachments=(_calendar(booking, for_staff=False),))


def unassigned(notice: Notice) -> Contents:
    """To the photographer: what is off."""
    return assignment(notice)


def enquiry_message(notice: Notice) -> Contents:
    """To the studio: who wrote what, with the answers; a reply goes to the client."""
    enquiry = _enquiry(notice)
    words = {
        "client": enquiry.client,
        "message": enquiry.message,
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
        Notice.Kind.CANCELLED: cancelled,
        Notice.Kind.UNASSIGNED: unassigned,
        Notice.Kind.ENQUIRY_MESSAGE: enquiry_message,
        Notice.Kind.ENQUIRY_RECEIPT: enquiry_receipt,
    }
)


def _written(notice: Notice, contents: Contents, private_link: str) -> Letter:
    words = {
        "studio": Studio.objects.get(),
        "language": notice.language,
        "greeting": _greeting(notice.recipient_name),
        "private_link": private_link,
        **contents.words,
    }
    subject, text, html = (
        render_to_string(f"letters/{notice.kind}{part}", words)
        for part in (".subject.txt", ".txt", ".html")
    )
    return Letter(one_line(subject), _wrapped(text), html, contents.attachments, contents.reply_to)


def _greeting(name: str) -> str:
    name = one_line(name)
    if not name or LIKE_AN_ADDRESS.search(name):
        return _("Hello,")
    return _("Hello %(name)s,") % {"name": name}


def _session(booking: Booking) -> dict[str, Any]:
    return {"session": particulars(booking), "client": booking.client}


def _desk(noun: str, pk: int) -> dict[str, Any]:
    """The way to one row of the admin, which asks who is there."""
    return {"link": _absolute(reverse(f"admin:bookings_{noun}_change", args=[pk]))}


def _calendar(booking: Booking, *, for_staff: bool) -> Attachment:
    return Attachment(
        f"{booking.reference}.ics",
        booking_calendar(booking, for_staff=for_staff),
        f"text/calendar; method={method(booking)}",
    )


def _answers(enquiry: Enquiry) -> list[tuple[str, list[str]]]:
    """Questions and answers in words; the care answers are kept elsewhere and stay there."""
    sheet = in_words(parse(enquiry.answers))
    return [(shown(question), [shown(given) for given in answers]) for question, answers in sheet]


def _was_free(booking: Booking) -> bool:
    """Whether calling the booking off cost nothing: in time, or by the studio's own doing."""
    event = booking.events.filter(kind=BookingEvent.Kind.CANCELLED).latest("at")
    policy = Policy.from_json(booking.policy)
    return event.by != "client" or policy.is_free_at(booking.start, event.at)


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
