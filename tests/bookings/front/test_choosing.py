"""Choosing: extras, the reason where our advice is overridden, and what can't be chosen."""

from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from bookings import moments
from bookings.booking.links import enquiry_token
from bookings.booking.models import Enquiry
from bookings.catalogue.models import Package
from guidance.vocabulary import Kind, Style
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def advised(db: None) -> Package:
    """The package that the usual answers lead to."""
    factories.studio()
    return factories.package(slug="advised")


@pytest.fixture
def other() -> Package:
    """A package of another kind, for one person too."""
    return factories.package(slug="other", kind=Kind.PORTRAIT, styles=[Style.CLASSIC])


@pytest.fixture
def enquiry(advised: Package) -> Enquiry:
    return factories.enquiry()


def path(enquiry: Enquiry, package: Package) -> str:
    return reverse("front:choose", args=[enquiry_token(enquiry), package.slug])


def times(enquiry: Enquiry) -> str:
    return reverse("front:times", args=[enquiry_token(enquiry)])


def test_our_advice_is_taken_without_a_reason(
    client: Client, enquiry: Enquiry, advised: Package
) -> None:
    answer = client.post(path(enquiry, advised))
    enquiry.refresh_from_db()
    assert (enquiry.package, enquiry.override_reason) == (advised, "")
    assert answer.headers["Location"] == times(enquiry)


def test_extras_go_with_the_package(client: Client, enquiry: Enquiry, advised: Package) -> None:
    make_up = factories.add_on([advised], slug="make-up")
    factories.add_on([advised], slug="rush")
    client.post(path(enquiry, advised), {"add_ons": ["make-up"]})
    assert list(enquiry.add_ons.all()) == [make_up]
    form = client.get(path(enquiry, advised)).context["form"]
    assert form["add_ons"].value() == ["make-up"]


def test_an_extra_says_what_it_costs_in_money_and_time(
    client: Client, enquiry: Enquiry, advised: Package
) -> None:
    factories.add_on([advised], price_minor=6000, extra_minutes=30, is_per_person=True)
    page = client.get(path(enquiry, advised)).content.decode()
    assert "€60 and 30 minutes longer for each person" in page


@pytest.mark.parametrize("slug", ["of-another-package", "not-on-offer", "unknown", "<b>"])
def test_an_extra_that_is_not_offered_is_refused_beside_the_field(
    client: Client, enquiry: Enquiry, advised: Package, other: Package, slug: str
) -> None:
    factories.add_on([advised])
    factories.add_on([other], slug="of-another-package")
    factories.add_on([advised], slug="not-on-offer", is_active=False)
    page = client.post(path(enquiry, advised), {"add_ons": [slug]})
    assert page.context["form"].errors == {"add_ons": ["Choose from what is shown."]}
    enquiry.refresh_from_db()
    assert enquiry.package is None


def test_another_package_wants_a_reason_and_keeps_it(
    client: Client, enquiry: Enquiry, other: Package
) -> None:
    refused = client.post(path(enquiry, other), {"reason": "   "})
    assert list(refused.context["form"].errors) == ["reason"]
    client.post(path(enquiry, other), {"reason": "It shows my workshop – 工房"})
    enquiry.refresh_from_db()
    assert (enquiry.package, enquiry.override_reason) == (other, "It shows my workshop – 工房")


def test_the_page_reminds_of_what_was_recommended(
    client: Client, enquiry: Enquiry, other: Package
) -> None:
    page = unescape(client.get(path(enquiry, other)).content.decode())
    assert "We recommended “Professional headshot”" in page


def test_a_long_reason_is_refused_and_kept_in_the_field(
    client: Client, enquiry: Enquiry, other: Package
) -> None:
    page = client.post(path(enquiry, other), {"reason": "y" * 501})
    assert page.context["form"].errors == {"reason": ["Keep it to 500 characters; this has 501."]}
    assert "y" * 501 in page.content.decode()


def test_looking_chooses_nothing(client: Client, enquiry: Enquiry, advised: Package) -> None:
    client.get(path(enquiry, advised))
    enquiry.refresh_from_db()
    assert enquiry.package is None


def test_a_package_that_does_not_exist_is_a_404(client: Client, enquiry: Enquiry) -> None:
    where = reverse("front:choose", args=[enquiry_token(enquiry), "no-such-package"])
    assert client.get(where).status_code == 404


def test_a_package_that_went_off_the_list_leads_back_with_a_word(
    client: Client, enquiry: Enquiry, other: Package
) -> None:
    Package.objects.filter(pk=other.pk).update(is_active=False)
    answer = client.post(path(enquiry, other), {"reason": "Still"})
    assert answer.headers["Location"] == reverse("front:result", args=[enquiry_token(enquiry)])
    assert [str(message) for message in get_messages(answer.wsgi_request)] == [
        "This package can't be booked for these answers. Choose another one."
    ]


def test_a_package_for_other_numbers_of_people_leads_back(client: Client, enquiry: Enquiry) -> None:
    answer = client.get(path(enquiry, factories.group_package()))
    assert answer.headers["Location"] == reverse("front:result", args=[enquiry_token(enquiry)])


def test_while_answers_are_missing_any_package_is_chosen_without_a_reason(
    client: Client, advised: Package
) -> None:
    undecided = factories.enquiry({"framing": "waist"})
    answer = client.post(path(undecided, advised))
    assert answer.headers["Location"] == times(undecided)
    undecided.refresh_from_db()
    assert (undecided.package, undecided.override_reason) == (advised, "")


def test_before_any_answer_nothing_can_be_chosen(client: Client, advised: Package) -> None:
    begun = moments.enquire("en", factories.NOW)
    answer = client.post(path(begun, advised))
    assert answer.headers["Location"] == reverse("front:resume", args=[enquiry_token(begun)])
    begun.refresh_from_db()
    assert begun.package is None


@pytest.mark.parametrize("add_ons", [1, 3])
def test_choosing_shows_any_number_of_extras_in_seven_queries(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    enquiry: Enquiry,
    advised: Package,
    add_ons: int,
) -> None:
    for _number in range(add_ons):
        factories.add_on([advised])
    with django_assert_num_queries(7):
        client.get(path(enquiry, advised))
