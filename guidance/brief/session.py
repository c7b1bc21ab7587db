"""What the studio has settled about the session, as far as a brief needs to know it."""

from __future__ import annotations

from dataclasses import dataclass

from guidance.brief.kit import RoomSize


@dataclass(frozen=True, slots=True)
class NamedRoom:
    """Another room of the studio that could be taken instead."""

    name: str
    size: RoomSize


@dataclass(frozen=True, slots=True)
class Session:
    """The package and the place; everything may be unknown.

    `looks` is what the package includes; `minutes` how long it takes; `is_step_free` whether the
    way in is without a step; `has_make_up` whether somebody for hair and make-up is booked.
    """

    looks: int | None = None
    minutes: int | None = None
    other_rooms: tuple[NamedRoom, ...] = ()
    is_step_free: bool | None = None
    has_make_up: bool = False


UNSETTLED = Session()
"""Nothing is known of package and place."""
