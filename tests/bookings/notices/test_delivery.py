"""Letters go out once, wait after a failure, and are given up in the end."""

import email
import socket
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import Message
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from pytest_django import Settings

from bookings.booking.links import enquiry_path, enquiry_token
from bookings.booking.models import Enquiry
from bookings.notices.delivery import LEASE, PAUSES, TRIES, deliver_due
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from tests import factories
from tests.bookings.notices.loopback import mail_server
from tests.factories import NOW

pytestmark = pytest.mark.django_db

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture(autouse=True)
def _studio(db: None) -> None:
    factories.studio()


def use_smtp(settings: Settings, port: int) -> None:
    settings.EMAIL_BACKEND = SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port on which nobody listens, nor can: it is taken."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def test_a_due_letter_is_sent_to_its_person_from_the_studio() -> None:
    notice = factories.notice()

    assert deliver_due(NOW) == 1

    [sent] = mail.outbox
    letter = letter_for(notice)
    assert (sent.subject, sent.body) == (letter.subject, letter.text)
    assert sent.to == ['"Ines Okafor" <ines@example.com>']
    assert sent.from_email == '"Studio Halden" <hello@studio-halden.example>'
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    notice.refresh_from_db()
    assert (notice.sent_at, notice.attempts) == (NOW, 1)
    assert (notice.claimed_until, notice.last_error) == (None, "")


