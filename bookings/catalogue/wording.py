"""The catalogue in words: lengths of time, what a package gives, what it and its extras cost."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from bookings.catalogue.models import AddOn, Package
from bookings.catalogue.pricing import Quote, QuoteLine
from bookings.wording import money


def duration(minutes: int) -> str:
    """A length of time as people say it: `45 minutes`, `1 hour`, `1 hour 30 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours})
    if rest or not hours:
        parts.append(ngettext("%(n)d minute", "%(n)d minutes", rest) % {"n": rest})
    return " ".join(parts)


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


def price_from(package: Package, currency: str) -> str:
    """The price to begin with: `€95`, or `from €160` where more people cost more."""
    amount = money(package.price_minor, currency)
    if package.max_people > package.min_people:
        return gettext("from %(amount)s") % {"amount": amount}
    return amount


def extra_cost(add_on: AddOn, currency: str) -> str:
    """What an add-on costs and how much longer it takes: once for all, or for each person."""
    words = {"amount": money(add_on.price_minor, currency), "time": duration(add_on.extra_minutes)}
    if add_on.is_per_person:
        if add_on.extra_minutes:
            return gettext("%(amount)s and %(time)s longer for each person") % words
        return gettext("%(amount)s for each person") % words
    if add_on.extra_minutes:
        return gettext("%(amount)s for the session, %(time)s longer") % words
    return gettext("%(amount)s for the session") % words


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One line of a price as it is read."""

    label: str
    amount: str


@dataclass(frozen=True, slots=True)
class Price:
    """A quote as it is read; `deposit` is empty where none is asked."""

    lines: tuple[PriceLine, ...]
    total: str
    deposit: str


def price_in_words(quote: Quote) -> Price:
    """`quote` line by line, as pages, letters and the desk show it."""
    return Price(
        lines=tuple(_price_line(line, quote.currency) for line in quote.lines),
        total=money(quote.total_minor, quote.currency),
        deposit=money(quote.deposit_minor, quote.currency) if quote.deposit_minor else "",
    )


def several_lines(quote: Quote) -> tuple[PriceLine, ...]:
    """The lines of a quote where they say more than its total."""
    return price_in_words(quote).lines if len(quote.lines) > 1 else ()


def _price_line(line: QuoteLine, currency: str) -> PriceLine:
    label = gettext("Each further person") if line.slug == "further_people" else line.label
    if line.count > 1:
        label = gettext("%(what)s, %(count)d × %(each)s") % {
            "what": label,
            "count": line.count,
            "each": money(line.unit_minor, currency),
        }
    return PriceLine(label, money(line.total_minor, currency))
