"""A studio that can be booked, on a Monday morning, and a visitor without a script."""

from typing import Any

import pytest

from tests import factories
from tests.factories import NOW, Bookable


@pytest.fixture
def _monday_morning(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def studio(db: None, _monday_morning: None) -> Bookable:
    """One place, room, photographer and package; weekdays from 9 to 17."""
    return factories.bookable_studio()
