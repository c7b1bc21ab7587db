"""The style page: for the staff alone, found by nobody, and nothing on it writes."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import factories

pytestmark = pytest.mark.django_db
ADDRESS = "/styleguide/"


@pytest.fixture
def desk(client: Client) -> Client:
    """Somebody of the staff, with no rights of their own."""
    client.force_login(User.objects.create_user("desk", is_staff=True))
    return client


def test_clients_are_asked_to_sign_in(client: Client) -> None:
    answer = client.get(ADDRESS)
    assert (answer.status_code, answer["Location"]) == (302, "/admin/login/?next=/styleguide/")


def test_an_account_that_is_not_of_the_staff_sees_nothing(client: Client) -> None:
    client.force_login(User.objects.create_user("visitor"))
    assert client.get(ADDRESS).status_code == 302


def test_no_search_engine_keeps_it(desk: Client) -> None:
    answer = desk.get(ADDRESS)
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.content.decode().count('<meta name="robots" content="noindex">') == 1


def test_it_shows_the_studios_own_currency(desk: Client) -> None:
    factories.studio(currency="CHF")
    assert "CHF" in desk.get(ADDRESS).content.decode()


def test_it_is_there_before_the_studio_is(desk: Client) -> None:
    assert desk.get(ADDRESS).status_code == 200


def test_it_reads_the_session_the_account_and_the_studio(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    factories.studio()
    with django_assert_num_queries(3):
        desk.get(ADDRESS)


def test_it_takes_no_forms(desk: Client) -> None:
    assert desk.post(ADDRESS).status_code == 405
