"""What tests of the client's pages stand on: the studio of the factories, on its Monday."""

from typing import Any

import pytest

from tests import factories
from tests.factories import NOW, Bookable


@pytest.fixture
def at_now(time_machine: Any) -> None:
    """The clock stands at `NOW`."""
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def bookable() -> Bookable:
    """The least that a client can book."""
    return factories.bookable_studio()
