"""Starts a session's record from its brief, so that the photographer corrects instead of typing."""

from datetime import datetime
from typing import Any

from bookings.booking.models import Booking
from bookings.records.models import Look, SessionRecord


def start_record(booking: Booking, plan: dict[str, Any], now: datetime) -> SessionRecord:
    """The record of `booking`, filled with what was planned; an existing one is kept as it is.

    `plan` has the shape of the `brief` command's answer; an empty one leaves the fields open.
    """
    framing, aperture, light = (plan.get(part, {}) for part in ("framing", "aperture", "light"))
    record, is_new = SessionRecord.objects.get_or_create(
        booking=booking,
        defaults={
            "photographer": booking.photographer,
            "sensor_format": booking.photographer.sensor_format,
            "focal_length_mm": framing.get("focal_mm"),
            "distance_mm": _whole(framing.get("distance_mm")),
            "aperture": aperture.get("f_number"),
            "light_pattern": light.get("pattern", ""),
            "key_over_fill_stops": light.get("key_over_fill_stops"),
            "planned": {"framing": framing, "aperture": aperture, "light": light},
            "created_at": now,
        },
    )
    if is_new:
        looks = booking.package_as_sold["looks"]
        Look.objects.bulk_create(Look(record=record, number=n + 1) for n in range(looks))
    return record


def _whole(millimetres: float | None) -> int | None:
    return None if millimetres is None else round(millimetres)
