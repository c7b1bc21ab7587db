"""Health is read by machines: one line, never stored, whatever else the site needs."""

import pytest
from django.db import Error, InterfaceError, OperationalError, connection
from django.test import Client, RequestFactory

from studio.health import health


@pytest.mark.django_db
def test_health_answers_while_the_database_does(client: Client) -> None:
    answer = client.get("/health/")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer.headers["Cache-Control"]


def test_health_is_only_asked(client: Client) -> None:
    assert client.post("/health/").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("failure", [OperationalError, InterfaceError])
def test_health_says_when_the_database_does_not_answer(
    rf: RequestFactory, failure: type[Error]
) -> None:
    def unreachable(*call: object) -> None:
        raise failure("gone")

    with connection.execute_wrapper(unreachable):
        answer = health(rf.get("/health/"))

    assert (answer.status_code, answer.content) == (503, b"database unreachable\n")
