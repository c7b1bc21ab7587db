"""Who began on a package's page and skipped all questions books that package all the same."""

import pytest
from django.test import Client
from django.urls import reverse

from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.sold import recommendation_as_sold
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from guidance.vocabulary import Kind, Style
from tests import factories
from tests.factories import Bookable
from tests.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]


def test_the_package_one_came_from_is_offered_at_the_end(bookable: Bookable) -> None:
    other = factories.package(name="Calm portrait", kind=Kind.PORTRAIT, styles=[Style.CLASSIC])
    walker = Walker()
    walker.go(reverse("front:package", args=[bookable.package.slug]))
    walker.send(next(form for form in walker.forms if form.action == reverse("front:start")))
    while "/result/" not in walker.path:
        walker.send(walker.forms[0], button=("skip", "yes"))
    assert "It could be either" in walker.html
    assert "This is the session you looked at." in walker.html
    enquiry = Enquiry.objects.get()
    assert reverse("front:choose", args=[enquiry_token(enquiry), other.slug]) in walker.html
    walker.follow(f"/choose/{bookable.package.slug}/")
    walker.send(walker.forms[0])
    walker.send(next(form for form in walker.forms if form.buttons))
    assert Booking.objects.get().package == bookable.package


@pytest.mark.parametrize("slug", ["", "no-such-package", "<b>"])
def test_without_a_package_every_one_is_offered(
    client: Client, bookable: Bookable, slug: str
) -> None:
    undecided = factories.enquiry({"framing": "waist"})
    path = reverse("front:result", args=[enquiry_token(undecided)])
    page = client.get(path, {"package": slug})
    assert [offer.package for offer, _address in page.context["others"]] == [bookable.package]
    assert page.context["origin"] is None
    assert "Choose a session all the same" in page.content.decode()
    assert "<b>" not in page.content.decode()


@pytest.mark.parametrize("answers", [{}, {"framing": "waist"}, {"occasion": "work"}])
def test_what_was_left_open_the_package_decides(
    bookable: Bookable, answers: dict[str, str]
) -> None:
    booking = factories.confirmed_booking(bookable, answers=answers)
    sold = recommendation_as_sold(booking)
    assert (sold.kind, sold.style) == (Kind.HEADSHOT, Style.CORPORATE)
    assert booking.briefs.filter(is_current=True).count() == 1
    assert all(letter_for(notice).text for notice in Notice.objects.filter(booking=booking))
