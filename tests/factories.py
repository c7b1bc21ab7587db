"""Plain functions that make what a test stands on: a believable studio, its clients, its bookings.

Every argument can be overridden, and time is always passed in. Enquiries and bookings go
through the real moments, so that no test stands on a state that the site can't reach.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.utils.text import slugify

from bookings import moments
from bookings.booking.models import Booking, Client, Enquiry
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.moments import Contact
from bookings.notices.models import Notice
from bookings.schedule.models import Closure, OpeningHours, Photographer, Place, Room
from guidance.questionnaire import QUESTIONS
from guidance.vocabulary import Format, Kind, Style

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday, 10:00 at the place's wall clock."""

START = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
"""The Wednesday of the same week, 11:00 at the place's wall clock."""

ANSWERS: Mapping[str, Any] = {
    "uses": ["online_profile", "business_card"],
    "occasion": "work",
    "framing": "head_shoulders",
    "background": "plain",
}
"""An accountant who needs a profile picture: a corporate headshot of one person."""

WITHOUT_HOURS = "without-hours"

CONTACT = Contact(name="Ines Okafor", email="ines@example.com", phone="+49 761 5550143")


def studio(**changes: Any) -> Studio:
    """The studio; there is one, so asking again changes it."""
    words = {
        "name": "Studio Halden",
        "tagline": "Headshots and portraits in the old part of town",
        "email": "hello@studio-halden.example",
        "phone": "+49 761 5550100",
    }
    return Studio.objects.update_or_create(pk=1, defaults=words | changes)[0]


def package(*, offered_by: Iterable[Photographer] | None = None, **changes: Any) -> Package:
    """A half-hour corporate headshot for one person, 95 euros.

    Where nobody is named, a photographer without hours offers it: it is shown, and has no times.
    """
    sold: dict[str, Any] = {
        "name": "Professional headshot",
        "summary": "One look, a plain background, two retouched pictures.",
        "description": "Half an hour in the studio with a calm start and a look at the screen.",
        "kind": Kind.HEADSHOT,
        "styles": [Style.CORPORATE, Style.PERSONAL],
        "format": Format.SINGLE,
        "duration_minutes": 30,
        "price_minor": 9500,
        "finals": 2,
    } | changes
    made = Package.objects.create(**{"slug": _free_slug(Package, sold["name"])} | sold)
    made.photographers.set([_without_hours()] if offered_by is None else offered_by)
    return made


def _without_hours() -> Photographer:
    """The photographer who stands behind packages of which no times are wanted."""
    known = Photographer.objects.filter(slug=WITHOUT_HOURS).first()
    return known or photographer(slug=WITHOUT_HOURS, name="Ada Without-Hours")


def series_package(**changes: Any) -> Package:
    """Headshots one by one for 2 to 20 people; each further one takes 10 minutes and 40 euros."""
    sold: dict[str, Any] = {
        "name": "Team headshots",
        "summary": "One light, one background, everybody one after the other.",
        "format": Format.SERIES,
        "min_people": 2,
        "max_people": 20,
        "duration_minutes": 40,
        "minutes_per_extra_person": 10,
        "price_minor": 16000,
        "price_per_extra_person_minor": 4000,
        "finals": 1,
        "finals_are_per_person": True,
    }
    return package(**sold | changes)


def group_package(**changes: Any) -> Package:
    """A family portrait of two to six people in one frame, an hour, 240 euros."""
    sold: dict[str, Any] = {
        "name": "Family portrait",
        "summary": "Everybody together, and time for the little ones.",
        "kind": Kind.PORTRAIT,
        "styles": [Style.CLASSIC],
        "format": Format.GROUP,
        "min_people": 2,
        "max_people": 6,
        "duration_minutes": 60,
        "price_minor": 24000,
        "finals": 10,
    }
    return package(**sold | changes)


def add_on(packages: Iterable[Package] = (), **changes: Any) -> AddOn:
    """A make-up artist, 60 euros and 30 minutes, to be had with `packages`."""
    sold: dict[str, Any] = {
        "name": "Make-up artist",
        "summary": "Half an hour of make-up and hair before the session.",
        "price_minor": 6000,
        "extra_minutes": 30,
    } | changes
    added = AddOn.objects.create(**{"slug": _free_slug(AddOn, sold["name"])} | sold)
    added.packages.set(packages)
    return added


def place(**changes: Any) -> Place:
    """A place in Freiburg: Berlin time, a start every 30 minutes."""
    words: dict[str, Any] = {
        "name": "Old town",
        "address": "Gerberweg 8\n79098 Freiburg",
        "directions": "Through the arch, first floor, the bell says Halden.",
        "time_zone": "Europe/Berlin",
    } | changes
    return Place.objects.create(**{"slug": _free_slug(Place, words["name"])} | words)


def room(place: Place, **changes: Any) -> Room:
    """A room of 7.2 by 4.8 by 3.1 metres for six people."""
    size = {
        "name": "North room",
        "length_m": Decimal("7.20"),
        "width_m": Decimal("4.80"),
        "height_m": Decimal("3.10"),
        "max_people": 6,
    }
    return Room.objects.create(**{"place": place} | size | changes)


def photographer(packages: Iterable[Package] = (), **changes: Any) -> Photographer:
    """A photographer with a staff account, a full-frame kit, and the skills for `packages`."""
    words: dict[str, Any] = {
        "name": "Mara Lindqvist",
        "about": "Quick to make people laugh, slow to press the button.",
        "sensor_format": "full_frame",
        "focal_lengths_mm": [35, 50, 85, 105],
    } | changes
    words.setdefault("slug", _free_slug(Photographer, words["name"]))
    if "user" not in words:
        words["user"] = staff(words["slug"])
    skilled = Photographer.objects.create(**words)
    skilled.packages.set(packages)
    return skilled


