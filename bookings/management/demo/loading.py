"""Loads the demo studio through the same moments that its clients go through."""

import secrets
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Group, User
from django.db import transaction

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER, PHOTOGRAPHER, sync_groups
from bookings.booking.models import Booking, Enquiry
from bookings.catalogue import matching
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.management.demo import place as demo
from bookings.management.demo.packages import ADD_ONS, PACKAGES
from bookings.management.demo.people import VISITS, Visit
from bookings.notices.delivery import file_as_sent
from bookings.notices.models import Notice
from bookings.schedule import availability
from bookings.schedule.models import Closure, OpeningHours, Photographer, Place, Room
from bookings.schedule.wall_clock import day_of, day_span, hours_span
from guidance.vocabulary import Kind

# Clients of the demo book this long before they come; those of the coming weeks booked lately.
BOOKED_AHEAD = timedelta(days=9)
# How many days after the wished one are tried when that day has no opening.
DAYS_TRIED = 6


def is_loaded() -> bool:
    """Whether a studio exists already."""
    return Studio.objects.exists()


@transaction.atomic
def load(now: datetime) -> list[tuple[str, str, str]]:
    """Load what is missing; gives (role, user name, password) of the accounts made just now."""
    accounts = load_studio(now)
    if not Booking.objects.exists():
        for visit in VISITS:
            _live_through(visit, now)
    _file_letters()

    return accounts


@transaction.atomic
def load_studio(now: datetime) -> list[tuple[str, str, str]]:
    """The studio alone, open and not yet booked; gives the accounts as :func:`load` does."""
    Studio.objects.get_or_create(pk=1, defaults=demo.STUDIO)
    sync_groups()
    accounts = list(_accounts())
    _load_catalogue()
    _load_places()
    _load_photographers()
    if not Closure.objects.exists():
        _load_closures(now)
    return accounts


def _accounts() -> Iterator[tuple[str, str, str]]:
    for person in (*demo.PHOTOGRAPHERS, demo.FRONT_DESK):
        first, _, last = person["name"].partition(" ")
        user, is_new = User.objects.get_or_create(
            username=person["username"],
            defaults={
                "email": person["email"],
                "first_name": first,
                "last_name": last,
                "is_staff": True,
            },
        )
        if is_new:
            password = secrets.token_urlsafe(12)
            user.set_password(password)
            user.save(update_fields=["password"])
            user.groups.set(Group.objects.filter(name__in=_groups_of(person["role"])))
            yield person["role"], user.username, password


def _groups_of(role: str) -> list[str]:
    """The owner photographs too."""
    groups = {
        "owner": [OWNER, PHOTOGRAPHER],
        "photographer": [PHOTOGRAPHER],
        "front desk": [FRONT_DESK],
    }
    return groups[role]


def _load_catalogue() -> None:
    for position, values in enumerate(PACKAGES):
        defaults = {**values, "position": position}
        if "min_room_length_m" in defaults:
            defaults["min_room_length_m"] = Decimal(defaults["min_room_length_m"])
        Package.objects.get_or_create(slug=values["slug"], defaults=defaults)
    for position, values in enumerate(ADD_ONS):
        add_on, is_new = AddOn.objects.get_or_create(
            slug=values["slug"], defaults={**values, "position": position}
        )
        if is_new:
            add_on.packages.set(Package.objects.exclude(kind=Kind.DOCUMENT.value))


def _load_places() -> None:
    for position, values in enumerate(demo.PLACES):
        Place.objects.get_or_create(slug=values["slug"], defaults={**values, "position": position})
    places = {place.slug: place for place in Place.objects.all()}
    for values in demo.ROOMS:
        size = {key: Decimal(values[key]) for key in ("length_m", "width_m", "height_m")}
        Room.objects.get_or_create(
            place=places[values["place"]],
            name=values["name"],
            defaults={**size, "max_people": values["max_people"]},
        )


def _load_photographers() -> None:
    places = {place.slug: place for place in Place.objects.all()}
    for position, values in enumerate(demo.PHOTOGRAPHERS):
        photographer, is_new = Photographer.objects.get_or_create(
            slug=values["slug"],
            defaults={
                "user": User.objects.get(username=values["username"]),
                "name": values["name"],
                "about": values["about"],
                "sensor_format": values["sensor_format"],
                "focal_lengths_mm": values["focal_lengths_mm"],
                "position": position,
            },
        )
        if not is_new:
            continue
        photographer.packages.set(Package.objects.exclude(slug__in=values["does_not_offer"]))
        OpeningHours.objects.bulk_create(
            OpeningHours(
                photographer=photographer,
                place=places[slug],
                weekday=weekday,
                opens=opens,
                closes=closes,
            )
            for slug, spans in values["hours"].items()
            for weekday, opens, closes in spans
        )


