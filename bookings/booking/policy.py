"""The terms a booking is made under, frozen on it. Plain Python."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from guidance.measures import percent
from guidance.texts import Text, gettext_noop, text


@dataclass(frozen=True, slots=True)
class Tier:
    """In the last `hours_before` hours before the start a cancellation costs `percent`."""

    hours_before: int
    percent: int


@dataclass(frozen=True, slots=True)
class Policy:
    """The studio's rules as they stood when the time was held.

    After the free hours a cancellation costs the deposit, or what a tier says if that is more.
    """

    deposit_percent: int
    free_change_hours: int
    late_arrival_minutes: int
    most_moves: int = 1
    tiers: tuple[Tier, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The policy as it is frozen on a booking."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Policy":
        """Read back what :meth:`as_json` gave, also before there were tiers."""
        tiers = tuple(Tier(**tier) for tier in stored.get("tiers", ()))
        return cls(**{**stored, "tiers": tiers})

    def free_until(self, start: datetime) -> datetime:
        """The last instant at which moving or cancelling a session at `start` costs nothing."""
        return start - timedelta(hours=self.free_change_hours)

    def is_free_at(self, start: datetime, now: datetime) -> bool:
        """Whether a change made at `now` to a session at `start` is free."""
        return now <= self.free_until(start)

    def cancellation_percent(self, start: datetime, now: datetime) -> int:
        """The share of the price that cancelling a session at `start` costs at `now`."""
        if self.is_free_at(start, now):
            return 0
        due = [t.percent for t in self.tiers if now > start - timedelta(hours=t.hours_before)]
        return max([self.deposit_percent, *due])

    def cancellation_fee_minor(self, total_minor: int, start: datetime, now: datetime) -> int:
        """What cancelling costs at `now`, in minor units; rounded half up, as the deposit is."""
        return (total_minor * self.cancellation_percent(start, now) + 50) // 100

    def steps(self, start: datetime, now: datetime) -> Iterator[tuple[datetime, int]]:
        """From which instants after `now` on cancelling costs more, and then how many per cent."""
        costs = self.cancellation_percent(start, now)
        hours = (self.free_change_hours, *(tier.hours_before for tier in self.tiers))
        for instant in sorted({start - timedelta(hours=before) for before in hours}):
            then = self.cancellation_percent(start, instant + datetime.resolution)
            if instant >= now and then > costs:
                costs = then
                yield instant, then

    def sentences(self) -> tuple[Text, ...]:
        """The policy in plain words, for the review page, the letter and the private page."""
        return (self.moving(), *self._cancelling(), IN_ILLNESS, self.lateness())

    def moving(self) -> Text:
        """How often and up to when the client may move the session."""
        if self.most_moves == 1:
            message = gettext_noop("You may move your session once, up to {hours} hours before it.")
        else:
            message = gettext_noop(
                "You may move your session up to {hours} hours before it, {moves} times at most."
            )
        return text(message, source="E1", hours=self.free_change_hours, moves=self.most_moves)

    def lateness(self) -> Text:
        """What happens where the client comes late."""
        return text(
            gettext_noop(
                "Lateness is taken off the session; after {minutes} minutes we have to cancel it."
            ),
            source="E1",
            minutes=self.late_arrival_minutes,
        )

    def _cancelling(self) -> Iterator[Text]:
        yield text(
            gettext_noop("Cancelling is free up to {hours} hours before your session."),
            source="E1",
            hours=self.free_change_hours,
        )
        if self.deposit_percent:
            yield _DEPOSIT_DUE
        for hours, due in self._dearer().items():
            yield text(
                gettext_noop(
                    "In the last {hours} hours before it, or if you don’t come, {share} of "
                    "the price is due."
                ),
                source="E1",
                hours=hours,
                share=percent(due / 100),
            )
        if not self.deposit_percent and not self.tiers:
            yield _NOTHING_DUE

    def _dearer(self) -> dict[int, int]:
        """In the last how many hours more than the deposit is due, and how many per cent then.

        As :meth:`cancellation_percent` charges it: a tier from before the free hours end counts
        from their end on, and one that is lower than an earlier one never does.
        """
        dearer: dict[int, int] = {}
        highest = self.deposit_percent
        for tier in sorted(self.tiers, key=lambda tier: -tier.hours_before):
            if tier.percent > highest:
                highest = tier.percent
                dearer[min(tier.hours_before, self.free_change_hours)] = highest
        return dearer


_DEPOSIT_DUE = text(
    gettext_noop(
        "You pay at the studio, on the day. If you cancel later than that or don't come, the "
        "deposit is due."
    ),
    source="E1",
)
_NOTHING_DUE = text(
    gettext_noop("You pay at the studio, on the day. A late cancellation costs nothing either."),
    source="E1",
)
IN_ILLNESS = text(
    gettext_noop(
        "If you are ill, or something about access changes, you may move once at any time, free "
        "of charge."
    ),
    source="E1",
)
