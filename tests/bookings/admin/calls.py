"""A telephone call as the desk types it, and what the page says to it."""

from typing import Any

from django.test import Client as Browser

from bookings.admin.free_times import value_of
from tests.factories import START, Bookable

PAGE = "/admin/bookings/booking/telephone/"
NEWCOMER = {"client": "new", "name": "Ines  Okafor", "email": "ines@example.com", "phone": ""}
REASON = "Flies out at noon"


def typed(bookable: Bookable, **changes: Any) -> dict[str, Any]:
    """A call about the first package, for 11:00 on the Wednesday."""
    return {
        **NEWCOMER,
        "search": "",
        "package": bookable.package.pk,
        "people": 1,
        "use": "online_profile",
        "glasses": "always",
        "note": "Rang twice",
        "place": bookable.place.pk,
        "photographer": "",
        "day": "2026-11-25",
        "pick": value_of(START, None),
        "other_time": "",
        "room": "",
        "reason": "",
    } | changes


def at_night(bookable: Bookable, **changes: Any) -> dict[str, Any]:
    """The same call, for 6:30 in the morning, which is outside hours."""
    night = {"pick": "other", "other_time": "06:30", "photographer": bookable.photographer.pk}
    return typed(bookable, **night | changes)


def said(page: Any) -> dict[str, list[str]]:
    """What the page says beside its fields."""
    sheet = page.context["sheet"]
    forms = (sheet.caller, sheet.session, sheet.day, sheet.time)
    return {
        name: list(faults)
        for form in forms
        if form.is_bound
        for name, faults in form.errors.items()
    }


def book(browser: Browser, call: dict[str, Any]) -> Any:
    return browser.post(PAGE, call | {"book": ""})