def staff(username: str, **changes: Any) -> User:
    """A staff account called `username`."""
    account: dict[str, Any] = {"email": f"{username}@studio-halden.example", "is_staff": True}
    return User.objects.create_user(username, **account | changes)


def weekday_hours(
    photographer: Photographer,
    place: Place,
    *,
    opens: time = time(9),
    closes: time = time(17),
    weekdays: Iterable[int] = range(5),
) -> list[OpeningHours]:
    """`photographer` works at `place` from `opens` to `closes`; Monday is 0."""
    return [
        OpeningHours.objects.create(
            photographer=photographer, place=place, weekday=weekday, opens=opens, closes=closes
        )
        for weekday in weekdays
    ]


def closure(**changes: Any) -> Closure:
    """The place, room or photographer that is named is away on the day of `START`."""
    span = {"start": START - timedelta(hours=10), "end": START + timedelta(hours=14)}
    return Closure.objects.create(**span | changes)


@dataclass(frozen=True, slots=True)
class Bookable:
    """The least that a client can book: one of everything, open on weekdays from 9 to 17."""

    studio: Studio
    place: Place
    room: Room
    photographer: Photographer
    package: Package


def bookable_studio(**parts: Any) -> Bookable:
    """One place with one room, and one photographer who offers one package there on weekdays.

    `parts` are those of `Bookable` that are made already; the others are made here.
    """
    makers = {"studio": studio, "place": place, "photographer": photographer}
    for name, make in makers.items():
        if name not in parts:
            parts[name] = make()
    if "package" not in parts:
        parts["package"] = package(offered_by=[parts["photographer"]])
    if "room" not in parts:
        parts["room"] = room(parts["place"])
    bookable = Bookable(**parts)
    bookable.photographer.packages.add(bookable.package)
    bookable.package.photographers.remove(
        *bookable.package.photographers.filter(slug=WITHOUT_HOURS)
    )
    if not bookable.photographer.hours.filter(place=bookable.place).exists():
        weekday_hours(bookable.photographer, bookable.place)
    return bookable


def client(**changes: Any) -> Client:
    """Someone who books."""
    known = {"name": CONTACT.name, "email": CONTACT.email, "phone": CONTACT.phone}
    return Client.objects.create(**known | {"created_at": NOW} | changes)


def enquiry(
    answers: Mapping[str, Any] = ANSWERS,
    *,
    package: Package | None = None,
    add_ons: Sequence[AddOn] = (),
    override_reason: str = "",
    language: str = "en",
    now: datetime = NOW,
) -> Enquiry:
    """Answers given, the recommendation kept as shown; `package` chosen where one is given."""
    started = moments.enquire(language, now)
    for question in QUESTIONS:
        given = {field.key: answers.get(field.key) for field in question.fields}
        if any(value is not None for value in given.values()):
            moments.answer(started, question.slug, given, now)
    moments.recommend(started, now)
    if package is not None:
        moments.choose(started, package, add_ons, override_reason, now)
    started.refresh_from_db()
    return started


def held_booking(
    bookable: Bookable | None = None,
    *,
    answers: Mapping[str, Any] = ANSWERS,
    add_ons: Sequence[AddOn] = (),
    start: datetime = START,
    photographer: Photographer | None = None,
    language: str = "en",
    now: datetime = NOW,
) -> Booking:
    """A time held for someone whose answers were given; nobody said yet who is coming."""
    bookable = bookable or bookable_studio()
    asked = enquiry(answers, package=bookable.package, add_ons=add_ons, language=language, now=now)
    return moments.hold(asked, bookable.place, start, photographer, now)


def confirmed_booking(
    bookable: Bookable | None = None,
    *,
    contact: Contact = CONTACT,
    note: str = "",
    now: datetime = NOW,
    **held: Any,
) -> Booking:
    """A booking that was held, given a client, and confirmed; `held` goes to `held_booking`."""
    booking = held_booking(bookable, now=now, **held)
    moments.give_details(booking, contact, note, now)
    return moments.confirm(booking, now)


def completed_booking(bookable: Bookable | None = None, **confirmed: Any) -> Booking:
    """A booking whose session took place and whose record was started when it ended."""
    booking = confirmed_booking(bookable, **confirmed)
    moments.complete(booking, booking.end)
    booking.refresh_from_db()
    return booking


def cancelled_booking(
    bookable: Bookable | None = None, *, by: str = "client", reason: str = "", **confirmed: Any
) -> Booking:
    """A booking that its client called off as soon as it was confirmed."""
    booking = confirmed_booking(bookable, **confirmed)
    return moments.cancel(booking, confirmed.get("now", NOW), by=by, reason=reason)


def notice(about: Booking | Enquiry | None = None, **changes: Any) -> Notice:
    """A letter that is due at `NOW`: the receipt of a message, or what `kind` says."""
    about = about or enquiry()
    written = {
        "kind": Notice.Kind.ENQUIRY_RECEIPT,
        "key": f"letter-{Notice.objects.count() + 1}",
        "booking": about if isinstance(about, Booking) else None,
        "enquiry": about if isinstance(about, Enquiry) else None,
        "recipient_name": CONTACT.name,
        "recipient_email": CONTACT.email,
        "created_at": NOW,
        "due_at": NOW,
    }
    return Notice.objects.create(**written | changes)


def _free_slug(model: type[Package | AddOn | Place | Photographer], name: str) -> str:
    slug = slugify(name)
    taken = model.objects.filter(slug__startswith=slug).count()
    return f"{slug}-{taken + 1}" if taken else slug
