"""Quantities are rounded, not cut, on their way to a reader."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from bookings.catalogue.wording import duration
from bookings.notices.particulars import day, hours
from bookings.wording import money, shown
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


NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["€1,234.50", "€95", "¥9,500", "CHF 95"]),
        ("de", ["1.234,50_€", "95_€", "9.500_¥", "95_CHF"]),
        ("es", ["1_234,50_€", "95_€", "9_500_¥", "95_CHF"]),
    ],
)
def test_money_is_written_as_the_reader_writes_it(language: str, expected: list[str]) -> None:
    with translation.override(language):
        written = [
            money(123450, "EUR"), money(9500, "EUR"), money(9500, "JPY"), money(9500, "CHF"),
        ]  # fmt: skip
    assert written == [one.replace("_", NO_BREAK) for one in expected]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["0.5 stops", "1 stop", "2 stops"]),
        ("de", ["0,5_Blendenstufen", "1_Blendenstufe", "2_Blendenstufen"]),
        ("es", ["0,5_pasos", "1_paso", "2_pasos"]),
    ],
)
def test_stops_have_a_singular(language: str, expected: list[str]) -> None:
    quantities = [Quantity(0.5, Unit.STOP, 1), Quantity(1, Unit.STOP), Quantity(2, Unit.STOP)]
    with translation.override(language):
        written = [shown(text("{value}", value=one)) for one in quantities]
    assert written == [one.replace("_", NO_BREAK) for one in expected]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Wednesday 25 November 2026", "11:00 to 11:30", "1 hour 30 minutes"]),
        ("de", ["Mittwoch, 25. November 2026", "11:00 bis 11:30", "1 Stunde 30 Minuten"]),
        ("es", ["miércoles 25 de noviembre de 2026", "de 11:00 a 11:30", "1 hora 30 minutos"]),
    ],
)
def test_days_and_hours_have_the_names_of_the_reader(language: str, expected: list[str]) -> None:
    start = datetime(2026, 11, 25, 10, tzinfo=UTC)
    zone = ZoneInfo("Europe/Berlin")
    with translation.override(language):
        written = [
            day(start, zone), hours(start, start + timedelta(minutes=30), zone), duration(90),
        ]  # fmt: skip
    assert written == expected
