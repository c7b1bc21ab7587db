"""What is paid when, before anything is booked: `{% payment quote studio as payment %}`."""

from dataclasses import dataclass

from django import template

from bookings.booking.policy import PAYING
from bookings.booking.snapshots import policy_of
from bookings.catalogue.models import Studio
from bookings.catalogue.pricing import Quote
from bookings.wording import money, shown

register = template.Library()


@dataclass(frozen=True, slots=True)
class Payment:
    """The deposit, empty where none is ever asked, and in words when it or more is due."""

    deposit: str
    words: str


@register.simple_tag
def payment(quote: Quote, studio: Studio) -> Payment:
    """How `quote` would be paid by the rules that `studio` has today; one query."""
    policy = policy_of(studio)
    deposit = quote.deposit_minor if policy.asks_deposit else 0
    sentences = (PAYING, *policy.cancelling())
    return Payment(
        deposit=money(deposit, quote.currency) if deposit else "",
        words=" ".join(shown(sentence) for sentence in sentences),
    )
