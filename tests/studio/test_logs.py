"""A log may be read by many, so no line of it opens a client's pages."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token, enquiry_token
from bookings.notices.feeds import feed_path
from bookings.series.links import attendee_path
from bookings.series.models import Attendee
from studio.logs import WithoutSignatures
from tests import factories


def record(message: str, *args: object) -> logging.LogRecord:
    return logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None)


@pytest.mark.django_db
def test_a_refused_request_is_logged_without_the_key_to_its_pages(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    token = enquiry_token(factories.enquiry())
    caplog.handler.setFormatter(WithoutSignatures("%(message)s"))

    client.post(reverse("front:result", args=[token]))

    number = token.partition("~")[0]
    assert caplog.text == f"Method Not Allowed (POST): /e/{number}~…/result/\n"


@pytest.mark.django_db
def test_links_of_a_company_day_and_of_calendars_lose_their_keys_too() -> None:
    photographer = factories.photographer()
    attendee = Attendee(pk=7, link_counter=0)
    for path in (attendee_path(attendee), feed_path(photographer)):
        written = WithoutSignatures().format(record("Not Found: %s", path))

        start, _, rest = path.partition("~")
        assert written == f"Not Found: {start}~…{rest[43:]}"


@pytest.mark.django_db
def test_a_traceback_holds_no_key_either() -> None:
    token = booking_token(factories.confirmed_booking())
    broken = record("Internal Server Error: /b/%s/", token)
    nothing: dict[str, str] = {}
    with pytest.raises(KeyError) as caught:
        nothing[token]
    broken.exc_info = (caught.type, caught.value, caught.tb)

    written = WithoutSignatures().format(broken)

    number, _, signature = token.partition("~")
    assert signature not in written
    assert written.endswith(f"KeyError: '{number}~…'")


def test_other_lines_stay_as_they_are() -> None:
    assert WithoutSignatures().format(record("Letter %s was not sent", "a:CL-7K3Q9D:0")) == (
        "Letter a:CL-7K3Q9D:0 was not sent"
    )


def test_the_site_logs_so() -> None:
    handlers = [one for one in logging.getLogger().handlers if type(one) is logging.StreamHandler]

    assert [type(handler.formatter) for handler in handlers] == [WithoutSignatures]
