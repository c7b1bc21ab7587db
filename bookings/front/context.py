"""What every client page shows of the studio."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from bookings.catalogue.models import Studio


def studio(request: HttpRequest) -> dict[str, Any]:
    """The studio, read only where a template asks for it."""
    return {"studio": SimpleLazyObject(Studio.objects.first)}
