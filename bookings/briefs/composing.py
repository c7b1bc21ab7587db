"""Drafts a booking's brief: the client's answers, the photographer's kit, the room."""

from datetime import datetime
from typing import Any

from django.db.models import Max

from bookings.booking.models import Booking
from bookings.briefs.models import ShootBrief
from guidance.brief import Brief, Kit, RoomSize, compose
from guidance.questionnaire import parse
from guidance.routing import recommend


def brief_for(booking: Booking) -> Brief:
    """The brief that the knowledge gives today for `booking`."""
    answers = parse(booking.enquiry.all_answers)
    photographer, room = booking.photographer, booking.room
    kit = Kit(photographer.sensor_format, tuple(photographer.focal_lengths_mm))
    size = None
    if room is not None:
        size = RoomSize(float(room.length_m), float(room.width_m), float(room.height_m))
    return compose(answers, recommend(answers), kit, size)


def draft(booking: Booking, now: datetime) -> ShootBrief:
    """Write the next version of the brief of `booking` and make it the current one."""
    brief = brief_for(booking)
    latest = booking.briefs.aggregate(latest=Max("version"))["latest"] or 0
    booking.briefs.filter(is_current=True).update(is_current=False)
    return ShootBrief.objects.create(
        booking=booking,
        version=latest + 1,
        content=brief.to_stored(),
        knowledge_version=booking.enquiry.knowledge_version,
        composed_at=now,
    )


def plan(brief: ShootBrief) -> dict[str, Any]:
    """What `brief` planned, in the shape of the `brief` command's answer."""
    return Brief.from_stored(brief.content).as_json()
