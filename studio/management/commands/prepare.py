"""`manage.py prepare`: everything that has to be there before the first page can be served."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from studio.assets import collect_where_changed


class Command(BaseCommand):
    """Safe to run again and again; each step is skipped where it has nothing to do."""

    help = "Bring database and static files up to date; load the demo into an empty site."

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, collect static files, load the demo studio where it is wanted and none is."""
        # Compressing leaves the interpreter to others, so it uses a second core meanwhile.
        with ThreadPoolExecutor(max_workers=1) as aside:
            collected = aside.submit(collect_where_changed)
            if _has_unapplied_migrations():
                call_command("migrate", interactive=False, verbosity=0)
            if settings.DEMO:
                call_command("seed_demo", if_empty=True)
        collected.result()


def _has_unapplied_migrations() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
