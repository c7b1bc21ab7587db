"""The knowledge's sentences, money and lengths of time in templates."""

from typing import Any

from django import template
from django.utils.translation import gettext, ngettext

from bookings import wording
from bookings.catalogue.models import AddOn, Package
from bookings.catalogue.pricing import Quote, QuoteLine
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


@register.filter
def duration(minutes: int) -> str:
    """A length of time as people say it: `45 minutes`, `1 hour`, `1 hour 30 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours})
    if rest or not hours:
        parts.append(ngettext("%(n)d minute", "%(n)d minutes", rest) % {"n": rest})
    return " ".join(parts)


@register.filter
def pictures(package: Package) -> str:
    """How many retouched pictures a package gives; empty where it gives none."""
    if not package.finals:
        return ""
    if package.finals_are_per_person:
        words = ngettext(
            "%(n)d retouched picture each", "%(n)d retouched pictures each", package.finals
        )
    else:
        words = ngettext("%(n)d retouched picture", "%(n)d retouched pictures", package.finals)
    return words % {"n": package.finals}


@register.filter
def price_from(package: Package, currency: str) -> str:
    """The price to begin with: `€95`, or `from €160` where more people cost more."""
    amount = wording.money(package.price_minor, currency)
    if package.max_people > package.min_people:
        return gettext("from %(amount)s") % {"amount": amount}
    return amount


@register.filter
def extra_cost(add_on: AddOn, currency: str) -> str:
    """What an add-on costs, and how much longer the session takes with it."""
    amount = wording.money(add_on.price_minor, currency)
    if add_on.is_per_person:
        amount = gettext("%(amount)s for each person") % {"amount": amount}
    if not add_on.extra_minutes:
        return amount
    return gettext("%(amount)s, %(time)s longer") % {
        "amount": amount,
        "time": duration(add_on.extra_minutes),
    }


@register.filter
def quote_lines(quote: Quote) -> list[dict[str, str]]:
    """A quote's lines as `front/partials/price_block.html` shows them."""
    return [
        {"label": quote_line(line), "amount": wording.money(line.total_minor, quote.currency)}
        for line in quote.lines
    ]


@register.filter
def several_lines(quote: Quote) -> list[dict[str, str]]:
    """The lines of a quote where they say more than its total."""
    return quote_lines(quote) if len(quote.lines) > 1 else []


def quote_line(line: QuoteLine) -> str:
    """What a line of a quote is for."""
    if line.slug == "further_people":
        words = ngettext("%(n)d further person", "%(n)d further people", line.count)
        return words % {"n": line.count}
    if line.count > 1:
        return gettext("%(label)s, %(n)d times") % {"label": line.label, "n": line.count}
    return line.label
