"""Two thousand operations of all kinds from eight threads leave everything in agreement."""

import pytest

from tests.bookings.races.agreement import disagreements
from tests.bookings.races.mixed import gather, let_loose

pytestmark = pytest.mark.django_db(transaction=True)

OPERATIONS = 2_000
SEED = 20_261_125


def test_whatever_happens_at_once_agrees_in_the_end() -> None:
    crowd = gather()

    faults = let_loose(crowd, OPERATIONS, SEED)

    assert faults == []
    assert disagreements() == []
    succeeded = {verb for verb in crowd.outcomes if ":" not in verb}
    assert succeeded == {
        *("hold", "confirm", "release", "extend", "move", "cancel", "expire", "complete"),
        *("miss", "undo", "wait", "stop_waiting", "sweep_waiting"),
    }
