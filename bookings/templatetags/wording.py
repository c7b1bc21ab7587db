"""The knowledge's sentences, and money, in templates."""

from typing import Any

from django import template

from bookings import wording
from guidance.texts import Text

register = template.Library()


@register.filter
def shown(text: Text) -> str:
    """A text of the knowledge in the reader's language."""
    return wording.shown(text)


@register.filter
def shown_stored(stored: dict[str, Any]) -> str:
    """A text that was frozen as JSON, in the reader's language."""
    return wording.shown_stored(stored)


@register.filter
def money(minor: int, currency: str) -> str:
    """An amount in minor units: `{{ package.price_minor|money:studio.currency }}`."""
    return wording.money(minor, currency)
