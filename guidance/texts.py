"""Sentences as values: a message marked for translation, its parameters, and where it comes from.

Rendering belongs to whoever shows the sentence: :func:`render` takes the translation and
the number format of the reader. Without them it gives plain English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any


def gettext_noop(message: str) -> str:
    """Mark `message` for extraction; it is translated where it is shown."""
    return message


class Unit(StrEnum):
    """Units of the quantities that appear in sentences."""

    COUNT = "count"
    MILLIMETRE = "mm"
    METRE = "m"
    F_NUMBER = "f"
    STOP = "stop"
    DEGREE = "degree"
    PERCENT = "percent"
    MINUTE = "min"
    SECOND_FRACTION = "1/s"
    PIXEL = "px"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and the decimals worth showing."""

    value: float
    unit: Unit
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or label.

    `message` is the English original with `{name}` fields; `parameters` are pairs of name
    and value; a value is a string (the client's own words, never translated), a whole
    number, a quantity, another text, or a tuple of texts (shown as a list). `claims` are
    numbers in :mod:`guidance.claims`; `source` names a table of :mod:`guidance.sources`.
    """

    message: str
    parameters: tuple[tuple[str, Any], ...] = ()
    claims: tuple[int, ...] = ()
    source: str = ""

    def as_json(self) -> dict[str, Any]:
        """The text as JSON-ready data; :func:`from_json` reads it back."""
        return {
            "message": self.message,
            "parameters": {name: _parameter_as_json(p) for name, p in self.parameters},
            "claims": list(self.claims),
            "source": self.source,
        }


def text(
    message: str, *, claims: tuple[int, ...] = (), source: str = "", **parameters: Any
) -> Text:
    """A :class:`Text`; mark `message` with :func:`gettext_noop` at the call."""
    once = tuple(dict.fromkeys(claims)) if len(claims) > 1 else claims
    return Text(message, tuple(parameters.items()), once, source)


def from_json(stored: Mapping[str, Any]) -> Text:
    """Read back what :meth:`Text.as_json` gave."""
    parameters = {name: _parameter_from_json(p) for name, p in stored["parameters"].items()}
    return text(
        stored["message"], claims=tuple(stored["claims"]), source=stored["source"], **parameters
    )


def english_quantity(quantity: Quantity) -> str:
    """A quantity as an English reader expects it: `f/5.6`, `1.27 m`, `30°`, `1/125 s`."""
    number = f"{quantity.value:.{quantity.decimals}f}"
    return unit_pattern(quantity).format(number)


def unit_pattern(quantity: Quantity) -> str:
    """What stands around the number: `f/{}`, `{} mm`; to be translated where it is shown."""
    return UNIT_PATTERNS[quantity.unit] if quantity != ONE_STOP else gettext_noop("{} stop")


ONE_STOP = Quantity(1, Unit.STOP)
UNIT_PATTERNS: Mapping[Unit, str] = MappingProxyType(
    {
        Unit.COUNT: "{}",
        Unit.MILLIMETRE: "{} mm",
        Unit.METRE: "{} m",
        Unit.F_NUMBER: "f/{}",
        Unit.STOP: gettext_noop("{} stops"),
        Unit.DEGREE: "{}°",
        Unit.PERCENT: "{} %",
        Unit.MINUTE: "{} min",
        Unit.SECOND_FRACTION: "1/{} s",
        Unit.PIXEL: "{} px",
    }
)


def render(
    shown: Text,
    translate: Callable[[str], str] = str,
    format_quantity: Callable[[Quantity], str] = english_quantity,
) -> str:
    """The sentence as one reader sees it."""

    def worded(parameter: Any) -> str:
        if isinstance(parameter, Text):
            return render(parameter, translate, format_quantity)
        if isinstance(parameter, Quantity):
            return format_quantity(parameter)
        if isinstance(parameter, tuple):
            # Labels have commas of their own.
            return "; ".join(worded(part) for part in parameter)
        return str(parameter)

    message = translate(shown.message)
    if not shown.parameters:
        return message
    return message.format(**{name: worded(p) for name, p in shown.parameters})


def _parameter_as_json(parameter: Any) -> Any:
    if isinstance(parameter, Text):
        return {"text": parameter.as_json()}
    if isinstance(parameter, Quantity):
        return {"quantity": [parameter.value, parameter.unit.value, parameter.decimals]}
    if isinstance(parameter, tuple):
        return {"list": [_parameter_as_json(part) for part in parameter]}
    return parameter


def _parameter_from_json(stored: Any) -> Any:
    if not isinstance(stored, dict):
        return stored
    if "text" in stored:
        return from_json(stored["text"])
    if "quantity" in stored:
        value, unit, decimals = stored["quantity"]
        return Quantity(value, Unit(unit), decimals)
    return tuple(_parameter_from_json(part) for part in stored["list"])
