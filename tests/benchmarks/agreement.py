"""What is in the site's database and among its letters after a run, against what clients know."""

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.catalogue.models import Studio
from bookings.notices.delivery import LEASE, deliver_due
from bookings.notices.mail import message_id
from bookings.notices.models import Notice
from tests.bookings.races.agreement import disagreements

MESSAGE_ID = re.compile(r"^Message-ID:\s*(<[^>]+>)", re.MULTILINE)


def found_after(told: list[str]) -> dict[str, Any]:
    """Faults in words, the number of letters sent, and of those that went out twice as they may."""
    before = letters_by_id()
    faults = [*disagreements(), *_lost(told)]
    faults += [f"letter {one} went out {times} times" for one, times in before.items() if times > 1]
    in_hand = Notice.objects.waiting().filter(claimed_until__isnull=False)
    studio = Studio.objects.get()
    in_the_window = {one for letter in in_hand if (one := message_id(letter, studio)) in before}
    now = timezone.now()
    deliver_due(now + LEASE + timedelta(minutes=1), run=LEASE)
    faults += [f"{one} was not sent" for one in Notice.objects.due(now)]
    after = letters_by_id()
    twice = {one for one, times in after.items() if times > 1}
    faults += [f"letter {one} went out twice" for one in twice - in_the_window]
    written = Notice.objects.filter(sent_at__isnull=False, booking__reference__in=told)
    missing = [letter.key for letter in written if message_id(letter, studio) not in after]
    faults += [f"{key} counts as sent, and never was" for key in missing]
    return {"faults": faults, "letters": len(after), "in_the_window": len(twice)}


def letters_by_id() -> Counter[str]:
    """How often each letter was handed over."""
    files = Path(settings.EMAIL_FILE_PATH).glob("*")
    # Letters of one second may share a file.
    return Counter(one for file in files for one in MESSAGE_ID.findall(file.read_text()))


def _lost(told: list[str]) -> list[str]:
    """What clients were told is booked, and is not, or has not all that belongs to it."""
    faults = []
    for reference in told:
        booking = Booking.objects.filter(reference=reference).first()
        if booking is None or booking.state != BookingState.CONFIRMED:
            faults.append(f"{reference} was told and is {booking.state if booking else 'lost'}")
        elif booking.notices.filter(kind=Notice.Kind.ASSIGNMENT).count() != 1:
            faults.append(f"{reference} is booked, and the photographer does not know")
    return faults
