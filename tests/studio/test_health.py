"""Health is read by machines: one line, never stored, whatever else the site needs."""

import pytest
from django.test import Client


@pytest.mark.django_db
def test_health_answers_while_the_database_does(client: Client) -> None:
    answer = client.get("/health/")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer.headers["Cache-Control"]


def test_health_is_only_asked(client: Client) -> None:
    assert client.post("/health/").status_code == 405