def _load_closures(now: datetime) -> None:
    for subject, name, first, last, reason in demo.CLOSURES:
        named: dict[str, Any] = {
            "photographer": Photographer.objects.filter(slug=name),
            "room": Room.objects.filter(name=name).select_related("place"),
            "place": Place.objects.filter(slug=name),
        }
        closed = named[subject].get()
        zone = _clock_of(closed)
        days = [day_of(now, zone) + timedelta(days=days) for days in (first, last)]
        Closure.objects.create(
            **{subject: closed},
            start=day_span(days[0], zone).start,
            end=day_span(days[1], zone).end,
            reason=reason,
        )
    who, where, sundays, opens, closes = demo.EXTRA_OPENING
    place = Place.objects.get(slug=where)
    today = day_of(now, place.zone)
    sunday = today + timedelta(days=(6 - today.weekday()) + 7 * (sundays - 1))
    span = hours_span(sunday, opens, closes, place.zone)
    Closure.objects.create(
        kind=Closure.Kind.EXTRA,
        photographer=Photographer.objects.get(slug=who),
        place=place,
        start=span.start,
        end=span.end,
        reason="Open Sunday before the holidays",
    )


def _clock_of(closed: Photographer | Room | Place) -> ZoneInfo:
    """The clock on which somebody's or something's days begin; a photographer's is the house's."""
    if isinstance(closed, Room):
        return closed.place.zone
    if isinstance(closed, Place):
        return closed.zone
    return Place.objects.all()[0].zone


def _live_through(visit: Visit, now: datetime) -> None:
    """Let one sitter ask, choose, hold and, as it went, come."""
    booked_at = now if visit.outcome == "held" else _booked_at(visit, now)
    enquiry = _ask(visit, booked_at)
    place = Place.objects.get(slug=visit.place)
    start = _first_start(enquiry, place, day_of(now, place.zone), visit, booked_at)
    if start is None:
        return
    booking = moments.hold(enquiry, place, start, None, booked_at)
    contact = moments.Contact(visit.sitter.name, visit.sitter.email, visit.sitter.phone)
    booking = moments.give_details(booking, contact, visit.sitter.note, booked_at)
    _go_on(booking, visit, booked_at)


def _booked_at(visit: Visit, now: datetime) -> datetime:
    """An hour of the waking day, some days before the visit and before `now`."""
    length = len(visit.sitter.name)
    booked_at = min(now + timedelta(days=visit.days), now) - BOOKED_AHEAD
    return booked_at.replace(hour=8 + length % 13, minute=7 * length % 60)


def _ask(visit: Visit, at: datetime) -> Enquiry:
    sitter = visit.sitter
    enquiry = moments.enquire("en", at)
    enquiry = moments.answer(enquiry, "purpose", sitter.answers, at)
    recommendation = moments.recommend(enquiry, at)
    studio = Studio.objects.get()
    best = matching.matches(
        recommendation,
        Package.objects.on_offer(),
        studio,
        on_location=matching.wish_for_location(sitter.answers),
    )[0].package
    package = Package.objects.get(slug=sitter.package) if sitter.package else best
    add_ons = list(package.add_ons.filter(slug__in=sitter.add_ons))
    enquiry.refresh_from_db()
    return moments.choose(enquiry, package, add_ons, sitter.override_reason, at)


def _first_start(
    enquiry: Enquiry, place: Place, today: date, visit: Visit, at: datetime
) -> datetime | None:
    """A start on the wished day or one of the next; spread over the day by the sitter's name."""
    wanted = moments.wanted_for(enquiry, place)
    day = today + timedelta(days=visit.days)
    last = (
        min(day + timedelta(days=DAYS_TRIED), today - timedelta(days=1))
        if visit.days < 0
        else (day + timedelta(days=DAYS_TRIED))
    )
    found = availability.openings(wanted, day, last, at)
    if not found:
        return None
    same_day = [
        o for o in found if day_of(o.start, place.zone) == day_of(found[0].start, place.zone)
    ]
    return same_day[len(visit.sitter.name) % len(same_day)].start


def _file_letters() -> None:
    """Keep the demo's letters as sent when they were due: their readers are invented."""
    for notice in Notice.objects.waiting().filter(recipient_email__endswith=".example"):
        file_as_sent(notice, notice.due_at)


def _go_on(booking: Booking, visit: Visit, booked_at: datetime) -> None:
    """What became of the hold, up to the outcome of `visit`."""
    afterwards = booking.end + timedelta(minutes=10)
    if visit.outcome == "held":
        return
    if visit.outcome == "released":
        moments.release(booking, booked_at + timedelta(minutes=4))
        return
    if visit.outcome == "expired":
        moments.expire_holds(booked_at + timedelta(hours=1))
        return
    booking = moments.confirm(booking, booked_at + timedelta(minutes=6))
    if visit.outcome == "cancelled":
        cancelled_at = booked_at + timedelta(days=2)
        moments.cancel(booking, cancelled_at, by="client", reason=visit.reason)
    elif visit.outcome == "no_show":
        moments.miss(booking, afterwards)
    elif visit.outcome in ("completed", "delivered"):
        moments.complete(booking, afterwards)
        if visit.outcome == "delivered":
            moments.deliver(booking, booking.end + timedelta(days=12))
