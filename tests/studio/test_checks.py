"""A site that lost its guard against double bookings says so before it serves."""

import pytest
from django.db import connection

from bookings.schedule import no_overlap
from studio.checks import overlap_guard_is_installed


@pytest.mark.django_db(transaction=True)
def test_a_lost_guard_is_an_error_that_names_what_is_missing() -> None:
    assert overlap_guard_is_installed(None, ["default"]) == []

    with connection.schema_editor() as editor:
        no_overlap.remove(editor)
    try:
        found = overlap_guard_is_installed(None, ["default"])
    finally:
        with connection.schema_editor() as editor:
            no_overlap.install(editor)

    assert {message.id for message in found} == {"studio.E001"}
    assert len(found) == len({message.msg for message in found}) > 1
    assert overlap_guard_is_installed(None, ["default"]) == []
