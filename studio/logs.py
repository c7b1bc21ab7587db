"""What the log never keeps: the signatures of private links."""

import logging
import re

# A token is numbers and a signature (bookings.booking.links); the numbers alone open nothing.
SIGNATURE = re.compile(r"(?<=\d~)[\w-]{20,}")


class WithoutSignatures(logging.Formatter):
    """Lines and tracebacks as usual; a private link keeps its numbers and loses its signature.

    Django logs the path of every answer from 400 up, and a client who meets a taken time or a
    lapsed hold does so at a private link that is still good.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The formatted record, traceback included, with every signature blanked."""
        return SIGNATURE.sub("…", super().format(record))
