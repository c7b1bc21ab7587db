"""The terms a booking is made under, frozen on it. Plain Python."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from guidance.texts import Text, gettext_noop, text


@dataclass(frozen=True, slots=True)
class Policy:
    """The studio's rules as they stood when the time was held."""

    deposit_percent: int
    free_change_hours: int
    late_arrival_minutes: int

    def as_json(self) -> dict[str, Any]:
        """The policy as it is frozen on a booking."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Policy":
        """Read back what :meth:`as_json` gave."""
        return cls(**stored)

    def free_until(self, start: datetime) -> datetime:
        """The last instant at which moving or cancelling a session at `start` costs nothing."""
        return start - timedelta(hours=self.free_change_hours)

    def is_free_at(self, start: datetime, now: datetime) -> bool:
        """Whether a change made at `now` to a session at `start` is free."""
        return now <= self.free_until(start)

    def sentences(self) -> tuple[Text, ...]:
        """The policy in plain words, for the review page, the letter and the private page."""
        return (
            text(
                gettext_noop(
                    "Moving or cancelling is free up to {hours} hours before your session."
                ),
                source="E1",
                hours=self.free_change_hours,
            ),
            text(
                gettext_noop(
                    "You pay at the studio, on the day. If you cancel later than that or don't "
                    "come, the deposit is due."
                ),
                source="E1",
            ),
            text(
                gettext_noop(
                    "If you are ill, or something about access changes, tell us: you may move "
                    "once at any time, free of charge."
                ),
                source="E1",
            ),
            text(
                gettext_noop(
                    "Lateness is taken off the session; after {minutes} minutes we have to "
                    "cancel it."
                ),
                source="E1",
                minutes=self.late_arrival_minutes,
            ),
        )
