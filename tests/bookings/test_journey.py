"""The main job from outside: each person of the examples walks from the first page to the letter.

Plain HTTP, no script, the protection of forms on; only fields and buttons that the pages have.
"""

from typing import Any

import pytest
from django.core import mail

from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.management.demo import loading
from bookings.notices.delivery import deliver_due
from guidance.questionnaire import BY_SLUG
from tests.factories import NOW
from tests.guidance.people import EXPECTED, PEOPLE
from tests.walking import PageForm, Walker

pytestmark = pytest.mark.django_db

SCREENS_AT_MOST = 20


@pytest.fixture
def walker(time_machine: Any, settings: Any) -> Walker:
    """A visitor of the demo studio, on a Monday morning."""
    time_machine.move_to(NOW, tick=False)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    loading.load_studio(NOW)
    return Walker()


@pytest.mark.parametrize("person", PEOPLE)
def test_from_the_first_page_to_the_letter(person: str, walker: Walker) -> None:
    answer_everything(walker, PEOPLE[person])
    take_what_is_recommended(walker)
    pick_a_time(walker)
    say_who_is_coming(walker, f"Visitor {person}")
    assert "/review/" in walker.path
    walker.send(form_to(walker, "/review/"))
    assert "/confirmed/" in walker.path

    booking = Booking.objects.get()
    expected = EXPECTED[person]
    recommended = (booking.enquiry.kind, booking.enquiry.style, booking.package.format)
    assert booking.state == BookingState.CONFIRMED
    assert recommended == (expected.kind, expected.style, expected.format)
    assert booking.reference in walker.html
    assert booking.briefs.get().content["kind"] == expected.kind
    assert_letter_arrives(booking)
    assert_private_page_opens(walker, booking)


def answer_everything(walker: Walker, answers: dict[str, Any]) -> None:
    """Start from the home page and answer, screen by screen, until the recommendation."""
    walker.go("/")
    walker.send(form_to(walker, "/start/"))
    for _ in range(SCREENS_AT_MOST):
        if "/q/" not in walker.path:
            break
        form = form_with_buttons(walker)
        keys = [field.key for field in BY_SLUG[walker.path.split("/")[-2]].fields]
        given = {key: answers[key] for key in keys if key in answers}
        if "main_use" in form.names and given:
            given["main_use"] = given["uses"][0]
        if given:
            walker.send(form, given)
        else:
            walker.send(form, button=("skip", "yes"))
        assert walker.response.status_code == 200
    assert "/result/" in walker.path


def take_what_is_recommended(walker: Walker) -> None:
    walker.follow("/choose/")
    walker.send(form_with_buttons(walker))
    assert "/times/" in walker.path


def pick_a_time(walker: Walker) -> None:
    """The first time that the page offers."""
    walker.send(form_to(walker, "/hold/"))
    assert "/details/" in walker.path


def say_who_is_coming(walker: Walker, name: str) -> None:
    details = {"name": name, "email": "visitor@example.com", "phone": "+353 85 555 0100"}
    walker.send(form_with_buttons(walker), details)


def form_to(walker: Walker, part: str) -> PageForm:
    """The first form that goes to an address with `part` in it."""
    forms = [form for form in walker.forms if part in (form.action or walker.path)]
    return next(form for form in forms if form.method == "post" and form.buttons)


def form_with_buttons(walker: Walker) -> PageForm:
    """The page's own form."""
    return next(form for form in walker.forms if form.method == "post" and form.buttons)


def assert_letter_arrives(booking: Booking) -> None:
    deliver_due(NOW)
    to_client = [letter for letter in mail.outbox if "visitor@example.com" in letter.to[0]]
    assert len(to_client) == 1
    assert booking.reference in to_client[0].body
    message = to_client[0].message()
    types = {part.get_content_type() for part in message.walk()}
    assert {"text/plain", "text/html", "text/calendar"} <= types


def assert_private_page_opens(walker: Walker, booking: Booking) -> None:
    walker.follow("/b/")
    assert walker.response.status_code == 200
    assert booking.reference in walker.html
    assert walker.response["X-Robots-Tag"].startswith("noindex")
    assert walker.response["Referrer-Policy"] == "no-referrer"
