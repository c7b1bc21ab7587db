"""Numbers as they stand in sentences: each with its unit and the decimals worth showing."""

from __future__ import annotations

from guidance.texts import Quantity, Unit


def metres(length_mm: float, decimals: int = 2) -> Quantity:
    """A length in mm, shown in metres."""
    return Quantity(round(length_mm / 1000, decimals), Unit.METRE, decimals)


def millimetres(length_mm: float) -> Quantity:
    """A length in whole mm."""
    return Quantity(round(length_mm), Unit.MILLIMETRE)


def length(length_mm: float) -> Quantity:
    """Whole millimetres below a metre, metres from there on."""
    return millimetres(length_mm) if round(length_mm) < 1000 else metres(length_mm)


def f_number(number: float) -> Quantity:
    """A marked stop: f/8, f/5.6."""
    return Quantity(number, Unit.F_NUMBER, 0 if number == int(number) else 1)


def stops(difference_ev: float) -> Quantity:
    """A difference in exposure, to half a stop or finer."""
    rounded = round(difference_ev, 1)
    return Quantity(rounded, Unit.STOP, 0 if rounded == int(rounded) else 1)


def degrees(angle_deg: float) -> Quantity:
    """An angle in whole degrees."""
    return Quantity(round(angle_deg), Unit.DEGREE)


def percent(share: float, decimals: int = 0) -> Quantity:
    """A share of one, shown in percent."""
    return Quantity(round(share * 100, decimals), Unit.PERCENT, decimals)


def pixels(length_px: float) -> Quantity:
    """A length in whole pixels."""
    return Quantity(round(length_px), Unit.PIXEL)


def per_second(denominator: float) -> Quantity:
    """A shutter time of one over `denominator` seconds."""
    return Quantity(round(denominator), Unit.SECOND_FRACTION)


def minutes(duration_minutes: int) -> Quantity:
    """A length of time in minutes."""
    return Quantity(duration_minutes, Unit.MINUTE)


def count(number: int) -> Quantity:
    """A whole number of things."""
    return Quantity(number, Unit.COUNT)
