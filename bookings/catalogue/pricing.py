"""What a session costs and how long it takes. Plain Python: whole minor units and whole minutes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol


class PricedPackage(Protocol):
    """What pricing needs to know of a package."""

    name: str
    min_people: int
    duration_minutes: int
    minutes_per_extra_person: int
    price_minor: int
    price_per_extra_person_minor: int


class PricedAddOn(Protocol):
    """What pricing needs to know of an add-on."""

    name: str
    price_minor: int
    is_per_person: bool
    extra_minutes: int


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line of a quote: `count` times `unit_minor`, in minor units of the quote's currency."""

    slug: str
    label: str
    count: int
    unit_minor: int

    @property
    def total_minor(self) -> int:
        """The line's price in minor units."""
        return self.count * self.unit_minor


@dataclass(frozen=True, slots=True)
class Quote:
    """What a session costs: its lines, their sum and the deposit, in minor units of `currency`."""

    currency: str
    lines: tuple[QuoteLine, ...]
    deposit_percent: int

    @property
    def total_minor(self) -> int:
        """The price of everything, in minor units."""
        return sum(line.total_minor for line in self.lines)

    @property
    def deposit_minor(self) -> int:
        """The deposit in minor units, rounded half up so that it never falls short."""
        return (self.total_minor * self.deposit_percent + 50) // 100

    def as_json(self) -> dict[str, Any]:
        """The quote as it is frozen on a booking."""
        return {
            "currency": self.currency,
            "deposit_percent": self.deposit_percent,
            "lines": [
                {"slug": o.slug, "label": o.label, "count": o.count, "unit_minor": o.unit_minor}
                for o in self.lines
            ],
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Quote":
        """Read back what :meth:`as_json` gave."""
        lines = tuple(QuoteLine(**line) for line in stored["lines"])
        return cls(stored["currency"], lines, stored["deposit_percent"])


def quote(
    package: PricedPackage,
    people: int,
    add_ons: Iterable[PricedAddOn],
    *,
    currency: str,
    deposit_percent: int,
) -> Quote:
    """The price of `package` for `people` with `add_ons`, line by line."""
    lines = [QuoteLine("package", package.name, 1, package.price_minor)]
    further = extra_people(package, people)
    if further and package.price_per_extra_person_minor:
        lines.append(QuoteLine("further_people", "", further, package.price_per_extra_person_minor))
    for add_on in add_ons:
        count = people if add_on.is_per_person else 1
        lines.append(QuoteLine("add_on", add_on.name, count, add_on.price_minor))
    return Quote(currency, tuple(lines), deposit_percent)


def duration_minutes(package: PricedPackage, people: int, add_ons: Iterable[PricedAddOn]) -> int:
    """How long the session takes, in minutes, buffers not counted."""
    minutes = package.duration_minutes
    minutes += extra_people(package, people) * package.minutes_per_extra_person
    for add_on in add_ons:
        minutes += add_on.extra_minutes * (people if add_on.is_per_person else 1)
    return minutes


def extra_people(package: PricedPackage, people: int) -> int:
    """People beyond those that the package's own price and minutes are for."""
    return max(0, people - package.min_people)
