"""A site that lost its guard, or has no studio yet, says so before it serves."""

import pytest
from django.db import connection

from bookings.schedule import no_overlap
from studio.checks import overlap_guard_is_installed, studio_is_set_up
from tests import factories


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


@pytest.mark.django_db
def test_a_site_without_a_studio_is_told_how_to_add_one() -> None:
    [found] = studio_is_set_up(None, ["default"])
    assert (found.id, found.hint) == ("studio.W002", "Add the studio in the admin, under Studio.")

    factories.studio()
    assert studio_is_set_up(None, ["default"]) == []


@pytest.mark.django_db
def test_a_check_that_may_not_ask_the_database_says_nothing() -> None:
    assert studio_is_set_up(None, None) == []
