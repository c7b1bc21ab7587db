"""Programs that fill in forms are asked once more; a person who is asked gets through."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bookings.booking.links import enquiry_token
from bookings.booking.models import Enquiry
from bookings.notices.models import Notice
from tests import factories
from tests.factories import CONTACT, NOW
from tests.walking import PageForm, Walker

pytestmark = pytest.mark.django_db

WORDS = {"message": "Eighty of us?", "name": CONTACT.name, "email": CONTACT.email}


@pytest.fixture(autouse=True)
def _timed(settings: Settings, time_machine: Any) -> None:
    settings.FASTEST_FORM_SECONDS = 2.0
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def walker() -> Walker:
    """Somebody who opened the form of a message this instant."""
    factories.studio()
    visitor = Walker()
    visitor.go(reverse("front:message", args=[enquiry_token(factories.enquiry())]))
    return visitor


def form_of(walker: Walker) -> PageForm:
    return next(form for form in walker.forms if "message" in form.names)


def is_asked_again(walker: Walker) -> bool:
    page = unescape(walker.html)
    return "Please send it once more" in page and WORDS["message"] in page


def test_a_person_is_not_asked(walker: Walker, time_machine: Any) -> None:
    time_machine.shift(timedelta(seconds=2))
    walker.send(form_of(walker), WORDS)
    assert "Your message is on its way" in walker.html


def test_faster_than_a_person_is_asked_once_more_and_the_second_time_goes_through(
    walker: Walker, time_machine: Any
) -> None:
    time_machine.shift(timedelta(seconds=1.9))
    walker.send(form_of(walker), WORDS)
    assert is_asked_again(walker)
    assert Notice.objects.count() == 0

    time_machine.shift(timedelta(seconds=1))
    walker.send(form_of(walker))
    assert Enquiry.objects.get().message == WORDS["message"]
    assert Notice.objects.count() == 2


def test_the_field_that_nobody_sees_sends_no_letter_and_is_empty_again(
    walker: Walker, time_machine: Any
) -> None:
    time_machine.shift(timedelta(minutes=1))
    for _ in range(3):
        walker.send(form_of(walker), {**WORDS, "website": "https://example.com"})
        assert is_asked_again(walker)
    assert Notice.objects.count() == 0
    assert form_of(walker).values["website"] == [""]

    walker.send(form_of(walker))
    assert Notice.objects.count() == 2


@pytest.mark.parametrize("stamp", [None, "", "2026-11-23T08:00:00+00:00:forged"])
def test_a_stamp_that_is_not_ours_is_replaced(
    client: Client, time_machine: Any, stamp: str | None
) -> None:
    factories.studio()
    page = reverse("front:message", args=[enquiry_token(factories.enquiry())])
    sent = WORDS if stamp is None else WORDS | {"shown_at": stamp}
    answer = client.post(page, sent)
    assert Notice.objects.count() == 0

    time_machine.shift(timedelta(seconds=3))
    again = {name: answer.context["form"][name].value() for name in [*WORDS, "shown_at"]}
    assert client.post(page, again).status_code == 302


def test_a_fault_is_told_alone(walker: Walker) -> None:
    walker.send(form_of(walker), WORDS | {"email": "ines@"})
    assert "doesn&#x27;t look like an e-mail" in walker.html
    assert not is_asked_again(walker)


def test_details_that_stand_there_already_may_be_sent_at_once(client: Client) -> None:
    held = factories.held_booking()
    page = reverse("front:details", args=[enquiry_token(held.enquiry)])
    typed = {"name": CONTACT.name, "email": CONTACT.email}
    assert client.post(page, typed | {"website": "x"}).status_code == 200
    assert client.post(page, typed).status_code == 302


def test_the_field_is_out_of_the_way_of_people(walker: Walker) -> None:
    start = walker.html.index('<div class="visually-hidden" aria-hidden="true">')
    decoy = walker.html[start : walker.html.index("</div>", start)]
    assert "Leave this empty" in decoy
    assert 'name="website"' in decoy
    assert 'tabindex="-1"' in decoy
    assert 'autocomplete="off"' in decoy
