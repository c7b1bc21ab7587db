"""Quantities are rounded, not cut, on their way to a reader."""

import pytest
from django.utils import translation

from bookings.wording import shown
from guidance.texts import Quantity, Unit, text


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (Quantity(4.699, Unit.METRE, 2), "4.70 m"),
        (Quantity(3.86, Unit.METRE, 1), "3.9 m"),
        (Quantity(84.6, Unit.MILLIMETRE), "85 mm"),
        (Quantity(-0.004, Unit.STOP, 1), "0.0 stops"),
        (Quantity(5.6, Unit.F_NUMBER, 1), "f/5.6"),
    ],
)
def test_a_quantity_is_rounded(quantity: Quantity, expected: str) -> None:
    assert shown(text("{value}", value=quantity)) == expected


def test_a_quantity_has_the_readers_comma_but_a_stop_its_point() -> None:
    lens = text(
        "{distance}, {stop}",
        distance=Quantity(1.27, Unit.METRE, 2),
        stop=Quantity(5.6, Unit.F_NUMBER, 1),
    )
    with translation.override("de"):
        assert shown(lens) == "1,27 m, f/5.6"