def test_a_letter_is_sent_once() -> None:
    factories.notice()

    assert [deliver_due(NOW), deliver_due(NOW + timedelta(days=2))] == [1, 0]
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"due_at": NOW + timedelta(microseconds=1)},
        {"withdrawn_at": NOW},
        {"given_up_at": NOW},
        {"sent_at": NOW},
        {"claimed_until": NOW + timedelta(microseconds=1)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_letter_that_is_not_to_be_sent_now_stays(changes: dict[str, Any]) -> None:
    factories.notice(**changes)

    assert deliver_due(NOW) == 0
    assert mail.outbox == []


def test_letters_go_out_in_the_order_in_which_they_were_due() -> None:
    for name, minutes in (("second", 2), ("third", 1), ("first", 3)):
        factories.notice(recipient_name=name, due_at=NOW - timedelta(minutes=minutes))

    assert deliver_due(NOW) == 3
    assert [parseaddr(sent.to[0])[0] for sent in mail.outbox] == ["first", "second", "third"]


def test_a_run_leaves_the_rest_to_the_next_when_its_time_is_up() -> None:
    for _letter in range(3):
        factories.notice()

    assert [deliver_due(NOW, run=timedelta(0)), deliver_due(NOW)] == [1, 2]


def test_the_copy_that_is_kept_has_a_line_where_the_private_link_was() -> None:
    notice = factories.notice()

    deliver_due(NOW)

    [sent] = mail.outbox
    notice.refresh_from_db()
    assert notice.enquiry is not None
    link = f"http://127.0.0.1:8000{enquiry_path(notice.enquiry)}"
    kept = "(The client's private link stood here. It is not kept.)"
    assert sent.body.count(link) == 1
    assert notice.subject == sent.subject
    assert notice.body_text.count(kept) == notice.body_html.count("It is not kept.)") == 1
    signature = enquiry_token(notice.enquiry).partition("~")[2]
    row = Notice.objects.values_list().get(pk=notice.pk)
    assert [column for column in row if signature in str(column)] == []


def test_each_failed_try_is_followed_by_a_longer_pause_until_the_letter_is_given_up(
    settings: Settings, closed_port: int
) -> None:
    use_smtp(settings, closed_port)
    notice = factories.notice()
    now = NOW
    waited = []
    for _try in range(TRIES - 1):
        assert deliver_due(now) == 0
        notice.refresh_from_db()
        waited.append(notice.due_at - now)
        now = notice.due_at

    assert waited == [timedelta(minutes=m) for m in (1, 5, 15, 60, 240, 720)] == list(PAUSES)
    assert (notice.given_up_at, notice.claimed_until) == (None, None)
    assert deliver_due(now) == 0
    notice.refresh_from_db()
    assert (notice.given_up_at, notice.attempts, notice.sent_at) == (now, TRIES, None)
    assert notice.last_error == "The mail server can't be reached (ConnectionRefusedError)."
    assert deliver_due(now + timedelta(days=9)) == 0


@pytest.mark.parametrize(
    ("replies", "error", "given_up_at"),
    [
        ({"RCPT": "550 5.1.1 no <ines@example.com> here"}, "refuses this address (550).", NOW),
        ({"RCPT": "451 4.7.1 greylisted, ines@example.com"}, "refuses this address (451).", None),
        ({"DATA": "554 5.7.1 no thanks"}, "did not take the letter (554).", None),
        ({"MAIL": "451 try later"}, "did not take the letter (451).", None),
        ({"RCPT": ""}, "can't be reached (SMTPServerDisconnected).", None),
    ],
)
def test_what_the_server_answers_decides_whether_to_try_again(
    settings: Settings, replies: dict[str, str], error: str, given_up_at: datetime | None
) -> None:
    notice = factories.notice()
    with mail_server(**replies) as server:
        use_smtp(settings, server.port)
        assert deliver_due(NOW) == 0

    notice.refresh_from_db()
    assert notice.last_error == f"The mail server {error}"
    assert notice.given_up_at == given_up_at


def test_a_letter_that_went_out_after_failures_is_sent_and_its_error_forgotten(
    settings: Settings, closed_port: int
) -> None:
    use_smtp(settings, closed_port)
    notice = factories.notice()
    deliver_due(NOW)
    later = NOW + PAUSES[0]
    with mail_server() as server:
        use_smtp(settings, server.port)
        assert deliver_due(later) == 1

    notice.refresh_from_db()
    assert (notice.sent_at, notice.attempts, notice.last_error) == (later, 2, "")
    assert [letter["Subject"] for letter in server.accepted] == [notice.subject]


def test_a_server_that_hangs_up_instead_of_saying_good_bye_has_the_letter(
    settings: Settings,
) -> None:
    notice = factories.notice()
    with mail_server(QUIT="") as server:
        use_smtp(settings, server.port)
        assert deliver_due(NOW) == 1

    assert len(server.accepted) == 1
    notice.refresh_from_db()
    assert notice.sent_at == NOW


def test_a_letter_that_cannot_be_written_delays_itself_alone() -> None:
    # A confirmation that is about no booking.
    broken = factories.notice(kind=Notice.Kind.CONFIRMATION)
    sound = factories.notice()

    assert deliver_due(NOW) == 1

    broken.refresh_from_db()
    sound.refresh_from_db()
    assert broken.last_error == "The letter can't be written (ValueError)."
    assert (broken.due_at, broken.claimed_until) == (NOW + PAUSES[0], None)
    assert sound.sent_at == NOW


def test_a_letter_to_nowhere_is_given_up_at_once() -> None:
    notice = factories.notice(recipient_email="")

    assert deliver_due(NOW) == 0
    notice.refresh_from_db()
    assert notice.given_up_at == NOW
    assert notice.last_error == "There is no e-mail address to send it to."
    assert mail.outbox == []


def test_a_worker_that_was_killed_is_waited_for_and_then_replaced() -> None:
    notice = factories.notice(claimed_until=NOW + LEASE, attempts=1)

    assert deliver_due(NOW + LEASE - timedelta(seconds=1)) == 0
    assert deliver_due(NOW + LEASE) == 1
    notice.refresh_from_db()
    assert notice.attempts == 2


@pytest.mark.parametrize("overtaken", ["withdrawn", "deleted"])
def test_a_letter_that_is_overtaken_once_it_was_claimed_is_not_sent_and_stops_no_other(
    overtaken: str,
) -> None:
    notice = factories.notice()
    factories.notice(recipient_name="next", due_at=NOW)
    claimed = Notice.objects.filter(pk=notice.pk)

    def overtake(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        if sql.startswith("UPDATE") and claimed.filter(claimed_until=NOW + LEASE).exists():
            claimed.update(withdrawn_at=NOW, claimed_until=None)
            if overtaken == "deleted":
                claimed.delete()
        return answer

    with connection.execute_wrapper(overtake):
        assert deliver_due(NOW) == 1

    assert [parseaddr(sent.to[0])[0] for sent in mail.outbox] == ["next"]


def test_a_letter_that_kills_every_worker_is_given_up() -> None:
    notice = factories.notice(claimed_until=NOW, attempts=TRIES)

    assert deliver_due(NOW) == 0
    notice.refresh_from_db()
    assert (notice.given_up_at, notice.last_error) == (NOW, "The worker stopped while sending.")
    assert mail.outbox == []


def test_each_try_of_a_letter_has_the_same_message_id_and_no_other_letter_has_it() -> None:
    first = factories.notice()
    deliver_due(NOW)
    Notice.objects.filter(pk=first.pk).update(sent_at=None)
    deliver_due(NOW)
    factories.notice()
    deliver_due(NOW)

    ids = [sent.extra_headers["Message-ID"] for sent in mail.outbox]
    assert ids[0] == ids[1] != ids[2]
    assert ids[0].endswith("@studio-halden.example>")


def test_a_name_that_tries_to_be_a_header_stays_a_name() -> None:
    name = 'Eve\r\nBcc: all@example.com, "x" <y@example.com>'
    factories.notice(recipient_name=name, recipient_email="eve@bücher.example")

    deliver_due(NOW)

    message = mail.outbox[0].message()
    assert message["Bcc"] is None
    assert mail.outbox[0].recipients() == mail.outbox[0].to
    name_as_sent = 'Eve Bcc: all@example.com, "x" <y@example.com>'
    assert parseaddr(message["To"]) == (name_as_sent, "eve@xn--bcher-kva.example")


def test_a_letter_in_a_file_is_whole(settings: Settings, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    booking = factories.confirmed_booking()

    assert deliver_due(NOW) == 2

    letters = {letter["To"]: letter for path in tmp_path.iterdir() for letter in _read(path)}
    assert sorted(letters) == [
        '"Ines Okafor" <ines@example.com>',
        '"Mara Lindqvist" <mara-lindqvist@studio-halden.example>',
    ]
    parts = [
        (part.get_content_type(), part.get_filename(), part.get_param("method"))
        for part in letters['"Ines Okafor" <ines@example.com>'].walk()
        if not part.is_multipart()
    ]
    assert parts == [
        ("text/plain", None, None),
        ("text/html", None, None),
        ("text/calendar", f"{booking.reference}.ics", "PUBLISH"),
    ]


def _read(path: Path) -> list[Message]:
    # The back end ends each letter with a line of dashes, and names a file after the second and
    # the connection's identity: two letters of one second may share it.
    letters = path.read_bytes().split(b"\n" + b"-" * 79)
    return [email.message_from_bytes(letter.lstrip()) for letter in letters if letter.strip()]


@pytest.mark.django_db(transaction=True)
def test_of_several_workers_one_sends_each_letter() -> None:
    asked = Enquiry.objects.create(created_at=NOW, updated_at=NOW)
    for _letter in range(5):
        factories.notice(asked)
    together = threading.Barrier(4)
    sent: list[int] = []

    def work() -> None:
        together.wait()
        try:
            sent.append(deliver_due(NOW))
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert (len(sent), sum(sent), len(mail.outbox)) == (4, 5, 5)
    assert set(Notice.objects.values_list("sent_at", "attempts")) == {(NOW, 1)}


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_comes_back_late_leaves_the_letter_to_the_one_that_has_it(
    settings: Settings,
) -> None:
    asked = Enquiry.objects.create(created_at=NOW, updated_at=NOW)
    notice = factories.notice(asked)
    later = NOW + 2 * LEASE

    def taken_over_meanwhile() -> str:
        try:
            Notice.objects.filter(pk=notice.pk).update(claimed_until=later, attempts=2)
        finally:
            connection.close()
        return "451 try later"

    with mail_server(RCPT=taken_over_meanwhile) as server:
        use_smtp(settings, server.port)
        assert deliver_due(NOW) == 0

    notice.refresh_from_db()
    assert (notice.claimed_until, notice.attempts) == (later, 2)
    assert (notice.due_at, notice.last_error) == (NOW, "")
