"""What is kept of a client, what for and how long: read from the rules that act on it.

Each line names the tables it speaks of, and the tests hold it against the database: a table
with something of a client's that no line names, or one that lives longer than its line says,
fails them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bookings.catalogue.models import Studio
from bookings.front.public import public_page
from bookings.wording import shown
from guidance.questionnaire import QUESTIONS


class Fate(Enum):
    """What becomes of it when the client asks to be forgotten."""

    DELETED = auto()
    """Its rows go."""
    BLANKED = auto()
    """Its rows stay, and nothing in them says whose they were."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is kept: what, what for, until when; and the models that hold it."""

    what: str
    why: str
    until: str
    models: tuple[str, ...]
    fate: Fate = Fate.DELETED


@dataclass(frozen=True, slots=True)
class Cookie:
    """What the site leaves in the browser; `name` as the browser shows it."""

    name: str
    why: str
    until: str


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, why and how long, who sees it, and how to be forgotten."""
    studio = Studio.objects.get()
    page = {
        "studio": studio,
        "kept": [*kept(studio)],
        "cookies": [*cookies()],
        "care_questions": care_questions(),
        "connection_minutes": connection_minutes(),
        "public": public_page(
            reverse("front:privacy"),
            _("What we keep of you"),
            _(
                "What %(studio)s keeps of its clients, what for and how long, who sees it, and "
                "how you have it deleted. In plain words."
            )
            % {"studio": studio.name},
        ),
    }
    return render(request, "front/privacy.html", page)


def kept(studio: Studio) -> Iterator[Kept]:
    """Everything that is kept of a client, in the order in which it comes to be."""
    forgotten = _("Until you ask us to forget you.")
    yield Kept(
        _("Your answers about the pictures, and your messages"),
        _("To recommend a session, to offer what fits, and to plan the light and the lens."),
        forgotten,
        ("Enquiry",),
        Fate.BLANKED,
    )
    yield Kept(
        _("What you say about %(care)s") % {"care": care_questions()},
        _("So that your session suits you. It changes neither recommendation nor price."),
        care_until(studio.care_retention_days),
        (),
    )
    yield Kept(
        _("Your name, your e-mail and, if you give it, your telephone"),
        _("To confirm and to reach you on the day. We send nothing else."),
        forgotten,
        ("Client",),
        Fate.BLANKED,
    )
    yield Kept(
        _("The session you booked: when, where, what it costs, its terms and its changes"),
        _("To keep the time for you, and because the books must say what was sold."),
        _("It stays, without your name and your words, once you ask us to forget you."),
        ("Booking", "BookingEvent", "Allocation", "SessionRecord", "Look"),
        Fate.BLANKED,
    )
    yield Kept(
        _("What you agreed to about showing your pictures"),
        _("To keep to it."),
        _("It stays, without your name, once you ask us to forget you."),
        ("Consent",),
        Fate.BLANKED,
    )
    yield Kept(
        _("The photographer’s plan for your session, and what you ticked off on yours"),
        _("To prepare and to run the session."),
        forgotten,
        ("ShootBrief", "BriefEdit", "Tick"),
    )
    yield Kept(
        _("The letters we sent you"),
        _("To know what you were told, and to send nothing twice."),
        _("Until you ask us to forget you. Letters to our own people stay, empty."),
        ("Notice",),
        Fate.BLANKED,
    )
    yield Kept(
        _("Your place on a waiting list"),
        _("To offer you a time that becomes free."),
        forgotten,
        ("WaitingEntry",),
    )
    yield Kept(
        _("On a company day: the names and e-mails on the organiser’s list"),
        _("To invite each person to choose a time of their own."),
        _("Until the organiser asks us to forget it."),
        ("Attendee",),
    )


def care_questions() -> str:
    """The questions whose answers are kept apart, as they are asked: named, not described."""
    fields = [field for question in QUESTIONS for field in question.fields if field.care]
    return get_text_list([f"“{shown(field.label)}”" for field in fields], _("and"))


def care_until(days: int) -> str:
    """When the care answers go, as `moments.forget_care` does it."""
    return ngettext(
        "Deleted by itself %(n)d day after your session, or after your last answer where no "
        "session came. Only the photographer who runs your session sees it.",
        "Deleted by itself %(n)d days after your session, or after your last answer where no "
        "session came. Only the photographer who runs your session sees it.",
        days,
    ) % {"n": days}


def connection_minutes() -> int:
    """The longest that a connection is counted, in minutes; 0 where nothing is counted."""
    return max((seconds // 60 for _most, seconds in settings.RATE_LIMITS.values()), default=0)


def cookies() -> Iterable[Cookie]:
    """What the site may leave in a client's browser."""
    yield Cookie(
        settings.CSRF_COOKIE_NAME,
        _("Shows that a form was sent by you, from our own page."),
        days(settings.CSRF_COOKIE_AGE),
    )
    yield Cookie(
        "messages",
        _("Carries a sentence such as “We have let this time go” to the next page."),
        _("Gone once you have read it."),
    )
    yield Cookie(
        settings.LANGUAGE_COOKIE_NAME,
        _("Remembers the language, if you choose another one."),
        days(settings.LANGUAGE_COOKIE_AGE)
        if settings.LANGUAGE_COOKIE_AGE
        else _("Gone when you close the browser."),
    )


def days(seconds: int) -> str:
    """A length of time in whole days."""
    n = seconds // (24 * 3600)
    return ngettext("%(n)d day", "%(n)d days", n) % {"n": n}
