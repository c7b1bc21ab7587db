"""What every test stands on: the choice of database, and an even start for each test."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import timezone, translation
from hypothesis import settings

# A busy machine is no fault of the code; speed is measured by the benchmarks.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only", action="store_true", help="leave out tests that touch no database"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("database_only"):
        return
    chosen = [item for item in items if _touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


def _touches_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & DATABASE_FIXTURES)


@pytest.fixture(autouse=True)
def _even_start() -> Iterator[None]:
    """Nothing that one test left in this process reaches the next."""
    yield
    cache.clear()
    timezone.deactivate()
    translation.deactivate()
