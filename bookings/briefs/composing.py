"""Composes a booking's brief: the client's answers, what was sold, the kit, the room."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db.models import Max

from bookings.booking.models import Booking
from bookings.booking.sold import has_make_up, looks_as_sold, recommendation_as_sold
from bookings.briefs.models import Cause, ShootBrief
from bookings.schedule.models import Photographer, Room
from guidance.answers import Answers
from guidance.brief import (
    Brief,
    Kit,
    NamedRoom,
    RoomSize,
    Session,
    compose,
    from_stored,
    to_stored,
)
from guidance.questionnaire import parse
from guidance.routing import Recommendation, recommend
from guidance.version import KNOWLEDGE_VERSION


def brief_for(booking: Booking) -> Brief:
    """The brief that the knowledge gives today for `booking`."""
    answers = parse(booking.enquiry.all_answers)
    return compose(
        answers,
        advice_as_sold(booking, answers),
        kit_of(booking.photographer),
        size_of(booking.room) if booking.room else None,
        session_of(booking),
    )


def draft(booking: Booking, now: datetime, because: Sequence[str]) -> ShootBrief:
    """Write the next version of the brief of `booking` and make it the current one."""
    latest = booking.briefs.aggregate(latest=Max("version"))["latest"] or 0
    booking.briefs.filter(is_current=True).update(is_current=False)
    return ShootBrief.objects.create(
        booking=booking,
        version=latest + 1,
        content=to_stored(brief_for(booking)),
        knowledge_version=KNOWLEDGE_VERSION,
        basis=basis_of(booking),
        because=list(because),
        composed_at=now,
    )


def changes_since(brief: ShootBrief) -> list[str]:
    """What has changed since `brief` was composed, as causes of a new version."""
    basis = basis_of(brief.booking)
    return [cause for cause, mark in basis.items() if brief.basis.get(cause) != mark]


def basis_of(booking: Booking) -> dict[str, str]:
    """A fingerprint of each thing that the brief of `booking` is composed from."""
    sold = session_of(booking)
    room = size_of(booking.room) if booking.room else None
    return {
        Cause.ANSWERS.value: _fingerprint(booking.enquiry.all_answers),
        Cause.BOOKING.value: _fingerprint(
            [
                booking.people,
                booking.package_as_sold,
                sold.looks,
                sold.has_make_up,
                sold.is_step_free,
            ]
        ),
        Cause.KIT.value: _fingerprint(asdict(kit_of(booking.photographer))),
        Cause.ROOM.value: _fingerprint(
            [room and asdict(room), [asdict(other) for other in sold.other_rooms]]
        ),
        Cause.KNOWLEDGE.value: KNOWLEDGE_VERSION,
    }


def plan(brief: ShootBrief) -> dict[str, Any]:
    """What `brief` planned, in the shape of the `brief` command's answer."""
    return from_stored(brief.content).as_json()


def kit_of(photographer: Photographer) -> Kit:
    """The kit as the knowledge reads it."""
    return Kit(
        photographer.sensor_format,
        tuple(photographer.focal_lengths_mm),
        photographer.long_side_px,
    )


def size_of(room: Room) -> RoomSize:
    """The inside of `room` in metres."""
    return RoomSize(float(room.length_m), float(room.width_m), float(room.height_m))


def session_of(booking: Booking) -> Session:
    """What package, add-ons and place say about the session."""
    return Session(
        looks=looks_as_sold(booking),
        minutes=booking.package_as_sold["minutes"],
        other_rooms=tuple(_other_rooms(booking)),
        is_step_free=booking.place.is_step_free,
        has_make_up=has_make_up(booking),
    )


def advice_as_sold(booking: Booking, answers: Answers) -> Recommendation:
    """What the knowledge says about `answers`, about the pictures that were sold.

    Kind, style and format are those that the client was shown, or those of the package where
    the client chose another kind than we advised; what the answers say now is read anew.
    """
    sold = recommendation_as_sold(booking)
    return replace(
        recommend(answers),
        kind=sold.kind,
        style=sold.style,
        format=sold.format,
        people=sold.people,
        also=sold.also,
    )


def _other_rooms(booking: Booking) -> list[NamedRoom]:
    """The rooms of the same place that hold these people, by name."""
    if booking.room is None:
        return []
    others = booking.place.rooms.filter(is_active=True, max_people__gte=booking.people)
    return [
        NamedRoom(room.name, size_of(room))
        for room in others.exclude(pk=booking.room.pk).order_by("pk")
    ]


def _fingerprint(facts: Any) -> str:
    written = json.dumps(facts, sort_keys=True, default=str)
    return sha256(written.encode()).hexdigest()[:16]
