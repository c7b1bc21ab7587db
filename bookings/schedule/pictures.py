"""The picture that a session is for, as far as it decides on the room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bookings.schedule.models import Photographer, Room
from guidance.answers import Answers
from guidance.brief import Kit
from guidance.brief.reach import least_room_length_mm
from guidance.routing import Recommendation


@dataclass(frozen=True, slots=True)
class Picture:
    """What the client wants to be seen, as the brief will frame it."""

    answers: Answers
    recommendation: Recommendation

    def long_enough(
        self, rooms: Sequence[Room], photographers: Iterable[Photographer]
    ) -> list[Room]:
        """Those of `rooms` in which one of `photographers` has a lens for it, in their order.

        All of them where there is none: a framing that fits nowhere is the brief's to solve, and
        no reason to send a client away.
        """
        needed_m = [self._least_room_m(photographer) for photographer in photographers]
        fitting = [room for room in rooms if needed_m and float(room.length_m) >= min(needed_m)]
        return fitting or list(rooms)

    def _least_room_m(self, photographer: Photographer) -> float:
        kit = Kit(photographer.sensor_format, tuple(photographer.focal_lengths_mm))
        return least_room_length_mm(self.answers, self.recommendation, kit) / 1000
