"""A letter is written with its moment, and the worker is nudged when that moment stands."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
import time_machine
from django.core import mail
from django.db import transaction

from bookings import moments
from bookings.notices import outbox
from bookings.notices.models import Notice
from tests import factories
from tests.factories import CONTACT, NOW

pytestmark = pytest.mark.django_db

Committed = Callable[..., AbstractContextManager[list[Callable[[], object]]]]


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    """The worker looks at the clock itself."""
    with time_machine.travel(NOW, tick=False):
        yield


def kinds() -> list[str]:
    return list(Notice.objects.order_by("kind").values_list("kind", flat=True))


def test_letters_of_a_moment_are_sent_after_its_commit(
    django_capture_on_commit_callbacks: Committed,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        factories.confirmed_booking()
        assert (kinds(), len(mail.outbox)) == (["assignment", "confirmation"], 0)

    assert sorted(sent.to[0] for sent in mail.outbox) == [
        '"Ines Okafor" <ines@example.com>',
        '"Mara Lindqvist" <mara-lindqvist@studio-halden.example>',
    ]


def test_a_moment_that_is_rolled_back_leaves_no_letter(
    django_capture_on_commit_callbacks: Committed,
) -> None:
    asked = factories.enquiry()

    with django_capture_on_commit_callbacks() as nudges, transaction.atomic():
        outbox.write_about_enquiry(
            asked, Notice.Kind.ENQUIRY_RECEIPT, NOW, name=CONTACT.name, email=CONTACT.email
        )
        transaction.set_rollback(True)

    assert (nudges, kinds()) == ([], [])


def test_the_same_moment_twice_writes_one_letter_and_nudges_once(
    django_capture_on_commit_callbacks: Committed,
) -> None:
    booking = factories.confirmed_booking()

    with django_capture_on_commit_callbacks() as nudges:
        first = outbox.write_to_client(booking, Notice.Kind.CONFIRMATION, NOW)
        again = outbox.write_to_client(booking, Notice.Kind.CONFIRMATION, NOW)

    assert first == again
    assert (nudges, kinds()) == ([], ["assignment", "confirmation"])


def test_a_cancellation_withdraws_what_was_not_sent_and_tells_both() -> None:
    booking = factories.confirmed_booking()

    moments.cancel(booking, NOW, by="client")

    waiting = Notice.objects.waiting().order_by("kind").values_list("kind", "recipient_email")
    assert list(waiting) == [
        ("cancelled", "ines@example.com"),
        ("unassigned", "mara-lindqvist@studio-halden.example"),
    ]


def test_a_message_goes_to_the_studio_and_its_receipt_to_the_client() -> None:
    factories.studio()

    moments.write_to_studio(factories.enquiry(), CONTACT, "Do you come to us?", NOW)

    waiting = Notice.objects.order_by("kind").values_list("kind", "recipient_email")
    assert list(waiting) == [
        ("enquiry_message", "hello@studio-halden.example"),
        ("enquiry_receipt", "ines@example.com"),
    ]
