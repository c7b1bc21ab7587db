"""The photographer's kit and the room: what a brief is worked out for, and how JSON names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

from guidance.answers import AnswerError
from guidance.optics import SENSOR_FORMATS
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

FOCAL_LENGTHS_MM: Final = (8, 800)
ROOM_SIDES_M: Final = (1, 100)
MOST_LENSES: Final = 40
LONG_SIDES_PX: Final = (1_000, 30_000)
LONG_SIDE_PX: Final = 6_000
"""A camera of 24 megapixels, where the kit does not say (A5)."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A camera's sensor format (a key of `SENSOR_FORMATS`), the lenses in the bag, its pixels."""

    format: str
    focal_lengths_mm: tuple[int, ...]
    long_side_px: int = LONG_SIDE_PX


@dataclass(frozen=True, slots=True)
class RoomSize:
    """The clear inside of a room; the camera looks along its length."""

    length_m: float
    width_m: float
    height_m: float


def parse_kit(given: object) -> Kit:
    """The kit of a JSON object with `format`, `focal_lengths_mm` and perhaps `long_side_px`.

    Raises AnswerError naming the key for an unknown or missing key, an unknown sensor format,
    focal lengths that are not whole mm from 8 to 800, and pixels not from 1,000 to 30,000.
    """
    fields = _fields(given, "kit", ("format", "focal_lengths_mm"), optional=("long_side_px",))
    return Kit(
        _format(fields["format"]),
        _focal_lengths(fields["focal_lengths_mm"]),
        _long_side(fields.get("long_side_px", LONG_SIDE_PX)),
    )


def parse_room(given: object) -> RoomSize:
    """The room of a JSON object with `length_m`, `width_m` and `height_m`, in metres.

    Raises AnswerError naming the key for an unknown or missing key and for sides that are not
    numbers from 1 to 100.
    """
    sides = ("length_m", "width_m", "height_m")
    fields = _fields(given, "room", sides)
    return RoomSize(*(_side(f"room.{side}", fields[side]) for side in sides))


def _fields(
    given: object, key: str, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Mapping[str, Any]:
    names = (*required, *optional)
    if not isinstance(given, Mapping):
        message = _("“{key}” takes an object with {accepted}.")
        raise AnswerError(key, given, text(message, key=key, accepted=", ".join(names)), names)
    for name in given:
        if name not in names:
            message = _("“{key}” takes no “{value}”, only {accepted}.")
            shown = text(message, key=key, value=_echo(name), accepted=", ".join(names))
            raise AnswerError(f"{key}.{_echo(name)}", given[name], shown, names)
    for name in required:
        if name not in given:
            shown = text(_("“{key}” needs “{name}”."), key=key, name=name)
            raise AnswerError(f"{key}.{name}", None, shown)
    return given


def _format(value: object) -> str:
    if isinstance(value, str) and value in SENSOR_FORMATS:
        return value
    accepted = tuple(SENSOR_FORMATS)
    message = _("“{value}” is not a sensor format. Accepted: {accepted}.")
    shown = text(message, value=_echo(value), accepted=", ".join(accepted))
    raise AnswerError("kit.format", value, shown, accepted)


def _focal_lengths(value: object) -> tuple[int, ...]:
    key = "kit.focal_lengths_mm"
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= MOST_LENSES:
        message = _("“{key}” takes a list of 1 to {most} focal lengths in mm.")
        raise AnswerError(key, value, text(message, key=key, most=MOST_LENSES))
    return tuple(sorted({_focal_length(key, focal_mm) for focal_mm in value}))


def _focal_length(key: str, value: object) -> int:
    least, most = FOCAL_LENGTHS_MM
    if _is_number(value) and value == int(value) and least <= value <= most:
        return int(value)
    message = _("“{key}” takes whole millimetres from {least} to {most}, not {value}.")
    raise AnswerError(key, value, _out_of_range(message, key, value, FOCAL_LENGTHS_MM))


def _long_side(value: object) -> int:
    key = "kit.long_side_px"
    least, most = LONG_SIDES_PX
    if _is_number(value) and value == int(value) and least <= value <= most:
        return int(value)
    message = _("“{key}” takes whole pixels from {least} to {most}, not {value}.")
    raise AnswerError(key, value, _out_of_range(message, key, value, LONG_SIDES_PX))


def _side(key: str, value: object) -> float:
    least, most = ROOM_SIDES_M
    if _is_number(value) and least <= value <= most:
        return float(value)
    message = _("“{key}” takes metres from {least} to {most}, not {value}.")
    raise AnswerError(key, value, _out_of_range(message, key, value, ROOM_SIDES_M))


def _out_of_range(message: str, key: str, value: object, limits: tuple[int, int]) -> Text:
    least, most = limits
    return text(message, key=key, value=_echo(value), least=least, most=most)


def _is_number(value: object) -> TypeGuard[float]:
    # JSON's true and false are no numbers, though Python's are; 1e999 reads as infinity.
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9


def _echo(value: object) -> str:
    """What was given, short and on one line."""
    return ascii(value)[:40] if not isinstance(value, str) else value[:40]
