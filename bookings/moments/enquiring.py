"""The enquiry: answers come in, the site recommends, the client chooses or writes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from bookings.booking.answering import Contact, known_client, reconciled
from bookings.booking.errors import (
    PackageUnavailable,
)
from bookings.booking.holding import (
    people_for,
)
from bookings.booking.models import Enquiry
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.moments.parts import locked_enquiry, refuse_when_booked, with_answers
from bookings.notices import outbox
from bookings.notices.models import Notice
from guidance.questionnaire import parse
from guidance.routing import Recommendation
from guidance.routing import recommend as recommend_from


@transaction.atomic
def enquire(language: str, now: datetime) -> Enquiry:
    """Someone starts the questionnaire."""
    return Enquiry.objects.create(language=language, created_at=now, updated_at=now)


@transaction.atomic
def answer(enquiry: Enquiry, question: str, given: Mapping[str, Any], now: datetime) -> Enquiry:
    """The client answers one question; what they said before and no longer fits is dropped.

    `given` holds all keys of the question's screen, None or empty for those left open.
    Raises AnswerError naming the key where `given` itself is not acceptable, IllegalMove
    where the enquiry is booked already.
    """
    enquiry = locked_enquiry(enquiry)
    refuse_when_booked(enquiry)
    answers = reconciled(enquiry.all_answers, given)
    if question not in enquiry.answered:
        enquiry.answered = [*enquiry.answered, question]
        enquiry.save(update_fields=["answered"])
    return with_answers(enquiry, answers, now)


@transaction.atomic
def recommend(enquiry: Enquiry, now: datetime) -> Recommendation:
    """The site recommends; what it showed is kept with the enquiry."""
    enquiry = locked_enquiry(enquiry)
    recommendation = recommend_from(parse(enquiry.all_answers))
    enquiry.recommendation = recommendation.to_stored()
    enquiry.knowledge_version = recommendation.knowledge
    enquiry.kind = recommendation.kind or ""
    enquiry.style = recommendation.style or ""
    enquiry.updated_at = now
    enquiry.save(
        update_fields=["recommendation", "knowledge_version", "kind", "style", "updated_at"]
    )
    return recommendation


@transaction.atomic
def choose(
    enquiry: Enquiry,
    package: Package,
    add_ons: Sequence[AddOn],
    override_reason: str,
    now: datetime,
) -> Enquiry:
    """The client chooses a package, perhaps not the recommended one, and says why.

    Raises PackageUnavailable where the package or an add-on is not on offer for these people.
    """
    enquiry = locked_enquiry(enquiry)
    refuse_when_booked(enquiry)
    people_for(enquiry, package)
    offered = set(package.add_ons.filter(is_active=True))
    if not package.is_active or not set(add_ons) <= offered:
        raise PackageUnavailable
    enquiry.package = package
    enquiry.override_reason = override_reason
    enquiry.updated_at = now
    enquiry.save(update_fields=["package", "override_reason", "updated_at"])
    enquiry.add_ons.set(add_ons)
    return enquiry


@transaction.atomic
def write_to_studio(enquiry: Enquiry, contact: Contact, message: str, now: datetime) -> Enquiry:
    """No package fits, or a question remains: the answers go to the studio with a message."""
    enquiry = locked_enquiry(enquiry)
    refuse_when_booked(enquiry)
    enquiry.client = known_client(contact, enquiry.language, now)
    enquiry.message = message
    enquiry.message_sent_at = now
    enquiry.updated_at = now
    enquiry.save(update_fields=["client", "message", "message_sent_at", "updated_at"])
    studio = Studio.objects.get()
    outbox.write_about_enquiry(
        enquiry, Notice.Kind.ENQUIRY_MESSAGE, now, name=studio.name, email=studio.email
    )
    outbox.write_about_enquiry(
        enquiry, Notice.Kind.ENQUIRY_RECEIPT, now, name=contact.name, email=contact.email
    )
    return enquiry
