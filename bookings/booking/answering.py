"""How answers and contacts are kept: what still fits together, and who is known already."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bookings.booking.models import Client
from guidance.questionnaire import AnswerError, parse


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is coming, as they typed it: checked by a form before it gets here."""

    name: str
    email: str
    phone: str = ""


def reconciled(stored: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The stored answers with the given ones in their place, and nothing that contradicts them."""
    answers = {**stored, **given}
    answers = {key: value for key, value in answers.items() if value not in (None, "", [])}
    while True:
        try:
            return dict(parse(answers).as_mapping())
        except AnswerError as fault:
            if fault.key in given or fault.key not in answers:
                raise
            del answers[fault.key]


def known_client(contact: Contact, language: str, now: datetime) -> Client:
    """The client of this name and address, or a new one.

    Matching by both, letter for letter, keeps a stranger who types someone's address from meeting
    or changing that person's data, and from learning by another spelling that they are known.
    The row is locked: whoever is being erased at this moment is not known any more. Expects the
    caller's transaction.
    """
    rows = Client.objects.select_for_update(no_key=True)
    known = rows.filter(email=contact.email, name=contact.name, phone=contact.phone).first()
    return known or Client.objects.create(
        name=contact.name,
        email=contact.email,
        phone=contact.phone,
        language=language,
        created_at=now,
    )
