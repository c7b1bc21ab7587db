"""Forgets a client who asks for it: name, contacts, answers, notes and letters."""

import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet
from django.utils import timezone

from bookings import moments
from bookings.booking.errors import BookingError
from bookings.booking.models import Client


class Command(BaseCommand):
    """`python manage.py erase_client ines@example.com`: asks first, unless told not to."""

    help = "Erase a client, by number or e-mail; bookings keep their times, prices and states."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("who", help="the client's number or e-mail")
        parser.add_argument("--yes", action="store_true", help="don't ask")

    def handle(self, *args: Any, **options: Any) -> None:
        """Erase everybody of that address, or the one of that number. Raises CommandError."""
        clients = list(_meant(options["who"]))
        if not clients:
            raise CommandError("No client of that number or e-mail.")
        numbers = ", ".join(str(client.pk) for client in clients)
        if not options["yes"] and not _agreed(f"Erase for good: client {numbers}? [y/N] "):
            self.stdout.write("Nothing was erased.")
            return
        now, still = timezone.now(), []
        for client in clients:
            try:
                moments.erase_client(client, now)
            except BookingError as refusal:
                still.append(f"Client {client.pk}: {refusal}")
            else:
                self.stdout.write(f"Client {client.pk} is erased.")
        if still:
            raise CommandError("\n".join(still))


def _meant(who: str) -> QuerySet[Client]:
    """Clients who are not erased yet, of that number or address."""
    known = Client.objects.filter(erased_at=None).order_by("pk")
    if re.fullmatch(r"[0-9]{1,18}", who):
        return known.filter(pk=who)
    return known.filter(email__iexact=who)


def _agreed(question: str) -> bool:
    """What was answered; no answer is no."""
    try:
        return input(question).strip().lower() in {"y", "yes"}
    except EOFError:
        return False
