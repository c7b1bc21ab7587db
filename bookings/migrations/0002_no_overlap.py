"""The database's own guarantee that no photographer and no room is ever taken twice."""

from typing import Any

from django.db import migrations

from bookings.schedule import no_overlap


def install(apps: Any, schema_editor: Any) -> None:
    no_overlap.install(schema_editor)


def remove(apps: Any, schema_editor: Any) -> None:
    no_overlap.remove(schema_editor)


class Migration(migrations.Migration):
    """Exclusion constraints on PostgreSQL, triggers on SQLite."""

    dependencies = [("bookings", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]
