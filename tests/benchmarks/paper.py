"""The call sheet as a PDF file, as the photographer asks for it, in the site's place."""

import logging

from django.test import Client
from django.urls import reverse

from bookings.briefs import pdf
from bookings.briefs.models import ShootBrief
from tests.benchmarks.timing import timed


def milliseconds(times: int) -> list[float]:
    """How long each of so many files takes, after a first one; none where Pango is missing."""
    if not pdf.is_available():
        return []
    # It names each rule of the style sheet that it leaves out.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    brief = ShootBrief.objects.latest("pk")
    client = Client(SERVER_NAME="localhost")
    client.force_login(brief.booking.photographer.user)
    path = reverse("admin:bookings_shootbrief_pdf", args=[brief.pk])
    _written(client, path)
    return [timed(lambda: _written(client, path)) for _ in range(times)]


def _written(client: Client, path: str) -> None:
    answer = client.get(path)
    if answer["Content-Type"] != "application/pdf":
        raise RuntimeError(f"{path} answered {answer.status_code}, not a PDF file")
