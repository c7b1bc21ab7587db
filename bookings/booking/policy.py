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

    @property
    def asks_deposit(self) -> bool:
        """Whether the deposit is ever due: it is not where a tier asks more from the start."""
        return any(due == self.deposit_percent for _hours, due in self._stages())

    @property
    def asks_deposit_alone(self) -> bool:
        """Whether the deposit is all that is ever due."""
        return [due for _hours, due in self._stages()] == [self.deposit_percent]

    def sentences(self, minutes: int | None = None) -> tuple[Text, ...]:
        """The policy in plain words, as anybody may read it before or after booking.

        `minutes` is how long the session is, where it is known.
        """
        return (
            self.moving(),
            PAYING,
            *self.cancelling(),
            IN_ILLNESS,
            self.lateness(minutes),
        )

    def sentences_at(
        self, start: datetime, now: datetime, minutes: int | None = None
    ) -> tuple[Text, ...]:
        """What holds from `now` on for a session at `start`: no word of what is over by then."""
        if self.is_free_at(start, now):
            return self.sentences(minutes)
        return (
            self.too_late(),
            PAYING,
            *self._cancelling_late(start, now),
            IN_ILLNESS,
            self.lateness(minutes),
        )

    def moving(self) -> Text:
        """How often and up to when the client may move the session."""
        if not self.most_moves:
            message = gettext_noop("Your session is moved by the studio: call or write to us.")
        elif self.free_change_hours and self.most_moves == 1:
            message = gettext_noop("You may move your session once, up to {hours} hours before it.")
        elif self.free_change_hours:
            message = gettext_noop(
                "You may move your session up to {hours} hours before it, {moves} times at most."
            )
        elif self.most_moves == 1:
            message = gettext_noop("You may move your session once, until it begins.")
        else:
            message = gettext_noop("You may move your session until it begins, {moves} times.")
        return text(message, source="E1", hours=self.free_change_hours, moves=self.most_moves)

    def lateness(self, minutes: int | None = None) -> Text:
        """What happens where the client comes late to a session of so many `minutes`."""
        limit = self.late_arrival_minutes
        if minutes is not None and minutes < limit:
            return _LATE_FOR_A_SHORT_ONE
        return text(
            gettext_noop(
                "Lateness is taken off the session; after {minutes} minutes we have to cancel it."
            ),
            source="E1",
            minutes=limit,
        )

    def too_late(self) -> Text:
        """That the time for free changes is over."""
        return text(
            gettext_noop(
                "It is less than {hours} hours until your session, so it can no longer be moved "
                "on the site."
            ),
            source="E1",
            hours=self.free_change_hours,
        )

    def cancelling(self) -> Iterator[Text]:
        """What cancelling costs up to when, and not coming: what is charged, step by step."""
        if self.free_change_hours:
            yield text(
                gettext_noop("Cancelling is free up to {hours} hours before your session."),
                source="E1",
                hours=self.free_change_hours,
            )
        else:
            yield _FREE_TO_THE_LAST
        stages = self._stages()
        if not stages:
            yield _NOTHING_DUE
        for hours, due in stages:
            is_last = (hours, due) == stages[-1]
            if hours == self.free_change_hours > 0 and due == self.deposit_percent:
                yield _due(_DEPOSIT_OR_ABSENT if is_last else _DEPOSIT, due)
            else:
                yield _later(hours, due, is_last=is_last)

    def _cancelling_late(self, start: datetime, now: datetime) -> Iterator[Text]:
        """What cancelling costs from `now` on, when it is no longer free."""
        costs = self.cancellation_percent(start, now)
        rises = [
            (hours, due)
            for hours, due in self._stages()
            if due > costs and start - timedelta(hours=hours) >= now
        ]
        if costs:
            yield _due(_BY_NOW if rises else _BY_NOW_OR_ABSENT, costs)
        elif not rises:
            yield _COSTS_NOTHING
        for hours, due in rises:
            yield _later(hours, due, is_last=(hours, due) == rises[-1])

    def _stages(self) -> list[tuple[int, int]]:
        """In the last how many hours how many per cent are due, each more than the one before.

        As :meth:`cancellation_percent` charges it: a tier from before the free hours end counts
        from their end on, and one that is lower than an earlier one never does. Who does not come
        owes the last.
        """
        stages: list[tuple[int, int]] = []
        starts = {min(tier.hours_before, self.free_change_hours) for tier in self.tiers}
        for hours in sorted({self.free_change_hours, *starts}, reverse=True):
            due = [tier.percent for tier in self.tiers if tier.hours_before >= hours]
            highest = max([self.deposit_percent, *due])
            if highest > (stages[-1][1] if stages else 0):
                stages.append((hours, highest))
        return stages


def _due(message: str, due_percent: int) -> Text:
    return text(message, source="E1", share=percent(due_percent / 100))


def _later(hours: int, due_percent: int, *, is_last: bool) -> Text:
    """What is due in the last `hours`; who does not come owes what is due last."""
    if not hours:
        return _due(_ABSENT, due_percent)
    message = _IN_THE_LAST_OR_ABSENT if is_last else _IN_THE_LAST
    return text(message, source="E1", hours=hours, share=percent(due_percent / 100))


PAYING = text(
    gettext_noop("You pay nothing in advance: you pay at the studio, on the day."), source="E1"
)
_LATE_FOR_A_SHORT_ONE = text(
    gettext_noop("Lateness is taken off the session; if none of it is left, we have to cancel it."),
    source="E1",
)
_FREE_TO_THE_LAST = text(gettext_noop("Cancelling is free until your session begins."), source="E1")
_NOTHING_DUE = text(gettext_noop("A late cancellation costs nothing either."), source="E1")
_COSTS_NOTHING = text(gettext_noop("Cancelling it costs nothing."), source="E1")
_DEPOSIT = gettext_noop("If you cancel later than that, the deposit is due: {share} of the price.")
_DEPOSIT_OR_ABSENT = gettext_noop(
    "If you cancel later than that, or don’t come, the deposit is due: {share} of the price."
)
_BY_NOW = gettext_noop("Cancelling it costs {share} of the price by now.")
_BY_NOW_OR_ABSENT = gettext_noop("If you cancel it, or don’t come, {share} of the price is due.")
_IN_THE_LAST = gettext_noop("In the last {hours} hours before it, {share} of the price is due.")
_IN_THE_LAST_OR_ABSENT = gettext_noop(
    "In the last {hours} hours before it, or if you don’t come, {share} of the price is due."
)
_ABSENT = gettext_noop("If you don’t come, {share} of the price is due.")
IN_ILLNESS = text(
    gettext_noop(
        "If you are ill, or something about access changes, you may move once at any time, free "
        "of charge."
    ),
    source="E1",
)
