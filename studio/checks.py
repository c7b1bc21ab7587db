"""What must be true of an installation before it serves."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from bookings.catalogue.models import Studio
from bookings.schedule import no_overlap


@register(Tags.database)
def overlap_guard_is_installed(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """The database refuses double bookings by itself; a lost guard stops everything."""
    messages: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if no_overlap.TABLE not in connection.introspection.table_names():
            continue
        messages += [
            Error(
                f"The guard against double bookings is not complete: {name} is missing.",
                hint="Run bookings.schedule.no_overlap.install in a migration.",
                id="studio.E001",
            )
            for name in no_overlap.missing(connection)
        ]
    return messages


@register(Tags.database)
def studio_is_set_up(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Client pages need the studio's own row; without it most of them answer 503."""
    return [
        Warning(
            "There is no studio yet, so nothing can be recommended or booked.",
            hint="Add the studio in the admin, under Studio.",
            id="studio.W002",
        )
        for alias in databases or []
        if Studio._meta.db_table in connections[alias].introspection.table_names()
        and not Studio.objects.using(alias).exists()
    ]


@register(Tags.security, deploy=True)
def mail_goes_out(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Letters written to files reach nobody; say so where a site is checked for deployment."""
    if settings.HTTPS and settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        return [
            Warning(
                "Letters are written to files, not sent.",
                hint="Set EMAIL_URL, such as smtp+tls://user:password@host:587.",
                id="studio.W001",
            )
        ]
    return []
