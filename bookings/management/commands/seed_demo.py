"""Loads the demo studio and prints the staff logins that it made."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from bookings.management.demo import loading


class Command(BaseCommand):
    """`python manage.py seed_demo`: safe to run again; nothing is doubled."""

    help = "Load the demo studio; existing rows are kept as they are."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing where a studio exists already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and loading.is_loaded():
            return
        accounts = loading.load(timezone.now())
        if not accounts:
            self.stdout.write("The demo studio is loaded already; no account was made.")
            return
        self.stdout.write("Staff logins, made on this machine and shown only now:")
        for role, username, password in accounts:
            self.stdout.write(f"  {role:<13} {username:<8} {password}")
        self.stdout.write("Change one with: .venv/bin/python manage.py changepassword NAME")
