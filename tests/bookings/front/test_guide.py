"""The guide page: public, in two queries at most, all of it there without a script."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from bookings.templatetags.figures import drawn
from bookings.wording import shown
from guidance import guide
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client) -> str:
    factories.studio()
    return client.get(reverse("front:guide")).content.decode()


def test_it_asks_for_nothing_but_the_studio(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    factories.studio()
    with django_assert_num_queries(1):
        client.get(reverse("front:guide"))


def test_it_may_be_found_and_kept(client: Client) -> None:
    factories.studio()
    answer = client.get(reverse("front:guide"))
    assert "X-Robots-Tag" not in answer.headers
    assert '<meta name="robots" content="index,follow">' in answer.content.decode()


def test_it_changes_nothing(client: Client) -> None:
    assert client.post(reverse("front:guide")).status_code == 405


def test_every_text_is_on_the_page(page: str) -> None:
    assert [line for line in map(shown, guide.texts()) if escape(line) not in page] == []


def test_no_two_parts_share_an_address(page: str) -> None:
    names = re.findall(r' id="([^"]+)"', page)
    assert sorted(names) == sorted(set(names))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)


def test_every_figure_can_be_drawn() -> None:
    sides = (side for axis in guide.AXES for side in (axis.headshot, axis.portrait))
    figures = [figure for side in sides for figure in side.figures]
    figures += [one.figure for one in (*guide.HEADSHOT_TYPES, *guide.PORTRAIT_TYPES)]
    for figure in figures:
        assert drawn(figure.drawing, figure.subject).startswith("<svg")


@pytest.mark.parametrize("name", ["front:home", "front:packages", "front:start"])
def test_the_other_pages_lead_there(client: Client, name: str) -> None:
    factories.studio()
    assert f'href="{reverse("front:guide")}"' in client.get(reverse(name)).content.decode()


def test_it_leads_to_the_questionnaire_and_to_the_packages_of_each_kind(page: str) -> None:
    assert page.count(f'action="{reverse("front:start")}"') == 3
    packages = re.escape(reverse("front:packages"))
    assert re.findall(rf'href="{packages}#([^"]+)"', page) == ["headshot", "portrait"]
