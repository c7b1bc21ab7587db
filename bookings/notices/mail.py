"""The mail server: one letter to one person, and one error that says whether to try again."""

import hashlib
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.utils import quote

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

from bookings.catalogue.models import Studio
from bookings.notices.letters import Letter
from bookings.notices.models import Notice
from bookings.notices.particulars import one_line


class MailError(Exception):
    """A letter did not go out; the message is for staff and names no address.

    `is_permanent` where trying again can't help.
    """

    def __init__(self, message: str, *, is_permanent: bool = False) -> None:
        super().__init__(message)
        self.is_permanent = is_permanent


@contextmanager
def conversation() -> Iterator[BaseEmailBackend]:
    """A connection for one letter, opened when it is sent.

    A server that fails at the good-bye has accepted the letter all the same, so that is no
    error.
    """
    connection = get_connection()
    try:
        yield connection
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.close()


def send(connection: BaseEmailBackend, letter: Letter, notice: Notice, studio: Studio) -> None:
    """Hand `letter` to the mail server. Raises MailError where it doesn't take it.

    A server that refuses the recipient for now (4xx, as in greylisting) is asked again.
    """
    if not notice.recipient_email:
        raise MailError(_("There is no e-mail address to send it to."), is_permanent=True)
    message = _message(letter, notice, studio)
    try:
        connection.open()
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _reason in refused.recipients.values()]
        raise MailError(
            _("The mail server refuses this address (%(code)d).") % {"code": min(codes)},
            is_permanent=min(codes) >= 500,
        ) from refused
    except smtplib.SMTPResponseException as refused:
        raise MailError(
            _("The mail server did not take the letter (%(code)d).") % {"code": refused.smtp_code}
        ) from refused
    except (smtplib.SMTPException, OSError) as unreachable:
        raise MailError(
            _("The mail server can't be reached (%(error)s).")
            % {"error": type(unreachable).__name__}
        ) from unreachable


def message_id(notice: Notice, studio: Studio) -> str:
    """The same for every try of one letter, so that servers and mailboxes know a repeat."""
    name = hashlib.sha256(notice.key.encode()).hexdigest()[:32]
    return f"<{name}@{_domain(studio)}>"


def _message(letter: Letter, notice: Notice, studio: Studio) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=_mailbox(studio.name, studio.email),
        to=[_mailbox(notice.recipient_name, notice.recipient_email)],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={"Message-ID": message_id(notice, studio), "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(letter.html, "text/html")
    for attachment in letter.attachments:
        message.attach(attachment.name, attachment.content, attachment.mimetype)
    return message


def _mailbox(name: str, email: str) -> str:
    """Name and address for a header; Django encodes what is not ASCII in either."""
    return f'"{quote(one_line(name))}" <{email}>'


def _domain(studio: Studio) -> str:
    return studio.email.rpartition("@")[2].encode("idna").decode()
